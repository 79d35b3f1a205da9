"""Work done once more when the server ended its transaction in favour of another one: nobody need see that."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from typing import TypeVar

from desktop_crm.errors import Collided

T = TypeVar("T")

_TIMES = 4
_PAUSE = 0.05  # seconds, on the average, before the second time; then longer


def again(work: Callable[[], T]) -> T:
    """What `work`, a whole unit of work, returns; it is begun anew when it collided with another one."""
    for place in range(_TIMES - 1):
        try:
            return work()
        except Collided:
            time.sleep(random.uniform(0, 2 * _PAUSE * 2**place))
    return work()
