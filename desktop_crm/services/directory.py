"""Everybody with their roles, teams and superiors, as the settings show them; read in a few statements."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, select

from desktop_crm.models import SignIn, User
from desktop_crm.models.fields import fields_of
from desktop_crm.services import roles, teams, users
from desktop_crm.services.roles import RoleView
from desktop_crm.services.teams import TeamView
from desktop_crm.storage.database import UnitOfWork


@dataclass(frozen=True, slots=True)
class PersonView:
    """A user: `values` by field key, what their relations are called, and when they last signed in."""

    id: int
    values: Mapping[str, Any]
    role: str = ""
    team: str = ""
    manager: str = ""
    administers: bool = False
    signed_in: datetime | None = None

    @property
    def active(self) -> bool:
        """Whether they may sign in."""
        return bool(self.values["active"])


@dataclass(frozen=True, slots=True)
class Directory:
    """Who there is, and what they can be given."""

    people: tuple[PersonView, ...] = ()
    roles: tuple[RoleView, ...] = ()
    teams: tuple[TeamView, ...] = ()


def directory(unit: UnitOfWork) -> Directory:
    """Everybody, active people first, by full name."""
    found, known_teams, known_roles = users.users(unit), teams.teams(unit), roles.roles(unit)
    names = {user.id: user.full_name for user in found}
    team_names = {team.id: team.name for team in known_teams}
    by_id = {role.id: role for role in known_roles}
    came = select(SignIn.user_id, func.max(SignIn.at)).where(SignIn.outcome == "in").group_by(SignIn.user_id)
    last = {row[0]: row[1] for row in unit.session.execute(came)}
    views = []
    for user in found:
        role = by_id.get(user.role_id or 0)
        views.append(
            PersonView(
                user.id,
                {key: getattr(user, key) for key in fields_of(User)},
                role.name if role else "",
                team_names.get(user.team_id or 0, ""),
                names.get(user.manager_id or 0, ""),
                role is not None and role.administers,
                last.get(user.id),
            )
        )
    return Directory(tuple(views), tuple(known_roles), tuple(known_teams))
