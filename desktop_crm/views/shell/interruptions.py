"""What a user is told while the server cannot be reached: one bar, calm, until it can be again."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from shiboken6 import isValid

from desktop_crm.errors import CrmError
from desktop_crm.i18n import mark, translate
from desktop_crm.services.clock import how_far_off
from desktop_crm.views.shell.password import PasswordSheet

if TYPE_CHECKING:
    from desktop_crm.views.context import Context
    from desktop_crm.views.shell.main_window import MainWindow
    from desktop_crm.views.widgets.message_bar import MessageBar

FAR_OFF = timedelta(minutes=5)


class Interruptions(QObject):
    """Speaks for one company's connection, clock and drafts in one window."""

    def __init__(self, window: MainWindow, context: Context) -> None:
        super().__init__(window)
        self._window, self._context, self._connection = window, context, context.connection
        self._bar: MessageBar | None = None
        self._said: tuple[bool, int] | None = None
        self._clock_told = self._disk_told = False
        self._connection.changed.connect(self._show)
        self._connection.came_back.connect(self._back)
        context.drafts.failed.connect(self._draft_lost)
        context.drafts.changed.connect(self._draft_kept)
        window.follow(self._connection)
        window.jobs.on_error = self._failed
        self._look_at_clock()

    def _failed(self, error: CrmError) -> None:
        """An error nobody else takes."""
        if self._connection.takes(error):
            self._connection.fail(error)
        self._window.messages.show_error(error)

    # -- the connection

    def _show(self) -> None:
        """Keep one bar that says how it stands; it is made anew only when it says something else."""
        connection = self._connection
        wanted = (connection.wants_password, connection.saves_waiting()) if connection.lost else None
        if wanted == self._said:
            return
        self._said = wanted
        self._take_away()
        if wanted is None:
            return
        if connection.wants_password:
            words = mark("Connection", "The server no longer takes your password. Nothing you typed is lost.")
            action, run = mark("Connection", "Enter the password…"), self.ask_password
            self._bar = self._window.messages.show_message(translate(words), "warning", action, run, "lock", stays=True)
        else:
            self._bar = self._window.messages.show_message(_lost_words(wanted[1]), "warning", stays=True)
        self._bar.closed.connect(self._closed)

    def _closed(self) -> None:
        self._bar = None

    def _take_away(self) -> None:
        bar, self._bar = self._bar, None
        if bar is not None and isValid(bar):
            bar.close_bar()

    def _back(self) -> None:
        self._window.messages.show_message(translate(mark("Connection", "The server is there again.")), "success")
        self._look_at_clock()

    def ask_password(self) -> PasswordSheet:
        """Ask for the password again."""
        sheet = PasswordSheet(self._window, self._context.database.label)
        sheet.given.connect(self._connection.use_password)
        sheet.open()
        return sheet

    # -- the clock

    def _look_at_clock(self) -> None:
        if not self._context.database.is_local and not self._clock_told:
            self._context.read(how_far_off, self._clock_read, lambda _: None, owner=self, key="clock")

    def _clock_read(self, off: timedelta) -> None:
        """Due dates and reminders follow the clock of this computer, so it is said when that is wrong; once."""
        if abs(off) < FAR_OFF or self._clock_told:
            return
        self._clock_told = True
        minutes = round(abs(off).total_seconds() / 60)
        words = mark("Connection", "The clock of this computer is {n} minutes fast; please set it.") if off > timedelta(
        ) else mark("Connection", "The clock of this computer is {n} minutes slow; please set it.")  # fmt: skip
        self._window.messages.show_message(translate(words, n=minutes), "warning", icon="clock", stays=True)

    # -- drafts

    def _draft_lost(self, error: OSError) -> None:
        if not self._disk_told:
            self._disk_told = True
            words = mark("Connection", "What you type cannot be kept as a draft: {reason}. Please save soon.")
            self._window.messages.show_message(translate(words, reason=error.strerror or error), "warning", stays=True)

    def _draft_kept(self) -> None:
        self._disk_told = False


_LOST = mark(
    "Connection", "The server cannot be reached. Nothing you typed is lost; the program tries again by itself."
)
_ONE_WAITS = mark("Connection", "The server cannot be reached. {n} save waits for it; you may go on.")
_SOME_WAIT = mark("Connection", "The server cannot be reached. {n} saves wait for it; you may go on.")


def _lost_words(saves: int) -> str:
    return translate(_LOST if not saves else _ONE_WAITS if saves == 1 else _SOME_WAIT, n=saves)
