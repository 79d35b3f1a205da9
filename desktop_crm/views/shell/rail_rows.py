"""The rows of the rail and how they are drawn, whichever widget they stand in."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from desktop_crm.i18n import translate
from desktop_crm.views.shell.declarations import Item, Section
from desktop_crm.views.widgets import paint, tokens
from desktop_crm.views.widgets.fonts import width


@dataclass(slots=True)
class Entry:
    """One row: the head of a section (no item) or a page with what waits there."""

    title: str
    item: Item | None = None
    count: int = 0
    first: bool = False
    folded: bool = False


def entries_of(
    sections: Sequence[Section], folded: Collection[str] = (), counts: Mapping[str, int] | None = None
) -> Iterator[Entry]:
    """Heads, and the items of sections that are not folded."""
    for number, section in enumerate(sections):
        shut = str(section.title) in folded
        yield Entry(translate(section.title), first=not number, folded=shut)
        for item in () if shut else section.items:
            yield Entry(translate(item.title), item, (counts or {}).get(item.key, 0))


def height_of(entry: Entry, slim: bool) -> int:
    """How high a row is."""
    if entry.item is not None:
        return tokens.RAIL_ITEM_HEIGHT - slim
    if slim:
        return 2 if entry.first else 9
    return 30


def bar_of(rect: QRectF) -> QRectF:
    """The lit part of an item's row."""
    return rect.adjusted(6, 1, -6, -1)


def paint_row(
    painter: QPainter, rect: QRectF, entry: Entry, slim: bool, selected: bool = False, hover: bool = False
) -> None:
    """Draw a head or an item."""
    if entry.item is None:
        _paint_head(painter, rect, entry, slim)
        return
    bar = bar_of(rect)
    if selected or hover:
        paint.box(painter, bar, "selected" if selected else "tool_hover", radius=6)
    if selected:
        paint.box(painter, QRectF(bar.left(), bar.center().y() - 7, 3, 14), "ring", radius=1.5)
    colour = "link" if selected else "text2"
    if slim:
        paint.icon(painter, entry.item.icon, bar.center().x() - 9, bar.center().y(), 18, colour)
        _paint_dot(painter, bar, entry)
    else:
        paint.icon(painter, entry.item.icon, bar.left() + 9, bar.center().y(), 17, colour)
        room = bar.adjusted(36, 0, -_paint_count(painter, bar, entry, selected) - 14, 0)
        paint.text(painter, room, entry.title, colour="text" if selected else "text2", strong=selected)


def _paint_head(painter: QPainter, rect: QRectF, entry: Entry, slim: bool) -> None:
    if slim:
        if not entry.first:
            paint.hline(painter, rect.left() + 12, rect.right() - 12, rect.center().y(), "line")
        return
    paint.text(painter, rect.adjusted(14, 4, -30, 0), entry.title, 12, "text3", True)
    arrow = "chevron-right" if entry.folded else "chevron-down"
    paint.icon(painter, arrow, rect.right() - 24, rect.center().y() + 2, 13, "text3")


def _paint_dot(painter: QPainter, bar: QRectF, entry: Entry) -> None:
    if entry.count and entry.item is not None:
        tone = tokens.tone("danger" if entry.item.alarm else "info")
        paint.box(painter, QRectF(bar.right() - 12, bar.top() + 2, 7, 7), tone.solid, "rail", 3.5)


def _paint_count(painter: QPainter, bar: QRectF, entry: Entry, selected: bool) -> float:
    if not entry.count or entry.item is None:
        return 0
    words = str(entry.count) if entry.count < 1000 else "999+"
    wide = width(words, 12) + 12
    if entry.item.alarm:
        pill = QRectF(bar.right() - wide - 4, bar.center().y() - 9, wide, 18)
        tone = tokens.tone("danger")
        paint.box(painter, pill, tone.bg, radius=9)
        paint.text(painter, pill, words, 12, tone.fg, align=paint.CENTRE)
    else:
        colour = "link" if selected else "text3"
        paint.text(painter, bar.adjusted(0, 0, -10, 0), words, 12, colour, align=paint.RIGHT)
    return wide
