"""Logins on a server of the tests: people of a company who see a part of it, by the program's own roles and policies.

The databases of tests are copies of one, which share its groups; logins belong to the whole server, so that each test
has names of its own.
"""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import select, text
from sqlalchemy.engine import make_url
from sqlalchemy.orm import Session

from desktop_crm.models import Role, Share, User
from desktop_crm.storage import accounts, within
from desktop_crm.storage.database import Database, open_database
from desktop_crm.storage.engine import database_url, make_engine

PASSWORD = "mật-khẩu-1"
"""Of every login."""

STEMS = {"all": "administrator", "wide": "manager", "narrow": "staff"}


def claim(session: Session) -> None:
    """Let a copy keep the logins of its users."""
    session.execute(text("DELETE FROM crm_private.place"))
    session.execute(
        text("INSERT INTO crm_private.place SELECT oid FROM pg_database WHERE datname = current_database()")
    )


def own_name(url: str, stem: str) -> str:
    """A name no other test's login has."""
    return f"{stem}_{str(make_url(url).database).removeprefix('crm_')}"


def add_person(
    session: Session, name: str, preset: str, manager_id: int | None = None, team_id: int | None = None
) -> User:
    """A user with one of the shipped roles."""
    role = session.scalars(select(Role.id).where(Role.preset == preset)).one()
    user = User(name=name, full_name=name.title(), role_id=role, manager_id=manager_id, team_id=team_id)
    session.add(user)
    session.flush()
    return user


def let_in(url: str, name: str, preset: str = "", shared: Iterable[tuple[str, int]] = ()) -> str:
    """Give a user a login, a shipped role, and records shared with them; the URL they connect with."""
    database = open_database(url)
    with database.writing() as unit:
        session = unit.session
        claim(session)
        user = session.scalars(select(User).where(User.name == name)).one()
        if preset:
            user.role_id = session.scalars(select(Role.id).where(Role.preset == preset)).one()
        session.add_all(Share(module=module, record_id=key, user_id=user.id) for module, key in shared)
        within.lay_out(session)
        accounts.set_login(session, user.id, name, PASSWORD)
    database.close()
    return login_url(url, name)


def login_url(url: str, name: str) -> str:
    """The same database for another login."""
    return make_url(url).set(username=name, password=PASSWORD).render_as_string(hide_password=False)


def opened(url: str) -> Database:
    """A database that is not brought up to date while it is opened."""
    return Database(database_url(url), make_engine(database_url(url)))
