"""The table of every list: fixed row height, hovered row, columns that give way when room is short.

It shows a million rows as fast as ten. "Everything that matches" is the flag `all_matching`, never a selection.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from desktop_crm.views.widgets import paint, tokens
from desktop_crm.views.widgets.delegates import Index, Painter, RowDelegate
from desktop_crm.views.widgets.header import Header

_MAX_COPY = 10_000  # rows; the clipboard is no way to export more
_Select = QItemSelectionModel.SelectionFlag


@dataclass(frozen=True, slots=True)
class GridColumn:
    """How one column is drawn. `rank` 0 always stays; the highest rank is the first hidden when room is short."""

    painter: Painter
    width: int = 120
    align: Qt.AlignmentFlag = paint.LEFT
    stretch: bool = False
    rank: int = 0
    check: bool = False


class Grid(QTableView):
    """Signals: `opened(index)` on Enter or double click, `delete_pressed`, `all_matching_changed(on)`.

    Call `setModel`, then `set_columns`. J and K step, Ctrl+C copies; letters do not search (that would load all rows).
    """

    opened = Signal(QModelIndex)
    delete_pressed = Signal()
    all_matching_changed = Signal(bool)

    def __init__(self, row_height: int = tokens.ROW, cells: bool = False) -> None:
        super().__init__()
        self.hover_row, self.keep_active, self.all_matching = -1, False, False
        self._cells = cells
        self._columns: Sequence[GridColumn] = ()
        self._user_hidden: set[int] = set()
        self._set_up(row_height)
        self.head = Header(8 if cells else 10)
        self.setHorizontalHeader(self.head)
        self.head.check_clicked.connect(self._toggle_all)
        self.doubleClicked.connect(self._open)

    def _set_up(self, row_height: int) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(self._cells)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        behaviour, trigger = QAbstractItemView.SelectionBehavior, QAbstractItemView.EditTrigger
        self.setSelectionBehavior(behaviour.SelectItems if self._cells else behaviour.SelectRows)
        editing = trigger.AnyKeyPressed | trigger.DoubleClicked | trigger.EditKeyPressed
        self.setEditTriggers(editing if self._cells else trigger.NoEditTriggers)
        self.verticalHeader().hide()
        self.set_row_height(row_height)

    def set_row_height(self, height: int) -> None:
        """Height of every row; fixed, so that no row is ever measured."""
        side = self.verticalHeader()
        side.setMinimumSectionSize(20)
        side.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        side.setDefaultSectionSize(height)

    def set_columns(self, columns: Sequence[GridColumn], delegate: RowDelegate | None = None) -> None:
        """Say how the model's columns are drawn; a `delegate` of one's own keeps the widths and alignments."""
        self._columns, self._user_hidden = columns, set()
        self._delegate = delegate or RowDelegate([c.painter for c in columns], self._cells, self)
        self.setItemDelegate(self._delegate)
        self.head.alignments = {i: c.align for i, c in enumerate(columns)}
        self.head.check_section = next((i for i, c in enumerate(columns) if c.check), -1)
        self.head.setStretchLastSection(False)
        for i, column in enumerate(columns):
            fixed, mode = column.check, QHeaderView.ResizeMode
            self.head.setSectionResizeMode(
                i, mode.Stretch if column.stretch else mode.Fixed if fixed else mode.Interactive
            )
            self.setColumnWidth(i, column.width)
        self.fit_columns()

    def set_column_shown(self, column: int, shown: bool) -> None:
        """The user's own choice of a column; short room may still hide it."""
        (self._user_hidden.discard if shown else self._user_hidden.add)(column)
        self.fit_columns()

    def column_shown(self, column: int) -> bool:
        """Whether the user wants the column."""
        return column not in self._user_hidden

    def fit_columns(self) -> None:
        """Hide the quietest columns, the last of them first, until the rest fits."""
        wanted = [i for i in range(len(self._columns)) if i not in self._user_hidden]
        need = sum(self._need(i) for i in wanted)
        for i in sorted(wanted, key=lambda i: (-self._columns[i].rank, -i)):
            if need <= self.viewport().width() or not self._columns[i].rank:
                break
            need -= self._need(i)
            wanted.remove(i)
        for i in range(len(self._columns)):
            if self.isColumnHidden(i) == (i in wanted):
                self.setColumnHidden(i, i not in wanted)

    def _need(self, column: int) -> int:
        declared = self._columns[column]
        if declared.stretch or self.isColumnHidden(column):
            return declared.width
        return self.columnWidth(column)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit_columns()

    # -- mouse

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.rowAt(int(event.position().y())))
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(-1)
        super().leaveEvent(event)

    def _hover(self, row: int) -> None:
        if row != self.hover_row:
            self.hover_row = row
            self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        left = event.button() == Qt.MouseButton.LeftButton
        if left and index.isValid() and index.column() == self.head.check_section:
            self._toggle(index)
        else:
            self.set_all_matching(False)
            super().mousePressEvent(event)

    def _toggle(self, index: QModelIndex) -> None:
        """The check of a row adds it to the chosen ones or takes it out, whatever else is chosen."""
        self.set_all_matching(False)
        self.setFocus()
        self.selectionModel().setCurrentIndex(index, _Select.Toggle | _Select.Rows)

    def _open(self, index: QModelIndex) -> None:
        if index.isValid() and not self._cells and index.column() != self.head.check_section:
            self.opened.emit(index)

    # -- everything that matches

    def set_all_matching(self, on: bool) -> None:
        """Choose every row of the list, loaded or not, or let go of them."""
        if on != self.all_matching:
            self.all_matching = on
            self.viewport().update()
            self._show_checks()
            self.all_matching_changed.emit(on)

    def _toggle_all(self) -> None:
        chosen = self.all_matching or self.selectionModel().hasSelection()
        self.clearSelection()
        self.set_all_matching(not chosen)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        if not selected.isEmpty():
            self.set_all_matching(False)
        self.viewport().update()
        self._show_checks()

    def _show_checks(self) -> None:
        some = self.selectionModel() is not None and self.selectionModel().hasSelection()
        self.head.set_checks("all" if self.all_matching else "some" if some else "none")

    def chosen_rows(self) -> list[int]:
        """Numbers of the selected rows in order (not of `all_matching`, which no list could hold)."""
        return sorted({row for each in self._ranges() for row in range(each.top(), each.bottom() + 1)})

    def _ranges(self) -> list[QItemSelectionRange]:
        chosen: QItemSelectionModel | None = self.selectionModel()
        return list(chosen.selection()) if chosen is not None else []  # type: ignore[call-overload]

    # -- keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._cells and self._list_key(event):
            return
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

    def _list_key(self, event: QKeyEvent) -> bool:
        key, plain = event.key(), event.modifiers() == Qt.KeyboardModifier.NoModifier
        if event.matches(QKeySequence.StandardKey.SelectAll):
            self.set_all_matching(True)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            self._open(self.currentIndex().siblingAtColumn(self._first_column()))
        elif key == Qt.Key.Key_Delete and plain:
            self.delete_pressed.emit()
        elif key in (Qt.Key.Key_J, Qt.Key.Key_K) and plain:
            self.step(1 if key == Qt.Key.Key_J else -1)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and plain:
            self.go_to(0 if key == Qt.Key.Key_Home else self._last_row())
        elif key == Qt.Key.Key_Space and plain and self.currentIndex().isValid():
            self._toggle(self.currentIndex())
        else:
            return False
        return True

    def step(self, by: int) -> None:
        """Move the current row down (or up)."""
        self.go_to(min(max(self.currentIndex().row() + by, 0), self._last_row()))

    def go_to(self, row: int) -> None:
        """Make a row current and the only one selected."""
        model = self.model()
        if model is not None and 0 <= row <= self._last_row():
            index = model.index(row, self._first_column())
            self.selectionModel().setCurrentIndex(index, _Select.ClearAndSelect | _Select.Rows)

    def _last_row(self) -> int:
        model = self.model()
        return model.rowCount() - 1 if model is not None else -1

    def _first_column(self) -> int:
        """The first column that is shown and is not the check."""
        shown = (i for i in range(len(self._columns)) if not self._columns[i].check and not self.isColumnHidden(i))
        return next(shown, 0)

    def keyboardSearch(self, search: str) -> None:
        """Letters search nothing: the view would ask for the text of every row."""

    def copy(self) -> None:
        """Put the selected cells on the clipboard as text between tabs."""
        QGuiApplication.clipboard().setText(self.selected_text())

    def selected_text(self) -> str:
        """The shown columns of the selected rows (cells: the selected ones) as lines of tab-separated text."""
        model: QAbstractItemModel | None = self.model()
        if model is None:
            return ""
        columns = [i for i in self._visual_columns() if self._cells is False or self._selected_column(i)]
        rows = self.chosen_rows()[:_MAX_COPY]
        return "\n".join("\t".join(_shown(model.index(r, c)) for c in columns) for r in rows)

    def _visual_columns(self) -> list[int]:
        order = (self.head.logicalIndex(i) for i in range(self.head.count()))
        return [i for i in order if not self.isColumnHidden(i) and i != self.head.check_section]

    def _selected_column(self, column: int) -> bool:
        return any(each.left() <= column <= each.right() for each in self._ranges())

    def paintEvent(self, event: QPaintEvent) -> None:
        paint.fill(QPainter(self.viewport()), event.rect(), "surface")
        super().paintEvent(event)


def _shown(index: Index) -> str:
    return str(index.data(Qt.ItemDataRole.DisplayRole) or "").replace("\t", " ").replace("\n", " ")
