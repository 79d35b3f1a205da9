"""Numbers are never given twice, whatever the clocks say and whatever was erased."""

from __future__ import annotations

from datetime import date

import pytest

from desktop_crm.errors import Invalid
from desktop_crm.models import Organization, Quote
from desktop_crm.services import number_series, records
from desktop_crm.storage.database import Database
from tests.support import sales

NEW_YEARS_EVE, NEW_YEAR = date(2026, 12, 31), date(2027, 1, 1)


def number_on(database: Database, day: date) -> str:
    with sales.at_work(database, day) as unit:
        return sales.quote(unit, valid_until=date(2027, 2, 1)).number


def test_a_clock_that_is_behind_goes_on_with_the_old_year(database: Database) -> None:
    days = (NEW_YEARS_EVE, NEW_YEAR, NEW_YEARS_EVE, NEW_YEAR)
    given = [number_on(database, day) for day in days]
    assert given == ["BG-2026-0001", "BG-2027-0001", "BG-2026-0002", "BG-2027-0002"]


def test_the_number_of_an_erased_record_is_not_given_again_when_the_pattern_is_saved(database: Database) -> None:
    with sales.at_work(database, NEW_YEAR) as unit:
        gone = sales.quote(unit, valid_until=date(2027, 2, 1))
        records.delete(unit, Quote, [gone.id])
        records.erase(unit, Quote, [gone.id])
        number_series.set_pattern(unit, "quote", "BG-{yyyy}-{0000}")
    assert number_on(database, NEW_YEAR) == "BG-2027-0002"


def test_a_series_looked_at_within_the_unit_knows_what_the_unit_has_counted(database: Database) -> None:
    with sales.at_work(database, NEW_YEAR) as unit:
        assert sales.quote(unit).number == "BG-2027-0001"
        assert next(row.last for row in number_series.series(unit) if row.module == "quote") == 1
        assert number_series.set_pattern(unit, "quote", "Q{yy}-{000}").following == "Q27-001"
        assert sales.quote(unit).number == "Q27-001"
        assert sales.quote(unit).number == "Q27-002"
    with sales.at_work(database, NEW_YEAR) as unit:
        assert sales.quote(unit).number == "Q27-003"


def test_numbers_of_an_aborted_unit_are_given_again(database: Database) -> None:
    with pytest.raises(RuntimeError), sales.at_work(database, NEW_YEAR) as unit:
        sales.quote(unit)
        raise RuntimeError
    assert number_on(database, NEW_YEAR) == "BG-2027-0001"


def test_many_records_are_numbered_in_their_order_with_one_count(database: Database) -> None:
    with sales.at_work(database, NEW_YEAR) as unit:
        made = records.create_many(unit, Organization, [{"name": f"Công ty {n}"} for n in range(3)])
    assert [one.title for one in sorted(made, key=lambda one: one.number)] == ["Công ty 0", "Công ty 1", "Công ty 2"]
    with pytest.raises(Invalid), sales.at_work(database, NEW_YEAR) as unit:
        records.create_many(unit, Organization, [{"name": "Công ty 3"}, {"name": ""}])
    with sales.at_work(database, NEW_YEAR) as unit:
        following = sales.organization(unit)
    assert int(following.number[-4:]) == int(made[-1].number[-4:]) + 1
    assert {change.action for change in unit.changes} == {"created"}
