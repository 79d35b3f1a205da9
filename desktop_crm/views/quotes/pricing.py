"""What a document's lines cost: work done on a unit of work beside the window, with plain values in and out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from desktop_crm.errors import NotFound
from desktop_crm.models import Product
from desktop_crm.services import prices
from desktop_crm.services.documents import line_for_product, paste_rows
from desktop_crm.services.drafts import LineDraft
from desktop_crm.services.lines import product_by_code
from desktop_crm.services.pasting import PastedLine
from desktop_crm.storage.database import UnitOfWork


@dataclass(frozen=True, slots=True)
class Pricing:
    """What decides a price besides product and quantity."""

    price_book_id: int | None = None
    day: date | None = None
    currency: str = "VND"
    exchange_rate: Decimal = Decimal(1)

    @classmethod
    def of(cls, values: Mapping[str, Any]) -> Pricing:
        """The pricing of a document's head."""
        return cls(
            values.get("price_book_id"),
            values.get("quote_date") or values.get("order_date"),
            values.get("currency") or "VND",
            values.get("exchange_rate") or Decimal(1),
        )

    def price(self, unit: UnitOfWork, product: Product, quantity: Decimal) -> Decimal:
        """The price of a product; Refused where the currencies do not meet."""
        day = self.day or unit.today
        return prices.price(
            unit, product, self.price_book_id, quantity or Decimal(1), day, self.currency, self.exchange_rate
        )


@dataclass(frozen=True, slots=True)
class PricedLine:
    """A line of a product, before and after its quantity was changed."""

    key: int
    product_id: int
    price: Decimal
    quantity: Decimal
    new_quantity: Decimal


def product_line(unit: UnitOfWork, product_id: int, quantity: Decimal, pricing: Pricing) -> LineDraft:
    """A line for a product."""
    day = pricing.day or unit.today
    return line_for_product(
        unit, product_id, pricing.price_book_id, quantity, day, pricing.currency, pricing.exchange_rate
    )


def line_of_code(unit: UnitOfWork, code: str, quantity: Decimal, pricing: Pricing) -> LineDraft | None:
    """A line for the product of exactly that code, None where there is none."""
    product = product_by_code(unit, code)
    return product_line(unit, product.id, quantity, pricing) if product is not None else None


def repriced(unit: UnitOfWork, lines: Sequence[PricedLine], before: Pricing, after: Pricing) -> dict[int, Decimal]:
    """New prices by the key of their line, only of lines whose price was the one `before` gives.

    A price somebody typed by hand is another one, and stays.
    """
    found: dict[int, Decimal] = {}
    for line in lines:
        try:
            product = unit.get(Product, line.product_id)
        except NotFound:
            continue
        new = after.price(unit, product, line.new_quantity)
        if new != line.price and before.price(unit, product, line.quantity) == line.price:
            found[line.key] = new
    return found


def pasted(unit: UnitOfWork, rows: Sequence[Sequence[str]], pricing: Pricing) -> list[PastedLine]:
    """Lines for rows of a spreadsheet, numbers within what a document keeps."""
    day = pricing.day or unit.today
    lines = paste_rows(unit, rows, pricing.price_book_id, day, pricing.currency, pricing.exchange_rate)
    return [replace(each, line=replace(each.line, unit_price=max(each.line.unit_price, Decimal(0)))) for each in lines]
