"""Copies say what they hold, are found out when they are damaged, are made when due, and never rotate away the last
good one."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select, text

from desktop_crm.errors import Cancelled, Damaged, Forbidden, Refused, Unavailable
from desktop_crm.models import HistoryEntry, Organization, SalesOrder, User
from desktop_crm.services.demo import fill
from desktop_crm.settings import Settings, backup_folder, demo_database
from desktop_crm.storage import backup as backup_module
from desktop_crm.storage.backup import backup, look_into, verify
from desktop_crm.storage.copies import copies, dated, make_copy, rotate
from desktop_crm.storage.database import Database, open_database
from desktop_crm.storage.restore import restore
from desktop_crm.storage.schedule import Schedule, choose_schedule, copy_if_due, is_due, schedule_of
from desktop_crm.storage.seal import seal_of
from tests.support import rights

NOON = datetime(2026, 11, 20, 5, tzinfo=UTC)


@pytest.fixture
def demo(database: Database) -> Database:
    fill(database, size=6, today=date(2026, 11, 20))
    return database


def add(database: Database, name: str = "Mới") -> None:
    with database.writing() as unit:
        number = (unit.session.scalar(select(func.max(Organization.id))) or 0) + 1
        unit.session.add(Organization(number=f"TC-X{number}", name=name))


def organizations(path: Path | str) -> int:
    database = open_database(path)
    try:
        with database.reading() as unit:
            return unit.session.scalar(select(func.count(Organization.id))) or 0
    finally:
        database.close()


def test_a_copy_says_what_it_holds(demo: Database, tmp_path: Path) -> None:
    seal = backup(demo, tmp_path / "copy.crm")
    assert seal_of(tmp_path / "copy.crm") == seal == verify(tmp_path / "copy.crm")
    assert seal.is_good
    assert seal.source == demo.label
    assert seal.counts["organization"] == organizations(tmp_path / "copy.crm")
    assert [path.name for path in tmp_path.iterdir() if "copy" in path.name] == ["copy.crm"]
    assert look_into(tmp_path / "copy.crm") == []


@pytest.mark.parametrize(
    "statement",
    ["UPDATE quote SET grand_total = grand_total + 1 WHERE id = 1", "DELETE FROM comment", "DROP TABLE share"],
)
def test_a_copy_that_was_changed_is_found_out(local_database: Database, tmp_path: Path, statement: str) -> None:
    fill(local_database, size=6, today=date(2026, 11, 20))
    backup(local_database, tmp_path / "copy.crm")
    with closing(sqlite3.connect(tmp_path / "copy.crm")) as connection:
        connection.execute(statement)
        connection.commit()
    for work in (
        lambda: look_into(tmp_path / "copy.crm"),
        lambda: restore(tmp_path / "copy.crm", tmp_path / "new.crm"),
    ):
        with pytest.raises(Damaged) as caught:
            work()
        assert "copy.crm" in caught.value.text()
    assert not (tmp_path / "new.crm").exists()


def test_a_copy_is_of_one_moment_while_others_write(local_database: Database, tmp_path: Path) -> None:
    fill(local_database, size=6, today=date(2026, 11, 20))
    before = organizations(local_database.path)

    def meanwhile(done: int, total: int) -> None:
        if done < total:
            add(local_database)

    seal = backup(local_database, tmp_path / "copy.crm", meanwhile)
    assert seal.counts["organization"] == organizations(tmp_path / "copy.crm") == before
    assert organizations(local_database.path) > before


def test_a_copy_of_a_company_with_problems_says_so(local_database: Database, tmp_path: Path) -> None:
    with local_database.writing() as unit:
        unit.session.add(SalesOrder(number="DH-1", subject="Đơn", order_date=date(2026, 1, 5)))
        unit.session.flush()
        unit.session.execute(text("UPDATE sales_order SET paid_total = 5"))
    seal = backup(local_database, tmp_path / "copy.crm")
    assert seal.problems == 1
    assert not seal.is_good


def test_a_damaged_database_gives_no_copy_and_leaves_the_old_one(local_database: Database, tmp_path: Path) -> None:
    backup(local_database, tmp_path / "copy.crm")
    local_database.close()
    content = bytearray(local_database.path.read_bytes())
    for start in range(8192, len(content), 8192):
        content[start : start + 64] = b"\x7f" * 64
    local_database.path.write_bytes(content)
    with pytest.raises(Damaged):
        backup(local_database, tmp_path / "copy.crm")
    assert verify(tmp_path / "copy.crm")
    assert not (tmp_path / "copy.crm.part").exists()


class Stop:
    def __init__(self, looks: int) -> None:
        self.looks = looks

    def check(self) -> None:
        self.looks -= 1
        if self.looks < 0:
            raise Cancelled()


def test_a_copy_can_be_stopped_and_leaves_nothing(demo: Database, tmp_path: Path) -> None:
    folder = tmp_path / "copies"
    for looks in (0, 3, 30):
        with pytest.raises(Cancelled):
            backup(demo, folder / "copy.crm", cancel=Stop(looks))
        assert list(folder.iterdir()) == []


# ---------------------------------------------------------------- disks
_WRITES = """
import resource, signal, sys
from pathlib import Path
from desktop_crm.errors import CrmError
from desktop_crm.storage.backup import backup
from desktop_crm.storage.database import open_database
database = open_database(sys.argv[1])
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000))
try:
    backup(database, Path(sys.argv[2]))
except CrmError as error:
    print(type(error).__name__, error.text())
"""


@pytest.mark.skipif(sys.platform == "win32", reason="limits of a process are of POSIX")
def test_a_disk_that_fills_up_is_said_and_leaves_nothing(local_database: Database, tmp_path: Path) -> None:
    target = tmp_path / "copies" / "copy.crm"
    command = [sys.executable, "-c", _WRITES, str(local_database.path), str(target)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2])
    assert done.stdout.startswith("Unavailable")
    assert "copy.crm" in done.stdout
    assert list(target.parent.iterdir()) == []


def test_a_disk_without_room_is_said_before_anything_is_written(
    local_database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    full = shutil.disk_usage(tmp_path)._replace(free=1000)
    monkeypatch.setattr(backup_module.shutil, "disk_usage", lambda _: full)
    with pytest.raises(Unavailable) as caught:
        backup(local_database, tmp_path / "copies" / "copy.crm")
    assert str(tmp_path / "copies") in caught.value.text()


@pytest.mark.parametrize("share", [0.3, 0.9])
def test_a_program_that_is_killed_leaves_no_half_copy(local_database: Database, tmp_path: Path, share: float) -> None:
    fill(local_database, size=6, today=date(2026, 11, 20))
    killed = (
        "import os, sys\nfrom pathlib import Path\nfrom desktop_crm.storage.backup import backup\n"
        "from desktop_crm.storage.database import open_database\n"
        "def die(done, total):\n    if done >= total * float(sys.argv[3]): os.kill(os.getpid(), 9)\n"
        "backup(open_database(sys.argv[1]), Path(sys.argv[2]), die)"
    )
    target = dated(tmp_path / "copies", local_database.path.stem, NOON)
    command = [sys.executable, "-c", killed, str(local_database.path), str(target), str(share)]
    assert subprocess.run(command, check=False, cwd=Path(__file__).parents[2]).returncode != 0
    assert [path.suffix for path in target.parent.iterdir()] == [".part"]
    assert copies(target.parent) == []
    part = next(target.parent.iterdir())
    os.utime(part, (1, 1))
    make_copy(local_database, target.parent)
    assert not part.exists()


# ---------------------------------------------------------------- rotation
@pytest.fixture
def folder(local_database: Database, tmp_path: Path) -> Path:
    """Three copies, a day apart, and what other people keep there."""
    folder = tmp_path / "copies"
    for day in range(3):
        make_copy(local_database, folder, moment=NOON + timedelta(days=day))
    (folder / "notes.txt").write_text("x")
    (folder / "crm 2020-01-01 000000.crm").write_text("somebody else's")
    return folder


def names(folder: Path) -> list[str]:
    return [copy.path.name for copy in copies(folder, "crm")]


def test_names_have_date_and_time_and_the_newest_stay(local_database: Database, folder: Path) -> None:
    assert "crm 2026-11-22 120000.crm" in names(folder)
    made, _ = make_copy(local_database, folder, keep=2, moment=NOON + timedelta(days=3))
    assert made.name == "crm 2026-11-23 120000.crm"
    ours = [copy for copy in copies(folder, "crm") if copy.seal]
    assert len(ours) == 2
    assert (folder / "crm 2020-01-01 000000.crm").exists()
    assert (folder / "notes.txt").exists()


def test_two_copies_of_one_second_both_stay(local_database: Database, tmp_path: Path) -> None:
    first, _ = make_copy(local_database, tmp_path, moment=NOON)
    second, _ = make_copy(local_database, tmp_path, moment=NOON)
    assert first != second
    assert first.exists()
    assert second.exists()


def test_the_last_good_copy_is_never_deleted(local_database: Database, folder: Path) -> None:
    with local_database.writing() as unit:
        unit.session.add(SalesOrder(number="DH-1", subject="Đơn", order_date=date(2026, 1, 5)))
        unit.session.flush()
        unit.session.execute(text("UPDATE sales_order SET paid_total = 5"))
    for day in range(3, 6):
        make_copy(local_database, folder, keep=2, moment=NOON + timedelta(days=day))
    ours = [copy for copy in copies(folder, "crm") if copy.seal]
    assert [copy.is_good for copy in ours] == [False, False, True]


def test_copies_of_another_database_are_left_alone(local_database: Database, folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "other" / "crm.db"
    other.parent.mkdir()
    shutil.copy(local_database.path, other)
    database = open_database(other)
    assert rotate(database, folder, 1) == []
    database.close()
    assert len(rotate(local_database, folder, 1)) == 2


# ---------------------------------------------------------------- by itself
def test_a_copy_is_due_every_day_or_week(local_database: Database, tmp_path: Path) -> None:
    daily, weekly = (Schedule(every, tmp_path / "copies") for every in ("day", "week"))
    now = datetime.now(UTC)
    assert is_due(local_database, daily, now)
    made = copy_if_due(local_database, daily)
    assert made is not None
    assert copy_if_due(local_database, daily) is None
    assert not is_due(local_database, weekly, now + timedelta(days=6))
    assert is_due(local_database, daily, now + timedelta(days=1))
    assert is_due(local_database, weekly, now + timedelta(days=7))
    assert not is_due(local_database, Schedule("off", tmp_path), now)
    made[0].unlink()
    assert is_due(local_database, weekly, now)


def test_a_failed_copy_is_due_again(local_database: Database, tmp_path: Path) -> None:
    (tmp_path / "gone").write_text("no folder")
    schedule = Schedule("day", tmp_path / "gone")
    with pytest.raises(Unavailable):
        copy_if_due(local_database, schedule)
    assert is_due(local_database, schedule, datetime.now(UTC))


def test_what_was_chosen_is_kept_for_each_database(local_database: Database, tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.json")
    assert schedule_of(settings, local_database) == Schedule("day", backup_folder(), 14)
    choose_schedule(settings, local_database, Schedule("week", tmp_path, 3))
    again = Settings(tmp_path / "settings.json")
    assert schedule_of(again, local_database) == Schedule("week", tmp_path, 3)
    demo = open_database(demo_database())
    assert schedule_of(again, demo).every == "off"
    demo.close()
    again.change(backups={local_database.label: {"every": "never", "keep": "x", "folder": None}})
    assert schedule_of(again, local_database) == Schedule("day", backup_folder(), 14)


# ---------------------------------------------------------------- servers
@pytest.fixture
def server(postgres_url: str) -> Iterator[Database]:
    database = open_database(postgres_url)
    fill(database, size=6, today=date(2026, 11, 20))
    yield database
    database.close()


def test_a_server_with_data_is_replaced_only_when_that_is_said(server: Database, tmp_path: Path) -> None:
    url = server.url.render_as_string(hide_password=False)
    seal = backup(server, tmp_path / "copy.crm")
    add(server, "Sau bản sao")
    with pytest.raises(Refused):
        restore(tmp_path / "copy.crm", url)
    kept = restore(tmp_path / "copy.crm", url, replace=True)
    assert kept is not None
    assert kept.parent == tmp_path
    assert organizations(kept) == organizations(tmp_path / "copy.crm") + 1
    with server.reading() as unit:
        assert unit.session.scalar(select(func.count(Organization.id))) == seal.counts["organization"]
        assert unit.session.scalar(select(func.count(HistoryEntry.id))) == seal.counts["history_entry"]


def test_who_sees_a_part_of_a_server_makes_no_copy_of_it(server: Database, tmp_path: Path) -> None:
    url, copy = server.url.render_as_string(hide_password=False), tmp_path / "copy.crm"
    urls = {}
    for preset in ("staff", "administrator"):
        name = rights.own_name(url, preset)
        with server.writing() as unit:
            rights.add_person(unit.session, name, preset)
        urls[preset] = rights.let_in(url, name)
    with closing(rights.opened(urls["staff"])) as staff, pytest.raises(Forbidden):
        backup(staff, copy)
    assert list(tmp_path.iterdir()) == []
    with closing(rights.opened(urls["administrator"])) as administrator:
        assert backup(administrator, copy).counts["organization"] == organizations(copy)
    with pytest.raises(Forbidden):
        restore(copy, urls["administrator"], replace=True)


def test_names_of_people_are_plain_logins_after_a_restore(
    local_database: Database, empty_postgres_url: str, tmp_path: Path
) -> None:
    with local_database.writing() as unit:
        unit.session.add(User(name="Đỗ Ân", full_name="Đỗ Ân", password_hash="x"))
    backup(local_database, tmp_path / "copy.crm")
    restore(tmp_path / "copy.crm", empty_postgres_url)
    database = open_database(empty_postgres_url)
    with database.reading() as unit:
        assert unit.session.execute(select(User.name, User.password_hash).where(User.full_name == "Đỗ Ân")).one() == (
            "do.an",
            "",
        )
    database.close()
