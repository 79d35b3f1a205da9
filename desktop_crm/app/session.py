"""One user's stay in an open company: what the user's menu offers of it, the lock, and going."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut

from desktop_crm.i18n import mark
from desktop_crm.services.sign_in import confirm, has_password
from desktop_crm.settings import Settings
from desktop_crm.views.shell.main_window import MainWindow, OwnAction

if TYPE_CHECKING:
    from desktop_crm.views.context import Context
    from desktop_crm.views.session.lock import Idle, Lock


class Session(QObject):
    """Lives as long as its window. `log_out` is called once the user wants to go."""

    def __init__(self, window: MainWindow, context: Context, settings: Settings, log_out: Callable[[], object]) -> None:
        super().__init__(window)
        self.window, self.context, self._settings, self._log_out = window, context, settings, log_out
        self.is_protected = False
        self._lock: Lock | None = None
        self._idle: Idle | None = None
        QShortcut(QKeySequence("Ctrl+L"), window, self.lock)
        window.idle_changed.connect(self._watch)
        self._look()

    def _look(self) -> None:
        """Whether a password is asked of the user: only then there is anything to lock."""
        work = partial(has_password, self.context.database, self.context.actor)
        self.context.jobs.read(work, done=self._known, owner=self)

    def _known(self, protected: bool) -> None:
        self.is_protected = protected
        protect = [
            OwnAction("lock", mark("Session", "Lock now"), self.lock, "Ctrl+L"),
            OwnAction("", mark("Session", "Log out"), self._log_out),
        ]
        self.window.own_actions = (
            OwnAction("pencil", mark("Session", "Change password…"), self.change_password),
            OwnAction("clock", mark("Session", "Sign-in history…"), lambda: self.window.open("sign_ins")),
            *(protect if protected else []),
        )
        self._watch(int(self._settings["lock_after"]))

    def _watch(self, minutes: int) -> None:
        from desktop_crm.views.session.lock import Idle

        if self._idle is None and minutes:
            self._idle = Idle(self)
            self._idle.passed.connect(self.lock)
        if self._idle is not None:
            self._idle.watch(minutes if self.is_protected else 0)

    def change_password(self) -> None:
        """Ask for the old and the new one."""
        from desktop_crm.views.session.password_dialog import PasswordDialog

        dialog = PasswordDialog(self.window, self.context, has_one=self.is_protected)
        dialog.accepted.connect(self._look)
        dialog.open()

    def lock(self) -> None:
        """Cover the windows until the password is typed."""
        if not self.is_protected:
            return
        if self._lock is None:
            from desktop_crm.views.session.lock import Lock

            actor = self.context.actor
            check = partial(confirm, self.context.database, actor)
            self._lock = Lock(self.context.jobs, check, actor.full_name or actor.name)
            self._lock.setParent(self)
            self._lock.left.connect(self._log_out)
        self._lock.lock()

    def end(self) -> None:
        """Take away what covers other windows."""
        if self._lock is not None:
            self._lock.unlock()
