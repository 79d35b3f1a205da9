"""Bring a planned table into the database: one transaction, one batch that can be undone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import bindparam, insert, select, update

from desktop_crm.exchange.bulk import Bulk, Updated
from desktop_crm.exchange.classify import confirm
from desktop_crm.exchange.creating import Creation
from desktop_crm.exchange.plan import Edits, prepare
from desktop_crm.exchange.planned import Existing, ImportPlan, PlannedRow, State
from desktop_crm.exchange.progress import STEP, Progress, Stop, watched
from desktop_crm.exchange.relations import NewName, RowOfFile
from desktop_crm.exchange.undoing import Undone, undo_import
from desktop_crm.models import ImportBatch
from desktop_crm.models.fields import Kind
from desktop_crm.services import reach
from desktop_crm.services.numbering import next_numbers
from desktop_crm.storage import search
from desktop_crm.storage.database import Actor, Database, UnitOfWork
from desktop_crm.storage.listing import table_class, target_title
from desktop_crm.storage.saves import kept_once

__all__ = [
    "Edits",
    "Existing",
    "ImportPlan",
    "ImportResult",
    "PlannedRow",
    "State",
    "Undone",
    "prepare",
    "run",
    "undo_import",
]

CHUNK = 1000


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What an import did; `batch` is its number for `undo_import`, None where nothing was written."""

    read: int
    created: int
    updated: int
    skipped: int
    invalid: int
    batch: int | None

    def as_dict(self) -> dict[str, int | None]:
        """The counts by name, as scripts read them."""
        return {name: getattr(self, name) for name in self.__slots__}


def run(
    database: Database,
    actor: Actor,
    plan: ImportPlan,
    progress: Progress | None = None,
    cancelled: Stop | None = None,
) -> ImportResult:
    """Write the plan's new and changed rows, with their history; all of them or, where it is cancelled, none.

    The states of the rows are decided once more under the lock: what others wrote since the plan was made counts.
    Raises Forbidden for records that the actor may not make or change.
    """
    with kept_once(database, actor) as unit:
        confirm(unit, plan)
        plan.keyed = None  # a tenth of the memory; made anew should the plan be compared again
        new = [row for row in plan.rows if row.state == State.NEW]
        changed = [row for row in plan.rows if row.state == State.UPDATE]
        _refuse(unit, plan, new, changed)
        batch = _batch(unit, plan) if new or changed else None
        if batch is not None:
            _make_names(unit, plan, [*new, *changed])
            total = len(new) + len(changed)
            _create(unit, plan, batch, new, lambda blocks: watched(blocks, total, progress, cancelled, STEP))
            after = _shifted(progress, len(new), total)
            _change(unit, plan, batch, watched(changed, total, after, cancelled))
            _tie(unit, plan, new)
        if new and search.needs_upkeep(unit.session, plan.entity):
            search.count_words(unit.session, plan.entity)
    if progress and (new or changed):
        progress(total, total)
    return result(plan, batch)


def _refuse(unit: UnitOfWork, plan: ImportPlan, new: Sequence[PlannedRow], changed: Sequence[PlannedRow]) -> None:
    """Raise Forbidden where the actor may not make the new records, or not change one of the others."""
    if new:
        reach.refuse_creating(unit, plan.entity)
    if changed:
        reach.refuse_out_of_reach(unit, plan.entity, "change", [row.existing_id or 0 for row in changed])


def result(plan: ImportPlan, batch: int | None) -> ImportResult:
    """The counts of a plan, as they are or will be."""
    counts = plan.counts
    return ImportResult(
        len(plan.rows), counts[State.NEW], counts[State.UPDATE], counts[State.DUPLICATE], counts[State.INVALID], batch
    )


def _shifted(progress: Progress | None, by: int, total: int) -> Progress | None:
    return (lambda done, _: progress(by + done, total)) if progress else None


def _batch(unit: UnitOfWork, plan: ImportPlan) -> int:
    counts = result(plan, None).as_dict()
    batch = ImportBatch(
        module=plan.entity.__tablename__,
        file_name=plan.file_name[:255],
        user_id=unit.actor.id,
        counts={name: count for name, count in counts.items() if count is not None},
    )
    unit.session.add(batch)
    unit.session.flush()
    return batch.id


def _make_names(unit: UnitOfWork, plan: ImportPlan, rows: Sequence[PlannedRow]) -> None:
    """Make the rows that are no more than a name (product groups) and put their ids in the place of the names."""
    for key in [key for key in plan.mapping.values() if plan.fields[key].kind == Kind.RELATION]:
        column = plan.columns[key]
        names = dict.fromkeys(column[row.place] for row in rows if isinstance(column[row.place], NewName))
        if names:
            ids = _made(unit, plan.fields[key].target, list(names))
            column[:] = [ids.get(value, value) if isinstance(value, NewName) else value for value in column]


def _made(unit: UnitOfWork, table: str, names: Sequence[str]) -> dict[str, int]:
    entity: Any = table_class(table)
    name = getattr(entity, target_title(table))
    unit.session.execute(insert(entity), [{name.key: str(one)} for one in names])
    rows = unit.session.execute(select(name, entity.id).where(name.in_([str(one) for one in names])))
    return {row[0]: row[1] for row in rows}


def _chunks(rows: Iterable[PlannedRow]) -> Iterator[list[PlannedRow]]:
    chunk: list[PlannedRow] = []
    for row in rows:
        chunk.append(row)
        if len(chunk) == CHUNK:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def _create(
    unit: UnitOfWork, plan: ImportPlan, batch: int, rows: Sequence[PlannedRow], told: Callable[[Any], Iterator[Any]]
) -> None:
    if not rows:
        return
    numbers = next_numbers(unit, plan.entity.__tablename__, unit.today, len(rows))
    creation = Creation(unit, plan.entity, batch, plan.columns, len(rows))
    places = [row.place for row in rows]
    creation.write(told(creation.blocks(places, numbers)))
    for row, record_id in zip(rows, creation.ids, strict=False):
        row.existing_id = record_id


def _tie(unit: UnitOfWork, plan: ImportPlan, rows: Sequence[PlannedRow]) -> None:
    """Let new records refer to each other, now that all have ids; a row that was refused is referred to by none."""
    ids = {row.number: row.existing_id for row in plan.rows if row.existing_id is not None}
    table: Any = plan.entity.__table__
    for key in [key for key in plan.mapping.values() if plan.fields[key].target == plan.entity.__tablename__]:
        pairs = [
            {"this": row.existing_id, "that": ids[target]}
            for row in rows
            if isinstance(target := plan.columns[key][row.place], RowOfFile) and target in ids
        ]
        if pairs:
            statement = update(table).where(table.c.id == bindparam("this")).values({key: bindparam("that")})
            unit.session.connection().execute(statement, pairs)


def _change(unit: UnitOfWork, plan: ImportPlan, batch: int, rows: Iterable[PlannedRow]) -> None:
    bulk = Bulk(unit, plan.entity, batch)
    for chunk in _chunks(rows):
        changes = [
            Updated(row.existing_id or 0, {key: plan.columns[key][row.place] for key in row.old}, dict(row.old))
            for row in chunk
        ]
        bulk.change(changes, keep_before=True)
