"""Rules that run whenever a record is about to be stored, whoever stores it: one form of texts, and module rules."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any

from desktop_crm.models import Contract, Opportunity, Quote, Record, SalesOrder
from desktop_crm.models.entry import EntryError
from desktop_crm.models.fields import Field, Kind, fields_of
from desktop_crm.models.phones import check_email, parse_phone
from desktop_crm.models.tax_code import check_tax_code
from desktop_crm.models.text import clean, clean_lines
from desktop_crm.services import contract_status, opportunities, quotes, retotal
from desktop_crm.storage.database import UnitOfWork

Hook = Callable[[UnitOfWork, Any, Collection[str]], None]

BEFORE_SAVE: dict[type[Record], Hook] = {
    Opportunity: opportunities.on_save,
    Quote: retotal.on_save,
    SalesOrder: retotal.on_save,
    Contract: contract_status.on_save,
}
"""What a module does beyond tidying, by its class."""

AFTER_DELETE: dict[type[Record], Callable[[UnitOfWork, Any], None]] = {Quote: quotes.on_delete}
"""What a module does when one of its records went to the recycle bin or came back from it."""


def before_save(unit: UnitOfWork, record: Record, changed: Collection[str]) -> None:
    """Bring the changed fields into their stored form, then apply the module's own rules.

    Call it after values are assigned and before validation, without autoflush. Raises Invalid or Refused.
    """
    tidy(record, changed)
    rule = BEFORE_SAVE.get(type(record))
    if rule is not None:
        rule(unit, record, changed)


def after_delete(unit: UnitOfWork, record: Record) -> None:
    """Apply the module's own rules after a record's `deleted_at` was set or cleared."""
    rule = AFTER_DELETE.get(type(record))
    if rule is not None:
        rule(unit, record)


def tidy(record: Record, changed: Collection[str]) -> None:
    """Texts composed and trimmed, phones in E.164, tax codes in one form; what cannot be read stays as typed."""
    described = fields_of(type(record))
    for key in changed:
        value = getattr(record, key, None)
        if isinstance(value, str) and key in described:
            _store(record, described[key], value)
        elif isinstance(value, list):
            _tidy_rows(value)


def _tidy_rows(rows: list[Any]) -> None:
    for row in rows:
        for key, field in fields_of(type(row)).items():
            if isinstance(value := getattr(row, key), str):
                _store(row, field, value)


def _store(row: Any, field: Field, value: str) -> None:
    stored = tidy_text(field.kind, value)
    if stored != value:
        setattr(row, field.key, stored)


def tidy_text(kind: Kind, value: str) -> str:
    """A typed text in the form a field of that kind keeps it."""
    rule = _FORMS.get(kind)
    if rule is None:
        return value
    try:
        return rule(value)
    except EntryError:
        return clean(value)


_FORMS: dict[Kind, Callable[[str], str]] = {
    Kind.TEXT: clean,
    Kind.LONG_TEXT: clean_lines,
    Kind.URL: clean,
    Kind.PHONE: parse_phone,
    Kind.EMAIL: check_email,
    Kind.TAX_CODE: lambda text: check_tax_code(text).normalized,
}
