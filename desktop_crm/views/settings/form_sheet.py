"""A dialog that edits one thing: labelled editors, faults beside them, saved in one unit of work."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QComboBox, QWidget

from desktop_crm.errors import CrmError, Invalid
from desktop_crm.i18n import Message, mark
from desktop_crm.models.fields import Field
from desktop_crm.storage.database import UnitOfWork
from desktop_crm.views.records.binding import Binding
from desktop_crm.views.records.editors import Editor, make_editor
from desktop_crm.views.widgets.dialogs import CANCEL, Sheet
from desktop_crm.views.widgets.field import Field as FieldFrame
from desktop_crm.views.widgets.layouts import box, button, col, label

if TYPE_CHECKING:
    from desktop_crm.views.context import Context

Values = Mapping[str, Any]
Store = Callable[[UnitOfWork, dict[str, Any]], Any]


@dataclass(frozen=True, slots=True)
class Entry:
    """One field of the dialog; without `editor` it is the one of its kind. `locked` lets it only be read."""

    field: Field
    editor: Editor | None = None
    help: Message | str = ""
    locked: bool = False


class OptionEditor(Editor):
    """One of a few values, in a drop-down."""

    def __init__(self, options: Sequence[tuple[Any, str]]) -> None:
        self.combo = QComboBox()
        super().__init__(self.combo)
        for value, words in options:
            self.combo.addItem(words, value)
        self.combo.activated.connect(lambda: self.edited.emit())

    def value(self) -> Any:
        return self.combo.currentData()

    def set_value(self, value: Any) -> None:
        self.combo.setCurrentIndex(max(self.combo.findData(value), 0))

    def typed(self) -> Any:
        return self.combo.currentIndex()

    def set_typed(self, typed: Any) -> None:
        self.combo.setCurrentIndex(int(typed))


class FormSheet(Sheet):
    """`store(unit, values)` gets every value; `done(result)` follows when it is stored. Open it with `open()`."""

    def __init__(
        self,
        parent: QWidget,
        context: Context,
        title: str,
        entries: Sequence[Entry],
        values: Values,
        store: Store,
        done: Callable[[Any], object],
        *,
        action: Message | None = None,
        width: int = 520,
    ) -> None:
        self.binding = Binding()
        self._context, self._store, self._after, self._saving = context, store, done, False
        self._trouble = label("", tone="danger", wrap=True)
        self._trouble.hide()
        frames = [self._frame(entry) for entry in entries]
        self.save_button = button(action or mark("Settings", "Save"), "primary", clicked=self.save)
        cancel = button(CANCEL.text, clicked=self.reject)
        super().__init__(parent, title, box(col(*frames, self._trouble, gap=8)), (cancel, self.save_button), width)
        self.binding.setParent(self)
        self.binding.load(values)
        self.finished.connect(self.deleteLater)
        editor = next((one for one in self.binding.editors.values() if not one.locked), None)
        self.safe = editor

    def _frame(self, entry: Entry) -> FieldFrame:
        editor = entry.editor or make_editor(entry.field, self._context)
        frame = FieldFrame(entry.field.label, editor, entry.field.required, entry.help)
        editor.set_locked(entry.locked)
        self.binding.add(entry.field, editor, frame)
        return frame

    def save(self) -> None:
        """Store the values, unless something entered is wrong."""
        if self._saving or not self.binding.check():
            return
        self._saving = True
        self._trouble.hide()
        work = partial(self._run, self.binding.readable())
        self._context.write(work, self._done, self._failed, owner=self)

    def _run(self, values: dict[str, Any], unit: UnitOfWork) -> Any:
        return self._store(unit, values)

    def _done(self, result: Any) -> None:
        self._saving = False
        self.accept()
        self._after(result)

    def _failed(self, error: CrmError) -> None:
        self._saving = False
        others = self.binding.show_faults(error.faults) if isinstance(error, Invalid) else [error.text()]
        self._trouble.setText(" ".join(others))
        self._trouble.setVisible(bool(others))
        for key in self.binding.faulty()[:1]:
            self.binding.focus(key)
        self.adjustSize()
