"""How a list is arranged at the moment: search, filters, order, columns; kept as JSON in saved views."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from desktop_crm.models.fields import Field, fields_of
from desktop_crm.models.rights import UNLIMITED, Rights
from desktop_crm.services.fields_shown import shown
from desktop_crm.storage.listing import Condition, Query
from desktop_crm.views.records.declare import EntityView, Preset
from desktop_crm.views.records.filter_values import TAG_FIELD, from_json, resolve, to_json


@dataclass(frozen=True, slots=True)
class ListState:
    """`columns` are keys in their order, empty for the module's own; conditions hold plain values."""

    search: str = ""
    conditions: tuple[Condition, ...] = ()
    sort: str = "title"
    descending: bool = False
    columns: tuple[str, ...] = ()

    def with_condition(self, condition: Condition) -> ListState:
        """The same list with this filter in the place of the one on the same field, or added."""
        if any(each.key == condition.key for each in self.conditions):
            changed = (condition if each.key == condition.key else each for each in self.conditions)
            return replace(self, conditions=tuple(changed))
        return replace(self, conditions=(*self.conditions, condition))

    def without(self, key: str) -> ListState:
        """The same list without the filter on a field."""
        return replace(self, conditions=tuple(each for each in self.conditions if each.key != key))

    @property
    def is_filtered(self) -> bool:
        """Whether it may hide records."""
        return bool(self.search or self.conditions)

    def to_json(self) -> dict[str, Any]:
        """What a saved view keeps."""
        return {
            "search": self.search,
            "conditions": [to_json(each) for each in self.conditions],
            "sort": self.sort,
            "descending": self.descending,
            "columns": list(self.columns),
        }


def from_state(kept: Mapping[str, Any], view: EntityView, known: Mapping[str, Field]) -> ListState:
    """What a saved view kept, without the fields that are gone meanwhile."""
    base = opening(view)
    conditions = (from_json(each) for each in kept.get("conditions", ()))
    sort = kept.get("sort", base.sort)
    return ListState(
        kept.get("search", ""),
        tuple(each for each in conditions if each.key in known),
        sort if sort == "title" or sort in known else base.sort,
        bool(kept.get("descending", base.descending)),
        tuple(key for key in kept.get("columns", ()) if key == "title" or key in known),
    )


def opening(view: EntityView) -> ListState:
    """The whole list as the module declares it."""
    return ListState(sort=view.sort.key if view.sort is not None else "title", descending=view.descending)


def from_preset(preset: Preset, view: EntityView) -> ListState:
    """A declared view."""
    base = opening(view)
    if preset.sort is None:
        return replace(base, conditions=preset.conditions)
    return replace(base, conditions=preset.conditions, sort=preset.sort.key, descending=preset.descending)


def known_fields(view: EntityView, custom: Mapping[str, Field], rights: Rights = UNLIMITED) -> dict[str, Field]:
    """Every field a list of the module can filter by, by key: its own, custom ones, and tags; none that is hidden."""
    return {**shown(rights, view.module, {**fields_of(view.entity), **custom}), "tag": TAG_FIELD}


def query_of(
    state: ListState, view: EntityView, known: Mapping[str, Field], me: int | None, today: date, deleted: bool = False
) -> Query:
    """What the database is asked for now."""
    conditions = tuple(resolve(each, known[each.key], me, today) for each in state.conditions if each.key in known)
    return Query(view.entity, state.search, conditions, state.sort, state.descending, deleted)
