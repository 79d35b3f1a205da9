"""Puts a theme in force: tokens, palette, font and style sheet of the whole program, switchable at run time."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from desktop_crm.i18n import Message, mark
from desktop_crm.views.widgets import fonts, tokens
from desktop_crm.views.widgets.style import style_sheet

Theme = Literal["light", "dark", "system"]
Density = Literal["compact", "normal", "tall"]

THEMES: dict[str, Message] = {
    "system": mark("Theme", "Like the system"),
    "light": mark("Theme", "Light"),
    "dark": mark("Theme", "Dark"),
}
DENSITIES: dict[str, Message] = {
    "compact": mark("Theme", "Compact rows"),
    "normal": mark("Theme", "Normal rows"),
    "tall": mark("Theme", "Tall rows"),
}

_STYLE = "Fusion"
_state: dict[str, str] = {"theme": "", "density": "normal"}
_SCHEMES = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}


def arguments() -> list[str]:
    """What a QApplication is made with to have our style from the start."""
    _state["style"] = "ours"
    return ["-style", _STYLE]


def apply(app: QApplication, theme: Theme = "system", density: Density = "normal") -> None:
    """Show the whole program in a theme; `system` follows the desktop's own choice as it changes.

    `density` is the height of list rows (`row_height()`); the scale of everything is the desktop's, which Qt follows.
    """
    follow = not _state["theme"]
    _state.update(theme=theme, density=density)
    fonts.load()
    app.styleHints().setColorScheme(_SCHEMES.get(theme, Qt.ColorScheme.Unknown))
    _show(app)
    if follow:
        app.styleHints().colorSchemeChanged.connect(_system_changed)


def _system_changed() -> None:
    app = QApplication.instance()
    if isinstance(app, QApplication) and _state["theme"] == "system" and _wanted(app) is not tokens.current():
        _show(app)


def _wanted(app: QApplication) -> tokens.Tokens:
    scheme = _SCHEMES.get(_state["theme"]) or app.styleHints().colorScheme()
    return tokens.DARK if scheme == Qt.ColorScheme.Dark else tokens.LIGHT


def _show(app: QApplication) -> None:
    chosen = _wanted(app)
    tokens.use(chosen)
    if not _state.pop("style", ""):  # setting it anew takes a tenth of an empty window's time
        app.setStyle(_STYLE)  # style, palette, font, sheet: in this order, or the later ones are lost
    app.setPalette(palette(chosen))
    app.setFont(fonts.font())
    app.setStyleSheet(style_sheet(chosen))


def row_height() -> int:
    """Height of a list's rows in the density in force."""
    return tokens.ROW_HEIGHTS[_state["density"]]


def palette(t: tokens.Tokens) -> QPalette:
    """What the style itself paints with: selection, placeholder, links, disabled text."""
    role, group, made = QPalette.ColorRole, QPalette.ColorGroup, QPalette()
    colours = {
        role.Window: t.window,
        role.Base: t.surface,
        role.AlternateBase: t.sunken,
        role.Button: t.surface,
        role.ToolTipBase: t.raised,
        role.ToolTipText: t.text,
        role.Text: t.text,
        role.WindowText: t.text,
        role.ButtonText: t.text,
        role.BrightText: t.on_accent,
        role.PlaceholderText: t.text3,
        role.Highlight: t.selected,  # rows; the style sheet selects text in the accent
        role.HighlightedText: t.text,
        role.Accent: t.accent,
        role.Link: t.link,
        role.LinkVisited: t.link,
        role.Light: t.raised,
        role.Midlight: t.line_soft,
        role.Mid: t.line,
        role.Dark: t.outline,
        role.Shadow: "#000000",
    }
    for each, colour in colours.items():
        made.setColor(each, QColor(colour))
    for each in (role.Text, role.WindowText, role.ButtonText):
        made.setColor(group.Disabled, each, QColor(t.disabled))
    for idle in (group.Disabled, group.Inactive):
        made.setColor(idle, role.Highlight, QColor(t.selected_idle))
    return made
