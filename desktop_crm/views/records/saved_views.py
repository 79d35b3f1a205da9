"""The tabs over a list: all records, the module's own views, and the views that were saved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QMenu, QWidget

from desktop_crm.i18n import mark, translate
from desktop_crm.models.fields import Field
from desktop_crm.models.numbers import format_number
from desktop_crm.services import saved_views as stored
from desktop_crm.views.context import Context
from desktop_crm.views.records.declare import EntityView
from desktop_crm.views.records.list_state import ListState, from_preset, from_state, opening
from desktop_crm.views.widgets.controls import Tab, Tabs
from desktop_crm.views.widgets.dialogs import Sheet, confirm
from desktop_crm.views.widgets.icons import icon
from desktop_crm.views.widgets.layouts import box, button, col, label, row, tool


@dataclass(frozen=True, slots=True)
class NamedState:
    """One tab: its words, how it arranges the list, and the saved view behind it (None: the module's own)."""

    name: str
    state: ListState
    saved: stored.NamedView | None = None


def declared_views(view: EntityView) -> list[NamedState]:
    """All records, then the module's presets."""
    presets = [NamedState(translate(preset.name), from_preset(preset, view)) for preset in view.presets]
    return [NamedState(translate(mark("SavedViews", "All")), opening(view)), *presets]


class ViewTabs(QWidget):
    """`chosen(ListState)` when another view is wanted; `views_read` after they came from the database."""

    chosen = Signal(object)
    views_read = Signal()
    save_asked = Signal()

    def __init__(self, context: Context, view: EntityView) -> None:
        super().__init__()
        self._context, self._view = context, view
        self._fields: Mapping[str, Field] = {}
        self._counts: list[int] = []
        self._select = 0  # id of the saved view to show once it has been read
        self.views = declared_views(view)
        self.tabs = Tabs([Tab(each.name) for each in self.views], add=True, indent=8)
        self.tabs.changed.connect(lambda index: self.chosen.emit(self.views[index].state))
        self.tabs.add_requested.connect(self.save_asked)
        self.tabs.menu_requested.connect(self._menu)
        self._more = tool("chevron-down", mark("SavedViews", "All views"), 28, clicked=self._list_all)
        self.setLayout(row((self.tabs, 1), self._more, gap=2))

    @property
    def current(self) -> NamedState:
        """The view whose tab is lit."""
        return self.views[min(self.tabs.current(), len(self.views) - 1)]

    def read(self, fields: Mapping[str, Field]) -> None:
        """Read the saved views; `fields` are those a view may speak of."""
        self._fields = fields
        work = partial(stored.saved_views, module=self._view.module)
        self._context.read(work, self._came, owner=self, key="views")

    def _came(self, found: list[stored.NamedView]) -> None:
        front = self.current
        saved = [NamedState(each.name, from_state(each.state, self._view, self._fields), each) for each in found]
        self.views = [*declared_views(self._view), *saved]
        self._show(self._place_of(front))
        self._select = 0
        self.views_read.emit()

    def _place_of(self, front: NamedState) -> int:
        key = self._select or (front.saved.id if front.saved else 0)
        for place, each in enumerate(self.views):
            if (each.saved.id if each.saved else 0) == key and (key or each.name == front.name):
                return place
        return 0

    def set_counts(self, counts: list[int]) -> None:
        """Show how many records each view has."""
        self._counts = counts
        self._show(self.tabs.current())

    def _show(self, current: int) -> None:
        counted = self._counts if len(self._counts) == len(self.views) else [-1] * len(self.views)
        tabs = [
            Tab(each.name, format_number(number) if number >= 0 else "")
            for each, number in zip(self.views, counted, strict=True)
        ]
        self.tabs.set_items(tabs, current)
        self._fit()

    def resizeEvent(self, event: Any) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self._more.setVisible(self.tabs.sizeHint().width() > self.width() - 34)

    def choose(self, place: int) -> None:
        """Light a tab and show its view."""
        self.tabs.set_current(place)
        self.chosen.emit(self.views[place].state)

    def _list_all(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for place, each in enumerate(self.views):
            action = menu.addAction(each.name.replace("&", "&&"), partial(self.choose, place))
            action.setCheckable(True)
            action.setChecked(place == self.tabs.current())
        menu.popup(self._more.mapToGlobal(QPoint(0, self._more.height() + 2)))

    # -- saved views

    def save(self, state: ListState) -> Sheet:
        """Ask for a name and keep `state` under it."""
        return self._ask(mark("SavedViews", "Save view"), "", False, partial(self._add, state))

    def update_current(self, state: ListState) -> None:
        """Let the saved view in front be as the list is now."""
        saved = self.current.saved
        if saved is not None:
            self._write(partial(stored.change_view, view_id=saved.id, state=state.to_json()))

    def _add(self, state: ListState, name: str, shared: bool) -> None:
        work = partial(stored.add_view, module=self._view.module, name=name, state=state.to_json(), shared=shared)
        self._context.write(work, self._added, owner=self)

    def _added(self, view_id: int) -> None:
        self._select = view_id
        self.read(self._fields)

    def _write(self, work: Any) -> None:
        self._context.write(work, lambda _: self.read(self._fields), owner=self)

    def _menu(self, index: int, spot: QPoint) -> None:
        saved = self.views[index].saved
        if saved is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(icon("pencil"), translate(mark("SavedViews", "Rename…")), partial(self.rename, saved))
        menu.addAction(icon("chevron-left"), translate(mark("SavedViews", "Move left")), partial(self.shift, saved, -1))
        menu.addAction(
            icon("chevron-right"), translate(mark("SavedViews", "Move right")), partial(self.shift, saved, 1)
        )
        menu.addSeparator()
        menu.addAction(icon("trash-2"), translate(mark("SavedViews", "Delete view…")), partial(self.remove, saved))
        menu.popup(spot)

    def rename(self, saved: stored.NamedView) -> Sheet:
        """Ask for another name, and who sees the view."""
        done = partial(self._renamed, saved)
        return self._ask(mark("SavedViews", "Rename view"), saved.name, saved.shared, done)

    def _renamed(self, saved: stored.NamedView, name: str, shared: bool) -> None:
        self._write(partial(stored.change_view, view_id=saved.id, name=name, shared=shared))

    def shift(self, saved: stored.NamedView, by: int) -> None:
        """Move a saved view among the saved ones."""
        ids = [each.saved.id for each in self.views if each.saved is not None]
        place = ids.index(saved.id)
        ids.insert(max(place + by, 0), ids.pop(place))
        self._write(partial(stored.order_views, view_ids=ids))

    def remove(self, saved: stored.NamedView) -> None:
        """Forget a view after asking."""
        title = translate(mark("SavedViews", "Delete the view “{name}”?"), name=saved.name)
        text = mark("SavedViews", "Only the arrangement goes; no record is touched.")
        if confirm(self, title, text, mark("SavedViews", "Delete view"), danger=True, icon="trash-2"):
            self._write(partial(stored.remove_view, view_id=saved.id))

    def _ask(self, title: str, name: str, shared: bool, done: Any) -> Sheet:
        line = QLineEdit(name, maxLength=80)
        everyone = QCheckBox(translate(mark("SavedViews", "For everyone")))
        everyone.setChecked(shared)
        line.setAccessibleName(translate(mark("SavedViews", "Name of the view")))
        body = box(col(label(mark("SavedViews", "Name of the view"), tone="t2"), line, everyone, gap=6))
        cancel, save = button(mark("SavedViews", "Cancel")), button(mark("SavedViews", "Save"), "primary")
        sheet = Sheet(self, title, body, (cancel, save), width=420)
        sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sheet.safe = line
        save.setEnabled(bool(name))
        line.textChanged.connect(lambda words: save.setEnabled(bool(words.strip())))
        cancel.clicked.connect(sheet.reject)
        save.clicked.connect(sheet.accept)
        sheet.accepted.connect(lambda: done(line.text(), everyone.isChecked()))
        sheet.open()
        return sheet
