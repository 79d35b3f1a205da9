"""The command palette (Ctrl+K): records, commands and pages by typing a few letters, with or without marks."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from shiboken6 import isValid

from desktop_crm.i18n import mark, translate
from desktop_crm.models.text import fold
from desktop_crm.views.shell.declarations import PaletteItem, Source
from desktop_crm.views.shell.jobs import Jobs
from desktop_crm.views.widgets import paint, tokens
from desktop_crm.views.widgets.badges import Icon, Kbd
from desktop_crm.views.widgets.fonts import font
from desktop_crm.views.widgets.layouts import col, frame, label, row, rule
from desktop_crm.views.widgets.rows import Suggestion, SuggestionList
from desktop_crm.views.widgets.scrim import Scrim

_WIDTH, _TOP, _MOST_HEIGHT, _PER_SOURCE, _PAUSE = 640, 64, 420, 8, 150


class Palette(Scrim):
    """Lies over its window until something is chosen, Esc is pressed or the shade is clicked."""

    closed = Signal()

    def __init__(self, window: QWidget, jobs: Jobs, sources: Sequence[Source]) -> None:
        super().__init__(window)
        self._jobs, self._sources = jobs, sources
        self._found: dict[int, Sequence[PaletteItem]] = {}
        self._came_from = window.focusWidget()
        self._field = QLineEdit()
        self._list = SuggestionList()
        self._nothing = label(mark("Palette", "Nothing found."), tone="t2")
        self._timer = QTimer(self, interval=_PAUSE, singleShot=True)
        self._timer.timeout.connect(self._search_background)
        self._build()
        self._field.textChanged.connect(self._typed)
        self._list.chosen.connect(self._run)
        self._typed()
        self._field.setFocus()

    def _build(self) -> None:
        hint = translate(mark("Palette", "Search or type a command"))
        self._field.setFont(font(tokens.HEADING))
        self._field.setProperty("look", "bare")
        self._field.setPlaceholderText(hint)
        self._field.setAccessibleName(hint)
        self._field.installEventFilter(self)
        self._nothing.setContentsMargins(16, 14, 16, 14)
        head = row(Icon("search", 18), (self._field, 1), Kbd("Esc"), gap=8, margins=(16, 9, 14, 9))
        self._box = frame("sheet", col(head, rule(), self._nothing, self._list, self._foot(), gap=0,
                                       margins=(1, 1, 1, 1)), width=_WIDTH)  # fmt: skip
        self.setLayout(col(_TOP, row(None, self._box, None), None))

    def _foot(self) -> QWidget:
        keys = row(
            Icon("chevron-up", 14),
            Icon("chevron-down", 14),
            label(mark("Palette", "choose"), 12, "t3"),
            Kbd("Enter"),
            label(mark("Palette", "open"), 12, "t3"),
            None,
            label(mark("Palette", "Marks may be left out:"), 12, "t3"),
            label("thinh phat", 12, "t2", italic=True),
            gap=6,
            margins=(14, 0, 14, 0),
        )
        return frame("sheet-foot", keys, height=36)

    def type(self, text: str) -> None:
        """Fill in the query."""
        self._field.setText(text)

    def set_sources(self, sources: Sequence[Source]) -> None:
        """Look elsewhere from now on, also for what is already typed."""
        self._sources = sources
        self._found.clear()
        self._typed()

    def _typed(self) -> None:
        query = self._field.text().strip()
        for number, source in enumerate(self._sources):
            if not source.background:
                self._found[number] = source.find(query)[:_PER_SOURCE]
            elif len(query) < 2:
                self._found[number] = ()
        self._show()
        self._timer.start()

    def _search_background(self) -> None:
        query = self._field.text().strip()
        for number, source in enumerate(self._sources):
            if source.background and len(query) >= 2:
                done = partial(self._arrived, number, query)
                self._jobs.read(source.find, query, done=done, owner=self, key=f"palette {number}")

    def _arrived(self, number: int, query: str, items: Sequence[PaletteItem]) -> None:
        if query == self._field.text().strip():
            self._found[number] = items[:_PER_SOURCE]
            self._show()

    def _show(self) -> None:
        rows = [
            Suggestion(translate(i.title), translate(i.subtitle), i.icon, i, i.key, translate(source.title))
            for number, source in enumerate(self._sources)
            for i in self._found.get(number, ())
        ]
        self._list.show_rows(rows, self._field.text())
        self._list.setFixedHeight(min(self._list.content_height() + 8, _MOST_HEIGHT) if rows else 0)
        self._nothing.setVisible(not rows)

    def _run(self, item: PaletteItem) -> None:
        self.close_palette()
        item.run()

    def close_palette(self) -> None:
        """Go away and give the keyboard back."""
        self.hide()
        self.closed.emit()
        self.deleteLater()
        if self._came_from is not None and isValid(self._came_from):
            self._came_from.setFocus()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._box.geometry().contains(event.position().toPoint()):
            self.close_palette()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and watched is self._field:
            return self._key(Qt.Key(event.key()))
        return super().eventFilter(watched, event)

    def _key(self, key: Qt.Key) -> bool:
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._list.step(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._list.choose_current()
        elif key == Qt.Key.Key_Escape:
            self.close_palette()
        else:
            return key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        paint.shadow(QPainter(self), self._box.geometry())


def matching(items: Sequence[PaletteItem], query: str) -> list[PaletteItem]:
    """The items whose title holds the query (marks and case do not count); those that begin with it first."""
    wanted = fold(query)
    found: list[tuple[bool, PaletteItem]] = []
    for item in items:
        title: Any = fold(translate(item.title))
        if wanted in title:
            found.append((not title.startswith(wanted), item))
    return [item for _, item in sorted(found, key=lambda pair: pair[0])]
