"""A disk that is full: said in one sentence, and what was there before is as it was."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import event, func, select

from desktop_crm.errors import DiskFull
from desktop_crm.exchange.write import ColumnSpec, write_table
from desktop_crm.models import Organization
from desktop_crm.services import records
from desktop_crm.storage.backup import copy_file
from desktop_crm.storage.check import problems
from desktop_crm.storage.database import Database, open_database
from tests.support.sales import SELLER

LIMITED = """
import resource, signal, sys
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
from pathlib import Path
from desktop_crm.errors import CrmError
from desktop_crm.exchange.write import ColumnSpec, write_table
from desktop_crm.storage.backup import copy_file
from desktop_crm.storage.database import open_database
database = open_database(sys.argv[1])
ROWS = ([f"Công ty {i * 7919 % 10007}"] for i in range(90000))
resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
for work in (
    lambda: copy_file(database, Path(sys.argv[2])),
    lambda: write_table(Path(sys.argv[3]), "KH", [ColumnSpec("Tên")], ROWS),
):
    try:
        work()
        print("written")
    except CrmError as error:
        print(type(error).__name__)
"""


def test_a_file_database_on_a_full_disk(local_database: Database) -> None:
    def fill_up(connection: object, _record: object) -> None:
        connection.execute("PRAGMA max_page_count=1")  # type: ignore[attr-defined]

    engine = local_database.engine_of(SELLER)
    engine.dispose()
    event.listen(engine, "connect", fill_up)
    with pytest.raises(DiskFull), local_database.writing(SELLER) as unit:
        for number in range(200):
            records.create(unit, Organization, {"name": f"Công ty {number}", "notes": "x" * 4000})
    engine.dispose()
    event.remove(engine, "connect", fill_up)
    with local_database.reading() as unit:
        assert unit.session.scalar(select(func.count(Organization.id))) == 0
    assert problems(local_database) == []


@pytest.mark.skipif(os.name != "posix", reason="limits the size of files of a process")
def test_backups_and_exports_leave_the_older_file(sqlite_url: str, tmp_path: Path) -> None:
    backup, sheet = tmp_path / "b.crm", tmp_path / "kh.xlsx"
    database = open_database(sqlite_url)
    copy_file(database, backup)
    database.close()
    write_table(sheet, "KH", [ColumnSpec("Tên")], [["Công ty Ỷ Lan"]])
    before = {path: path.read_bytes() for path in (backup, sheet)}
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, sqlite_url, str(backup), str(sheet)], capture_output=True, text=True, check=True
    )
    said = done.stdout.split()
    assert len(said) == 2
    assert "written" not in said
    assert {path: path.read_bytes() for path in (backup, sheet)} == before
    assert sorted(path.name for path in tmp_path.iterdir() if path.name.endswith(".part")) == []
