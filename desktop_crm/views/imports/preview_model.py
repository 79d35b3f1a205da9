"""The rows of a plan as a table: what the file says in each cell, and how the cell fares."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from desktop_crm.exchange.importing import PlannedRow, State
from desktop_crm.exchange.workbook import Table
from desktop_crm.i18n import Message, language, mark, translate
from desktop_crm.models.display import display
from desktop_crm.models.fields import Kind
from desktop_crm.services.choices import Choices
from desktop_crm.views.imports.counters import ALL
from desktop_crm.views.imports.draft import NUMBERS, Draft
from desktop_crm.views.widgets import paint
from desktop_crm.views.widgets.delegates import RAW

FIRST = 2  # the first column of the sheet; before it the row's number and what becomes of it
RESULTS: dict[State, tuple[Message, str]] = {
    State.NEW: (mark("ImportPreview", "New"), "success"),
    State.UPDATE: (mark("ImportPreview", "Updated"), "info"),
    State.DUPLICATE: (mark("ImportPreview", "Duplicate"), "warning"),
    State.INVALID: (mark("ImportPreview", "Faulty"), "danger"),
}
_ICONS = {"danger": "circle-alert", "warning": "triangle-alert", "info": "pencil"}
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class Look:
    """How a cell stands out: its tone, its icon, and why."""

    tone: str
    icon: str
    why: str


class PreviewModel(QAbstractTableModel):
    """`edited(row number, column)` after a cell was typed over; the draft holds the text.

    Nothing is kept for each cell: what is asked is looked up in the plan, so that a hundred thousand rows cost no more
    than ten.
    """

    edited = Signal(int, int)

    def __init__(self, draft: Draft, choices: Choices) -> None:
        super().__init__()
        self.draft, self._choices = draft, choices
        self.titles: Mapping[tuple[str, int], str] = {}
        self.columns: list[int] = []
        self.places: list[int] = []  # rows of the plan that are shown
        self.pending: set[tuple[int, int]] = set()
        self._shown: tuple[Table | None, dict[int, str]] = (None, {})

    def show(self, draft: Draft, filter_: str, titles: Mapping[tuple[str, int], str]) -> None:
        """Show a plan, or the rows of it in one state."""
        plan = draft.plan
        assert plan is not None
        rows = plan.rows
        places = [i for i, row in enumerate(rows) if row.state == filter_] if filter_ != ALL else list(range(len(rows)))
        shown = (draft.table, draft.ordered_mapping())
        self.titles = titles
        self.pending.clear()
        if places == self.places and shown[0] is self._shown[0] and shown[1] == self._shown[1]:
            self._refresh()
            return
        self.beginResetModel()
        self.draft, self._shown, self.columns, self.places = draft, shown, list(shown[1]), places
        self.endResetModel()

    def _refresh(self) -> None:
        if self.places:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.places) - 1, self.columnCount() - 1))

    # -- where things are

    def planned(self, row: int) -> PlannedRow:
        """The plan's row shown in a row."""
        assert self.draft.plan is not None
        return self.draft.plan.rows[self.places[row]]

    def row_of(self, place: int) -> int:
        """Where a row of the plan is shown, -1 for nowhere."""
        row = bisect_left(self.places, place)
        return row if row < len(self.places) and self.places[row] == place else -1

    def section_of(self, column: int | None) -> int:
        """Where a column of the sheet is shown; without one the result's column."""
        return FIRST + self.columns.index(column) if column in self.columns else 1

    # -- what Qt asks

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.places)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else FIRST + len(self.columns)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        plain = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return plain | Qt.ItemFlag.ItemIsEditable if index.column() >= FIRST else plain

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        if section < FIRST:
            return translate((mark("ImportPreview", "Row"), mark("ImportPreview", "Result"))[section])
        field = self.draft.sheet.fields[self.draft.mapping[self.columns[section - FIRST]]]
        return translate(field.label) + (" *" if field.required else "")

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, column = self.planned(index.row()), index.column()
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(self.alignment(column) | paint.MIDDLE)
        if column < FIRST:
            return self._leading(row, column, role)
        at = self.columns[column - FIRST]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self.draft.text(self.draft.table.rows[self.places[index.row()]], at)
        if role == RAW:
            return self.look(row, at)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(index.row(), row, at)
        return None

    def alignment(self, column: int) -> Qt.AlignmentFlag:
        """Row numbers in the middle, amounts at the right."""
        if column < FIRST:
            return paint.LEFT if column else paint.CENTRE
        return paint.RIGHT if self.draft.kind(self.columns[column - FIRST]) in NUMBERS else paint.LEFT

    def _leading(self, row: PlannedRow, column: int, role: int) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return translate(RESULTS[row.state][0]) if column else str(row.number)
        if role == RAW:
            return row.state if column else row.number
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(fault.text() for fault in row.faults)
        return None

    def look(self, row: PlannedRow, column: int) -> Look | None:
        """How a cell stands out, None where it does not."""
        if (row.number, column) in self.pending:
            return None
        fault = self.draft.fault_at(row, column) if row.faults else None
        if fault is not None:
            tone = "warning" if fault.warning else "danger"
            return Look(tone, _ICONS[tone], fault.text())
        key = self.draft.mapping[column]
        if row.old and key in row.old:
            return Look("info", _ICONS["info"], self._replaced(key, row.old[key]))
        return None

    def _replaced(self, key: str, value: Any) -> str:
        field = self.draft.sheet.fields[key]
        if field.kind == Kind.RELATION and value is not None:
            value = (value, self.titles.get((field.target, value), str(value)))
        words = display(field, value, self._choices.label, "VND", language())
        return translate(
            mark("ImportPreview", "Now: {value}"), value=words or translate(mark("ImportPreview", "(empty)"))
        )

    def _tip(self, place: int, row: PlannedRow, column: int) -> str:
        look = self.look(row, column)
        source = self.draft.table.rows[self.places[place]]
        lines = [self.draft.text(source, column)] + ([look.why] if look else [])
        if read := self._read_as(row, self.draft.mapping[column], lines[0]):
            lines.append(translate(mark("ImportPreview", "Read as: {value}"), value=read))
        if (row.number, column) in self.draft.edits:
            original = self.draft.original(source, column)
            lines.append(translate(mark("ImportPreview", "In the file: {value}"), value=original or "–"))
        return "\n".join(filter(None, lines))

    def _read_as(self, row: PlannedRow, key: str, text: str) -> str:
        """The value made of a cell where it is not plain from the text."""
        field = self.draft.sheet.fields[key]
        if key not in row.values or field.kind == Kind.RELATION:
            return ""
        words = display(field, row.values[key], self._choices.label, "VND", language())
        return "" if words == text.strip() else words

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        at = self.columns[index.column() - FIRST]
        source, text = self.draft.table.rows[self.places[index.row()]], str(value).strip()
        if text == self.draft.text(source, at).strip():
            return False
        if text == self.draft.original(source, at).strip():
            self.draft.edits.pop((source.number, at), None)
        else:
            self.draft.edits[source.number, at] = text
        self.pending.add((source.number, at))
        self.dataChanged.emit(index, index)
        self.edited.emit(source.number, at)
        return True
