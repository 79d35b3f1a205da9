"""Keeps the draft of one form or dialog: soon after each letter, until it is saved or given up."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from desktop_crm.views.records.drafts import Content, Draft, Drafts, Place

_PAUSE = 700  # ms after the last letter
_LONGEST = 3.0  # seconds until a draft is written although letters keep coming

Say = Callable[[], Content | None]


@dataclass(frozen=True, slots=True)
class Slip:
    """What goes along with a save, to whatever thread: the draft whose content it carries."""

    drafts: Drafts
    path: Path
    token: str

    def settle(self) -> None:
        """The save was kept."""
        self.drafts.settle_token(self.path, self.token)


class Kept(QObject):
    """The draft of what `say` tells; call `touch` whenever something is entered. `say` gives None for nothing."""

    def __init__(self, drafts: Drafts, place: Place, say: Say, parent: QObject) -> None:
        super().__init__(parent)
        self.drafts, self.place, self._say = drafts, place, say
        self.path = drafts.path_of(place)
        self._token, self._written, self._since = "", False, 0.0
        self._timer = QTimer(self, interval=_PAUSE, singleShot=True)
        self._timer.timeout.connect(self.keep)
        holder = _Holder(drafts, self.path)
        self._holder = holder
        drafts.hold(self.path)
        parent.destroyed.connect(holder.let_go)

    def follow(self, place: Place) -> None:
        """Keep the draft of another place from now on; the one before stays where it is."""
        self._timer.stop()
        self._move_to(self.drafts.path_of(place))
        self.place, self._token, self._written = place, "", False

    def _move_to(self, path: Path) -> None:
        self.drafts.release(self.path)
        self.drafts.hold(path)
        self.path = self._holder.path = path

    # -- while one types

    def touch(self) -> None:
        """Something was entered: write it soon."""
        now = time.monotonic()
        if not self._timer.isActive():
            self._since = now
        if now - self._since < _LONGEST:
            self._timer.start()

    def keep(self) -> None:
        """Write what is unsaved now, or take the draft away where nothing is."""
        self._timer.stop()
        content = self._say()
        if content is not None:
            self.drafts.put(self.path, self.place, content, self._token, bool(self._token))
            self._written = True
        elif not self._token:
            self.drop()

    def drop(self) -> None:
        """What was entered is saved or given up."""
        self._timer.stop()
        self._token = ""
        if self._written:
            self._written = False
            self.drafts.remove(self.path)

    # -- while it is saved

    def hand_over(self, token: str) -> Slip:
        """A save with this token carries what is entered now."""
        self._timer.stop()
        content = self._say()
        self._token = token
        if content is not None:
            self.drafts.put(self.path, self.place, content, token)
            self.drafts.sent(self.path)
            self._written = True
        return Slip(self.drafts, self.path, token)

    def take_back(self) -> None:
        """The save was not kept, and that is certain."""
        self.drafts.not_sent(self.path)
        if self._token:
            self._token = ""
            self.keep()

    # -- what was left behind

    def left_behind(self) -> Draft | None:
        """The draft an earlier window left for this place, the newest of several."""
        self.drafts.release(self.path)
        found = self.drafts.left_behind(self.place)
        self.drafts.hold(self.path)
        return next(iter(found), None)

    def adopt(self, draft: Draft) -> None:
        """Go on with a draft that was left behind, in its own file."""
        self._move_to(draft.path)
        self._written = True

    def forget(self, draft: Draft) -> None:
        """Give a draft up that was left behind."""
        self.drafts.remove(draft.path)


class _Holder:
    """Knows which draft a form holds, also when the form is gone."""

    def __init__(self, drafts: Drafts, path: Path) -> None:
        self._drafts, self.path = drafts, path

    def let_go(self) -> None:
        self._drafts.release(self.path)
