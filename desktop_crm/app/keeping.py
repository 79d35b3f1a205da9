"""What the running program does to keep a company: copies when they are due, and the way to where it was moved."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer

from desktop_crm.errors import Cancelled, CrmError
from desktop_crm.i18n import mark, translate

if TYPE_CHECKING:
    from desktop_crm.settings import Settings
    from desktop_crm.storage.database import Database
    from desktop_crm.storage.moved import Moved
    from desktop_crm.storage.schedule import Schedule
    from desktop_crm.storage.seal import Seal
    from desktop_crm.views.shell.jobs import Cancel, Jobs
    from desktop_crm.views.shell.main_window import MainWindow

_FIRST = 60_000  # ms after a company was opened
_AGAIN = 30 * 60 * 1000  # ms between two looks whether a copy is due, or can be made now


class CopyKeeper(QObject):
    """Makes the copies of one open company when they are due, for as long as its window lives."""

    def __init__(self, window: MainWindow, jobs: Jobs, settings: Settings, database: Database) -> None:
        super().__init__(window)
        self._window, self._jobs, self._settings, self._database = window, jobs, settings, database
        self._cancel: Cancel | None = None
        self._working = self._told = False
        self._timer = QTimer(self, interval=_AGAIN)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        QTimer.singleShot(_FIRST, self, self.look)

    def look(self) -> None:
        """Make the copy that is due; a failure is said and tried again at the next look."""
        if self._working:
            return
        from desktop_crm.storage.schedule import schedule_of

        self._working = True
        work = partial(_copy, self._database, schedule_of(self._settings, self._database))
        self._cancel = self._jobs.read(
            work,
            done=self._made,
            failed=self._failed,
            finished=self._ended,
            owner=self,
            title=mark("Keeping", "Making a copy of the company"),
        )

    def stop(self) -> None:
        """Make no more copies; the one that is being made is given up."""
        self._timer.stop()
        if self._cancel is not None:
            self._cancel.set()

    def _ended(self) -> None:
        self._working = False

    def _made(self, made: tuple[Path, Seal] | None) -> None:
        self._told = False
        if made is not None and made[1].problems:
            words = mark("Keeping", "A copy was made, but {count} problems were found in the database.")
            self._say(translate(words, count=made[1].problems))

    def _failed(self, error: CrmError) -> None:
        """The same failure is said once, not every half hour; a copy the user stopped waits for the next start."""
        if isinstance(error, Cancelled):
            self._timer.stop()
        elif not self._told:
            self._told = True
            words = mark("Keeping", "The copy that is due could not be made; it is tried again. {reason}")
            self._say(translate(words, reason=error.text()))

    def _say(self, words: str) -> None:
        settings = mark("Keeping", "Settings")
        self._window.messages.show_message(words, "danger", settings, self._open_settings)

    def _open_settings(self) -> None:
        page: Any = self._window.open("settings")
        page.show_section("data")


def _copy(database: Database, schedule: Schedule, progress: Any, cancel: Any) -> tuple[Path, Seal] | None:
    from desktop_crm.storage.schedule import copy_if_due

    return copy_if_due(database, schedule, progress, cancel)


def tell_moved(window: MainWindow, moved: Moved, go: Callable[[str], object]) -> QObject:
    """Say that the company lives elsewhere now, and offer to open it there."""
    from desktop_crm.models.numbers import format_datetime
    from desktop_crm.views.widgets.dialogs import Choice, question

    words = mark(
        "Keeping",
        "It was moved to {address} on {when}. This file is its state of that moment: you can look, not change.",
    )
    choices = (
        Choice("stay", mark("Keeping", "Only look")),
        Choice("go", mark("Keeping", "Open it there"), "primary", "external-link"),
    )
    sheet, buttons = question(
        window,
        mark("Keeping", "This company lives on a server now"),
        translate(words, address=moved.address, when=format_datetime(moved.at)),
        choices,
        "database",
    )
    buttons["stay"].clicked.connect(sheet.reject)
    buttons["go"].clicked.connect(sheet.accept)
    sheet.accepted.connect(lambda: go(moved.address))
    sheet.finished.connect(sheet.deleteLater)
    sheet.open()
    return sheet
