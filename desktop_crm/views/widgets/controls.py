"""Painted controls: tabs, stage bar, segmented toggle, search field, selectable option."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QSizePolicy, QToolTip, QWidget

from desktop_crm.i18n import mark, translate
from desktop_crm.views.widgets import icons, paint, tokens
from desktop_crm.views.widgets.badges import Kbd
from desktop_crm.views.widgets.fonts import width
from desktop_crm.views.widgets.layouts import row


@dataclass(frozen=True, slots=True)
class Tab:
    """One tab: its words and a count in grey ('' for none)."""

    text: str
    count: str = ""


class _Steps(QWidget):
    """What tabs and stages share: parts side by side, one under the mouse, one current."""

    changed = Signal(int)

    def __init__(self, height: int) -> None:
        super().__init__()
        self._current, self._hot = 0, -1
        self.setFixedHeight(height)
        self.setMouseTracking(True)

    def rects(self) -> list[QRectF]:
        """Where each part is."""
        raise NotImplementedError

    def current(self) -> int:
        """Index of the current part."""
        return self._current

    def set_current(self, index: int) -> None:
        """Make a part current without a signal."""
        self._current = index
        self.update()

    def _at(self, point: QPointF) -> int:
        return next((i for i, rect in enumerate(self.rects()) if rect.contains(point)), -1)

    def _choose(self, index: int) -> None:
        if index != self._current:
            self.set_current(index)
            self.changed.emit(index)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hot = self._at(event.position())
        self.update()

    def leaveEvent(self, event: object) -> None:
        self._hot = -1
        self.update()


class Tabs(_Steps):
    """Saved views, related lists: flat, 2-px underline. Left and Right move; right click asks for a menu.

    Signals: `changed(index)`, `add_requested()` (the plus), `menu_requested(index, global point)`.
    """

    add_requested = Signal()
    menu_requested = Signal(int, object)

    def __init__(self, items: Sequence[Tab] = (), current: int = 0, add: bool = False, indent: int = 0) -> None:
        super().__init__(tokens.TABS_HEIGHT)
        self._items, self._add, self._indent = list(items), add, indent
        self._current = current
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._announce()

    def set_items(self, items: Sequence[Tab], current: int | None = None) -> None:
        """Show other tabs (or other counts); the current one stays unless given."""
        self._items = list(items)
        self._current = min(self._current if current is None else current, max(len(items) - 1, 0))
        self._announce()
        self.updateGeometry()
        self.update()

    def set_current(self, index: int) -> None:
        super().set_current(index)
        self._announce()

    def items(self) -> list[Tab]:
        """The tabs shown."""
        return list(self._items)

    def _announce(self) -> None:
        self.setAccessibleName(translate(self._items[self._current].text) if self._items else "")

    def rects(self) -> list[QRectF]:
        x, found = float(self._indent), []
        for tab in self._items:
            wide = width(translate(tab.text), strong=True) + 20 + (width(tab.count, 12) + 6 if tab.count else 0)
            found.append(QRectF(x, 0, wide, self.height()))
            x += wide + 2
        if self._add:
            found.append(QRectF(x, 0, 30, self.height()))
        return found

    def sizeHint(self) -> QSize:
        rects = self.rects()
        return QSize(int(rects[-1].right()) + 1 if rects else 40, self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.height())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self._at(event.position())
        if index == len(self._items) and self._add:
            self.add_requested.emit()
        elif index >= 0 and event.button() == Qt.MouseButton.RightButton:
            self.menu_requested.emit(index, event.globalPosition().toPoint())
        elif index >= 0:
            self._choose(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if step and self._items:
            self._choose((self._current + step) % len(self._items))
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for index, rect in enumerate(self.rects()):
            if index < len(self._items):
                self._paint_tab(painter, rect, index)
            else:
                paint.icon(painter, "plus", rect.left() + 8, rect.center().y(), 15)

    def _paint_tab(self, painter: QPainter, rect: QRectF, index: int) -> None:
        tab, on = self._items[index], index == self._current
        if index == self._hot and not on:
            paint.box(painter, rect.adjusted(0, 4, 0, -4), "hover")
        words = translate(tab.text)
        x = 10 + paint.text(painter, rect.adjusted(10, 0, 0, 0), words, colour="text" if on else "text2", strong=on)
        paint.text(painter, rect.adjusted(x + 6, 0, 0, 0), tab.count, 12, "link" if on else "text3")
        if on:
            paint.fill(painter, QRectF(rect.left() + 8, rect.bottom() - 2, rect.width() - 16, 2), "ring")
        if on and self.hasFocus():
            paint.focus_ring(painter, rect.adjusted(1, 4, -1, -4), 5)


class Stages(_Steps):
    """Done (check) → now (filled) → next (grey). `changed(index)` only when made clickable."""

    def __init__(self, names: Sequence[str], current: int = 0, clickable: bool = False, step: int = 112) -> None:
        super().__init__(30)
        self._names, self._clickable = [translate(n) for n in names], clickable
        self.setFixedWidth(step * max(len(names), 1))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if clickable else Qt.FocusPolicy.NoFocus)
        self.set_current(current)

    def set_current(self, index: int) -> None:
        super().set_current(index)
        self.setAccessibleName(self._names[index] if 0 <= index < len(self._names) else "")

    def rects(self) -> list[QRectF]:
        wide, count = self.width() / max(len(self._names), 1), len(self._names)
        found = []
        for i in range(count):
            rect = QRectF(i * wide - (6 if i else 0), 0.5, wide + (6 if i else 0), self.height() - 1)
            found.append(rect.adjusted(0, 0, -2.5, 0))
        return found

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self._at(event.position())
        if self._clickable and index >= 0:
            self._choose(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if self._clickable and step and 0 <= self._current + step < len(self._names):
            self._choose(self._current + step)
        else:
            super().keyPressEvent(event)

    def event(self, event: object) -> bool:
        if isinstance(event, QHelpEvent):
            index = self._at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self._names[index] if index >= 0 else "")
            return True
        return bool(super().event(event))  # type: ignore[arg-type]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for index, rect in enumerate(self.rects()):
            self._paint_step(painter, rect, index)

    def _paint_step(self, painter: QPainter, rect: QRectF, index: int) -> None:
        on, done, last = index == self._current, index < self._current, index == len(self._names) - 1
        success = tokens.tone("success")
        background = "accent" if on else success.bg if done else "selected_idle"
        painter.fillPath(paint.chevron(rect, index == 0, last), paint.qcolour(background))
        colour = "on_accent" if on else success.fg if done else "text2"
        room = rect.adjusted(8 if index == 0 else 14, 0, -8 if last else -12, 0)
        words = self._names[index]
        x = max(room.left(), room.center().x() - (width(words, 12, on) + (16 if done else 0)) / 2)
        if done:
            paint.icon(painter, "check", x, room.center().y(), 13, colour)
            x += 16
        paint.text(painter, QRectF(x, 0, room.right() - x + 4, self.height()), words, 12, colour, on)
        if on and self.hasFocus():
            paint.focus_ring(painter, room.adjusted(-3, 3, 3, -3), 4)


class SegmentedToggle(QWidget):
    """A few exclusive choices side by side, each an icon or words; `changed(key)`."""

    changed = Signal(str)

    def __init__(self, choices: Sequence[tuple[str, str, str]], current: str = "") -> None:
        """Choices are (key, words, icon); with an icon the words are its tooltip."""
        super().__init__()
        self._buttons: dict[str, _Segment] = {}
        for key, words, icon in choices:
            segment = _Segment(translate(words), icon)
            segment.clicked.connect(lambda _=False, k=key: self._pick(k))
            self._buttons[key] = segment
        self.setLayout(row(*self._buttons.values(), gap=2))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_current(current or next(iter(self._buttons), ""))

    def current(self) -> str:
        """Key of the choice in force."""
        return next((k for k, b in self._buttons.items() if b.isChecked()), "")

    def set_current(self, key: str) -> None:
        """Choose without a signal."""
        for each, segment in self._buttons.items():
            segment.setChecked(each == key)

    def _pick(self, key: str) -> None:
        self.set_current(key)
        self.changed.emit(key)


class _Segment(QAbstractButton):
    """One choice of a segmented toggle."""

    def __init__(self, words: str, icon: str) -> None:
        super().__init__()
        self._words, self._icon = words, icon
        self.setCheckable(True)
        self.setToolTip(words if icon else "")
        self.setAccessibleName(words)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFixedSize(28 if icon else int(width(words, strong=True)) + 21, 28)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, rect, on = QPainter(self), QRectF(self.rect()), self.isChecked()
        if on or self.underMouse():
            paint.box(painter, rect, "pressed" if on else "tool_hover")
        if self._icon:
            icons.draw(painter, self._icon, QRectF(6, 6, 16, 16), "link" if on else "text2")
        else:
            paint.text(painter, rect, self._words, colour="text" if on else "text2", strong=on, align=paint.CENTRE)
        if self.hasFocus():
            paint.focus_ring(painter, rect, 5)


class SearchField(QLineEdit):
    """A search box that speaks when the typing pauses: `searched(text)`, at once on Enter; Esc empties it."""

    searched = Signal(str)

    def __init__(self, hint: str = "", width: int = 0, keys: str = "", pause: int = 60) -> None:
        super().__init__()
        self._last = ""
        self._timer = QTimer(self, interval=pause, singleShot=True)
        self._timer.timeout.connect(self._speak)
        self.textChanged.connect(self._timer.start)
        self.returnPressed.connect(self._speak)
        self.set_hint(hint or mark("SearchField", "Quick filter"))
        self.setProperty("look", "search")
        self.setFixedHeight(tokens.FIELD_HEIGHT)
        self.addAction(icons.icon("search", "text3"), QLineEdit.ActionPosition.LeadingPosition)
        self.setClearButtonEnabled(not keys)
        if width:
            self.setFixedWidth(width)
        if keys:
            self.setLayout(row(None, Kbd(keys), margins=(0, 0, 6, 0)))

    @property
    def is_typing(self) -> bool:
        """Whether something was typed that has not been told yet."""
        return self._timer.isActive()

    def show_text(self, text: str) -> None:
        """Show what is searched now, without speaking of it."""
        self.blockSignals(True)
        self.setText(text)
        self.blockSignals(False)
        self._timer.stop()
        self._last = text.strip()

    def set_hint(self, hint: str) -> None:
        """Say what is searched."""
        self.setPlaceholderText(translate(hint))
        self.setAccessibleName(translate(hint))

    def _speak(self) -> None:
        self._timer.stop()
        if self.text().strip() != self._last:
            self._last = self.text().strip()
            self.searched.emit(self._last)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            self._speak()
        else:
            super().keyPressEvent(event)


class Option(QAbstractButton):
    """A value that can be chosen among others: radio, tint and weight; put several in a QButtonGroup."""

    def __init__(self, words: str, checked: bool = False) -> None:
        super().__init__()
        self._words = translate(words)
        self.setCheckable(True)
        self.setAutoExclusive(False)
        self.setChecked(checked)
        self.setFixedHeight(34)
        self.setMinimumWidth(200)
        self.setToolTip(self._words)
        self.setAccessibleName(self._words)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(260, 34)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, rect, on = QPainter(self), QRectF(self.rect()), self.isChecked()
        paint.box(painter, rect, "selected" if on else None, "ring" if on else "line", 5)
        paint.radio(painter, 17.5, rect.center().y(), on)
        words = self._words or translate(mark("Option", "(empty)"))
        colour = "text" if self._words else "text3"
        paint.text(painter, rect.adjusted(34, 0, -8, 0), words, colour=colour, strong=on, italic=not self._words)
        if self.hasFocus():
            paint.focus_ring(painter, rect, 5)
