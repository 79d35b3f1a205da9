"""Giving the records of somebody who leaves to somebody else: all of them, those in the recycle bin too."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from sqlalchemy import func, literal, select, union_all

from desktop_crm.errors import Refused
from desktop_crm.i18n import mark
from desktop_crm.models import BY_MODULE, RECORDS, Record
from desktop_crm.services.rights import refuse_others_than_administrators
from desktop_crm.services.users import user_with
from desktop_crm.storage.database import UnitOfWork

CHUNK = 500

Moved = Mapping[str, Sequence[int]]
"""Ids of records by module."""


def owned(unit: UnitOfWork, user_id: int) -> dict[str, int]:
    """How many records of each module belong to a user, those in the recycle bin too; without modules with none."""
    parts = [
        select(literal(one.__tablename__), func.count()).select_from(one).where(one.owner_id == user_id)
        for one in RECORDS
    ]
    return {module: number for module, number in unit.session.execute(union_all(*parts)) if number}


def hand_over(unit: UnitOfWork, from_id: int, to_id: int, modules: Collection[str]) -> Moved:
    """Let one user's records of these modules belong to another; which they were. Raises Refused, Forbidden."""
    refuse_others_than_administrators(unit)
    if from_id == to_id or not user_with(unit, to_id).active:
        raise Refused(mark("People", "Choose an active colleague to take the records over."))
    moved = {}
    for module in modules:
        entity = BY_MODULE[module]
        ids = list(unit.session.scalars(select(entity.id).where(entity.owner_id == from_id).order_by(entity.id)))
        if ids:
            _give(unit, entity, ids, from_id, to_id)
            moved[module] = ids
    return moved


def hand_back(unit: UnitOfWork, moved: Moved, from_id: int, to_id: int) -> None:
    """Undo a hand-over: what still belongs to `to_id` goes back to `from_id`."""
    refuse_others_than_administrators(unit)
    for module, ids in moved.items():
        _give(unit, BY_MODULE[module], ids, to_id, from_id)


def _give(unit: UnitOfWork, entity: type[Record], ids: Sequence[int], from_id: int, to_id: int) -> None:
    """Chunk by chunk: one reading and one writing statement each, versions and history as of any change."""
    for some in _chunks(ids):
        wanted = select(entity).where(entity.id.in_(some), entity.owner_id == from_id).order_by(entity.id)
        for record in unit.session.scalars(wanted.with_for_update(of=entity, key_share=True)):
            record.owner_id = to_id
        unit.session.flush()


def _chunks(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    return (ids[start : start + CHUNK] for start in range(0, len(ids), CHUNK))
