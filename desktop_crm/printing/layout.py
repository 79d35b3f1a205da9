"""What every block of a document is laid out by: its language, look, width and currency."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Paragraph, Table

from desktop_crm.i18n import LANGUAGES, Message, translate
from desktop_crm.models.numbers import format_money, format_number, format_percent
from desktop_crm.printing import fonts
from desktop_crm.printing.styles import BARE, FAINT, LEADING, Align, Look, markup, style


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

    def style(
        self,
        size: float | None = None,
        *,
        strong: bool = False,
        faint: bool = False,
        align: Align = "left",
        **more: Any,
    ) -> ParagraphStyle:
        """A paragraph style of the look; size None is the body's."""
        font = self.look.strong if strong else self.look.font
        return style(font, size or self.look.size, FAINT if faint else self.look.ink, align, **more)

    def text(self, text: str, size: float | None = None, **how: Any) -> Any:
        """A paragraph of plain text (a user's or ours)."""
        return Paragraph(markup(text), self.style(size, **how))

    def cell(self, text: str, width: float, size: float | None = None, *, strong: bool = False, **how: Any) -> Any:
        """Plain text for a table's cell where it fits on a line of `width`, else a paragraph.

        Tables lay plain text out once and paragraphs several times; the cell's font is the table's to set.
        """
        font, points = self.look.strong if strong else self.look.font, size or self.look.size
        plain = unicodedata.normalize("NFC", text.strip())
        if "\n" not in plain and stringWidth(plain, font, points) <= width:
            return plain
        return self.text(text, size, strong=strong, **how)

    def labelled(self, label: Message, text: str, size: float | None = None, **how: Any) -> Any:
        """A paragraph “Label: text” with the label set off."""
        return Paragraph(f"<b>{markup(self.say(label))}:</b> {markup(text)}", self.style(size, **how))

    def beside(self, rows: list[list[Any]], widths: list[float], *commands: tuple[Any, ...], **how: Any) -> Any:
        """A table without lines and padding that only places things; `commands` add to its style."""
        table = Table(rows, colWidths=widths, **how)
        table.setStyle([self.font((0, 0), (-1, -1)), ("TEXTCOLOR", (0, 0), (-1, -1), self.look.ink), *BARE, *commands])
        return table

    def font(
        self, first: tuple[int, int], last: tuple[int, int], size: float | None = None, *, strong: bool = False
    ) -> tuple[Any, ...]:
        """The command that sets the type of a table's cells."""
        points = size or self.look.size
        return ("FONT", first, last, self.look.strong if strong else self.look.font, points, points * LEADING)
