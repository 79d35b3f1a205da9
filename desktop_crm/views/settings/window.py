"""The settings page: a list of sections, searchable, and the section in front. Going elsewhere loses nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QStackedWidget

from desktop_crm.i18n import mark, translate
from desktop_crm.models.text import fold
from desktop_crm.views.settings.page import SavingPage, SettingsPage
from desktop_crm.views.settings.sections import Group, SectionOf, offered
from desktop_crm.views.shell.declarations import Item, Section
from desktop_crm.views.shell.rail import Rail
from desktop_crm.views.widgets import tokens
from desktop_crm.views.widgets.controls import SearchField
from desktop_crm.views.widgets.dialogs import Choice, choose
from desktop_crm.views.widgets.layouts import box, col, frame, label, row

if TYPE_CHECKING:
    from desktop_crm.settings import Settings
    from desktop_crm.views.context import Context


class SettingsWindow(QFrame):
    """All sections; one is made when it is first shown."""

    def __init__(self, context: Context, settings: Settings, section: str = "") -> None:
        super().__init__()
        self.setProperty("role", "page")
        title = translate(mark("Settings", "Settings"))
        self.setWindowTitle(f"{title}[*]")  # Qt puts the mark of unsaved changes there
        self.context, self.settings = context, settings
        self.pages: dict[str, SettingsPage] = {}
        self._groups = offered(context.rights)
        self._declared = {one.key: one for group in self._groups for one in group.sections}
        self.search = SearchField(mark("Settings", "Find a setting"), pause=0)
        self.search.searched.connect(self.filter)
        self.sections = Rail(_rail_sections(self._groups))
        self.sections.setAccessibleName(translate(mark("Settings", "Sections of the settings")))
        self.sections.chosen.connect(self.show_section)
        self.stack = QStackedWidget()
        head = label(mark("Settings", "Settings"), tokens.HEADING, strong=True)
        side = col(box(col(head, self.search, gap=10, margins=(14, 16, 12, 6))), (self.sections, 1), gap=0)
        self.setLayout(row((frame("rail", side), 0), (self.stack, 1), gap=0))
        self.show_section(section if section in self._declared else next(iter(self._declared)))

    # -- sections

    def show_section(self, key: str) -> SettingsPage:
        """Bring a section to the front; it is read anew unless it has unsaved changes."""
        page = self.pages.get(key) or self._make(self._declared[key])
        if not page.unsaved():
            page.load()
        self.stack.setCurrentWidget(page)
        self.sections.set_current(key)
        return page

    def _make(self, declared: SectionOf) -> SettingsPage:
        page = declared.page(self.context, self.settings)
        page.changed.connect(self._follow)
        self.pages[declared.key] = page
        self.stack.addWidget(page)
        return page

    def current(self) -> str:
        """The key of the section in front."""
        return next(key for key, page in self.pages.items() if page is self.stack.currentWidget())

    def filter(self, words: str) -> None:
        """Show only the sections in whose title or words all of `words` occur; the first one comes to the front."""
        wanted = fold(words).split()
        found = [Group(group.title, tuple(one for one in group.sections if one.has(wanted))) for group in self._groups]
        shown = [group for group in found if group.sections]
        self.sections.set_sections(_rail_sections(shown))
        if words and shown:
            self.show_section(shown[0].sections[0].key)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.sections.set_current(self.current())

    # -- unsaved changes

    def unsaved(self) -> dict[str, int]:
        """How many unsaved changes each section has."""
        return {key: count for key, page in self.pages.items() if (count := page.unsaved())}

    def _follow(self) -> None:
        counts = self.unsaved()
        for key in self.pages:
            self.sections.set_count(key, counts.get(key, 0))
        self.setWindowModified(bool(counts))

    def can_leave(self) -> bool:
        """Ask about every section with unsaved changes; False when the user wants to stay."""
        return all(self._may_leave(key) for key in list(self.unsaved()))

    def _may_leave(self, key: str) -> bool:
        page = self.pages[key]
        self.show_section(key)
        title = translate(mark("Settings", "Save the changes of “{section}”?"), section=translate(page.title))
        answer = choose(
            self,
            title,
            mark("Settings", "They are not saved yet."),
            (
                Choice("stay", mark("Settings", "Go on editing")),
                Choice("discard", mark("Settings", "Discard changes"), "danger"),
                Choice("save", mark("Settings", "Save"), "primary"),
            ),
            "triangle-alert",
            "warning",
        )
        if answer == "discard":
            page.discard()
        return answer == "discard" or (answer == "save" and isinstance(page, SavingPage) and page.save_now())


def _rail_sections(groups: list[Group] | tuple[Group, ...]) -> tuple[Section, ...]:
    return tuple(
        Section(group.title, tuple(Item(one.key, one.title, one.icon, SettingsPage) for one in group.sections))
        for group in groups
    )
