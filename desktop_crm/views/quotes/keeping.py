"""What is typed into a document's editor and not saved, kept on this computer and offered again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from desktop_crm.i18n import mark, translate
from desktop_crm.views.quotes.draft_model import Sheet, sheet_of_words, sheet_words
from desktop_crm.views.quotes.saving import now_words
from desktop_crm.views.records.drafts import Content, Draft, Place
from desktop_crm.views.records.form_draft import field_words, put_back
from desktop_crm.views.records.kept import Kept
from desktop_crm.views.records.moments import clock
from desktop_crm.views.widgets.message_bar import MessageBar

if TYPE_CHECKING:
    from desktop_crm.views.quotes.editor import DocumentEditor


class DocumentDraft(QObject):
    """The local draft of one editor."""

    def __init__(self, editor: DocumentEditor) -> None:
        super().__init__(editor)
        self._editor = editor
        self.kept = Kept(editor.context.drafts, Place(editor.kind.module, editor.record_id), self._say, editor)

    def take_id(self, record_id: int) -> None:
        """The new document is stored under an id now."""
        self.kept.follow(Place(self._editor.kind.module, record_id))

    def _say(self) -> Content | None:
        editor = self._editor
        if not editor.is_dirty():
            return None
        binding, words = editor.head.binding, list(field_words(editor.head.binding))
        entries: dict[str, Any] = {"typed": editor.head.typed(), "base": binding.base(binding.dirty())}
        if editor.lines_differ():
            entries |= {"lines": sheet_words(editor.panel.model.sheet), "base_lines": sheet_words(editor.base)}
            words.append(_lines_words(editor.base, editor.panel.model.sheet))
        editor.notes.kept.setText(translate(mark("QuoteEditor", "Draft kept at {time}"), time=now_words()))
        return Content(self._title(), tuple(words), editor.version, entries)

    def _title(self) -> str:
        record, values = self._editor.opened.record, self._editor.draft().values
        first = record.number if record is not None else translate(self._editor.kind.new_title)
        return " · ".join(filter(None, (first, str(values.get("buyer_name") or ""), str(values.get("subject") or ""))))

    def offer(self) -> MessageBar | None:
        """A bar that offers what an earlier run of the program left behind; None where it left nothing."""
        found = self.kept.left_behind() if self._editor.record_id is not None else None
        if found is None:
            return None
        words = mark("QuoteEditor", "A draft of {time} was not saved.")
        if found.content.version != self._editor.version:
            words = mark("QuoteEditor", "A draft of {time} was not saved; the document was changed since.")
        bar = MessageBar(translate(words, time=clock(found.at)), "warning", mark("QuoteEditor", "Restore the draft"))
        bar.acted.connect(lambda: self.restore(found))
        bar.closed.connect(bar.deleteLater)
        return bar

    def restore(self, found: Draft) -> None:
        """Put a draft upon the document as it is now; what others changed meanwhile is merged or asked about."""
        editor, entries = self._editor, found.content.entries
        if editor.panel.model.locked:
            editor.say(mark("QuoteEditor", "The document can only be read now; the draft is kept."), "warning")
            return
        try:
            mine = sheet_of_words(entries["lines"]) if "lines" in entries else None
            before = sheet_of_words(entries["base_lines"]) if "base_lines" in entries else None
        except (ValueError, TypeError, KeyError, ArithmeticError):
            editor.say(mark("QuoteEditor", "The lines of the draft cannot be read."), "danger")
            return
        self.kept.adopt(found)
        moved = editor.record_id is not None and found.content.version != editor.version
        with editor.restoring():
            put_back(editor.head.binding, entries)
            editor.head.restore({key: text for key, text in entries["typed"].items() if key == "discount"})
        if mine is not None:
            if moved and before is not None:
                editor.base = before
            editor.panel.model.apply(mine, mark("QuoteEditor", "restored draft"))
        if moved:
            editor.version = found.content.version
            editor.saver.merge(editor.opened, save=False)
        self.kept.keep()


def _lines_words(base: Sheet, sheet: Sheet) -> str:
    """How many lines were added, as a person counts them; that lines were changed where none was."""
    stored = {line.draft.id for line in base.lines if line.draft.id is not None}
    added = sum(line.draft.id not in stored for line in sheet.lines)
    if added:
        return translate(mark("QuoteEditor", "{n} new line") if added == 1 else mark("QuoteEditor", "{n} new lines"),
                         n=added)  # fmt: skip
    return translate(mark("QuoteEditor", "Lines"))
