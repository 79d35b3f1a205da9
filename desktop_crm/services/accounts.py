"""People who may sign in, as an administrator keeps them: users with their roles, logins and passwords."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import aliased

from desktop_crm.errors import Invalid, NotFound
from desktop_crm.i18n import mark
from desktop_crm.models import RECORDS, Role, Team, User
from desktop_crm.models.text import clean
from desktop_crm.services import passwords, users
from desktop_crm.storage import accounts
from desktop_crm.storage.database import Database, UnitOfWork
from desktop_crm.storage.search import is_server

FIRST = "admin"
"""The user every company begins with."""


@dataclass(frozen=True, slots=True)
class Account:
    """A user as a list shows them."""

    id: int
    name: str
    full_name: str
    role: str
    team: str
    reports_to: str
    active: bool


def listed(unit: UnitOfWork) -> list[Account]:
    """Everybody, active people first."""
    boss = aliased(User)
    rows = unit.session.execute(
        select(User, Role.name, Team.name, boss.name)
        .outerjoin(Role, Role.id == User.role_id)
        .outerjoin(Team, Team.id == User.team_id)
        .outerjoin(boss, boss.id == User.manager_id)
        .order_by(User.active.desc(), User.name)
    )
    return [
        Account(user.id, user.name, user.full_name, role or "", team or "", above or "", user.active)
        for user, role, team, above in rows
    ]


def named(unit: UnitOfWork, name: str) -> User:
    """The user with a sign-in name, in any case of letters; NotFound."""
    user = unit.session.scalars(select(User).where(func.lower(User.name) == name.lower())).first()
    if user is None:
        raise NotFound(mark("User", "There is no user “{name}”."), name=name)
    return user


def add(
    unit: UnitOfWork,
    name: str,
    preset: str,
    password: str,
    *,
    full_name: str = "",
    team: str = "",
    reports_to: str = "",
) -> User:
    """A new user with a shipped role who may sign in with this password; a team of that name is made where none is.

    Raises Invalid, Forbidden, NotFound for a superior nobody knows.
    """
    values = {"role_id": preset_role(unit, preset).id}
    if team:
        values["team_id"] = _team(unit, team).id
    if reports_to:
        values["manager_id"] = named(unit, reports_to).id
    user = users.add_user(unit, name, full_name or name, **values)
    unit.session.flush()
    set_password(unit, user, password)
    return user


def preset_role(unit: UnitOfWork, preset: str) -> Role:
    """The role that began as a shipped one; NotFound where it was removed."""
    role = unit.session.scalars(select(Role).where(Role.preset == preset).order_by(Role.id)).first()
    if role is None:
        raise NotFound(mark("User", "There is no role “{name}”."), name=preset)
    return role


def _team(unit: UnitOfWork, name: str) -> Team:
    team = unit.session.scalars(select(Team).where(Team.name == clean(name))).first()
    if team is None:
        team = Team(name=clean(name))
        unit.session.add(team)
        unit.session.flush()
    return team


def set_password(unit: UnitOfWork, user: User, new: str) -> None:
    """Let a user sign in with a new password; on a server they get a login where they have none.

    An administrator does it for everybody, everybody for themselves. Raises Invalid for a weak one, Forbidden.
    """
    if fault := passwords.fault_of(user.name, new):
        raise Invalid(fault)
    if not is_server(unit.session):
        passwords.set_password(unit, user.id, new)
    elif user.id == unit.actor.id and not accounts.administers(unit.session):
        accounts.change_own_password(unit.session, new)
    else:
        accounts.set_login(unit.session, user.id, user.name, new)


def set_active(unit: UnitOfWork, name: str, active: bool) -> User:
    """Let a user sign in again, or no longer."""
    return users.set_active(unit, named(unit, name).id, active)


def change_self(unit: UnitOfWork, language: str, phone: str, email: str) -> None:
    """What everybody may change of their own entry."""
    assert unit.actor.id is not None
    if is_server(unit.session):
        accounts.change_self(unit.session, language, phone, email)
    else:
        users.change_user(unit, unit.actor.id, {"language": language, "phone": phone, "email": email})


def first_administrator(unit: UnitOfWork, name: str) -> User:
    """The administrator of this name on a server: a new user, or the one an empty company begins with, renamed."""
    role = preset_role(unit, "administrator")
    user = unit.session.scalars(select(User).where(func.lower(User.name) == name.lower())).first()
    if user is None:
        user = _untouched(unit) or users.add_user(unit, name, name, role_id=role.id)
    present = unit.session.get(Role, user.role_id or 0)
    if present is None or not present.administers:
        user.role_id = role.id
    user.name, user.active = name, True
    unit.session.flush()
    return user


def may_sign_in(unit: UnitOfWork, user: User) -> bool:
    """Whether a user of a server has a login that is let in."""
    return accounts.has_login(unit.session, user.name)


def is_empty(database: Database) -> bool:
    """Whether there is no record yet."""
    with database.reading() as unit:
        return not any(unit.session.scalar(select(entity.id).limit(1)) for entity in RECORDS)


def _untouched(unit: UnitOfWork) -> User | None:
    """The first user, where nobody has a login yet and nobody else is there."""
    found = unit.session.scalars(select(User).order_by(User.id)).all()
    alone = len(found) == 1 and found[0].name == FIRST and not accounts.has_login(unit.session, FIRST)
    return found[0] if alone else None
