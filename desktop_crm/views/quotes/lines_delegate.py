"""How the cells of a document's lines are painted and typed into."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QStyleOptionViewItem, QWidget

from desktop_crm.i18n import language
from desktop_crm.models.numbers import format_money, format_number
from desktop_crm.models.tax_rates import in_force
from desktop_crm.models.text import fold
from desktop_crm.services.lines import ProductChoice
from desktop_crm.views.quotes.draft_model import Heading, Item, Line
from desktop_crm.views.quotes.lines_model import AMOUNT_COLUMN, COLUMNS, TITLE_COLUMN
from desktop_crm.views.widgets import paint, tokens
from desktop_crm.views.widgets.delegates import RAW, RowDelegate
from desktop_crm.views.widgets.fonts import width
from desktop_crm.views.widgets.popup import SuggestionPopup
from desktop_crm.views.widgets.rows import Suggestion

Index = QModelIndex | QPersistentModelIndex
Search = Callable[[str, QObject, Callable[[Sequence[ProductChoice]], object]], object]
"""(text, who asks, what takes the products): asks beside the window."""

DETAIL_LINE, MOST_DETAIL = 17, 4
_PAUSE = 120  # ms after the last letter
_STEPS = {
    Qt.Key.Key_Return: "down",
    Qt.Key.Key_Enter: "down",
    Qt.Key.Key_Tab: "next",
    Qt.Key.Key_Backtab: "previous",
}


def detail_height(item: Item | None) -> int:
    """The room a line's specification takes under its description."""
    if not isinstance(item, Line) or not item.draft.detail:
        return 0
    return min(item.draft.detail.count("\n") + 1, MOST_DETAIL) * DETAIL_LINE + 1


class LinesDelegate(RowDelegate):
    """Paints headings, lines and the adding row. `product_chosen(key of the line or 0, product)`,
    `left_by(step)` when an editor was closed by Enter, Tab or Shift+Tab.
    """

    product_chosen = Signal(int, object)
    left_by = Signal(str)

    def __init__(self, search: Search, parent: QObject) -> None:
        super().__init__([], cells=True, parent=parent)
        self._search = search
        self.base_height = tokens.GRID_ROW

    # -- painting

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view: Any = option.widget
        rect, item = QRectF(option.rect), index.data(RAW)
        painter.save()
        current = view.currentIndex()
        self._paint_base(painter, rect, view, index, item)
        if item is None:
            self._paint_adding(painter, rect, index)
        elif isinstance(item, Heading):
            self._paint_heading(painter, rect, index, item, view)
        else:
            self._paint_line(painter, rect, index, item, view)
        if current == index and (view.hasFocus() or view.isAncestorOf(view.focusWidget() or view)):
            paint.focus_ring(painter, rect.adjusted(-1, -1, 0, 0))
        painter.restore()

    def _paint_base(self, painter: QPainter, rect: QRectF, view: Any, index: Index, item: Item | None) -> None:
        heading = isinstance(item, Heading)
        lit = view.hover_row == index.row() or (view.currentIndex().row() == index.row() and not heading)
        chosen = view.is_row_chosen(index.row())
        colour = "selected" if chosen else "sunken" if heading else "hover" if lit else "surface"
        if isinstance(item, Line) and view.model().is_wrong(item, COLUMNS[index.column()].cell):
            colour = "danger_field"
        paint.fill(painter, rect, colour)
        paint.hline(painter, rect.left(), rect.right() + 1, rect.bottom() - 1, "line" if heading else "line_soft")
        if not heading and index.column() < AMOUNT_COLUMN:
            paint.fill(painter, QRectF(rect.right() - 1, rect.top(), 1, rect.height()), "line_soft")

    def _paint_heading(self, painter: QPainter, rect: QRectF, index: Index, item: Heading, view: Any) -> None:
        room, words = rect.adjusted(8, 0, -9, -1), str(index.data() or "")
        if index.column() == 0:
            name = "chevron-right" if item.key in view.model().folded else "chevron-down"
            paint.icon(painter, name, rect.center().x() - 7, rect.center().y(), 14, "text2")
        elif index.column() == TITLE_COLUMN:
            paint.text(painter, room, words, strong=True)
        elif index.column() == AMOUNT_COLUMN:
            paint.text(painter, room, words, strong=True, align=paint.RIGHT)

    def _paint_adding(self, painter: QPainter, rect: QRectF, index: Index) -> None:
        if index.column() == 0:
            paint.icon(painter, "plus", rect.center().x() - 7, rect.center().y(), 14, "text3")
        elif index.column() == TITLE_COLUMN:
            paint.text(painter, rect.adjusted(8, 0, -9, -1), str(index.data() or ""), colour="text3")

    def _paint_line(self, painter: QPainter, rect: QRectF, index: Index, item: Line, view: Any) -> None:
        column, words = COLUMNS[index.column()], str(index.data() or "")
        top = QRectF(rect.left(), rect.top(), rect.width(), min(rect.height(), self.base_height))
        room = top.adjusted(8, 0, -9, -1)
        if column.cell == "number":
            paint.text(painter, top, words, tokens.CAPTION, "text3", align=paint.CENTRE)
            if view.hover_row == index.row() and not view.model().locked:
                paint.icon(painter, "grip-vertical", rect.left(), top.center().y(), 12, "text3")
            return
        if view.model().is_wrong(item, column.cell):
            paint.icon(painter, "circle-alert", room.left() - 3, top.center().y(), 13, "tone:danger")
            room.setLeft(room.left() + 12)
        dim = column.cell == "discount" and not words
        colour = "text3" if dim else {"code": "link", "unit": "text2"}.get(column.cell, "text")
        strong = column.cell == "amount"
        paint.text(painter, room, "–" if dim else words, colour=colour, strong=strong, align=column.align)
        if column.cell == "name" and view.model().details:
            self._paint_detail(painter, rect, item)

    def _paint_detail(self, painter: QPainter, rect: QRectF, item: Line) -> None:
        lines = item.draft.detail.split("\n") if item.draft.detail else []
        y = rect.top() + self.base_height - 5
        for words in lines[:MOST_DETAIL]:
            paint.text(painter, QRectF(rect.left() + 8, y, rect.width() - 17, DETAIL_LINE), words, 12, "text3")
            y += DETAIL_LINE

    # -- typing

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        item, cell = index.data(RAW), COLUMNS[index.column()].cell
        if isinstance(item, Line) and cell == "name":
            return _TextBox(parent)
        editor = _cell_edit(parent, COLUMNS[index.column()].align if isinstance(item, Line) else paint.LEFT)
        if cell == "code" and not isinstance(item, Heading):
            self._offer_products(editor, item.key if item is not None else 0)
        elif cell == "tax_code":
            self._offer_rates(editor, index)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        # The view asks again whenever sums change; what has been typed meanwhile must stay.
        if editor.property("filled"):
            return
        editor.setProperty("filled", True)
        words = str(index.data(Qt.ItemDataRole.EditRole) or "")
        if isinstance(editor, _TextBox):
            editor.show_text(words)
        elif isinstance(editor, QLineEdit):
            editor.setText(words)
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: Any, index: Index) -> None:
        if editor.property("taken"):
            return
        words = editor.toPlainText() if isinstance(editor, _TextBox) else editor.text()  # type: ignore[attr-defined]
        model.setData(index, words, Qt.ItemDataRole.EditRole)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect.adjusted(-1, -1, 0, 0)
        if isinstance(editor, _TextBox):
            rect.setHeight(max(rect.height(), editor.wanted_height()))
        editor.setGeometry(rect)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and isinstance(watched, QWidget):
            handled = self._key(watched, event)
            if handled is not None:
                return handled
        return super().eventFilter(watched, event)

    def _key(self, editor: QWidget, event: QKeyEvent) -> bool | None:
        """What a key does in an editor; None leaves it to the ordinary way, False to the editor itself."""
        popup = editor.findChild(SuggestionPopup)
        step = _STEPS.get(Qt.Key(event.key()))
        shift = event.modifiers() & (Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.AltModifier)
        if popup is not None and popup.is_open() and event.key() != Qt.Key.Key_Backtab:
            if event.key() == Qt.Key.Key_Tab and popup.list.choose_current():
                return True
            return None if event.key() == Qt.Key.Key_Tab else False
        if step == "down" and shift:
            return False if isinstance(editor, _TextBox) else None
        if step is None or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return None
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, self.EndEditHint.NoHint)
        self.left_by.emit(step)
        return True

    def _offer_products(self, editor: QLineEdit, key: int) -> None:
        popup = SuggestionPopup(editor)
        timer = QTimer(editor, interval=_PAUSE, singleShot=True)

        def arrived(found: Sequence[ProductChoice]) -> None:
            if editor.text().strip():
                popup.show_rows([_suggestion(product) for product in found], editor.text())

        def ask() -> None:
            if editor.text().strip():
                self._search(editor.text(), editor, arrived)
            else:
                popup.hide()

        def taken(product: ProductChoice) -> None:
            self._close(editor)
            self.product_chosen.emit(key, product)

        timer.timeout.connect(ask)
        editor.textEdited.connect(timer.start)
        popup.chosen.connect(taken)

    def _offer_rates(self, editor: QLineEdit, index: Index) -> None:
        model: Any = index.model()
        popup, day = SuggestionPopup(editor), model.day
        rates = [rate for rate in model.rates if day is None or in_force(rate, day)]
        rows = [Suggestion(rate.label, data=rate.label) for rate in rates]

        def offer(text: str) -> None:
            popup.show_rows([row for row in rows if fold(row.title).startswith(fold(text))], text)

        def taken(label: str) -> None:
            editor.setText(label)
            self.commitData.emit(editor)
            self._close(editor)
            self.left_by.emit("next")

        editor.textEdited.connect(offer)
        popup.chosen.connect(taken)
        QTimer.singleShot(0, editor, lambda: popup.show_rows(rows) if editor.hasSelectedText() else None)

    def _close(self, editor: QLineEdit) -> None:
        editor.setProperty("taken", True)
        self.closeEditor.emit(editor, self.EndEditHint.NoHint)


def _suggestion(product: ProductChoice) -> Suggestion:
    facts = [format_money(product.list_price, "VND", language())]
    if product.stock:
        facts.append(f"{format_number(product.stock, language=language())} {product.unit}".strip())
    return Suggestion(f"{product.code}  {product.name}", " · ".join(facts), "package", product)


def _cell_edit(parent: QWidget, align: Qt.AlignmentFlag) -> QLineEdit:
    editor = QLineEdit(parent)
    editor.setProperty("look", "cell")
    editor.setAlignment(align | paint.MIDDLE)
    return editor


class _TextBox(QPlainTextEdit):
    """A description and, below its first line, its specification; Shift+Enter begins a new line."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setProperty("look", "cell")
        self.document().setDocumentMargin(3)
        self.textChanged.connect(self._grow)

    def show_text(self, words: str) -> None:
        """Show a description with its first line selected, as typing replaces that one only."""
        self.setPlainText(words)
        cursor = self.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.Start)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def wanted_height(self) -> int:
        """Height for the text, at most eight lines of it."""
        rows = sum(max(1, -(-int(width(line) + 8) // max(self.width() - 24, 60))) for line in self._lines())
        return min(rows, 8) * self.fontMetrics().lineSpacing() + 17

    def _lines(self) -> list[str]:
        return self.toPlainText().split("\n")

    def _grow(self) -> None:
        wanted = self.wanted_height()
        if wanted > self.height():
            parent: Any = self.parentWidget()
            room = parent.height() - self.y()
            self.resize(self.width(), min(wanted, max(room, self.height())))

    def insertFromMimeData(self, source: Any) -> None:
        """Pasted text without its look."""
        self.insertPlainText(source.text())
