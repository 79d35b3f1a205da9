"""A staff member with a login of their own does a day's work on a server, and meets no more than their rights."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal as D
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from desktop_crm.app.company import expire_quotes, keep_searches_quick, open_company
from desktop_crm.errors import Conflict, Forbidden, NotFound
from desktop_crm.exchange.commands import import_file
from desktop_crm.models import Comment, Contact, Lead, Opportunity, Organization, Quote, SalesOrder
from desktop_crm.services import (
    documents,
    leads,
    notes,
    number_series,
    orders,
    payments,
    quotes,
    records,
    saved_views,
    users,
)
from desktop_crm.services.accounts import change_self, set_password
from desktop_crm.storage.database import Actor, Database, open_database
from tests.support import rights, sales


@dataclass
class Office:
    """The owner's way into a database, and two staff members' with who they are."""

    owner: Database
    lan: Database
    minh: Database
    lan_is: Actor
    minh_is: Actor
    url: str


def beside(work: Callable[..., Any], *given: Any) -> Any:
    """What the program does beside its window."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(work, *given).result()


@pytest.fixture
def office(postgres_url: str) -> Iterator[Office]:
    owner = open_database(postgres_url)
    names = {stem: rights.own_name(postgres_url, stem) for stem in ("lan", "minh")}
    with owner.writing() as unit:
        people = {stem: rights.add_person(unit.session, name, "staff").id for stem, name in names.items()}
    opened = {stem: beside(open_company, rights.let_in(postgres_url, name))[:2] for stem, name in names.items()}
    assert {stem: actor.id for stem, (_, actor) in opened.items()} == people
    lan, minh = opened["lan"], opened["minh"]
    yield Office(owner, lan[0], minh[0], lan[1], minh[1], postgres_url)
    for database in (owner, lan[0], minh[0]):
        database.close()


def test_from_the_lead_to_the_paid_order(office: Office) -> None:
    with office.lan.writing(office.lan_is) as unit:
        lead = records.create(unit, Lead, {"company": "Cơ khí Ánh Dương", "given_name": "Ánh"})
        notes.add_comment(unit, lead, "Gọi lại")
        notes.set_tags(unit, lead, ["Mới"])
        notes.attach_bytes(unit, lead, "a.txt", b"a")
    with office.lan.writing(office.lan_is) as unit:
        plan = leads.ConversionPlan(create_organization=True, create_contact=True, opportunity={})
        done = leads.convert(unit, lead.id, lead.version, plan)
        opportunity = unit.session.get(Opportunity, done.lead.opportunity_id)
        assert opportunity is not None
        draft = sales.draft(
            unit, sales.line(), opportunity_id=opportunity.id, organization_id=done.lead.organization_id
        )
        quote = documents.save(unit, Quote, None, None, draft)
        quote = quotes.issue(unit, quote.id).quote
        order = orders.approve(unit, orders.order_from_quote(unit, quote.id, quote.version).id)
        payments.add_payment(unit, order.id, unit.today, order.grand_total)
    with office.lan.reading(office.lan_is) as unit:
        assert unit.get(SalesOrder, order.id).owed_total == D(0)
        assert unit.get(Organization, done.lead.organization_id or 0).type == "customer"
        assert unit.session.query(Comment).one().module == "opportunity"
    with office.minh.reading(office.minh_is) as unit, pytest.raises(NotFound):
        unit.get(SalesOrder, order.id)


def test_records_are_deleted_restored_and_erased(office: Office) -> None:
    with office.lan.writing(office.lan_is) as unit:
        keys = [records.create(unit, Contact, {"given_name": name}).id for name in ("An", "Bình")]
    with office.lan.writing(office.lan_is) as unit:
        assert records.delete(unit, Contact, keys) == 2
        assert records.restore(unit, Contact, keys[:1]) == 1
        assert records.erase(unit, Contact, keys[1:]) == 1
    with office.lan.reading(office.lan_is) as unit:
        assert unit.get(Contact, keys[0]).deleted_at is None


def test_what_is_seen_but_not_ones_own_is_forbidden(office: Office) -> None:
    with office.minh.writing(office.minh_is) as unit:
        theirs = records.create(unit, Contact, {"given_name": "An"})
    rights.let_in(office.url, office.lan_is.name, shared=[("contact", theirs.id)])
    with office.lan.reading(office.lan_is) as unit:
        assert unit.get(Contact, theirs.id).title == "An"
    for work in (
        lambda unit: records.save(unit, Contact, theirs.id, theirs.version, {"notes": "x"}),
        lambda unit: records.change_many(unit, Contact, [theirs.id], {"notes": "x"}),
        lambda unit: records.delete(unit, Contact, [theirs.id]),
        lambda unit: notes.attach_bytes(unit, unit.get(Contact, theirs.id), "a", b"a"),
        lambda unit: users.set_active(unit, office.minh_is.id or 0, False),
        lambda unit: number_series.set_pattern(unit, "contact", "X-{0}"),
    ):
        with pytest.raises(Forbidden), office.lan.writing(office.lan_is) as unit:
            work(unit)
    with office.lan.writing(office.lan_is) as unit:
        notes.add_comment(unit, unit.get(Contact, theirs.id), "Đã đọc")
    with office.minh.writing(office.minh_is) as unit:
        assert unit.get(Contact, theirs.id).notes == ""
        records.delete(unit, Contact, [theirs.id])
        assert records.erase(unit, Contact, [theirs.id]) == 1  # with the words of others


def test_staff_give_their_records_to_nobody_and_take_none(office: Office) -> None:
    with office.lan.writing(office.lan_is) as unit:
        contact = records.create(unit, Contact, {"given_name": "An"})
    with pytest.raises(Forbidden), office.lan.writing(office.lan_is) as unit:
        records.save(unit, Contact, contact.id, contact.version, {"owner_id": office.minh_is.id, "notes": "x"})
    with office.lan.reading(office.lan_is) as unit:
        assert unit.get(Contact, contact.id).notes == ""
    with office.minh.reading(office.minh_is) as unit, pytest.raises(NotFound):
        unit.get(Contact, contact.id)
    with pytest.raises((NotFound, Conflict)), office.minh.writing(office.minh_is) as unit:
        records.save(unit, Contact, contact.id, contact.version, {"owner_id": office.minh_is.id})


def test_numbers_go_on_though_others_records_are_hidden(office: Office) -> None:
    numbers = []
    for database, actor in ((office.lan, office.lan_is), (office.minh, office.minh_is)) * 2:
        with database.writing(actor) as unit:
            numbers.append(records.create(unit, Contact, {"given_name": "An"}).number)
    assert numbers == ["LH-00001", "LH-00002", "LH-00003", "LH-00004"]


def test_the_periodic_work_of_the_program_does_what_it_may(office: Office) -> None:
    with office.minh.writing(office.minh_is) as unit:
        quote = quotes.issue(unit, sales.quote(unit, quote_date=unit.today, valid_until=unit.today).id).quote
        quote.valid_until = unit.today - timedelta(days=1)
    for database, status in ((office.lan, "sent"), (office.minh, "expired")):
        beside(expire_quotes, database)
        beside(keep_searches_quick, database)
        with office.owner.reading() as unit:
            assert unit.get(Quote, quote.id).status == status


def test_an_import_goes_in_under_ones_own_name(office: Office, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    assert book.active is not None
    for row in (("Tên khách hàng", "Mã số thuế"), ("A", "0100233488"), ("B", "")):
        book.active.append(row)
    book.save(tmp_path / "a.xlsx")
    counts = import_file(office.lan, office.lan_is, Organization, tmp_path / "a.xlsx")
    assert counts["created"] == 2
    counts = import_file(office.minh, office.minh_is, Organization, tmp_path / "a.xlsx")
    assert counts["created"] == 2  # another one's are not met


def test_ones_own_views_language_and_password(office: Office) -> None:
    with office.lan.writing(office.lan_is) as unit:
        saved_views.add_view(unit, "contact", "Của tôi", {})
        change_self(unit, "en", "", "")
        set_password(unit, users.user_with(unit, office.lan_is.id or 0), "khác rồi")
    with office.minh.reading(office.minh_is) as unit:
        assert saved_views.saved_views(unit, "contact") == []
    with pytest.raises(Forbidden), office.lan.writing(office.lan_is) as unit:
        set_password(unit, users.user_with(unit, office.minh_is.id or 0), "khác rồi")
