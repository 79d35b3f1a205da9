"""The records of every module in the command palette: a group for each, found beside the window."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING, Any

from desktop_crm.i18n import mark, translate
from desktop_crm.views.shell.declarations import PaletteItem, Source

if TYPE_CHECKING:
    from desktop_crm.views.context import Context
    from desktop_crm.views.records.declare import EntityView

_SHOWN = 5  # answers of a module


def record_sources(context: Context, views: Iterable[EntityView]) -> list[Source]:
    """A group for each module, in their order."""
    return [Source(view.entity.plural_label, partial(_find, context, view)) for view in views]


def _find(context: Context, view: EntityView, query: str, cancel: Any = None) -> list[PaletteItem]:
    """The best answers of one module, and a line that leads to all of them where there are more."""
    from desktop_crm.services.finding import search

    with context.database.reading(context.actor, cancel) as unit:
        found = search(unit, view.entity, query, _SHOWN)
    every = partial(context.navigator.open_list, view.module, search=found.words)
    items = [
        PaletteItem(
            view.icon, row.title, row.detail, partial(context.navigator.open_record, view.module, row.id), in_list=every
        )
        for row in found.rows
    ]
    if found.number > len(items):
        number = f"{found.number}+" if found.more else str(found.number)
        words = translate(mark("Palette", "Show all {n} in the list"), n=number)
        items.append(PaletteItem("list-filter", words, "", every, in_list=every, leads_on=True))
    return items
