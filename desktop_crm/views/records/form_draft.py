"""Keeps what is typed into a form on this computer, and offers back what an earlier run left behind."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QTimer

from desktop_crm.i18n import mark, translate
from desktop_crm.views.records.binding import Binding
from desktop_crm.views.records.drafts import Draft, DraftKeeper
from desktop_crm.views.records.moments import clock
from desktop_crm.views.records.notices import Notices

_PAUSE = 1000  # ms after the last letter


class FormDraft(QObject):
    """The draft of the record a form shows; call `touch` whenever something is entered."""

    def __init__(self, database: str, module: str, binding: Binding, notices: Notices, parent: QObject) -> None:
        super().__init__(parent)
        self._database, self._module, self._binding, self._notices = database, module, binding, notices
        self._version = 0
        self.keeper = DraftKeeper(database, module, None)
        self._timer = QTimer(self, interval=_PAUSE, singleShot=True)
        self._timer.timeout.connect(self.keep)
        parent.destroyed.connect(self._close)

    def follow(self, record_id: int | None) -> None:
        """Keep the draft of another record from now on; that of the one before stays where it is."""
        self._timer.stop()
        self._notices.drop("draft")
        self.keeper.close()
        self.keeper = DraftKeeper(self._database, self._module, record_id)

    def set_version(self, version: int) -> None:
        """Say which version the entries are typed over."""
        self._version = version

    def touch(self) -> None:
        """Keep the draft soon."""
        self._timer.start()

    def keep(self) -> None:
        """Keep the draft now."""
        self._timer.stop()
        self.keeper.keep(self._binding.typed(), self._version)

    def drop(self) -> None:
        """The entries are saved or given up."""
        self._timer.stop()
        self.keeper.drop()

    def offer(self) -> None:
        """Offer what an earlier run left behind for this record."""
        draft = self.keeper.left_behind()
        if draft is not None:
            words = translate(mark("Form", "Unsaved entries of {when} were left behind."), when=clock(draft.at))
            restore, drop = partial(self._restore, draft), partial(self.keeper.drop, draft)
            self._notices.say("draft", words, "warning", mark("Form", "Restore them"), restore, closed=drop)

    def _restore(self, draft: Draft) -> None:
        self._binding.restore(draft.typed)
        self.keep()
        if draft.path != self.keeper.path:
            self.keeper.drop(draft)

    def _close(self) -> None:
        self.keeper.close()
