"""Filters as they are kept and said: plain values (JSON), words that move with the day, and what a chip shows.

A value '@me' is the user, '@today', '@today-30', '@week', '@month-end'… are days worked out when the list is read, so
a saved view "this month" means the month one looks at it in.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from desktop_crm.i18n import Message, mark, translate
from desktop_crm.models.kinds import NUMBERS, Field, Kind
from desktop_crm.models.numbers import VIETNAM, format_date, format_number
from desktop_crm.storage.listing import Condition

DAYS = (Kind.DATE, Kind.DATETIME)
ME = "@me"

TAG_FIELD = Field(mark("Filter", "Tag"), Kind.RELATION, key="tag", target="tag")

_DAY = re.compile(r"@(today|week|month|quarter|year|last-month|next-month)(-end)?([+-]\d+)?")


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of days with a name, by its two ends."""

    label: Message
    start: str | None
    end: str | None


PERIODS = (
    Period(mark("Filter", "Today"), "@today", "@today"),
    Period(mark("Filter", "This week"), "@week", "@week-end"),
    Period(mark("Filter", "This month"), "@month", "@month-end"),
    Period(mark("Filter", "Last month"), "@last-month", "@last-month-end"),
    Period(mark("Filter", "This quarter"), "@quarter", "@quarter-end"),
    Period(mark("Filter", "This year"), "@year", "@year-end"),
    Period(mark("Filter", "Last 7 days"), "@today-7", "@today"),
    Period(mark("Filter", "Last 30 days"), "@today-30", "@today"),
    Period(mark("Filter", "Last 90 days"), "@today-90", "@today"),
    Period(mark("Filter", "Next 7 days"), "@today", "@today+7"),
    Period(mark("Filter", "Next 30 days"), "@today", "@today+30"),
    Period(mark("Filter", "Before today"), None, "@today-1"),
)


def day_of(value: Any, today: date) -> date | None:
    """The day a kept value means; None for an open end. ValueError where it means none."""
    if value in (None, ""):
        return None
    if isinstance(value, date):
        return value
    found = _DAY.fullmatch(str(value))
    if found is None:
        return date.fromisoformat(str(value))
    word, end, shift = found.groups()
    first, last = _span(word, today)
    return (last if end else first) + timedelta(days=int(shift or 0))


def _span(word: str, today: date) -> tuple[date, date]:
    match word:
        case "today":
            return today, today
        case "week":
            monday = today - timedelta(days=today.weekday())
            return monday, monday + timedelta(days=6)
        case "year":
            return date(today.year, 1, 1), date(today.year, 12, 31)
        case "quarter":
            return _months(today, (1 - today.month) % -3, 3)
        case "last-month":
            return _months(today, -1, 1)
        case "next-month":
            return _months(today, 1, 1)
    return _months(today, 0, 1)


def _months(today: date, shift: int, count: int) -> tuple[date, date]:
    """First and last day of `count` months that begin `shift` months from this one."""
    number = today.year * 12 + today.month - 1 + shift
    first = date(number // 12, number % 12 + 1, 1)
    number += count - 1
    year, month = number // 12, number % 12 + 1
    return first, date(year, month, monthrange(year, month)[1])


def resolve(condition: Condition, field: Field, me: int | None, today: date) -> Condition:
    """The condition as the database compares it: typed values of this moment."""
    values = tuple((me or 0) if value == ME else value for value in condition.values)
    if condition.operator == "between":
        values = _ends(values, field, today)
    elif condition.operator in ("in", "not_in", "equals") and field.kind in NUMBERS:
        values = tuple(Decimal(str(value)) for value in values)
    return Condition(condition.key, condition.operator, values)


def _ends(values: tuple[Any, ...], field: Field, today: date) -> tuple[Any, ...]:
    if field.kind in NUMBERS:
        number = int if field.kind == Kind.INTEGER else Decimal
        return tuple(None if value in (None, "") else number(str(value)) for value in values)
    start, end = (day_of(value, today) for value in values)
    if field.kind == Kind.DATETIME:
        return (
            start and datetime.combine(start, time.min, VIETNAM),
            end and datetime.combine(end, time.max, VIETNAM),
        )
    return start, end


def plain_value(value: Any) -> Any:
    """A value as JSON keeps it."""
    if isinstance(value, Decimal):
        return format(value.normalize(), "f")
    return value.isoformat() if isinstance(value, date) else value


def to_json(condition: Condition) -> list[Any]:
    """A condition as a saved view keeps it."""
    return [condition.key, condition.operator, [plain_value(value) for value in condition.values]]


def from_json(kept: Iterable[Any]) -> Condition:
    """The condition that `to_json` gave."""
    key, operator, values = kept
    return Condition(str(key), str(operator), tuple(values))


Titles = Mapping[tuple[str, Any], str]
"""(table, id) -> what the row is called."""


def describe(condition: Condition, field: Field, label: Callable[[str, str], str], titles: Titles) -> str:
    """What a filter's chip says after the name of its field."""
    match condition.operator:
        case "is_empty":
            return translate(mark("Filter", "(empty)"))
        case "is_filled":
            return translate(mark("Filter", "filled in"))
        case "contains":
            return f"“{condition.values[0]}”"
        case "equals" if field.kind == Kind.BOOLEAN:
            return translate(mark("Filter", "Yes") if condition.values[0] else mark("Filter", "No"))
        case "between":
            return _said_range(condition, field)
    words = [_said_value(value, field, label, titles) for value in condition.values]
    said = ", ".join(words[:2]) + (f" +{len(words) - 2}" if len(words) > 2 else "")
    return translate(mark("Filter", "not {what}"), what=said) if condition.operator == "not_in" else said


def _said_value(value: Any, field: Field, label: Callable[[str, str], str], titles: Titles) -> str:
    if value == ME:
        return translate(mark("Filter", "Me"))
    if field.kind == Kind.CHOICE:
        return label(field.choices, str(value))
    return titles.get((field.target, value), "…") if field.kind == Kind.RELATION else str(value)


def period_of(condition: Condition) -> Period | None:
    """The named period a condition means, None for a range of one's own."""
    return next((p for p in PERIODS if (p.start, p.end) == tuple(condition.values)), None)


def _said_range(condition: Condition, field: Field) -> str:
    period = period_of(condition) if field.kind in DAYS else None
    if period is not None:
        return translate(period.label)
    start, end = (_said_end(value, field) for value in condition.values)
    if start and end:
        return start if start == end else f"{start} – {end}"
    if start:
        return translate(mark("Filter", "from {start}"), start=start)
    return translate(mark("Filter", "up to {end}"), end=end)


def _said_end(value: Any, field: Field) -> str:
    if value in (None, ""):
        return ""
    if field.kind in NUMBERS:
        return format_number(Decimal(str(value)))
    return _said_moving(str(value)) if str(value).startswith("@") else format_date(date.fromisoformat(str(value)))


def _said_moving(value: str) -> str:
    found = _DAY.fullmatch(value)
    days = int(found.group(3) or 0) if found and found.group(1) == "today" else 0
    if days < 0:
        return translate(mark("Filter", "{days} days ago"), days=-days)
    if days > 0:
        return translate(mark("Filter", "in {days} days"), days=days)
    return translate(mark("Filter", "today"))
