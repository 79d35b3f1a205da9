"""The rows a list begins with, read again by the statement that read them before: no class is mapped for it.

A window is drawn with them while everything else is still being loaded. Only of a local file, by the standard library's
own driver; whatever is not as it was then gives no rows, and the list comes in its time.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop_crm.models.kinds import Kind

if TYPE_CHECKING:
    from desktop_crm.storage.database import UnitOfWork

_PLACES = 4  # of amounts, as `models.types` keeps them
_LISTS = "SELECT list_name, code, label_vi, label_en, tone FROM list_value WHERE list_name IN ({})"

_ASKS_NOTHING = """
SELECT count(*) FROM app_user u JOIN role r ON r.id = u.role_id
WHERE u.id = ? AND u.active AND r.administers
  AND NOT EXISTS (SELECT 1 FROM app_user a WHERE a.active AND a.password_hash <> '')
  AND NOT EXISTS (SELECT 1 FROM field_right f WHERE f.role_id = r.id)
  AND NOT EXISTS (SELECT 1 FROM role_right x WHERE x.role_id = r.id AND x.sees <> 'all')
"""  # a file that asks for a password, or a user who sees a part of it, shows nothing before the sign-in


@dataclass(frozen=True, slots=True)
class Statement:
    """What was sent to the database file, and the kinds of the columns asked for, in their order."""

    schema: str
    sql: str
    parameters: Sequence[Any]
    kinds: Sequence[str]
    lists: Sequence[str] = ()  # the editable lists whose labels are shown
    user_id: int = 0  # in whose name it was sent


@dataclass(frozen=True, slots=True)
class Rows:
    """`values` by row and column; a relation's value is (id, title). `labels` of choices: Vietnamese, English, tone."""

    values: list[tuple[Any, ...]]
    labels: Mapping[tuple[str, str], tuple[str, str, str]]


def recorded(unit: UnitOfWork, work: Callable[[], object]) -> tuple[str, list[Any]] | None:
    """The statement that `work()` sends first, with its parameters; None where they are not plain."""
    from sqlalchemy import event

    seen: list[tuple[str, Any]] = []

    def before(connection: Any, cursor: Any, sql: str, parameters: Any, context: Any, many: bool) -> None:
        seen.append((sql, parameters))

    connection = unit.session.connection()
    event.listen(connection, "before_cursor_execute", before)
    try:
        work()
    finally:
        event.remove(connection, "before_cursor_execute", before)
    if not seen or not isinstance(seen[0][1], tuple):
        return None
    sql, parameters = seen[0]
    return (sql, list(parameters)) if json.loads(json.dumps(parameters, default=str)) == list(parameters) else None


def read_again(path: Path, statement: Statement) -> Rows | None:
    """The rows as they are now; None where the file is not there, is busy, is of another schema, or where somebody has
    to sign in before anything is shown."""
    try:
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True, timeout=0)
    except sqlite3.Error:
        return None
    try:
        return _read(connection, statement)
    except (sqlite3.Error, ValueError, TypeError, ArithmeticError):
        return None
    finally:
        connection.close()


def _read(connection: sqlite3.Connection, statement: Statement) -> Rows | None:
    connection.execute("PRAGMA query_only=ON")
    if connection.execute("SELECT version_num FROM alembic_version").fetchone() != (statement.schema,):
        return None
    if connection.execute(_ASKS_NOTHING, (statement.user_id,)).fetchone() != (1,):
        return None
    marks = ", ".join("?" * len(statement.lists))
    labels = {(name, code): (vi, en, tone) for name, code, vi, en, tone in
              connection.execute(_LISTS.format(marks), tuple(statement.lists))}  # fmt: skip
    kinds = [Kind(kind) for kind in statement.kinds]
    rows = connection.execute(statement.sql, tuple(statement.parameters))
    return Rows([_values(row, kinds) for row in rows], labels)


def _values(row: tuple[Any, ...], kinds: Sequence[Kind]) -> tuple[Any, ...]:
    """What the columns hold: the last of the row, but for the titles of related records, which follow in order."""
    related = kinds.count(Kind.RELATION)
    columns, titles = row[len(row) - len(kinds) - related :][: len(kinds)], iter(row[len(row) - related :])
    return tuple(
        _value(kind, raw, next(titles) if kind == Kind.RELATION else None)
        for kind, raw in zip(kinds, columns, strict=True)
    )


def _value(kind: Kind, raw: Any, title: Any) -> Any:
    if raw is None:
        return None
    if kind == Kind.RELATION:
        return raw, title
    if kind in (Kind.MONEY, Kind.QUANTITY, Kind.PERCENT):
        return Decimal(raw).scaleb(-_PLACES)
    if kind == Kind.DATE:
        return date.fromisoformat(raw)
    if kind == Kind.DATETIME:
        return datetime.fromisoformat(raw).replace(tzinfo=UTC)
    return bool(raw) if kind == Kind.BOOLEAN else raw
