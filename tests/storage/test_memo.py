"""What a unit of work remembers never hides what it has changed itself."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from sqlalchemy import select

from desktop_crm.models import Organization, TaxRate
from desktop_crm.models.fields import Kind
from desktop_crm.services import custom_fields
from desktop_crm.services.drafts import tax_rates
from desktop_crm.services.records import added_fields
from desktop_crm.storage.database import Database
from tests.support.statements import statements


def test_rates_are_read_once_in_a_unit_of_work(database: Database) -> None:
    with database.reading() as unit, statements(database) as said:
        assert tax_rates(unit) is tax_rates(unit)
        assert tax_rates(unit, date(2026, 11, 16)) == tax_rates(unit, date(2026, 11, 16))
    assert len([text for text in said if "FROM tax_rate" in text]) == 1


def test_a_rate_changed_or_added_in_the_unit_is_seen_before_and_after_it_is_stored(database: Database) -> None:
    with database.writing() as unit:
        before = tax_rates(unit)
        row = unit.session.scalars(select(TaxRate).where(TaxRate.code == "VAT8")).first()
        assert row is not None
        row.percent = Decimal(7)
        assert {rate.percent for rate in tax_rates(unit) if rate.code == "VAT8"} >= {Decimal(7)}
        unit.session.add(TaxRate(code="VAT3", label="3 %", percent=Decimal(3), valid_from=date(2026, 1, 1)))
        assert len(tax_rates(unit)) == len(before) + 1
        unit.session.flush()
        assert len(tax_rates(unit)) == len(before) + 1


def test_other_rows_do_not_make_it_read_again(database: Database) -> None:
    with database.writing() as unit:
        rates = tax_rates(unit)
        unit.session.add(Organization(number="TC-1", name="An Bình"))
        assert tax_rates(unit) is rates
        unit.session.flush()
        assert tax_rates(unit) is rates


def test_a_field_defined_in_the_unit_is_known_at_once(database: Database) -> None:
    with database.writing() as unit:
        assert added_fields(unit, "organization") == {}
        custom_fields.define(unit, "organization", "Vùng", Kind.TEXT)
        assert list(added_fields(unit, "organization")) == ["custom.vung"]
