"""Column painters: `f(painter, rect, value, index, state)`, or makers of one. A new list is a list of these.

The words drawn are the model's DisplayRole; the value (RAW) decides tone, weight and the dash for nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date as Date
from datetime import datetime
from typing import Any

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from desktop_crm.views.widgets import paint, tokens
from desktop_crm.views.widgets.delegates import CellState, Index, Painter
from desktop_crm.views.widgets.fonts import width

Tones = Mapping[Any, str] | Callable[[Any], str]
NOTHING = "–"
_PAD = 10


def _shown(index: Index) -> str:
    return str(index.data(Qt.ItemDataRole.DisplayRole) or "")


def text(
    colour: str = "text", strong: bool = False, align: Qt.AlignmentFlag = paint.LEFT, px: int = tokens.BODY
) -> Painter:
    """Plain words."""

    def draw(painter: QPainter, rect: QRectF, value: Any, index: Index, state: CellState) -> None:
        tone = colour if state.enabled else "disabled"
        paint.text(painter, rect.adjusted(_PAD, 0, -_PAD, 0), _shown(index), px, tone, strong, align)

    return draw


def number(alarm: Callable[[Any], bool] | None = None, strong: bool = False) -> Painter:
    """A number at the right, a dash for none; `alarm(value)` turns it red and bold."""

    def draw(painter: QPainter, rect: QRectF, value: Any, index: Index, state: CellState) -> None:
        red = bool(value) and alarm is not None and alarm(value)
        words = _shown(index) if value else NOTHING
        colour = "tone:danger" if red else "text" if value else "text3"
        paint.text(painter, rect.adjusted(6, 0, -_PAD, 0), words, tokens.BODY, colour, red or strong, paint.RIGHT)

    return draw


money = number
percent = number


def date(overdue: Callable[[Any], bool] | None = None) -> Painter:
    """A date; `overdue(value)` turns it red and bold."""

    def draw(painter: QPainter, rect: QRectF, value: Any, index: Index, state: CellState) -> None:
        late = value is not None and overdue is not None and overdue(value)
        colour = "tone:danger" if late else "text2"
        paint.text(painter, rect.adjusted(_PAD, 0, -_PAD, 0), _shown(index), colour=colour, strong=late)

    return draw


def past(today: Date) -> Callable[[Any], bool]:
    """A test for `date`: whether a date or time lies before today."""
    return lambda value: (value.date() if isinstance(value, datetime) else value) < today


def badge(tones: Tones | None = None, dot: bool = True) -> Painter:
    """The state as a pill; `tones` gives the tone of a value."""

    def draw(painter: QPainter, rect: QRectF, value: Any, index: Index, state: CellState) -> None:
        words = _shown(index)
        if words:
            tone = tone_of(tones, value)
            paint.badge(painter, rect.left() + _PAD, rect.center().y(), words, tone, dot, room=rect.width() - 14)

    return draw


def tone_of(tones: Tones | None, value: Any) -> str:
    """The tone a mapping or a function gives to a value; neutral when it gives none."""
    if tones is None:
        return "neutral"
    found = tones(value) if callable(tones) else tones.get(value)
    return found or "neutral"


def tags(tone: str = "teal") -> Painter:
    """Several small pills from a sequence of words, as many as fit, then how many more."""

    def draw(painter: QPainter, rect: QRectF, value: Any, index: Index, state: CellState) -> None:
        x, words = rect.left() + _PAD, [str(w) for w in value or ()]
        for shown, word in enumerate(words):
            if x + paint.badge_width(word) > rect.right() - 30 and shown:
                rest = QRectF(x, rect.top(), rect.right() - x, rect.height())
                paint.text(painter, rest, f"+{len(words) - shown}", tokens.CAPTION, "text3")
                return
            x += 4 + paint.badge(painter, x, rect.center().y(), word, tone, room=rect.right() - x - 4)

    return draw


def person(painter: QPainter, rect: QRectF, value: Any, index: Index, state: CellState) -> None:
    """A person: round avatar and name."""
    name = _shown(index)
    if name:
        paint.avatar(painter, QRectF(rect.left() + 10, rect.center().y() - 10, 20, 20), name)
        paint.text(painter, rect.adjusted(37, 0, -6, 0), name)


def organization(painter: QPainter, rect: QRectF, value: Any, index: Index, state: CellState) -> None:
    """An organization: square avatar and name in bold."""
    name = _shown(index)
    if name:
        paint.avatar(painter, QRectF(rect.left() + 8, rect.center().y() - 11, 22, 22), name, True)
        paint.text(painter, rect.adjusted(38, 0, -8, 0), name, strong=True)


def link(painter: QPainter, rect: QRectF, value: Any, index: Index, state: CellState) -> None:
    """Something one can go to: a record, a phone number, an address. Underlined under the mouse."""
    words, room = _shown(index), rect.adjusted(_PAD, 0, -_PAD, 0)
    paint.text(painter, room, words, colour="link")
    if state.hover and words:
        wide = min(width(words), room.width())
        paint.hline(painter, room.left(), room.left() + wide, rect.center().y() + 8, "link")


def check(painter: QPainter, rect: QRectF, value: Any, index: Index, state: CellState) -> None:
    """Row check: shown where the row is selected or under the mouse."""
    if state.selected or state.hover:
        paint.check(painter, rect.center().x() + 1, rect.center().y(), state.selected)


def flag(painter: QPainter, rect: QRectF, value: Any, index: Index, state: CellState) -> None:
    """Yes or no as a check box that always shows."""
    paint.check(painter, rect.center().x() + 1, rect.center().y(), bool(value))


def icon(names: Mapping[Any, str], colour: str = "text2") -> Painter:
    """An icon for each value."""

    def draw(painter: QPainter, rect: QRectF, value: Any, index: Index, state: CellState) -> None:
        name = names.get(value)
        if name:
            paint.icon(painter, name, rect.center().x() - 8, rect.center().y(), 16, colour)

    return draw


def progress(tone: Callable[[float], str] = lambda share: "success" if share >= 1 else "info") -> Painter:
    """A thin bar for a share between 0 and 1, with the model's words beside it."""

    def draw(painter: QPainter, rect: QRectF, value: Any, index: Index, state: CellState) -> None:
        share = min(max(float(value or 0), 0.0), 1.0)
        bar = QRectF(rect.left() + _PAD, rect.center().y() - 2.5, max(rect.width() - 64, 10), 5)
        paint.box(painter, bar, "selected_idle", radius=2.5)
        if share:
            filled = QRectF(bar.left(), bar.top(), max(bar.width() * share, 5), 5)
            paint.box(painter, filled, tokens.tone(tone(float(value))).solid, radius=2.5)
        paint.text(painter, rect.adjusted(0, 0, -_PAD, 0), _shown(index), 12, "text2", align=paint.RIGHT)

    return draw
