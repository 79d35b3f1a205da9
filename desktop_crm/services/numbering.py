"""Record numbers by pattern, never given twice, also with two writers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import event, select, text, update
from sqlalchemy.orm import Session

from desktop_crm.models import BY_MODULE, NumberSeries
from desktop_crm.models.numbering import parse, period_key, render
from desktop_crm.storage.database import UnitOfWork
from desktop_crm.storage.keys import whole
from desktop_crm.storage.search import is_server

_COUNTERS = "number_counters"


@dataclass(slots=True)
class _Counter:
    """A series as its unit of work counts on; written back once, before the unit is committed."""

    id: int
    pattern: str
    period: str
    last: int


def next_numbers(unit: UnitOfWork, module: str, day: date, count: int = 1) -> list[str]:
    """The next `count` numbers of a module (its table name) for a record of that day.

    The series stays locked until the unit of work ends: an aborted one gives its numbers back, and no other
    writer can take them meanwhile.
    """
    if is_server(unit.session):
        return _drawn(unit.session, module, day, count)
    series = _counter(unit.session, module)
    period = period_key(series.pattern, day)
    if series.period != period:  # not only at a new year: a computer whose clock is behind comes back to an old one
        series.period, series.last = period, highest(unit, module, series.pattern, day)
    first = series.last + 1
    series.last += count
    return [render(series.pattern, day, first + step) for step in range(count)]


def _drawn(session: Session, module: str, day: date, count: int) -> list[str]:
    """A server counts itself: whoever numbers a record need not see, nor be able to change, what else has a number."""
    if not count:
        return []
    values = {"module": module, "day": day, "count": count}
    draw = text("SELECT pattern, first FROM crm_draw_numbers(:module, :day, :count)")
    pattern, first = session.execute(draw, values).one()
    return [render(pattern, day, first + step) for step in range(count)]


def _counter(session: Session, module: str) -> _Counter:
    """The series, read and locked when the unit first needs it."""
    counters: dict[str, _Counter] = session.info.setdefault(_COUNTERS, {})
    if module not in counters:
        columns = select(NumberSeries.id, NumberSeries.pattern, NumberSeries.period, NumberSeries.last)
        counters[module] = _Counter(
            *session.execute(columns.where(NumberSeries.module == module).with_for_update()).one()
        )
    return counters[module]


@event.listens_for(Session, "before_commit")
def settle(session: Session) -> None:
    """Write what the unit has counted into its series; whoever looks at a series within a unit calls this first."""
    for counter in session.info.pop(_COUNTERS, {}).values():
        series = update(NumberSeries).where(NumberSeries.id == counter.id)
        session.execute(series.values(period=counter.period, last=counter.last))


def highest(unit: UnitOfWork, module: str, pattern: str, day: date) -> int:
    """The highest count a record of the module, deleted ones too, has in a pattern and the period of a day."""
    if is_server(unit.session):
        values = {"module": module, "pattern": pattern, "day": day}
        return unit.session.execute(text("SELECT crm_highest_number(:module, :pattern, :day)"), values).scalar_one()
    number = whole(unit.session, BY_MODULE[module]).c.number  # a number is not given twice, whoever sees the record
    prefix = render(pattern.partition("{0")[0], day, 0)
    numbers = unit.session.scalars(select(number).where(number.startswith(prefix, autoescape=True)))
    found = (parse(pattern, text) for text in numbers)
    return max((one.n for one in found if one is not None and one.period == period_key(pattern, day)), default=0)
