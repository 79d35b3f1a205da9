"""Orders: made from quotes, approved and cancelled; deliveries and payments have rooms of their own."""

from __future__ import annotations

from sqlalchemy import select

from desktop_crm.errors import Fault, Invalid, Refused
from desktop_crm.i18n import mark, translate
from desktop_crm.models import Opportunity, Organization, Quote, SalesOrder
from desktop_crm.services import notes, numbering, opportunities, quotes
from desktop_crm.services.copying import copy_of
from desktop_crm.storage.database import UnitOfWork


def order_from_quote(unit: UnitOfWork, quote_id: int, version: int | None = None, *, again: bool = False) -> SalesOrder:
    """A new order with everything of an issued quote, which is accepted by it.

    Raises Refused for a quote that is not issued, refused or out of date, and for one that was ordered already
    unless `again`.
    """
    quote = unit.get(Quote, quote_id, version)
    if quote.status in quotes.OPEN:
        quotes.accept(unit, quote.id)
    elif quote.status != "accepted":
        raise Refused(quotes.NOT_ISSUED if quote.is_draft else quotes.NOT_OPEN)
    if not again and (made := quotes.ordered(unit, quote.id)) is not None:
        raise Refused(mark("Order", "The order {number} has been made from this quote."), number=made.number)
    order = copy_of(quote, SalesOrder)
    order.number = numbering.next_numbers(unit, "sales_order", unit.today)[0]
    order.quote_id, order.order_date, order.delivery_date = quote.id, unit.today, quote.supply_date
    order.delivery_address = _delivery_address(unit, quote)
    order.owed_total = order.grand_total
    unit.session.add(order)
    unit.session.flush()
    return order


def _delivery_address(unit: UnitOfWork, quote: Quote) -> str:
    organization = unit.find(Organization, quote.organization_id)
    return (organization.delivery_address if organization else "") or quote.buyer_address


def approve(unit: UnitOfWork, order_id: int, version: int | None = None) -> SalesOrder:
    """Confirm a draft: it is locked, its opportunity is won and its customer has bought.

    Raises Invalid naming what the order lacks, Refused for one that is no draft, Conflict.
    """
    order = unit.get(SalesOrder, order_id, version)
    if order.status != "draft":
        raise Refused(mark("Order", "Only a draft can be approved."))
    faults = [] if order.lines else [Fault("lines", mark("Order", "The order has no lines."))]
    faults += [] if order.buyer_name else [Fault("buyer_name", mark("Order", "The order names no customer."))]
    if faults:
        raise Invalid(*faults)
    order.status = "approved"
    unit.session.flush()
    if opportunity := unit.find_to_change(Opportunity, order.opportunity_id):
        opportunities.win(unit, opportunity)
    _has_bought(unit, order)
    return order


def _has_bought(unit: UnitOfWork, order: SalesOrder) -> None:
    organization = unit.find_to_change(Organization, order.organization_id)
    if organization is None:
        return
    day = order.order_date or unit.today
    if organization.last_purchase_on is None or organization.last_purchase_on < day:
        organization.last_purchase_on = day
    if organization.type == "prospect":
        organization.type = "customer"
    unit.session.flush()


def reopen(unit: UnitOfWork, order_id: int, version: int | None = None) -> SalesOrder:
    """Take an approved order back into work while nothing was delivered."""
    order = unit.get(SalesOrder, order_id, version)
    if order.status != "approved":
        raise Refused(mark("Order", "Only an approved order of which nothing was delivered can be taken back."))
    order.status = "draft"
    unit.session.flush()
    return order


def cancel(unit: UnitOfWork, order_id: int, reason: str, version: int | None = None) -> SalesOrder:
    """Cancel an order; the reason becomes a comment, and nothing is owed any more.

    Raises Refused while money of the customer is held or goods are handed over.
    """
    order = unit.get(SalesOrder, order_id, version)
    if not reason.strip():
        raise Invalid(Fault("reason", mark("Order", "Say why the order is cancelled.")))
    if order.status == "cancelled":
        raise Refused(mark("Order", "The order has been cancelled already."))
    if order.paid_total:
        raise Refused(mark("Order", "The order has payments; enter the refund first."))
    if any(line.delivered_quantity for line in order.lines):
        raise Refused(mark("Order", "Goods of the order have been delivered; take the deliveries back first."))
    order.status, order.owed_total = "cancelled", order.paid_total
    notes.add_comment(unit, order, translate(mark("Order", "Cancelled: {reason}"), reason=reason.strip()))
    unit.session.flush()
    return order


def orders_of(unit: UnitOfWork, quote_id: int) -> list[SalesOrder]:
    """The orders made from a quote, cancelled ones included."""
    made = select(SalesOrder).where(SalesOrder.quote_id == quote_id, SalesOrder.deleted_at.is_(None))
    return list(unit.session.scalars(made.order_by(SalesOrder.id)))
