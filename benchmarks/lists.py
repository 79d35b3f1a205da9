"""Lists as they are read: the first page, a page far down, how many there are, and every thousandth row.

Beside each the same by the bare driver, and what would be done naively: OFFSET, and all records as objects.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from benchmarks.bare import shown
from benchmarks.cases import COLUMNS, PAGE, Bench
from benchmarks.measuring import Series, Work
from benchmarks.report import Row, aimed
from desktop_crm.models import Contact
from desktop_crm.storage import listing
from desktop_crm.storage.listing import ListRow, Query

_FIRST = "SELECT id FROM contact WHERE deleted_at IS NULL ORDER BY title_sort, id LIMIT 100"
_AFTER = (
    "SELECT id FROM contact WHERE deleted_at IS NULL AND (title_sort, id) > (?, ?) ORDER BY title_sort, id LIMIT 100"
)
COUNT = "SELECT count(*) FROM contact WHERE deleted_at IS NULL"
_EVERY = (
    "SELECT id, title_sort FROM (SELECT id, title_sort, row_number() OVER (ORDER BY title_sort, id) AS place"
    " FROM contact WHERE deleted_at IS NULL) k WHERE place % 1000 = 0 ORDER BY place"
)
LIST = Query(Contact)


def measure(bench: Bench) -> Iterator[Row]:
    """One row for each kind of reading."""
    beside = {"all records as objects": partial(all_objects, bench)}
    yield _row(bench, "first 100 rows by name", 2.0, partial(first, bench), partial(bare_first, bench), beside)
    after = read(bench, listing.anchors, LIST, bench.size // 10)[8]
    beside = {"OFFSET": partial(by_offset, bench)}
    key = bench.rows("SELECT title_sort FROM contact WHERE id = ?", (after.id,))[0][0]
    bare = partial(shown, bench, "contact", _AFTER, (key, after.id))
    yield _row(bench, "100 rows at nine tenths", 2.0, partial(first, bench, after), bare, beside)
    yield _row(bench, "how many rows", None, partial(read, bench, listing.count, LIST), partial(bench.rows, COUNT))
    every = partial(read, bench, listing.anchors, LIST, 1000)
    yield _row(bench, "every thousandth row", None, every, partial(bench.rows, _EVERY))


def _row(
    bench: Bench, name: str, target: float | None, work: Work, bare: Work, naive: dict[str, Work] | None = None
) -> Row:
    series = bench.meter.in_turn({"ours": work, "limit": bare})
    ours, limit, beside = series["ours"], series["limit"], _naive(bench, naive or {})
    return Row(
        name, bench.size, bench.kind, ours.cost * 1000, limit.cost * 1000, aimed(bench.size, target),
        wall=ours.wall * 1000, limit_wall=limit.wall * 1000,
        beside={key: one.cost * 1000 for key, one in beside.items()},
    )  # fmt: skip


def _naive(bench: Bench, naive: dict[str, Work]) -> dict[str, Series]:
    """Ways that take long are measured no more often than they must be."""
    return bench.meter.in_turn(naive, seconds=0, least=3) if naive else {}


def read(bench: Bench, work: Callable[..., Any], *how: Any) -> Any:
    """What one of the storage's functions reads in a unit of work of its own."""
    with bench.database.reading(bench.actor) as unit:
        return work(unit.session, *how)


def first(bench: Bench, after: ListRow | None = None) -> list[ListRow]:
    """A page as the program reads it."""
    return read(bench, listing.page, LIST, COLUMNS, after, PAGE)


def bare_first(bench: Bench) -> list[Any]:
    """The first page by the bare driver."""
    return shown(bench, "contact", _FIRST)


def by_offset(bench: Bench) -> list[Any]:
    """A page far down, counted from the start."""
    return shown(bench, "contact", f"{_FIRST} OFFSET {bench.size * 9 // 10}")


def all_objects(bench: Bench) -> int:
    """Every record as an object of its class."""
    with Session(bench.database.engine) as session:
        return len(session.scalars(select(Contact).order_by(Contact.title_sort, Contact.id)).all())
