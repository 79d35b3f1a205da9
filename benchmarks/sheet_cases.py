"""What sheets cost beside the bare tools: reading, importing into a full table, undoing, exporting.

    python -m benchmarks.sheet_cases [ROWS] [BASE] [REPEATS] [sqlite] [postgresql]

A case is a function of (folder, rows, database target). It prepares and gives back the work to be measured, which gives
the number of rows it did. Each case runs in a process of its own; a limit's process loads nothing of the program.
"""

from __future__ import annotations

import itertools
import json
import os
import pickle
import random
import resource
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

Work = Callable[[], int]
Case = Callable[[Path, int, str], Work]

TITLES = ("Mã KH", "Tên công ty", "Người đại diện", "Điện thoại", "Email", "MST", "Địa chỉ", "Tỉnh/TP",
          "Ngày thành lập", "Ngành nghề", "Doanh thu năm", "Nguồn", "Website", "Ghi chú", "Số nhân viên")  # fmt: skip
SHEET, FINISHED = "list.xlsx", "finished.pickle"

_FORMS = ("Công ty TNHH", "Công ty Cổ phần", "Công ty TNHH MTV", "Doanh nghiệp tư nhân", "Hợp tác xã")
_TRADES = ("Thương mại Dịch vụ", "Sản xuất", "Xây dựng", "Vận tải", "Thực phẩm", "Nội thất", "Cơ khí", "In ấn")
_FIRST = "An Bình Đại Đông Đức Gia Hải Hòa Hoàng Hồng Hưng Kim Minh Nam Ngọc Phú Phúc Quang Tân Thái Thành".split()
_SECOND = "Cường Dương Hà Khang Lộc Long Mai Nguyên Phát Phong Sơn Tâm Thịnh Tiến Tín Việt".split()
_FAMILY = "Nguyễn Trần Lê Phạm Huỳnh Hoàng Vũ Đặng Bùi Đỗ Hồ Ngô Dương Lý".split()
_GIVEN = "Anh Bảo Chi Dũng Giang Hạnh Hương Khánh Linh Minh Ngọc Phương Quân Thảo Trang Tuấn Uyên Vy Yến".split()
_PLACES = ("Hà Nội", "TP. Hồ Chí Minh", "Đà Nẵng", "Hải Phòng", "Cần Thơ", "Đồng Nai", "Nghệ An", "Khánh Hòa")
_STREETS = ("Lê Lợi", "Nguyễn Huệ", "Trần Hưng Đạo", "Lý Thường Kiệt", "Hai Bà Trưng", "Điện Biên Phủ")
_SOURCES, _INDUSTRIES = ("Giới thiệu", "Website", "Hội chợ"), ("Xây dựng", "Giáo dục", "Thực phẩm", "Dệt may", "Khác")


def rows(count: int, first: int = 0) -> Iterator[list[Any]]:
    """Customers as an office lists them; the same every time, and no two with the same first number."""
    chance, start = random.Random(first + 5), datetime(2005, 1, 1)  # noqa: DTZ001
    pick = chance.choice
    for i in range(first, first + count):
        name = f"{pick(_FORMS)} {pick(_TRADES)} {pick(_FIRST)} {pick(_SECOND)} {i}"
        yield [f"KH{i:07}", name, f"{pick(_FAMILY)} {pick(_FIRST)} {pick(_GIVEN)}", f"09{i:08}",
               f"lienhe{i}@khach{i % 97}.example", tax_code(i), f"Số {i % 400} {pick(_STREETS)}", pick(_PLACES),
               start + timedelta(days=chance.randrange(7000)), pick(_INDUSTRIES), chance.randrange(1, 10**6) * 1000,
               pick(_SOURCES), f"www.khach{i}.example", f"Khách hàng số {i % 997}, gọi lại sau",
               chance.randrange(1, 500)]  # fmt: skip


def tax_code(number: int) -> str:
    """A tax code with its check digit, another one for each number."""
    for digits in (f"{first}{number:08d}" for first in range(1, 10)):
        last = 10 - sum(int(d) * w for d, w in zip(digits, (31, 29, 23, 19, 17, 13, 7, 5, 3), strict=True)) % 11
        if last < 10:
            return f"{digits}{last}"
    raise AssertionError(number)


# -- reading and writing


def read_bare(folder: Path, count: int, target: str) -> Work:
    """The fast reader alone."""
    from python_calamine import CalamineWorkbook

    return lambda: len(CalamineWorkbook.from_path(folder / SHEET).get_sheet_by_index(0).to_python()) - 1


def read_ours(folder: Path, count: int, target: str) -> Work:
    """The same file as a table, with its header found and its errors known."""
    from desktop_crm.exchange.workbook import read_table

    return lambda: len(read_table(folder / SHEET).rows)


def write_xlsxwriter(folder: Path, count: int, target: str) -> Work:
    """XlsxWriter in its frugal mode, dates with their format."""
    import xlsxwriter

    def work() -> int:
        said = {"constant_memory": True, "default_date_format": "dd/mm/yyyy"}
        book = xlsxwriter.Workbook(folder / "theirs.xlsx", said)
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, TITLES)
        for place, row in enumerate(rows(count), 1):
            sheet.write_row(place, 0, row)
        book.close()
        return count

    return work


def write_ours(folder: Path, count: int, target: str) -> Work:
    """The same rows as a formatted list."""
    from desktop_crm.exchange.write import ColumnSpec, write_table

    specs = [ColumnSpec(title, None) for title in TITLES]
    return lambda: write_table(folder / "ours.xlsx", "Danh sách", specs, rows(count))


_EXPORTED = ("customer_code", "name", "representative", "phone", "email", "tax_code", "address", "province",
             "founded_on", "industry", "annual_revenue", "source", "website", "notes", "employees")  # fmt: skip


def export_ours(folder: Path, count: int, target: str) -> Work:
    """The customers with the highest codes, as a list of them is exported: read page by page, then written."""
    from sqlalchemy import func, select

    from desktop_crm.exchange.exporting import export
    from desktop_crm.models import Organization
    from desktop_crm.storage.listing import Condition, Query

    database = _open(target)
    with database.reading() as unit:
        last = unit.session.scalar(select(func.max(Organization.customer_code)))
    first = f"KH{int(last[2:]) - count + 1:07}"
    query = Query(Organization, conditions=(Condition("customer_code", "between", (first, last)),))
    query = query.sorted_by("customer_code")
    return lambda: export(database, _signed_in(database), query, folder / "exported.xlsx", _EXPORTED)


# -- importing


def import_limit(folder: Path, count: int, target: str) -> Work:
    """The fast reader, and the finished rows put into the same table, with the same indexes, by the bare driver."""
    read = read_bare(folder, count, target)
    columns, stored = pickle.loads((folder / f"{_kind(target)}-{FINISHED}").read_bytes())
    insert = _insert_postgresql if _kind(target) == "postgresql" else _insert_sqlite

    def work() -> int:
        read()
        insert(target, columns, stored)
        return len(stored)

    return work


def _insert_sqlite(target: str, columns: list[str], stored: list[tuple[Any, ...]]) -> None:
    raw = sqlite3.connect(target, isolation_level=None)
    for pragma in ("journal_mode=WAL", "foreign_keys=ON", "synchronous=FULL", "cache_size=-32768"):
        raw.execute(f"PRAGMA {pragma}")
    raw.execute("BEGIN IMMEDIATE")
    raw.executemany(f"INSERT INTO organization ({_names(columns)}) VALUES ({','.join('?' * len(columns))})", stored)
    raw.execute("COMMIT")
    raw.close()


def _insert_postgresql(target: str, columns: list[str], stored: list[tuple[Any, ...]]) -> None:
    import psycopg

    statement = f"COPY organization ({_names(columns)}) FROM STDIN"
    with psycopg.connect(target) as raw, raw.cursor() as cursor, cursor.copy(statement) as copy:
        for row in stored:
            copy.write_row(row)


def _names(columns: list[str]) -> str:
    return ", ".join(f'"{column}"' for column in columns)


def import_ours(folder: Path, count: int, target: str) -> Work:
    """The sheet read, checked, compared with all records, written with history and batch in one transaction."""
    from desktop_crm.exchange.commands import import_file
    from desktop_crm.models import Organization

    database = _open(target)

    def work() -> int:
        return import_file(database, _signed_in(database), Organization, folder / SHEET)["created"] or 0

    return work


def undo_ours(folder: Path, count: int, target: str) -> Work:
    """That import taken back."""
    from desktop_crm.exchange.importing import undo_import
    from desktop_crm.services.import_history import imports

    database = _open(target)

    def work() -> int:
        with database.reading() as unit:
            newest = imports(unit)[0].id
        return undo_import(database, _signed_in(database), newest).deleted

    return work


def _open(target: str) -> Any:
    """The database, with everything loaded that a running program has loaded."""
    import openpyxl  # noqa: F401

    from desktop_crm.storage.database import open_database

    return open_database(target)


def _signed_in(database: Any) -> Any:
    from desktop_crm.services.sign_in import sign_in

    return sign_in(database)


CASES: Mapping[str, Case] = {
    case.__name__: case
    for case in (
        read_bare, read_ours, write_xlsxwriter, write_ours, import_limit, import_ours, undo_ours, export_ours
    )
}  # fmt: skip
LIMITS = {"read_ours": ("read_bare", 1.1), "write_ours": ("write_xlsxwriter", 1.35),
          "import_ours": ("import_limit", 1.6), "undo_ours": ("import_ours", 1.0),
          "export_ours": ("write_xlsxwriter", 1.35)}  # fmt: skip
"""Case -> the case it is measured by, and how many times its cost is aimed at."""


# -- what the cases need


def make_sheet(folder: Path, count: int, base: int) -> None:
    """The workbook to be read, whose customers no base holds."""
    from desktop_crm.exchange.write import ColumnSpec, write_table

    write_table(folder / SHEET, "Danh sách", [ColumnSpec(title, None) for title in TITLES], rows(count, base))


def make_base(folder: Path, count: int, target: str) -> None:
    """Fill an empty migrated database with customers, imported from a sheet some at a time."""
    from desktop_crm.exchange.commands import import_file
    from desktop_crm.exchange.write import ColumnSpec, write_table
    from desktop_crm.models import Organization

    database, size = _open(target), 100_000
    for first in range(0, count, size):
        write_table(
            folder / "base.xlsx", "B", [ColumnSpec(t, None) for t in TITLES], rows(min(size, count - first), first)
        )
        import_file(database, _signed_in(database), Organization, folder / "base.xlsx", existing="create")
    _forget_batches(database)
    database.close()
    (folder / "base.xlsx").unlink(missing_ok=True)


def _forget_batches(database: Any) -> None:
    """The table is as if its records had been there for ever; the engine knows how its values are spread."""
    from sqlalchemy import text

    with database.engine.connect() as connection:
        for statement in ("DELETE FROM imported_row", "DELETE FROM import_batch", "COMMIT", "ANALYZE"):
            connection.execute(text(statement))
        connection.commit()


def keep_finished(folder: Path, target: str) -> None:
    """Keep the rows that an import made as the driver takes them, for its limit: the columns the sheet filled."""
    if _kind(target) == "postgresql":
        import psycopg

        made = psycopg.connect(target).execute(_MADE)
        columns = [one.name for one in made.description or ()]
        stored = [tuple(_plain(value) for value in row) for row in made]
    else:
        found = sqlite3.connect(target).execute(_MADE)
        columns, stored = [one[0] for one in found.description], found.fetchall()
    kept = [p for p, name in enumerate(columns) if name in _NEEDED or any(row[p] != stored[0][p] for row in stored)]
    finished = [columns[p] for p in kept], [tuple(row[p] for p in kept) for row in stored]
    (folder / f"{_kind(target)}-{FINISHED}").write_bytes(pickle.dumps(finished))


_NEEDED = ("owner_id", "created_by_id", "modified_by_id", "created_at", "modified_at")
_MADE = (
    "SELECT o.* FROM organization o JOIN imported_row i ON i.record_id = o.id WHERE i.batch_id ="
    " (SELECT max(id) FROM import_batch) ORDER BY o.id"
)


def _plain(value: Any) -> Any:
    return json.dumps(value) if isinstance(value, dict) else value


def _kind(target: str) -> str:
    return "postgresql" if target.startswith("postgres") else "sqlite"


# -- measuring


class Cost(NamedTuple):
    """What a case cost: seconds of CPU here and in the database's server, of the clock, and the peak of memory."""

    cpu: float
    server: float
    wall: float
    megabytes: float
    done: float


Figures = dict[tuple[str, str], list[Cost]]
"""Kind of database and case -> what each run cost."""


def measure(name: str, folder: Path, count: int, target: str) -> Cost:
    """Run one case in this process."""
    work = CASES[name](folder, count, target)
    server, cpu, wall = _server_seconds(target), time.process_time(), time.perf_counter()
    done = work()
    spent = time.process_time() - cpu, _server_seconds(target) - server, time.perf_counter() - wall
    return Cost(*spent, _peak(), done)


def _peak() -> float:
    """Megabytes at the most; what the process that started this one had is not counted."""
    status = Path("/proc/self/status")
    if status.exists():
        return next(int(line.split()[1]) for line in status.read_text().splitlines() if line.startswith("VmHWM")) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _server_seconds(target: str) -> float:
    """CPU seconds of a PostgreSQL server on this machine since it started, its ended processes included."""
    if _kind(target) != "postgresql" or not os.path.isdir("/proc"):
        return 0.0
    import psycopg

    with psycopg.connect(target) as raw:
        own = raw.execute("SELECT pg_backend_pid()").fetchone()
        stats = {int(p.name): s for p in Path("/proc").iterdir() if p.name.isdigit() and (s := _stat(p))}
    assert own
    first = int(stats[own[0]][1])  # the parent of every process of the server
    lives = [fields for fields in stats.values() if int(fields[1]) == first]
    ticks = sum(int(s[11]) + int(s[12]) for s in (stats[first], *lives)) + sum(map(int, stats[first][13:15]))
    return ticks / os.sysconf("SC_CLK_TCK")


def _stat(process: Path) -> list[str]:
    """The fields of a process after its name; nothing where it has ended."""
    try:
        return (process / "stat").read_text().rpartition(")")[2].split()
    except OSError:
        return []


def _one(name: str, folder: Path, count: int, target: str) -> Cost:
    command = [sys.executable, "-m", "benchmarks.sheet_cases", "one", name, str(folder), str(count), target]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    if run.returncode:
        raise SystemExit(run.stderr)
    return Cost(*json.loads(run.stdout))


def main(count: int = 100_000, base: int = 200_000, repeats: int = 3, kinds: tuple[str, ...] = ("sqlite",)) -> None:
    """All cases in turn, as often as asked for; the medians."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make_sheet(folder, count, base)
        figures: Figures = {}
        plain = ("read_bare", "read_ours", "write_xlsxwriter", "write_ours")
        for _ in range(repeats):
            for case in plain:
                figures.setdefault(("", case), []).append(_one(case, folder, count, ""))
        for kind in kinds:
            with _COPIES[kind](folder) as fresh:
                _measure_kind(figures, kind, folder, count, base, repeats, fresh)
        _print(figures)


def _measure_kind(
    figures: Figures, kind: str, folder: Path, count: int, base: int, repeats: int, fresh: Callable[[str], str]
) -> None:
    """The cases of one kind of database; `fresh` copies a database by name, '' being an empty one."""
    filled = fresh("")
    make_base(folder, base, filled)
    tried = fresh(filled)
    _one("import_ours", folder, count, tried)
    keep_finished(folder, tried)
    for _ in range(repeats):
        ours = fresh(filled)
        turns = (("import_limit", fresh(filled)), ("import_ours", ours), ("export_ours", ours), ("undo_ours", ours))
        for case, target in turns:
            figures.setdefault((kind, case), []).append(_one(case, folder, count, target))


@contextmanager
def _sqlite_copies(folder: Path) -> Iterator[Callable[[str], str]]:
    numbers = itertools.count()

    def fresh(of: str) -> str:
        path = folder / f"{next(numbers)}.db"
        if of:
            shutil.copy(of, path)
        return str(path)

    yield fresh


@contextmanager
def _postgresql_copies(folder: Path) -> Iterator[Callable[[str], str]]:
    from tests.support import postgres

    postgres.choose_folder()
    with postgres.running() as server:
        yield lambda of: _url(server, of)
    postgres.remove_folder()


def _url(server: Any, of: str) -> str:
    from sqlalchemy import make_url

    name = server.create(make_url(of).database) if of else server.create()
    return str(name)


_COPIES = {"sqlite": _sqlite_copies, "postgresql": _postgresql_copies}


def _print(figures: Mapping[tuple[str, str], list[Cost]]) -> None:
    middle = {key: Cost(*map(statistics.median, zip(*costs, strict=True))) for key, costs in figures.items()}
    for (kind, case), cost in middle.items():
        limit, times = LIMITS.get(case, ("", 0))
        by = middle.get((kind, limit)) or middle.get(("", limit))
        ratio = (cost.cpu + cost.server) / (by.cpu + by.server) if by else 0
        told = f"{ratio:6.2f}x of {limit} (aim {times})" if by else ""
        print(f"{kind:11}{case:17}{cost.cpu:7.2f} s CPU +{cost.server:6.2f} s server {cost.wall:7.2f} s"
              f"{cost.megabytes:6.0f} MB{cost.done:9.0f} rows {told}")  # fmt: skip


if __name__ == "__main__":
    if sys.argv[1:2] == ["one"]:
        print(json.dumps(measure(sys.argv[2], Path(sys.argv[3]), int(sys.argv[4]), sys.argv[5])))
    else:
        numbers = [int(said) for said in sys.argv[1:] if said.isdigit()]
        words = tuple(said for said in sys.argv[1:] if not said.isdigit()) or ("sqlite",)
        main(*numbers, kinds=words)
