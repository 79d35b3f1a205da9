"""The panel beside a form: a remark to write, and what happened to the record, newest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCursor, QKeyEvent
from PySide6.QtWidgets import QMenu, QPlainTextEdit, QWidget

from desktop_crm.i18n import mark, translate
from desktop_crm.services import notes
from desktop_crm.services.reading import Happening, RecordView
from desktop_crm.storage.database import UnitOfWork
from desktop_crm.views.records.drafts import NO_VERSION, Content, Place
from desktop_crm.views.records.history_words import Titles, timeline_items
from desktop_crm.views.records.kept import Kept
from desktop_crm.views.widgets.controls import Tab, Tabs
from desktop_crm.views.widgets.dialogs import Sheet
from desktop_crm.views.widgets.icons import icon
from desktop_crm.views.widgets.layouts import box, button, col, frame, label, row, scroll
from desktop_crm.views.widgets.timeline import Timeline

if TYPE_CHECKING:
    from desktop_crm.views.context import Context

WIDTH = 330
_ONLY = ("", "comment", "change")
NOTE = "note"
"""The part of a draft that is a remark begun."""


class _Remark(QPlainTextEdit):
    """Ctrl+Enter sends; Esc leaves an empty one to the form."""

    sent = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setPlaceholderText(translate(mark("TimelinePanel", "Quick note… (Ctrl+Enter to keep it)")))
        self.setAccessibleName(translate(mark("TimelinePanel", "Note")))
        self.setFixedHeight(58)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.sent.emit()
        else:
            super().keyPressEvent(event)


class TimelinePanel(QWidget):
    """`reload_asked()` after a remark was written, changed or removed."""

    reload_asked = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._view: RecordView | None = None
        self._known: Titles = {}
        self.tabs = Tabs([Tab(mark("TimelinePanel", "All"))], indent=4)
        self.tabs.changed.connect(lambda _: self._show())
        self.remark = _Remark()
        self.remark.sent.connect(self.send)
        self._send = button(mark("TimelinePanel", "Keep note"), clicked=self.send)
        self._send.hide()
        self.kept = Kept(context.drafts, Place(""), self._say, self)
        self.remark.textChanged.connect(self.kept.touch)
        self.remark.textChanged.connect(lambda: self._send.setVisible(bool(self.remark.toPlainText().strip())))
        self.timeline = Timeline()
        self.timeline.opened.connect(self._menu)
        self._none = label(mark("TimelinePanel", "Nothing has happened here yet."), tone="t3", wrap=True)
        bar = frame("bar", row((self.tabs, 1), margins=(8, 0, 8, 0)), height=38)
        body = frame("page", col(self.remark, row(None, self._send), 2, self._none, self.timeline, None, gap=8,
                                 margins=(16, 12, 12, 12)))  # fmt: skip
        self.setLayout(col(frame("side", col(bar, (scroll(body), 1), gap=0, margins=(1, 0, 0, 0))), gap=0))
        self.setFixedWidth(WIDTH)

    def show_view(self, view: RecordView, known: Titles) -> None:
        """Show the history of a record; `known` names the rows it speaks of."""
        self._follow(view)
        self._view, self._known = view, known
        comments = sum(one.action == "comment" for one in view.timeline)
        self.tabs.set_items(
            [
                Tab(mark("TimelinePanel", "All")),
                Tab(mark("TimelinePanel", "Notes"), str(comments or "")),
                Tab(mark("TimelinePanel", "Changes")),
            ]
        )
        self._show()

    def _follow(self, view: RecordView) -> None:
        """What is written belongs to one record; what was begun for the next one comes back."""
        place = Place(view.entity.__tablename__, view.id, NOTE)
        if place == self.kept.place:
            return
        if self._view is not None:
            self.kept.keep()
        self.kept.follow(place)
        found = self.kept.left_behind()
        self.remark.setPlainText(str(found.content.entries.get("text", "")) if found is not None else "")
        if found is not None:
            self.kept.adopt(found)

    def _say(self) -> Content | None:
        text, view = self.remark.toPlainText(), self._view
        if view is None or not text.strip():
            return None
        return Content(view.title, (translate(mark("TimelinePanel", "Note")),), NO_VERSION, {"text": text})

    def _show(self) -> None:
        if self._view is not None:
            items = timeline_items(self._view, self._context.choices, self._known, _ONLY[self.tabs.current()])
            self.timeline.set_items(items)
            self._none.setVisible(not items)

    def show_changes(self) -> None:
        """Show only what was changed."""
        self.tabs.set_current(_ONLY.index("change"))
        self._show()

    def send(self) -> None:
        """Keep what is written as a remark."""
        view, text = self._view, self.remark.toPlainText()
        if view is None or not text.strip():
            return

        def work(unit: UnitOfWork) -> None:
            notes.add_comment(unit, unit.get(view.entity, view.id), text)

        self._context.write(work, self._sent, owner=self, draft=self.kept)

    def _sent(self, _: None) -> None:
        self.remark.clear()
        self.reload_asked.emit()

    def _menu(self, comment_id: int) -> None:
        """Offer to change or remove one's own remark."""
        one = self._comment(comment_id)
        if one is None or one.author_id != self._context.actor.id:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(icon("pencil"), translate(mark("TimelinePanel", "Edit note…")), lambda: self.edit(one))
        menu.addAction(icon("trash-2"), translate(mark("TimelinePanel", "Remove note")), lambda: self.remove(one))
        menu.popup(QCursor.pos())

    def _comment(self, comment_id: int) -> Happening | None:
        timeline = self._view.timeline if self._view is not None else ()
        return next((one for one in timeline if one.comment_id == comment_id), None)

    def edit(self, one: Happening) -> Sheet:
        """Change one's own remark in a dialog."""
        text = QPlainTextEdit(one.text)
        text.setMinimumHeight(110)
        cancel, keep = button(mark("TimelinePanel", "Cancel")), button(mark("TimelinePanel", "Save note"), "primary")
        sheet = Sheet(self, mark("TimelinePanel", "Edit note"), box(col(text)), (cancel, keep), width=440)
        sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sheet.safe = text
        cancel.clicked.connect(sheet.reject)
        keep.clicked.connect(sheet.accept)
        sheet.accepted.connect(lambda: self._edited(one, text.toPlainText()))
        sheet.open()
        return sheet

    def _edited(self, one: Happening, text: str) -> None:
        if not text.strip():
            self.remove(one)
        elif text != one.text and one.comment_id is not None:
            key = one.comment_id
            self._write(lambda unit: notes.edit_comment(unit, key, text, one.text))

    def remove(self, one: Happening) -> None:
        """Take one's own remark away; it can be put back for ten seconds."""
        key, view = one.comment_id, self._view
        if key is None or view is None:
            return
        self._write(lambda unit: notes.remove_comment(unit, key))

        def put_back() -> None:
            self._write(lambda unit: notes.add_comment(unit, unit.get(view.entity, view.id), one.text).id)

        self._context.messages.show_undo(translate(mark("TimelinePanel", "The note was removed.")), put_back)

    def _write(self, work: object) -> None:
        self._context.write(work, lambda _: self.reload_asked.emit(), owner=self)  # type: ignore[arg-type]
