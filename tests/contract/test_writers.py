"""Every way to change a record takes the version it was seen at, or is harmless: two writers, on both databases."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal as D
from typing import Any

import pytest

from desktop_crm.errors import Conflict, NotFound, Refused
from desktop_crm.models import RECORDS, Lead, Organization, Quote, Record, SalesOrder
from desktop_crm.models.fields import Kind, fields_of
from desktop_crm.services import (
    approvals,
    contract_status,
    contracts,
    deliveries,
    documents,
    leads,
    notes,
    opportunities,
    orders,
    payments,
    quotes,
    records,
)
from desktop_crm.services.reading import open_record
from desktop_crm.storage.database import Actor, Database, UnitOfWork
from tests.support import sales
from tests.support.full_records import make
from tests.support.sales import DAY, at_work

OTHER = Actor(None, "other", "Người khác")
Verb = Callable[[UnitOfWork, int, int], object]


def change_notes(database: Database, entity: type[Record], record_id: int) -> None:
    """What somebody else does in between: another remark, which every state of a record allows."""
    with database.writing(OTHER) as unit:
        record = unit.get(entity, record_id)
        record.notes = f"{record.notes} và nữa"


def sent(unit: UnitOfWork) -> Quote:
    return quotes.issue(unit, sales.quote(unit).id).quote


def approved(unit: UnitOfWork) -> SalesOrder:
    return orders.approve(unit, sales.order(unit).id)


def waiting(unit: UnitOfWork) -> Quote:
    quote = sales.quote(unit, sales.line(discount_percent=D(90)))
    return quotes.issue(unit, quote.id).quote


def lead(unit: UnitOfWork) -> Lead:
    return records.create(unit, Lead, {"company": "Công ty Ỷ Lan", "given_name": "Hằng"})


def paid(unit: UnitOfWork) -> SalesOrder:
    return payments.add_payment(unit, approved(unit).id, DAY, D(1000))


def line_of(unit: UnitOfWork, order_id: int) -> dict[int, D]:
    return {unit.get(SalesOrder, order_id).lines[0].id: D(1)}


def delivered(unit: UnitOfWork) -> SalesOrder:
    order = approved(unit)
    return deliveries.deliver(unit, order.id, DAY, line_of(unit, order.id))


PLAN = leads.ConversionPlan(None, True, None, True, {"name": "Cơ hội"})
VERBS: dict[str, tuple[Callable[[UnitOfWork], Any], Verb]] = {
    "issue": (sales.quote, quotes.issue),
    "reopen quote": (waiting, quotes.reopen),
    "approve quote": (waiting, approvals.approve),
    "decline quote": (waiting, lambda unit, key, version: approvals.decline(unit, key, "quá cao", version)),
    "reviewed": (sent, quotes.mark_reviewed),
    "accept": (sent, quotes.accept),
    "refuse": (sent, lambda unit, key, version: quotes.refuse(unit, key, "đắt", version)),
    "revise": (sent, quotes.revise),
    "duplicate": (sent, quotes.duplicate),
    "order": (sent, orders.order_from_quote),
    "contract of quote": (sent, contracts.contract_from_quote),
    "approve order": (sales.order, orders.approve),
    "reopen order": (approved, orders.reopen),
    "cancel order": (approved, lambda unit, key, version: orders.cancel(unit, key, "đổi ý", version)),
    "contract of order": (approved, contracts.contract_from_order),
    "pay": (approved, lambda unit, key, version: payments.add_payment(unit, key, DAY, D(1), version=version)),
    "unpay": (
        paid,
        lambda unit, key, version: payments.remove_payment(
            unit, key, unit.get(SalesOrder, key).payments[0].id, version
        ),
    ),
    "start delivery": (approved, deliveries.start),
    "deliver": (approved, lambda unit, key, version: deliveries.deliver(unit, key, DAY, line_of(unit, key), version)),
    "finish delivery": (approved, lambda unit, key, version: deliveries.finish(unit, key, DAY, version)),
    "take back": (
        delivered,
        lambda unit, key, version: deliveries.take_back(unit, key, unit.get(SalesOrder, key).deliveries[0].id, version),
    ),
    "sign": (
        lambda unit: contracts.contract_from_order(unit, approved(unit).id),
        lambda unit, key, version: contract_status.set_status(unit, key, "pending_approval", version),
    ),
    "stage": (
        sales.opportunity,
        lambda unit, key, version: opportunities.set_stage(unit, key, "quote", version=version),
    ),
    "convert": (lead, lambda unit, key, version: leads.convert(unit, key, version, PLAN)),
    "save lines": (
        sales.quote,
        lambda unit, key, version: documents.save(unit, Quote, key, version, documents.load(unit, Quote, key).draft),
    ),
    "delete": (lead, lambda unit, key, version: records.delete(unit, Lead, [key], {key: version})),
}


@pytest.mark.parametrize("name", VERBS)
def test_a_verb_upon_what_was_changed_since_is_a_conflict(database: Database, name: str) -> None:
    begin, verb = VERBS[name]
    with at_work(database) as unit:
        record = begin(unit)
        entity, record_id = type(record), record.id
    with database.reading() as unit:
        version = unit.get(entity, record_id).version
    change_notes(database, entity, record_id)
    with pytest.raises(Conflict) as raised, at_work(database) as unit:
        verb(unit, record_id, version)
    assert raised.value.version == version + 1
    with database.reading() as unit:
        assert unit.get(entity, record_id).version == version + 1  # nothing was done
    with at_work(database) as unit:
        verb(unit, record_id, version + 1)


@pytest.mark.parametrize("entity", RECORDS, ids=lambda entity: entity.__tablename__)
def test_a_form_of_any_module_meets_a_conflict(database: Database, entity: type[Record]) -> None:
    with at_work(database) as unit:
        record_id = make(unit, entity).id
    with database.reading() as unit:
        view = open_record(unit, entity, record_id)
    key = next(
        key
        for key, field in fields_of(entity).items()
        if field.editable and field.kind in (Kind.TEXT, Kind.LONG_TEXT) and key not in view.locked and key != "notes"
    )
    change_notes(database, entity, record_id)
    with pytest.raises(Conflict), at_work(database) as unit:
        records.save(unit, entity, record_id, view.version, {key: "khác"}, {key: view.values[key]})


def test_a_stored_document_is_never_saved_without_its_version(database: Database) -> None:
    with at_work(database) as unit:
        quote = sales.quote(unit)
        draft = documents.load(unit, Quote, quote.id).draft
        with pytest.raises(ValueError, match="version"):
            documents.save(unit, Quote, quote.id, None, replace(draft, lines=()))


def test_many_records_are_changed_but_for_those_others_have_just_changed(database: Database) -> None:
    with at_work(database) as unit:
        ids = [sales.organization(unit, f"Công ty {n}").id for n in range(3)]
        seen = records.versions_of(unit, Organization, ids)
    change_notes(database, Organization, ids[1])
    with at_work(database) as unit:
        outcome = records.change_seen(unit, Organization, seen, {"industry": "food"})
    assert (outcome.done, outcome.left) == (2, (ids[1],))
    with database.reading() as unit:
        assert [unit.get(Organization, key).industry for key in ids] == ["food", "", "food"]


def test_tags_given_and_taken_by_two_stay_as_both_left_them(database: Database) -> None:
    with at_work(database) as unit:
        record = sales.organization(unit)
        notes.set_tags(unit, record, ["VIP", "Cũ", "Bắc"])
    with database.writing(OTHER) as unit:
        other = unit.get(Organization, record.id)
        notes.change_tags(unit, other, ["VIP", "Cũ", "Bắc"], ["VIP", "Bắc", "Đại lý"])
    with at_work(database) as unit:
        mine = unit.get(Organization, record.id)
        left = notes.change_tags(unit, mine, ["VIP", "Cũ", "Bắc"], ["VIP", "Cũ", "Hội chợ"])
    assert sorted(tag.name for tag in left) == ["Hội chợ", "VIP", "Đại lý"]


def test_a_note_changed_in_another_window_is_not_written_over(database: Database) -> None:
    with at_work(database) as unit:
        key = notes.add_comment(unit, sales.organization(unit), "một").id
        notes.edit_comment(unit, key, "hai", "một")
        with pytest.raises(Refused):
            notes.edit_comment(unit, key, "ba", "một")


def test_a_record_restored_meanwhile_is_not_erased(database: Database) -> None:
    with at_work(database) as unit:
        key = sales.organization(unit).id
        records.delete(unit, Organization, [key])
    with at_work(database) as unit:
        records.restore(unit, Organization, [key])
    with at_work(database) as unit:
        assert records.erase(unit, Organization, [key]) == 0


def test_a_record_erased_meanwhile_is_told_as_gone(database: Database) -> None:
    with at_work(database) as unit:
        record = sales.organization(unit)
        records.delete(unit, Organization, [record.id])
    with at_work(database) as unit:
        records.erase(unit, Organization, [record.id])
    with pytest.raises(NotFound), at_work(database) as unit:
        records.save(unit, Organization, record.id, 1, {"name": "x"})
