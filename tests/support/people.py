"""A small company: head Hà over Minh over Lan, Tuấn beside them; who they are and what they may do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from desktop_crm.models import Organization, Record, User
from desktop_crm.models.rights import FieldLevel, Grant
from desktop_crm.services import records, roles, teams, users
from desktop_crm.services.rights import rights_of
from desktop_crm.storage.database import Actor, Database

PEOPLE = {
    "ha": ("Lê Thu Hà", "administrator", None),
    "minh": ("Trần Minh", "manager", "ha"),
    "lan": ("Nguyễn Thị Lan", "staff", "minh"),
    "tuan": ("Phạm Tuấn", "staff", "ha"),
}
NORTH = ("minh", "lan")
"""Who is in the team “Miền Bắc”."""


def staffed(database: Database) -> dict[str, int]:
    """Make the company; the ids of its users by sign-in name, and of the team as 'north'."""
    with database.writing() as unit:
        found: dict[str, int] = {}
        for name, (full_name, preset, above) in PEOPLE.items():
            role = roles.role_of_preset(unit, preset)
            manager = found[above] if above else None
            found[name] = users.add_user(unit, name, full_name, role_id=role, manager_id=manager).id
        found["north"] = teams.save_team(unit, None, "Miền Bắc", [found[name] for name in NORTH])
    return found


def actor_of(database: Database, user_id: int) -> Actor:
    """A user as signing in gives them."""
    with database.reading() as unit:
        user = unit.session.get(User, user_id)
        assert user is not None
        return Actor(user.id, user.name, user.full_name, rights_of(unit, user.id))


def with_rights(actor: Actor, grants: Mapping[str, Grant] = {}, fields: Mapping[Any, FieldLevel] = {}) -> Actor:
    """The actor with other rights in some modules."""
    rights = replace(actor.rights, grants={**actor.rights.grants, **grants}, fields=dict(fields), unlimited=False)
    return replace(actor, rights=rights)


def own(
    database: Database, owner: int | None, name: str = "Công ty Bạch Long", entity: type[Record] = Organization
) -> int:
    """A record of somebody; its id."""
    with database.writing() as unit:
        return records.create(unit, entity, {"name": name, "owner_id": owner}).id
