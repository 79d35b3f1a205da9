"""Our own company and its settings: letterhead, bank accounts, signers, tax rates, numbering."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import Integer, LargeBinary, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from desktop_crm.i18n import mark
from desktop_crm.models import fields
from desktop_crm.models.base import Base
from desktop_crm.models.record import parent, position
from desktop_crm.models.types import Json, Percent


class Company(Base):
    """The one row about ourselves; it is the letterhead of every document and party A of every contract."""

    __tablename__ = "company"

    name: Mapped[str] = fields.text(mark("Company", "Company name"), 300, required=True)
    short_name: Mapped[str] = fields.text(mark("Company", "Short name"))
    english_name: Mapped[str] = fields.text(mark("Company", "English name"), 300)
    tax_code: Mapped[str] = fields.tax_code(mark("Company", "Tax code"))
    address: Mapped[str] = fields.text(mark("Company", "Address"), 400)
    phone: Mapped[str] = fields.phone(mark("Company", "Phone"))
    fax: Mapped[str] = fields.phone(mark("Company", "Fax"))
    email: Mapped[str] = fields.email(mark("Company", "Email"))
    website: Mapped[str] = fields.url(mark("Company", "Website"))
    city: Mapped[str] = fields.text(mark("Company", "City of signing"), 100)
    logo: Mapped[bytes] = mapped_column(LargeBinary, nullable=False, default=b"")  # PNG or JPEG; empty for none
    currency: Mapped[str] = fields.choice(mark("Company", "Currency"), "currency", "VND")
    quote_terms: Mapped[str] = fields.long_text(mark("Company", "Default quote terms"))
    quote_introduction: Mapped[str] = fields.long_text(mark("Company", "Default quote introduction"))
    payment_terms: Mapped[str] = fields.text(mark("Company", "Default payment terms"), 400)
    delivery_terms: Mapped[str] = fields.text(mark("Company", "Default delivery terms"), 400)
    warranty_terms: Mapped[str] = fields.text(mark("Company", "Default warranty terms"), 400)
    quote_valid_days: Mapped[int] = mapped_column(Integer, nullable=False, default=30, server_default="30")
    legal_bases: Mapped[str] = fields.long_text(mark("Company", "Legal bases of contracts"))
    wording: Mapped[dict[str, Any]] = mapped_column(Json, nullable=False, default=dict, server_default="{}")

    bank_accounts: Mapped[list[CompanyBankAccount]] = relationship(
        cascade="all, delete-orphan", order_by="CompanyBankAccount.position", back_populates="company"
    )
    signers: Mapped[list[Signer]] = relationship(
        cascade="all, delete-orphan", order_by="Signer.position", back_populates="company"
    )


class CompanyBankAccount(Base):
    """An account customers pay into; the first one is printed in the payment code."""

    __tablename__ = "company_bank_account"

    company_id: Mapped[int] = parent("company")
    position: Mapped[int] = position()
    account_number: Mapped[str] = fields.text(mark("BankAccount", "Account number"), 40, required=True)
    bank: Mapped[str] = fields.text(mark("BankAccount", "Bank"))
    bank_bin: Mapped[str] = fields.text(mark("BankAccount", "Bank's NAPAS code"), 10)  # six digits, for VietQR
    branch: Mapped[str] = fields.text(mark("BankAccount", "Branch"))
    holder: Mapped[str] = fields.text(mark("BankAccount", "Account holder"))

    company: Mapped[Company] = relationship(back_populates="bank_accounts")


class Signer(Base):
    """Who may sign for the company; the first one is the default of documents."""

    __tablename__ = "signer"

    company_id: Mapped[int] = parent("company")
    position: Mapped[int] = position()
    name: Mapped[str] = fields.text(mark("Signer", "Full name"), required=True)
    job_title: Mapped[str] = fields.text(mark("Signer", "Position"))
    authorization_number: Mapped[str] = fields.text(mark("Signer", "Authorization number"), 60)
    authorized_on: Mapped[date | None] = fields.day(mark("Signer", "Authorization date"))

    company: Mapped[Company] = relationship(back_populates="signers")


class TaxRate(Base):
    """A VAT rate in force for a time; `percent` NULL is KCT (not subject to VAT), which is not 0 %."""

    __tablename__ = "tax_rate"
    __table_args__ = (UniqueConstraint("code", "valid_from"),)

    code: Mapped[str] = fields.text(mark("TaxRate", "Code"), 20, required=True)
    label: Mapped[str] = fields.text(mark("TaxRate", "Label"), 60, required=True)
    percent: Mapped[Decimal | None] = mapped_column(Percent, nullable=True)
    valid_from: Mapped[date] = mapped_column(
        nullable=False, info={"field": fields.Field(mark("TaxRate", "Valid from"), fields.Kind.DATE, required=True)}
    )
    valid_to: Mapped[date | None] = fields.day(mark("TaxRate", "Valid to"))
    legal_basis: Mapped[str] = fields.text(mark("TaxRate", "Legal basis"), 400)
    position: Mapped[int] = position()


SHIPPED_TAX_RATES: tuple[tuple[str, str, int | None, date, date | None, str], ...] = (
    ("VAT10", "10 %", 10, date(2009, 1, 1), None, "Luật 48/2024/QH15"),
    ("VAT8", "8 %", 8, date(2025, 7, 1), date(2026, 12, 31), "NQ 204/2025/QH15, NĐ 174/2025/NĐ-CP"),
    ("VAT5", "5 %", 5, date(2009, 1, 1), None, "Luật 48/2024/QH15"),
    ("VAT0", "0 %", 0, date(2009, 1, 1), None, "Luật 48/2024/QH15"),
    ("KCT", "KCT", None, date(2009, 1, 1), None, "Luật 48/2024/QH15, Điều 5"),
)
"""The rates of Luật thuế GTGT and of the reduction to 8 %: (code, label, percent, from, to, legal basis)."""


class NumberSeries(Base):
    """Numbering of one module: pattern, and the last number given out in its present period."""

    __tablename__ = "number_series"
    __table_args__ = (UniqueConstraint("module"),)

    module: Mapped[str] = fields.text(mark("NumberSeries", "Module"), 40)
    pattern: Mapped[str] = fields.text(mark("NumberSeries", "Pattern"), 60, required=True)
    period: Mapped[str] = fields.text(mark("NumberSeries", "Period"), 20)
    last: Mapped[int] = mapped_column(Integer, nullable=False, default=0, server_default="0")


SHIPPED_PATTERNS = {
    "lead": "TN-{00000}",
    "organization": "TC-{00000}",
    "contact": "LH-{00000}",
    "opportunity": "CH-{yyyy}-{0000}",
    "quote": "BG-{yyyy}-{0000}",
    "sales_order": "DH-{yyyy}-{0000}",
    "contract": "HD-{yyyy}-{0000}",
    "product": "SP-{00000}",
}


class Setting(Base):
    """A setting of the database as a whole, by name, as a JSON value."""

    __tablename__ = "setting"
    __table_args__ = (UniqueConstraint("name"),)

    name: Mapped[str] = fields.text(mark("Setting", "Name"), 80)
    value: Mapped[Any] = mapped_column(Json, nullable=True)
