"""The pages of a PDF on the screen and on a printer."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QBuffer, QByteArray, QEvent, QIODevice, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPageLayout, QPainter, QPalette, QResizeEvent, QWheelEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFrame, QWidget

from desktop_crm.views.widgets import paint, tokens

MOST_DPI = 300
"""Pages are drawn as pictures of at most this resolution: finer ones cost memory, not legibility."""
PLEASANT = 1.25
_ZOOMS = (0.5, 0.67, 0.75, 0.9, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0)


class Paper(QPdfView):
    """All pages one under the other; `parent` must not go before it.

    `moved()` when another page is in front or the zoom has changed.
    """

    moved = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        # A document that dies as the view's child still tells the half-destroyed view, which crashes.
        self.pdf = QPdfDocument(parent)
        self._buffer = QBuffer(self.pdf)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setPageMode(QPdfView.PageMode.MultiPage)
        self.setPageSpacing(14)
        self.setDocument(self.pdf)
        self._chosen = False  # whether the user chose a zoom
        self.verticalScrollBar().valueChanged.connect(lambda _: self.moved.emit())
        self._take_colours()

    def show_pdf(self, content: bytes) -> bool:
        """Show another PDF at the page that was in front; whether it can be read."""
        page = self.page()
        self._buffer.close()
        self._buffer.setData(QByteArray(content))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.pdf.load(self._buffer)
        if self.pdf.error() not in (QPdfDocument.Error.None_,):
            return False
        if 0 < page < self.pages():
            self.pageNavigator().jump(page, QPointF())
        self._settle()
        self.moved.emit()
        return True

    def pages(self) -> int:
        """How many pages there are."""
        return self.pdf.pageCount()

    def page(self) -> int:
        """The page in the middle of the window, from 0; the view's own count lags behind its size."""
        scale = self.zoom() * self.logicalDpiY() / 72
        end = float(self.documentMargins().top())
        middle = self.verticalScrollBar().value() + self.viewport().height() / 2
        for page in range(self.pages()):
            end += self.pdf.pagePointSize(page).height() * scale + self.pageSpacing()
            if middle < end:
                return page
        return max(self.pages() - 1, 0)

    def step(self, by: int) -> None:
        """Bring the next page (or the one before) to the front."""
        page = min(max(self.page() + by, 0), max(self.pages() - 1, 0))
        self.pageNavigator().jump(page, QPointF())

    # -- zoom

    def fit_width(self) -> None:
        """Make a page as wide as the window."""
        self._choose(QPdfView.ZoomMode.FitToWidth)

    def fit_page(self) -> None:
        """Show a whole page."""
        self._choose(QPdfView.ZoomMode.FitInView)

    def _choose(self, mode: QPdfView.ZoomMode, factor: float = 1.0) -> None:
        self._chosen = True
        self.setZoomMode(mode)
        if mode == QPdfView.ZoomMode.Custom:
            self.setZoomFactor(factor)
        self.moved.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settle()
        self.moved.emit()

    def _settle(self) -> None:
        """Until somebody chooses a zoom: as wide as the window, but never larger than is pleasant to read."""
        if not self._chosen and self.pages():
            self.setZoomMode(QPdfView.ZoomMode.Custom)
            self.setZoomFactor(min(self._fitting_width(), PLEASANT))

    def zoom(self) -> float:
        """The zoom in force; 1 is the size on paper."""
        if self.zoomMode() == QPdfView.ZoomMode.Custom or not self.pages():
            return self.zoomFactor()
        if self.zoomMode() == QPdfView.ZoomMode.FitToWidth:
            return self._fitting_width()
        high = self.pdf.pagePointSize(0).height() * self.logicalDpiY() / 72
        return min(self._fitting_width(), (self.viewport().height() - self.pageSpacing()) / high)

    def _fitting_width(self) -> float:
        margins = self.documentMargins()
        wide = self.pdf.pagePointSize(0).width() * self.logicalDpiX() / 72
        return (self.viewport().width() - margins.left() - margins.right()) / wide

    def zoom_by(self, steps: int) -> None:
        """The next zoom up (or down)."""
        now = self.zoom()
        around = [z for z in _ZOOMS if (z > now + 0.01 if steps > 0 else z < now - 0.01)]
        if around:
            self._choose(QPdfView.ZoomMode.Custom, around[0] if steps > 0 else around[-1])

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(1 if event.angleDelta().y() > 0 else -1)
        else:
            super().wheelEvent(event)

    # -- colours

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._take_colours()

    def _take_colours(self) -> None:
        """The table the pages lie on; the view would paint it in the palette's darkest colour."""
        colours = QPalette(self.palette())
        wanted = paint.qcolour("window" if tokens.current().dark else "selected_idle")
        if colours.color(QPalette.ColorRole.Dark) != wanted:
            colours.setColor(QPalette.ColorRole.Dark, wanted)
            self.setPalette(colours)


def pages_to_print(printer: QPrinter, count: int) -> list[int]:
    """The pages asked for in the print dialog, from 0, in the order they are printed."""
    first, last = printer.fromPage() or 1, printer.toPage() or count
    pages = list(range(first - 1, min(last, count)))
    return pages[::-1] if printer.pageOrder() == QPrinter.PageOrder.LastPageFirst else pages


def print_pages(pdf: QPdfDocument, printer: QPrinter, pages: Iterable[int]) -> bool:
    """Draw pages of a PDF, each as large as the paper allows; False where the printer cannot be used."""
    printer.setFullPage(True)
    painter = QPainter()
    if not painter.begin(printer):
        return False
    for number, page in enumerate(pages):
        if number:
            printer.newPage()
        _draw(pdf, printer, painter, page)
    return painter.end()


def _draw(pdf: QPdfDocument, printer: QPrinter, painter: QPainter, page: int) -> None:
    paper = printer.pageLayout().fullRectPixels(printer.resolution()).size()
    size = pdf.pagePointSize(page)
    wanted = size.toSize().scaled(paper, Qt.AspectRatioMode.KeepAspectRatio)
    sharp = min(1.0, MOST_DPI / printer.resolution())
    picture = pdf.render(page, QSize(round(wanted.width() * sharp), round(wanted.height() * sharp)))
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(QRect(0, 0, wanted.width(), wanted.height()), picture)


def paper_of(pdf: QPdfDocument, printer: QPrinter) -> None:
    """Lay the printer's paper the way the pages stand."""
    size = pdf.pagePointSize(0)
    across = size.width() > size.height()
    printer.setPageOrientation(QPageLayout.Orientation.Landscape if across else QPageLayout.Orientation.Portrait)
