"""A table whose rows are edited in place: typed, chosen, ticked, dragged by their grip, added and taken away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QPainter, QShortcut
from PySide6.QtWidgets import QComboBox, QStyleOptionViewItem, QWidget

from desktop_crm.i18n import Message, mark, translate
from desktop_crm.models.fields import Field, Kind
from desktop_crm.views.settings.row_model import FAULT, Row, RowColumn, RowModel
from desktop_crm.views.widgets import paint, tokens
from desktop_crm.views.widgets.badges import Icon
from desktop_crm.views.widgets.delegates import CellState, Index, RowDelegate
from desktop_crm.views.widgets.grid import Grid, GridColumn
from desktop_crm.views.widgets.layouts import box, button, col, label, row, tool

GRIP = RowColumn(Field(mark("Rows", "Move"), Kind.TEXT, key="", editable=False), 28)
"""The column rows are dragged by."""


def _cell(painter: QPainter, rect: QRectF, value: Any, index: Index, state: CellState) -> None:
    column, fault = _column(index), index.data(FAULT)
    if fault:
        paint.fill(painter, rect, "danger_field")
        paint.icon(painter, "circle-alert", rect.right() - 20, rect.center().y(), 14, "tone:danger")
    room = rect.adjusted(0, 0, -18 if fault else 0, 0)
    if column is GRIP:
        paint.icon(painter, "grip-vertical", rect.left() + 7, rect.center().y(), 14, "text2" if state.hover else "line")
    elif column.painter is not None:
        column.painter(painter, room, value, index, state)
    elif column.field.kind == Kind.BOOLEAN:
        paint.check(painter, rect.center().x(), rect.center().y(), bool(value))
    else:
        quiet = not index.flags() & Qt.ItemFlag.ItemIsEditable
        colour = "tone:danger" if fault else "text2" if quiet else "text"
        side = paint.RIGHT if column.numeric else paint.LEFT
        paint.text(painter, room.adjusted(8, 0, -8, 0), str(index.data() or ""), colour=colour, align=side)


def _column(index: Index) -> RowColumn:
    model: Any = index.model()
    found: RowColumn = model.columns[index.column()]
    return found


class _Delegate(RowDelegate):
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        column = _column(index)
        if column.options is None:
            return super().createEditor(parent, option, index)
        combo = QComboBox(parent, editable=column.free)
        combo.setProperty("look", "cell")
        for value, words in column.options():
            combo.addItem(words, value)
        combo.activated.connect(lambda: self._take(combo))
        return combo

    def _take(self, combo: QComboBox) -> None:
        self.commitData.emit(combo)
        self.closeEditor.emit(combo)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if not isinstance(editor, QComboBox):
            super().setEditorData(editor, index)
            return
        editor.setCurrentIndex(editor.findData(index.data(Qt.ItemDataRole.UserRole)))
        if editor.isEditable():
            editor.setEditText(str(index.data() or ""))

    def setModelData(self, editor: QWidget, model: Any, index: Index) -> None:
        if not isinstance(editor, QComboBox):
            super().setModelData(editor, model, index)
        elif editor.isEditable() and editor.currentText() != editor.itemText(editor.currentIndex()):
            model.setData(index, editor.currentText())
        elif editor.currentIndex() >= 0:
            model.setData(index, editor.currentData())


class RowGrid(Grid):
    """Delete empties a cell, Space ticks, Tab behind the last cell asks for a new row, the grip moves rows."""

    row_asked = Signal()
    moved = Signal()
    removed = Signal()
    pasted = Signal()

    def __init__(self, model: RowModel) -> None:
        super().__init__(tokens.GRID_ROW, cells=True)
        self._rows, self._dragged = model, -1
        self.setModel(model)
        self.set_columns(
            [_shape(column) for column in model.columns], _Delegate([_cell] * len(model.columns), True, self)
        )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and _column(index) is GRIP:
            self._dragged = index.row()
            self.setCurrentIndex(index.siblingAtColumn(1))
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            return
        super().mousePressEvent(event)
        if index.isValid() and _column(index).field.kind == Kind.BOOLEAN:
            self.toggle(index)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        target = self.rowAt(int(event.position().y()))
        if self._dragged >= 0 and target >= 0:
            self._rows.move(self._dragged, target)
            self._dragged = target
        elif self._dragged < 0:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._dragged < 0:
            super().mouseReleaseEvent(event)
            return
        self._dragged = -1
        self.viewport().unsetCursor()
        self.moved.emit()

    def toggle(self, index: Index) -> None:
        """Tick a cell or take the tick away, where that may be changed."""
        column = _column(index)
        if not column.locked(self._rows.rows[index.row()]):
            self._rows.setData(index, not index.data(Qt.ItemDataRole.UserRole))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        here, key = self.currentIndex(), event.key()
        last = here.row() == self._rows.rowCount() - 1 and here.column() == self._rows.columnCount() - 1
        if event.matches(QKeySequence.StandardKey.Paste):
            self.pasted.emit()
        elif key == Qt.Key.Key_Tab and last:
            self.row_asked.emit()
        elif key == Qt.Key.Key_Space and here.isValid() and _column(here).field.kind == Kind.BOOLEAN:
            self.toggle(here)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.state() != Grid.State.EditingState:
            self.edit(here)
        elif key == Qt.Key.Key_Delete and here.isValid() and here.flags() & Qt.ItemFlag.ItemIsEditable:
            self._rows.setData(here, "")
        else:
            super().keyPressEvent(event)


def _shape(column: RowColumn) -> GridColumn:
    return GridColumn(_cell, column.width, paint.RIGHT if column.numeric else paint.LEFT, column.stretch, column.rank,
                      check=column is GRIP)  # fmt: skip


class RowTable(QWidget):
    """A `RowGrid` with its tools and, under it, what is wrong in it. `changed()` whenever a row is touched.

    `may_remove(row)` is asked before a row is taken away; None as `add` offers no new rows.
    """

    changed = Signal()

    def __init__(
        self,
        columns: Sequence[RowColumn],
        blank: Callable[[], Row],
        name: str,
        add: Message | None = None,
        *,
        keyed: bool = True,
        fitted: bool = False,
        sortable: bool = True,
        tools: Sequence[QWidget] = (),
    ) -> None:
        super().__init__()
        self.model = RowModel([GRIP, *columns] if sortable else columns, blank, keyed)
        self.grid = RowGrid(self.model)
        self.grid.head.check_section = -1
        self.grid.setAccessibleName(translate(name))
        self._fitted, self._may_add, self._sortable = fitted, add is not None, sortable
        self._note = label("", tokens.CAPTION, "danger", wrap=True)
        self._fault = box(row(Icon("circle-alert", 14, "tone:danger"), (self._note, 1), gap=5, margins=(8, 2, 8, 2)))
        self.remover: Callable[[int], object] = self.take_away
        self.setLayout(col((self.grid, 1), self._fault, self._make_tools(add, tools), gap=2))
        self.model.dataChanged.connect(self._touched)
        self.grid.row_asked.connect(self.add_row)
        self.grid.moved.connect(self._touched)
        self._add_shortcuts()
        self._touched()

    def _make_tools(self, add: Message | None, tools: Sequence[QWidget]) -> QWidget:
        self.adder = button(add or "", "link", "plus", clicked=self.add_row)
        self.adder.setVisible(add is not None)
        up = tool("chevron-up", mark("Rows", "Move the row up (Alt+Up)"), 26, clicked=lambda: self.shift(-1))
        down = tool("chevron-down", mark("Rows", "Move the row down (Alt+Down)"), 26, clicked=lambda: self.shift(1))
        self._remove = tool("trash-2", mark("Rows", "Remove the row (Ctrl+Delete)"), 26, clicked=self.remove_row)
        for each in (up, down):
            each.setVisible(self._sortable)
        self._remove.setVisible(self._may_add)
        self._tools = box(row(self.adder, *tools, None, up, down, self._remove, gap=2))
        return self._tools

    def _add_shortcuts(self) -> None:
        here = Qt.ShortcutContext.WidgetWithChildrenShortcut
        pairs: list[tuple[str, Callable[[], object]]] = [("Ctrl+Del", self.remove_row)]
        if self._sortable:
            pairs += [("Alt+Up", lambda: self.shift(-1)), ("Alt+Down", lambda: self.shift(1))]
        for keys, run in pairs:
            QShortcut(QKeySequence(keys), self, lambda run=run: run(), context=here)

    def set_rows(self, rows: Sequence[Any]) -> None:
        """Show rows as they are stored."""
        self.model.set_rows(rows)
        self._touched()

    def add_row(self) -> None:
        """A new row, ready to be typed into."""
        if not self._may_add:
            return
        place = self.model.add()
        self._touched()
        self.grid.setFocus()
        first = self.model.index(place, int(self._sortable))
        self.grid.setCurrentIndex(first)
        self.grid.scrollTo(first)
        self.grid.edit(first)

    def remove_row(self) -> None:
        """Take the current row away, if that may be."""
        place = self.grid.currentIndex().row()
        if place >= 0 and self._may_add:
            self.remover(place)

    def take_away(self, place: int) -> None:
        """Take a row away without asking."""
        self.model.remove(place)
        self._touched()

    def shift(self, by: int) -> None:
        """Move the current row up or down."""
        here = self.grid.currentIndex()
        if here.isValid() and 0 <= here.row() + by < self.model.rowCount():
            self.model.move(here.row(), here.row() + by)
            self._touched()

    def focus_fault(self) -> bool:
        """Go to the first cell at fault; False when there is none."""
        index = self.model.first_fault()
        if index.isValid():
            self.grid.setFocus()
            self.grid.setCurrentIndex(index)
        return index.isValid()

    def _touched(self) -> None:
        texts = self.model.fault_texts()
        self._note.setText(" ".join(texts[:3]))
        if self._fault.isHidden() == bool(texts):
            self._fault.setVisible(bool(texts))
            QTimer.singleShot(0, self, lambda: self.grid.scrollTo(self.grid.currentIndex()))  # it took room
        if self._fitted:
            rows = max(self.model.rowCount(), 1)
            self.grid.setFixedHeight(tokens.TABLE_HEAD_HEIGHT + rows * tokens.GRID_ROW + 2)
            self.grid.setVisible(self.model.rowCount() > 0)
        self.changed.emit()
