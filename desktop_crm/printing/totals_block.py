"""The sums below the table: goods, discount, before tax, VAT by rate, total, and the total in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from reportlab.lib.units import mm
from reportlab.platypus import KeepTogether

from desktop_crm.i18n import mark
from desktop_crm.models.numbers import format_money
from desktop_crm.models.totals import TaxTotal, Totals
from desktop_crm.models.words import amount_in_words
from desktop_crm.printing import fonts
from desktop_crm.printing.fonts import text_width
from desktop_crm.printing.grid import Grid, Pads, Row
from desktop_crm.printing.layout import Layout, cell
from desktop_crm.printing.pen import Rule, Type, type_of
from desktop_crm.printing.placed import Placed
from desktop_crm.printing.styles import LEADING, LINE
from desktop_crm.printing.words import Words

_LABELS, _AMOUNTS = 64 * mm, 44 * mm
_GAP = 4 * mm
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
    widths = [layout.width - width - _GAP, _GAP, width]
    sums = _table(rows, totals, width, layout)
    sides = layout.beside([beside, [], [sums]], widths, before=2 * mm, after=1.5 * mm)
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
    return max(_AMOUNTS, text_width(layout.money(longest, symbol=True), layout.look.strong, size) + 3 * mm)


def _table(rows: list[_Row], totals: Totals, width: float, layout: Layout) -> Grid:
    accent, size = layout.look.accent, layout.look.table_size + 0.5
    types = {strong: layout.type(size, strong=strong) for strong in (False, True)}
    thin, thick = Rule(0.3, LINE), Rule(0.8, accent)
    pair = _Pair(_LABELS - 2 * _SIDE, width - _LABELS - 2 * _SIDE)
    cells = [
        Row(pair.cells(r.label, types[r.strong], r.amount, types[r.strong]), below=thin, middle=True) for r in rows
    ]
    total, larger = layout.type(size + 1, strong=True), layout.type(size + _LARGER, strong=True, color=accent)
    said = layout.say(mark("Print", "Grand total")), total, layout.money(totals.grand_total, symbol=True), larger
    cells.append(Row(pair.cells(*said), above=thick, middle=True))
    return Grid(cells, [_LABELS, width - _LABELS], Pads(_SIDE, _SIDE, 1, 3))


@dataclass(frozen=True, slots=True)
class _Pair:
    """The widths of the two columns."""

    labels: float
    amounts: float

    def cells(self, label: str, kind: Type, amount: str, amount_kind: Type) -> list[list[Placed]]:
        """A label and its sum, which stands on one line however wide it is."""
        leading = amount_kind.size * LEADING
        wide = text_width(amount, amount_kind.font, amount_kind.size)
        return [[cell(label, kind, self.labels)], [Words.line(amount, amount_kind, leading, "right", wide)]]


def words_line(amount: Decimal, layout: Layout, wording: Mapping[str, Any] | None) -> Any:
    """“Bằng chữ: …” with the house's choice of words (`zero_ten`, `thousand`, `four`)."""
    italic = type_of(fonts.italic(layout.look.font), layout.look.size, layout.look.ink)
    words = f"{in_words(amount, layout, wording)}."
    return layout.words([[layout.label(mark("Print", "In words")), (words, italic)]], after=2 * mm)


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
