"""The popup under a filter's chip: how the field is compared, and with what. Changes are in force at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QComboBox, QLayout, QWidget

from desktop_crm.i18n import Message, mark, translate
from desktop_crm.models.fields import Field, Kind
from desktop_crm.models.text import fold
from desktop_crm.storage.listing import Condition
from desktop_crm.views.context import Context
from desktop_crm.views.records.filter_editors import (
    Body,
    ChoiceBody,
    FlagBody,
    PeriodBody,
    RangeBody,
    RelationBody,
    TextBody,
)
from desktop_crm.views.records.filter_values import DAYS, NUMBERS
from desktop_crm.views.widgets.controls import SearchField
from desktop_crm.views.widgets.layouts import button, col, frame, label, row
from desktop_crm.views.widgets.rows import Suggestion, SuggestionList

_WIDTH = 320
_OPERATORS: Mapping[str, Message] = {
    "in": mark("Filter", "is one of"),
    "not_in": mark("Filter", "is none of"),
    "between": mark("Filter", "lies between"),
    "contains": mark("Filter", "contains"),
    "equals": mark("Filter", "is"),
    "is_empty": mark("Filter", "is empty"),
    "is_filled": mark("Filter", "is filled in"),
}
BARE = ("is_empty", "is_filled")
"""Operators that take no value."""


def operators_of(field: Field) -> tuple[str, ...]:
    """How a field can be compared, the usual way first."""
    if field.key == "tag":
        return ("in",)
    if field.kind in (Kind.CHOICE, Kind.RELATION):
        return ("in", "not_in", *BARE)
    if field.kind in NUMBERS or field.kind in DAYS:
        return ("between", *BARE)
    return ("equals",) if field.kind == Kind.BOOLEAN else ("contains", *BARE)


def body_of(field: Field, context: Context, values: Sequence[Any]) -> Body:
    """The editor of a filter's values."""
    if field.kind == Kind.CHOICE:
        return ChoiceBody(field, context, values)
    if field.kind == Kind.RELATION:
        return RelationBody(field, context, values)
    if field.kind in DAYS:
        return PeriodBody(field, context, values)
    if field.kind in NUMBERS:
        return RangeBody(field, context, values)
    return FlagBody(field, context, values) if field.kind == Kind.BOOLEAN else TextBody(field, context, values)


class Popup(QWidget):
    """A raised frame under a button; a click elsewhere or Esc closes it."""

    def __init__(self, parent: QWidget, width: int = _WIDTH) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setFixedWidth(width)

    def fill(self, content: QLayout) -> None:
        """Put the content into the frame."""
        self.setLayout(col(frame("popup", content), gap=0))

    def drop(self, anchor: QWidget) -> None:
        """Show it under a widget, inside the screen."""
        self.adjustSize()
        spot = anchor.mapToGlobal(QPoint(0, anchor.height() + 4))
        screen = QGuiApplication.screenAt(spot) or anchor.screen()
        room = screen.availableGeometry()
        spot.setX(min(spot.x(), room.right() - self.width() - 8))
        spot.setY(min(spot.y(), max(room.bottom() - self.height() - 8, room.top())))
        self.move(spot)
        self.show()
        first = self.focusProxy()
        if first is not None:
            first.setFocus(Qt.FocusReason.PopupFocusReason)


class FilterPopup(Popup):
    """Edits one condition; `applied(condition or None)` whenever it says something else."""

    applied = Signal(object)

    def __init__(self, parent: QWidget, context: Context, field: Field, condition: Condition | None) -> None:
        super().__init__(parent)
        self._field = field
        operators = operators_of(field)
        values = condition.values if condition is not None else ()
        self.how = QComboBox()
        self.how.setAccessibleName(translate(mark("Filter", "Comparison")))
        for operator in operators:
            self.how.addItem(translate(_OPERATORS[operator]), operator)
        if condition is not None:
            self.how.setCurrentIndex(max(self.how.findData(condition.operator), 0))
        self.how.setVisible(len(operators) > 1)
        self.body = body_of(field, context, values)
        self.body.changed.connect(self._changed)
        self.how.currentIndexChanged.connect(self._changed)
        done = button(mark("Filter", "Done"), "primary", clicked=self.close)
        clear = button(mark("Filter", "Take the filter off"), "link", clicked=self._clear)
        head = row((label(field.label, strong=True), 1), self.how, gap=8)
        self.fill(col(head, self.body, 2, row(clear, None, done), gap=8, margins=(14, 12, 14, 12)))
        self.body.setVisible(self._operator() not in BARE)
        self.setFocusProxy(self.body)

    def condition(self) -> Condition | None:
        """What is chosen now; None while nothing is."""
        operator = self._operator()
        if operator in BARE:
            return Condition(self._field.key, operator)
        values = self.body.values()
        return Condition(self._field.key, operator, values) if values else None

    def _operator(self) -> str:
        return str(self.how.currentData())

    def _changed(self) -> None:
        self.body.setVisible(self._operator() not in BARE)
        self.adjustSize()
        self.applied.emit(self.condition())

    def _clear(self) -> None:
        self.applied.emit(None)
        self.close()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.applied.emit(self.condition())
            self.close()
        else:
            super().keyPressEvent(event)


class FieldPicker(Popup):
    """The fields one can filter by, found by typing; `picked(key)`."""

    picked = Signal(str)

    def __init__(self, parent: QWidget, fields: Sequence[Field], first: Sequence[str]) -> None:
        super().__init__(parent, 300)
        usual, more = translate(mark("Filter", "Often used")), translate(mark("Filter", "All fields"))
        by_key = {field.key: field for field in fields}
        ordered = [by_key[key] for key in first if key in by_key] + [f for f in fields if f.key not in first]
        self._rows = [
            Suggestion(translate(f.label), icon="", data=f.key, group=usual if f.key in first else more)
            for f in ordered
        ]
        self.line = SearchField(mark("Filter", "Which field?"), pause=0)
        self.line.textChanged.connect(self._search)
        self.list = SuggestionList()
        self.list.setFixedHeight(330)
        self.list.chosen.connect(self._pick)
        self.fill(col(col(self.line, margins=(10, 10, 10, 0)), self.list, gap=6, margins=(0, 0, 0, 6)))
        self.setFocusProxy(self.line)
        self.list.show_rows(self._rows)

    def _search(self, words: str) -> None:
        wanted = fold(words)
        self.list.show_rows([row for row in self._rows if wanted in fold(row.title)], words)

    def _pick(self, key: Any) -> None:
        self.close()
        self.picked.emit(str(key))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps: Mapping[int, Callable[[], object]] = {
            Qt.Key.Key_Down: lambda: self.list.step(1),
            Qt.Key.Key_Up: lambda: self.list.step(-1),
            Qt.Key.Key_Return: self.list.choose_current,
            Qt.Key.Key_Enter: self.list.choose_current,
        }
        run = steps.get(event.key())
        if run is not None:
            run()
        else:
            super().keyPressEvent(event)
