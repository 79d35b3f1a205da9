"""Whether the database can be reached; what could not be read or saved waits here and is done when it can be again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from desktop_crm.errors import CredentialsRefused, CrmError, Lost
from desktop_crm.storage.database import Database

PAUSES = (1, 2, 5, 10, 30)
"""Seconds between two attempts; the last holds from then on."""


class Reads(Protocol):
    """The part of a job runner that is needed here."""

    def read(self, work: Callable[..., Any], *args: Any, **how: Any) -> Any: ...


@dataclass(frozen=True, slots=True)
class _Held:
    """Work that waits. A read goes with its owner; a save is done even when nobody waits for it any more."""

    again: Callable[[], object]
    owner: QObject
    key: str
    saves: bool
    has_draft: bool

    def wanted(self) -> bool:
        return self.saves or isValid(self.owner)


class Connection(QObject):
    """The state of the way to a server; a local file is always there.

    `changed()` whenever any of the properties may be another; `came_back()` after an interruption somebody saw.
    """

    changed = Signal()
    came_back = Signal()

    def __init__(self, database: Database, jobs: Reads, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._database, self._jobs = database, jobs
        self._held: list[_Held] = []
        self._trying = False
        self._tries, self._left = 0, 0
        self.error: CrmError | None = None
        """Why it cannot be reached; None while it can, or nothing speaks against it."""
        self._tick = QTimer(self, interval=1000)
        self._tick.timeout.connect(self._second)

    # -- how it stands

    @property
    def lost(self) -> bool:
        """Whether an attempt to reach it again has failed: the user has to know."""
        return self.error is not None and self._tries > 0

    @property
    def wants_password(self) -> bool:
        """Whether the server is there and refuses the password."""
        return isinstance(self.error, CredentialsRefused)

    @property
    def trying(self) -> bool:
        """Whether an attempt is under way."""
        return self._trying

    @property
    def seconds(self) -> int:
        """Until the next attempt."""
        return self._left

    def saves_waiting(self) -> int:
        """How many saves wait."""
        return sum(held.saves for held in self._held)

    def saves_without_draft(self) -> int:
        """How many of them would be lost if the program ended now."""
        return sum(held.saves and not held.has_draft for held in self._held)

    # -- waiting

    def takes(self, error: CrmError) -> bool:
        """Whether an error means that the way is broken, so that the work is to wait."""
        return isinstance(error, Lost | CredentialsRefused)

    def hold(
        self,
        error: CrmError,
        again: Callable[[], object],
        owner: QObject,
        key: str = "",
        saves: bool = False,
        has_draft: bool = False,
    ) -> None:
        """Call `again()` when the database can be reached; a newer read of the same owner and key takes its place."""
        if not saves:
            self.forget(owner, key)
        self._held.append(_Held(again, owner, key, saves, has_draft))
        self.fail(error)

    def forget(self, owner: QObject, key: str) -> None:
        """A newer read has taken the place of one that waits."""
        if key:
            self._held = [held for held in self._held if (held.owner, held.key) != (owner, key) or held.saves]

    def fail(self, error: CrmError) -> None:
        """Something found the way broken. The first attempt follows at once: a short interruption is never seen."""
        first, self.error = self.error is None, error
        if first:
            self._tries = 0
            self.try_now()
        self.changed.emit()

    # -- trying

    def try_now(self) -> None:
        """Try to reach it."""
        self._tick.stop()
        if not self._trying:
            self._trying, self._left = True, 0
            self._jobs.read(self._database.ping, done=self._reached, failed=self._not_reached, owner=self)
            self.changed.emit()

    def use_password(self, password: str) -> None:
        """Try with another password."""
        self._database.use_password(password)
        self.try_now()

    def _reached(self, _: object) -> None:
        seen = self.lost
        self._trying, self.error, self._tries = False, None, 0
        waiting, self._held = self._held, []
        self.changed.emit()
        if seen:
            self.came_back.emit()
        for held in waiting:
            if held.wanted():
                held.again()

    def _not_reached(self, error: CrmError) -> None:
        self._trying, self.error = False, error
        self._left = PAUSES[min(self._tries, len(PAUSES) - 1)]
        self._tries += 1
        if not self.wants_password:  # the same password again would only lock the user out
            self._tick.start()
        self.changed.emit()

    def _second(self) -> None:
        self._left -= 1
        if self._left <= 0:
            self.try_now()
        else:
            self.changed.emit()
