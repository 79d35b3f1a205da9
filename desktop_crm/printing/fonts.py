"""The fonts of printed documents: Roboto and Source Serif, read once a process and embedded as subsets."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Any

SANS = "Roboto"
SANS_STRONG = "Roboto-Medium"
SANS_ITALIC = "Roboto-Italic"
SERIF = "SourceSerifPro-Regular"
SERIF_STRONG = "SourceSerifPro-Bold"

_FILES = {
    SANS: ("font_roboto", "Roboto-Regular.ttf"),
    SANS_STRONG: ("font_roboto", "Roboto-Medium.ttf"),
    SANS_ITALIC: ("font_roboto", "Roboto-Italic.ttf"),
    SERIF: ("font_source_serif_pro", "SourceSerifPro-Regular.ttf"),
    SERIF_STRONG: ("font_source_serif_pro", "SourceSerifPro-Bold.ttf"),
}


_FAMILIES = {SANS: (SANS, SANS_STRONG, SANS_ITALIC), SERIF: (SERIF, SERIF_STRONG, SERIF)}
"""Plain, strong and italic; the serif's own italic has no Vietnamese letters, so its plain stands in."""


_READ: set[str] = set()
_READING = Lock()


def load(family: str) -> None:
    """Make SANS or SERIF and its weights known to reportlab, once a process whichever thread prints first."""
    if family in _READ:
        return
    with _READING:
        if family not in _READ:
            _register(family)
            _READ.add(family)


def _register(family: str) -> None:
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    plain, strong, italic = _FAMILIES[family]
    for name in {plain: 0, strong: 0, italic: 0}:
        # asciiReadable would embed all of ASCII whether it is used or not
        pdfmetrics.registerFont(TTFont(name, file(name), asciiReadable=False))
    pdfmetrics.registerFontFamily(family, normal=plain, bold=strong, italic=italic, boldItalic=strong)


def italic(font: str) -> str:
    """The italic that goes with a plain font."""
    return _FAMILIES[font][2]


def text_width(text: str, font: str, size: float) -> float:
    """How wide a text is, in points; as reportlab measures it, in half the time."""
    return 0.001 * size * sum(map(advance(font), text))


@cache
def advance(font: str) -> Callable[[str], Any]:
    """The function that gives a letter's width in thousandths of the size."""
    from reportlab.pdfbase.pdfmetrics import getFont

    return _Advances(getFont(font).face).__getitem__


class _Advances(dict[str, Any]):
    """Widths by letter, filled as they are asked for."""

    def __init__(self, face: Any) -> None:
        super().__init__()
        self._face = face

    def __missing__(self, letter: str) -> Any:
        width = self[letter] = self._face.charWidths.get(ord(letter), self._face.defaultWidth)
        return width


def file(name: str) -> str:
    """The path of a font's file."""
    package, file = _FILES[name]
    return str(_folder(package) / file)


def _folder(package: str) -> Path:
    """Where a font package keeps its files; found without importing it, which lists every font it has."""
    from importlib.util import find_spec

    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError(f"the package {package} with the documents' fonts is not installed")
    return Path(next(iter(spec.submodule_search_locations))) / "files"
