"""The sums below the table: goods, discount, before tax, VAT by rate, total, and the total in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import KeepTogether, Paragraph

from desktop_crm.i18n import mark
from desktop_crm.models.numbers import format_money
from desktop_crm.models.totals import TaxTotal, Totals
from desktop_crm.models.words import amount_in_words
from desktop_crm.printing.layout import Layout
from desktop_crm.printing.styles import LINE, markup

_LABELS, _AMOUNTS = 64 * mm, 44 * mm
_SIDE = 3.2
_LARGER = 3  # points, the grand total over the other sums


@dataclass(frozen=True, slots=True)
class _Row:
    label: str
    amount: str
    strong: bool = False


def totals_block(
    totals: Totals, layout: Layout, *, wording: Mapping[str, Any] | None, document: Any, beside: Sequence[Any] = ()
) -> Any:
    """The block of sums with the amount in words, never parted by a page's end; `beside` stands on its left."""
    rows = [*_before_tax(totals, document, layout), *_taxes(totals, layout), *_after_tax(totals, layout)]
    width = _LABELS + _amounts_width(totals, layout)
    cells = [[list(beside), _table(rows, totals, width, layout)]]
    gap = ("RIGHTPADDING", (0, 0), (0, 0), 4 * mm)
    widths = [layout.width - width, width]
    sides = layout.beside(cells, widths, gap, spaceBefore=2 * mm, spaceAfter=1.5 * mm)
    block = [sides, words_line(totals.grand_total, layout, wording)]
    return KeepTogether([*block, *_converted(totals.grand_total, document, layout)])


def _before_tax(totals: Totals, document: Any, layout: Layout) -> list[_Row]:
    rows = [_Row(layout.say(mark("Print", "Subtotal")), layout.money(totals.subtotal))]
    if totals.line_discount_total:
        label = mark("Print", "Line discounts") if totals.document_discount else mark("Print", "Discount")
        rows.append(_Row(layout.say(label), _less(totals.line_discount_total, layout)))
    if totals.document_discount:
        rows.append(_Row(_document_discount(totals, document, layout), _less(totals.document_discount, layout)))
    if totals.shipping:
        rows.append(_Row(layout.say(mark("Print", "Shipping")), layout.money(totals.shipping)))
    return [*rows, _Row(layout.say(mark("Print", "Total before tax")), layout.money(totals.net), strong=True)]


def _document_discount(totals: Totals, document: Any, layout: Layout) -> str:
    by_line = bool(totals.line_discount_total)
    label = layout.say(mark("Print", "Document discount") if by_line else mark("Print", "Discount"))
    by_percent = document.discount_percent and not document.discount_amount
    return f"{label} ({layout.percent(document.discount_percent)})" if by_percent else label


def _less(amount: Decimal, layout: Layout) -> str:
    return f"−{layout.money(amount)}" if amount > 0 else layout.money(-amount)


def _taxes(totals: Totals, layout: Layout) -> list[_Row]:
    rows = [_tax_row(tax, layout) for tax in totals.taxes]
    if sum(tax.percent is not None for tax in totals.taxes) > 1:
        rows.append(_Row(layout.say(mark("Print", "Total VAT")), layout.money(totals.tax_total)))
    return rows


def _tax_row(tax: TaxTotal, layout: Layout) -> _Row:
    base = layout.money(tax.base)
    if tax.percent is not None:
        label = layout.say(mark("Print", "VAT {rate} on {base}"), rate=layout.percent(tax.percent), base=base)
        return _Row(label, layout.money(tax.tax))
    if tax.code:
        return _Row(layout.say(mark("Print", "Not subject to VAT: {base}"), base=base), "–")
    return _Row(layout.say(mark("Print", "Without VAT: {base}"), base=base), "–")


def _after_tax(totals: Totals, layout: Layout) -> list[_Row]:
    if not totals.adjustment:
        return []
    return [_Row(layout.say(mark("Print", "Adjustment")), layout.money(totals.adjustment).replace("-", "−"))]


def _amounts_width(totals: Totals, layout: Layout) -> float:
    """Room for the grand total, the largest of the sums in the largest type."""
    size = layout.look.table_size + 0.5 + _LARGER
    longest = max(totals.grand_total, totals.subtotal, key=abs)
    return max(_AMOUNTS, stringWidth(layout.money(longest, symbol=True), layout.look.strong, size) + 3 * mm)


def _table(rows: list[_Row], totals: Totals, width: float, layout: Layout) -> Any:
    look = layout.look
    size = look.table_size + 0.5
    cells = [[layout.cell(r.label, _LABELS - 2 * _SIDE, size, strong=r.strong), r.amount] for r in rows]
    total = layout.say(mark("Print", "Grand total"))
    cells.append([layout.cell(total, _LABELS - 2 * _SIDE, size + 1, strong=True), _grand_total(totals, layout)])
    strong = [layout.font((0, n), (-1, n), size, strong=True) for n, row in enumerate(rows) if row.strong]
    return layout.beside(
        cells,
        [_LABELS, width - _LABELS],
        layout.font((0, 0), (-1, -1), size),
        *strong,
        layout.font((0, -1), (0, -1), size + 1, strong=True),
        layout.font((1, -1), (1, -1), size + _LARGER, strong=True),
        ("TEXTCOLOR", (1, -1), (1, -1), look.accent),
        ("ALIGN", (1, 0), (1, -1), "RIGHT"),
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        ("TOPPADDING", (0, 0), (-1, -1), 1),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
        ("LEFTPADDING", (0, 0), (-1, -1), _SIDE),
        ("RIGHTPADDING", (0, 0), (-1, -1), _SIDE),
        ("LINEABOVE", (0, -1), (-1, -1), 0.8, look.accent),
        ("LINEBELOW", (0, 0), (-1, -2), 0.3, LINE),
        hAlign="RIGHT",
    )


def _grand_total(totals: Totals, layout: Layout) -> str:
    return layout.money(totals.grand_total, symbol=True)


def words_line(amount: Decimal, layout: Layout, wording: Mapping[str, Any] | None) -> Any:
    """“Bằng chữ: …” with the house's choice of words (`zero_ten`, `thousand`, `four`)."""
    label = layout.say(mark("Print", "In words"))
    words = in_words(amount, layout, wording)
    return Paragraph(f"<b>{markup(label)}:</b> <i>{markup(words)}.</i>", layout.style(after=2 * mm))


def in_words(amount: Decimal, layout: Layout, wording: Mapping[str, Any] | None) -> str:
    """The amount in the document's language and currency."""
    own = wording or {}
    chosen = {key: str(own[key]) for key in ("zero_ten", "thousand", "four") if own.get(key)}
    return amount_in_words(amount, layout.currency, layout.language, **chosen)


def _converted(amount: Decimal, document: Any, layout: Layout) -> list[Any]:
    """What a foreign amount is in dong at the document's rate."""
    rate = document.exchange_rate
    if layout.currency == "VND" or not rate or rate == 1:
        return []
    text = layout.say(
        mark("Print", "Equals {dong} at the rate of {rate}."),
        dong=format_money(amount * rate, "VND", layout.language, symbol=True),
        rate=format_money(rate, "VND", layout.language) if rate == int(rate) else layout.number(rate),
    )
    return [layout.text(text, faint=True, after=2 * mm)]
