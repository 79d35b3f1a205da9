"""The one way to write a record: checks, conflicts, parts, custom fields, the recycle bin."""

from __future__ import annotations

from decimal import Decimal

import pytest

from desktop_crm.errors import Conflict, Invalid
from desktop_crm.models import Contact, CustomField, Lead, Organization, Quote
from desktop_crm.services import records
from desktop_crm.services.notes import add_comment, set_tags
from desktop_crm.services.reading import open_record
from desktop_crm.storage.database import Actor, Database

USER = Actor(1, "admin", "Quản trị")


def make(database: Database, **values: object) -> Organization:
    with database.writing(USER) as unit:
        return records.create(unit, Organization, {"name": "Công ty CP Đỉnh Cao", **values})


def test_a_new_record_is_numbered_owned_and_tidied(database: Database) -> None:
    first, second = make(database, phone="0912 345 678"), make(database, name="  Hai   khoảng trắng ")
    assert (first.number, second.number) == ("TC-00001", "TC-00002")
    assert first.owner_id == USER.id
    assert first.phone == "+84912345678"
    assert second.name == "Hai khoảng trắng"


def test_an_aborted_create_gives_its_number_back(database: Database) -> None:
    with pytest.raises(RuntimeError), database.writing(USER) as unit:
        records.create(unit, Organization, {"name": "x"})
        raise RuntimeError
    assert make(database).number == "TC-00001"


def test_each_fault_names_its_field(database: Database) -> None:
    with pytest.raises(Invalid) as caught, database.writing(USER) as unit:
        values = {"given_name": "", "email": "khong-phai-email", "mobile": "abc", "buying_role": "boss"}
        records.create(unit, Contact, values)
    assert {fault.field for fault in caught.value.faults} == {"given_name", "email", "mobile", "buying_role"}
    assert all(fault.text() for fault in caught.value.faults)


def test_a_wrong_length_of_a_tax_code_blocks_and_a_wrong_check_digit_does_not(database: Database) -> None:
    with pytest.raises(Invalid):
        make(database, tax_code="12345")
    assert make(database, tax_code="0100233480").tax_code == "0100233480"


def test_a_conflict_names_only_the_fields_the_other_changed(database: Database) -> None:
    company = make(database, short_name="Đỉnh", website="a.example")
    with database.writing(USER) as unit:
        records.save(unit, Organization, company.id, 1, {"short_name": "Đỉnh Cao"})
    with pytest.raises(Conflict) as caught, database.writing(USER) as unit:
        base = {"short_name": "Đỉnh", "website": "a.example"}
        records.save(unit, Organization, company.id, 1, {"short_name": "x", "website": "b.example"}, base)
    assert caught.value.theirs == {"short_name": "Đỉnh Cao"}


def test_parts_are_kept_added_and_removed_by_id(database: Database) -> None:
    company = make(database, bank_accounts=[{"account_number": "1", "bank": "VCB"}, {"account_number": "2"}])
    with database.reading() as unit:
        first, second = open_record(unit, Organization, company.id).values["bank_accounts"]
    with database.writing(USER) as unit:
        rows = [{"account_number": "3"}, {**second, "bank": "ACB"}]
        records.save(unit, Organization, company.id, 1, {"bank_accounts": rows})
    with database.reading() as unit:
        view = open_record(unit, Organization, company.id)
    told = [(row["account_number"], row["bank"]) for row in view.values["bank_accounts"]]
    assert told == [("3", ""), ("2", "ACB")]
    assert view.values["bank_accounts"][1]["id"] == second["id"] != first["id"]


def test_custom_fields_are_checked_stored_and_searched(database: Database) -> None:
    with database.writing() as unit:
        field = CustomField(module="organization", key="khu", label="Khu", kind="choice", options=["Bắc", "Nam"])
        unit.session.add_all([field, CustomField(module="organization", key="so", label="Số", kind="quantity")])
    company = make(database, **{"custom.khu": "Bắc", "custom.so": Decimal("1.5")})
    with database.reading() as unit:
        view = open_record(unit, Organization, company.id)
        assert (view.values["custom.khu"], view.values["custom.so"]) == ("Bắc", Decimal("1.5"))
    with pytest.raises(Invalid) as caught:
        make(database, **{"custom.khu": "Đông"})
    assert caught.value.faults[0].field == "custom.khu"
    assert " bac" in company.search_text


def test_an_old_fault_does_not_block_another_field(database: Database) -> None:
    company = make(database)
    with database.writing() as unit:
        unit.get(Organization, company.id).email = "hỏng"
    with database.writing(USER) as unit:
        assert records.save(unit, Organization, company.id, 2, {"short_name": "Đỉnh"}).version == 3


def test_computed_fields_cannot_be_set(database: Database) -> None:
    with pytest.raises(ValueError), database.writing(USER) as unit:
        records.create(unit, Quote, {"grand_total": Decimal(1)})


def test_the_recycle_bin_gives_back_and_erases(database: Database) -> None:
    company = make(database)
    with database.writing(USER) as unit:
        add_comment(unit, unit.get(Organization, company.id), "ghi chú")
        set_tags(unit, unit.get(Organization, company.id), ["VIP", "vip", "Đại lý"])
        assert records.delete(unit, Organization, [company.id]) == 1
        assert records.delete(unit, Organization, [company.id]) == 0
    with database.writing(USER) as unit:
        assert records.restore(unit, Organization, [company.id]) == 1
        assert records.erase(unit, Organization, [company.id]) == 0
        records.delete(unit, Organization, [company.id])
        assert records.erase(unit, Organization, [company.id]) == 1


def test_mass_edit_is_all_or_nothing(database: Database) -> None:
    first, second = make(database), make(database)
    with database.writing(USER) as unit:
        assert records.change_many(unit, Organization, [first.id, second.id], {"industry": "food"}) == 2
    with pytest.raises(Invalid), database.writing(USER) as unit:
        records.change_many(unit, Organization, [first.id, second.id], {"industry": "không có"})
    with database.reading() as unit:
        assert unit.get(Organization, first.id).industry == "food"


def test_reading_a_record_tells_relations_tags_and_timeline(database: Database) -> None:
    company = make(database)
    with database.writing(USER) as unit:
        contact = records.create(unit, Contact, {"given_name": "Ân", "organization_id": company.id})
        add_comment(unit, contact, "Gọi lại chiều nay")
        set_tags(unit, contact, ["VIP"])
    with database.reading() as unit:
        view = open_record(unit, Contact, contact.id, [(Lead, "contact_id"), (Quote, "contact_id")])
    assert view.relations["organization_id"] == (company.id, "Công ty CP Đỉnh Cao")
    assert [tag.name for tag in view.tags] == ["VIP"]
    assert [(item.action, item.who) for item in view.timeline] == [("comment", "Quản trị"), ("created", "Quản trị")]
    assert view.counts == {("lead", "contact_id"): 0, ("quote", "contact_id"): 0}
