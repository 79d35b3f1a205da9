"""The table of goods and services: groups, their sums, a heading repeated on every page, nothing clipped."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import zip_longest
from typing import Any

from reportlab.lib.units import mm

from desktop_crm.i18n import Message, mark
from desktop_crm.models.lines import in_order
from desktop_crm.models.numbers import currency, round_half_up
from desktop_crm.models.totals import LineTotals, Totals
from desktop_crm.printing.fonts import text_width
from desktop_crm.printing.grid import Grid, Pads, Row
from desktop_crm.printing.layout import Layout, cell, hard_lines
from desktop_crm.printing.pen import Rule, Type, type_of
from desktop_crm.printing.styles import FAINT, LINE, Align
from desktop_crm.printing.words import Words

_PADDING = 3.2
_TALLEST = 76 * mm  # a taller description goes on in a further row
_BOX, _THIN = Rule(0.6, LINE), Rule(0.4, LINE)
_NARROWEST_NAME = 44 * mm
_SIZES = (1.0, 0.92, 0.84, 0.76, 0.68, 0.6)  # of the table's type, until the numbers leave room for the names
_NUMBERED = re.compile(r"\s*(?:[A-ZĐ]|[IVXLC]+|\d+)\s*[.)]")


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, how it stands, and its narrowest and widest width (widest 0: as wide as its numbers)."""

    key: str
    heading: Message
    align: Align
    narrowest: float
    widest: float = 0


_COLUMNS = (
    Column("number", mark("Print", "No."), "center", 7.5 * mm),
    Column("code", mark("Print", "Code"), "left", 14 * mm, 27 * mm),
    Column("name", mark("Print", "Description"), "left", _NARROWEST_NAME),
    Column("unit", mark("Print", "Unit"), "center", 10 * mm, 19 * mm),
    Column("quantity", mark("Print", "Qty"), "right", 8.5 * mm),
    Column("price", mark("Print", "Unit price"), "right", 19 * mm),
    Column("discount", mark("Print", "Disc."), "right", 9.5 * mm),
    Column("amount", mark("Print", "Amount"), "right", 21 * mm),
    Column("tax", mark("Print", "VAT"), "center", 11.5 * mm),
)
_IN_MONEY = ("price", "amount")


@dataclass(frozen=True, slots=True)
class _Sheet:
    """The table's columns, their widths and its types."""

    columns: Sequence[Column]
    widths: Sequence[float]
    plain: Type
    strong: Type
    faint: Type
    layout: Layout

    def place(self, key: str) -> int:
        """The number of a column."""
        return next(i for i, column in enumerate(self.columns) if column.key == key)

    @property
    def size(self) -> float:
        """The size of its letters."""
        return self.plain.size


def line_table(document: Any, totals: Totals, layout: Layout) -> Grid:
    """The lines of a quote or an order; columns nobody filled (code, discount) are left out."""
    sections = _sections(document, totals, layout)
    texts = [texts for _, _, lines in sections for _, texts in lines]
    columns = [c for c in _COLUMNS if c.key not in ("code", "discount") or any(text[c.key] for text in texts)]
    sums = [{"amount": subtotal} for _, subtotal, _ in sections]
    size, widths = _fit(columns, [*texts, *sums], layout)
    faint = type_of(layout.look.font, round(size * 0.9, 2), FAINT)
    sheet = _Sheet(columns, widths, layout.type(size), layout.type(size, strong=True), faint, layout)
    rows = [_heading(sheet), *(row for section in sections for row in _section_rows(*section, sheet))]
    if not texts:
        rows.append(_nothing(sheet))
    pads = Pads(_PADDING, _PADDING, 1.6, 2.6)
    return Grid(rows, widths, pads, repeat=1, box=_BOX, between=_THIN, before=2 * mm, after=2 * mm)


def _section_rows(
    title: str | None, subtotal: str, lines: list[tuple[Any, dict[str, str]]], sheet: _Sheet
) -> Iterator[Row]:
    if title is not None:
        yield _group_row(title, subtotal, sheet)
    for line, texts in lines:
        yield from _line_rows(line, texts, sheet)


def _sections(
    document: Any, totals: Totals, layout: Layout
) -> list[tuple[str | None, str, list[tuple[Any, dict[str, str]]]]]:
    """(group's title or None, its sum, [(line, its texts by column)]) in printed order, numbered through."""
    sums = {id(line): one for line, one in zip(document.lines, totals.lines, strict=True)}
    subtotals = {id(group.key): group.subtotal for group in totals.groups}
    numbers, letters = iter(range(1, len(document.lines) + 1)), _letters()
    found = []
    for group, lines in in_order(document.lines, document.groups):
        if lines:
            title = None if group is None else _titled(group.title, next(letters))
            texts = [(line, _texts(line, sums[id(line)], next(numbers), layout)) for line in lines]
            found.append((title, layout.money(subtotals.get(id(group), Decimal(0))), texts))
    return found


def _letters() -> Iterator[str]:
    """A, B, … Z, AA, AB …"""
    alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    yield from alphabet
    yield from (first + second for first in alphabet for second in alphabet)


def _titled(title: str, letter: str) -> str:
    return title.strip() if _NUMBERED.match(title) else f"{letter}. {title.strip()}"


def _texts(line: Any, sums: LineTotals, number: int, layout: Layout) -> dict[str, str]:
    return {
        "number": str(number),
        "code": line.code.strip(),
        "unit": line.unit.strip(),
        "quantity": layout.number(line.quantity),
        "price": unit_price(line.unit_price, layout),
        "discount": _discount(line, layout),
        "amount": layout.money(sums.net),
        "tax": tax_rate(line.tax_code, line.tax_percent, layout),
    }


def unit_price(price: Decimal, layout: Layout) -> str:
    """A price with its currency's decimals, or all it has where it is finer than that."""
    decimals = currency(layout.currency).decimals
    return layout.money(price) if price == round_half_up(price, decimals) else layout.number(price)


def _discount(line: Any, layout: Layout) -> str:
    if line.discount_amount:  # an amount counts before a percent
        return layout.money(line.discount_amount)
    return layout.percent(line.discount_percent) if line.discount_percent else ""


def tax_rate(code: str, percent: Decimal | None, layout: Layout) -> str:
    """10%, KCT for goods that bear no VAT, – where no tax was chosen."""
    if percent is not None:
        return layout.percent(percent)
    return layout.say(mark("Print", "Exempt")) if code else "–"


def _fit(columns: Sequence[Column], texts: Sequence[dict[str, str]], layout: Layout) -> tuple[float, list[float]]:
    """The largest type in which the numbers leave room for the names, and the columns' widths in points."""
    for share in _SIZES:
        size = layout.look.table_size * share
        widths = [_width(column, texts, size, layout) for column in columns]
        room = layout.width - sum(w for w, c in zip(widths, columns, strict=True) if c.key != "name")
        if room >= _NARROWEST_NAME:
            break
    return size, [room if c.key == "name" else w for w, c in zip(widths, columns, strict=True)]


def _width(column: Column, texts: Sequence[dict[str, str]], size: float, layout: Layout) -> float:
    font = layout.look.strong
    longest = max((text_width(t.get(column.key, ""), font, size) for t in texts), default=0.0)
    heading = max(text_width(word, font, size) for word in _heading_text(column, layout).split())
    wanted = max(column.narrowest, longest + 2 * _PADDING + 1, heading + 2 * _PADDING + 0.5)
    return max(min(wanted, column.widest), heading + 2 * _PADDING) if column.widest else wanted


def _heading(sheet: _Sheet) -> Row:
    layout = sheet.layout
    cells = [[layout.text(_heading_text(c, layout), sheet.size, strong=True, align="center")] for c in sheet.columns]
    return Row(cells, fill=layout.look.head, middle=True)


def _heading_text(column: Column, layout: Layout) -> str:
    heading = layout.say(column.heading)
    return f"{heading}\n({layout.currency})" if column.key in _IN_MONEY else heading


def _group_row(title: str, subtotal: str, sheet: _Sheet) -> Row:
    """A group's title over all columns before its sum; it stays with the group's first line."""
    amount = sheet.place("amount")
    sums = [[cell(subtotal, sheet.strong, sheet.widths[amount] - 2 * _PADDING, "right")]]
    titled = sheet.layout.text(title, sheet.size, strong=True)
    return Row([[titled], *sums], span=amount, above=_THIN, fill=sheet.layout.look.band, keep=True)


def _nothing(sheet: _Sheet) -> Row:
    words = sheet.layout.text(sheet.layout.say(mark("Print", "No goods or services yet.")), sheet.size, faint=True)
    return Row([[words]], span=len(sheet.columns), above=_THIN)


def _line_rows(line: Any, texts: dict[str, str], sheet: _Sheet) -> Iterator[Row]:
    """The line's row, and further rows for what of its texts does not fit into one."""
    cells = [
        _pieces_of(line, texts, column, width, sheet) for column, width in zip(sheet.columns, sheet.widths, strict=True)
    ]
    if all(len(pieces) == 1 for pieces in cells):
        yield Row(cells, above=_THIN)
        return
    for number, row in enumerate(zip_longest(*cells)):
        yield Row([[piece] if piece else [] for piece in row], above=None if number else _THIN)


def _pieces_of(line: Any, texts: dict[str, str], column: Column, width: float, sheet: _Sheet) -> list[Words]:
    """What stands in a line's column: one block, or several where it is taller than a row may be."""
    room = width - 2 * _PADDING
    if column.key == "name":
        return _described(line, room, sheet)
    broken: Align = "center" if column.align == "center" else "left"
    words = cell(texts[column.key], sheet.plain, room, column.align, broken)
    return _pieces(words, room)


def _described(line: Any, room: float, sheet: _Sheet) -> list[Words]:
    """Name and specification."""
    if not line.detail.strip():
        return _pieces(cell(line.name, sheet.plain, room), room)
    lines = [*hard_lines((line.name, sheet.plain)), *hard_lines((line.detail, sheet.faint))]
    return _pieces(sheet.layout.words(lines), room)


def _pieces(words: Words, room: float) -> list[Words]:
    """A block in parts no taller than `_TALLEST`."""
    if words.wrap(room)[1] <= _TALLEST:
        return [words]
    parts = words.split(room, _TALLEST)
    if len(parts) < 2:
        return [words]
    return [parts[0], *_pieces(parts[1], room)]
