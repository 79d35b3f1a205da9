"""The engine through which one user works in a local file: every connection is prepared with what the user may see.

Temporary views stand before the tables, so whatever reads a table by its name (mapped classes, statements, plain SQL)
reads the user's rows only; changes go past the views to the tables, where temporary triggers stop what is not allowed.
A connection is looked at whenever a transaction begins, within the same state of the file: it is prepared anew when
rights have changed meanwhile.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Any

from sqlalchemy import Connection, Engine, event
from sqlalchemy.orm import Session

from desktop_crm.models.text import search_text
from desktop_crm.storage.sight import Sight, stamp_of
from desktop_crm.storage.sight_guards import guards
from desktop_crm.storage.sight_tables import tables
from desktop_crm.storage.sight_views import WITHOUT_WORDS, views

_SIGHT, _GUARDED = "sight", "guarded"
_VERB = r"((?:INSERT|REPLACE)(?:\s+OR\s+\w+)?\s+INTO|UPDATE(?:\s+OR\s+\w+)?|DELETE\s+FROM)"


def restrict(engine: Engine, user_id: int) -> None:
    """Let everything that goes through the engine be what this user may see and do."""

    def begin(connection: Connection) -> None:
        _begin(connection, user_id)

    event.listen(engine, "connect", _add_functions)
    event.listen(engine, "begin", begin)
    event.listen(engine, "before_cursor_execute", _past_views, retval=True)


def sight_of(session: Session) -> Sight | None:
    """What the user of a session sees; None where the database itself or nobody keeps rights."""
    found: Sight | None = session.connection().info.get(_SIGHT)
    return found


def _add_functions(connection: sqlite3.Connection, record: Any) -> None:
    connection.create_function(WITHOUT_WORDS, -1, _without_words, deterministic=True)


def _without_words(searched: str, *hidden: object) -> str:
    gone = set(search_text("", *hidden).split())
    return "".join(f" {word}" for word in searched.split() if word not in gone)


def _begin(connection: Connection, user_id: int) -> None:
    """Begin a transaction that sees a state of the file, with the rights of that same state."""
    raw: Any = connection.connection.driver_connection
    writing = bool(connection.get_execution_options().get("writing", False))
    while not _begun(connection, raw, user_id, writing):
        pass


def _begun(connection: Connection, raw: sqlite3.Connection, user_id: int, writing: bool) -> bool:
    """Whether the connection was prepared for what the file says of the user; if not it is now, for the next try.

    Nothing is made within the transaction itself: it would vanish with it.
    """
    raw.execute("BEGIN IMMEDIATE" if writing else "BEGIN")
    try:
        stamp = stamp_of(raw, user_id)
        known: Sight | None = connection.info.get(_SIGHT)
        is_known = known is not None and known.stamp == stamp
        if is_known and (connection.info.get(_GUARDED) or not writing):
            return True
    except BaseException:
        raw.execute("ROLLBACK")
        raise
    raw.execute("ROLLBACK")
    if not is_known:
        connection.info.update({_SIGHT: None, _GUARDED: False})
        _make(raw, [*_present(raw), *views(sight := Sight(user_id, stamp)).values()])
        connection.info[_SIGHT] = sight
    if writing:
        _make(raw, guards(connection.info[_SIGHT]))
        connection.info[_GUARDED] = True
    return False


def _present(raw: sqlite3.Connection) -> list[str]:
    """What takes away the views and triggers made before."""
    made = raw.execute("SELECT type, name FROM temp.sqlite_master WHERE type IN ('view', 'trigger') ORDER BY type")
    return [f"DROP {kind} temp.{name}" for kind, name in made.fetchall()]


def _make(raw: sqlite3.Connection, statements: Iterable[str]) -> None:
    raw.execute("BEGIN")
    try:
        for statement in statements:
            raw.execute(statement)
    except BaseException:
        raw.execute("ROLLBACK")
        raise
    raw.execute("COMMIT")


# ---------------------------------------------------------------- changes
def _past_views(
    connection: Connection, cursor: Any, statement: str, parameters: Any, context: Any, many: bool
) -> tuple[str, Any]:
    return past_views(statement), parameters


@lru_cache(maxsize=1024)
def past_views(statement: str) -> str:
    """The statement with the table it changes named in full; what it reads stays behind the views."""
    head = statement.lstrip()[:4].upper()
    if head in ("SELE", "PRAG", "BEGI"):
        return statement
    pattern = _anywhere() if head == "WITH" else _at_start()
    return pattern.sub(r"\1 main.\2", statement, count=1)


@cache
def _at_start() -> re.Pattern[str]:
    return re.compile(rf"\A\s*{_VERB}\s+({_names()})", re.IGNORECASE)


@cache
def _anywhere() -> re.Pattern[str]:
    return re.compile(rf"\b{_VERB}\s+({_names()})", re.IGNORECASE)


def _names() -> str:
    """Any table, quoted or not."""
    return "|".join(rf'"{name}"|\b{name}\b' for name in tables())
