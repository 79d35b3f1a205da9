"""Records that may be the same as the one being entered: same tax code, phone, e-mail, code or name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, select, union_all

from desktop_crm.models import Contact, Lead, Organization, Product, Record
from desktop_crm.models.fields import Kind, fields_of
from desktop_crm.models.text import normalized_name
from desktop_crm.storage.database import UnitOfWork

SAME_KINDS = (Kind.TAX_CODE, Kind.PHONE, Kind.EMAIL)
"""Kinds whose value belongs to one party; it is looked for in every field of that kind."""

_CODES: Mapping[type[Record], tuple[str, ...]] = {Product: ("code",), Organization: ("customer_code",)}
_NAMED: Mapping[type[Record], str] = {
    Organization: "name",
    Contact: "given_name",
    Lead: "given_name",
}
_MOST = 3


@dataclass(frozen=True, slots=True)
class Duplicate:
    """Another record with the same value of `field`."""

    field: str
    id: int
    title: str
    number: str


def watched(entity: type[Record]) -> frozenset[str]:
    """The fields in which a duplicate is looked for."""
    kinds = {key for key, field in fields_of(entity).items() if field.kind in SAME_KINDS}
    named = {_NAMED[entity]} if entity in _NAMED else set()
    return frozenset(kinds | named | set(_CODES.get(entity, ())))


def find_duplicates(
    unit: UnitOfWork, entity: type[Record], values: Mapping[str, Any], exclude_id: int | None = None
) -> list[Duplicate]:
    """Living records that share a tax code, phone, e-mail, code or name with `values`; at most three for a field.

    Values are in their stored form; for names give every part of the name.
    """
    found: list[Duplicate] = []
    for key in sorted(watched(entity) & set(values)):
        if values[key]:
            found += _same(unit, entity, key, values, exclude_id)
    return found


def _same(
    unit: UnitOfWork, entity: type[Record], key: str, values: Mapping[str, Any], exclude_id: int | None
) -> list[Duplicate]:
    if key == _NAMED.get(entity):
        return _same_name(unit, entity, key, values, exclude_id)
    kind = fields_of(entity)[key].kind
    keys = [other for other, field in fields_of(entity).items() if field.kind == kind] if kind in SAME_KINDS else [key]
    each = (select(entity.id).where(getattr(entity, other) == values[key], _living(entity)) for other in keys)
    alike = entity.id.in_(union_all(*each))  # with OR, SQLite would read the whole table
    return _found(unit, entity, key, alike, exclude_id)[:_MOST]


def _found(
    unit: UnitOfWork, entity: type[Record], key: str, alike: Any, exclude_id: int | None, limit: int = _MOST
) -> list[Duplicate]:
    statement = select(entity.id, entity.title, entity.number).where(alike, _living(entity))
    if exclude_id is not None:
        statement = statement.where(entity.id != exclude_id)
    rows = unit.session.execute(statement.order_by(entity.id).limit(limit))
    return [Duplicate(key, *row) for row in rows]


def _living(entity: type[Record]) -> ColumnElement[bool]:
    return entity.deleted_at.is_(None)


def _same_name(
    unit: UnitOfWork, entity: type[Record], key: str, values: Mapping[str, Any], exclude_id: int | None
) -> list[Duplicate]:
    """The index of sorted titles gives those that sound alike; case and spacing do not part them, tones do."""
    known = {k: v for k, v in values.items() if k in fields_of(entity) and isinstance(v, str)}
    blank = {k: "" for k, field in fields_of(entity).items() if field.kind in (Kind.TEXT, Kind.CHOICE)}
    like = entity(**{**blank, **known})
    like.title = like.make_title()
    if not like.title:
        return []
    alike = _found(unit, entity, key, entity.title_sort == like.make_title_sort(), exclude_id, 20)
    name = normalized_name(like.title)
    return [one for one in alike if normalized_name(one.title) == name][:_MOST]
