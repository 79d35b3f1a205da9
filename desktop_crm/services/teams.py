"""Teams: groups of users whose records are within reach of each other, and who share records as one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import select

from desktop_crm.models import Team, User
from desktop_crm.models.text import fold
from desktop_crm.services import named_rows
from desktop_crm.services.rights import refuse_others_than_administrators
from desktop_crm.storage import within
from desktop_crm.storage.database import UnitOfWork


@dataclass(frozen=True, slots=True)
class TeamView:
    """A team with its active members, by name."""

    id: int
    name: str
    members: tuple[tuple[int, str], ...]


def teams(unit: UnitOfWork) -> list[TeamView]:
    """Every team by name."""
    rows = unit.session.execute(select(User.team_id, User.id, User.full_name).where(User.active, User.team_id > 0))
    members: dict[int, list[tuple[int, str]]] = {}
    for team_id, user_id, name in rows:
        members.setdefault(team_id or 0, []).append((user_id, name))
    found = [
        TeamView(one.id, one.name, _by_name(members.get(one.id, ()))) for one in unit.session.scalars(select(Team))
    ]
    return sorted(found, key=lambda team: fold(team.name))


def _by_name(members: Iterable[tuple[int, str]]) -> tuple[tuple[int, str], ...]:
    return tuple(sorted(members, key=lambda one: fold(one[1])))


def save_team(unit: UnitOfWork, team_id: int | None, name: str, members: Iterable[int] | None = None) -> int:
    """A new or renamed team, with exactly these members where they are given; its id. Raises Invalid.

    A user is in one team: who comes into this one leaves another.
    """
    refuse_others_than_administrators(unit)
    saved = named_rows.save_named(unit, Team, team_id, name)
    if members is not None:
        wanted = set(members)
        for user in unit.session.scalars(select(User).where((User.team_id == saved) | User.id.in_(wanted))):
            user.team_id = saved if user.id in wanted else None
        within.lay_out(unit.session)
    return saved


def remove_team(unit: UnitOfWork, team_id: int) -> None:
    """Take out a team; Refused while it has members."""
    refuse_others_than_administrators(unit)
    named_rows.remove_named(unit, Team, team_id)
    within.lay_out(unit.session)
