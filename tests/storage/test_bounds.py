"""What a column cannot keep is said before the database is asked, alike on both databases."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from desktop_crm.errors import Invalid
from desktop_crm.models import Organization, Quote, QuoteLine
from desktop_crm.storage.database import Database


@pytest.mark.parametrize(
    "value",
    [
        {"name": "x" * 301},
        {"name": "Công ty \0 A"},
        {"notes": "\ud800"},
        {"annual_revenue": Decimal(10) ** 14},
        {"annual_revenue": Decimal("1.23456")},
        {"annual_revenue": Decimal("NaN")},
        {"employees": 2**31},
    ],
)
def test_a_value_no_database_keeps_is_a_fault_of_its_field(database: Database, value: dict[str, Any]) -> None:
    with pytest.raises(Invalid) as caught, database.writing() as unit:
        unit.session.add(Organization(**{"number": "TC-1", "name": "Công ty A", **value}))
    assert set(value) <= {fault.field for fault in caught.value.faults}
    assert "“" in caught.value.text()


def test_the_largest_amounts_are_kept_to_the_last_digit(database: Database) -> None:
    amount = Decimal("99999999999999.9999")
    with database.writing() as unit:
        unit.session.add(Organization(number="TC-1", name="A", annual_revenue=amount, credit_limit=-amount))
    with database.reading() as unit:
        kept = unit.get(Organization, 1)
        assert (kept.annual_revenue, kept.credit_limit) == (amount, -amount)


def test_the_fault_of_a_line_names_its_place(database: Database) -> None:
    with pytest.raises(Invalid) as caught, database.writing() as unit:
        lines = [QuoteLine(position=0), QuoteLine(position=1, unit="x" * 31)]
        unit.session.add(Quote(number="BG-1", lines=lines))
    assert [fault.field for fault in caught.value.faults] == ["lines.1.unit"]
