"""Every mapped class in one place: whoever imports this has them all. `RECORDS` lists the modules a user works with."""

from __future__ import annotations

from desktop_crm.models.base import Base
from desktop_crm.models.company import Company, CompanyBankAccount, NumberSeries, Setting, Signer, TaxRate
from desktop_crm.models.contact import Contact
from desktop_crm.models.contract import Contract, Installment
from desktop_crm.models.custom import CustomField
from desktop_crm.models.lead import Lead
from desktop_crm.models.lists import ListValue
from desktop_crm.models.notes import (
    Attachment,
    Comment,
    HistoryEntry,
    ImportBatch,
    ImportedRow,
    RecordTag,
    SavedView,
    Tag,
)
from desktop_crm.models.opportunity import Opportunity, StageChange
from desktop_crm.models.order import Delivery, DeliveryLine, OrderGroup, OrderLine, Payment, SalesOrder
from desktop_crm.models.organization import BankAccount, Organization
from desktop_crm.models.product import PriceBook, PriceRow, Product, ProductGroup
from desktop_crm.models.quote import Quote, QuoteGroup, QuoteLine
from desktop_crm.models.record import Child, Record
from desktop_crm.models.role import Editing, FieldRight, Receipt, Role, RoleRight, Share, SignIn, Within
from desktop_crm.models.search import PrefixCount
from desktop_crm.models.user import Team, User

RECORDS: tuple[type[Record], ...] = (
    Lead,
    Organization,
    Contact,
    Opportunity,
    Quote,
    SalesOrder,
    Contract,
    Product,
)
"""The modules in the order of the work, from first contact to contract, and what is sold."""

BY_PLURAL: dict[str, type[Record]] = {entity.plural: entity for entity in RECORDS}
"""Record class by its plural English name, as the command line says it."""

BY_MODULE: dict[str, type[Record]] = {entity.__tablename__: entity for entity in RECORDS}
"""Record class by its singular name, as comments, tags, attachments and history store it."""

__all__ = [
    "BY_MODULE",
    "BY_PLURAL",
    "RECORDS",
    "Attachment",
    "BankAccount",
    "Base",
    "Child",
    "Comment",
    "Company",
    "CompanyBankAccount",
    "Contact",
    "Contract",
    "CustomField",
    "Delivery",
    "DeliveryLine",
    "Editing",
    "FieldRight",
    "HistoryEntry",
    "ImportBatch",
    "ImportedRow",
    "Installment",
    "Lead",
    "ListValue",
    "NumberSeries",
    "Opportunity",
    "OrderGroup",
    "OrderLine",
    "Organization",
    "Payment",
    "PrefixCount",
    "PriceBook",
    "PriceRow",
    "Product",
    "ProductGroup",
    "Quote",
    "QuoteGroup",
    "QuoteLine",
    "Receipt",
    "Record",
    "RecordTag",
    "Role",
    "RoleRight",
    "SalesOrder",
    "SavedView",
    "Setting",
    "Share",
    "SignIn",
    "Signer",
    "StageChange",
    "Tag",
    "TaxRate",
    "Team",
    "User",
    "Within",
]
