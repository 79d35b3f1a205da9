"""Who does the work: a user of the database, once they have shown who they are.

A file in which nobody has a password asks nothing: it opens for its first user, or for the one who is named. As soon
as somebody has one, the name and the password are asked for, and who came, went or was turned away is kept.
"""

from __future__ import annotations

import platform
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select, text

from desktop_crm.errors import Fault, Forbidden, Invalid
from desktop_crm.i18n import mark
from desktop_crm.models import SignIn, User
from desktop_crm.models.numbers import VIETNAM
from desktop_crm.models.rights import Rights
from desktop_crm.services import passwords
from desktop_crm.services.rights import rights_of
from desktop_crm.storage import accounts
from desktop_crm.storage.database import SYSTEM, Actor, Database, UnitOfWork


class SignInNeeded(Forbidden):
    """The file asks for a name and a password."""

    message = mark("SignIn", "Please sign in with your name and password.")


class WrongPassword(Forbidden):
    """Nobody of this name has this password."""

    message = mark("SignIn", "The name or the password is not right.")


class Locked(Forbidden):
    """Too many wrong passwords; `until` says when the next one is looked at."""

    message = mark("SignIn", "Too many wrong passwords. Locked until {time}.")

    def __init__(self, until: datetime) -> None:
        super().__init__(None, time=f"{until.astimezone(VIETNAM):%H:%M}")
        self.until = until


@dataclass(frozen=True, slots=True)
class Known:
    """An active user as the sign-in window knows them."""

    id: int
    name: str
    full_name: str
    has_password: bool


def known_users(database: Database) -> list[Known]:
    """The active users of a file, in the order in which they were added."""
    with database.reading() as unit:
        rows = unit.session.execute(
            select(User.id, User.name, User.full_name, User.password_hash != "").where(User.active).order_by(User.id)
        )
        return [Known(*row) for row in rows]


def sign_in(database: Database, name: str = "", password: str | None = None) -> Actor:
    """The active user with this sign-in name (any case), or the first one where nobody asks for a name.

    Raises SignInNeeded, WrongPassword and Locked; Forbidden for a name nobody has in a database without passwords.
    """
    if not database.is_local:
        actor = _connected(database)
        if actor is None:
            return _named(database, name)
        with database.writing(actor) as unit:
            _keep(unit, actor.id, actor.name, "in")
        return actor
    users = known_users(database)
    if not any(user.has_password for user in users):
        return _named(database, name)
    named = next((user for user in users if user.name.lower() == name.strip().lower()), None)
    if not name or (password is None and (named is None or named.has_password)):
        raise SignInNeeded()
    return _checked(database, name, password or "")


def _named(database: Database, name: str) -> Actor:
    wanted = select(User).where(User.active).order_by(User.id)
    if name:
        wanted = wanted.where(func.lower(User.name) == name.casefold())
    with database.reading() as unit:
        user = unit.session.scalars(wanted.limit(1)).first()
        if user is None:
            raise _nobody(name)
        return _actor(unit, user)


def _connected(database: Database) -> Actor | None:
    """The user whose login is connected to a server; None for its owner, who may work in anybody's name."""
    with database.reading() as unit:
        login = unit.session.scalar(text("SELECT session_user"))
        user = unit.session.scalars(select(User).where(User.name == login)).first()
        if user is None and accounts.is_owner(unit.session):
            return None
        if user is None or not user.active:
            raise _nobody(login)
        return _actor(unit, user)


def _actor(unit: UnitOfWork, user: User) -> Actor:
    return Actor(user.id, user.name, user.full_name, rights_of(unit, user.id))


def _nobody(name: str | None) -> Forbidden:
    return Forbidden(mark("Users", "There is no active user “{name}”."), name=name)


def _checked(database: Database, name: str, password: str) -> Actor:
    with _trial(database) as unit:
        found = passwords.check(unit, name, password)
        _keep(unit, _id_of(found.user), name, found.outcome)
        if found.outcome == "in" and found.user is not None:
            return _actor(unit, found.user)
    raise Locked(found.until) if found.until is not None else WrongPassword()


def _trial(database: Database) -> AbstractContextManager[UnitOfWork]:
    """Where a password is tried and failures are counted; the file of a company that was moved keeps nothing more."""
    return database.writing() if database.moved is None else database.reading()


def _id_of(user: User | None) -> int | None:
    return user.id if user is not None else None


def _keep(unit: UnitOfWork, user_id: int | None, name: str, outcome: str) -> None:
    row = SignIn(user_id=user_id, name=name[:63], outcome=outcome, machine=platform.node()[:100], at=unit.now)
    unit.session.add(row)


def sign_out(database: Database, actor: Actor) -> None:
    """Keep that a user went, where people sign in."""
    if database.is_local and not any(user.has_password for user in known_users(database)):
        return
    if database.moved is not None:
        return
    with database.writing(SYSTEM if database.is_local else actor) as unit:
        _keep(unit, actor.id, actor.name, "out")


def confirm(database: Database, actor: Actor, password: str) -> None:
    """Whether it is still the actor who sits there. Raises WrongPassword, Locked."""
    if not database.is_local:
        if not database.accepts(password):
            raise WrongPassword(mark("SignIn", "The password is not right."))
        return
    with _trial(database) as unit:
        found = passwords.check(unit, actor.name, password)
        if found.outcome != "in":
            _keep(unit, _id_of(found.user), actor.name, found.outcome)
    if found.outcome != "in":
        raise Locked(found.until) if found.until else WrongPassword(mark("SignIn", "The password is not right."))


def change_own_password(database: Database, actor: Actor, old: str, new: str) -> None:
    """Give oneself a new password. Raises Invalid with faults of `old` and `password`, Locked."""
    try:
        confirm(database, actor, old)
    except WrongPassword as error:
        raise Invalid(Fault("old", error.message)) from error
    if not database.is_local:
        if fault := passwords.fault_of(actor.name, new):
            raise Invalid(fault)
        database.change_password(new)
        return
    assert actor.id is not None
    with database.writing() as unit:
        passwords.set_password(unit, actor.id, new)


def has_password(database: Database, actor: Actor) -> bool:
    """Whether a password is asked of this user: always on a server."""
    return not database.is_local or any(user.id == actor.id and user.has_password for user in known_users(database))


def require_administrator(database: Database, actor: Actor) -> None:
    """Raise Forbidden unless the user manages the database: whoever copies or mends it sees everything."""
    with database.reading() as unit:
        rights: Rights = rights_of(unit, actor.id)
    if not rights.administers:
        raise Forbidden(mark("SignIn", "Only an administrator may do this."))


def came_and_went(unit: UnitOfWork, limit: int = 500) -> list[SignIn]:
    """Who came, went or was turned away, the latest first: one's own, or everybody's for an administrator."""
    wanted = select(SignIn).order_by(SignIn.at.desc(), SignIn.id.desc()).limit(limit)
    if not rights_of(unit, unit.actor.id).administers:
        wanted = wanted.where(SignIn.user_id == unit.actor.id)
    return list(unit.session.scalars(wanted))
