"""The price of a product by list, quantity, day and currency."""

from __future__ import annotations

from datetime import date
from decimal import Decimal as D

import pytest

from desktop_crm.errors import Invalid, NotFound, Refused
from desktop_crm.models import PriceBook, PriceRow
from desktop_crm.services import prices
from desktop_crm.storage.database import Database
from tests.support import sales
from tests.support.sales import DAY, at_work

ROWS = [("1", date(2026, 1, 1), 100), ("1", date(2026, 6, 1), 110), ("10", date(2026, 1, 1), 90)]
ROWS += [("10", date(2026, 12, 1), 95), ("100", date(2026, 6, 1), 80)]


@pytest.mark.parametrize(
    ("quantity", "day", "expected"),
    [
        ("1", date(2025, 12, 31), 1500000),
        ("0.5", date(2026, 7, 1), 1500000),
        ("1", date(2026, 1, 1), 100),
        ("9.99", date(2026, 5, 31), 100),
        ("9.99", date(2026, 6, 1), 110),
        ("10", date(2026, 6, 1), 90),
        ("10", date(2026, 12, 1), 95),
        ("100", date(2026, 5, 31), 90),
        ("250", date(2026, 6, 1), 80),
        ("-10", date(2026, 6, 1), 90),
    ],
)
def test_largest_step_reached_and_newest_day_begun(
    local_database: Database, quantity: str, day: date, expected: int
) -> None:
    with at_work(local_database) as unit:
        welder = sales.product(unit)
        book = prices.default_price_book(unit)
        assert book is not None
        unit.session.add_all(
            PriceRow(price_book=book, product=welder, from_quantity=D(step), valid_from=start, unit_price=D(amount))
            for step, start, amount in ROWS
        )
        unit.session.flush()
        assert prices.price(unit, welder, book.id, D(quantity), day) == expected
        assert prices.price(unit, welder, None, D(quantity), day) == D(1500000)


def test_price_in_force_is_followed_never_changed(database: Database) -> None:
    with at_work(database) as unit:
        welder, book = sales.product(unit), prices.default_price_book(unit)
        assert book is not None
        first = prices.add_price(unit, book.id, welder.id, D(1), date(2026, 11, 1), D(100))
        for day in (date(2026, 10, 1), date(2026, 11, 1)):
            with pytest.raises(Refused):
                prices.add_price(unit, book.id, welder.id, D(1), day, D(120))
        with pytest.raises(Refused):
            prices.remove_price(unit, first.id)
        prices.add_price(unit, book.id, welder.id, D(5), date(2026, 10, 1), D(95))
        coming = prices.add_price(unit, book.id, welder.id, D(1), date(2026, 12, 1), D(120))
        again = prices.add_price(unit, book.id, welder.id, D(1), date(2026, 12, 1), D(125))
        assert coming.id == again.id
        assert [(row.from_quantity, row.unit_price) for row in prices.price_rows(unit, welder.id, book.id)] == [
            (D(1), D(100)),
            (D(1), D(125)),
            (D(5), D(95)),
        ]
        prices.remove_price(unit, again.id)
        assert len(prices.price_rows(unit, welder.id)) == 2


def test_impossible_rows(local_database: Database) -> None:
    with at_work(local_database) as unit:
        welder, book = sales.product(unit), prices.default_price_book(unit)
        assert book is not None
        with pytest.raises(Invalid):
            prices.add_price(unit, book.id, welder.id, D(0), DAY, D(1))
        with pytest.raises(Invalid):
            prices.add_price(unit, book.id, welder.id, D(1), DAY, D(-1))
        with pytest.raises(NotFound):
            prices.add_price(unit, 99, welder.id, D(1), DAY, D(1))
        with pytest.raises(NotFound):
            prices.remove_price(unit, 99)


def test_price_in_the_currency_of_the_document(database: Database) -> None:
    with at_work(database) as unit:
        welder = sales.product(unit)
        dollars = PriceBook(name="Xuất khẩu", currency="USD")
        unit.session.add(dollars)
        unit.session.flush()
        prices.add_price(unit, dollars.id, welder.id, D(1), DAY, D("61.25"))
        assert prices.price(unit, welder, dollars.id, D(1), DAY, "USD", D(25000)) == D("61.25")
        assert prices.price(unit, welder, None, D(1), DAY, "USD", D(26000)) == D("57.69")
        with pytest.raises(Refused):
            prices.price(unit, welder, dollars.id, D(1), DAY, "EUR", D(27000))
