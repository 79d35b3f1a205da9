"""Who reports to whom, as a tree drawn line by line: Enter or a double click opens a person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from desktop_crm.i18n import mark, translate
from desktop_crm.services.directory import PersonView
from desktop_crm.views.widgets import paint, painters
from desktop_crm.views.widgets.delegates import CellState, Index
from desktop_crm.views.widgets.layouts import col
from desktop_crm.views.widgets.plain_table import PlainColumn, PlainTable

_STEP = 26  # logical px a level is moved in


@dataclass(frozen=True, slots=True)
class Line:
    """A person, how deep they stand, and for each level above whether its branch goes on further down."""

    person: PersonView
    depth: int
    last: bool
    going_on: tuple[bool, ...]
    below: int


def tree_lines(people: Sequence[PersonView]) -> list[Line]:
    """Active people under those they report to, heads first; whoever reports to nobody active is a head."""
    active = {one.id: one for one in people if one.active}
    below: dict[int | None, list[PersonView]] = {}
    for one in active.values():
        manager = one.values["manager_id"]
        below.setdefault(manager if manager in active else None, []).append(one)
    found: list[Line] = []
    heads = sorted(below.get(None, ()), key=lambda one: one.id not in below)
    for place, head in enumerate(heads):
        _add(found, head, below, (), place == len(heads) - 1)
    shown = {line.person.id for line in found}
    found += [Line(one, 0, True, (), 0) for one in active.values() if one.id not in shown]  # reporting in a circle
    return found


def _add(found: list[Line], person: PersonView, below: Any, going_on: tuple[bool, ...], last: bool) -> None:
    mine = below.get(person.id, [])
    found.append(Line(person, len(going_on), last, going_on, len(mine)))
    for place, one in enumerate(mine):
        _add(found, one, below, (*going_on, not last), place == len(mine) - 1)


def _paint_branch(painter: QPainter, rect: QRectF, line: Any, index: Index, state: CellState) -> None:
    left, middle = rect.left() + 10, rect.center().y()
    for level, goes_on in enumerate(line.going_on[1:], 1):
        if goes_on:
            paint.fill(painter, QRectF(left + level * _STEP - _STEP + 12, rect.top(), 1, rect.height()), "line")
    if line.depth:
        x = left + (line.depth - 1) * _STEP + 12
        down = rect.height() / 2 if line.last else rect.height()
        paint.fill(painter, QRectF(x, rect.top(), 1, down), "line")
        paint.fill(painter, QRectF(x, middle, 10, 1), "line")
    room = rect.adjusted(line.depth * _STEP, 0, 0, 0)
    painters.person(painter, room, line.person.values["full_name"], index, state)


def _below(line: Line) -> str:
    return translate(mark("Settings", "{n} below"), n=line.below) if line.below else ""


_COLUMNS = (
    PlainColumn(
        mark("User", "Full name"), lambda line: line.person.values["full_name"], 300, True, _paint_branch, lambda x: x
    ),
    PlainColumn(mark("User", "Job title"), lambda line: line.person.values["job_title"], 190, rank=1),
    PlainColumn(
        mark("User", "Role"),
        lambda line: line.person.role,
        170,
        painter=painters.badge(lambda line: "violet" if line.person.administers else "info", dot=False),
        value=lambda line: line,
    ),
    PlainColumn(mark("User", "Team"), lambda line: line.person.team, 160),
    PlainColumn(mark("Settings", "Directly below"), _below, 130),
)


class OrgTree(QWidget):
    """`opened(user id)`."""

    opened = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.table = PlainTable(_COLUMNS, mark("Settings", "Who reports to whom"))
        self.table.opened.connect(lambda line: self.opened.emit(line.person.id))
        self.setLayout(col(self.table, gap=0))

    def show_people(self, people: Sequence[PersonView]) -> None:
        """Show the tree of these people."""
        self.table.set_rows(tree_lines(people))
