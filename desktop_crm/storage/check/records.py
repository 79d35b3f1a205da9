"""Do the records hold what they may hold, and is what is derived from them true?"""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import exists, select

from desktop_crm.errors import Fault
from desktop_crm.i18n import mark
from desktop_crm.models import BY_MODULE, RECORDS, HistoryEntry, NumberSeries, Record
from desktop_crm.models.bounds import faults_of_row
from desktop_crm.models.numbering import PatternError, check_pattern, parse
from desktop_crm.storage.check.finding import Finding, Look, Mend
from desktop_crm.storage.history import unsearched
from desktop_crm.storage.reindex import derived_otherwise


def values(look: Look) -> Iterator[Finding]:
    """Texts and numbers that no column keeps, and titles and words that are not what their fields give."""
    for entity in RECORDS:
        hidden = unsearched(look.session, entity.__tablename__)
        for record in look.records(entity):
            try:
                faults = faults_of_row(record)
                changed = derived_otherwise(record, hidden)
            except (TypeError, ValueError, ArithmeticError) as error:
                yield _unreadable(record, error)
                continue
            yield from (_unkeepable(record, fault) for fault in faults)
            if changed:
                words = mark("Check", "its title or its words for searching are not what its fields give.")
                yield Finding(entity.__tablename__, words, record.number, mend=Mend.REINDEX)


def _unkeepable(record: Record, fault: Fault) -> Finding:
    words = mark("Check", "{fault} Correct it in its form.")
    return Finding(record.__tablename__, words, record.number, {"fault": fault.text()}, grave=True)


def _unreadable(record: Record, error: Exception) -> Finding:
    words = mark("Check", "holds a value that is none of its kind: {reason}")
    return Finding(record.__tablename__, words, record.number, {"reason": error}, grave=True)


def versions(look: Look) -> Iterator[Finding]:
    """Versions below the first, and records of which no history tells."""
    for entity in RECORDS:
        table = entity.__tablename__
        for number in look.session.scalars(select(entity.number).where(entity.version < 1)):
            yield Finding(table, mark("Check", "its version is below 1; save it once more."), number)
        told = exists().where(HistoryEntry.module == table, HistoryEntry.record_id == entity.id)
        for number in look.session.scalars(select(entity.number).where(~told).order_by(entity.id)):
            yield Finding(table, mark("Check", "has no history; entries were removed by another program."), number)


def numbers(look: Look) -> Iterator[Finding]:
    """Series that would give a number again."""
    for series in look.session.scalars(select(NumberSeries).order_by(NumberSeries.id)):
        try:
            check_pattern(series.pattern)
        except PatternError as error:
            yield Finding("number_series", mark("Check", "{reason} Choose another pattern in the settings."),
                          series.module, {"reason": error.text()})  # fmt: skip
            continue
        if series.module in BY_MODULE and (highest := highest_given(look, series)) > series.last:
            words = mark("Check", "numbers go on from {last}, but {highest} was given already.")
            yield Finding("number_series", words, series.module, {"last": series.last, "highest": highest},
                          mend=Mend.SERIES)  # fmt: skip


def highest_given(look: Look, series: NumberSeries) -> int:
    """The highest count any record of the series' present period has."""
    number = BY_MODULE[series.module].number
    prefix = series.pattern.partition("{")[0]
    rows = look.session.scalars(select(number).where(number.startswith(prefix, autoescape=True)).execution_options(
        yield_per=5000))  # fmt: skip
    found = (parse(series.pattern, text) for text in rows)
    return max((one.n for one in found if one is not None and one.period == series.period), default=0)
