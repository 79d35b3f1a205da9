"""What happened, newest first: a painted list whose height follows its width."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_crm.i18n import mark, translate
from desktop_crm.views.widgets import paint, tokens
from desktop_crm.views.widgets.fonts import font

_WRAP = int(Qt.TextFlag.TextWordWrap)
_LEFT, _WHEN = 34, 78  # where words begin; room for the time
_MOST_LINES = 4


@dataclass(frozen=True, slots=True)
class TimelineItem:
    """One event: icon in a tone, who did what, detail, when; `data` comes back with `opened`."""

    icon: str
    tone: str
    title: str
    detail: str = ""
    when: str = ""
    data: Any = None


class Timeline(QWidget):
    """Events one under the other; `opened(data)` on click or Enter, arrows move."""

    opened = Signal(object)

    def __init__(self, items: Sequence[TimelineItem] = ()) -> None:
        super().__init__()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self._current, self._hot = 0, -1
        self._items: list[TimelineItem] = []
        self.setAccessibleName(translate(mark("Timeline", "Timeline")))
        self.set_items(items)

    def set_items(self, items: Sequence[TimelineItem]) -> None:
        """Show other events."""
        self._items, self._current, self._hot = list(items), 0, -1
        self._announce()
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return sum(self._heights(width, item)[2] for item in self._items)

    def sizeHint(self) -> QSize:
        return QSize(240, self.heightForWidth(max(self.width(), 240)))

    def minimumSizeHint(self) -> QSize:
        return QSize(180, self.heightForWidth(max(self.width(), 180)))

    def _heights(self, width: int, item: TimelineItem) -> tuple[int, int, int]:
        """Heights of title, detail and the whole event at a width."""
        title = _height(item.title, width - _LEFT - _WHEN, True)
        most = _MOST_LINES * QFontMetrics(font()).lineSpacing()
        detail = min(_height(item.detail, width - _LEFT, False), most) if item.detail else 0
        return title, detail, title + (detail + 3 if detail else 0) + 16

    def _rects(self) -> list[QRect]:
        y, found = 0, []
        for item in self._items:
            height = self._heights(self.width(), item)[2]
            found.append(QRect(0, y, self.width(), height))
            y += height
        return found

    def _at(self, y: float) -> int:
        return next((i for i, r in enumerate(self._rects()) if r.top() <= y <= r.bottom()), -1)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hot = self._at(event.position().y())
        clickable = self._hot >= 0 and self._items[self._hot].data is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if clickable else Qt.CursorShape.ArrowCursor)
        self.update()

    def leaveEvent(self, event: object) -> None:
        self._hot = -1
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._open(self._at(event.position().y()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if step and 0 <= self._current + step < len(self._items):
            self._current += step
            self._announce()
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self._current)
        else:
            super().keyPressEvent(event)

    def _open(self, index: int) -> None:
        if 0 <= index < len(self._items) and self._items[index].data is not None:
            self.opened.emit(self._items[index].data)

    def _announce(self) -> None:
        item = self._items[self._current] if self._items else None
        self.setAccessibleDescription(f"{item.title}. {item.detail} {item.when}" if item else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for index, rect in enumerate(self._rects()):
            if rect.intersects(event.rect()):
                self._paint_item(painter, rect, index)

    def _paint_item(self, painter: QPainter, rect: QRect, index: int) -> None:
        item, tone = self._items[index], tokens.tone(self._items[index].tone)
        title, detail, _ = self._heights(rect.width(), item)
        y, room = rect.top(), rect.width() - _LEFT
        if index < len(self._items) - 1:
            paint.fill(painter, QRectF(11.5, y + 24, 1, rect.height() - 22), "line")
        paint.box(painter, QRectF(0, y, 24, 24), tone.bg, radius=12)
        paint.icon(painter, item.icon, 5, y + 12, 14, tone.fg)
        on = index == self._hot and item.data is not None
        _words(painter, QRect(_LEFT, y + 2, room - _WHEN, title), item.title, "link" if on else "text", True)
        paint.text(painter, QRectF(_LEFT + room - _WHEN, y + 2, _WHEN, 18), item.when, 12, "text3", align=paint.RIGHT)
        if detail:
            _words(painter, QRect(_LEFT, y + 5 + title, room, detail), item.detail, "text2", False)
        if index == self._current and self.hasFocus():
            paint.focus_ring(painter, QRectF(rect).adjusted(0, -2, 0, -8), 5)


def _height(words: str, width: int, strong: bool) -> int:
    return QFontMetrics(font(strong=strong)).boundingRect(QRect(0, 0, max(width, 40), 4000), _WRAP, words).height()


def _words(painter: QPainter, rect: QRect, words: str, colour: str, strong: bool) -> None:
    painter.setFont(font(strong=strong))
    painter.setPen(QColor(tokens.colour(colour)))
    painter.drawText(rect, _WRAP, words)
