"""A module as one user is offered it: its declaration without the fields, lists and actions that are not theirs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from desktop_crm.models.fields import Field, field_of
from desktop_crm.models.rights import Rights
from desktop_crm.services.fields_shown import shown
from desktop_crm.views.records.declare import (
    Action,
    Attribute,
    Column,
    EntityView,
    NewRelated,
    Preset,
    Related,
    Section,
    entity_of,
)

A = TypeVar("A", Attribute, Column)


def as_offered(view: EntityView, rights: Rights) -> EntityView:
    """The declaration with what the rights leave of it; the same one where they are unlimited."""
    if rights.unlimited:
        return view
    hidden = rights.hidden(view.module)
    return replace(
        view,
        columns=_kept(view.columns, hidden),
        filters=_kept(view.filters, hidden),
        sections=tuple(_section(one, hidden) for one in view.sections if _kept(one.attributes, hidden)),
        preview=_kept(view.preview, hidden),
        badges=_kept(view.badges, hidden),
        figures=_kept(view.figures, hidden),
        presets=tuple(one for one in view.presets if not _speaks_of(one, hidden)),
        related=tuple(_related(one, rights) for one in view.related if rights.may("see", one.entity.__tablename__)),
        actions=tuple(one for one in view.actions if is_allowed(one, view, rights)),
        sort=view.sort if view.sort is None or view.sort.key not in hidden else None,
        importable=view.importable and rights.may("create", view.module),
        printable=view.printable and rights.grant(view.module).print,
    )


def _kept(named: Iterable[A], hidden: frozenset[str]) -> tuple[A, ...]:
    return tuple(one for one in named if one.key not in hidden)


def _section(section: Section, hidden: frozenset[str]) -> Section:
    return replace(section, attributes=_kept(section.attributes, hidden), wide=_kept(section.wide, hidden))


def _related(related: Related, rights: Rights) -> Related:
    return replace(related, columns=_kept(related.columns, rights.hidden(related.entity.__tablename__)))


def _speaks_of(preset: Preset, hidden: frozenset[str]) -> bool:
    keys = {condition.key for condition in preset.conditions}
    return bool(hidden & keys) or (preset.sort is not None and preset.sort.key in hidden)


def is_allowed(action: Action, view: EntityView, rights: Rights) -> bool:
    """Whether the rights allow an action on any record of the module."""
    if isinstance(action.run, NewRelated):
        return rights.may("create", entity_of(action.run.through).__tablename__)
    if action.changes and not rights.may("change", view.module):
        return False
    return all(rights.may(verb, entity.__tablename__) for verb, entity in action.needs)


def described(attribute: Attribute, rights: Rights) -> Field:
    """An attribute's description; not editable where it may only be read."""
    field, module = field_of(attribute), entity_of(attribute).__tablename__
    return shown(rights, module, {field.key: field})[field.key]
