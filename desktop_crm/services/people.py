"""Letting people in and out: windows and the command line add, change and disable people here and nowhere else.

A person is the row of a user. A server's login follows from the row by triggers there, once a password was given.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from desktop_crm.errors import Refused
from desktop_crm.i18n import mark
from desktop_crm.models import User
from desktop_crm.services import accounts, users
from desktop_crm.services.rights import refuse_others_than_administrators
from desktop_crm.storage.database import UnitOfWork


def add_person(unit: UnitOfWork, name: str, full_name: str, password: str | None = None, /, **values: Any) -> User:
    """A new user who can sign in. Raises Invalid with faults by field, Forbidden for whoever is no administrator."""
    user = users.add_user(unit, name, full_name, **values)
    unit.session.flush()
    if password:
        accounts.set_password(unit, user, password)
    return user


def change_person(unit: UnitOfWork, user_id: int, values: Mapping[str, Any]) -> User:
    """Change what is known of a user, role, team and superior too. Raises Invalid, Refused."""
    return users.change_user(unit, user_id, values)


def disable_person(unit: UnitOfWork, user_id: int) -> User:
    """Let a user no longer sign in. Raises Refused for oneself, and for the last active administrator."""
    if user_id == unit.actor.id:
        raise Refused(mark("People", "You cannot shut yourself out; another administrator can."))
    return users.set_active(unit, user_id, False)


def enable_person(unit: UnitOfWork, user_id: int) -> User:
    """Let a user sign in again."""
    return users.set_active(unit, user_id, True)


def set_password(unit: UnitOfWork, user_id: int, password: str) -> None:
    """Let a user sign in by another password. Raises Forbidden, Invalid."""
    refuse_others_than_administrators(unit)
    accounts.set_password(unit, users.user_with(unit, user_id), password)
