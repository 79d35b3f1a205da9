"""Saved views: named arrangements of a list, one's own or for everyone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, or_, select

from desktop_crm.errors import Forbidden, NotFound, Refused
from desktop_crm.i18n import mark
from desktop_crm.models import SavedView
from desktop_crm.models.text import clean
from desktop_crm.storage.database import UnitOfWork


@dataclass(frozen=True, slots=True)
class NamedView:
    """A saved view as a list shows it."""

    id: int
    name: str
    shared: bool
    state: Mapping[str, Any]


def saved_views(unit: UnitOfWork, module: str) -> list[NamedView]:
    """The views of a module that the actor sees, in their order."""
    mine = or_(SavedView.owner_id.is_(None), SavedView.owner_id == unit.actor.id)
    rows = unit.session.scalars(
        select(SavedView).where(SavedView.module == module, mine).order_by(SavedView.position, SavedView.id)
    )
    return [NamedView(row.id, row.name, row.owner_id is None, row.state) for row in rows]


def add_view(unit: UnitOfWork, module: str, name: str, state: Mapping[str, Any], shared: bool = False) -> int:
    """Keep an arrangement under a name, after the others; its id. Refused without a name."""
    last = unit.session.scalar(select(func.max(SavedView.position)).where(SavedView.module == module))
    row = SavedView(module=module, name=_named(name), state=dict(state), position=(last or 0) + 1)
    row.owner_id = None if shared else unit.actor.id
    unit.session.add(row)
    unit.session.flush()
    return row.id


def change_view(
    unit: UnitOfWork,
    view_id: int,
    name: str | None = None,
    state: Mapping[str, Any] | None = None,
    shared: bool | None = None,
) -> None:
    """Rename a view, rearrange it, or change who sees it."""
    row = _own(unit, view_id)
    if name is not None:
        row.name = _named(name)
    if state is not None:
        row.state = dict(state)
    if shared is not None:
        row.owner_id = None if shared else unit.actor.id


def remove_view(unit: UnitOfWork, view_id: int) -> None:
    """Forget a view; the records stay."""
    unit.session.delete(_own(unit, view_id))


def order_views(unit: UnitOfWork, view_ids: Sequence[int]) -> None:
    """Put views in this order."""
    for place, view_id in enumerate(view_ids, 1):
        _own(unit, view_id).position = place


def _own(unit: UnitOfWork, view_id: int) -> SavedView:
    row = unit.session.get(SavedView, view_id)
    if row is None:
        raise NotFound()
    if row.owner_id not in (None, unit.actor.id):
        raise Forbidden()
    return row


def _named(name: str) -> str:
    words = clean(name)[:80]
    if not words:
        raise Refused(mark("SavedView", "A view needs a name."))
    return words
