"""The people who use the database: who may own records, by which role, in which team, and who reports to whom."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import func, select

from desktop_crm.errors import Fault, Invalid, NotFound, Refused
from desktop_crm.i18n import mark
from desktop_crm.models import Role, User
from desktop_crm.models.fields import fields_of
from desktop_crm.models.text import clean, sort_key
from desktop_crm.models.validation import faults_of_value
from desktop_crm.services.hooks import tidy_text
from desktop_crm.services.rights import refuse_others_than_administrators
from desktop_crm.storage import within
from desktop_crm.storage.database import UnitOfWork

_REACHING = frozenset({"team_id", "manager_id"})


def users(unit: UnitOfWork) -> list[User]:
    """Everybody, active people first, by full name."""
    found = unit.session.scalars(select(User).order_by(User.active.desc(), User.id))
    return sorted(found, key=lambda user: (not user.active, sort_key(user.full_name)))


def add_user(unit: UnitOfWork, name: str, full_name: str, **values: Any) -> User:
    """A new user who may sign in by `name`. Raises Invalid with faults by field."""
    refuse_others_than_administrators(unit)
    user = User()
    _assign(unit, user, {"name": name, "full_name": full_name, **values})
    unit.session.add(user)
    within.lay_out(unit.session)
    return user


def change_user(unit: UnitOfWork, user_id: int, values: Mapping[str, Any]) -> User:
    """Change what is known of a user. Raises Invalid with faults by field, Refused without an administrator left."""
    refuse_others_than_administrators(unit)
    user = user_with(unit, user_id)
    _assign(unit, user, values)
    unit.session.flush()
    if _REACHING & values.keys():
        within.lay_out(unit.session)
    refuse_without_administrator(unit)
    return user


def set_active(unit: UnitOfWork, user_id: int, active: bool) -> User:
    """Let a user sign in, or no longer; Refused for the last active one, and for the last active administrator."""
    refuse_others_than_administrators(unit)
    user = user_with(unit, user_id)
    active_users = unit.session.scalar(select(func.count()).select_from(User).where(User.active, User.id != user_id))
    if not active and not active_users:
        raise Refused(mark("User", "Somebody must be able to sign in; this is the last active user."))
    user.active = active
    unit.session.flush()
    refuse_without_administrator(unit)
    return user


def refuse_without_administrator(unit: UnitOfWork) -> None:
    """Raise Refused where what was done leaves nobody active who manages users and roles."""
    unit.session.flush()
    found = select(User.id).join(Role, Role.id == User.role_id).where(User.active, Role.administers)
    if unit.session.scalar(found.limit(1)) is None:
        raise Refused(mark("User", "There must be an active administrator; make somebody else one first."))


def user_with(unit: UnitOfWork, user_id: int) -> User:
    """The user with this id; NotFound where there is none."""
    user = unit.session.get(User, user_id)
    if user is None:
        raise NotFound()
    return user


def user_named(unit: UnitOfWork, name: str) -> User:
    """The user with this sign-in name, in any case; NotFound where there is none."""
    user = unit.session.scalars(select(User).where(func.lower(User.name) == clean(name).lower()).limit(1)).first()
    if user is None:
        raise NotFound(mark("User", "There is no user “{name}”."), name=name)
    return user


def _assign(unit: UnitOfWork, user: User, values: Mapping[str, Any]) -> None:
    described = fields_of(User)
    with unit.session.no_autoflush:
        for key, value in values.items():
            setattr(user, key, tidy_text(described[key].kind, value) if isinstance(value, str) else value)
        faults = [fault for key, field in described.items() for fault in faults_of_value(field, getattr(user, key))]
        if _is_taken(unit, user):
            faults.append(Fault("name", mark("User", "Another user signs in by this name.")))
        faults += _faults_of_manager(unit, user)
    if faults:
        raise Invalid(*faults)


def _is_taken(unit: UnitOfWork, user: User) -> bool:
    same = select(User.id).where(func.lower(User.name) == clean(user.name).lower(), User.id != (user.id or 0))
    return unit.session.scalar(same.limit(1)) is not None


def _faults_of_manager(unit: UnitOfWork, user: User) -> list[Fault]:
    """Nobody reports to oneself, over however many steps."""
    if user.id is None or user.manager_id is None:
        return []
    if user.manager_id == user.id:
        return [Fault("manager_id", mark("User", "Nobody reports to themselves."))]
    above = {key: (manager, name) for key, manager, name in unit.session.execute(_SUPERIORS)}
    above[user.id] = (user.manager_id, user.full_name)
    seen = set[int]()
    step: int | None = user.manager_id
    while step is not None and step in above and step not in seen:
        seen.add(step)
        if above[step][0] == user.id:
            words = mark("User", "{other} reports to {name} already; a circle of superiors has no head.")
            return [Fault("manager_id", words, {"other": above[user.manager_id][1], "name": user.full_name})]
        step = above[step][0]
    return []


_SUPERIORS = select(User.id, User.manager_id, User.full_name)
