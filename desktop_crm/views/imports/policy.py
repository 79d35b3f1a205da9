"""What to do with records that are there already: three cards, one chosen."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QWidget

from desktop_crm.exchange.importing import Existing
from desktop_crm.i18n import Message, mark, translate
from desktop_crm.views.widgets import paint, tokens
from desktop_crm.views.widgets.layouts import col

POLICIES: dict[Existing, tuple[Message, Message]] = {
    Existing.SKIP: (mark("ImportPolicy", "Skip"), mark("ImportPolicy", "What is there stays as it is")),
    Existing.UPDATE: (mark("ImportPolicy", "Update"), mark("ImportPolicy", "Filled cells replace what differs")),
    Existing.CREATE: (mark("ImportPolicy", "Create new"), mark("ImportPolicy", "Every row becomes a new record")),
}


class _Card(QAbstractButton):
    """A radio with a title and a line under it."""

    def __init__(self, title: str, note: str) -> None:
        super().__init__()
        self._title, self._note = translate(title), translate(note)
        self.setCheckable(True)
        self.setFixedHeight(54)
        self.setAccessibleName(self._title)
        self.setAccessibleDescription(self._note)
        self.setToolTip(self._note)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(220, 54)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, rect, on = QPainter(self), QRectF(self.rect()), self.isChecked()
        hover = "hover" if self.underMouse() else None
        paint.box(painter, rect, "selected" if on else hover, "ring" if on else "line", tokens.R_CARD)
        paint.radio(painter, 20, 19, on)
        paint.text(painter, QRectF(38, 8, rect.width() - 46, 20), self._title, strong=True)
        paint.text(painter, QRectF(38, 27, rect.width() - 46, 19), self._note, tokens.CAPTION, "text2")
        if self.hasFocus():
            paint.focus_ring(painter, rect, tokens.R_CARD)


class PolicyCards(QWidget):
    """`changed(policy)`; the arrow keys move the choice."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self.cards = {policy: _Card(*words) for policy, words in POLICIES.items()}
        for card in self.cards.values():
            self._group.addButton(card)
        self.setLayout(col(*self.cards.values(), gap=8))
        self.set_current(Existing.SKIP)
        self._group.buttonToggled.connect(self._toggled)

    def current(self) -> Existing:
        """The policy chosen."""
        return next((policy for policy, card in self.cards.items() if card.isChecked()), Existing.SKIP)

    def set_current(self, policy: Existing) -> None:
        """Choose without a signal."""
        self._group.blockSignals(True)
        self.cards[policy].setChecked(True)
        self._group.blockSignals(False)

    def _toggled(self, card: QAbstractButton, on: bool) -> None:
        if on:
            self.changed.emit(self.current())
