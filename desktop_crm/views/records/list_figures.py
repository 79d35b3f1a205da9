"""The figures around a list: totals of all that matches, then how many records each view has.

They are read when the list itself has come to rest, one after the other, and never hold up its rows.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer

from desktop_crm.services.list_pages import Sums, count_each, read_sums
from desktop_crm.storage.listing import Query
from desktop_crm.views.context import Context
from desktop_crm.views.records.columns import ListColumn
from desktop_crm.views.records.list_foot import ListFoot
from desktop_crm.views.records.list_model import ListModel, is_amount

_COUNTS_PAUSE = 400  # ms


class Figures(QObject):
    """`views()` gives the query of each view, `tell_counts` takes how many records they have."""

    def __init__(
        self,
        context: Context,
        model: ListModel,
        foot: ListFoot,
        views: Callable[[], Sequence[Query]],
        tell_counts: Callable[[list[int]], object],
    ) -> None:
        super().__init__(model)
        self._context, self._model, self._foot = context, model, foot
        self._views, self._tell_counts = views, tell_counts
        self._reads: list[Any] = []
        self._counts_wanted = False
        self._timer = QTimer(self, interval=_COUNTS_PAUSE, singleShot=True)
        self._timer.timeout.connect(self._want_counts)
        model.loaded.connect(self._wait)
        model.settled.connect(self._read_sums)

    def count_views(self) -> None:
        """Count the records of every view soon."""
        self._timer.start()

    def amounts(self) -> list[ListColumn]:
        """The columns of the list that are summed."""
        return [column for column in self._model.columns if is_amount(column)]

    def stop(self) -> None:
        """Read nothing for a list that is about to go."""
        for wish in self._reads:
            wish.set()
        self._reads.clear()

    def _wait(self) -> None:
        """The rows of another list are here: its totals are not known yet."""
        self.stop()
        self._foot.show_totals(None, self.amounts())

    def _read_sums(self) -> None:
        self.stop()
        columns, query = self.amounts(), self._model.query
        if not columns or query is None:
            self._show_sums(columns, Sums({}))
            return
        work = partial(read_sums, query=query, keys=[column.key for column in columns])
        self._reads.append(self._context.read(work, partial(self._show_sums, columns), owner=self, key="sums"))

    def _show_sums(self, columns: Sequence[ListColumn], sums: Sums) -> None:
        self._foot.show_totals(sums, columns)
        if self._counts_wanted:
            self._read_counts()

    def _want_counts(self) -> None:
        self._counts_wanted = True
        if self._model.is_settled:
            self._read_counts()

    def _read_counts(self) -> None:
        work = partial(count_each, queries=self._views())
        self._reads.append(self._context.read(work, self._counted, owner=self, key="counts"))

    def _counted(self, numbers: list[int]) -> None:
        self._counts_wanted = False
        self._tell_counts(numbers)
