"""The two fonts: Segoe UI on Windows, Roboto (carried by the font-roboto package) elsewhere. Two weights."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF

from desktop_crm.views.widgets import tokens

WINDOWS = sys.platform == "win32"
FAMILY = "Segoe UI" if WINDOWS else "Roboto"
STRONG = 600 if WINDOWS else 500  # what looks semibold in each family


@cache
def load() -> None:
    """Register the Roboto files that every window shows; nothing to do on Windows."""
    _register("Regular", "Medium")


@cache
def load_rest() -> None:
    """Register the other ones, when there is time or need."""
    _register("Bold", "Italic")


def _register(*weights: str) -> None:
    if WINDOWS:
        return
    import font_roboto  # not installed on Windows, where Segoe UI is there already

    folder = Path(font_roboto.__file__).parent / "files"
    for weight in weights:
        QFontDatabase.addApplicationFont(str(folder / f"Roboto-{weight}.ttf"))


@cache
def font(px: int = tokens.BODY, strong: bool = False, italic: bool = False) -> QFont:
    """The program's font in one of the sizes of the type scale."""
    if italic:
        load_rest()
    made = QFont(FAMILY)
    made.setPixelSize(px)
    made.setWeight(QFont.Weight(STRONG if strong else 400))
    made.setItalic(italic)
    if not WINDOWS:
        made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made


@cache
def metrics(px: int = tokens.BODY, strong: bool = False, italic: bool = False) -> QFontMetricsF:
    """Metrics of `font(...)`, made once for each."""
    return QFontMetricsF(font(px, strong, italic))


def width(text: str, px: int = tokens.BODY, strong: bool = False) -> float:
    """How wide a line of text is drawn."""
    return metrics(px, strong).horizontalAdvance(text)
