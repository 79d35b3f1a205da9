"""Going from a record to the next one of the list it was opened from, read as the list stands now."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_crm.storage.database import UnitOfWork
from desktop_crm.storage.listing import Condition, Query, count, page

if TYPE_CHECKING:
    from desktop_crm.views.context import Context


class Walk(QObject):
    """`moved(name, position, total)` says where the record stands, `found(id, walk)` which one is beside it."""

    moved = Signal(str, int, int)
    found = Signal(int)

    def __init__(self, context: Context, owner: QObject) -> None:
        super().__init__(owner)
        self._context = context
        self.query: Query | None = None
        self.name, self.position, self.total = "", 0, 0
        self._record_id = 0

    def follow(self, record_id: int, query: Query, name: str, position: int, total: int = 0) -> None:
        """Walk along a list: its query and name, the record's place in it from 1, its length (0: counted)."""
        self.query, self.name, self.position, self.total = query, name, position, total
        self._record_id = record_id
        if total:
            self.moved.emit(name, position, total)
        else:
            self._context.read(lambda unit: count(unit.session, query), self._counted, owner=self, key="count")

    def _counted(self, total: int) -> None:
        self.total = total
        self.moved.emit(self.name, self.position, total)

    def step(self, by: int) -> None:
        """Find the record beside this one."""
        query, here = self.query, self._record_id
        if query is not None and 1 <= self.position + by <= self.total:
            self._context.read(
                lambda unit: beside(unit, query, here, by), lambda key: self._arrived(key, by), owner=self, key="beside"
            )

    def _arrived(self, key: int | None, by: int) -> None:
        if key is not None:
            self.position += by
            self._record_id = key
            self.found.emit(key)


def beside(unit: UnitOfWork, query: Query, record_id: int, by: int) -> int | None:
    """The id after (`by` 1) or before (-1) a record of a list; None at its end or where the record left it."""
    record = unit.session.get(query.entity, record_id)
    if record is None:
        return None
    alone = Query(query.entity, conditions=(Condition("number", "equals", (record.number,)),), sort=query.sort)
    here = next(iter(page(unit.session, replace(alone, deleted=record.deleted_at is not None), (), limit=1)), None)
    if here is None:
        return None
    way = query if by > 0 else replace(query, descending=not query.descending)
    rows = page(unit.session, way, (), after=here, limit=1)
    return rows[0].id if rows else None
