"""The people who use the database: who may own records and be named in history."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import func, select

from desktop_crm.errors import Fault, Invalid, NotFound, Refused
from desktop_crm.i18n import mark
from desktop_crm.models import User
from desktop_crm.models.fields import fields_of
from desktop_crm.models.text import clean
from desktop_crm.models.validation import faults_of_value
from desktop_crm.services.hooks import tidy_text
from desktop_crm.storage import within
from desktop_crm.storage.database import UnitOfWork


def users(unit: UnitOfWork) -> list[User]:
    """Everybody, active people first, by full name."""
    return list(unit.session.scalars(select(User).order_by(User.active.desc(), User.full_name, User.id)))


def add_user(unit: UnitOfWork, name: str, full_name: str, **values: Any) -> User:
    """A new user who may sign in by `name`. Raises Invalid with faults by field."""
    user = User()
    _assign(unit, user, {"name": name, "full_name": full_name, **values})
    unit.session.add(user)
    within.lay_out(unit.session)
    return user


def change_user(unit: UnitOfWork, user_id: int, values: Mapping[str, Any]) -> User:
    """Change what is known of a user. Raises Invalid with faults by field."""
    user = _user(unit, user_id)
    _assign(unit, user, values)
    within.lay_out(unit.session)
    return user


def set_active(unit: UnitOfWork, user_id: int, active: bool) -> User:
    """Let a user sign in, or no longer; Refused for the last active one."""
    user = _user(unit, user_id)
    active_users = unit.session.scalar(select(func.count()).select_from(User).where(User.active, User.id != user_id))
    if not active and not active_users:
        raise Refused(mark("User", "Somebody must be able to sign in; this is the last active user."))
    user.active = active
    unit.session.flush()
    return user


def _user(unit: UnitOfWork, user_id: int) -> User:
    user = unit.session.get(User, user_id)
    if user is None:
        raise NotFound()
    return user


def _assign(unit: UnitOfWork, user: User, values: Mapping[str, Any]) -> None:
    described = fields_of(User)
    with unit.session.no_autoflush:
        for key, value in values.items():
            setattr(user, key, tidy_text(described[key].kind, value) if isinstance(value, str) else value)
        faults = [fault for key, field in described.items() for fault in faults_of_value(field, getattr(user, key))]
        if _is_taken(unit, user):
            faults.append(Fault("name", mark("User", "Another user signs in by this name.")))
    if faults:
        raise Invalid(*faults)


def _is_taken(unit: UnitOfWork, user: User) -> bool:
    same = select(User.id).where(func.lower(User.name) == clean(user.name).lower(), User.id != (user.id or 0))
    return unit.session.scalar(same.limit(1)) is not None
