"""What a list comes to: how long it is, and the totals of its amounts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from desktop_crm.models.fields import fields_of
from desktop_crm.storage.database import UnitOfWork
from desktop_crm.storage.listing import Condition, Query, count, totals

STEP = 1000  # rows from one anchor to the next, a multiple of PAGE


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
