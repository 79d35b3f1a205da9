"""The navigation rail: sections of pages with counts; slim, it is icons only and a dot stands for a count."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPalette
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop_crm.i18n import mark, translate
from desktop_crm.views.shell.declarations import Section
from desktop_crm.views.shell.rail_rows import Entry, bar_of, entries_of, height_of, paint_row
from desktop_crm.views.widgets import paint, tokens

Index = QModelIndex | QPersistentModelIndex
_ENTRY = Qt.ItemDataRole.UserRole


class _Model(QAbstractListModel):
    def __init__(self, sections: Sequence[Section]) -> None:
        super().__init__()
        self.sections, self.folded = sections, set[str]()
        self.counts: dict[str, int] = {}
        self.entries: list[Entry] = []
        self.rebuild()

    def rebuild(self) -> None:
        """Fill the rows anew: heads, and the items of sections that are not folded."""
        self.beginResetModel()
        self.entries = list(entries_of(self.sections, self.folded, self.counts))
        self.endResetModel()

    def toggle(self, row: int) -> None:
        """Fold or unfold the section whose head is at `row`."""
        heads = [r for r, entry in enumerate(self.entries) if entry.item is None]
        self.folded ^= {str(self.sections[heads.index(row)].title)}
        self.rebuild()

    def row_of(self, key: str) -> int:
        """Row of a page, -1 when it is folded away or unknown."""
        return next((r for r, e in enumerate(self.entries) if e.item is not None and e.item.key == key), -1)

    def set_count(self, key: str, count: int) -> None:
        """Show how much waits on a page."""
        self.counts[key] = count
        row = self.row_of(key)
        if row >= 0:
            self.entries[row].count = count
            self.dataChanged.emit(self.index(row), self.index(row))

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        entry = self.entries[index.row()]
        if role == _ENTRY:
            return entry
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return entry.title
        if role == Qt.ItemDataRole.AccessibleTextRole and entry.count:
            return translate(mark("Rail", "{title}, {n} waiting"), title=entry.title, n=entry.count)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.entries[index.row()].item is None:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class _Delegate(QStyledItemDelegate):
    def __init__(self, rail: Rail) -> None:
        super().__init__(rail)
        self._rail = rail

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(40, height_of(index.data(_ENTRY), self._rail.slim))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry, rect = index.data(_ENTRY), QRectF(option.rect)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hover = bool(option.state & QStyle.StateFlag.State_MouseOver)
        paint_row(painter, rect, entry, self._rail.slim, selected, hover)
        if entry.item is not None and self._rail.hasFocus() and self._rail.currentIndex() == index:
            paint.focus_ring(painter, bar_of(rect), 6)


class Rail(QListView):
    """`chosen(key)` when a page is picked; a click on a section's head folds it."""

    chosen = Signal(str)

    def __init__(self, sections: Sequence[Section]) -> None:
        super().__init__()
        self.slim, self._lit = False, ""
        self._model = _Model(sections)
        self.setModel(self._model)
        self.setItemDelegate(_Delegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(translate(mark("Rail", "Navigation")))
        self._let_parent_paint()
        self.set_slim(False)

    def _let_parent_paint(self) -> None:
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        self.setPalette(palette)
        self.viewport().setAutoFillBackground(False)

    def set_slim(self, slim: bool) -> None:
        """Fold to icons, or open."""
        self.slim = slim
        self.setFixedWidth((tokens.RAIL_SLIM_WIDTH if slim else tokens.RAIL_WIDTH) - 1)
        bars = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(bars.ScrollBarAlwaysOff if slim else bars.ScrollBarAsNeeded)
        self.scheduleDelayedItemsLayout()

    def set_current(self, key: str) -> None:
        """Light a page without a signal; '' lights none."""
        self._lit = key
        row = self._model.row_of(key)
        if row < 0:
            self.setCurrentIndex(QModelIndex())
            self.clearSelection()
        else:
            self.setCurrentIndex(self._model.index(row))

    def set_count(self, key: str, count: int) -> None:
        """Show how much waits on a page."""
        self._model.set_count(key, count)

    def set_sections(self, sections: Sequence[Section]) -> None:
        """Show other sections; the lit page stays lit where it is among them."""
        self._model.sections = sections
        self._model.rebuild()
        self.set_current(self._lit)

    def folded_sections(self) -> list[str]:
        """Titles (English) of the folded sections."""
        return sorted(self._model.folded)

    def fold_sections(self, titles: Sequence[str]) -> None:
        """Fold these sections and no others."""
        self._model.folded = set(titles)
        self._model.rebuild()
        self.set_current(self._lit)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Pages are chosen by the press itself; the current row follows the page that really opens."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            self._activate(index)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not event.buttons():
            super().mouseMoveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._activate(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _activate(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        entry: Entry = index.data(_ENTRY)
        if entry.item is not None:
            self.chosen.emit(entry.item.key)
        elif not self.slim:
            self._model.toggle(index.row())
            self.set_current(self._lit)
