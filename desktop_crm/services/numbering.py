"""Record numbers by pattern, never given twice, also with two writers."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select

from desktop_crm.models import NumberSeries
from desktop_crm.models.numbering import period_key, render
from desktop_crm.storage.database import UnitOfWork


def next_numbers(unit: UnitOfWork, module: str, day: date, count: int = 1) -> list[str]:
    """The next `count` numbers of a module (its table name) for a record of that day.

    The series stays locked until the unit of work ends: an aborted one gives its numbers back, and no other
    writer can take them meanwhile.
    """
    series = unit.session.scalars(
        select(NumberSeries)
        .where(NumberSeries.module == module)
        .with_for_update()
        .execution_options(populate_existing=True)
    ).one()
    period = period_key(series.pattern, day)
    first = series.last + 1 if series.period == period else 1
    series.period, series.last = period, first + count - 1
    unit.session.flush()
    return [render(series.pattern, day, first + step) for step in range(count)]
