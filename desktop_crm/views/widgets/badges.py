"""Small painted things: badge, avatar, icon, key cap, count dot, filter chip."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop_crm.i18n import mark, translate
from desktop_crm.views.widgets import icons, paint, tokens
from desktop_crm.views.widgets.fonts import width


class Badge(QWidget):
    """A tinted pill that names a state."""

    def __init__(self, text: str = "", tone: str = "neutral", dot: bool = False) -> None:
        super().__init__()
        self._dot = dot
        self.show_state(text, tone)

    def show_state(self, text: str, tone: str = "neutral") -> None:
        """Change word and colour; an empty word takes no room."""
        self._text, self._tone = translate(text), tone
        self.setFixedSize(int(paint.badge_width(self._text, self._dot)) + 1 if self._text else 0, 22)
        self.setAccessibleName(self._text)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._text:
            paint.badge(QPainter(self), 0, 11, self._text, self._tone, self._dot)


class PillButton(QAbstractButton):
    """A badge one can press."""

    def __init__(self, text: str, tone: str, tip: str, clicked: Callable[[], object]) -> None:
        super().__init__()
        self._words, self._tone = translate(text), tone
        self.setFixedSize(int(paint.badge_width(self._words)) + 1, 22)
        self.setAccessibleName(self._words)
        self.setToolTip(translate(tip))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(lambda: clicked())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint.badge(painter, 0, 11, self._words, self._tone)
        if self.hasFocus():
            paint.focus_ring(painter, QRectF(self.rect()), 11)


class Avatar(QWidget):
    """Initials of a person (circle) or an organization (square)."""

    def __init__(self, name: str = "", size: int = 28, organization: bool = False) -> None:
        super().__init__()
        self._organization = organization
        self.setFixedSize(size, size)
        self.set_name(name)

    def set_name(self, name: str) -> None:
        """Show another name."""
        self._name = name
        self.setToolTip(name)
        self.setAccessibleName(name)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._name:
            paint.avatar(QPainter(self), self.rect(), self._name, self._organization)


class Icon(QWidget):
    """An icon in a token's colour (`text3`, `tone:danger`, …); decoration only, it has no name."""

    def __init__(self, name: str, size: int = 16, colour: str = "text3") -> None:
        super().__init__()
        self._name, self._colour = name, colour
        self.setFixedSize(size, size)

    def set_icon(self, name: str, colour: str = "text3") -> None:
        """Show another icon."""
        self._name, self._colour = name, colour
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        icons.draw(QPainter(self), self._name, QRectF(self.rect()), self._colour)


class Kbd(QWidget):
    """A key cap: the shortcut of something nearby."""

    def __init__(self, keys: str) -> None:
        super().__init__()
        self._keys = keys
        self.setFixedSize(int(width(keys, 11)) + 13, 19)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint.box(painter, self.rect(), "sunken", "line", 4)
        paint.text(painter, self.rect(), self._keys, 11, "text3", align=paint.CENTRE)


class CountDot(QWidget):
    """A red dot with a number, laid over a corner of its parent; hidden at zero."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.set_count(0)

    def set_count(self, count: int) -> None:
        """Show a number (above 99: 99+)."""
        self._words = "99+" if count > 99 else str(count)
        self.setFixedSize(max(16, int(width(self._words, 10, True)) + 9), 16)
        parent = self.parentWidget()
        if parent is not None:
            self.move(parent.width() - self.width(), 0)
        self.setVisible(count > 0)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint.box(painter, self.rect(), "danger_fill", "rail", 8, 1.5)
        paint.text(painter, QRectF(self.rect()).adjusted(-2, 0, 2, 0), self._words, 10, "#FFFFFF", True, paint.CENTRE)


class Chip(QAbstractButton):
    """A filter in force: the field in grey, its value in ink, × to take it off. Without a value: "add" with a plus.

    `clicked` opens it; `removed` is emitted by × and by Delete.
    """

    removed = Signal()

    def __init__(self, name: str, value: str = "") -> None:
        super().__init__()
        self._name, self._value = translate(name), value
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._describe()

    def set_value(self, value: str) -> None:
        """Show another value of the same filter."""
        self._value = value
        self._describe()
        self.updateGeometry()
        self.update()

    def _describe(self) -> None:
        self.setAccessibleName(f"{self._name}: {self._value}" if self._value else self._name)
        self.setToolTip(translate(mark("Chip", "{filter} – Delete takes the filter off"), filter=self.accessibleName())
                        if self._value else "")  # fmt: skip

    def sizeHint(self) -> QSize:
        if not self._value:
            return QSize(int(width(self._name)) + 39, 26)
        value = min(width(self._value, strong=True), 220)
        return QSize(int(width(f"{self._name}: ") + value) + 45, 26)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._value and event.position().x() > self.width() - 24:
            self.removed.emit()
        else:
            super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self._value:
            self.removed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, rect = QPainter(self), QRectF(self.rect())
        if self._value:
            self._paint_filter(painter, rect)
        else:
            self._paint_add(painter, rect)
        if self.hasFocus():
            paint.focus_ring(painter, rect, 5)

    def _paint_filter(self, painter: QPainter, rect: QRectF) -> None:
        tone = tokens.tone("info")
        paint.box(painter, rect, "selected" if self.underMouse() else tone.bg)
        x = 10 + paint.text(painter, rect.adjusted(10, 0, 0, 0), f"{self._name}: ", colour="text2")
        paint.text(painter, rect.adjusted(x, 0, -24, 0), self._value, colour=tone.fg, strong=True)
        paint.icon(painter, "x", rect.right() - 20, rect.center().y(), 13)

    def _paint_add(self, painter: QPainter, rect: QRectF) -> None:
        paint.box(painter, rect, "hover" if self.underMouse() else None, "line")
        paint.icon(painter, "plus", 9, rect.center().y(), 13)
        paint.text(painter, rect.adjusted(27, 0, 0, 0), self._name, colour="text2")
