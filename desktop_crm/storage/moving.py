"""Moving the company of a local file into an empty shared database: all of it, compared row by row, or nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from sqlalchemy import Connection, text

from desktop_crm.errors import Refused, SchemaTooNew
from desktop_crm.i18n import mark, translate
from desktop_crm.models import BY_MODULE
from desktop_crm.models.record import now
from desktop_crm.storage import arrival, check, migrate, moved, seed
from desktop_crm.storage.database import Database
from desktop_crm.storage.engine import database_url, explained, make_engine
from desktop_crm.storage.moved import Moved
from desktop_crm.storage.ownership import as_owner
from desktop_crm.storage.watch import Progress, Watch, Wish


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was moved: rows by table, users that need a password there, and sign-in names that had to change."""

    address: str
    counts: Mapping[str, int]
    users: Sequence[str]
    renamed: Mapping[str, str] = field(default_factory=dict)

    @property
    def rows(self) -> int:
        """All rows of all tables."""
        return sum(self.counts.values())

    @property
    def records(self) -> Mapping[str, int]:
        """How many records of each module."""
        return {module: self.counts[module] for module in BY_MODULE}

    def lines(self) -> list[str]:
        """What is to be told when it is done, a line each."""
        told = [
            translate(mark("Move", "{rows} rows were moved to {address} and compared one by one."), rows=self.rows,
                      address=self.address)
        ]  # fmt: skip
        told += [f"  {translate(BY_MODULE[module].plural_label)}: {count}" for module, count in self.records.items()]
        told += [
            translate(mark("Move", "“{old}” signs in as “{new}” there."), old=old, new=new)
            for old, new in self.renamed.items()
        ]
        told += [
            translate(mark("Move", "“{name}” needs a password there: user password {name}"), name=name)
            for name in self.users
        ]
        return told


def move(database: Database, target: str, progress: Progress | None = None, cancel: Wish | None = None) -> Outcome:
    """Move the company of a local file into the empty shared database at the URL `target`, then mark the file.

    Nobody can write into the file meanwhile. A failure, or a wish to stop, leaves both as they were. Raises Refused
    for a server that holds data, a file that is damaged or already moved, or a schema of another version.
    """
    _refuse_source(database)
    shared = _open(target)
    try:
        with explained(shared.url):
            return _move(database, shared, Watch(progress, cancel))
    finally:
        shared.close()


def _refuse_source(database: Database) -> None:
    if not database.is_local:
        raise Refused(mark("Move", "Only the company of a file can be moved to a server."))
    if database.moved is not None:
        raise database.moved.refusal()
    grave = [finding.text() for finding in check.findings(database) if finding.grave]
    if grave:
        message = mark("Move", "The file is damaged, so it is not moved; “check” tells more. {problem}")
        raise Refused(message, problem=grave[0])


def _open(target: str) -> Database:
    """The server's database with this program's schema; made where it has none at all."""
    url = database_url(target)
    if url.get_backend_name() != "postgresql":
        raise Refused(mark("Move", "A company is moved to a server: give a postgresql:// address."))
    shared = Database(url, make_engine(url))
    try:
        with explained(url):
            _prepare(shared)
    except BaseException:
        shared.close()
        raise
    return shared


def _prepare(shared: Database) -> None:
    with shared.engine.connect() as connection:
        present = migrate.current(connection)
    if present > migrate.head():
        raise SchemaTooNew()
    if present and present != migrate.head():
        message = mark("Move", "The server's database has schema {present}, this program {head}: “upgrade” it first.")
        raise Refused(message, present=present, head=migrate.head())
    if not present:
        migrate.upgrade(shared)
        seed.fill(shared)


def try_target(target: str) -> str:
    """Whether the address would take a company; what it is, in words. Changes nothing; raises what `move` would."""
    url = database_url(target)
    shared = Database(url, make_engine(url))
    try:
        with explained(url), shared.engine.connect() as connection:
            present = migrate.current(connection)
            if present > migrate.head():
                raise SchemaTooNew()
            if present:
                as_owner(connection)
                arrival.refuse_unless_empty(connection)
            return str(connection.scalar(text("SELECT current_setting('server_version')")))
    finally:
        shared.close()


def _move(database: Database, shared: Database, watch: Watch) -> Outcome:
    address = _address(shared)
    mark_ = Moved(address, now())
    with _alone(database) as source, shared.engine.connect() as sink:
        with sink.begin():
            as_owner(sink)
            arrival.hold(sink)
            arrival.refuse_unless_empty(sink)
            came = arrival.put(source, sink, watch)
            moved.put_mark(source, mark_)  # a full disk is noticed while the server can still forget it all
        database.moved = mark_
    arrival.analyze(shared)
    return Outcome(address, came.counts, came.without_login, came.renamed)


def _address(shared: Database) -> str:
    """Where everybody finds the company, each by their own name: without who moved it, or a password."""
    query = {key: value for key, value in shared.url.query.items() if key in ("host", "port", "sslmode", "sslrootcert")}
    url = shared.url.set(drivername="postgresql", query=query)
    return url._replace(username=None, password=None).render_as_string(hide_password=False)


@contextmanager
def _alone(database: Database) -> Iterator[Connection]:
    """The file, held so that others may read it but not write."""
    with explained(database.url), database.engine.connect().execution_options(writing=True) as source, source.begin():
        yield source


def take_back(database: Database) -> None:
    """Let a company that was moved be changed in its old file again. What was entered on the server stays there."""
    with _alone(database) as source:
        moved.take_mark(source)
    database.moved = None
