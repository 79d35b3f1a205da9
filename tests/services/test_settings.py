"""What the administrator changes: company, lists, tax rates, numbering, custom fields, users."""

from __future__ import annotations

from datetime import date
from decimal import Decimal as D

import pytest

from desktop_crm.errors import Invalid, NotFound, Refused
from desktop_crm.models import Lead, TaxRate, User
from desktop_crm.models.entry import EntryError
from desktop_crm.models.fields import Kind
from desktop_crm.services import (
    company,
    custom_fields,
    list_values,
    number_series,
    records,
    stored_settings,
    users,
    vat,
)
from desktop_crm.storage.database import Database
from tests.support import sales
from tests.support.sales import at_work

PNG = b"\x89PNG\r\n\x1a\n" + bytes(20)


def test_company_profile_comes_back_as_saved(database: Database) -> None:
    accounts = [{"account_number": "001", "bank": "VCB", "bank_bin": "970436"}, {"account_number": "002"}]
    signers = [{"name": "Phạm Minh Đức", "job_title": "Giám đốc", "authorized_on": date(2026, 1, 5)}]
    with at_work(database) as unit:
        values = {"name": "Công ty  Đỉnh Cao", "tax_code": "0100233488", "phone": "02438251234", "quote_valid_days": 20}
        company.save(unit, values, accounts, signers)
        company.set_logo(unit, PNG)
    with at_work(database) as unit:
        profile = company.load(unit)
        assert (profile.values["name"], profile.values["phone"]) == ("Công ty Đỉnh Cao", "+842438251234")
        assert (profile.values["quote_valid_days"], profile.logo) == (20, PNG)
        assert [row["account_number"] for row in profile.bank_accounts] == ["001", "002"]
        assert profile.signers[0]["authorized_on"] == date(2026, 1, 5)
        company.save(unit, {"city": "Hà Nội"}, profile.bank_accounts[1:])
    with at_work(database) as unit:
        profile = company.load(unit)
        assert [row["account_number"] for row in profile.bank_accounts] == ["002"]
        assert (len(profile.signers), profile.values["city"]) == (1, "Hà Nội")
        company.set_logo(unit, b"")
        assert company.load(unit).logo == b""


def test_company_faults_name_their_place(local_database: Database) -> None:
    with pytest.raises(Invalid) as caught, at_work(local_database) as unit:
        company.save(unit, {"name": "", "tax_code": "123"}, [{"bank": "VCB"}], [{"name": ""}])
    assert {fault.field for fault in caught.value.faults} == {
        "name",
        "tax_code",
        "bank_accounts.0.account_number",
        "signers.0.name",
    }
    with at_work(local_database) as unit:
        for content in (b"GIF89a", PNG + bytes(company.LARGEST_LOGO)):
            with pytest.raises(Invalid):
                company.set_logo(unit, content)
        with pytest.raises(ValueError, match="logo"):
            company.save(unit, {"logo": b""})


def test_settings_are_kept_by_name(database: Database) -> None:
    with at_work(database) as unit:
        assert stored_settings.get(unit, "x", 5) == 5
        stored_settings.put(unit, "x", {"a": [1, None]})
        stored_settings.put(unit, "x", {"a": [2]})
    with at_work(database) as unit:
        assert stored_settings.get(unit, "x") == {"a": [2]}


def test_rate_in_use_is_ended_not_changed(database: Database) -> None:
    with at_work(database) as unit:
        sales.product(unit, tax_code="VAT8")
        ids = {row["code"]: row["id"] for row in vat.rates(unit)}
        for falsified in ({"percent": D(7)}, {"code": "X"}, {"valid_from": date(2020, 1, 1)}):
            with pytest.raises(Refused):
                vat.save_rate(unit, ids["VAT8"], falsified)
        with pytest.raises(Refused):
            vat.remove_rate(unit, ids["VAT8"])
        vat.save_rate(unit, ids["VAT8"], {"valid_to": date(2027, 6, 30), "legal_basis": "NQ mới"})
        vat.remove_rate(unit, ids["VAT5"])
        new = {"code": "VAT8", "label": "8 %", "percent": D(8), "valid_from": date(2027, 7, 1), "valid_to": None}
        vat.save_rate(unit, None, new)
    with at_work(database) as unit:
        rows = unit.session.query(TaxRate).filter_by(code="VAT8").order_by(TaxRate.valid_from).all()
        assert [row.valid_to for row in rows] == [date(2027, 6, 30), None]
        assert "VAT5" not in {row["code"] for row in vat.rates(unit)}


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"label": ""}, "label"),
        ({"percent": D(101)}, "percent"),
        ({"valid_to": date(2026, 1, 1)}, "valid_to"),
        ({"code": "VAT10"}, "valid_from"),
    ],
)
def test_impossible_rates(local_database: Database, values: dict[str, object], field: str) -> None:
    good = {"code": "VAT7", "label": "7 %", "percent": D(7), "valid_from": date(2027, 1, 1), "valid_to": None}
    with pytest.raises(Invalid) as caught, at_work(local_database) as unit:
        vat.save_rate(unit, None, good | values)
    assert [fault.field for fault in caught.value.faults] == [field]


def test_new_pattern_goes_on_after_the_numbers_it_finds(database: Database) -> None:
    with at_work(database) as unit:
        for _ in range(3):
            sales.quote(unit)
        shown = {row.module: row for row in number_series.series(unit)}
        assert (shown["quote"].last, shown["quote"].following) == (3, "BG-2026-0004")
        assert (shown["lead"].pattern, shown["lead"].following) == ("TN-{00000}", "TN-00001")
        assert number_series.set_pattern(unit, "quote", "Q{yy}{mm}-{000}").following == "Q2611-001"
        assert sales.quote(unit).number == "Q2611-001"
        assert number_series.set_pattern(unit, "quote", "BG-{yyyy}-{0000}").following == "BG-2026-0004"
        assert sales.quote(unit).number == "BG-2026-0004"
        assert number_series.preview(unit, "X{dd}{mm}{yyyy}/{00}", 7) == "X16112026/07"
    with at_work(database, date(2027, 1, 2)) as unit:
        assert sales.quote(unit).number == "BG-2027-0001"


def test_pattern_that_cannot_number(local_database: Database) -> None:
    with at_work(local_database) as unit:
        with pytest.raises(Invalid) as caught:
            number_series.set_pattern(unit, "quote", "BG-{yyyy}")
        assert [fault.field for fault in caught.value.faults] == ["pattern"]
        with pytest.raises(EntryError):
            number_series.preview(unit, "BG-{zz}")
        with pytest.raises(NotFound):
            number_series.set_pattern(unit, "nothing", "X-{0}")


def test_lists_grow_and_used_values_stay(database: Database) -> None:
    with at_work(database) as unit:
        row = list_values.add(unit, "source", "Đài phát thanh", "Radio", "teal")
        assert (row.code, row.tone, list_values.values(unit, "source")[-1]) == ("dai_phat_thanh", "teal", row)
        with pytest.raises(Invalid):
            list_values.add(unit, "source", " đài phát thanh ")
        made = records.create(unit, Lead, {"company": "A", "source": row.code})
        list_values.change(unit, row.id, "Phát thanh", "Radio", "none")
        assert (row.label_vi, row.code, row.tone) == ("Phát thanh", "dai_phat_thanh", "neutral")
        with pytest.raises(Refused):
            list_values.remove(unit, row.id)
        assert list_values.usage(unit, "source", row.code) == 1
        assert not list_values.set_active(unit, row.id, False).active
        records.save(unit, Lead, made.id, made.version, {"source": ""})
        list_values.remove(unit, row.id)
        assert row.code not in {one.code for one in list_values.values(unit, "source")}


def test_rows_of_the_program_stay(local_database: Database) -> None:
    with at_work(local_database) as unit:
        won = next(row for row in list_values.values(unit, "stage") if row.code == "won")
        for verb in (list_values.remove, lambda u, key: list_values.set_active(u, key, False)):
            with pytest.raises(Refused):
                verb(unit, won.id)
        assert list_values.change(unit, won.id, "Chốt được", "Won", "success").label_vi == "Chốt được"
        with pytest.raises(Invalid):
            list_values.change(unit, won.id, "Thắng", "Won", "success", D(101))
        with pytest.raises(NotFound):
            list_values.add(unit, "nothing", "x")


def test_order_of_a_list(database: Database) -> None:
    with at_work(database) as unit:
        rows = list_values.values(unit, "rating")
        list_values.reorder(unit, "rating", [rows[2].id, rows[0].id])
        assert [row.code for row in list_values.values(unit, "rating")] == ["low", "high", "medium"]


def test_custom_field_is_filled_found_and_set_aside(database: Database) -> None:
    with at_work(database) as unit:
        size = custom_fields.define(unit, "lead", "Quy mô xưởng", Kind.CHOICE, ["Nhỏ", " Lớn ", "Nhỏ"])
        assert (size.key, size.options) == ("quy_mo_xuong", ["Nhỏ", "Lớn"])
        made = records.create(unit, Lead, {"company": "A", "custom.quy_mo_xuong": "Lớn"})
        assert made.custom == {"quy_mo_xuong": "Lớn"}
        with pytest.raises(Invalid):
            custom_fields.define(unit, "lead", "quy mô XƯỞNG", Kind.TEXT)
        other = custom_fields.define(unit, "lead", "Quy mo xuong!", Kind.TEXT)
        assert other.key == "quy_mo_xuong_2"
        custom_fields.change(unit, size.id, "Cỡ xưởng", ["Nhỏ", "Lớn", "Rất lớn"], required=False, searched=True)
        custom_fields.reorder(unit, "lead", [other.id])
        assert [row.label for row in custom_fields.custom_fields(unit, "lead")] == ["Quy mo xuong!", "Cỡ xưởng"]
        custom_fields.set_active(unit, size.id, False)
        assert unit.get(Lead, made.id).custom == {"quy_mo_xuong": "Lớn"}


def test_impossible_custom_fields(local_database: Database) -> None:
    with at_work(local_database) as unit:
        for label, kind in (("", Kind.TEXT), ("Cỡ", Kind.CHOICE)):
            with pytest.raises(Invalid):
                custom_fields.define(unit, "lead", label, kind)
        with pytest.raises(NotFound):
            custom_fields.define(unit, "nothing", "x", Kind.TEXT)
        with pytest.raises(NotFound):
            custom_fields.define(unit, "lead", "x", Kind.MONEY)


def test_users_sign_in_by_names_of_their_own(database: Database) -> None:
    with at_work(database) as unit:
        with pytest.raises(Refused):
            users.set_active(unit, 1, False)
        lan = users.add_user(unit, " lan ", "Phạm Thị Lan", email="lan@example.vn", phone="0912345678")
        assert (lan.name, lan.phone, lan.active) == ("lan", "+84912345678", True)
        with pytest.raises(Refused, match="quản trị"):
            users.set_active(unit, 1, False)  # nobody else could let people in
        users.change_user(unit, lan.id, {"role_id": unit.session.get_one(User, 1).role_id})
        users.set_active(unit, 1, False)
        with pytest.raises(Refused):
            users.set_active(unit, lan.id, False)
        users.change_user(unit, lan.id, {"job_title": "Trưởng phòng"})
        assert [user.name for user in users.users(unit)] == ["lan", "admin"]
    for name, full_name, field in (("LAN", "Lan khác", "name"), ("", "Không tên", "name"), ("minh", "", "full_name")):
        with pytest.raises(Invalid) as caught, at_work(database) as unit:
            users.add_user(unit, name, full_name)
        assert {fault.field for fault in caught.value.faults} == {field}
