"""The editor of a new password: hidden as it is typed, shown while one wishes."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QLineEdit

from desktop_crm.i18n import mark, translate
from desktop_crm.views.records.editors import Editor
from desktop_crm.views.widgets.icons import icon


class PasswordEditor(Editor):
    """A line of dots; its value is exactly what was typed. It is never kept in a draft."""

    def __init__(self) -> None:
        self.line = QLineEdit()
        super().__init__(self.line)
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self._show = self.line.addAction(icon("lock"), QLineEdit.ActionPosition.TrailingPosition)
        self._show.setToolTip(translate(mark("Settings", "Show or hide what is typed")))
        self._show.triggered.connect(self._toggle)
        self.line.textEdited.connect(lambda: self.edited.emit())

    def value(self) -> str:
        return self.line.text()

    def set_value(self, value: Any) -> None:
        self.line.setText(value or "")

    def typed(self) -> Any:
        return ""

    def set_typed(self, typed: Any) -> None:
        """A password is not kept, so there is nothing to put back."""

    def _toggle(self) -> None:
        hidden = self.line.echoMode() == QLineEdit.EchoMode.Password
        self.line.setEchoMode(QLineEdit.EchoMode.Normal if hidden else QLineEdit.EchoMode.Password)
