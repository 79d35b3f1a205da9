"""What may go to the recycle bin, what cannot be done to a record in it, and what its absence means to others."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from desktop_crm.errors import Refused
from desktop_crm.exchange.undoing import undo_import
from desktop_crm.models import Contract, ImportBatch, ImportedRow, Organization, Quote, Record, SalesOrder
from desktop_crm.services import contracts, notes, opportunities, orders, payments, quotes, records
from desktop_crm.services.reading import open_record
from desktop_crm.storage.database import Database, UnitOfWork
from tests.support import sales
from tests.support.sales import DAY, at_work


def issued(unit: UnitOfWork) -> Record:
    return quotes.issue(unit, sales.quote(unit).id).quote


def approved(unit: UnitOfWork) -> Record:
    return orders.approve(unit, sales.order(unit).id)


def prepaid(unit: UnitOfWork) -> Record:
    return payments.add_payment(unit, sales.order(unit).id, DAY, Decimal(1000))


def signed(unit: UnitOfWork) -> Record:
    contract = contracts.contract_from_order(unit, approved(unit).id)
    contract.signed_on = DAY
    return contracts.set_status(unit, contract.id, "in_force")


@pytest.mark.parametrize("make", [issued, approved, prepaid, signed])
def test_documents_that_bind_are_kept(database: Database, make: Callable[[UnitOfWork], Record]) -> None:
    with at_work(database) as unit:
        record = make(unit)
    with pytest.raises(Refused) as caught, at_work(database) as unit:
        records.delete(unit, type(record), [record.id])
    assert record.number in caught.value.text()
    assert sales.reload(database, type(record), record.id).deleted_at is None


def test_drafts_and_cancelled_orders_are_deleted(database: Database) -> None:
    with at_work(database) as unit:
        cancelled = orders.cancel(unit, sales.order(unit).id, "Khách đổi ý")
        draft = contracts.contract_from_order(unit, sales.order(unit).id)
        assert records.delete(unit, Quote, [sales.quote(unit).id]) == 1
        assert records.delete(unit, Contract, [draft.id]) == 1
        assert records.delete(unit, SalesOrder, [cancelled.id]) == 1


def test_nothing_is_done_to_a_record_in_the_bin(database: Database) -> None:
    with at_work(database) as unit:
        quote = sales.quote(unit)
        records.delete(unit, Quote, [quote.id])
    tries: tuple[Callable[[UnitOfWork], object], ...] = (
        lambda unit: quotes.issue(unit, quote.id),
        lambda unit: records.save(unit, Quote, quote.id, quote.version, {"subject": "x"}),
        lambda unit: records.change_many(unit, Quote, [quote.id], {"subject": "x"}),
        lambda unit: notes.add_tags(unit, Quote, [quote.id], ["gấp"]),
    )
    for attempt in tries:
        with pytest.raises(Refused, match="thùng rác"), at_work(database) as unit:
            attempt(unit)
    with at_work(database) as unit:
        records.restore(unit, Quote, [quote.id])
        assert quotes.issue(unit, quote.id).quote.status == "sent"


def test_a_customer_and_a_deal_in_the_bin_do_not_stop_their_documents(database: Database) -> None:
    with at_work(database) as unit:
        customer, deal = sales.organization(unit), sales.opportunity(unit)
        quote = sales.quote(unit, organization_id=customer.id, opportunity_id=deal.id)
        records.delete(unit, Organization, [customer.id])
        records.delete(unit, type(deal), [deal.id])
        order = orders.order_from_quote(unit, quotes.issue(unit, quote.id).quote.id)
        assert orders.approve(unit, order.id).buyer_name == "Công ty TNHH An Bình"
        assert deal.stage == opportunities.stages(unit)[0].code


def test_a_revision_that_was_thrown_away_does_not_block_the_next_one(database: Database) -> None:
    with at_work(database) as unit:
        first = quotes.issue(unit, sales.quote(unit).id).quote
        second = quotes.revise(unit, first.id)
        assert first.status == "superseded"
        records.delete(unit, Quote, [second.id])
        assert first.status == "sent"
        records.restore(unit, Quote, [second.id])
        assert first.status == "superseded"
        records.delete(unit, Quote, [second.id])
        third = quotes.revise(unit, first.id)
        assert third.number == "BG-2026-0001/R3"
        assert quotes.revisions(unit, first) == [first, third]


def erased(database: Database) -> int:
    """The id of an organization that was changed, remarked on and erased."""
    with at_work(database) as unit:
        gone = sales.organization(unit, "Công ty Cũ")
        notes.add_comment(unit, gone, "Chỉ nói về công ty cũ")
    with at_work(database) as unit:
        unit.get(Organization, gone.id).name = "Công ty Rất Cũ"
        records.delete(unit, Organization, [gone.id])
    with at_work(database) as unit:
        records.erase(unit, Organization, [gone.id])
    return gone.id


def test_an_id_is_not_given_again(database: Database) -> None:
    gone = erased(database)
    with at_work(database) as unit:
        assert sales.organization(unit, "Công ty Mới").id > gone


def test_an_id_that_an_earlier_program_gave_again_brings_no_history_of_the_erased_record(database: Database) -> None:
    gone = erased(database)
    with at_work(database) as unit:
        new = Organization(id=gone, number="TC-CU", name="Công ty Mới")
        unit.session.add(new)
    with at_work(database) as unit:
        unit.get(Organization, new.id).short_name = "Mới"
    with database.reading() as unit:
        view = open_record(unit, Organization, new.id)
    assert [one.action for one in view.timeline] == ["changed", "created"]
    assert view.version == 2


def test_a_record_erased_and_made_anew_in_one_unit_of_work_has_its_own_history(local_database: Database) -> None:
    with at_work(local_database) as unit:
        gone = sales.organization(unit, "Công ty Cũ")
        records.delete(unit, Organization, [gone.id])
        records.erase(unit, Organization, [gone.id])
        new = sales.organization(unit, "Công ty Mới")
    assert new.id == gone.id
    with local_database.reading() as unit:
        assert [one.action for one in open_record(unit, Organization, new.id).timeline] == ["created"]


def test_an_import_is_not_undone_upon_a_record_that_got_the_id_of_an_erased_one(local_database: Database) -> None:
    with at_work(local_database) as unit:
        gone = sales.organization(unit, "Công ty Cũ")
        batch = ImportBatch(module="organization", file_name="khách.xlsx")
        unit.session.add(batch)
        unit.session.flush()
        unit.session.add(ImportedRow(batch_id=batch.id, record_id=gone.id, version=1))
        records.delete(unit, Organization, [gone.id])
        records.erase(unit, Organization, [gone.id])
        new = sales.organization(unit, "Công ty Mới")
    assert new.id == gone.id
    assert undo_import(local_database, sales.SELLER, batch.id).deleted == 0
    assert sales.reload(local_database, Organization, new.id).name == "Công ty Mới"
