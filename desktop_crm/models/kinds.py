"""What an attribute is said to be, apart from any mapped class: its kind, its label and what follows from them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from desktop_crm.i18n import Message


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


NUMBERS = (Kind.MONEY, Kind.QUANTITY, Kind.PERCENT, Kind.INTEGER)


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
