"""In which order a list stands: segments, each a walk along one index, one after the other.

Rows without a value stand at the end whichever way the list is sorted, as in a spreadsheet; in a search by words with
marks those spelled like them stand first. Every order ends with the id.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, func

from desktop_crm.models import Base, Record
from desktop_crm.models.fields import Kind, fields_of
from desktop_crm.models.text import MOST_WORDS, fold, marked_words, search_words

if TYPE_CHECKING:
    from desktop_crm.storage.listing import Query

_TEXTS = (Kind.TEXT, Kind.PHONE, Kind.EMAIL, Kind.URL, Kind.TAX_CODE, Kind.CHOICE, Kind.LONG_TEXT)
_MAY_BE_NULL = (Kind.DATE, Kind.DATETIME)


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a list: its rows have all of `words`, and not all of `unlike` where there are some.

    `filled` tells whether they have a value in the column that sorts (None: it does not matter).
    """

    words: tuple[str, ...] = ()
    unlike: tuple[str, ...] = ()
    filled: bool | None = None


def segments(query: Query) -> tuple[Segment, ...]:
    """The stretches of a list, in order."""
    words = tuple(search_words(query.search))
    if query.sort == "title":
        marked = tuple(marked_words(query.search))[:MOST_WORDS] if words else ()
        if not marked:
            return (Segment(words),)
        plain = {fold(word) for word in marked}
        spelled = (*marked, *(word for word in words if word not in plain))
        return Segment(spelled), Segment(words, marked)
    if not _has_gaps(query.entity, query.sort):
        return (Segment(words),)
    return Segment(words, filled=True), Segment(words, filled=False)


def _has_gaps(entity: type[Record], sort: str) -> bool:
    if sort.startswith("custom."):
        return False
    kind = fields_of(entity)[sort].kind
    return kind in _TEXTS or kind == Kind.RELATION or (kind in _MAY_BE_NULL and bool(_columns(entity)[sort].nullable))


def is_by_relation(query: Query) -> bool:
    """Whether the list is sorted by the name of another record."""
    return query.sort in fields_of(query.entity) and fields_of(query.entity)[query.sort].kind == Kind.RELATION


def sort_column(entity: type[Record], sort: str) -> str:
    """The column a list is sorted by: names by their keys in Vietnamese order."""
    if sort == "title":
        return "title_sort"
    return fields_of(entity)[sort].sort_key or sort


def sort_value(query: Query, columns: Any) -> ColumnElement[Any]:
    """What rows are sorted by, of the entity's table or of a subquery with its columns; never of a relation."""
    if query.sort.startswith("custom."):
        custom: ColumnElement[Any] = columns.custom[query.sort.removeprefix("custom.")]
        return func.coalesce(custom.as_string(), "")
    return columns[sort_column(query.entity, query.sort)]


def has_value(query: Query, columns: Any, filled: bool) -> ColumnElement[bool]:
    """Whether a row has a value to be sorted by."""
    column = columns[query.sort] if is_by_relation(query) else sort_value(query, columns)
    if fields_of(query.entity)[query.sort].kind in _TEXTS:
        return column > "" if filled else column == ""
    return column.is_not(None) if filled else column.is_(None)


def target_columns(query: Query) -> tuple[Any, ColumnElement[Any]]:
    """The table that a relation points to, under a name of its own, and the column its rows are sorted by."""
    entity = table_class(fields_of(query.entity)[query.sort].target)
    target = entity.__table__.alias("sorted_by")
    return target, target.c["title_sort" if "title_sort" in target.c else entity.title_key]


def ordered(keys: Sequence[ColumnElement[Any]], descending: bool) -> list[ColumnElement[Any]]:
    """The keys as ORDER BY takes them."""
    return [key.desc() if descending else key.asc() for key in keys]


def _columns(entity: type[Record]) -> Any:
    return entity.__table__.c


@cache
def _classes() -> dict[str, type[Base]]:
    return {mapper.class_.__tablename__: mapper.class_ for mapper in Base.registry.mappers}


def table_class(table: str) -> type[Base]:
    """The mapped class of a table name."""
    return _classes()[table]
