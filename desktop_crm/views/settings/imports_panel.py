"""The imports that were made, each of which can be undone as a whole."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from desktop_crm.exchange.undoing import Undone, undo_import
from desktop_crm.i18n import Message, language, mark, translate
from desktop_crm.models import BY_MODULE
from desktop_crm.models.numbers import format_datetime, format_number
from desktop_crm.services.import_history import ImportView, imports
from desktop_crm.storage.database import Actor, Database
from desktop_crm.storage.history import Change
from desktop_crm.views.widgets.dialogs import confirm, inform
from desktop_crm.views.widgets.layouts import button, col, label, row
from desktop_crm.views.widgets.painters import badge
from desktop_crm.views.widgets.plain_table import PlainColumn, PlainTable

if TYPE_CHECKING:
    from desktop_crm.views.context import Context

_SHOWN = 10  # records left alone that are named


def _module(one: ImportView) -> str:
    return translate(BY_MODULE[one.module].plural_label) if one.module in BY_MODULE else one.module


def _count(key: str) -> Any:
    return lambda one: format_number(one.counts[key], 0, language()) if one.counts.get(key) else "–"


def _state(one: ImportView) -> str:
    return translate(mark("Settings", "Undone") if one.undone_at else mark("Settings", "Kept"))


_COLUMNS = (
    PlainColumn(mark("Settings", "When"), lambda one: format_datetime(one.at), 140),
    PlainColumn(mark("Settings", "File"), lambda one: one.file_name, 200, True),
    PlainColumn(mark("Settings", "Records"), _module, 110),
    PlainColumn(mark("Settings", "By"), lambda one: one.who, 140, rank=1),
    PlainColumn(mark("Settings", "New"), _count("created"), 80, right=True),
    PlainColumn(mark("Settings", "Changed"), _count("updated"), 90, right=True),
    PlainColumn(mark("Settings", "Skipped"), _count("skipped"), 80, right=True, rank=2),
    PlainColumn(mark("Settings", "State"), _state, 110, painter=badge({True: "neutral", False: "success"}),
                value=lambda one: one.undone_at is not None),
)  # fmt: skip


class ImportsPanel(QWidget):
    """A table of imports with a button that undoes the current one."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        empty = (
            mark("Settings", "Nothing was imported yet"),
            mark(
                "Settings", "Imports from Excel stand here, and can be undone as long as nobody changed their records."
            ),
        )
        self.table = PlainTable(
            _COLUMNS, mark("Settings", "Imports"), empty, lambda one: one.undone_at is not None, "file-spreadsheet"
        )
        self.table.chosen.connect(self._show_button)
        self.undo_button = button(mark("Settings", "Undo this import…"), icon="undo-2", clicked=self.undo)
        words = mark("Settings", "An import can be undone as a whole as long as nobody changed its records.")
        head = row((label(words, tone="t2", wrap=True), 1), self.undo_button)
        self.setLayout(col(head, (self.table, 1), gap=6))
        self._show_button(None)

    def load(self) -> None:
        """Read the imports."""
        self.context.read(imports, self._show, owner=self, key="load")

    def _show(self, rows: Sequence[ImportView]) -> None:
        self.table.set_rows(rows)
        self._show_button(self.table.current())

    def _show_button(self, one: ImportView | None) -> None:
        self.undo_button.setVisible(one is not None and one.undone_at is None)

    def undo(self) -> None:
        """Undo the current import after a question."""
        one = self.table.current()
        title = translate(mark("Settings", "Undo the import of {file}?"), file=one.file_name)
        words = mark(
            "Settings",
            "Records it made are deleted, those it changed get their old values. What was changed since stays.",
        )
        if confirm(self, title, translate(words), mark("Settings", "Undo the import"), danger=True, icon="undo-2"):
            work = partial(_undo, self.context.database, self.context.actor, one.id)
            done = partial(self._undone, one)
            self.context.jobs.write(work, done=done, owner=self, title=mark("Settings", "Undoing the import"))

    def _undone(self, one: ImportView, result: Undone) -> None:
        self.load()
        self.context.relay.changed.emit((Change(one.module, 0, "deleted", 0),), self)
        words = translate(_DONE, deleted=result.deleted, restored=result.restored)
        if not result.kept:
            self.context.messages.show_message(words)
            return
        lines = [f"{kept.number} {kept.title}: {translate(kept.reason)}" for kept in result.kept[:_SHOWN]]
        left = translate(mark("Settings", "{n} records were left as they are:"), n=len(result.kept))
        inform(self, words, "\n".join([left, *lines]), "info", "warning")


_DONE: Message = mark("Settings", "{deleted} records were deleted, {restored} have their old values again.")


def _undo(database: Database, actor: Actor, batch: int, progress: Any, cancel: Any) -> Undone:
    return undo_import(database, actor, batch, progress, cancel.is_set)
