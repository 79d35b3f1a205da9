"""The grid of lines with its tools, and what it asks of the database: products, prices, pasted rows."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from desktop_crm.i18n import mark, translate
from desktop_crm.services.documents import find_products
from desktop_crm.services.drafts import LineDraft
from desktop_crm.services.lines import ProductChoice
from desktop_crm.services.pasting import PastedLine
from desktop_crm.views.quotes import pricing
from desktop_crm.views.quotes.draft_model import blank_line, clipboard_rows
from desktop_crm.views.quotes.lines_model import CELLS, COLUMNS, LinesModel
from desktop_crm.views.quotes.lines_view import LinesView
from desktop_crm.views.quotes.pricing import PricedLine, Pricing
from desktop_crm.views.widgets import tokens
from desktop_crm.views.widgets.badges import Kbd
from desktop_crm.views.widgets.layouts import box, button, col, label, row, tool
from desktop_crm.views.widgets.message_bar import MessageBar

if TYPE_CHECKING:
    from desktop_crm.views.context import Context

_QUANTITY = CELLS.index("quantity")
_KEYS_NEED = 900
_OF_PRODUCT = ("product_id", "code", "name", "detail", "unit", "unit_price", "tax_code")


class LinesPanel(QWidget):
    """`pricing` says what prices depend on now; the page sets it whenever the head changes."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.pricing = Pricing()
        self.model = LinesModel(self)
        self.view = LinesView(self.model, self._search)
        self._count = label("", tokens.CAPTION, "t3")
        self._keys = self._key_hints()
        self._paste = button(mark("Lines", "Paste from Excel"), "link", "table-2", clicked=self.view.paste)
        self._columns = tool("columns-3", mark("Lines", "Columns"), 28, menu=self._columns_menu())
        title = label(mark("Lines", "Goods and services"), tokens.LEAD, strong=True)
        bar = row(title, self._count, None, self._keys, 4, self._paste, self._columns, gap=6, margins=(20, 4, 14, 4))
        self._bars = col(gap=4, margins=(20, 0, 20, 0))
        self.setLayout(col(bar, self._bars, (self.view, 1), gap=0))
        self.model.changed.connect(self._tell)
        self.model.code_typed.connect(self._code_typed)
        self.model.quantity_changed.connect(self._quantity_changed)
        self.view.lines_delegate.product_chosen.connect(self.choose_product)
        self.view.pasted.connect(self.paste)
        self.view.removed.connect(self._removed)
        self._tell()

    def _key_hints(self) -> QWidget:
        hints = (
            (mark("Lines", "Edit"), "F2"),
            (mark("Lines", "Next cell"), "Tab"),
            (mark("Lines", "Move line"), "Alt ↑↓"),
        )
        return box(row(*(part for words, keys in hints for part in (label(words, 12, "t3"), Kbd(keys))), gap=6))

    def _columns_menu(self) -> QMenu:
        menu = QMenu(self)
        for place, column in enumerate(COLUMNS):
            if column.optional:
                self._check(menu, column.label, self.view.column_shown(place), self._shower(place))
        menu.addSeparator()
        self._check(menu, mark("Lines", "Specifications under descriptions"), self.model.details, self._show_details)
        return menu

    def _check(self, menu: QMenu, words: str, on: bool, run: Callable[[bool], object]) -> None:
        action = QAction(translate(words), menu, checkable=True, checked=on)
        action.toggled.connect(run)
        menu.addAction(action)

    def _shower(self, place: int) -> Callable[[bool], object]:
        return lambda on: self.view.set_column_shown(place, on)

    def _show_details(self, on: bool) -> None:
        self.model.details = on
        self.view._fit_rows()
        self.view.viewport().update()

    def _tell(self) -> None:
        words = (
            mark("Lines", "{lines} lines, {groups} groups")
            if self.model.sheet.headings
            else mark("Lines", "{lines} lines")
        )
        sheet = self.model.sheet
        self._count.setText(translate(words, lines=len(sheet.lines), groups=len(sheet.headings)))
        self._paste.setVisible(not self.model.locked)
        self._show_keys()

    def resizeEvent(self, event: Any) -> None:
        super().resizeEvent(event)
        self._show_keys()

    def _show_keys(self) -> None:
        self._keys.setVisible(not self.model.locked and self.width() >= _KEYS_NEED)

    # -- products

    def _search(self, text: str, owner: QObject, done: Callable[[Sequence[ProductChoice]], object]) -> None:
        self._context.read(lambda unit: find_products(unit, text), done, owner=owner, key="products")

    def choose_product(self, key: int, product: ProductChoice) -> None:
        """Put a product into a line, or into a new one (key 0), at once; its price and tax follow."""
        known = {"product_id": product.id, "code": product.code, "name": product.name, "unit": product.unit}
        if key:
            self.model.fill({key: known}, mark("Lines", "product"))
        else:
            key = self._add(known)
        self._ask_line(key, product.id)
        self.view.go(key, _QUANTITY)
        self.view.setFocus()

    def _add(self, values: Mapping[str, Any]) -> int:
        """A new line at the end with the usual tax; its key."""
        blank = blank_line(self.model.rates, self.model.sheet.lines, self.model.usual_tax)
        return self.model.add_lines([replace(blank, **values)])[0]

    def _ask_line(self, key: int, product_id: int) -> None:
        """Ask for what a product puts into a line at its present quantity."""
        line, now = self.model.sheet.line(key), self.pricing
        if line is None or line.draft.product_id != product_id:
            return
        quantity = line.draft.quantity
        self._context.read(
            lambda unit: pricing.product_line(unit, product_id, quantity, now),
            lambda found: self._line_found(key, found),
            owner=self,
        )

    def _line_found(self, key: int, found: LineDraft) -> None:
        line = self.model.sheet.line(key)
        if line is None or line.draft.product_id != found.product_id:
            return
        if line.draft.quantity == found.quantity:
            self.model.fill({key: _product_values(found)}, amend=True)
        else:  # another quantity was typed meanwhile
            self._ask_line(key, cast(int, found.product_id))

    def _code_typed(self, key: int, text: str) -> None:
        """A text that was not chosen from the list: a free line, unless a product has exactly that code."""
        typed = key
        if not key:
            key = self._add({"name": text})
            if self.view.currentIndex().row() >= self.view.lines.row_of(key):
                self.view.go(key, _QUANTITY)
        now = self.pricing
        self._context.read(
            lambda unit: pricing.line_of_code(unit, text, Decimal(1), now),
            lambda found: self._code_found(key, text, found, new=not typed),
            owner=self,
        )

    def _code_found(self, key: int, text: str, found: LineDraft | None, *, new: bool) -> None:
        line = self.model.sheet.line(key)
        if found is None or line is None or text != (line.draft.name if new else line.draft.code):
            return
        if line.draft.quantity == found.quantity:
            self.model.fill({key: _product_values(found)}, amend=True)
        else:
            self.model.fill({key: {"product_id": found.product_id}}, amend=True)
            self._ask_line(key, cast(int, found.product_id))

    # -- prices

    def _quantity_changed(self, key: int, before: Decimal) -> None:
        line = self.model.sheet.line(key)
        if line is None or line.draft.product_id is None:
            return
        wanted = PricedLine(key, line.draft.product_id, line.draft.unit_price, before, line.draft.quantity)
        now = self.pricing
        self._context.read(lambda unit: pricing.repriced(unit, [wanted], now, now), self._reprice, owner=self)

    def set_pricing(self, now: Pricing) -> None:
        """Another price list, day or currency: lines with a listed price take the new one."""
        before, self.pricing = self.pricing, now
        lines = [
            PricedLine(line.key, line.draft.product_id, line.draft.unit_price, line.draft.quantity, line.draft.quantity)
            for line in self.model.sheet.lines
            if line.draft.product_id is not None
        ]
        if before == now or not lines or self.model.locked:
            return
        self._context.read(
            lambda unit: pricing.repriced(unit, lines, before, now), self._repriced, owner=self, key="reprice"
        )

    def _reprice(self, found: Mapping[int, Decimal]) -> None:
        self.model.fill({key: {"unit_price": price} for key, price in found.items()}, amend=True)

    def _repriced(self, found: Mapping[int, Decimal]) -> None:
        if self.model.fill({key: {"unit_price": price} for key, price in found.items()}, mark("Lines", "new prices")):
            words = translate(mark("Lines", "{n} lines have the prices of the new conditions."), n=len(found))
            self._context.messages.show_undo(words, self.model.undo.undo, icon="banknote")

    # -- pasting and removing

    def paste(self, text: str) -> None:
        """Make lines of text from a spreadsheet, below the current line."""
        rows, now, below = clipboard_rows(text), self.pricing, self.view.current_key()
        self._context.read(
            lambda unit: pricing.pasted(unit, rows, now), lambda found: self._pasted(found, below), owner=self
        )

    def _pasted(self, found: Sequence[PastedLine], below: int) -> None:
        if not found:
            self.say(mark("Lines", "The clipboard holds no rows with a description or a code."), "warning")
            return
        keys = self.model.add_lines([each.line for each in found], below)
        self.view.select_keys(keys)
        known = sum(each.line.product_id is not None for each in found)
        doubts = [f"{each.row}: {fault.text()}" for each in found for fault in each.warnings]
        words = mark("Lines", "{n} lines pasted, {known} of them matched to products.")
        text = translate(words, n=len(found), known=known)
        if doubts:
            text += " " + translate(mark("Lines", "Please check {n}:"), n=len(doubts)) + " " + "; ".join(doubts)
        self.say(text, "warning" if doubts else "success", undo=True)

    def _removed(self, count: int) -> None:
        words = translate(mark("Lines", "{n} rows were removed."), n=count)
        self._context.messages.show_undo(words, self.model.undo.undo)

    def say(self, text: str, tone: str, *, undo: bool = False) -> None:
        """A bar over the grid; the one before goes."""
        while (old := self._bars.takeAt(0)) is not None:
            if (widget := old.widget()) is not None:
                widget.deleteLater()
        bar = MessageBar(text, tone, mark("Lines", "Undo") if undo else "", seconds=30)
        bar.acted.connect(self.model.undo.undo)
        bar.closed.connect(bar.deleteLater)
        self._bars.addWidget(bar)


def _product_values(found: LineDraft) -> dict[str, Any]:
    return {key: getattr(found, key) for key in _OF_PRODUCT}
