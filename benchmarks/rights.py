"""PostgreSQL under row security, as people who see a part of a company: a seller, a head with a fifth, the director.

The statements are the program's; the arrangement of roles and policies is that of the tests. Targets are milliseconds
at a million contacts. For searches and counts they are the limits as they stand, compared with CPU time, which a busy
machine disturbs least; a list is too quick for that, so its limit is the same list read by bare means as the owner of
the tables, whom row security leaves alone, and the target is how many times as long it may take.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks import lists, search
from benchmarks.cases import Bench, Missing, needed
from benchmarks.measuring import Series, percentile, pooled
from benchmarks.report import Row, aimed
from desktop_crm.models import Contact
from desktop_crm.storage import listing
from desktop_crm.storage.database import open_database

WHICH, SHARES = ("median", "slowest of twenty"), (0.5, 0.95)

DIRECTOR, HEAD, SELLER = 1, 2, 301
"""Their places among the users."""

FREE_LIST = 0.42
"""Milliseconds of the first 100 rows without row security where the targets were set."""

SHARED = range(5, 2000, 10)
"""Single records that the seller sees besides their own."""


@dataclass(frozen=True, slots=True)
class Person:
    """Who looks, by shipped role and place; the most ms (median, slowest of twenty) of a list, a search, a count."""

    name: str
    place: int
    list: tuple[float, float]
    search: tuple[float, float]
    count: float | None = None


PEOPLE = (
    Person("staff", SELLER, (4, 8), (10, 25)),
    Person("manager", HEAD, (3, 6), (30, 180), 100),
    Person("administrator", DIRECTOR, (1.5, 3), (30, 80)),
)


def measure(bench: Bench) -> Iterator[Row]:
    """Lists, searches and counts of each of them."""
    if bench.kind != "postgresql":
        raise Missing("row security is PostgreSQL's")
    arrangement = needed("tests.support.rights")
    with _secured(bench, arrangement) as free:
        for person in PEOPLE:
            with _as(free, arrangement, person) as limited:
                yield from _rows(limited, free, person)


@contextmanager
def _secured(bench: Bench, arrangement: Any) -> Iterator[Bench]:
    """A copy of the database, opened as its owner."""
    bench.release()
    with tempfile.TemporaryDirectory() as folder:
        target = bench.stores.copy(bench.kind, bench.size, Path(folder))
        database = open_database(target)
        free = Bench(bench.stores, bench.kind, bench.size, target, database, bench.meter)
        try:
            yield free
        finally:
            free.release()
            bench.stores.drop(target)


@contextmanager
def _as(free: Bench, arrangement: Any, person: Person) -> Iterator[Bench]:
    """The same database as one of the people sees it."""
    shared = [("contact", key) for key in SHARED] if person.place == SELLER else []
    name = f"user{person.place:03}"
    _drop_login(free, name)
    url = arrangement.let_in(free.target, name, person.name, shared)
    database = open_database(url)
    limited = replace(free, target=url, database=database)
    try:
        yield limited
    finally:
        limited.release()
        _drop_login(free, name)


def _drop_login(free: Bench, name: str) -> None:
    """Logins belong to the whole server: one that an earlier run has left gives way."""
    free.raw.execute(f'DROP ROLE IF EXISTS "{name}"')
    free.raw.commit()


def _rows(limited: Bench, free: Bench, person: Person) -> Iterator[Row]:
    first = limited.meter.in_turn({"ours": partial(lists.first, limited), "limit": partial(lists.bare_first, free)})
    for which, share, most in zip(WHICH, SHARES, person.list, strict=True):
        ours, free_cost = (percentile(first[who].costs, share) * 1000 for who in ("ours", "limit"))
        yield Row(f"first 100 rows by name, {which}", limited.size, limited.kind, ours, free_cost,
                  aimed(limited.size, most / FREE_LIST), user=person.name)  # fmt: skip
    queries = [query for shape in search.SHAPES.values() for query in shape]
    searched = [_searched(limited, free, query) for query in queries]
    for which, share, most in zip(WHICH, SHARES, person.search, strict=True):
        yield _row(limited, person, f"search, {which}", most, searched, share)
    counted = limited.meter.in_turn({
        "ours": partial(lists.read, limited, listing.count, lists.LIST),
        "limit": partial(free.rows, lists.COUNT),
    })  # fmt: skip
    yield _row(limited, person, "how many rows, median", person.count, [counted], 0.5)


def _searched(limited: Bench, free: Bench, query: str) -> dict[str, Series]:
    works = {
        "ours": partial(search.ours, limited, Contact, query),
        "limit": search.limit(limited, free, Contact, query),
    }
    return limited.meter.in_turn(works)


def _row(
    bench: Bench, person: Person, name: str, most: float | None, taken: list[dict[str, Series]], share: float
) -> Row:
    """A share of all runs beside a limit that is given, and beside what they cost without row security."""
    measured, free = (percentile(pooled([one[who] for one in taken]), share) * 1000 for who in ("ours", "limit"))
    target, beside = None if most is None else 1.0, {"without row security": free}
    return Row(name, bench.size, bench.kind, measured, most, target, user=person.name, beside=beside)
