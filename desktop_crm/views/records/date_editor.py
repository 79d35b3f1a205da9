"""A day: typed in any usual way or picked from a calendar."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import QDate, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCalendarWidget, QFrame, QLineEdit, QWidget

from desktop_crm.i18n import mark, translate
from desktop_crm.models.entry import EntryError
from desktop_crm.models.fields import Field
from desktop_crm.views.records.editors import LineEditor
from desktop_crm.views.records.entries import entry_of, today
from desktop_crm.views.widgets import icons
from desktop_crm.views.widgets.layouts import button, col, frame, row


class DateEditor(LineEditor):
    """Ctrl+; is today, F4 or Alt+Down the calendar, Up and Down a day on and back."""

    def __init__(self, field: Field) -> None:
        super().__init__(field, entry_of(field))
        self._calendar: Calendar | None = None
        self._hint = translate(mark("Editor", "dd/mm/yyyy"))
        self.line.setPlaceholderText(self._hint)
        self._pick = self.line.addAction(icons.icon("calendar"), QLineEdit.ActionPosition.TrailingPosition)
        self._pick.setToolTip(translate(mark("Editor", "Choose from the calendar (F4)")))
        self._pick.triggered.connect(self.open_calendar)

    def set_locked(self, locked: bool) -> None:
        super().set_locked(locked)
        self._pick.setVisible(not locked)
        self.line.setPlaceholderText("" if locked else self._hint)

    def key(self, event: QKeyEvent) -> bool:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if self.locked:
            return super().key(event)
        if control and event.key() == Qt.Key.Key_Semicolon:
            self._take(today())
        elif event.key() == Qt.Key.Key_F4 or (alt and event.key() == Qt.Key.Key_Down):
            self.open_calendar()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._step(1 if event.key() == Qt.Key.Key_Up else -1)
        else:
            return super().key(event)
        return True

    def open_calendar(self) -> Calendar:
        """Show the calendar under the field."""
        if self._calendar is None:
            self._calendar = Calendar(self)
            self._calendar.chosen.connect(self._take)
        self._calendar.open_by(self, self._day() or today())
        return self._calendar

    def _day(self) -> date | None:
        try:
            found = self.value()
        except EntryError:
            return None
        return found if isinstance(found, date) else None

    def _step(self, days: int) -> None:
        self._take(date.fromordinal((self._day() or today()).toordinal() + days))

    def _take(self, day: Any) -> None:
        self.line.setText(self.entry.show(day))
        self.edited.emit()


class Calendar(QFrame):
    """A month to choose a day from; `chosen(day)`, None for no day. Closes by itself."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.month = QCalendarWidget(gridVisible=False)
        self.month.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.month.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.month.activated.connect(self._picked)
        self.month.clicked.connect(self._picked)
        now = button(mark("Calendar", "Today"), "link", clicked=lambda: self.choose(today()))
        none = button(mark("Calendar", "No date"), "link", clicked=lambda: self.choose(None))
        self.setLayout(col(frame("popup", col(self.month, row(now, None, none), gap=2, margins=(6, 6, 6, 4)))))

    def open_by(self, field: QWidget, day: date) -> None:
        """Show the month of a day under a field, above it where the screen ends."""
        self.month.setSelectedDate(QDate(day.year, day.month, day.day))
        self.adjustSize()
        below = field.mapToGlobal(QPoint(0, field.height() + 2))
        fits = below.y() + self.height() <= field.screen().availableGeometry().bottom()
        self.move(below if fits else field.mapToGlobal(QPoint(0, -self.height() - 2)))
        self.show()
        self.month.setFocus()

    def choose(self, day: date | None) -> None:
        """Take a day."""
        self.hide()
        self.chosen.emit(day)

    def _picked(self, day: QDate) -> None:
        if self.isVisible():  # a double click says it twice
            self.choose(date(day.year(), day.month(), day.day()))
