"""Backups are sound, complete and restored on either kind of database."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import func, select

from desktop_crm.errors import Damaged, Refused, SchemaTooNew, Unavailable
from desktop_crm.models import Base, Organization
from desktop_crm.services.demo import fill
from desktop_crm.storage.backup import backup
from desktop_crm.storage.check import problems
from desktop_crm.storage.database import Database, open_database
from desktop_crm.storage.restore import restore


def counts(database: Database) -> dict[str, int]:
    with database.reading() as unit:
        tables = Base.metadata.sorted_tables
        return {table.name: unit.session.scalar(select(func.count()).select_from(table)) or 0 for table in tables}


@pytest.fixture
def demo(database: Database) -> Database:
    fill(database, size=12, today=date(2026, 11, 20))
    return database


def test_a_backup_holds_everything_and_is_restored(demo: Database, empty_database_url: str, tmp_path: Path) -> None:
    backup(demo, tmp_path / "copy.crm")
    expected = counts(demo)
    demo.close()
    restore(tmp_path / "copy.crm", empty_database_url)
    again = open_database(empty_database_url)
    try:
        assert counts(again) == expected
        assert problems(again) == []
        with again.writing() as unit:  # ids go on after the restored ones
            unit.session.add(Organization(number="TC-X", name="Mới"))
    finally:
        again.close()


def test_a_file_that_is_replaced_is_kept_beside(local_database: Database, tmp_path: Path) -> None:
    backup(local_database, tmp_path / "copy.crm")
    with local_database.writing() as unit:
        unit.session.add(Organization(number="TC-1", name="Sau bản sao"))
    local_database.close()
    restore(tmp_path / "copy.crm", local_database.path)
    kept = local_database.path.with_name(local_database.path.name + ".before-restore")
    for path, expected in ((local_database.path, 0), (kept, 1)):
        opened = open_database(path)
        assert counts(opened)["organization"] == expected
        opened.close()


def test_a_server_with_records_takes_no_backup(postgres_url: str, tmp_path: Path) -> None:
    database = open_database(postgres_url)
    backup(database, tmp_path / "copy.crm")
    with database.writing() as unit:
        unit.session.add(Organization(number="TC-1", name="Đã có"))
    database.close()
    with pytest.raises(Refused):
        restore(tmp_path / "copy.crm", postgres_url)


def test_a_damaged_or_foreign_file_is_refused(tmp_path: Path) -> None:
    foreign = tmp_path / "notes.txt"
    foreign.write_text("xin chào" * 100, "utf-8")
    for action in (lambda: restore(foreign, tmp_path / "new.crm"), lambda: open_database(foreign)):
        with pytest.raises(Damaged) as caught:
            action()
        assert "notes.txt" in caught.value.text()
    assert not (tmp_path / "new.crm").exists()


def test_a_place_that_cannot_be_written_is_said(local_database: Database, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(Unavailable):
        backup(local_database, tmp_path / "file" / "copy.crm")


def test_names_with_any_letters_are_kept_apart(local_database: Database, tmp_path: Path) -> None:
    copy = tmp_path / "Sao lưu 50% #1?.crm"
    backup(local_database, copy)
    target = tmp_path / "Khách hàng & đối tác"
    restore(copy, target / "dữ liệu.crm")
    assert problems(open_database(target / "dữ liệu.crm")) == []


def test_a_database_is_no_copy_of_itself(local_database: Database) -> None:
    with pytest.raises(Refused):
        backup(local_database, local_database.path)


def test_a_file_in_use_is_not_replaced(local_database: Database, tmp_path: Path) -> None:
    backup(local_database, tmp_path / "copy.crm")
    with local_database.reading() as unit:
        unit.session.scalar(select(Organization.id))
        with pytest.raises(Unavailable):
            restore(tmp_path / "copy.crm", local_database.path)
    assert problems(local_database) == []


def test_every_replaced_file_is_kept_the_damaged_one_too(local_database: Database, tmp_path: Path) -> None:
    backup(local_database, tmp_path / "copy.crm")
    local_database.close()
    path = local_database.path
    restore(tmp_path / "copy.crm", path)
    path.write_bytes(b"x" * 5000)
    restore(tmp_path / "copy.crm", path)
    assert path.with_name(path.name + ".before-restore").exists()
    assert path.with_name(path.name + ".before-restore-2").read_bytes() == b"x" * 5000
    assert problems(open_database(path)) == []


def test_a_backup_of_a_newer_program_is_refused(local_database: Database, tmp_path: Path) -> None:
    backup(local_database, tmp_path / "copy.crm")
    with closing(sqlite3.connect(tmp_path / "copy.crm")) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    with pytest.raises(SchemaTooNew):
        restore(tmp_path / "copy.crm", local_database.path)
