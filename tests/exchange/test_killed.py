"""An import whose process is killed leaves a database that opens and holds nothing of it."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from sqlalchemy import func, select

from desktop_crm.exchange.write import ColumnSpec, write_table
from desktop_crm.models import HistoryEntry, ImportBatch, ImportedRow, NumberSeries, Organization
from desktop_crm.storage.check import problems
from desktop_crm.storage.database import open_database

ROWS = 4000
WORK = """
import sys
from desktop_crm.exchange.commands import mapping_of
from desktop_crm.exchange.importing import prepare, run
from desktop_crm.exchange.workbook import read_table
from desktop_crm.models import Organization
from desktop_crm.services.sign_in import sign_in
from desktop_crm.storage.database import open_database
database = open_database(sys.argv[1])
table = read_table(sys.argv[2])
with database.reading() as unit:
    plan = prepare(unit, Organization, table, mapping_of(unit, Organization, table, {}))
run(database, sign_in(database), plan, lambda done, total: print(done, flush=True))
"""


@pytest.fixture(scope="module")
def sheet(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("killed") / "kh.xlsx"
    columns = [ColumnSpec("Tên khách hàng"), ColumnSpec("Mã KH"), ColumnSpec("Địa chỉ")]
    write_table(path, "KH", columns, ([f"Công ty {i}", f"KH{i}", "Hà Nội"] for i in range(ROWS)))
    return path


@pytest.mark.parametrize("seed", range(4))
def test_killed_in_the_middle(sqlite_url: str, sheet: Path, seed: int) -> None:
    chance = random.Random(seed)
    wait_for = chance.randrange(0, ROWS, 500)
    work = subprocess.Popen([sys.executable, "-c", WORK, sqlite_url, str(sheet)], stdout=subprocess.PIPE, text=True)
    assert work.stdout
    for line in work.stdout:
        if int(line) >= wait_for:
            break
    time.sleep(chance.random() / 50)
    work.send_signal(signal.SIGKILL)
    finished = work.wait() == 0
    work.stdout.close()
    assert not finished
    database = open_database(sqlite_url)
    try:
        with database.reading() as unit:
            for entity in (Organization, ImportBatch, ImportedRow, HistoryEntry):
                assert unit.session.scalar(select(func.count(entity.id))) == 0
            assert set(unit.session.scalars(select(NumberSeries.last))) == {0}
        assert problems(database) == []
    finally:
        database.close()
