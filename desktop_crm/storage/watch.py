"""How far long work is, told to whoever waits, and their wish to stop it heard."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

Progress = Callable[[int, int], object]


class Wish(Protocol):
    """A wish to stop, set from any thread."""

    def check(self) -> None:
        """Raise `Cancelled` when it is there."""


class Watch:
    """Counts steps of work whose total is known; `progress(done, total)` hears of them, `cancel` stops them."""

    def __init__(self, progress: Progress | None = None, cancel: Wish | None = None) -> None:
        self._progress, self._cancel = progress, cancel
        self._done, self._total = 0, 0

    def expect(self, steps: int) -> None:
        """So many steps more are to be done."""
        self._total += steps
        self.step(0)

    def step(self, steps: int = 1) -> None:
        """So many steps are done. Raises Cancelled where somebody wishes to stop."""
        if self._cancel is not None:
            self._cancel.check()
        self._done += steps
        if self._progress is not None and self._total:
            self._progress(min(self._done, self._total), self._total)


SILENT = Watch()
