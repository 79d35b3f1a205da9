"""Payments of orders, and what customers owe."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy import select

from desktop_crm.errors import Fault, Invalid, NotFound, Refused
from desktop_crm.i18n import mark
from desktop_crm.models import Payment, SalesOrder
from desktop_crm.models.numbers import currency, round_half_up
from desktop_crm.models.text import clean
from desktop_crm.storage.database import UnitOfWork

OWING = frozenset({"approved", "delivering", "delivered"})


@dataclass(frozen=True, slots=True)
class Receivable:
    """An order that is not paid in full; `days_overdue` is 0 while it is not due."""

    order_id: int
    number: str
    customer: str
    organization_id: int | None
    currency: str
    due_date: date | None
    grand_total: Decimal
    paid_total: Decimal
    owed_total: Decimal
    days_overdue: int


def add_payment(
    unit: UnitOfWork,
    order_id: int,
    paid_on: date,
    amount: Decimal,
    method: str = "transfer",
    reference: str = "",
    note: str = "",
    version: int | None = None,
) -> SalesOrder:
    """Note money received for an order, before or after its approval; a refund is negative.

    Raises Invalid for no amount and for a refund of more than was paid, Refused for a cancelled order, Conflict.
    """
    order = unit.get(SalesOrder, order_id, version)
    if order.status == "cancelled":
        raise Refused(mark("Payment", "The order has been cancelled."))
    _check_amount(order, amount)
    payment = Payment(paid_on=paid_on, amount=amount, method=method, reference=clean(reference), note=clean(note))
    order.payments.append(payment)
    _sum_up(order)
    unit.session.flush()
    return order


def _check_amount(order: SalesOrder, amount: Decimal) -> None:
    if not amount:
        raise Invalid(Fault("amount", mark("Payment", "Enter the amount.")))
    if round_half_up(amount, currency(order.currency).decimals) != amount:
        raise Invalid(Fault("amount", mark("Payment", "The amount has more decimals than its currency.")))
    if order.paid_total + amount < 0:
        raise Invalid(Fault("amount", mark("Payment", "More would be paid back than was received.")))


def remove_payment(unit: UnitOfWork, order_id: int, payment_id: int, version: int | None = None) -> SalesOrder:
    """Take out a payment that was entered by mistake."""
    order = unit.get(SalesOrder, order_id, version)
    payment = next((one for one in order.payments if one.id == payment_id), None)
    if payment is None:
        raise NotFound()
    order.payments.remove(payment)
    if sum(one.amount for one in order.payments) < 0:
        raise Invalid(Fault("amount", mark("Payment", "More would be paid back than was received.")))
    _sum_up(order)
    unit.session.flush()
    return order


def _sum_up(order: SalesOrder) -> None:
    order.paid_total = sum((payment.amount for payment in order.payments), Decimal(0))
    order.owed_total = order.grand_total - order.paid_total


def receivables(unit: UnitOfWork, day: date | None = None, organization_id: int | None = None) -> list[Receivable]:
    """Confirmed orders with money owed on a day (default: today), the longest overdue first."""
    owing = select(SalesOrder).where(
        SalesOrder.status.in_(OWING), SalesOrder.owed_total > 0, SalesOrder.deleted_at.is_(None)
    )
    if organization_id is not None:
        owing = owing.where(SalesOrder.organization_id == organization_id)
    rows = [_receivable(order, day or unit.today) for order in unit.session.scalars(owing.order_by(SalesOrder.id))]
    return sorted(rows, key=lambda row: -row.days_overdue)


def _receivable(order: SalesOrder, day: date) -> Receivable:
    return Receivable(
        order.id,
        order.number,
        order.buyer_name,
        order.organization_id,
        order.currency,
        order.due_date,
        order.grand_total,
        order.paid_total,
        order.owed_total,
        max((day - order.due_date).days, 0) if order.due_date else 0,
    )
