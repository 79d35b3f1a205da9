"""Holds the editors of one record together: what was read, what differs from it, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop_crm.errors import Fault
from desktop_crm.models.entry import EntryError
from desktop_crm.models.fields import Field, Kind
from desktop_crm.models.validation import faults_of_value
from desktop_crm.services.choices import Choices
from desktop_crm.views.records.editors import Editor, LineEditor
from desktop_crm.views.records.entries import entry_of
from desktop_crm.views.records.pickers import ChoiceEditor, ProvinceEditor
from desktop_crm.views.widgets.field import Field as FieldFrame


class Binding(QObject):
    """Editors by field key, each in its frame.

    `changed()` whenever the set of unsaved changes or of faults may have changed, `left(key)` when an editor was
    left. Values are those the services take: a relation is its id.
    """

    changed = Signal()
    left = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.fields: dict[str, Field] = {}
        self.editors: dict[str, Editor] = {}
        self.frames: dict[str, FieldFrame] = {}
        self._base: dict[str, Any] = {}
        self._dirty: set[str] = set()
        self._faulty: set[str] = set()
        self._loading = False

    def add(self, field: Field, editor: Editor, frame: FieldFrame) -> None:
        """Take one more editor in."""
        self.fields[field.key], self.editors[field.key], self.frames[field.key] = field, editor, frame
        editor.edited.connect(lambda: self._edited(field.key))
        editor.left.connect(lambda: self._left(field.key))
        self._base[field.key] = None

    # -- what was read and what is entered

    def load(self, shown: Mapping[str, Any], keep: Iterable[str] = ()) -> None:
        """Show values as they are stored (a relation as (id, title)); edits of the fields in `keep` stay."""
        kept = set(keep)
        self._loading = True
        for key, editor in self.editors.items():
            if key not in shown:
                continue
            self._base[key] = stored_value(self.fields[key], shown[key])
            if key not in kept:
                editor.set_value(shown[key])
                self._take_fault(key)
        self._loading = False
        self._follow_currency()
        self._recount()

    def value(self, key: str) -> Any:
        """What is entered in a field; EntryError where it cannot be read."""
        return self.editors[key].value()

    def readable(self) -> dict[str, Any]:
        """Every value that can be read now."""
        return {key: value for key in self.editors if (value := self._try(key)) is not _UNREADABLE}

    def dirty(self) -> frozenset[str]:
        """The keys of the fields that differ from what was read."""
        return frozenset(self._dirty)

    def changes(self) -> dict[str, Any]:
        """The new values of the changed fields; call it after `check`."""
        return {key: self.value(key) for key in self.editors if key in self._dirty}

    def base(self, keys: Iterable[str]) -> dict[str, Any]:
        """What the fields held when read."""
        return {key: self._base[key] for key in keys}

    def accept(self, saved: Mapping[str, Any]) -> None:
        """These values are stored now: they are no changes any more."""
        self._base.update(saved)
        self._recount()

    def rebase(self, former: Mapping[str, Any]) -> None:
        """These values were read once and are others now: whoever saves has to merge first."""
        self._base.update(former)
        self._recount()

    def put(self, key: str, shown: Any) -> None:
        """Enter a value for the user (a relation as (id, title))."""
        self.editors[key].set_value(shown)
        self._edited(key)

    def use_choices(self, choices: Choices) -> None:
        """Offer the lists as they are now."""
        for editor in self.editors.values():
            if isinstance(editor, ChoiceEditor):
                editor.use(choices)

    # -- drafts

    def typed(self) -> dict[str, Any]:
        """What a draft keeps of the changed fields."""
        return {key: self.editors[key].typed() for key in self.editors if key in self._dirty}

    def restore(self, typed: Mapping[str, Any]) -> None:
        """Put a draft's entries back into the fields that may be changed."""
        for key, entry in typed.items():
            if key in self.editors and not self.editors[key].locked:
                self.editors[key].set_typed(entry)
                self._edited(key)

    # -- faults

    def check(self) -> bool:
        """Look at every field that may be changed, show what is wrong; whether nothing blocks."""
        for key, editor in self.editors.items():
            if not editor.locked and self.frames[key].isVisibleTo(self.frames[key].window()):
                self._check(key)
        self.changed.emit()
        return not self._faulty

    def show_faults(self, faults: Iterable[Fault]) -> list[str]:
        """Show faults found elsewhere; the texts of those no field here can show come back."""
        others = []
        for fault in faults:
            if fault.field in self.frames:
                self._show_fault(fault.field, fault)
            else:
                others.append(fault.text())
        self.changed.emit()
        return others

    def warn(self, key: str, text: str) -> None:
        """Say something doubtful about a field that has no fault."""
        if key in self.frames and key not in self._faulty:
            self.frames[key].set_warning(text)

    def faulty(self) -> list[str]:
        """The keys of the fields at fault, in the order of the form."""
        return [key for key in self.editors if key in self._faulty]

    def focus(self, key: str) -> None:
        """Put the keyboard into a field."""
        self.editors[key].setFocus()

    # -- inside

    def _try(self, key: str) -> Any:
        try:
            return self.value(key)
        except EntryError:
            return _UNREADABLE

    def _differs(self, key: str) -> bool:
        value = self._try(key)
        return value is _UNREADABLE or not same(value, self._base[key])

    def _recount(self) -> None:
        self._dirty = {key for key in self.editors if self._differs(key)}
        self.changed.emit()

    def _edited(self, key: str) -> None:
        if self._loading:
            return
        (self._dirty.add if self._differs(key) else self._dirty.discard)(key)
        self._take_fault(key)
        if key == "currency":
            self._follow_currency()
        self.changed.emit()

    def _left(self, key: str) -> None:
        if self.editors[key].locked or key not in self._dirty | self._faulty:
            return
        self._check(key)
        if key not in self._faulty:
            self.editors[key].tidy()
        self.changed.emit()
        self.left.emit(key)

    def _check(self, key: str) -> None:
        """Show the first thing that is wrong with a field, or what is doubtful, or its help."""
        try:
            faults = faults_of_value(self.fields[key], self.value(key))
        except EntryError as error:
            faults = [error.fault(key)]
        self._take_fault(key)
        for fault in sorted(faults, key=lambda one: one.warning)[:1]:
            self._show_fault(key, fault)

    def _show_fault(self, key: str, fault: Fault) -> None:
        if fault.warning:
            self.frames[key].set_warning(fault.text())
            return
        self._faulty.add(key)
        self.frames[key].set_fault(fault.text())

    def _take_fault(self, key: str) -> None:
        self._faulty.discard(key)
        frame, editor = self.frames[key], self.editors[key]
        frame.clear()
        if isinstance(editor, ProvinceEditor):
            frame.set_help(editor.help())

    def _follow_currency(self) -> None:
        """Amounts of the record have the decimals of its currency."""
        code = self._try("currency") if "currency" in self.editors else _UNREADABLE
        if not isinstance(code, str) or not code:
            return
        for key, editor in self.editors.items():
            if self.fields[key].kind == Kind.MONEY and isinstance(editor, LineEditor):
                editor.set_entry(entry_of(self.fields[key], code))


_UNREADABLE = object()


def same(one: Any, other: Any) -> bool:
    """Whether two values are the same to a user; nothing is nothing, whether it is None, '' or an empty list."""
    return one == other or (one in _NOTHING and other in _NOTHING)


_NOTHING: tuple[Any, ...] = (None, "", [])


def stored_value(field: Field, shown: Any) -> Any:
    """A value as the services have it: the id of a relation."""
    return shown[0] if field.kind == Kind.RELATION and isinstance(shown, tuple) else shown
