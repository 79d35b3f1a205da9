"""Showing one record to a person or a team besides those who see it anyway."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from sqlalchemy import select
from sqlalchemy.orm import aliased

from desktop_crm.errors import NotFound, Refused
from desktop_crm.i18n import mark, translate
from desktop_crm.models import BY_MODULE, Record, Share, Team, User
from desktop_crm.models.text import fold
from desktop_crm.services import reach
from desktop_crm.storage.database import UnitOfWork

Kind = Literal["user", "team"]


@dataclass(frozen=True, slots=True)
class Shared:
    """With whom a record is shared, since when and by whom; `with_id` is of a user or a team."""

    id: int
    kind: Kind
    with_id: int
    name: str
    may_change: bool
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Partner:
    """A person or a team a record can be shared with."""

    kind: Kind
    id: int
    name: str
    detail: str = ""


def shares_of(unit: UnitOfWork, entity: type[Record], record_id: int) -> list[Shared]:
    """With whom a record is shared, teams first, by name."""
    author = aliased(User)
    wanted = (
        select(Share, User.full_name, Team.name, author.full_name)
        .join(User, User.id == Share.user_id, isouter=True)
        .join(Team, Team.id == Share.team_id, isouter=True)
        .join(author, author.id == Share.created_by_id, isouter=True)
        .where(Share.module == entity.__tablename__, Share.record_id == record_id)
    )
    found = [_shared(*row) for row in unit.session.execute(wanted)]
    return sorted(found, key=lambda one: (one.kind != "team", fold(one.name)))


def _shared(row: Share, person: str | None, team: str | None, by: str | None) -> Shared:
    kind: Kind = "user" if row.user_id is not None else "team"
    with_id = row.user_id if row.user_id is not None else row.team_id
    return Shared(
        row.id, kind, with_id or 0, person or team or "?", row.may_change, by or translate(_PROGRAM), row.created_at
    )


_PROGRAM = mark("Sharing", "The program")


def partners(unit: UnitOfWork) -> list[Partner]:
    """Every team and active person, teams first, by name."""
    teams = [Partner("team", one.id, one.name) for one in unit.session.scalars(select(Team))]
    rows = select(User.id, User.full_name, Team.name).join(Team, Team.id == User.team_id, isouter=True)
    people = [Partner("user", *row[:2], row[2] or "") for row in unit.session.execute(rows.where(User.active))]
    return [*sorted(teams, key=_name), *sorted(people, key=_name)]


def _name(one: Partner) -> str:
    return fold(one.name)


def share(
    unit: UnitOfWork, entity: type[Record], record_id: int, kind: Kind, with_id: int, may_change: bool = False
) -> int:
    """Show a record to a person or a team, or change what they may do with it; the id of the share.

    Raises Forbidden for whoever may not change the record, NotFound, Refused for its owner.
    """
    record = _mine(unit, entity, record_id)
    if unit.session.get(User if kind == "user" else Team, with_id) is None:
        raise NotFound()
    if kind == "user" and with_id == record.owner_id:
        raise Refused(mark("Sharing", "It belongs to them already."))
    column = Share.user_id if kind == "user" else Share.team_id
    on = (Share.module == record.__tablename__, Share.record_id == record.id, column == with_id)
    row = unit.session.scalars(select(Share).where(*on)).first()
    if row is None:
        row = Share(module=record.__tablename__, record_id=record.id, created_at=unit.now)
        row.user_id, row.team_id = (with_id, None) if kind == "user" else (None, with_id)
        row.created_by_id = unit.actor.id
        unit.session.add(row)
    row.may_change = may_change
    unit.session.flush()
    return row.id


def share_many(
    unit: UnitOfWork,
    entity: type[Record],
    record_ids: Sequence[int],
    kind: Kind,
    with_id: int,
    may_change: bool = False,
) -> int:
    """Share many records, all or none; those that belong to the person anyway are passed over. How many were shared."""
    done = 0
    for record_id in record_ids:
        try:
            share(unit, entity, record_id, kind, with_id, may_change)
        except Refused:
            continue
        done += 1
    return done


def take_back(unit: UnitOfWork, share_id: int) -> None:
    """Share a record no longer. Raises Forbidden for whoever may not change it."""
    row = unit.session.get(Share, share_id)
    if row is None:
        raise NotFound()
    _mine(unit, BY_MODULE[row.module], row.record_id)
    unit.session.delete(row)
    unit.session.flush()


def _mine(unit: UnitOfWork, entity: type[Record], record_id: int) -> Record:
    """The record, where the actor may change it."""
    record = unit.session.get(entity, record_id)
    if record is None:
        raise NotFound()
    reach.refuse_out_of_reach(unit, entity, "change", [record_id])
    return record
