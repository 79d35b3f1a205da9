"""Filters in words and in days."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

import pytest

from desktop_crm.models import Lead, Organization, Quote
from desktop_crm.models.fields import field_of
from desktop_crm.models.numbers import VIETNAM
from desktop_crm.storage.listing import Condition
from desktop_crm.views.records.filter_values import (
    PERIODS,
    day_of,
    describe,
    from_json,
    period_of,
    resolve,
    to_json,
)

TODAY = date(2026, 11, 22)  # a Sunday


@pytest.mark.parametrize(
    ("kept", "meant"),
    [
        ("@today", TODAY),
        ("@today-30", date(2026, 10, 23)),
        ("@today+7", date(2026, 11, 29)),
        ("@week", date(2026, 11, 16)),
        ("@week-end", date(2026, 11, 22)),
        ("@month", date(2026, 11, 1)),
        ("@month-end", date(2026, 11, 30)),
        ("@last-month", date(2026, 10, 1)),
        ("@last-month-end", date(2026, 10, 31)),
        ("@next-month-end", date(2026, 12, 31)),
        ("@quarter", date(2026, 10, 1)),
        ("@quarter-end", date(2026, 12, 31)),
        ("@year-end", date(2026, 12, 31)),
        ("2026-02-28", date(2026, 2, 28)),
        (None, None),
    ],
)
def test_days_that_move(kept: str | None, meant: date | None) -> None:
    assert day_of(kept, TODAY) == meant


def test_quarters_of_every_month() -> None:
    firsts = [day_of("@quarter", date(2026, month, 15)) for month in range(1, 13)]
    assert [first.month for first in firsts if first] == [1, 1, 1, 4, 4, 4, 7, 7, 7, 10, 10, 10]


def test_last_month_of_january_is_december() -> None:
    assert day_of("@last-month-end", date(2027, 1, 5)) == date(2026, 12, 31)


def test_every_period_can_be_worked_out_and_named() -> None:
    for period in PERIODS:
        condition = Condition("created_at", "between", (period.start, period.end))
        assert period_of(condition) == period
        start, end = (day_of(value, TODAY) for value in condition.values)
        assert start is None or end is None or start <= end


def test_moments_span_whole_days_in_vietnam() -> None:
    condition = Condition("created_at", "between", ("2026-11-01", None))
    start, end = resolve(condition, field_of(Lead.created_at), None, TODAY).values
    assert start == datetime(2026, 11, 1, tzinfo=VIETNAM)
    assert end is None


def test_me_is_the_user() -> None:
    condition = Condition("owner_id", "in", ("@me", 7))
    assert resolve(condition, field_of(Lead.owner_id), 3, TODAY).values == (3, 7)


def test_amounts_become_exact() -> None:
    condition = Condition("annual_revenue", "between", ("1000.5", None))
    assert resolve(condition, field_of(Organization.annual_revenue), 3, TODAY).values == (Decimal("1000.5"), None)


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        (Condition("status", "in", ("hot", "warm")), "hot!, warm!"),
        (Condition("status", "not_in", ("a", "b", "c")), "không phải a!, b! +1"),
        (Condition("status", "is_empty"), "(trống)"),
        (Condition("company", "contains", ("phát",)), "“phát”"),
        (Condition("created_at", "between", ("@month", "@month-end")), "Tháng này"),
        (Condition("created_at", "between", ("@today-30", None)), "từ 30 ngày trước"),
        (Condition("created_at", "between", ("2026-01-01", "2026-01-31")), "01/01/2026 – 31/01/2026"),
        (Condition("annual_revenue", "between", (None, "5000000")), "đến 5.000.000"),
        (Condition("owner_id", "in", ("@me", 7)), "Tôi, Lê Thu Hà"),
        (Condition("do_not_call", "equals", (True,)), "Có"),
    ],
)
def test_chips_say_what_is_filtered(condition: Condition, words: str) -> None:
    field = field_of(getattr(Lead, condition.key))
    titles = {("app_user", 7): "Lê Thu Hà"}
    assert describe(condition, field, lambda name, code: f"{code}!", titles) == words


def test_conditions_survive_json() -> None:
    condition = Condition("grand_total", "between", ("1", None))
    assert from_json(to_json(condition)) == condition
    assert field_of(Quote.grand_total).key == "grand_total"
