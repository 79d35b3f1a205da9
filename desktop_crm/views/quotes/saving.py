"""Storing what is on the screen of a document's editor: faults at their places, conflicts, leaving the page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from desktop_crm.errors import Conflict, CrmError, Fault, Invalid
from desktop_crm.i18n import mark, translate
from desktop_crm.models.numbers import VIETNAM
from desktop_crm.services import documents, records
from desktop_crm.services.drafts import DocumentDraft
from desktop_crm.services.retotal import Document
from desktop_crm.storage.database import UnitOfWork
from desktop_crm.views.quotes.both_sides import DocumentMerge
from desktop_crm.views.quotes.lines_model import CELLS, TITLE_COLUMN
from desktop_crm.views.quotes.loading import Opened, open_document
from desktop_crm.views.records.conflict import ConflictDialog
from desktop_crm.views.records.form_window import wait_for
from desktop_crm.views.widgets.dialogs import Choice, choose

if TYPE_CHECKING:
    from desktop_crm.views.quotes.editor import DocumentEditor

Then = Callable[[], object]
_CELL_OF = {"discount_percent": "discount", "discount_amount": "discount"}


class Saver(QObject):
    """Saves one editor's document. `settled()` when a save has succeeded or failed."""

    settled = Signal()

    def __init__(self, editor: DocumentEditor) -> None:
        super().__init__(editor)
        self._editor = editor
        self._then: Then | None = None
        self.busy = False
        self._next: list[Then | None] = []  # asked for while a save was under way
        self.dialog: ConflictDialog | None = None

    def save(self, then: Then | None = None) -> bool:
        """Store what is on the screen, then read it again and call `then`; False where it cannot be read."""
        editor = self._editor
        if self.busy:
            self._next.append(then)
            return True
        if not self.may_save():
            return False
        entity, record_id = editor.kind.entity, editor.record_id
        version = editor.version if record_id is not None else None
        if editor.panel.model.locked:
            changes = editor.head.binding.changes()
            base = editor.head.binding.base(changes)
            work = partial(_save_free, entity=entity, record_id=record_id, version=version, changes=changes, base=base)
        else:
            work = partial(_save, entity=entity, record_id=record_id, version=version, draft=editor.draft())
        self._then, self.busy = then, True
        editor.context.write(work, partial(self._saved, then), self.failed, owner=editor, draft=editor.local.kept)
        return True

    def may_save(self) -> bool:
        """Whether everything can be read; the first fault gets the keyboard."""
        head, panel = self._editor.head, self._editor.panel
        if not head.check():
            faulty = head.binding.faulty()
            self._editor.show_field(faulty[0]) if faulty else head.discount.setFocus()
            return False
        wrong = next((line for line in panel.model.sheet.lines if line.misread), None)
        if wrong is not None:
            panel.view.go(wrong.key, CELLS.index(next(iter(wrong.misread))))
            panel.view.setFocus()
        return wrong is None

    def _saved(self, then: Then | None, record_id: int) -> None:
        editor = self._editor
        entity = editor.kind.entity
        editor.local.kept.drop()
        if editor.record_id is None:
            editor.take_id(record_id)

        def again(opened: Opened) -> None:
            editor.show_document(opened)
            editor.notes.kept.setText(translate(mark("QuoteEditor", "Saved at {time}"), time=now_words()))
            self._settle()
            if then is not None:
                then()
            self._go_on()

        editor.context.read(lambda unit: open_document(unit, entity, record_id), again, owner=editor, key="load")

    def _settle(self) -> None:
        self.busy = False
        self.settled.emit()

    def _go_on(self) -> None:
        """Do what was asked for while a save was under way: with what was typed meanwhile, if anything was."""
        waiting, self._next = self._next, []
        for then in waiting:
            if self._editor.is_dirty():
                self.save(then)
            elif then is not None:
                then()

    # -- what goes wrong

    def failed(self, error: CrmError) -> None:
        """Show why something was not done."""
        self._next.clear()
        self._settle()
        if isinstance(error, Conflict):
            self._conflict(error)
        elif isinstance(error, Invalid):
            self._show_faults(error)
        else:
            self._editor.context.messages.show_error(error)

    def _show_faults(self, error: Invalid) -> None:
        """Show each fault at its place; what has none is said in a message."""
        editor, binding = self._editor, self._editor.head.binding
        others = [fault for fault in error.faults if not self._show_line_fault(fault)]
        words = binding.show_faults(others)
        first = next((fault.field for fault in others if fault.field in binding.editors), "")
        if first:
            editor.show_field(first)
        said = " ".join([*words, *(fault.text() for fault in error.faults if fault not in others)])
        if said or not first:
            editor.context.messages.show_message(said or error.text(), "danger")

    def _show_line_fault(self, fault: Fault) -> bool:
        """Go to the cell of a fault named `lines.<place>.<cell>`."""
        parts, panel = fault.field.split("."), self._editor.panel
        if len(parts) != 3 or parts[0] != "lines" or not parts[1].isdigit():
            return False
        lines, cell = panel.model.sheet.lines, _CELL_OF.get(parts[2], parts[2])
        if int(parts[1]) < len(lines):
            panel.view.go(lines[int(parts[1])].key, CELLS.index(cell) if cell in CELLS else TITLE_COLUMN)
        return True

    def _conflict(self, error: Conflict) -> None:
        """Somebody else was quicker: what both changed is decided piece by piece, and the rest merged and saved."""
        editor = self._editor
        if editor.is_dirty():
            self.read_and_merge(save=True)
            return
        words = mark("QuoteEditor", "{who} changed this document meanwhile; it has been read again.")
        editor.say(translate(words, who=error.who), "warning")
        editor.load()

    # -- merging

    def read_and_merge(self, *, save: bool) -> None:
        """Read the document as it is stored now and bring it together with what is on the screen."""
        editor = self._editor
        entity, record_id = editor.kind.entity, editor.record_id
        if record_id is not None:
            editor.context.read(
                lambda unit: open_document(unit, entity, record_id),
                partial(self.merge, save=save),
                owner=editor,
                key="merge",
            )

    def merge(self, opened: Opened, *, save: bool) -> None:
        """Bring a newer state together with what is on the screen; ask where both sides changed the same."""
        if opened.record is not None and opened.record.locked is not None and not self._editor.panel.model.locked:
            self._ask_locked(opened)
            return
        merge = DocumentMerge(self._editor, opened)
        if not merge.differences:
            self._take(merge, set(), save)
            words = mark("QuoteEditor", "{who} changed other parts of this document meanwhile; both were merged.")
            self._editor.context.messages.show_message(translate(words, who=merge.who), "info", icon="git-merge")
            return
        self.dialog = ConflictDialog(
            self._editor, self._editor.windowTitle().replace("[*]", ""), merge.differences, merge.who, merge.when
        )
        self.dialog.decided.connect(lambda taken: self._take(merge, taken, save))
        self.dialog.rejected.connect(self._later)
        self.dialog.open()

    def _later(self) -> None:
        words = mark("QuoteEditor", "Not saved: your changes and the other ones wait for your choice.")
        self._editor.say(words, "warning")

    def _take(self, merge: DocumentMerge, taken: set[str], save: bool) -> None:
        self._editor.show_document(merge.opened, merge.kept_fields(taken), merge.lines.sheet(taken))
        if save and self._editor.is_dirty():
            self.save(self._then)
        elif not self._editor.is_dirty():
            self._editor.local.kept.drop()

    def _ask_locked(self, opened: Opened) -> None:
        """The document was issued or approved meanwhile: what is on the screen can no more be stored in it."""
        answer = choose(
            self._editor,
            mark("QuoteEditor", "The document can no longer be changed"),
            mark(
                "QuoteEditor", "Someone else has issued or approved it in the meantime. What you typed is still here."
            ),
            (
                Choice("", mark("QuoteEditor", "Later")),
                Choice("theirs", mark("QuoteEditor", "Read it again, drop mine"), "danger"),
            ),
            "git-merge",
            "warning",
        )
        if answer == "theirs":
            self._editor.show_document(opened)
            self._editor.local.kept.drop()

    # -- leaving

    def may_leave(self) -> bool:
        """Ask about unsaved work; whether the page may be closed."""
        answer = choose(
            self._editor,
            mark("QuoteEditor", "Save the changes?"),
            mark("QuoteEditor", "This document has changes that are not saved."),
            (
                Choice("save", mark("QuoteEditor", "Save"), "primary"),
                Choice("", mark("QuoteEditor", "Stay here")),
                Choice("drop", mark("QuoteEditor", "Drop the changes"), "danger"),
            ),
        )
        if answer == "drop":
            self._editor.drop_changes()
        return answer == "drop" or (answer == "save" and self._save_and_wait())

    def _save_and_wait(self) -> bool:
        """Save, letting the window live meanwhile; whether it worked."""
        if self.save() and self.busy:
            wait_for(self._editor, self.settled, self._editor.context.connection)
        return not self._editor.is_dirty()


def _save(
    unit: UnitOfWork, entity: type[Document], record_id: int | None, version: int | None, draft: DocumentDraft
) -> int:
    return documents.save(unit, entity, record_id, version, draft).id


def _save_free(
    unit: UnitOfWork,
    entity: type[Document],
    record_id: int | None,
    version: int | None,
    changes: Mapping[str, Any],
    base: Mapping[str, Any],
) -> int:
    """Store the fields that stay open in a locked document."""
    assert record_id is not None  # only a stored document is locked
    assert version is not None
    return records.save(unit, entity, record_id, version, changes, base).id


def now_words() -> str:
    """The present time in Vietnam, 09:42."""
    return f"{datetime.now(VIETNAM):%H:%M}"
