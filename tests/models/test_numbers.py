"""Numbers, money and dates in Vietnamese writing."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import ROUND_HALF_UP, Context, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_crm.models.numbers import (
    CURRENCIES,
    AmbiguousNumber,
    NotADate,
    NotANumber,
    currency,
    format_date,
    format_datetime,
    format_money,
    format_number,
    format_percent,
    long_date,
    parse_date,
    parse_number,
    round_half_up,
    suggest_number,
)

NUMBERS = st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-(10**15), max_value=10**15)


@pytest.mark.parametrize(
    ("value", "decimals", "rounded"),
    [("0.5", 0, "1"), ("-0.5", 0, "-1"), ("1.005", 2, "1.01"), ("2.4999", 0, "2"), ("7", 2, "7.00"), ("-0.4", 0, "0")],
)
def test_round_half_up(value: str, decimals: int, rounded: str) -> None:
    assert str(round_half_up(Decimal(value), decimals)) == rounded


@given(NUMBERS, st.integers(0, 4))
def test_rounding_agrees_with_decimal(value: Decimal, decimals: int) -> None:
    assert round_half_up(value, decimals) == value.quantize(
        Decimal(1).scaleb(-decimals), ROUND_HALF_UP, Context(prec=60)
    )


def test_rounding_keeps_more_digits_than_a_decimal_context() -> None:
    huge = Decimal("123456789012345678901234567890123.45")
    assert str(round_half_up(huge, 1)) == "123456789012345678901234567890123.5"


def test_money_follows_its_currency() -> None:
    amount = Decimal("1234567.895")
    assert format_money(amount) == "1.234.568"
    assert format_money(amount, "USD") == "1.234.567,90"
    assert format_money(amount, "USD", "en") == "1,234,567.90"
    assert format_money(amount, "VND", symbol=True) == "1.234.568\u00a0₫"
    assert format_money(-amount, "USD", "en", symbol=True) == "-$1,234,567.90"
    assert format_money(Decimal("-0.2")) == "0"
    assert currency("XAU").decimals == 2


def test_numbers_show_the_decimals_they_have() -> None:
    assert format_number(Decimal("1234.500")) == "1.234,5"
    assert format_number(Decimal("1E+3")) == "1.000"
    assert format_number(1000, 2, "en") == "1,000.00"
    assert format_percent(Decimal("8.00")) == "8%"
    assert format_percent(Decimal("7.5")) == "7,5%"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1.234", "1234"),
        ("1,5", "1.5"),
        ("1.5", "1.5"),
        ("0.125", "0.125"),
        ("0,125", "0.125"),
        (",5", "0.5"),
        ("1234,567", "1234.567"),
        ("1.234.567,89", "1234567.89"),
        ("1,234,567.89", "1234567.89"),
        ("1.234.567", "1234567"),
        ("1,234,567", "1234567"),
        ("1 234 567,5", "1234567.5"),
        ("1\u00a0234\u00a0567 ₫", "1234567"),
        ("15.000đ", "15000"),
        ("15.000 VND", "15000"),
        ("15.000 vnđ", "15000"),
        ("$1,234.50", "1234.5"),
        ("8 %", "8"),
        ("-1.000", "-1000"),
        ("−5", "-5"),
        ("(1.000)", "-1000"),
        ("+7", "7"),
        ("007", "7"),
        ("-0", "0"),
    ],
)
def test_parse_number(text: str, value: str) -> None:
    assert parse_number(text) == Decimal(value)


def test_english_groups_with_commas() -> None:
    assert parse_number("1,234", "en") == 1234
    assert parse_number("1.5", "en") == Decimal("1.5")
    assert parse_number("1.234.567,89", "en") == Decimal("1234567.89")


def test_two_readings_are_asked_about() -> None:
    with pytest.raises(AmbiguousNumber) as caught:
        parse_number("1,234")
    assert caught.value.readings == (Decimal("1.234"), Decimal(1234))
    assert isinstance(caught.value, ValueError)
    assert "1.234" in str(caught.value)
    with pytest.raises(AmbiguousNumber):
        parse_number("-1.234", "en")


def test_the_decimals_of_the_field_settle_it() -> None:
    assert parse_number("1,234", decimals=0) == 1234
    assert parse_number("1,234", decimals=3) == Decimal("1.234")


@pytest.mark.parametrize(
    "text", ["", "abc", "1.2 tỷ", "3 triệu", "1.23.456", "1,234.567,8", "12 34", "1..2", "--1", "1e5", ".", "đ", "½"]
)
def test_what_is_no_number(text: str) -> None:
    with pytest.raises(NotANumber):
        parse_number(text)


@given(NUMBERS, st.sampled_from(["vi", "en"]))
def test_a_shown_number_is_read_back(value: Decimal, language: str) -> None:
    assert parse_number(format_number(value, language=language), language, decimals=4) == value


@given(NUMBERS, st.sampled_from(sorted(CURRENCIES)), st.sampled_from(["vi", "en"]), st.booleans())
def test_shown_money_is_read_back(value: Decimal, code: str, language: str, symbol: bool) -> None:
    money = round_half_up(value, currency(code).decimals)
    text = format_money(money, code, language, symbol=symbol)
    if currency(code).symbol in "₫$€£¥₩฿₭":
        assert parse_number(text, language) == money


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1.2 tỷ", 1_200_000_000),
        ("3 triệu", 3_000_000),
        ("3 trieu đồng", 3_000_000),
        ("500k", 500_000),
        ("2tr5", 2_500_000),
        ("1 tỷ 200 triệu", 1_200_000_000),
        ("1,5 Tỉ đ", 1_500_000_000),
        ("1.200 tỷ", 1_200_000_000_000),
        ("15 nghìn", 15_000),
        ("12", None),
        ("3 triệu 2 tỷ", None),
        ("triệu", None),
        ("5 tấn", None),
    ],
)
def test_suggest_number(text: str, value: int | None) -> None:
    assert suggest_number(text) == value


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("05/03/2026", date(2026, 3, 5)),
        ("5-3-26", date(2026, 3, 5)),
        ("5.3.2026", date(2026, 3, 5)),
        ("2026-03-05", date(2026, 3, 5)),
        ("1/2/72", date(1972, 2, 1)),
        ("ngày 5 tháng 3 năm 2026", date(2026, 3, 5)),
        ("Ngày 05 tháng 03 năm 2026", date(2026, 3, 5)),
        (" 29/02/2028 ", date(2028, 2, 29)),
    ],
)
def test_parse_date(text: str, day: date) -> None:
    assert parse_date(text) == day


@pytest.mark.parametrize("text", ["13/25/2026", "12/25/2026", "31/02/2026", "29/02/2027", "5/3", "5/3-2026", "", "mai"])
def test_what_is_no_date(text: str) -> None:
    with pytest.raises(NotADate):
        parse_date(text)


def test_dates_are_written_day_first() -> None:
    assert format_date(date(2026, 3, 5)) == "05/03/2026"
    assert long_date(date(2026, 3, 5)) == "ngày 05 tháng 03 năm 2026"
    assert long_date(date(2026, 3, 5), "en") == "5 March 2026"


def test_moments_show_on_the_clock_of_vietnam() -> None:
    evening = datetime(2026, 12, 31, 17, 30, tzinfo=UTC)
    assert format_datetime(evening) == "01/01/2027 00:30"
    assert format_date(evening) == "01/01/2027"
    with pytest.raises(ValueError, match="time zone"):
        format_datetime(datetime(2026, 1, 1))
