"""How a list is arranged by hand: order by its head or a menu, columns chosen, moved and resized."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QToolButton

from desktop_crm.i18n import mark
from desktop_crm.views.records import list_menus
from desktop_crm.views.records.columns import ListColumn, all_columns, chosen_columns, grid_columns
from desktop_crm.views.records.columns_popup import ColumnsPopup
from desktop_crm.views.records.list_grid import ListDelegate
from desktop_crm.views.records.list_state import ListState
from desktop_crm.views.widgets.layouts import tool

if TYPE_CHECKING:
    from desktop_crm.views.records.list_window import ListWindow


class Arranging(QObject):
    """Belongs to one list window, whose `state` it changes; widths and columns are remembered for this user."""

    def __init__(self, window: ListWindow) -> None:
        super().__init__(window)
        self._window = window
        self._drawn: tuple[str, ...] = ()
        self.sort_tool: QToolButton = tool("arrow-down", mark("ListWindow", "Sort"), 28, clicked=self.open_sort_menu)
        self.columns_tool: QToolButton = tool(
            "columns-3", mark("ListWindow", "Columns"), 28, clicked=self.choose_columns
        )
        head = window.grid.head
        head.sectionClicked.connect(self.head_clicked)
        head.sectionResized.connect(self._resized)
        head.sectionMoved.connect(self._moved)
        window.model.modelReset.connect(self._rows_changed)

    # -- columns

    def columns_of(self, state: ListState) -> list[ListColumn]:
        """The columns a state shows: its own, else those this user chose, else the module's."""
        window = self._window
        keys = state.columns or window.remembered("columns", ())
        return chosen_columns(all_columns(window.view, window.custom), keys, window.view)

    def spelled(self, state: ListState) -> ListState:
        """A state with its columns by name, as a saved view keeps it."""
        return replace(state, columns=tuple(column.key for column in self.columns_of(state)))

    def _rows_changed(self) -> None:
        """Draw the columns of the rows that stand here now."""
        keys = tuple(column.key for column in self._window.model.columns)
        if keys != self._drawn:
            self._drawn = keys
            self.draw_columns()

    def draw_columns(self) -> None:
        """Draw every column anew, in its place and with the width this user gave it."""
        window, head = self._window, self._window.grid.head
        drawn = grid_columns(window.model.columns, window.context.choices, window.remembered("widths", {}))
        head.blockSignals(True)
        for section in range(head.count()):
            head.moveSection(head.visualIndex(section), section)
        head.blockSignals(False)
        window.grid.set_columns(drawn, ListDelegate([each.painter for each in drawn], False, window.grid))

    def choose_columns(self) -> ColumnsPopup:
        """Drop the column chooser."""
        window = self._window
        shown = [column.key for column in window.model.columns]
        popup = ColumnsPopup(window, all_columns(window.view, window.custom), shown)
        popup.changed.connect(self.show_columns)
        popup.reset_asked.connect(partial(self.show_columns, ()))
        popup.drop(self.columns_tool)
        return popup

    def show_columns(self, keys: Sequence[str]) -> None:
        """Show other columns: of the saved view in front, else of the module for this user from now on."""
        window, state = self._window, self._window.state
        if window.tabs.current.saved is not None:
            state = replace(state, columns=tuple(keys))
        else:
            window.remember("columns", list(keys))
        window.show_state(state)

    def _resized(self, section: int, before: int, width: int) -> None:
        columns = self._window.model.columns
        pressed = QGuiApplication.mouseButtons() & Qt.MouseButton.LeftButton
        if section > 0 and width and pressed and section <= len(columns):
            widths = dict(self._window.remembered("widths", {}))
            widths[columns[section - 1].key] = width
            self._window.remember("widths", widths)

    def _moved(self, section: int, before: int, after: int) -> None:
        head, columns = self._window.grid.head, self._window.model.columns
        order = sorted(range(1, len(columns) + 1), key=head.visualIndex)
        keys: Any = [columns[place - 1].key for place in order]
        QTimer.singleShot(0, self, partial(self.show_columns, keys))

    # -- order

    def head_clicked(self, section: int) -> None:
        """Order by a column, or the other way round."""
        if section > 0:
            state, column = self._window.state, self._window.model.columns[section - 1]
            self.sort_by(column.key, state.sort == column.key and not state.descending)

    def sort_by(self, key: str, descending: bool = False) -> None:
        """Order the list by a column."""
        if any(column.key == key and not column.sortable for column in self._window.model.columns):
            self.show_sort()
            return
        self._window.show_state(replace(self._window.state, sort=key, descending=descending))

    def show_sort(self) -> None:
        """Mark the column the list is ordered by."""
        state = self._window.state
        keys = [column.key for column in self.columns_of(state)]
        order = Qt.SortOrder.DescendingOrder if state.descending else Qt.SortOrder.AscendingOrder
        section = keys.index(state.sort) + 1 if state.sort in keys else -1
        self._window.grid.head.setSortIndicator(section, order)

    def open_sort_menu(self) -> QMenu:
        """Offer every order."""
        columns = [column for column in all_columns(self._window.view, {}) if column.sortable]
        menu = list_menus.sort_menu(self._window, columns)
        menu.popup(self.sort_tool.mapToGlobal(QPoint(0, self.sort_tool.height() + 2)))
        return menu
