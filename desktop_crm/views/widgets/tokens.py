"""Design tokens: the one place where a colour, a size or a weight is written down.

Sizes are logical pixels. `current()` is the set in force; painters read it at paint time, so a change of theme needs
no more than a repaint.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple


class Tone(NamedTuple):
    """One meaning of a state: text and icon colour, tint behind them, and colour of a mark on a plain surface."""

    fg: str
    bg: str
    solid: str


class Tokens(NamedTuple):
    """Every colour of one theme, as #RRGGBB (scrim: #AARRGGBB)."""

    name: str
    dark: bool
    window: str  # behind everything
    rail: str  # navigation rail, top bar
    surface: str  # where work happens: lists, forms, cards
    raised: str  # menus, dialogs, tooltips
    sunken: str  # table header, footer, read-only field
    hover: str
    pressed: str
    selected: str  # selected row in a focused view
    selected_idle: str  # selected row while focus is elsewhere
    line: str  # hairlines between things
    line_soft: str  # hairlines between rows
    outline: str  # outline of a field: 3:1 or better
    text: str
    text2: str  # labels, secondary
    text3: str  # hints, placeholders: still 4.5:1
    disabled: str
    accent: str  # fill of the one primary action
    accent_hover: str
    accent_down: str
    on_accent: str
    link: str  # accent as text
    ring: str  # focus ring, mark of the current thing
    button_line: str
    thumb: str  # scroll bar handle
    tool_hover: str
    danger_fill: str
    danger_field: str  # tint of a field in error
    scrim: str
    tones: Mapping[str, Tone]


LIGHT = Tokens(
    name="light",
    dark=False,
    window="#F3F5F8",
    rail="#EDF0F4",
    surface="#FFFFFF",
    raised="#FFFFFF",
    sunken="#F7F8FA",
    hover="#F1F4F9",
    pressed="#E4E9F1",
    selected="#E1EAFC",
    selected_idle="#E9ECF1",
    line="#DDE1E8",
    line_soft="#EBEEF2",
    outline="#818A9A",
    text="#1A2130",
    text2="#4B5567",
    text3="#5E687A",
    disabled="#9AA2AF",
    accent="#2A5BD0",
    accent_hover="#234EB6",
    accent_down="#1C4199",
    on_accent="#FFFFFF",
    link="#2352BF",
    ring="#2A5BD0",
    button_line="#C6CCD6",
    thumb="#C3C9D3",
    tool_hover="#E2E7EE",
    danger_fill="#C4342B",
    danger_field="#FFF6F5",
    scrim="#66121821",
    tones={
        "info": Tone("#1D4FB8", "#E4EDFD", "#3A74E4"),
        "success": Tone("#17653A", "#DFF3E7", "#25925A"),
        "warning": Tone("#854800", "#FCEFD3", "#CF7F0A"),
        "danger": Tone("#AF251D", "#FCE6E4", "#D23F35"),
        "violet": Tone("#6034AC", "#EEE7FB", "#8257D6"),
        "teal": Tone("#0A5F6A", "#DAF1F3", "#178C99"),
        "neutral": Tone("#465062", "#E9ECF1", "#7C8697"),
    },
)

DARK = Tokens(
    name="dark",
    dark=True,
    window="#14171D",
    rail="#171B21",
    surface="#1C2027",
    raised="#252A33",
    sunken="#20252D",
    hover="#262C36",
    pressed="#303743",
    selected="#233A66",
    selected_idle="#2C323D",
    line="#313844",
    line_soft="#282E38",
    outline="#737D8D",
    text="#E7EAF0",
    text2="#B3BBC8",
    text3="#A0AABA",
    disabled="#666F7D",
    accent="#3D6CDE",
    accent_hover="#4370DF",
    accent_down="#335EC7",
    on_accent="#FFFFFF",
    link="#93B4FF",
    ring="#93B4FF",
    button_line="#414957",
    thumb="#4A5362",
    tool_hover="#262C36",
    danger_fill="#C23B32",
    danger_field="#2E1F21",
    scrim="#99080A0E",
    tones={
        "info": Tone("#A3C0FF", "#223358", "#5E8FF0"),
        "success": Tone("#86D9A7", "#193827", "#43AE70"),
        "warning": Tone("#F3C174", "#3F3014", "#D9962E"),
        "danger": Tone("#FFA69E", "#482523", "#E5675D"),
        "violet": Tone("#CBB5FF", "#362A54", "#9F7DEB"),
        "teal": Tone("#86D6DE", "#16393D", "#2FA6B3"),
        "neutral": Tone("#BAC2CE", "#2E343F", "#7D8795"),
    },
)

# Type scale (12 = 9 pt at 96 dpi).
CAPTION, BODY, LEAD, HEADING, TITLE, KPI = 12, 13, 14, 16, 20, 26

# Radii.
R_FIELD, R_CARD, R_DIALOG = 5, 8, 10

# Heights.
ROW_HEIGHTS: Mapping[str, int] = {"compact": 28, "normal": 34, "tall": 46}
ROW = ROW_HEIGHTS["normal"]
GRID_ROW, RELATED_ROW = 30, 32
FIELD_HEIGHT, BUTTON_HEIGHT = 30, 30
TOP_BAR_HEIGHT, TABS_HEIGHT, FILTER_BAR_HEIGHT, TABLE_HEAD_HEIGHT, FOOTER_HEIGHT = 48, 36, 44, 32, 34
RAIL_ITEM_HEIGHT, MESSAGE_HEIGHT = 28, 40

# Widths.
RAIL_WIDTH, RAIL_SLIM_WIDTH, PREVIEW_WIDTH, FIELD_LABEL_WIDTH = 212, 52, 344, 124
FOLD_BELOW = 1400  # a window narrower than this folds the rail to icons

_state = {"tokens": LIGHT}


def current() -> Tokens:
    """The tokens in force."""
    return _state["tokens"]


def use(tokens: Tokens) -> None:
    """Put a set in force; `theme.apply` calls this and repaints everything."""
    _state["tokens"] = tokens


def tone(name: str) -> Tone:
    """The tone of that name in the set in force; an unknown name is neutral."""
    tones = current().tones
    return tones.get(name) or tones["neutral"]


def colour(name: str) -> str:
    """`text2`, `link`, `tone:danger`, … or a literal #RRGGBB, as a colour of the set in force."""
    if name.startswith("tone:"):
        return tone(name.removeprefix("tone:")).fg
    return name if name.startswith("#") else getattr(current(), name)


def contrast(first: str, second: str) -> float:
    """WCAG 2.1 contrast ratio of two #RRGGBB colours."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(hexa: str) -> float:
    red, green, blue = (_linear(int(hexa[i : i + 2], 16) / 255) for i in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.03928 else ((channel + 0.055) / 1.055) ** 2.4


def contrast_pairs(t: Tokens) -> Iterator[tuple[str, str, str, float]]:
    """(what, foreground, background, least ratio allowed) of every pair the windows use."""
    yield from (
        ("text/surface", t.text, t.surface, 4.5),
        ("text/selected", t.text, t.selected, 4.5),
        ("text/raised", t.text, t.raised, 4.5),
        ("text2/surface", t.text2, t.surface, 4.5),
        ("text2/rail", t.text2, t.rail, 4.5),
        ("text2/selected", t.text2, t.selected, 4.5),
        ("text3/surface", t.text3, t.surface, 4.5),
        ("text3/window", t.text3, t.window, 4.5),
        ("text3/rail", t.text3, t.rail, 4.5),
        ("text3/sunken", t.text3, t.sunken, 4.5),
        ("text3/hover", t.text3, t.hover, 4.5),
        ("text3/selected", t.text3, t.selected, 4.5),
        ("text3/raised", t.text3, t.raised, 4.5),
        ("link/surface", t.link, t.surface, 4.5),
        ("link/selected", t.link, t.selected, 4.5),
        ("on_accent/accent", t.on_accent, t.accent, 4.5),
        ("on_accent/accent_hover", t.on_accent, t.accent_hover, 4.5),
        ("on_accent/danger_fill", t.on_accent, t.danger_fill, 4.5),
        ("outline/surface", t.outline, t.surface, 3),
        ("outline/window", t.outline, t.window, 3),
        ("ring/surface", t.ring, t.surface, 3),
    )
    for name, each in t.tones.items():
        yield f"{name} fg/bg", each.fg, each.bg, 4.5
        yield f"{name} fg/surface", each.fg, t.surface, 4.5
        yield f"{name} solid/surface", each.solid, t.surface, 3
