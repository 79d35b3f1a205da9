"""A box to write a remark in, without leaving the list."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from desktop_crm.i18n import mark, translate
from desktop_crm.views.widgets.layouts import button, col, row

Typed = tuple[str, int, bool]


class _Box(QPlainTextEdit):
    """Ctrl+Enter sends."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class QuickNote(QWidget):
    """`sent(text)` for what was written; the button shows only once there is something."""

    sent = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.box = _Box()
        self.box.setTabChangesFocus(True)
        self.box.setPlaceholderText(translate(mark("QuickNote", "Quick note… (Ctrl+Enter to keep it)")))
        self.box.setAccessibleName(translate(mark("QuickNote", "Note")))
        self.box.setFixedHeight(54)
        self._keep = button(mark("QuickNote", "Keep note"), clicked=self.send)
        self._keep.hide()
        self.box.textChanged.connect(lambda: self._keep.setVisible(bool(self.box.toPlainText().strip())))
        self.box.entered.connect(self.send)
        self.setLayout(col(self.box, row(None, self._keep), gap=6))

    def send(self) -> None:
        """Hand over what is written, if anything is."""
        text = self.box.toPlainText()
        if text.strip():
            self.box.clear()
            self.sent.emit(text)

    def typed(self) -> Typed:
        """What stands here and where the cursor is in it, for the box that takes this one's place."""
        return self.box.toPlainText(), self.box.textCursor().position(), self.box.hasFocus()

    def go_on(self, typed: Typed) -> None:
        """Take over what stood in the box before this one."""
        text, position, focused = typed
        self.box.setPlainText(text)
        cursor = self.box.textCursor()
        cursor.setPosition(position)
        self.box.setTextCursor(cursor)
        if focused:
            self.box.setFocus()
