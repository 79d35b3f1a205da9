"""Who does the work: a user of the database."""

from __future__ import annotations

from sqlalchemy import func, select

from desktop_crm.errors import Forbidden
from desktop_crm.i18n import mark
from desktop_crm.models import User
from desktop_crm.storage.database import Actor, Database


def sign_in(database: Database, name: str = "") -> Actor:
    """The active user with this sign-in name (any case), or the first one where none is given.

    Raises Forbidden for a name nobody has.
    """
    wanted = select(User).where(User.active).order_by(User.id)
    if name:
        wanted = wanted.where(func.lower(User.name) == name.casefold())
    with database.reading() as unit:
        user = unit.session.scalars(wanted.limit(1)).first()
    if user is None:
        raise Forbidden(mark("Users", "There is no active user “{name}”."), name=name)
    return Actor(user.id, user.name, user.full_name)
