"""The counters over the preview: how many rows of each kind, and a filter in one."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QWidget

from desktop_crm.exchange.importing import Existing, State
from desktop_crm.i18n import Message, language, mark, translate
from desktop_crm.models.numbers import format_number
from desktop_crm.views.widgets import paint, tokens
from desktop_crm.views.widgets.fonts import width
from desktop_crm.views.widgets.layouts import row

ALL = "all"
NAMES: dict[str, tuple[Message, str]] = {
    State.NEW: (mark("ImportCount", "Create"), "success"),
    State.UPDATE: (mark("ImportCount", "Update"), "info"),
    State.DUPLICATE: (mark("ImportCount", "Duplicate"), "warning"),
    State.INVALID: (mark("ImportCount", "Faulty"), "danger"),
    ALL: (mark("ImportCount", "All"), "neutral"),
}
_NOTES: dict[str, Message] = {
    State.NEW: mark("ImportCount", "will be added"),
    State.UPDATE: mark("ImportCount", "changed cells only"),
    State.DUPLICATE: mark("ImportCount", "will be skipped"),
    State.INVALID: mark("ImportCount", "cannot be imported"),
    ALL: mark("ImportCount", "rows of the file"),
}


class Counter(QAbstractButton):
    """A number, what it counts, and a line about it; a mark of its tone at the left."""

    def __init__(self, name: str, tone: str, note: str, checkable: bool = True) -> None:
        super().__init__()
        self._name, self._note, self._tone = translate(name), translate(note), tone
        self._number = "0"
        self.setCheckable(checkable)
        self.setFixedHeight(58)
        self.setMinimumWidth(130)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if checkable else Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_number(0)

    def set_number(self, number: int) -> None:
        """Show how many there are."""
        self._number = format_number(number, None, language())
        self.setAccessibleName(f"{self._number} {self._name}")
        self.update()

    def number(self) -> str:
        """The number as it is shown."""
        return self._number

    def set_note(self, note: str) -> None:
        """Change the line under the name."""
        self._note = translate(note)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, 58)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, rect, on = QPainter(self), QRectF(self.rect()), self.isChecked()
        hover = self.isCheckable() and self.underMouse()
        paint.box(painter, rect, "selected" if on else "hover" if hover else "surface",
                  "link" if on else "line", tokens.R_CARD)  # fmt: skip
        paint.box(painter, QRectF(7, 14, 3, self.height() - 28), tokens.tone(self._tone).solid, radius=1.5)
        wide = width(self._number, tokens.TITLE, True)
        paint.text(painter, QRectF(18, 0, wide + 4, self.height()), self._number, tokens.TITLE, strong=True)
        words = QRectF(18 + wide + 11, 9, rect.width() - wide - 37, 20)
        paint.text(painter, words, self._name, strong=True)
        paint.text(painter, words.translated(0, 20), self._note, tokens.CAPTION, "text2")
        if self.hasFocus():
            paint.focus_ring(painter, rect, tokens.R_CARD)


class Counters(QWidget):
    """`chosen(name)` when another filter is wanted: a `State` or `ALL`. Left and Right move."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self.cards: dict[str, Counter] = {}
        for key, (name, tone) in NAMES.items():
            card = self.cards[key] = Counter(name, tone, _NOTES[key])
            self._group.addButton(card)
        self._group.buttonToggled.connect(self._toggled)
        self.setLayout(row(*((card, 1) for card in self.cards.values()), gap=10))
        self.set_current(ALL)

    def show_counts(self, counts: Mapping[State, int], existing: Existing) -> None:
        """Show a plan's numbers."""
        for state in State:
            self.cards[state].set_number(counts[state])
        self.cards[ALL].set_number(sum(counts.values()))
        skipped = existing == Existing.UPDATE
        words = mark("ImportCount", "the same, skipped") if skipped else _NOTES[State.DUPLICATE]
        self.cards[State.DUPLICATE].set_note(words)

    def current(self) -> str:
        """The filter in force."""
        return next(key for key, card in self.cards.items() if card.isChecked())

    def set_current(self, key: str) -> None:
        """Choose without a signal."""
        self._group.blockSignals(True)
        self.cards[key].setChecked(True)
        self._group.blockSignals(False)

    def _toggled(self, card: QAbstractButton, on: bool) -> None:
        if on:
            self.chosen.emit(self.current())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if not step:
            super().keyPressEvent(event)
            return
        keys = list(self.cards)
        card = self.cards[keys[(keys.index(self.current()) + step) % len(keys)]]
        card.setFocus()
        card.click()
