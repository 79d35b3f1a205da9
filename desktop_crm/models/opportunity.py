"""Opportunity (Cơ hội): a possible sale, and every step it took through the stages."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal

from sqlalchemy.orm import Mapped, mapped_column, relationship

from desktop_crm.i18n import mark
from desktop_crm.models import fields
from desktop_crm.models.contact import Contact
from desktop_crm.models.organization import Organization
from desktop_crm.models.record import Child, Record, now, parent
from desktop_crm.models.types import UtcDateTime


class Opportunity(Record):
    """A deal in work; `expected_revenue` is amount × probability, in whole currency units."""

    __tablename__ = "opportunity"
    plural = "opportunities"
    singular_label = mark("Opportunity", "Opportunity")
    plural_label = mark("Opportunity", "Opportunities")

    name: Mapped[str] = fields.text(mark("Opportunity", "Name"), 300, searched=True, required=True)
    organization_id: Mapped[int | None] = fields.relation(
        mark("Opportunity", "Organization"), "organization", indexed=True
    )
    contact_id: Mapped[int | None] = fields.relation(mark("Opportunity", "Contact"), "contact")
    stage: Mapped[str] = fields.choice(
        mark("Opportunity", "Stage"), "stage", "prospecting", required=True, indexed=True
    )
    amount: Mapped[Decimal] = fields.money(mark("Opportunity", "Amount"), indexed=True)
    probability: Mapped[Decimal] = fields.percent(mark("Opportunity", "Probability"), indexed=True)
    expected_revenue: Mapped[Decimal] = fields.money(
        mark("Opportunity", "Expected revenue"), editable=False, indexed=True
    )
    expected_close_date: Mapped[date | None] = fields.day(mark("Opportunity", "Expected close date"), indexed=True)
    closed_on: Mapped[date | None] = fields.day(mark("Opportunity", "Closed on"), editable=False)
    type: Mapped[str] = fields.choice(mark("Opportunity", "Type"), "opportunity_type")
    source: Mapped[str] = fields.choice(mark("Opportunity", "Source"), "source")
    campaign: Mapped[str] = fields.text(mark("Opportunity", "Campaign"))
    next_step: Mapped[str] = fields.text(mark("Opportunity", "Next step"), 300)
    next_step_on: Mapped[date | None] = fields.day(mark("Opportunity", "Next step on"))
    competitor: Mapped[str] = fields.text(mark("Opportunity", "Competitor"))
    products: Mapped[str] = fields.text(mark("Opportunity", "Products of interest"), 500)
    lost_reason: Mapped[str] = fields.choice(mark("Opportunity", "Lost reason"), "lost_reason")

    organization: Mapped[Organization | None] = relationship()
    contact: Mapped[Contact | None] = relationship()
    stage_changes: Mapped[list[StageChange]] = relationship(
        cascade="all, delete-orphan", order_by="StageChange.id", back_populates="opportunity"
    )

    def make_title(self) -> str:
        return self.name

    def refresh(self, unsearched: Collection[str] = ()) -> None:
        share = self.amount * self.probability / 100
        self.expected_revenue = share.quantize(Decimal(1), ROUND_HALF_UP)
        super().refresh(unsearched)


class StageChange(Child):
    """The state of an opportunity when its stage changed; cycle time and slippage come from these rows."""

    __tablename__ = "stage_change"
    parent_table = "opportunity"
    parent_key = "opportunity_id"
    part = "stage_changes"

    opportunity_id: Mapped[int] = parent("opportunity")
    changed_at: Mapped[datetime] = mapped_column(UtcDateTime, nullable=False, default=now)
    changed_by_id: Mapped[int | None] = fields.relation(mark("StageChange", "Changed by"), "app_user")
    from_stage: Mapped[str] = fields.choice(mark("StageChange", "From stage"), "stage")
    to_stage: Mapped[str] = fields.choice(mark("StageChange", "To stage"), "stage")
    amount: Mapped[Decimal] = fields.money(mark("StageChange", "Amount"))
    probability: Mapped[Decimal] = fields.percent(mark("StageChange", "Probability"))
    expected_close_date: Mapped[date | None] = fields.day(mark("StageChange", "Expected close date"))

    opportunity: Mapped[Opportunity] = relationship(back_populates="stage_changes")
