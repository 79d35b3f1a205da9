"""What a window shows of a record: plain values, read in a fixed number of queries."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import Row, Select, inspect, literal, select, union_all

from desktop_crm.errors import NotFound
from desktop_crm.i18n import Message, mark
from desktop_crm.models import Child, Record
from desktop_crm.models.fields import Field, Kind, fields_of
from desktop_crm.services import reach
from desktop_crm.services.fields_shown import blank, read_only, shown
from desktop_crm.services.locks import locked_fields, locked_reason
from desktop_crm.services.records import added_fields, part_values
from desktop_crm.services.surroundings import LIMIT as TIMELINE_LIMIT
from desktop_crm.services.surroundings import around
from desktop_crm.storage.database import UnitOfWork
from desktop_crm.storage.listing import table_class, target_title


@dataclass(frozen=True, slots=True)
class TagView:
    """A tag on a record."""

    id: int
    name: str
    tone: str


@dataclass(frozen=True, slots=True)
class FileView:
    """An attachment without its bytes."""

    id: int
    name: str
    size: int
    at: datetime
    author: str


@dataclass(frozen=True, slots=True)
class Happening:
    """One row of the timeline: a comment (`text`) or an entry of the history (`changes`)."""

    at: datetime
    who: str
    action: str  # comment, created, changed, deleted, restored
    text: str = ""
    changes: tuple[tuple[str, Any, Any], ...] = ()
    comment_id: int | None = None
    author_id: int | None = None


@dataclass(frozen=True, slots=True)
class RecordView:
    """A record as it was read: `values` by field key, custom fields as `custom.<key>`, parts as lists of mappings.

    `relations` gives (id, title) for each relation that is set. `locked` names the fields that may not be changed,
    `lock_reason` says why. `hidden` names the fields that the reader may not see: their values are empty everywhere.
    `may_change` and `may_delete` say what the reader may do with it, `shared` how many it is shared with.
    """

    entity: type[Record]
    id: int
    version: int
    number: str
    title: str
    values: Mapping[str, Any]
    relations: Mapping[str, tuple[int, str]]
    custom: Mapping[str, Field]
    tags: tuple[TagView, ...] = ()
    files: tuple[FileView, ...] = ()
    timeline: tuple[Happening, ...] = ()
    counts: Mapping[tuple[str, str], int] = field(default_factory=dict)
    locked: frozenset[str] = frozenset()
    lock_reason: Message | None = None
    deleted: bool = False
    hidden: frozenset[str] = frozenset()
    may_change: bool = True
    may_delete: bool = True
    shared: int = 0


def open_record(
    unit: UnitOfWork, entity: type[Record], record_id: int, related: Iterable[tuple[type[Record], str]] = ()
) -> RecordView:
    """Read a record for its form or preview; `related` names the lists to count: (entity, relation key).

    Three statements, however much hangs on the record, and one more for each part of it: the record, its
    surroundings, and the added fields of its module. The timeline has at most `TIMELINE_LIMIT` happenings.
    """
    record = unit.session.get(entity, record_id)
    if record is None:
        raise NotFound()
    module, rights = entity.__tablename__, unit.actor.rights
    added, hidden = added_fields(unit, module), rights.hidden(module)
    found = around(unit, entity, record_id, related)
    locked, reason = locked_fields(record), locked_reason(record)
    may_change = reach.may(unit, record, "change")
    if not may_change:
        locked, reason = frozenset(fields_of(entity)), reach.NOT_CHANGED
    return RecordView(
        entity,
        record.id,
        record.version,
        record.number,
        record.title,
        _values(record, added, hidden),
        {row.key: (row.id, row.words) for row in found["relation"] if row.key not in hidden},
        shown(rights, module, added),
        tuple(sorted((TagView(row.id, row.words, row.key) for row in found["tag"]), key=lambda tag: tag.name)),
        tuple(FileView(*row) for row in sorted(map(_file, found["file"]))),
        _timeline(found["comment"], found["history"], hidden),
        {(row.words, row.key): row.number for row in found["count"]},
        frozenset(locked or ()) | read_only(rights, module),
        reason if locked else None,
        record.deleted_at is not None,
        hidden,
        may_change,
        reach.may(unit, record, "delete"),
        sum(row.number for row in found["share"]),
    )


def _file(row: Row[Any]) -> tuple[Any, ...]:
    return row.id, row.words, row.number, row.at, row.who


def _timeline(
    comments: Iterable[Row[Any]], entries: Iterable[Row[Any]], hidden: AbstractSet[str]
) -> tuple[Happening, ...]:
    """Both kinds, newest first; an entry of which nothing is left to be told is left out."""
    happened = [Happening(row.at, row.who, "comment", row.words, (), row.id, row.author_id) for row in comments]
    for row in entries:
        told = tuple(tuple(change) for change in row.changes if change[0] not in hidden)
        if told or not row.changes:
            happened.append(Happening(row.at, row.who, row.key, "", told))
    return tuple(sorted(happened, key=lambda item: item.at, reverse=True)[:TIMELINE_LIMIT])


def _values(record: Record, added: Mapping[str, Field], hidden: AbstractSet[str]) -> dict[str, Any]:
    values = {key: getattr(record, key) for key in fields_of(type(record))}
    for key, described in added.items():
        values[key] = custom_value(described, record.custom.get(key.removeprefix("custom.")))
    for key in hidden & values.keys():
        values[key] = blank(fields_of(type(record)).get(key) or added[key])
    for key in parts_of(type(record)):
        values[key] = [part_values(row) for row in getattr(record, key)]
    return values


def custom_value(described: Field, stored: Any) -> Any:
    """A custom field's stored JSON value as the type of its kind."""
    if stored in (None, ""):
        return None
    if described.kind == Kind.QUANTITY:
        return Decimal(stored)
    return date.fromisoformat(stored) if described.kind == Kind.DATE else stored


def parts_of(entity: type[Record]) -> tuple[str, ...]:
    """The names of a record's parts that a form edits row by row."""
    relations = inspect(entity).relationships
    return tuple(r.key for r in relations if r.cascade.delete_orphan and issubclass(r.mapper.class_, Child))


def titles(unit: UnitOfWork, target: str, ids: Iterable[int]) -> dict[int, str]:
    """What the rows of a table are called, by id."""
    return {key: title for (_, key), title in titles_of(unit, {target: ids}).items()}


def titles_of(unit: UnitOfWork, wanted: Mapping[str, Iterable[int]]) -> dict[tuple[str, int], str]:
    """What the rows of several tables are called, by (table, id); one statement, none where no row is asked for."""
    parts = [_titles(table, keys) for table, ids in wanted.items() if (keys := list(ids))]
    if not parts:
        return {}
    return {(row.target, row.id): row.title for row in unit.session.execute(union_all(*parts))}


def _titles(target: str, ids: Sequence[int]) -> Select[Any]:
    entity = table_class(target)
    title = getattr(entity, target_title(target)).label("title")
    return select(literal(target).label("target"), entity.id.label("id"), title).where(entity.id.in_(ids))


def by_number(unit: UnitOfWork, entity: type[Record], number: str) -> Record:
    """The record with this number, typed as it is or in capitals or small letters; NotFound where there is none."""
    spellings = {number.strip(), number.strip().upper(), number.strip().lower()}
    record = unit.session.scalars(select(entity).where(entity.number.in_(spellings))).first()
    if record is None:
        raise NotFound(mark("Reading", "There is no record with the number {number}."), number=number)
    return record
