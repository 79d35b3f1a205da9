"""Who may be entered twice."""

from __future__ import annotations

from desktop_crm.models import Contact, Organization, Product
from desktop_crm.services import records
from desktop_crm.services.duplicates import find_duplicates, watched
from desktop_crm.storage.database import Actor, Database

USER = Actor(1, "admin", "Quản trị")


def fields(found: list) -> list[tuple[str, str]]:
    return [(one.field, one.title) for one in found]


def test_a_phone_is_found_in_any_phone_field_and_never_in_the_record_itself(database: Database) -> None:
    with database.writing(USER) as unit:
        one = records.create(unit, Contact, {"given_name": "Hằng", "mobile": "0912 345 678"})
        other = records.create(unit, Contact, {"given_name": "Ánh", "phone": "0912345678"})
        found = find_duplicates(unit, Contact, {"mobile": one.mobile}, one.id)
    assert [(d.id, d.field) for d in found] == [(other.id, "mobile")]


def test_names_are_the_same_whatever_their_case_and_place_of_tone_but_not_without_tones(database: Database) -> None:
    with database.writing(USER) as unit:
        for name in ("Công ty CP Hoà Bình", "Công ty CP Hoa Binh", "Công ty CP Hòa Bình Xanh"):
            records.create(unit, Organization, {"name": name})
        found = find_duplicates(unit, Organization, {"name": "CÔNG TY CP HÒA  BÌNH"})
    assert fields(found) == [("name", "Công ty CP Hoà Bình")]


def test_a_person_is_named_by_both_names(database: Database) -> None:
    with database.writing(USER) as unit:
        records.create(unit, Contact, {"family_name": "Trần Thị Thu", "given_name": "Hằng"})
        same = find_duplicates(unit, Contact, {"family_name": "Trần Thị Thu", "given_name": "Hằng"})
        not_same = find_duplicates(unit, Contact, {"family_name": "Lê Thu", "given_name": "Hằng"})
    assert fields(same) == [("given_name", "Trần Thị Thu Hằng")]
    assert not not_same


def test_what_is_in_the_recycle_bin_or_empty_is_no_duplicate(database: Database) -> None:
    with database.writing(USER) as unit:
        gone = records.create(unit, Organization, {"name": "Cũ", "tax_code": "0300588569"})
        records.create(unit, Organization, {"name": "Không mã"})
        records.delete(unit, Organization, [gone.id])
        assert not find_duplicates(unit, Organization, {"tax_code": "0300588569", "name": "Cũ", "phone": ""})


def test_codes_of_products_are_watched(database: Database) -> None:
    assert watched(Product) == {"code"}
    with database.writing(USER) as unit:
        records.create(unit, Product, {"code": "MT-01", "name": "Máy tiện"})
        assert fields(find_duplicates(unit, Product, {"code": "MT-01"})) == [("code", "Máy tiện")]
