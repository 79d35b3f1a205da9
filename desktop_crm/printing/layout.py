"""What every block of a document is laid out by: its language, look, width and currency."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from reportlab.platypus import Paragraph

from desktop_crm.i18n import LANGUAGES, Message, translate
from desktop_crm.models.numbers import format_money, format_number, format_percent
from desktop_crm.printing import fonts
from desktop_crm.printing.fonts import text_width
from desktop_crm.printing.grid import Cell, Grid, Row
from desktop_crm.printing.pen import Run, Type, type_of
from desktop_crm.printing.styles import FAINT, LEADING, Align, Look, composed, markup, style
from desktop_crm.printing.words import Words


@dataclass(frozen=True, slots=True)
class Layout:
    """Width is in points; money is in `currency`."""

    language: str
    look: Look
    width: float
    currency: str = "VND"

    def __post_init__(self) -> None:
        if self.language not in LANGUAGES:
            raise ValueError(f"unknown language {self.language!r}")
        fonts.load(self.look.font)

    def say(self, message: Message, **values: Any) -> str:
        """A marked text in the document's language."""
        return translate(message, self.language, **values)

    def money(self, value: Decimal, *, symbol: bool = False) -> str:
        """An amount in the document's currency."""
        return format_money(value, self.currency, self.language, symbol=symbol)

    def number(self, value: Decimal) -> str:
        """A number with the decimals it has."""
        return format_number(value, None, self.language)

    def percent(self, value: Decimal) -> str:
        """A percentage with the decimals it has."""
        return format_percent(value, self.language)

    def type(self, size: float | None = None, *, strong: bool = False, faint: bool = False, color: Any = None) -> Type:
        """A type of the look; size None is the body's."""
        font = self.look.strong if strong else self.look.font
        return type_of(font, size or self.look.size, color or (FAINT if faint else self.look.ink))

    def text(
        self,
        text: str,
        size: float | None = None,
        *,
        strong: bool = False,
        faint: bool = False,
        color: Any = None,
        align: Align = "left",
        **how: Any,
    ) -> Words:
        """A block of plain text (a user's or ours) with its own line breaks; `how` are those of `Words`."""
        return self.words(hard_lines((text, self.type(size, strong=strong, faint=faint, color=color))), align, **how)

    def labelled(self, label: Message, text: str, size: float | None = None, **how: Any) -> Words:
        """A block “Label: text” with the label set off."""
        return self.words(hard_lines(self.label(label, size), (text, self.type(size))), **how)

    def label(self, label: Message, size: float | None = None) -> Run:
        """The label of a text that follows."""
        return f"{self.say(label)}:", self.type(size, strong=True)

    def words(self, lines: Sequence[Sequence[Run]], align: Align = "left", **how: Any) -> Words:
        """A block of hard lines, each of runs that a space parts; the first run gives the leading."""
        return Words(lines, lines[0][0][1].size * LEADING, align, **how)

    def justified(self, text: str, **how: Any) -> Any:
        """A paragraph of plain text that fills its lines; `how` is that of `style`."""
        return Paragraph(markup(text), style(self.look.font, self.look.size, self.look.ink, "justify", **how))

    def beside(self, blocks: Sequence[Cell], widths: Sequence[float], *, middle: bool = False, **how: Any) -> Grid:
        """Blocks side by side; `how` are those of `Grid`."""
        return Grid([Row(blocks, middle=middle)], widths, **how)


def cell(text: str, kind: Type, width: float, align: Align = "left", broken: Align | None = None) -> Words:
    """A text for a cell of `width`: on one line as it is, white space and all, or broken and `broken` aligned."""
    plain, leading = composed(text), kind.size * LEADING
    wide = text_width(plain, kind.font, kind.size)
    if wide <= width and "\n" not in plain:
        return Words.line(plain, kind, leading, align, wide)
    return Words(hard_lines((plain, kind)), leading, broken or align)


def hard_lines(*runs: Run) -> list[list[Run]]:
    """The runs of a user's texts, line by line as their own line breaks part them."""
    lines: list[list[Run]] = [[]]
    for text, kind in runs:
        first, *more = composed(text).split("\n")
        lines[-1].append((first, kind))
        lines += [[(part, kind)] for part in more]
    return lines
