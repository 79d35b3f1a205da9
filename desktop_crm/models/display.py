"""A field's value as a person reads it: on screen, in history, in a message."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from desktop_crm.i18n import mark, translate
from desktop_crm.models.kinds import Field, Kind
from desktop_crm.models.numbers import format_date, format_datetime, format_money, format_number, format_percent

Labels = Callable[[str, str], str]
"""(list name, code) -> label."""


def display(field: Field, value: Any, label: Labels, currency: str = "VND", language: str = "vi") -> str:
    """The value of a field in words, '' for none. A relation is given as (id, title)."""
    if value is None or value == "":
        return ""
    return _BY_KIND.get(field.kind, _plain)(field, value, label, currency, language)


def _plain(field: Field, value: Any, label: Labels, currency: str, language: str) -> str:
    return str(value)


def _money(field: Field, value: Any, label: Labels, currency: str, language: str) -> str:
    return format_money(Decimal(value), currency, language)


def _number(field: Field, value: Any, label: Labels, currency: str, language: str) -> str:
    return format_number(Decimal(value), None, language)


def _percent(field: Field, value: Any, label: Labels, currency: str, language: str) -> str:
    return format_percent(Decimal(value), language)


def _date(field: Field, value: Any, label: Labels, currency: str, language: str) -> str:
    return format_date(value)


def _datetime(field: Field, value: Any, label: Labels, currency: str, language: str) -> str:
    return format_datetime(value)


def _yes_no(field: Field, value: Any, label: Labels, currency: str, language: str) -> str:
    return translate(mark("Display", "Yes") if value else mark("Display", "No"), language)


def _choice(field: Field, value: Any, label: Labels, currency: str, language: str) -> str:
    return label(field.choices, value)


def _relation(field: Field, value: Any, label: Labels, currency: str, language: str) -> str:
    return str(value[1]) if isinstance(value, tuple) else str(value)


def _phone(field: Field, value: Any, label: Labels, currency: str, language: str) -> str:
    from desktop_crm.models.phones import format_phone

    return format_phone(value)


_BY_KIND = {
    Kind.MONEY: _money,
    Kind.QUANTITY: _number,
    Kind.INTEGER: _number,
    Kind.PERCENT: _percent,
    Kind.DATE: _date,
    Kind.DATETIME: _datetime,
    Kind.BOOLEAN: _yes_no,
    Kind.CHOICE: _choice,
    Kind.RELATION: _relation,
    Kind.PHONE: _phone,
}
