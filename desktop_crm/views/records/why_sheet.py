"""Who can see a record, and why: everybody with every reason, and the one in front in full."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop_crm.i18n import language, mark, translate
from desktop_crm.models.numbers import format_number
from desktop_crm.models.text import fold
from desktop_crm.services.reading import RecordView
from desktop_crm.services.why import Seer, explain, who_sees
from desktop_crm.storage.database import UnitOfWork
from desktop_crm.views.widgets import painters
from desktop_crm.views.widgets.controls import SearchField
from desktop_crm.views.widgets.dialogs import Sheet
from desktop_crm.views.widgets.layouts import box, button, col, label, row
from desktop_crm.views.widgets.plain_table import PlainColumn, PlainTable

if TYPE_CHECKING:
    from desktop_crm.views.context import Context


def _reasons(seer: Seer) -> str:
    return "; ".join(seer.reasons)


def _may(seer: Seer) -> str:
    if seer.may_delete:
        return translate(mark("Why", "read, change, delete"))
    return translate(mark("Why", "read, change") if seer.may_change else mark("Why", "read"))


def _tone(seer: Seer) -> str:
    return "success" if seer.may_delete else "info" if seer.may_change else "neutral"


_COLUMNS = (
    PlainColumn(mark("Why", "Who"), lambda seer: seer.name, 170, painter=painters.person),
    PlainColumn(mark("Why", "May"), _may, 136, painter=painters.badge(_tone, dot=False), value=lambda seer: seer),
    PlainColumn(mark("Why", "Because"), _reasons, 300, True),
)


class WhySheet(Sheet):
    """Everybody who can see the record, found by name; below, all that is true of whoever is current."""

    def __init__(self, parent: QWidget, context: Context, view: RecordView) -> None:
        self._context, self._view = context, view
        self._seers: Sequence[Seer] = ()
        self.search = SearchField(mark("Why", "Find a person"), 220)
        self.search.searched.connect(lambda _: self._filter())
        self._count = label("", tone="t2")
        empty = (mark("Why", "Nobody"), mark("Why", "Nobody of this name can see the record."))
        self.table = PlainTable(_COLUMNS, mark("Why", "Who can see this?"), empty, icon="users")
        self.table.setFixedHeight(268)
        self.table.chosen.connect(self._explain)
        self._lines = label("", tone="t2", wrap=True, selectable=True)
        self._lines.setMinimumHeight(118)
        mine = button(mark("Why", "Why do I see this?"), "link", clicked=self.show_me)
        close = button(mark("Why", "Close"), "primary")
        body = box(col(row(self.search, None, self._count), self.table, self._lines, gap=8))
        title = translate(mark("Why", "Who can see “{title}”?"), title=view.title)
        super().__init__(parent, title, body, (close,), 760, "circle-help", left=mine)
        close.clicked.connect(self.accept)
        self.finished.connect(self.deleteLater)
        self.safe = self.search
        context.read(partial(_who, view), self._show, owner=self, key="who")

    def _show(self, seers: Sequence[Seer]) -> None:
        self._seers = seers
        words = mark("Why", "{n} people can see it")
        self._count.setText(translate(words, n=format_number(len(seers), language=language())))
        self._filter()

    def _filter(self) -> None:
        wanted = fold(self.search.text()).split()
        found = [one for one in self._seers if all(word in fold(one.name) for word in wanted)]
        self.table.set_rows(found)
        self._explain(self.table.current())

    def _explain(self, seer: Seer | None) -> None:
        if seer is None:
            self._lines.setText("")
            return
        self._context.read(partial(_explain, self._view, seer.user_id), self._told, owner=self, key="why")

    def show_me(self) -> None:
        """Say why the user sees the record."""
        self.search.show_text("")
        self._filter()
        place = next((n for n, one in enumerate(self.table.rows()) if one.user_id == self._context.actor.id), -1)
        if place >= 0:
            self.table.grid.go_to(place)

    def _told(self, lines: Sequence[str]) -> None:
        self._lines.setText("\n".join(lines))
        self.fit()


def _who(view: RecordView, unit: UnitOfWork) -> list[Seer]:
    return who_sees(unit, view.entity, view.id)


def _explain(view: RecordView, user_id: int, unit: UnitOfWork) -> list[str]:
    return explain(unit, user_id, view.entity, view.id)
