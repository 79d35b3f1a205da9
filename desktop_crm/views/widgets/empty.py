"""What stands where a list would be: nothing yet, nothing found, an error, or rows still on their way."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop_crm.i18n import translate
from desktop_crm.views.widgets import paint, tokens
from desktop_crm.views.widgets.layouts import col, label, row


class _Picture(QWidget):
    """Three quiet cards in the theme's own colours, the middle one with an icon."""

    def __init__(self, icon: str) -> None:
        super().__init__()
        self._icon = icon
        self.setFixedSize(148, 96)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for x in (8, 60):
            paint.box(painter, QRectF(x, 18, 74, 54), "sunken", "line", 8)
        paint.box(painter, QRectF(28, 6, 82, 66), "surface", "line", 8)
        paint.icon(painter, self._icon, 56, 32, 26, "link")
        paint.box(painter, QRectF(42, 54, 54, 4), "line", radius=2)
        paint.box(painter, QRectF(50, 62, 38, 4), "line_soft", radius=2)


class EmptyState(QWidget):
    """A picture, what this is for (or what failed and what is safe), and the buttons that lead on."""

    def __init__(self, icon: str, title: str, text: str = "", buttons: Sequence[QWidget] = ()) -> None:
        super().__init__()
        head = label(title, tokens.HEADING, strong=True, align=paint.CENTRE, wrap=True)
        words = label(text, tone="t2", wrap=True, align=paint.CENTRE)
        words.setFixedWidth(400)
        head.setFixedWidth(460)
        self.setAccessibleName(f"{translate(title)}. {translate(text)}")
        self.setLayout(
            col(
                None,
                row(None, _Picture(icon), None),
                4,
                row(None, head, None),
                row(None, words, None),
                4,
                row(None, *buttons, None),
                None,
                gap=6,
                margins=(0, 18, 0, 18),
            )
        )


class Skeleton(QWidget):
    """The shape of rows that are still on their way; show it only after 300 ms of waiting."""

    def __init__(self, row_height: int = tokens.ROW) -> None:
        super().__init__()
        self._row_height = row_height
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint.skeleton(QPainter(self), self.rect(), self._row_height)
