"""Lists: pages, counts, totals and ids of one module, filtered, searched and sorted in the database.

Order always ends with the id. Pages go on from the last row of the page before (keyset), never by OFFSET.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import ColumnElement, Float, Row, Select, and_, cast, false, func, literal, or_, select
from sqlalchemy.orm import Session, aliased

from desktop_crm.models import Base, CustomField, Record, RecordTag
from desktop_crm.models.fields import Field, Kind, fields_of
from desktop_crm.models.text import search_words

PAGE = 200


@dataclass(frozen=True, slots=True)
class Condition:
    """One filter: `key` is an attribute or `custom.<key>` or `tag`, or `id` (with ids to choose from).

    `operator` is one of: in, not_in (values), between (from, to; None is open), contains, is_empty, is_filled, equals.
    """

    key: str
    operator: str
    values: tuple[Any, ...] = ()


@dataclass(frozen=True, slots=True)
class Query:
    """What a list shows. `conditions` must all hold; `sort` is an attribute, 'title' included."""

    entity: type[Record]
    search: str = ""
    conditions: tuple[Condition, ...] = ()
    sort: str = "title"
    descending: bool = False
    deleted: bool = False  # the recycle bin instead of the living records

    def sorted_by(self, sort: str, descending: bool = False) -> Query:
        """The same list in another order."""
        return replace(self, sort=sort, descending=descending)


@dataclass(frozen=True, slots=True)
class ListRow:
    """One row: its id, version and sort key, and the values of the columns asked for.

    A relation's value is (id, title), or None.
    """

    id: int
    version: int
    title: str
    sort_value: Any
    values: tuple[Any, ...]


def page(
    session: Session, query: Query, columns: Sequence[str], after: ListRow | None = None, limit: int = PAGE
) -> list[ListRow]:
    """The next rows after `after` (None: from the start), at most `limit` of them."""
    order = _sort_expression(query)
    statement = _filtered(query, _columns(query, columns, order))
    if after is not None:
        statement = statement.where(_past(query, order, after))
    direction = order.desc() if query.descending else order.asc()
    tie = query.entity.id.desc() if query.descending else query.entity.id.asc()
    rows = session.execute(statement.order_by(direction, tie).limit(limit)).all()
    return [_row(row, columns, query.entity) for row in rows]


def count(session: Session, query: Query) -> int:
    """How many rows the list has."""
    return session.scalar(_filtered(query, select(func.count(query.entity.id)))) or 0


def totals(session: Session, query: Query, columns: Sequence[str]) -> dict[str, Decimal]:
    """Sums of amount columns over the whole list."""
    if not columns:
        return {}
    sums = [func.sum(getattr(query.entity, key)) for key in columns]
    row = session.execute(_filtered(query, select(*sums))).one()
    return {key: value if value is not None else Decimal(0) for key, value in zip(columns, row, strict=True)}


def ids(session: Session, query: Query, limit: int | None = None) -> list[int]:
    """The ids of the whole list, in its order."""
    order = _sort_expression(query)
    statement = _filtered(query, select(query.entity.id))
    directions = (order.desc(), query.entity.id.desc()) if query.descending else (order, query.entity.id)
    return list(session.scalars(statement.order_by(*directions).limit(limit)))


def anchors(session: Session, query: Query, step: int) -> list[ListRow]:
    """Every `step`-th row (the last of each block), from which any page can be reached at once."""
    order = _sort_expression(query)
    directions = (order.desc(), query.entity.id.desc()) if query.descending else (order, query.entity.id)
    place = func.row_number().over(order_by=directions).label("place")
    inner = _filtered(query, select(query.entity.id, order.label("sort_value"), place)).subquery()
    rows = session.execute(select(inner).where(inner.c.place % step == 0).order_by(inner.c.place))
    return [ListRow(row.id, 0, "", row.sort_value, ()) for row in rows]


def custom_fields(session: Session, module: str) -> dict[str, Field]:
    """The active custom fields of a module by key (`custom.<key>`), in their order."""
    rows = session.scalars(
        select(CustomField).where(CustomField.module == module, CustomField.active).order_by(CustomField.position)
    )
    return {(field := row.as_field()).key: field for row in rows}


def _columns(query: Query, columns: Sequence[str], order: ColumnElement[Any]) -> Select[Any]:
    entity = query.entity
    statement = select(entity.id, entity.version, entity.title, order)
    for key in columns:
        field = fields_of(entity).get(key)
        if field is not None and field.kind == Kind.RELATION:
            target = aliased(table_class(field.target))
            statement = statement.outerjoin(target, target.id == getattr(entity, key))
            statement = statement.add_columns(target.id, getattr(target, target_title(field.target)))
        elif key.startswith("custom."):
            statement = statement.add_columns(entity.custom, literal(None))
        else:
            statement = statement.add_columns(getattr(entity, key), literal(None))
    return statement


def _row(row: Row[Any], columns: Sequence[str], entity: type[Record]) -> ListRow:
    record_id, version, title, sort_value, *pairs = tuple(row)
    values = tuple(_value(key, pairs[2 * i], pairs[2 * i + 1], entity) for i, key in enumerate(columns))
    return ListRow(record_id, version, title, sort_value, values)


def _value(key: str, first: Any, second: Any, entity: type[Record]) -> Any:
    if key.startswith("custom."):
        return (first or {}).get(key.removeprefix("custom."))
    field = fields_of(entity).get(key)
    if field is not None and field.kind == Kind.RELATION:
        return None if first is None else (first, second)
    return first


def table_class(table: str) -> type[Base]:
    """The mapped class of a table name."""
    return _classes()[table]


def _classes() -> dict[str, type[Base]]:
    return {mapper.class_.__tablename__: mapper.class_ for mapper in Base.registry.mappers}


def target_title(table: str) -> str:
    """The attribute a row of that table is called by."""
    return table_class(table).title_key


def _sort_expression(query: Query) -> ColumnElement[Any]:
    """What the list is ordered by; never NULL, so that a keyset page finds its place."""
    entity = query.entity
    if query.sort == "title":
        return entity.title_sort  # type: ignore[return-value]
    if query.sort.startswith("custom."):
        return func.coalesce(entity.custom[query.sort.removeprefix("custom.")].as_string(), "")
    column = getattr(entity, query.sort)
    field = fields_of(entity)[query.sort]
    if field.kind == Kind.RELATION:
        target = aliased(table_class(field.target))
        name = target.title_sort if hasattr(target, "title_sort") else getattr(target, target_title(field.target))
        return func.coalesce(select(name).where(target.id == column).scalar_subquery(), "")
    if field.kind in (Kind.DATE, Kind.DATETIME) and column.nullable:
        return func.coalesce(column, literal(_least(field.kind), column.type))
    return column


def _least(kind: Kind) -> Any:
    return date(1, 1, 1) if kind == Kind.DATE else datetime(1, 1, 2, tzinfo=UTC)


def _past(query: Query, order: ColumnElement[Any], after: ListRow) -> ColumnElement[bool]:
    entity = query.entity
    value = literal(after.sort_value, order.type)
    # The first part says nothing new, but only with it does SQLite begin in the middle of the index.
    if query.descending:
        return and_(order <= value, or_(order < value, entity.id < after.id))
    return and_(order >= value, or_(order > value, entity.id > after.id))


def _filtered(query: Query, statement: Select[Any]) -> Select[Any]:
    entity = query.entity
    statement = statement.where(entity.deleted_at.is_not(None) if query.deleted else entity.deleted_at.is_(None))
    for word in search_words(query.search):
        statement = statement.where(entity.search_text.like(f"% {_escaped(word)}%", escape="\\"))
    for condition in query.conditions:
        statement = statement.where(_holds(entity, condition))
    return statement


def _escaped(word: str) -> str:
    return word.replace("\0", "").replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def _holds(entity: type[Record], condition: Condition) -> ColumnElement[bool]:
    if condition.key == "tag":
        tagged = select(RecordTag.record_id).where(
            RecordTag.module == entity.__tablename__, RecordTag.tag_id.in_(condition.values)
        )
        return entity.id.in_(tagged)
    if condition.key == "id":
        return entity.id.in_(condition.values)
    if condition.key.startswith("custom."):
        return _custom_holds(entity.custom[condition.key.removeprefix("custom.")], condition)
    return _compare(getattr(entity, condition.key), fields_of(entity)[condition.key].kind, condition)


def _custom_holds(item: Any, condition: Condition) -> ColumnElement[bool]:
    """A custom field holds JSON: text, numbers as text, days in ISO form, yes or no; the values say which."""
    given = [value for value in condition.values if value is not None]
    if given and isinstance(given[0], bool):
        return _compare(item.as_boolean(), Kind.BOOLEAN, condition)
    if given and isinstance(given[0], Decimal):
        numbers = tuple(None if value is None else float(value) for value in condition.values)
        return _compare(cast(item.as_string(), Float), Kind.QUANTITY, replace(condition, values=numbers))
    days = tuple(value.isoformat() if isinstance(value, date) else value for value in condition.values)
    return _compare(item.as_string(), Kind.TEXT, replace(condition, values=days))


def _compare(column: Any, kind: Kind, condition: Condition) -> ColumnElement[bool]:
    match condition.operator:
        case "in":
            return column.in_(condition.values) if condition.values else false()
        case "not_in":
            return or_(column.not_in(condition.values), column.is_(None))
        case "between":
            return _between(column, *condition.values)
        case "contains":
            return column.ilike(f"%{_escaped(str(condition.values[0]))}%", escape="\\")
        case "is_empty":
            return _is_empty(column, kind)
        case "is_filled":
            return ~_is_empty(column, kind)
        case "equals":
            return column == condition.values[0]
    raise ValueError(f"unknown operator {condition.operator!r}")


def _between(column: Any, start: Any, end: Any) -> ColumnElement[bool]:
    bounds = [column >= start] if start is not None else []
    return and_(True, *bounds, *([column <= end] if end is not None else []))


def _is_empty(column: Any, kind: Kind) -> ColumnElement[bool]:
    if kind in (Kind.DATE, Kind.DATETIME, Kind.RELATION):
        return column.is_(None)
    if kind in (Kind.MONEY, Kind.INTEGER, Kind.QUANTITY, Kind.PERCENT):
        return column == 0
    return or_(column == "", column.is_(None))
