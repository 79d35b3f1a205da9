"""Lucide icons drawn as vectors in the colours of the theme: no icon font, no bitmaps.

A colour is named by its token (`text2`, `on_accent`, `tone:danger`), so a change of theme recolours every icon.
"""

from __future__ import annotations

import tempfile
from functools import cache, lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from desktop_crm.resources import resource
from desktop_crm.views.widgets import tokens

_STROKE = 1.75


@cache
def _svg(name: str) -> str:
    return resource("icons", f"{name}.svg").read_text("utf-8")


def _tinted(name: str, colour: str, stroke: float) -> str:
    return _svg(name).replace("currentColor", colour).replace('stroke-width="2"', f'stroke-width="{stroke}"')


@lru_cache(maxsize=1024)
def _renderer(name: str, colour: str, stroke: float) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(_tinted(name, colour, stroke).encode()))


def draw(painter: QPainter, name: str, rect: QRectF, colour: str = "text2", stroke: float = _STROKE) -> None:
    """Paint an icon into `rect` at the painter's own scale: sharp at 100, 125, 150 and 200 %."""
    _renderer(name, tokens.colour(colour), stroke).render(painter, rect)


class _Engine(QIconEngine):
    """Renders the SVG at any size and pixel ratio, in the colour of its state."""

    def __init__(self, name: str, colour: str, active: str) -> None:
        super().__init__()
        self._name, self._colour, self._active = name, colour, active

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        on = state == QIcon.State.On or mode == QIcon.Mode.Selected
        colour = "disabled" if mode == QIcon.Mode.Disabled else self._active if on else self._colour
        draw(painter, self._name, QRectF(rect), colour)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        # `size` is logical here, and QIcon sets the pixel ratio afterwards.
        pixmap = QPixmap(round(size.width() * scale), round(size.height() * scale))
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, pixmap.rect(), mode, state)
        painter.end()
        return pixmap

    def clone(self) -> QIconEngine:
        copy = _Engine(self._name, self._colour, self._active)
        _clones.append(copy)
        return copy


_clones: list[_Engine] = []  # QIcon does not keep the Python half of an engine alive


@cache
def _engine(name: str, colour: str, active: str) -> _Engine:
    return _Engine(name, colour, active)


@cache
def icon(name: str, colour: str = "text2", active: str = "") -> QIcon:
    """A QIcon in a token's colour; `active` is its colour when checked (default: link, or `colour` if given)."""
    return QIcon(_engine(name, colour, active or ("link" if colour == "text2" else colour)))


@cache
def _folder() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="desktop-crm-icons-", ignore_cleanup_errors=True)


@cache
def asset(name: str, colour: str, stroke: float = 2) -> str:
    """A tinted SVG on disk for url() in the style sheet, which loads nothing but files."""
    path = Path(_folder().name) / f"{name}-{colour.lstrip('#')}.svg"
    path.write_text(_tinted(name, colour, stroke), "utf-8")
    return path.as_posix()
