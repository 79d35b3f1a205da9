"""A message in one line: icon, words, one action. With an undo it carries a clock that runs down."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop_crm.i18n import mark, translate
from desktop_crm.views.widgets import paint, tokens
from desktop_crm.views.widgets.badges import Icon, Kbd
from desktop_crm.views.widgets.layouts import button, label, row, tool

UNDO_SECONDS = 10
_TICK = 100  # ms

ICONS = {
    "success": "circle-check",
    "warning": "triangle-alert",
    "danger": "circle-x",
    "info": "info",
    "neutral": "info",
}


class MessageBar(QWidget):
    """`acted` when its button is pressed, `closed` when it is dismissed or its time is over.

    `seconds` = 0 stays until dismissed. The clock stands still while the mouse is over the bar.
    """

    acted = Signal()
    closed = Signal()

    def __init__(
        self,
        text: str,
        tone: str = "info",
        action: str = "",
        icon: str = "",
        undo: bool = False,
        seconds: float = 0,
    ) -> None:
        super().__init__()
        self._tone, self._undo = tone, undo
        self._total = self._left = seconds or (UNDO_SECONDS if undo else 0)
        self.text = translate(text)
        self.setFixedHeight(tokens.MESSAGE_HEIGHT)
        self.setAccessibleName(self.text)
        words = label(self.text)
        words.setToolTip(self.text)
        words.setMinimumWidth(60)
        self.setLayout(row(Icon(icon or ICONS.get(tone, "info"), 18, f"tone:{tone}"), (words, 1), gap=10,
                           margins=(12, 0, 6, 0)))  # fmt: skip
        self._add_buttons(action or (mark("MessageBar", "Undo") if undo else ""))
        self._timer = QTimer(self, interval=_TICK)
        self._timer.timeout.connect(self._tick)
        if self._total:
            self._timer.start()

    def _add_buttons(self, action: str) -> None:
        layout = self.layout()
        assert layout is not None
        if action:
            layout.addWidget(button(action, "link", "undo-2" if self._undo else "", clicked=self.act))
        if self._undo:
            layout.addWidget(Kbd("Ctrl Z"))
        layout.addWidget(tool("x", mark("MessageBar", "Dismiss"), 26, clicked=self.close_bar))

    @property
    def is_undo(self) -> bool:
        """Whether Ctrl+Z means this bar."""
        return self._undo

    def act(self) -> None:
        """Press the bar's button."""
        self._timer.stop()
        self.acted.emit()
        self.closed.emit()

    def close_bar(self) -> None:
        """Dismiss the bar."""
        self._timer.stop()
        self.closed.emit()

    def _tick(self) -> None:
        self._left -= _TICK / 1000
        self.update()
        if self._left <= 0:
            self.close_bar()

    def enterEvent(self, event: QEnterEvent) -> None:
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        if self._total and self._left > 0:
            self._timer.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, rect, tone = QPainter(self), QRectF(self.rect()), tokens.tone(self._tone)
        paint.box(painter, rect, tone.bg, None, 6)
        if self._undo and self._total:
            wide = (rect.width() - 12) * max(self._left, 0) / self._total
            paint.fill(painter, QRectF(6, rect.bottom() - 2, wide, 2), tone.solid)
