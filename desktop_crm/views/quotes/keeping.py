"""What is typed into a document's editor and not saved, kept on this computer and offered again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from desktop_crm.i18n import mark, translate
from desktop_crm.views.quotes.draft_model import sheet_of_words, sheet_words
from desktop_crm.views.quotes.saving import now_words
from desktop_crm.views.records.drafts import Draft, DraftKeeper
from desktop_crm.views.records.moments import clock
from desktop_crm.views.widgets.message_bar import MessageBar

if TYPE_CHECKING:
    from desktop_crm.views.quotes.editor import DocumentEditor

_PAUSE = 1200  # ms between the last change and the draft on the disk


class Kept(QObject):
    """The local draft of one editor."""

    def __init__(self, editor: DocumentEditor) -> None:
        super().__init__(editor)
        self._editor = editor
        self._keeper = self._keeper_of(editor.record_id)
        self._timer = QTimer(self, interval=_PAUSE, singleShot=True)
        self._timer.timeout.connect(self.keep)

    def _keeper_of(self, record_id: int | None) -> DraftKeeper:
        keeper = DraftKeeper(self._editor.context.database.label, self._editor.kind.module, record_id)
        self.destroyed.connect(keeper.close)
        return keeper

    def take_id(self, record_id: int) -> None:
        """The new document is stored under an id now."""
        self._keeper.close()
        self._keeper = self._keeper_of(record_id)

    def touch(self) -> None:
        """Something was typed: write it soon."""
        self._timer.start()

    def drop(self) -> None:
        """Forget the draft."""
        self._timer.stop()
        self._keeper.drop()

    def close(self) -> None:
        """Leave the draft to whoever opens the document next."""
        self._timer.stop()
        self._keeper.close()

    def keep(self) -> None:
        """Write what is not saved."""
        editor, record = self._editor, self._editor.opened.record
        if not editor.is_dirty():
            return
        typed = editor.head.typed()
        if editor.lines_differ():
            typed["lines"] = sheet_words(editor.panel.model.sheet)
        self._keeper.keep(typed, record.version if record is not None else 0)
        editor.notes.kept.setText(translate(mark("QuoteEditor", "Draft kept at {time}"), time=now_words()))

    def offer(self) -> MessageBar | None:
        """A bar that offers what an earlier run of the program left behind; None where it left nothing."""
        found, record = self._keeper.left_behind(), self._editor.opened.record
        if found is None:
            return None
        words = mark("QuoteEditor", "A draft of {time} was not saved.")
        if found.version != (record.version if record is not None else 0):
            words = mark("QuoteEditor", "A draft of {time} was not saved; the document was changed since.")
        bar = MessageBar(translate(words, time=clock(found.at)), "warning", mark("QuoteEditor", "Restore the draft"))
        bar.acted.connect(lambda: self.restore(found))
        bar.closed.connect(bar.deleteLater)
        return bar

    def restore(self, found: Draft) -> None:
        """Put a draft back on the screen."""
        editor = self._editor
        with editor.restoring():
            editor.head.restore(found.typed)
        try:
            if "lines" in found.typed:
                sheet = sheet_of_words(found.typed["lines"])
                editor.panel.model.apply(sheet, mark("QuoteEditor", "restored draft"))
        except (ValueError, TypeError, KeyError, ArithmeticError):
            editor.say(mark("QuoteEditor", "The lines of the draft cannot be read."), "danger")
        if found.path != self._keeper.path:
            self._keeper.drop(found)
        self.keep()
