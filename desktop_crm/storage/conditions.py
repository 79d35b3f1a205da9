"""Filters of a list as SQL: conditions on any field, custom ones and tags included."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import ColumnElement, Float, and_, cast, false, or_, select

from desktop_crm.models import Record, RecordTag
from desktop_crm.models.fields import Kind, fields_of


@dataclass(frozen=True, slots=True)
class Condition:
    """One filter: `key` is an attribute or `custom.<key>` or `tag`, or `id` (with ids to choose from).

    `operator` is one of: in, not_in (values), between (from, to; None is open), contains, is_empty, is_filled, equals.
    """

    key: str
    operator: str
    values: tuple[Any, ...] = ()


def holds(entity: type[Record], columns: Any, condition: Condition) -> ColumnElement[bool]:
    """The condition on the columns of the entity's table, or of a subquery that has those of `needed`."""
    if condition.key == "tag":
        tagged = select(RecordTag.record_id).where(
            RecordTag.module == entity.__tablename__, RecordTag.tag_id.in_(condition.values)
        )
        return columns.id.in_(tagged)
    if condition.key == "id":
        return columns.id.in_(condition.values)
    if condition.key.startswith("custom."):
        return _custom_holds(columns.custom[condition.key.removeprefix("custom.")], condition)
    return _compare(columns[condition.key], fields_of(entity)[condition.key].kind, condition)


def needed(condition: Condition) -> str:
    """The column that a condition looks at."""
    if condition.key.startswith("custom."):
        return "custom"
    return "id" if condition.key == "tag" else condition.key


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
            return column.ilike(f"%{escaped(str(condition.values[0]))}%", escape="\\")
        case "is_empty":
            return _is_empty(column, kind)
        case "is_filled":
            return ~_is_empty(column, kind)
        case "equals":
            return column == condition.values[0]
    raise ValueError(f"unknown operator {condition.operator!r}")


def escaped(text: str) -> str:
    """`text` as LIKE takes it word for word, with a backslash before its signs."""
    return text.replace("\0", "").replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def _between(column: Any, start: Any, end: Any) -> ColumnElement[bool]:
    bounds = [column >= start] if start is not None else []
    return and_(True, *bounds, *([column <= end] if end is not None else []))


def _is_empty(column: Any, kind: Kind) -> ColumnElement[bool]:
    if kind in (Kind.DATE, Kind.DATETIME, Kind.RELATION):
        return column.is_(None)
    if kind in (Kind.MONEY, Kind.INTEGER, Kind.QUANTITY, Kind.PERCENT):
        return column == 0
    return or_(column == "", column.is_(None))
