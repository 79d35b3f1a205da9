"""Custom fields and ids as conditions of a list, on both databases."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from desktop_crm.models import Lead
from desktop_crm.storage import listing
from desktop_crm.storage.database import Database
from desktop_crm.storage.listing import Condition, Query

CUSTOM = (
    {"size": "9.5", "since": "2020-05-01", "vip": True, "area": "Nam"},
    {"size": "100", "since": "2024-01-01", "vip": False},
    {},
)


@pytest.fixture
def filled(database: Database) -> Database:
    with database.writing() as unit:
        for place, custom in enumerate(CUSTOM):
            unit.session.add(Lead(number=f"TN-{place}", given_name=f"Tên {place}", custom=dict(custom)))
    return database


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        (Condition("custom.size", "between", (Decimal(10), None)), ["TN-1"]),
        (Condition("custom.size", "between", (None, Decimal("9.5"))), ["TN-0"]),
        (Condition("custom.since", "between", (date(2023, 1, 1), date(2024, 1, 1))), ["TN-1"]),
        (Condition("custom.vip", "equals", (True,)), ["TN-0"]),
        (Condition("custom.vip", "equals", (False,)), ["TN-1"]),
        (Condition("custom.area", "contains", ("na",)), ["TN-0"]),
        (Condition("custom.area", "is_empty"), ["TN-1", "TN-2"]),
        (Condition("id", "in", (1, 3)), ["TN-0", "TN-2"]),
    ],
)
def test_conditions_on_custom_fields(filled: Database, condition: Condition, expected: list[str]) -> None:
    query = Query(Lead, conditions=(condition,), sort="number")
    with filled.reading() as unit:
        assert [row.values[0] for row in listing.page(unit.session, query, ["number"])] == expected
