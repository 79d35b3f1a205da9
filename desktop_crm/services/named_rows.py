"""Product groups, tags and teams in the settings: small tables of names that are added, renamed, merged, removed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, delete, func, select, update

from desktop_crm.errors import Fault, Invalid, NotFound, Refused
from desktop_crm.i18n import Message, mark
from desktop_crm.models import Product, ProductGroup, RecordTag, Tag, Team, User
from desktop_crm.models.fields import fields_of
from desktop_crm.models.text import clean, fold
from desktop_crm.storage.database import UnitOfWork

NamedEntity = type[ProductGroup] | type[Tag] | type[Team]


@dataclass(frozen=True, slots=True)
class NamedRow:
    """One name and how many records have it; tags have a colour."""

    id: int
    name: str
    used: int
    tone: str = ""


_USE: dict[Any, ColumnElement[Any]] = {
    ProductGroup: Product.group_id.expression,
    Tag: RecordTag.tag_id.expression,
    Team: User.team_id.expression,
}


def named_rows(unit: UnitOfWork, entity: NamedEntity) -> list[NamedRow]:
    """Every row of the table by name."""
    column = _USE[entity]
    counted = select(column, func.count()).where(column.is_not(None)).group_by(column)
    used = {row[0]: row[1] for row in unit.session.execute(counted)}
    rows: Iterable[Any] = unit.session.scalars(select(entity))
    found = [NamedRow(row.id, row.name, used.get(row.id, 0), getattr(row, "tone", "")) for row in rows]
    return sorted(found, key=lambda row: fold(row.name))


def save_named(unit: UnitOfWork, entity: NamedEntity, row_id: int | None, name: str, tone: str | None = None) -> int:
    """A new or renamed row; its id. Raises Invalid for an empty name, and for one that another row has."""
    row = entity() if row_id is None else _row(unit, entity, row_id)
    words, longest = clean(name), fields_of(entity)["name"].length or 0
    if not words:
        raise Invalid(Fault("name", mark("Names", "Enter the name.")))
    if len(words) > longest:
        raise Invalid(Fault("name", mark("Names", "The name is longer than {n} characters."), {"n": longest}))
    for key, other in unit.session.execute(select(entity.id, entity.name)):
        if key != row_id and fold(other) == fold(words):
            raise Invalid(Fault("name", _TAKEN, {"name": other}))
    row.name = words
    if tone is not None and isinstance(row, Tag):
        row.tone = tone
    unit.session.add(row)
    unit.session.flush()
    return row.id


_TAKEN: Message = mark("Names", "There is “{name}” already. To make the two one, merge them.")


def _row(unit: UnitOfWork, entity: NamedEntity, row_id: int) -> Any:
    row = unit.session.get(entity, row_id)
    if row is None:
        raise NotFound()
    return row


def merge_named(unit: UnitOfWork, entity: NamedEntity, row_id: int, into_id: int) -> None:
    """Let the records of one row have another row instead, and take the first one out."""
    gone, kept = _row(unit, entity, row_id), _row(unit, entity, into_id)
    if gone is kept:
        raise Refused(mark("Names", "Choose another one to merge with."))
    _MERGES[entity](unit, gone.id, kept.id)
    unit.session.delete(gone)
    unit.session.flush()


def _merge_groups(unit: UnitOfWork, gone: int, kept: int) -> None:
    for product in unit.session.scalars(select(Product).where(Product.group_id == gone)):
        product.group_id = kept
    unit.session.flush()


def _merge_teams(unit: UnitOfWork, gone: int, kept: int) -> None:
    unit.session.execute(update(User).where(User.team_id == gone).values(team_id=kept))


def _merge_tags(unit: UnitOfWork, gone: int, kept: int) -> None:
    """A record that has both keeps one."""
    both = {(row.module, row.record_id) for row in unit.session.scalars(_tagged(kept))}
    for row in unit.session.scalars(_tagged(gone)):
        if (row.module, row.record_id) in both:
            unit.session.delete(row)
        else:
            row.tag_id = kept
    unit.session.flush()


def _tagged(tag_id: int) -> Any:
    return select(RecordTag).where(RecordTag.tag_id == tag_id)


_MERGES: dict[Any, Callable[[UnitOfWork, int, int], None]] = {
    ProductGroup: _merge_groups,
    Tag: _merge_tags,
    Team: _merge_teams,
}


def remove_named(unit: UnitOfWork, entity: NamedEntity, row_id: int) -> None:
    """Take a row out. A tag leaves its records; Refused for a product group or a team that is used."""
    row = _row(unit, entity, row_id)
    used = unit.session.scalar(select(func.count()).where(_USE[entity] == row_id)) or 0
    if used and entity is not Tag:
        raise Refused(mark("Names", "{n} records have it; merge it with another one instead."), n=used)
    if entity is Tag:
        unit.session.execute(delete(RecordTag).where(RecordTag.tag_id == row_id))
    unit.session.delete(row)
    unit.session.flush()
