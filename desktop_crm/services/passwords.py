"""Passwords of a local file's users: kept as argon2id hashes, checked slowly, and locked after failures.

A server keeps passwords itself; there only `sign_in.change_own_password` is of use.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from desktop_crm.errors import Fault, Invalid, NotFound
from desktop_crm.i18n import mark
from desktop_crm.models import User
from desktop_crm.storage.database import UnitOfWork

if TYPE_CHECKING:
    from argon2 import PasswordHasher

SHORTEST = 8
FREE_FAILURES = 5
"""So many wrong passwords in a row lock a user for `FIRST_LOCK`; each further one doubles it."""
FIRST_LOCK, LONGEST_LOCK = timedelta(minutes=1), timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Checked:
    """What came of a check: `outcome` is in, refused or locked; `user` is known also where the password was wrong."""

    outcome: str
    user: User | None = None
    until: datetime | None = None


def set_password(unit: UnitOfWork, user_id: int, new: str) -> None:
    """Give a user a new password and unlock them; Invalid with a fault of `password` for one that is too weak."""
    user = unit.session.get(User, user_id)
    if user is None:
        raise NotFound()
    if fault := fault_of(user.name, new):
        raise Invalid(fault)
    user.password_hash = _hasher().hash(new)
    user.failures, user.locked_until = 0, None
    unit.session.flush()


def fault_of(name: str, new: str) -> Fault | None:
    """What is wrong with a new password: at least eight characters, and not the user's name."""
    if len(new) < SHORTEST:
        message = mark("Password", "The password needs at least {count} characters.")
        return Fault("password", message, {"count": SHORTEST})
    if new.strip().casefold() == name.casefold():
        return Fault("password", mark("Password", "The password must not be the name."))
    return None


def check(unit: UnitOfWork, name: str, password: str) -> Checked:
    """Whether the active user `name` (any case) has this password; counts failures and locks.

    To be called in a unit of the program itself, which is committed whatever comes of it. A name that nobody has takes
    as long as a wrong password.
    """
    user = unit.session.scalars(
        select(User).where(User.active, func.lower(User.name) == name.strip().lower()).limit(1)
    ).first()
    if user is None:
        matches(_nobody(), password)
        return Checked("refused")
    if user.locked_until is not None and user.locked_until > unit.now:
        return Checked("locked", user, user.locked_until)
    if not user.password_hash or matches(user.password_hash, password):
        return _came_in(unit, user, password)
    return _failed(unit, user)


def matches(stored: str, password: str) -> bool:
    """Whether the hash is of this password."""
    from argon2.exceptions import InvalidHashError, VerificationError

    try:
        return _hasher().verify(stored, password)
    except (VerificationError, InvalidHashError):
        return False


def _came_in(unit: UnitOfWork, user: User, password: str) -> Checked:
    user.failures, user.locked_until = 0, None
    if user.password_hash and _hasher().check_needs_rehash(user.password_hash):
        user.password_hash = _hasher().hash(password)
    unit.session.flush()
    return Checked("in", user)


def _failed(unit: UnitOfWork, user: User) -> Checked:
    user.failures += 1
    if user.failures >= FREE_FAILURES:
        doubled = FIRST_LOCK * 2 ** min(user.failures - FREE_FAILURES, 10)
        user.locked_until = unit.now + min(doubled, LONGEST_LOCK)
    unit.session.flush()
    return Checked("refused", user, user.locked_until)


@cache
def _hasher() -> PasswordHasher:
    """argon2id with the library's own strength, which follows RFC 9106."""
    from argon2 import PasswordHasher

    return PasswordHasher()


@cache
def _nobody() -> str:
    return _hasher().hash("nobody has this password")
