"""The grid of a list: a check column that also takes ranges, and rows on their way drawn as quiet bars."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from desktop_crm.views.records.columns import LOADED
from desktop_crm.views.records.list_model import ListModel
from desktop_crm.views.widgets import paint
from desktop_crm.views.widgets.delegates import Index, RowDelegate
from desktop_crm.views.widgets.grid import Grid
from desktop_crm.views.widgets.scrim import Veil

_Flag = QItemSelectionModel.SelectionFlag


class ListDelegate(RowDelegate):
    """Draws rows that have not arrived as quiet bars, and marks the row of the preview also while none is chosen."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if not index.data(LOADED):
            _paint_bar(painter, QRectF(option.rect), index.row(), index.column())
            return
        super().paint(painter, option, index)
        if index.column() == 0:
            self._mark_current(painter, option, index)

    def _mark_current(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view: Any = option.widget
        if view.currentIndex().row() == index.row() and not (option.state & QStyle.StateFlag.State_Selected):
            paint.fill(painter, QRectF(option.rect.left(), option.rect.top(), 3, option.rect.height() - 1), "ring")


def _paint_bar(painter: QPainter, rect: QRectF, row: int, column: int) -> None:
    """A cell on its way; plain rectangles, for many of them are drawn while somebody scrolls fast."""
    paint.hline(painter, rect.left(), rect.right() + 1, rect.bottom() - 1)
    if column and rect.width() > 60:
        share = (0.55, 0.7, 0.45)[(row + column) % 3]
        bar = QRectF(rect.left() + 10, rect.center().y() - 5, (rect.width() - 20) * share, 10)
        paint.fill(painter, bar, "selected_idle" if column == 1 else "line_soft")


class ListGrid(Grid):
    """Shift and a click on a check chooses all rows from the current one to it; Ctrl+End goes to the last row."""

    def __init__(self, row_height: int) -> None:
        super().__init__(row_height)
        self.keep_active = True
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.head.setFirstSectionMovable(False)
        self.head.setSortIndicatorShown(True)
        self._veil: Veil | None = None  # only while it is needed: it hears every event of the rows
        self._to_end = False  # End was pressed before the end was known

    def set_dimmed(self, dimmed: bool) -> None:
        """Show the rows paler: they may be out of date."""
        veil = self._veil
        if dimmed and veil is None:
            self._veil = Veil(self.viewport())
        elif not dimmed and veil is not None:
            self._veil = None
            veil.hide()
            veil.deleteLater()

    def is_dimmed(self) -> bool:
        """Whether they are."""
        return self._veil is not None

    def show_model(self, model: ListModel) -> None:
        """Show a list and own its model, which reads what is in view; a new one begins at its top."""
        self.setModel(model)
        model.setParent(self)
        model.in_view = self.rows_in_view
        self.verticalScrollBar().valueChanged.connect(model.look)
        model.loaded.connect(self._began)
        model.counted.connect(self._counted)

    def rows_in_view(self) -> range:
        """The numbers of the rows that show."""
        top, bottom = self.rowAt(0), self.rowAt(self.viewport().height() - 1)
        model = self.model()
        last = model.rowCount() - 1 if bottom < 0 and model is not None else bottom
        return range(max(top, 0), max(last, top, 0) + 1)

    def _began(self) -> None:
        self._to_end = False
        self.scrollToTop()

    def _counted(self) -> None:
        if self._to_end:
            self.go_to(self._last_row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, modifiers = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        ways = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier)
        if key in (Qt.Key.Key_Home, Qt.Key.Key_End) and modifiers in ways:
            model = self.model()
            self._to_end = key == Qt.Key.Key_End and isinstance(model, ListModel) and not model.is_complete
            self.go_to(0 if key == Qt.Key.Key_Home else self._last_row())
        else:
            self._to_end = False
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._to_end = False
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
