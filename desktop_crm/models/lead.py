"""Lead (Tiềm năng): someone who may buy, not yet known well."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy.orm import Mapped, mapped_column, relationship

from desktop_crm.i18n import mark
from desktop_crm.models import fields
from desktop_crm.models.contact import Contact
from desktop_crm.models.opportunity import Opportunity
from desktop_crm.models.organization import Organization
from desktop_crm.models.record import Record
from desktop_crm.models.text import person_sort_key, sort_key
from desktop_crm.models.types import Json


class Lead(Record):
    """A person or a company before the first deal; `convert` turns it into organization, contact, opportunity."""

    __tablename__ = "lead"
    plural = "leads"
    singular_label = mark("Lead", "Lead")
    plural_label = mark("Lead", "Leads")

    salutation: Mapped[str] = fields.choice(mark("Lead", "Salutation"), "salutation")
    family_name: Mapped[str] = fields.text(mark("Lead", "Family and middle name"), 120, searched=True)
    given_name: Mapped[str] = fields.text(mark("Lead", "Given name"), 60, searched=True)
    company: Mapped[str] = fields.text(mark("Lead", "Company"), searched=True, indexed=True, sort_key="company_sort")
    company_sort: Mapped[str] = fields.name_key()
    job_title: Mapped[str] = fields.text(mark("Lead", "Job title"))
    mobile: Mapped[str] = fields.phone(mark("Lead", "Mobile"))
    phone: Mapped[str] = fields.phone(mark("Lead", "Phone"))
    email: Mapped[str] = fields.email(mark("Lead", "Email"))
    website: Mapped[str] = fields.url(mark("Lead", "Website"))
    tax_code: Mapped[str] = fields.tax_code(mark("Lead", "Tax code"))
    status: Mapped[str] = fields.choice(mark("Lead", "Status"), "lead_status", "new", required=True, indexed=True)
    rating: Mapped[str] = fields.choice(mark("Lead", "Rating"), "rating")
    source: Mapped[str] = fields.choice(mark("Lead", "Source"), "source", indexed=True)
    industry: Mapped[str] = fields.choice(mark("Lead", "Industry"), "industry")
    employees: Mapped[int] = fields.integer(mark("Lead", "Employees"))
    annual_revenue: Mapped[Decimal] = fields.money(mark("Lead", "Annual revenue"))
    address: Mapped[str] = fields.text(mark("Lead", "Address"), 300)
    ward: Mapped[str] = fields.text(mark("Lead", "Ward"), 100)
    province: Mapped[str] = fields.text(mark("Lead", "Province"), 100)
    campaign: Mapped[str] = fields.text(mark("Lead", "Campaign"))
    next_step: Mapped[str] = fields.text(mark("Lead", "Next step"), 300)
    next_step_on: Mapped[date | None] = fields.day(mark("Lead", "Next step on"), indexed=True)
    do_not_call: Mapped[bool] = fields.yes_no(mark("Lead", "Do not call"))
    do_not_email: Mapped[bool] = fields.yes_no(mark("Lead", "Do not email"))
    marketing_consent: Mapped[bool] = fields.yes_no(mark("Lead", "Agrees to advertising"))
    converted_at: Mapped[datetime | None] = fields.moment(mark("Lead", "Converted at"))
    organization_id: Mapped[int | None] = fields.relation(mark("Lead", "Organization"), "organization", editable=False)
    contact_id: Mapped[int | None] = fields.relation(mark("Lead", "Contact"), "contact", editable=False)
    opportunity_id: Mapped[int | None] = fields.relation(mark("Lead", "Opportunity"), "opportunity", editable=False)
    conversion: Mapped[dict[str, Any] | None] = mapped_column(Json, nullable=True)  # what its undoing needs to know

    organization: Mapped[Organization | None] = relationship()
    contact: Mapped[Contact | None] = relationship()
    opportunity: Mapped[Opportunity | None] = relationship()

    @property
    def full_name(self) -> str:
        """Family name first, as Vietnamese names are written."""
        return f"{self.family_name} {self.given_name}".strip()

    def make_title(self) -> str:
        return self.full_name or self.company

    def make_title_sort(self) -> str:
        return person_sort_key(self.family_name, self.given_name) if self.full_name else sort_key(self.company)
