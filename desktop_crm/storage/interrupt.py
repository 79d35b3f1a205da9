"""Stopping a statement that is already running, from another thread, without ever touching what runs after it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event, Lock, Thread
from typing import Any, Protocol

from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from desktop_crm.errors import Cancelled

_AGAIN = 0.02  # seconds, then longer and longer: a statement that began meanwhile did not hear the first call
_PATIENCE = 5.0  # seconds for the server to take a request to cancel


class Wish(Protocol):
    """A wish to stop, set from any thread: `views.shell.jobs.Cancel`."""

    def check(self) -> None:
        """Raise `Cancelled` when it is there."""

    def is_set(self) -> bool:
        """Whether it is there."""

    def attach(self, stop: Callable[[], object]) -> None:
        """Call `stop()` when the wish comes, at once where it is there already."""

    def detach(self) -> None:
        """Call nothing any more."""


class Interrupt:
    """Stops whatever its connection runs, again and again until `close`. Calling it returns at once."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection
        self._lock, self._left = Lock(), Event()
        self._thread: Thread | None = None

    def __call__(self) -> None:
        with self._lock:
            if self._thread is None and not self._left.is_set():
                self._thread = Thread(target=self._stop, name="interrupt", daemon=True)
                self._thread.start()

    def _stop(self) -> None:
        """A server may take its time, so this never runs on the thread that wishes."""
        pause = _AGAIN
        while not self._left.is_set():
            try:
                _interrupt(self._connection)
            except Exception:  # the connection is gone, and what it ran with it
                return
            self._left.wait(pause)
            pause *= 2

    def close(self) -> None:
        """Promise that the connection is left alone from now on."""
        with self._lock:
            self._left.set()
            thread = self._thread
        if thread is not None:
            thread.join()


def _interrupt(connection: Any) -> None:
    if isinstance(connection, sqlite3.Connection):
        connection.interrupt()
    else:
        connection.cancel_safe(timeout=_PATIENCE)


@contextmanager
def stoppable(session: Session, wish: Wish | None) -> Iterator[None]:
    """Let `wish` stop the session's statements; what it stops is Cancelled."""
    if wish is None:
        yield
        return
    wish.check()
    interrupt = Interrupt(session.connection().connection.driver_connection)
    try:
        wish.attach(interrupt)
        yield
    except (DBAPIError, sqlite3.Error) as error:
        if wish.is_set():
            raise Cancelled() from error
        raise
    finally:
        wish.detach()
        interrupt.close()
