"""What others change, told while it happens: a thread that waits for the database to say that there is news.

A server says so by a notice without any content; what happened is then read from the history, under the rights of
whoever asks. A file that other programs of this computer have open is looked at every other second.
"""

from __future__ import annotations

import logging
import sqlite3
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Any

from sqlalchemy import BigInteger, Text, cast, func, select
from sqlalchemy.exc import SQLAlchemyError

from desktop_crm.errors import CrmError
from desktop_crm.models import HistoryEntry
from desktop_crm.storage.history import Change

if TYPE_CHECKING:
    from desktop_crm.storage.database import Actor, Database

log = logging.getLogger(__name__)

CHANNEL = "crm_changes"
MOST = 300
"""So many changes are told one by one; of more only the modules are."""

_LOOK = 2.0  # seconds between two looks at a file
_LISTEN = 0.5  # seconds until a listener sees that it is to stop
_GATHER = 0.2  # seconds in which further news is awaited before all is read
_ALIVE = 60.0  # seconds of silence after which a server is asked whether it is still there
_PATIENCE = 3.0  # seconds that closing waits for what is being read
_FIRST_PAUSE, _LONGEST_PAUSE = 1.0, 60.0  # seconds before one tries again

Tell = Callable[[tuple[Change, ...]], object]


class Feed:
    """Calls `tell` from a thread of its own with what others changed, until `close`; comes back after every loss.

    What this program's own units of work changed is left out. A change of version 0 says that something newer is
    there, one of record 0 that many records of the module changed.
    """

    def __init__(self, database: Database, actor: Actor, tell: Tell) -> None:
        self._database, self._tell = database, tell
        self._news: _News = _FileNews(database, actor) if database.is_local else _ServerNews(database, actor)
        self._closed = threading.Event()
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._run, name="change-feed", daemon=True)
        self._thread.start()

    def wait_until_ready(self, seconds: float) -> bool:
        """Whether it listens by then: every change committed from now on is told."""
        return self._ready.wait(seconds)

    def close(self) -> None:
        """Stop; nothing is told afterwards."""
        self._closed.set()
        if threading.current_thread() is not self._thread:
            self._thread.join(_PATIENCE)

    def _run(self) -> None:
        pause = _FIRST_PAUSE
        while not self._closed.is_set():
            try:
                for _ in self._news.heard(self._closed):
                    pause = _FIRST_PAUSE
                    self._read()
            except (CrmError, SQLAlchemyError, sqlite3.Error, self._news.lost) as error:
                log.info("the change feed lost its database and waits %s s: %s", pause, error)
            self._ready.clear()
            self._closed.wait(pause)
            pause = min(2 * pause, _LONGEST_PAUSE)

    def _read(self) -> None:
        changes = self._news.read()
        if changes and not self._closed.is_set():
            self._tell(changes)
        self._ready.set()


class _News:
    """Hears that there is news, and reads it from the history."""

    lost: type[Exception] = OSError

    def __init__(self, database: Database, actor: Actor) -> None:
        self._database, self._actor = database, actor

    def heard(self, closed: threading.Event) -> Iterator[None]:
        """One item at once, and one whenever there may be news; ends when `closed` is set."""
        raise NotImplementedError

    def read(self) -> tuple[Change, ...]:
        """What others changed since the last call; nothing at the first."""
        raise NotImplementedError

    def _of_others(self, entries: Sequence[Any]) -> tuple[Change, ...]:
        own = set(self._database.own_units)
        others = [entry for entry in entries if (entry.at, entry.user_id) not in own]
        if len(others) > MOST:
            return tuple(Change(module, 0, "changed", 0) for module in sorted({entry.module for entry in others}))
        return tuple(Change(e.module, e.record_id, e.action, 0, e.user_name) for e in others)


_E = HistoryEntry
_COLUMNS = (_E.id, _E.module, _E.record_id, _E.action, _E.at, _E.user_id, _E.user_name, _E.transaction_id)


_OLDEST = select(cast(cast(func.pg_snapshot_xmin(func.pg_current_snapshot()), Text), BigInteger))


class _ServerNews(_News):
    """Transactions end in another order than they began: entries are read from the oldest one that was still open."""

    def __init__(self, database: Database, actor: Actor) -> None:
        super().__init__(database, actor)
        import psycopg

        self.lost = psycopg.Error
        self._from: int | None = None  # transactions before this one had ended, and their entries are known
        self._known: set[int] = set()

    def heard(self, closed: threading.Event) -> Iterator[None]:
        with self._listening() as connection:
            yield
            silent = 0.0
            while not closed.is_set():
                if list(connection.notifies(timeout=_LISTEN, stop_after=1)):
                    closed.wait(_GATHER)
                    yield
                    silent = 0.0
                elif (silent := silent + _LISTEN) >= _ALIVE:
                    connection.execute("SELECT 1")
                    silent = 0.0

    @contextmanager
    def _listening(self) -> Iterator[Any]:
        fairy = self._database.engine.raw_connection()
        connection: Any = fairy.driver_connection
        fairy.detach()
        with closing(connection):
            connection.autocommit = True
            connection.execute(f"LISTEN {CHANNEL}")
            yield connection

    def read(self) -> tuple[Change, ...]:
        with self._database.reading(self._actor) as unit:
            oldest = unit.session.scalar(_OLDEST) or 0
            begin = self._from if self._from is not None else oldest
            entries = unit.session.execute(self._since(begin)).all()
        new = [entry for entry in entries if entry.id not in self._known]
        first = self._from is None
        self._from, self._known = oldest, {e.id for e in entries if e.transaction_id >= oldest}
        return () if first else self._of_others(new)

    def _since(self, transaction: int) -> Any:
        return select(*_COLUMNS).where(_E.transaction_id >= transaction).order_by(_E.id)


class _FileNews(_News):
    """A file has one writer at a time: its entries come in the order of their ids."""

    def __init__(self, database: Database, actor: Actor) -> None:
        super().__init__(database, actor)
        self._last: int | None = None

    def heard(self, closed: threading.Event) -> Iterator[None]:
        with closing(sqlite3.connect(self._database.path, timeout=1)) as connection:
            connection.execute("PRAGMA query_only=ON")
            seen = None
            while not closed.is_set():
                if (now := connection.execute("PRAGMA data_version").fetchone()) != seen:
                    seen = now
                    yield
                closed.wait(_LOOK)

    def read(self) -> tuple[Change, ...]:
        with self._database.reading(self._actor) as unit:
            top = unit.session.scalar(select(func.max(_E.id))) or 0
            last = top if self._last is None else min(self._last, top)
            entries = unit.session.execute(select(*_COLUMNS).where(_E.id > last).order_by(_E.id)).all()
        self._last = max(top, *(entry.id for entry in entries)) if entries else top
        return self._of_others(entries)
