"""Prices: which one holds for a product, a quantity and a day, and new rows of a price list."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from sqlalchemy import select

from desktop_crm.errors import Fault, Invalid, NotFound, Refused
from desktop_crm.i18n import mark
from desktop_crm.models import PriceBook, PriceRow, Product
from desktop_crm.models.numbers import currency as currency_of
from desktop_crm.models.numbers import format_date, round_half_up
from desktop_crm.storage.database import UnitOfWork

LIST_CURRENCY = "VND"
"""The currency of list prices and of exchange rates."""


def default_price_book(unit: UnitOfWork) -> PriceBook | None:
    """The price list of customers who have none of their own."""
    books = select(PriceBook).where(PriceBook.active, PriceBook.is_default).order_by(PriceBook.id)
    return unit.session.scalars(books.limit(1)).first()


def row_in_force(
    unit: UnitOfWork, product_id: int, price_book_id: int | None, quantity: Decimal, day: date
) -> PriceRow | None:
    """The row of the price list that holds: largest quantity step reached, newest of those begun by the day."""
    rows = select(PriceRow).where(
        PriceRow.price_book_id == price_book_id,
        PriceRow.product_id == product_id,
        PriceRow.from_quantity <= abs(quantity),
        PriceRow.valid_from <= day,
    )
    best = rows.order_by(PriceRow.from_quantity.desc(), PriceRow.valid_from.desc()).limit(1)
    return unit.session.scalars(best).first()


def price(
    unit: UnitOfWork,
    product: Product,
    price_book_id: int | None,
    quantity: Decimal,
    day: date,
    currency: str = LIST_CURRENCY,
    exchange_rate: Decimal = Decimal(1),
) -> Decimal:
    """The unit price in `currency`: of the price list, else the product's list price.

    `exchange_rate` is VND for one unit of `currency`. Raises Refused where the price list is in a third currency.
    """
    row = row_in_force(unit, product.id, price_book_id, quantity, day)
    if row is None:
        return convert(product.list_price, LIST_CURRENCY, currency, exchange_rate)
    return convert(row.unit_price, row.price_book.currency, currency, exchange_rate)


def convert(amount: Decimal, source: str, target: str, exchange_rate: Decimal) -> Decimal:
    """An amount in another currency, rounded to its unit; one of the two must be VND."""
    if source == target:
        return amount
    if source != LIST_CURRENCY or exchange_rate <= 0:
        raise Refused(
            mark("Price", "A price in {source} cannot be put into a document in {target}."),
            source=source,
            target=target,
        )
    return round_half_up(amount / exchange_rate, currency_of(target).decimals)


def add_price(
    unit: UnitOfWork, price_book_id: int, product_id: int, from_quantity: Decimal, valid_from: date, unit_price: Decimal
) -> PriceRow:
    """A new row of a price list. Raises Refused where it would change a price already in force.

    A row that has not yet begun is replaced by one of the same quantity and day.
    """
    _check_row(unit, price_book_id, product_id, from_quantity, unit_price)
    same = select(PriceRow).where(
        PriceRow.price_book_id == price_book_id,
        PriceRow.product_id == product_id,
        PriceRow.from_quantity == from_quantity,
    )
    newest = unit.session.scalars(same.order_by(PriceRow.valid_from.desc()).limit(1)).first()
    if newest and newest.valid_from <= unit.today and valid_from <= newest.valid_from:
        raise Refused(
            mark("Price", "The price of {day} is in force and cannot be changed; choose a later day."),
            day=format_date(newest.valid_from),
        )
    row = unit.session.scalars(same.where(PriceRow.valid_from == valid_from)).first()
    if row is None:
        row = PriceRow(
            price_book_id=price_book_id, product_id=product_id, from_quantity=from_quantity, valid_from=valid_from
        )
        unit.session.add(row)
    row.unit_price = unit_price
    unit.session.flush()
    return row


def _check_row(
    unit: UnitOfWork, price_book_id: int, product_id: int, from_quantity: Decimal, unit_price: Decimal
) -> None:
    if unit.session.get(PriceBook, price_book_id) is None or unit.session.get(Product, product_id) is None:
        raise NotFound()
    if from_quantity <= 0:
        raise Invalid(Fault("from_quantity", mark("Price", "The quantity must be more than zero.")))
    if unit_price < 0:
        raise Invalid(Fault("unit_price", mark("Price", "A price is never negative.")))


def remove_price(unit: UnitOfWork, row_id: int) -> None:
    """Take out a row that has not begun. Raises Refused for one in force."""
    row = unit.session.get(PriceRow, row_id)
    if row is None:
        raise NotFound()
    if row.valid_from <= unit.today:
        raise Refused(
            mark("Price", "The price of {day} is in force and cannot be changed; choose a later day."),
            day=format_date(row.valid_from),
        )
    unit.session.delete(row)
    unit.session.flush()


def price_rows(unit: UnitOfWork, product_id: int, price_book_id: int | None = None) -> list[PriceRow]:
    """The rows of a product, by price list, quantity and day; of one price list where it is given."""
    rows = select(PriceRow).where(PriceRow.product_id == product_id)
    if price_book_id is not None:
        rows = rows.where(PriceRow.price_book_id == price_book_id)
    ordered = rows.order_by(PriceRow.price_book_id, PriceRow.from_quantity, PriceRow.valid_from)
    return list(unit.session.scalars(ordered))
