"""A copy put in the place of a company: of a local file or of a server's database. What was there is kept first."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from datetime import datetime
from itertools import chain, count
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import URL, Connection

from desktop_crm.errors import Refused, Unavailable
from desktop_crm.i18n import mark
from desktop_crm.storage import arrival, migrate, moved, seed
from desktop_crm.storage.backup import UNWRITTEN, backup, copy_pages, part_of, settle, verify, written
from desktop_crm.storage.database import Database
from desktop_crm.storage.engine import database_url, explained, make_engine
from desktop_crm.storage.ownership import as_owner
from desktop_crm.storage.seal import read_only, remove_seal
from desktop_crm.storage.watch import SILENT, Progress, Watch, Wish


def restore(
    source: Path,
    target: str | Path,
    progress: Progress | None = None,
    cancel: Wish | None = None,
    *,
    replace: bool = False,
) -> Path | None:
    """Put a copy in the place of a local file or of a server's database; where what it replaces is kept, if there was
    anything.

    A local file is kept beside as `….before-restore`, or `….before-restore-2` where that exists. A server that holds
    data is Refused unless `replace` is said; it is then first copied to a file beside `source`. Raises Unavailable for
    a file others have open, Damaged, SchemaTooNew, and Forbidden for a login that does not own the server's database.
    """
    if not source.exists():
        raise Unavailable(mark("Storage", "There is no file {path}."), path=source)
    watch = Watch(progress, cancel)
    url = database_url(target)
    if url.get_backend_name() == "sqlite":
        return _restore_file(source, Path(url.database or ""), watch)
    verify(source)
    with TemporaryDirectory() as folder:
        copied = Path(folder, "copy.crm")  # brought to this schema without touching the copy
        _copy(source, copied)
        return _restore_rows(copied, url, watch, source.parent if replace else None)


# ---------------------------------------------------------------- a server
def _restore_rows(source: Path, url: URL, watch: Watch, folder: Path | None) -> Path | None:
    shared = Database(url, make_engine(url))
    local = Database(database_url(source), make_engine(database_url(source)))
    try:
        with explained(url):
            migrate.upgrade(shared)
            seed.fill(shared)
        migrate.upgrade(local)
        kept = _keep_server(shared, folder) if folder is not None else None
        _replace_rows(local, shared, watch, replace=folder is not None)
        arrival.analyze(shared)
        return kept
    finally:
        shared.close()
        local.close()


def _replace_rows(local: Database, shared: Database, watch: Watch, *, replace: bool) -> None:
    with explained(shared.url), local.engine.connect() as source, shared.engine.connect() as sink, sink.begin():
        as_owner(sink)
        arrival.hold(sink)
        if not replace:
            _refuse_unless_empty(sink)
        arrival.put(source, sink, watch)
        moved.take_mark(sink)


def _refuse_unless_empty(sink: Connection) -> None:
    if arrival.data_in(sink):
        raise Refused(mark("Backup", "The database already holds records; a backup is restored into an empty one."))


def _keep_server(shared: Database, folder: Path) -> Path | None:
    """A copy of what the server holds now; None where it holds nothing."""
    with shared.engine.connect() as connection, connection.begin():
        as_owner(connection)
        if not arrival.data_in(connection):
            return None
    stamp = datetime.now().astimezone().strftime("%Y-%m-%d %H%M%S")
    path = folder / f"{shared.url.database} before restore {stamp}.crm"
    backup(shared, path)
    return path


# ---------------------------------------------------------------- a file
def _restore_file(source: Path, path: Path, watch: Watch) -> Path | None:
    """Until the last step, a rename, the present file stays where it is: a kill at any moment leaves the one or the
    other."""
    seal = verify(source)
    steps = seal.rows if seal else 0
    watch.expect(steps)
    with part_of(path) as part:
        with written(part):
            _copy(source, part, watch, steps)
        verify(part)
        _unmark(part)
        kept = _keep_present(path) if path.exists() else None
        settle(part, path)
    return kept


def _copy(source: Path, target: Path, watch: Watch = SILENT, steps: int = 0) -> None:
    with closing(sqlite3.connect(read_only(source), uri=True)) as old:
        copy_pages(old, target, watch, steps)


def _unmark(path: Path) -> None:
    """A restored company is a database like any other, and lives where it was restored to."""
    with written(path), closing(sqlite3.connect(path)) as connection:
        remove_seal(connection)
        connection.execute("DELETE FROM setting WHERE name = ?", (moved.NAME,))
        connection.commit()


def _keep_present(path: Path) -> Path:
    kept = _free_name(path)
    try:
        _close_journal(path)
        _copy(path, kept)
    except sqlite3.OperationalError as error:
        raise Unavailable(UNWRITTEN, path=kept, reason=error) from error
    except sqlite3.DatabaseError:  # damaged: it is kept as it is, with what stands beside it
        kept.unlink(missing_ok=True)
        for beside in ("", "-wal", "-shm"):
            if (one := path.with_name(path.name + beside)).exists():
                os.replace(one, kept.with_name(kept.name + beside))
    return kept


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
