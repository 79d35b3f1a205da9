"""The stored totals of quotes and orders: always those of `models.document_totals`, written in one place."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from decimal import Decimal

from desktop_crm.errors import Fault, Invalid
from desktop_crm.i18n import mark
from desktop_crm.models import OrderLine, Quote, QuoteLine, SalesOrder
from desktop_crm.models.document_totals import totals_of
from desktop_crm.models.totals import DiscountError
from desktop_crm.services.drafts import Rates, rate_of, tax_rates
from desktop_crm.storage.database import UnitOfWork

Document = Quote | SalesOrder
"""The two kinds of records that have lines, prices and totals."""


def on_save(unit: UnitOfWork, record: Document, changed: Collection[str]) -> None:
    """Bring the totals of a document that may still be changed up to date; Invalid for an impossible discount."""
    if record.exchange_rate <= 0:
        raise Invalid(Fault("exchange_rate", mark("Document", "The exchange rate must be more than zero.")))
    if record.is_draft:
        take_rates(record, tax_rates(unit))
        store_totals(record)


def day_of(record: Document) -> date | None:
    """The document's own date, which decides its tax rates."""
    return record.order_date if isinstance(record, SalesOrder) else record.quote_date


def take_rates(record: Document, rates: Rates) -> None:
    """Write the tax percentages of the document's day into its lines and its shipping."""
    day = day_of(record)
    codes = {record.shipping_tax_code, *(line.tax_code for line in record.lines)}
    percents = {code: _percent(rates, code, day) for code in codes}
    for line in record.lines:
        line.tax_percent = percents[line.tax_code]
    record.shipping_tax_percent = percents[record.shipping_tax_code]


def _percent(rates: Rates, code: str, day: date | None) -> Decimal | None:
    rate = rate_of(rates, code, day)
    return rate.percent if rate else None


def store_totals(record: Document) -> None:
    """Write line amounts and totals, as its stored tax percentages make them, into the document."""
    try:
        totals = totals_of(record)
    except DiscountError as error:
        where = f"lines.{error.line - 1}.discount_percent" if error.line else "discount_percent"
        raise Invalid(error.fault(where)) from error
    lines: Sequence[QuoteLine | OrderLine] = record.lines
    for line, said in zip(lines, totals.lines, strict=True):
        line.amount = said.net
    record.subtotal, record.discount_total = totals.subtotal, totals.discount_total
    record.net_total, record.tax_total = totals.net, totals.tax_total
    record.grand_total = totals.grand_total
    if isinstance(record, SalesOrder):
        record.owed_total = record.grand_total - record.paid_total
