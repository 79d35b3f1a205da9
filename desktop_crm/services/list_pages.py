"""What a list reads: pages reached from anchors, how long it is, and what it comes to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from desktop_crm.models.fields import fields_of
from desktop_crm.storage.database import UnitOfWork
from desktop_crm.storage.listing import PAGE, Condition, ListRow, Query, anchors, count, page, totals

STEP = 1000  # rows from one anchor to the next, a multiple of PAGE


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A list as it was at one moment: how long, every 1000th row, and some of its pages."""

    count: int
    anchors: list[ListRow] = field(default_factory=list)
    pages: dict[int, list[ListRow]] = field(default_factory=dict)


def read_first(unit: UnitOfWork, query: Query, columns: Sequence[str]) -> list[ListRow]:
    """The page a list begins with."""
    return page(unit.session, query, columns, limit=PAGE)


def read_block(
    unit: UnitOfWork, query: Query, columns: Sequence[str], known: Sequence[ListRow], number: int
) -> dict[int, list[ListRow]]:
    """The page `number` and those between it and the anchor before it."""
    block, per_block = number * PAGE // STEP, STEP // PAGE
    if block > len(known):
        return {number: []}
    after = known[block - 1] if block else None
    rows = page(unit.session, query, columns, after, (number + 1) * PAGE - block * STEP)
    first = block * per_block
    return {first + i: rows[i * PAGE : (i + 1) * PAGE] for i in range(number - first + 1)}


def read_snapshot(unit: UnitOfWork, query: Query, columns: Sequence[str], numbers: Iterable[int]) -> Snapshot:
    """Count, anchors and the pages asked for, all of one moment."""
    wanted = sorted(set(numbers))
    if wanted == [0]:
        first = page(unit.session, query, columns, limit=PAGE)
        if len(first) < PAGE:
            return Snapshot(len(first), [], {0: first})
    total = count(unit.session, query)
    marks = anchors(unit.session, query, STEP) if total > STEP else []
    pages: dict[int, list[ListRow]] = {}
    for number in wanted:
        if number not in pages and number * PAGE < total:
            pages.update(read_block(unit, query, columns, marks, number))
    return Snapshot(total, marks, {number: pages[number] for number in wanted if number in pages})


@dataclass(frozen=True, slots=True)
class Sums:
    """Totals in dong, and how many records are in another currency and so are left out."""

    amounts: Mapping[str, Decimal]
    foreign: int = 0


def read_sums(unit: UnitOfWork, query: Query, keys: Sequence[str]) -> Sums:
    """The totals of a list's amount columns; amounts of different currencies are never added."""
    if "currency" not in fields_of(query.entity):
        return Sums(totals(unit.session, query, keys))
    others = replace(query, conditions=(*query.conditions, Condition("currency", "not_in", ("VND",))))
    dong = replace(query, conditions=(*query.conditions, Condition("currency", "in", ("VND",))))
    foreign = count(unit.session, others)
    return Sums(totals(unit.session, dong if foreign else query, keys), foreign)


def count_each(unit: UnitOfWork, queries: Sequence[Query]) -> list[int]:
    """How many records each view has."""
    return [count(unit.session, query) for query in queries]
