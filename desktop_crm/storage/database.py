"""A company's database: open it, read from it, write to it in units of work."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, TypeVar

from sqlalchemy import Engine, func, select
from sqlalchemy.engine import URL
from sqlalchemy.orm import Session

from desktop_crm.errors import Conflict, Lost, NotFound, Refused, Unavailable, Unsure
from desktop_crm.i18n import mark
from desktop_crm.models import Record
from desktop_crm.models.numbers import VIETNAM
from desktop_crm.models.record import now
from desktop_crm.models.rights import UNLIMITED, Rights
from desktop_crm.storage import history, receipts
from desktop_crm.storage.engine import database_url, explained, make_engine, make_restricted_engine
from desktop_crm.storage.history import Change
from desktop_crm.storage.interrupt import Wish, stoppable
from desktop_crm.storage.moved import Moved, moved_to
from desktop_crm.storage.retry import REPEATED

if TYPE_CHECKING:
    from desktop_crm.storage.feed import Feed

_OWN_UNITS = 500
_QUEUE = 72141  # number of the server's lock for units of work that collided before

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Actor:
    """Who does the work, with the rights they had when they signed in: a user, or the program itself (id None)."""

    id: int | None = None
    name: str = "system"
    full_name: str = ""
    rights: Rights = field(default=UNLIMITED, compare=False, repr=False)


SYSTEM = Actor()


@dataclass(slots=True)
class UnitOfWork:
    """One transaction of one user. `changes` is filled when a written one has been committed."""

    session: Session
    actor: Actor
    now: datetime = field(default_factory=now)
    changes: tuple[Change, ...] = ()

    @property
    def today(self) -> date:
        """The present day in Vietnam."""
        return self.now.astimezone(VIETNAM).date()

    def get(self, entity: type[R], record_id: int, version: int | None = None) -> R:
        """The record; NotFound where there is none, Conflict where its version is not the one expected.

        In a writing unit the row stays locked until the unit ends, so that two writers cannot both pass the check,
        and a record in the recycle bin is Refused: it is restored first.
        """
        record = self._row(entity, record_id)
        if record is None:
            raise NotFound()
        if record.deleted_at is not None and history.is_watched(self.session):
            raise Refused(mark("Storage", "“{title}” is in the recycle bin; restore it first."), title=record.title)
        if version is not None and record.version != version:
            raise self.conflict(record, {})
        return record

    def find(self, entity: type[R], record_id: int | None) -> R | None:
        """The record another one relates to; None without an id and for one in the recycle bin. Locks like `get`."""
        record = self._row(entity, record_id) if record_id is not None else None
        return record if record is not None and record.deleted_at is None else None

    def find_to_change(self, entity: type[R], record_id: int | None) -> R | None:
        """The related record where whoever works here may change it; None where not, and where `find` gives None.

        For what follows from other work: an order makes a prospect a customer, if that customer is in one's hands.
        """
        if record_id is None or self.session.get_bind().dialect.name == "sqlite":
            return self.find(entity, record_id)
        record = self.session.get(entity, record_id, with_for_update={"key_share": True})
        return record if record is not None and record.deleted_at is None else None

    def _row(self, entity: type[R], record_id: int) -> R | None:
        if not history.is_watched(self.session):
            return self.session.get(entity, record_id)
        locked = self.session.get(entity, record_id, with_for_update={"key_share": True})
        if locked is not None or self.session.get_bind().dialect.name == "sqlite":
            return locked
        return self.session.get(entity, record_id)  # a server locks for whoever may change it; others still see it

    def conflict(self, record: Record, theirs: dict[str, object]) -> Conflict:
        """The error that says who changed the record, and the fields that differ from what was read."""
        from desktop_crm.models import User

        user = self.session.get(User, record.modified_by_id) if record.modified_by_id else None
        return Conflict(theirs, user.full_name if user else "?", record.modified_at, record.version)


class Database:
    """One open database. Safe to share between threads; a unit of work belongs to one thread."""

    def __init__(self, url: URL, engine: Engine) -> None:
        self.url = url
        self.engine = engine
        self._restricted: dict[int, Engine] = {}
        self._lock = Lock()
        self.moved: Moved | None = None
        """Where the company lives now, when it was moved: its old file is only read."""
        self.own_units: deque[tuple[datetime, int | None]] = deque(maxlen=_OWN_UNITS)
        """Moment and user of the latest units written here, by which their history is told from that of others."""
        self._feeds: list[Feed] = []

    @property
    def is_local(self) -> bool:
        """Whether it is a file of this machine (SQLite) rather than a server (PostgreSQL)."""
        return self.engine.dialect.name == "sqlite"

    @property
    def path(self) -> Path:
        """The file of a local database."""
        assert self.is_local
        assert self.url.database
        return Path(self.url.database)

    @property
    def label(self) -> str:
        """The database as a person names it; never with a password."""
        if self.is_local:
            return str(self.path)
        return self.url.set(drivername="postgresql").render_as_string(hide_password=True)

    def engine_of(self, actor: Actor) -> Engine:
        """The engine an actor works through: in a file every user has one of their own, which keeps to their rights."""
        if actor.id is None or not self.is_local:
            return self.engine
        with self._lock:
            if actor.id not in self._restricted:
                self._restricted[actor.id] = make_restricted_engine(self.url, actor.id)
            return self._restricted[actor.id]

    @contextmanager
    def reading(self, actor: Actor = SYSTEM, cancel: Wish | None = None) -> Iterator[UnitOfWork]:
        """A unit of work that sees one state of the database and keeps nothing.

        When `cancel` is set, from any thread, the statement that is running ends at once and Cancelled is raised.
        """
        with (
            explained(self.url),
            Session(self.engine_of(actor), autoflush=False) as session,
            stoppable(session, cancel),
        ):
            yield UnitOfWork(session, actor)

    @contextmanager
    def writing(self, actor: Actor = SYSTEM, token: str = "") -> Iterator[UnitOfWork]:
        """A unit of work that is committed as a whole, with its history, or not at all.

        With a `token` it leaves a receipt. Raises Unsure where the connection broke while committing: whether the
        work is kept is then to be asked with `is_kept`, and it is done again only where it is not.
        """
        if self.moved is not None:
            raise self.moved.refusal()
        with explained(self.url), Session(self.engine_of(actor), expire_on_commit=False) as session:
            session.connection(execution_options={"writing": True})
            unit = UnitOfWork(session, actor, now() if self.is_local else _introduce(session, actor))
            history.watch(session, actor.id, unit.now)
            self.own_units.append((unit.now, actor.id))
            yield unit
            session.flush()
            unit.changes = history.write(session, actor.id, actor.full_name or actor.name)
            if token:
                receipts.leave(session, token, actor.id, unit.now, unit.changes)
            with self._sure():
                session.commit()

    @contextmanager
    def _sure(self) -> Iterator[None]:
        """Raise Unsure where the server was told to commit and its answer never came."""
        try:
            with explained(self.url):
                yield
        except Lost as error:
            raise Unsure(Unavailable.message, **error.values) from error

    def is_kept(self, token: str, actor: Actor = SYSTEM) -> bool:
        """Whether the unit of work with this token was committed; False means that it never will be. Raises Lost."""
        with explained(self.url), Session(self.engine) as session:
            session.connection(execution_options={"writing": True})
            return receipts.is_kept(session, token, actor.id, now())

    def ping(self) -> None:
        """Reach the database, by a connection that is sound. Raises Unavailable."""
        with explained(self.url), self.engine.connect() as connection:
            connection.exec_driver_sql("SELECT 1")

    def accepts(self, password: str) -> bool:
        """Whether the server lets whoever is connected in with this password."""
        from desktop_crm.storage.server_password import accepts

        return accepts(self.engine, password)

    def change_password(self, new: str) -> None:
        """Give whoever is connected to the server a new password there; later connections use it."""
        from desktop_crm.storage.server_password import change

        with explained(self.url):
            change(self.engine, new)
        self.use_password(new)

    def use_password(self, password: str) -> None:
        """Connect with this password from now on; connections that are open stay so."""
        from desktop_crm.storage.server_password import use

        use(self.engine, password)

    def follow(self, actor: Actor, tell: Callable[[tuple[Change, ...]], object]) -> Feed:
        """Call `tell`, from another thread, with what others change, until the database is closed."""
        from desktop_crm.storage.feed import Feed

        self._feeds.append(feed := Feed(self, actor, tell))
        return feed

    def close(self) -> None:
        """Give back every connection."""
        while self._feeds:
            self._feeds.pop().close()
        for engine in (self.engine, *self._restricted.values()):
            engine.dispose()


def _introduce(session: Session, actor: Actor) -> datetime:
    """Tell the server for whom its owner speaks, until the transaction ends; the transaction's moment by its clock.

    Whoever connected as a user of the database is that user, whatever is said here.
    """
    if REPEATED.get():
        session.execute(select(func.pg_advisory_xact_lock(_QUEUE)))
    speaks = func.set_config("crm.user_id", "" if actor.id is None else str(actor.id), True)
    moment: datetime = session.execute(select(func.now(), speaks)).one()[0]
    return moment.astimezone(UTC)


def open_database(target: str | Path, *, create: bool = True) -> Database:
    """Open a database file or server, make or upgrade its schema, and fill an empty one with its first rows.

    A local file is copied beside itself before its schema is changed. A server's schema is changed by the owner of the
    database alone; to others an older one is SchemaTooOld. Raises Unavailable, Damaged, Forbidden, SchemaTooNew; with
    `create=False` also Unavailable where the file does not exist.
    """
    from desktop_crm.storage import migrate, reindex, seed

    url = database_url(target)
    if url.get_backend_name() == "sqlite":
        path = Path(url.database or "")
        if not create and not path.exists():
            raise Unavailable(mark("Storage", "There is no file {path}."), path=path)
        with explained(url):
            _make_folder(path)
    database = Database(url, make_engine(url))
    try:
        with explained(url):
            if migrate.is_kept_by_another(database):
                migrate.refuse_another_schema(database)
            else:
                migrate.upgrade(database)
                seed.fill(database)
                reindex.if_outdated(database)
            if database.is_local:
                with database.reading() as unit:
                    database.moved = moved_to(unit.session)
    except BaseException:
        database.close()
        raise
    return database


def _make_folder(path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Unavailable(reason=str(error)) from error
