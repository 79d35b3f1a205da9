"""A table that is read, not typed into: Enter or a double click opens a row, buttons over it act on the current one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QWidget

from desktop_crm.i18n import Message, translate
from desktop_crm.views.widgets import paint, tokens
from desktop_crm.views.widgets.delegates import Index, Painter
from desktop_crm.views.widgets.empty import EmptyState
from desktop_crm.views.widgets.grid import Grid, GridColumn
from desktop_crm.views.widgets.layouts import col

_Role = Qt.ItemDataRole


@dataclass(frozen=True, slots=True)
class PlainColumn:
    """One column: `words(row)` is shown, `value(row)` is what a painter looks at (the words where there is none)."""

    title: Message
    words: Callable[[Any], str]
    width: int = 140
    stretch: bool = False
    painter: Painter | None = None
    value: Callable[[Any], Any] | None = None
    right: bool = False
    rank: int = 0


class _Model(QAbstractTableModel):
    def __init__(self, columns: Sequence[PlainColumn], quiet: Callable[[Any], bool]) -> None:
        super().__init__()
        self.columns, self.rows, self._quiet = columns, list[Any](), quiet

    def set_rows(self, rows: Sequence[Any]) -> None:
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == _Role.DisplayRole:
            return translate(self.columns[section].title)
        return None

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        row, column = self.rows[index.row()], self.columns[index.column()]
        if role in (_Role.DisplayRole, _Role.ToolTipRole):
            return column.words(row)
        if role == _Role.UserRole:
            return column.value(row) if column.value is not None else column.words(row)
        if role == _Role.ForegroundRole:
            return self._quiet(row)
        return None


def _words(align_right: bool) -> Painter:
    def draw(painter: Any, rect: Any, value: Any, index: Index, state: Any) -> None:
        quiet = bool(index.data(_Role.ForegroundRole))
        side = paint.RIGHT if align_right else paint.LEFT
        shown = str(index.data() or "")
        paint.text(painter, rect.adjusted(10, 0, -10, 0), shown, colour="text3" if quiet else "text", align=side)

    return draw


class PlainTable(QWidget):
    """`opened(row)` and `chosen(row or None)`; rows for which `quiet(row)` holds stand in grey.

    `empty` is (title, text) shown where there are no rows.
    """

    opened = Signal(object)
    chosen = Signal(object)

    def __init__(
        self,
        columns: Sequence[PlainColumn],
        name: str,
        empty: tuple[Message, Message] | None = None,
        quiet: Callable[[Any], bool] = lambda row: False,
        icon: str = "list-checks",
    ) -> None:
        super().__init__()
        self.model = _Model(columns, quiet)
        self.grid = Grid(tokens.RELATED_ROW)
        self.grid.setModel(self.model)
        self.grid.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.grid.set_columns([_shape(column) for column in columns])
        self.grid.setAccessibleName(translate(name))
        self.grid.opened.connect(lambda index: self.opened.emit(self.model.rows[index.row()]))
        self.grid.selectionModel().currentRowChanged.connect(lambda *_: self.chosen.emit(self.current()))
        self._empty = EmptyState(icon, *empty) if empty else QWidget()
        self._empty.hide()
        self.setLayout(col((self.grid, 1), (self._empty, 1), gap=0))

    def rows(self) -> list[Any]:
        """The rows shown."""
        return self.model.rows

    def set_rows(self, rows: Sequence[Any], current: Callable[[Any], bool] | None = None) -> None:
        """Show rows; the one for which `current(row)` holds, else the one at the same place, is current."""
        place = max(self.grid.currentIndex().row(), 0)
        if current is not None:
            place = next((n for n, one in enumerate(rows) if current(one)), place)
        self.model.set_rows(rows)
        self.grid.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        self.grid.go_to(min(place, len(rows) - 1))
        if not rows:
            self.chosen.emit(None)

    def current(self) -> Any:
        """The current row."""
        place = self.grid.currentIndex().row()
        return self.model.rows[place] if 0 <= place < len(self.model.rows) else None


def _shape(column: PlainColumn) -> GridColumn:
    side = paint.RIGHT if column.right else paint.LEFT
    return GridColumn(column.painter or _words(column.right), column.width, side, column.stretch, column.rank)


def tick(painter: Any, rect: Any, value: Any, index: Index, state: Any) -> None:
    """A check mark for yes, nothing for no."""
    if value:
        paint.icon(painter, "check", rect.left() + 10, rect.center().y(), 15, "text2")
