"""The tags of a record: pills in a row, words are completed from the tags in use."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget

from desktop_crm.i18n import mark, translate
from desktop_crm.models.text import clean, fold
from desktop_crm.services.finding import Found, lookup
from desktop_crm.views.records.editors import Editor
from desktop_crm.views.widgets import paint, tokens
from desktop_crm.views.widgets.popup import SuggestionPopup
from desktop_crm.views.widgets.rows import Suggestion

if TYPE_CHECKING:
    from desktop_crm.views.context import Context


_EDGE, _ROW, _LEAST_LINE = 4, 26, 90


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


class _Box(QWidget):
    """Looks like a field; holds the pills in rows, and the line after the last one."""

    def __init__(self, line: QLineEdit) -> None:
        super().__init__()
        self.lit = False
        self._line, self._pills = line, list[_Pill]()
        line.setParent(self)

    def show_pills(self, pills: Sequence[_Pill]) -> None:
        """Show other pills."""
        for pill in self._pills:
            pill.hide()
            pill.deleteLater()
        self._pills = list(pills)
        for pill in self._pills:
            pill.setParent(self)
            pill.show()
        self.place()

    def place(self) -> None:
        """Put everything where it belongs and take the height that needs."""
        x, y = _EDGE, _EDGE
        for pill in self._pills:
            x, y = self._next(x, y, pill.width())
            pill.move(x, y)
            x += pill.width() + 4
        if not self._line.isHidden():
            x, y = self._next(x, y, _LEAST_LINE)
            self._line.setGeometry(x, y - 1, self.width() - _EDGE - x, 24)
        self.setFixedHeight(max(y + _ROW, tokens.FIELD_HEIGHT))

    def _next(self, x: int, y: int, wide: int) -> tuple[int, int]:
        fits = x == _EDGE or x + wide <= self.width() - _EDGE
        return (x, y) if fits else (_EDGE, y + _ROW)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.place()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint.box(painter, self.rect(), "surface" if not self._line.isHidden() else "sunken", "outline", tokens.R_FIELD)
        if self.lit:
            paint.focus_ring(painter, self.rect(), tokens.R_FIELD)


class TagsEditor(Editor):
    """Its value is the list of tag names. Enter or a comma ends a word, Backspace takes the last tag off."""

    def __init__(self, context: Context) -> None:
        self.line = QLineEdit()
        self.line.setProperty("look", "bare")
        super().__init__(self.line)
        self._context, self._names = context, list[str]()
        self._box = _Box(self.line)
        layout = self.layout()
        assert layout is not None
        layout.addWidget(self._box)
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
        pills = [_Pill(name, not self.locked) for name in self._names]
        for pill, name in zip(pills, self._names, strict=True):
            pill.clicked.connect(lambda _=False, n=name: None if self.locked else self._remove(n))
        self._box.show_pills(pills)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._box.lit = event.type() == QEvent.Type.FocusIn
            self._box.update()
        return super().eventFilter(watched, event)
