"""Lists of suggestions: icon, title with the match marked, quiet subtitle, key; grouped under small heads.

Used by the popup of lookup fields and by the command palette.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from unicodedata import combining

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPalette
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop_crm.models.text import fold
from desktop_crm.views.widgets import paint
from desktop_crm.views.widgets.fonts import width

_ROW, _HEAD = 36, 26
QUERY = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One line: `data` comes back when it is chosen; `group` is the head it stands under ('' for none)."""

    title: str
    subtitle: str = ""
    icon: str = ""
    data: Any = None
    key: str = ""
    group: str = ""


def match_span(text: str, query: str) -> tuple[int, int]:
    """Where `query` stands in `text` when marks and case do not count: (start, end), (0, 0) if it does not.

    The positions are those of `text` itself, though folding may change its length.
    """
    wanted = fold(query)
    if not wanted:
        return 0, 0
    origin: list[int] = []
    folded = ""
    for position, letter in enumerate(text):
        plain = fold(letter) or ("" if combining(letter) else " ")
        if plain == " " == folded[-1:]:
            continue
        folded += plain
        origin += [position] * len(plain)
    start = folded.find(wanted)
    return (0, 0) if start < 0 else (origin[start], origin[start + len(wanted) - 1] + 1)


class SuggestionModel(QAbstractListModel):
    """Suggestions with a head row wherever the group changes."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[Suggestion | str] = []
        self.query = ""

    def set_rows(self, suggestions: Sequence[Suggestion], query: str) -> None:
        """Show other suggestions."""
        self.beginResetModel()
        self.rows, self.query = list(_with_heads(suggestions)), query
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return row
        if role == QUERY:
            return self.query
        if role == Qt.ItemDataRole.DisplayRole:
            return row if isinstance(row, str) else row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row if isinstance(row, str) else f"{row.title}, {row.subtitle}"
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        head = isinstance(self.rows[index.row()], str)
        return Qt.ItemFlag.NoItemFlags if head else Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


def _with_heads(suggestions: Sequence[Suggestion]) -> Iterator[Suggestion | str]:
    group = ""
    for each in suggestions:
        if each.group != group:
            group = each.group
            yield group
        yield each


class _Delegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, _HEAD if isinstance(index.data(Qt.ItemDataRole.UserRole), str) else _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, rect = index.data(Qt.ItemDataRole.UserRole), QRectF(option.rect)
        if isinstance(row, str):
            paint.text(painter, rect.adjusted(14, 4, -8, 0), row, 12, "text3", True)
            return
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        bar = rect.adjusted(6, 1, -6, -1)
        if chosen:
            paint.box(painter, bar, "selected", radius=6)
        left = bar.left() + 10
        if row.icon:
            paint.icon(painter, row.icon, left, bar.center().y(), 17, "link" if chosen else "text2")
            left += 28
        right = self._key(painter, bar, row.key or ("Enter" if chosen else ""))
        room = QRectF(left, bar.top(), right - left, bar.height())
        query = str(index.data(QUERY) or "")
        x = _marked(painter, room, row.title, query)
        paint.text(painter, room.adjusted(x + 10, 0, 0, 0), row.subtitle, 12, "text2")

    def _key(self, painter: QPainter, bar: QRectF, keys: str) -> float:
        if not keys:
            return bar.right() - 8
        wide = width(keys, 11) + 12
        cap = QRectF(bar.right() - wide - 8, bar.center().y() - 9.5, wide, 19)
        paint.box(painter, cap, "surface", "line", 4)
        paint.text(painter, cap, keys, 11, "text2", align=paint.CENTRE)
        return cap.left() - 8


def _marked(painter: QPainter, room: QRectF, text: str, query: str) -> float:
    """Draw a title with its match in the link colour; returns how wide it is."""
    start, end = match_span(text, query)
    x = 0.0
    for part, on in ((text[:start], False), (text[start:end], True), (text[end:], False)):
        x += paint.text(painter, room.adjusted(x, 0, 0, 0), part, colour="link" if on else "text", strong=on)
    return x


class SuggestionList(QListView):
    """The list itself; it never takes the keyboard: the field above it moves the current row with `step`."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._model = SuggestionModel()
        self.setModel(self._model)
        self.setItemDelegate(_Delegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        self.setPalette(palette)
        self.viewport().setAutoFillBackground(False)
        self.clicked.connect(self._choose)

    def show_rows(self, suggestions: Sequence[Suggestion], query: str = "") -> None:
        """Show suggestions and make the first one current."""
        self._model.set_rows(suggestions, query)
        self.step(1)

    def current(self) -> Suggestion | None:
        """The suggestion Enter would choose."""
        index = self.currentIndex()
        return index.data(Qt.ItemDataRole.UserRole) if index.isValid() else None

    def step(self, by: int) -> None:
        """Move the current row over the heads, around the ends."""
        count = len(self._model.rows)
        row = self.currentIndex().row() if self.currentIndex().isValid() else -1 if by > 0 else 0
        for _ in range(count):
            row = (row + by) % count
            if isinstance(self._model.rows[row], Suggestion):
                self.setCurrentIndex(self._model.index(row))
                return

    def choose_current(self) -> bool:
        """Choose the current suggestion; False when there is none."""
        found = self.current()
        if found is not None:
            self.chosen.emit(found.data)
        return found is not None

    def content_height(self) -> int:
        """How high the list would be without scrolling."""
        return sum(_HEAD if isinstance(row, str) else _ROW for row in self._model.rows)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and index.flags() & Qt.ItemFlag.ItemIsEnabled:
            self.setCurrentIndex(index)

    def _choose(self, index: QModelIndex) -> None:
        row = index.data(Qt.ItemDataRole.UserRole)
        if isinstance(row, Suggestion):
            self.chosen.emit(row.data)
