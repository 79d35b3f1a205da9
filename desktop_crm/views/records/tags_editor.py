"""The tags of a record: pills in a row, words are completed from the tags in use."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QLayout, QLayoutItem, QLineEdit, QWidget

from desktop_crm.i18n import mark, translate
from desktop_crm.models.text import clean, fold
from desktop_crm.services.reading import Found, lookup
from desktop_crm.views.records.editors import Editor
from desktop_crm.views.widgets import paint, tokens
from desktop_crm.views.widgets.popup import SuggestionPopup
from desktop_crm.views.widgets.rows import Suggestion

if TYPE_CHECKING:
    from desktop_crm.views.context import Context


class _Pill(QAbstractButton):
    """One tag; a click or Delete takes it off."""

    def __init__(self, name: str, removable: bool) -> None:
        super().__init__()
        self._name, self._removable = name, removable
        self.setFixedSize(int(paint.badge_width(name)) + (19 if removable else 1), 22)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(name)
        if removable:
            self.setToolTip(translate(mark("TagsEditor", "Take the tag {name} off"), name=name))
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, tone = QPainter(self), tokens.tone("teal")
        paint.box(painter, self.rect(), tone.bg, radius=11)
        paint.text(painter, self.rect().adjusted(9, 0, 0, 0), self._name, 12, tone.fg)
        if self._removable:
            paint.icon(painter, "x", self.width() - 19, 11, 12, tone.fg)


class _Frame(QWidget):
    """Looks like a field around the pills and the line."""

    lit = False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint.box(painter, self.rect(), "surface", "outline", tokens.R_FIELD)
        if self.lit:
            paint.focus_ring(painter, self.rect(), tokens.R_FIELD)


class _Flow(QLayout):
    """Items in rows as wide as there is room; the last one takes what is left."""

    def __init__(self) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(4, 3, 4, 3)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), move=False)

    def sizeHint(self) -> QSize:
        return QSize(200, tokens.FIELD_HEIGHT)

    def minimumSize(self) -> QSize:
        return QSize(120, tokens.FIELD_HEIGHT)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, move=True)

    def _place(self, rect: QRect, move: bool) -> int:
        x, y = rect.left() + 4, rect.top() + 4
        for number, item in enumerate(self._items):
            last = number == len(self._items) - 1
            wide = 90 if last else item.sizeHint().width()
            if x + wide > rect.right() - 4 and x > rect.left() + 4:
                x, y = rect.left() + 4, y + 26
            if move:
                item.setGeometry(QRect(x, y, max(rect.right() - 4 - x, 90) if last else wide, 22))
            x += wide + 4
        return y + 26 - rect.top()


class TagsEditor(Editor):
    """Its value is the list of tag names. Enter or a comma ends a word, Backspace takes the last tag off."""

    def __init__(self, context: Context) -> None:
        self.line = QLineEdit()
        self.line.setProperty("look", "bare")
        super().__init__(self.line)
        self._frame = _Frame()
        self._context, self._names = context, list[str]()
        self._flow = _Flow()
        self._frame.setLayout(self._flow)
        layout = self.layout()
        assert layout is not None
        layout.addWidget(self._frame)
        self._flow.addWidget(self.line)
        self.popup = SuggestionPopup(self.line)
        self.popup.chosen.connect(self._add)
        self.line.textEdited.connect(self._typed)
        self.line.setPlaceholderText(translate(mark("TagsEditor", "Add a tag…")))

    def value(self) -> list[str]:
        pending = clean(self.line.text())
        return [*self._names, pending] if pending else list(self._names)

    def set_value(self, value: Any) -> None:
        self._names = list(value or ())
        self.line.clear()
        self._rebuild()

    def typed(self) -> Any:
        return self.value()

    def set_typed(self, typed: Any) -> None:
        self.set_value(typed)

    def set_locked(self, locked: bool) -> None:
        self.locked = locked
        self.line.setVisible(not locked)
        self._rebuild()

    def tidy(self) -> None:
        self._add(self.line.text())

    def key(self, event: QKeyEvent) -> bool:
        text = self.line.text()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and text.strip():
            self._add(text)
            return True
        if event.key() == Qt.Key.Key_Backspace and not text and self._names:
            self._remove(self._names[-1])
            return True
        return super().key(event)

    def _typed(self, text: str) -> None:
        if text.endswith((",", ";")):
            self._add(text[:-1])
            return
        self.edited.emit()
        words = clean(text)
        if not words:
            self.popup.hide()
            return
        arrived = lambda found: self._offer(found, words)  # noqa: E731
        self._context.read(lambda unit: lookup(unit, "tag", words, 8), arrived, owner=self, key="tags")

    def _offer(self, found: Sequence[Found], words: str) -> None:
        known = {fold(name) for name in self._names}
        rows = [Suggestion(one.title, data=one.title) for one in found if fold(one.title) not in known]
        if fold(words) not in {fold(one.title) for one in found}:
            new = translate(mark("TagsEditor", "New tag “{name}”"), name=words)
            rows.append(Suggestion(new, icon="plus", data=words))
        if self.line.hasFocus() and clean(self.line.text()) == words:
            self.popup.show_rows(rows, words)

    def _add(self, name: str) -> None:
        word = clean(name)[:60]
        self.line.clear()
        self.popup.hide()
        if word and fold(word) not in {fold(one) for one in self._names}:
            self._names.append(word)
            self._rebuild()
        self.edited.emit()

    def _remove(self, name: str) -> None:
        self._names.remove(name)
        self._rebuild()
        self.edited.emit()

    def _rebuild(self) -> None:
        while self._flow.count() > 1:
            item = self._flow.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        line = self._flow.takeAt(0)
        for name in self._names:
            pill = _Pill(name, not self.locked)
            pill.clicked.connect(lambda _=False, n=name: None if self.locked else self._remove(n))
            self._flow.addWidget(pill)
            pill.show()
        if line is not None:
            self._flow.addItem(line)
        self._fit()

    def _fit(self) -> None:
        self._frame.setFixedHeight(max(self._flow.heightForWidth(max(self._frame.width(), 200)), tokens.FIELD_HEIGHT))

    def resizeEvent(self, event: Any) -> None:
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._frame.lit = event.type() == QEvent.Type.FocusIn
            self._frame.update()
        return super().eventFilter(watched, event)
