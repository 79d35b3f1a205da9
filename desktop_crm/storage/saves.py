"""A unit of work that may be begun again after an interruption and is kept once."""

from __future__ import annotations

import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

from desktop_crm.errors import Lost, Unsure
from desktop_crm.i18n import mark
from desktop_crm.storage.database import Actor, Database, UnitOfWork
from desktop_crm.storage.history import Change
from desktop_crm.storage.retry import again

_PAUSES = (0.2, 1, 2, 5, 10, 20)  # seconds between two attempts to find out
_UNSURE = mark("Storage", "The server went away while it was told to keep the work; look whether it did before you do "
               "it again.")  # fmt: skip


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
        return again(partial(self._once, how))

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


@contextmanager
def kept_once(database: Database, actor: Actor) -> Iterator[UnitOfWork]:
    """A long unit of work: where the answer to its commit is lost, it is found out whether it was kept.

    Raises Lost where it was not, and Unsure where the server stays away.
    """
    token = uuid.uuid4().hex
    try:
        with database.writing(actor, token) as unit:
            yield unit
    except Unsure as error:
        if not _found_out(database, token, actor):
            raise Lost(error.message, **error.values) from error


def _found_out(database: Database, token: str, actor: Actor) -> bool:
    for pause in _PAUSES:
        try:
            return database.is_kept(token, actor)
        except Lost:
            time.sleep(pause)
    raise Unsure(_UNSURE)
