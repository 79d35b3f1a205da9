"""What is chosen in a list: rows by their ids, or everything that matches; kept when the list is read again."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QObject, QTimer, Signal

from desktop_crm.storage.database import UnitOfWork
from desktop_crm.storage.listing import ListRow, ids
from desktop_crm.views.records.list_grid import ListGrid
from desktop_crm.views.records.list_model import ListModel, is_amount

_KEPT = 2000  # rows whose pages are read again with a refresh
_Flag = QItemSelectionModel.SelectionFlag

Ids = Callable[[UnitOfWork], list[int]]


class Selection(QObject):
    """`changed` once after any number of changes in one go."""

    changed = Signal()

    def __init__(self, grid: ListGrid, model: ListModel) -> None:
        super().__init__(grid)
        self._grid, self._model = grid, model
        self._chosen: set[int] = set()
        self._current = 0
        self._timer = QTimer(self, interval=0, singleShot=True)
        self._timer.timeout.connect(self.changed)
        chosen = grid.selectionModel()
        chosen.selectionChanged.connect(lambda *_: self._timer.start())
        chosen.currentChanged.connect(lambda *_: self._timer.start())
        grid.all_matching_changed.connect(lambda _: self._timer.start())
        model.modelReset.connect(lambda: grid.set_all_matching(False))

    @property
    def count(self) -> int:
        """How many records are chosen."""
        return self._model.rowCount() if self._grid.all_matching else len(self._grid.chosen_rows())

    @property
    def everything(self) -> bool:
        """Whether all that matches is chosen."""
        return self._grid.all_matching

    @property
    def current(self) -> ListRow | None:
        """The row the keyboard is on."""
        index = self._grid.currentIndex()
        return self._model.row_at(index.row()) if index.isValid() else None

    def rows(self) -> list[ListRow]:
        """The chosen rows that are here."""
        found = (self._model.row_at(number) for number in self._grid.chosen_rows())
        return [row for row in found if row is not None]

    def ids(self) -> Ids:
        """Work that gives the ids of everything chosen, in the order of the list."""
        query, numbers = self._model.query, self._grid.chosen_rows()
        rows = self.rows()
        assert query is not None
        if self.everything:
            return lambda unit: ids(unit.session, query)
        if len(rows) == len(numbers):
            known = [row.id for row in rows]
            return lambda unit: known

        def chosen(unit: UnitOfWork) -> list[int]:
            every = ids(unit.session, query, numbers[-1] + 1)
            return [every[number] for number in numbers if number < len(every)]

        return chosen

    def sums(self) -> dict[str, Decimal] | None:
        """Sums of the amount columns over the chosen rows, in VND; None where they cannot be told from here."""
        numbers = self._grid.chosen_rows()
        rows = self.rows()
        if self.everything or len(rows) != len(numbers):
            return None
        if any(self._model.currency_of(row) != "VND" for row in rows):
            return None
        keys = [column.key for column in self._model.columns if is_amount(column)]
        return {key: sum((self._model.value(row, key) for row in rows), Decimal(0)) for key in keys}

    def near(self) -> list[int]:
        """Numbers of rows a refresh has to read to keep what is chosen and seen."""
        seen = list(self._grid.rows_in_view())
        current = [self._grid.currentIndex().row()] if self._grid.currentIndex().isValid() else []
        first = [0]  # where a record goes that was changed just now, in many lists
        return seen[:_KEPT] + self._grid.chosen_rows()[:_KEPT] + current + first

    def remember(self) -> None:
        """Keep the chosen ids over a refresh."""
        self._chosen = {row.id for row in self.rows()}
        self._current = self.current.id if self.current is not None else 0

    def restore(self) -> None:
        """Choose the remembered records again where they are now."""
        if self.everything:
            return
        places = {row.id: number for number, row in self._model.rows_here()}
        chosen, selection = self._grid.selectionModel(), QItemSelection()
        last = self._model.columnCount() - 1
        for number in sorted(places[each] for each in self._chosen if each in places):
            selection.select(self._model.index(number, 0), self._model.index(number, last))
        chosen.select(selection, _Flag.ClearAndSelect | _Flag.Rows)
        if self._current in places:
            self._grid.setAutoScroll(False)  # a record may have moved far away, what is in view stays
            chosen.setCurrentIndex(self._model.index(places[self._current], 1), _Flag.NoUpdate)
            self._grid.setAutoScroll(True)
