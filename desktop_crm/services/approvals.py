"""Approvals: discounts above the limit wait for somebody to agree."""

from __future__ import annotations

from sqlalchemy import select

from desktop_crm.errors import Fault, Invalid, Refused
from desktop_crm.i18n import mark, translate
from desktop_crm.models import Quote
from desktop_crm.services import notes, quotes
from desktop_crm.services.drafts import tax_rates
from desktop_crm.storage.database import UnitOfWork


def pending(unit: UnitOfWork) -> list[Quote]:
    """The quotes that wait for approval, the oldest first."""
    waiting = select(Quote).where(Quote.status == "pending_approval", Quote.deleted_at.is_(None))
    return list(unit.session.scalars(waiting.order_by(Quote.modified_at, Quote.id)))


def approve(unit: UnitOfWork, quote_id: int, version: int | None = None) -> Quote:
    """Agree to a discount: the quote is sent. Raises Refused where it does not wait, Invalid where a field lacks."""
    quote = _waiting(unit, quote_id, version)
    if faults := quotes.issue_faults(quote, tax_rates(unit)):
        raise Invalid(*faults)
    quotes.send(unit, quote)
    return quote


def decline(unit: UnitOfWork, quote_id: int, reason: str, version: int | None = None) -> Quote:
    """Send a quote back to its author as a draft; the reason becomes a comment."""
    quote = _waiting(unit, quote_id, version)
    if not reason.strip():
        raise Invalid(Fault("reason", mark("Approval", "Say why it is declined.")))
    quote.status = "draft"
    notes.add_comment(unit, quote, translate(mark("Approval", "Not approved: {reason}"), reason=reason.strip()))
    unit.session.flush()
    return quote


def _waiting(unit: UnitOfWork, quote_id: int, version: int | None) -> Quote:
    quote = unit.get(Quote, quote_id, version)
    if quote.status != "pending_approval":
        raise Refused(mark("Approval", "The quote does not wait for approval."))
    return quote
