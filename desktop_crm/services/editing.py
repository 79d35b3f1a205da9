"""Who is changing a record at this moment: a hint for others who have it open, never a lock.

Whoever changes it says so at the beginning and then twice a minute; a minute and a half of silence is an end, too.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import case, delete, func, select

from desktop_crm.models import Editing, Record, User
from desktop_crm.storage.database import UnitOfWork

STILL_EVERY = 30
"""Seconds between two calls of `say`."""
SILENCE = timedelta(seconds=90)


@dataclass(frozen=True, slots=True)
class Editor:
    """Somebody who is changing the record, and since when."""

    who: str
    since: datetime


def say(unit: UnitOfWork, entity: type[Record], record_id: int) -> tuple[Editor, ...]:
    """Note that the actor is changing a record, or still is; who else does."""
    if unit.actor.id is not None:
        unit.session.execute(_noted(unit, entity.__tablename__, record_id))
    return others(unit, entity, record_id)


def end(unit: UnitOfWork, entity: type[Record], record_id: int) -> None:
    """Note that the actor has saved, or given up, his changes."""
    own = (Editing.record_id == record_id) & (Editing.user_id == unit.actor.id)
    mine = delete(Editing).where(Editing.module == entity.__tablename__, own)
    unit.session.execute(mine.execution_options(synchronize_session=False))


def others(unit: UnitOfWork, entity: type[Record], record_id: int) -> tuple[Editor, ...]:
    """Who else is changing a record, the first one first."""
    found = (
        select(User.full_name, User.name, Editing.since)
        .join_from(Editing, User, User.id == Editing.user_id)
        .where(Editing.module == entity.__tablename__, Editing.record_id == record_id)
        .where(Editing.user_id != (unit.actor.id or 0), Editing.seen_at > _long_ago(unit))
        .order_by(Editing.since, Editing.id)
    )
    return tuple(Editor(full or name, since) for full, name, since in unit.session.execute(found))


def _on_server(unit: UnitOfWork) -> bool:
    return unit.session.connection().dialect.name == "postgresql"


def _long_ago(unit: UnitOfWork) -> Any:
    """By the server's clock, where there is one: those of the computers may differ."""
    return (func.now() if _on_server(unit) else unit.now) - SILENCE


def _noted(unit: UnitOfWork, module: str, record_id: int) -> Any:
    """A new row, or the one there seen now; it begins anew where its user had fallen silent."""
    if _on_server(unit):
        from sqlalchemy.dialects.postgresql import insert
    else:
        from sqlalchemy.dialects.sqlite import insert  # type: ignore[assignment]
    row = {"module": module, "record_id": record_id, "user_id": unit.actor.id, "since": unit.now, "seen_at": unit.now}
    new = insert(Editing).values(row)
    since = case((Editing.seen_at > unit.now - SILENCE, Editing.since), else_=unit.now)
    keys = [Editing.module, Editing.record_id, Editing.user_id]
    return new.on_conflict_do_update(index_elements=keys, set_={"seen_at": unit.now, "since": since})
