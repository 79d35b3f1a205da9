"""Numbers are never given twice, whatever the clocks say and whatever was erased."""

from __future__ import annotations

from datetime import date

from desktop_crm.models import Quote
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
