"""Printed order confirmations: deliveries, payments and what is owed."""

from __future__ import annotations

from datetime import date
from decimal import Decimal as D

from desktop_crm.models.company import Company
from desktop_crm.models.document_totals import totals_of
from desktop_crm.models.numbers import format_money
from desktop_crm.models.order import Payment, SalesOrder
from desktop_crm.models.words import amount_in_words
from desktop_crm.printing.order import render_order
from tests.printing import samples
from tests.printing.samples import text


def test_head_sums_and_words() -> None:
    order = samples.order()
    total = totals_of(order).grand_total
    shown = text(render_order(order, samples.company(), prepared_by=samples.user()))
    for words in (
        "XÁC NHẬN ĐƠN HÀNG Số: DH-2026-0107",
        "Ông/Bà Trần Thị Thu Hằng – Trưởng phòng Mua hàng",
        "25/11/2026",
        "BG-2026-0418",
        "08/01/2027",
        "Địa điểm giao hàng: Xưởng 2, KCN Tân Ổn",
        f"Tổng thanh toán {format_money(total)}",
        f"Bằng chữ: {amount_in_words(total)}.",
    ):
        assert words in shown


def test_payments_in_the_order_of_days_and_what_is_owed() -> None:
    order = samples.order()
    owed = totals_of(order).grand_total - D(125000000)
    shown = text(render_order(order, samples.company()))
    first = "26/11/2026 Chuyển khoản FT26330123456 120.000.000"
    assert f"{first} 01/12/2026 Tiền mặt PT-0912 5.000.000" in shown
    assert f"Đã thanh toán 125.000.000 Còn phải thanh toán {format_money(owed)}" in shown
    assert f"Số tiền: {format_money(owed)} ₫" in shown.replace("\u00a0", " ")  # the payment code asks for the rest


def test_what_was_delivered_and_what_is_still_to_come() -> None:
    shown = text(render_order(samples.order(), samples.company()))
    assert f"05/12/2026 {samples.NAMES[0]} Máy 1,5 1" in shown
    assert f"– {samples.NAMES[1]} Bộ 0 2" in shown


def test_a_new_order_has_neither_table() -> None:
    shown = text(render_order(samples.order(payments=[], deliveries=[]), samples.company()))
    assert "Tình hình" not in shown


def test_a_paid_order_asks_for_nothing() -> None:
    order = samples.order()
    order.payments = [Payment(paid_on=date(2026, 12, 1), amount=totals_of(order).grand_total + 1000)]
    shown = text(render_order(order, samples.company()))
    assert "Đã trả thừa 1.000" in shown
    assert "VietQR" not in shown


def test_english_cancelled_and_empty() -> None:
    shown = text(render_order(samples.order(status="cancelled"), samples.company(), "en"))
    for words in ("ORDER CONFIRMATION", "CANCELLED", "Bank transfer", "Still to come", "Owed"):
        assert words in shown
    assert "Không đồng." in text(render_order(SalesOrder(), Company()))


def test_absurd_texts_in_deliveries_and_payments_go_on_on_the_next_page() -> None:
    order = samples.order()
    order.lines[0].name = "N" * 3000
    order.deliveries[0].note = "ghi chú " * 600
    order.payments[0].note = "ghi chú " * 600
    shown = text(render_order(order, samples.company()))
    assert shown.count("N") >= 6000
    assert shown.count("chú") >= 1200
