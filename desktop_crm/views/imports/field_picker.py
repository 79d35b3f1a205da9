"""The box that says which field a column is: typed into to search, grouped as in the form."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop_crm.i18n import mark, translate
from desktop_crm.models.fields import Field
from desktop_crm.models.text import clean, fold
from desktop_crm.views.records.declare import EntityView
from desktop_crm.views.records.pickers import PickLine
from desktop_crm.views.widgets.layouts import col
from desktop_crm.views.widgets.popup import SuggestionPopup
from desktop_crm.views.widgets.rows import Suggestion

IGNORED = mark("ImportMap", "(leave out)")


def grouped(view: EntityView, fields: Mapping[str, Field]) -> list[tuple[str, Field]]:
    """(group, field) in the order of the form's sections; what no section shows comes last."""
    sections = {a.key: section for section in view.sections for a in section.attributes}
    order = {key: place for place, key in enumerate(sections)}
    rest = mark("ImportMap", "Other fields")
    keys = sorted(fields, key=lambda key: order.get(key, len(order)))
    return [(translate(sections[key].title if key in sections else rest), fields[key]) for key in keys]


class FieldPicker(QWidget):
    """`chosen(key)` when the user picks a field, '' for none."""

    chosen = Signal(str)

    def __init__(self, fields: Sequence[tuple[str, Field]], name: str) -> None:
        super().__init__()
        self._fields, self._key = fields, ""
        self._taken: Mapping[str, str] = {}
        self._labels = {field.key: translate(field.label) for _, field in fields}
        self.line = PickLine()
        self.line.setAccessibleName(name)
        self.line.arrow.triggered.connect(self.open_list)
        self.line.textEdited.connect(self._typed)
        self.line.installEventFilter(self)
        self.popup = SuggestionPopup(self.line)
        self.popup.chosen.connect(self._pick)
        self.setLayout(col(self.line))
        self.setFocusProxy(self.line)

    def key(self) -> str:
        """The field shown, '' for none."""
        return self._key

    def show_field(self, key: str, taken: Mapping[str, str]) -> None:
        """Show a field; `taken` says which column the other fields have."""
        self._key, self._taken = key, taken
        self.line.setText(self._labels.get(key, translate(IGNORED)))
        self.line.setCursorPosition(0)

    def offers(self, words: str) -> list[Suggestion]:
        """The fields that match some words, all of them for none."""
        rows = [
            Suggestion(self._labels[f.key] + (" *" if f.required else ""), self._taken.get(f.key, ""),
                       data=f.key, group=group)
            for group, f in self._fields
        ]  # fmt: skip
        if not clean(words):
            return [Suggestion(translate(IGNORED), data=""), *rows]
        wanted = fold(words)
        return [row for row in rows if wanted in fold(row.title)]

    def open_list(self) -> None:
        """Show every field."""
        self.line.setFocus()
        self.line.selectAll()
        self.popup.show_rows(self.offers(""))

    def _typed(self, text: str) -> None:
        self.popup.show_rows(self.offers(text), text)

    def _pick(self, key: str) -> None:
        self.chosen.emit(key)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonRelease:
            self.open_list()
        elif event.type() == QEvent.Type.FocusOut and not self.popup.is_open():
            self._leave()
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key_pressed(event)
        return False

    def _key_pressed(self, event: QKeyEvent) -> bool:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_F4) and not self.popup.is_open():
            self.open_list()
            return True
        if event.key() == Qt.Key.Key_Delete and self.line.selectedText() == self.line.text():
            self.chosen.emit("")
            return True
        return False

    def _leave(self) -> None:
        """What is typed but names no field is taken back; an emptied box means none."""
        if not self.line.text().strip() and self._key:
            self.chosen.emit("")
        else:
            self.show_field(self._key, self._taken)
