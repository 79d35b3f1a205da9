"""Dialogs: a raised sheet over a scrim, and questions asked with it. Esc closes, first focus is on the safe button."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QLayout, QPushButton, QWidget

from desktop_crm.i18n import mark, translate
from desktop_crm.views.widgets import paint, tokens
from desktop_crm.views.widgets.badges import Icon
from desktop_crm.views.widgets.layouts import box, button, col, frame, label, row, tool
from desktop_crm.views.widgets.scrim import Scrim

_SHADOW = 26  # room around the sheet for its shadow


class Sheet(QDialog):
    """Title, body, and a foot with buttons; `icon` and `tone` stand before the title, `left` at the foot's left.

    Open it with `open()` (signals `accepted`, `rejected`) or `exec()`. The caller wires its buttons.
    """

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        body: QWidget,
        buttons: Sequence[QPushButton] = (),
        width: int = 520,
        icon: str = "",
        tone: str = "neutral",
        left: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._scrim: Scrim | None = None
        self._again = label("", 12, "t2", wrap=True)
        self._again.hide()
        self._grip: QRect | None = None
        self.safe: QWidget | None = None
        self.setWindowFlags(Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(translate(title))
        self.setAccessibleName(translate(title))
        self._sheet = frame("sheet", col(self._head(title, icon, tone), box(col(self._again, body, gap=6,
                                         margins=(20, 0, 20, 0))), 4,
                                         self._foot(buttons, left), gap=6), width=width)  # fmt: skip
        self.setLayout(col(self._sheet, margins=(_SHADOW,) * 4))
        # Buttons stay auto-default: Enter presses the focused one, elsewhere the primary one. A button learns its
        # dialog only here; told earlier, Qt would make the first button (Cancel) a second default when it shows.
        primary = next((b for b in buttons if b.property("kind") == "primary"), None)
        if primary is not None:
            primary.setDefault(True)

    def _head(self, title: str, icon: str, tone: str) -> QWidget:
        self.title_label = label(title, tokens.HEADING, strong=True, wrap=True)
        mark_ = [Icon(icon, 20, f"tone:{tone}")] if icon else []
        close = tool("x", mark("Sheet", "Close (Esc)"), 28, clicked=self.reject)
        return box(row(*mark_, (self.title_label, 1), close, gap=10, margins=(20, 12, 10, 0)))

    def say_restored(self, text: str) -> None:
        """Say above the body that what is in it was typed before."""
        self._again.setText(text)
        self._again.show()

    def _foot(self, buttons: Sequence[QPushButton], left: QWidget | None) -> QWidget:
        begin = [left] if left is not None else []
        return frame("sheet-foot", row(*begin, None, *buttons, gap=8, margins=(20, 12, 16, 14)))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        parent: QWidget | None = self.parentWidget()
        if parent is not None:
            window = parent.window()
            if self._scrim is None and not isinstance(window, Sheet):  # one shade is enough
                self._scrim = Scrim(window)
            self.fit()
        if self.safe is not None:
            self.safe.setFocus(Qt.FocusReason.TabFocusReason)

    def fit(self) -> None:
        """Take the size that the contents ask for now, in the middle of the window."""
        for each in reversed(self.findChildren(QLayout)):
            each.activate()  # from the inside out: what was just hidden asks for no room
        self.adjustSize()
        if (parent := self.parentWidget()) is not None:
            self.move(parent.window().frameGeometry().center() - self.rect().center())

    def done(self, result: int) -> None:
        if self._scrim is not None:
            self._scrim.deleteLater()
            self._scrim.hide()
            self._scrim = None
        super().done(result)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint.shadow(QPainter(self), self._sheet.geometry())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The sheet has no title bar: it is dragged by any empty place."""
        handle = self.windowHandle()
        if event.button() == Qt.MouseButton.LeftButton and handle is not None:
            handle.startSystemMove()


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer to a question: its key, its verb, and the kind of its button."""

    key: str
    text: str
    kind: str = "plain"
    icon: str = ""


CANCEL = Choice("", mark("Dialog", "Cancel"))


def question(
    parent: QWidget | None,
    title: str,
    text: str,
    choices: Sequence[Choice],
    icon: str = "circle-help",
    tone: str = "info",
    body: QWidget | None = None,
    width: int = 460,
) -> tuple[Sheet, dict[str, QPushButton]]:
    """A question not yet asked: the sheet and its buttons by key. The first choice has the first focus."""
    words = label(text, wrap=True, selectable=True)
    buttons = {c.key: button(c.text, c.kind, c.icon) for c in choices}
    content = box(col(words, *([body] if body is not None else []), gap=8))
    sheet = Sheet(parent, title, content, list(buttons.values()), width, icon, tone)
    sheet.safe = buttons[choices[0].key]
    return sheet, buttons


def choose(
    parent: QWidget | None,
    title: str,
    text: str,
    choices: Sequence[Choice],
    icon: str = "circle-help",
    tone: str = "info",
) -> str:
    """Ask and wait for an answer: the key of the choice, '' for Esc. Put the safe choice first."""
    sheet, buttons = question(parent, title, text, choices, icon, tone)
    keys = list(buttons)
    for number, each in enumerate(buttons.values(), 1):
        each.clicked.connect(lambda _=False, n=number: sheet.done(n))
    answer = sheet.exec()  # 0 is Esc
    sheet.deleteLater()
    return keys[answer - 1] if answer else ""


def confirm(
    parent: QWidget | None, title: str, text: str, action: str, danger: bool = False, icon: str = "", keep: str = ""
) -> bool:
    """Ask whether to do `action` (a verb, with its number: "Delete 3 leads"); the first focus is on leaving it be."""
    choices = (
        Choice("", keep or CANCEL.text),
        Choice("yes", action, "danger" if danger else "primary", icon),
    )
    shape = ("triangle-alert", "danger") if danger else ("circle-help", "info")
    return choose(parent, title, text, choices, *shape) == "yes"


def inform(parent: QWidget | None, title: str, text: str, icon: str = "info", tone: str = "info") -> None:
    """Say something that must be read; waits until it is closed."""
    choose(parent, title, text, (Choice("", mark("Dialog", "Close"), "primary"),), icon, tone)
