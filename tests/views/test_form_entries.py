"""What is typed into a field, read and shown again."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from desktop_crm.i18n import mark, set_language
from desktop_crm.models.entry import EntryError
from desktop_crm.models.fields import Field, Kind
from desktop_crm.models.numbers import AmbiguousNumber
from desktop_crm.views.records.entries import entry_of, grouped_while_typing, read_date, today


def entry(kind: Kind, currency: str = "VND"):
    return entry_of(Field(mark("Test", "Field"), kind), currency)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("25/12/2026", date(2026, 12, 25)),
        ("5-3-26", date(2026, 3, 5)),
        ("25122026", date(2026, 12, 25)),
        ("251226", date(2026, 12, 25)),
        ("2026-12-25", date(2026, 12, 25)),
        ("ngày 5 tháng 3 năm 2026", date(2026, 3, 5)),
        ("", None),
    ],
)
def test_a_day_is_read_in_any_usual_way(text: str, expected: date | None) -> None:
    assert read_date(text) == expected


def test_a_day_without_a_year_is_of_this_year() -> None:
    assert read_date("1/2") == date(today().year, 2, 1)
    assert read_date("Hôm nay") == today()


def test_no_day_is_a_fault() -> None:
    with pytest.raises(EntryError):
        read_date("31/02/2026")


@pytest.mark.parametrize(
    ("text", "expected"),
    [("1.234.567", 1234567), ("1,234,567 đ", 1234567), ("500k", 500000), ("1,2 tỷ", 1200000000), ("", 0)],
)
def test_money_is_read_with_either_separator_and_in_words(text: str, expected: int) -> None:
    assert entry(Kind.MONEY).read(text) == expected


def test_dong_have_no_decimals_and_dollars_have_two() -> None:
    with pytest.raises(EntryError):
        entry(Kind.MONEY).read("1,5")
    assert entry(Kind.MONEY, "USD").read("1,5") == Decimal("1.5")
    assert entry(Kind.MONEY, "USD").show(Decimal("1234.5")) == "1.234,50"


def test_a_quantity_that_can_be_read_in_two_ways_is_asked_about() -> None:
    with pytest.raises(AmbiguousNumber):
        entry(Kind.QUANTITY).read("1,234")
    assert entry(Kind.QUANTITY).read("1,25") == Decimal("1.25")


@pytest.mark.parametrize("text", ["1,5", "99999999999999", "mười"])
def test_a_whole_number_is_whole_and_fits(text: str) -> None:
    with pytest.raises(EntryError):
        entry(Kind.INTEGER).read(text)


@pytest.mark.parametrize(
    ("text", "cursor", "expected"),
    [
        ("1234", 4, ("1.234", 5)),
        ("1.2345", 6, ("12.345", 6)),
        ("12345", 2, ("12.345", 3)),
        ("1.23", 4, ("123", 3)),
        ("12,5", 4, None),
        ("0123", 4, None),
        ("123", 3, None),
    ],
)
def test_digits_are_grouped_while_they_are_typed(text: str, cursor: int, expected: tuple[str, int] | None) -> None:
    assert grouped_while_typing(text, cursor) == expected


def test_english_groups_with_commas() -> None:
    set_language("en")
    assert grouped_while_typing("1234", 4) == ("1,234", 5)
    assert entry(Kind.MONEY).show(Decimal(1234567)) == "1,234,567"
