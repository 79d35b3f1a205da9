"""Rows of a list as a view asks for them: pages read behind the window, few kept, none read in `data`.

The first page is shown at once; then come the count and the sort key of every 1000th row, from which any page is one
short read away, so the scroll bar is exact however long the list is.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QTimer, Signal
from PySide6.QtCore import Qt as Q

from desktop_crm.errors import CrmError
from desktop_crm.i18n import language
from desktop_crm.models.display import display
from desktop_crm.models.fields import Kind, fields_of
from desktop_crm.services.list_pages import Snapshot, read_block, read_first, read_snapshot
from desktop_crm.services.reading import custom_value
from desktop_crm.storage.database import UnitOfWork
from desktop_crm.storage.listing import PAGE, ListRow, Query
from desktop_crm.views.context import Context
from desktop_crm.views.records.columns import LOADED, ListColumn
from desktop_crm.views.widgets import paint
from desktop_crm.views.widgets.delegates import RAW

KEPT = 24  # pages
_ROOT = QModelIndex()
Index = QModelIndex | QPersistentModelIndex


class ListModel(QAbstractTableModel):
    """Column 0 is the check; the others are `columns`.

    Signals: `loaded` when the first rows of a new query are there, `counted` when the whole is known, `refreshed`
    when rows were read again (rows may have moved), `failed(error)`.
    """

    loaded = Signal()
    counted = Signal(int)
    refreshed = Signal()
    failed = Signal(object)

    def __init__(self, context: Context, parent: Any = None) -> None:
        super().__init__(parent)
        self._context = context
        self.query: Query | None = None
        self.columns: list[ListColumn] = []
        self._keys: list[str] = []
        self._currency = -1  # place of the row's currency among its values
        self._pages: OrderedDict[int, list[ListRow]] = OrderedDict()
        self._anchors: list[ListRow] = []
        self._count, self._generation, self._complete = 0, 0, False
        self._wanted: set[int] = set()
        self._asked: set[int] = set()
        self._timer = QTimer(self, interval=0, singleShot=True)
        self._timer.timeout.connect(self._ask)

    # -- what is shown

    def show(self, query: Query, columns: Sequence[ListColumn]) -> None:
        """Show another list, or the same with other columns, from its beginning."""
        self.beginResetModel()
        self.query, self.columns = query, list(columns)
        self._keys = [column.key for column in columns]
        self._currency = -1
        if "currency" in fields_of(query.entity):
            self._currency = self._keys.index("currency") if "currency" in self._keys else len(self._keys)
            self._keys += [] if "currency" in self._keys else ["currency"]
        self._forget()
        self._count, self._complete, self._anchors = 0, False, []
        self.endResetModel()
        self._read(partial(read_first, query=query, columns=list(self._keys)), self._first_came, "first")

    def refresh(self, near: Iterable[int] = ()) -> None:
        """Read the rows around the numbers `near` again; what is shown stays until the new ones are there."""
        if self.query is None:
            return
        if not self._complete and not self._pages:
            self.show(self.query, self.columns)
            return
        self._generation += 1
        self._wanted.clear()
        self._asked.clear()
        numbers = {row // PAGE for row in near} or {0}
        work = partial(read_snapshot, query=self.query, columns=list(self._keys), numbers=numbers)
        self._read(work, self._snapshot_came, "first")

    @property
    def is_complete(self) -> bool:
        """Whether the number of rows is known."""
        return self._complete

    def row_at(self, number: int) -> ListRow | None:
        """The row with a number, None while it is on its way."""
        rows = self._pages.get(number // PAGE)
        place = number % PAGE
        return rows[place] if rows is not None and place < len(rows) else None

    def rows_here(self) -> list[tuple[int, ListRow]]:
        """The rows that have arrived, with their numbers."""
        return [(number * PAGE + i, row) for number, rows in self._pages.items() for i, row in enumerate(rows)]

    def row_of(self, record_id: int) -> int:
        """The number of a record's row among those that are here, -1 where it is not."""
        return next((number for number, row in self.rows_here() if row.id == record_id), -1)

    def value(self, row: ListRow, key: str) -> Any:
        """A value of a row by its column's key."""
        return row.values[self._keys.index(key)]

    def currency_of(self, row: ListRow) -> str:
        """The currency of a row's amounts."""
        return str(row.values[self._currency]) if self._currency >= 0 else "VND"

    # -- what Qt asks

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.columns) + 1

    def headerData(self, section: int, orientation: Q.Orientation, role: int = Q.ItemDataRole.DisplayRole) -> Any:
        if orientation != Q.Orientation.Horizontal or role != Q.ItemDataRole.DisplayRole:
            return None
        return self.columns[section - 1].heading if 0 < section <= len(self.columns) else ""

    def data(self, index: Index, role: int = Q.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == Q.ItemDataRole.TextAlignmentRole:
            return int(self._align(index.column()) | paint.MIDDLE)
        if role not in (Q.ItemDataRole.DisplayRole, RAW, LOADED):
            return None
        row = self._row(index.row())
        if role == LOADED:
            return row is not None
        if row is None or index.column() == 0:
            return None
        column, value = self.columns[index.column() - 1], row.values[index.column() - 1]
        if column.key.startswith("custom."):
            value = custom_value(column.field, value)
        if role == RAW:
            return value
        return display(column.field, value, self._context.choices.label, self.currency_of(row), language())

    def _align(self, column: int) -> Q.AlignmentFlag:
        return paint.RIGHT if column and self.columns[column - 1].numeric else paint.LEFT

    def _row(self, number: int) -> ListRow | None:
        found = self._pages.get(number // PAGE)
        if found is None:
            self._want(number // PAGE)
            return None
        self._pages.move_to_end(number // PAGE)
        return found[number % PAGE] if number % PAGE < len(found) else None

    # -- reading

    def _want(self, number: int) -> None:
        """Remember that a page was looked at; pages looked at in one paint are asked for together."""
        if number not in self._asked and self._complete:
            self._wanted.add(number)
            self._timer.start()

    def _ask(self) -> None:
        query, wanted = self.query, sorted(self._wanted)[-4:]
        self._wanted.clear()
        if query is None:
            return
        for number in wanted:
            self._asked.add(number)
            work = partial(read_block, query=query, columns=list(self._keys), known=self._anchors, number=number)
            self._read(work, self._pages_came, f"page {number}", self._asked_failed)

    def _read(
        self,
        work: Callable[[UnitOfWork], Any],
        done: Callable[[Any], None],
        key: str,
        failed: Callable[[CrmError], None] | None = None,
    ) -> None:
        """Read behind the window; an answer to an older question is dropped."""
        asked = self._generation

        def came(answer: Any) -> None:
            if asked == self._generation:
                done(answer)

        def lost(error: CrmError) -> None:
            if asked == self._generation:
                (failed or self.failed.emit)(error)

        self._context.read(work, came, lost, owner=self, key=key)

    def _first_came(self, rows: list[ListRow]) -> None:
        self._pages[0] = rows
        self._complete = len(rows) < PAGE
        self._resize(len(rows))
        self.loaded.emit()
        if self._complete:
            self.counted.emit(len(rows))
            return
        assert self.query is not None
        work = partial(read_snapshot, query=self.query, columns=list(self._keys), numbers=[])
        self._read(work, self._counted, "first")

    def _counted(self, found: Snapshot) -> None:
        self._anchors, self._complete = found.anchors, True
        self._resize(found.count)
        self.counted.emit(found.count)

    def _snapshot_came(self, found: Snapshot) -> None:
        self._pages = OrderedDict(found.pages)
        self._anchors, self._complete = found.anchors, True
        self._resize(found.count)
        if self._count:
            self.dataChanged.emit(self.index(0, 0), self.index(self._count - 1, self.columnCount() - 1))
        self.counted.emit(found.count)
        self.refreshed.emit()

    def _pages_came(self, pages: dict[int, list[ListRow]]) -> None:
        for number, rows in pages.items():
            self._asked.discard(number)
            self._pages[number] = rows
            self._pages.move_to_end(number)
            first, last = number * PAGE, min((number + 1) * PAGE, self._count) - 1
            if first <= last:
                self.dataChanged.emit(self.index(first, 0), self.index(last, self.columnCount() - 1))
        while len(self._pages) > KEPT:
            self._pages.popitem(last=False)

    def _asked_failed(self, error: CrmError) -> None:
        self._asked.clear()
        self.failed.emit(error)

    def _resize(self, total: int) -> None:
        if total > self._count:
            self.beginInsertRows(_ROOT, self._count, total - 1)
            self._count = total
            self.endInsertRows()
        elif total < self._count:
            self.beginRemoveRows(_ROOT, total, self._count - 1)
            self._count = total
            self.endRemoveRows()

    def _forget(self) -> None:
        self._generation += 1
        self._pages.clear()
        self._wanted.clear()
        self._asked.clear()


def is_amount(column: ListColumn) -> bool:
    """Whether a column's values can be summed in the footer."""
    return column.total and column.field.kind == Kind.MONEY
