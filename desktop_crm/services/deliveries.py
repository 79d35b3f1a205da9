"""Deliveries of an order: in parts or at once; the order's status follows what was handed over."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from desktop_crm.errors import Fault, Invalid, NotFound, Refused
from desktop_crm.i18n import mark
from desktop_crm.models import Delivery, DeliveryLine, OrderLine, SalesOrder
from desktop_crm.models.numbers import format_number
from desktop_crm.storage.database import UnitOfWork

DELIVERABLE = frozenset({"approved", "delivering"})


def deliver(
    unit: UnitOfWork,
    order_id: int,
    day: date,
    quantities: Mapping[int, Decimal],
    version: int | None = None,
    note: str = "",
) -> SalesOrder:
    """Note that these quantities, by id of the order's line, were handed over on a day.

    Raises Invalid where more is delivered than is outstanding or nothing at all, Refused unless the order is
    approved, Conflict.
    """
    order = _deliverable(unit, order_id, version)
    lines = {line.id: line for line in order.lines}
    given = {line_id: quantity for line_id, quantity in quantities.items() if quantity}
    if not given:
        raise Invalid(Fault("lines", mark("Delivery", "Enter the quantities that were delivered.")))
    if faults := [fault for key, quantity in given.items() for fault in _faults(lines.get(key), quantity)]:
        raise Invalid(*faults)
    delivery = Delivery(delivered_on=day, note=note.strip())
    delivery.lines = [DeliveryLine(order_line=lines[key], quantity=quantity) for key, quantity in given.items()]
    order.deliveries.append(delivery)
    for key, quantity in given.items():
        lines[key].delivered_quantity += quantity
    _follow(order)
    unit.session.flush()
    return order


def _deliverable(unit: UnitOfWork, order_id: int, version: int | None) -> SalesOrder:
    order = unit.get(SalesOrder, order_id, version)
    if order.status not in DELIVERABLE:
        raise Refused(mark("Delivery", "Goods can be delivered only for an approved order that is not complete."))
    return order


def outstanding(line: OrderLine) -> Decimal:
    """What is still to be delivered of a line; a return (negative quantity) is never delivered."""
    return max(line.quantity - line.delivered_quantity, Decimal(0))


def _faults(line: OrderLine | None, quantity: Decimal) -> list[Fault]:
    if line is None:
        raise NotFound()
    if 0 < quantity <= outstanding(line):
        return []
    message = mark("Delivery", "{name}: at most {rest} can be delivered.")
    values = {"name": line.name or line.code, "rest": format_number(outstanding(line))}
    return [Fault(f"lines.{line.position}.quantity", message, values)]


def _follow(order: SalesOrder) -> None:
    """Bring the status in line with what was delivered."""
    if not any(outstanding(line) for line in order.lines):
        order.status = "delivered"
    elif any(line.delivered_quantity for line in order.lines):
        order.status = "delivering"
    else:
        order.status = "approved"


def start(unit: UnitOfWork, order_id: int, version: int | None = None) -> SalesOrder:
    """Note that the goods are on their way, nothing being handed over yet."""
    order = _deliverable(unit, order_id, version)
    order.status = "delivering"
    unit.session.flush()
    return order


def finish(unit: UnitOfWork, order_id: int, day: date, version: int | None = None, note: str = "") -> SalesOrder:
    """Deliver everything that is outstanding."""
    order = _deliverable(unit, order_id, version)
    return deliver(unit, order.id, day, {line.id: outstanding(line) for line in order.lines}, note=note)


def take_back(unit: UnitOfWork, order_id: int, delivery_id: int, version: int | None = None) -> SalesOrder:
    """Remove a delivery that was entered by mistake or came back."""
    order = unit.get(SalesOrder, order_id, version)
    delivery = next((one for one in order.deliveries if one.id == delivery_id), None)
    if delivery is None:
        raise NotFound()
    for line in delivery.lines:
        line.order_line.delivered_quantity -= line.quantity
    order.deliveries.remove(delivery)
    _follow(order)
    unit.session.flush()
    return order
