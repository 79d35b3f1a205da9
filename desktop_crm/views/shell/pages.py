"""The pages inside the window: made when first opened, kept in a stack, walked back and forth."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop_crm.views.shell.declarations import Item

_MOST_RECORDS = 12  # pages with arguments kept alive; unsaved ones are never closed for room

Place = tuple[str, tuple[tuple[str, Any], ...]]


@dataclass
class Opened:
    """A page that is alive: its declaration, its arguments and its widget."""

    item: Item
    args: dict[str, Any]
    widget: QWidget = field(repr=False)

    @property
    def place(self) -> Place:
        """What makes it this page and no other."""
        return place_of(self.item.key, self.args)


def place_of(key: str, args: Mapping[str, Any]) -> Place:
    """The identity of a page; arguments must be hashable."""
    return key, tuple(sorted(args.items()))


def can_leave(page: QWidget) -> bool:
    """Ask a page whether it may be closed: its `can_leave()`, if it has one."""
    ask: Callable[[], bool] | None = getattr(page, "can_leave", None)
    return True if ask is None else ask()


class Pages(QStackedWidget):
    """`shown(opened)` whenever another page is in front. Going elsewhere closes nothing, so nothing typed is lost."""

    shown = Signal(object)

    def __init__(self, make: Callable[[Item, dict[str, Any]], QWidget]) -> None:
        super().__init__()
        self._make = make
        self._alive: dict[Place, Opened] = {}
        self._history: list[tuple[Item, dict[str, Any]]] = []
        self._at = -1

    def current(self) -> Opened | None:
        """The page in front."""
        return next((o for o in self._alive.values() if o.widget is self.currentWidget()), None)

    def alive(self) -> list[Opened]:
        """Every page that exists, least recently shown first."""
        return list(self._alive.values())

    def page_of(self, widget: QWidget) -> Opened | None:
        """The page of a widget."""
        return next((o for o in self._alive.values() if o.widget is widget), None)

    def open(self, item: Item, args: dict[str, Any]) -> QWidget:
        """Bring a page to the front, making it if need be, and remember the step."""
        opened = self._bring(item, args)
        here = self._history[self._at] if 0 <= self._at < len(self._history) else None
        if here is None or place_of(here[0].key, here[1]) != opened.place:
            self._history[self._at + 1 :] = [(item, args)]
            self._at = len(self._history) - 1
        return opened.widget

    def go(self, by: int) -> bool:
        """Walk the history; False at its ends."""
        if not 0 <= self._at + by < len(self._history):
            return False
        self._at += by
        self._bring(*self._history[self._at])
        return True

    def can_go(self, by: int) -> bool:
        """Whether there is a step in that direction."""
        return 0 <= self._at + by < len(self._history)

    def set_args(self, widget: QWidget, args: dict[str, Any]) -> None:
        """A page now shows something else (a new record got its id): opening that finds this very page."""
        opened = self.page_of(widget)
        if opened is None:
            return
        old = opened.place
        del self._alive[old]
        for step, (item, known) in enumerate(self._history):
            if place_of(item.key, known) == old:
                self._history[step] = (item, args)
        opened.args = args
        self._alive[opened.place] = opened

    def close_page(self, widget: QWidget) -> None:
        """Close a page for good and go back to the one before; the page has already agreed."""
        opened = self.page_of(widget)
        if opened is None:
            return
        in_front = widget is self.currentWidget()
        self._drop(opened)
        gone = opened.place
        before = sum(1 for item, args in self._history[: self._at] if place_of(item.key, args) == gone)
        self._history = [(i, a) for i, a in self._history if place_of(i.key, a) != gone]
        self._at = min(max(self._at - before - in_front, 0), len(self._history) - 1)
        if in_front and self._history:
            self._bring(*self._history[self._at])

    def clear(self) -> None:
        """Close every page (each has agreed) and keep the history: `go(0)` makes the current one anew."""
        for opened in self.alive():
            self._drop(opened)

    def forget(self) -> None:
        """Drop every page but the one in front and those with unsaved work."""
        for opened in self.alive():
            if not opened.widget.isWindowModified() and opened.widget is not self.currentWidget():
                self._drop(opened)

    def _bring(self, item: Item, args: dict[str, Any]) -> Opened:
        place = place_of(item.key, args)
        opened = self._alive.pop(place, None) or Opened(item, args, self._added(item, args))
        self._alive[place] = opened  # the last is the most recently shown
        if self.currentWidget() is not opened.widget:
            self.setCurrentWidget(opened.widget)
        self._make_room()
        target = opened.widget.focusWidget() or opened.widget.focusProxy() or opened.widget
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        self.shown.emit(opened)
        return opened

    def _added(self, item: Item, args: dict[str, Any]) -> QWidget:
        widget = self._make(item, args)
        self.addWidget(widget)
        return widget

    def _make_room(self) -> None:
        records = [o for o in self._alive.values() if o.args]
        for opened in records[: max(len(records) - _MOST_RECORDS, 0)]:
            if not opened.widget.isWindowModified() and opened.widget is not self.currentWidget():
                self._drop(opened)

    def _drop(self, opened: Opened) -> None:
        self._alive.pop(opened.place, None)
        self.removeWidget(opened.widget)
        opened.widget.deleteLater()
