"""Make anew what lists and searches read: derived columns, the index of words, the counts of words.

Needed when the program folds or sorts text differently than the one that wrote the records, and when somebody changed
them with another program.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from desktop_crm.models import RECORDS, Record, Setting
from desktop_crm.models.record import derived_keys
from desktop_crm.models.text import TEXT_VERSION
from desktop_crm.storage import search
from desktop_crm.storage.database import Database
from desktop_crm.storage.history import unsearched

Progress = Callable[[int, int], object]
NAME = "text_version"
_BLOCK = 2000


def reindex(database: Database, progress: Progress | None = None) -> int:
    """Recompute the derived columns of every record and rebuild the index of words; how many records were wrong.

    Versions and history say nothing of it. Each module is one transaction; `progress(done, total)` counts records.
    """
    with database.reading() as unit:
        counts = [unit.session.scalar(select(func.count(entity.id))) or 0 for entity in RECORDS]
    wrong, done = 0, 0
    for entity, number in zip(RECORDS, counts, strict=True):
        with database.writing() as unit:
            wrong += _mend(unit.session, entity, _reporting(progress, done, sum(counts)))
            search.rebuild(unit.session, entity)
        done += number
    _remember(database)
    return wrong


def if_outdated(database: Database, progress: Progress | None = None) -> None:
    """Reindex a database whose texts an older program folded; one without records is only marked."""
    with database.reading() as unit:
        known = unit.session.scalar(select(Setting.value).where(Setting.name == NAME))
        empty = not any(unit.session.scalar(select(entity.id).limit(1)) for entity in RECORDS)
    if known == TEXT_VERSION:
        return
    if empty:
        _remember(database)
    else:
        reindex(database, progress)


def _reporting(progress: Progress | None, before: int, total: int) -> Callable[[int], object]:
    return lambda done: progress(before + done, total) if progress else None


def _mend(session: Session, entity: type[Record], report: Callable[[int], object]) -> int:
    hidden = unsearched(session, entity.__tablename__)
    last, done, wrong = 0, 0, 0
    while records := session.scalars(_next(entity, last)).all():
        last, done = records[-1].id, done + len(records)
        wrong += _mend_block(session, entity, records, hidden)
        report(done)
    return wrong


def _next(entity: type[Record], last: int) -> Any:
    return select(entity).where(entity.id > last).order_by(entity.id).limit(_BLOCK)


def _mend_block(session: Session, entity: type[Record], records: Sequence[Record], hidden: frozenset[str]) -> int:
    changes = [change for record in records if (change := derived_otherwise(record, hidden))]
    session.expunge_all()
    if changes:
        session.execute(update(entity), changes)
    return len(changes)


def derived_otherwise(record: Record, hidden: frozenset[str]) -> dict[str, Any]:
    """Refresh a record; its derived columns where they held something else than its fields give, else {}."""
    keys = derived_keys(type(record))
    before = [getattr(record, key) for key in keys]
    record.refresh(hidden)
    after = [getattr(record, key) for key in keys]
    return {} if before == after else {"id": record.id, **dict(zip(keys, after, strict=True))}


def _remember(database: Database) -> None:
    with database.writing() as unit:
        row = unit.session.scalars(select(Setting).where(Setting.name == NAME)).first()
        if row is None:
            unit.session.add(Setting(name=NAME, value=TEXT_VERSION))
        else:
            row.value = TEXT_VERSION
