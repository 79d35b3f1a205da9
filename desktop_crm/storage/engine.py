"""Engines for the two databases, and what their errors mean to a user."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePath
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, OperationalError
from sqlalchemy.orm.exc import StaleDataError

from desktop_crm.errors import (
    Collided,
    CredentialsRefused,
    CrmError,
    Damaged,
    DiskFull,
    Forbidden,
    Lost,
    PasswordWanted,
    Unavailable,
)
from desktop_crm.i18n import Message, mark

BUSY_SECONDS = 15
SERVER = {
    "connect_timeout": 8,
    "keepalives": 1,
    "keepalives_idle": 5,
    "keepalives_interval": 3,
    "keepalives_count": 3,
    "tcp_user_timeout": 15_000,
    "application_name": "desktop-crm",
}
"""How a connection to a server is made: a dead network is noticed within some fifteen seconds, at both ends."""
_SESSION = {
    "timezone": "UTC",
    "tcp_keepalives_idle": "5",
    "tcp_keepalives_interval": "3",
    "tcp_keepalives_count": "3",
    "idle_in_transaction_session_timeout": "240s",
}


def database_url(target: str | Path) -> URL:
    """The engine's URL of a file path or of a `postgresql://` address.

    Raises Unavailable for a URL of another kind and for a file on a network drive, where SQLite corrupts.
    """
    text = str(target)
    scheme = text.partition("://")[0] if "://" in text else ""
    if scheme in ("postgresql", "postgres", "postgresql+psycopg"):
        return _server_url(text)
    if scheme not in ("", "sqlite"):
        raise Unavailable(
            mark("Storage", "{scheme}:// is no database; give a file or a postgresql:// address."), scheme=scheme
        )
    path = Path(text.removeprefix("sqlite:///")).expanduser().absolute()
    _refuse_network_drive(path)
    return URL.create("sqlite", database=str(path))


def _server_url(text: str) -> URL:
    try:
        return make_url(text).set(drivername="postgresql+psycopg")
    except (ArgumentError, ValueError) as error:
        message = mark("Storage", "“{address}” is no address of a PostgreSQL server.")
        raise Unavailable(message, address=text.rpartition("@")[2]) from error


def _refuse_network_drive(path: PurePath) -> None:
    if _is_share(str(path)) or _is_remote_drive(path):
        raise Unavailable(
            mark("Storage", "{path} is on a network drive, where a file is easily damaged; use a PostgreSQL server."),
            path=path,
        )


def _is_share(path: str) -> bool:
    r"""Whether a path names a computer, as \\server\share and \\?\UNC\server\share do; \\?\C:\… is a long path here."""
    if path.startswith(("\\\\?\\", "\\\\.\\")):
        return path[4:8].upper() == "UNC\\"
    return path.startswith(("\\\\", "//"))


def _is_remote_drive(path: PurePath) -> bool:
    import sys

    if sys.platform != "win32":
        return False
    import ctypes

    drive_remote = 4
    return bool(ctypes.windll.kernel32.GetDriveTypeW(path.anchor) == drive_remote)


def make_engine(url: URL) -> Engine:
    """An engine with the settings both databases need; nothing is connected yet.

    Raises Unavailable for a server elsewhere that would be talked to in the open.
    """
    if url.get_backend_name() == "postgresql":
        options = " ".join(f"-c {name}={value}" for name, value in _SESSION.items())
        from desktop_crm.storage.transport import secured

        return create_engine(secured(url), pool_pre_ping=True, pool_size=6, connect_args={**SERVER, "options": options})
    engine = _file_engine(url)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def make_restricted_engine(url: URL, user_id: int) -> Engine:
    """An engine on a local file through which only that passes which this user may see and do."""
    from desktop_crm.storage.restricted import restrict

    engine = _file_engine(url)
    restrict(engine, user_id)
    return engine


def _file_engine(url: URL) -> Engine:
    engine = create_engine(url, connect_args={"timeout": BUSY_SECONDS, "check_same_thread": False}, pool_size=6)
    event.listen(engine, "connect", _prepare_sqlite)
    return engine


def _prepare_sqlite(connection: sqlite3.Connection, record: Any) -> None:
    connection.isolation_level = None  # transactions begin where _begin_sqlite says, not where the driver guesses
    for pragma in ("journal_mode=WAL", "foreign_keys=ON", "synchronous=FULL", f"busy_timeout={BUSY_SECONDS * 1000}"):
        connection.execute(f"PRAGMA {pragma}")
    connection.execute("PRAGMA cache_size=-32768")
    connection.create_function("lower", 1, _lower, deterministic=True)  # the built-in one knows A to Z only


def _lower(value: Any) -> Any:
    return value.lower() if isinstance(value, str) else value


def _begin_sqlite(connection: Connection) -> None:
    writing = connection.get_execution_options().get("writing", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


@contextmanager
def explained(where: URL) -> Iterator[None]:
    """Turn the driver's errors about the outside world into ours; faults of the program pass unchanged."""
    try:
        yield
    except StaleDataError as error:  # the row is there, but not for this user to write
        if where.get_backend_name() == "sqlite":
            raise
        raise Forbidden() from error
    except DBAPIError as error:
        known = _refused(error.orig) or _known(str(error.orig), where) or _of_server(error, where)
        if known is None and not (isinstance(error, OperationalError) or error.connection_invalidated):
            raise
        raise known or Unavailable(reason=_first_line(error.orig)) from error
    except sqlite3.DatabaseError as error:
        raise _refused(error) or _known(str(error), where) or Unavailable(reason=str(error)) from error


def _refused(error: BaseException | None) -> CrmError | None:
    """The error where the rights of the user refuse a statement."""
    from desktop_crm.storage.refusals import refused

    return refused(error)


_MEANINGS: tuple[tuple[str, type[Unavailable], Message | None], ...] = (
    ("disk is full", DiskFull, None),
    ("No space left", DiskFull, None),
    (" is locked", Unavailable, mark("Storage", "The database file is in use by another program; please try again.")),
    ("readonly", Unavailable, mark("Storage", "The database file {path} may not be written.")),
    ("unable to open", Unavailable, mark("Storage", "The file {path} cannot be opened or created.")),
    ("password authentication failed", CredentialsRefused, None),
    ("no password supplied", PasswordWanted, None),
    (
        "permission denied for database",
        Unavailable,
        mark("Storage", "The server does not let this user into the database."),
    ),
    (
        "not permitted to log in",
        Unavailable,
        mark("Storage", "The server does not let this user in; ask the administrator."),
    ),
)
_COLLISIONS = ("40001", "40P01")  # serialization failure, deadlock
_LOST = ("08", "57P", "53300")  # connection exception, operator intervention, too many connections


def _known(reason: str, where: URL) -> Unavailable | None:
    if "malformed" in reason or "not a database" in reason:
        return Damaged(None, path=where.database)
    for words, kind, message in _MEANINGS:
        if words in reason:
            return kind(message, path=where.database)
    return None


def _of_server(error: DBAPIError, where: URL) -> Unavailable | None:
    """What a server's error means by its code; one without a code came from no server at all."""
    if where.get_backend_name() != "postgresql":
        return None
    code = getattr(error.orig, "sqlstate", None)
    if code in _COLLISIONS:
        return Collided()
    unreached = code is None and isinstance(error, OperationalError)
    if unreached or error.connection_invalidated or (code or "").startswith(_LOST):
        return Lost(Unavailable.message, reason=_first_line(error.orig))
    return None


def _first_line(error: object) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[0]
