"""Price lists: made, typed, pasted; what is in force never changes."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication

from desktop_crm.errors import Refused
from desktop_crm.models import Organization, Product
from desktop_crm.services import price_books, prices, records
from desktop_crm.storage.database import Database
from desktop_crm.views.records.entries import today
from desktop_crm.views.settings import price_lists as page_module
from desktop_crm.views.settings.window import SettingsWindow
from tests.support.settings_pages import cell, enter, put, read, settings_window, write


@pytest.fixture
def book(local_database: Database) -> int:
    """A default list with a price of A in force since the start of 2025."""
    with local_database.writing() as unit:
        for code, name in (("A", "Máy nén khí"), ("B", "Bơm nước"), ("MT-10", "Máy tiện")):
            records.create(unit, Product, {"code": code, "name": name, "unit": "cái", "list_price": Decimal(900)})
        made = price_books.save_book(unit, None, {"name": "Đại lý", "is_default": True})
        line = price_books.line_of(unit, "a")
        assert line is not None
        assert line.product_id is not None
        prices.add_price(unit, made, line.product_id, Decimal(1), date(2025, 1, 1), Decimal(1000))
    return made


@pytest.fixture
def window(qtbot, local_database: Database, tmp_path: Path, book: int) -> SettingsWindow:
    made = settings_window(local_database, tmp_path)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def page(window: SettingsWindow, book: int) -> Any:
    """The price lists with the one made for the test in front."""
    shown: Any = window.show_section("prices")
    assert shown.book == book
    return shown


def _stored(database: Database, book: int) -> list[tuple[str, Decimal, date, Decimal]]:
    lines = read(database, price_books.lines, book)
    return [(one.code, one.from_quantity, one.valid_from, one.unit_price) for one in lines]


def test_a_new_price_finds_its_product_by_code(page: Any, local_database: Database, book: int) -> None:
    table = page.prices.table
    table.add_row()
    enter(table, 1, "code", "mt-10")
    assert (table.model.rows[1]["code"], table.model.rows[1]["name"]) == ("MT-10", "Máy tiện")
    assert table.model.rows[1]["unit_price"] == 900
    enter(table, 1, "unit_price", "1,2 triệu")
    enter(table, 1, "from_quantity", "5")
    page.save()
    assert _stored(local_database, book)[1] == ("MT-10", Decimal(5), today(), Decimal(1_200_000))
    assert page.unsaved() == 0


def test_typing_over_a_price_in_force_begins_a_new_one(page: Any, local_database: Database, book: int) -> None:
    table = page.prices.table
    enter(table, 0, "unit_price", "1500")
    assert [one["unit_price"] for one in table.model.rows] == [1000, 1500]
    assert page.unsaved() == 1
    page.save()
    tomorrow = today() + timedelta(days=1)
    assert _stored(local_database, book) == [
        ("A", Decimal(1), date(2025, 1, 1), Decimal(1000)),
        ("A", Decimal(1), tomorrow, Decimal(1500)),
    ]
    assert [one["state"] for one in table.model.rows] == ["now", "later"]


def test_a_price_to_come_is_changed_and_removed(page: Any, local_database: Database, book: int) -> None:
    table = page.prices.table
    enter(table, 0, "unit_price", "1500")
    page.save()
    enter(table, 1, "unit_price", "1600")
    enter(table, 1, "valid_from", "01/01/2100")
    page.save()
    assert _stored(local_database, book)[1][2:] == (date(2100, 1, 1), Decimal(1600))
    table.grid.setCurrentIndex(cell(table, 1, "unit_price"))
    table.remove_row()
    page.save()
    assert len(_stored(local_database, book)) == 1


def test_a_price_in_force_is_neither_edited_nor_removed(page: Any) -> None:
    table = page.prices.table
    for key in ("code", "from_quantity", "valid_from"):
        assert not cell(table, 0, key).flags() & cell(table, 0, "unit_price").flags().ItemIsEditable
    table.grid.setCurrentIndex(cell(table, 0, "unit_price"))
    table.remove_row()
    assert table.model.rowCount() == 1
    assert page.context.messages.texts


def test_a_price_that_would_change_the_past_is_refused_in_its_cell(
    page: Any, local_database: Database, book: int
) -> None:
    table = page.prices.table
    table.add_row()
    enter(table, 1, "code", "B")
    table.add_row()
    enter(table, 2, "code", "A")
    enter(table, 2, "valid_from", "31/12/2024")
    page.save()
    assert table.model.fault_of(2, "valid_from")
    assert not table.model.fault_of(1, "valid_from")
    assert len(_stored(local_database, book)) == 1


def test_an_unknown_code_blocks(page: Any, local_database: Database, book: int) -> None:
    table = page.prices.table
    table.add_row()
    enter(table, 1, "code", "ZZZ")
    assert "ZZZ" in table.model.fault_of(1, "code")
    page.save()
    assert table.model.fault_of(1, "code")
    assert len(_stored(local_database, book)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Mã hàng\tTên\tTừ số lượng\tTừ ngày\tĐơn giá\n"
        "B\tBơm\t10\t01/02/2100\t1.250.000\nMT-10\tx\t1\t01/02/2100\t2.000.000",
        "B\t10\t01/02/2100\t1.250.000\nMT-10\t1\t01/02/2100\t2.000.000\n",
    ],
)
def test_rows_of_a_spreadsheet_are_pasted(page: Any, local_database: Database, book: int, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    page.prices.paste()
    assert page.unsaved() == 2
    page.save()
    day = date(2100, 2, 1)
    assert _stored(local_database, book)[1:] == [
        ("B", Decimal(10), day, Decimal(1_250_000)),
        ("MT-10", Decimal(1), day, Decimal(2_000_000)),
    ]


def test_pasted_rows_that_cannot_be_read_stand_in_red(page: Any) -> None:
    QGuiApplication.clipboard().setText("B\tmột nghìn\nKHÔNG-CÓ\t5000")
    page.prices.paste()
    model = page.prices.table.model
    assert model.fault_of(1, "unit_price")
    assert model.fault_of(2, "code")
    page.save()
    assert page.unsaved() == 2


def test_searching_hides_other_products_but_not_new_rows(page: Any) -> None:
    table = page.prices.table
    table.add_row()
    page.prices.search.setText("bom nuoc")
    page.prices._filter()
    assert table.grid.isRowHidden(0)
    assert not table.grid.isRowHidden(1)
    page.prices.search.setText("may nen")
    page.prices._filter()
    assert not table.grid.isRowHidden(0)


def test_lists_are_made_and_one_is_the_default(page: Any, local_database: Database) -> None:
    sheet = page.edit(None)
    put(sheet, name="Khách lẻ", is_default=True)
    sheet.save()
    shown = [(one.name, one.is_default) for one in page.books]
    assert shown == [("Khách lẻ", True), ("Giá niêm yết", False), ("Đại lý", False)]
    sheet = page.edit(None)
    put(sheet, name="dai ly")
    sheet.save()
    assert sheet.binding.frames["name"].state() == "error"
    sheet.reject()


def test_a_list_with_prices_keeps_its_currency(local_database: Database, book: int) -> None:
    with local_database.writing() as unit, pytest.raises(Refused):
        price_books.save_book(unit, book, {"currency": "USD"})


def test_a_used_list_is_not_removed(
    page: Any, local_database: Database, book: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page_module, "confirm", lambda *_, **__: True)
    customer = write(local_database, records.create, Organization, {"name": "C", "price_book_id": book})
    page.remove()
    assert len(page.books) == 2
    assert page.context.messages.texts
    with local_database.writing() as unit:
        records.save(unit, Organization, customer.id, customer.version, {"price_book_id": None})
    page.remove()
    page.remove()
    assert page.books == []
    assert not page._empty.isHidden()


def test_another_list_waits_for_unsaved_prices(page: Any, local_database: Database, book: int) -> None:
    other = write(local_database, price_books.save_book, None, {"name": "Lẻ"})
    page.load()
    enter(page.prices.table, 0, "unit_price", "5")
    page.choose(other)
    assert page.book == book
    page.discard()
    page.choose(other)
    assert (page.book, page.prices.table.model.rowCount()) == (other, 0)
