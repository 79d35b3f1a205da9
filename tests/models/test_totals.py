"""Totals of documents: by hand on known cases, and their laws on generated ones."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal as D

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from desktop_crm.models.numbers import round_half_up
from desktop_crm.models.totals import DiscountError, DocumentInput, LineInput, Tax, Totals, compute

VAT10, VAT8, VAT5 = Tax("VAT10", D(10)), Tax("VAT8", D(8)), Tax("VAT5", D(5))
VAT0, KCT = Tax("VAT0", D(0)), Tax("KCT", None)


def line(quantity: str, price: str, tax: Tax | None = VAT8, **more: object) -> LineInput:
    return LineInput(D(quantity), D(price), tax=tax, **more)  # type: ignore[arg-type]


def test_a_plain_document() -> None:
    totals = compute(DocumentInput([line("2", "1500000"), line("1", "333333", VAT10)]))
    assert totals.subtotal == totals.net == D(3333333)
    assert [(t.code, t.base, t.tax) for t in totals.taxes] == [
        ("VAT10", D(333333), D(33333)),
        ("VAT8", D(3000000), D(240000)),
    ]
    assert totals.tax_total == D(273333)
    assert totals.grand_total == D(3606666)


def test_every_part_at_once() -> None:
    document = DocumentInput(
        lines=[
            line("3", "100000", VAT10, discount_percent=D(10), group_key="A"),
            line("1.5", "200000", VAT8, discount_amount=D(50000), group_key="B"),
            line("1", "1000000", KCT, group_key="A"),
            line("1", "999999", VAT8, group_key="B", optional=True),
        ],
        discount_percent=D(5),
        shipping=D(30000),
        shipping_tax=VAT8,
        adjustment=D(-1),
    )
    totals = compute(document)
    assert totals.subtotal == D(1600000)
    assert totals.line_discount_total == D(80000)
    assert totals.document_discount == D(76000)
    assert totals.discount_total == D(156000)
    assert totals.net == D(1474000)
    assert [(t.code, t.percent, t.base, t.tax) for t in totals.taxes] == [
        ("VAT10", D(10), D(256500), D(25650)),
        ("VAT8", D(8), D(267500), D(21400)),
        ("KCT", None, D(950000), D(0)),
    ]
    assert totals.grand_total == D(1474000) + D(47050) - 1
    assert [(g.key, g.subtotal) for g in totals.groups] == [("A", D(1270000)), ("B", D(250000))]
    assert (totals.lines[3].net, totals.lines[3].taxable) == (D(999999), D(0))


def test_vat_is_rounded_once_per_rate() -> None:
    totals = compute(DocumentInput([line("1", "6")] * 3))
    assert totals.tax_total == D(1)  # 18 × 8 % = 1.44; line by line it would have been 0


def test_discounts_spread_to_the_last_unit() -> None:
    totals = compute(DocumentInput([line("1", "100")] * 3, discount_amount=D(100)))
    assert sorted(t.document_discount for t in totals.lines) == [D(33), D(33), D(34)]
    in_cents = compute(DocumentInput([line("1", "0.10")] * 3, decimals=2, discount_amount=D("0.10")))
    assert [t.document_discount for t in in_cents.lines] == [D("0.04"), D("0.03"), D("0.03")]


def test_zero_percent_is_not_free_of_tax() -> None:
    totals = compute(DocumentInput([line("1", "5", KCT), line("1", "7", VAT0), line("1", "9", None)]))
    assert [(t.code, t.percent, t.base) for t in totals.taxes] == [
        ("VAT0", D(0), D(7)),
        ("KCT", None, D(5)),
        ("", None, D(9)),
    ]


def test_returns_take_their_discount_back() -> None:
    totals = compute(DocumentInput([line("-2", "1000", discount_amount=D(100))], discount_percent=D(10)))
    assert (totals.lines[0].net, totals.document_discount) == (D(-1900), D(-190))
    assert totals.grand_total == D(-1710) + D(-137)  # 136.8 rounds away from zero


def test_an_empty_document_is_zero() -> None:
    totals = compute(DocumentInput([]))
    assert (totals.grand_total, totals.taxes, totals.groups) == (D(0), (), ())


def test_amounts_beyond_28_digits_stay_exact() -> None:
    totals = compute(DocumentInput([line("99999999999999.9999", "99999999999999.9999", KCT)], decimals=4))
    assert totals.subtotal == D("9999999999999999980000000000")


@pytest.mark.parametrize(
    "more",
    [
        {"discount_percent": D("100.1")},
        {"discount_amount": D(1001)},
        {"discount_percent": D(-1)},
        {"discount_amount": D(-1)},
    ],
)
def test_an_impossible_discount_names_its_line(more: dict[str, D]) -> None:
    with pytest.raises(DiscountError, match="Line 2") as caught:
        compute(DocumentInput([line("1", "1000"), line("1", "1000", **more)]))
    assert caught.value.line == 2


def test_an_impossible_discount_of_the_document() -> None:
    with pytest.raises(ValueError, match="document") as caught:
        compute(DocumentInput([line("1", "1000")], discount_amount=D(1001)))
    assert isinstance(caught.value, DiscountError)
    assert caught.value.line == 0


def test_a_full_discount_leaves_nothing() -> None:
    totals = compute(DocumentInput([line("1", "7"), line("1", "8", VAT10)], discount_percent=D(100)))
    assert (totals.net, totals.grand_total) == (D(0), D(0))


PERCENTS = st.decimals(0, 100, places=2)
LINES = st.builds(
    LineInput,
    quantity=st.decimals(-999, 9999, places=3),
    unit_price=st.decimals(0, 10**9, places=2),
    discount_percent=PERCENTS,
    tax=st.sampled_from([VAT10, VAT8, VAT5, VAT0, KCT, None]),
    group_key=st.sampled_from([None, 1, 2]),
    optional=st.booleans(),
)
DOCUMENTS = st.builds(
    DocumentInput,
    lines=st.lists(LINES, max_size=8),
    decimals=st.sampled_from([0, 2]),
    discount_percent=PERCENTS,
    shipping=st.decimals(0, 10**7, places=2),
    shipping_tax=st.sampled_from([VAT8, KCT, None]),
    adjustment=st.decimals(-(10**6), 10**6, places=2),
)


@given(DOCUMENTS)
def test_sums_agree(document: DocumentInput) -> None:
    totals = compute(document)
    counted = [t for x, t in zip(document.lines, totals.lines, strict=True) if not x.optional]
    assert sum(t.gross for t in counted) == totals.subtotal
    assert sum(t.document_discount for t in totals.lines) == totals.document_discount
    assert sum(t.base for t in totals.taxes) == totals.net
    assert sum(t.tax for t in totals.taxes) == totals.tax_total
    assert sum(g.subtotal for g in totals.groups) == totals.subtotal - totals.line_discount_total
    assert totals.subtotal - totals.discount_total + totals.shipping == totals.net
    assert totals.net + totals.tax_total + totals.adjustment == totals.grand_total


@given(DOCUMENTS)
def test_each_tax_is_its_base_times_its_rate_in_whole_units(document: DocumentInput) -> None:
    totals = compute(document)
    for tax in totals.taxes:
        assert tax.tax == round_half_up(tax.base * (tax.percent or 0) / 100, document.decimals)
    for value in (totals.subtotal, totals.net, totals.grand_total, *(t.taxable for t in totals.lines)):
        assert value == round_half_up(value, document.decimals)


def sums(totals: Totals) -> tuple[object, ...]:
    return (totals.subtotal, totals.net, totals.taxes, totals.grand_total, totals.document_discount)


@given(DOCUMENTS, st.randoms(use_true_random=False))
def test_the_order_of_lines_changes_no_sum(document: DocumentInput, random: object) -> None:
    shuffled = list(document.lines)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert sums(compute(replace(document, lines=shuffled))) == sums(compute(document))


@given(DOCUMENTS, st.integers(0, 100))
def test_an_amount_spreads_exactly(document: DocumentInput, part: int) -> None:
    net = compute(replace(document, discount_percent=D(0))).net - round_half_up(document.shipping, document.decimals)
    amount = round_half_up(abs(net) * part / 100, document.decimals)
    assume(amount)
    totals = compute(replace(document, discount_amount=amount))
    assert abs(totals.document_discount) == amount
    assert sum(t.document_discount for t in totals.lines) == totals.document_discount
