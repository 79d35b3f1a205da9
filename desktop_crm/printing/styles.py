"""Colours, the two looks (sans for quotes and orders, serif for contracts) and paragraph styles."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal
from xml.sax.saxutils import escape

from reportlab.lib.colors import HexColor
from reportlab.lib.styles import ParagraphStyle

from desktop_crm.printing import fonts

INK = HexColor("#1A2130")
FAINT = HexColor("#4B5567")
ACCENT = HexColor("#1F4AA8")
LINE = HexColor("#B9C0CC")
HEAD = HexColor("#E7EDF8")
BAND = HexColor("#F3F5F9")
BLACK = HexColor("#000000")
WATERMARK = HexColor("#D23F35")

Align = Literal["left", "center", "right", "justify"]
_ALIGN = {"left": 0, "center": 1, "right": 2, "justify": 4}
LEADING = 1.28  # leading over size: Ỗ Ẵ Ự keep clear of the line above


@dataclass(frozen=True, slots=True)
class Look:
    """Fonts, sizes in points and colours of a kind of document."""

    font: str
    strong: str
    size: float
    table_size: float
    ink: Any
    accent: Any
    head: Any
    band: Any


BUSINESS = Look(fonts.SANS, fonts.SANS_STRONG, 9.5, 9, INK, ACCENT, HEAD, BAND)
LEGAL = Look(
    fonts.SERIF,
    fonts.SERIF_STRONG,
    13,
    10.5,
    BLACK,
    BLACK,
    HexColor("#EEEEEE"),
    HexColor("#F7F7F7"),
)


@lru_cache(maxsize=256)
def style(
    font: str,
    size: float,
    color: Any = INK,
    align: Align = "left",
    before: float = 0,
    after: float = 0,
    indent: float = 0,
    hang: float = 0,
    keep: bool = False,
) -> ParagraphStyle:
    """A paragraph style; `hang` moves the first line left of `indent`, `keep` holds it to what follows."""
    return ParagraphStyle(
        f"{font} {size} {align}",
        fontName=font,
        bulletFontName=font,
        fontSize=size,
        leading=size * LEADING,
        textColor=color,
        alignment=_ALIGN[align],
        spaceBefore=before,
        spaceAfter=after,
        leftIndent=indent,
        firstLineIndent=-hang,
        keepWithNext=int(keep),
        splitLongWords=1,
        allowWidows=0,
        allowOrphans=0,
    )


def composed(text: str) -> str:
    """A user's text with composed letters, without soft hyphens and without white space around it."""
    return unicodedata.normalize("NFC", text.replace("\xad", "").strip())


def markup(text: str) -> str:
    """A user's text for a paragraph: composed letters, nothing read as a tag, its own line breaks kept."""
    return escape(composed(text)).replace("\n", "<br/>")
