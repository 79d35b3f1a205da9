"""What a window shows of a record: plain values, read in a fixed number of queries."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import Select, func, inspect, literal, select, union_all

from desktop_crm.errors import NotFound
from desktop_crm.i18n import Message, mark
from desktop_crm.models import (
    RECORDS,
    Attachment,
    Child,
    Comment,
    HistoryEntry,
    Record,
    RecordTag,
    Tag,
    User,
)
from desktop_crm.models.fields import Field, Kind, fields_of
from desktop_crm.models.text import fold, search_words
from desktop_crm.services.locks import locked_fields, locked_reason
from desktop_crm.services.records import part_values
from desktop_crm.storage.database import UnitOfWork
from desktop_crm.storage.listing import Query, custom_fields, page, table_class, target_title

TIMELINE_LIMIT = 100


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
    `lock_reason` says why.
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


def open_record(
    unit: UnitOfWork, entity: type[Record], record_id: int, related: Iterable[tuple[type[Record], str]] = ()
) -> RecordView:
    """Read a record for its form or preview; `related` names the lists to count: (entity, relation key)."""
    record = unit.session.get(entity, record_id)
    if record is None:
        raise NotFound()
    added = custom_fields(unit.session, entity.__tablename__)
    locked = locked_fields(record)
    return RecordView(
        entity,
        record.id,
        record.version,
        record.number,
        record.title,
        _values(record, added),
        _relations(unit, record),
        added,
        _tags(unit, record),
        _files(unit, record),
        timeline(unit, entity, record_id),
        _counts(unit, record_id, list(related)),
        frozenset(locked or ()),
        locked_reason(record) if locked else None,
        record.deleted_at is not None,
    )


def _values(record: Record, added: Mapping[str, Field]) -> dict[str, Any]:
    values = {key: getattr(record, key) for key in fields_of(type(record))}
    for key, described in added.items():
        values[key] = custom_value(described, record.custom.get(key.removeprefix("custom.")))
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


def _relations(unit: UnitOfWork, record: Record) -> dict[str, tuple[int, str]]:
    described = fields_of(type(record)).items()
    wanted = {key: (f.target, getattr(record, key)) for key, f in described if f.kind == Kind.RELATION}
    present = {key: pair for key, pair in wanted.items() if pair[1] is not None}
    if not present:
        return {}
    parts = [_title_of(key, target, record_id) for key, (target, record_id) in present.items()]
    return {row.key: (row.id, row.title) for row in unit.session.execute(union_all(*parts))}


def _title_of(key: str, target: str, record_id: int) -> Select[Any]:
    entity = table_class(target)
    title = getattr(entity, target_title(target)).label("title")
    return select(literal(key).label("key"), entity.id.label("id"), title).where(entity.id == record_id)


def titles(unit: UnitOfWork, target: str, ids: Iterable[int]) -> dict[int, str]:
    """What the rows of a table are called, by id."""
    entity = table_class(target)
    wanted = select(entity.id, getattr(entity, target_title(target))).where(entity.id.in_(list(ids)))
    return {row[0]: row[1] for row in unit.session.execute(wanted)}


def _tags(unit: UnitOfWork, record: Record) -> tuple[TagView, ...]:
    rows = unit.session.execute(
        select(Tag.id, Tag.name, Tag.tone)
        .join(RecordTag, RecordTag.tag_id == Tag.id)
        .where(RecordTag.module == record.__tablename__, RecordTag.record_id == record.id)
        .order_by(Tag.name)
    )
    return tuple(TagView(*row) for row in rows)


def _files(unit: UnitOfWork, record: Record) -> tuple[FileView, ...]:
    rows = unit.session.execute(
        select(
            Attachment.id, Attachment.name, Attachment.size, Attachment.created_at, func.coalesce(User.full_name, "")
        )
        .outerjoin(User, User.id == Attachment.author_id)
        .where(Attachment.module == record.__tablename__, Attachment.record_id == record.id)
        .order_by(Attachment.id)
    )
    return tuple(FileView(*row) for row in rows)


def timeline(unit: UnitOfWork, entity: type[Record], record_id: int) -> tuple[Happening, ...]:
    """Comments and history of a record, newest first, at most `TIMELINE_LIMIT`."""
    comments = unit.session.execute(
        select(Comment.created_at, func.coalesce(User.full_name, ""), Comment.text, Comment.id, Comment.author_id)
        .outerjoin(User, User.id == Comment.author_id)
        .where(Comment.module == entity.__tablename__, Comment.record_id == record_id)
        .order_by(Comment.id.desc())
        .limit(TIMELINE_LIMIT)
    )
    entries = unit.session.execute(
        select(HistoryEntry.at, HistoryEntry.user_name, HistoryEntry.action, HistoryEntry.changes)
        .where(HistoryEntry.module == entity.__tablename__, HistoryEntry.record_id == record_id)
        .order_by(HistoryEntry.id.desc())
        .limit(TIMELINE_LIMIT)
    )
    happened = [Happening(at, who, "comment", text, (), key, author) for at, who, text, key, author in comments]
    happened += [Happening(at, who, action, "", tuple(map(tuple, changes))) for at, who, action, changes in entries]
    return tuple(sorted(happened, key=lambda item: item.at, reverse=True)[:TIMELINE_LIMIT])


def _counts(
    unit: UnitOfWork, record_id: int, related: Sequence[tuple[type[Record], str]]
) -> dict[tuple[str, str], int]:
    parts = [
        select(literal(entity.__tablename__), literal(key), func.count(entity.id)).where(
            getattr(entity, key) == record_id, entity.deleted_at.is_(None)
        )
        for entity, key in related
    ]
    if not parts:
        return {}
    return {(module, key): number for module, key, number in unit.session.execute(union_all(*parts))}


@dataclass(frozen=True, slots=True)
class Found:
    """One answer of a lookup or of the global search."""

    module: str
    id: int
    title: str
    detail: str


def lookup(unit: UnitOfWork, target: str, text: str, limit: int = 20) -> list[Found]:
    """Rows of a table to choose from: what `text` finds, in order of their names."""
    entity = table_class(target)
    if isinstance(entity, type) and issubclass(entity, Record):
        return find(unit, entity, text, limit)
    rows = unit.session.execute(select(entity.id, getattr(entity, entity.title_key)).order_by(entity.title_key))
    words = search_words(text)
    hits = [Found(target, key, name, "") for key, name in rows if _has_words(name, words)]
    return hits[:limit]


def _has_words(name: str, words: Sequence[str]) -> bool:
    parts = fold(name).split()
    return all(any(part.startswith(word) for part in parts) for word in words)


_DETAILS: Mapping[str, tuple[str, ...]] = {
    "lead": ("company", "mobile", "email"),
    "organization": ("tax_code", "phone", "province"),
    "contact": ("organization_id", "mobile", "email"),
    "opportunity": ("organization_id",),
    "quote": ("buyer_name",),
    "sales_order": ("buyer_name",),
    "contract": ("buyer_name",),
    "product": ("code", "unit"),
}


def find(unit: UnitOfWork, entity: type[Record], text: str, limit: int = 20) -> list[Found]:
    """Records of one module by words of any of their searched fields; exact spelling comes first."""
    keys = _DETAILS[entity.__tablename__]
    rows = page(unit.session, Query(entity, search=text), keys, limit=limit)
    exact = text.casefold().strip()
    rows.sort(key=lambda row: exact not in row.title.casefold())
    return [Found(entity.__tablename__, row.id, row.title, _detail(entity, keys, row.values)) for row in rows]


def _detail(entity: type[Record], keys: Sequence[str], values: Sequence[Any]) -> str:
    from desktop_crm.models.display import display

    described = fields_of(entity)
    shown = [display(described[key], value, lambda _, code: code) for key, value in zip(keys, values, strict=True)]
    return " · ".join(filter(None, shown))


def find_everywhere(unit: UnitOfWork, text: str, each: int = 5) -> dict[str, list[Found]]:
    """The first answers of every module that has some, by module."""
    if not search_words(text):
        return {}
    found = {entity.__tablename__: find(unit, entity, text, each) for entity in RECORDS}
    return {module: rows for module, rows in found.items() if rows}


def by_number(unit: UnitOfWork, entity: type[Record], number: str) -> Record:
    """The record with this number, whatever its case; NotFound where there is none."""
    record = unit.session.scalars(select(entity).where(func.upper(entity.number) == number.strip().upper())).first()
    if record is None:
        raise NotFound(mark("Reading", "There is no record with the number {number}."), number=number)
    return record
