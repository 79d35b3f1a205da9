"""The company's head on business documents: logo, name and how to reach it."""

from __future__ import annotations

from copy import copy
from functools import lru_cache
from hashlib import sha256
from io import BytesIO
from typing import Any

from reportlab.lib.units import mm
from reportlab.pdfbase.pdfdoc import PDFImageXObject

from desktop_crm.i18n import mark
from desktop_crm.models.company import Company
from desktop_crm.models.phones import format_phone
from desktop_crm.printing.grid import Grid, Pads, Row
from desktop_crm.printing.layout import Layout
from desktop_crm.printing.pen import Pen, Rule
from desktop_crm.printing.placed import Placed

LOGO_WIDTH, LOGO_HEIGHT = 38 * mm, 20 * mm
_LOGO_PIXELS = (448, 236)  # 300 to the inch at the size above


def letterhead(company: Company, layout: Layout) -> list[Any]:
    """Logo beside name, address and numbers, over a coloured rule; just the rule for a company without a name."""
    name = company_name(company, layout.language)
    about: list[Placed] = [layout.text(name, 12.5, strong=True, color=layout.look.accent, after=1)]
    about += [layout.text(line, 8.5, faint=True) for line in _lines(company, layout)]
    logo = _logo(bytes(company.logo or b""))
    cells, widths = [about], [layout.width]
    if logo is not None:
        room = logo.width + 5 * mm
        cells, widths = [[logo], about], [room, layout.width - room]
    row = Row(cells, below=Rule(1.2, layout.look.accent), middle=True)
    return [Grid([row], widths, Pads(bottom=6), after=3.5 * mm)]


def company_name(company: Company, language: str) -> str:
    """The company's name in the document's language."""
    return company.english_name.strip() if language == "en" and company.english_name.strip() else company.name.strip()


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


class Logo(Placed):
    """A picture at a size in points."""

    def __init__(self, picture: Any, width: float, height: float) -> None:
        self.picture, self.width, self.height = picture, width, height

    def put(self, pen: Pen, x: float, top: float, width: float) -> None:
        """The picture, kept in the document once."""
        canvas, picture = pen.canvas, self.picture
        document = canvas._doc
        if document.getXObjectName(picture.name) not in document.idToObject:
            document.addForm(picture.name, copy(picture))
        canvas._currentPageHasImages = 1
        pen.write(f"q {self.width:.4f} 0 0 {self.height:.4f} {x:.4f} {top - self.height:.4f} cm")
        canvas.doForm(picture.name)
        pen.write("Q")


def _logo(data: bytes) -> Logo | None:
    """The logo fitted into its box; None where there is none or it cannot be read."""
    picture = _picture(data) if data else None
    if picture is None:
        return None
    scale = min(LOGO_WIDTH / picture.width, LOGO_HEIGHT / picture.height)
    return Logo(picture, picture.width * scale, picture.height * scale)


@lru_cache(maxsize=4)
def _picture(data: bytes) -> Any:
    """The picture as a document keeps it, read and compressed once a process; None where it cannot be read."""
    from reportlab.lib.utils import ImageReader

    picture = _reduced(data)
    if picture is None:
        return None
    return PDFImageXObject(f"logo{sha256(data).hexdigest()[:16]}", ImageReader(picture))


def _reduced(data: bytes) -> Any:
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
    return Picture.alpha_composite(paper, plain).convert("RGB")
