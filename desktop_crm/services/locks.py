"""Which fields of a record may no longer be changed, and why: issued quotes, approved orders, signed contracts."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from desktop_crm.errors import Refused
from desktop_crm.i18n import Message, mark
from desktop_crm.models import Contract, Lead, Quote, Record, SalesOrder
from desktop_crm.models.fields import fields_of

ALWAYS_FREE = frozenset({"owner_id", "team_id", "notes"})
"""What stays open in a locked document: who looks after it, and remarks that are not printed."""

QUOTE_FREE = ALWAYS_FREE | {"opportunity_id"}
ORDER_FREE = ALWAYS_FREE | {"opportunity_id", "delivery_date", "due_date", "delivery_address"}
CONTRACT_FREE = ALWAYS_FREE | {
    "status",
    "opportunity_id",
    "effective_on",
    "expires_on",
    "renewal_reminder_on",
    "liquidated_on",
    "appendices",
}
UNSIGNED = frozenset({"draft", "pending_approval", "pending_signature"})
"""Statuses of a contract that is not yet signed by both sides."""

ISSUED = mark("Lock", "The quote has been issued; revise it to change it.")
APPROVED = mark("Lock", "The order has been approved; its lines and prices can no longer be changed.")
CANCELLED = mark("Lock", "The order has been cancelled and can no longer be changed.")
SIGNED = mark("Lock", "The contract has been signed; changes belong in an appendix.")
CONVERTED = mark("Lock", "The lead has been converted and can only be read.")


def locked_reason(record: Record) -> Message | None:
    """Why some fields of the record are locked; None where all may be changed."""
    rule = _REASONS.get(type(record))
    return rule(record) if rule else None


def kept_reason(record: Record) -> Message | None:
    """Why the record cannot go to the recycle bin; None where it may. Its number is {number}."""
    match record:
        case Quote() if not record.is_draft:
            return mark("Lock", "Quote {number} has been issued and is kept; refuse or revise it instead.")
        case SalesOrder() if record.payments:
            return mark("Lock", "Order {number} has payments and is kept.")
        case SalesOrder() if record.status not in ("draft", "cancelled"):
            return mark("Lock", "Order {number} has been approved and is kept; cancel it instead.")
        case Contract() if record.status not in UNSIGNED | {"cancelled"}:
            return mark("Lock", "Contract {number} has been signed and is kept; cancel or liquidate it instead.")
    return None


def locked_fields(record: Record) -> frozenset[str] | None:
    """The keys of the fields that may not be changed in the record's present state; None where none is locked."""
    if locked_reason(record) is None:
        return None
    return frozenset(fields_of(type(record))) - _free(record)


def refuse_locked(record: Record, changed: Iterable[str]) -> None:
    """Raise Refused with the reason where one of the changed keys is locked; call it before values are assigned."""
    reason = locked_reason(record)
    if reason is None:
        return
    free = _free(record)
    if any(key not in free for key in changed):
        raise Refused(reason)


def _free(record: Record) -> frozenset[str]:
    if isinstance(record, Lead):
        return frozenset()
    if isinstance(record, SalesOrder):
        return ALWAYS_FREE if record.status == "cancelled" else ORDER_FREE
    return CONTRACT_FREE if isinstance(record, Contract) else QUOTE_FREE


def _quote(record: Record) -> Message | None:
    assert isinstance(record, Quote)
    return None if record.is_draft else ISSUED


def _order(record: Record) -> Message | None:
    assert isinstance(record, SalesOrder)
    if record.status == "cancelled":
        return CANCELLED
    return None if record.is_draft else APPROVED


def _contract(record: Record) -> Message | None:
    assert isinstance(record, Contract)
    return None if record.status in UNSIGNED else SIGNED


def _lead(record: Record) -> Message | None:
    assert isinstance(record, Lead)
    return None if record.converted_at is None else CONVERTED


_REASONS: dict[type[Record], Callable[[Record], Message | None]] = {
    Quote: _quote,
    SalesOrder: _order,
    Contract: _contract,
    Lead: _lead,
}
