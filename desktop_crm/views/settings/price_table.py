"""The prices of one price list as a table: typed, pasted from a spreadsheet, never changed once they are in force."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from datetime import timedelta
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QGuiApplication, QPainter
from PySide6.QtWidgets import QWidget

from desktop_crm.errors import Fault
from desktop_crm.i18n import mark, translate
from desktop_crm.models import PriceRow, Product
from desktop_crm.models.fields import Field, Kind, field_of
from desktop_crm.models.text import fold
from desktop_crm.services import price_books
from desktop_crm.services.price_books import NO_PRODUCT, NewPrice, PastedPrice, PriceLine
from desktop_crm.storage.database import UnitOfWork
from desktop_crm.views.records.entries import today
from desktop_crm.views.settings.row_model import Row, RowColumn
from desktop_crm.views.settings.row_table import RowTable
from desktop_crm.views.widgets import paint
from desktop_crm.views.widgets.controls import SearchField
from desktop_crm.views.widgets.delegates import CellState, Index
from desktop_crm.views.widgets.layouts import button, col, label, row

if TYPE_CHECKING:
    from desktop_crm.views.context import Context

_STATES = {
    "now": (mark("PriceTable", "In force"), "success"),
    "later": (mark("PriceTable", "To come"), "info"),
    "past": (mark("PriceTable", "Replaced"), "neutral"),
    "new": (mark("PriceTable", "Not saved"), "warning"),
}


def _stored(line: Mapping[str, Any]) -> bool:
    return line["id"] is not None


def _begun(line: Mapping[str, Any]) -> bool:
    return bool(line["begun"])


def _blank() -> Row:
    return {"id": None, "product_id": None, "code": "", "name": "", "unit": "", "list_price": Decimal(0),
            "from_quantity": Decimal(1), "valid_from": today(), "unit_price": Decimal(0), "begun": False,
            "state": "new"}  # fmt: skip


def _paint_state(painter: QPainter, rect: QRectF, value: Any, index: Index, state: CellState) -> None:
    words, tone = _STATES[value]
    paint.badge(painter, rect.left() + 8, rect.center().y(), translate(words), tone, True, room=rect.width() - 10)


def _read_only(field: Field, width: int, stretch: bool = False, rank: int = 0) -> RowColumn:
    shown = Field(field.label, field.kind, key=field.key, editable=False)
    return RowColumn(shown, width, stretch, rank=rank)


class PriceTable(QWidget):
    """`changed()` whenever a price is touched. Typing over a price in force begins a new one from tomorrow."""

    changed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self._sent: list[Row] = []
        self.search = SearchField(mark("PriceTable", "Find a product"), 240, pause=150)
        self.search.searched.connect(lambda _: self._filter())
        paste = button(mark("PriceTable", "Paste from Excel"), "link", "table-2", clicked=self.paste)
        self.table = RowTable(
            self._columns(), _blank, mark("PriceTable", "Prices"), mark("PriceTable", "Add a price"), sortable=False,
            tools=(paste,),
        )  # fmt: skip
        self.table.changed.connect(self.changed)
        self.table.remover = self._remove
        self.table.grid.pasted.connect(self.paste)
        words = mark(
            "PriceTable", "A price in force stays as it is: type over it, and the new price begins on a new row. "
            "Columns pasted from Excel: code, from quantity, valid from, price."
        )  # fmt: skip
        hint = label(words, 12, "t3", wrap=True)
        self.setLayout(col(row(self.search, (hint, 1), gap=14), (self.table, 1), gap=8))

    def _columns(self) -> tuple[RowColumn, ...]:
        code = Field(mark("PriceTable", "Code"), Kind.TEXT, key="code", required=True)
        state = Field(mark("PriceTable", "State"), Kind.TEXT, key="state", editable=False)
        return (
            RowColumn(code, 106, locked=_stored, follow=self._find_product),
            _read_only(field_of(Product.name), 200, True),
            _read_only(field_of(Product.unit), 60, rank=1),
            _read_only(field_of(Product.list_price), 110, rank=2),
            RowColumn(field_of(PriceRow.from_quantity), 90, locked=_begun),
            RowColumn(field_of(PriceRow.valid_from), 102, locked=_begun),
            RowColumn(field_of(PriceRow.unit_price), 116, follow=self._follow_price),
            RowColumn(state, 118, painter=_paint_state),
        )

    # -- what is shown

    def show_lines(self, lines: Sequence[PriceLine]) -> None:
        """Show the stored prices of a list."""
        newest: dict[tuple[int | None, Decimal], int | None] = {}
        for line in lines:
            if line.begun:
                newest[line.product_id, line.from_quantity] = line.id
        self.table.set_rows([self._row(line, newest) for line in lines])
        self._filter()

    def _row(self, line: PriceLine, newest: Mapping[Any, int | None]) -> Row:
        now = newest.get((line.product_id, line.from_quantity)) == line.id
        return {**asdict(line), "state": "later" if not line.begun else "now" if now else "past"}

    def _filter(self) -> None:
        """Hide the rows in which the searched words do not occur; new ones always show."""
        words = fold(self.search.text()).split()
        for place, one in enumerate(self.table.model.rows):
            text = fold(f"{one['code']} {one['name']}") if words and _stored(one) else ""
            self.table.grid.setRowHidden(place, bool(text) and not all(word in text for word in words))

    # -- typing

    def _find_product(self, one: Row) -> None:
        one["product_id"] = None
        if one["code"]:
            found = partial(self._product_found, one, one["code"])
            self.context.read(partial(_line_of, one["code"]), found, owner=self)

    def _product_found(self, one: Row, code: str, line: PriceLine | None) -> None:
        if one["code"] != code:
            return
        if line is None:
            self.table.model.set_fault(one, "code", translate(NO_PRODUCT, code=code))
            return
        price = one["unit_price"] or line.unit_price
        one.update(product_id=line.product_id, code=line.code, name=line.name, unit=line.unit,
                   list_price=line.list_price, unit_price=price)  # fmt: skip
        self.table.model.set_fault(one, "code", "")

    def _follow_price(self, one: Row) -> None:
        """The price in force goes back to what it was; what was typed begins tomorrow on a row of its own."""
        kept = self.table.model.stored_form(one)
        if kept is None or not one["begun"] or one["unit_price"] == kept["unit_price"]:
            return
        typed, one["unit_price"] = one["unit_price"], kept["unit_price"]
        begins = max(today(), one["valid_from"]) + timedelta(days=1)
        new = {**one, "id": None, "begun": False, "state": "new", "unit_price": typed, "valid_from": begins}
        place = next(n for n, other in enumerate(self.table.model.rows) if other is one)
        self.table.model.add(new, place + 1)

    def _remove(self, place: int) -> None:
        if _begun(self.table.model.rows[place]):
            words = mark("PriceTable", "A price in force is not removed: begin a new one instead.")
            self.context.messages.show_message(translate(words), "warning")
        else:
            self.table.take_away(place)

    def paste(self) -> None:
        """Add the rows of the clipboard; what cannot be read in them stands in red."""
        text = QGuiApplication.clipboard().text()
        cells = [line.split("\t") for line in text.splitlines() if line.strip()]
        if cells:
            self.context.read(partial(_read_pasted, cells), self._pasted, owner=self, key="paste")

    def _pasted(self, prices: Sequence[PastedPrice]) -> None:
        model = self.table.model
        for price in prices:
            place = model.add({**asdict(price.line), "state": "new"})
            for fault in price.faults:
                model.set_fault(model.rows[place], fault.field, fault.text())
        self.table.grid.scrollToBottom()
        self.changed.emit()

    # -- storing

    def unsaved(self) -> int:
        """How many prices are new, changed or taken away."""
        return self.table.model.unsaved()

    def check(self) -> bool:
        """Whether nothing entered blocks."""
        good = self.table.model.check()
        for one in self.table.model.filled():
            if one["product_id"] is None and one["code"]:
                self.table.model.set_fault(one, "code", translate(NO_PRODUCT, code=one["code"]))
                good = False
        return good

    def changes(self) -> tuple[list[NewPrice], list[int]]:
        """The prices to add and the ids of those to take out; a changed one is taken out and added."""
        model = self.table.model
        self._sent = [one for one in model.filled() if model.is_changed(one)]
        replaced = [one["id"] for one in self._sent if _stored(one)]
        added = [
            NewPrice(one["product_id"], one["from_quantity"], one["valid_from"] or today(), one["unit_price"])
            for one in self._sent
        ]
        return added, [*replaced, *(one["id"] for one in model.gone())]

    def show_faults(self, faults: Iterable[Fault]) -> list[str]:
        """Show faults of the prices last given by `changes`; other texts come back."""
        rows = self.table.model.filled()
        places = [next(n for n, one in enumerate(rows) if one is sent) for sent in self._sent]
        return [fault.text() for fault in self.table.model.show_faults(
            (_at(fault, places) for fault in faults), "prices")]  # fmt: skip


def _at(fault: Fault, places: Sequence[int]) -> Fault:
    part, _, rest = fault.field.partition(".")
    place, _, key = rest.partition(".")
    if part != "prices" or not place.isdigit():
        return fault
    return Fault(f"prices.{places[int(place)]}.{key}", fault.message, fault.values)


def _line_of(code: str, unit: UnitOfWork) -> PriceLine | None:
    return price_books.line_of(unit, code)


def _read_pasted(cells: Sequence[Sequence[str]], unit: UnitOfWork) -> list[PastedPrice]:
    return price_books.read_pasted(unit, cells)
