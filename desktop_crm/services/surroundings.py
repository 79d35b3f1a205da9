"""What stands around a record, read in one statement: relations, tags, files, comments, history, and counts.

On a server every statement is a round trip; the parts have little in common but their record, so they come as rows of
one shape, each with its `kind`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import (
    BigInteger,
    Row,
    Select,
    Text,
    bindparam,
    cast,
    column,
    func,
    literal_column,
    null,
    select,
    union_all,
)
from sqlalchemy.orm import aliased

from desktop_crm.models import Attachment, Comment, HistoryEntry, Record, RecordTag, Share, Tag, User
from desktop_crm.models.fields import Kind, fields_of
from desktop_crm.models.types import Json, Key, UtcDateTime
from desktop_crm.storage.database import UnitOfWork
from desktop_crm.storage.listing import table_class, target_title

LIMIT = 100
"""The most comments, and the most entries of the history, that are read."""

_KEY = bindparam("record_id", type_=Key)
_COLUMNS: Mapping[str, Any] = {
    "id": Key,
    "key": Text(),
    "at": UtcDateTime(),
    "who": Text(),
    "words": Text(),
    "changes": Json,
    "number": BigInteger(),
    "author_id": Key,
}
"""The shape of a row; each kind fills what it has."""


def around(
    unit: UnitOfWork, entity: type[Record], record_id: int, related: Iterable[tuple[type[Record], str]]
) -> Mapping[str, list[Row[Any]]]:
    """The rows by kind: `relation` (key, id, words), `tag` (words, key: tone), `file` (words, number: bytes),
    `share` (number), `comment` (words), `history` (key: action, changes), both newest first, and `count` (key, words:
    module, number).
    """
    found: dict[str, list[Row[Any]]] = defaultdict(list)
    for row in unit.session.execute(_statement(entity, tuple(related)), {"record_id": record_id}):
        found[row.kind].append(row)
    for kind in ("comment", "history"):
        found[kind].sort(key=lambda row: -row.id)  # a union keeps no order
    return found


@cache
def _statement(entity: type[Record], related: Sequence[tuple[type[Record], str]]) -> Any:
    module = entity.__tablename__
    hung = (_tags(module), _files(module), _shares(module), _newest(_comments(module)), _newest(_history(module)))
    relations = (_relation(entity, key, f.target) for key, f in fields_of(entity).items() if f.kind == Kind.RELATION)
    return union_all(*hung, *relations, *(_count(other, key) for other, key in related))


def _part(kind: str, **given: Any) -> Select[Any]:
    """One part of the statement; columns that it does not have are NULL of their type."""
    filled = {name: given.get(name, cast(null(), type_)).label(name) for name, type_ in _COLUMNS.items()}
    return select(literal_column(f"'{kind}'", Text()).label("kind"), *filled.values())


def _newest(part: Select[Any]) -> Select[Any]:
    return select(part.order_by(column("id").desc()).limit(LIMIT).subquery())


def _relation(entity: type[Record], key: str, target: str) -> Select[Any]:
    other: Any = aliased(table_class(target))
    part = _part("relation", id=other.id, key=_said(key), words=getattr(other, target_title(target)))
    return part.join_from(entity, other, other.id == getattr(entity, key)).where(entity.id == _KEY)


def _tags(module: str) -> Select[Any]:
    part = _part("tag", id=Tag.id, key=Tag.tone, words=Tag.name)
    return part.join(RecordTag, RecordTag.tag_id == Tag.id).where(_on(RecordTag, module))


def _shares(module: str) -> Select[Any]:
    return _part("share", number=func.count(Share.id)).where(_on(Share, module))


def _files(module: str) -> Select[Any]:
    file = Attachment
    part = _part("file", id=file.id, at=file.created_at, who=_NAME, words=file.name, number=file.size)
    return part.join_from(file, User, User.id == file.author_id, isouter=True).where(_on(file, module))


def _comments(module: str) -> Select[Any]:
    said = Comment
    part = _part("comment", id=said.id, at=said.created_at, who=_NAME, words=said.text, author_id=said.author_id)
    return part.join_from(said, User, User.id == said.author_id, isouter=True).where(_on(said, module))


def _history(module: str) -> Select[Any]:
    """Files of earlier programs may have given an erased record's id again: what was told before is another's."""
    entry, earlier = HistoryEntry, aliased(HistoryEntry)
    erased = select(func.max(earlier.id)).where(_on(earlier, module), earlier.action == "erased")
    part = _part("history", id=entry.id, key=entry.action, at=entry.at, who=entry.user_name, changes=entry.changes)
    return part.where(_on(entry, module), entry.id > func.coalesce(erased.scalar_subquery(), 0))


def _count(entity: type[Record], key: str) -> Select[Any]:
    part = _part("count", key=_said(key), words=_said(entity.__tablename__), number=func.count(entity.id))
    return part.where(getattr(entity, key) == _KEY, entity.deleted_at.is_(None))


_NAME = func.coalesce(User.full_name, "")


def _said(word: str) -> Any:
    return literal_column(f"'{word}'", Text())


def _on(entity: Any, module: str) -> Any:
    return (entity.module == _said(module)) & (entity.record_id == _KEY)
