"""Last step: what was done, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from desktop_crm.exchange.importing import ImportResult, State, Undone
from desktop_crm.i18n import language, mark, translate
from desktop_crm.models.numbers import format_number
from desktop_crm.views.imports.counters import NAMES, Counter
from desktop_crm.views.imports.notice import Notice
from desktop_crm.views.imports.plain_model import PlainModel
from desktop_crm.views.widgets import paint, painters, tokens
from desktop_crm.views.widgets.badges import Icon
from desktop_crm.views.widgets.grid import Grid, GridColumn
from desktop_crm.views.widgets.layouts import box, button, col, frame, label, row

_WIDTH = 720
_NOTES = {
    State.NEW: mark("ImportResult", "were added"),
    State.UPDATE: mark("ImportResult", "were changed"),
    State.DUPLICATE: mark("ImportResult", "were skipped"),
    State.INVALID: mark("ImportResult", "were left out"),
}


class ResultPage(QFrame):
    """`list_asked`, `refused_asked`, `undo_asked`, `again_asked`: its four buttons."""

    list_asked = Signal()
    refused_asked = Signal()
    undo_asked = Signal()
    again_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self.icon = Icon("circle-check", 40, "tone:success")
        self.title = label("", tokens.TITLE, strong=True, align=paint.CENTRE)
        self.text = label("", tone="t2", wrap=True, align=paint.CENTRE)
        self.text.setMinimumWidth(_WIDTH)
        self.cards = {state: Counter(*NAMES[state], note, checkable=False) for state, note in _NOTES.items()}
        self.notice = Notice()
        self.counters = box(row(*((card, 1) for card in self.cards.values()), gap=10))
        for each in (self.counters, self.notice):
            each.setFixedWidth(_WIDTH)
        self.setLayout(col(None, row(None, self.icon, None), 4, self.title, row(None, self.text, None), 8,
                           row(None, self.counters, None), 8, row(None, self.notice, None),
                           row(None, self._kept_list(), None), 8, row(None, *self._buttons(), None), None,
                           gap=8, margins=(20, 20, 20, 20)))  # fmt: skip

    def _buttons(self) -> tuple[QWidget, ...]:
        self.open = button(mark("ImportResult", "Open the list"), "primary", "table-2", clicked=self.list_asked.emit)
        self.refused = button(mark("ImportResult", "Save the faulty rows…"), icon="download",
                              clicked=self.refused_asked.emit)  # fmt: skip
        self.undo = button(mark("ImportResult", "Undo this import"), icon="undo-2", clicked=self.undo_asked.emit)
        self.again = button(mark("ImportResult", "Import another file"), icon="upload", clicked=self.again_asked.emit)
        return self.open, self.refused, self.undo, self.again

    def _kept_list(self) -> QFrame:
        self.kept, self.kept_grid = PlainModel(), Grid(tokens.GRID_ROW)
        self.kept_grid.setModel(self.kept)
        self.kept_card = frame("card", col(self.kept_grid, margins=(1, 1, 1, 1)), width=_WIDTH, height=200)
        self.kept_grid.setAccessibleName(translate(mark("ImportResult", "Records left as they are")))
        return self.kept_card

    def show_result(self, result: ImportResult, what: str) -> None:
        """Show what an import did; `what` names the records."""
        numbers = {State.NEW: result.created, State.UPDATE: result.updated,
                   State.DUPLICATE: result.skipped, State.INVALID: result.invalid}  # fmt: skip
        for state, number in numbers.items():
            self.cards[state].set_number(number)
        done = result.created + result.updated
        head = (
            mark("ImportResult", "{count} {what} were imported")
            if done
            else mark("ImportResult", "Nothing was imported")
        )
        self._say(translate(head, count=_n(done), what=what), "circle-check" if done else "info",
                  "success" if done else "neutral")  # fmt: skip
        words = mark("ImportResult", "{count} rows were read. The whole import can be undone.")
        none = mark("ImportResult", "{count} rows were read. Nothing had to be added or changed.")
        self.text.setText(translate(words if done else none, count=_n(result.read)))
        self.counters.show()
        self.refused.setVisible(result.invalid > 0)
        self.undo.setVisible(result.batch is not None)
        self._clear()

    def show_undone(self, undone: Undone, what: str) -> None:
        """Show what undoing did."""
        self._say(translate(mark("ImportResult", "The import was undone")), "undo-2", "info")
        words = mark("ImportResult", "{deleted} new {what} were taken away, {restored} got back what they were before.")
        self.text.setText(translate(words, deleted=_n(undone.deleted), restored=_n(undone.restored), what=what))
        self.counters.hide()
        self.undo.hide()
        self._clear()
        if undone.kept:
            kept = mark("ImportResult", "{count} {what} were left as they are:")
            self.notice.say(translate(kept, count=_n(len(undone.kept)), what=what), "warning")
            self._show_kept(undone)

    def _show_kept(self, undone: Undone) -> None:
        titles = (mark("ImportResult", "Number"), mark("ImportResult", "Name"), mark("ImportResult", "Why"))
        rows = [(each.number, each.title, translate(each.reason)) for each in undone.kept]
        self.kept.show([translate(title) for title in titles], rows)
        widths = ((110, False), (250, True), (260, False))
        self.kept_grid.set_columns([GridColumn(painters.text(), wide, stretch=most) for wide, most in widths])
        self.kept_card.show()

    def _say(self, title: str, icon: str, tone: str) -> None:
        self.title.setText(title)
        self.icon.set_icon(icon, f"tone:{tone}")
        self.open.setFocus(Qt.FocusReason.OtherFocusReason)

    def _clear(self) -> None:
        self.notice.clear()
        self.kept_card.hide()


def _n(number: int) -> str:
    return format_number(number, None, language())
