"""Lines over a form that say how the record stands: locked, deleted, changed elsewhere, a draft to take back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desktop_crm.views.widgets.layouts import col
from desktop_crm.views.widgets.message_bar import MessageBar

Run = Callable[[], object]


class Notices(QWidget):
    """Named lines; a new one takes the place of the older one of its name."""

    def __init__(self) -> None:
        super().__init__()
        self._bars: dict[str, MessageBar] = {}
        self._box = col(gap=6, margins=(20, 10, 22, 0))
        self.setLayout(self._box)
        self.hide()

    def say(
        self,
        name: str,
        text: str,
        tone: str = "info",
        action: str = "",
        run: Run | None = None,
        closed: Run | None = None,
    ) -> None:
        """Show a line with a button that calls `run`; `closed` is called when it is dismissed instead."""
        self.drop(name)
        bar = MessageBar(text, tone, action)
        after = [closed] if closed is not None else []

        def acted() -> None:
            after.clear()
            if run is not None:
                run()

        def gone() -> None:
            if self._bars.get(name) is bar:
                self.drop(name)
            for each in after:
                each()

        bar.acted.connect(acted)
        bar.closed.connect(gone)
        self._bars[name] = bar
        self._box.addWidget(bar)
        self.show()

    def drop(self, name: str) -> None:
        """Take a line away, if it is there."""
        bar = self._bars.pop(name, None)
        if bar is not None:
            bar.hide()
            self._box.removeWidget(bar)
            bar.deleteLater()
        self.setVisible(bool(self._bars))

    def texts(self) -> list[str]:
        """What the lines say."""
        return [bar.text for bar in self._bars.values()]

    def act(self, name: str) -> None:
        """Press the button of a line."""
        self._bars[name].act()
