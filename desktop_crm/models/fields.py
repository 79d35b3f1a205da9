"""What is said once about an attribute, beside its column: label, kind, whether it is searched.

The helpers below make the column and its `Field` in one line; list, form, Excel, search, history, validation
and the command line read the `Field` back with `fields_of` and `field_of`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from functools import cache
from types import MappingProxyType
from typing import Any

from sqlalchemy import Boolean, Date, ForeignKey, Integer, String, Text, inspect
from sqlalchemy.orm import DeclarativeBase, InstrumentedAttribute, MappedColumn, mapped_column

from desktop_crm.i18n import Message
from desktop_crm.models import types


class Kind(StrEnum):
    """What an attribute holds; decides its editor, painter, number format, parser and comparison."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    PHONE = "phone"  # E.164, as `phones.parse_phone` gives it, or the text as typed where it is none
    EMAIL = "email"
    URL = "url"
    TAX_CODE = "tax_code"
    INTEGER = "integer"
    QUANTITY = "quantity"  # Decimal, up to 4 places
    MONEY = "money"  # Decimal, in the record's `currency` or in VND
    PERCENT = "percent"  # Decimal: 8 means 8 %
    DATE = "date"
    DATETIME = "datetime"  # aware, UTC
    BOOLEAN = "boolean"
    CHOICE = "choice"  # the code of a row of an editable list
    RELATION = "relation"  # the id of another record


@dataclass(frozen=True, slots=True)
class Field:
    """One attribute as every room sees it."""

    label: Message
    kind: Kind
    key: str = ""
    searched: bool = False
    required: bool = False
    length: int | None = None  # longest text in characters
    choices: str = ""  # name of the list (CHOICE)
    target: str = ""  # table the id points to (RELATION)
    editable: bool = True  # False: the program computes it
    aliases: tuple[str, ...] = ()  # further column titles seen in spreadsheets
    indexed: bool = False  # lists are ordered by it, and equal values found, without reading the whole table
    sort_key: str = ""  # attribute with its key in Vietnamese order, kept by `Record.refresh` (names)


def _info(label: Message, kind: Kind, **said: Any) -> dict[str, Any]:
    return {"field": Field(label, kind, **said)}


def text(label: Message, length: int = 200, *, kind: Kind = Kind.TEXT, **said: Any) -> MappedColumn[str]:
    """A line of text, never NULL."""
    info = _info(label, kind, length=length, **said)
    return mapped_column(String(length), nullable=False, default="", server_default="", info=info)


def long_text(label: Message, **said: Any) -> MappedColumn[str]:
    """Text of several lines, never NULL."""
    info = _info(label, Kind.LONG_TEXT, **said)
    return mapped_column(Text, nullable=False, default="", server_default="", info=info)


def phone(label: Message, *, indexed: bool = True, **said: Any) -> MappedColumn[str]:
    """A telephone number; found by its beginning in the index, so that duplicates are told while one types."""
    return text(label, 40, kind=Kind.PHONE, searched=True, indexed=indexed, **said)


def email(label: Message, *, indexed: bool = True, **said: Any) -> MappedColumn[str]:
    """An e-mail address."""
    return text(label, 254, kind=Kind.EMAIL, searched=True, indexed=indexed, **said)


def url(label: Message, **said: Any) -> MappedColumn[str]:
    """A web address."""
    return text(label, 300, kind=Kind.URL, **said)


def tax_code(label: Message, *, indexed: bool = True, **said: Any) -> MappedColumn[str]:
    """A Vietnamese tax code; text, never a number. Not unique: duplicates are a warning of the program."""
    return text(label, 20, kind=Kind.TAX_CODE, searched=True, indexed=indexed, **said)


def choice(label: Message, choices: str, default: str = "", **said: Any) -> MappedColumn[str]:
    """The code of a row of the editable list `choices`; '' is none."""
    info = _info(label, Kind.CHOICE, choices=choices, length=40, **said)
    return mapped_column(String(40), nullable=False, default=default, server_default=default, info=info)


def integer(label: Message, **said: Any) -> MappedColumn[int]:
    """A whole number, 0 when unknown."""
    return mapped_column(
        Integer, nullable=False, default=0, server_default="0", info=_info(label, Kind.INTEGER, **said)
    )


def _decimal(kind: Kind, column_type: Any, label: Message, default: int = 0, **said: Any) -> MappedColumn[Decimal]:
    stored = str(default * 10**column_type.places)
    info = _info(label, kind, **said)
    return mapped_column(column_type, nullable=False, default=Decimal(default), server_default=stored, info=info)


def money(label: Message, **said: Any) -> MappedColumn[Decimal]:
    """An exact amount, 0 when none."""
    return _decimal(Kind.MONEY, types.Money, label, **said)


def quantity(label: Message, default: int = 0, **said: Any) -> MappedColumn[Decimal]:
    """An exact quantity with up to 4 decimals."""
    return _decimal(Kind.QUANTITY, types.Quantity, label, default, **said)


def percent(label: Message, **said: Any) -> MappedColumn[Decimal]:
    """A percentage: 8 means 8 %."""
    return _decimal(Kind.PERCENT, types.Percent, label, **said)


def exchange_rate(label: Message, **said: Any) -> MappedColumn[Decimal]:
    """VND for one unit of the document's currency, 6 decimals, 1 for VND itself."""
    return _decimal(Kind.QUANTITY, types.ExchangeRate, label, 1, **said)


def day(label: Message, **said: Any) -> MappedColumn[date | None]:
    """A calendar day, NULL when unknown."""
    return mapped_column(Date, nullable=True, info=_info(label, Kind.DATE, **said))


def moment(label: Message, **said: Any) -> MappedColumn[datetime | None]:
    """A moment in UTC, NULL when it has not come."""
    info = _info(label, Kind.DATETIME, editable=False, **said)
    return mapped_column(types.UtcDateTime, nullable=True, info=info)


def name_key() -> MappedColumn[str]:
    """The key in Vietnamese order of a name kept beside it: the `sort_key` its field names."""
    return mapped_column(types.SortKey, nullable=False, default="", server_default="")


def yes_no(label: Message, default: bool = False, **said: Any) -> MappedColumn[bool]:
    """Yes or no."""
    info = _info(label, Kind.BOOLEAN, **said)
    server_default = "1" if default else "0"
    return mapped_column(Boolean, nullable=False, default=default, server_default=_bool(server_default), info=info)


def _bool(literal: str) -> Any:
    from sqlalchemy import false, true

    return true() if literal == "1" else false()


def relation(
    label: Message, target: str, *, ondelete: str = "SET NULL", index: bool = True, indexed: bool = False, **said: Any
) -> MappedColumn[Any]:
    """The id of a row of the table `target`, NULL for none; without `index` where nobody asks for the rows by it.

    With `indexed` lists are ordered by it: its index holds the names, too.
    """
    info = _info(label, Kind.RELATION, target=target, indexed=indexed, **said)
    key = ForeignKey(f"{target}.id", ondelete=ondelete)
    return mapped_column(types.Key, key, nullable=True, index=index and not indexed, info=info)


def fields_of(entity: type[Any]) -> Mapping[str, Field]:
    """Every described attribute of a mapped class by key; its own first, then those every record has."""
    return _fields_of(entity)  # type: ignore[arg-type]


@cache
def _fields_of(entity: type[DeclarativeBase]) -> Mapping[str, Field]:
    own = [(a.key, a.columns[0].info["field"]) for a in inspect(entity).column_attrs if "field" in a.columns[0].info]
    own.sort(key=lambda item: entity.__annotations__.get(item[0]) is None)
    return MappingProxyType({key: _named(field, key) for key, field in own})


def _named(field: Field, key: str) -> Field:
    from dataclasses import replace

    return replace(field, key=key)


def field_of(attribute: InstrumentedAttribute[Any]) -> Field:
    """The description of a mapped attribute, e.g. `field_of(Lead.company)`; KeyError where it has none."""
    return fields_of(attribute.parent.class_)[attribute.key]
