"""Work done once more when the server ended its transaction in favour of another one: nobody need see that."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from contextvars import ContextVar, copy_context
from typing import TypeVar

from desktop_crm.errors import Collided

T = TypeVar("T")

_TIMES = 10
_PAUSE, _LONGEST_PAUSE = 0.05, 1.0  # seconds, on the average: before the second time, and in the end


REPEATED = ContextVar("REPEATED", default=False)
"""Whether the unit of work about to begin has collided before: such ones queue up instead of meeting each other."""


def again(work: Callable[[], T]) -> T:
    """What `work`, a whole unit of work, returns; it is begun anew when it collided with another one."""
    context = copy_context()
    for place in range(_TIMES - 1):
        try:
            return context.run(work)
        except Collided:
            pause = min(_PAUSE * 2**place, _LONGEST_PAUSE)
            time.sleep(random.uniform(0, 2 * pause))  # by chance, lest the two meet again
            context.run(REPEATED.set, True)
    return context.run(work)
