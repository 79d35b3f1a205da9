"""A list of suggestions under a field: the field keeps the keyboard, the list shows what Enter would choose."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop_crm.views.widgets.layouts import col, frame
from desktop_crm.views.widgets.rows import Suggestion, SuggestionList

_MAX_HEIGHT, _LEAST_WIDTH = 330, 300
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class SuggestionPopup(QObject):
    """Attach it to a line edit; `chosen(data)` when a suggestion is taken by Enter, Tab or the mouse."""

    chosen = Signal(object)

    def __init__(self, field: QLineEdit) -> None:
        super().__init__(field)
        self._field = field
        self.list = SuggestionList()
        self.list.chosen.connect(self._taken)
        # A tool tip window never takes the keyboard and never leaves a click of its own behind.
        self._window = QWidget(field, Qt.WindowType.ToolTip | Qt.WindowType.FramelessWindowHint)
        self._window.setLayout(col(frame("popup", col(self.list, margins=(1, 5, 1, 5)))))
        self._window.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self._window.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        field.installEventFilter(self)

    def show_rows(self, suggestions: Sequence[Suggestion], query: str = "") -> None:
        """Show suggestions under the field; none of them hides the list."""
        if not suggestions:
            self.hide()
            return
        self.list.show_rows(suggestions, query)
        self._window.setFixedWidth(max(self._field.width(), _LEAST_WIDTH))
        self._window.setFixedHeight(min(self.list.content_height(), _MAX_HEIGHT) + 12)
        self._window.move(self._place())
        self._window.show()

    def hide(self) -> None:
        """Take the list away."""
        self._window.hide()

    def is_open(self) -> bool:
        """Whether the list shows."""
        return self._window.isVisible()

    def _place(self) -> QPoint:
        """Under the field, or above it where the screen ends."""
        below = self._field.mapToGlobal(QPoint(0, self._field.height() + 2))
        screen = self._field.screen().availableGeometry()
        if below.y() + self._window.height() <= screen.bottom():
            return below
        return self._field.mapToGlobal(QPoint(0, -self._window.height() - 2))

    def _taken(self, data: Any) -> None:
        self.hide()
        self.chosen.emit(data)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not self.is_open():
            return False
        if event.type() in (QEvent.Type.FocusOut, QEvent.Type.Hide, QEvent.Type.Move):
            self.hide()
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(Qt.Key(event.key()))
        return False

    def _key(self, key: Qt.Key) -> bool:
        if key in _STEPS:
            self.list.step(_STEPS[key])
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return self.list.choose_current()
        if key == Qt.Key.Key_Tab:
            self.list.choose_current()
            return False
        if key == Qt.Key.Key_Escape:
            self.hide()
            return True
        return False
