"""When two people changed the same record: what only one side changed is merged, the rest is chosen field by field."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QWidget

from desktop_crm.i18n import mark, translate
from desktop_crm.views.records.moments import clock
from desktop_crm.views.widgets import tokens
from desktop_crm.views.widgets.badges import Icon
from desktop_crm.views.widgets.controls import Option
from desktop_crm.views.widgets.dialogs import Sheet
from desktop_crm.views.widgets.layouts import box, button, col, label, row, scroll


@dataclass(frozen=True, slots=True)
class Difference:
    """A field both sides changed: its label and both values in words."""

    key: str
    label: str
    mine: str
    theirs: str


def overlapping(mine: Mapping[str, Any], base: Mapping[str, Any], theirs: Mapping[str, Any]) -> list[str]:
    """The keys of my changes whose stored value is neither what I read nor what I want."""
    return [key for key in mine if theirs.get(key) != base.get(key) and theirs.get(key) != mine[key]]


class ConflictDialog(Sheet):
    """Asks for each field which value to keep; `decided(keys taken from the other side)`. Closing keeps the draft."""

    decided = Signal(object)

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        differences: Sequence[Difference],
        who: str,
        when: datetime,
        merged: Sequence[str] = (),
    ) -> None:
        self._groups: dict[str, tuple[Option, Option]] = {}
        self._merged = label(", ".join(merged), tokens.CAPTION, "t2", wrap=True)
        later = button(mark("ConflictDialog", "Later"))
        save = button(mark("ConflictDialog", "Save the merged record"), "primary")
        left = box(
            row(
                self._all(mark("ConflictDialog", "Take all of mine"), mine=True),
                self._all(mark("ConflictDialog", "Take all from the server"), mine=False),
                gap=4,
            )
        )
        super().__init__(
            parent,
            mark("ConflictDialog", "Someone else has just changed this record"),
            self._body(title, differences, who, when, merged),
            (later, save),
            width=760,
            icon="git-merge",
            tone="warning",
            left=left,
        )
        self.safe = later
        later.clicked.connect(self.reject)
        save.clicked.connect(self._save)

    def _all(self, words: str, mine: bool) -> QWidget:
        return button(words, "link", clicked=lambda: self.take_all(mine=mine))

    def _body(
        self, title: str, differences: Sequence[Difference], who: str, when: datetime, merged: Sequence[str]
    ) -> QWidget:
        explain = translate(
            mark("ConflictDialog", "{title}. Choose the value to keep for each field; nothing is lost, the other "
                 "value stays in the history."), title=title)  # fmt: skip
        table = box(self._table(differences, who, when))
        if len(differences) > 7:
            area = scroll(table, bare=True)
            area.setMinimumHeight(7 * 42)
            table = area
        return box(col(label(explain, tone="t2", wrap=True), table, self._merged_line(merged), gap=12))

    def _table(self, differences: Sequence[Difference], who: str, when: datetime) -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(7)
        count = translate(mark("ConflictDialog", "{n} different fields"), n=len(differences))
        heads = (
            (mark("ConflictDialog", "Field"), count),
            (mark("ConflictDialog", "Yours"), translate(mark("ConflictDialog", "not saved"))),
            (mark("ConflictDialog", "On the server"), f"{who}, {clock(when)}"),
        )
        for column, (words, detail) in enumerate(heads):
            grid.addLayout(col(label(words, strong=True), label(detail, tokens.CAPTION, "t2"), gap=1), 0, column)
        for place, one in enumerate(differences, 1):
            self._add_choice(grid, place, one)
        grid.setColumnMinimumWidth(0, 140)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        return grid

    def _add_choice(self, grid: QGridLayout, place: int, one: Difference) -> None:
        mine, theirs = Option(one.mine, False), Option(one.theirs, True)
        mine.setToolTip(one.mine)
        theirs.setToolTip(one.theirs)
        group = QButtonGroup(self._merged)
        group.addButton(mine)
        group.addButton(theirs)
        self._groups[one.key] = (mine, theirs)
        grid.addWidget(label(one.label, tone="t2", wrap=True), place, 0)
        grid.addWidget(mine, place, 1)
        grid.addWidget(theirs, place, 2)

    def _merged_line(self, merged: Sequence[str]) -> QWidget:
        words = mark("ConflictDialog", "{n} other fields were changed by one side only and are merged.")
        show = button(mark("ConflictDialog", "Show"), "link", clicked=self._show_merged)
        line = box(row(Icon("git-merge", 16), label(translate(words, n=len(merged)), 12, "t2"), show, None, gap=6))
        self._merged.hide()
        line.setVisible(bool(merged))
        return box(col(line, self._merged, gap=2))

    def _show_merged(self) -> None:
        self._merged.setVisible(not self._merged.isVisible())
        self.adjustSize()

    def take_all(self, *, mine: bool) -> None:
        """Choose one side for every field."""
        for own, other in self._groups.values():
            (own if mine else other).setChecked(True)

    def choose(self, key: str, *, mine: bool) -> None:
        """Choose one side for one field."""
        self._groups[key][0 if mine else 1].setChecked(True)

    def taken(self) -> set[str]:
        """The keys whose stored value is kept."""
        return {key for key, (_, theirs) in self._groups.items() if theirs.isChecked()}

    def _save(self) -> None:
        taken = self.taken()
        self.accept()
        self.decided.emit(taken)
