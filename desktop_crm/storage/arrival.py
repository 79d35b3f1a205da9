"""A company that comes to a server as a whole: its rows, its history as it is, and people who can go on signing in."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import count

from sqlalchemy import Connection, RowMapping, Table, func, insert, select, text, update
from sqlalchemy.orm import Session

from desktop_crm.errors import Refused
from desktop_crm.i18n import mark, translate
from desktop_crm.models import BY_MODULE, Base, Role, User
from desktop_crm.models.text import fold
from desktop_crm.storage import transfer, within
from desktop_crm.storage.database import Database
from desktop_crm.storage.ownership import as_owner
from desktop_crm.storage.watch import Watch

SHIPPED = frozenset(
    "company list_value tax_rate number_series price_book setting role role_right field_right app_user team "
    "user_within search_prefix sign_in editing receipt".split()
)
"""Tables that have rows in a new shared database; what stands in any other one is somebody's data."""

_LOGIN = re.compile(r"(?!pg_)[a-z_][a-z0-9_.-]{0,62}")


@dataclass(frozen=True, slots=True)
class Arrival:
    """What came: rows by table, names that had to change, and users without a login on the server."""

    counts: Mapping[str, int]
    renamed: Mapping[str, str]
    without_login: Sequence[str]


def hold(sink: Connection) -> None:
    """Let nobody else change anything until the transaction ends; who reads may go on."""
    sink.execute(text("SET LOCAL lock_timeout = '15s'"))
    names = ", ".join(f'"{one.name}"' for one in Base.metadata.sorted_tables)
    sink.execute(text(f"LOCK TABLE {names} IN EXCLUSIVE MODE"))


def refuse_unless_empty(sink: Connection) -> None:
    """Raise Refused, naming what there is, for a database that holds more than the rows every company begins with."""
    if held := data_in(sink):
        what = ", ".join(f"{name}: {number}" for name, number in held.items())
        message = mark(
            "Move", "The server's database is not empty; a company is moved into an empty one. It has {what}"
        )
        raise Refused(message, what=what)


def data_in(sink: Connection) -> dict[str, int]:
    """How much of somebody's data the database holds, by what it is called."""
    tables = [one for one in Base.metadata.sorted_tables if one.name not in SHIPPED]
    counted = {_called(one): sink.scalar(select(func.count()).select_from(one)) or 0 for one in tables}
    return {name: number for name, number in counted.items() if number}


def _called(one: Table) -> str:
    entity = BY_MODULE.get(one.name)
    return translate(entity.plural_label) if entity is not None else one.name


def put(source: Connection, sink: Connection, watch: Watch) -> Arrival:
    """Put every row of `source` in the place of all rows of the server; its owner's transaction, ended by the caller.

    Whoever could sign in to the server still can, administrators as administrators.
    """
    transfer.begin_copying(sink)
    logins = _logins(sink)
    counts = transfer.carry(source, sink, watch)
    renamed = _rename(sink)
    _keep_logins(sink, logins)
    active = sink.scalars(select(User.name).where(User.active).order_by(User.id))
    return Arrival(counts, renamed, [name for name in active if name not in logins])


def _logins(sink: Connection) -> dict[str, RowMapping]:
    """The users who can sign in to the server already, with what their role began as, by name."""
    can_sign_in = text("app_user.name IN (SELECT rolname FROM pg_catalog.pg_roles WHERE rolcanlogin)")
    columns = (User.name, User.full_name, User.email, Role.preset, Role.administers)
    found = sink.execute(select(*columns).join(Role, Role.id == User.role_id).where(User.active, can_sign_in))
    return {row["name"]: row for row in found.mappings()}


def _keep_logins(sink: Connection, logins: Mapping[str, RowMapping]) -> None:
    present = set(sink.scalars(select(User.name)))
    for name, row in logins.items():
        role = _role(sink, row)
        if name not in present:
            sink.execute(insert(User).values(name=name, full_name=row["full_name"], email=row["email"], role_id=role))
        elif row["administers"]:
            sink.execute(update(User).where(User.name == name).values(active=True, role_id=role))
    if set(logins) - present:
        with Session(sink) as session:
            within.lay_out(session)


def _role(sink: Connection, row: RowMapping) -> int | None:
    roles = select(Role.id).where(Role.administers == row["administers"])
    return sink.scalar(roles.order_by(Role.preset != row["preset"], Role.id).limit(1))


def _rename(sink: Connection) -> dict[str, str]:
    """Give every user a name that a server takes; the new names by the old ones."""
    names: dict[str, int] = {row.name: row.id for row in sink.execute(select(User.name, User.id).order_by(User.id))}
    taken, renamed = set(names), {}
    for name in names:
        if not _LOGIN.fullmatch(name):
            renamed[name] = login_name(name, taken)
            taken.add(renamed[name])
            sink.execute(update(User).where(User.id == names[name]).values(name=renamed[name]))
    return renamed


def login_name(name: str, taken: Collection[str]) -> str:
    """The sign-in name as a server takes it (plain lower-case letters), other than those `taken`."""
    plain = re.sub(r"[^a-z0-9_.-]+", ".", fold(name).lower()).strip(".-")[:56]
    plain = plain if _LOGIN.fullmatch(plain) else f"u.{plain}".rstrip(".")
    others = (f"{plain}{number}" for number in count(2))
    return plain if plain not in taken else next(other for other in others if other not in taken)


def analyze(shared: Database) -> None:
    """Let the server look at what has come, so that its first plans are right."""
    with shared.engine.connect() as connection, connection.begin():
        as_owner(connection)
        connection.execute(text("ANALYZE"))
