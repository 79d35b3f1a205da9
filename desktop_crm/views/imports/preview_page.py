"""Third step: every row and what becomes of it; cells are typed over, faults are walked through and mended."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QFrame

from desktop_crm.services.choices import Choices
from desktop_crm.views.imports.counters import ALL, Counters
from desktop_crm.views.imports.draft import Draft, Trouble
from desktop_crm.views.imports.faults_panel import FaultsPanel
from desktop_crm.views.imports.notice import Notice
from desktop_crm.views.imports.preview_grid import PreviewGrid
from desktop_crm.views.imports.preview_model import PreviewModel
from desktop_crm.views.imports.work import Planned
from desktop_crm.views.widgets.layouts import box, col, frame, row

_PAUSE = 600  # ms after the last edit


class PreviewPage(QFrame):
    """`plan_asked` a moment after cells were typed over; the plan comes back by `show_plan`."""

    plan_asked = Signal()

    def __init__(self, draft: Draft, choices: Choices) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self._draft = draft
        self._titles: Mapping[tuple[str, int], str] = {}
        self._waiting: tuple[Draft, Planned] | None = None
        self._columns: list[int] = []
        self.notice = Notice()
        self.counters = Counters()
        self.model = PreviewModel(draft, choices)
        self.grid = PreviewGrid(self.model)
        self.faults = FaultsPanel()
        self._timer = QTimer(self, interval=_PAUSE, singleShot=True)
        self._timer.timeout.connect(self.plan_asked)
        notice = box(col(self.notice, margins=(20, 10, 20, 0)))
        self._notice_box = notice
        counters = box(col(self.counters, margins=(20, 12, 20, 10)))
        body = row((self.grid, 1), self.faults, gap=0)
        self.setLayout(col(notice, counters, frame("bar", height=1), (body, 1), gap=0))
        self.say("")
        self._connect()

    def _connect(self) -> None:
        self.model.edited.connect(lambda *_: self._timer.start())
        self.counters.chosen.connect(self._filter)
        self.faults.stepped.connect(self.step)
        self.faults.chosen.connect(self.go)
        self.faults.fixes_asked.connect(self.mend)
        self.grid.closed.connect(self._late, Qt.ConnectionType.QueuedConnection)
        for keys, by in (("F8", 1), ("Shift+F8", -1)):
            shortcut = QShortcut(keys, self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda by=by: self.step(by))

    # -- showing

    def say(self, text: str, tone: str = "danger") -> None:
        """Show a line over the rows, '' for none."""
        self.notice.say(text, tone)
        self._notice_box.setVisible(bool(text))

    def show_plan(self, draft: Draft, planned: Planned) -> None:
        """Show a plan; while a cell is being typed into, it waits."""
        if self._timer.isActive():
            return  # cells were typed over since: a newer plan follows
        if self.grid.editing:
            self._waiting = (draft, planned)
            return
        self._waiting = None
        draft.plan, self._draft, self._titles = planned.plan, draft, planned.titles
        self.counters.show_counts(planned.plan.counts, planned.plan.existing)
        self.faults.show_faults(draft)
        self._show_rows()

    def _late(self) -> None:
        if self._waiting is not None and not self.grid.editing:
            self.show_plan(*self._waiting)

    def _show_rows(self) -> None:
        at = self.grid.currentIndex()
        place = self.model.places[at.row()] if 0 <= at.row() < len(self.model.places) else 0
        row_, section = max(at.row(), 0), max(at.column(), 2)
        self.model.show(self._draft, self.counters.current(), self._titles)
        if self._columns != self.model.columns:
            self._columns = list(self.model.columns)
            self.grid.lay_out()
        if not self.grid.currentIndex().isValid() and self.model.places:
            found = self.model.row_of(place)
            self.grid.go(found if found >= 0 else min(row_, len(self.model.places) - 1), section)

    def _filter(self, name: str) -> None:
        self._show_rows()

    def begin(self) -> None:
        """Show every row from the first on, the keyboard in the grid."""
        self._timer.stop()
        self.counters.set_current(ALL)
        self._columns = []

    # -- faults

    def step(self, by: int) -> None:
        """Go to the next fault after the current cell, around the end."""
        troubles = self.faults.model.troubles
        if not troubles:
            return
        here = self._here()
        keys = [(trouble.place, self.model.section_of(trouble.column)) for trouble in troubles]
        if by > 0:
            at = next((i for i, key in enumerate(keys) if key > here), 0)
        else:
            at = next((i for i in reversed(range(len(keys))) if keys[i] < here), len(keys) - 1)
        self.go(troubles[at])

    def _here(self) -> tuple[int, int]:
        index = self.grid.currentIndex()
        return (self.model.places[index.row()], index.column()) if index.isValid() else (-1, 0)

    def go(self, trouble: Trouble) -> None:
        """Show the cell of a fault, whatever is filtered."""
        if self.model.row_of(trouble.place) < 0:
            self.counters.set_current(ALL)
            self._show_rows()
        self.grid.go(self.model.row_of(trouble.place), self.model.section_of(trouble.column))
        self.grid.setFocus()
        if trouble in self.faults.model.troubles:
            self.faults.set_current(self.faults.model.troubles.index(trouble))

    def mend(self, troubles: Sequence[Trouble]) -> None:
        """Type the proposed texts over the faulty cells."""
        for trouble in troubles:
            if trouble.fix is not None and trouble.column is not None:
                self._draft.edits[trouble.number, trouble.column] = trouble.fix
                self.model.pending.add((trouble.number, trouble.column))
        self.grid.viewport().update()
        self._timer.stop()
        self.plan_asked.emit()

    def edited_since(self) -> bool:
        """Whether cells were typed over since the plan was made."""
        return self._timer.isActive() or bool(self.model.pending)
