"""Saving what a form holds, and bringing it together with what others saved meanwhile. Nothing typed is ever lost."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from desktop_crm.errors import Conflict, CrmError, Invalid
from desktop_crm.i18n import mark, translate
from desktop_crm.models import Record
from desktop_crm.services import notes, records
from desktop_crm.storage.database import UnitOfWork
from desktop_crm.views.records.binding import Binding, stored_value
from desktop_crm.views.records.conflict import ConflictDialog, Difference, overlapping
from desktop_crm.views.records.history_words import in_words, label_of
from desktop_crm.views.records.kept import Kept
from desktop_crm.views.records.loaded import TAGS, Loaded

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop_crm.views.context import Context

_NOTHING: tuple[Any, ...] = (None, "", [])

Read = Callable[[UnitOfWork], Loaded]


class Saver(QObject):
    """Saves a binding's changes. `read` reads the record anew for a merge.

    Signals: `began()`, `saved(id)`, `failed(texts)` with what no field could show, `rebased(loaded)` when a newer
    state of the record was taken in under the unsaved changes, `ended()` in every case, also when the user is asked.
    """

    began = Signal()
    saved = Signal(int)
    failed = Signal(object)
    rebased = Signal(object)
    ended = Signal()

    def __init__(self, context: Context, entity: type[Record], binding: Binding, read: Read, page: QWidget) -> None:
        super().__init__(page)
        self._context, self._entity, self._binding, self._read, self._page = context, entity, binding, read, page
        self.busy = False
        self._draft: Kept | None = None
        self.dialog: ConflictDialog | None = None

    # -- saving

    def save(self, record_id: int | None, version: int, draft: Kept | None = None) -> bool:
        """Begin to save; False where something entered is at fault or a save is under way. `draft` goes with it."""
        if self.busy or not self._binding.check():
            return False
        changes = self._binding.changes()
        self.busy, self._draft = True, draft
        self.began.emit()
        if record_id is None:
            work: Callable[[UnitOfWork], int] = partial(self._create, self._given())
        else:
            base = self._binding.base(changes)
            work = partial(self._change, record_id, version, changes, base)
        self._context.write(work, lambda key: self._done(key, changes), self._not_done, owner=self._page,
                            draft=draft)  # fmt: skip
        return True

    def _given(self) -> dict[str, Any]:
        """What a new record is made of: everything filled in, and whoever is responsible, be it nobody."""
        found = {key: value for key, value in self._binding.readable().items() if self._binding.fields[key].editable}
        return {key: value for key, value in found.items() if value not in _NOTHING or key == "owner_id"}

    def _create(self, values: Mapping[str, Any], unit: UnitOfWork) -> int:
        fields = {key: value for key, value in values.items() if key != TAGS}
        record = records.create(unit, self._entity, fields)
        if values.get(TAGS):
            notes.set_tags(unit, record, values[TAGS])
        return record.id

    def _change(
        self, record_id: int, version: int, changes: Mapping[str, Any], base: Mapping[str, Any], unit: UnitOfWork
    ) -> int:
        fields = {key: value for key, value in changes.items() if key != TAGS}
        if fields:
            own = {key: value for key, value in base.items() if key != TAGS}
            records.save(unit, self._entity, record_id, version, fields, own)
        if TAGS in changes:
            notes.change_tags(unit, unit.get(self._entity, record_id), base.get(TAGS) or [], changes[TAGS])
        return record_id

    def _done(self, record_id: int, changes: Mapping[str, Any]) -> None:
        self.busy = False
        self._binding.accept(changes)
        self.saved.emit(record_id)
        self.ended.emit()

    def _not_done(self, error: CrmError) -> None:
        self.busy = False
        if isinstance(error, Conflict):
            self.merge(save=True, error=error)
            return
        others = self._binding.show_faults(error.faults) if isinstance(error, Invalid) else [error.text()]
        self.failed.emit(others)
        self.ended.emit()

    # -- merging

    def overlaps(self, loaded: Loaded) -> bool:
        """Whether what was read holds other values for the changed fields than they were typed over."""
        return bool(self._clashes(loaded)[0])

    def _clashes(self, loaded: Loaded) -> tuple[list[str], set[str]]:
        """The fields both sides changed, and those one side changed alone."""
        fields, mine = self._binding.fields, self._binding.readable()
        theirs = {key: stored_value(fields[key], loaded.shown[key]) for key in fields if key in loaded.shown}
        base = self._binding.base(fields)
        changed = {key: mine.get(key) for key in self._binding.dirty()}
        both = overlapping(changed, base, theirs)
        moved = {key for key in theirs if theirs[key] != base.get(key)}
        return both, ({*changed} | moved) - set(both)

    def merge(self, *, save: bool, error: Conflict | None = None) -> None:
        """Take in the stored state; ask where both sides changed a field; with `save` go on saving."""
        self._context.read(
            self._read, lambda loaded: self._merge(loaded, save, error), self._not_done, owner=self, key="merge"
        )

    def _merge(self, loaded: Loaded, save: bool, error: Conflict | None) -> None:
        both, alone = self._clashes(loaded)
        others = [self._label(key, loaded) for key in alone]
        if both:
            self._ask(loaded, both, others, save)
        else:
            self._take(loaded, set(), save)
            self._tell(loaded)

    def _ask(self, loaded: Loaded, both: list[str], merged: list[str], save: bool) -> None:
        view = loaded.view
        assert view is not None
        who = view.relations.get("modified_by_id", (0, "?"))[1]
        differences = [self._difference(key, loaded) for key in both]
        self.dialog = ConflictDialog(
            self._page, view.title, differences, who, view.values["modified_at"], sorted(merged)
        )
        self.dialog.decided.connect(lambda taken: self._take(loaded, taken, save))
        self.dialog.rejected.connect(self._later)
        self.dialog.open()
        self.ended.emit()

    def _later(self) -> None:
        self.failed.emit([translate(mark("Form", "Not saved: your changes and the other ones wait for your choice."))])

    def _take(self, loaded: Loaded, taken: set[str], save: bool) -> None:
        """Put the stored state under the unsaved changes, but for the fields whose stored value was chosen."""
        for key in taken:
            self._binding.editors[key].set_value(loaded.shown[key])
        self._binding.load(loaded.shown, keep=self._binding.dirty() - taken)
        self.rebased.emit(loaded)
        if save and self._binding.dirty() and loaded.view is not None:
            self.save(loaded.view.id, loaded.version, self._draft)
            return
        if save and loaded.view is not None:
            self.saved.emit(loaded.view.id)
        self.ended.emit()

    def _tell(self, loaded: Loaded) -> None:
        who = loaded.view.relations.get("modified_by_id", (0, "?"))[1] if loaded.view is not None else "?"
        words = mark("Form", "{who} changed other fields of this record meanwhile; both changes were merged.")
        self._context.messages.show_message(translate(words, who=who), "info", icon="git-merge")

    def _difference(self, key: str, loaded: Loaded) -> Difference:
        return Difference(key, self._label(key, loaded), self._words_of_mine(key), self._words(key, loaded.shown[key]))

    def _label(self, key: str, loaded: Loaded) -> str:
        field = self._binding.fields.get(key)
        return translate(field.label) if field is not None else label_of(key, self._entity, loaded.custom)

    def _words(self, key: str, shown: Any) -> str:
        if isinstance(shown, list):
            return list_words(shown)
        return in_words(self._binding.fields[key], shown, self._context.choices, {})

    def _words_of_mine(self, key: str) -> str:
        editor = self._binding.editors[key]
        typed = editor.typed()
        if isinstance(typed, str):
            return typed
        chosen = getattr(editor, "chosen", None)
        return chosen[1] if chosen else self._words(key, self._binding.readable().get(key))


def list_words(rows: list[Any]) -> str:
    """Tags by name, rows of a part by their filled cells."""
    return "; ".join(
        one if isinstance(one, str) else " ".join(str(v) for k, v in one.items() if v and k != "id") for one in rows
    )
