"""The head of a table: quiet captions, a sort mark, and a check box over the column of row checks."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QHeaderView

from desktop_crm.views.widgets import paint, tokens
from desktop_crm.views.widgets.fonts import width

Checks = Literal["none", "some", "all"]


class Header(QHeaderView):
    """Painted head. `check_clicked` when the box over `check_section` is pressed.

    Sorting is shown by the ordinary sort indicator of QHeaderView; `sectionClicked` asks for it.
    """

    check_clicked = Signal()

    def __init__(self, padding: int = 10) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._padding = padding
        self._checks: Checks = "none"
        self.check_section = -1
        self.alignments: dict[int, Qt.AlignmentFlag] = {}
        self.setFixedHeight(tokens.TABLE_HEAD_HEIGHT)
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(28)
        self.setDefaultAlignment(paint.LEFT | paint.MIDDLE)

    def set_checks(self, checks: Checks) -> None:
        """Show how many rows are chosen."""
        if checks != self._checks:
            self._checks = checks
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.check_section >= 0 and self.logicalIndexAt(event.position().toPoint()) == self.check_section:
            self.check_clicked.emit()
        else:
            super().mouseReleaseEvent(event)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        painter.save()
        paint.fill(painter, rect, "sunken")
        paint.hline(painter, rect.left(), rect.right() + 1, rect.bottom(), "line")
        if section == self.check_section:
            on = self._checks == "all"
            paint.check(painter, rect.center().x() + 0.5, rect.center().y() + 0.5, on, self._checks == "some")
        else:
            self._paint_caption(painter, QRectF(rect), section)
        painter.restore()

    def _paint_caption(self, painter: QPainter, rect: QRectF, section: int) -> None:
        model = self.model()
        words = str(model.headerData(section, Qt.Orientation.Horizontal) or "") if model else ""
        if not words:
            return
        align = self.alignments.get(section, paint.LEFT)
        room = rect.adjusted(self._padding, 0, -self._padding, 0)
        sorted_by = self.isSortIndicatorShown() and self.sortIndicatorSection() == section
        if sorted_by:
            room = self._paint_sort_mark(painter, room, words, align)
        paint.text(painter, room, words, tokens.CAPTION, "text" if sorted_by else "text2", True, align)
        if self.visualIndex(section) < self.count() - 1:
            paint.fill(painter, QRectF(rect.right(), rect.top() + 9, 1, rect.height() - 18), "line")

    def _paint_sort_mark(self, painter: QPainter, room: QRectF, words: str, align: Qt.AlignmentFlag) -> QRectF:
        up = self.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder
        taken = min(width(words, tokens.CAPTION, True), room.width() - 18)
        right = align == paint.RIGHT
        x = room.right() - taken - 18 if right else room.left() + taken + 5
        paint.icon(painter, "chevron-up" if up else "chevron-down", x, room.center().y(), 13, "link")
        return room if right else room.adjusted(0, 0, -16, 0)
