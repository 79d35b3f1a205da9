"""Bulk storing: objects get their ids and numbers here and go to the database in blocks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from datetime import date, datetime
from typing import Any, cast

from sqlalchemy import Table, func, insert, inspect, select, update

from desktop_crm.models import Base, Comment, HistoryEntry, NumberSeries, Record, RecordTag, Tag
from desktop_crm.models.numbering import period_key, render
from desktop_crm.storage.database import UnitOfWork
from desktop_crm.storage.transfer import restart_identities

BLOCK = 4000


class Store:
    """Keeps the last id of every table and the last number of every series while it fills them."""

    def __init__(self, unit: UnitOfWork, report: Callable[[int], None]) -> None:
        self.session = unit.session
        self._report = report
        self._waiting: dict[type[Base], list[dict[str, Any]]] = defaultdict(list)
        self._last: dict[type[Base], int] = {}
        self._series = {s.module: s for s in self.session.scalars(select(NumberSeries))}
        self._counters: dict[tuple[str, str], int] = defaultdict(int)
        self._queued = self._stored = 0
        self.names: dict[int, str] = {}  # of the staff, by id

    def add(self, thing: Base) -> int:
        """Give an object its id and put it in the queue; the id."""
        entity = type(thing)
        if entity not in self._last:
            self._last[entity] = self.session.scalar(select(func.max(entity.id))) or 0
        self._last[entity] += 1
        thing.id = self._last[entity]
        self._waiting[entity].append(_row(thing))
        self._queued += 1
        if self._queued >= BLOCK:
            self.flush()
        return thing.id

    def record(self, record: Record, day: date, moment: datetime, author: int, number: str = "") -> int:
        """Number, date and store a record with the history entry of its making; the id."""
        record.number = number or self.number(record.__tablename__, day)
        record.created_at = record.modified_at = moment
        record.created_by_id = record.modified_by_id = author
        record.refresh()
        key = self.add(record)
        self.tell(record, moment, author, "created", [])
        return key

    def number(self, module: str, day: date) -> str:
        """The next number of a module for that day."""
        pattern = self._series[module].pattern
        period = period_key(pattern, day)
        self._counters[module, period] += 1
        return render(pattern, day, self._counters[module, period])

    def tell(self, record: Record, moment: datetime, author: int, action: str, changes: list[Any]) -> None:
        """An entry of the record's history."""
        entry = HistoryEntry(module=record.__tablename__, record_id=record.id, at=moment, user_id=author)
        entry.user_name, entry.action, entry.changes = self.names.get(author, ""), action, changes
        self.add(entry)

    def comment(self, record: Record, moment: datetime, author: int, text: str) -> None:
        """A remark on a record."""
        self.add(
            Comment(module=record.__tablename__, record_id=record.id, created_at=moment, author_id=author, text=text)
        )

    def tag(self, record: Record, tag: Tag) -> None:
        """A tag on a record."""
        self.add(RecordTag(module=record.__tablename__, record_id=record.id, tag_id=tag.id))

    def flush(self) -> None:
        """Write the queue, tables that are pointed to first."""
        order = {table: place for place, table in enumerate(Base.metadata.sorted_tables)}
        for entity in sorted(self._waiting, key=lambda e: order[_table(e)]):
            if self._waiting[entity]:
                self.session.execute(insert(_table(entity)), self._waiting[entity])
        self._stored += self._queued
        self._queued = 0
        self._waiting.clear()
        self._report(self._stored)

    def finish(self) -> None:
        """Write what waits and let numbers and ids go on from here."""
        self.flush()
        for (module, period), last in sorted(self._counters.items()):
            series = update(NumberSeries).where(NumberSeries.module == module)
            self.session.execute(series.values(period=period, last=last))
        if self.session.connection().dialect.name == "postgresql":
            restart_identities(self.session.connection())


def _row(thing: Base) -> dict[str, Any]:
    return {a.columns[0].name: getattr(thing, a.key) for a in inspect(type(thing)).column_attrs}


def _table(entity: type[Base]) -> Table:
    return cast(Table, entity.__table__)
