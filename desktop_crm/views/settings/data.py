"""The database itself: where it is, copies of it, whether it is sound; imports to undo, records to bring back."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QMenu, QStackedWidget, QWidget

from desktop_crm.i18n import mark, translate
from desktop_crm.models.numbers import in_vietnam
from desktop_crm.storage import backup, check, moving, restore
from desktop_crm.storage.schedule import schedule_of
from desktop_crm.storage.watch import Watch
from desktop_crm.views.records.recycle_bin import RecycleBin
from desktop_crm.views.settings.copies_panel import CopiesPanel
from desktop_crm.views.settings.imports_panel import ImportsPanel
from desktop_crm.views.settings.move_sheet import MoveSheet
from desktop_crm.views.settings.page import SettingsPage
from desktop_crm.views.widgets import tokens
from desktop_crm.views.widgets.controls import Tab, Tabs
from desktop_crm.views.widgets.dialogs import confirm, inform
from desktop_crm.views.widgets.icons import icon
from desktop_crm.views.widgets.layouts import box, button, col, frame, label, row

if TYPE_CHECKING:
    from desktop_crm.settings import Settings
    from desktop_crm.storage.database import Database
    from desktop_crm.storage.seal import Seal
    from desktop_crm.views.context import Context

_KINDS = mark("Settings", "Copies of the database (*.crm);;All files (*)")


class DataPage(SettingsPage):
    """Every piece of work here is long, so it runs beside the window with its own bar."""

    title = mark("Settings", "Data")
    intro = mark("Settings", "Where your company's data lies, and how to be safe from losing it.")

    def __init__(self, context: Context, settings: Settings) -> None:
        super().__init__(context, settings)
        self.copies, self.imports = CopiesPanel(context, settings), ImportsPanel(context)
        self.copies.restore_asked.connect(self.ask_to_restore)
        self.tabs = Tabs((Tab(mark("Copies", "Copies")), Tab(mark("Settings", "Imports"))))
        self.lists = QStackedWidget()
        for panel in (self.copies, self.imports):
            self.lists.addWidget(panel)
        self.tabs.changed.connect(self.lists.setCurrentIndex)
        cards = row((self._database_card(), 1), (self._copies_card(), 1), gap=14)
        lower = col(self.tabs, (self.lists, 1), gap=8)
        self.put(box(col(cards, self._bin_line(), (lower, 1), gap=10, margins=(20, 14, 22, 12))))

    def load(self) -> None:
        self.imports.load()
        self.copies.load()

    # -- the parts

    def _database_card(self) -> QWidget:
        database = self.context.database
        where = label(database.label, tone="t2", wrap=True, selectable=True)
        folder = button(mark("Settings", "Open the folder"), icon="external-link", clicked=self.open_folder)
        folder.setVisible(database.is_local)
        look = button(mark("Settings", "Look for damage"), icon="circle-check", clicked=self.look_for_damage)
        away = button(mark("Settings", "Move to a shared server…"), icon="upload", clicked=self.move_away)
        away.setVisible(database.is_local and database.moved is None)
        back = button(mark("Settings", "Use this file again…"), icon="undo-2", clicked=self.take_back)
        back.setVisible(database.moved is not None)
        kind = label(_kind(database), wrap=True)
        title = label(mark("Settings", "Database"), tokens.LEAD, strong=True)
        body = col(title, kind, where, None, row(folder, look, away, back, None), gap=6, margins=(16, 12, 16, 14))
        return frame("card", body)

    def _copies_card(self) -> QWidget:
        save = button(mark("Settings", "Back up now…"), "primary", "download", clicked=self.back_up)
        bring = button(mark("Settings", "Restore a copy…"), icon="undo-2", clicked=self.restore)
        words = mark(
            "Settings",
            "A copy is one file with everything in it, attachments too. Keep it on another disk. "
            "Work can go on meanwhile.",
        )
        title = label(mark("Settings", "Copies"), tokens.LEAD, strong=True)
        shown = label(words, tone="t2", wrap=True)
        return frame("card", col(title, shown, None, row(save, bring, None), gap=6, margins=(16, 12, 16, 14)))

    def _bin_line(self) -> QWidget:
        from desktop_crm.views.modules import MODULES

        menu = QMenu(self)
        for view in MODULES:
            menu.addAction(icon(view.icon), translate(view.entity.plural_label), partial(self.open_bin, view))
        words = label(mark("Settings", "Deleted records wait in the recycle bin of their module."), tone="t2")
        return box(row(words, button(mark("Settings", "Recycle bin"), icon="trash-2", menu=menu), None, gap=10))

    # -- the work

    def open_folder(self) -> None:
        """Show the file's folder in the system's file manager."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.context.database.path.parent)))

    def open_bin(self, view: Any) -> RecycleBin:
        """Show what was deleted of a module."""
        sheet = RecycleBin(self, self.context, view)
        sheet.finished.connect(sheet.deleteLater)
        sheet.open()
        return sheet

    def move_away(self) -> MoveSheet:
        """Move the company to a shared database, step by step."""
        sheet = MoveSheet(self, self.context)
        sheet.open_asked.connect(self.context.navigator.open_company)
        sheet.finished.connect(sheet.deleteLater)
        sheet.open()
        return sheet

    def take_back(self) -> None:
        """Let a file whose company was moved be changed again, after a question."""
        words = mark(
            "Settings",
            "What was entered on the server since then is not in this file, and what is entered here from now on is "
            "not on the server.",
        )
        title = translate(mark("Settings", "Use this file again?"))
        if confirm(self, title, translate(words), mark("Settings", "Use this file again"), danger=True):
            self.context.jobs.write(moving.take_back, self.context.database, done=self._reopen, owner=self)

    def back_up(self) -> None:
        """Ask for a file and copy the database to it."""
        stamp = in_vietnam(datetime.now().astimezone()).strftime("%Y-%m-%d %H%M")
        name = f"{self.context.database.path.stem if self.context.database.is_local else 'crm'} {stamp}.crm"
        title = translate(mark("Settings", "Back up to"))
        path, _ = QFileDialog.getSaveFileName(self, title, str(Path.home() / name), translate(_KINDS))
        if path:
            self.back_up_to(Path(path))

    def back_up_to(self, path: Path) -> None:
        """Copy the database to a file."""
        work = partial(_back_up, self.context.database, path)
        title = mark("Settings", "Backing up")
        self.context.jobs.read(work, done=partial(self._backed_up, path), owner=self, title=title)

    def _backed_up(self, path: Path, seal: Seal) -> None:
        words = translate(mark("Settings", "The copy {path} is complete and was checked."), path=path)
        tone = "success"
        if seal.problems:
            words = translate(_PROBLEMS, path=path, count=seal.problems)
            tone = "warning"
        folder = QUrl.fromLocalFile(str(path.parent))
        self.context.messages.show_message(
            words, tone, mark("Settings", "Open the folder"), lambda: QDesktopServices.openUrl(folder)
        )
        self.copies.load()

    def look_for_damage(self) -> None:
        """Look at the file, its references and its sums."""
        work = partial(_problems, self.context.database)
        self.context.jobs.read(work, done=self._show_problems, owner=self, title=mark("Settings", "Looking for damage"))

    def _show_problems(self, found: list[str]) -> None:
        if not found:
            self.tell(mark("Settings", "The database is sound."))
            return
        title = translate(mark("Settings", "{n} problems were found"), n=len(found))
        inform(self, title, "\n".join(found[:20]), "triangle-alert", "danger")

    def restore(self) -> None:
        """Ask for a copy and put it in the place of the present database."""
        title = translate(mark("Settings", "Restore the copy"))
        start = schedule_of(self.settings, self.context.database).folder
        path, _ = QFileDialog.getOpenFileName(self, title, str(start), translate(_KINDS))
        if path:
            self.ask_to_restore(Path(path))

    def ask_to_restore(self, path: Path) -> None:
        """Restore a copy after a question."""
        local = self.context.database.is_local
        words = _FILE_REPLACED if local else _SERVER_REPLACED
        title = translate(mark("Settings", "Restore {name}?"), name=path.name)
        if confirm(self, title, translate(words), mark("Settings", "Restore"), danger=True, icon="undo-2"):
            self.restore_from(path)

    def restore_from(self, path: Path) -> None:
        """Put a copy in the place of the present database and open it."""
        work = partial(_restore, self.context.database, path)
        self.context.jobs.write(work, done=self._reopen, owner=self, title=mark("Settings", "Restoring"))

    def _reopen(self, kept: Path | None = None) -> None:
        if kept is not None:
            words = translate(mark("Settings", "What was there before is kept in {path}."), path=kept)
            self.context.messages.show_message(words)
        self.context.navigator.reopen()


_FILE_REPLACED = mark(
    "Settings",
    "Everything entered since that copy is set aside. The present file is kept beside it, with the ending "
    ".before-restore. The program opens the restored database at once.",
)
_SERVER_REPLACED = mark(
    "Settings",
    "Everything that everybody entered since that copy is set aside. What the server holds now is first copied to a "
    "file beside the copy. Nobody can change anything meanwhile.",
)
_PROBLEMS = mark(
    "Settings", "The copy {path} was made, but {count} problems were found in the database: look for damage."
)


def _kind(database: Database) -> str:
    if database.moved is not None:
        return database.moved.refusal().text()
    kind = mark("Settings", "A file of this computer") if database.is_local else mark("Settings", "A server")
    return translate(kind)


def _back_up(database: Database, path: Path, progress: Any, cancel: Any) -> Seal:
    return backup.backup(database, path, progress, cancel)


def _problems(database: Database, progress: Any, cancel: Any) -> list[str]:
    return [finding.text() for finding in check.findings(database, watch=Watch(progress, cancel))]


def _restore(database: Database, path: Path, progress: Any, cancel: Any) -> Path | None:
    """The connections are given back first: a file in use cannot be replaced everywhere."""
    backup.verify(path)
    database.close()
    target = database.path if database.is_local else database.url.render_as_string(hide_password=False)
    return restore.restore(path, target, progress, cancel, replace=True)
