"""What happens to every record before it is stored, and which fields are locked."""

from __future__ import annotations

from decimal import Decimal as D

import pytest

from desktop_crm.errors import Invalid, Refused
from desktop_crm.models import RECORDS, Contact, Contract, Lead, Organization, Quote, SalesOrder
from desktop_crm.models.fields import Kind, fields_of
from desktop_crm.services import hooks, locks, orders, quotes, records
from desktop_crm.storage.database import Database
from tests.support import sales
from tests.support.sales import DAY, at_work


def test_texts_are_stored_in_one_form(local_database: Database) -> None:
    with at_work(local_database) as unit:
        company = sales.organization(
            unit,
            "  Công ty   Hòa\u200b Bình ",
            phone="(024) 3825-1234",
            tax_code="0314409058 002",
            email="MAI@Example.VN",
            bank_accounts=[{"account_number": " 001 100 ", "bank": "Viê\u0323t Bank"}],
        )
        assert company.name == "Công ty Hòa Bình"
        assert (company.phone, company.tax_code) == ("+842438251234", "0314409058-002")
        assert company.email == "MAI@example.vn"
        assert (company.bank_accounts[0].account_number, company.bank_accounts[0].bank) == ("001 100", "Việt Bank")


def test_what_cannot_be_read_stays_as_typed_and_is_refused(local_database: Database) -> None:
    with at_work(local_database) as unit:
        with pytest.raises(Invalid) as caught:
            records.create(unit, Contact, {"given_name": "An", "mobile": "gọi sau", "email": "không có"})
        assert {fault.field for fault in caught.value.faults} == {"mobile", "email"}


def test_fields_left_alone_are_not_tidied(local_database: Database) -> None:
    with at_work(local_database) as unit:
        company = sales.organization(unit)
        company.website = " as imported "
        hooks.tidy(company, {"name"})
        assert company.website == " as imported "
        company.website = ""


def test_changing_the_head_in_a_form_recomputes_the_totals(database: Database) -> None:
    with at_work(database) as unit:
        quote = sales.quote(unit)
        records.save(unit, Quote, quote.id, quote.version, {"discount_percent": D(10), "adjustment": D(-1000)})
        assert (quote.discount_total, quote.net_total) == (D(100000), D(900000))
        assert (quote.tax_total, quote.grand_total) == (D(90000), D(989000))
        order = sales.order(unit)
        records.save(unit, SalesOrder, order.id, order.version, {"shipping": D(50000), "shipping_tax_code": "VAT10"})
        assert order.grand_total == order.owed_total == D(1155000)
    with pytest.raises(Invalid), at_work(database) as unit:
        records.save(unit, Quote, quote.id, quote.version, {"discount_amount": D(99000000)})


def test_nothing_is_locked_at_first(local_database: Database) -> None:
    with at_work(local_database) as unit:
        fresh = [sales.quote(unit), sales.order(unit), sales.organization(unit), Contract(), Lead()]
        assert [locks.locked_fields(record) for record in fresh] == [None] * 5
        assert [locks.locked_reason(record) for record in fresh] == [None] * 5


def test_locked_fields_of_issued_documents(local_database: Database) -> None:
    with at_work(local_database) as unit:
        quote = quotes.issue(unit, sales.quote(unit).id).quote
        order = orders.approve(unit, orders.order_from_quote(unit, quote.id).id)
        for document, free in ((quote, {"opportunity_id"}), (order, {"opportunity_id", "delivery_date", "due_date"})):
            locked = locks.locked_fields(document)
            assert locked is not None
            assert {"buyer_name", "discount_percent", "currency", "terms"} <= locked
            assert not locked & (free | {"notes", "owner_id", "team_id"})
            assert locks.locked_reason(document)
        locks.refuse_locked(order, {"due_date", "notes"})
        records.save(unit, SalesOrder, order.id, order.version, {"due_date": DAY})
        with pytest.raises(Refused):
            locks.refuse_locked(order, {"notes", "currency"})
        with pytest.raises(Refused):
            locks.refuse_locked(quote, {"custom.size"})


def test_every_free_field_exists() -> None:
    known = {key for entity in RECORDS for key in fields_of(entity)}
    assert known >= locks.QUOTE_FREE | locks.ORDER_FREE | locks.CONTRACT_FREE


@pytest.mark.parametrize(
    ("kind", "typed", "stored"),
    [
        (Kind.TEXT, " a  b ", "a b"),
        (Kind.LONG_TEXT, "a \n\n b  c \n", "a\n\nb c"),
        (Kind.PHONE, "0912.345.678", "+84912345678"),
        (Kind.PHONE, "hỏi  lễ tân", "hỏi lễ tân"),
        (Kind.TAX_CODE, "MST: 0100233488", "0100233488"),
        (Kind.CHOICE, " x ", " x "),
    ],
)
def test_forms(kind: Kind, typed: str, stored: str) -> None:
    assert hooks.tidy_text(kind, typed) == stored


def test_organization_keeps_its_version_when_nothing_changes(local_database: Database) -> None:
    with at_work(local_database) as unit:
        company = sales.organization(unit)
    with at_work(local_database) as unit:
        records.save(unit, Organization, company.id, 1, {"name": " Công ty TNHH An Bình "})
    assert unit.changes == ()
