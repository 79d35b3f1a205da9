"""Price lists in the settings: their names, and their rows as they are edited and pasted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import func, select, update

from desktop_crm.errors import CrmError, Fault, Invalid, NotFound, Refused
from desktop_crm.i18n import Message, mark
from desktop_crm.models import RECORDS, PriceBook, PriceRow, Product
from desktop_crm.models.entry import EntryError
from desktop_crm.models.fields import fields_of
from desktop_crm.models.numbers import parse_date, parse_number
from desktop_crm.models.text import clean, fold
from desktop_crm.services.lines import product_by_code
from desktop_crm.services.prices import add_price, remove_price
from desktop_crm.storage.database import UnitOfWork

NO_PRODUCT: Message = mark("PriceBook", "There is no product with the code “{code}”.")
"""Said of a code no product has."""


@dataclass(frozen=True, slots=True)
class BookView:
    """A price list; `rows` counts its prices."""

    id: int
    name: str
    currency: str
    active: bool
    is_default: bool
    rows: int


@dataclass(frozen=True, slots=True)
class PriceLine:
    """One price; `begun` ones are in force or were, and never change."""

    id: int | None
    product_id: int | None
    code: str
    name: str
    unit: str
    list_price: Decimal
    from_quantity: Decimal
    valid_from: date
    unit_price: Decimal
    begun: bool = False


@dataclass(frozen=True, slots=True)
class NewPrice:
    """A price to be added."""

    product_id: int
    from_quantity: Decimal
    valid_from: date
    unit_price: Decimal


@dataclass(frozen=True, slots=True)
class PastedPrice:
    """A pasted row as a price, and what could not be read in it."""

    line: PriceLine
    faults: tuple[Fault, ...] = ()


def books(unit: UnitOfWork) -> list[BookView]:
    """Every price list: the default first, inactive ones last."""
    counted = select(PriceRow.price_book_id, func.count()).group_by(PriceRow.price_book_id)
    counts = {row[0]: row[1] for row in unit.session.execute(counted)}
    ordered = select(PriceBook).order_by(PriceBook.active.desc(), PriceBook.is_default.desc(), PriceBook.name)
    return [
        BookView(one.id, one.name, one.currency, one.active, one.is_default, counts.get(one.id, 0))
        for one in unit.session.scalars(ordered)
    ]


def save_book(unit: UnitOfWork, book_id: int | None, values: Mapping[str, Any]) -> int:
    """A new or changed price list; its id. At most one is the default, and the default one is active.

    Raises Invalid for an empty or taken name, Refused for another currency of a list that has prices.
    """
    book = PriceBook() if book_id is None else _book(unit, book_id)
    name = clean(values.get("name", book.name or ""))
    _check_name(unit, name, book_id)
    currency = values.get("currency") or book.currency or "VND"
    if book_id is not None and currency != book.currency and _has_prices(unit, book_id):
        raise Refused(mark("PriceBook", "The list has prices; its currency can no longer change."))
    book.name, book.currency = name, currency
    book.is_default = bool(values.get("is_default", book.is_default))
    book.active = bool(values.get("active", True if book.active is None else book.active)) or book.is_default
    unit.session.add(book)
    unit.session.flush()
    if book.is_default:
        others = update(PriceBook).where(PriceBook.id != book.id, PriceBook.is_default)
        unit.session.execute(others.values(is_default=False))
    return book.id


def _book(unit: UnitOfWork, book_id: int) -> PriceBook:
    book = unit.session.get(PriceBook, book_id)
    if book is None:
        raise NotFound()
    return book


def _check_name(unit: UnitOfWork, name: str, book_id: int | None) -> None:
    if not name:
        raise Invalid(Fault("name", mark("PriceBook", "Enter the name of the price list.")))
    for key, other in unit.session.execute(select(PriceBook.id, PriceBook.name)):
        if key != book_id and fold(other) == fold(name):
            raise Invalid(Fault("name", mark("PriceBook", "There is a price list “{name}” already."), {"name": other}))


def _has_prices(unit: UnitOfWork, book_id: int) -> bool:
    return unit.session.scalar(select(PriceRow.id).where(PriceRow.price_book_id == book_id).limit(1)) is not None


def remove_book(unit: UnitOfWork, book_id: int) -> None:
    """Take out a price list nobody uses, with its prices. Raises Refused for one in use."""
    book = _book(unit, book_id)
    if used := _users(unit, book_id):
        message = mark("PriceBook", "{n} customers or documents use this price list; set it inactive instead.")
        raise Refused(message, n=used)
    unit.session.delete(book)
    unit.session.flush()


def _users(unit: UnitOfWork, book_id: int) -> int:
    """How many records name the price list."""
    columns = [
        getattr(entity, key)
        for entity in RECORDS
        for key, field in fields_of(entity).items()
        if field.target == PriceBook.__tablename__
    ]
    return sum(unit.session.scalar(select(func.count()).where(column == book_id)) or 0 for column in columns)


def lines(unit: UnitOfWork, book_id: int, search: str = "") -> list[PriceLine]:
    """The prices of a list by product, quantity and day; of products in whose code or name `search` occurs."""
    rows = (
        select(PriceRow, Product)
        .join(Product, Product.id == PriceRow.product_id)
        .where(PriceRow.price_book_id == book_id, Product.deleted_at.is_(None))
        .order_by(Product.code, PriceRow.from_quantity, PriceRow.valid_from, PriceRow.id)
    )
    words = fold(search).split()
    found = (_line(unit, row, product) for row, product in unit.session.execute(rows))
    return [line for line in found if all(word in fold(f"{line.code} {line.name}") for word in words)]


def _line(unit: UnitOfWork, row: PriceRow, product: Product) -> PriceLine:
    return PriceLine(
        row.id,
        product.id,
        product.code,
        product.name,
        product.unit,
        product.list_price,
        row.from_quantity,
        row.valid_from,
        row.unit_price,
        row.valid_from <= unit.today,
    )


def line_of(unit: UnitOfWork, code: str) -> PriceLine | None:
    """A price to begin with for the product of a code, from today and one piece on; None where there is none."""
    product = product_by_code(unit, code)
    if product is None:
        return None
    return PriceLine(
        None, product.id, product.code, product.name, product.unit, product.list_price, Decimal(1), unit.today,
        product.list_price,
    )  # fmt: skip


def change_prices(unit: UnitOfWork, book_id: int, added: Sequence[NewPrice], removed: Sequence[int] = ()) -> None:
    """Take out prices that have not begun and add new ones; all or nothing.

    Raises Invalid with faults as `prices.<place>.<key>`; a price that would change one in force is such a fault.
    """
    for row_id in removed:
        remove_price(unit, row_id)
    faults: list[Fault] = []
    for place, price in enumerate(added):
        try:
            add_price(unit, book_id, price.product_id, price.from_quantity, price.valid_from, price.unit_price)
        except Invalid as error:
            faults += [Fault(f"prices.{place}.{one.field}", one.message, one.values) for one in error.faults]
        except Refused as error:
            faults.append(_fault(f"prices.{place}.valid_from", error))
    if faults:
        raise Invalid(*faults)


def _fault(field: str, error: CrmError) -> Fault:
    return Fault(field, error.message, error.values)


_TITLES = {
    "code": ("ma", "ma hang", "ma sp", "ma san pham", "ma vat tu", "ma vt", "code", "product code", "sku"),
    "from_quantity": ("tu so luong", "so luong", "sl", "sl tu", "tu sl", "from quantity", "quantity", "qty"),
    "valid_from": ("tu ngay", "ngay", "ap dung tu", "hieu luc tu", "ngay hieu luc", "valid from", "date", "from date"),
    "unit_price": ("don gia", "gia", "gia ban", "gia moi", "unit price", "price"),
}
_BY_TITLE = {title: key for key, titles in _TITLES.items() for title in titles}
_USUAL = {2: ("code", "unit_price"), 3: ("code", "from_quantity", "unit_price")}
_ORDER = ("code", "from_quantity", "valid_from", "unit_price")


def read_pasted(unit: UnitOfWork, rows: Sequence[Sequence[str]]) -> list[PastedPrice]:
    """Rows of a spreadsheet as prices: by the titles of the first row, else code, quantity, day and price in turn."""
    kept = [[clean(cell) for cell in row] for row in rows if any(map(clean, row))]
    titled = {_BY_TITLE[fold(cell)]: at for at, cell in enumerate(kept[0]) if fold(cell) in _BY_TITLE} if kept else {}
    if {"code", "unit_price"} <= set(titled):
        kept = kept[1:]
        return [_pasted(unit, {key: row[at] for key, at in titled.items() if at < len(row)}) for row in kept]
    return [_pasted(unit, dict(zip(_USUAL.get(len(row), _ORDER), row, strict=False))) for row in kept]


def _pasted(unit: UnitOfWork, cells: Mapping[str, str]) -> PastedPrice:
    code = cells.get("code", "")
    faults: list[Fault] = []
    line = line_of(unit, code)
    if line is None:
        faults.append(Fault("code", NO_PRODUCT, {"code": code}))
        line = PriceLine(None, None, code, "", "", Decimal(0), Decimal(1), unit.today, Decimal(0))
    values: dict[str, Any] = {}
    for key, read in (("from_quantity", parse_number), ("valid_from", parse_date), ("unit_price", parse_number)):
        if cells.get(key):
            try:
                values[key] = read(cells[key])
            except EntryError as error:
                faults.append(error.fault(key))
    return PastedPrice(
        PriceLine(
            None,
            line.product_id,
            line.code,
            line.name,
            line.unit,
            line.list_price,
            values.get("from_quantity", line.from_quantity),
            values.get("valid_from", line.valid_from),
            values.get("unit_price", line.unit_price),
        ),
        tuple(faults),
    )
