"""Organization (Tổ chức): a company, agency or household business we deal with."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from sqlalchemy.orm import Mapped, relationship

from desktop_crm.i18n import mark
from desktop_crm.models import fields
from desktop_crm.models.product import PriceBook
from desktop_crm.models.record import Child, Record, parent, position


class Organization(Record):
    """A company with its addresses, bank accounts, representative and terms of payment."""

    __tablename__ = "organization"
    plural = "organizations"
    singular_label = mark("Organization", "Organization")
    plural_label = mark("Organization", "Organizations")

    name: Mapped[str] = fields.text(mark("Organization", "Full name"), 300, searched=True, required=True)
    short_name: Mapped[str] = fields.text(mark("Organization", "Short name"), searched=True)
    tax_code: Mapped[str] = fields.tax_code(mark("Organization", "Tax code"))
    customer_code: Mapped[str] = fields.text(mark("Organization", "Customer code"), 40, searched=True, indexed=True)
    type: Mapped[str] = fields.choice(
        mark("Organization", "Type"), "organization_type", "customer", required=True, indexed=True
    )
    industry: Mapped[str] = fields.choice(mark("Organization", "Industry"), "industry", indexed=True)
    source: Mapped[str] = fields.choice(mark("Organization", "Source"), "source")
    phone: Mapped[str] = fields.phone(mark("Organization", "Phone"))
    fax: Mapped[str] = fields.phone(mark("Organization", "Fax"))
    email: Mapped[str] = fields.email(mark("Organization", "Email"))
    other_emails: Mapped[str] = fields.text(mark("Organization", "Other emails"), 500, searched=True)
    website: Mapped[str] = fields.url(mark("Organization", "Website"))
    address: Mapped[str] = fields.text(mark("Organization", "Head office address"), 300, searched=True)
    ward: Mapped[str] = fields.text(mark("Organization", "Ward"), 100)
    province: Mapped[str] = fields.text(mark("Organization", "Province"), 100)
    billing_address: Mapped[str] = fields.text(mark("Organization", "Billing address"), 400)
    delivery_address: Mapped[str] = fields.text(mark("Organization", "Delivery address"), 400)
    employees: Mapped[int] = fields.integer(mark("Organization", "Employees"))
    annual_revenue: Mapped[Decimal] = fields.money(mark("Organization", "Annual revenue"), indexed=True)
    credit_limit: Mapped[Decimal] = fields.money(mark("Organization", "Credit limit"), indexed=True)
    payment_terms: Mapped[str] = fields.text(mark("Organization", "Payment terms"))
    price_book_id: Mapped[int | None] = fields.relation(mark("Organization", "Price list"), "price_book")
    parent_id: Mapped[int | None] = fields.relation(mark("Organization", "Parent company"), "organization")
    representative: Mapped[str] = fields.text(mark("Organization", "Representative"))
    representative_title: Mapped[str] = fields.text(mark("Organization", "Representative's position"))
    authorization_number: Mapped[str] = fields.text(mark("Organization", "Authorization number"), 60)
    authorized_on: Mapped[date | None] = fields.day(mark("Organization", "Authorization date"))
    founded_on: Mapped[date | None] = fields.day(mark("Organization", "Founded on"))
    analysis_group: Mapped[str] = fields.choice(mark("Organization", "Analysis group"), "analysis_group")
    card_tier: Mapped[str] = fields.choice(mark("Organization", "Card tier"), "card_tier")
    last_purchase_on: Mapped[date | None] = fields.day(
        mark("Organization", "Last purchase"), editable=False, indexed=True
    )
    description: Mapped[str] = fields.long_text(mark("Organization", "Business description"))

    price_book: Mapped[PriceBook | None] = relationship()
    bank_accounts: Mapped[list[BankAccount]] = relationship(
        cascade="all, delete-orphan", order_by="BankAccount.position", back_populates="organization"
    )

    @property
    def full_address(self) -> str:
        """Head office on one line: street, ward, province."""
        return ", ".join(part for part in (self.address, self.ward, self.province) if part)

    def make_title(self) -> str:
        return self.name


class BankAccount(Child):
    """An account a customer pays from or is paid to."""

    __tablename__ = "organization_bank_account"
    parent_table = "organization"
    parent_key = "organization_id"
    part = "bank_accounts"

    organization_id: Mapped[int] = parent("organization")
    position: Mapped[int] = position()
    account_number: Mapped[str] = fields.text(mark("BankAccount", "Account number"), 40, required=True)
    bank: Mapped[str] = fields.text(mark("BankAccount", "Bank"))
    branch: Mapped[str] = fields.text(mark("BankAccount", "Branch"))

    organization: Mapped[Organization] = relationship(back_populates="bank_accounts")
