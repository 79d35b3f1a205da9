"""Going from a record to the next one of the list it was opened from, read as the list stands now."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_crm.models import Record
from desktop_crm.storage.database import UnitOfWork
from desktop_crm.storage.listing import Condition, ListRow, Query, count, page

if TYPE_CHECKING:
    from desktop_crm.views.context import Context


@dataclass(frozen=True, slots=True)
class Trail:
    """From which list a record was opened: its query and name, the place of the record from 1, its length (0: counted).

    A list puts it into `context.trails[module]` before it opens a record.
    """

    record_id: int
    query: Query
    name: str
    position: int
    total: int = 0


class Walk(QObject):
    """`moved(name, position, total)` says where the record stands, `found(id)` which one is beside it."""

    moved = Signal(str, int, int)
    found = Signal(int)

    def __init__(self, context: Context, owner: QObject) -> None:
        super().__init__(owner)
        self._context = context
        self.trail: Trail | None = None

    def follow(self, trail: Trail) -> None:
        """Walk along a list from one of its records."""
        self.trail = trail
        if trail.total:
            self.moved.emit(trail.name, trail.position, trail.total)
        else:
            self._context.read(lambda unit: count(unit.session, trail.query), self._counted, owner=self, key="count")

    def _counted(self, total: int) -> None:
        if self.trail is not None:
            self.follow(replace(self.trail, total=max(total, self.trail.position)))

    def step(self, by: int) -> None:
        """Find the record beside this one."""
        trail = self.trail
        if trail is not None and 1 <= trail.position + by <= trail.total:
            look = partial(beside, query=trail.query, record_id=trail.record_id, by=by)
            self._context.read(look, partial(self._arrived, by), owner=self, key="beside")

    def _arrived(self, by: int, record_id: int | None) -> None:
        if record_id is not None and self.trail is not None:
            self.trail = replace(self.trail, record_id=record_id, position=self.trail.position + by)
            self.found.emit(record_id)


def beside(unit: UnitOfWork, query: Query, record_id: int, by: int) -> int | None:
    """The id after (`by` 1) or before (-1) a record of a list; None at its end or where the record left it."""
    record = unit.session.get(query.entity, record_id)
    if record is None:
        return None
    here = _place(unit, query, record) or _place(unit, replace(query, search=""), record)
    rows = page(unit.session, query, (), after=here, limit=1, backwards=by < 0) if here is not None else []
    return rows[0].id if rows else None


def _place(unit: UnitOfWork, query: Query, record: Record) -> ListRow | None:
    """The record's row as it stands in the list, whether or not it has left the list's filters."""
    alone = replace(
        query,
        conditions=(Condition("number", "equals", (record.number,)),),
        deleted=record.deleted_at is not None,
    )
    return next(iter(page(unit.session, alone, (), limit=1)), None)
