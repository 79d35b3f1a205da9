"""The bar over a list: quick filter, a chip for each filter in force, and the buttons that arrange the list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_crm.i18n import mark, translate
from desktop_crm.models.fields import Field, Kind
from desktop_crm.services.reading import titles
from desktop_crm.storage.database import UnitOfWork
from desktop_crm.storage.listing import Condition
from desktop_crm.views.context import Context
from desktop_crm.views.records.filter_popup import FieldPicker, FilterPopup
from desktop_crm.views.records.filter_values import ME, describe
from desktop_crm.views.records.flow import flowing
from desktop_crm.views.records.list_state import ListState
from desktop_crm.views.widgets import tokens
from desktop_crm.views.widgets.badges import Chip
from desktop_crm.views.widgets.controls import SearchField
from desktop_crm.views.widgets.layouts import button, row

_SEARCH_WIDTH = 170


class FilterBar(QWidget):
    """Shows the filters of a `ListState`; `changed(state)` when the user wants another one."""

    changed = Signal(object)
    save_asked = Signal()

    def __init__(self, context: Context, tools: Sequence[QWidget]) -> None:
        super().__init__()
        self._context = context
        self._state = ListState()
        self._fields: Mapping[str, Field] = {}
        self._first: Sequence[str] = ()
        self._titles: dict[tuple[str, Any], str] = {}
        self._chips: dict[str, Chip] = {}
        self.search = SearchField(mark("FilterBar", "Quick filter"), _SEARCH_WIDTH)
        self.search.searched.connect(lambda words: self._say(replace(self._state, search=words)))
        self.add = Chip(mark("FilterBar", "Add filter"))
        self.add.clicked.connect(self.pick_field)
        self.clear = button(mark("FilterBar", "Clear"), "link", clicked=self.clear_all)
        self.save = button(mark("FilterBar", "Save view"), "link", clicked=self.save_asked.emit)
        self._flow = flowing(self.search, self.add, self.clear)
        self.setLayout(row((self._flow, 1), self.save, *tools, gap=4, margins=(18, 7, 14, 7)))
        self.setMinimumHeight(tokens.FILTER_BAR_HEIGHT)
        self.save.hide()

    def set_fields(self, fields: Mapping[str, Field], first: Sequence[str]) -> None:
        """Say which fields can be filtered, those of `first` before the others."""
        self._fields, self._first = fields, first

    def show_state(self, state: ListState, changed: bool) -> None:
        """Show the filters in force; with `changed` offer to save them."""
        same = [c.key for c in state.conditions] == list(self._chips)
        self._state = state
        self.save.setVisible(changed)
        self.clear.setVisible(state.is_filtered)
        if self.search.text().strip() != state.search and not self.search.is_typing:
            self.search.show_text(state.search)
        if not same:
            self._rebuild()
        self._describe()
        self._name_unknown()

    def open_filter(self, key: str) -> FilterPopup:
        """Drop the editor of one field's filter."""
        condition = next((c for c in self._state.conditions if c.key == key), None)
        popup = FilterPopup(self, self._context, self._fields[key], condition)
        popup.applied.connect(partial(self._applied, key))
        popup.drop(self._chips.get(key, self.add))
        return popup

    def pick_field(self) -> FieldPicker:
        """Let the user choose a field to filter by."""
        taken = {condition.key for condition in self._state.conditions}
        picker = FieldPicker(self, [f for key, f in self._fields.items() if key not in taken], self._first)
        picker.picked.connect(self.open_filter)
        picker.drop(self.add)
        return picker

    def clear_all(self) -> None:
        """Take every filter off, the quick one too."""
        self.search.show_text("")
        self._say(replace(self._state, conditions=(), search=""))

    def drop(self, key: str) -> None:
        """Take one filter off."""
        self._say(self._state.without(key))

    def words_of(self, condition: Condition) -> str:
        """A filter in words: "Owner: Lê Thu Hà"."""
        field = self._fields[condition.key]
        return f"{translate(field.label)}: {self._value_words(condition)}"

    def _applied(self, key: str, condition: Condition | None) -> None:
        state = self._state.without(key) if condition is None else self._state.with_condition(condition)
        if state != self._state:
            self._say(state)

    def _say(self, state: ListState) -> None:
        self.changed.emit(state)

    # -- chips

    def _rebuild(self) -> None:
        layout = self._flow.layout()
        assert layout is not None
        for chip in self._chips.values():
            layout.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        layout.removeWidget(self.add)
        layout.removeWidget(self.clear)
        self._chips = {c.key: self._chip(c) for c in self._state.conditions}
        for widget in (*self._chips.values(), self.add, self.clear):
            layout.addWidget(widget)
        layout.invalidate()
        self.updateGeometry()

    def _chip(self, condition: Condition) -> Chip:
        chip = Chip(self._fields[condition.key].label, "…")
        chip.clicked.connect(partial(self.open_filter, condition.key))
        chip.removed.connect(partial(self.drop, condition.key))
        return chip

    def _describe(self) -> None:
        for condition in self._state.conditions:
            self._chips[condition.key].set_value(self._value_words(condition) or "…")

    def _value_words(self, condition: Condition) -> str:
        return describe(condition, self._fields[condition.key], self._context.choices.label, self._titles)

    # -- names of chosen records

    def _name_unknown(self) -> None:
        wanted: dict[str, set[int]] = {}
        for condition in self._state.conditions:
            field = self._fields[condition.key]
            if field.kind == Kind.RELATION:
                unknown = {v for v in condition.values if v != ME and (field.target, v) not in self._titles}
                wanted.setdefault(field.target, set()).update(unknown)
        wanted = {target: ids for target, ids in wanted.items() if ids}
        if wanted:
            self._context.read(partial(_read_titles, wanted=wanted), self._named, owner=self, key="titles")

    def _named(self, found: dict[tuple[str, int], str]) -> None:
        self._titles.update(found)
        self._describe()


def _read_titles(unit: UnitOfWork, wanted: Mapping[str, set[int]]) -> dict[tuple[str, int], str]:
    found = {(target, key): title for target, ids in wanted.items() for key, title in titles(unit, target, ids).items()}
    lost = {(target, key): f"#{key}" for target, ids in wanted.items() for key in ids}
    return {**lost, **found}
