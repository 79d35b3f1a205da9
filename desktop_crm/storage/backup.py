"""Copies of a whole database: online, verified, and always a local file, whatever the source."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from itertools import chain, count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import quote

from sqlalchemy import URL, Connection, func, insert, select, text

from desktop_crm.errors import Damaged, Refused, SchemaTooNew, Unavailable
from desktop_crm.i18n import mark
from desktop_crm.models import Base
from desktop_crm.storage import migrate
from desktop_crm.storage.database import Database
from desktop_crm.storage.engine import database_url, explained, make_engine

Progress = Callable[[int, int], None]
CHUNK = 2000
_UNWRITTEN = mark("Backup", "The copy {path} cannot be written: {reason}")


def backup(database: Database, path: Path, progress: Progress | None = None) -> None:
    """Write the whole database, as it is at this moment, to the file `path`; verified before it takes that name.

    Others go on working meanwhile. Raises Unavailable where the file cannot be written.
    """
    if database.is_local:
        if _same(path, database.path):
            raise Refused(mark("Backup", "A copy needs another name than the database itself: {path}"), path=path)
        copy_file(database, path)
        return
    part = _part(path)
    target = Database(database_url(part), make_engine(database_url(part)))
    try:
        with explained(target.url):
            _fill(target, database, progress)
    except BaseException:
        target.close()
        part.unlink(missing_ok=True)
        raise
    target.close()
    _settle(part, path)


def _fill(target: Database, database: Database, progress: Progress | None) -> None:
    migrate.upgrade(target)
    with database.engine.connect() as source, target.engine.connect().execution_options(writing=True) as sink:
        source = source.execution_options(isolation_level="REPEATABLE READ")
        with source.begin(), sink.begin():
            copy_rows(source, sink, progress)


def _same(path: Path, other: Path) -> bool:
    return path.exists() and other.exists() and path.samefile(other)


def copy_file(database: Database, path: Path) -> None:
    """An online copy of a local database file."""
    part = _part(path)
    try:
        with closing(sqlite3.connect(database.path)) as source, closing(sqlite3.connect(part)) as target:
            source.backup(target)
            target.execute("PRAGMA journal_mode=DELETE")  # one file, nothing beside it
    except sqlite3.Error as error:
        part.unlink(missing_ok=True)
        raise Unavailable(_UNWRITTEN, path=path, reason=error) from error
    _settle(part, path)


def _part(path: Path) -> Path:
    part = path.with_name(path.name + ".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
    except OSError as error:
        raise Unavailable(_UNWRITTEN, path=path, reason=error.strerror) from error
    return part


def _settle(part: Path, path: Path) -> None:
    verify(part)
    try:
        os.replace(part, path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise Unavailable(_UNWRITTEN, path=path, reason=error.strerror) from error


def verify(path: Path) -> None:
    """Raise Damaged unless the file is a sound database of this program, SchemaTooNew where that is too old for it."""
    try:
        with closing(sqlite3.connect(_read_only(path), uri=True)) as connection:
            sound = connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
            schemas = connection.execute("SELECT version_num FROM alembic_version").fetchall()
    except sqlite3.Error as error:
        raise Damaged(None, path=path) from error
    if not (sound and len(schemas) == 1):
        raise Damaged(None, path=path)
    if schemas[0][0] > migrate.head():
        raise SchemaTooNew()


def _read_only(path: Path) -> str:
    """SQLite's URI of a file to be read, whatever characters its name has."""
    posix = path.absolute().as_posix()
    return f"file://{'' if posix.startswith('/') else '/'}{quote(posix)}?mode=ro"


def restore(source: Path, target: str | Path, progress: Progress | None = None) -> None:
    """Put a backup in the place of a local file, or into an empty server database.

    A local file that was there is kept beside as `….before-restore`, or `….before-restore-2` where that exists.
    Raises Refused for a server that has records, Unavailable for a file others have open, Damaged, SchemaTooNew.
    """
    if not source.exists():
        raise Unavailable(mark("Storage", "There is no file {path}."), path=source)
    verify(source)
    url = database_url(target)
    if url.get_backend_name() == "sqlite":
        _restore_file(source, Path(url.database or ""))
        return
    with TemporaryDirectory() as folder:
        copied = Path(folder, "copy.crm")  # brought to this schema without touching the backup
        _copy(source, copied)
        _restore_rows(copied, url, progress)


def _restore_rows(source: Path, url: URL, progress: Progress | None) -> None:
    shared = Database(url, make_engine(url))
    local = Database(database_url(source), make_engine(database_url(source)))
    try:
        migrate.upgrade(shared)
        migrate.upgrade(local)
        with local.engine.connect() as rows, shared.engine.connect() as sink, sink.begin():
            _refuse_unless_empty(sink)
            copy_rows(rows, sink, progress)
            restart_identities(sink)
    finally:
        shared.close()
        local.close()


def _restore_file(source: Path, path: Path) -> None:
    """Until the last step, a rename, the present file stays where it is: a kill at any moment leaves the one or the
    other."""
    part = _part(path)
    try:
        _copy(source, part)
        if path.exists():
            _keep_present(path)
    except sqlite3.Error as error:
        part.unlink(missing_ok=True)
        raise Unavailable(_UNWRITTEN, path=path, reason=error) from error
    _settle(part, path)


def _copy(source: Path, target: Path) -> None:
    with closing(sqlite3.connect(source)) as old, closing(sqlite3.connect(target)) as new:
        old.backup(new)


def _keep_present(path: Path) -> None:
    kept = _free_name(path)
    try:
        _close_journal(path)
        _copy(path, kept)
    except sqlite3.OperationalError:
        raise
    except sqlite3.DatabaseError:  # damaged: it is kept as it is, with what stands beside it
        for beside in ("", "-wal", "-shm"):
            if (one := path.with_name(path.name + beside)).exists():
                os.replace(one, kept.with_name(kept.name + beside))


def _close_journal(path: Path) -> None:
    """Fold what stands beside a file into it, so that nothing of it is taken for the restored one's.

    Raises Unavailable while another program has the file open: it would go on writing into a file without a name.
    """
    with closing(sqlite3.connect(path, timeout=1)) as connection:
        try:
            connection.execute("PRAGMA journal_mode=DELETE")
        except sqlite3.OperationalError as error:
            if "locked" not in str(error):
                raise
            message = mark("Storage", "The database file is in use by another program; please try again.")
            raise Unavailable(message) from error


def _free_name(path: Path) -> Path:
    first = path.with_name(f"{path.name}.before-restore")
    later = (first.with_name(f"{first.name}-{n}") for n in count(2))
    return next(name for name in chain([first], later) if not name.exists())


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
