"""Conversion of leads: what is made, what is filled, what moves, and how it is undone."""

from __future__ import annotations

from decimal import Decimal as D
from typing import Any

import pytest

from desktop_crm.errors import Conflict, Invalid, Refused
from desktop_crm.models import Contact, Lead, Opportunity, Organization, Record
from desktop_crm.services import leads, notes, records
from desktop_crm.services.leads import ConversionPlan
from desktop_crm.storage.database import Database, UnitOfWork
from tests.support import sales
from tests.support.sales import at_work

EVERYTHING = ConversionPlan(create_organization=True, create_contact=True, opportunity={"amount": D(50000000)})


def lead(unit: UnitOfWork, **values: Any) -> Lead:
    given = {
        "family_name": "Trần Thị",
        "given_name": "Bình",
        "company": "Công ty TNHH Cơ khí Hòa Phát",
        "tax_code": "0100233488",
        "mobile": "0912 345 678",
        "email": "binh@hoaphat.example",
        "status": "hot",
        "source": "trade_fair",
        "industry": "mechanical",
        "address": "5 Giải Phóng",
        "job_title": "Trưởng phòng mua",
        "marketing_consent": True,
    }
    return records.create(unit, Lead, given | values)


def test_conversion_makes_all_three(database: Database) -> None:
    with at_work(database) as unit:
        made = lead(unit)
        result = leads.convert(unit, made.id, made.version, EVERYTHING)
    with at_work(database) as unit:
        converted = unit.get(Lead, made.id)
        organization = unit.get(Organization, result.organization.id)
        contact = unit.get(Contact, result.contact.id)
        opportunity = unit.get(Opportunity, result.opportunity.id)
        assert (converted.status, converted.converted_at is not None) == ("converted", True)
        assert converted.organization_id == contact.organization_id == opportunity.organization_id == organization.id
        assert converted.contact_id == opportunity.contact_id == contact.id
        assert converted.opportunity_id == opportunity.id
        assert (organization.name, organization.tax_code) == ("Công ty TNHH Cơ khí Hòa Phát", "0100233488")
        assert (organization.address, organization.industry, organization.email) == ("5 Giải Phóng", "mechanical", "")
        assert (contact.full_name, contact.mobile) == ("Trần Thị Bình", "+84912345678")
        assert (contact.email, contact.job_title) == ("binh@hoaphat.example", "Trưởng phòng mua")
        assert (contact.address, contact.email_consent) == ("", True)
        assert (opportunity.amount, opportunity.source) == (D(50000000), "trade_fair")
        assert (opportunity.probability, opportunity.number) == (D(10), "CH-2026-0001")


def test_converted_lead_can_only_be_read(database: Database) -> None:
    with at_work(database) as unit:
        made = lead(unit)
        version = made.version
    with at_work(database) as unit:
        leads.convert(unit, made.id, version, EVERYTHING)
    with at_work(database) as unit:
        now = unit.get(Lead, made.id).version
        with pytest.raises(Refused):
            records.save(unit, Lead, made.id, now, {"notes": "x"})
        with pytest.raises(Refused):
            leads.convert(unit, made.id, now, EVERYTHING)
        with pytest.raises(Conflict):
            leads.convert(unit, made.id, version, EVERYTHING)


def test_existing_records_get_only_what_they_lack(database: Database) -> None:
    with at_work(database) as unit:
        known = sales.organization(unit, "Hòa Phát", address="Trụ sở cũ", phone="02438251234")
        person = sales.contact(unit, mobile="0987654321")
        made = lead(unit)
        leads.convert(unit, made.id, None, ConversionPlan(organization_id=known.id, contact_id=person.id))
    with at_work(database) as unit:
        known, person = unit.get(Organization, known.id), unit.get(Contact, person.id)
        assert (known.name, known.address, known.phone) == ("Hòa Phát", "Trụ sở cũ", "+842438251234")
        assert (known.tax_code, known.industry) == ("0100233488", "mechanical")
        assert (person.full_name, person.mobile) == ("Nguyễn Văn An", "+84987654321")
        assert (person.email, person.organization_id) == ("binh@hoaphat.example", known.id)
        assert not person.email_consent  # consent is given by a person, never filled in
        assert unit.get(Lead, made.id).opportunity_id is None


def test_comments_and_files_move_and_tags_are_copied(database: Database, tmp_path: Any) -> None:
    with at_work(database) as unit:
        made = lead(unit)
        notes.add_comment(unit, made, "Gọi lần đầu")
        notes.set_tags(unit, made, ["Ưu tiên", "Miền Bắc"])
        result = leads.convert(unit, made.id, None, EVERYTHING)
        assert comments(unit, result.opportunity) == ["Gọi lần đầu"]
        assert comments(unit, made) == []
        assert tags(unit, result.opportunity) == tags(unit, made) == {"Ưu tiên", "Miền Bắc"}
    with at_work(database) as unit:
        undone = leads.undo_conversion(unit, made.id)
        assert comments(unit, undone.lead) == ["Gọi lần đầu"]
        assert tags(unit, undone.lead) == {"Ưu tiên", "Miền Bắc"}


def comments(unit: UnitOfWork, record: Record) -> list[str]:
    from desktop_crm.models import Comment

    rows = unit.session.query(Comment).filter_by(module=record.__tablename__, record_id=record.id)
    return [row.text for row in rows]


def tags(unit: UnitOfWork, record: Record) -> set[str]:
    from desktop_crm.models import RecordTag

    rows = unit.session.query(RecordTag).filter_by(module=record.__tablename__, record_id=record.id)
    return {row.tag.name for row in rows}


def test_plan_that_cannot_be_done_changes_nothing(database: Database) -> None:
    with at_work(database) as unit:
        nobody = lead(unit, given_name="", family_name="")
        alone = lead(unit, company="")
        for made, plan in (
            (nobody, ConversionPlan(create_contact=True)),
            (alone, ConversionPlan(create_organization=True)),
            (alone, ConversionPlan(opportunity={})),
        ):
            with pytest.raises(Invalid):
                leads.convert(unit, made.id, None, plan)
        person = leads.convert(unit, alone.id, None, ConversionPlan(create_contact=True)).contact
        assert person is not None
        assert (person.organization_id, person.address, person.tax_code) == (None, "5 Giải Phóng", "0100233488")
        assert unit.session.query(Organization).count() == 0


def test_undoing_puts_everything_back(database: Database) -> None:
    with at_work(database) as unit:
        known = sales.organization(unit, "Hòa Phát")
        made = lead(unit)
        plan = ConversionPlan(organization_id=known.id, create_contact=True, opportunity={})
        result = leads.convert(unit, made.id, None, plan)
    with at_work(database) as unit:
        undone = leads.undo_conversion(unit, made.id)
        assert {type(record) for record in undone.removed} == {Contact, Opportunity}
        assert undone.kept == ()
    with at_work(database) as unit:
        open_again = unit.get(Lead, made.id)
        assert (open_again.status, open_again.converted_at, open_again.conversion) == ("hot", None, None)
        assert (open_again.organization_id, open_again.contact_id, open_again.opportunity_id) == (None, None, None)
        known = unit.get(Organization, known.id)
        assert (known.tax_code, known.address, known.industry, known.deleted_at) == ("", "", "", None)
        assert sales.reload(database, Contact, result.contact.id).deleted_at is not None
        records.save(unit, Lead, made.id, open_again.version, {"status": "warm"})
        assert leads.convert(unit, made.id, None, EVERYTHING).organization is not None
        with pytest.raises(Refused):
            leads.undo_conversion(unit, lead(unit).id)


def test_undoing_keeps_what_was_worked_on_since(database: Database) -> None:
    with at_work(database) as unit:
        known = sales.organization(unit, "Hòa Phát")
        made = lead(unit)
        plan = ConversionPlan(organization_id=known.id, create_contact=True, opportunity={})
        result = leads.convert(unit, made.id, None, plan)
    with at_work(database) as unit:
        known = unit.get(Organization, known.id)
        records.save(unit, Organization, known.id, known.version, {"address": "Trụ sở mới"})
        sales.quote(unit, opportunity_id=result.opportunity.id, buyer_name="Hòa Phát")
    with at_work(database) as unit:
        undone = leads.undo_conversion(unit, made.id)
        assert {type(record) for record in undone.kept} == {Opportunity, Contact}  # the contact is the opportunity's
        assert unit.get(Organization, known.id).address == "Trụ sở mới"
        assert unit.get(Organization, known.id).tax_code == ""
        assert unit.get(Opportunity, result.opportunity.id).deleted_at is None


def test_undoing_keeps_what_was_remarked_on_since(database: Database) -> None:
    with at_work(database) as unit:
        made = lead(unit)
        result = leads.convert(unit, made.id, None, EVERYTHING)
        notes.add_comment(unit, result.contact, "Đã gọi")
    with at_work(database) as unit:
        undone = leads.undo_conversion(unit, made.id)
        assert {type(record) for record in undone.removed} == {Opportunity}
        assert {type(record) for record in undone.kept} == {Contact, Organization}


def test_candidates_by_tax_code_name_phone_and_email(database: Database) -> None:
    with at_work(database) as unit:
        by_code = sales.organization(unit, "Nhà máy số 2", tax_code="0100233488")
        by_name = sales.organization(unit, "CÔNG TY CỔ PHẦN CƠ KHÍ HOÀ PHÁT")
        sales.organization(unit, "Công ty TNHH Hoa Phát")
        sales.organization(unit, "Công ty TNHH Cơ khí Hòa Phát Miền Nam")
        by_phone = sales.contact(unit, phone="0912345678")
        best = sales.contact(
            unit, family_name="Trần Thị", given_name="Bình", email2="BINH@hoaphat.example", mobile="0912345678"
        )
        gone = sales.contact(unit, mobile="0912345678")
        records.delete(unit, Contact, [gone.id])
        found = leads.matches(unit, lead(unit))
        assert [(c.module, c.id, c.reasons) for c in found] == [
            ("organization", by_code.id, ("tax_code",)),
            ("organization", by_name.id, ("name",)),
            ("contact", best.id, ("name", "phone", "email")),
            ("contact", by_phone.id, ("phone",)),
        ]
        assert leads.matches(unit, lead(unit, company="", tax_code="", mobile="", email="")) == []
