"""Logins of a server: made, given passwords, asked about. A password never leaves this machine.

What goes to the server is the verifier that SCRAM-SHA-256 makes of it; with that nobody can sign in, nor can the server
tell the password. Locking a user out and moving between groups follow by triggers from the tables of users and roles.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import text
from sqlalchemy.orm import Session


def is_owner(session: Session) -> bool:
    """Whether the login is the owner of the database, a member of it, or a superuser: row security leaves it alone."""
    owner = "(SELECT relowner FROM pg_class WHERE oid = 'public.app_user'::regclass)"
    return bool(session.scalar(text(f"SELECT pg_has_role(session_user, {owner}, 'MEMBER')")))


def administers(session: Session) -> bool:
    """Whether whoever is connected to a server manages users and rights."""
    return bool(session.scalar(text("SELECT crm_administers()")))


def change_self(session: Session, language: str, phone: str, email: str) -> None:
    """What everybody may change of their own entry."""
    values = {"language": language, "phone": phone, "email": email}
    session.execute(text("SELECT crm_change_self(:language, :phone, :email)"), values)


def set_login(session: Session, user_id: int, name: str, password: str) -> None:
    """Give a user of the database a login with this password, or the one they have a new password.

    Refused (42501, or a SQLSTATE of `storage.refusals`) for whoever does not administer, for a name that is no login
    name, and for a login of somebody else.
    """
    values = {"user_id": user_id, "verifier": _verifier(session, name, password)}
    session.execute(text("SELECT crm_set_login(:user_id, :verifier)"), values)


def change_own_password(session: Session, password: str) -> None:
    """A new password for whoever is connected; any login may do that."""

    login = str(session.scalar(text("SELECT session_user")))
    values = {"login": login, "verifier": _verifier(session, login, password)}
    statement = session.scalar(
        text("SELECT format('ALTER ROLE %I PASSWORD %L', CAST(:login AS text), CAST(:verifier AS text))"), values
    )
    session.connection().exec_driver_sql(str(statement).replace("%", "%%"))


def has_login(session: Session, name: str) -> bool:
    """Whether the server lets this user sign in."""
    found = text("SELECT rolcanlogin FROM pg_roles WHERE rolname = :name")
    return bool(session.scalar(found, {"name": name}))


def _verifier(session: Session, name: str, password: str) -> str:
    made: bytes = _driver(session).pgconn.encrypt_password(password.encode(), name.encode(), b"scram-sha-256")
    return made.decode()


def _driver(session: Session) -> Any:
    return session.connection().connection.driver_connection
