"""From a story of blocks to the bytes of a PDF: pages, footers with “page x/y”, watermark, metadata."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from io import BytesIO
from threading import Lock
from typing import Any

from reportlab import rl_config
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate

from desktop_crm.i18n import mark, translate
from desktop_crm.printing.pen import Pen
from desktop_crm.printing.styles import FAINT, LINE, WATERMARK, Look

PAGE_WIDTH, PAGE_HEIGHT = A4
_BUILDING = Lock()  # a font is read through one position for all threads: subsets made at once get each other's letters
rl_config.useA85 = 0  # plain compressed streams: a fifth smaller than the ASCII ones, and quicker


@dataclass(frozen=True, slots=True)
class Margins:
    """White space around the text, in points."""

    left: float
    right: float
    top: float
    bottom: float

    @property
    def width(self) -> float:
        """What is left for the text."""
        return PAGE_WIDTH - self.left - self.right


@dataclass(frozen=True, slots=True)
class Document:
    """What a PDF says about itself: the footer, the metadata and the word across its pages ('' for none)."""

    title: str
    author: str
    subject: str
    footer: str
    language: str
    look: Look
    margins: Margins
    watermark: str = ""


def build(document: Document, story: Sequence[Any]) -> bytes:
    """The PDF of a story. The same input gives the same bytes; threads that build at once wait for each other."""
    target = BytesIO()
    template = BaseDocTemplate(
        target,
        pagesize=A4,
        title=document.title,
        author=document.author,
        subject=document.subject,
        creator="Desktop CRM",
        lang=document.language,
        invariant=1,
        initialFontName=document.look.font,
    )
    template.addPageTemplates(PageTemplate(frames=[_frame(document.margins)], onPage=_under_text(document)))
    with _BUILDING:
        template.build(list(story), canvasmaker=_numbered(document))
    return target.getvalue()


def _frame(margins: Margins) -> Frame:
    height = PAGE_HEIGHT - margins.top - margins.bottom
    paddings = dict.fromkeys(("leftPadding", "rightPadding", "topPadding", "bottomPadding"), 0)
    return Frame(margins.left, margins.bottom, margins.width, height, **paddings)


def _under_text(document: Document) -> Callable[[Canvas, Any], None]:
    def draw(canvas: Canvas, template: Any) -> None:
        if document.watermark:
            draw_watermark(canvas, document.watermark, document.look.strong)

    return draw


def draw_watermark(canvas: Canvas, text: str, font: str) -> None:
    """A pale word across the page, below what is printed on it."""
    canvas.saveState()
    canvas.setFillColor(WATERMARK, alpha=0.13)
    size = min(84.0, 480 / max(canvas.stringWidth(text, font, 1), 1))
    canvas.setFont(font, size)
    canvas.translate(PAGE_WIDTH / 2, PAGE_HEIGHT / 2)
    canvas.rotate(45)
    canvas.drawCentredString(0, -size / 3, text)
    canvas.restoreState()


def _numbered(document: Document) -> type[Canvas]:
    """A canvas that holds pages back until their number is known."""

    class NumberedCanvas(Canvas):
        def __init__(self, *args: Any, **kwargs: Any) -> None:
            super().__init__(*args, **kwargs)
            self.pen = Pen(self)
            self._held: list[dict[str, Any]] = []

        def showPage(self) -> None:
            self._held.append(dict(self.__dict__))
            self._startPage()

        def save(self) -> None:
            for page in self._held:
                self.__dict__.update(page)
                draw_footer(self, document, len(self._held))
                Canvas.showPage(self)
            Canvas.save(self)

    return NumberedCanvas


def draw_footer(canvas: Canvas, document: Document, pages: int) -> None:
    """A hairline, the document's name on the left and the page's number on the right."""
    margins, look = document.margins, document.look
    y = margins.bottom - 7 * mm
    page = translate(mark("Print", "Page {page}/{pages}"), document.language, page=canvas.getPageNumber(), pages=pages)
    canvas.setStrokeColor(LINE)
    canvas.setLineWidth(0.5)
    canvas.line(margins.left, y + 4 * mm, PAGE_WIDTH - margins.right, y + 4 * mm)
    canvas.setFillColor(FAINT)
    canvas.setFont(look.font, 8)
    canvas.drawRightString(PAGE_WIDTH - margins.right, y, page)
    room = margins.width - canvas.stringWidth(page, look.font, 8) - 12
    canvas.drawString(margins.left, y, _fitted(canvas, document.footer, look.font, room))


def _fitted(canvas: Canvas, text: str, font: str, room: float) -> str:
    if canvas.stringWidth(text, font, 8) <= room:
        return text
    while text and canvas.stringWidth(text + "…", font, 8) > room:
        text = text[:-1]
    return text.rstrip() + "…"
