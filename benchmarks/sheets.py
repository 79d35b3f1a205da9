"""What sheets cost: reading against the bare fast reader, writing against XlsxWriter, importing, undoing.

    python -m benchmarks.sheets [ROWS] [REPEATS]

Each measurement runs in a process of its own; CPU seconds and peak memory are printed, the median of the repeats.
"""

from __future__ import annotations

import importlib
import json
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

TITLES = ("Mã KH", "Họ và tên", "Tên công ty", "Điện thoại", "Email", "MST", "Địa chỉ", "Tỉnh/TP", "Ngày thành lập",
          "Người liên hệ", "Doanh thu năm", "Nguồn", "Website", "Ghi chú", "Số nhân viên")  # fmt: skip


def rows(count: int) -> Iterator[list[Any]]:
    """The same customers every time."""
    chance = random.Random(5)
    start = datetime(2015, 1, 1)  # noqa: DTZ001
    for i in range(count):
        name = chance.choice(("Thịnh Phát", "Hòa Bình", "Ánh Dương", "Kỳ Phong"))
        day = start + timedelta(days=chance.randrange(3000))
        yield [f"KH{i:06}", f"Nguyễn Văn {i}", f"Công ty TNHH {name} {i}", f"09{i:08}", f"kh{i}@khach.example",
               "", f"Số {i} Lê Lợi", "Hà Nội", day, "Trần Bình", chance.randrange(10**9), "Giới thiệu",
               f"www{i}.example", f"Khách hàng số {i % 997}", chance.randrange(500)]  # fmt: skip


def write_with_xlsxwriter(folder: Path, count: int) -> int:
    import xlsxwriter

    book = xlsxwriter.Workbook(folder / "theirs.xlsx", {"constant_memory": True, "default_date_format": "dd/mm/yyyy"})
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, TITLES)
    for place, row in enumerate(rows(count), 1):
        sheet.write_row(place, 0, row)
    book.close()
    return count


def write(folder: Path, count: int) -> int:
    from desktop_crm.exchange.write import ColumnSpec, write_table

    return write_table(folder / "list.xlsx", "Danh sách", [ColumnSpec(title, None) for title in TITLES], rows(count))


def read_bare(folder: Path, count: int) -> int:
    from python_calamine import CalamineWorkbook

    return len(CalamineWorkbook.from_path(folder / "list.xlsx").get_sheet_by_index(0).to_python())


def read(folder: Path, count: int) -> int:
    from desktop_crm.exchange.workbook import read_table

    return len(read_table(folder / "list.xlsx").rows)


def import_all(folder: Path, count: int) -> int:
    from desktop_crm.exchange.commands import import_file
    from desktop_crm.models import Organization
    from desktop_crm.services.sign_in import sign_in
    from desktop_crm.storage.database import open_database

    database = open_database(folder / "crm.db")
    return import_file(database, sign_in(database), Organization, folder / "list.xlsx")["created"] or 0


def undo(folder: Path, count: int) -> int:
    from desktop_crm.exchange.importing import undo_import
    from desktop_crm.services.sign_in import sign_in
    from desktop_crm.storage.database import open_database

    database = open_database(folder / "crm.db")
    return undo_import(database, sign_in(database), 1).deleted


STEPS: tuple[Callable[[Path, int], int], ...] = (write_with_xlsxwriter, write, read_bare, read, import_all, undo)


def measure(name: str, folder: str, count: str) -> None:
    """One step in this process."""
    for module in ("xlsxwriter", "python_calamine", "desktop_crm.exchange.commands", "openpyxl", "alembic.command"):
        importlib.import_module(module)
    step = next(step for step in STEPS if step.__name__ == name)
    started = time.process_time()
    done = step(Path(folder), int(count))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(json.dumps([time.process_time() - started, peak, done]))


def main(count: int = 100_000, repeats: int = 3) -> None:
    """All steps in turn."""
    figures: dict[str, list[list[float]]] = {step.__name__: [] for step in STEPS}
    for _ in range(repeats):
        with tempfile.TemporaryDirectory() as folder:
            for name, measured in figures.items():
                command = [sys.executable, "-m", "benchmarks.sheets", "one", name, folder, str(count)]
                measured.append(json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout))
    for name, measured in figures.items():
        seconds, peak, done = (statistics.median(column) for column in zip(*measured, strict=True))
        print(f"{name:24} {seconds:8.2f} s CPU {peak:8.0f} MB {done:10.0f} rows")


if __name__ == "__main__":
    if sys.argv[1:2] == ["one"]:
        measure(*sys.argv[2:])
    else:
        main(*map(int, sys.argv[1:]))
