"""Records as plain JSON values and as lines of text, for scripts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import inspect

from desktop_crm.i18n import language, translate
from desktop_crm.models import Record
from desktop_crm.models.display import display
from desktop_crm.models.fields import Kind, fields_of
from desktop_crm.services.choices import load_choices
from desktop_crm.services.fields_shown import shown_fields, visible
from desktop_crm.services.reading import by_number, open_record
from desktop_crm.storage.database import UnitOfWork
from desktop_crm.storage.listing import Query, custom_fields, page

CHUNK = 500


def listed(unit: UnitOfWork, entity: type[Record], search: str, limit: int | None) -> Iterator[dict[str, Any]]:
    """The living records of a module in order of their titles, as `told` tells them but without parts."""
    every = (*fields_of(entity), *custom_fields(unit.session, entity.__tablename__))
    keys = visible(unit.actor.rights, entity.__tablename__, every)
    query, after, left = Query(entity, search=search), None, limit
    while left is None or left > 0:
        rows = page(unit.session, query, keys, after, CHUNK if left is None else min(CHUNK, left))
        for row in rows:
            yield {"id": row.id, "version": row.version, "title": row.title, **_flat(keys, row.values)}
        if not rows:
            return
        after, left = rows[-1], None if left is None else left - len(rows)


def _flat(keys: list[str], values: tuple[Any, ...]) -> dict[str, Any]:
    flat: dict[str, Any] = {}
    for key, value in zip(keys, values, strict=True):
        if isinstance(value, tuple):
            flat[key], flat[key.removesuffix("_id")] = value
        else:
            flat[key] = json_value(value)
    return flat


def told(unit: UnitOfWork, entity: type[Record], number: str) -> dict[str, Any]:
    """One record by its number: id, version, title, every field by key, `tags`, and its parts as lists.

    A relation stands as its id under its key and as its title under the key without `_id`.
    """
    record = by_number(unit, entity, number)
    view = open_record(unit, entity, record.id)
    seen = {key: value for key, value in view.values.items() if key not in view.hidden}
    fields = {key: json_value(value) for key, value in seen.items() if not isinstance(value, list)}
    names = {key.removesuffix("_id"): title for key, (_, title) in view.relations.items()}
    parts = {key: _part(record, key) for key, value in view.values.items() if isinstance(value, list)}
    tags = [tag.name for tag in view.tags]
    return {"id": view.id, "version": view.version, "title": view.title, **fields, **names, "tags": tags, **parts}


def _part(record: Record, key: str) -> list[dict[str, Any]]:
    return [_columns(row) for row in getattr(record, key)]


def _columns(row: Any) -> dict[str, Any]:
    return {a.key: json_value(getattr(row, a.key)) for a in inspect(type(row)).column_attrs}


def json_value(value: Any) -> Any:
    """A field's value as JSON has it: whole amounts as integers, days and moments in ISO form."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value.isoformat() if isinstance(value, date) else value


def brief(row: Mapping[str, Any]) -> str:
    """A record on one line: number and title."""
    number, title = row["number"], row["title"]
    return title if title.startswith(number) else f"{number}\t{title}"


def in_words(unit: UnitOfWork, entity: type[Record], number: str) -> str:
    """One record for a person: a line for each field that is filled, with its label."""
    view = open_record(unit, entity, by_number(unit, entity, number).id)
    label = load_choices(unit).label
    described = {**shown_fields(unit.actor.rights, entity), **view.custom}
    lines = []
    for key, field in described.items():
        value = view.relations.get(key) if field.kind == Kind.RELATION else view.values[key]
        if value not in (None, "", 0, False):
            currency = str(view.values.get("currency", "VND"))
            lines.append(f"{translate(field.label)}: {display(field, value, label, currency, language())}")
    return "\n".join([view.title, *lines])
