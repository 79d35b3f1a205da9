"""What a column can keep: the length of texts, the size and decimals of numbers, characters both databases know."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from functools import cache
from typing import Any

from sqlalchemy import Integer, String, inspect
from sqlalchemy.types import TypeDecorator

from desktop_crm.errors import Fault
from desktop_crm.i18n import Message, mark, translate
from desktop_crm.models.base import Base
from desktop_crm.models.types import Key, Scaled

LARGEST = Decimal(10) ** 14
"""Amounts stay below this, so that the sum of a list still fits a whole number of 64 bits."""
LARGEST_INTEGER = 2**31

_UNKEEPABLE = re.compile("[\0\ud800-\udfff]")

Rule = Callable[[Any], Message | None]


def faults_of_row(row: Base, keys: frozenset[str] | None = None) -> list[Fault]:
    """What the row's columns (those of `keys`) cannot keep; the database itself would refuse it less clearly."""
    kept = row.__dict__  # what is new or was set is there; nothing and zero fit everywhere
    wanted = ((key, rule) for key, rule in _rules(type(row)).items() if kept.get(key) and (keys is None or key in keys))
    found = ((key, rule(kept[key])) for key, rule in wanted)
    return [_fault(type(row), key, message) for key, message in found if message]


def _fault(entity: type[Base], key: str, message: Message) -> Fault:
    column = inspect(entity).columns[key]
    field = column.info.get("field")
    values = {
        "label": translate(field.label) if field else key,
        "length": getattr(column.type, "length", None),
        "places": getattr(column.type, "places", None),
    }
    return Fault(key, message, values)


@cache
def _rules(entity: type[Base]) -> dict[str, Rule]:
    pairs = ((a.key, _rule(a.columns[0].type)) for a in inspect(entity).column_attrs if not a.columns[0].primary_key)
    return {key: rule for key, rule in pairs if rule is not None}


def _rule(kind: Any) -> Rule | None:
    if isinstance(kind, Scaled):
        return _number_rule(kind.places)
    if isinstance(kind, String):
        return _text_rule(kind.length)
    if isinstance(kind, TypeDecorator) or kind is Key:
        return None
    return _whole if type(kind) is Integer else None


def _text_rule(length: int | None) -> Rule:
    def rule(value: Any) -> Message | None:
        if not isinstance(value, str):
            return None
        if length is not None and len(value) > length:
            return mark("Validation", "“{label}” is longer than {length} characters.")
        unkeepable = _UNKEEPABLE.search(value)
        return mark("Validation", "“{label}” has characters that cannot be stored.") if unkeepable else None

    return rule


def _number_rule(places: int) -> Rule:
    def rule(value: Any) -> Message | None:
        if value is None:
            return None
        number = Decimal(value)
        if not number.is_finite() or abs(number) >= LARGEST:
            return mark("Validation", "“{label}” is too large.")
        scaled = number.scaleb(places)
        exact = scaled == scaled.to_integral_value()
        return None if exact else mark("Validation", "“{label}” has more than {places} decimals.")

    return rule


def _whole(value: Any) -> Message | None:
    too_large = isinstance(value, int) and abs(value) >= LARGEST_INTEGER
    return mark("Validation", "“{label}” is too large.") if too_large else None
