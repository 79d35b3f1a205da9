"""Who signed in, went, or was turned away: one's own, and everybody's for an administrator."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop_crm.i18n import Message, mark, translate
from desktop_crm.models.numbers import format_datetime
from desktop_crm.services.sign_in import came_and_went
from desktop_crm.storage.database import UnitOfWork
from desktop_crm.views.widgets import tokens
from desktop_crm.views.widgets.layouts import button, col, frame, label, row
from desktop_crm.views.widgets.painters import badge
from desktop_crm.views.widgets.plain_table import PlainColumn, PlainTable

if TYPE_CHECKING:
    from desktop_crm.views.context import Context

OUTCOMES: dict[str, tuple[Message, str]] = {
    "in": (mark("SignIns", "Signed in"), "success"),
    "out": (mark("SignIns", "Logged out"), "neutral"),
    "refused": (mark("SignIns", "Wrong password"), "warning"),
    "locked": (mark("SignIns", "Locked out"), "danger"),
}


@dataclass(frozen=True, slots=True)
class SignInRow:
    """One line."""

    at: datetime
    name: str
    outcome: str
    machine: str


def _rows(unit: UnitOfWork) -> list[SignInRow]:
    return [SignInRow(row.at, row.name, row.outcome, row.machine) for row in came_and_went(unit)]


def _outcome(row: SignInRow) -> str:
    return translate(OUTCOMES[row.outcome][0]) if row.outcome in OUTCOMES else row.outcome


_COLUMNS = (
    PlainColumn(mark("SignIns", "When"), lambda row: format_datetime(row.at), 160),
    PlainColumn(mark("SignIns", "Sign-in name"), lambda row: row.name, 180, True),
    PlainColumn(mark("SignIns", "What happened"), _outcome, 170,
                painter=badge({key: tone for key, (_, tone) in OUTCOMES.items()}), value=lambda row: row.outcome),
    PlainColumn(mark("SignIns", "Computer"), lambda row: row.machine, 200),
)  # fmt: skip


class SignInHistory(QWidget):
    """The latest first."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        title = mark("SignIns", "Sign-in history")
        self.setWindowTitle(translate(title))
        empty = (mark("SignIns", "Nobody has signed in yet"), mark("SignIns", "Sign-ins with a password stand here."))
        self.table = PlainTable(_COLUMNS, title, empty, icon="clock")
        head = row(label(title, tokens.TITLE, strong=True), None,
                   button(mark("SignIns", "Read again"), icon="refresh-cw", clicked=self.load))  # fmt: skip
        self.setLayout(col(frame("page", col(head, (self.table, 1), gap=12, margins=(20, 16, 20, 14))), gap=0))
        self.load()

    def load(self) -> None:
        """Read them."""
        self.context.read(_rows, self._show, owner=self, key="load")

    def _show(self, rows: Sequence[SignInRow]) -> None:
        self.table.set_rows(rows)
