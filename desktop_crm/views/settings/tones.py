"""Colours as the settings offer them: their names, and how a cell shows one."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from desktop_crm.i18n import mark, translate
from desktop_crm.models.lists import TONES
from desktop_crm.views.widgets import paint
from desktop_crm.views.widgets.delegates import CellState, Index

_NAMES = {
    "neutral": mark("Tone", "Grey"),
    "info": mark("Tone", "Blue"),
    "success": mark("Tone", "Green"),
    "warning": mark("Tone", "Orange"),
    "danger": mark("Tone", "Red"),
    "violet": mark("Tone", "Violet"),
    "teal": mark("Tone", "Teal"),
}


def tone_options() -> list[tuple[str, str]]:
    """Every colour with its name in the language in force."""
    return [(tone, translate(_NAMES[tone])) for tone in TONES]


def tone_name(tone: str) -> str:
    """The name of a colour."""
    return translate(_NAMES.get(tone, _NAMES["neutral"]))


def paint_tone(painter: QPainter, rect: QRectF, value: Any, index: Index, state: CellState) -> None:
    """A cell with the colour as a badge of its name."""
    paint.badge(
        painter, rect.left() + 8, rect.center().y(), tone_name(value), value or "neutral", True, room=rect.width() - 12
    )
