"""How often copies are made by themselves, into which folder, and how many of them stay."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QLineEdit, QSpinBox, QWidget

from desktop_crm.i18n import mark, translate
from desktop_crm.storage.schedule import EVERY, Schedule
from desktop_crm.views.widgets.controls import SegmentedToggle
from desktop_crm.views.widgets.dialogs import CANCEL, Sheet
from desktop_crm.views.widgets.field import Field
from desktop_crm.views.widgets.layouts import box, button, col, row

_MOST = 999


class ScheduleSheet(Sheet):
    """Signal `chosen(schedule)` when it is accepted with a folder that can be written."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None, schedule: Schedule) -> None:
        self.every = SegmentedToggle([(key, words, "") for key, words in EVERY.items()], schedule.every)
        self.folder = QLineEdit(str(schedule.folder))
        self.keep = QSpinBox()
        self.keep.setRange(1, _MOST)
        self.keep.setValue(schedule.keep)
        self.keep.setFixedWidth(90)
        self.keep.lineEdit().setTextMargins(6, 0, 0, 0)
        browse = button(mark("Assistant", "Browse…"), clicked=self._browse)
        place = box(row((self.folder, 1), browse))
        place.setFocusProxy(self.folder)
        self._folder = Field(
            mark("Schedule", "Folder"),
            place,
            help=mark("Schedule", "Best on another disk, or in a folder that is kept elsewhere, too."),
        )
        often = Field(
            mark("Schedule", "How often"),
            box(row(self.every, None)),
            help=mark("Schedule", "When the program starts or while it runs; each copy is read again and compared."),
        )
        stay = Field(
            mark("Schedule", "How many stay"),
            box(row(self.keep, None)),
            help=mark("Schedule", "The newest ones; the last good copy is never deleted."),
        )
        cancel = button(CANCEL.text, clicked=self.reject)
        save = button(mark("Settings", "Save"), "primary", clicked=self._save)
        body = box(col(often, self._folder, stay, gap=12))
        super().__init__(
            parent, mark("Schedule", "Copies by themselves"), body, (cancel, save), 560, icon="calendar-clock"
        )
        self.safe = self.folder

    def _browse(self) -> None:
        title = translate(mark("Schedule", "Where to keep the copies"))
        if path := QFileDialog.getExistingDirectory(self, title, self.folder.text()):
            self.folder.setText(path)

    def _save(self) -> None:
        folder = Path(self.folder.text().strip()).expanduser()
        if self.every.current() != "off" and not _is_writable(folder):
            self._folder.set_fault(translate(mark("Schedule", "No file can be written there.")))
            return
        self.chosen.emit(Schedule(self.every.current(), folder, self.keep.value()))
        self.accept()


def _is_writable(folder: Path) -> bool:
    """Whether a copy could be put there; the folder is made where it is missing."""
    if not folder.is_absolute():
        return False
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return False
    return os.access(folder, os.W_OK)
