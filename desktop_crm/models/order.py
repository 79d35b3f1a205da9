"""Order (Đơn hàng): what a customer bought, what was delivered and what was paid."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from desktop_crm.i18n import mark
from desktop_crm.models import fields
from desktop_crm.models.contact import Contact
from desktop_crm.models.lines import BuyerMixin, GroupMixin, LineMixin, MoneyHeadMixin
from desktop_crm.models.opportunity import Opportunity
from desktop_crm.models.organization import Organization
from desktop_crm.models.product import Product
from desktop_crm.models.quote import Quote
from desktop_crm.models.record import Child, Record, parent
from desktop_crm.models.types import Key


class SalesOrder(BuyerMixin, MoneyHeadMixin, Record):
    """An order; `paid_total` and `owed_total` follow its payments."""

    __tablename__ = "sales_order"
    plural = "orders"
    singular_label = mark("Order", "Order")
    plural_label = mark("Order", "Orders")

    subject: Mapped[str] = fields.text(mark("Order", "Subject"), 300, searched=True, indexed=True)
    status: Mapped[str] = fields.choice(mark("Order", "Status"), "order_status", "draft", editable=False, indexed=True)
    order_date: Mapped[date | None] = fields.day(mark("Order", "Order date"), required=True, indexed=True)
    delivery_date: Mapped[date | None] = fields.day(mark("Order", "Promised delivery date"))
    due_date: Mapped[date | None] = fields.day(mark("Order", "Payment due date"), indexed=True)
    quote_id: Mapped[int | None] = fields.relation(mark("Order", "Quote"), "quote", editable=False)
    opportunity_id: Mapped[int | None] = fields.relation(mark("Order", "Opportunity"), "opportunity")
    delivery_address: Mapped[str] = fields.text(mark("Order", "Delivery address"), 400)
    payment_terms: Mapped[str] = fields.text(mark("Order", "Payment terms"), 400)
    delivery_terms: Mapped[str] = fields.text(mark("Order", "Delivery terms"), 400)
    warranty_terms: Mapped[str] = fields.text(mark("Order", "Warranty terms"), 400)
    terms: Mapped[str] = fields.long_text(mark("Order", "Printed terms"))
    paid_total: Mapped[Decimal] = fields.money(mark("Order", "Paid"), editable=False)
    owed_total: Mapped[Decimal] = fields.money(mark("Order", "Owed"), editable=False, indexed=True)

    organization: Mapped[Organization | None] = relationship()
    contact: Mapped[Contact | None] = relationship()
    quote: Mapped[Quote | None] = relationship()
    opportunity: Mapped[Opportunity | None] = relationship()
    groups: Mapped[list[OrderGroup]] = relationship(
        cascade="all, delete-orphan", order_by="OrderGroup.position", back_populates="order"
    )
    lines: Mapped[list[OrderLine]] = relationship(
        cascade="all, delete-orphan", order_by="OrderLine.position", back_populates="order"
    )
    payments: Mapped[list[Payment]] = relationship(
        cascade="all, delete-orphan", order_by="Payment.paid_on", back_populates="order"
    )
    deliveries: Mapped[list[Delivery]] = relationship(
        cascade="all, delete-orphan", order_by="Delivery.delivered_on", back_populates="order"
    )

    @property
    def is_draft(self) -> bool:
        """Whether its lines and prices may still be changed."""
        return self.status == "draft"

    def make_title(self) -> str:
        return f"{self.number} {self.subject}".strip()


class OrderGroup(GroupMixin, Child):
    """A heading over some lines of an order."""

    __tablename__ = "order_group"
    parent_table = "sales_order"
    parent_key = "order_id"
    part = "groups"

    order_id: Mapped[int] = parent("sales_order")

    order: Mapped[SalesOrder] = relationship(back_populates="groups")


class OrderLine(LineMixin, Child):
    """A line of an order; `delivered_quantity` follows the deliveries."""

    __tablename__ = "order_line"
    parent_table = "sales_order"
    parent_key = "order_id"

    order_id: Mapped[int] = parent("sales_order")
    group_id: Mapped[int | None] = mapped_column(Key, ForeignKey("order_group.id", ondelete="SET NULL"), index=True)
    delivered_quantity: Mapped[Decimal] = fields.quantity(mark("OrderLine", "Delivered"), editable=False)

    order: Mapped[SalesOrder] = relationship(back_populates="lines")
    group: Mapped[OrderGroup | None] = relationship()
    product: Mapped[Product | None] = relationship()


class Payment(Child):
    """Money received for an order; a refund is negative."""

    __tablename__ = "payment"
    parent_table = "sales_order"
    parent_key = "order_id"
    part = "payments"

    order_id: Mapped[int] = parent("sales_order")
    paid_on: Mapped[date] = mapped_column(
        nullable=False, info={"field": fields.Field(mark("Payment", "Paid on"), fields.Kind.DATE, required=True)}
    )
    amount: Mapped[Decimal] = fields.money(mark("Payment", "Amount"), required=True)
    method: Mapped[str] = fields.choice(mark("Payment", "Method"), "payment_method", "transfer")
    reference: Mapped[str] = fields.text(mark("Payment", "Reference"), 100)
    note: Mapped[str] = fields.text(mark("Payment", "Note"), 400)

    order: Mapped[SalesOrder] = relationship(back_populates="payments")


class Delivery(Child):
    """Goods handed over on one day."""

    __tablename__ = "delivery"
    parent_table = "sales_order"
    parent_key = "order_id"
    part = "deliveries"

    order_id: Mapped[int] = parent("sales_order")
    delivered_on: Mapped[date] = mapped_column(
        nullable=False, info={"field": fields.Field(mark("Delivery", "Delivered on"), fields.Kind.DATE, required=True)}
    )
    note: Mapped[str] = fields.text(mark("Delivery", "Note"), 400)

    order: Mapped[SalesOrder] = relationship(back_populates="deliveries")
    lines: Mapped[list[DeliveryLine]] = relationship(cascade="all, delete-orphan", back_populates="delivery")


class DeliveryLine(Child):
    """How much of an order's line was handed over in one delivery."""

    __tablename__ = "delivery_line"
    parent_table = "delivery"
    parent_key = "delivery_id"

    delivery_id: Mapped[int] = parent("delivery")
    order_line_id: Mapped[int] = parent("order_line")
    quantity: Mapped[Decimal] = fields.quantity(mark("Delivery", "Quantity"))

    delivery: Mapped[Delivery] = relationship(back_populates="lines")
    order_line: Mapped[OrderLine] = relationship()
