"""Painting primitives shared by delegates and painted widgets; all read the tokens at paint time.

Colours are names of tokens (`text3`, `tone:danger`) or #RRGGBB.
"""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from desktop_crm.views.widgets import icons, tokens
from desktop_crm.views.widgets.fonts import font, metrics, width

LEFT, RIGHT, CENTRE = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignHCenter
MIDDLE = Qt.AlignmentFlag.AlignVCenter

_AVATAR_TONES = ("info", "teal", "violet", "success", "warning", "danger")
_LEGAL_FORMS = frozenset("công ty tnhh cp cổ phần mtv tập đoàn htx dntn hộ kd".split())


def text(
    painter: QPainter,
    rect: QRectF | QRect,
    words: str,
    px: int = tokens.BODY,
    colour: str = "text",
    strong: bool = False,
    align: Qt.AlignmentFlag = LEFT,
    italic: bool = False,
) -> float:
    """Draw one elided line in the vertical middle of `rect` and return its width before eliding.

    Nothing is clipped to less than ascent + descent, so capitals with two marks (Ầ Ỗ Ặ) stay whole.
    """
    rect, measure = QRectF(rect), metrics(px, strong, italic)
    if rect.width() < 6 or not words:
        return 0.0
    if "\n" in words:
        words = words.replace("\n", " ")
    wide = measure.horizontalAdvance(words)
    if wide > rect.width() + 0.5:
        words = measure.elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
    painter.setFont(font(px, strong, italic))
    painter.setPen(qcolour(colour))
    painter.drawText(rect, _in_the_middle(align), words)
    return wide


@cache
def _in_the_middle(align: Qt.AlignmentFlag) -> int:
    return int(align | MIDDLE)


def box(
    painter: QPainter,
    rect: QRectF | QRect,
    fill: str | QColor | None = None,
    line: str | QColor | None = None,
    radius: float = tokens.R_FIELD,
    pen: float = 1.0,
) -> None:
    """A rounded rectangle, filled, outlined inside its edge, or both."""
    rect = QRectF(rect)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(qcolour(fill) if fill else Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(qcolour(line), pen) if line else Qt.PenStyle.NoPen)
    if line:
        rect = rect.adjusted(pen / 2, pen / 2, -pen / 2, -pen / 2)
    painter.drawRoundedRect(rect, radius, radius)
    painter.restore()


def qcolour(named: str | QColor) -> QColor:
    """A token's name, a tone or #RRGGBB as a QColor that must not be changed."""
    return named if isinstance(named, QColor) else _parsed(tokens.colour(named))


@cache
def _parsed(hexa: str) -> QColor:
    return QColor(hexa)


def fill(painter: QPainter, rect: QRectF | QRect, colour: str) -> None:
    """A plain rectangle of one colour."""
    painter.fillRect(QRectF(rect), qcolour(colour))


def hline(painter: QPainter, left: float, right: float, y: float, colour: str = "line_soft") -> None:
    """A hairline from `left` to `right` at `y`."""
    painter.fillRect(QRectF(left, y, right - left, 1), qcolour(colour))


def icon(painter: QPainter, name: str, x: float, middle: float, size: float = 16, colour: str = "text2") -> None:
    """An icon whose left edge is at `x` and whose vertical middle is at `middle`."""
    icons.draw(painter, name, QRectF(x, middle - size / 2, size, size), colour)


def badge_width(words: str, dot: bool = False) -> float:
    """How wide `badge` draws these words."""
    return width(words, tokens.CAPTION) + 16 + (10 if dot else 0)


def badge(
    painter: QPainter,
    x: float,
    middle: float,
    words: str,
    tone: str = "neutral",
    dot: bool = False,
    height: float = 20,
    room: float | None = None,
) -> float:
    """A tinted pill at most `room` wide; returns its width. The word says the state, the colour repeats it."""
    colours = tokens.tone(tone)
    wide = badge_width(words, dot)
    wide = min(wide, room) if room else wide
    rect = QRectF(x, middle - height / 2, wide, height)
    box(painter, rect, colours.bg, radius=height / 2)
    if dot:
        box(painter, QRectF(x + 8, middle - 3, 6, 6), colours.solid, radius=3)
    text(painter, rect.adjusted(18 if dot else 8, 0, -7, 0), words, tokens.CAPTION, colours.fg)
    return wide


def initials(name: str, organization: bool = False) -> str:
    """One or two letters for an avatar: first and last word of a person, first two of an organization's own name."""
    words = [w for w in name.replace("–", " ").split() if not (organization and w.lower() in _LEGAL_FORMS)]
    if not words:
        return name[:1].upper()
    if organization:
        return "".join(w[0] for w in words[:2]).upper()
    return (words[0][0] + words[-1][0] if len(words) > 1 else words[0][:2]).upper()


def avatar(painter: QPainter, rect: QRectF | QRect, name: str, organization: bool = False) -> None:
    """Initials on a tint that is always the same for one name: a circle for a person, a square for an organization."""
    rect = QRectF(rect)
    tone = tokens.tone(_AVATAR_TONES[sum(map(ord, name)) % len(_AVATAR_TONES)])
    edge = QColor(tone.solid)
    edge.setAlphaF(0.45)
    box(painter, rect, tone.bg, edge, 5 if organization else rect.width() / 2)
    px = next(px for least, px in ((44, 17), (28, 13), (22, 10), (0, 9)) if rect.width() >= least)
    text(painter, rect.adjusted(-4, 0, 4, 0), initials(name, organization), px, tone.fg, True, CENTRE)


def focus_ring(painter: QPainter, rect: QRectF | QRect, radius: float = 0) -> None:
    """The 2-px ring of whatever has the keyboard."""
    box(painter, rect, None, "ring", radius, 2)


def check(painter: QPainter, x: float, y: float, on: bool, mixed: bool = False) -> None:
    """A check box 15 px wide centred on (x, y)."""
    rect = QRectF(x - 7.5, y - 7.5, 15, 15)
    if on or mixed:
        box(painter, rect, "accent", radius=3)
        icons.draw(painter, "minus" if mixed else "check", rect.adjusted(1.5, 1.5, -1.5, -1.5), "on_accent", 3)
    else:
        box(painter, rect, "surface", "outline", 3)


def radio(painter: QPainter, x: float, y: float, on: bool) -> None:
    """A radio button 15 px wide centred on (x, y)."""
    rect = QRectF(x - 7.5, y - 7.5, 15, 15)
    box(painter, rect, "surface", "ring" if on else "outline", 7.5, 4.5 if on else 1)


def chevron(rect: QRectF, first: bool, last: bool, tip: float = 10.0) -> QPainterPath:
    """Outline of one step of a stage bar; the first has a flat left edge, the last a flat right one."""
    path = QPainterPath(rect.topLeft())
    if last:
        path.lineTo(rect.topRight())
        path.lineTo(rect.bottomRight())
    else:
        path.lineTo(rect.right() - tip, rect.top())
        path.lineTo(rect.right(), rect.center().y())
        path.lineTo(rect.right() - tip, rect.bottom())
    path.lineTo(rect.bottomLeft())
    if not first:
        path.lineTo(QPointF(rect.left() + tip, rect.center().y()))
    path.closeSubpath()
    return path


def skeleton_row(painter: QPainter, rect: QRectF | QRect, number: int) -> None:
    """The shape of a row that is still on its way; `number` varies the widths a little."""
    rect = QRectF(rect)
    middle, left = rect.center().y(), rect.left()
    box(painter, QRectF(left + 12, middle - 11, 22, 22), "selected_idle", radius=5)
    box(painter, QRectF(left + 44, middle - 5, 190 - 17 * (number % 3), 10), "selected_idle", radius=4)
    for x, wide in ((270, 84), (392, 110 - 12 * (number % 2)), (rect.width() - 110, 98)):
        if x + wide < rect.width():
            box(painter, QRectF(left + x, middle - 5, wide, 10), "line_soft", radius=4)
    hline(painter, left, rect.right(), rect.bottom() - 1)


def shadow(painter: QPainter, rect: QRectF | QRect, radius: float = tokens.R_DIALOG, spread: int = 22) -> None:
    """A soft shadow around `rect`, a little lower than it; cheap enough to be drawn at every paint."""
    rect = QRectF(rect)
    colour = QColor(0, 0, 0, 7 if tokens.current().dark else 4)
    for grow in range(spread, 0, -2):
        box(painter, rect.adjusted(-grow, -grow + 6, grow, grow + 6 - spread / 4), colour, None, radius + grow)
