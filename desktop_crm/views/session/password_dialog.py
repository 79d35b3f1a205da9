"""The user's own password: the old one, and the new one twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop_crm.errors import CrmError, Invalid
from desktop_crm.i18n import mark, translate
from desktop_crm.services.sign_in import change_own_password
from desktop_crm.views.widgets.dialogs import CANCEL, Sheet
from desktop_crm.views.widgets.field import Field
from desktop_crm.views.widgets.layouts import box, button, col, label
from desktop_crm.views.widgets.password import PasswordEdit

if TYPE_CHECKING:
    from desktop_crm.views.context import Context


class PasswordDialog(Sheet):
    """Asks, changes beside the window, and closes when it is done."""

    def __init__(self, parent: QWidget, context: Context, *, has_one: bool) -> None:
        self.context = context
        self.old, self.new, self.again = PasswordEdit(), PasswordEdit(), PasswordEdit()
        help_ = mark("Password", "At least eight characters; a few words are easier to keep in mind than signs.")
        self.fields = {
            "old": Field(mark("Password", "Present password"), self.old, above=True),
            "password": Field(mark("Password", "New password"), self.new, above=True, help=help_),
            "again": Field(mark("Password", "New password once more"), self.again, above=True),
        }
        self.fields["old"].setVisible(has_one)
        self.note = label("", tone="danger", wrap=True)
        self.go = button(mark("Password", "Change the password"), "primary", clicked=self.change)
        cancel = button(CANCEL.text, clicked=self.reject)
        body = box(col(*self.fields.values(), self.note, gap=10))
        super().__init__(parent, mark("Password", "Change password"), body, (cancel, self.go), 440)
        self.safe = self.old if has_one else self.new

    def change(self) -> None:
        """Change it, unless the new one was typed in two ways."""
        for field in self.fields.values():
            field.clear()
        if self.new.text() != self.again.text():
            self.fields["again"].set_fault(mark("Password", "This is not the same as above."))
            return
        self.go.setEnabled(False)
        database, actor = self.context.database, self.context.actor
        self.context.jobs.write(
            change_own_password, database, actor, self.old.text(), self.new.text(),
            done=self._done, failed=self._failed, owner=self,
        )  # fmt: skip

    def _done(self, _: object) -> None:
        self.context.messages.show_message(translate(mark("Password", "The password was changed.")), "success")
        self.accept()

    def _failed(self, error: CrmError) -> None:
        self.go.setEnabled(True)
        if not isinstance(error, Invalid):
            self.note.setText(error.text())
            return
        for fault in error.faults:
            self.fields[fault.field].set_fault(fault.text())
