"""Layout sugar and the plain controls: a window reads as rows and columns of words.

Texts may be marked messages (translated here) or plain strings; user data is never taken for rich text or mnemonics.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QMenu,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop_crm.i18n import translate
from desktop_crm.views.widgets import tokens
from desktop_crm.views.widgets.fonts import font
from desktop_crm.views.widgets.icons import icon as themed_icon

# None stretches, an int is a gap, (thing, n) gives the thing the stretch factor n.
Content = QWidget | QLayout | int | tuple[QWidget | QLayout, int] | None
Margins = tuple[int, int, int, int]
_Box = TypeVar("_Box", bound=QBoxLayout)

_THIN_SPACE = "\u2009"  # Qt leaves only 4 px between a button's icon and its words
_ICON_COLOURS = {"primary": "on_accent", "danger": "on_accent", "link": "link"}


def row(*items: Content, gap: int = 8, margins: Margins = (0, 0, 0, 0)) -> QHBoxLayout:
    """Things side by side; see `Content` for stretches and gaps."""
    return _filled(QHBoxLayout(), items, gap, margins)


def col(*items: Content, gap: int = 8, margins: Margins = (0, 0, 0, 0)) -> QVBoxLayout:
    """Things one under the other; see `Content` for stretches and gaps."""
    return _filled(QVBoxLayout(), items, gap, margins)


def _filled(box: _Box, items: tuple[Content, ...], gap: int, margins: Margins) -> _Box:
    box.setSpacing(gap)
    box.setContentsMargins(*margins)
    for item in items:
        _add(box, item)
    return box


def _add(box: QBoxLayout, item: Content) -> None:
    if item is None:
        box.addStretch(1)
    elif isinstance(item, int):
        box.addSpacing(item)
    else:
        thing, stretch = item if isinstance(item, tuple) else (item, 0)
        if isinstance(thing, QWidget):
            box.addWidget(thing, stretch)
        else:
            box.addLayout(thing, stretch)


def frame(role: str, layout: QLayout | None = None, height: int = 0, width: int = 0) -> QFrame:
    """A painted area: card, bar, foot, top, rail, side, page, window, column, sheet, popup."""
    made = QFrame()
    made.setProperty("role", role)
    if layout is not None:
        made.setLayout(layout)
    if height:
        made.setFixedHeight(height)
    if width:
        made.setFixedWidth(width)
    return made


def box(layout: QLayout) -> QWidget:
    """A plain widget around a layout, for places that take widgets only."""
    made = QWidget()
    made.setLayout(layout)
    return made


def rule(weight: str = "") -> QFrame:
    """A horizontal hairline: '' for between things, 'soft' between rows, 'strong' above a total."""
    return frame(f"rule-{weight}" if weight else "rule", height=1)


def scroll(content: QWidget, bare: bool = False) -> QScrollArea:
    """Content that scrolls down but never sideways; `bare` lets what is behind it show (inside a dialog)."""
    area = QScrollArea()
    area.setWidget(content)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    for each in (area.viewport(), content) if bare else ():
        each.setAutoFillBackground(False)
    return area


def label(
    text: str = "",
    px: int = tokens.BODY,
    tone: str = "",
    strong: bool = False,
    wrap: bool = False,
    italic: bool = False,
    align: Qt.AlignmentFlag | None = None,
    selectable: bool = False,
) -> QLabel:
    """Plain words; `tone` is t2, t3, link or the name of a tone."""
    made = QLabel(translate(text))
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setFont(font(px, strong, italic))
    made.setProperty("tone", tone)
    made.setWordWrap(wrap)
    if align is not None:
        made.setAlignment(align | Qt.AlignmentFlag.AlignVCenter)
    if selectable:
        made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made


def button(
    text: str,
    kind: str = "plain",
    icon: str = "",
    tip: str = "",
    clicked: Callable[[], object] | None = None,
    menu: QMenu | None = None,
) -> QPushButton:
    """A push button: plain, primary (one to a task), danger or link."""
    made = QPushButton()
    made.setProperty("kind", kind)
    if icon:
        made.setIcon(themed_icon(icon, _ICON_COLOURS.get(kind, "text2")))
        made.setIconSize(QSize(16, 16))
    if menu is not None:
        made.setMenu(menu)
    set_words(made, text)
    made.setToolTip(translate(tip))
    if clicked is not None:
        made.clicked.connect(lambda: clicked())
    return made


def set_words(target: QPushButton, text: str) -> None:
    """Change what a button says (room for its icon or menu arrow, no mnemonic from an ampersand)."""
    words = translate(text)
    shown = words.replace("&", "&&") + ("    " if target.menu() is not None else "")
    target.setText(_THIN_SPACE + shown if not target.icon().isNull() else shown)
    target.setAccessibleName(words)


def tool(
    icon: str,
    tip: str,
    size: int = 30,
    checkable: bool = False,
    checked: bool = False,
    clicked: Callable[[], object] | None = None,
    menu: QMenu | None = None,
) -> QToolButton:
    """An icon button; `tip` is its tooltip and its name to a screen reader."""
    made = QToolButton()
    made.setIcon(themed_icon(icon))
    made.setIconSize(QSize(18, 18) if size >= 30 else QSize(16, 16))
    made.setFixedSize(size, size)
    made.setToolTip(translate(tip))
    made.setAccessibleName(translate(tip))
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    made.setCheckable(checkable)
    made.setChecked(checked)
    if menu is not None:
        made.setMenu(menu)
        made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    if clicked is not None:
        made.clicked.connect(lambda: clicked())
    return made


def set_tone(target: QWidget, tone: str) -> None:
    """Change the colour of a label made by `label`."""
    set_property(target, "tone", tone)


def set_property(target: QWidget, name: str, value: str) -> None:
    """Change a dynamic property the style sheet looks at, and have the sheet look again."""
    if target.property(name) != value:
        target.setProperty(name, value)
        target.style().unpolish(target)
        target.style().polish(target)
