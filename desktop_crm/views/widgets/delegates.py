"""The delegate of every table: base (hover, selection), content by the column's painter, focus mark.

Models give plain text as DisplayRole (copied, read aloud, drawn by most painters) and the value as RAW.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop_crm.views.widgets import paint, tokens

RAW = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex
_SELECTED, _ENABLED = QStyle.StateFlag.State_Selected.value, QStyle.StateFlag.State_Enabled.value


@dataclass(frozen=True, slots=True)
class CellState:
    """How a row stands while one of its cells is painted."""

    selected: bool = False
    hover: bool = False
    current: bool = False
    enabled: bool = True


Painter = Callable[[QPainter, QRectF, Any, Index, CellState], None]


class RowDelegate(QStyledItemDelegate):
    """Paints each column by its own painter. `cells` = a grid of cells: rules between them, ring on the current one.

    A row whose RAW data is missing (`None` as DisplayRole in every column) is drawn as a skeleton by the painters.
    """

    def __init__(self, painters: Sequence[Painter], cells: bool = False, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.painters, self.cells = list(painters), cells

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(60, tokens.ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect = QRectF(option.rect)
        state = cell_state(option, index, self.cells)
        painter.save()
        view: Any = option.widget
        paint_base(painter, rect, state, view, index, self.cells)
        self.paint_content(painter, rect.adjusted(0, 0, 0, -1), index, state)
        if self.cells and view.currentIndex() == index:
            paint.focus_ring(painter, rect.adjusted(-1, -1, 0, 0))
        painter.restore()

    def paint_content(self, painter: QPainter, rect: QRectF, index: Index, state: CellState) -> None:
        """Draw the value of one cell; overridden where a row is not made of columns."""
        self.painters[index.column()](painter, rect, index.data(RAW), index, state)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A line edit that looks like the cell it covers."""
        editor = QLineEdit(parent)
        editor.setProperty("look", "cell")
        align = index.data(Qt.ItemDataRole.TextAlignmentRole)
        editor.setAlignment(Qt.AlignmentFlag(align) if align else paint.LEFT | paint.MIDDLE)
        return editor

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        editor.setGeometry(option.rect.adjusted(-1, -1, 0, 0))


def cell_state(option: QStyleOptionViewItem, index: Index, cells: bool = False) -> CellState:
    """The state of a cell's row in the view that is painting."""
    view: Any = option.widget
    bits = option.state.value
    selected = bool(bits & _SELECTED) or bool(getattr(view, "all_matching", False))
    return CellState(
        selected=selected and not cells,
        hover=getattr(view, "hover_row", -1) == index.row(),
        current=view.currentIndex().row() == index.row(),
        enabled=bool(bits & _ENABLED),
    )


def paint_base(painter: QPainter, rect: QRectF, state: CellState, view: Any, index: Index, cells: bool = False) -> None:
    """Background of one cell, the hairline under it, and the 3-px mark of the current row."""
    active = view.hasFocus() or bool(getattr(view, "keep_active", False))
    lit = state.hover or (cells and state.current)
    chosen = "selected" if active else "selected_idle"
    paint.fill(painter, rect, chosen if state.selected else "hover" if lit else "surface")
    paint.hline(painter, rect.left(), rect.right() + 1, rect.bottom() - 1)
    if cells:
        paint.fill(painter, QRectF(rect.right() - 1, rect.top(), 1, rect.height()), "line_soft")
    elif state.current and state.selected and active and rect.left() <= 0:
        paint.fill(painter, QRectF(rect.left(), rect.top(), 3, rect.height() - 1), "ring")
