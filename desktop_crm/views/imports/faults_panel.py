"""The list of faults beside the preview: each leads to its cell and, where it can, mends it with one click."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyledItemDelegate, QStyleOptionViewItem

from desktop_crm.i18n import language, mark, translate
from desktop_crm.models.fields import Kind
from desktop_crm.models.numbers import format_number
from desktop_crm.views.imports.draft import Draft, Trouble
from desktop_crm.views.widgets import paint, tokens
from desktop_crm.views.widgets.fonts import font, metrics, width
from desktop_crm.views.widgets.layouts import button, col, frame, label, row, set_words, tool

PANEL_WIDTH = 272
_LEFT, _RIGHT, _TOP, _LINE = 43, 14, 9, 18
_MOST_LINES = 3
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class FaultModel(QAbstractListModel):
    """The faults of a plan; DisplayRole is what a screen reader says."""

    def __init__(self) -> None:
        super().__init__()
        self.draft: Draft | None = None
        self.troubles: Sequence[Trouble] = ()

    def show(self, draft: Draft, troubles: Sequence[Trouble]) -> None:
        """Show other faults."""
        self.beginResetModel()
        self.draft, self.troubles = draft, troubles
        self.endResetModel()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.troubles)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        trouble = self.troubles[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return trouble
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return "\n".join(filter(None, (self.title(trouble), trouble.fault.text(), self.offer(trouble))))
        return None

    def title(self, trouble: Trouble) -> str:
        """Row and column: “Row 4 · Tax code”."""
        words = translate(mark("ImportFaults", "Row {number}"), number=trouble.number)
        return f"{words} · {self._name(trouble)}" if self._name(trouble) else words

    def _name(self, trouble: Trouble) -> str:
        assert self.draft is not None
        fields, column = self.draft.sheet.fields, trouble.column
        key = trouble.fault.field if column is None else self.draft.mapping[column]
        return translate(fields[key].label) if key in fields else ""

    def offer(self, trouble: Trouble) -> str:
        """What one click would do, '' for nothing."""
        if trouble.fix is None or trouble.column is None or self.draft is None:
            return ""
        if self.draft.kind(trouble.column) == Kind.RELATION:
            return translate(mark("ImportFaults", "Use {value}"), value=trouble.fix)
        return translate(mark("ImportFaults", "Change to {value}"), value=trouble.fix)


class _Delegate(QStyledItemDelegate):
    """Icon, title, the fault over up to three lines, and the offer as a link."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        trouble: Trouble = index.data(Qt.ItemDataRole.UserRole)
        lines = len(_wrapped(trouble.fault.text(), _room(option)))
        return QSize(100, 2 * _TOP + _LINE * (1 + lines) + (26 if trouble.fix else 0))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        rect, trouble = QRectF(option.rect), index.data(Qt.ItemDataRole.UserRole)
        model: Any = index.model()
        view: Any = option.widget
        current = view.currentIndex() == index
        if current or view.hot == index.row():
            idle = "selected" if view.hasFocus() else "selected_idle"
            paint.fill(painter, rect, idle if current else "hover")
        paint.icon(painter, "circle-alert", rect.left() + 16, rect.top() + _TOP + 9, 16, "tone:danger")
        line = QRectF(rect.left() + _LEFT, rect.top() + _TOP, rect.width() - _LEFT - _RIGHT, _LINE)
        paint.text(painter, line, model.title(trouble), strong=True)
        for words in _wrapped(trouble.fault.text(), int(line.width())):
            line.translate(0, _LINE)
            paint.text(painter, line, words, colour="text2")
        if trouble.fix:
            self._paint_offer(painter, line.translated(0, _LINE + 5), model.offer(trouble))
        paint.hline(painter, rect.left(), rect.right() + 1, rect.bottom())

    def _paint_offer(self, painter: QPainter, line: QRectF, words: str) -> None:
        paint.icon(painter, "wand-sparkles", line.left() + 6, line.center().y(), 16, "link")
        paint.text(painter, line.adjusted(28, 0, 0, 0), words, colour="link")


def _room(option: QStyleOptionViewItem) -> int:
    view: Any = option.widget
    return view.viewport().width() - _LEFT - _RIGHT


def _wrapped(text: str, room: int) -> list[str]:
    """A text cut into lines that fit; what would be a fourth line is elided into the third."""
    if width(text) <= room:
        return [text]
    layout = QTextLayout(text, font())
    layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
    lines: list[str] = []
    layout.beginLayout()
    while len(lines) < _MOST_LINES and (line := layout.createLine()).isValid():
        line.setLineWidth(max(room, 40))
        start, length = line.textStart(), line.textLength()
        lines.append(text[start:] if len(lines) == _MOST_LINES - 1 else text[start : start + length].rstrip())
    layout.endLayout()
    return [metrics().elidedText(line, Qt.TextElideMode.ElideRight, room) for line in lines]


class FaultList(QListView):
    """`chosen(place in the list)` and `fix_asked(place in the list)`; Enter goes to the cell, Ctrl+Enter mends it."""

    chosen = Signal(int)
    fix_asked = Signal(int)

    def __init__(self, model: FaultModel) -> None:
        super().__init__()
        self.hot = -1
        self.setModel(model)
        self.setItemDelegate(_Delegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(translate(mark("ImportFaults", "Faults to mend")))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        self.hot = index.row() if index.isValid() else -1
        link = index.isValid() and self._on_offer(index, event)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if link else Qt.CursorShape.ArrowCursor)
        self.viewport().update()

    def leaveEvent(self, event: QEvent) -> None:
        self.hot = -1
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            (self.fix_asked if self._on_offer(index, event) else self.chosen).emit(index.row())

    def _on_offer(self, index: _Index, event: QMouseEvent) -> bool:
        """Whether the mouse is on the link of a fault that can be mended."""
        trouble: Trouble = index.data(Qt.ItemDataRole.UserRole)
        bottom = self.visualRect(index).bottom()
        return trouble.fix is not None and bottom - 32 < event.position().y() < bottom - 4

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            mend = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            (self.fix_asked if mend else self.chosen).emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters search nothing: the view would ask for the words of every fault."""

    def paintEvent(self, event: QPaintEvent) -> None:
        paint.fill(QPainter(self.viewport()), event.rect(), "surface")
        super().paintEvent(event)


class FaultsPanel(QFrame):
    """Head with the number and the two steps, the list, and one button for every offer at once."""

    stepped = Signal(int)
    chosen = Signal(object)
    fixes_asked = Signal(object)  # list of Trouble

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "side")
        self.setFixedWidth(PANEL_WIDTH)
        self.model = FaultModel()
        self.list = FaultList(self.model)
        self.count = label("", tokens.CAPTION, "t3")
        self.back = tool("chevron-up", mark("ImportFaults", "Fault before (Shift+F8)"), 26,
                         clicked=lambda: self.stepped.emit(-1))  # fmt: skip
        self.next = tool("chevron-down", mark("ImportFaults", "Next fault (F8)"), 26,
                         clicked=lambda: self.stepped.emit(1))  # fmt: skip
        head = row(label(mark("ImportFaults", "Faults to mend"), tokens.LEAD, strong=True), self.count, None,
                   self.back, self.next, gap=6, margins=(16, 0, 8, 0))  # fmt: skip
        self.none = label(mark("ImportFaults", "Every row can be imported."), tone="t2", wrap=True)
        self.none.setContentsMargins(16, 14, 16, 0)
        self.fix_all = button("", "link", "wand-sparkles", clicked=self._fix_all)
        self.fix_bar = frame("foot", row(self.fix_all, None, margins=(8, 4, 8, 4)))
        self.setLayout(col(frame("bar", head, height=tokens.TABLE_HEAD_HEIGHT + 8), self.none, (self.list, 1),
                           self.fix_bar, gap=0, margins=(1, 0, 0, 0)))  # fmt: skip
        self.list.chosen.connect(lambda at: self.chosen.emit(self.model.troubles[at]))
        self.list.fix_asked.connect(self._fix_one)

    def show_faults(self, draft: Draft) -> None:
        """Show the faults of the draft's plan."""
        troubles = list(draft.troubles())
        self.model.show(draft, troubles)
        self.count.setText(format_number(len(troubles), None, language()))
        for step in (self.back, self.next):
            step.setEnabled(bool(troubles))
        self.none.setVisible(not troubles)
        self.list.setVisible(bool(troubles))
        offers = len(self._mendable())
        set_words(self.fix_all, translate(mark("ImportFaults", "Take all {count} proposals"), count=offers))
        self.fix_bar.setVisible(offers > 1)

    def set_current(self, at: int) -> None:
        """Mark a fault and bring it into view."""
        index = self.model.index(at)
        self.list.setCurrentIndex(index)
        self.list.scrollTo(index)

    def _mendable(self) -> list[Trouble]:
        return [trouble for trouble in self.model.troubles if trouble.fix is not None]

    def _fix_one(self, at: int) -> None:
        if self.model.troubles[at].fix is not None:
            self.fixes_asked.emit([self.model.troubles[at]])

    def _fix_all(self) -> None:
        self.fixes_asked.emit(self._mendable())
