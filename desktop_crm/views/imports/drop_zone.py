"""Where a file is dropped or asked for, with the files used before."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFileDialog, QSizePolicy, QWidget

from desktop_crm.i18n import mark, translate
from desktop_crm.views.widgets import paint, tokens
from desktop_crm.views.widgets.badges import Icon
from desktop_crm.views.widgets.layouts import Content, button, col, label, row

ENDINGS = ("xlsx", "xlsm", "xlsb", "xls", "ods", "csv", "tsv", "txt")


def file_filter() -> str:
    """What the file dialog offers."""
    names = " ".join(f"*.{ending}" for ending in ENDINGS)
    words = translate(mark("ImportFile", "Tables"))
    return f"{words} ({names});;{translate(mark('ImportFile', 'All files'))} (*)"


def ask_file(parent: QWidget, folder: str = "") -> str:
    """The file the user picks; '' for none."""
    title = translate(mark("ImportFile", "Choose a file to import"))
    return QFileDialog.getOpenFileName(parent, title, folder, file_filter())[0]


def dropped_file(data: QMimeData) -> str:
    """The one local file that is dragged; '' for anything else."""
    urls = [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
    return urls[0] if len(urls) == 1 else ""


class DropZone(QWidget):
    """`chosen(path)` for a file that was dropped, picked or used before; `template_asked` for an empty one."""

    chosen = Signal(str)
    template_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._hot = False
        self.setAcceptDrops(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.pick = button(mark("ImportFile", "Choose a file…"), "primary", "upload", clicked=self._ask)
        template = mark("ImportFile", "Get a template file")
        self.template = button(template, "link", "download", clicked=self.template_asked.emit)
        self._recent = col(gap=2)
        self.setLayout(col(None, *self._words(), 8, row(None, self.pick, self.template, None), 12,
                           row(None, self._recent, None), None, gap=6, margins=(24, 24, 24, 24)))  # fmt: skip
        self.setFocusProxy(self.pick)

    def _words(self) -> tuple[Content, ...]:
        head = label(mark("ImportFile", "Drop an Excel file here"), tokens.HEADING, strong=True, align=paint.CENTRE)
        text = mark("ImportFile", "Excel, OpenDocument and CSV. Titles above the table, hidden columns, "
                                  "total rows and dates written as text are understood.")  # fmt: skip
        words = label(text, tone="t2", wrap=True, align=paint.CENTRE)
        words.setFixedWidth(440)
        return row(None, Icon("file-spreadsheet", 40, "link"), None), 6, head, row(None, words, None)

    def set_recent(self, paths: Sequence[str]) -> None:
        """Offer files used before, newest first."""
        while item := self._recent.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()
        if paths:
            caption = label(mark("ImportFile", "Used before"), tokens.CAPTION, "t3")
            self._recent.addWidget(caption, 0, Qt.AlignmentFlag.AlignHCenter)
        for path in paths:
            link = button(Path(path).name, "link", "clock", path, partial(self.chosen.emit, path))
            self._recent.addWidget(link, 0, Qt.AlignmentFlag.AlignHCenter)

    def _ask(self) -> None:
        if path := ask_file(self):
            self.chosen.emit(path)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_file(event.mimeData()):
            self._light(True)
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._light(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._light(False)
        if path := dropped_file(event.mimeData()):
            event.acceptProposedAction()
            self.chosen.emit(path)

    def _light(self, on: bool) -> None:
        self._hot = on
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, rect = QPainter(self), QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(tokens.colour("selected" if self._hot else "sunken")))
        colour = QColor(tokens.colour("ring" if self._hot else "outline"))
        painter.setPen(QPen(colour, 2 if self._hot else 1.2, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(rect, tokens.R_CARD, tokens.R_CARD)
