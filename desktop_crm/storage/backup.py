"""Copies of a whole database: made while others work, read again before they take their name, and always one file."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import Connection, text

from desktop_crm.errors import Damaged, Refused, SchemaTooNew, Unavailable
from desktop_crm.i18n import mark
from desktop_crm.storage import check, migrate, transfer
from desktop_crm.storage.database import Database
from desktop_crm.storage.engine import database_url, explained, make_engine
from desktop_crm.storage.ownership import see_whole
from desktop_crm.storage.seal import (
    Seal,
    count_rows,
    digest_of,
    read_only,
    read_seal,
    sealed,
    tables_of,
    verified,
    write_seal,
)
from desktop_crm.storage.watch import SILENT, Progress, Watch, Wish

UNWRITTEN = mark("Backup", "The copy {path} cannot be written: {reason}")
_PAGES = 1024  # copied at a time; between two of them a wish to stop is heard


def backup(database: Database, path: Path, progress: Progress | None = None, cancel: Wish | None = None) -> Seal:
    """Write the whole database, as it is at this moment, to the file `path`; what it says of itself.

    It is read again and compared with the original before it takes that name; what was there under it stays until then.
    Others go on working meanwhile. Raises Unavailable where the file cannot be written, Damaged where the original
    cannot be read, Forbidden for a login that would see a part of a server only.
    """
    if database.is_local and _same(path, database.path):
        raise Refused(mark("Backup", "A copy needs another name than the database itself: {path}"), path=path)
    watch = Watch(progress, cancel)
    with part_of(path) as part:
        seal = _copy_of_file(database, part, watch) if database.is_local else _copy_of_server(database, part, watch)
        seal = _read_again(part, seal, watch)
        settle(part, path)
    return seal


def _same(path: Path, other: Path) -> bool:
    return path.exists() and other.exists() and path.samefile(other)


def copy_file(database: Database, path: Path) -> None:
    """A sound copy of a local file as it is, whatever its schema; it has no seal."""
    with part_of(path) as part:
        with written(part), closing(sqlite3.connect(database.path)) as source:
            copy_pages(source, part)
        verify(part)
        settle(part, path)


# ---------------------------------------------------------------- writing
@contextmanager
def part_of(path: Path) -> Iterator[Path]:
    """A name beside `path` to write under; whatever is left there goes when the work fails."""
    part = path.with_name(path.name + ".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        remove(part)
    except OSError as error:
        raise Unavailable(UNWRITTEN, path=path, reason=error.strerror) from error
    try:
        yield part
    except BaseException:
        with suppress(OSError):
            remove(part)
        raise


def remove(path: Path) -> None:
    """Delete a database file and what SQLite keeps beside it."""
    for beside in ("", "-wal", "-shm", "-journal"):
        path.with_name(path.name + beside).unlink(missing_ok=True)


def _copy_of_file(database: Database, part: Path, watch: Watch) -> Seal:
    _refuse_without_room(part, database.path.stat().st_size)
    with written(part), closing(sqlite3.connect(database.path, isolation_level=None)) as source:
        source.execute("BEGIN")  # what is counted, digested and copied is one and the same state
        tables = tables_of(source)
        counts = count_rows(source, tables)
        watch.expect(3 * sum(counts.values()))
        copy_pages(source, part, watch, sum(counts.values()))
        seal = sealed(database.label, counts, digest_of(source, tables, watch))
        source.execute("ROLLBACK")
    return seal


def copy_pages(source: sqlite3.Connection, target: Path, watch: Watch = SILENT, steps: int = 0) -> None:
    """Copy a database page by page; `steps` of the watch are taken meanwhile."""
    taken = 0

    def step(_: int, remaining: int, total: int) -> None:
        nonlocal taken
        due = steps * (total - remaining) // max(total, 1) - taken
        taken += due
        watch.step(due)

    with closing(sqlite3.connect(target)) as copied:
        source.backup(copied, pages=_PAGES, progress=step)
        copied.execute("PRAGMA journal_mode=DELETE")  # one file, nothing beside it


@contextmanager
def written(path: Path) -> Iterator[None]:
    """Say what goes wrong while a file is written."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        reason = str(error)
        if "malformed" in reason or "not a database" in reason:
            raise Damaged(
                mark("Backup", "The database is damaged, so no copy was made: {reason}"), reason=reason
            ) from error
        raise Unavailable(UNWRITTEN, path=path.with_suffix(""), reason=reason) from error
    except OSError as error:
        raise Unavailable(UNWRITTEN, path=path.with_suffix(""), reason=error.strerror) from error


def _refuse_without_room(part: Path, needed: int) -> None:
    free = shutil.disk_usage(part.parent).free
    if free < needed + needed // 10:
        message = mark("Backup", "The disk of {folder} is full: a copy needs {needed} MB, {free} MB are free.")
        raise Unavailable(message, folder=part.parent, needed=-(-needed // 10**6), free=free // 10**6)


def _copy_of_server(database: Database, part: Path, watch: Watch) -> Seal:
    target = Database(database_url(part), make_engine(database_url(part)))
    try:
        with explained(target.url):
            migrate.upgrade(target)
            with (
                target.engine.connect().execution_options(writing=True) as sink,
                _whole(database) as source,
                sink.begin(),
            ):
                transfer.carry(source, sink, watch)
    finally:
        target.close()
    with written(part), closing(sqlite3.connect(part)) as copied:
        copied.execute("PRAGMA journal_mode=DELETE")
        tables = tables_of(copied)
        counts = count_rows(copied, tables)
        watch.expect(2 * sum(counts.values()))
        return sealed(database.label, counts, digest_of(copied, tables, watch))


@contextmanager
def _whole(database: Database) -> Iterator[Connection]:
    """One state of a server's database with every row, whoever owns it."""
    with explained(database.url), database.engine.connect() as connection:
        source = connection.execution_options(isolation_level="REPEATABLE READ")
        with source.begin():
            source.execute(text("SET TRANSACTION READ ONLY"))
            see_whole(source)
            yield source


# ---------------------------------------------------------------- reading again
def _read_again(part: Path, seal: Seal, watch: Watch) -> Seal:
    with written(part), closing(sqlite3.connect(part)) as copied:
        write_seal(copied, seal)
        copied.commit()
    verify(part, watch)
    seal = verified(seal, len(problems_of(part)))
    with written(part), closing(sqlite3.connect(part)) as copied:
        copied.execute("PRAGMA journal_mode=DELETE")
        write_seal(copied, seal)
        copied.commit()
    return seal


def problems_of(path: Path, *, thorough: bool = False, watch: Watch = SILENT) -> list[check.Finding]:
    """What `check` finds in a copy. The file is opened for writing: look at somebody's copy with `look_into`."""
    copied = Database(database_url(path), make_engine(database_url(path)))
    try:
        return check.findings(copied, thorough=thorough, watch=watch)
    finally:
        copied.close()


def look_into(path: Path, progress: Progress | None = None, cancel: Wish | None = None) -> list[check.Finding]:
    """Everything that is wrong in a copy, which stays as it is. Raises Damaged for one that is not what was written."""
    if not path.exists():
        raise Unavailable(mark("Storage", "There is no file {path}."), path=path)
    watch = Watch(progress, cancel)
    verify(path, watch)
    with TemporaryDirectory() as folder:
        opened = Path(folder, "copy.crm")
        with written(opened), closing(sqlite3.connect(read_only(path), uri=True)) as source:
            copy_pages(source, opened, watch)
        copied = Database(database_url(opened), make_engine(database_url(opened)))
        try:
            migrate.upgrade(copied)
            return check.findings(copied, watch=watch)
        finally:
            copied.close()


def verify(path: Path, watch: Watch = SILENT) -> Seal | None:
    """Raise Damaged unless the file is a sound database of this program that holds what its seal says.

    SchemaTooNew where this program is too old for it. A copy of an earlier program has no seal (None).
    """
    try:
        with closing(sqlite3.connect(read_only(path), uri=True)) as connection:
            sound = connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
            schemas = connection.execute("SELECT version_num FROM alembic_version").fetchall()
            seal = read_seal(connection)
            same = seal is None or _holds(connection, seal, watch)
    except sqlite3.Error as error:
        raise Damaged(None, path=path) from error
    if not (sound and len(schemas) == 1):
        raise Damaged(None, path=path)
    if schemas[0][0] > migrate.head():
        raise SchemaTooNew()
    if not same:
        raise Damaged(mark("Backup", "{path} is not what was written: rows of it were changed or lost."), path=path)
    return seal


def _holds(connection: sqlite3.Connection, seal: Seal, watch: Watch) -> bool:
    tables = tables_of(connection)
    if tables != sorted(seal.counts) or count_rows(connection, tables) != dict(seal.counts):
        return False
    return digest_of(connection, tables, watch) == seal.digest


def settle(part: Path, path: Path) -> None:
    """Give a finished file its name, on the disk and not only in its memory."""
    try:
        with open(part, "rb+") as file:
            os.fsync(file.fileno())
        os.replace(part, path)
    except OSError as error:
        raise Unavailable(UNWRITTEN, path=path, reason=error.strerror) from error
