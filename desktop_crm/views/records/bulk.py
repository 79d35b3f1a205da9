"""What is done with many records at once: change a field, tag, delete, export."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from desktop_crm.errors import CrmError
from desktop_crm.i18n import mark, translate
from desktop_crm.models.entry import EntryError
from desktop_crm.models.fields import Field, Kind
from desktop_crm.services import notes, records
from desktop_crm.storage.database import UnitOfWork
from desktop_crm.views.context import Context
from desktop_crm.views.records.declare import EntityView
from desktop_crm.views.records.editors import Editor, make_editor
from desktop_crm.views.records.nouns import counted
from desktop_crm.views.records.selection import Ids, Selection
from desktop_crm.views.records.share_sheet import ShareSheet
from desktop_crm.views.records.tags_editor import TagsEditor
from desktop_crm.views.rights import NOT_ALLOWED
from desktop_crm.views.widgets.dialogs import Sheet, confirm
from desktop_crm.views.widgets.layouts import box, button, col, label


class Bulk(QObject):
    """The verbs of a list's menu over its selection."""

    def __init__(self, window: QWidget, context: Context, view: EntityView, selection: Selection) -> None:
        super().__init__(window)
        self._window, self._context, self._view = window, context, view
        self._selection = selection

    # -- delete

    def delete(self) -> None:
        """Move what is chosen to the recycle bin; many only after asking."""
        number = self._selection.count
        if not self._context.rights.may("delete", self._view.module):
            self._context.messages.show_message(translate(NOT_ALLOWED), "warning")
            return
        if not number or (number > 1 and not self._agreed(number)):
            return
        chosen, entity = self._selection.ids(), self._view.entity

        def work(unit: UnitOfWork) -> list[int]:
            found = chosen(unit)
            records.delete(unit, entity, found)
            return found

        self._context.write(work, self._deleted, owner=self)

    def _agreed(self, number: int) -> bool:
        what = counted(self._view, number)
        return confirm(
            self._window,
            translate(mark("Bulk", "Delete {what}?"), what=what),
            mark("Bulk", "They go to the recycle bin and can be restored from there. Linked records stay."),
            translate(mark("Bulk", "Delete {what}"), what=what),
            danger=True,
            icon="trash-2",
            keep=mark("Bulk", "Keep"),
        )

    def _deleted(self, found: list[int]) -> None:
        words = translate(mark("Bulk", "{what} moved to the recycle bin."), what=counted(self._view, len(found)))
        self._context.messages.show_undo(words, partial(self.restore, found))

    def restore(self, found: list[int]) -> None:
        """Take records out of the recycle bin again."""
        entity = self._view.entity
        self._context.write(lambda unit: records.restore(unit, entity, found), owner=self)

    # -- change a field

    def edit(self, fields: Mapping[str, Field], key: str = "") -> Sheet | None:
        """Ask for a field and its new value for all that is chosen; `key` begins with one field."""
        number = self._selection.count
        if not number or not self._context.rights.may("change", self._view.module):
            return None
        sheet = ChangeSheet(self._window, self._context, self._view, number, editable(fields), key)
        chosen, entity = self._selection.ids(), self._view.entity

        def seen(versions: Mapping[int, int]) -> None:
            sheet.accepted.connect(partial(self._change, versions, sheet))
            sheet.open()

        self._context.read(lambda unit: records.versions_of(unit, entity, chosen(unit)), seen, owner=self, key="seen")
        return sheet

    def _change(self, versions: Mapping[int, int], sheet: ChangeSheet) -> None:
        changes, entity = sheet.changes(), self._view.entity
        work = lambda unit: records.change_seen(unit, entity, versions, changes)  # noqa: E731
        self._context.write(work, self._changed_seen, self._refused, owner=self)

    def _changed_seen(self, outcome: records.ChangedMany) -> None:
        if not outcome.left:
            self._changed(outcome.done)
            return
        words = mark("Bulk", "{what} changed; {n} others were just changed by someone else and left as they are.")
        self._context.messages.show_message(
            translate(words, what=counted(self._view, outcome.done), n=len(outcome.left)), "warning"
        )

    def _changed(self, number: int) -> None:
        words = translate(mark("Bulk", "{what} changed."), what=counted(self._view, number))
        self._context.messages.show_message(words)

    def _refused(self, error: CrmError) -> None:
        words = translate(mark("Bulk", "Nothing was changed: {reason}"), reason=error.text())
        self._context.messages.show_message(words, "danger")

    # -- sharing

    def share(self) -> ShareSheet | None:
        """Ask whom all that is chosen is shared with."""
        number = self._selection.count
        if not number or not self._context.rights.may("change", self._view.module):
            return None
        sheet = ShareSheet(self._window, self._context, self._view.entity, counted(self._view, number))
        sheet.share_many(self._selection.ids())
        sheet.open()
        return sheet

    # -- tags

    def tag(self) -> Sheet | None:
        """Ask for tags to add to all that is chosen."""
        number = self._selection.count
        if not number or not self._context.rights.may("change", self._view.module):
            return None
        editor = TagsEditor(self._context)
        title = translate(mark("Bulk", "Tag {what}"), what=counted(self._view, number))
        body = box(col(label(mark("Bulk", "These tags are added; others stay."), tone="t2"), editor, gap=8))
        sheet = _asking(self._window, title, body, mark("Bulk", "Add tags"))
        sheet.safe = editor.control
        sheet.accepted.connect(partial(self._tag, self._selection.ids(), editor))
        sheet.open()
        return sheet

    def _tag(self, chosen: Ids, editor: TagsEditor) -> None:
        names, entity = editor.value(), self._view.entity
        if names:
            work = lambda unit: notes.add_tags(unit, entity, chosen(unit), names)  # noqa: E731
            self._context.write(work, self._changed, owner=self)


def editable(fields: Mapping[str, Field]) -> list[Field]:
    """Fields that many records may get the same value of; owner and choices first, being the usual ones."""
    usable = [field for field in fields.values() if field.editable and field.key != "tag"]
    usual = (Kind.CHOICE, Kind.RELATION)
    return sorted(usable, key=lambda field: (field.key != "owner_id", field.kind not in usual))


class ChangeSheet(Sheet):
    """Which field, and its new value."""

    def __init__(
        self, parent: QWidget, context: Context, view: EntityView, number: int, fields: list[Field], key: str
    ) -> None:
        self._context, self._fields, self._entity = context, fields, view.entity
        self.which = QComboBox()
        self.which.setAccessibleName(translate(mark("Bulk", "Field")))
        for field in fields:
            self.which.addItem(translate(field.label), field.key)
        self._place: QVBoxLayout = col(gap=0)
        self._fault = label("", 12, "danger", wrap=True)
        names = label(mark("Bulk", "Field"), tone="t2"), label(mark("Bulk", "New value"), tone="t2")
        body = box(col(names[0], self.which, 2, names[1], self._place, self._fault, gap=4))
        self._cancel, save = button(mark("Bulk", "Cancel")), button(mark("Bulk", "Change"), "primary")
        title = translate(mark("Bulk", "Change {what}"), what=counted(view, number))
        super().__init__(parent, title, body, (self._cancel, save), width=440)
        self.editor: Editor
        self._show_editor()
        self.which.currentIndexChanged.connect(self._show_editor)
        if key:
            self.which.setCurrentIndex(self.which.findData(key))
        self._cancel.clicked.connect(self.reject)
        save.clicked.connect(self._try)
        self.safe = self.which

    def changes(self) -> dict[str, Any]:
        """The field and its value, as `records.assign` takes them. Raises EntryError."""
        return {str(self.which.currentData()): self.editor.value()}

    def _show_editor(self) -> None:
        item = self._place.takeAt(0)
        before = item.widget() if item is not None else None
        if before is not None:
            before.deleteLater()
        self.editor = make_editor(self._fields[self.which.currentIndex()], self._context, entity=self._entity)
        self._place.addWidget(self.editor)
        self._fault.hide()

    def _try(self) -> None:
        try:
            self.changes()
        except EntryError as error:
            self._fault.setText(error.text())
            self._fault.show()
            self.editor.setFocus()
        else:
            self.accept()


def _asking(parent: QWidget, title: str, body: QWidget, action: str) -> Sheet:
    cancel, done = button(mark("Bulk", "Cancel")), button(action, "primary")
    sheet = Sheet(parent, title, body, (cancel, done), width=440)
    cancel.clicked.connect(sheet.reject)
    done.clicked.connect(sheet.accept)
    return sheet
