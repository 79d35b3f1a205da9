"""Quote (Báo giá): prices offered to a customer; once issued it is revised, never changed."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from desktop_crm.i18n import mark
from desktop_crm.models import fields
from desktop_crm.models.contact import Contact
from desktop_crm.models.lines import BuyerMixin, GroupMixin, LineMixin, MoneyHeadMixin
from desktop_crm.models.opportunity import Opportunity
from desktop_crm.models.organization import Organization
from desktop_crm.models.product import PriceBook, Product
from desktop_crm.models.record import Child, Record, parent
from desktop_crm.models.types import Key

DRAFT_STATUSES = frozenset({"draft", "pending_approval"})
"""Statuses in which lines and prices may be changed."""


class Quote(BuyerMixin, MoneyHeadMixin, Record):
    """An offer with lines in groups; BG-2026-0001 is followed by BG-2026-0001/R2 when it is revised."""

    __tablename__ = "quote"
    plural = "quotes"
    singular_label = mark("Quote", "Quote")
    plural_label = mark("Quote", "Quotes")

    subject: Mapped[str] = fields.text(mark("Quote", "Subject"), 300, searched=True, indexed=True)
    status: Mapped[str] = fields.choice(mark("Quote", "Status"), "quote_status", "draft", editable=False, indexed=True)
    quote_date: Mapped[date | None] = fields.day(mark("Quote", "Quote date"), required=True, indexed=True)
    valid_until: Mapped[date | None] = fields.day(mark("Quote", "Valid until"), indexed=True)
    supply_date: Mapped[date | None] = fields.day(mark("Quote", "Expected supply date"))
    opportunity_id: Mapped[int | None] = fields.relation(mark("Quote", "Opportunity"), "opportunity")
    price_book_id: Mapped[int | None] = fields.relation(mark("Quote", "Price list"), "price_book")
    payment_terms: Mapped[str] = fields.text(mark("Quote", "Payment terms"), 400)
    delivery_terms: Mapped[str] = fields.text(mark("Quote", "Delivery terms"), 400)
    warranty_terms: Mapped[str] = fields.text(mark("Quote", "Warranty terms"), 400)
    introduction: Mapped[str] = fields.long_text(mark("Quote", "Introduction"))
    terms: Mapped[str] = fields.long_text(mark("Quote", "Printed terms"))
    revision: Mapped[int] = fields.integer(mark("Quote", "Revision"), editable=False)
    revises_id: Mapped[int | None] = fields.relation(mark("Quote", "Revises"), "quote", editable=False)
    issued_at: Mapped[datetime | None] = fields.moment(mark("Quote", "Issued at"))
    decided_at: Mapped[datetime | None] = fields.moment(mark("Quote", "Decided at"))
    refusal_reason: Mapped[str] = fields.text(mark("Quote", "Reason for refusal"), 400)

    organization: Mapped[Organization | None] = relationship()
    contact: Mapped[Contact | None] = relationship()
    opportunity: Mapped[Opportunity | None] = relationship()
    price_book: Mapped[PriceBook | None] = relationship()
    groups: Mapped[list[QuoteGroup]] = relationship(
        cascade="all, delete-orphan", order_by="QuoteGroup.position", back_populates="quote"
    )
    lines: Mapped[list[QuoteLine]] = relationship(
        cascade="all, delete-orphan", order_by="QuoteLine.position", back_populates="quote"
    )

    @property
    def is_draft(self) -> bool:
        """Whether its lines and prices may still be changed."""
        return self.status in DRAFT_STATUSES

    def make_title(self) -> str:
        return f"{self.number} {self.subject}".strip()


class QuoteGroup(GroupMixin, Child):
    """A heading over some lines of a quote."""

    __tablename__ = "quote_group"
    parent_table = "quote"
    parent_key = "quote_id"
    part = "groups"

    quote_id: Mapped[int] = parent("quote")

    quote: Mapped[Quote] = relationship(back_populates="groups")


class QuoteLine(LineMixin, Child):
    """A line of a quote."""

    __tablename__ = "quote_line"
    parent_table = "quote"
    parent_key = "quote_id"

    quote_id: Mapped[int] = parent("quote")
    group_id: Mapped[int | None] = mapped_column(Key, ForeignKey("quote_group.id", ondelete="SET NULL"), index=True)

    quote: Mapped[Quote] = relationship(back_populates="lines")
    group: Mapped[QuoteGroup | None] = relationship()
    product: Mapped[Product | None] = relationship()
