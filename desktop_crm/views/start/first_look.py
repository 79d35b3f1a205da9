"""What stands in the pages' place while a company opens: the shape of a list, and words only when it takes long."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from desktop_crm.i18n import mark, translate
from desktop_crm.views.widgets import paint, theme, tokens
from desktop_crm.views.widgets.empty import Skeleton
from desktop_crm.views.widgets.layouts import box, col, frame, label, row

_UNSEEN = 500  # ms after which a window that nobody sees is taken for painted
_LONG = 1200  # ms until it is said what is waited for
_TITLE, _TABS, _FILTERS = 42, 37, 45  # heights of a list's title, of its views and of its filters


class FirstLook(QWidget):
    """`painted` once when it has been drawn (or cannot be): what takes time may begin.

    `preview` leaves the room of a record's preview beside the list.
    """

    painted = Signal()

    def __init__(self, target: str, preview: bool = True) -> None:
        super().__init__()
        self._target = target
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # or a button of the bar would have it
        self._next: Callable[[], object] | None = self.painted.emit
        self._grid: QWidget | None = None
        self._words = label("", 12, "t3")
        self._rows = box(col(_TableHead(), (Skeleton(theme.row_height()), 1), gap=0))
        foot = frame("foot", row(self._words, None, margins=(18, 0, 18, 0)), height=tokens.FOOTER_HEIGHT)
        self._column = col(_Head(), (self._rows, 1), foot, gap=0)
        side = [frame("side", width=tokens.PREVIEW_WIDTH)] if preview else []
        self.setLayout(col(frame("page", row((box(self._column), 1), *side, gap=0)), gap=0))
        QTimer.singleShot(_LONG, self, self._say)

    def _say(self) -> None:
        self._words.setText(translate(mark("Opening", "Opening {target}…"), target=shown_target(self._target)))

    def has_rows(self) -> bool:
        """Whether rows of the list are shown already."""
        return self._grid is not None

    def show_grid(self, grid: QWidget, then: Callable[[], object]) -> None:
        """Show rows where their shape was; `then()` follows when they have been drawn."""
        self._column.replaceWidget(self._rows, grid)
        self._rows.hide()
        self._grid, self._next = grid, then
        self.update()
        QTimer.singleShot(_UNSEEN, self, self._go_on)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(_UNSEEN, self, self._go_on)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._next is not None:
            QTimer.singleShot(0, self, self._go_on)  # when the whole window has reached the screen

    def _go_on(self) -> None:
        following, self._next = self._next, None
        if following is not None:
            following()


class _Quiet(QWidget):
    """A part of the page that is only drawn."""

    def __init__(self, height: int) -> None:
        super().__init__()
        self.setFixedHeight(height)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


class _Head(_Quiet):
    """Title, views and filters as quiet bars."""

    def __init__(self) -> None:
        super().__init__(_TITLE + _TABS + _FILTERS)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, wide, bars = QPainter(self), self.width(), QPainterPath()
        _add(bars, 24, 16, 18, 128)
        _add(bars, wide - 274, 10, 30, 118, 122)
        _add(bars, 24, _TITLE + 13, 11, 52, 64, 96, 72)
        _add(bars, 18, _TITLE + _TABS + 8, 28, 240, 92, 108)
        bars.addRect(0, _TITLE + _TABS - 1, wide, 1)
        bars.addRect(0, self.height() - 1, wide, 1)
        paint.shape(painter, bars, "line_soft")


class _TableHead(_Quiet):
    """The table's head without words."""

    def __init__(self) -> None:
        super().__init__(tokens.TABLE_HEAD_HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, bars = QPainter(self), QPainterPath()
        paint.box(painter, self.rect(), "sunken", radius=0)
        _add(bars, 46, 11, 10, 84)
        paint.shape(painter, bars, "line_soft")


def _add(path: QPainterPath, left: float, top: float, height: float, *widths: int) -> None:
    """Bars side by side."""
    for wide in widths:
        path.addRoundedRect(left, top, wide, height, min(height / 2, 5), min(height / 2, 5))
        left += wide + 14


def shown_target(target: str) -> str:
    """A database as it may be shown: never with its password."""
    if "://" not in target:
        return target
    scheme, _, rest = target.partition("://")
    account, at, place = rest.rpartition("@")
    return f"{scheme}://{account.partition(':')[0]}{at}{place}"
