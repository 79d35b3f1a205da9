"""What distinguishes the editor of a quote from that of an order, as data."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_crm.i18n import Message, mark
from desktop_crm.models import Quote, SalesOrder
from desktop_crm.services.retotal import Document

Labelled = tuple[str, Message]
"""A field's key and the short label it has in the head."""

PAYMENT = ("payment_terms", mark("QuoteEditor", "Payment"))
CURRENCY = ("currency", mark("QuoteEditor", "Currency"))
CUSTOMER: tuple[Labelled, ...] = (
    ("organization_id", mark("QuoteEditor", "Customer")),
    ("contact_id", mark("QuoteEditor", "Contact")),
    ("buyer_address", mark("QuoteEditor", "Address")),
)
BUYER = ("buyer_name", "buyer_tax_code", "recipient", "recipient_title", "buyer_phone", "buyer_email")
AMOUNTS = ("discount_percent", "discount_amount", "shipping", "shipping_tax_code", "adjustment")


@dataclass(frozen=True, slots=True)
class DocumentKind:
    """The head of one kind of document; `stages` are the statuses of its bar, the last two ends share a place."""

    entity: type[Document]
    icon: str
    title: Message
    status_list: str
    stages: tuple[str, ...]
    dates: tuple[Labelled, ...]
    conditions: tuple[Labelled, ...]
    mini: tuple[Labelled, ...]
    new_title: Message
    terms_label: Message
    terms: tuple[str, ...]
    more: tuple[str, ...]
    ends: tuple[str, ...] = ()

    @property
    def module(self) -> str:
        """The module's key."""
        return self.entity.__tablename__

    def stages_of(self, status: str) -> tuple[tuple[str, ...], int]:
        """The statuses the bar shows and the place of the present one; a bad end takes the place of the good one."""
        shown = (*self.stages[:-1], status) if status in self.ends else self.stages
        stands = {"reviewed": "sent"}.get(status, status)
        return shown, shown.index(stands) if stands in shown else -1


QUOTE = DocumentKind(
    Quote,
    "file-text",
    mark("QuoteEditor", "Quote"),
    "quote_status",
    ("draft", "pending_approval", "sent", "accepted"),
    (
        ("quote_date", mark("QuoteEditor", "Quote date")),
        ("valid_until", mark("QuoteEditor", "Valid until")),
        ("supply_date", mark("QuoteEditor", "Supply on")),
    ),
    (("price_book_id", mark("QuoteEditor", "Price list")), PAYMENT, CURRENCY),
    (("valid_until", mark("QuoteEditor", "Valid until")), ("price_book_id", mark("QuoteEditor", "Price list"))),
    mark("QuoteEditor", "New quote"),
    mark("QuoteEditor", "Terms printed on the quote"),
    ("delivery_terms", "warranty_terms", "introduction"),
    ("opportunity_id", "owner_id", "team_id", "notes"),
    ends=("refused", "expired", "superseded"),
)
ORDER = DocumentKind(
    SalesOrder,
    "shopping-cart",
    mark("QuoteEditor", "Order"),
    "order_status",
    ("draft", "approved", "delivering", "delivered"),
    (
        ("order_date", mark("QuoteEditor", "Order date")),
        ("delivery_date", mark("QuoteEditor", "Delivery")),
        ("due_date", mark("QuoteEditor", "Due")),
    ),
    (("delivery_address", mark("QuoteEditor", "Deliver to")), PAYMENT, CURRENCY),
    (("delivery_date", mark("QuoteEditor", "Delivery")), ("due_date", mark("QuoteEditor", "Due"))),
    mark("QuoteEditor", "New order"),
    mark("QuoteEditor", "Terms printed on the order"),
    ("delivery_terms", "warranty_terms"),
    ("opportunity_id", "owner_id", "team_id", "notes"),
    ends=("cancelled",),
)
KINDS = {Quote: QUOTE, SalesOrder: ORDER}
