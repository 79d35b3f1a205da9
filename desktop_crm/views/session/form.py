"""Name and password with what goes wrong below them, as the sign-in window and the lock show them."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop_crm.errors import CrmError
from desktop_crm.i18n import mark, translate
from desktop_crm.services.sign_in import Locked
from desktop_crm.views.widgets.field import Field
from desktop_crm.views.widgets.layouts import button, col, label, row, set_tone
from desktop_crm.views.widgets.password import PasswordEdit

CAPITALS = mark("SignIn", "The capitals are locked (Caps Lock).")


class SignInForm(QWidget):
    """`entered(name, password)` on Enter and by the button; then `wait()` until `refuse(error)` or the end."""

    entered = Signal(str, str)

    def __init__(self, action: str, name: str = "", *, asks_name: bool = True) -> None:
        super().__init__()
        self.name, self.password = QLineEdit(name), PasswordEdit()
        self._name_field = Field(mark("SignIn", "Sign-in name"), self.name, above=True)
        self._field = Field(mark("SignIn", "Password"), self.password, above=True)
        self._name_field.setVisible(asks_name)
        self._note = label("", tone="danger", wrap=True)
        self._go = button(action, "primary", clicked=self._enter)
        self._until: datetime | None = None
        self._clock = QTimer(self, interval=1000)
        self._clock.timeout.connect(self._count_down)
        self.setLayout(col(self._name_field, self._field, self._note, 2, row(None, self._go), gap=10))
        self.name.returnPressed.connect(self.password.setFocus)
        self.password.returnPressed.connect(self._enter)
        self.password.capitals.connect(self._warn)
        self.setFocusProxy(self.password if name or not asks_name else self.name)

    def wait(self) -> None:
        """Say that the password is being looked at."""
        self._go.setEnabled(False)
        self._tell(translate(mark("SignIn", "One moment…")), "t2")

    def refuse(self, error: CrmError) -> None:
        """Say why it was not right, and let another password be typed."""
        self.password.hide_again()
        self._until = error.until if isinstance(error, Locked) else None
        self._go.setEnabled(self._until is None)
        self._tell(error.text(), "danger")
        if self._until is not None:
            self._clock.start()
            self._count_down()
        self.password.setFocus()

    def say(self, words: str) -> None:
        """A remark below the fields."""
        self._tell(words, "t2")

    def _enter(self) -> None:
        if self._go.isEnabled():
            self.entered.emit(self.name.text().strip(), self.password.text())

    def _warn(self, locked: bool) -> None:
        self._field.set_warning(CAPITALS) if locked else self._field.clear()

    def _tell(self, words: str, tone: str) -> None:
        set_tone(self._note, tone)
        self._note.setText(words)

    def _count_down(self) -> None:
        """A locked user reads how long it lasts."""
        left = int((self._until - datetime.now(UTC)).total_seconds()) if self._until is not None else 0
        if left > 0 and self._until is not None:
            words = mark("SignIn", "Too many wrong passwords. Locked until {time} (still {left}).")
            time = f"{self._until.astimezone():%H:%M}"
            self._tell(translate(words, time=time, left=f"{left // 60}:{left % 60:02}"), "danger")
            return
        self._clock.stop()
        self._go.setEnabled(True)
        self._tell("", "t2")
