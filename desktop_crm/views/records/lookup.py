"""The editor of a relation: searches as one types, makes what does not exist yet, opens what is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QLineEdit

from desktop_crm.i18n import mark, translate
from desktop_crm.models import RECORDS, Record
from desktop_crm.models.entry import EntryError
from desktop_crm.models.fields import Field
from desktop_crm.models.text import clean
from desktop_crm.services.finding import Found, lookup, owners
from desktop_crm.views.records.pickers import PickEditor
from desktop_crm.views.widgets import icons
from desktop_crm.views.widgets.rows import Suggestion

if TYPE_CHECKING:
    from desktop_crm.views.context import Context

_PAUSE = 60  # ms after the last letter
_ICONS = {
    "organization": "building-2",
    "contact": "users",
    "lead": "user-plus",
    "opportunity": "target",
    "quote": "file-text",
    "sales_order": "shopping-cart",
    "contract": "file-signature",
    "product": "package",
    "app_user": "users",
}
_UNKNOWN = mark("Editor", "There is no “{text}”. Choose one from the list or clear the field.")


class LookupEditor(PickEditor):
    """Shows and takes (id, title) or None; its value is the id. F4 or Down opens the list, × clears it.

    With `owned` it offers whom a record of that module may be given to.
    """

    opens_on_click = False

    def __init__(self, field: Field, context: Context, owned: type[Record] | None = None) -> None:
        super().__init__(field)
        self._context, self._owned = context, owned
        self.chosen: tuple[int, str] | None = None
        self._entity = next((e for e in RECORDS if e.__tablename__ == field.target), None)
        self._read: Any = None  # the wish to stop what is asked
        self._timer = QTimer(self, interval=_PAUSE, singleShot=True)
        self._timer.timeout.connect(self.search)
        trailing = QLineEdit.ActionPosition.TrailingPosition
        self._clear = self.line.addAction(icons.icon("x"), trailing)
        self._clear.setToolTip(translate(mark("Editor", "Clear")))
        self._clear.triggered.connect(lambda: self.choose(None))
        self._open = self.line.addAction(icons.icon("external-link"), trailing)
        self._open.setToolTip(translate(mark("Editor", "Open the record")))
        self._open.triggered.connect(self.open_chosen)
        self.set_value(None)

    def value(self) -> int | None:
        text = clean(self.line.text())
        if self.chosen is not None and text == clean(self.chosen[1]):
            return self.chosen[0]
        if text:
            raise EntryError(text, _UNKNOWN)
        return None

    def set_value(self, value: Any) -> None:
        self.chosen = (value[0], value[1]) if value else None
        super().set_typed(self.chosen[1] if self.chosen else "")
        self._show_actions()

    def typed(self) -> Any:
        return [self.line.text(), *(self.chosen or ())]

    def set_typed(self, typed: Any) -> None:
        text, *chosen = typed
        self.set_value(tuple(chosen) or None)
        super().set_typed(text)

    def set_locked(self, locked: bool) -> None:
        super().set_locked(locked)
        self._show_actions()

    def offers(self, words: str) -> Sequence[Suggestion]:
        """Nothing at once; the answers come with the search."""
        return ()

    def _typed(self, text: str) -> None:
        if self._read is not None:
            self._read.set()  # its answers would be those to other words
        self._timer.start()
        self._show_actions()
        self.edited.emit()

    def open_list(self) -> None:
        if not self.locked:
            self.line.setFocus()
            self._ask("")

    def search(self) -> None:
        """Ask the database for what is typed."""
        words = clean(self.line.text())
        if words:
            self._ask(words)
        else:
            self.popup.hide()

    def _ask(self, words: str) -> None:
        target = self.field.target

        def arrived(found: list[Found]) -> None:
            if self.line.hasFocus():
                self.popup.show_rows([*self._rows(found, words), *self._new(words)], words)

        work = partial(lookup, target=target, text=words)
        if self._owned is not None:
            work = partial(owners, entity=self._owned, text=words)
        self._read = self._context.read(work, arrived, owner=self, key="lookup")

    def _rows(self, found: list[Found], words: str) -> list[Suggestion]:
        icon = _ICONS.get(self.field.target, "")
        if self.chosen is not None and not words:  # opened without typing: Tab must not change what is there
            found = [f for f in found if f.id == self.chosen[0]] + [f for f in found if f.id != self.chosen[0]]
        return [Suggestion(one.title, one.detail, icon, (one.id, one.title)) for one in found]

    def _new(self, words: str) -> list[Suggestion]:
        if self._entity is None or not words or not self._context.rights.may("create", self.field.target):
            return []
        title = translate(mark("Editor", "Create “{name}”"), name=words)
        return [Suggestion(title, icon="plus", data=words)]

    def choose(self, data: Any) -> None:
        if isinstance(data, str):
            self.make_new(data)
            return
        self.set_value(data)
        self.line.setFocus()
        self.edited.emit()

    def make_new(self, words: str) -> None:
        """Make a new record of these words in a small dialog, and take it."""
        from desktop_crm.views.records.quick_create import QuickCreateDialog

        assert self._entity is not None
        dialog = QuickCreateDialog(self._context, self._entity, words, self)
        dialog.created.connect(self.choose)
        dialog.open()

    def open_chosen(self) -> None:
        """Go to the record."""
        if self.chosen is not None:
            self._context.navigator.open_record(self.field.target, self.chosen[0])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        used = super().eventFilter(watched, event)
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            QTimer.singleShot(0, self, self._show_actions)  # the line knows its focus once the event is through
        return used

    def _show_actions(self) -> None:
        filled = bool(self.line.text())
        self._clear.setVisible(filled and self.line.hasFocus() and not self.locked and not self.field.required)
        seen = self._entity is not None and self._context.rights.may("see", self.field.target)
        self._open.setVisible(self.chosen is not None and seen)
        self.line.arrow.setVisible(not self.locked)
