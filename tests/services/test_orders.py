"""Orders: from quotes, delivered in parts, paid and owed."""

from __future__ import annotations

from datetime import date
from decimal import Decimal as D

import pytest

from desktop_crm.errors import Invalid, NotFound, Refused
from desktop_crm.models import Comment, Opportunity, Organization, Quote, SalesOrder
from desktop_crm.services import deliveries, documents, orders, payments, quotes
from desktop_crm.storage.database import Database, UnitOfWork
from tests.support import sales
from tests.support.sales import DAY, at_work


def approved(unit: UnitOfWork, *lines: documents.LineDraft, **values: object) -> SalesOrder:
    return orders.approve(unit, sales.order(unit, *lines, **values).id)


def test_order_has_everything_of_its_quote(database: Database) -> None:
    with at_work(database) as unit:
        start = sales.full_draft(
            unit, payment_terms="50 – 50", warranty_terms="12 tháng", supply_date=date(2026, 12, 20)
        )
        quote = quotes.issue(unit, documents.save(unit, Quote, None, None, start).id).quote
        order = orders.order_from_quote(unit, quote.id, quote.version)
        assert (order.number, order.status, order.quote_id) == ("DH-2026-0001", "draft", quote.id)
        assert (order.order_date, order.delivery_date) == (DAY, date(2026, 12, 20))
    with at_work(database) as unit:
        quote, order = unit.get(Quote, quote.id), unit.get(SalesOrder, order.id)
        assert quote.status == "accepted"
        for key in ("subtotal", "discount_total", "net_total", "tax_total", "grand_total", "payment_terms"):
            assert getattr(order, key) == getattr(quote, key), key
        assert (order.warranty_terms, order.buyer_name) == (quote.warranty_terms, quote.buyer_name)
        assert (order.paid_total, order.owed_total) == (D(0), quote.grand_total)
        ours, theirs = documents.draft_of(order), documents.draft_of(quote)
        assert [g.title for g in ours.groups] == [g.title for g in theirs.groups]
        for mine, original in zip(order.lines, quote.lines, strict=True):
            for key in ("name", "quantity", "unit_price", "discount_percent", "tax_code", "tax_percent", "amount"):
                assert getattr(mine, key) == getattr(original, key), key
        with pytest.raises(Refused) as caught:
            orders.order_from_quote(unit, quote.id)
        assert "DH-2026-0001" in caught.value.text()
        assert orders.order_from_quote(unit, quote.id, again=True).number == "DH-2026-0002"


def test_draft_quote_is_not_ordered_and_a_cancelled_order_makes_room(local_database: Database) -> None:
    with at_work(local_database) as unit:
        draft = sales.quote(unit)
        with pytest.raises(Refused):
            orders.order_from_quote(unit, draft.id)
        quote = quotes.issue(unit, draft.id).quote
        first = orders.order_from_quote(unit, quote.id)
        orders.cancel(unit, first.id, "Khách đổi ý")
        second = orders.order_from_quote(unit, quote.id)
        assert [order.id for order in orders.orders_of(unit, quote.id)] == [first.id, second.id]


def test_approval_wins_the_opportunity_and_dates_the_purchase(database: Database) -> None:
    with at_work(database) as unit:
        buyer = sales.organization(unit, type="prospect")
        deal = sales.opportunity(unit, organization_id=buyer.id, amount=D(5000000))
        order = approved(unit, organization_id=buyer.id, opportunity_id=deal.id)
        assert order.status == "approved"
    with at_work(database) as unit:
        deal, buyer = unit.get(Opportunity, deal.id), unit.get(Organization, buyer.id)
        assert (deal.stage, deal.probability, deal.closed_on) == ("won", D(100), DAY)
        assert (buyer.last_purchase_on, buyer.type) == (DAY, "customer")
        approved(unit, organization_id=buyer.id, order_date=date(2026, 1, 5))
        assert buyer.last_purchase_on == DAY
        with pytest.raises(Refused):
            orders.approve(unit, order.id)
        loaded = documents.load(unit, SalesOrder, order.id)
        assert loaded.locked
        with pytest.raises(Refused):
            documents.save(unit, SalesOrder, order.id, loaded.version, loaded.draft)
        assert orders.reopen(unit, order.id).is_draft


def test_empty_order_is_not_approved(local_database: Database) -> None:
    with at_work(local_database) as unit:
        order = sales.order(unit, buyer_name="")
        order.lines = []
        with pytest.raises(Invalid) as caught:
            orders.approve(unit, order.id)
        assert {fault.field for fault in caught.value.faults} == {"lines", "buyer_name"}


def test_deliveries_in_parts(database: Database) -> None:
    with at_work(database) as unit:
        order = approved(unit, sales.line("10", "100000", name="Ống"), sales.line("2", "50000", name="Van"))
        pipe, valve = (line.id for line in order.lines)
        deliveries.deliver(unit, order.id, DAY, {pipe: D(4), valve: D(0)}, note="Chuyến 1")
        assert order.status == "delivering"
    with at_work(database) as unit:
        order = unit.get(SalesOrder, order.id)
        assert [line.delivered_quantity for line in order.lines] == [D(4), D(0)]
        with pytest.raises(Invalid) as caught:
            deliveries.deliver(unit, order.id, DAY, {pipe: D("6.5")})
        assert caught.value.faults[0].field == "lines.0.quantity"
        assert "6" in caught.value.text()
        for nothing in ({}, {pipe: D(0)}):
            with pytest.raises(Invalid):
                deliveries.deliver(unit, order.id, DAY, nothing)
        with pytest.raises(Invalid):
            deliveries.deliver(unit, order.id, DAY, {pipe: D(-1)})
        with pytest.raises(NotFound):
            deliveries.deliver(unit, order.id, DAY, {999999: D(1)})
        with pytest.raises(Refused):
            orders.cancel(unit, order.id, "Khách đổi ý")
        assert deliveries.finish(unit, order.id, date(2026, 11, 20)).status == "delivered"
        with pytest.raises(Refused):
            deliveries.finish(unit, order.id, DAY)
    with at_work(database) as unit:
        order = unit.get(SalesOrder, order.id)
        assert [line.delivered_quantity for line in order.lines] == [D(10), D(2)]
        assert [len(delivery.lines) for delivery in order.deliveries] == [1, 2]
        for delivery in list(order.deliveries):
            deliveries.take_back(unit, order.id, delivery.id)
        assert order.status == "approved"
        assert [line.delivered_quantity for line in order.lines] == [D(0), D(0)]
        assert deliveries.start(unit, order.id).status == "delivering"


def test_draft_is_not_delivered(local_database: Database) -> None:
    with at_work(local_database) as unit:
        order = sales.order(unit)
        with pytest.raises(Refused):
            deliveries.deliver(unit, order.id, DAY, {order.lines[0].id: D(1)})


def test_payments_and_what_is_owed(database: Database) -> None:
    with at_work(database) as unit:
        order = approved(unit, due_date=date(2026, 11, 1))
        assert order.grand_total == D(1100000)
        payments.add_payment(unit, order.id, DAY, D(600000), reference=" FT 123 ")
        payments.add_payment(unit, order.id, DAY, D(-100000), "cash", note="Trả lại")
    with at_work(database) as unit:
        order = unit.get(SalesOrder, order.id)
        assert (order.paid_total, order.owed_total) == (D(500000), D(600000))
        first, refund = sorted(order.payments, key=lambda payment: -payment.amount)
        assert first.reference == "FT 123"
        for wrong in (D(0), D(-500001), D("0.5")):
            with pytest.raises(Invalid):
                payments.add_payment(unit, order.id, DAY, wrong)
        with pytest.raises(Refused):
            orders.cancel(unit, order.id, "Hủy")
        [owed] = payments.receivables(unit)
        assert (owed.number, owed.owed_total, owed.days_overdue) == ("DH-2026-0001", D(600000), 15)
        with pytest.raises(NotFound):
            payments.remove_payment(unit, order.id, 999)
        payments.remove_payment(unit, order.id, refund.id)
        assert (order.paid_total, order.owed_total) == (D(600000), D(500000))
        payments.add_payment(unit, order.id, DAY, D(500000))
        assert (order.owed_total, payments.receivables(unit)) == (D(0), [])


def test_payment_that_a_refund_rests_on_stays(local_database: Database) -> None:
    with at_work(local_database) as unit:
        order = approved(unit)
        payments.add_payment(unit, order.id, DAY, D(300000))
        payments.add_payment(unit, order.id, DAY, D(-200000))
        with pytest.raises(Invalid):
            payments.remove_payment(unit, order.id, next(p.id for p in order.payments if p.amount > 0))


def test_refunded_order_can_be_cancelled(database: Database) -> None:
    with at_work(database) as unit:
        order = approved(unit)
        payments.add_payment(unit, order.id, DAY, D(300000))
        payments.add_payment(unit, order.id, DAY, D(-300000))
        with pytest.raises(Invalid):
            orders.cancel(unit, order.id, "")
        orders.cancel(unit, order.id, "Hết hàng")
        assert (order.status, order.owed_total) == ("cancelled", D(0))
        assert "Hết hàng" in unit.session.query(Comment).one().text
        for verb in (orders.approve, deliveries.start):
            with pytest.raises(Refused):
                verb(unit, order.id)
        with pytest.raises(Refused):
            payments.add_payment(unit, order.id, DAY, D(1000))
        with pytest.raises(Refused):
            orders.cancel(unit, order.id, "Hết hàng")
