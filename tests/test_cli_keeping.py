"""Moving, copying, restoring and looking for damage from the command line."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from desktop_crm.cli import main
from desktop_crm.services.demo import fill
from desktop_crm.storage.copies import copies
from desktop_crm.storage.database import open_database


@pytest.fixture
def company(sqlite_url: str) -> str:
    database = open_database(sqlite_url)
    fill(database, size=5, today=date(2026, 11, 20))
    database.close()
    return sqlite_url


def test_a_company_is_moved_and_its_file_only_read(
    company: str, empty_postgres_url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--database", company, "move", empty_postgres_url]) == 0
    told = capsys.readouterr().out
    assert "5" in told
    assert "user password ha.lt" in told
    assert main(["--database", empty_postgres_url, "check"]) == 0
    assert main(["--database", company, "list", "organizations"]) == 0
    capsys.readouterr()
    for command in (["reindex"], ["move", empty_postgres_url]):
        assert main(["--database", company, *command]) == 1
        error = capsys.readouterr().err
        assert "crm_" in error
        assert error.count("\n") == 1
    assert main(["--database", company, "move", "--take-back"]) == 0
    assert main(["--database", company, "reindex"]) == 0
    assert main(["--database", company, "move"]) == 1


def test_copies_for_a_scheduled_task(company: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "copies"
    for _ in range(3):
        assert main(["--database", company, "backup", "--folder", str(folder), "--keep", "2"]) == 0
    assert len(copies(folder, "crm")) == 2
    assert main(["--database", company, "backup", str(folder / "cong-ty.crm"), "--keep", "1"]) == 0
    assert len(copies(folder, "cong-ty")) == 1
    assert "cong-ty 20" in capsys.readouterr().out
    assert main(["--database", company, "backup"]) == 1
    assert main(["--database", company, "backup", "a.crm", "--folder", str(folder)]) == 1


def test_a_restore_tells_where_the_old_file_is(
    company: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = str(tmp_path / "copy.crm")
    assert main(["--database", company, "backup", copy]) == 0
    assert main(["--database", company, "restore", copy]) == 0
    assert ".before-restore" in capsys.readouterr().out


def test_damage_is_a_line_each_and_a_status(company: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    copy = tmp_path / "copy.crm"
    assert main(["--database", company, "backup", str(copy)]) == 0
    assert main(["check", "--backup", str(copy)]) == 0
    for path in (Path(company), copy):
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("UPDATE contact SET title_sort = 'x' WHERE id = 1")
            connection.execute("UPDATE lead SET version = 0 WHERE id = 1")
            connection.commit()
    capsys.readouterr()
    assert main(["--database", company, "check"]) == 1
    printed = capsys.readouterr()
    assert len(printed.out.splitlines()) == 2
    assert "LH-00001" in printed.out
    assert printed.err.count("\n") == 1
    assert main(["check", "--backup", str(copy)]) == 1  # it is not what was written
    assert "copy.crm" in capsys.readouterr().err
    assert main(["--database", company, "check", "--mend"]) == 1
    assert [line for line in capsys.readouterr().out.splitlines() if "TN-00001" in line]
