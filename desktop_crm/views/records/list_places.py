"""What stands where a list's rows would be: nothing yet, nothing found, or what went wrong."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from desktop_crm.errors import CrmError
from desktop_crm.i18n import mark, translate
from desktop_crm.views.records.declare import EntityView
from desktop_crm.views.records.list_filters import FilterBar
from desktop_crm.views.records.list_state import ListState
from desktop_crm.views.records.nouns import noun
from desktop_crm.views.widgets.empty import EmptyState
from desktop_crm.views.widgets.layouts import button


def nothing_place(view: EntityView, add: Callable[[], object] | None, import_rows: Callable[[], object]) -> QWidget:
    """The module has no record: what it is for, and how to begin; no `add` where that is not allowed."""
    title = translate(mark("ListPlace", "No {what} yet"), what=noun(view.entity.plural_label))
    buttons = [button(view.add_label, "primary", "plus", clicked=add)] if add is not None else []
    if view.importable:
        buttons.append(button(mark("ListPlace", "Import from Excel"), icon="upload", clicked=import_rows))
    return EmptyState(view.icon, title, view.purpose, buttons)


def no_match_place(view: EntityView, state: ListState, filters: FilterBar) -> QWidget:
    """Nothing matches: which filters are on, and an offer to drop the last."""
    title = translate(mark("ListPlace", "No {what} matches"), what=noun(view.entity.plural_label))
    named = [filters.words_of(condition) for condition in state.conditions]
    quoted = ", ".join(f"“{each}”" for each in ([f"{state.search}"] if state.search else []) + named)
    text = translate(mark("ListPlace", "In force: {filters}."), filters=quoted)
    buttons: list[QWidget] = []
    if state.conditions and (len(state.conditions) > 1 or state.search):
        last = state.conditions[-1]
        words = translate(mark("ListPlace", "Drop “{filter}”"), filter=filters.words_of(last))
        buttons.append(button(words, clicked=partial(filters.drop, last.key)))
    buttons.append(button(mark("ListPlace", "Clear every filter"), "link", clicked=filters.clear_all))
    return EmptyState("list-filter", title, text, buttons)


def error_place(error: CrmError, again: Callable[[], object]) -> QWidget:
    """Reading failed: what happened, that nothing is lost, and what to do."""
    text = translate(mark("ListPlace", "{reason} What you are editing is kept."), reason=error.text())
    copied = partial(QGuiApplication.clipboard().setText, f"{type(error).__name__}: {error.text()}")
    buttons = [
        button(mark("ListPlace", "Try again"), "primary", "refresh-cw", clicked=again),
        button(mark("ListPlace", "Copy the message"), "link", "copy", clicked=copied),
    ]
    return EmptyState("refresh-cw", mark("ListPlace", "The list could not be read"), text, buttons)
