"""The program's mark and name, as windows without a top bar show them."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_crm.i18n import mark
from desktop_crm.views.widgets import paint, tokens
from desktop_crm.views.widgets.layouts import label, row


class Mark(QWidget):
    """The blue square with the handshake."""

    def __init__(self, size: int = 40) -> None:
        super().__init__()
        self.setFixedSize(size, size)

    def sizeHint(self) -> QSize:
        return self.size()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, rect = QPainter(self), QRectF(self.rect())
        paint.box(painter, rect, "accent", radius=rect.width() / 4)
        size = rect.width() * 0.6
        paint.icon(painter, "handshake", (rect.width() - size) / 2, rect.center().y(), size, "on_accent")


def brand() -> QHBoxLayout:
    """Mark and name side by side."""
    return row(Mark(), label(mark("MainWindow", "Desktop CRM"), tokens.TITLE, strong=True), None, gap=12)
