"""How fast the program is, measured beside what could be reached and beside what would be done naively.

    python -m benchmarks [--size N] [--database sqlite|postgresql] [--only NAME] [--json FILE] [--data FOLDER]

Without `--size` four sizes are measured (1,000 to 1,000,000 contacts), without `--database` both databases, without
`--only` every group: search, lists, windows, start, writes, sheets, rights, peers, pdf, files. The databases are made
by the first run and kept (`--data`): the largest takes minutes. `python -m benchmarks.page FILE...` makes
docs/benchmarks.md from the JSON of one or more runs.

How to read it. A row says what the program needed (`measured`), what bare means need for the same work in the same run
(`limit`: the driver, the library, the engine, an empty window) and how many times as much that is (`ratio`). `target`
is the greatest ratio that is aimed at. The figures are milliseconds of CPU, in the program, in what it starts and in
the PostgreSQL server, where the system tells them, else of the clock; the JSON has both. Ways are run in turn, each at
least five times, and the median counts, so a busy machine disturbs all of them alike. Absolute figures hold for the
machine named at the end; the ratios are what stays.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from benchmarks import lists, pdf, peers, report, rights, search, start, windows, workbooks, writes
from benchmarks.cases import Bench, Missing, opened
from benchmarks.machine import describe
from benchmarks.report import Row
from benchmarks.stores import Stores

SIZES = (1_000, 10_000, 100_000, 1_000_000)
KINDS = ("sqlite", "postgresql")

GROUPS: dict[str, Callable[[Bench], Iterator[Row]]] = {
    "search": search.measure,
    "lists": lists.measure,
    "windows": windows.measure,
    "start": start.measure,
    "writes": writes.measure,
    "sheets": workbooks.measure,
    "rights": rights.measure,
    "peers": peers.measure,
}
"""What is measured on each database of each size."""

ONCE: dict[str, Callable[[int], Iterator[Row]]] = {"pdf": pdf.measure, "files": workbooks.measure_files}
"""What no database takes part in; each is given the largest size."""


def options() -> argparse.Namespace:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=int, action="append", help="contacts; may be given more than once")
    parser.add_argument("--database", choices=KINDS)
    parser.add_argument("--only", choices=[*GROUPS, *ONCE], action="append", metavar="NAME")
    parser.add_argument("--json", type=Path, metavar="FILE")
    parser.add_argument("--data", type=Path, metavar="FOLDER")
    return parser.parse_args()


def run(chosen: argparse.Namespace) -> int:
    """Measure, print and keep what was asked for; how many rows miss their target."""
    stores, rows = Stores(chosen.data), list[Row]()
    groups = chosen.only or [*ONCE, *GROUPS]
    kinds = (chosen.database,) if chosen.database else KINDS
    with ExitStack() as stack:
        if "postgresql" in kinds and set(groups) & set(GROUPS):
            stack.enter_context(stores.serving())
        machine = describe(stores.version())
        for row in _rows(stores, chosen.size or SIZES, kinds, groups):
            rows.append(row)
            print(report.line(row), flush=True)
            if chosen.json:
                report.write(chosen.json, machine, rows)
    print("\n" + report.table(rows))
    print("\n" + "  ".join(f"{name}: {value}" for name, value in machine.items() if value))
    return sum(row.within is False for row in rows)


def _rows(stores: Stores, sizes: tuple[int, ...], kinds: tuple[str, ...], groups: list[str]) -> Iterator[Row]:
    for name in groups:
        if name in ONCE:
            yield from _of_group(name, ONCE[name], max(sizes))
    for size in sizes:
        for kind in kinds if set(groups) & set(GROUPS) else ():
            with opened(stores, kind, size) as bench:
                for name in groups:
                    if name in GROUPS:
                        yield from _of_group(name, GROUPS[name], bench)


def _of_group(name: str, measure: Callable[[Any], Iterator[Row]], given: Bench | int) -> Iterator[Row]:
    try:
        yield from measure(given)
    except Missing as error:
        print(f"{name}: left out, {error}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(min(run(options()), 99))
