"""Price lists: their names at the left, the prices of one of them at the right."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from desktop_crm.errors import Fault
from desktop_crm.i18n import language, mark, translate
from desktop_crm.models import PriceBook
from desktop_crm.models.fields import field_of
from desktop_crm.models.numbers import format_number
from desktop_crm.services import price_books
from desktop_crm.services.price_books import BookView, NewPrice, PriceLine
from desktop_crm.storage.database import UnitOfWork
from desktop_crm.views.settings.form_sheet import Entry, FormSheet
from desktop_crm.views.settings.page import SavingPage, Work
from desktop_crm.views.settings.price_table import PriceTable
from desktop_crm.views.settings.side_list import SideList
from desktop_crm.views.widgets.dialogs import confirm
from desktop_crm.views.widgets.empty import EmptyState
from desktop_crm.views.widgets.layouts import box, button, col, row, tool

if TYPE_CHECKING:
    from desktop_crm.settings import Settings
    from desktop_crm.views.context import Context

Found = tuple[Sequence[BookView], int | None, Sequence[PriceLine]]


class PriceListsPage(SavingPage):
    """Lists are made and renamed in a dialog; prices are saved at the foot."""

    title = mark("Settings", "Price lists")
    intro = mark(
        "Settings", "A customer pays the prices of their list, else those of the default list, else the list price."
    )

    def __init__(self, context: Context, settings: Settings) -> None:
        super().__init__(context, settings)
        self.book: int | None = None
        self.books: Sequence[BookView] = ()
        self.side = SideList((), mark("Settings", "Price lists"))
        self.side.asked.connect(self.choose)
        self.prices = PriceTable(context)
        self.prices.changed.connect(self.changed)
        new = button(mark("Settings", "Add a price list…"), "primary", "plus", clicked=lambda: self.edit(None))
        words = mark("Settings", "One list for each kind of customer: retail, dealers, projects.")
        self._empty = EmptyState("banknote", mark("Settings", "No price list yet"), words, (new,))
        self._main = box(row(self._left(), (box(col((self.prices, 1), margins=(6, 12, 22, 10))), 1), gap=0))
        self.put(box(col((self._main, 1), (self._empty, 1), gap=0)))

    def _left(self) -> QWidget:
        add = tool("plus", mark("Settings", "Add a price list"), 28, clicked=lambda: self.edit(None))
        edit = tool("pencil", mark("Settings", "Edit the price list"), 28, clicked=lambda: self.edit(self._current()))
        remove = tool("trash-2", mark("Settings", "Remove the price list"), 28, clicked=self.remove)
        made = box(col(row(add, edit, remove, None, gap=2, margins=(14, 8, 0, 4)), (self.side, 1), gap=0))
        made.setFixedWidth(self.side.width())
        return made

    def _current(self) -> BookView | None:
        return next((one for one in self.books if one.id == self.book), None)

    def choose(self, book: int) -> None:
        """Show the prices of another list, unless those of this one are unsaved."""
        if book != self.book and self.unsaved():
            self.tell(mark("Settings", "Save or discard the changes of this list first."), "warning")
        elif book != self.book:
            self.book = book
            self.load()
        self.side.set_current(self.book)

    # -- reading and writing

    def load(self) -> None:
        self.fetch(partial(_read, self.book), self._show)

    def _show(self, found: Found) -> None:
        self.books, self.book, lines = found
        self.side.set_rows([(one.id, one.name, _quiet(one)) for one in self.books])
        self.side.set_current(self.book)
        self._main.setVisible(bool(self.books))
        self.foot.setVisible(bool(self.books))
        self._empty.setVisible(not self.books)
        self.prices.show_lines(lines)

    def unsaved(self) -> int:
        return self.prices.unsaved()

    def faults(self) -> int:
        return self.prices.table.model.faults()

    def check(self) -> bool:
        return self.prices.check()

    def work(self) -> Work:
        added, removed = self.prices.changes()
        assert self.book is not None
        return partial(_store, self.book, added, removed)

    def show_faults(self, faults: Iterable[Fault]) -> list[str]:
        return self.prices.show_faults(faults)

    def focus_fault(self) -> None:
        self.prices.table.focus_fault()

    def discard(self) -> None:
        self.load()

    # -- the lists themselves

    def edit(self, book: BookView | None) -> FormSheet:
        """The dialog of a price list, or of a new one."""
        first = not self.books
        values: dict[str, Any] = {"currency": "VND", "active": True, "is_default": first}
        if book is not None:
            values = {
                "name": book.name,
                "currency": book.currency,
                "active": book.active,
                "is_default": book.is_default,
            }
        default = mark("Settings", "For customers without a price list of their own.")
        entries = (
            Entry(field_of(PriceBook.name)),
            Entry(field_of(PriceBook.currency)),
            Entry(field_of(PriceBook.is_default), help=default),
            Entry(field_of(PriceBook.active)),
        )
        title = mark("Settings", "Price list") if book else mark("Settings", "New price list")
        store = partial(_save_book, book.id if book else None)
        sheet = FormSheet(self, self.context, title, entries, values, store, self._book_saved)
        sheet.open()
        return sheet

    def _book_saved(self, book: int) -> None:
        if not self.unsaved():
            self.book = book
            self.load()
        self.lists_changed()

    def remove(self) -> None:
        """Take out the list in front after a question."""
        book = self._current()
        if book is None:
            return
        title = translate(mark("Settings", "Remove the price list “{name}”?"), name=book.name)
        words = translate(
            mark("Settings", "Its {n} prices go with it. A list that customers use is not removed."), n=book.rows
        )
        if confirm(self, title, words, mark("Settings", "Remove"), danger=True, icon="trash-2"):
            self.context.write(partial(_remove_book, book.id), self._removed, owner=self)

    def _removed(self, _: Any) -> None:
        self.book = None
        self.load()
        self.lists_changed()


def _quiet(book: BookView) -> str:
    if not book.active:
        return translate(mark("Settings", "inactive"))
    return translate(mark("Settings", "default")) if book.is_default else format_number(book.rows, 0, language())


def _read(book: int | None, unit: UnitOfWork) -> Found:
    books = price_books.books(unit)
    known = {one.id for one in books}
    shown = book if book in known else next(iter(one.id for one in books), None)
    return books, shown, price_books.lines(unit, shown) if shown is not None else []


def _store(book: int, added: Sequence[NewPrice], removed: Sequence[int], unit: UnitOfWork) -> None:
    price_books.change_prices(unit, book, added, removed)


def _save_book(book: int | None, unit: UnitOfWork, values: dict[str, Any]) -> int:
    return price_books.save_book(unit, book, values)


def _remove_book(book: int, unit: UnitOfWork) -> None:
    price_books.remove_book(unit, book)
