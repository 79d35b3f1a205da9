"""Editors that choose one of several values: a field that is typed into, and a list under it that follows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit

from desktop_crm.i18n import mark, translate
from desktop_crm.models.entry import EntryError
from desktop_crm.models.fields import Field
from desktop_crm.models.provinces import PROVINCES, find_province
from desktop_crm.models.text import clean, fold
from desktop_crm.services.choices import Choices
from desktop_crm.views.records.editors import Editor
from desktop_crm.views.widgets import icons, paint, tokens
from desktop_crm.views.widgets.popup import SuggestionPopup
from desktop_crm.views.widgets.rows import Suggestion

_NOT_LISTED = mark("Validation", "“{value}” is not in the list.")


class PickLine(QLineEdit):
    """A line edit with an arrow and, for a value with a colour, a dot before it."""

    def __init__(self) -> None:
        super().__init__()
        self._tone = ""
        self.arrow = self.addAction(icons.icon("chevron-down"), QLineEdit.ActionPosition.TrailingPosition)

    def set_tone(self, tone: str) -> None:
        """Show the dot of a tone, '' for none."""
        self._tone = tone
        self.setTextMargins(13 if tone else 0, 0, 0, 0)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._tone and self.text():
            dot = QRectF(11, self.height() / 2 - 3.5, 7, 7)
            paint.box(QPainter(self), dot, tokens.tone(self._tone).solid, radius=3.5)


class PickEditor(Editor):
    """What choosing editors share. `offers(words)` gives the list for what is typed, all of it for nothing."""

    opens_on_click = True

    def __init__(self, field: Field, line: PickLine | None = None) -> None:
        self.line = line or PickLine()
        super().__init__(self.line)
        self.field = field
        self.popup = SuggestionPopup(self.line)
        self.popup.chosen.connect(self.choose)
        self.line.textEdited.connect(self._typed)
        self.line.arrow.triggered.connect(self.open_list)

    def offers(self, words: str) -> Sequence[Suggestion]:
        """The suggestions for some words."""
        raise NotImplementedError

    def choose(self, data: Any) -> None:
        """Take a suggestion."""
        raise NotImplementedError

    def place(self) -> int:
        """Row of the present value in the whole list."""
        return 0

    def open_list(self) -> None:
        """Show every value, the present one marked."""
        if self.locked:
            return
        self.line.setFocus()
        self.popup.show_rows(self.offers(""))
        self.popup.list.setCurrentIndex(self.popup.list.model().index(self.place(), 0))

    def set_locked(self, locked: bool) -> None:
        self.locked = locked
        self.line.setReadOnly(locked)
        self.line.arrow.setVisible(not locked)
        self.line.setFocusPolicy(Qt.FocusPolicy.ClickFocus if locked else Qt.FocusPolicy.StrongFocus)

    def typed(self) -> Any:
        return self.line.text()

    def set_typed(self, typed: Any) -> None:
        self.line.setText(str(typed))
        self.line.setCursorPosition(0)

    def _typed(self, text: str) -> None:
        self.popup.show_rows(self.offers(text) if clean(text) else (), text)
        self.edited.emit()

    def key(self, event: QKeyEvent) -> bool:
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if event.key() == Qt.Key.Key_F4 or (event.key() == Qt.Key.Key_Down and (alt or not self.popup.is_open())):
            self.open_list()
            return True
        return super().key(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.line and event.type() == QEvent.Type.MouseButtonRelease and self.opens_on_click:
            self.open_list()
        elif watched is self.line and event.type() == QEvent.Type.FocusIn and not self.locked:
            QTimer.singleShot(0, self.line, self.line.selectAll)  # after the click; typing then replaces
        return super().eventFilter(watched, event)


def _matching(rows: Sequence[Suggestion], words: str) -> list[Suggestion]:
    """Rows with the words in them, those that begin so first."""
    wanted = fold(words)
    hits = [row for row in rows if wanted in fold(f"{row.title} {row.subtitle}")]
    return sorted(hits, key=lambda row: not fold(row.title).startswith(wanted))


class ChoiceEditor(PickEditor):
    """The code of a row of an editable list, chosen by its label."""

    def __init__(self, field: Field, choices: Choices) -> None:
        super().__init__(field)
        self._choices, self._code = choices, ""
        self.set_value("")

    def value(self) -> str:
        text = clean(self.line.text())
        if text == self._label(self._code):
            return self._code
        if not text:
            return ""
        code = self._choices.code_of(self.field.choices, text)
        if code is None:
            raise EntryError(text, _NOT_LISTED, value=text)
        return code

    def set_value(self, value: Any) -> None:
        self._code = value or ""
        self.set_typed(self._label(self._code))
        self.line.set_tone(self._tone(self._code))

    def offers(self, words: str) -> Sequence[Suggestion]:
        rows = [Suggestion(row.label, data=row.code) for row in self._choices.offered(self.field.choices)]
        if words:
            return _matching(rows, words)
        none = [] if self.field.required else [Suggestion(translate(mark("Editor", "(none)")), data="")]
        return [*none, *rows]

    def choose(self, data: Any) -> None:
        self.set_value(data)
        self.edited.emit()

    def place(self) -> int:
        codes = [row.data for row in self.offers("")]
        return codes.index(self._code) if self._code in codes else 0

    def tidy(self) -> None:
        self.set_value(self.value())

    def use(self, choices: Choices) -> None:
        """Offer other rows; a value that was not being changed shows its new label."""
        untouched = clean(self.line.text()) == self._label(self._code)
        self._choices = choices
        if untouched:
            self.set_value(self._code)

    def _typed(self, text: str) -> None:
        self.line.set_tone("")
        super()._typed(text)

    def _label(self, code: str) -> str:
        return self._choices.label(self.field.choices, code) if code else ""

    def _tone(self, code: str) -> str:
        tone = self._choices.tone(self.field.choices, code) if code else ""
        return "" if tone == "neutral" else tone


class ProvinceEditor(PickEditor):
    """A province by its present name; a former name is understood and put into what it became."""

    def __init__(self, field: Field) -> None:
        super().__init__(field)
        self._kept = ""

    def value(self) -> str:
        return clean(self.line.text())

    def set_value(self, value: Any) -> None:
        self._kept = value or ""
        self.set_typed(self._kept)

    def offers(self, words: str) -> Sequence[Suggestion]:
        rows = [Suggestion(one.name, ", ".join(one.merged), data=one.name) for one in PROVINCES]
        return _matching(rows, words) if words else rows

    def choose(self, data: Any) -> None:
        self.set_typed(data)
        self.edited.emit()

    def place(self) -> int:
        names = [one.name for one in PROVINCES]
        return names.index(self.value()) if self.value() in names else 0

    def help(self) -> str:
        """Says what a former province is part of today, '' for any other text."""
        found = find_province(self.value()) if self.value() else None
        if found is None or fold(self.value()) not in {fold(name) for name in found.merged}:
            return ""
        words = mark("Editor", "Since 01/07/2025 {old} is part of {new}.")
        return translate(words, old=self.value(), new=found.name)
