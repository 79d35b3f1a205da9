"""Rules every field keeps, by its kind: what blocks, and what only warns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from desktop_crm.errors import Fault
from desktop_crm.i18n import mark, translate
from desktop_crm.models.bounds import LARGEST
from desktop_crm.models.entry import EntryError
from desktop_crm.models.fields import Field, Kind, fields_of
from desktop_crm.models.phones import check_email, parse_phone
from desktop_crm.models.record import Record
from desktop_crm.models.tax_code import check_tax_code


def faults_of(record: Record, custom: Mapping[str, Field] | None = None) -> list[Fault]:
    """Everything wrong with a record, its custom fields included; empty when it may be stored."""
    own = ((field, getattr(record, key)) for key, field in fields_of(type(record)).items())
    added = [(f, (record.custom or {}).get(key.removeprefix("custom."))) for key, f in (custom or {}).items()]
    return _all_faults((*own, *added)) + [fault for field, value in added for fault in _custom_faults(field, value)]


def _custom_faults(field: Field, value: Any) -> list[Fault]:
    """A custom field's stored value is JSON: numbers and days are texts of one form."""
    if value is None or _is_of_kind(field.kind, value):
        return []
    message = mark("Validation", "“{value}” cannot be stored in “{label}”.")
    return [Fault(field.key, message, {"value": value, "label": translate(field.label)})]


def _is_of_kind(kind: Kind, value: Any) -> bool:
    try:
        if kind == Kind.QUANTITY:
            return Decimal(value).is_finite() and abs(Decimal(value)) < LARGEST
        if kind == Kind.DATE:
            return bool(date.fromisoformat(value))
    except (ArithmeticError, TypeError, ValueError):
        return False
    return isinstance(value, bool) if kind == Kind.BOOLEAN else isinstance(value, str)


def _all_faults(pairs: Iterable[tuple[Field, Any]]) -> list[Fault]:
    return [f for field, value in pairs if value or field.required for f in faults_of_value(field, value)]


def faults_of_value(field: Field, value: Any) -> list[Fault]:
    """What is wrong with one value of one field; warnings are marked as such."""
    if value is None or value == "":
        return [_required(field)] if field.required and field.editable else []
    if field.length and isinstance(value, str) and len(value) > field.length:
        message = mark("Validation", "“{label}” is longer than {length} characters.")
        return [Fault(field.key, message, {"label": translate(field.label), "length": field.length})]
    return _by_kind(field, value)


def _required(field: Field) -> Fault:
    return Fault(field.key, mark("Validation", "“{label}” is required."), {"label": translate(field.label)})


def _by_kind(field: Field, value: Any) -> list[Fault]:
    try:
        if field.kind == Kind.EMAIL:
            check_email(value)
        elif field.kind == Kind.PHONE:
            parse_phone(value)
        elif field.kind == Kind.PERCENT and not 0 <= value <= 100:
            return [Fault(field.key, mark("Validation", "A percentage lies between 0 and 100."))]
        elif field.kind == Kind.TAX_CODE:
            return [fault for fault in [check_tax_code(value).fault(field.key)] if fault]
    except EntryError as error:
        return [error.fault(field.key)]
    return []
