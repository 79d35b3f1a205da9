"""The line that says who else is changing the record of a page, and the word to others that one is doing so oneself."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from desktop_crm.i18n import mark, translate
from desktop_crm.services import editing
from desktop_crm.services.editing import Editor
from desktop_crm.views.records.moments import clock

if TYPE_CHECKING:
    from desktop_crm.errors import CrmError
    from desktop_crm.models import Record
    from desktop_crm.views.context import Context
    from desktop_crm.views.records.notices import Notices

_NAME = "editing"


class BeingEdited(QTimer):
    """Says and shows who is changing one record of a server; a file has nobody else to tell."""

    def __init__(self, context: Context, entity: type[Record], notices: Notices, page: QWidget) -> None:
        super().__init__(page, interval=editing.STILL_EVERY * 1000)
        self._context, self._entity, self._notices, self._page = context, entity, notices, page
        self._shared = not context.database.is_local
        self._record_id: int | None = None
        self._said = False
        self.timeout.connect(self.look)
        page.destroyed.connect(self._gone)

    def follow(self, record_id: int | None) -> None:
        """The page shows another record from now on; None for one that is not stored yet."""
        self._end()
        self._notices.drop(_NAME)
        self._record_id = record_id
        if self._shared and record_id is not None:
            self.start()
            self.look()
        else:
            self.stop()

    def set_dirty(self, dirty: bool) -> None:
        """Whether something is entered in the page that is not saved."""
        if not self._shared or self._record_id is None or dirty == self._said:
            return
        if dirty:
            self._said = True
            self.look()
        else:
            self._end()

    def look(self) -> None:
        """See who else is changing the record, having said so where one does it oneself."""
        if self._record_id is None or not (self._said or self._page.isVisible()):
            return
        ask = self._context.write if self._said else partial(self._context.read, key=_NAME)
        work = partial(editing.say if self._said else editing.others, entity=self._entity, record_id=self._record_id)
        ask(work, partial(self._show, self._record_id), self._unknown, owner=self._page)

    def _unknown(self, error: CrmError) -> None:
        """A hint that cannot be had is not worth a message."""
        self._notices.drop(_NAME)

    def _show(self, record_id: int, editors: tuple[Editor, ...]) -> None:
        if record_id != self._record_id:
            return
        if not editors:
            self._notices.drop(_NAME)
        elif (words := _words(editors)) not in self._notices.texts():
            self._notices.say(_NAME, words, "info")

    def _end(self) -> None:
        if self._said and self._record_id is not None:
            self._said = False
            work = partial(editing.end, entity=self._entity, record_id=self._record_id)
            self._context.write(work, None, lambda _: None, owner=self._context.relay)

    def _gone(self) -> None:
        with suppress(RuntimeError):  # the window goes as a whole: others see the silence
            self._end()


def _words(editors: tuple[Editor, ...]) -> str:
    first = editors[0]
    if len(editors) == 1:
        words = mark("Form", "{who} is changing this record (since {when})")
        return translate(words, who=first.who, when=clock(first.since))
    who = ", ".join(editor.who for editor in editors)
    return translate(mark("Form", "{who} are changing this record"), who=who)
