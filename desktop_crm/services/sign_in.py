"""Who does the work: a user of the database."""

from __future__ import annotations

from sqlalchemy import func, select, text

from desktop_crm.errors import Forbidden
from desktop_crm.i18n import mark
from desktop_crm.models import User
from desktop_crm.services.rights import rights_of
from desktop_crm.storage import accounts
from desktop_crm.storage.database import Actor, Database, UnitOfWork


def _connected(database: Database) -> Actor | None:
    """The user whose login is connected; None for the owner of the database, who may work in anybody's name."""
    with database.reading() as unit:
        login = unit.session.scalar(text("SELECT session_user"))
        user = unit.session.scalars(select(User).where(User.name == login)).first()
        if user is None and not accounts.is_owner(unit.session):
            raise Forbidden(mark("Users", "There is no active user “{name}”."), name=login)
        if user is not None and not user.active:
            raise Forbidden(mark("Users", "There is no active user “{name}”."), name=login)
        return None if user is None else Actor(user.id, user.name, user.full_name, rights_of(unit, user.id))


def sign_in(database: Database, name: str = "") -> Actor:
    """The active user with this sign-in name (any case), or the first one where none is given.

    A server knows who is connected: it is that user, whatever name is given. Raises Forbidden for a name nobody has.
    """
    if not database.is_local and (connected := _connected(database)) is not None:
        return connected
    wanted = select(User).where(User.active).order_by(User.id)
    if name:
        wanted = wanted.where(func.lower(User.name) == name.casefold())
    with database.reading() as unit:
        user = unit.session.scalars(wanted.limit(1)).first()
        if user is None:
            raise Forbidden(mark("Users", "There is no active user “{name}”."), name=name)
        return Actor(user.id, user.name, user.full_name, rights_of(unit, user.id))


def renewed(unit: UnitOfWork) -> Actor:
    """The unit's actor with the rights and the name of today; Forbidden for one who may no longer sign in."""
    if unit.actor.id is None:
        return unit.actor
    user = unit.session.get(User, unit.actor.id)
    if user is None or not user.active:
        raise Forbidden(mark("Users", "There is no active user “{name}”."), name=unit.actor.name)
    return Actor(user.id, user.name, user.full_name, rights_of(unit, user.id))
