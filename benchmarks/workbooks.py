"""Sheets read, written, imported, taken back and exported; each piece of work in a process of its own.

An import is measured beside the bare reader and driver putting the finished rows into the same table with its indexes.
"""

from __future__ import annotations

import statistics
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.cases import Bench, needed
from benchmarks.measuring import LEAST
from benchmarks.report import Row, aimed
from benchmarks.windows import probe

ROWS = 100_000
FIRST = 50_000_000
"""The number of the first customer in the sheet: no phone number or code of it is in a database of ours."""


class Cost(NamedTuple):
    """What `sheet_cases` says of one piece of work: seconds of CPU here and in the server, of the clock, megabytes."""

    cpu: float
    server: float
    wall: float
    megabytes: float
    done: float

    @property
    def whole(self) -> float:
        """Seconds of CPU altogether."""
        return self.cpu + self.server


def measure_files(size: int) -> Iterator[Row]:
    """Reading and writing, without a database; as many rows as the list is long, but `ROWS` at most."""
    cases, count = needed("benchmarks.sheet_cases"), min(ROWS, size)
    names = ("read_bare", "read_ours", "write_xlsxwriter", "write_ours")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        cases.make_sheet(folder, count, FIRST)
        costs: dict[str, list[Cost]] = {case: [] for case in names}
        for _ in range(LEAST):
            for case, taken in costs.items():
                taken.append(_one(case, folder, count))
        few = [_one("write_ours", folder, count // 10) for _ in range(LEAST)]
    yield _row("xlsx read, 15 columns", count, "", costs["read_ours"], costs["read_bare"], 1.1)
    yield _row("xlsx written, 15 columns", count, "", costs["write_ours"], costs["write_xlsxwriter"], 1.35)
    yield Row("memory to write xlsx", count, "", _memory(costs["write_ours"]), _memory(few),
              aimed(count, 1.2), "MB",
              note="the limit is a tenth of the rows")  # fmt: skip


def measure(bench: Bench) -> Iterator[Row]:
    """An import into as many customers as the database has contacts, its undoing, an export."""
    cases, count = needed("benchmarks.sheet_cases"), min(ROWS, bench.size)
    with tempfile.TemporaryDirectory(dir=bench.stores.folder) as name:
        folder = Path(name)
        cases.make_sheet(folder, count, FIRST)
        costs = _imports(bench, cases, folder, count)
    limit, ours = costs["import_limit"], costs["import_ours"]
    rows = f"{count:,} rows"
    yield _row(f"import of {rows}", bench.size, bench.kind, ours, limit, 1.6)
    yield _row(f"undo of an import of {rows}", bench.size, bench.kind, costs["undo_ours"], ours, 1.0)
    yield _row(f"export of {rows}", bench.size, bench.kind, costs["export_ours"], costs["write_xlsxwriter"], 1.35)
    yield Row(f"memory to import {rows}", bench.size, bench.kind, _memory(ours), _memory(costs["read_bare"]),
              aimed(count, 1.5), "MB",
              note="the limit is the bare reader of the sheet")  # fmt: skip


def _imports(bench: Bench, cases: Any, folder: Path, count: int) -> dict[str, list[Cost]]:
    """Every piece of work in turn, an import always into a fresh copy."""
    costs: dict[str, list[Cost]] = {}
    _once(bench, cases, folder, count, {}, keep=True)
    for _ in range(LEAST):
        for case in ("read_bare", "write_xlsxwriter"):
            costs.setdefault(case, []).append(_one(case, folder, count))
        _once(bench, cases, folder, count, costs)
    return costs


def _once(
    bench: Bench, cases: Any, folder: Path, count: int, costs: dict[str, list[Cost]], *, keep: bool = False
) -> None:
    """Import by bare means and by ours, export, take back; with `keep` only ours, whose rows the other gets."""
    for steps in (("import_ours",),) if keep else (("import_limit",), ("import_ours", "export_ours", "undo_ours")):
        copy = bench.stores.copy(bench.kind, bench.size, folder, "customers")
        try:
            for case in steps:
                costs.setdefault(case, []).append(_one(case, folder, count, copy))
            if keep:
                cases.keep_finished(folder, copy)
        finally:
            bench.stores.drop(copy)


def _one(case: str, folder: Path, count: int, target: str = "") -> Cost:
    return Cost(*probe("benchmarks.sheet_cases", "one", case, str(folder), str(count), target))


def _row(name: str, size: int, kind: str, ours: Sequence[Cost], limit: Sequence[Cost], target: float | None) -> Row:
    measured, least = _middle(ours, "whole"), _middle(limit, "whole")
    return Row(name, size, kind, measured * 1000, least * 1000, aimed(size, target), wall=_middle(ours, "wall") * 1000,
               limit_wall=_middle(limit, "wall") * 1000)  # fmt: skip


def _middle(costs: Sequence[Cost], what: str) -> float:
    return statistics.median(getattr(cost, what) for cost in costs)


def _memory(costs: Sequence[Cost]) -> float:
    return _middle(costs, "megabytes")
