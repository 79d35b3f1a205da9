"""The company's head on business documents: logo, name and how to reach it."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO
from typing import Any

from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.platypus import Flowable, Paragraph

from desktop_crm.i18n import mark
from desktop_crm.models.company import Company
from desktop_crm.models.phones import format_phone
from desktop_crm.printing.layout import Layout
from desktop_crm.printing.styles import markup, style

LOGO_WIDTH, LOGO_HEIGHT = 38 * mm, 20 * mm
_LOGO_PIXELS = (448, 236)  # 300 to the inch at the size above


def letterhead(company: Company, layout: Layout) -> list[Any]:
    """Logo beside name, address and numbers, over a coloured rule; just the rule for a company without a name."""
    about = [Paragraph(markup(company_name(company, layout.language)), _name_style(layout))]
    about += [layout.text(line, 8.5, faint=True) for line in _lines(company, layout)]
    logo = _logo(bytes(company.logo or b""))
    cells, widths = [about], [layout.width]
    if logo is not None:
        room = logo.width + 5 * mm
        cells, widths = [logo, about], [room, layout.width - room]
    rule = ("LINEBELOW", (0, 0), (-1, -1), 1.2, layout.look.accent)
    room_below = ("BOTTOMPADDING", (0, 0), (-1, -1), 6)
    middle = ("VALIGN", (0, 0), (-1, -1), "MIDDLE")
    return [layout.beside([cells], widths, middle, room_below, rule, spaceAfter=3.5 * mm)]


def company_name(company: Company, language: str) -> str:
    """The company's name in the document's language."""
    return company.english_name.strip() if language == "en" and company.english_name.strip() else company.name.strip()


def _name_style(layout: Layout) -> Any:
    return style(layout.look.strong, 12.5, layout.look.accent, after=1)


def _lines(company: Company, layout: Layout) -> list[str]:
    """Address, then tax code and numbers, then the addresses on the net; what is unknown is left out."""
    rows = (
        ((mark("Print", "Address"), company.address),),
        (
            (mark("Print", "Tax code"), company.tax_code),
            (mark("Print", "Phone"), format_phone(company.phone)),
            (mark("Print", "Fax"), format_phone(company.fax)),
        ),
        ((mark("Print", "Email"), company.email), (mark("Print", "Website"), company.website)),
    )
    shown = (
        "   ·   ".join(f"{layout.say(label)}: {text.strip()}" for label, text in row if text.strip()) for row in rows
    )
    return [line for line in shown if line]


class Logo(Flowable):
    """A picture at a size in points."""

    def __init__(self, picture: ImageReader, width: float, height: float) -> None:
        super().__init__()
        self.picture, self.width, self.height = picture, width, height

    def wrap(self, *available: Any) -> tuple[float, float]:
        """Its own size, whatever there is."""
        return self.width, self.height

    def draw(self) -> None:
        """The picture."""
        self.canv.drawImage(self.picture, 0, 0, self.width, self.height)


def _logo(data: bytes) -> Logo | None:
    """The logo fitted into its box; None where there is none or it cannot be read."""
    reader = _reduced(data) if data else None
    if reader is None:
        return None
    width, height = reader.getSize()
    scale = min(LOGO_WIDTH / width, LOGO_HEIGHT / height)
    return Logo(reader, width * scale, height * scale)


@lru_cache(maxsize=4)
def _reduced(data: bytes) -> ImageReader | None:
    """The picture with no more pixels than a printer shows, so that a photograph does not swell the file."""
    from PIL import Image as Picture
    from PIL import UnidentifiedImageError

    try:
        picture = Picture.open(BytesIO(data))
        picture.thumbnail(_LOGO_PIXELS)
        plain = picture.convert("RGBA")
    except (UnidentifiedImageError, OSError, ValueError, Picture.DecompressionBombError):
        return None
    paper = Picture.new("RGBA", plain.size, "white")
    return ImageReader(Picture.alpha_composite(paper, plain).convert("RGB"))
