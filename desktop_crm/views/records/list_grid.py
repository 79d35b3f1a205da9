"""The grid of a list: a check column that also takes ranges, and rows on their way drawn as quiet bars."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QRectF, Qt
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from desktop_crm.views.records.columns import LOADED
from desktop_crm.views.widgets import paint
from desktop_crm.views.widgets.delegates import CellState, Index, RowDelegate
from desktop_crm.views.widgets.grid import Grid

_Flag = QItemSelectionModel.SelectionFlag


class ListDelegate(RowDelegate):
    """Draws rows that have not arrived as quiet bars, and marks the row of the preview also while none is chosen."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        view: Any = option.widget
        current = view.currentIndex().row() == index.row()
        if current and index.column() == 0 and not (option.state & QStyle.StateFlag.State_Selected):
            paint.fill(painter, QRectF(option.rect.left(), option.rect.top(), 3, option.rect.height() - 1), "ring")

    def paint_content(self, painter: QPainter, rect: QRectF, index: Index, state: CellState) -> None:
        if index.data(LOADED) or index.column() == 0:
            super().paint_content(painter, rect, index, state)
        elif rect.width() > 60:
            share = (0.55, 0.7, 0.45)[(index.row() + index.column()) % 3]
            bar = QRectF(rect.left() + 10, rect.center().y() - 5, (rect.width() - 20) * share, 10)
            paint.box(painter, bar, "selected_idle" if index.column() == 1 else "line_soft", radius=4)


class ListGrid(Grid):
    """Shift and a click on a check chooses all rows from the current one to it."""

    def __init__(self, row_height: int) -> None:
        super().__init__(row_height)
        self.keep_active = True
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.head.setFirstSectionMovable(False)
        self.head.setSortIndicatorShown(True)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if shift and index.isValid() and index.column() == 0 and self.currentIndex().isValid():
            self.choose_range(self.currentIndex().row(), index.row())
        elif event.button() == Qt.MouseButton.RightButton and index.isValid() and self._is_chosen(index.row()):
            event.accept()  # the menu speaks of what is chosen
        else:
            super().mousePressEvent(event)

    def _is_chosen(self, row: int) -> bool:
        return self.all_matching or self.selectionModel().isRowSelected(row)

    def choose_range(self, first: int, last: int) -> None:
        """Add the rows between two rows to the chosen ones."""
        model = self.model()
        top, bottom = min(first, last), max(first, last)
        selection = QItemSelection(model.index(top, 0), model.index(bottom, model.columnCount() - 1))
        self.selectionModel().select(selection, _Flag.Select | _Flag.Rows)
        self.selectionModel().setCurrentIndex(model.index(last, 1), _Flag.NoUpdate)
