"""The rail of a window whose company is still opening: drawn like the rail, for a third of what a list view costs."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop_crm.views.shell.declarations import Section
from desktop_crm.views.shell.rail_rows import Entry, entries_of, height_of, paint_row
from desktop_crm.views.widgets import paint, tokens


class RailSketch(QWidget):
    """`chosen(key)` when a page is pointed at. Without sections it shows the shape of some."""

    chosen = Signal(str)

    def __init__(self, sections: Sequence[Section]) -> None:
        super().__init__()
        self.slim, self._lit = False, ""
        self._sections, self._folded = sections, frozenset[str]()
        self.set_slim(False)

    def set_slim(self, slim: bool) -> None:
        """Fold to icons, or open."""
        self.slim = slim
        self.setFixedWidth((tokens.RAIL_SLIM_WIDTH if slim else tokens.RAIL_WIDTH) - 1)
        self.update()

    def set_current(self, key: str) -> None:
        """Light a page."""
        self._lit = key
        self.update()

    def set_count(self, key: str, count: int) -> None:
        """Nothing is counted yet."""

    def fold_sections(self, titles: Sequence[str]) -> None:
        """Fold these sections and no others."""
        self._folded = frozenset(titles)
        self.update()

    def folded_sections(self) -> list[str]:
        """Titles (English) of the folded sections."""
        return sorted(self._folded)

    def _rows(self) -> list[tuple[QRectF, Entry]]:
        top, rows = 0, []
        for entry in entries_of(self._sections, self._folded):
            high = height_of(entry, self.slim)
            rows.append((QRectF(0, top, self.width(), high), entry))
            top += high
        return rows

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for rect, entry in self._rows():
            paint_row(painter, rect, entry, self.slim, entry.item is not None and entry.item.key == self._lit)
        for number in range(0 if self._sections else 8):
            wide = 18 if self.slim else 150 - 22 * (number % 3)
            paint.box(painter, QRectF(16, 40 + 28 * number, wide, 10), "selected_idle", radius=4)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            for rect, entry in self._rows():
                if rect.contains(event.position()) and entry.item is not None:
                    self.chosen.emit(entry.item.key)
