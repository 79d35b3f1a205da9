"""Copies of a whole database: online, verified, and always a local file, whatever the source."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, func, insert, select, text

from desktop_crm.errors import Damaged, Refused, Unavailable
from desktop_crm.i18n import mark
from desktop_crm.models import Base
from desktop_crm.storage import migrate
from desktop_crm.storage.database import Database
from desktop_crm.storage.engine import database_url, make_engine

Progress = Callable[[int, int], None]
CHUNK = 2000


def backup(database: Database, path: Path, progress: Progress | None = None) -> None:
    """Write the whole database, as it is at this moment, to the file `path`; verified before it takes that name.

    Others go on working meanwhile. Raises Unavailable where the file cannot be written.
    """
    if database.is_local:
        copy_file(database, path)
        return
    part = _part(path)
    target = Database(database_url(part), make_engine(database_url(part)))
    try:
        migrate.upgrade(target)
        with database.engine.connect() as source, target.engine.connect().execution_options(writing=True) as sink:
            source = source.execution_options(isolation_level="REPEATABLE READ")
            with source.begin(), sink.begin():
                copy_rows(source, sink, progress)
    finally:
        target.close()
    _settle(part, path)


def copy_file(database: Database, path: Path) -> None:
    """An online copy of a local database file."""
    part = _part(path)
    try:
        with closing(sqlite3.connect(database.path)) as source, closing(sqlite3.connect(part)) as target:
            source.backup(target)
            target.execute("PRAGMA journal_mode=DELETE")  # one file, nothing beside it
    except sqlite3.Error as error:
        raise Unavailable(
            mark("Backup", "The copy {path} cannot be written: {reason}"), path=path, reason=error
        ) from error
    _settle(part, path)


def _part(path: Path) -> Path:
    part = path.with_name(path.name + ".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
    except OSError as error:
        raise Unavailable(
            mark("Backup", "The copy {path} cannot be written: {reason}"), path=path, reason=error
        ) from error
    return part


def _settle(part: Path, path: Path) -> None:
    verify(part)
    os.replace(part, path)


def verify(path: Path) -> None:
    """Raise Damaged unless the file is a sound database of this program."""
    try:
        with closing(sqlite3.connect(f"file:{path.as_posix()}?mode=ro", uri=True)) as connection:
            sound = connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
            ours = connection.execute("SELECT count(*) FROM alembic_version").fetchone()[0] == 1
    except sqlite3.Error as error:
        raise Damaged(None, path=path) from error
    if not (sound and ours):
        raise Damaged(None, path=path)


def restore(source: Path, target: str | Path, progress: Progress | None = None) -> None:
    """Put a backup in the place of a local file, or into an empty server database.

    A local file that was there is kept beside as `….before-restore`. Raises Refused for a server that has records.
    """
    if not source.exists():
        raise Unavailable(mark("Storage", "There is no file {path}."), path=source)
    verify(source)
    url = database_url(target)
    if url.get_backend_name() == "sqlite":
        _restore_file(source, Path(url.database or ""))
        return
    shared = Database(url, make_engine(url))
    local = Database(database_url(source), make_engine(database_url(source)))
    try:
        migrate.upgrade(shared)
        with local.engine.connect() as rows, shared.engine.connect() as sink, sink.begin():
            _refuse_unless_empty(sink)
            copy_rows(rows, sink, progress)
            restart_identities(sink)
    finally:
        shared.close()
        local.close()


def _restore_file(source: Path, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    part = _part(path)
    with closing(sqlite3.connect(source)) as old, closing(sqlite3.connect(part)) as new:
        old.backup(new)
    if path.exists():
        os.replace(path, path.with_name(path.name + ".before-restore"))
    for beside in ("-wal", "-shm"):
        path.with_name(path.name + beside).unlink(missing_ok=True)
    _settle(part, path)


def _refuse_unless_empty(sink: Connection) -> None:
    tables = [table for table in Base.metadata.sorted_tables if "version" in table.columns]
    if any(sink.scalar(select(func.count()).select_from(table)) for table in tables):
        raise Refused(mark("Backup", "The database already holds records; a backup is restored into an empty one."))
    for table in reversed(Base.metadata.sorted_tables):
        sink.execute(table.delete())


def copy_rows(source: Connection, sink: Connection, progress: Progress | None = None) -> None:
    """Copy every row of every table, references checked at the end."""
    tables = Base.metadata.sorted_tables
    if sink.dialect.name == "sqlite":
        sink.execute(text("PRAGMA defer_foreign_keys=ON"))
    for table in reversed(tables):
        sink.execute(table.delete())
    for done, table in enumerate(tables):
        for rows in source.execution_options(yield_per=CHUNK).execute(select(table).order_by(table.c.id)).partitions():
            sink.execute(insert(table), [_ordered(row._mapping) for row in rows])
        if progress:
            progress(done + 1, len(tables))


def _ordered(row: Any) -> dict[str, Any]:
    return {column: row[column] for column in row}


def restart_identities(sink: Connection) -> None:
    """After rows were written with their ids: let a server's next id follow the greatest one."""
    for table in Base.metadata.sorted_tables:
        sequence = select(func.pg_get_serial_sequence(table.name, "id")).scalar_subquery()
        next_id = select(func.coalesce(func.max(table.c.id), 0) + 1).scalar_subquery()
        sink.execute(select(func.setval(sequence, next_id, False)))
