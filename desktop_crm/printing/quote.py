"""The quote (Báo giá) as a PDF."""

from __future__ import annotations

from typing import Any

from desktop_crm.i18n import Message, mark
from desktop_crm.models.company import Company
from desktop_crm.models.document_totals import totals_of
from desktop_crm.models.numbers import format_date
from desktop_crm.models.quote import Quote
from desktop_crm.models.totals import Totals
from desktop_crm.models.user import User
from desktop_crm.printing import business_letter as letter
from desktop_crm.printing.layout import Layout
from desktop_crm.printing.letterhead import company_name, letterhead
from desktop_crm.printing.line_table import line_table
from desktop_crm.printing.page import Document, build
from desktop_crm.printing.payment import payment_block
from desktop_crm.printing.styles import BUSINESS
from desktop_crm.printing.totals_block import totals_block

_WATERMARKS = {
    "draft": mark("Print", "DRAFT"),
    "pending_approval": mark("Print", "NOT YET APPROVED"),
    "superseded": mark("Print", "SUPERSEDED"),
    "expired": mark("Print", "EXPIRED"),
    "refused": mark("Print", "REFUSED"),
}


def render_quote(
    quote: Quote, company: Company, language: str = "vi", *, prepared_by: User | None = None, draft: bool = False
) -> bytes:
    """The quote as a PDF. `draft` marks it as one whatever its status says.

    Raises `DiscountError` for an impossible discount, as `totals_of` does.
    """
    layout = Layout(language, BUSINESS, letter.MARGINS.width, quote.currency)
    title = layout.say(mark("Print", "QUOTATION"))
    document = Document(
        title=f"{title} {quote.number}".strip(),
        author=company_name(company, language),
        subject=quote.subject or letter.buyer_name(quote),
        footer=" · ".join(part for part in (quote.number, company_name(company, language)) if part),
        language=language,
        look=BUSINESS,
        margins=letter.MARGINS,
        watermark=_watermark(quote, layout, draft),
    )
    return build(document, _story(quote, company, layout, title, prepared_by))


def _watermark(quote: Quote, layout: Layout, draft: bool) -> str:
    word = _WATERMARKS.get("draft" if draft else quote.status)
    return layout.say(word) if word else ""


def _story(quote: Quote, company: Company, layout: Layout, title: str, prepared_by: User | None) -> list[Any]:
    totals = totals_of(quote)
    payment = payment_block(company, layout, totals.grand_total, quote.number)
    return [
        *letterhead(company, layout),
        *letter.title_block(title, _under_title(quote, layout), layout),
        letter.head_block(letter.buyer_pairs(quote, layout), _facts(quote, layout, prepared_by), layout),
        layout.text(_introduction(quote, company, layout), after=1 * 2.8),
        line_table(quote, totals, layout),
        totals_block(totals, layout, wording=company.wording, document=quote, beside=payment),
        letter.closing(
            letter.terms_block(_terms(quote, totals, layout), quote.terms or company.quote_terms, layout),
            letter.signatures(company, prepared_by, quote.quote_date, layout),
        ),
    ]


def _under_title(quote: Quote, layout: Layout) -> list[str]:
    number = layout.say(mark("Print", "No.: {number}"), number=quote.number) if quote.number else ""
    about = layout.say(mark("Print", "Re: {subject}"), subject=quote.subject.strip()) if quote.subject.strip() else ""
    return [number, about]


def _facts(quote: Quote, layout: Layout, prepared_by: User | None) -> list[tuple[Message, str]]:
    foreign = quote.currency != "VND"
    return [
        (mark("Print", "Date"), format_date(quote.quote_date) if quote.quote_date else ""),
        (mark("Print", "Valid until"), format_date(quote.valid_until) if quote.valid_until else ""),
        (mark("Print", "Currency"), quote.currency),
        (mark("Print", "Exchange rate"), layout.number(quote.exchange_rate) if foreign else ""),
        (mark("Print", "Prepared by"), prepared_by.full_name if prepared_by else ""),
    ]


def _introduction(quote: Quote, company: Company, layout: Layout) -> str:
    own = quote.introduction.strip() or company.quote_introduction.strip()
    if own:
        return own
    return layout.say(
        mark("Print", "{company} thanks you for your interest and is pleased to offer as follows:"),
        company=company_name(company, layout.language) or layout.say(mark("Print", "Our company")),
    )


def _terms(quote: Quote, totals: Totals, layout: Layout) -> list[tuple[Message, str]]:
    until = format_date(quote.valid_until) if quote.valid_until else ""
    validity = layout.say(mark("Print", "this quotation is valid until {day}."), day=until) if until else ""
    return [
        (mark("Print", "Prices"), _tax_sentence(totals, layout)),
        (mark("Print", "Validity"), validity),
        (mark("Print", "Delivery"), quote.delivery_terms),
        (mark("Print", "Payment"), quote.payment_terms),
        (mark("Print", "Warranty"), quote.warranty_terms),
    ]


def _tax_sentence(totals: Totals, layout: Layout) -> str:
    if not totals.taxes:
        return ""
    if any(tax.percent is not None for tax in totals.taxes):
        return layout.say(mark("Print", "unit prices exclude VAT; the grand total includes VAT."))
    if all(tax.code for tax in totals.taxes):
        return layout.say(mark("Print", "the goods and services are not subject to VAT."))
    return layout.say(mark("Print", "prices do not include VAT."))
