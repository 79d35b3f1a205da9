"""VAT rates are rows with dates."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from desktop_crm.models.tax_rates import ending_before, rate_on


@dataclass(frozen=True)
class Row:
    code: str
    percent: Decimal | None
    valid_from: date
    valid_to: date | None = None


OLD = date(2009, 1, 1)
VAT8 = Row("VAT8", Decimal(8), date(2025, 7, 1), date(2026, 12, 31))
KCT = Row("KCT", None, OLD)
VAT10 = Row("VAT10", Decimal(10), OLD)
ROWS = [VAT10, VAT8, KCT]


def test_a_rate_is_in_force_on_its_first_and_last_day() -> None:
    assert rate_on(ROWS, "VAT8", date(2025, 6, 30)) is None
    assert rate_on(ROWS, "VAT8", date(2025, 7, 1)) is VAT8
    assert rate_on(ROWS, "VAT8", date(2026, 12, 31)) is VAT8
    assert rate_on(ROWS, "VAT8", date(2027, 1, 1)) is None
    assert rate_on(ROWS, "KCT", date(2030, 1, 1)) is KCT


def test_a_later_decree_wins() -> None:
    renewed = Row("VAT10", Decimal(9), date(2026, 1, 1))
    assert rate_on([renewed, *ROWS], "VAT10", date(2026, 1, 1)) is renewed
    assert rate_on([renewed, *ROWS], "VAT10", date(2025, 12, 31)) is VAT10


def test_a_supply_after_the_end_of_a_rate_is_warned_of() -> None:
    today = date(2026, 12, 1)
    assert ending_before(ROWS, ["VAT10", "VAT8", "VAT8", "KCT"], today, date(2027, 1, 5)) == [VAT8]
    assert ending_before(ROWS, ["VAT8"], today, date(2026, 12, 31)) == []
    assert ending_before(ROWS, ["VAT7"], today, date(2027, 1, 5)) == []


def test_a_rate_that_is_prolonged_or_changed() -> None:
    prolonged = Row("VAT8", Decimal(8), date(2027, 1, 1), date(2027, 6, 30))
    assert ending_before([*ROWS, prolonged], ["VAT8"], date(2026, 12, 1), date(2027, 1, 5)) == []
    changed = Row("VAT8", Decimal(9), date(2027, 1, 1))
    assert ending_before([*ROWS, changed], ["VAT8"], date(2026, 12, 1), date(2027, 1, 5)) == [VAT8]
