"""The menus of a list window."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from desktop_crm.i18n import mark, translate
from desktop_crm.views.records.columns import ListColumn
from desktop_crm.views.rights import may_export
from desktop_crm.views.widgets import theme
from desktop_crm.views.widgets.icons import icon

if TYPE_CHECKING:
    from desktop_crm.views.records.list_window import ListWindow


def more_menu(window: ListWindow) -> QMenu:
    """What is seldom done with a list."""
    menu = QMenu(window)
    menu.addAction(icon("refresh-cw"), translate(mark("ListWindow", "Read again")), window.refresh)
    if window.context.rights.may("delete", window.view.module):
        menu.addAction(icon("trash-2"), translate(mark("ListWindow", "Recycle bin…")), window.open_recycle_bin)
    return menu


def density_menu(window: ListWindow) -> QMenu:
    """Row heights."""
    menu = QMenu(window)
    for name, words in theme.DENSITIES.items():
        menu.addAction(translate(words), partial(window.choose_density, name))
    return menu


def selection_menu(window: ListWindow) -> QMenu:
    """What can be done with the chosen records; also the menu of a right click."""
    menu, rights, view = QMenu(window), window.context.rights, window.view
    menu.addAction(icon("external-link"), translate(mark("ListWindow", "Open")), window.open_current)
    menu.addSeparator()
    if rights.may("change", view.module):
        owner = translate(mark("ListWindow", "Change owner…"))
        menu.addAction(icon("users"), owner, partial(window.change_chosen, "owner_id"))
        menu.addAction(icon("pencil"), translate(mark("ListWindow", "Change a field…")), window.change_chosen)
        menu.addAction(icon("plus"), translate(mark("ListWindow", "Add tags…")), window.bulk.tag)
        menu.addAction(icon("link"), translate(mark("ListWindow", "Share…")), window.bulk.share)
    if may_export(rights, view):
        menu.addAction(icon("download"), translate(mark("ListWindow", "Export what is chosen…")), window.export_chosen)
    if rights.may("delete", view.module):
        menu.addSeparator()
        menu.addAction(icon("trash-2"), translate(mark("ListWindow", "Delete")), window.bulk.delete)
    return menu


def sort_menu(window: ListWindow, columns: Sequence[ListColumn]) -> QMenu:
    """Every column to sort by, and the two directions; the order in force is checked."""
    menu = QMenu(window)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    state = window.state
    for column in columns:
        words = column.heading.replace("&", "&&")
        action = menu.addAction(words, partial(window.arranging.sort_by, column.key, state.descending))
        action.setCheckable(True)
        action.setChecked(column.key == state.sort)
    menu.addSeparator()
    for words, descending in (
        (mark("ListWindow", "Ascending"), False),
        (mark("ListWindow", "Descending"), True),
    ):
        action = menu.addAction(translate(words), partial(window.arranging.sort_by, state.sort, descending))
        action.setCheckable(True)
        action.setChecked(descending == state.descending)
    return menu
