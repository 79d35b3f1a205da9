"""Make, change, delete and restore records of any module: the one way a form, an import or a script writes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar

from sqlalchemy import delete as delete_rows
from sqlalchemy import inspect, select

from desktop_crm.errors import Fault, Forbidden, Invalid, Refused
from desktop_crm.i18n import mark
from desktop_crm.models import Child, CustomField, ImportBatch, ImportedRow, Record
from desktop_crm.models.fields import Field, fields_of
from desktop_crm.models.text import clean_lines
from desktop_crm.models.validation import faults_of
from desktop_crm.services import hooks, reach
from desktop_crm.services.choices import known_codes
from desktop_crm.services.fields_shown import refuse_fields
from desktop_crm.services.locks import kept_reason, refuse_locked
from desktop_crm.services.numbering import next_numbers
from desktop_crm.storage.database import UnitOfWork
from desktop_crm.storage.history import plain
from desktop_crm.storage.listing import custom_fields
from desktop_crm.storage.memo import remembered
from desktop_crm.storage.search import is_server

R = TypeVar("R", bound=Record)


def create(unit: UnitOfWork, entity: type[R], values: Mapping[str, Any]) -> R:
    """A new, numbered record with these values (see `assign`), owned by the actor unless they say otherwise.

    Raises Invalid with the faults of each field.
    """
    return create_many(unit, entity, [values])[0]


def create_many(unit: UnitOfWork, entity: type[R], rows: Iterable[Mapping[str, Any]]) -> list[R]:
    """New records as `create` makes them, numbered in their order and stored together; all of them or none."""
    reach.refuse_creating(unit, entity)
    with unit.session.no_autoflush:
        made = [_made(unit, entity, values) for values in rows]
    for record, number in zip(made, next_numbers(unit, entity.__tablename__, unit.today, len(made)), strict=True):
        record.number = number
    unit.session.add_all(made)
    unit.session.flush()
    return made


def _made(unit: UnitOfWork, entity: type[R], values: Mapping[str, Any]) -> R:
    record = entity()
    if "owner_id" not in values:
        record.owner_id = unit.actor.id
    assign(unit, record, values)
    reach.refuse_owner(unit, entity, record.owner_id, ("create",))
    check(unit, record, frozenset(values))
    return record


def added_fields(unit: UnitOfWork, module: str) -> Mapping[str, Field]:
    """The active custom fields of a module by key (`custom.<key>`); asked for once in a unit of work."""
    return remembered(unit.session, ("added", module), (CustomField,), lambda: custom_fields(unit.session, module))


def save(
    unit: UnitOfWork,
    entity: type[R],
    record_id: int,
    version: int,
    changes: Mapping[str, Any],
    base: Mapping[str, Any] | None = None,
) -> R:
    """Put `changes` into a record that was read at `version`.

    `base` holds the values the changed fields had when read. Raises Conflict where the record was changed since,
    naming the fields whose stored value is no longer the base's; Refused where it is locked; Invalid.
    """
    record = unit.get(entity, record_id)
    reach.refuse_out_of_reach(unit, entity, "change", [record_id])
    if record.version != version:
        raise unit.conflict(record, differing(record, base or {}))
    refuse_locked(record, changes)
    _refuse_giving(unit, entity, changes, record.owner_id)
    with unit.session.no_autoflush:
        assign(unit, record, changes)
        check(unit, record, frozenset(changes))
    unit.session.flush()
    return record


def _refuse_giving(unit: UnitOfWork, entity: type[Record], changes: Mapping[str, Any], before: int | None) -> None:
    if "owner_id" in changes and changes["owner_id"] != before:
        reach.refuse_owner(unit, entity, changes["owner_id"], ("create", "change"))


def differing(record: Record, base: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of `base` that have another value in the record now, with that value."""
    return {key: now for key, then in base.items() if (now := value_of(record, key)) != then}


def value_of(record: Record, key: str) -> Any:
    """A field's or custom field's value; a part's rows as plain mappings."""
    if key.startswith("custom."):
        return record.custom.get(key.removeprefix("custom."))
    value = getattr(record, key)
    return [part_values(row) for row in value] if isinstance(value, list) else value


def part_values(row: Child) -> dict[str, Any]:
    """The id and described values of one row of a part."""
    return {"id": row.id, **{key: getattr(row, key) for key in fields_of(type(row))}}


def assign(unit: UnitOfWork, record: Record, values: Mapping[str, Any]) -> None:
    """Set fields (`company`), custom fields (`custom.size`) and parts (`bank_accounts`: a list of mappings).

    A part's rows with an `id` are changed, those without are added, those missing are removed. An unknown or
    computed field is refused with ValueError, another value of a field that the actor may not change with Forbidden.
    """
    refuse_fields(unit, record, values)
    custom = dict(record.custom or {})
    parts = _related(type(record))
    for key, value in values.items():
        if key.startswith("custom."):
            custom[key.removeprefix("custom.")] = _custom_value(value)
        elif key in parts:
            _assign_part(record, key, value)
        else:
            _assign_field(record, key, value)
    kept = {key: value for key, value in custom.items() if value not in (None, "")}
    if kept != (record.custom or {}):
        record.custom = kept


def _custom_value(value: Any) -> Any:
    return clean_lines(value) if isinstance(value, str) else plain(value)


def _assign_field(record: Record, key: str, value: Any) -> None:
    field = fields_of(type(record)).get(key)
    if field is None or not field.editable:
        raise ValueError(f"{type(record).__name__}.{key} cannot be set")
    if value is None:
        value = _nothing(type(record), key)
    if getattr(record, key) != value:
        setattr(record, key, value)


@cache
def _related(entity: type[Record]) -> frozenset[str]:
    return frozenset(inspect(entity).relationships.keys())


@cache
def _nothing(entity: type[Record], key: str) -> Any:
    """What an emptied field holds: None, or the default where its column takes no NULL."""
    column = inspect(entity).columns[key]
    return None if column.nullable else getattr(column.default, "arg", "")


def _assign_part(record: Record, part: str, rows: Sequence[Mapping[str, Any]]) -> None:
    relation = inspect(type(record)).relationships[part]
    if not relation.cascade.delete_orphan:
        raise ValueError(f"{type(record).__name__}.{part} is no part")
    present = {row.id: row for row in getattr(record, part) if row.id is not None}
    kept = []
    for place, values in enumerate(rows):
        row = present.get(values.get("id")) or relation.mapper.class_()
        _assign_row(row, place, values)
        kept.append(row)
    if kept != list(getattr(record, part)):
        setattr(record, part, kept)


def _assign_row(row: Any, place: int, values: Mapping[str, Any]) -> None:
    known = fields_of(type(row))
    given = {key: value for key, value in values.items() if key in known and known[key].editable}
    if hasattr(row, "position"):
        given["position"] = place
    for key, value in given.items():
        if getattr(row, key) != value:
            setattr(row, key, value)


def check(unit: UnitOfWork, record: Record, changed: frozenset[str]) -> None:
    """Let the module's rules tidy the record, then raise Invalid unless every field keeps its rules."""
    hooks.before_save(unit, record, changed)
    added = added_fields(unit, record.__tablename__)
    blocking = [fault for fault in faults_of(record, added) if not fault.warning and _concerns(fault, record, changed)]
    blocking += unknown_choices(unit, record, changed, added)
    if blocking:
        raise Invalid(*blocking)


def _concerns(fault: Fault, record: Record, changed: frozenset[str]) -> bool:
    """An old record that breaks a newer rule can still be saved where the faulty field is left alone."""
    return record.id is None or fault.field in changed


def unknown_choices(
    unit: UnitOfWork, record: Record, changed: frozenset[str], added: Mapping[str, Field]
) -> list[Fault]:
    """Faults for codes that no list has."""
    described = fields_of(type(record))
    asked = [field for key in changed if (field := described.get(key) or added.get(key)) and field.choices]
    chosen = [(field, value) for field in asked if (value := value_of(record, field.key))]
    if not chosen:
        return []
    codes = known_codes(unit, {field.choices for field, _ in chosen})
    message = mark("Validation", "“{value}” is not in the list.")
    return [Fault(field.key, message, {"value": value}) for field, value in chosen if value not in codes[field.choices]]


def delete(
    unit: UnitOfWork, entity: type[Record], record_ids: Iterable[int], versions: Mapping[int, int] | None = None
) -> int:
    """Put records into the recycle bin; how many were put there now.

    `versions` holds those at which they were seen. Raises Conflict where one was changed since, and Refused where one
    is to be kept (an issued quote, an approved order, a signed contract); then none is deleted.
    """
    return _mark(unit, entity, record_ids, deleted=True, versions=versions or {})


def restore(unit: UnitOfWork, entity: type[Record], record_ids: Iterable[int]) -> int:
    """Take records out of the recycle bin; how many came back."""
    return _mark(unit, entity, record_ids, deleted=False, versions={})


def _mark(
    unit: UnitOfWork, entity: type[Record], record_ids: Iterable[int], *, deleted: bool, versions: Mapping[int, int]
) -> int:
    done = 0
    wanted = list(record_ids)
    reach.refuse_out_of_reach(unit, entity, "delete", wanted)
    for start in range(0, len(wanted), 500):
        some = select(entity).where(entity.id.in_(wanted[start : start + 500])).order_by(entity.id)
        found = unit.session.scalars(some.with_for_update(of=entity, key_share=True)).all()
        _refuse_unlocked(unit, some, len(found))
        for record in found:
            if (record.deleted_at is not None) != deleted:
                if deleted and (reason := kept_reason(record)):
                    raise Refused(reason, number=record.number)
                if record.version != versions.get(record.id, record.version):
                    raise unit.conflict(record, {})
                record.deleted_at = unit.now if deleted else None
                hooks.after_delete(unit, record)
                done += 1
    unit.session.flush()
    return done


def _refuse_unlocked(unit: UnitOfWork, some: Any, locked: int) -> None:
    """A server locks for whoever may change a row: those that are seen, and were not locked, are not theirs."""
    if (
        is_server(unit.session)
        and len(unit.session.execute(some.with_only_columns(some.selected_columns.id)).all()) > locked
    ):
        raise Forbidden()


def erase(unit: UnitOfWork, entity: type[Record], record_ids: Iterable[int]) -> int:
    """Remove records from the recycle bin for good, with their comments, tags and files; their history stays.

    No other record ever gets its id (`storage.keys`), and no import that made it tries to undo it.
    """
    from desktop_crm.services.notes import remove_all

    wanted = list(record_ids)
    reach.refuse_out_of_reach(unit, entity, "delete", wanted)
    gone = unit.session.scalars(
        select(entity)
        .where(entity.id.in_(wanted), entity.deleted_at.is_not(None))
        .order_by(entity.id)
        .with_for_update(of=entity)  # nobody restores one while it goes
    ).all()
    for record in gone:
        remove_all(unit, record)
        unit.session.delete(record)
    unit.session.flush()
    _forget_imports(unit, entity, [record.id for record in gone])
    return len(gone)


def _forget_imports(unit: UnitOfWork, entity: type[Record], ids: Sequence[int]) -> None:
    batches = select(ImportBatch.id).where(ImportBatch.module == entity.__tablename__)
    unit.session.execute(
        delete_rows(ImportedRow).where(ImportedRow.batch_id.in_(batches), ImportedRow.record_id.in_(ids))
    )


def versions_of(unit: UnitOfWork, entity: type[Record], record_ids: Sequence[int]) -> dict[int, int]:
    """The present version of each of these records."""
    found: dict[int, int] = {}
    for start in range(0, len(record_ids), 500):
        some = entity.id.in_(record_ids[start : start + 500])
        found.update((row[0], row[1]) for row in unit.session.execute(select(entity.id, entity.version).where(some)))
    return found


@dataclass(frozen=True, slots=True)
class ChangedMany:
    """How many records were changed, and which ones were left alone because others changed them meanwhile."""

    done: int
    left: tuple[int, ...] = ()


def change_seen(
    unit: UnitOfWork, entity: type[Record], versions: Mapping[int, int], changes: Mapping[str, Any]
) -> ChangedMany:
    """Put the same values into many records seen at these versions; those changed since are left as they are."""
    reach.refuse_out_of_reach(unit, entity, "change", sorted(versions))
    now = versions_of(unit, entity, sorted(versions))
    same = [record_id for record_id in versions if now.get(record_id) == versions[record_id]]
    done = [
        record_id for record_id in sorted(same) if _changed_one(unit, entity, record_id, changes, versions[record_id])
    ]
    unit.session.flush()
    return ChangedMany(len(done), tuple(sorted(set(versions) - set(done))))


def _changed_one(
    unit: UnitOfWork, entity: type[Record], record_id: int, changes: Mapping[str, Any], version: int
) -> bool:
    record = unit.get(entity, record_id)  # held from now on
    if record.version != version:
        return False
    _change(unit, record, changes)
    return True


def _change(unit: UnitOfWork, record: Record, changes: Mapping[str, Any]) -> None:
    refuse_locked(record, changes)
    with unit.session.no_autoflush:
        assign(unit, record, changes)
        check(unit, record, frozenset(changes))


def change_many(unit: UnitOfWork, entity: type[Record], record_ids: Iterable[int], changes: Mapping[str, Any]) -> int:
    """Put the same values into many records, whatever they hold now; all of them or, where one is refused, none.

    They are locked in the order of their ids, so that two people at it wait for each other instead of both failing.
    """
    done, record_ids = 0, sorted(record_ids)
    reach.refuse_out_of_reach(unit, entity, "change", record_ids)
    _refuse_giving(unit, entity, changes, None)
    for record_id in record_ids:
        record = unit.get(entity, record_id)
        _change(unit, record, changes)
        done += 1
    unit.session.flush()
    return done
