"""Says in the top bar that the server cannot be reached, and when the next attempt is; nothing while it can."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop_crm.i18n import mark, translate
from desktop_crm.views.widgets.badges import Badge
from desktop_crm.views.widgets.layouts import button, label, row

if TYPE_CHECKING:
    from desktop_crm.views.connection import Connection


class LinkState(QWidget):
    """Follows one connection."""

    def __init__(self) -> None:
        super().__init__()
        self._connection: Connection | None = None
        self._badge = Badge(mark("LinkState", "No connection"), "danger", dot=True)
        self._words = label("", 12, "t2")
        self._now = button(mark("LinkState", "Try now"), "link", clicked=self._try)
        self.setLayout(row(self._badge, self._words, self._now, gap=6))
        self.hide()

    def follow(self, connection: Connection) -> None:
        """Show how this connection stands, from now on."""
        self._connection = connection
        connection.changed.connect(self._show)
        self._show()

    def words(self) -> str:
        """What is said beside the badge."""
        return self._words.text() if not self.isHidden() else ""

    def _show(self) -> None:
        connection = self._connection
        if connection is None:
            return
        self._words.setText(_words(connection))
        self._now.setVisible(not connection.trying and not connection.wants_password)
        self.setToolTip(connection.error.text() if connection.error is not None else "")
        self.setVisible(connection.lost)

    def _try(self) -> None:
        if self._connection is not None:
            self._connection.try_now()


def _words(connection: Connection) -> str:
    if connection.wants_password:
        return translate(mark("LinkState", "password refused"))
    if connection.trying:
        return translate(mark("LinkState", "trying again…"))
    return translate(mark("LinkState", "trying again in {n} s"), n=connection.seconds)
