"""The line under a list: what is chosen with its sums and actions, and the totals of all that matches."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from PySide6.QtWidgets import QFrame, QMenu, QWidget

from desktop_crm.i18n import language, mark, translate
from desktop_crm.models.numbers import format_money, format_number
from desktop_crm.services.list_pages import Sums
from desktop_crm.views.records.columns import ListColumn
from desktop_crm.views.records.nouns import noun
from desktop_crm.views.widgets import tokens
from desktop_crm.views.widgets.layouts import button, col, label, row

_GAP = 14


class ListFoot(QFrame):
    """Words only; the window reads the sums and says what the menu does."""

    def __init__(self, menu: QMenu) -> None:
        super().__init__()
        self.setProperty("role", "foot")
        self.setFixedHeight(tokens.FOOTER_HEIGHT)
        self._chosen = label("", 12, "link", strong=True)
        self._sums = label("", 12, "t2")
        self.actions_button = button(mark("ListFoot", "Actions"), "link", menu=menu)
        self.actions_button.setFixedHeight(26)
        self._totals = QWidget()
        self._totals_row = row(gap=6)
        self._totals.setLayout(self._totals_row)
        self.setLayout(
            col(
                row(self._chosen, self._sums, self.actions_button, None, self._totals, gap=8, margins=(18, 0, 22, 0)),
                gap=0,
            )
        )
        self.show_chosen(0, None, ())

    def show_chosen(self, number: int, sums: Mapping[str, Decimal] | None, columns: Sequence[ListColumn]) -> None:
        """Show how many records are chosen and what they come to."""
        shown = translate(mark("ListFoot", "{n} chosen"), n=format_number(number, None, language()))
        self._chosen.setText(shown if number else "")
        said = [f"{noun(c.field.label)} {_money(sums[c.key])}" for c in columns if sums and sums.get(c.key)]
        self._sums.setText(" · ".join(said[:1]) if number else "")
        self.actions_button.setVisible(bool(number))

    def show_totals(self, sums: Sums | None, columns: Sequence[ListColumn]) -> None:
        """Show the totals of the whole list; None while they are not known."""
        while (item := self._totals_row.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        if sums is not None and sums.foreign:
            words = translate(mark("ListFoot", "without {n} in other currencies"), n=sums.foreign)
            self._totals_row.addWidget(label(words, 12, "t3"))
        for column in columns:
            if sums is None or column.key in sums.amounts:
                self._add_total(column, "…" if sums is None else _money(sums.amounts[column.key]))

    def _add_total(self, column: ListColumn, amount: str) -> None:
        if self._totals_row.count():
            self._totals_row.addSpacing(_GAP)
        self._totals_row.addWidget(label(_total_of(column), 12, "t2"))
        self._totals_row.addWidget(label(amount, strong=True))


def _total_of(column: ListColumn) -> str:
    """ "Total value"; a column that says "total" itself does not say it twice."""
    what = noun(column.field.label)
    word = translate(mark("ListFoot", "total"))
    if what.startswith(word):
        return translate(column.field.label)
    return translate(mark("ListFoot", "Total {what}"), what=what)


def _money(amount: Decimal) -> str:
    return format_money(amount, "VND", language(), symbol=True)
