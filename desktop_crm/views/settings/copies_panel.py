"""The copies there are: when they were made, whether they are good, and what can be done with each."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from desktop_crm.i18n import language, mark, translate
from desktop_crm.models.numbers import format_datetime, format_number
from desktop_crm.storage.backup import look_into
from desktop_crm.storage.copies import Copy, copies, stem_of
from desktop_crm.storage.schedule import EVERY, Schedule, choose_schedule, schedule_of
from desktop_crm.views.settings.schedule_sheet import ScheduleSheet
from desktop_crm.views.widgets.dialogs import inform
from desktop_crm.views.widgets.layouts import button, col, label, row
from desktop_crm.views.widgets.painters import badge
from desktop_crm.views.widgets.plain_table import PlainColumn, PlainTable

if TYPE_CHECKING:
    from desktop_crm.settings import Settings
    from desktop_crm.views.context import Context

_STATES = {
    "good": mark("Copies", "Checked"),
    "problems": mark("Copies", "Has problems"),
    "unknown": mark("Copies", "Not checked"),
}
_TONES = {"good": "success", "problems": "warning", "unknown": "neutral"}
_SHOWN = 20


def _state(copy: Copy) -> str:
    if copy.seal is None or not copy.seal.verified_at:
        return "unknown"
    return "problems" if copy.seal.problems else "good"


def size(count: int) -> str:
    """A number of bytes as people say it."""
    unit, divisor = ("MB", 10**6) if count < 10**9 else ("GB", 10**9)
    return f"{format_number(max(Decimal(count) / divisor, Decimal('0.1')), 1, language())} {unit}"


def _rows(copy: Copy) -> str:
    return format_number(copy.seal.rows, 0, language()) if copy.seal else "–"


_COLUMNS = (
    PlainColumn(mark("Copies", "Made"), lambda copy: format_datetime(copy.made), 140),
    PlainColumn(mark("Copies", "File"), lambda copy: copy.path.name, 220, True),
    PlainColumn(mark("Copies", "Size"), lambda copy: size(copy.size), 90, right=True),
    PlainColumn(mark("Copies", "Rows"), _rows, 90, right=True, rank=1),
    PlainColumn(mark("Copies", "State"), lambda copy: translate(_STATES[_state(copy)]), 150,
                painter=badge(_TONES), value=_state),
)  # fmt: skip


class CopiesPanel(QWidget):
    """A table of copies, how often new ones are made, and buttons for the current one. `restore_asked(path)`."""

    restore_asked = Signal(object)

    def __init__(self, context: Context, settings: Settings) -> None:
        super().__init__()
        self.context, self.settings = context, settings
        empty = (
            mark("Copies", "There is no copy yet"),
            mark("Copies", "Copies that are made every day or week, or into the same folder, stand here."),
        )
        self.table = PlainTable(_COLUMNS, mark("Copies", "Copies"), empty, lambda _: False, "database")
        self.table.chosen.connect(self._show_buttons)
        self.words = label(tone="t2", wrap=True)
        change = button(mark("Copies", "Schedule…"), icon="calendar-clock", clicked=self.change_schedule)
        self.of_one = (
            button(mark("Copies", "Check again"), icon="circle-check", clicked=self.check_again),
            button(mark("Copies", "Show in folder"), icon="external-link", clicked=self.show_in_folder),
            button(mark("Copies", "Restore…"), icon="undo-2", clicked=self._ask_restore),
        )
        self.setLayout(col(row((self.words, 1), change, *self.of_one), (self.table, 1), gap=6))
        self._show_buttons(None)

    def load(self) -> None:
        """Read the folder."""
        schedule = schedule_of(self.settings, self.context.database)
        self.words.setText(schedule_words(schedule))
        work = partial(copies, schedule.folder, stem_of(self.context.database))
        self.context.jobs.read(work, done=self._show, owner=self, key="copies")

    def _show(self, found: Sequence[Copy]) -> None:
        self.table.set_rows(found)
        self._show_buttons(self.table.current())

    def _show_buttons(self, copy: Copy | None) -> None:
        for each in self.of_one:
            each.setVisible(copy is not None)

    # -- how often

    def change_schedule(self) -> ScheduleSheet:
        """Ask how often copies are made, where, and how many stay."""
        sheet = ScheduleSheet(self, schedule_of(self.settings, self.context.database))
        sheet.chosen.connect(self._choose)
        sheet.finished.connect(sheet.deleteLater)
        sheet.open()
        return sheet

    def _choose(self, schedule: Schedule) -> None:
        choose_schedule(self.settings, self.context.database, schedule)
        self.load()

    # -- the current copy

    def _ask_restore(self) -> None:
        self.restore_asked.emit(self.table.current().path)

    def show_in_folder(self) -> None:
        """Open the folder of the current copy."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.table.current().path.parent)))

    def check_again(self) -> None:
        """Read the current copy to its end, compare it with what was written, and look for damage."""
        path = self.table.current().path
        self.context.jobs.read(
            partial(_look, path), done=partial(self._checked, path), owner=self, title=mark("Copies", "Checking a copy")
        )

    def _checked(self, path: Path, found: Sequence[str]) -> None:
        if not found:
            words = translate(mark("Copies", "{name} is whole: every row is as it was written."), name=path.name)
            self.context.messages.show_message(words)
            return
        title = translate(mark("Settings", "{n} problems were found"), n=len(found))
        inform(self, title, "\n".join(found[:_SHOWN]), "triangle-alert", "danger")


def schedule_words(schedule: Schedule) -> str:
    """How often copies are made, in a line."""
    if schedule.every == "off":
        return translate(mark("Copies", "No copies are made by themselves."))
    words = mark("Copies", "{every} while the program runs, into {folder}; the newest {keep} stay.")
    return translate(words, every=translate(EVERY[schedule.every]), folder=schedule.folder, keep=schedule.keep)


def _look(path: Path, progress: Any, cancel: Any) -> list[str]:
    return [finding.text() for finding in look_into(path, progress, cancel)]
