"""Which records a verb of somebody reaches: those of the owners within reach, and those shared with them."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from sqlalchemy import ColumnElement, and_, false, or_, select, true

from desktop_crm.errors import Forbidden
from desktop_crm.i18n import Message, mark, translate
from desktop_crm.models import Record, Share, User, Within
from desktop_crm.models.rights import Reach, Rights, Verb
from desktop_crm.storage.database import UnitOfWork

_CHUNK = 1000  # ids in one statement

NOT_CHANGED = mark("Rights", "You may read this record, but not change it.")
NOT_DELETED = mark("Rights", "You may not delete this record.")


def within_reach(rights: Rights, user_id: int | None, entity: type[Record], verb: Verb) -> ColumnElement[bool]:
    """The condition that holds for the records the verb reaches."""
    reach = rights.grant(entity.__tablename__).reach(verb)
    if user_id is None or reach == Reach.ALL:
        return true()
    owned = entity.owner_id.in_(owners(user_id, reach)) if reach != Reach.NONE else false()
    if verb not in ("see", "change"):
        return owned
    return or_(owned, entity.id.in_(_shared(user_id, entity.__tablename__, verb)))


def owners(user_id: int, reach: Reach) -> Any:
    """The ids of the users whose records are within that reach of a user; not for 'all'."""
    return select(Within.owner_id).where(Within.user_id == user_id, Within.reach == reach.value)


def _shared(user_id: int, module: str, verb: Verb) -> Any:
    team = select(User.team_id).where(User.id == user_id).scalar_subquery()
    to_me = or_(Share.user_id == user_id, and_(Share.team_id.is_not(None), Share.team_id == team))
    found = select(Share.record_id).where(Share.module == module, to_me)
    return found.where(Share.may_change) if verb == "change" else found


def reached(unit: UnitOfWork, entity: type[Record], verb: Verb, ids: Collection[int]) -> frozenset[int]:
    """Those of the records that the actor's verb reaches; one statement for a thousand, none where it reaches all."""
    rights = unit.actor.rights
    if unit.actor.id is None or rights.grant(entity.__tablename__).reach(verb) == Reach.ALL:
        return frozenset(ids)
    condition, wanted = within_reach(rights, unit.actor.id, entity, verb), list(ids)
    found: set[int] = set()
    for start in range(0, len(wanted), _CHUNK):
        some = select(entity.id).where(entity.id.in_(wanted[start : start + _CHUNK]), condition)
        found.update(unit.session.scalars(some))
    return frozenset(found)


def may(unit: UnitOfWork, record: Record, verb: Verb) -> bool:
    """Whether the actor's verb reaches this record."""
    return record.id in reached(unit, type(record), verb, [record.id])


def refuse_out_of_reach(unit: UnitOfWork, entity: type[Record], verb: Verb, ids: Collection[int]) -> None:
    """Raise Forbidden where the verb does not reach one of the records."""
    missing = set(ids) - reached(unit, entity, verb, ids)
    if missing and unit.session.scalar(select(entity.id).where(entity.id.in_(missing)).limit(1)) is not None:
        raise Forbidden(_REASONS.get(verb))


def refuse_owner(unit: UnitOfWork, entity: type[Record], owner_id: int | None, verbs: Iterable[Verb]) -> None:
    """Raise Forbidden where a record may not be given to this owner: beyond the reach of every one of the verbs."""
    rights, me = unit.actor.rights, unit.actor.id
    reaches = {rights.grant(entity.__tablename__).reach(verb) for verb in verbs}
    if me is None or Reach.ALL in reaches:
        return
    mine = or_(false(), *(Within.reach == one.value for one in reaches))
    reached_ = select(Within.owner_id).where(Within.user_id == me, Within.owner_id == (owner_id or 0), mine)
    if unit.session.scalar(reached_.limit(1)) is None:
        raise Forbidden(mark("Rights", "You may not give records to this owner."))


def refuse_creating(unit: UnitOfWork, entity: type[Record]) -> None:
    """Raise Forbidden where the actor may make no record of the module."""
    if not unit.actor.rights.may("create", entity.__tablename__):
        what = translate(entity.plural_label).lower()
        raise Forbidden(mark("Rights", "Your role does not allow you to create {what}."), what=what)


_REASONS: dict[Verb, Message] = {"change": NOT_CHANGED, "delete": NOT_DELETED}


def owners_offered(unit: UnitOfWork, entity: type[Record], verbs: Iterable[Verb] = ("create", "change")) -> list[User]:
    """The active users one may give a record of the module to: those within reach of either verb."""
    rights, me = unit.actor.rights, unit.actor.id
    wanted = select(User).where(User.active).order_by(User.full_name, User.id)
    reaches = {rights.grant(entity.__tablename__).reach(verb) for verb in verbs}
    if me is not None and Reach.ALL not in reaches:
        wanted = wanted.where(or_(false(), *(User.id.in_(owners(me, one)) for one in reaches - {Reach.NONE})))
    return list(unit.session.scalars(wanted))


def reaches_all(unit: UnitOfWork, entity: type[Record], verbs: Iterable[Verb]) -> bool:
    """Whether one of the verbs of the actor reaches every record of the module."""
    grant = unit.actor.rights.grant(entity.__tablename__)
    return unit.actor.id is None or any(grant.reach(verb) == Reach.ALL for verb in verbs)
