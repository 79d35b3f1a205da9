"""What others change, brought to the window's thread, where every open view hears of it."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

if TYPE_CHECKING:
    from desktop_crm.storage.history import Change
    from desktop_crm.views.context import Context


class Others(QObject):
    """Tells the views of a window what others change in its database, as long as window and database are open."""

    _came = Signal(object)  # tuple[Change, ...], from the feed's thread

    def __init__(self, context: Context) -> None:
        super().__init__(context.relay)
        self._relay = context.relay
        self._came.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        context.database.follow(context.actor, self._hear)

    def _hear(self, changes: tuple[Change, ...]) -> None:
        with suppress(RuntimeError):  # the window has gone meanwhile
            self._came.emit(changes)

    def _tell(self, changes: tuple[Change, ...]) -> None:
        self._relay.changed.emit(changes, None)
