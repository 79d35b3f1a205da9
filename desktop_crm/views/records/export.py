"""Export of a list to a workbook: where to, which columns, then a job that can be stopped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QButtonGroup, QFileDialog, QRadioButton, QWidget

from desktop_crm.i18n import mark, translate
from desktop_crm.models import Record
from desktop_crm.models.fields import fields_of
from desktop_crm.models.text import fold
from desktop_crm.storage.listing import Condition, Query
from desktop_crm.views.context import Context
from desktop_crm.views.records.columns import ListColumn
from desktop_crm.views.records.declare import EntityView
from desktop_crm.views.records.entries import today
from desktop_crm.views.records.nouns import counted
from desktop_crm.views.records.selection import Ids
from desktop_crm.views.widgets.dialogs import Sheet
from desktop_crm.views.widgets.layouts import box, button, col, label


class ExportSheet(Sheet):
    """The columns that are seen, or every field; accepted goes on to the name of the file."""

    def __init__(self, parent: QWidget, view: EntityView, number: int) -> None:
        self.seen = QRadioButton(translate(mark("Export", "The columns of the list, in their order")))
        self.every = QRadioButton(translate(mark("Export", "Every field, to be changed and imported again")))
        group = QButtonGroup(parent)
        group.addButton(self.seen)
        group.addButton(self.every)
        self.seen.setChecked(True)
        cancel, go_on = button(mark("Export", "Cancel")), button(mark("Export", "Choose a file…"), "primary")
        title = translate(mark("Export", "Export {what}"), what=counted(view, number))
        words = label(mark("Export", "An Excel workbook is written."), tone="t2", wrap=True)
        super().__init__(parent, title, box(col(words, self.seen, self.every, gap=6)), (cancel, go_on), 440)
        group.setParent(self)
        cancel.clicked.connect(self.reject)
        go_on.clicked.connect(self.accept)
        self.safe = self.seen


def ask_and_export(
    window: QWidget,
    context: Context,
    view: EntityView,
    query: Query,
    columns: Sequence[ListColumn],
    number: int,
    chosen: Ids | None = None,
) -> ExportSheet:
    """Ask what and where to, then export the list `query`, or of it what is `chosen`; `number` is how many."""
    sheet = ExportSheet(window, view, number)

    def accepted() -> None:
        keys = None if sheet.every.isChecked() else export_keys(columns, view.entity)
        path = ask_path(window, view)
        if path:
            export(window, context, view, query, Path(path), keys, chosen)

    sheet.accepted.connect(accepted)
    sheet.open()
    return sheet


def export_keys(columns: Sequence[ListColumn], entity: type[Record]) -> list[str]:
    """The fields behind the columns; the title stands for the fields it is made of. The number comes first."""
    known = fields_of(entity)
    names = [key for key in ("name", "family_name", "given_name") if key in known] or ["subject"]
    keys = ["number"]
    for column in columns:
        keys += names if column.key == "title" else [column.key]
    return list(dict.fromkeys(keys))


def ask_path(window: QWidget, view: EntityView) -> str:
    """Where to write; '' when nowhere."""
    words = fold(translate(view.entity.plural_label)).replace(" ", "-")
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    proposed = str(Path(folder) / f"{words}-{today():%Y-%m-%d}.xlsx")
    title, kinds = translate(mark("Export", "Export to")), translate(mark("Export", "Excel workbook (*.xlsx)"))
    path, _ = QFileDialog.getSaveFileName(window, title, proposed, kinds)
    return path if not path or path.lower().endswith(".xlsx") else f"{path}.xlsx"


def export(
    window: QWidget,
    context: Context,
    view: EntityView,
    query: Query,
    path: Path,
    keys: Sequence[str] | None,
    chosen: Ids | None = None,
) -> None:
    """Write the file behind the window; a bar shows how far it is and can stop it."""

    def work(progress: Any, cancel: Any) -> int:
        wanted = query
        if chosen is not None:
            with context.database.reading(context.actor) as unit:
                ids = tuple(chosen(unit))
            wanted = replace(query, conditions=(*query.conditions, Condition("id", "in", ids)))
        stop = cancel.is_set
        from desktop_crm.exchange import exporting

        return exporting.export(context.database, context.actor, wanted, path, keys, progress=progress, cancelled=stop)

    def written(number: int) -> None:
        words = translate(mark("Export", "{what} exported to {file}."), what=counted(view, number), file=path.name)
        show = mark("Export", "Open the file")
        context.messages.show_message(
            words, "success", show, lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
        )

    context.jobs.read(work, done=written, owner=window, title=mark("Export", "Export to Excel"))
