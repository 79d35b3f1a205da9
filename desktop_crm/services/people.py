"""Letting people in and out: the rows of users, and in one place with them what their signing in needs.

Windows and the command line add, change, disable people and set passwords here and nowhere else. `ACCOUNTS` is what
signing in needs beside the row: of a shared database its login roles, of a file the hash of a password.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

from desktop_crm.errors import Refused
from desktop_crm.i18n import mark
from desktop_crm.models import User
from desktop_crm.services import users
from desktop_crm.services.rights import refuse_others_than_administrators
from desktop_crm.storage.database import UnitOfWork


class Accounts(Protocol):
    """What signing in needs beside the row of a user; every call is part of the unit of work that changes the row."""

    def check_name(self, unit: UnitOfWork, name: str) -> None:
        """Raise Invalid for a name nobody could sign in by."""

    def add(self, unit: UnitOfWork, user: User, password: str | None) -> None:
        """Let a new user sign in."""

    def change(self, unit: UnitOfWork, user: User, old_name: str) -> None:
        """Follow a change of name, role or reach."""

    def set_active(self, unit: UnitOfWork, user: User) -> None:
        """Let a user sign in, or no longer, as the row says."""

    def set_password(self, unit: UnitOfWork, user: User, password: str) -> None:
        """Let the user sign in by another password."""


class RowsOnly:
    """Accounts that are no more than the rows: nobody signs in by a password."""

    def check_name(self, unit: UnitOfWork, name: str) -> None:
        """Any name will do."""

    def add(self, unit: UnitOfWork, user: User, password: str | None) -> None:
        """The row is enough."""

    def change(self, unit: UnitOfWork, user: User, old_name: str) -> None:
        """The row is enough."""

    def set_active(self, unit: UnitOfWork, user: User) -> None:
        """The row is enough."""

    def set_password(self, unit: UnitOfWork, user: User, password: str) -> None:
        """There is none."""
        raise Refused(mark("People", "This database has no passwords."))


def accounts_of(unit: UnitOfWork) -> Accounts:
    """The accounts of the database the unit works on: of a server or of a file."""
    return RowsOnly()


def add_person(unit: UnitOfWork, name: str, full_name: str, password: str | None = None, /, **values: Any) -> User:
    """A new user who can sign in. Raises Invalid with faults by field, Forbidden for whoever is no administrator."""
    accounts = accounts_of(unit)
    refuse_others_than_administrators(unit)
    accounts.check_name(unit, name)
    user = users.add_user(unit, name, full_name, **values)
    unit.session.flush()
    accounts.add(unit, user, password)
    return user


def change_person(unit: UnitOfWork, user_id: int, values: Mapping[str, Any]) -> User:
    """Change what is known of a user, role, team and superior too. Raises Invalid, Refused."""
    accounts, old_name = accounts_of(unit), users.user_with(unit, user_id).name
    if "name" in values and values["name"] != old_name:
        accounts.check_name(unit, values["name"])
    user = users.change_user(unit, user_id, values)
    accounts.change(unit, user, old_name)
    return user


def disable_person(unit: UnitOfWork, user_id: int) -> User:
    """Let a user no longer sign in. Raises Refused for oneself, and for the last active administrator."""
    if user_id == unit.actor.id:
        raise Refused(mark("People", "You cannot shut yourself out; another administrator can."))
    return _set_active(unit, user_id, False)


def enable_person(unit: UnitOfWork, user_id: int) -> User:
    """Let a user sign in again."""
    return _set_active(unit, user_id, True)


def _set_active(unit: UnitOfWork, user_id: int, active: bool) -> User:
    user = users.set_active(unit, user_id, active)
    accounts_of(unit).set_active(unit, user)
    return user


def set_password(unit: UnitOfWork, user_id: int, password: str) -> None:
    """Let a user sign in by another password. Raises Forbidden, Refused."""
    refuse_others_than_administrators(unit)
    accounts_of(unit).set_password(unit, users.user_with(unit, user_id), password)


def has_passwords(unit: UnitOfWork) -> bool:
    """Whether people sign in by a password here."""
    return not isinstance(accounts_of(unit), RowsOnly)
