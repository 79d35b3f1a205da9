"""Backups are sound, complete and restored on either kind of database."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import func, select

from desktop_crm.errors import Damaged, Refused, Unavailable
from desktop_crm.models import Base, Organization
from desktop_crm.services.demo import fill
from desktop_crm.storage.backup import backup, restore
from desktop_crm.storage.check import problems
from desktop_crm.storage.database import Database, open_database


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
    restore(tmp_path / "copy.crm", empty_database_url)
    again = open_database(empty_database_url)
    try:
        assert counts(again) == counts(demo)
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
