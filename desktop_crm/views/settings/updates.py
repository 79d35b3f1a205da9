"""Where the program looks for new versions of itself: nowhere, unless somebody says where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QLineEdit

from desktop_crm import __version__
from desktop_crm.i18n import mark, translate
from desktop_crm.views.settings.page import SettingsPage
from desktop_crm.views.shell.updater import follow
from desktop_crm.views.widgets.field import Field
from desktop_crm.views.widgets.layouts import box, button, col, frame, label, row, scroll

if TYPE_CHECKING:
    from desktop_crm.settings import Settings
    from desktop_crm.views.context import Context


class UpdatesPage(SettingsPage):
    """A place and a key, kept as soon as they are entered; a button that looks there at once."""

    title = mark("Settings", "Updates")
    intro = mark("Settings", "For this computer only. Without a place to look at, the program never looks.")

    def __init__(self, context: Context, settings: Settings) -> None:
        super().__init__(context, settings)
        self.where, self.key = QLineEdit(), QLineEdit()
        self.where.setPlaceholderText("https://may-chu.cong-ty.vn/crm")
        self.look = button(mark("Settings", "Look now"), icon="refresh-cw", clicked=self.look_now)
        browse = button(mark("Settings", "Choose a folder…"), clicked=self._browse)
        help = mark(
            "Settings", "Both come from your administrator; a version that is not signed with the key is refused."
        )
        fields = (
            Field(mark("Settings", "Folder or https address"), self.where),
            Field(mark("Settings", "Key"), self.key, help=help),
        )
        for each in fields:
            each.setMaximumWidth(640)
        version = label(translate(mark("Settings", "This is version {version}."), version=__version__), tone="t2")
        body = col(version, *fields, box(row(self.look, browse, None)), None, gap=16, margins=(20, 14, 22, 14))
        self.put(scroll(frame("page", body)))
        for editor in (self.where, self.key):
            editor.editingFinished.connect(self.keep)
            editor.textChanged.connect(lambda _: self._enable())

    def load(self) -> None:
        """Show what is in force."""
        self.where.setText(self.settings["updates"])
        self.key.setText(self.settings["update_key"])
        self._enable()

    def keep(self) -> None:
        """Remember what is entered."""
        entered = {"updates": self.where.text().strip(), "update_key": self.key.text().strip()}
        changed = {name: words for name, words in entered.items() if words != self.settings[name]}
        if changed:
            self.settings.change(**changed)

    def look_now(self) -> None:
        """Look for a newer version and say what was found."""
        self.keep()
        follow(self.window(), self.settings, quiet=False)  # type: ignore[arg-type]

    def _enable(self) -> None:
        self.look.setEnabled(bool(self.where.text().strip() and self.key.text().strip()))

    def _browse(self) -> None:
        title = translate(mark("Settings", "Where new versions are put"))
        folder = QFileDialog.getExistingDirectory(self, title, self.where.text())
        if folder:
            self.where.setText(folder)
            self.keep()
