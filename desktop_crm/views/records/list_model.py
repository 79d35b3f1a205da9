"""Rows of a list as a view asks for them: pages read behind the window, few kept, none read in `data`.

The first page is shown at once. Then come the count and, in a long list, the sort key of every 1000th row, from which
any page is one short read away: one after the other, so that they do not fight for the disk.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QTimer, Signal
from PySide6.QtCore import Qt as Q

from desktop_crm.errors import CrmError
from desktop_crm.models.fields import Kind
from desktop_crm.services.list_pages import STEP
from desktop_crm.services.list_places import Known, read_first, read_pages, read_place
from desktop_crm.storage.database import UnitOfWork
from desktop_crm.storage.listing import PAGE, ListRow, Query, anchors, count
from desktop_crm.views.context import Context
from desktop_crm.views.records.columns import LOADED, ListColumn
from desktop_crm.views.records.list_rows import Arrangement, Rows, arranged, value_of
from desktop_crm.views.widgets import paint
from desktop_crm.views.widgets.delegates import RAW

_MOST_ASKED = 4  # pages at once; more are never in view
_HASTE = 25  # ms between two looks while pages are on their way: who scrolls on does not want each of them
_AHEAD = 80  # ms until a page beside those in view is read: what is in view is drawn first
_ROOT = QModelIndex()
_DISPLAY, _RAW, _ALIGN = int(Q.ItemDataRole.DisplayRole), int(RAW), int(Q.ItemDataRole.TextAlignmentRole)
Index = QModelIndex | QPersistentModelIndex


class ListModel(QAbstractTableModel):
    """Column 0 is the check; the others are `columns`.

    Signals: `loaded` when the first rows of a new query are there, `counted` when its length is known, `settled` when
    nothing more is read for it, `refreshed` when rows were read again (rows may have moved), `failed(error)`.
    """

    loaded = Signal()
    counted = Signal(int)
    settled = Signal()
    refreshed = Signal()
    failed = Signal(object)

    def __init__(self, context: Context, parent: Any = None) -> None:
        super().__init__(parent)
        self._context = context
        self._shown: Arrangement | None = None
        self._next: Arrangement | None = None  # what was asked for while the rows of `_shown` still stand
        self._rows = Rows()
        self._marks: tuple[ListRow, ...] = ()
        self._count, self._generation = 0, 0
        self._complete, self._settled = False, False
        self._reads: dict[str, Any] = {}  # wishes to stop, by key
        self._wanted: set[int] = set()
        self.in_view: Callable[[], range] | None = None
        """The numbers of the rows a view shows; pages out of sight are not read."""
        self._timer = QTimer(self, interval=0, singleShot=True)
        self._timer.timeout.connect(self._ask)
        self._ahead = QTimer(self, interval=_AHEAD, singleShot=True)
        self._ahead.timeout.connect(self._read_ahead)

    # -- what is shown

    @property
    def query(self) -> Query | None:
        """The query whose rows stand here."""
        return self._shown.query if self._shown is not None else None

    @property
    def columns(self) -> tuple[ListColumn, ...]:
        """The columns that stand here."""
        return self._shown.columns if self._shown is not None else ()

    def show(self, query: Query, columns: Sequence[ListColumn]) -> None:
        """Show another list, or the same with other columns, from its beginning, once its first rows are there."""
        self._stop_all()
        wanted = arranged(query, columns)
        if self._shown is None:
            self._take(wanted, [])
        self._next = wanted
        work = partial(read_first, query=query, columns=wanted.keys)
        self._read(work, partial(self._first_came, wanted), "first")

    def refresh(self, near: Iterable[int] = ()) -> None:
        """Read the rows around the numbers `near` again; what is shown stays until the new ones are there."""
        if self._shown is None:
            return
        if self._next is not None:
            self.show(self._next.query, self._next.columns)
            return
        self._stop_all()
        self._read_again({row // PAGE for row in near} or {0}, self._renewed)

    @property
    def is_complete(self) -> bool:
        """Whether the number of rows is known."""
        return self._complete

    @property
    def is_settled(self) -> bool:
        """Whether nothing more is read but pages that come into view."""
        return self._settled

    @property
    def is_waiting(self) -> bool:
        """Whether the rows that were asked for are still on their way."""
        return self._next is not None

    def row_at(self, number: int) -> ListRow | None:
        """The row with a number, None while it is on its way."""
        return self._rows.at(number)

    def rows_here(self) -> list[tuple[int, ListRow]]:
        """The rows that have arrived, with their numbers."""
        return list(self._rows.everything())

    def row_of(self, record_id: int) -> int:
        """The number of a record's row among those that are here, -1 where it is not."""
        return next((number for number, row in self._rows.everything() if row.id == record_id), -1)

    def value(self, row: ListRow, key: str) -> Any:
        """A value of a row by its column's key."""
        assert self._shown is not None
        return row.values[self._shown.keys.index(key)]

    def currency_of(self, row: ListRow) -> str:
        """The currency of a row's amounts."""
        place = self._shown.currency if self._shown is not None else -1
        return str(row.values[place]) if place >= 0 else "VND"

    def labels_changed(self) -> None:
        """Put the words of the cells together anew."""
        self._rows.forget_texts()

    # -- what Qt asks

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.columns) + 1

    def headerData(self, section: int, orientation: Q.Orientation, role: int = _DISPLAY) -> Any:
        if orientation != Q.Orientation.Horizontal or role != _DISPLAY:
            return None
        return self.columns[section - 1].heading if 0 < section <= len(self.columns) else ""

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        if role not in (_DISPLAY, _RAW, LOADED):
            return self._align(index) if role == _ALIGN and index.isValid() else None
        number, column = index.row(), index.column()
        row = self._rows.at(number)
        if row is None:
            self._want(number // PAGE)
            return False if role == LOADED else None
        if role == LOADED:
            self._rows.looked_at(number)
            return True
        if column <= 0 or self._shown is None:
            return None
        if role == _RAW:
            return value_of(row, column - 1, self._shown.columns[column - 1])
        return self._rows.text(number, row, column - 1, self._shown, self._context.choices.label)

    def _align(self, index: Index) -> int:
        column = index.column()
        return int((paint.RIGHT if column and self.columns[column - 1].numeric else paint.LEFT) | paint.MIDDLE)

    # -- pages that come into view

    def look(self) -> None:
        """Other rows have come into view: read what of them is missing, and then what is next to them."""
        if not self._timer.isActive():
            self._timer.start(_HASTE if self._asked() else 0)

    def _want(self, page: int) -> None:
        """Remember that a page was looked at; those looked at in one paint are asked for together."""
        if page not in self._wanted and self._complete and 0 <= page * PAGE < self._count:
            self._wanted.add(page)
            self.look()

    def _asked(self) -> list[str]:
        return [key for key in self._reads if key.startswith("page ")]

    def _ask(self) -> None:
        """Read the pages in view that are missing; stop reading those that went out of view."""
        seen = self._pages_in_view()
        self._wanted.clear()
        if self._shown is None or self._next is not None or not self._complete or not seen:
            return
        missing = [page for page in seen if page not in self._rows.pages]
        self._stop_others(missing or self._beside(seen))
        for page in missing[:_MOST_ASKED]:
            self._read_page(page)
        if not missing and not self._ahead.isActive():
            self._ahead.start()

    def _read_ahead(self) -> None:
        """Read the page after those in view, or the one before, where nothing else is on its way."""
        if self._settled and self._next is None and not self._reads:
            for page in self._beside(self._pages_in_view())[:1]:
                self._read_page(page)

    def _stop_others(self, useful: Iterable[int]) -> None:
        kept = {f"page {page}" for page in useful}
        for key in self._asked():
            if key not in kept:
                self._stop(key)

    def _pages_in_view(self) -> list[int]:
        if self.in_view is None:
            return sorted(self._wanted)
        rows = self.in_view()
        last = min(rows.stop, self._count) - 1
        return list(range(rows.start // PAGE, last // PAGE + 1)) if last >= rows.start else []

    def _beside(self, seen: list[int]) -> list[int]:
        """The pages after and before those in view that are missing; none without a view."""
        if self.in_view is None or not seen:
            return []
        pages = (seen[-1] + 1, seen[0] - 1)
        return [page for page in pages if 0 <= page * PAGE < self._count and page not in self._rows.pages]

    def _read_page(self, page: int) -> None:
        assert self._shown is not None
        place = Known(self._count, self._marks, self._rows.pages).place_of(page)
        if (
            place is not None and f"page {page}" not in self._reads
        ):  # else the anchors are on their way, and it is asked for again when they are here
            work = partial(read_place, query=self._shown.query, columns=self._shown.keys, place=place)
            self._read(work, partial(self._page_came, page), f"page {page}")

    def _page_came(self, page: int, rows: list[ListRow]) -> None:
        self._rows.put(page, rows)
        if (
            self.in_view is None or page in self._pages_in_view()
        ):  # a view draws itself anew at each change, seen or not
            self._tell_changed(page * PAGE, min((page + 1) * PAGE, self._count) - 1)
        self.look()

    def _tell_changed(self, first: int, last: int) -> None:
        if first <= last:
            self.dataChanged.emit(self.index(first, 0), self.index(last, self.columnCount() - 1))

    # -- reading

    def _read(self, work: Callable[[UnitOfWork], Any], done: Callable[[Any], None], key: str) -> None:
        """Read behind the window; an answer to an older question is dropped."""
        asked = self._generation

        def came(answer: Any) -> None:
            if asked == self._generation:
                self._reads.pop(key, None)
                done(answer)

        def lost(error: CrmError) -> None:
            if asked == self._generation:
                self._lost(key, error)

        self._reads[key] = None  # an answer may be here before the next line ends
        wish = self._context.read(work, came, lost, owner=self, key=key)
        if key in self._reads and asked == self._generation:
            self._reads[key] = wish

    def _lost(self, key: str, error: CrmError) -> None:
        self._reads.pop(key, None)
        if key == "first":
            self._next = None
        self.failed.emit(error)

    def _stop(self, key: str) -> None:
        wish = self._reads.pop(key)
        if wish is not None:
            wish.set()

    def _stop_all(self) -> None:
        """Whatever is on its way answers a question that nobody asks any more."""
        self._generation += 1
        self._wanted.clear()
        for key in list(self._reads):
            self._stop(key)
        self._settled = False

    # -- a new list

    def _take(self, shown: Arrangement, rows: list[ListRow]) -> None:
        """Put other rows in the place of all that are here, in one go."""
        self.beginResetModel()
        self._shown = shown
        self._rows.replace([(0, rows)] if rows else [])
        self._marks, self._count, self._complete = (), len(rows), False
        self.endResetModel()

    def _first_came(self, wanted: Arrangement, found: tuple[Query, list[ListRow]]) -> None:
        self._next, (query, rows) = None, found
        self._take(replace(wanted, query=query), rows)
        asked = self._generation
        self.loaded.emit()
        if asked == self._generation:  # nobody asked for something else meanwhile
            self._read_on(len(rows) if len(rows) < PAGE else None)

    def _read_on(self, known: int | None) -> None:
        """First the count, unless it is known, then the anchors."""
        if known is not None:
            self._counted(known)
        else:
            query = self.query
            self._read(lambda unit: count(unit.session, query), self._counted, "count")  # type: ignore[arg-type]

    def _counted(self, total: int) -> None:
        self._complete = True
        self._resize(total)
        asked = self._generation
        self.counted.emit(total)
        if asked != self._generation:
            return
        if total <= STEP:
            self._anchored([])
            return
        query = self.query
        self._read(lambda unit: anchors(unit.session, query, STEP), self._anchored, "anchors")  # type: ignore[arg-type]
        self.look()

    def _anchored(self, marks: list[ListRow]) -> None:
        moved, self._marks = bool(self._marks) and self._marks != tuple(marks), tuple(marks)
        self._settled = True
        if moved:  # pages here were read from places that are others now
            self._read_again(self._pages_in_view() or list(self._rows.pages), self._replaced)
        asked = self._generation
        self.settled.emit()
        if asked == self._generation:
            self.look()

    def _resize(self, total: int) -> None:
        if total > self._count:
            self.beginInsertRows(_ROOT, self._count, total - 1)
            self._count = total
            self.endInsertRows()
        elif total < self._count:
            self.beginRemoveRows(_ROOT, total, self._count - 1)
            self._count = total
            self.endRemoveRows()

    # -- the same list again

    def _read_again(self, pages: Iterable[int], done: Callable[[dict[int, list[ListRow]]], None]) -> None:
        """Not from the end: how far that is from the start is what may have changed."""
        assert self._shown is not None
        known = Known(0, self._marks)
        work = partial(read_pages, query=self._shown.query, columns=self._shown.keys, known=known, numbers=list(pages))
        self._read(work, done, "again")

    def _renewed(self, pages: dict[int, list[ListRow]]) -> None:
        asked, first = self._generation, pages.get(0)
        total = (
            len(first) if first is not None and len(first) < PAGE else None
        )  # other pages may not be where they were
        self._replaced(pages, total)
        if asked == self._generation:
            self._read_on(total)

    def _replaced(self, pages: dict[int, list[ListRow]], total: int | None = None) -> None:
        self._rows.replace(pages.items())
        here = max((page * PAGE + len(rows) for page, rows in pages.items()), default=0)
        self._resize(max(here, self._count) if total is None else total)
        self._tell_changed(0, self._count - 1)
        self.refreshed.emit()


def is_amount(column: ListColumn) -> bool:
    """Whether a column's values can be summed in the footer."""
    return column.total and column.field.kind == Kind.MONEY
