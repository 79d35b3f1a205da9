"""How much discount may be given without asking anybody."""

from __future__ import annotations

from decimal import Decimal

from desktop_crm.models import Quote
from desktop_crm.models.document_totals import totals_of
from desktop_crm.models.numbers import currency
from desktop_crm.models.totals import Totals
from desktop_crm.services import stored_settings
from desktop_crm.storage.database import UnitOfWork

LIMIT = "discount_limit_percent"
USUAL_LIMIT = Decimal(20)


def discount_limit(unit: UnitOfWork) -> Decimal:
    """The largest discount in percent that needs nobody's approval."""
    return Decimal(str(stored_settings.get(unit, LIMIT, str(USUAL_LIMIT))))


def exceeds_limit(quote: Quote, limit: Decimal) -> bool:
    """Whether a line's discount, the document's, or both together are above `limit` percent."""
    totals = totals_of(quote)
    own = [
        line.discount_amount * 100 / abs(said.gross) if line.discount_amount else line.discount_percent
        for line, said in zip(quote.lines, totals.lines, strict=True)
        if said.gross
    ]
    return any(percent > limit for percent in own) or _together_above(quote, totals, limit)


def _together_above(quote: Quote, totals: Totals, limit: Decimal) -> bool:
    """Each rounded discount may stand half a unit above its exact share; that is no higher discount."""
    rounding = Decimal(len(quote.lines) + 1).scaleb(-currency(quote.currency).decimals) / 2
    return totals.discount_total - totals.subtotal * limit / 100 > rounding
