"""The table of goods and services: groups, their sums, a heading repeated on every page, nothing clipped."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import zip_longest
from typing import Any

from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import LongTable, Paragraph

from desktop_crm.i18n import Message, mark
from desktop_crm.models.lines import in_order
from desktop_crm.models.numbers import currency, round_half_up
from desktop_crm.models.totals import LineTotals, Totals
from desktop_crm.printing.layout import Layout
from desktop_crm.printing.styles import FAINT, LEADING, LINE, markup

_PADDING = 3.2
_TALLEST = 76 * mm  # a taller description goes on in a further row
_SHORT, _FEW = 200, 8  # characters and line breaks that are never so tall: no need to measure
_NARROWEST_NAME = 44 * mm
_SIZES = (1.0, 0.92, 0.84, 0.76, 0.68, 0.6)  # of the table's type, until the numbers leave room for the names
_NUMBERED = re.compile(r"\s*(?:[A-ZĐ]|[IVXLC]+|\d+)\s*[.)]")


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, how it stands, and its narrowest and widest width (widest 0: as wide as its numbers)."""

    key: str
    heading: Message
    align: str
    narrowest: float
    widest: float = 0


_COLUMNS = (
    Column("number", mark("Print", "No."), "CENTER", 7.5 * mm),
    Column("code", mark("Print", "Code"), "LEFT", 14 * mm, 27 * mm),
    Column("name", mark("Print", "Description"), "LEFT", _NARROWEST_NAME),
    Column("unit", mark("Print", "Unit"), "CENTER", 10 * mm, 19 * mm),
    Column("quantity", mark("Print", "Qty"), "RIGHT", 8.5 * mm),
    Column("price", mark("Print", "Unit price"), "RIGHT", 19 * mm),
    Column("discount", mark("Print", "Disc."), "RIGHT", 9.5 * mm),
    Column("amount", mark("Print", "Amount"), "RIGHT", 21 * mm),
    Column("tax", mark("Print", "VAT"), "CENTER", 11.5 * mm),
)
_IN_MONEY = ("price", "amount")


@dataclass(slots=True)
class _Grid:
    """Rows of the table as they are put together; `opened` are the rows that get a line above."""

    rows: list[list[Any]] = field(default_factory=list)
    groups: list[int] = field(default_factory=list)
    opened: list[int] = field(default_factory=list)

    def add(self, row: list[Any], *, opens: bool = True) -> None:
        """One more row."""
        if opens:
            self.opened.append(len(self.rows))
        self.rows.append(row)


def line_table(document: Any, totals: Totals, layout: Layout) -> Any:
    """The lines of a quote or an order; columns nobody filled (code, discount) are left out."""
    sections = _sections(document, totals, layout)
    texts = [texts for _, _, lines in sections for _, texts in lines]
    columns = [c for c in _COLUMNS if c.key not in ("code", "discount") or any(text[c.key] for text in texts)]
    sums = [{"amount": subtotal} for _, subtotal, _ in sections]
    size, widths = _fit(columns, [*texts, *sums], layout)
    grid = _Grid()
    grid.add(_heading(columns, size, layout))
    for title, subtotal, lines in sections:
        if title is not None:
            grid.groups.append(len(grid.rows))
            grid.add(_group_row(title, subtotal, columns, size, layout))
        for line, text in lines:
            _add_line(grid, line, text, columns, widths, size, layout)
    if not texts:
        grid.add([layout.text(layout.say(mark("Print", "No goods or services yet.")), size, faint=True)])
    return _table(grid, columns, widths, size, layout, empty=not texts)


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
    longest = max((stringWidth(t.get(column.key, ""), layout.look.strong, size) for t in texts), default=0.0)
    heading = max(stringWidth(word, layout.look.strong, size) for word in _heading_text(column, layout).split())
    wanted = max(column.narrowest, longest + 2 * _PADDING + 1, heading + 2 * _PADDING + 0.5)
    return max(min(wanted, column.widest), heading + 2 * _PADDING) if column.widest else wanted


def _heading(columns: Sequence[Column], size: float, layout: Layout) -> list[Any]:
    return [layout.text(_heading_text(c, layout), size, strong=True, align="center") for c in columns]


def _heading_text(column: Column, layout: Layout) -> str:
    heading = layout.say(column.heading)
    return f"{heading}\n({layout.currency})" if column.key in _IN_MONEY else heading


def _group_row(title: str, subtotal: str, columns: Sequence[Column], size: float, layout: Layout) -> list[Any]:
    row: list[Any] = ["" for _ in columns]
    row[0] = layout.text(title, size, strong=True)
    row[_place(columns, "amount")] = subtotal
    return row


def _place(columns: Sequence[Column], key: str) -> int:
    return next(i for i, column in enumerate(columns) if column.key == key)


def _add_line(
    grid: _Grid,
    line: Any,
    texts: dict[str, str],
    columns: Sequence[Column],
    widths: Sequence[float],
    size: float,
    layout: Layout,
) -> None:
    """The line's row, and further rows for what of its texts does not fit into one."""
    cells = []
    for column, width in zip(columns, widths, strict=True):
        inside = width - 2 * _PADDING
        if column.key == "name":
            cells.append(_described(line, inside, size, layout))
        else:
            cells.append(_broken(texts.get(column.key, ""), column, inside, size, layout))
    for number, row in enumerate(zip_longest(*cells, fillvalue="")):
        grid.add(list(row), opens=number == 0)


def _broken(text: str, column: Column, width: float, size: float, layout: Layout) -> list[Any]:
    """Plain text where it fits on one line, else paragraphs that break it, inside words if need be."""
    cell = layout.cell(text, width, size, align="center" if column.align == "CENTER" else "left")
    return [cell] if isinstance(cell, str) else _pieces(cell, width)


def _described(line: Any, width: float, size: float, layout: Layout) -> list[Any]:
    """Name and specification in parts no taller than `_TALLEST`; a name that fits on one line stays plain text."""
    name, detail = markup(line.name), line.detail.strip()
    if not detail:
        plain = layout.cell(line.name, width, size)
        if isinstance(plain, str):
            return [plain]
    else:
        color = "#" + str(FAINT.hexval())[2:]
        name += f'<br/><font size="{size * 0.9:.2f}" color="{color}">{markup(detail)}</font>'
    paragraph = Paragraph(name, layout.style(size))
    short = len(line.name) + len(detail) < _SHORT and (line.name + detail).count("\n") < _FEW
    return [paragraph] if short else _pieces(paragraph, width)


def _pieces(paragraph: Any, width: float) -> list[Any]:
    """The paragraph in parts no taller than `_TALLEST`."""
    _, height = paragraph.wrap(width, 1e6)
    if height <= _TALLEST:
        return [paragraph]
    parts = paragraph.split(width, _TALLEST)
    if len(parts) < 2:
        return [paragraph]
    return [parts[0], *_pieces(parts[1], width)]


def _table(
    grid: _Grid, columns: Sequence[Column], widths: Sequence[float], size: float, layout: Layout, *, empty: bool
) -> Any:
    table = LongTable(grid.rows, colWidths=widths, repeatRows=1, spaceBefore=2 * mm, spaceAfter=2 * mm)
    look = layout.look
    commands: list[tuple[Any, ...]] = [
        ("FONT", (0, 0), (-1, -1), look.font, size, size * LEADING),
        ("TEXTCOLOR", (0, 0), (-1, -1), look.ink),
        ("VALIGN", (0, 0), (-1, 0), "MIDDLE"),
        ("VALIGN", (0, 1), (-1, -1), "TOP"),
        ("BACKGROUND", (0, 0), (-1, 0), look.head),
        ("LEFTPADDING", (0, 0), (-1, -1), _PADDING),
        ("RIGHTPADDING", (0, 0), (-1, -1), _PADDING),
        ("TOPPADDING", (0, 0), (-1, -1), 1.6),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 2.6),
        ("BOX", (0, 0), (-1, -1), 0.6, LINE),
        ("INNERGRID", (0, 0), (-1, 0), 0.4, LINE),
        ("LINEBELOW", (0, "splitlast"), (-1, "splitlast"), 0.6, LINE),
    ]
    commands += [("ALIGN", (i, 1), (i, -1), column.align) for i, column in enumerate(columns)]
    commands += [("LINEABOVE", (0, row), (-1, row), 0.4, LINE) for row in grid.opened]
    if empty:
        commands.append(("SPAN", (0, 1), (-1, 1)))
    else:
        commands.append(("LINEAFTER", (0, 1), (-2, -1), 0.4, LINE))
    for row in grid.groups:
        commands += _group_commands(row, columns, size, layout)
    table.setStyle(commands)
    return table


def _group_commands(row: int, columns: Sequence[Column], size: float, layout: Layout) -> list[tuple[Any, ...]]:
    amount = _place(columns, "amount")
    return [
        ("SPAN", (0, row), (amount - 1, row)),
        ("BACKGROUND", (0, row), (-1, row), layout.look.band),
        ("FONT", (amount, row), (amount, row), layout.look.strong, size, size * LEADING),
        ("NOSPLIT", (0, row), (-1, row + 1)),
    ]
