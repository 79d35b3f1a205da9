"""Asks for the password of a server again, while the window stays as it is."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop_crm.i18n import mark, translate
from desktop_crm.views.widgets.dialogs import Sheet
from desktop_crm.views.widgets.field import Field
from desktop_crm.views.widgets.layouts import box, button, col, label


class PasswordSheet(Sheet):
    """`given(password)`; it is kept in memory only."""

    given = Signal(str)

    def __init__(self, parent: QWidget | None, where: str) -> None:
        self.line = QLineEdit(echoMode=QLineEdit.EchoMode.Password)
        field = Field(mark("PasswordSheet", "Password"), self.line, above=True)
        said = translate(mark("PasswordSheet", "{where} refused the password that was used so far."), where=where)
        cancel = button(mark("PasswordSheet", "Cancel"))
        done = button(mark("PasswordSheet", "Sign in again"), "primary", clicked=self._give)
        body = box(col(label(said, tone="t2", wrap=True), field, gap=8))
        super().__init__(parent, mark("PasswordSheet", "Password"), body, (cancel, done), 440, "lock", "warning")
        cancel.clicked.connect(self.reject)
        self.safe = self.line

    def _give(self) -> None:
        if self.line.text():
            self.accept()
            self.given.emit(self.line.text())
            self.line.clear()
