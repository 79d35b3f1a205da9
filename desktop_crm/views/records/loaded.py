"""What a form shows of a record, read in one go; and what the form of a new one begins with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import inspect

from desktop_crm.models import Record
from desktop_crm.models.fields import Field, Kind, fields_of
from desktop_crm.services.fields_shown import open_values
from desktop_crm.services.fields_shown import shown as without_hidden
from desktop_crm.services.reading import RecordView, open_record, titles
from desktop_crm.storage.database import UnitOfWork
from desktop_crm.storage.listing import custom_fields
from desktop_crm.views.records.history_words import titles_in

TAGS = "tags"
"""The key of the tags among the fields of a form."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """Values as editors show them: a relation is (id, title), tags are their names; `view` is None for a new record."""

    shown: Mapping[str, Any]
    custom: Mapping[str, Field]
    view: RecordView | None = None
    titles: Mapping[tuple[str, int], str] = field(default_factory=dict)

    @property
    def version(self) -> int:
        """The version read, 0 for a new record."""
        return self.view.version if self.view is not None else 0


def load_record(
    unit: UnitOfWork, entity: type[Record], record_id: int, related: Iterable[tuple[type[Record], str]]
) -> Loaded:
    """A stored record. Raises NotFound."""
    view = open_record(unit, entity, record_id, related)
    shown = {**view.values, TAGS: [tag.name for tag in view.tags]}
    for key, described in fields_of(entity).items():
        if described.kind == Kind.RELATION:
            shown[key] = view.relations.get(key)
    return Loaded(shown, view.custom, view, titles_in(unit, view))


def load_blank(unit: UnitOfWork, entity: type[Record], given: Mapping[str, Any]) -> Loaded:
    """A new record with its defaults, those given, and the actor as its owner."""
    rights, module = unit.actor.rights, entity.__tablename__
    added = without_hidden(rights, module, custom_fields(unit.session, module))
    given = open_values(unit, entity, given)
    values = {**{key: default_of(entity, key) for key in fields_of(entity)}, "owner_id": unit.actor.id, **given}
    shown = {**values, **{key: given.get(key) for key in added}, TAGS: []}
    for key, described in fields_of(entity).items():
        if described.kind == Kind.RELATION:
            shown[key] = _with_title(unit, described.target, values[key])
    return Loaded(shown, added)


def default_of(entity: type[Record], key: str) -> Any:
    """A column's default where it is a plain value, else None."""
    default: Any = inspect(entity).columns[key].default
    return default.arg if default is not None and not callable(default.arg) else None


def _with_title(unit: UnitOfWork, target: str, value: Any) -> tuple[int, str] | None:
    if isinstance(value, tuple) or not value:
        return value or None
    found = titles(unit, target, [value])
    return (value, found[value]) if value in found else None
