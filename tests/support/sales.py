"""A small company for the tests of what staff do: a customer, its buyer, goods, and documents about them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, time
from decimal import Decimal as D
from typing import Any

from desktop_crm.models import Contact, Opportunity, Organization, Product, Quote, SalesOrder
from desktop_crm.services import documents, records
from desktop_crm.services.drafts import DocumentDraft, GroupDraft, LineDraft
from desktop_crm.storage.database import Actor, Database, UnitOfWork

SELLER = Actor(1, "admin", "Quản trị")
DAY = date(2026, 11, 16)
"""The day on which everything happens unless a test says otherwise."""


@contextmanager
def at_work(database: Database, day: date = DAY) -> Iterator[UnitOfWork]:
    """A unit of work of the seller on a given day, committed at its end."""
    with database.writing(SELLER) as unit:
        unit.now = datetime.combine(day, time(3), UTC)
        yield unit


def organization(unit: UnitOfWork, name: str = "Công ty TNHH An Bình", **values: Any) -> Organization:
    """A customer."""
    return records.create(unit, Organization, {"name": name, **values})


def contact(unit: UnitOfWork, **values: Any) -> Contact:
    """A person at a customer's."""
    return records.create(unit, Contact, {"family_name": "Nguyễn Văn", "given_name": "An", **values})


def product(unit: UnitOfWork, code: str = "MH-200", **values: Any) -> Product:
    """Goods bearing 8 % VAT."""
    given = {"code": code, "name": f"Máy hàn {code}", "unit": "cái", "list_price": D(1500000), "tax_code": "VAT8"}
    return records.create(unit, Product, given | values)


def opportunity(unit: UnitOfWork, **values: Any) -> Opportunity:
    """A deal."""
    return records.create(unit, Opportunity, {"name": "Máy hàn cho xưởng mới", **values})


def line(quantity: str = "1", price: str = "1000000", **values: Any) -> LineDraft:
    """A free line bearing 10 % VAT."""
    given = {"name": "Lắp đặt", "unit": "bộ", "quantity": D(quantity), "unit_price": D(price), "tax_code": "VAT10"}
    return LineDraft(**(given | values))


def draft(unit: UnitOfWork, *lines: LineDraft, entity: Any = Quote, **values: Any) -> DocumentDraft:
    """A draft of a quote (or an order) for a buyer, without related records unless `values` name them."""
    start = documents.new_draft(unit, entity)
    day = "quote_date" if entity is Quote else "order_date"
    given = {"buyer_name": "Công ty TNHH An Bình", "subject": "Máy hàn", day: unit.today}
    return replace(start, values={**start.values, **given, **values}, lines=lines or (line(),))


def quote(unit: UnitOfWork, *lines: LineDraft, **values: Any) -> Quote:
    """A stored draft of a quote."""
    saved = documents.save(unit, Quote, None, None, draft(unit, *lines, **values))
    assert isinstance(saved, Quote)
    return saved


def order(unit: UnitOfWork, *lines: LineDraft, **values: Any) -> SalesOrder:
    """A stored draft of an order."""
    saved = documents.save(unit, SalesOrder, None, None, draft(unit, *lines, entity=SalesOrder, **values))
    assert isinstance(saved, SalesOrder)
    return saved


def full_draft(unit: UnitOfWork, **values: Any) -> DocumentDraft:
    """A draft with two groups, three VAT rates, discounts of lines and of the document, and shipping."""
    lines = (
        line("3", "1500000", discount_percent=D(10), group=0),
        line("2", "799999", tax_code="VAT8", discount_amount=D(50000), group=1),
        line("1.5", "333333", tax_code="KCT", group=0),
        line("1", "100000", tax_code=""),
    )
    start = draft(unit, *lines, discount_percent=D(5), shipping=D(250000), shipping_tax_code="VAT10", **values)
    return replace(start, groups=(GroupDraft(None, "Máy móc"), GroupDraft(None, "Phụ kiện")))


def reload(database: Database, entity: Any, record_id: int) -> Any:
    """A record as another unit of work finds it."""
    with database.reading() as unit:
        return unit.get(entity, record_id)
