"""Shown while a database opens; says what went wrong when it does not, and what can be done."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QProgressBar, QWidget

from desktop_crm.errors import CrmError
from desktop_crm.i18n import mark, translate
from desktop_crm.views.start.brand import brand
from desktop_crm.views.start.first_look import shown_target
from desktop_crm.views.widgets.badges import Icon
from desktop_crm.views.widgets.layouts import box, button, col, frame, label, row, set_property


class OpeningWindow(QWidget):
    """`retried`, `another` and `update_asked` follow the buttons of a failure."""

    retried = Signal()
    another = Signal()
    update_asked = Signal()

    def __init__(self, target: str) -> None:
        super().__init__()
        self.setWindowTitle(translate(mark("MainWindow", "Desktop CRM")))
        self.resize(560, 240)
        self.setMinimumSize(self.size())
        shown = shown_target(target)
        self._words = label(translate(mark("Opening", "Opening {target}…"), target=shown), tone="t2", wrap=True)
        self._icon = Icon("circle-alert", 20, "tone:danger")
        self._update = button(mark("Opening", "Update the program"), "primary", clicked=self.update_asked.emit)
        self._update.hide()
        self._retry = button(mark("Opening", "Try again"), "primary", clicked=self.retried.emit)
        self._buttons = box(
            row(
                None,
                button(mark("Opening", "Quit"), clicked=QApplication.quit),
                button(mark("Opening", "Choose another database"), clicked=self.another.emit),
                self._retry,
                self._update,
            )
        )
        self._bar = QProgressBar(textVisible=False, minimum=0, maximum=0)
        line = row(self._icon, (self._words, 1), gap=10)
        page = frame("page", col(brand(), 14, line, self._bar, None, self._buttons, margins=(28, 28, 28, 24)))
        self.setLayout(col(page, gap=0))
        self._icon.hide()
        self._buttons.hide()

    def fail(self, error: CrmError) -> None:
        """Show why the database did not open."""
        self._words.setText(error.text())
        self._bar.hide()
        self._icon.show()
        self._buttons.show()

    def offer_update(self) -> None:
        """Show the button that asks for a newer version of the program."""
        set_property(self._retry, "kind", "plain")
        self._update.show()

    def say(self, words: str) -> None:
        """Replace what is said."""
        self._words.setText(words)
