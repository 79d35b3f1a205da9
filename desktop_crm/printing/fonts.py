"""The fonts of printed documents: Roboto and Source Serif, read once a process and embedded as subsets."""

from __future__ import annotations

from functools import cache
from pathlib import Path

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


@cache
def load(family: str) -> None:
    """Make SANS or SERIF and its weights known to reportlab, once a process."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    plain, strong, italic = _FAMILIES[family]
    for name in {plain: 0, strong: 0, italic: 0}:
        package, file = _FILES[name]
        # asciiReadable would embed all of ASCII whether it is used or not
        pdfmetrics.registerFont(TTFont(name, str(_folder(package) / file), asciiReadable=False))
    pdfmetrics.registerFontFamily(family, normal=plain, bold=strong, italic=italic, boldItalic=strong)


def _folder(package: str) -> Path:
    """Where a font package keeps its files; found without importing it, which lists every font it has."""
    from importlib.util import find_spec

    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError(f"the package {package} with the documents' fonts is not installed")
    return Path(next(iter(spec.submodule_search_locations))) / "files"
