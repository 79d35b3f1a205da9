"""Asks who sits there before a company is shown."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QWidget

from desktop_crm.errors import CrmError
from desktop_crm.i18n import mark, translate
from desktop_crm.views.session.form import SignInForm
from desktop_crm.views.start.brand import brand
from desktop_crm.views.start.first_look import shown_target
from desktop_crm.views.widgets import tokens
from desktop_crm.views.widgets.layouts import button, col, frame, label, row, rule


class SignInWindow(QWidget):
    """`entered(name, password, keep)` for every try, `another` for another database.

    `may_keep` offers to keep the password on this computer.
    """

    entered = Signal(str, str, bool)
    another = Signal()

    def __init__(self, target: str, name: str = "", *, may_keep: bool = False, reason: str = "") -> None:
        super().__init__()
        self.setWindowTitle(translate(mark("MainWindow", "Desktop CRM")))
        self.resize(460, 500)
        self.setMinimumSize(self.size())
        self.form = SignInForm(mark("SignIn", "Sign in"), name)
        self.keep = QCheckBox(translate(mark("SignIn", "Remember the password on this computer")))
        self.keep.setVisible(may_keep)
        self.form.entered.connect(lambda who, password: self.entered.emit(who, password, self.keep.isChecked()))
        title = label(mark("SignIn", "Sign in"), tokens.HEADING, strong=True)
        where = label(shown_target(target), tone="t2", wrap=True)
        card = frame("card", col(title, where, 6, self.form, self.keep, None, gap=8, margins=(22, 20, 22, 18)))
        foot = row(button(mark("Opening", "Choose another database"), "link", clicked=self.another.emit), None)
        page = frame("page", col(brand(), 14, (card, 1), rule(), foot, gap=8, margins=(28, 24, 28, 14)))
        self.setLayout(col(page, gap=0))
        if reason:
            self.form.say(reason)

    def refuse(self, error: CrmError) -> None:
        """Say why nobody came in."""
        self.form.refuse(error)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.form.setFocus()
