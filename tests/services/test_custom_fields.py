"""Added fields end to end: what is stored, refused, sorted and found."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from desktop_crm.errors import Invalid
from desktop_crm.models import Organization
from desktop_crm.models.fields import Kind
from desktop_crm.services import custom_fields, records
from desktop_crm.storage.database import Database, UnitOfWork
from desktop_crm.storage.listing import Query, ids
from tests.support.sales import at_work

KINDS = (("Màu", Kind.TEXT), ("Số đo", Kind.QUANTITY), ("Ngày hẹn", Kind.DATE), ("Đã đến", Kind.BOOLEAN))


def make(unit: UnitOfWork, **custom: Any) -> Organization:
    values = {f"custom.{key}": value for key, value in custom.items()}
    return records.create(unit, Organization, {"name": "Công ty A", **values})


def define(unit: UnitOfWork) -> None:
    for label, kind in KINDS:
        custom_fields.define(unit, "organization", label, kind)


def test_values_are_kept_in_one_form(database: Database) -> None:
    with at_work(database) as unit:
        define(unit)
        given = {"mau": " Đỏ\0  thắm ", "so_do": Decimal("1.50"), "ngay_hen": date(2026, 1, 2), "da_den": True}
        kept = {"mau": "Đỏ thắm", "so_do": "1.5", "ngay_hen": "2026-01-02", "da_den": True}
        assert make(unit, **given).custom == kept


@pytest.mark.parametrize(("key", "value"), [("so_do", "ba"), ("so_do", "NaN"), ("ngay_hen", "mai"), ("da_den", "x")])
def test_a_value_of_another_kind_is_refused(local_database: Database, key: str, value: str) -> None:
    with pytest.raises(Invalid) as caught, at_work(local_database) as unit:
        define(unit)
        make(unit, **{key: value})
    assert [fault.field for fault in caught.value.faults] == [f"custom.{key}"]


def test_a_list_can_be_sorted_by_an_added_field(database: Database) -> None:
    with at_work(database) as unit:
        define(unit)
        made = [make(unit, mau=text).id for text in ("c", "a", "b")]
        made.append(make(unit).id)
        assert ids(unit.session, Query(Organization, sort="custom.mau")) == [made[3], made[1], made[2], made[0]]


def test_what_is_searched_follows_the_definition(database: Database) -> None:
    def found(unit: UnitOfWork) -> int:
        return len(ids(unit.session, Query(Organization, search="bi mat")))

    with at_work(database) as unit:
        field = custom_fields.define(unit, "organization", "Ghi riêng", Kind.TEXT, searched=False)
        company = make(unit, ghi_rieng="Bí mật")
        assert found(unit) == 0
        custom_fields.change(unit, field.id, "Ghi riêng", (), required=False, searched=True)
        assert found(unit) == 1
        custom_fields.change(unit, field.id, "Ghi riêng", (), required=False, searched=False)
        assert found(unit) == 0
        assert unit.get(Organization, company.id).version == 1
