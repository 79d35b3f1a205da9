"""A painted list beside a table: one line each, with a quiet word or a count at its right."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPalette
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop_crm.i18n import translate
from desktop_crm.views.widgets import paint
from desktop_crm.views.widgets.delegates import Index
from desktop_crm.views.widgets.fonts import width

_WIDTH, _ROW = 208, 32
_QUIET = Qt.ItemDataRole.UserRole + 1


class _Model(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.rows: list[tuple[Any, str, str]] = []

    def set_rows(self, rows: Sequence[tuple[Any, str, str]]) -> None:
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        key, words, quiet = self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{words}, {quiet}" if quiet else words
        return quiet if role == _QUIET else key if role == Qt.ItemDataRole.UserRole else None


class _Delegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(40, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        bar = QRectF(option.rect).adjusted(8, 1, -8, -1)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            paint.box(painter, bar, "selected" if chosen else "hover", radius=6)
        quiet = str(index.data(_QUIET) or "")
        paint.text(painter, bar.adjusted(0, 0, -10, 0), quiet, 12, "text3", align=paint.RIGHT)
        room = bar.adjusted(10, 0, -(width(quiet, 12) + 18 if quiet else 8), 0)
        paint.text(painter, room, str(index.data()), colour="text" if chosen else "text2", strong=chosen)
        view: Any = option.widget
        if view.hasFocus() and view.currentIndex() == index:
            paint.focus_ring(painter, bar, 6)


class SideList(QListView):
    """`asked(key)` when a line is chosen; the owner answers with `set_current`."""

    asked = Signal(object)

    def __init__(self, rows: Sequence[tuple[Any, str]] = (), name: str = "") -> None:
        super().__init__()
        self._model = _Model()
        self.setModel(self._model)
        self.setItemDelegate(_Delegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFixedWidth(_WIDTH)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(translate(name))
        self.setViewportMargins(0, 8, 0, 0)
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        self.setPalette(palette)
        self.viewport().setAutoFillBackground(False)
        self.set_rows([(key, words, "") for key, words in rows])

    def set_rows(self, rows: Sequence[tuple[Any, str, str]]) -> None:
        """Show (key, words, quiet word) lines."""
        here = self.current()
        self._model.set_rows(rows)
        self.set_current(here)

    def keys(self) -> list[Any]:
        """The keys of the lines."""
        return [key for key, _, _ in self._model.rows]

    def current(self) -> Any:
        """The key of the current line, None where there is none."""
        index = self.currentIndex()
        return self._model.rows[index.row()][0] if index.isValid() else None

    def set_current(self, key: Any) -> None:
        """Light a line without a signal."""
        keys = self.keys()
        self.setCurrentIndex(self._model.index(keys.index(key)) if key in keys else QModelIndex())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            self.setFocus()
            self.asked.emit(self._model.rows[index.row()][0])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not event.buttons():
            super().mouseMoveEvent(event)

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Arrow keys choose at once, as a click does."""
        index = super().moveCursor(action, modifiers)
        if index.isValid() and index != self.currentIndex():
            self.asked.emit(self._model.rows[index.row()][0])
        return self.currentIndex()
