"""A unit of work that may be begun again after an interruption and is kept once."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import Any

from desktop_crm.errors import Collided, Unsure
from desktop_crm.storage.database import Actor, Database
from desktop_crm.storage.history import Change

_COLLISIONS = 3  # how often work is begun again because it stood in the way of somebody else's


class Save:
    """One unit of work that may be begun several times and is kept once; calling it gives its result and changes."""

    def __init__(self, database: Database, actor: Actor, work: Callable[..., Any]) -> None:
        self.token = uuid.uuid4().hex
        self._database, self._actor, self._work = database, actor, work
        self._unsure: tuple[Any, tuple[Change, ...]] | None = None

    def __call__(self, **how: Any) -> tuple[Any, tuple[Change, ...]]:
        if self._unsure is not None:
            if self._database.is_kept(self.token, self._actor):
                return self._unsure
            self._unsure = None
        for _ in range(_COLLISIONS):
            try:
                return self._once(how)
            except Collided:
                continue
        return self._once(how)

    def _once(self, how: dict[str, Any]) -> tuple[Any, tuple[Change, ...]]:
        result, unit = None, None
        try:
            with self._database.writing(self._actor, self.token) as unit:
                result = self._work(unit, **how)
        except Unsure:
            assert unit is not None
            self._unsure = (result, unit.changes)
            raise
        return result, unit.changes
