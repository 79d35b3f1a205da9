"""Contract (Hợp đồng): what seller (A) and buyer (B) signed, with its schedule of payments."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from sqlalchemy.orm import Mapped, relationship

from desktop_crm.i18n import mark
from desktop_crm.models import fields
from desktop_crm.models.contact import Contact
from desktop_crm.models.opportunity import Opportunity
from desktop_crm.models.order import SalesOrder
from desktop_crm.models.organization import Organization
from desktop_crm.models.quote import Quote
from desktop_crm.models.record import Child, Record, parent, position


class Contract(Record):
    """A contract of sale; goods and prices are those of the order or the quote it was made from."""

    __tablename__ = "contract"
    plural = "contracts"
    singular_label = mark("Contract", "Contract")
    plural_label = mark("Contract", "Contracts")

    subject: Mapped[str] = fields.text(mark("Contract", "Subject"), 300, searched=True, required=True, indexed=True)
    contract_number: Mapped[str] = fields.text(mark("Contract", "Contract number"), 80, searched=True, indexed=True)
    type: Mapped[str] = fields.choice(mark("Contract", "Type"), "contract_type", "goods", required=True)
    status: Mapped[str] = fields.choice(
        mark("Contract", "Status"), "contract_status", "draft", required=True, indexed=True
    )
    organization_id: Mapped[int | None] = fields.relation(
        mark("Contract", "Organization"), "organization", indexed=True
    )
    contact_id: Mapped[int | None] = fields.relation(mark("Contract", "Contact"), "contact")
    opportunity_id: Mapped[int | None] = fields.relation(mark("Contract", "Opportunity"), "opportunity")
    quote_id: Mapped[int | None] = fields.relation(mark("Contract", "Quote"), "quote", editable=False)
    order_id: Mapped[int | None] = fields.relation(mark("Contract", "Order"), "sales_order", editable=False)
    value: Mapped[Decimal] = fields.money(mark("Contract", "Value"), indexed=True)
    currency: Mapped[str] = fields.choice(mark("Contract", "Currency"), "currency", "VND", required=True)
    signed_on: Mapped[date | None] = fields.day(mark("Contract", "Signed on"), indexed=True)
    signed_at: Mapped[str] = fields.text(mark("Contract", "Place of signing"))
    effective_on: Mapped[date | None] = fields.day(mark("Contract", "Effective from"))
    expires_on: Mapped[date | None] = fields.day(mark("Contract", "Expires on"), indexed=True)
    renewal_reminder_on: Mapped[date | None] = fields.day(mark("Contract", "Renewal reminder"))
    buyer_name: Mapped[str] = fields.text(mark("Contract", "Party B"), 300, searched=True)
    buyer_address: Mapped[str] = fields.text(mark("Contract", "Party B's address"), 400)
    buyer_phone: Mapped[str] = fields.phone(mark("Contract", "Party B's phone"), indexed=False)
    buyer_fax: Mapped[str] = fields.phone(mark("Contract", "Party B's fax"), indexed=False)
    buyer_email: Mapped[str] = fields.email(mark("Contract", "Party B's email"), indexed=False)
    buyer_tax_code: Mapped[str] = fields.tax_code(mark("Contract", "Party B's tax code"), indexed=False)
    buyer_bank_account: Mapped[str] = fields.text(mark("Contract", "Party B's bank account"), 300)
    buyer_representative: Mapped[str] = fields.text(mark("Contract", "Party B's representative"))
    buyer_representative_title: Mapped[str] = fields.text(mark("Contract", "Party B's representative's position"))
    buyer_authorization: Mapped[str] = fields.text(mark("Contract", "Party B's authorization"), 200)
    payment_terms: Mapped[str] = fields.long_text(mark("Contract", "Payment terms"))
    delivery_terms: Mapped[str] = fields.long_text(mark("Contract", "Delivery terms"))
    warranty_terms: Mapped[str] = fields.long_text(mark("Contract", "Warranty terms"))
    penalty_percent: Mapped[Decimal] = fields.percent(mark("Contract", "Penalty for breach %"))
    legal_bases: Mapped[str] = fields.long_text(mark("Contract", "Legal bases"))
    more_articles: Mapped[str] = fields.long_text(mark("Contract", "Further articles"))
    appendices: Mapped[str] = fields.long_text(mark("Contract", "Appendices"))
    liquidated_on: Mapped[date | None] = fields.day(mark("Contract", "Liquidated on"))
    copies: Mapped[int] = fields.integer(mark("Contract", "Copies"))

    organization: Mapped[Organization | None] = relationship()
    contact: Mapped[Contact | None] = relationship()
    opportunity: Mapped[Opportunity | None] = relationship()
    quote: Mapped[Quote | None] = relationship()
    order: Mapped[SalesOrder | None] = relationship()
    installments: Mapped[list[Installment]] = relationship(
        cascade="all, delete-orphan", order_by="Installment.position", back_populates="contract"
    )

    @property
    def goods(self) -> SalesOrder | Quote | None:
        """The document whose lines the contract is about; the order goes before the quote."""
        return self.order or self.quote

    def make_title(self) -> str:
        return f"{self.contract_number or self.number} {self.subject}".strip()


class Installment(Child):
    """One payment of a contract's schedule."""

    __tablename__ = "installment"
    parent_table = "contract"
    parent_key = "contract_id"
    part = "installments"

    contract_id: Mapped[int] = parent("contract")
    position: Mapped[int] = position()
    description: Mapped[str] = fields.text(mark("Installment", "Condition"), 300)
    due_on: Mapped[date | None] = fields.day(mark("Installment", "Due on"))
    percent: Mapped[Decimal] = fields.percent(mark("Installment", "Share %"))
    amount: Mapped[Decimal] = fields.money(mark("Installment", "Amount"))

    contract: Mapped[Contract] = relationship(back_populates="installments")
