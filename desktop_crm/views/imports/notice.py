"""A line inside a page that says what is wrong or missing and what to do about it."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_crm.i18n import translate
from desktop_crm.views.widgets import paint, tokens
from desktop_crm.views.widgets.badges import Icon
from desktop_crm.views.widgets.layouts import label, row, set_tone
from desktop_crm.views.widgets.message_bar import ICONS


class Notice(QWidget):
    """Tinted, with an icon; hidden while it has nothing to say."""

    def __init__(self) -> None:
        super().__init__()
        self._tone = "info"
        self._icon = Icon("info", 18)
        self._words = label("", wrap=True, selectable=True)
        self.setLayout(row(self._icon, (self._words, 1), gap=10, margins=(12, 8, 12, 8)))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.hide()

    def say(self, text: str, tone: str = "danger") -> None:
        """Show words in a tone; nothing hides the line."""
        self._tone = tone
        self._words.setText(translate(text))
        set_tone(self._words, tone)
        self._icon.set_icon(ICONS.get(tone, "info"), f"tone:{tone}")
        self.setAccessibleName(self._words.text())
        self.setVisible(bool(text))
        self.update()

    def clear(self) -> None:
        """Say nothing."""
        self.say("")

    def text(self) -> str:
        """What is said."""
        return self._words.text()

    def paintEvent(self, event: QPaintEvent) -> None:
        paint.box(QPainter(self), QRectF(self.rect()), tokens.tone(self._tone).bg, None, 6)
