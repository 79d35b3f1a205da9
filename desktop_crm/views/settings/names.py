"""A panel for a small table of names (product groups, tags, teams): add, rename, merge, remove."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from desktop_crm.i18n import Message, language, mark, translate
from desktop_crm.models import Tag
from desktop_crm.models.fields import Field, Kind, field_of
from desktop_crm.models.numbers import format_number
from desktop_crm.services.named_rows import NamedEntity, NamedRow, merge_named, remove_named, save_named
from desktop_crm.storage.database import UnitOfWork
from desktop_crm.views.settings.form_sheet import Entry, FormSheet, OptionEditor
from desktop_crm.views.settings.tones import tone_options
from desktop_crm.views.widgets.dialogs import confirm
from desktop_crm.views.widgets.layouts import box, button, col, row
from desktop_crm.views.widgets.painters import badge
from desktop_crm.views.widgets.plain_table import PlainColumn, PlainTable

if TYPE_CHECKING:
    from desktop_crm.views.context import Context

_TONE = Field(mark("Tag", "Colour"), Kind.TEXT, key="tone")
_INTO = Field(mark("Settings", "Merge into"), Kind.RELATION, key="into", required=True)


def _used(one: NamedRow) -> str:
    return format_number(one.used, 0, language()) if one.used else "–"


class NamesPanel(QWidget):
    """`reload` is called when something was stored; the owner answers with `show_rows`."""

    def __init__(
        self, context: Context, entity: NamedEntity, name: Message, add: Message, reload: Callable[[], object]
    ) -> None:
        super().__init__()
        self.context, self.entity, self._reload = context, entity, reload
        painter = badge(lambda one: one.tone or "teal", dot=False) if entity is Tag else None
        columns = (
            PlainColumn(mark("Settings", "Name"), lambda one: one.name, 240, True, painter, lambda one: one),
            PlainColumn(mark("Settings", "Records"), _used, 110, right=True),
        )
        empty = (mark("Settings", "Nothing here yet"), mark("Settings", "What you add can be chosen in forms."))
        self.table = PlainTable(columns, name, empty, icon="layers")
        self.table.opened.connect(self.edit)
        self.table.chosen.connect(self._show_buttons)
        self._add = button(add, icon="plus", clicked=lambda: self.edit(None))
        self._rename = button(
            mark("Settings", "Rename…"), icon="pencil", clicked=lambda: self.edit(self.table.current())
        )
        self._merge = button(mark("Settings", "Merge…"), icon="git-merge", clicked=self.merge)
        self._remove = button(mark("Settings", "Remove"), icon="trash-2", clicked=self.remove)
        tools = row(self._add, self._rename, self._merge, self._remove, None, margins=(20, 10, 20, 10))
        self.setLayout(col(box(tools), (self.table, 1), gap=0))
        self._show_buttons(None)

    def show_rows(self, rows: Sequence[NamedRow]) -> None:
        """Show the names as they are stored."""
        self.table.set_rows(rows)
        self._show_buttons(self.table.current())

    def _show_buttons(self, one: NamedRow | None) -> None:
        self._rename.setVisible(one is not None)
        self._remove.setVisible(one is not None)
        self._merge.setVisible(one is not None and len(self.table.rows()) > 1)

    # -- changes

    def edit(self, one: NamedRow | None) -> FormSheet:
        """The dialog of a name, or of a new one."""
        name = field_of(self.entity.name)
        entries = [Entry(name)]
        if self.entity is Tag:
            entries.append(Entry(_TONE, OptionEditor(tone_options())))
        values = {"name": one.name, "tone": one.tone or "teal"} if one else {"tone": "teal"}
        title = translate(mark("Settings", "Rename “{name}”"), name=one.name) if one else mark("Settings", "New name")
        return self._open(title, entries, values, partial(_save, self.entity, one.id if one else None))

    def merge(self) -> FormSheet | None:
        """The dialog that asks which other name takes the current one's place."""
        one = self.table.current()
        if one is None:
            return None
        others = OptionEditor([(other.id, other.name) for other in self.table.rows() if other.id != one.id])
        words = translate(mark("Settings", "“{name}” disappears; its {n} records get the other name."),
                          name=one.name, n=_used(one))  # fmt: skip
        title = translate(mark("Settings", "Merge “{name}”"), name=one.name)
        first = next(other.id for other in self.table.rows() if other.id != one.id)
        action = mark("Settings", "Merge")
        entries = [Entry(_INTO, others, words)]
        return self._open(title, entries, {"into": first}, partial(_merge, self.entity, one.id), action)

    def _open(
        self, title: str, entries: Sequence[Entry], values: Any, store: Any, action: Message | None = None
    ) -> FormSheet:
        sheet = FormSheet(self, self.context, title, entries, values, store, self._stored, action=action, width=460)
        sheet.open()
        return sheet

    def remove(self) -> None:
        """Take out the current name after a question."""
        one = self.table.current()
        if one is None:
            return
        title = translate(mark("Settings", "Remove “{name}”?"), name=one.name)
        tagged = mark("Settings", "It is taken off {n} records.")
        unused = mark("Settings", "A name that records have is not removed; merge it instead.")
        words = translate(tagged, n=one.used) if self.entity is Tag else translate(unused)
        if confirm(self, title, words, mark("Settings", "Remove"), danger=True):
            self.context.write(partial(_remove, self.entity, one.id), self._stored, owner=self)

    def _stored(self, _: Any) -> None:
        self._reload()


def _save(entity: NamedEntity, row_id: int | None, unit: UnitOfWork, values: dict[str, Any]) -> int:
    return save_named(unit, entity, row_id, values.get("name") or "", values.get("tone"))


def _merge(entity: NamedEntity, row_id: int, unit: UnitOfWork, values: dict[str, Any]) -> None:
    merge_named(unit, entity, row_id, values["into"])


def _remove(entity: NamedEntity, row_id: int, unit: UnitOfWork) -> None:
    remove_named(unit, entity, row_id)
