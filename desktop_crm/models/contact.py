"""Contact (Liên hệ): a person, with or without an organization."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Mapped, relationship

from desktop_crm.i18n import mark
from desktop_crm.models import fields
from desktop_crm.models.organization import Organization
from desktop_crm.models.record import Record
from desktop_crm.models.text import person_sort_key


class Contact(Record):
    """A person we talk to."""

    __tablename__ = "contact"
    plural = "contacts"
    singular_label = mark("Contact", "Contact")
    plural_label = mark("Contact", "Contacts")

    salutation: Mapped[str] = fields.choice(mark("Contact", "Salutation"), "salutation")
    family_name: Mapped[str] = fields.text(mark("Contact", "Family and middle name"), 120, searched=True)
    given_name: Mapped[str] = fields.text(mark("Contact", "Given name"), 60, searched=True, required=True)
    organization_id: Mapped[int | None] = fields.relation(mark("Contact", "Organization"), "organization", indexed=True)
    department: Mapped[str] = fields.text(mark("Contact", "Department"))
    job_title: Mapped[str] = fields.text(mark("Contact", "Job title"), indexed=True)
    buying_role: Mapped[str] = fields.choice(mark("Contact", "Buying role"), "buying_role", indexed=True)
    reports_to_id: Mapped[int | None] = fields.relation(mark("Contact", "Reports to"), "contact")
    mobile: Mapped[str] = fields.phone(mark("Contact", "Mobile"))
    phone: Mapped[str] = fields.phone(mark("Contact", "Phone"))
    email: Mapped[str] = fields.email(mark("Contact", "Email"))
    email2: Mapped[str] = fields.email(mark("Contact", "Second email"))
    zalo: Mapped[str] = fields.text(mark("Contact", "Zalo"), 60)
    birthday: Mapped[date | None] = fields.day(mark("Contact", "Birthday"))
    anniversary: Mapped[date | None] = fields.day(mark("Contact", "Anniversary"))
    assistant: Mapped[str] = fields.text(mark("Contact", "Assistant"))
    interests: Mapped[str] = fields.text(mark("Contact", "Interests"), 400)
    source: Mapped[str] = fields.choice(mark("Contact", "Source"), "source")
    tax_code: Mapped[str] = fields.tax_code(mark("Contact", "Tax code"))
    address: Mapped[str] = fields.text(mark("Contact", "Address"), 300)
    ward: Mapped[str] = fields.text(mark("Contact", "Ward"), 100)
    province: Mapped[str] = fields.text(mark("Contact", "Province"), 100)
    email_consent: Mapped[bool] = fields.yes_no(mark("Contact", "Agrees to emails"))
    call_consent: Mapped[bool] = fields.yes_no(mark("Contact", "Agrees to calls"))
    message_consent: Mapped[bool] = fields.yes_no(mark("Contact", "Agrees to messages"))

    organization: Mapped[Organization | None] = relationship()

    @property
    def full_name(self) -> str:
        """Family name first, as Vietnamese names are written."""
        return f"{self.family_name} {self.given_name}".strip()

    @property
    def full_address(self) -> str:
        """Address on one line: street, ward, province."""
        return ", ".join(part for part in (self.address, self.ward, self.province) if part)

    def make_title(self) -> str:
        return self.full_name

    def make_title_sort(self) -> str:
        return person_sort_key(self.family_name, self.given_name)
