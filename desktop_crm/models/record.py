"""What every record has, and what the parts of a record have."""

from __future__ import annotations

from collections.abc import Collection
from datetime import UTC, datetime
from functools import cache
from typing import Any, ClassVar

from sqlalchemy import ForeignKey, Index, Integer, String, Text, UniqueConstraint
from sqlalchemy import text as sql_text
from sqlalchemy.orm import Mapped, MappedColumn, declared_attr, mapped_column

from desktop_crm.i18n import Message, mark
from desktop_crm.models.base import Base
from desktop_crm.models.fields import Field, Kind, _info, fields_of, moment, relation, text
from desktop_crm.models.text import search_text, sort_key
from desktop_crm.models.types import Json, Key, SortKey, UtcDateTime


def now() -> datetime:
    """The present moment, aware, in UTC."""
    return datetime.now(UTC)


class Record(Base):
    """A row a user opens, lists, searches and owns; the first word of its file is its module.

    `title` is what the record is called everywhere, `title_sort` its key in Vietnamese order and `search_text`
    its folded words; the write path keeps them and the keys of other names true by `refresh()`.
    """

    __abstract__ = True

    plural: ClassVar[str]
    singular_label: ClassVar[Message]
    plural_label: ClassVar[Message]

    number: Mapped[str] = text(mark("Record", "Number"), 40, searched=True, editable=False)
    title: Mapped[str] = mapped_column(String(300), nullable=False, default="", server_default="")
    title_sort: Mapped[str] = mapped_column(SortKey, nullable=False, default="", server_default="")
    search_text: Mapped[str] = mapped_column(SortKey, nullable=False, default="", server_default="")
    created_at: Mapped[datetime] = mapped_column(
        UtcDateTime,
        nullable=False,
        default=now,
        info=_info(mark("Record", "Created at"), Kind.DATETIME, editable=False, indexed=True),
    )
    modified_at: Mapped[datetime] = mapped_column(
        UtcDateTime,
        nullable=False,
        default=now,
        info=_info(mark("Record", "Modified at"), Kind.DATETIME, editable=False, indexed=True),
    )
    version: Mapped[int] = mapped_column(Integer, nullable=False, default=1, server_default="1")
    deleted_at: Mapped[datetime | None] = moment(mark("Record", "Deleted at"))
    custom: Mapped[dict[str, Any]] = mapped_column(Json, nullable=False, default=dict, server_default="{}")
    notes: Mapped[str] = mapped_column(
        Text, nullable=False, default="", server_default="", info=_info(mark("Record", "Description"), Kind.LONG_TEXT)
    )

    @declared_attr
    def owner_id(cls) -> Mapped[int | None]:
        """The user responsible."""
        return relation(mark("Record", "Owner"), "app_user", indexed=True)

    @declared_attr
    def team_id(cls) -> Mapped[int | None]:
        """The team responsible."""
        return relation(mark("Record", "Team"), "team")

    @declared_attr
    def created_by_id(cls) -> Mapped[int | None]:
        """The user who made it."""
        return relation(mark("Record", "Created by"), "app_user", editable=False, index=False)

    @declared_attr
    def modified_by_id(cls) -> Mapped[int | None]:
        """The user who changed it last."""
        return relation(mark("Record", "Modified by"), "app_user", editable=False, index=False)

    @declared_attr.directive
    def __table_args__(cls) -> tuple[Any, ...]:
        """A list is a walk along one index: by name (it holds the words, too), by owner, by an indexed column."""
        table = cls.__tablename__
        return (
            UniqueConstraint("number"),
            Index(f"ix_{table}_title_sort", "title_sort", "id", "deleted_at", "owner_id", "search_text"),
            Index(f"ix_{table}_deleted_at", "deleted_at", "id", **_where("deleted_at IS NOT NULL")),
            *(_index(table, key, field) for key, field in _indexed(cls).items()),
        )

    def make_title(self) -> str:
        """What the record is called; each module says it."""
        raise NotImplementedError

    def make_title_sort(self) -> str:
        """The key that puts titles in Vietnamese order; people sort by given name."""
        return sort_key(self.title)

    def refresh(self, unsearched: Collection[str] = ()) -> None:
        """Recompute the `derived_keys` from the fields, but the custom ones `unsearched`."""
        self.title = (self.make_title() or self.number or "")[:300]
        self.title_sort = self.make_title_sort()
        for key, name in name_keys(type(self)):
            setattr(self, key, sort_key(getattr(self, name)))
        searched = (getattr(self, key) for key in searched_keys(type(self)))
        custom = (v for key, v in (self.custom or {}).items() if isinstance(v, str) and key not in unsearched)
        self.search_text = search_text(self.title, *searched, *custom)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.id} {self.number} {self.title!r}>"


@cache
def searched_keys(entity: type[Record]) -> tuple[str, ...]:
    """The keys of the fields that a search looks into."""
    return tuple(key for key, field in fields_of(entity).items() if field.searched)


@cache
def name_keys(entity: type[Record]) -> tuple[tuple[str, str], ...]:
    """The attributes that hold the sort key of a name, each with the name's own."""
    return tuple((field.sort_key, key) for key, field in fields_of(entity).items() if field.sort_key)


@cache
def derived_keys(entity: type[Record]) -> tuple[str, ...]:
    """The attributes that `refresh` keeps true."""
    return ("title", "title_sort", *(key for key, _ in name_keys(entity)), "search_text")


def _where(condition: str) -> dict[str, Any]:
    return {f"{dialect}_where": sql_text(condition) for dialect in ("sqlite", "postgresql")}


def _index(table: str, key: str, field: Field) -> Index:
    """What a list is read along when it is sorted by this field; by a relation it holds the names, too."""
    if field.kind == Kind.RELATION:
        return Index(f"ix_{table}_{key}", key, "title_sort", "id", "deleted_at")
    column = field.sort_key or key
    return Index(f"ix_{table}_{column}", column, "id", **_where("deleted_at IS NULL"))


def _indexed(entity: Any) -> dict[str, Field]:
    """The fields that get an index for lists, by key."""
    columns = {key: value for base in reversed(entity.__mro__) for key, value in vars(base).items()}
    described = {key: column.column.info["field"] for key, column in columns.items() if _is_described(column)}
    described |= {"owner_id": entity.owner_id.column.info["field"]}
    return {key: field for key, field in described.items() if field.indexed}


def _is_described(value: Any) -> bool:
    return isinstance(value, MappedColumn) and "field" in value.column.info


class Child(Base):
    """A row that is part of a record (a quote's line): changing it changes the record's version.

    `parent_key` names the foreign-key attribute and `parent_table` the table of the record.
    """

    __abstract__ = True

    parent_table: ClassVar[str]
    parent_key: ClassVar[str]
    part: ClassVar[str] = "lines"  # the name of the relationship on the record, as history tells it


def parent(table: str) -> Any:
    """Foreign key of a child to its record; the child goes with it."""
    return mapped_column(Key, ForeignKey(f"{table}.id", ondelete="CASCADE"), nullable=False, index=True)


def position() -> Any:
    """Place among the siblings, from 0."""
    return mapped_column(Integer, nullable=False, default=0, server_default="0")
