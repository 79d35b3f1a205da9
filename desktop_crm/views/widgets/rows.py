"""Lists of suggestions: icon, title with the match marked, quiet subtitle, key; grouped under small heads.

Used by the popup of lookup fields and by the command palette.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from unicodedata import combining

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPalette
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop_crm.models.text import fold
from desktop_crm.views.widgets import paint, tokens
from desktop_crm.views.widgets.fonts import width

_ROW, _HEAD = 36, 26
QUERY = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One line: `data` comes back when it is chosen; `group` is the head it stands under ('' for none).

    A line that `leads_on` is no answer itself but a way to more of them.
    """

    title: str
    subtitle: str = ""
    icon: str = ""
    data: Any = None
    key: str = ""
    group: str = ""
    leads_on: bool = False


def match_spans(text: str, query: str) -> list[tuple[int, int]]:
    """Where the words of `query` stand in `text` when marks and case do not count: (start, end) each, in order.

    The whole query where it stands there in one piece, else each of its words at the beginning of a word. The
    positions are those of `text` itself, though folding may change its length.
    """
    wanted = fold(query)
    if not wanted:
        return []
    folded, origin = _folded(text)
    whole = f" {folded}".find(f" {wanted}")
    if whole >= 0 or (whole := folded.find(wanted)) >= 0:
        return [_origins(origin, whole, len(wanted))]
    found = ((f" {folded}".find(f" {word}"), len(word)) for word in wanted.split())
    return _joined(_origins(origin, start, length) for start, length in found if start >= 0)


def _folded(text: str) -> tuple[str, list[int]]:
    """`text` folded, and for each of its letters the place it comes from."""
    origin: list[int] = []
    folded = ""
    for position, letter in enumerate(text):
        plain = fold(letter) or ("" if combining(letter) else " ")
        if plain == " " == folded[-1:]:
            continue
        folded += plain
        origin += [position] * len(plain)
    return folded, origin


def _origins(origin: Sequence[int], start: int, length: int) -> tuple[int, int]:
    return origin[start], origin[start + length - 1] + 1


def _joined(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans in order, those that overlap made one."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


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


def _same(row: Suggestion | str, other: Suggestion) -> bool:
    return isinstance(row, Suggestion) and row.data is other.data


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
        if row.leads_on:
            paint.text(painter, room, row.title, colour="link")
            return
        query = str(index.data(QUERY) or "")
        x = _marked(painter, room, row.title, query)
        _marked(painter, room.adjusted(x + 10, 0, 0, 0), row.subtitle, query, 12, "text2")

    def _key(self, painter: QPainter, bar: QRectF, keys: str) -> float:
        if not keys:
            return bar.right() - 8
        wide = width(keys, 11) + 12
        cap = QRectF(bar.right() - wide - 8, bar.center().y() - 9.5, wide, 19)
        paint.box(painter, cap, "surface", "line", 4)
        paint.text(painter, cap, keys, 11, "text2", align=paint.CENTRE)
        return cap.left() - 8


def _marked(
    painter: QPainter, room: QRectF, text: str, query: str, px: int = tokens.BODY, colour: str = "text"
) -> float:
    """Draw words with their matches in the link colour; returns how wide they are."""
    x, last = 0.0, 0
    for start, end in [*match_spans(text, query), (len(text), len(text))]:
        x += paint.text(painter, room.adjusted(x, 0, 0, 0), text[last:start], px, colour)
        x += paint.text(painter, room.adjusted(x, 0, 0, 0), text[start:end], px, "link", strong=True)
        last = end
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

    def show_rows(self, suggestions: Sequence[Suggestion], query: str = "", keep: bool = False) -> None:
        """Show suggestions; the first becomes current, or with `keep` the one that was, where it is among them."""
        kept = self.current() if keep else None
        self._model.set_rows(suggestions, query)
        same = (n for n, row in enumerate(self._model.rows) if kept is not None and _same(row, kept))
        place = next(same, -1)
        if place < 0:
            self.step(1)
        else:
            self.setCurrentIndex(self._model.index(place))

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
                if row <= 1:
                    self.scrollToTop()  # the head over the first one shows, too
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
