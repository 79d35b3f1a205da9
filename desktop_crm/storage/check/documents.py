"""Do the totals of quotes and orders come from their lines, and do payments add up?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import func, select

from desktop_crm.i18n import mark, translate
from desktop_crm.models import Payment, Quote, SalesOrder
from desktop_crm.models.document_totals import totals_of
from desktop_crm.models.fields import fields_of
from desktop_crm.models.totals import DiscountError
from desktop_crm.storage.check.finding import Finding, Look

_TOTALS = {
    "subtotal": "subtotal",
    "discount_total": "discount_total",
    "net_total": "net",
    "tax_total": "tax_total",
    "grand_total": "grand_total",
}
_SAVE = mark("Check", "Open it and save it once more.")


def totals(look: Look) -> Iterator[Finding]:
    """Stored totals and line amounts that are not what the lines give."""
    for entity in (Quote, SalesOrder):
        for document in look.records(entity, entity.lines):
            wrong = _wrong(document)
            if wrong:
                words = mark("Check", "{what} is not what its lines give.")
                yield Finding(entity.__tablename__, words, document.number, {"what": wrong}, remedy=_SAVE)


def _wrong(document: Any) -> str:
    """The first amount of a document that is wrong, as it is called; '' for none."""
    try:
        found = totals_of(document)
    except (DiscountError, ArithmeticError, TypeError):
        return translate(mark("Check", "a discount"))
    for line, said in zip(document.lines, found.lines, strict=True):
        if line.amount != said.net:
            return translate(mark("Check", "the amount of line {place}"), place=line.position + 1)
    keys = (key for key, said in _TOTALS.items() if getattr(document, key) != getattr(found, said))
    key = next(keys, "")
    return f"“{translate(fields_of(type(document))[key].label)}”" if key else ""


def payments(look: Look) -> Iterator[Finding]:
    """Orders whose paid and owed amounts are not those of their payments."""
    paid = select(func.coalesce(func.sum(Payment.amount), 0)).where(Payment.order_id == SalesOrder.id).scalar_subquery()
    wrong = (SalesOrder.paid_total != paid) | (SalesOrder.owed_total != SalesOrder.grand_total - SalesOrder.paid_total)
    for number in look.session.scalars(select(SalesOrder.number).where(wrong, SalesOrder.status != "cancelled")):
        yield Finding("sales_order", mark("Check", "what was paid and what is owed do not add up."), number)
