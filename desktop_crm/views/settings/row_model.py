"""Rows that are edited in place: what was read, what is entered, what is wrong in which cell."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt

from desktop_crm.errors import Fault
from desktop_crm.i18n import mark, translate
from desktop_crm.models.entry import EntryError
from desktop_crm.models.fields import Field, Kind
from desktop_crm.models.validation import faults_of_value
from desktop_crm.views.records.entries import entry_of
from desktop_crm.views.widgets import paint
from desktop_crm.views.widgets.delegates import Index, Painter

Row = dict[str, Any]
Options = Callable[[], Sequence[tuple[Any, str]]]
NUMERIC = (Kind.INTEGER, Kind.QUANTITY, Kind.MONEY, Kind.PERCENT)
FAULT = Qt.ItemDataRole.UserRole + 7
_Role = Qt.ItemDataRole


def never(row: Mapping[str, Any]) -> bool:
    """No row."""
    return False


@dataclass(frozen=True, slots=True)
class RowColumn:
    """One column: `options` are (value, words) to choose from, `free` lets other words be typed as well.

    The highest `rank` is the first hidden when room is short. `locked(row)` says where the cell may not be changed,
    `follow(row)` changes what depends on it.
    """

    field: Field
    width: int = 120
    stretch: bool = False
    options: Options | None = None
    free: bool = False
    rank: int = 0
    painter: Painter | None = None
    locked: Callable[[Mapping[str, Any]], bool] = never
    follow: Callable[[Row], None] | None = None

    @property
    def numeric(self) -> bool:
        """Whether its values stand at the right."""
        return self.field.kind in NUMERIC and self.options is None

    def words(self, value: Any) -> str:
        """A value as the cell shows it."""
        if self.options is not None:
            return next((words for key, words in self.options() if key == value), str(value or ""))
        return "" if self.field.kind == Kind.BOOLEAN else entry_of(self.field).show(value)

    def read(self, typed: Any) -> Any:
        """The value of what was typed or chosen; EntryError where it is none."""
        if self.field.kind == Kind.BOOLEAN or (self.options is not None and not self.free):
            return typed
        return entry_of(self.field).read(str(typed))


class RowModel(QAbstractTableModel):
    """Rows as mappings; those that are stored have an `id` where `keyed`. `blank` makes a new one."""

    def __init__(self, columns: Sequence[RowColumn], blank: Callable[[], Row], keyed: bool = True) -> None:
        super().__init__()
        self.columns, self._blank, self._keyed = list(columns), blank, keyed
        self.rows: list[Row] = []
        self.base: list[Row] = []
        self._stored: dict[int, Row] = {}
        self._faults: dict[tuple[int, str], tuple[Any, str]] = {}  # by identity of the row: what was typed, why not

    # -- rows

    def set_rows(self, rows: Iterable[Mapping[str, Any]]) -> None:
        """Show rows as they are stored."""
        self.beginResetModel()
        self.rows = [dict(one) for one in rows]
        self.base = [dict(one) for one in self.rows]
        self._stored = {one["id"]: one for one in self.base} if self._keyed else {}
        self._faults = {}
        self.endResetModel()

    def add(self, values: Mapping[str, Any] | None = None, place: int | None = None) -> int:
        """A new row, at the end unless a place is given; its place."""
        at = len(self.rows) if place is None else place
        self.beginInsertRows(QModelIndex(), at, at)
        self.rows.insert(at, {**self._blank(), **(values or {})})
        self.endInsertRows()
        return at

    def remove(self, place: int) -> None:
        """Take a row away."""
        self.beginRemoveRows(QModelIndex(), place, place)
        gone = self.rows.pop(place)
        self._faults = {key: why for key, why in self._faults.items() if key[0] != id(gone)}
        self.endRemoveRows()

    def move(self, place: int, target: int) -> None:
        """Put a row elsewhere."""
        if place != target and self.beginMoveRows(
            QModelIndex(), place, place, QModelIndex(), target + (target > place)
        ):
            self.rows.insert(target, self.rows.pop(place))
            self.endMoveRows()

    def filled(self) -> list[Row]:
        """The rows in which something is entered."""
        blank = self._blank()
        return [row for row in self.rows if row.get("id") is not None or row != blank]

    def unsaved(self) -> int:
        """How many rows are new, changed, or gone; another order counts as one."""
        rows = self.filled()
        changed = sum(map(self.is_changed, rows))
        kept = sum(row.get("id") is not None for row in rows) if self._keyed else len(rows)
        gone = max(len(self.base) - kept, 0)
        return changed + gone or int(rows != self.base)

    def is_changed(self, row: Row) -> bool:
        """Whether a row is new or differs from what is stored."""
        return row != self.stored_form(row) if self._keyed else row not in self.base

    def gone(self) -> list[Row]:
        """The stored rows that were taken away."""
        kept = {row["id"] for row in self.rows}
        return [row for row in self.base if row["id"] not in kept]

    def stored_form(self, row: Row) -> Row | None:
        """A row as it was read, None for a new one."""
        return self._stored.get(row["id"]) if row.get("id") is not None else None

    # -- faults

    def faults(self) -> int:
        """How many cells are at fault."""
        return len(self._faults)

    def check(self) -> bool:
        """Look at every cell of the changed rows; whether nothing blocks."""
        unread = {key: why for key, why in self._faults.items() if why[0] is not None}
        self._faults = unread
        for row in filter(self.is_changed, self.filled()):
            for column in self.columns:
                self._check_cell(row, column)
        self._repaint()
        return not self._faults

    def _check_cell(self, row: Row, column: RowColumn) -> None:
        key = id(row), column.field.key
        for fault in faults_of_value(column.field, row.get(column.field.key)):
            if not fault.warning and key not in self._faults:
                self._faults[key] = (None, fault.text())

    def show_faults(self, faults: Iterable[Fault], part: str) -> list[Fault]:
        """Show faults named `part.<place>.<key>`; the others come back."""
        rows, others = self.filled(), []
        keys = {column.field.key for column in self.columns}
        for fault in faults:
            head, _, rest = fault.field.partition(".")
            place, _, key = rest.partition(".")
            if head == part and place.isdigit() and key in keys and int(place) < len(rows):
                self._faults[id(rows[int(place)]), key] = (None, fault.text())
            else:
                others.append(fault)
        self._repaint()
        return others

    def set_fault(self, row: Row, key: str, text: str) -> None:
        """Show a fault of one cell, or with '' take it away."""
        self._faults.pop((id(row), key), None)
        if text:
            self._faults[id(row), key] = (None, text)
        self._repaint()

    def fault_of(self, place: int, key: str) -> str:
        """What is wrong with a cell."""
        return self._faults.get((id(self.rows[place]), key), (None, ""))[1]

    def first_fault(self) -> QModelIndex:
        """The first cell at fault."""
        for place, row in enumerate(self.rows):
            for at, column in enumerate(self.columns):
                if (id(row), column.field.key) in self._faults:
                    return self.index(place, at)
        return QModelIndex()

    def fault_texts(self) -> list[str]:
        """What is wrong, each text once."""
        return list(dict.fromkeys(text for _, text in self._faults.values()))

    def _repaint(self) -> None:
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, len(self.columns) - 1))

    # -- as Qt sees it

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == _Role.DisplayRole:
            field = self.columns[section].field
            return translate(field.label) if field.key else ""
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        fixed = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        column = self.columns[index.column()]
        if column.locked(self.rows[index.row()]) or column.field.kind == Kind.BOOLEAN or not column.field.editable:
            return fixed
        return fixed | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        row, column = self.rows[index.row()], self.columns[index.column()]
        typed, why = self._faults.get((id(row), column.field.key), (None, ""))
        value = row.get(column.field.key)
        if role in (_Role.DisplayRole, _Role.EditRole):
            return typed if typed is not None else column.words(value)
        if role == _Role.TextAlignmentRole:
            return (paint.RIGHT if column.numeric else paint.LEFT) | paint.MIDDLE
        if role == _Role.AccessibleTextRole:
            return _spoken(column, value, column.words(value), why)
        found = {_Role.UserRole: value, _Role.ToolTipRole: why or None, FAULT: why}
        return found.get(_Role(role)) if role in found else None

    def setData(self, index: Index, value: Any, role: int = _Role.EditRole) -> bool:
        row, column = self.rows[index.row()], self.columns[index.column()]
        key = id(row), column.field.key
        typed, _ = self._faults.get(key, (None, ""))
        try:
            read = column.read(value)
            if typed is None and read == row.get(column.field.key):
                return True  # an editor was left as it was: what is wrong with the cell still is
            self._faults.pop(key, None)
            row[column.field.key] = read
            if column.follow is not None:
                column.follow(row)
        except EntryError as error:
            self._faults[key] = (str(value), error.text())
        self.dataChanged.emit(self.index(index.row(), 0), self.index(index.row(), len(self.columns) - 1))
        return True


def _spoken(column: RowColumn, value: Any, words: str, why: str) -> str:
    if column.field.kind == Kind.BOOLEAN:
        words = translate(mark("Rows", "yes") if value else mark("Rows", "no"))
    return f"{translate(column.field.label)}: {words}{'. ' + why if why else ''}"
