"""Quotes and orders as the editor works with them: load, new, save. Totals are those of `drafts.compute`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, cast

from sqlalchemy import select

from desktop_crm.errors import Fault, Invalid, Refused
from desktop_crm.i18n import Message, mark
from desktop_crm.models import (
    Company,
    Contact,
    Opportunity,
    OrderGroup,
    OrderLine,
    Organization,
    Quote,
    QuoteGroup,
    QuoteLine,
    SalesOrder,
)
from desktop_crm.models.fields import Kind, fields_of
from desktop_crm.models.lines import in_order
from desktop_crm.models.text import clean, clean_lines
from desktop_crm.models.totals import DiscountError, Totals
from desktop_crm.services import locks, numbering, prices, reach, reading, records
from desktop_crm.services.drafts import (
    DocumentDraft,
    GroupDraft,
    LineDraft,
    Rate,
    Rates,
    compute,
    rate_of,
    tax_rates,
)
from desktop_crm.services.lines import ProductChoice, find_products, line_for_product, tax_in_force
from desktop_crm.services.pasting import paste_rows
from desktop_crm.services.retotal import Document
from desktop_crm.storage.database import UnitOfWork

__all__ = [
    "Document",
    "DocumentDraft",
    "GroupDraft",
    "LineDraft",
    "LoadedDocument",
    "ProductChoice",
    "Rate",
    "buyer_values",
    "compute",
    "draft_of",
    "find_products",
    "line_for_product",
    "load",
    "loaded",
    "new_draft",
    "paste_rows",
    "save",
    "tax_rates",
]


@dataclass(frozen=True, slots=True)
class LoadedDocument:
    """A stored document for the editor.

    `totals.lines` are those of `draft.lines`, the key of a group is its index; `rates` are the tax percentages the
    document was stored with, which hold for a locked one. `facts` holds the fields the program computes (revision,
    paid_total…), `titles` what each related record is called by the key of its relation, `locked` why its lines can
    no longer be changed.
    """

    id: int
    number: str
    version: int
    status: str
    draft: DocumentDraft
    totals: Totals
    rates: Rates
    facts: Mapping[str, Any] = field(default_factory=dict)
    titles: Mapping[str, str] = field(default_factory=dict)
    locked: Message | None = None


def load(unit: UnitOfWork, entity: type[Document], document_id: int) -> LoadedDocument:
    """A quote or an order as it is stored. Raises NotFound."""
    record = unit.get(entity, document_id)
    return loaded(record, titles_of(unit, entity, {key: getattr(record, key) for key in fields_of(entity)}))


def loaded(record: Document, titles: Mapping[str, str]) -> LoadedDocument:
    """What `load` gives, of a record at hand whose relations are called `titles`."""
    draft, rates = draft_of(record), stored_rates(record)
    facts = {key: getattr(record, key) for key, f in fields_of(type(record)).items() if not f.editable}
    return LoadedDocument(
        record.id,
        record.number,
        record.version,
        record.status,
        draft,
        compute(draft, rates),
        rates,
        facts,
        titles,
        locks.locked_reason(record),
    )


def draft_of(record: Document) -> DocumentDraft:
    """The record as a draft, lines in the order they are printed."""
    values = {key: getattr(record, key) for key, f in fields_of(type(record)).items() if f.editable}
    values.update({f"custom.{key}": value for key, value in (record.custom or {}).items()})
    parts = in_order(record.lines, record.groups)
    groups = [group for group, _ in parts if group is not None]
    lines = (_line_draft(x, groups.index(g) if g else None) for g, group_lines in parts for x in group_lines)
    return DocumentDraft(values, tuple(GroupDraft(g.id, g.title) for g in groups), tuple(lines))


def stored_rates(record: Document) -> Rates:
    """The tax percentages a document was stored with, as rates without end."""
    pairs = {(line.tax_code, line.tax_percent): None for line in record.lines}
    pairs[record.shipping_tax_code, record.shipping_tax_percent] = None
    return tuple(Rate(code, code, percent, date.min) for code, percent in pairs if code)


LINE_KEYS = tuple(key for key in LineDraft.__slots__ if key not in ("id", "group"))


def _line_draft(line: Any, group: int | None) -> LineDraft:
    return LineDraft(id=line.id, group=group, **{key: getattr(line, key) for key in LINE_KEYS})


def titles_of(unit: UnitOfWork, entity: type[Document], values: Mapping[str, Any]) -> dict[str, str]:
    """What the records that `values` relate to are called, by key; keys without a record are left out."""
    related = {
        key: (f.target, values[key])
        for key, f in fields_of(entity).items()
        if f.kind == Kind.RELATION and values.get(key)
    }
    wanted: dict[str, set[int]] = {}
    for target, record_id in related.values():
        wanted.setdefault(target, set()).add(record_id)
    known = reading.titles_of(unit, wanted)
    return {key: known[pair] for key, pair in related.items() if pair in known}


def new_draft(
    unit: UnitOfWork,
    entity: type[Document],
    organization_id: int | None = None,
    contact_id: int | None = None,
    opportunity_id: int | None = None,
) -> DocumentDraft:
    """An empty draft with the company's defaults and the customer's own terms and price list."""
    opportunity = unit.find(Opportunity, opportunity_id)
    organization_id = organization_id or (opportunity.organization_id if opportunity else None)
    contact_id = contact_id or (opportunity.contact_id if opportunity else None)
    organization = unit.find(Organization, organization_id)
    record = entity(
        organization_id=organization_id,
        contact_id=contact_id,
        opportunity_id=opportunity_id,
        owner_id=unit.actor.id,
        subject=opportunity.name if opportunity else "",
    )
    _take_defaults(record, unit, unit.session.scalars(select(Company)).one(), organization)
    for key, value in buyer_values(unit, organization_id, contact_id).items():
        setattr(record, key, value)
    return draft_of(record)


def _take_defaults(record: Document, unit: UnitOfWork, company: Company, organization: Organization | None) -> None:
    record.payment_terms = (organization.payment_terms if organization else "") or company.payment_terms
    record.delivery_terms, record.warranty_terms = company.delivery_terms, company.warranty_terms
    record.terms, record.currency = company.quote_terms, company.currency
    record.shipping_tax_code = tax_in_force(tax_rates(unit), record.shipping_tax_code, unit.today)
    book = (organization.price_book if organization else None) or prices.default_price_book(unit)
    if book is not None and book.active:
        record.currency = book.currency
    if isinstance(record, SalesOrder):
        record.order_date = unit.today
        record.delivery_address = _delivery_address(organization)
        return
    record.quote_date = unit.today
    record.valid_until = unit.today + timedelta(days=company.quote_valid_days)
    record.introduction = company.quote_introduction
    record.price_book_id = book.id if book is not None and book.active else None


def _delivery_address(organization: Organization | None) -> str:
    return (organization.delivery_address or organization.full_address) if organization else ""


def buyer_values(unit: UnitOfWork, organization_id: int | None, contact_id: int | None) -> dict[str, str]:
    """The customer's block of a document, from the organization and the person, or the person alone."""
    organization = unit.find(Organization, organization_id)
    contact = unit.find(Contact, contact_id)
    person = {"recipient": contact.full_name, "recipient_title": contact.job_title} if contact else {}
    if organization is not None:
        return {
            "buyer_name": organization.name,
            "buyer_address": organization.billing_address or organization.full_address,
            "buyer_tax_code": organization.tax_code,
            "buyer_phone": organization.phone or (contact.mobile or contact.phone if contact else ""),
            "buyer_email": organization.email or (contact.email if contact else ""),
            **person,
        }
    if contact is None:
        return {}
    return {
        "buyer_name": contact.full_name,
        "buyer_address": contact.full_address,
        "buyer_tax_code": contact.tax_code,
        "buyer_phone": contact.mobile or contact.phone,
        "buyer_email": contact.email,
        **person,
    }


def save(
    unit: UnitOfWork, entity: type[Document], document_id: int | None, version: int | None, draft: DocumentDraft
) -> Document:
    """Store a draft as a new document, or over the one of that id and version, lines keeping their ids.

    Raises Conflict where the version is not the stored one, Refused for a locked document, and Invalid with faults
    named by field (`lines.0.quantity` for the first line's quantity).
    """
    with unit.session.no_autoflush:
        record = _opened(unit, entity, document_id, version)
        if faults := draft_faults(draft, tax_rates(unit)):
            raise Invalid(*faults)
        owner = record.owner_id
        records.assign(unit, record, _seen(unit, entity, draft.values))
        if record.id is None or record.owner_id != owner:
            reach.refuse_owner(
                unit, entity, record.owner_id, ("create",) if record.id is None else ("create", "change")
            )
        _fill_buyer(unit, record)
        _assign_lines(record, draft)
        records.check(unit, record, frozenset(draft.values))
        if record.status == "pending_approval":
            record.status = "draft"  # what a manager approves is what was submitted, nothing later
        if record.id is None:
            record.number = numbering.next_numbers(unit, entity.__tablename__, unit.today)[0]
            unit.session.add(record)
    unit.session.flush()
    return record


def _seen(unit: UnitOfWork, entity: type[Document], values: Mapping[str, Any]) -> dict[str, Any]:
    """What was entered, without the fields that were not shown to whoever entered it."""
    hidden = unit.actor.rights.hidden(entity.__tablename__)
    return {key: value for key, value in values.items() if key not in hidden}


def _opened(unit: UnitOfWork, entity: type[Document], document_id: int | None, version: int | None) -> Document:
    if document_id is None:
        reach.refuse_creating(unit, entity)
        return entity(owner_id=unit.actor.id)
    if version is None:
        raise ValueError("a stored document is saved over the version that was read")
    reach.refuse_out_of_reach(unit, entity, "change", [document_id])
    record = unit.get(entity, document_id, version)
    reason = locks.locked_reason(record)
    if reason is not None:
        raise Refused(reason)
    return record


def _fill_buyer(unit: UnitOfWork, record: Document) -> None:
    if record.buyer_name:
        return
    for key, value in buyer_values(unit, record.organization_id, record.contact_id).items():
        if not getattr(record, key):
            setattr(record, key, value)


def draft_faults(draft: DocumentDraft, rates: Rates) -> list[Fault]:
    """What is wrong with a draft's lines and money, named by field."""
    faults = [fault for place, line in enumerate(draft.lines) for fault in _line_faults(place, line, rates)]
    rate = draft.values.get("exchange_rate")
    if rate is not None and rate <= 0:
        faults.append(Fault("exchange_rate", mark("Document", "The exchange rate must be more than zero.")))
    try:
        compute(draft, rates)
    except DiscountError as error:
        where = f"lines.{error.line - 1}.discount_percent" if error.line else "discount_percent"
        faults.append(error.fault(where))
    return faults


def _line_faults(place: int, line: LineDraft, rates: Rates) -> list[Fault]:
    faults = []
    if not line.name.strip() and not line.code.strip():
        faults.append(_line_fault(place, "name", mark("Document", "Line {line} has no description.")))
    if line.tax_code and rate_of(rates, line.tax_code, None) is None:
        faults.append(_line_fault(place, "tax_code", mark("Document", "Line {line}: the tax rate is not known.")))
    for key in ("quantity", "unit_price", "discount_percent", "discount_amount"):
        if _places(getattr(line, key)) > 4:
            message = mark("Document", "Line {line}: a number has at most four decimals.")
            faults.append(_line_fault(place, key, message))
    if line.unit_price < 0:
        faults.append(_line_fault(place, "unit_price", mark("Document", "Line {line}: the price is negative.")))
    return faults


def _line_fault(place: int, key: str, message: Message) -> Fault:
    return Fault(f"lines.{place}.{key}", message, {"line": place + 1})


def _places(value: Decimal) -> int:
    exponent = value.normalize().as_tuple().exponent
    return -exponent if isinstance(exponent, int) and exponent < 0 else 0


def _assign_lines(record: Document, draft: DocumentDraft) -> None:
    group_class, line_class = (QuoteGroup, QuoteLine) if isinstance(record, Quote) else (OrderGroup, OrderLine)
    groups = _kept(record.groups, draft.groups, group_class)
    for place, (group, said) in enumerate(zip(groups, draft.groups, strict=True)):
        group.title, group.position = clean(said.title), place
    shown = sorted(draft.lines, key=lambda line: -1 if line.group is None else line.group)
    lines = _kept(record.lines, shown, line_class)
    for place, (line, wanted) in enumerate(zip(lines, shown, strict=True)):
        _assign_line(line, wanted)
        line.position = place
        line.group = groups[wanted.group] if wanted.group is not None else None
    cast(Any, record).lines, cast(Any, record).groups = lines, groups


def _kept(stored: Sequence[Any], drafts: Sequence[GroupDraft | LineDraft], new: type[Any]) -> list[Any]:
    """A stored row for each draft: the one of its id, else a new one."""
    known = {row.id: row for row in stored}
    return [known.get(one.id) or new() for one in drafts]


def _assign_line(line: Any, draft: LineDraft) -> None:
    for key in LINE_KEYS:
        form, value = _FORMS.get(key), getattr(draft, key)
        stored = form(value) if form else value
        if getattr(line, key) != stored:
            setattr(line, key, stored)


_FORMS: Mapping[str, Callable[[str], str]] = {"code": clean, "name": clean, "unit": clean, "detail": clean_lines}
