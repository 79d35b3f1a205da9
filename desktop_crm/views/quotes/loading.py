"""What the editor of a quote or an order shows, read in one unit of work as plain values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import select

from desktop_crm.models import Contact, Delivery, DeliveryLine, Organization, Payment, PriceBook, SalesOrder
from desktop_crm.models.fields import Field
from desktop_crm.services import company, documents, limits, quotes
from desktop_crm.services.drafts import DocumentDraft, Rates, tax_rates
from desktop_crm.services.fields_shown import empty_hidden, shown
from desktop_crm.services.reading import RecordView, custom_value, open_record
from desktop_crm.services.records import added_fields
from desktop_crm.services.retotal import Document
from desktop_crm.storage.database import UnitOfWork
from desktop_crm.views.records.history_words import Titles, titles_in


@dataclass(frozen=True, slots=True)
class PaymentRow:
    """One payment of an order."""

    id: int
    paid_on: date
    amount: Decimal
    method: str
    reference: str


@dataclass(frozen=True, slots=True)
class DeliveryRow:
    """One delivery of an order and what it consisted of, in words."""

    id: int
    delivered_on: date
    note: str
    parts: tuple[tuple[str, Decimal], ...]


@dataclass(frozen=True, slots=True)
class Outstanding:
    """An order's line of which something is still to be delivered."""

    line_id: int
    name: str
    unit: str
    ordered: Decimal
    rest: Decimal


@dataclass(frozen=True, slots=True)
class Opened:
    """A document as it was read; `record` is None for a new one. `rates` are all rates, also those of other days."""

    draft: DocumentDraft
    rates: Rates
    record: documents.LoadedDocument | None = None
    titles: Mapping[str, str] = field(default_factory=dict)
    custom: Mapping[str, Field] = field(default_factory=dict)
    usual_tax: str = ""
    limit: Decimal = Decimal(100)
    costs: Mapping[int, Decimal] = field(default_factory=dict)
    wording: Mapping[str, Any] = field(default_factory=dict)
    view: RecordView | None = None
    known: Titles = field(default_factory=dict)
    payments: tuple[PaymentRow, ...] = ()
    deliveries: tuple[DeliveryRow, ...] = ()
    outstanding: tuple[Outstanding, ...] = ()

    @property
    def status(self) -> str:
        """The document's status."""
        return self.record.status if self.record is not None else "draft"


def open_document(unit: UnitOfWork, entity: type[Document], record_id: int) -> Opened:
    """A stored document, in a fixed number of statements: at the most ten for a quote, thirteen for an order.

    Raises NotFound.
    """
    record = unit.get(entity, record_id)  # held, so that neither it nor its lines are read again
    empty_hidden(unit.actor.rights, record)
    view = open_record(unit, entity, record_id)
    loaded = documents.loaded(record, {key: title for key, (_, title) in view.relations.items()})
    rates = _stored_rates(unit, loaded) if loaded.locked is not None else tax_rates(unit)
    more = _of_order(unit, record) if isinstance(record, SalesOrder) else {}
    draft = _with_custom(unit, entity, loaded.draft)
    return Opened(
        draft,
        rates,
        loaded,
        loaded.titles,
        view=view,
        known=titles_in(unit, view),
        **_shared(unit, entity, draft),
        **more,
    )


def _stored_rates(unit: UnitOfWork, loaded: documents.LoadedDocument) -> Rates:
    """The percentages a locked document was stored with, under the labels of today."""
    labels = {rate.code: rate.label for rate in tax_rates(unit)}
    return tuple(replace(rate, label=labels.get(rate.code, rate.label)) for rate in loaded.rates)


def new_document(unit: UnitOfWork, entity: type[Document], defaults: Mapping[str, Any]) -> Opened:
    """A new document; `defaults` are fields it begins with."""
    related = {key: defaults.get(key) for key in ("organization_id", "contact_id", "opportunity_id")}
    begun = documents.new_draft(unit, entity, **related)
    known = {key: value for key, value in defaults.items() if key in begun.values}
    draft = _with_custom(unit, entity, DocumentDraft({**begun.values, **known}, begun.groups, begun.lines))
    titles = documents.titles_of(unit, entity, draft.values)
    return Opened(draft, tax_rates(unit), titles=titles, **_shared(unit, entity, draft))


def _with_custom(unit: UnitOfWork, entity: type[Document], draft: DocumentDraft) -> DocumentDraft:
    """The draft with a value, or None, for every added field, in the type of its kind."""
    added = shown(unit.actor.rights, entity.__tablename__, added_fields(unit, entity.__tablename__))
    values = {key: custom_value(each, draft.values.get(key)) for key, each in added.items()}
    return replace(draft, values={**draft.values, **values})


def _shared(unit: UnitOfWork, entity: type[Document], draft: DocumentDraft) -> dict[str, Any]:
    day = draft.day or unit.today
    rates = [(rate.percent, rate.code) for rate in tax_rates(unit, day) if rate.percent is not None]
    return {
        "custom": shown(unit.actor.rights, entity.__tablename__, added_fields(unit, entity.__tablename__)),
        "usual_tax": max(rates, default=(0, ""))[1],
        "limit": limits.discount_limit(unit),
        "costs": quotes.cost_prices(unit, (line.product_id for line in draft.lines)),
        "wording": dict(company.current(unit).wording or {}),
    }


def _of_order(unit: UnitOfWork, order: SalesOrder) -> dict[str, Any]:
    from desktop_crm.services.deliveries import outstanding

    rest = [
        Outstanding(line.id, line.name or line.code, line.unit, line.quantity, outstanding(line))
        for line in order.lines
        if outstanding(line)
    ]
    return {
        "payments": tuple(_payment(one) for one in order.payments),
        "deliveries": _deliveries(unit, order),
        "outstanding": tuple(rest),
    }


def _payment(payment: Payment) -> PaymentRow:
    return PaymentRow(payment.id, payment.paid_on, payment.amount, payment.method, payment.reference)


def _deliveries(unit: UnitOfWork, order: SalesOrder) -> tuple[DeliveryRow, ...]:
    """The deliveries with the lines of all of them, which one statement reads."""
    delivered = select(DeliveryLine).join(DeliveryLine.delivery).where(Delivery.order_id == order.id)
    parts: dict[int, list[tuple[str, Decimal]]] = {}
    for line in unit.session.scalars(delivered.order_by(DeliveryLine.id)):
        parts.setdefault(line.delivery_id, []).append((line.order_line.name or line.order_line.code, line.quantity))
    return tuple(DeliveryRow(d.id, d.delivered_on, d.note, tuple(parts.get(d.id, ()))) for d in order.deliveries)


@dataclass(frozen=True, slots=True)
class Customer:
    """What choosing a customer puts into the head: values, and relations as (id, title) or None."""

    values: Mapping[str, Any]
    relations: Mapping[str, tuple[int, str] | None]


def customer_of(
    unit: UnitOfWork, entity: type[Document], organization_id: int | None, contact_id: int | None, changed: str
) -> Customer:
    """What the head takes over when `changed` (organization_id or contact_id) was chosen."""
    organization = unit.get(Organization, organization_id) if organization_id else None
    contact = unit.get(Contact, contact_id) if contact_id else None
    relations: dict[str, tuple[int, str] | None] = {}
    if contact is not None and contact.organization_id != organization_id:
        if changed == "contact_id" and contact.organization is not None:
            organization = contact.organization
            relations["organization_id"] = (organization.id, organization.name)
        elif changed == "organization_id":
            contact, relations["contact_id"] = None, None
    found = documents.buyer_values(unit, organization.id if organization else None, contact.id if contact else None)
    values: dict[str, Any] = dict(found)
    if organization is not None and organization.payment_terms:
        values["payment_terms"] = organization.payment_terms
    book = organization.price_book if organization is not None else None
    if book is not None and book.active and hasattr(entity, "price_book_id"):
        relations["price_book_id"] = (book.id, book.name)
    if organization is not None and entity is SalesOrder:
        values["delivery_address"] = organization.delivery_address or organization.full_address
    return Customer(values, relations)


def currency_of_book(unit: UnitOfWork, price_book_id: int) -> str:
    """The currency of a price list."""
    book = unit.session.get(PriceBook, price_book_id)
    return book.currency if book is not None else "VND"
