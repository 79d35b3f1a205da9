"""The bar under a form: faults and unsaved changes, counted, and what to do about them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QLabel, QWidget

from desktop_crm.i18n import mark, translate
from desktop_crm.views.widgets import tokens
from desktop_crm.views.widgets.badges import Icon
from desktop_crm.views.widgets.fonts import font
from desktop_crm.views.widgets.layouts import button, col, frame, label, row, set_words

_HEIGHT = 46


class _Faults(QLabel):
    """Says how many fields are at fault; `pressed` by a click."""

    pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFont(font(strong=True))
        self.setProperty("tone", "danger")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(translate(mark("Form", "Go to the first one")))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.pressed.emit()


class FormFoot(QWidget):
    """Signals: `save_asked()`, `discard_asked()`, `faults_asked()`."""

    save_asked = Signal()
    discard_asked = Signal()
    faults_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._icon = Icon("circle-alert", 16, "tone:danger")
        self._faults = _Faults()
        self._faults.pressed.connect(self.faults_asked)
        self._changes = label("", tokens.BODY, "t2")
        self.discard = button(mark("Form", "Discard changes"), clicked=self.discard_asked.emit)
        self.save = button(mark("Form", "Save (Ctrl+S)"), "primary", clicked=self.save_asked.emit)
        line = row(self._icon, self._faults, self._changes, None, self.discard, self.save, gap=8,
                   margins=(20, 0, 16, 0))  # fmt: skip
        self.setLayout(col(frame("foot", line, height=_HEIGHT), gap=0))

    def show_state(
        self, faults: int, changes: int, *, new: bool, saving: bool, said: str, waiting: bool = False
    ) -> None:
        """Count; `said` stands where nothing is unsaved; a save may be `waiting` for the server."""
        words = mark("Form", "{n} invalid field") if faults == 1 else mark("Form", "{n} invalid fields")
        self._faults.setText(translate(words, n=faults))
        for each in (self._icon, self._faults):
            each.setVisible(faults > 0)
        self._changes.setText(_changes_words(changes, saving, waiting) or said)
        self.discard.setVisible(changes > 0 or new)
        set_words(self.discard, mark("Form", "Cancel") if new else mark("Form", "Discard changes"))
        self.save.setEnabled((changes > 0 or new) and not saving)
        why = "" if self.save.isEnabled() else translate(mark("Form", "There is nothing to save."))
        self.save.setToolTip(why)

    def words(self) -> str:
        """What the bar says of changes."""
        return self._changes.text()


def _changes_words(changes: int, saving: bool, waiting: bool) -> str:
    if saving and waiting:
        return translate(mark("Form", "Will be saved when the server is back; you may go on."))
    if saving:
        return translate(mark("Form", "Saving…"))
    words = mark("Form", "{n} unsaved change") if changes == 1 else mark("Form", "{n} unsaved changes")
    return translate(words, n=changes) if changes else ""
