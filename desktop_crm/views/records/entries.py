"""What a person types into a field of each kind, read into its value and shown again. No widgets here."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from desktop_crm.i18n import language, mark
from desktop_crm.models.entry import EntryError
from desktop_crm.models.fields import Field, Kind
from desktop_crm.models.numbers import (
    VIETNAM,
    NotANumber,
    currency,
    format_date,
    format_datetime,
    format_money,
    format_number,
    format_percent,
    parse_date,
    parse_number,
    suggest_number,
)
from desktop_crm.models.phones import check_email, format_phone, parse_phone
from desktop_crm.models.tax_code import check_tax_code
from desktop_crm.models.text import clean, clean_lines

_WHOLE = mark("Entry", "“{text}” is not a whole number.")
_DECIMALS = mark("Entry", "“{text}” has more than {decimals} decimal places.")
_TOO_LARGE = mark("Entry", "“{text}” is too large.")
_LARGEST = {Kind.INTEGER: Decimal(2**31 - 1), Kind.PERCENT: Decimal(10) ** 9}
_LARGEST_AMOUNT = Decimal(10) ** 14  # what the exact columns hold with room for sums


@dataclass(frozen=True, slots=True)
class Entry:
    """How one kind is typed: `read(text)` gives the value or raises EntryError, `show(value)` the text, '' for none."""

    read: Callable[[str], Any]
    show: Callable[[Any], str]
    numeric: bool = False


def entry_of(field: Field, currency_code: str = "VND") -> Entry:
    """The entry of a field that is typed as one text; `currency_code` decides the decimals of money."""
    if field.kind == Kind.MONEY:
        decimals = currency(currency_code).decimals
        return Entry(
            lambda text: _amount(text, decimals, field.kind),
            lambda value: format_money(value, currency_code, language()) if value else "",
            True,
        )
    return _ENTRIES.get(field.kind, _ENTRIES[Kind.TEXT])


def today() -> date:
    """The present day in Vietnam."""
    return datetime.now(VIETNAM).date()


def read_date(text: str) -> date | None:
    """A day, also without its year (25/12), without separators (25122026, 251226), or in a word (hôm nay, mai)."""
    words = clean(text).casefold()
    if not words:
        return None
    if words in ("hôm nay", "today", "nay"):
        return today()
    if found := re.fullmatch(r"(\d{1,2})[/.-](\d{1,2})", words):
        return parse_date(f"{found[1]}/{found[2]}/{today().year}")
    if found := re.fullmatch(r"(\d{2})(\d{2})(\d{4}|\d{2})", words):
        return parse_date(f"{found[1]}/{found[2]}/{found[3]}")
    return parse_date(text)


def _number(text: str, decimals: int | None) -> Decimal:
    """A number, "1,2 tỷ" and "500k" included; nothing is 0."""
    if not clean(text):
        return Decimal(0)
    try:
        return parse_number(text, language(), decimals)
    except NotANumber:
        meant = suggest_number(text, language())
        if meant is None:
            raise
        return meant


def _amount(text: str, decimals: int, kind: Kind) -> Decimal:
    value = _number(text, min(decimals, 2))
    return _fitting(text, value, decimals, kind)


def _fitting(text: str, value: Decimal, decimals: int, kind: Kind) -> Decimal:
    exponent = value.normalize().as_tuple().exponent
    if isinstance(exponent, int) and -exponent > decimals:
        raise EntryError(text.strip(), _WHOLE if not decimals else _DECIMALS, decimals=decimals)
    if abs(value) > _LARGEST.get(kind, _LARGEST_AMOUNT):
        raise EntryError(text.strip(), _TOO_LARGE)
    return value


def _quantity(text: str) -> Decimal:
    return _fitting(text, _number(text, None), 4, Kind.QUANTITY)


def _shown_number(value: Any) -> str:
    return format_number(value, language=language()) if value else ""


_ENTRIES: dict[Kind, Entry] = {
    Kind.TEXT: Entry(clean, lambda value: value or ""),
    Kind.LONG_TEXT: Entry(clean_lines, lambda value: value or ""),
    Kind.URL: Entry(clean, lambda value: value or ""),
    Kind.PHONE: Entry(parse_phone, lambda value: format_phone(value) if value else ""),
    Kind.EMAIL: Entry(check_email, lambda value: value or ""),
    Kind.TAX_CODE: Entry(lambda text: check_tax_code(text).normalized, lambda value: value or ""),
    Kind.INTEGER: Entry(lambda text: int(_amount(text, 0, Kind.INTEGER)), _shown_number, True),
    Kind.QUANTITY: Entry(_quantity, _shown_number, True),
    Kind.PERCENT: Entry(
        lambda text: _amount(text, 4, Kind.PERCENT),
        lambda value: format_percent(value, language()) if value else "",
        True,
    ),
    Kind.DATE: Entry(read_date, lambda value: format_date(value) if value else ""),
    Kind.DATETIME: Entry(clean, lambda value: format_datetime(value) if value else ""),
}


def grouped_while_typing(text: str, cursor: int) -> tuple[str, int] | None:
    """Digits typed so far with their groups, and where the cursor goes; None where `text` is more than whole digits."""
    mark_ = "." if language() == "vi" else ","
    bare = text.replace(mark_, "")
    if not re.fullmatch(r"-?\d{4,18}", bare) or bare.lstrip("-").startswith("0"):
        return (
            (bare, cursor - text[:cursor].count(mark_)) if re.fullmatch(r"-?\d{1,3}", bare) and mark_ in text else None
        )
    after = sum(letter != mark_ for letter in text[cursor:])
    grouped = format_number(Decimal(bare), 0, language())
    place = len(grouped)
    while after:
        place -= 1
        after -= grouped[place] != mark_
    return grouped, place
