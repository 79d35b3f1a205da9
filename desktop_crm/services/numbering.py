"""Record numbers by pattern, never given twice, also with two writers."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select

from desktop_crm.models import BY_MODULE, NumberSeries
from desktop_crm.models.numbering import parse, period_key, render
from desktop_crm.storage.database import UnitOfWork
from desktop_crm.storage.memo import remembered


def next_numbers(unit: UnitOfWork, module: str, day: date, count: int = 1) -> list[str]:
    """The next `count` numbers of a module (its table name) for a record of that day.

    The series stays locked until the unit of work ends: an aborted one gives its numbers back, and no other
    writer can take them meanwhile.
    """
    series = _locked(unit, module)
    period = period_key(series.pattern, day)
    if series.period != period:  # not only at a new year: a computer whose clock is behind comes back to an old one
        series.period, series.last = period, highest(unit, module, series.pattern, day)
    first = series.last + 1
    series.last += count
    return [render(series.pattern, day, first + step) for step in range(count)]


def _locked(unit: UnitOfWork, module: str) -> NumberSeries:
    """The series, read and locked when the unit first needs it."""
    series = remembered(unit.session, ("series", module), (), lambda: _read(unit, module))
    return series if series in unit.session else _read(unit, module)


def _read(unit: UnitOfWork, module: str) -> NumberSeries:
    rows = select(NumberSeries).where(NumberSeries.module == module).with_for_update()
    return unit.session.scalars(rows.execution_options(populate_existing=True)).one()


def highest(unit: UnitOfWork, module: str, pattern: str, day: date) -> int:
    """The highest count a record of the module, deleted ones too, has in a pattern and the period of a day."""
    number = BY_MODULE[module].number
    prefix = render(pattern.partition("{0")[0], day, 0)
    numbers = unit.session.scalars(select(number).where(number.startswith(prefix, autoescape=True)))
    found = (parse(pattern, text) for text in numbers)
    return max((one.n for one in found if one is not None and one.period == period_key(pattern, day)), default=0)
