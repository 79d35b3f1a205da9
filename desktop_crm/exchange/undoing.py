"""Take an import back: what it made goes, what it changed becomes what it was; later work is left alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Table, delete, null, select

from desktop_crm.errors import NotFound, Refused
from desktop_crm.exchange.among import among
from desktop_crm.exchange.bulk import Bulk, Updated, typed
from desktop_crm.exchange.progress import Progress, Stop, watched
from desktop_crm.i18n import Message, mark
from desktop_crm.models import (
    BY_MODULE,
    Attachment,
    Base,
    Comment,
    HistoryEntry,
    ImportBatch,
    ImportedRow,
    Record,
    RecordTag,
)
from desktop_crm.services.records import value_of
from desktop_crm.storage.database import Actor, Database, UnitOfWork
from desktop_crm.storage.history import tells

CHANGED = mark("Exchange", "Changed since the import.")
USED = mark("Exchange", "Other records or comments belong to it.")
_CHUNK = 2000


@dataclass(frozen=True, slots=True)
class Kept:
    """A record that was left as it is, and why."""

    id: int
    number: str
    title: str
    reason: Message


@dataclass(frozen=True, slots=True)
class Undone:
    """What undoing an import did; `kept` are the records it left alone."""

    deleted: int
    restored: int
    kept: tuple[Kept, ...] = ()


def undo_import(
    database: Database, actor: Actor, batch: int, progress: Progress | None = None, cancelled: Stop | None = None
) -> Undone:
    """Delete the records an import made and restore the values it replaced, in one transaction.

    A record that was changed since, or that others refer to, stays and is named in the result. Raises NotFound
    for an unknown batch, Refused for one that was undone before, Cancelled.
    """
    with database.writing(actor) as unit:
        found = unit.session.get(ImportBatch, batch)
        if found is None:
            raise NotFound(mark("Exchange", "There is no import {batch}."), batch=batch)
        if found.undone_at is not None:
            raise Refused(mark("Exchange", "Import {batch} was undone already."), batch=batch)
        undo = _Undo(unit, BY_MODULE[found.module], batch)
        rows = unit.session.execute(
            select(ImportedRow.record_id, ImportedRow.version, ImportedRow.before)
            .where(ImportedRow.batch_id == batch)
            .order_by(ImportedRow.id)
        ).all()
        done = undo.rows(watched(rows, len(rows), progress, cancelled))
        found.undone_at = unit.now
        unit.session.execute(delete(ImportedRow).where(ImportedRow.batch_id == batch))
    return done


class _Undo:
    """Undoes chunk by chunk."""

    def __init__(self, unit: UnitOfWork, entity: type[Record], batch: int) -> None:
        self.unit, self.entity, self.batch = unit, entity, batch
        self.bulk = Bulk(unit, entity, batch)
        self.references = list(_references(entity))
        self._made = select(ImportedRow.record_id).where(ImportedRow.batch_id == batch, ImportedRow.before.is_(null()))

    def rows(self, rows: Iterable[Any]) -> Undone:
        deleted = restored = 0
        kept: list[Kept] = []
        for chunk in _chunks(rows):
            present = self._present([row.record_id for row in chunk])
            same = [row for row in chunk if row.record_id in present and present[row.record_id][2] == row.version]
            changed = {row.record_id for row in chunk if row.record_id in present} - {row.record_id for row in same}
            made = [row.record_id for row in same if row.before is None]
            used = self._used(made)
            self._delete([record_id for record_id in made if record_id not in used])
            self._restore([row for row in same if row.before is not None])
            deleted += len(made) - len(used)
            restored += len(same) - len(made)
            kept += [Kept(i, *present[i][:2], CHANGED) for i in sorted(changed)]
            kept += [Kept(i, *present[i][:2], USED) for i in sorted(used)]
        return Undone(deleted, restored, tuple(kept))

    def _present(self, ids: Sequence[int]) -> dict[int, tuple[str, str, int]]:
        entity = self.entity
        statement = select(entity.id, entity.number, entity.title, entity.version)
        here = among(self.unit.session, entity.id, ids)
        rows = self.unit.session.execute(statement.where(here).with_for_update())
        return {row[0]: (row[1], row[2], row[3]) for row in rows}

    def _used(self, ids: Sequence[int]) -> set[int]:
        """Those of the records that something else refers to."""
        used: set[int] = set()
        for table, name in self.references if ids else ():
            column = table.c[name]
            from_here = select(column).where(among(self.unit.session, column, ids))
            if table is self.entity.__table__:  # records of the same import may refer to each other
                from_here = from_here.where(table.c.id.not_in(self._made))
            used |= set(self.unit.session.scalars(from_here))
        for attached in (Comment, Attachment, RecordTag) if ids else ():
            here = select(attached.record_id).where(attached.module == self.entity.__tablename__)
            used |= set(self.unit.session.scalars(here.where(among(self.unit.session, attached.record_id, ids))))
        return used

    def _delete(self, ids: Sequence[int]) -> None:
        """Remove records; with their history where their ids may be given again, in a file."""
        if ids:
            session, module = self.unit.session, self.entity.__tablename__
            session.execute(_delete_now(self.entity, among(session, self.entity.id, ids)))
        if ids and tells(session):
            history = among(session, HistoryEntry.record_id, ids)
            session.execute(_delete_now(HistoryEntry, history, HistoryEntry.module == module))

    def _restore(self, rows: Sequence[Any]) -> None:
        if not rows:
            return
        ids = [row.record_id for row in rows]
        now = {r.id: r for r in self.unit.session.scalars(
            select(self.entity).where(among(self.unit.session, self.entity.id, ids)))}  # fmt: skip
        changes = []
        for row in rows:
            before = typed(self.entity, row.before)
            changes.append(Updated(row.record_id, before, {key: value_of(now[row.record_id], key) for key in before}))
        for record in now.values():
            self.unit.session.expunge(record)
        self.bulk.change(changes)


def _delete_now(entity: type[Base], *conditions: Any) -> Any:
    return delete(entity).where(*conditions).execution_options(synchronize_session=False)


def _references(entity: type[Record]) -> Iterator[tuple[Table, str]]:
    """Every column that refers to the module's records, but those of its own parts' rows."""
    for table in Base.metadata.sorted_tables:
        for constraint in table.foreign_key_constraints:
            if constraint.referred_table is entity.__table__:
                yield table, constraint.column_keys[0]


def _chunks(rows: Iterable[Any]) -> Iterator[list[Any]]:
    chunk: list[Any] = []
    for row in rows:
        chunk.append(row)
        if len(chunk) == _CHUNK:
            yield chunk
            chunk = []
    if chunk:
        yield chunk
