"""docs/benchmarks.md and its pictures, made from the JSON of one or more runs.

    python -m benchmarks.page FILE.json...

Of a row that several files have, the last one counts.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.plot import Points, chart
from benchmarks.report import HEADINGS, Row, amount, cells, read

DOCS = Path(__file__).resolve().parents[1] / "docs"

INTRODUCTION = """# Speed and memory

Every figure stands beside its limit: the same work by bare means (the driver, the library, the engine, an empty window)
in the same run, in turn with ours. What counts is the ratio; absolute figures hold for the machine below only. Unless a
unit says otherwise they are medians of CPU time in milliseconds, of the PostgreSQL server's processes, too.

```
python -m benchmarks                       # everything; the largest databases are made first, which takes minutes
python -m benchmarks --size 10000 --only search --database sqlite
python -m benchmarks --json run.json       # and then: python -m benchmarks.page run.json   (this page)
python -m benchmarks.peers install         # Tryton, in an environment of its own, to be measured beside
```

The data are made up: Vietnamese names as often as they are met, companies, phones, e-mail addresses, owners among 500
users; organizations are a tenth of the contacts, quotes with their lines a fifth.
"""

MISSED = """## Where a target is missed

- **Searches and pages of a millisecond or two** (2-5 times the limit): what is left is fixed, about 0.35 ms a statement
  on a file and 1.5 ms on a server, in the unit of work and in SQLAlchemy's handling of a statement and of its rows.
  Statements are built once for each shape, run on Core, and rows become plain tuples; more would mean going past the
  library. Nobody can see it; `search, median of all` and `slowest of twenty` are what counts.
- **Words that belong together and stand far off**: how many rows a walk needs is estimated as if words had nothing to
  do with each other. A walk is given up at half the price of the index, which bounds the loss.
- **The count of a manager who sees a fifth** on a server: row security looks at the owner of every row. It runs behind
  the list and holds nothing up; nothing quicker has been found so far.
- **The window** (1.5-2.2 times an empty one, more the busier the machine): half of it is PySide's own loading, the rest
  style, fonts and icons of bar and rail. No library of the database, of pages or sheets is loaded by then.
- **The first rows of a list on a server**: they wait for SQLAlchemy, the mapped classes and the connection; only those
  of a local file come by a way of their own.
- **Reading an .xlsx** (1.16 times calamine): what is more is formulas without a value and merged cells being noticed.
- **Memory of an import** (1.6 times the limit's): the plan of every row is kept until it is shown and undone.
"""


def merged(files: Iterable[Path]) -> tuple[dict[str, Any], list[Row]]:
    """The rows of all files and the machine of the last one."""
    machine: dict[str, Any] = {}
    rows: dict[tuple[str, int, str, str], Row] = {}
    for file in files:
        machine, found = read(file)
        for row in found:
            rows[row.name, row.size, row.database, row.user] = row
    return machine, list(rows.values())


def page(machine: Mapping[str, Any], rows: Sequence[Row], pictures: Mapping[str, str] = {}) -> str:
    """The page as Markdown; `pictures` are titles by the names of files."""
    aimed = [row for row in rows if row.within is not None]
    kept = sum(row.within is True for row in aimed)
    told = (
        f"{kept} of {len(aimed)} rows with a target keep it. Of a row that was measured at several sizes the largest is"
    )
    told += " shown,\nof the queries of a search the one farthest from its limit."
    parts = [INTRODUCTION, "## Targets", told]
    parts += [_table(HEADINGS, map(cells, _worst(_largest(rows)))), MISSED]
    parts += ["## Beside other ways", _beside(_largest(rows))]
    parts += ["## How cost grows", *(f"![{title}](images/{name})" for name, title in pictures.items()), _growth(rows)]
    parts += ["## The machine", _table(("what", "which"), [(k, _told(v)) for k, v in machine.items() if v])]
    return "\n\n".join(part.strip("\n") for part in parts if part) + "\n"


def _told(value: Any) -> str:
    return " / ".join(map(str, value)) + " ms" if isinstance(value, list | tuple) else str(value)


def _table(headings: Sequence[str], lines: Iterable[Sequence[str]]) -> str:
    rows = [headings, ["---"] * len(headings), *lines]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in rows)


def _largest(rows: Sequence[Row]) -> list[Row]:
    sizes: dict[tuple[str, str, str], int] = {}
    for row in rows:
        key = row.name, row.database, row.user
        sizes[key] = max(row.size, sizes.get(key, 0))
    return [row for row in rows if row.size == sizes[row.name, row.database, row.user]]


def _worst(rows: Sequence[Row]) -> list[Row]:
    """Of the rows whose names are alike before a colon, size and database too, the one with the greatest ratio."""
    found: dict[tuple[str, int, str, str], Row] = {}
    for row in rows:
        shape = row.name.partition(":")[0] if row.name.startswith("search") else row.name
        key = shape, row.size, row.database, row.user
        if key not in found or (row.ratio or 0) > (found[key].ratio or 0):
            found[key] = row
    return list(found.values())


def _beside(rows: Sequence[Row]) -> str:
    lines = [
        (row.name, f"{row.size:,}" if row.size else "", row.database, amount(row.measured, row.unit), way, times)
        for row in rows
        for way, cost in row.beside.items()
        if (times := f"{amount(cost, row.unit)} ({cost / row.measured:.1f}×)")
    ]
    return _table(("name", "size", "database", "measured", "other way", "it costs"), lines) if lines else ""


def _growth(rows: Sequence[Row]) -> str:
    sizes = sorted({row.size for row in rows if row.size})
    lines: dict[tuple[str, str, str], dict[int, str]] = {}
    for row in rows:
        if row.size and (not row.name.startswith("search") or ":" not in row.name):
            lines.setdefault((row.name, row.database, row.user), {})[row.size] = amount(row.measured, row.unit)
    told = [
        (f"{name} ({user})" if user else name, database, *(figures.get(size, "") for size in sizes))
        for (name, database, user), figures in lines.items()
        if len(figures) > 1
    ]
    return _table(("measured", "database", *(f"{size:,}" for size in sizes)), told) if told else ""


SEARCH = ("search, median of all", "search, slowest of twenty", "search, none: zzzq nguyen")
LISTS = ("first 100 rows by name", "100 rows at nine tenths", "how many rows")
MEMORY = ("list in the window: memory",)

PICTURES = {
    "benchmark-search.svg": ("Search, CPU time of a page", "ms", SEARCH),
    "benchmark-lists.svg": ("Lists, CPU time", "ms", LISTS),
    "benchmark-memory.svg": ("Memory of a list in the window", "MB", MEMORY),
}
"""Title, unit and rows of each picture."""


def pictures(rows: Sequence[Row]) -> dict[str, str]:
    """The pictures by their file names, of rows that were measured at several sizes."""
    drawn = {name: (title, unit, _lines(rows, names)) for name, (title, unit, names) in PICTURES.items()}
    return {name: chart(*told) for name, told in drawn.items() if any(len(points) > 1 for points in told[2].values())}


def _lines(rows: Sequence[Row], names: Sequence[str]) -> dict[str, Points]:
    """What was measured, and other ways beside it, by size."""
    found: dict[str, dict[int, float]] = {}
    for row in rows:
        if row.name in names and not row.user:
            label = row.name.rpartition(", ")[2].rpartition(": ")[2]
            found.setdefault(f"{label}, {row.database}", {})[row.size] = row.measured
            for way, cost in row.beside.items():
                found.setdefault(f"{way}, {row.database}", {})[row.size] = cost
    return {name: sorted(points.items()) for name, points in found.items()}


def main(files: Sequence[str]) -> None:
    """Write the page and its pictures."""
    machine, rows = merged(map(Path, files))
    drawn = pictures(rows)
    (DOCS / "images").mkdir(exist_ok=True)
    for name, picture in drawn.items():
        (DOCS / "images" / name).write_text(picture, encoding="utf-8")
    (DOCS / "benchmarks.md").write_text(
        page(machine, rows, {name: PICTURES[name][0] for name in drawn}), encoding="utf-8"
    )


if __name__ == "__main__":
    main(sys.argv[1:])
