"""The column chooser: check what is shown, drag into the order wanted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidgetItem, QWidget

from desktop_crm.i18n import mark
from desktop_crm.views.records.check_list import CheckList
from desktop_crm.views.records.columns import ListColumn
from desktop_crm.views.records.filter_popup import Popup
from desktop_crm.views.widgets.layouts import button, col, label, row


class ColumnsPopup(Popup):
    """`changed(keys)` with the shown columns in their order; `reset_asked` for the module's own."""

    changed = Signal(list)
    reset_asked = Signal()

    def __init__(self, parent: QWidget, every: Sequence[ListColumn], shown: Sequence[str]) -> None:
        super().__init__(parent, 300)
        by_key = {column.key: column for column in every}
        ordered = [by_key[key] for key in shown] + [column for column in every if column.key not in shown]
        self.list = CheckList(grips=True)
        self.list.setFixedHeight(360)
        self.list.setDragDropMode(CheckList.DragDropMode.InternalMove)
        self.list.show_rows([(column.key, column.heading) for column in ordered], shown)
        self.list.toggled.connect(self._say)
        self.list.model().rowsMoved.connect(self._say)
        reset = button(mark("Columns", "Usual columns"), "link", clicked=self._reset)
        hint = label(mark("Columns", "Drag to change the order."), 12, "t3")
        head = row((label(mark("Columns", "Columns"), strong=True), 1), hint)
        done = button(mark("Columns", "Done"), "primary", clicked=self.close)
        self.fill(col(head, self.list, row(reset, None, done), gap=8, margins=(14, 12, 14, 12)))
        self.setFocusProxy(self.list)

    def keys(self) -> list[str]:
        """The checked columns in their order."""
        return [str(key) for key in self.list.checked()]

    def _say(self, *_: Any) -> None:
        if self.keys():
            self.changed.emit(self.keys())
        else:
            first: QListWidgetItem = self.list.item(0)
            first.setCheckState(Qt.CheckState.Checked)

    def _reset(self) -> None:
        self.reset_asked.emit()
        self.close()
