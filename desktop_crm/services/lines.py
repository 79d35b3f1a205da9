"""Lines of quotes and orders from products: by code, by search, and from rows pasted out of a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy import ColumnElement, and_, false, func, or_, select

from desktop_crm.models import PriceBook, Product
from desktop_crm.models.tax_rates import in_force
from desktop_crm.models.text import search_words
from desktop_crm.services import prices
from desktop_crm.services.drafts import LineDraft, Rates, rate_of, tax_rates
from desktop_crm.storage.database import UnitOfWork

VND = prices.LIST_CURRENCY
ONE = Decimal(1)


@dataclass(frozen=True, slots=True)
class ProductChoice:
    """A product as the code cell offers it."""

    id: int
    code: str
    name: str
    unit: str
    list_price: Decimal
    stock: Decimal
    type: str


def find_products(unit: UnitOfWork, text: str, limit: int = 20) -> list[ProductChoice]:
    """Products sold today whose code begins with `text`, then those that have all its words."""
    prefix = text.strip().lower()
    starts = func.lower(Product.code).startswith(prefix, autoescape=True)
    found = select(Product).where(_sold(unit.today), or_(starts, _has_words(text)) if prefix else Product.id > 0)
    ordered = found.order_by(starts.desc(), Product.code, Product.id).limit(limit)
    return [_choice(product) for product in unit.session.scalars(ordered)]


def _choice(product: Product) -> ProductChoice:
    return ProductChoice(
        product.id, product.code, product.name, product.unit, product.list_price, product.stock, product.type
    )


def _sold(day: date) -> ColumnElement[bool]:
    starts = or_(Product.sold_from.is_(None), Product.sold_from <= day)
    ends = or_(Product.sold_until.is_(None), Product.sold_until >= day)
    return and_(Product.deleted_at.is_(None), ~Product.discontinued, starts, ends)


def _has_words(text: str) -> ColumnElement[bool]:
    words = search_words(text)
    return and_(*(Product.search_text.contains(f" {word}", autoescape=True) for word in words)) if words else false()


def product_by_code(unit: UnitOfWork, code: str) -> Product | None:
    """The product of exactly that code, whatever its case; the first one where a code stands twice."""
    return products_by_code(unit, [code]).get(code_key(code))


def products_by_code(unit: UnitOfWork, codes: Iterable[str]) -> dict[str, Product]:
    """The products of these codes by `code_key`, in one statement; a code that no product has is left out."""
    lowered = func.lower(Product.code)
    wanted = {key for key in map(code_key, codes) if key}
    if not wanted:
        return {}
    found = select(lowered, Product).where(lowered.in_(wanted), Product.deleted_at.is_(None))
    return {row[0]: row[1] for row in unit.session.execute(found.order_by(Product.id.desc()))}


def code_key(code: str) -> str:
    """A code as it is compared: whatever its case."""
    return code.strip().lower()


def line_for_product(
    unit: UnitOfWork,
    product_id: int,
    price_book_id: int | None,
    quantity: Decimal,
    day: date,
    currency: str = "",
    exchange_rate: Decimal = ONE,
) -> LineDraft:
    """A new line for a product: its texts, its price by list, quantity and day, and the tax in force that day.

    `currency` '' is that of the price list. Raises NotFound, and Refused where the currencies do not meet.
    """
    product = unit.get(Product, product_id)
    book = unit.session.get(PriceBook, price_book_id) if price_book_id else None
    target = currency or (book.currency if book else VND)
    return LineDraft(
        product_id=product.id,
        code=product.code,
        name=product.name,
        detail=product.description,
        unit=product.unit,
        quantity=quantity,
        unit_price=prices.price(unit, product, price_book_id, quantity, day, target, exchange_rate),
        tax_code=tax_in_force(tax_rates(unit), product.tax_code, day),
    )


def tax_in_force(rates: Rates, code: str, day: date) -> str:
    """The code itself while its rate is in force; after it the next higher rate, as a reduction has ended."""
    rate = rate_of(rates, code, day)
    if rate is None or in_force(rate, day) or rate.percent is None:
        return code
    higher = [(r.percent, r.code) for r in rates if in_force(r, day) and r.percent is not None]
    return min((pair for pair in higher if pair[0] >= rate.percent), default=(ONE, code))[1]
