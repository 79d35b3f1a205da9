"""The order confirmation (Xác nhận đơn hàng) as a PDF, with what was delivered, paid and is still owed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from reportlab.lib.units import mm

from desktop_crm.i18n import Message, mark
from desktop_crm.models.company import Company
from desktop_crm.models.document_totals import totals_of
from desktop_crm.models.lists import SHIPPED
from desktop_crm.models.numbers import format_date
from desktop_crm.models.order import Payment, SalesOrder
from desktop_crm.models.totals import Totals
from desktop_crm.models.user import User
from desktop_crm.printing import business_letter as letter
from desktop_crm.printing.layout import Layout
from desktop_crm.printing.letterhead import company_name, letterhead
from desktop_crm.printing.line_table import line_table
from desktop_crm.printing.page import Document, build
from desktop_crm.printing.payment import payment_block
from desktop_crm.printing.plain_table import Cell, plain_table
from desktop_crm.printing.styles import BUSINESS
from desktop_crm.printing.totals_block import totals_block

_WATERMARKS = {"draft": mark("Print", "DRAFT"), "cancelled": mark("Print", "CANCELLED")}


def render_order(
    order: SalesOrder, company: Company, language: str = "vi", *, prepared_by: User | None = None, draft: bool = False
) -> bytes:
    """The order's confirmation as a PDF. `draft` marks it as one whatever its status says.

    Raises `DiscountError` for an impossible discount, as `totals_of` does.
    """
    layout = Layout(language, BUSINESS, letter.MARGINS.width, order.currency)
    title = layout.say(mark("Print", "ORDER CONFIRMATION"))
    word = _WATERMARKS.get("draft" if draft else order.status)
    document = Document(
        title=f"{title} {order.number}".strip(),
        author=company_name(company, language),
        subject=order.subject or letter.buyer_name(order),
        footer=" · ".join(part for part in (order.number, company_name(company, language)) if part),
        language=language,
        look=BUSINESS,
        margins=letter.MARGINS,
        watermark=layout.say(word) if word else "",
    )
    return build(document, _story(order, company, layout, title, prepared_by))


def _story(order: SalesOrder, company: Company, layout: Layout, title: str, prepared_by: User | None) -> list[Any]:
    totals = totals_of(order)
    account = _Account.of(order, totals)
    payment = payment_block(company, layout, account.owed, order.number)
    return [
        *letterhead(company, layout),
        *letter.title_block(title, _under_title(order, layout), layout),
        letter.head_block(letter.buyer_pairs(order, layout), _facts(order, layout, prepared_by), layout),
        layout.text(_introduction(company, layout), after=1 * mm),
        line_table(order, totals, layout),
        totals_block(totals, layout, wording=company.wording, document=order, beside=payment),
        *_deliveries(order, layout),
        *_payments(order, account, layout),
        letter.closing(
            letter.terms_block(_terms(order, layout), order.terms, layout),
            letter.signatures(company, prepared_by, order.order_date, layout),
        ),
    ]


@dataclass(frozen=True, slots=True)
class _Account:
    """What the order costs, what came in and what is missing."""

    total: Decimal
    paid: Decimal

    @classmethod
    def of(cls, order: SalesOrder, totals: Totals) -> _Account:
        return cls(totals.grand_total, sum((payment.amount for payment in order.payments), Decimal(0)))

    @property
    def owed(self) -> Decimal:
        """Below zero when the customer paid too much."""
        return self.total - self.paid


def _under_title(order: SalesOrder, layout: Layout) -> list[str]:
    number = layout.say(mark("Print", "No.: {number}"), number=order.number) if order.number else ""
    about = layout.say(mark("Print", "Re: {subject}"), subject=order.subject.strip()) if order.subject.strip() else ""
    return [number, about]


def _facts(order: SalesOrder, layout: Layout, prepared_by: User | None) -> list[tuple[Message, str]]:
    return [
        (mark("Print", "Order date"), format_date(order.order_date) if order.order_date else ""),
        (mark("Print", "Quotation no."), order.quote.number if order.quote else ""),
        (mark("Print", "Delivery date"), format_date(order.delivery_date) if order.delivery_date else ""),
        (mark("Print", "Payment due"), format_date(order.due_date) if order.due_date else ""),
        (mark("Print", "Currency"), order.currency),
        (mark("Print", "Exchange rate"), layout.number(order.exchange_rate) if order.currency != "VND" else ""),
    ]


def _introduction(company: Company, layout: Layout) -> str:
    return layout.say(
        mark("Print", "{company} thanks you for your order and confirms the following:"),
        company=company_name(company, layout.language) or layout.say(mark("Print", "Our company")),
    )


def _terms(order: SalesOrder, layout: Layout) -> list[tuple[Message, str]]:
    return [
        (mark("Print", "Place of delivery"), order.delivery_address),
        (mark("Print", "Delivery"), order.delivery_terms),
        (mark("Print", "Payment"), order.payment_terms),
        (mark("Print", "Warranty"), order.warranty_terms),
    ]


def _deliveries(order: SalesOrder, layout: Layout) -> list[Any]:
    """Each handing over with its goods, then what is still to come; nothing before the first one."""
    if not order.deliveries:
        return []
    headings = (
        Cell(layout.say(mark("Print", "Delivered on")), "center"),
        Cell(layout.say(mark("Print", "Description"))),
        Cell(layout.say(mark("Print", "Unit")), "center"),
        Cell(layout.say(mark("Print", "Delivered")), "right"),
        Cell(layout.say(mark("Print", "Still to come")), "right"),
    )
    widths = [24 * mm, layout.width - 92 * mm, 20 * mm, 24 * mm, 24 * mm]
    title = layout.say(mark("Print", "Deliveries"))
    return plain_table(title, headings, _delivered_rows(order, layout), widths, layout)


def _delivered_rows(order: SalesOrder, layout: Layout) -> list[list[str]]:
    delivered: dict[int, Decimal] = {}
    rows = []
    for delivery in sorted(order.deliveries, key=lambda one: one.delivered_on):
        day, note = format_date(delivery.delivered_on), delivery.note.strip()
        for part in delivery.lines:
            line = part.order_line
            delivered[id(line)] = delivered.get(id(line), Decimal(0)) + part.quantity
            left = layout.number(line.quantity - delivered[id(line)])
            rows.append([day, line.name, line.unit, layout.number(part.quantity), left])
        if note:
            rows.append([day, note, "", "", ""])
    return [*rows, *_untouched(order, delivered, layout)]


def _untouched(order: SalesOrder, delivered: dict[int, Decimal], layout: Layout) -> list[list[str]]:
    """Lines of which nothing was handed over yet."""
    waiting = [line for line in order.lines if id(line) not in delivered]
    return [["–", line.name, line.unit, "0", layout.number(line.quantity)] for line in waiting]


def _payments(order: SalesOrder, account: _Account, layout: Layout) -> list[Any]:
    """Money received and what is owed; nothing before the first payment."""
    if not order.payments:
        return []
    total = [
        (mark("Print", "Grand total"), account.total),
        (mark("Print", "Paid"), account.paid),
        (mark("Print", "Owed"), account.owed) if account.owed >= 0 else (mark("Print", "Overpaid"), -account.owed),
    ]
    headings = (
        Cell(layout.say(mark("Print", "Paid on")), "center"),
        Cell(layout.say(mark("Print", "Method"))),
        Cell(layout.say(mark("Print", "Reference"))),
        Cell(f"{layout.say(mark('Print', 'Amount paid'))} ({order.currency})", "right"),
    )
    widths = [24 * mm, 40 * mm, layout.width - 106 * mm, 42 * mm]
    rows = [_payment_row(payment, layout) for payment in sorted(order.payments, key=lambda one: one.paid_on)]
    footer = [(layout.say(label), layout.money(amount)) for label, amount in total]
    return plain_table(layout.say(mark("Print", "Payments")), headings, rows, widths, layout, footer)


def _payment_row(payment: Payment, layout: Layout) -> list[str]:
    reference = " – ".join(part.strip() for part in (payment.reference, payment.note) if part.strip())
    method = _method(payment.method, layout)
    return [format_date(payment.paid_on), method, reference, layout.money(payment.amount)]


def _method(code: str, layout: Layout) -> str:
    names: Sequence[str] = [
        row.en if layout.language == "en" else row.vi for row in SHIPPED["payment_method"] if row.code == code
    ]
    return names[0] if names else code
