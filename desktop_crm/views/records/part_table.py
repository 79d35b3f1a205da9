"""Rows that belong to a record (bank accounts, installments), edited in the form as a small grid."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QShortcut
from PySide6.QtWidgets import QComboBox, QStyleOptionViewItem, QWidget
from sqlalchemy import inspect

from desktop_crm.i18n import language, mark, translate
from desktop_crm.models.display import display
from desktop_crm.models.entry import EntryError
from desktop_crm.models.fields import Field, Kind, field_of, fields_of
from desktop_crm.models.validation import faults_of_value
from desktop_crm.services.choices import Choices
from desktop_crm.storage.history import plain
from desktop_crm.views.records.declare import PartTable, entity_of
from desktop_crm.views.records.editors import Editor
from desktop_crm.views.records.entries import entry_of
from desktop_crm.views.widgets import paint, tokens
from desktop_crm.views.widgets.delegates import CellState, Index, RowDelegate
from desktop_crm.views.widgets.field import Field as FieldFrame
from desktop_crm.views.widgets.grid import Grid, GridColumn
from desktop_crm.views.widgets.layouts import box, button, row, tool

if TYPE_CHECKING:
    from desktop_crm.views.context import Context

_NUMERIC = (Kind.INTEGER, Kind.QUANTITY, Kind.MONEY, Kind.PERCENT)
_WIDTHS = {Kind.DATE: 120, Kind.MONEY: 150, Kind.PERCENT: 90, Kind.QUANTITY: 110, Kind.INTEGER: 90}
_BAD = Qt.ItemDataRole.UserRole + 7


class PartModel(QAbstractTableModel):
    """Rows as mappings; a cell that cannot be read keeps its text and stands in red."""

    def __init__(self, fields: Sequence[Field], blank: Mapping[str, Any], choices: Choices) -> None:
        super().__init__()
        self.fields, self._blank, self._choices = list(fields), dict(blank), choices
        self.rows: list[dict[str, Any]] = []
        self.bad: dict[tuple[int, str], EntryError] = {}  # by identity of the row
        self.locked = False

    def set_rows(self, rows: Sequence[Mapping[str, Any]]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows, self.bad = [dict(one) for one in rows], {}
        self.endResetModel()

    def add(self) -> int:
        """A blank row at the end; its place."""
        place = len(self.rows)
        self.beginInsertRows(QModelIndex(), place, place)
        self.rows.append(dict(self._blank))
        self.endInsertRows()
        return place

    def remove(self, place: int) -> None:
        """Take a row away."""
        self.beginRemoveRows(QModelIndex(), place, place)
        gone = self.rows.pop(place)
        self.bad = {key: error for key, error in self.bad.items() if key[0] != id(gone)}
        self.endRemoveRows()

    def move(self, place: int, by: int) -> None:
        """Change the order."""
        self.layoutAboutToBeChanged.emit()
        self.rows.insert(place + by, self.rows.pop(place))
        self.layoutChanged.emit()

    def filled(self) -> list[dict[str, Any]]:
        """The rows in which something is entered."""
        keys = [field.key for field in self.fields]
        return [r for r in self.rows if "id" in r or any(r.get(key) != self._blank.get(key) for key in keys)]

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return len(self.fields)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return translate(self.fields[section].label)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        fixed = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return fixed if self.locked else fixed | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line, field = self.rows[index.row()], self.fields[index.column()]
        bad = self.bad.get((id(line), field.key))
        if role == Qt.ItemDataRole.DisplayRole:
            return bad.values["text"] if bad else self._words(field, line.get(field.key))
        if role == Qt.ItemDataRole.EditRole:
            return self._typed(field, line.get(field.key)) if bad is None else bad.values["text"]
        if role == Qt.ItemDataRole.ToolTipRole:
            return bad.text() if bad else None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return paint.RIGHT | paint.MIDDLE if field.kind in _NUMERIC else paint.LEFT | paint.MIDDLE
        return bool(bad) if role == _BAD else line.get(field.key) if role == Qt.ItemDataRole.UserRole else None

    def _words(self, field: Field, value: Any) -> str:
        return display(field, value, self._choices.label, language=language()) if value else ""

    def _typed(self, field: Field, value: Any) -> str:
        return str(value or "") if field.kind == Kind.CHOICE else entry_of(field).show(value)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        line, field = self.rows[index.row()], self.fields[index.column()]
        try:
            line[field.key] = str(value) if field.kind == Kind.CHOICE else entry_of(field).read(str(value))
            self.bad.pop((id(line), field.key), None)
        except EntryError as error:
            self.bad[id(line), field.key] = error
        self.dataChanged.emit(index, index)
        return True


def _paint(painter: QPainter, rect: QRectF, value: Any, index: Index, state: CellState) -> None:
    bad = bool(index.data(_BAD))
    if bad:
        paint.fill(painter, rect, tokens.current().danger_field)
    align = index.data(Qt.ItemDataRole.TextAlignmentRole)
    side = paint.RIGHT if align & Qt.AlignmentFlag.AlignRight else paint.LEFT
    words = str(index.data() or "")
    paint.text(painter, rect.adjusted(8, 0, -8, 0), words, colour="tone:danger" if bad else "text", align=side)


class _Delegate(RowDelegate):
    def __init__(self, model: PartModel, choices: Choices, parent: Grid) -> None:
        super().__init__([_paint] * len(model.fields), True, parent)
        self._model, self._choices = model, choices

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        field = self._model.fields[index.column()]
        if field.kind != Kind.CHOICE:
            return super().createEditor(parent, option, index)
        combo = QComboBox(parent)
        combo.setProperty("look", "cell")
        for choice in self._choices.offered(field.choices):
            combo.addItem(choice.label, choice.code)
        return combo

    def setModelData(self, editor: QWidget, model: Any, index: Index) -> None:
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentData() or "")
        else:
            super().setModelData(editor, model, index)


class _PartGrid(Grid):
    """Delete empties a row's cell; Tab in the last cell makes a new row."""

    def __init__(self, table: PartEditor) -> None:
        super().__init__(tokens.GRID_ROW, cells=True)
        self._table = table

    def keyPressEvent(self, event: QKeyEvent) -> None:
        model, here = self.model(), self.currentIndex()
        last = here.row() == model.rowCount() - 1 and here.column() == model.columnCount() - 1
        if event.key() == Qt.Key.Key_Tab and last and not self._table.locked:
            self._table.add_row()
        elif event.key() == Qt.Key.Key_Delete and here.isValid() and not self._table.locked:
            model.setData(here, "")
        else:
            super().keyPressEvent(event)


class PartEditor(Editor):
    """Its value is the list of rows as the services take it: mappings with `id` where the row is stored."""

    def __init__(self, table: PartTable, context: Context) -> None:
        child = inspect(entity_of(table.part)).relationships[table.part.key].mapper.class_
        fields = [field_of(column) for column in table.columns]
        self.model = PartModel(fields, _blank(child), context.choices)
        self.grid = _PartGrid(self)
        super().__init__(self.grid)
        self.grid.setModel(self.model)
        stretch = next((i for i, f in enumerate(fields) if f.kind in (Kind.TEXT, Kind.LONG_TEXT)), 0)
        columns = [
            GridColumn(
                _paint, _WIDTHS.get(f.kind, 180), paint.RIGHT if f.kind in _NUMERIC else paint.LEFT, i == stretch
            )
            for i, f in enumerate(fields)
        ]
        self.grid.set_columns(columns, _Delegate(self.model, context.choices, self.grid))
        self.grid.setAccessibleName(translate(table.title))
        self._add_tools()
        self.model.dataChanged.connect(self._changed)
        self._kept: list[dict[str, Any]] = []
        self.set_value(())

    def _add_tools(self) -> None:
        self._add = button(mark("PartTable", "Add a row"), "link", "plus", clicked=self.add_row)
        up, down = mark("PartTable", "Move the row up (Alt+Up)"), mark("PartTable", "Move the row down (Alt+Down)")
        self._up = tool("chevron-up", up, 26, clicked=lambda: self.move_row(-1))
        self._down = tool("chevron-down", down, 26, clicked=lambda: self.move_row(1))
        self._remove = tool("trash-2", mark("PartTable", "Remove the row (Ctrl+Delete)"), 26, clicked=self.remove_row)
        self._tools = box(row(self._add, None, self._up, self._down, self._remove, gap=2))
        layout = self.layout()
        assert layout is not None
        layout.addWidget(self._tools)
        here = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for keys, run in (("Alt+Up", lambda: self.move_row(-1)), ("Alt+Down", lambda: self.move_row(1)),
                          ("Ctrl+Del", self.remove_row)):  # fmt: skip
            QShortcut(QKeySequence(keys), self, run, context=here)

    def value(self) -> list[dict[str, Any]]:
        if self.model.bad:
            raise next(iter(self.model.bad.values()))
        rows = self.model.filled()
        for line in rows:
            for field in self.model.fields:
                for fault in faults_of_value(field, line.get(field.key)):
                    raise EntryError(str(line.get(field.key) or ""), fault.message, **dict(fault.values or {}))
        return rows

    def set_value(self, value: Any) -> None:
        self.model.set_rows(value or ())
        self._fit()

    def typed(self) -> Any:
        return [{key: plain(value) for key, value in line.items()} for line in self.model.filled()]

    def set_typed(self, typed: Any) -> None:
        self.model.set_rows([{key: self._unplain(key, value) for key, value in line.items()} for line in typed])
        self._fit()

    def _unplain(self, key: str, value: Any) -> Any:
        kind = next((field.kind for field in self.model.fields if field.key == key), None)
        if kind == Kind.DATE and value:
            return date.fromisoformat(value)
        return Decimal(value) if kind in _NUMERIC and kind != Kind.INTEGER else value

    def set_locked(self, locked: bool) -> None:
        self.locked = self.model.locked = locked
        self._tools.setVisible(not locked)

    def key(self, event: QKeyEvent) -> bool:
        return False

    def add_row(self) -> None:
        """A new row, ready to be typed into."""
        place = self.model.add()
        self._fit()
        self.grid.setFocus()
        self.grid.setCurrentIndex(self.model.index(place, 0))

    def remove_row(self) -> None:
        """Take the current row away."""
        place = self.grid.currentIndex().row()
        if place >= 0 and not self.locked:
            self.model.remove(place)
            self._changed()

    def move_row(self, by: int) -> None:
        """Move the current row up or down."""
        here = self.grid.currentIndex()
        if here.isValid() and not self.locked and 0 <= here.row() + by < self.model.rowCount():
            self.model.move(here.row(), by)
            self.grid.setCurrentIndex(self.model.index(here.row() + by, here.column()))
            self._changed()

    def _changed(self) -> None:
        self._fit()
        self.edited.emit()

    def _fit(self) -> None:
        rows = self.model.rowCount()
        self.grid.setVisible(rows > 0)
        self.grid.setFixedHeight(tokens.TABLE_HEAD_HEIGHT + max(rows, 1) * tokens.GRID_ROW + 2)
        for each in (self._up, self._down, self._remove):
            each.setVisible(rows > 0)


def _blank(child: Any) -> dict[str, Any]:
    """A new row's values."""
    columns = inspect(child).columns
    found = {}
    for key in fields_of(child):
        default = columns[key].default
        found[key] = default.arg if default is not None and not callable(default.arg) else None
    return found


class PartFrame(FieldFrame):
    """A part table without a label: its section is its title."""

    def _arrange(self, above: bool, label_width: int) -> None:
        super()._arrange(True, label_width)
        self._label.hide()
