"""A list of rows with check boxes: values of a filter, columns of a list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from desktop_crm.views.widgets import paint

_KEY = Qt.ItemDataRole.UserRole
_ROW = 28
Index = QModelIndex | QPersistentModelIndex


class _Delegate(QStyledItemDelegate):
    """Box, words, and a grip at the right where rows can be moved."""

    def __init__(self, grips: bool, parent: QObject) -> None:
        super().__init__(parent)
        self._grips = grips

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(60, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect, state = QRectF(option.rect), option.state
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        if state & QStyle.StateFlag.State_MouseOver or focused:
            paint.box(painter, rect.adjusted(0, 1, -2, -1), "hover")
        on = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked.value
        paint.check(painter, rect.left() + 12, rect.center().y(), on)
        paint.text(painter, rect.adjusted(28, 0, -24, 0), str(index.data() or ""))
        if self._grips:
            paint.icon(painter, "grip-vertical", rect.right() - 20, rect.center().y(), 14, "text3")
        if focused:
            paint.focus_ring(painter, rect.adjusted(0, 1, -2, -1), 5)


class CheckList(QListWidget):
    """`toggled` when the user checks a row, by mouse or Space. With `grips` the rows look movable."""

    toggled = Signal()

    def __init__(self, grips: bool = False) -> None:
        super().__init__()
        self.setFrameShape(self.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMinimumHeight(120)
        self.itemChanged.connect(self._changed)
        self.itemClicked.connect(self._clicked)
        self._search: QLineEdit | None = None
        self._pressed_state = Qt.CheckState.Unchecked
        self.setItemDelegate(_Delegate(grips, self))
        self.setMouseTracking(True)
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)  # the popup's own ground shows
        self.setPalette(palette)
        self.viewport().setAutoFillBackground(False)

    def show_rows(self, rows: Sequence[tuple[Any, str]], chosen: Sequence[Any]) -> None:
        """Show (key, words) pairs, checked where chosen."""
        self.blockSignals(True)
        self.clear()
        for key, words in rows:
            item = QListWidgetItem(words, self)
            item.setData(_KEY, key)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if key in chosen else Qt.CheckState.Unchecked)
        self.blockSignals(False)

    def checked(self) -> list[Any]:
        """Keys of the checked rows."""
        items = (self.item(i) for i in range(self.count()))
        return [item.data(_KEY) for item in items if item.checkState() == Qt.CheckState.Checked]

    def row_keys(self) -> list[Any]:
        """Keys of all rows in their order."""
        return [self.item(i).data(_KEY) for i in range(self.count())]

    def words(self, key: Any) -> str:
        """What the row of a key says."""
        return next((self.item(i).text() for i in range(self.count()) if self.item(i).data(_KEY) == key), "")

    def follow(self, search: QLineEdit) -> None:
        """Let the search field above lead here: Down goes into the list, Enter checks the only row left."""
        self._search = search
        search.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is not self._search or event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.key() == Qt.Key.Key_Down and self.count():
            self.setFocus(Qt.FocusReason.TabFocusReason)
            self.setCurrentRow(0)
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._search.text() and self.count() == 1:
            self.item(0).setCheckState(Qt.CheckState.Checked)
        return False

    def mousePressEvent(self, event: Any) -> None:
        item = self.itemAt(event.position().toPoint())
        self._pressed_state = item.checkState() if item is not None else Qt.CheckState.Unchecked
        super().mousePressEvent(event)

    def _clicked(self, item: QListWidgetItem) -> None:
        """A click on the words checks like one on the box (which has already changed the state)."""
        if item.checkState() == self._pressed_state:
            on = item.checkState() == Qt.CheckState.Checked
            item.setCheckState(Qt.CheckState.Unchecked if on else Qt.CheckState.Checked)

    def _changed(self, item: QListWidgetItem) -> None:
        self.toggled.emit()
