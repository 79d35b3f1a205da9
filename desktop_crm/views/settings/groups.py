"""Product groups and tags: the names records are kept under."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from desktop_crm.i18n import mark
from desktop_crm.models import ProductGroup, Tag
from desktop_crm.services.named_rows import NamedRow, named_rows
from desktop_crm.storage.database import UnitOfWork
from desktop_crm.views.settings.names import NamesPanel
from desktop_crm.views.settings.page import SettingsPage
from desktop_crm.views.widgets.controls import Tab, Tabs
from desktop_crm.views.widgets.layouts import box, col, rule

if TYPE_CHECKING:
    from desktop_crm.settings import Settings
    from desktop_crm.views.context import Context

_GROUPS, _TAGS = mark("Settings", "Product groups"), mark("Settings", "Tags")


class GroupsPage(SettingsPage):
    """Two tabs of names."""

    title = mark("Settings", "Product groups and tags")
    intro = mark("Settings", "Rename them here, and merge what was written in two ways.")

    def __init__(self, context: Context, settings: Settings) -> None:
        super().__init__(context, settings)
        self.tabs = Tabs((Tab(_GROUPS), Tab(_TAGS)), indent=12)
        self.tabs.changed.connect(self._show_tab)
        self.groups = NamesPanel(context, ProductGroup, _GROUPS, mark("Settings", "Add a group…"), self._stored)
        self.tags = NamesPanel(context, Tag, _TAGS, mark("Settings", "Add a tag…"), self._stored)
        self.put(box(col(self.tabs, rule(), (self.groups, 1), (self.tags, 1), gap=0)))
        self._show_tab(0)

    def _show_tab(self, place: int) -> None:
        self.groups.setVisible(place == 0)
        self.tags.setVisible(place == 1)

    def load(self) -> None:
        self.context.read(_read, self._show, owner=self, key="load")

    def _stored(self) -> None:
        self.load()
        self.lists_changed()

    def _show(self, found: tuple[Sequence[NamedRow], Sequence[NamedRow]]) -> None:
        groups, tags = found
        self.groups.show_rows(groups)
        self.tags.show_rows(tags)
        self.tabs.set_items([Tab(_GROUPS, str(len(groups))), Tab(_TAGS, str(len(tags)))])


def _read(unit: UnitOfWork) -> tuple[list[NamedRow], list[NamedRow]]:
    return named_rows(unit, ProductGroup), named_rows(unit, Tag)
