"""What to mind before a document goes out, worked out from what is on the screen. No Qt."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from desktop_crm.errors import Fault
from desktop_crm.i18n import language, mark, translate
from desktop_crm.models import Quote
from desktop_crm.models.numbers import format_date, format_number, format_percent
from desktop_crm.models.tax_rates import ending_before
from desktop_crm.models.totals import Totals
from desktop_crm.services.drafts import DocumentDraft, Rates
from desktop_crm.services.quotes import estimate
from desktop_crm.services.retotal import Document

Note = tuple[str, str]
"""(tone, words)."""

USUAL_MARGIN = Decimal(20)


def notes_of(
    entity: type[Document],
    draft: DocumentDraft,
    totals: Totals,
    rates: Rates,
    costs: Mapping[int, Decimal],
    limit: Decimal,
    misread: list[Fault],
) -> list[Note]:
    """The remarks on a document that may still be changed, the gravest first."""
    found = list(_blocking(draft, misread))
    if entity is Quote and needs_approval(draft, totals, limit):
        words = mark("QuoteEditor", "The discount is above {limit}: the quote will wait for approval.")
        found.append(("warning", translate(words, limit=format_percent(limit, language()))))
    found += [("warning", words) for words in _ending(draft, rates)]
    found += [("warning", words) for words in _rate_of_currency(draft)]
    return found + [("warning", words) for words in _margin(draft, totals, costs)]


def _blocking(draft: DocumentDraft, misread: list[Fault]) -> Iterator[Note]:
    if misread:
        words = mark("QuoteEditor", "{n} cells cannot be read; the first: {fault}")
        yield "danger", translate(words, n=len(misread), fault=misread[0].text())
    values = draft.values
    if draft.lines and not (values.get("buyer_name") or values.get("organization_id") or values.get("contact_id")):
        yield "warning", translate(mark("QuoteEditor", "No customer has been chosen yet."))


def needs_approval(draft: DocumentDraft, totals: Totals, limit: Decimal) -> bool:
    """Whether a discount is above the limit; the service decides it again to the last unit."""
    pairs = zip(draft.lines, totals.lines, strict=True)
    if any(said.gross and abs(said.discount / said.gross * 100) - limit > Decimal("0.01") for _, said in pairs):
        return True
    if not totals.subtotal:
        return False
    return totals.discount_total / totals.subtotal * 100 - limit > Decimal("0.01")


def _ending(draft: DocumentDraft, rates: Rates) -> Iterator[str]:
    supply: date | None = draft.values.get("supply_date") or draft.values.get("delivery_date")
    if draft.day is None or supply is None:
        return
    codes = [line.tax_code for line in draft.lines if line.tax_code]
    for rate in ending_before(rates, codes, draft.day, supply):
        words = mark("QuoteEditor", "The rate {rate} ends on {end}, before the supply on {day}.")
        end = format_date(rate.valid_to) if rate.valid_to else "–"
        yield translate(words, rate=rate.label, end=end, day=format_date(supply))


def _rate_of_currency(draft: DocumentDraft) -> Iterator[str]:
    rate: Any = draft.values.get("exchange_rate") or Decimal(1)
    if draft.currency != "VND" and rate == 1:
        yield translate(mark("QuoteEditor", "Enter the exchange rate of {code}."), code=draft.currency)


def _margin(draft: DocumentDraft, totals: Totals, costs: Mapping[int, Decimal]) -> Iterator[str]:
    rate: Any = draft.values.get("exchange_rate") or Decimal(1)
    sold = [(line.product_id, line.quantity) for line in draft.lines]
    margin = estimate(sold, [line.taxable for line in totals.lines], costs, rate if rate > 0 else Decimal(1))
    if margin.percent is not None and margin.percent < USUAL_MARGIN:
        words = mark("QuoteEditor", "Estimated gross margin {percent} %, under {usual} %.")
        shown = format_number(margin.percent, 1, language())
        yield translate(words, percent=shown, usual=format_number(USUAL_MARGIN, language=language()))
