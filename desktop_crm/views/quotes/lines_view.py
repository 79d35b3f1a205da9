"""The grid of a document's lines: everything is done from the keyboard, rows can be dragged by their grip."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QApplication, QMenu, QWidget

from desktop_crm.i18n import mark, translate
from desktop_crm.views.quotes.draft_model import Heading, Line
from desktop_crm.views.quotes.lines_delegate import LinesDelegate, Search, detail_height
from desktop_crm.views.quotes.lines_model import AMOUNT_COLUMN, CELLS, COLUMNS, TITLE_COLUMN, LinesModel
from desktop_crm.views.widgets import paint, tokens
from desktop_crm.views.widgets.grid import Grid, GridColumn
from desktop_crm.views.widgets.icons import icon

_Select = QItemSelectionModel.SelectionFlag
_NAME, _QUANTITY = CELLS.index("name"), CELLS.index("quantity")
_EDITABLE = [number for number, column in enumerate(COLUMNS) if column.editable]


class LinesView(Grid):
    """`pasted(text)` when rows of a spreadsheet are to be put in, `removed(count)` after lines were taken out."""

    pasted = Signal(str)
    removed = Signal(int)

    def __init__(self, model: LinesModel, search: Search) -> None:
        super().__init__(tokens.GRID_ROW, cells=True)
        self.lines = model
        self._drag: tuple[int, ...] = ()
        self._drop_row = self._pressed_row = -1
        self._pressed_y = 0.0
        self._kept: tuple[int, int] = (0, TITLE_COLUMN)
        self.setModel(model)
        self.lines_delegate = LinesDelegate(search, self)
        columns = [GridColumn(_unpainted, c.width, c.align, c.cell == "name", int(c.cell == "unit")) for c in COLUMNS]
        self.set_columns(columns, self.lines_delegate)
        self.head.setSectionsMovable(False)
        self.lines_delegate.left_by.connect(self._left_by)
        model.modelAboutToBeReset.connect(self._remember)
        model.modelReset.connect(self._rebuilt)
        model.dataChanged.connect(self._fit_rows)
        self.setAccessibleName(translate(mark("Lines", "Goods and services")))
        self._rebuilt()

    # -- rows

    def set_row_height(self, height: int) -> None:
        super().set_row_height(height)
        if hasattr(self, "lines_delegate"):
            self.lines_delegate.base_height = height
            self._fit_rows()

    def _remember(self) -> None:
        item = self.lines.item_at(self.currentIndex().row())
        self._kept = (item.key if item is not None else 0, max(self.currentIndex().column(), 0))

    def _rebuilt(self) -> None:
        self.clearSpans()
        for row in range(self.lines.rowCount()):
            if not isinstance(self.lines.item_at(row), Line):
                self.setSpan(row, TITLE_COLUMN, 1, AMOUNT_COLUMN - TITLE_COLUMN)
        self._fit_rows()
        key, column = self._kept
        if key:
            self.go(key, column)

    def _fit_rows(self) -> None:
        """Rows with a specification are higher; nothing is measured."""
        base = self.verticalHeader().defaultSectionSize()
        for row in range(self.lines.rowCount()):
            wanted = base + (detail_height(self.lines.item_at(row)) if self.lines.details else 0)
            if self.rowHeight(row) != wanted:
                self.setRowHeight(row, wanted)

    def go(self, key: int, column: int = TITLE_COLUMN, *, edit: bool = False) -> None:
        """Make a cell of an item current (key 0: the last row), and begin to type into it."""
        row = self.lines.row_of(key)
        if not isinstance(self.lines.item_at(row), Line):
            column = TITLE_COLUMN
        index = self.lines.index(row, column)
        self.setCurrentIndex(index)
        self.scrollTo(index)
        if edit and index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.edit(index)

    def is_row_chosen(self, row: int) -> bool:
        """Whether a row is selected as a whole, or together with others."""
        chosen = self.selectionModel()
        if chosen is None or not chosen.hasSelection():
            return False
        return any(each.top() <= row <= each.bottom() and _is_rows(each) for each in self._ranges())

    def is_typing(self) -> bool:
        """Whether a cell is being typed into."""
        return self.state() == QAbstractItemView.State.EditingState

    def current_key(self) -> int:
        """The key of the current item, 0 on the last row."""
        item = self.lines.item_at(self.currentIndex().row())
        return item.key if item is not None else 0

    def chosen_keys(self) -> list[int]:
        """The keys of the selected items, else of the current one."""
        rows = self.chosen_rows() or [self.currentIndex().row()]
        return [item.key for row in rows if (item := self.lines.item_at(row)) is not None]

    def select_keys(self, keys: list[int]) -> None:
        """Select whole rows; the first one becomes current."""
        if not keys:
            return
        self.go(keys[0], TITLE_COLUMN)
        chosen = QItemSelection()
        for row in (self.lines.row_of(key) for key in keys):
            chosen.select(self.lines.index(row, 0), self.lines.index(row, len(COLUMNS) - 1))
        self.selectionModel().select(chosen, _Select.ClearAndSelect)

    # -- moving about

    def _left_by(self, step: str) -> None:
        self.setFocus()
        {"down": self._down, "next": self._next, "previous": self._previous}[step]()

    def _down(self) -> None:
        at = self.currentIndex()
        row = min(at.row() + 1, self.lines.rowCount() - 1)
        self._to(row, at.column())

    def _to(self, row: int, column: int) -> None:
        if not isinstance(self.lines.item_at(row), Line) or column not in _EDITABLE:
            column = TITLE_COLUMN
        self.setCurrentIndex(self.lines.index(row, column))

    def _next(self) -> None:
        self._step(1)

    def _previous(self) -> None:
        self._step(-1)

    def _step(self, by: int) -> None:
        """The cell to type into after (before) the current one, over the ends of rows."""
        row, column = self.currentIndex().row(), self.currentIndex().column()
        while 0 <= row < self.lines.rowCount():
            cells = self._cells_of(row)
            ahead = [c for c in cells if (c > column if by > 0 else c < column)]
            if ahead:
                self.setCurrentIndex(self.lines.index(row, ahead[0] if by > 0 else ahead[-1]))
                return
            row, column = row + by, -1 if by > 0 else len(COLUMNS)

    def _cells_of(self, row: int) -> list[int]:
        if not isinstance(self.lines.item_at(row), Line):
            return [TITLE_COLUMN]
        return [column for column in _EDITABLE if not self.isColumnHidden(column)]

    # -- keyboard

    def event(self, event: QEvent) -> bool:
        # The window's own shortcuts (Ctrl+Z undoes the last message) give way to the grid's.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._command(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        command = self._command(event)
        if command is not None:
            command()
        elif event.key() == Qt.Key.Key_Tab and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self._tab(1)
        elif event.key() == Qt.Key.Key_Backtab:
            self._tab(-1)
        else:
            super().keyPressEvent(event)

    def _tab(self, by: int) -> None:
        before = self.currentIndex()
        self._step(by)
        if self.currentIndex() == before:
            QWidget.focusNextPrevChild(self, by > 0)  # the view's own would press Tab here again

    def _command(self, event: QKeyEvent) -> Callable[[], object] | None:
        """What a key does in the grid besides moving; changes only where lines may be changed."""
        key, mods = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.matches(QKeySequence.StandardKey.Copy):
            return self.copy
        heading = isinstance(self.lines.item_at(self.currentIndex().row()), Heading)
        if heading and key == Qt.Key.Key_Space and not mods:
            return lambda: self.lines.fold(self.current_key())
        return self._change(event, key, mods) if not self.lines.locked else None

    def _change(self, event: QKeyEvent, key: Qt.Key, mods: Qt.KeyboardModifier) -> Callable[[], object] | None:
        control, alt = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
        if event.matches(QKeySequence.StandardKey.Paste):
            return self.paste
        if mods == control | Qt.KeyboardModifier.ShiftModifier and key == Qt.Key.Key_Z:
            return self.lines.undo.redo
        enters = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if key in enters:
            return {Qt.KeyboardModifier.NoModifier: self._down, control: self.insert_below}.get(mods)
        found: dict[tuple[Qt.KeyboardModifier, Qt.Key], Callable[[], object]] = {
            (control, Qt.Key.Key_G): self.new_group,
            (control, Qt.Key.Key_D): self.duplicate,
            (control, Qt.Key.Key_Z): self.lines.undo.undo,
            (control, Qt.Key.Key_Y): self.lines.undo.redo,
            (alt, Qt.Key.Key_Up): lambda: self.move_lines(-1),
            (alt, Qt.Key.Key_Down): lambda: self.move_lines(1),
            (Qt.KeyboardModifier.NoModifier, Qt.Key.Key_Delete): self.remove,
            (Qt.KeyboardModifier.NoModifier, Qt.Key.Key_Backspace): self.clear_cells,
        }
        return found.get((mods, key))

    # -- commands

    def insert_below(self) -> None:
        """An empty line below the current one, ready to be typed into."""
        self.go(self.lines.add_blank(self.current_key()), TITLE_COLUMN, edit=True)

    def new_group(self) -> None:
        """A heading over the current line and the lines after it in its group."""
        self.go(self.lines.add_heading(self.current_key()), edit=True)

    def duplicate(self) -> None:
        """Copies of the selected lines."""
        self.select_keys(self.lines.duplicate(self.chosen_keys()))

    def move_lines(self, by: int) -> None:
        """The selected lines, or the current group, up or down."""
        keys, column = self.chosen_keys(), self.currentIndex().column()
        if not self.lines.move(keys, by):
            return
        if len(keys) > 1:
            self.select_keys(keys)
        else:
            self.go(keys[0], column)

    def remove(self) -> None:
        """Take the selected lines out."""
        keys, row, column = self.chosen_keys(), self.currentIndex().row(), self.currentIndex().column()
        self._kept = (0, column)
        count = self.lines.remove(keys)
        if count:
            self._to(min(row, self.lines.rowCount() - 1), column)
            self.removed.emit(count)

    def clear_cells(self) -> None:
        """Empty the current cell."""
        if self._line_at(self.currentIndex()) is not None:
            self.model().setData(self.currentIndex(), "", Qt.ItemDataRole.EditRole)

    def _line_at(self, index: QModelIndex) -> Line | None:
        item = self.lines.item_at(index.row())
        return item if isinstance(item, Line) else None

    def paste(self) -> None:
        """Rows from the clipboard become lines; a single cell goes into the current one."""
        text = QGuiApplication.clipboard().text()
        if "\t" not in text and "\n" not in text.strip() and self._line_at(self.currentIndex()) is not None:
            self.model().setData(self.currentIndex(), text, Qt.ItemDataRole.EditRole)
        elif text.strip():
            self.pasted.emit(text)

    def copy(self) -> None:
        """Whole rows with their headings where rows are chosen, else the selected cells, between tabs."""
        QGuiApplication.clipboard().setText(self.selected_text())

    # -- mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        item = self.lines.item_at(index.row()) if index.isValid() else None
        self._pressed_row = -1
        if event.button() == Qt.MouseButton.LeftButton and index.column() == 0 and item is not None:
            if isinstance(item, Heading):
                self.lines.fold(item.key)
                return
            self._press_row(index.row(), event)
            return
        super().mousePressEvent(event)
        if item is None and index.isValid() and index.column() == TITLE_COLUMN:
            self.edit(index)

    def _press_row(self, row: int, event: QMouseEvent) -> None:
        self.setFocus()
        key = self.lines.item_at(row).key  # type: ignore[union-attr]
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            first, last = sorted((self.currentIndex().row(), row))
            rows = [self.lines.item_at(r) for r in range(first, last + 1)]
            self.select_keys([item.key for item in rows if item is not None])
        elif not self.is_row_chosen(row):
            self.select_keys([key])
        self._pressed_row, self._pressed_y = row, event.position().y()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed_row < 0 or self.lines.locked or not event.buttons() & Qt.MouseButton.LeftButton:
            super().mouseMoveEvent(event)
            return
        if abs(event.position().y() - self._pressed_y) >= QApplication.startDragDistance():
            self._drag = tuple(self.chosen_keys())
        if self._drag:
            self._drop_row = self._row_gap(event.position().y())
            self.viewport().update()

    def _row_gap(self, y: float) -> int:
        """The row before which something dropped at `y` goes."""
        row = self.rowAt(int(y))
        last = self.lines.rowCount() - 1
        if row < 0:
            return last if y > 0 else 0
        below = y > self.rowViewportPosition(row) + self.rowHeight(row) / 2
        return min(row + below, last)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        keys, row = self._drag, self._drop_row
        self._drag, self._drop_row, self._pressed_row = (), -1, -1
        if not keys:
            super().mouseReleaseEvent(event)
            return
        before = self.lines.item_at(row)
        if self.lines.move_before(keys, before.key if before is not None else None):
            self.select_keys(list(keys))
        self.viewport().update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if isinstance(self.lines.item_at(index.row()), Heading) and index.column() == 0:
            return
        super().mouseDoubleClickEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.commands_menu()
        menu.exec(event.globalPos())
        menu.deleteLater()

    def commands_menu(self) -> QMenu:
        """What can be done with the current lines, with its keys."""
        menu, free = QMenu(self), not self.lines.locked
        some = bool(self.chosen_keys())
        for name, words, keys, run, on in (
            ("plus", mark("Lines", "Insert a line below"), "Ctrl+Return", self.insert_below, free),
            ("layers", mark("Lines", "New group here"), "Ctrl+G", self.new_group, free),
            ("copy", mark("Lines", "Duplicate"), "Ctrl+D", self.duplicate, free and some),
            ("chevron-up", mark("Lines", "Move up"), "Alt+Up", lambda: self.move_lines(-1), free and some),
            ("chevron-down", mark("Lines", "Move down"), "Alt+Down", lambda: self.move_lines(1), free and some),
            ("trash-2", mark("Lines", "Remove"), "Del", self.remove, free and some),
            ("table-2", mark("Lines", "Paste from Excel"), "Ctrl+V", self.paste, free),
            ("file-text", mark("Lines", "Copy"), "Ctrl+C", self.copy, True),
        ):
            shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
            action = menu.addAction(icon(name), f"{translate(words)}\t{shown}", run)
            action.setEnabled(on)
        return menu

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._drop_row >= 0:
            y = self.rowViewportPosition(self._drop_row)
            painter = QPainter(self.viewport())
            paint.fill(painter, self.viewport().rect().adjusted(0, y - 1, 0, y + 1 - self.viewport().height()), "ring")


def _is_rows(each: Any) -> bool:
    """Whether a selected range is of whole rows or of several rows."""
    return bool(each.bottom() > each.top() or each.right() - each.left() >= len(COLUMNS) - 1)


def _unpainted(*_: Any) -> None:
    """The delegate paints every cell itself."""
