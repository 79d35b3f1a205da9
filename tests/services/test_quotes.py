"""The life of a quote: issued, approved, revised, decided, expired."""

from __future__ import annotations

from datetime import date
from decimal import Decimal as D

import pytest

from desktop_crm.errors import Conflict, Invalid, Refused
from desktop_crm.models import Comment, Opportunity, Quote
from desktop_crm.services import approvals, documents, limits, orders, quotes, records, stored_settings
from desktop_crm.storage.database import Database, UnitOfWork
from tests.support import sales
from tests.support.sales import DAY, at_work


def issued(unit: UnitOfWork, **values: object) -> Quote:
    return quotes.issue(unit, sales.quote(unit, **values).id).quote


def test_issuing_locks_and_moves_the_opportunity(database: Database) -> None:
    with at_work(database) as unit:
        deal = sales.opportunity(unit)
        draft = sales.quote(unit, sales.line("2", "500000"), opportunity_id=deal.id)
        result = quotes.issue(unit, draft.id, draft.version)
        assert not result.waits
        assert result.warnings == ()
    with at_work(database) as unit:
        quote = unit.get(Quote, draft.id)
        assert (quote.status, quote.issued_at, quote.number) == ("sent", result.quote.issued_at, "BG-2026-0001")
        deal = unit.get(Opportunity, deal.id)
        assert (deal.stage, deal.probability, deal.amount) == ("quote", D(65), D(1000000))
        assert deal.expected_revenue == D(650000)
        with pytest.raises(Refused):
            quotes.issue(unit, quote.id)
        with pytest.raises(Refused):
            records.save(unit, Quote, quote.id, quote.version, {"discount_percent": D(50)})
        records.save(unit, Quote, quote.id, quote.version, {"notes": "Gọi lại thứ hai"})


def test_opportunity_further_on_stays_where_it_is(local_database: Database) -> None:
    with at_work(local_database) as unit:
        deal = sales.opportunity(unit, stage="negotiation", amount=D(7000000))
        issued(unit, opportunity_id=deal.id)
        assert (deal.stage, deal.amount) == ("negotiation", D(7000000))
        unknown = sales.opportunity(unit, stage="negotiation")
        issued(unit, opportunity_id=unknown.id)
        assert (unknown.stage, unknown.amount, unknown.probability) == ("negotiation", D(1000000), D(80))
        assert [step.amount for step in unknown.stage_changes] == [D(0), D(1000000)]


def test_incomplete_quote_is_not_issued(local_database: Database) -> None:
    with at_work(local_database) as unit:
        bare = sales.quote(unit, buyer_name="", valid_until=date(2026, 11, 1))
        with pytest.raises(Invalid) as caught:
            quotes.issue(unit, bare.id)
        assert {fault.field for fault in caught.value.faults} == {"buyer_name", "valid_until"}
        bare.lines = []
        with pytest.raises(Invalid) as caught:
            quotes.issue(unit, bare.id)
        assert "lines" in {fault.field for fault in caught.value.faults}
        assert bare.status == "draft"


def test_rate_that_ended_blocks_and_one_that_will_end_warns(database: Database) -> None:
    reduced = sales.line(tax_code="VAT8")
    with at_work(database) as unit:
        late = sales.quote(unit, reduced, quote_date=date(2027, 1, 4), valid_until=date(2027, 2, 1))
        with pytest.raises(Invalid) as caught:
            quotes.issue(unit, late.id)
        assert [fault.field for fault in caught.value.faults] == ["lines.0.tax_code"]
        in_time = sales.quote(unit, reduced, supply_date=date(2026, 12, 31))
        assert quotes.issue(unit, in_time.id).warnings == ()
        next_year = sales.quote(unit, reduced, sales.line(), supply_date=date(2027, 1, 2))
        result = quotes.issue(unit, next_year.id)
        assert result.quote.status == "sent"
        assert [(warning.field, warning.warning) for warning in result.warnings] == [("supply_date", True)]
        assert "31/12/2026" in result.warnings[0].text()


def test_large_discount_waits_for_approval(database: Database) -> None:
    with at_work(database) as unit:
        waiting = quotes.issue(unit, sales.quote(unit, sales.line(discount_percent=D("20.5"))).id)
        assert waiting.waits
        assert approvals.pending(unit) == [waiting.quote]
        quotes.reopen(unit, waiting.quote.id)
        quotes.issue(unit, waiting.quote.id)
        declined = approvals.decline(unit, waiting.quote.id, "Giảm quá sâu")
        assert declined.status == "draft"
        assert "Giảm quá sâu" in unit.session.query(Comment).one().text
        quotes.issue(unit, declined.id)
        approved = approvals.approve(unit, declined.id)
        assert (approved.status, approvals.pending(unit)) == ("sent", [])
        with pytest.raises(Refused):
            approvals.approve(unit, approved.id)


def test_a_quote_changed_while_it_waits_is_a_draft_again(local_database: Database) -> None:
    with at_work(local_database) as unit:
        quote = quotes.issue(unit, sales.quote(unit, sales.line(discount_percent=D(30))).id).quote
        documents.save(unit, Quote, quote.id, quote.version, sales.draft(unit, sales.line(discount_percent=D(90))))
        assert quote.status == "draft"
        with pytest.raises(Refused):
            approvals.approve(unit, quote.id)


def test_limit_counts_lines_amounts_and_document_together(local_database: Database) -> None:
    with at_work(local_database) as unit:
        assert not quotes.issue(unit, sales.quote(unit, sales.line(), discount_percent=D(20)).id).waits
        odd = sales.quote(unit, sales.line(price="1234568"), discount_percent=D(20))
        assert not quotes.issue(unit, odd.id).waits  # rounded up by less than a đồng
        assert quotes.issue(unit, sales.quote(unit, sales.line(discount_amount=D(200001))).id).waits
        both = sales.quote(unit, sales.line(discount_percent=D(15)), discount_percent=D(10))
        assert quotes.issue(unit, both.id).waits
        stored_settings.put(unit, limits.LIMIT, "40")
        assert not quotes.issue(unit, sales.quote(unit, sales.line(discount_percent=D(40))).id).waits


def test_revisions_follow_each_other(database: Database) -> None:
    with at_work(database) as unit:
        first = quotes.issue(unit, sales.quote(unit, sales.line("3", "700000", discount_percent=D(5))).id).quote
    with at_work(database, date(2026, 12, 1)) as unit:
        second = quotes.revise(unit, first.id, first.version)
        assert (second.number, second.revision, second.status) == ("BG-2026-0001/R2", 2, "draft")
        assert (second.quote_date, second.valid_until) == (date(2026, 12, 1), date(2026, 12, 31))
        assert (second.grand_total, second.buyer_name) == (first.grand_total, first.buyer_name)
        assert [line.amount for line in second.lines] == [D(1995000)]
        assert unit.get(Quote, first.id).status == "superseded"
        with pytest.raises(Refused):
            quotes.revise(unit, first.id)
        with pytest.raises(Refused):
            quotes.revise(unit, second.id)
        third = quotes.revise(unit, quotes.issue(unit, second.id).quote.id)
        assert third.number == "BG-2026-0001/R3"
        assert [q.number for q in quotes.revisions(unit, second)] == [
            "BG-2026-0001",
            "BG-2026-0001/R2",
            "BG-2026-0001/R3",
        ]
        assert sales.quote(unit).number == "BG-2026-0002"


def test_revision_keeps_groups(database: Database) -> None:
    from desktop_crm.services import documents

    with at_work(database) as unit:
        saved = documents.save(unit, Quote, None, None, sales.full_draft(unit))
        new = quotes.revise(unit, quotes.issue(unit, saved.id).quote.id)
        old = documents.load(unit, Quote, saved.id)
        copy = documents.load(unit, Quote, new.id)
        assert [(g.title) for g in copy.draft.groups] == [g.title for g in old.draft.groups]
        assert [(x.name, x.group, x.unit_price) for x in copy.draft.lines] == [
            (x.name, x.group, x.unit_price) for x in old.draft.lines
        ]
        assert copy.totals.grand_total == old.totals.grand_total
        assert {x.id for x in copy.draft.lines}.isdisjoint({x.id for x in old.draft.lines})


def test_customer_decides(database: Database) -> None:
    with at_work(database) as unit:
        reviewed = quotes.mark_reviewed(unit, issued(unit).id)
        assert quotes.accept(unit, reviewed.id).decided_at == unit.now
        other = issued(unit)
        with pytest.raises(Invalid):
            quotes.refuse(unit, other.id, "  ")
        assert quotes.refuse(unit, other.id, "Giá cao").refusal_reason == "Giá cao"
        for decided in (reviewed, other):
            with pytest.raises(Refused):
                quotes.accept(unit, decided.id)
        with pytest.raises(Refused):
            quotes.accept(unit, sales.quote(unit).id)
        with pytest.raises(Conflict):
            quotes.revise(unit, other.id, other.version + 1)


def test_quotes_expire_the_day_after_their_last(database: Database) -> None:
    with at_work(database) as unit:
        short = issued(unit, valid_until=date(2026, 11, 20))
        long = issued(unit, valid_until=date(2026, 11, 21))
        draft = sales.quote(unit, valid_until=date(2026, 11, 20))
        accepted = quotes.accept(unit, issued(unit, valid_until=date(2026, 11, 20)).id)
    with at_work(database, date(2026, 11, 20)) as unit:
        assert quotes.expire_overdue(unit) == 0
    with at_work(database, date(2026, 11, 21)) as unit:
        assert quotes.expire_overdue(unit) == 1
        assert quotes.expire_overdue(unit) == 0
    with at_work(database) as unit:
        statuses = [unit.get(Quote, q.id).status for q in (short, long, draft, accepted)]
        assert statuses == ["expired", "sent", "draft", "accepted"]
        with pytest.raises(Refused):
            orders.order_from_quote(unit, short.id)
        assert quotes.revise(unit, short.id).status == "draft"


def test_ordered_quote_is_not_revised_and_a_copy_is_a_quote_of_its_own(local_database: Database) -> None:
    with at_work(local_database) as unit:
        quote = issued(unit)
        orders.order_from_quote(unit, quote.id)
        with pytest.raises(Refused):
            quotes.revise(unit, quote.id)
        copy = quotes.duplicate(unit, quote.id)
        assert (copy.number, copy.status, copy.revision, copy.revises_id) == ("BG-2026-0002", "draft", 0, None)
        assert (copy.grand_total, copy.issued_at) == (quote.grand_total, None)


def test_margin_counts_what_has_a_cost(local_database: Database) -> None:
    from desktop_crm.services.documents import line_for_product

    with at_work(local_database) as unit:
        welder = sales.product(unit, cost_price=D(1100000))
        sold = line_for_product(unit, welder.id, None, D(2), DAY)
        margin = quotes.margin(unit, sales.quote(unit, sold, sales.line(), discount_percent=D(10)))
        assert (margin.revenue, margin.cost, margin.unknown) == (D(2700000), D(2200000), 1)
        assert (margin.amount, margin.percent) == (D(500000), D("18.52"))
        assert quotes.margin(unit, sales.quote(unit)).percent is None


def test_an_ended_rate_on_shipping_blocks_issuing_as_on_a_line(local_database: Database) -> None:
    with at_work(local_database) as unit:
        day, until = date(2027, 1, 2), date(2027, 1, 31)
        quote = sales.quote(unit, quote_date=day, valid_until=until, shipping=D(1000), shipping_tax_code="VAT8")
        with pytest.raises(Invalid) as caught:
            quotes.issue(unit, quote.id)
        assert [fault.field for fault in caught.value.faults] == ["shipping_tax_code"]
        with pytest.raises(Invalid):
            records.save(unit, Quote, quote.id, quote.version, {"exchange_rate": D(0)})
