"""Progress and cancelling as plain callables: no thread, no window is known here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import count
from typing import Any, TypeVar

from desktop_crm.errors import Cancelled

T = TypeVar("T")

Progress = Callable[[int, int], Any]
"""Told the number of rows done and of all rows, 0 where that is not known."""
Stop = Callable[[], bool]
"""Asked now and then whether the work is to stop."""

STEP = 500  # rows between two calls


def watched(
    rows: Iterable[T], total: int, progress: Progress | None, cancelled: Stop | None, each: int = 1
) -> Iterator[T]:
    """The same rows; every `STEP` of them the progress is told, and `Cancelled` raised where that is wanted.

    `each` says how many rows one item stands for.
    """
    for done, row in zip(count(0, each), rows):
        if done % STEP == 0:
            if cancelled and cancelled():
                raise Cancelled()
            if progress:
                progress(done, total)
        yield row
