"""The grid of the preview: tinted cells with an icon, typed over in place; F8 walks from fault to fault."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QStyleOptionViewItem, QWidget

from desktop_crm.i18n import mark, translate
from desktop_crm.models.fields import Kind
from desktop_crm.views.imports.preview_model import FIRST, RESULTS, Look, PreviewModel
from desktop_crm.views.widgets import paint, tokens
from desktop_crm.views.widgets.delegates import RAW, CellState, Index, RowDelegate, cell_state
from desktop_crm.views.widgets.fonts import width
from desktop_crm.views.widgets.grid import Grid, GridColumn

_PAD, _ICON_ROOM = 7, 24
_NUMBER, _RESULT, _TITLE = 52, 102, 210
_WIDTHS = {Kind.TAX_CODE: 118, Kind.PHONE: 121, Kind.MONEY: 122, Kind.BOOLEAN: 80}
_WIDEST = {Kind.EMAIL: 164, Kind.RELATION: 130}
_SAMPLE, _USUAL, _MOST = 60, 100, 210
_EMPTY = mark("ImportPreview", "(empty)")


class CellDelegate(RowDelegate):
    """Tint, text, icon, and the ring of the current cell."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__([], True, parent)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect, state = QRectF(option.rect), cell_state(option, index, True)
        view = option.widget
        painter.save()
        self._paint_base(painter, rect, index, state)
        self.paint_content(painter, rect.adjusted(0, 0, 0, -1), index, state)
        if view.currentIndex() == index:  # type: ignore[attr-defined]
            paint.focus_ring(painter, rect.adjusted(-1, -1, 0, 0))
        painter.restore()

    def _paint_base(self, painter: QPainter, rect: QRectF, index: Index, state: CellState) -> None:
        look = index.data(RAW) if index.column() >= FIRST else None
        colour = tokens.tone(look.tone).bg if look else "hover" if state.hover or state.current else "surface"
        paint.fill(painter, rect, "sunken" if index.column() == 0 else colour)
        paint.hline(painter, rect.left(), rect.right() + 1, rect.bottom() - 1)
        paint.fill(painter, QRectF(rect.right() - 1, rect.top(), 1, rect.height()), "line_soft")

    def paint_content(self, painter: QPainter, rect: QRectF, index: Index, state: CellState) -> None:
        text, value = str(index.data() or ""), index.data(RAW)
        if index.column() == 0:
            paint.text(painter, rect, text, tokens.CAPTION, "text3", align=paint.CENTRE)
        elif index.column() == 1:
            paint.badge(painter, rect.left() + 8, rect.center().y(), text, RESULTS[value][1], True)
        else:
            align = Qt.AlignmentFlag(index.data(Qt.ItemDataRole.TextAlignmentRole)) & paint.RIGHT
            self._paint_cell(painter, rect, text, value, bool(align))

    def _paint_cell(self, painter: QPainter, rect: QRectF, text: str, look: Look | None, right: bool) -> None:
        room = rect.adjusted(_PAD, 0, -_PAD, 0)
        if look is not None:
            x = rect.left() + 6 if right else rect.right() - 22
            paint.icon(painter, look.icon, x, rect.center().y(), 14, f"tone:{look.tone}")
            room = room.adjusted(_ICON_ROOM - _PAD if right else 0, 0, 0 if right else _PAD - _ICON_ROOM, 0)
        colour = f"tone:{look.tone}" if look else "text"
        empty = look is not None and not text
        words = translate(_EMPTY) if empty else text
        paint.text(painter, room, words, colour=colour, align=paint.RIGHT if right else paint.LEFT, italic=empty)


class PreviewGrid(Grid):
    """Enter goes down, Tab to the next cell, Delete empties cells; `closed` when a cell was left."""

    closed = Signal()

    def __init__(self, model: PreviewModel) -> None:
        super().__init__(tokens.GRID_ROW, cells=True)
        self.preview = model
        self.editing = False
        self.setModel(model)
        self._cells_delegate = CellDelegate(self)
        self._cells_delegate.closeEditor.connect(self._editor_closed)
        self.setItemDelegate(self._cells_delegate)
        self.head.setSectionsMovable(False)
        self.setAccessibleName(translate(mark("ImportPreview", "Rows of the file")))

    def lay_out(self) -> None:
        """Give the columns widths that fit what they hold."""
        model = self.preview
        wide = [_NUMBER, _RESULT, *(self._width(i) for i in range(len(model.columns)))]
        columns = [GridColumn(_unpainted, w, model.alignment(i)) for i, w in enumerate(wide)]
        self.set_columns(columns, self._cells_delegate)
        self._fill()

    def _width(self, place: int) -> int:
        model, at = self.preview, self.preview.columns[place]
        kind = model.draft.kind(at)
        texts = [model.draft.text(row, at) for row in model.draft.table.rows[:_SAMPLE]]
        wanted = max((width(text) for text in texts), default=0) + 2 * _PAD
        caption = width(str(model.headerData(FIRST + place, Qt.Orientation.Horizontal)), tokens.CAPTION, True) + 22
        return int(max(_WIDTHS.get(kind, _USUAL), min(wanted, _WIDEST.get(kind, _MOST)), caption))

    def _fill(self) -> None:
        """Let the first named column take the room that is left over."""
        if not self.preview.columns or self.model() is None:
            return
        total = sum(self.columnWidth(i) for i in range(self.preview.columnCount()))
        spare = self.viewport().width() - total
        title = self._title_section()
        if spare > 0 or self.columnWidth(title) > _TITLE:
            self.setColumnWidth(title, max(_TITLE, self.columnWidth(title) + spare))

    def _title_section(self) -> int:
        fields, mapping = self.preview.draft.sheet.fields, self.preview.draft.mapping
        needed = [
            c for c in self.preview.columns if fields[mapping[c]].required and fields[mapping[c]].kind == Kind.TEXT
        ]
        return self.preview.section_of((needed or self.preview.columns)[0])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fill()

    # -- keyboard

    def edit(self, *args: object) -> object:  # type: ignore[override]
        """Remember that an editor is open: a new plan waits for it."""
        started = super().edit(*args)  # type: ignore[call-overload]
        self.editing = self.state() == Grid.State.EditingState
        return started

    def _editor_closed(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        self.editing = False
        if hint == QAbstractItemDelegate.EndEditHint.SubmitModelCache:
            self.down()
        self.closed.emit()

    def down(self) -> None:
        """Go to the cell below."""
        at = self.currentIndex()
        below = self.model().index(min(at.row() + 1, self.model().rowCount() - 1), at.column())
        self.setCurrentIndex(below)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            if not self.editing:  # the editor's own Enter comes by here, too
                self.down()
        elif event.key() == Qt.Key.Key_Delete and plain:
            self.empty_chosen()
        else:
            super().keyPressEvent(event)

    def empty_chosen(self) -> None:
        """Empty the selected cells (the file keeps them)."""
        for index in self.selectedIndexes() or [self.currentIndex()]:
            if index.column() >= FIRST:
                self.model().setData(index, "")

    def go(self, row: int, section: int) -> None:
        """Make a cell current and bring it into view."""
        index = self.model().index(row, section)
        self.setCurrentIndex(index)
        self.scrollTo(index)


def _unpainted(painter: QPainter, rect: QRectF, value: object, index: Index, state: CellState) -> None:
    """The grid's own delegate paints the cells."""
