"""Quotes and orders as objects give the same totals as their numbers do."""

from __future__ import annotations

from decimal import Decimal as D

import pytest

from desktop_crm.models.document_totals import totals_of
from desktop_crm.models.order import OrderGroup, OrderLine, SalesOrder
from desktop_crm.models.quote import Quote, QuoteGroup, QuoteLine
from desktop_crm.models.totals import DiscountError


def quote_line(quantity: str, price: str, code: str = "VAT8", percent: int | None = 8, **more: object) -> QuoteLine:
    tax_percent = None if percent is None else D(percent)
    return QuoteLine(quantity=D(quantity), unit_price=D(price), tax_code=code, tax_percent=tax_percent, **more)


def test_a_quote_with_groups_discounts_and_four_rates() -> None:
    machines = QuoteGroup(title="Máy", position=0)
    quote = Quote(
        groups=[machines],
        lines=[
            quote_line("2", "385000000", group=machines, discount_percent=D(5)),
            quote_line("1", "24000000", "VAT10", 10, discount_amount=D(400000)),
            quote_line("1", "10000000", "KCT", None),
            quote_line("1", "5000000", "", None),
        ],
        discount_percent=D(2),
        shipping=D(1000000),
        shipping_tax_code="VAT10",
        shipping_tax_percent=D(10),
        adjustment=D(-500),
    )
    totals = totals_of(quote)
    assert [(g.key, g.subtotal) for g in totals.groups] == [(machines, D(731500000)), (None, D(38600000))]
    assert [t.net for t in totals.lines] == [D(731500000), D(23600000), D(10000000), D(5000000)]
    assert [(t.code, t.percent, t.base) for t in totals.taxes] == [
        ("VAT10", D(10), D(24128000)),
        ("VAT8", D(8), D(716870000)),
        ("KCT", None, D(9800000)),
        ("", None, D(4900000)),
    ]
    assert totals.grand_total == D(24128000 + 716870000 + 9800000 + 4900000) + D(2412800 + 57349600) - 500


def test_an_order_in_dollars_counts_cents() -> None:
    group = OrderGroup(title="Parts")
    line = OrderLine(quantity=D(3), unit_price=D("33.335"), tax_code="VAT8", tax_percent=D(8), group=group)
    totals = totals_of(SalesOrder(currency="USD", groups=[group], lines=[line]))
    assert (totals.subtotal, totals.tax_total, totals.grand_total) == (D("100.01"), D("8.00"), D("108.01"))


def test_an_empty_quote_is_worth_nothing() -> None:
    totals = totals_of(Quote())
    assert (totals.grand_total, totals.taxes, totals.groups) == (D(0), (), ())


def test_an_impossible_discount_names_its_line() -> None:
    with pytest.raises(DiscountError) as raised:
        totals_of(Quote(lines=[quote_line("1", "100"), quote_line("1", "100", discount_amount=D(101))]))
    assert raised.value.line == 2
