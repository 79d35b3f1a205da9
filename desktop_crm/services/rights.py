"""The rights of a user: read at sign-in and again when they change; the actor of every unit of work carries them."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import select

from desktop_crm.errors import Forbidden
from desktop_crm.i18n import mark
from desktop_crm.models import FieldRight, Role, RoleRight, User
from desktop_crm.models.rights import UNLIMITED, FieldLevel, Rights
from desktop_crm.storage.database import Actor, UnitOfWork


def rights_of(unit: UnitOfWork, user_id: int | None) -> Rights:
    """What the user may do; nothing for one without a role, everything for the program itself (None)."""
    if user_id is None:
        return UNLIMITED
    role = select(User.role_id).where(User.id == user_id).scalar_subquery()
    administers = unit.session.scalar(select(Role.administers).where(Role.id == role))
    rights = unit.session.scalars(select(RoleRight).where(RoleRight.role_id == role))
    levels = unit.session.scalars(select(FieldRight).where(FieldRight.role_id == role))
    return Rights(
        bool(administers),
        {row.module: row.grant for row in rights},
        {(row.module, row.field): FieldLevel(row.level) for row in levels},
    )


def renewed(unit: UnitOfWork) -> Actor:
    """The unit's actor with the name and the rights of today; Forbidden for one who may no longer sign in."""
    if unit.actor.id is None:
        return unit.actor
    user = unit.session.get(User, unit.actor.id)
    if user is None or not user.active:
        raise Forbidden(mark("Rights", "You may no longer sign in; an administrator has set you inactive."))
    return replace(unit.actor, name=user.name, full_name=user.full_name, rights=rights_of(unit, user.id))


def refuse_others_than_administrators(unit: UnitOfWork) -> None:
    """Raise Forbidden unless the actor manages users, rights and settings."""
    if not unit.actor.rights.administers:
        raise Forbidden(mark("Rights", "Only an administrator may change users, roles and settings."))
