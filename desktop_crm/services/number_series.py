"""The numbering of each module in the settings: pattern, what the next number will be, and a safe change of pattern."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from desktop_crm.errors import Forbidden, Invalid, NotFound
from desktop_crm.models import BY_MODULE, NumberSeries
from desktop_crm.models.numbering import PatternError, check_pattern, period_key, render
from desktop_crm.services.numbering import highest, settle
from desktop_crm.storage.database import UnitOfWork
from desktop_crm.storage.search import is_server


@dataclass(frozen=True, slots=True)
class Series:
    """The numbering of one module; `following` is the number the next record gets today."""

    module: str
    pattern: str
    last: int
    following: str


def series(unit: UnitOfWork) -> list[Series]:
    """The numbering of every module, in the modules' order."""
    settle(unit.session)
    rows = {row.module: row for row in unit.session.scalars(select(NumberSeries))}
    return [_series(unit, rows[module]) for module in BY_MODULE if module in rows]


def _series(unit: UnitOfWork, row: NumberSeries) -> Series:
    last = row.last if row.period == period_key(row.pattern, unit.today) else 0
    return Series(row.module, row.pattern, last, render(row.pattern, unit.today, last + 1))


def preview(unit: UnitOfWork, pattern: str, count: int = 1) -> str:
    """What a pattern gives today. Raises `PatternError` (an EntryError) for one that cannot number records."""
    check_pattern(pattern)
    return render(pattern, unit.today, count)


def set_pattern(unit: UnitOfWork, module: str, pattern: str) -> Series:
    """Number the records of a module by another pattern from now on, after the numbers that already follow it.

    Raises Invalid for a pattern that cannot number records.
    """
    try:
        check_pattern(pattern)
    except PatternError as error:
        raise Invalid(error.fault("pattern")) from error
    settle(unit.session)
    row = unit.session.scalars(select(NumberSeries).where(NumberSeries.module == module).with_for_update()).first()
    if row is None:  # a server locks it for administrators only
        raise Forbidden() if is_server(unit.session) else NotFound()
    if pattern != row.pattern:
        row.last = highest(unit, module, pattern, unit.today)
        row.pattern, row.period = pattern, period_key(pattern, unit.today)
    unit.session.flush()
    return _series(unit, row)
