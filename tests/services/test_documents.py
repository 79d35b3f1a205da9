"""Quotes and orders as the editor works with them: what is stored is what was on the screen."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal as D

import pytest

from desktop_crm.errors import Conflict, Invalid, NotFound, Refused
from desktop_crm.models import Company, PriceBook, Quote, QuoteGroup, QuoteLine, SalesOrder
from desktop_crm.models.document_totals import totals_of
from desktop_crm.services import documents, prices, quotes
from desktop_crm.services.drafts import LineDraft, tax_rates
from desktop_crm.storage.database import Database
from tests.support import sales
from tests.support.sales import DAY, at_work


def test_totals_on_the_screen_are_those_stored_and_printed(database: Database) -> None:
    with at_work(database) as unit:
        draft = sales.full_draft(unit)
        shown = documents.compute(draft, tax_rates(unit))
        saved = documents.save(unit, Quote, None, None, draft)
    with database.reading() as unit:
        quote = unit.get(Quote, saved.id)
        assert quote.number == "BG-2026-0001"
        assert quote.subtotal == shown.subtotal == D(4500000 + 1599998 + 500000 + 100000)
        assert quote.discount_total == shown.discount_total == shown.line_discount_total + shown.document_discount
        assert quote.net_total == shown.net
        assert quote.tax_total == shown.tax_total == sum(tax.tax for tax in shown.taxes)
        assert quote.grand_total == shown.grand_total == quote.net_total + quote.tax_total
        assert totals_of(quote).grand_total == quote.grand_total
        loaded = documents.load(unit, Quote, quote.id)
        assert loaded.totals.grand_total == shown.grand_total
        assert {tax.code for tax in loaded.totals.taxes} == {"VAT10", "VAT8", "KCT", ""}


def test_loaded_draft_is_saved_draft_and_lines_keep_their_ids(database: Database) -> None:
    with at_work(database) as unit:
        saved = documents.save(unit, Quote, None, None, sales.full_draft(unit))
    with at_work(database) as unit:
        first = documents.load(unit, Quote, saved.id)
        assert [line.group for line in first.draft.lines] == [None, 0, 0, 1]
        assert [group.title for group in first.draft.groups] == ["Máy móc", "Phụ kiện"]
        lines = first.draft.lines
        changed = replace(first.draft, lines=(lines[2], lines[0], sales.line(name="Vận hành thử"), lines[1]))
        documents.save(unit, Quote, first.id, first.version, changed)
    with database.reading() as unit:
        second = documents.load(unit, Quote, saved.id)
        assert second.version == first.version + 1
        assert [line.id for line in second.draft.lines[:2]] == [lines[0].id, second.draft.lines[1].id]
        assert {line.id for line in second.draft.lines} >= {lines[0].id, lines[1].id, lines[2].id}
        assert lines[3].id not in {line.id for line in second.draft.lines}
        assert unit.session.get(QuoteLine, lines[3].id) is None
        assert second.draft.groups == first.draft.groups


def test_group_can_be_taken_out_while_its_lines_stay(database: Database) -> None:
    with at_work(database) as unit:
        saved = documents.save(unit, Quote, None, None, sales.full_draft(unit))
        loaded = documents.load(unit, Quote, saved.id)
    with at_work(database) as unit:
        loose = tuple(replace(line, group=None) for line in loaded.draft.lines)
        documents.save(unit, Quote, loaded.id, loaded.version, replace(loaded.draft, groups=(), lines=loose))
    with database.reading() as unit:
        again = documents.load(unit, Quote, saved.id)
        assert {line.id for line in again.draft.lines} == {line.id for line in loaded.draft.lines}
        assert unit.session.query(QuoteGroup).count() == 0
        assert again.totals.grand_total == loaded.totals.grand_total


def test_saving_an_unchanged_draft_makes_no_new_version(database: Database) -> None:
    with at_work(database) as unit:
        saved = documents.save(unit, Quote, None, None, sales.full_draft(unit))
    with at_work(database) as unit:
        loaded = documents.load(unit, Quote, saved.id)
        documents.save(unit, Quote, loaded.id, loaded.version, loaded.draft)
    assert unit.changes == ()
    assert sales.reload(database, Quote, saved.id).version == loaded.version


def test_changing_only_a_line_is_a_change_of_the_document(database: Database) -> None:
    with at_work(database) as unit:
        quote = sales.quote(unit)
    with at_work(database) as unit:
        loaded = documents.load(unit, Quote, quote.id)
        line = replace(loaded.draft.lines[0], name="Đổi tên")
        documents.save(unit, Quote, loaded.id, loaded.version, replace(loaded.draft, lines=(line,)))
    assert [(c.module, c.record_id, c.version) for c in unit.changes] == [("quote", quote.id, 2)]
    with at_work(database) as unit, pytest.raises(Conflict):
        documents.save(unit, Quote, loaded.id, loaded.version, loaded.draft)


def test_issued_document_is_refused(database: Database) -> None:
    with at_work(database) as unit:
        quote = sales.quote(unit)
        quotes.issue(unit, quote.id)
    with at_work(database) as unit:
        loaded = documents.load(unit, Quote, quote.id)
        assert loaded.locked
        with pytest.raises(Refused):
            documents.save(unit, Quote, loaded.id, loaded.version, loaded.draft)


@pytest.mark.parametrize(
    ("line", "field"),
    [
        (sales.line(discount_percent=D(101)), "lines.0.discount_percent"),
        (sales.line(discount_amount=D(2000000)), "lines.0.discount_percent"),
        (sales.line(name=" "), "lines.0.name"),
        (sales.line(price="-1"), "lines.0.unit_price"),
        (sales.line(quantity="1.00001"), "lines.0.quantity"),
        (sales.line(tax_code="VAT77"), "lines.0.tax_code"),
    ],
)
def test_impossible_line_is_named(local_database: Database, line: LineDraft, field: str) -> None:
    with pytest.raises(Invalid) as caught, at_work(local_database) as unit:
        sales.quote(unit, line)
    assert field in [fault.field for fault in caught.value.faults]
    assert all(fault.text() for fault in caught.value.faults)
    with local_database.reading() as unit:
        assert unit.session.query(Quote).count() == 0


def test_head_without_date_is_refused_and_computed_field_cannot_be_set(local_database: Database) -> None:
    with at_work(local_database) as unit:
        draft = sales.draft(unit)
        with pytest.raises(Invalid) as caught:
            documents.save(unit, Quote, None, None, replace(draft, values={**draft.values, "quote_date": None}))
        assert [fault.field for fault in caught.value.faults] == ["quote_date"]
        with pytest.raises(ValueError, match="status"):
            documents.save(unit, Quote, None, None, replace(draft, values={**draft.values, "status": "accepted"}))


def test_new_draft_takes_the_defaults_of_company_and_customer(database: Database) -> None:
    with at_work(database) as unit:
        company = unit.session.query(Company).one()
        company.quote_terms, company.quote_valid_days, company.delivery_terms = "Giá đã gồm VAT", 15, "Tại kho bên mua"
        book = PriceBook(name="Đại lý", currency="USD")
        unit.session.add(book)
        unit.session.flush()
        buyer = sales.organization(
            unit, tax_code="0100233488", billing_address="12 Lê Lợi", price_book_id=book.id, payment_terms="30 ngày"
        )
        person = sales.contact(unit, organization_id=buyer.id, job_title="Giám đốc", mobile="0912345678")
        deal = sales.opportunity(unit, organization_id=buyer.id, contact_id=person.id)
        values = documents.new_draft(unit, Quote, opportunity_id=deal.id).values
        assert values["valid_until"] == date(2026, 12, 1)
        assert (values["terms"], values["delivery_terms"]) == ("Giá đã gồm VAT", "Tại kho bên mua")
        assert (values["price_book_id"], values["currency"]) == (book.id, "USD")
        assert values["payment_terms"] == "30 ngày"
        assert (values["buyer_name"], values["buyer_tax_code"]) == ("Công ty TNHH An Bình", "0100233488")
        assert (values["buyer_address"], values["buyer_phone"]) == ("12 Lê Lợi", "+84912345678")
        assert (values["recipient"], values["recipient_title"]) == ("Nguyễn Văn An", "Giám đốc")
        assert (values["subject"], values["owner_id"]) == ("Máy hàn cho xưởng mới", 1)
        order = documents.new_draft(unit, SalesOrder, buyer.id).values
        assert (order["order_date"], order["delivery_address"]) == (DAY, "")


def test_empty_buyer_is_filled_from_the_organization_or_the_person(database: Database) -> None:
    with at_work(database) as unit:
        buyer = sales.organization(unit, address="Số 1", ward="Phường 2", province="Hà Nội")
        person = sales.contact(unit, mobile="0987654321", email="an@example.vn")
        first = sales.quote(unit, buyer_name="", organization_id=buyer.id)
        second = sales.quote(unit, buyer_name="", contact_id=person.id)
        assert (first.buyer_name, first.buyer_address) == ("Công ty TNHH An Bình", "Số 1, Phường 2, Hà Nội")
        assert (second.buyer_name, second.buyer_email) == ("Nguyễn Văn An", "an@example.vn")


def test_line_for_product_has_price_and_tax_of_the_day(database: Database) -> None:
    with at_work(database) as unit:
        welder = sales.product(unit)
        book = prices.default_price_book(unit)
        assert book is not None
        prices.add_price(unit, book.id, welder.id, D(10), DAY, D(1400000))
        one = documents.line_for_product(unit, welder.id, book.id, D(1), DAY)
        ten = documents.line_for_product(unit, welder.id, book.id, D(10), DAY)
        later = documents.line_for_product(unit, welder.id, book.id, D(1), date(2027, 1, 1))
        assert (one.code, one.unit, one.unit_price, one.tax_code) == ("MH-200", "cái", D(1500000), "VAT8")
        assert ten.unit_price == D(1400000)
        assert later.tax_code == "VAT10"  # the reduction ended with 2026
        with pytest.raises(NotFound):
            documents.line_for_product(unit, 999, book.id, D(1), DAY)


def test_products_are_found_by_code_first_then_by_words(database: Database) -> None:
    with at_work(database) as unit:
        sales.product(unit, "HAN-1", name="Que thép")
        sales.product(unit, "MH-2", name="Máy hàn điện tử")
        sales.product(unit, "MH-3", name="Máy cắt", discontinued=True)
        sales.product(unit, "MH-4", name="Máy cắt", sold_from=date(2027, 1, 1))
        found = documents.find_products(unit, "han")
        assert [choice.code for choice in found] == ["HAN-1", "MH-2"]
        assert [choice.code for choice in documents.find_products(unit, "điện máy")] == ["MH-2"]
        assert [choice.code for choice in documents.find_products(unit, "mh")] == ["MH-2"]
        assert [choice.code for choice in documents.find_products(unit, "", 1)] == ["HAN-1"]
        assert documents.find_products(unit, "%") == []


def test_document_in_dollars_has_cents(database: Database) -> None:
    with at_work(database) as unit:
        line = sales.line("3", "10.555", tax_code="VAT10")
        quote = sales.quote(unit, line, currency="USD", exchange_rate=D("25450.5"))
        assert (quote.subtotal, quote.tax_total, quote.grand_total) == (D("31.67"), D("3.17"), D("34.84"))
    assert sales.reload(database, Quote, quote.id).exchange_rate == D("25450.5")
