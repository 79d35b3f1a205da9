"""The command palette (Ctrl+K): records, commands and pages by typing a few letters, with or without marks."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from shiboken6 import isValid

from desktop_crm.errors import CrmError
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

_WIDTH, _TOP, _MOST_HEIGHT, _PER_SOURCE = 640, 64, 480, 8
_PAUSE = 60  # ms after the last letter
_PATIENCE = 150  # ms: so long the answers of before stay while those of all sources are on their way


class Palette(Scrim):
    """Lies over its window until something is chosen, Esc is pressed or the shade is clicked."""

    closed = Signal()

    def __init__(self, window: QWidget, jobs: Jobs, sources: Sequence[Source]) -> None:
        super().__init__(window)
        self._jobs, self._sources = jobs, sources
        self._found: dict[int, Sequence[PaletteItem]] = {}  # what is shown, by the source's number
        self._arrived: dict[int, Sequence[PaletteItem]] = {}  # for what is typed now, not shown yet
        self._reads: list[Any] = []
        self._stale = False  # what is shown may not be what is typed
        self._failure = ""  # the words for which a failure was told
        self._enter_waits: bool | None = None  # Enter was pressed meanwhile; True: for the list
        self._came_from = window.focusWidget()
        self._field = QLineEdit()
        self._list = SuggestionList()
        self._nothing = label(mark("Palette", "Nothing found."), tone="t2")
        self._timer = QTimer(self, interval=_PAUSE, singleShot=True)
        self._timer.timeout.connect(self._search_background)
        self._patience = QTimer(self, interval=_PATIENCE, singleShot=True)
        self._patience.timeout.connect(self._swap)
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
            Kbd("Ctrl Enter"),
            label(mark("Palette", "open the list"), 12, "t3"),
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

    @property
    def _query(self) -> str:
        return self._field.text().strip()

    def _typed(self) -> None:
        """Commands and pages follow each letter; records of before stay until the new ones are there."""
        self._stop()
        background = len(self._query) >= 2
        for number, source in enumerate(self._sources):
            if not source.background:
                self._found[number] = source.find(self._query)[:_PER_SOURCE]
            elif not background:
                self._found[number] = ()
        self._stale = background and any(source.background for source in self._sources)
        self._show()
        if self._stale:
            self._timer.start()

    def _stop(self) -> None:
        """What was asked for before is of no use any more."""
        self._timer.stop()
        self._patience.stop()
        for wish in self._reads:
            wish.set()
        self._reads.clear()
        self._arrived.clear()
        self._enter_waits = None

    def _search_background(self) -> None:
        """Ask every source at once, each by itself."""
        self._patience.start()
        query = self._query
        for number, source in enumerate(self._sources):
            if source.background:
                done, failed = partial(self._came, number, query), partial(self._failed, number, query)
                key = f"palette {number}"
                self._reads.append(
                    self._jobs.read(source.find, query, done=done, failed=failed, owner=self, key=key, stoppable=True)
                )

    def _came(self, number: int, query: str, items: Sequence[PaletteItem]) -> None:
        if query != self._query:
            return
        self._arrived[number] = items
        if not self._stale:
            self._found[number] = items  # late: its group takes its place among the others
            self._show(keep=True)
            self._enter_now()
        elif self._all_arrived():
            self._swap()

    def _failed(self, number: int, query: str, error: CrmError) -> None:
        """A module that cannot answer has no group; the reason is told once, however many cannot."""
        if self._failure != query:
            self._failure = query
            self._jobs.on_error(error)
        self._came(number, query, ())

    def _all_arrived(self) -> bool:
        return len(self._arrived) == sum(source.background for source in self._sources)

    def _swap(self) -> None:
        """Show the answers that are there, all at once; the groups of slower sources follow as they come."""
        self._patience.stop()
        self._stale = False
        for number, source in enumerate(self._sources):
            if source.background:
                self._found[number] = self._arrived.get(number, ())
        self._show()
        self._enter_now()

    def _enter_now(self) -> None:
        """Do what Enter was pressed for, once there is something to take."""
        if self._enter_waits is not None and self._list.current() is not None:
            self._enter(self._enter_waits)

    def _show(self, keep: bool = False) -> None:
        rows = [
            Suggestion(translate(i.title), translate(i.subtitle), i.icon, i, i.key, translate(source.title), i.leads_on)
            for number, source in enumerate(self._sources)
            for i in self._found.get(number, ())
        ]
        self._list.show_rows(rows, self._field.text(), keep)
        self._list.setFixedHeight(min(self._list.content_height() + 8, _MOST_HEIGHT) if rows else 0)
        self._nothing.setVisible(not rows and (len(self._query) < 2 or self._all_arrived()))

    def _run(self, item: PaletteItem) -> None:
        self.close_palette()
        item.run()

    def close_palette(self) -> None:
        """Go away and give the keyboard back."""
        self._stop()
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
            control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            return self._key(Qt.Key(event.key()), control)
        return super().eventFilter(watched, event)

    def _key(self, key: Qt.Key, control: bool) -> bool:
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._list.step(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter(control)
        elif key == Qt.Key.Key_Escape:
            self.close_palette()
        else:
            return key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
        return True

    def _enter(self, in_list: bool) -> None:
        """Take the current line, or open the list it comes from. Who is faster than the answers waits for them."""
        current = self._list.current()
        if self._stale:
            self._enter_waits = in_list
        elif in_list and current is not None and current.data.in_list is not None:
            self.close_palette()
            current.data.in_list()
        else:
            self._list.choose_current()

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
