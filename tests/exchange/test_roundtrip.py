"""What is exported can be imported: unchanged where it came from, the same in an empty database."""

from __future__ import annotations

import shutil
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from sqlalchemy import select

from desktop_crm.errors import Refused
from desktop_crm.exchange.commands import import_file
from desktop_crm.exchange.exporting import export
from desktop_crm.i18n import set_language
from desktop_crm.models import Contact, Lead, Organization, Product, ProductGroup, Record, User
from desktop_crm.models.fields import Kind, fields_of
from desktop_crm.services import custom_fields, records
from desktop_crm.services.sign_in import sign_in
from desktop_crm.storage.database import Actor, Database, open_database
from desktop_crm.storage.listing import Query

SAMPLES: dict[Kind, Any] = {
    Kind.TEXT: "=Ánh Dương\u1ec5",
    Kind.LONG_TEXT: "dòng một\n- dòng hai",
    Kind.PHONE: "+84912345678",
    Kind.EMAIL: "a@b.example",
    Kind.URL: "https://a.example",
    Kind.TAX_CODE: "0100233488",
    Kind.INTEGER: 12,
    Kind.QUANTITY: Decimal("1.5"),
    Kind.MONEY: Decimal(1_234_567_890),
    Kind.DATE: date(2001, 2, 3),
    Kind.BOOLEAN: True,
}
CHOICES = {"status": "warm", "tax_code": "KCT", "type": "partner", "source": "social", "industry": "food"}


def sample(entity: type[Record], key: str, relations: dict[str, int]) -> Any:
    field = fields_of(entity)[key]
    if field.kind == Kind.RELATION:
        return relations.get(key)
    if field.kind == Kind.CHOICE:
        known = CHOICES | {"type": "service" if entity is Product else "partner"}
        return known.get(key, "")
    return SAMPLES[field.kind]


def fill(database: Database, actor: Actor, entity: type[Record]) -> None:
    """One record with every field filled, one with hardly any."""
    with database.writing(actor) as unit:
        unit.session.add(User(name="ha", full_name="Lê Thu Hà"))
        unit.session.add(ProductGroup(name="Máy in"))
        custom_fields.define(unit, entity.__tablename__, "Số xe", Kind.QUANTITY)
        custom_fields.define(unit, entity.__tablename__, "Hạn thẻ", Kind.DATE)
        key, day = (field.key for field in custom_fields.custom_fields(unit, entity.__tablename__))
        unit.session.flush()
        relations = {"owner_id": 2, "group_id": 1, "price_book_id": 1}
        if entity is Contact:
            relations["organization_id"] = records.create(unit, Organization, {"name": "Công ty Hoà Bình"}).id
        editable = [k for k, field in fields_of(entity).items() if field.editable]
        full = {k: sample(entity, k, relations) for k in editable}
        records.create(unit, entity, full | {f"custom.{key}": Decimal("2.5"), f"custom.{day}": date(2027, 1, 2)})
        few = {"name": "B", "code": "B", "given_name": "Bình"}
        records.create(unit, entity, {k: value for k, value in few.items() if k in editable})


def told(database: Database, entity: type[Record]) -> list[dict[str, Any]]:
    keys = [key for key, field in fields_of(entity).items() if field.editable]
    with database.reading() as unit:
        rows = unit.session.scalars(select(entity).order_by(entity.id)).all()
        return [{key: getattr(row, key) for key in keys} | {"custom": row.custom} for row in rows]


@pytest.mark.parametrize("entity", [Organization, Contact, Lead, Product])
def test_export_and_import_are_each_others_reverse(
    database: Database, sqlite_template: Path, tmp_path: Path, entity: type[Record]
) -> None:
    go_and_return(database, sqlite_template, tmp_path, entity)


@pytest.mark.parametrize("entity", [Organization, Contact, Lead, Product])
def test_and_in_english(local_database: Database, sqlite_template: Path, tmp_path: Path, entity: type[Record]) -> None:
    set_language("en")
    go_and_return(local_database, sqlite_template, tmp_path, entity)


def go_and_return(database: Database, empty: Path, tmp_path: Path, entity: type[Record]) -> None:
    actor = sign_in(database)
    fill(database, actor, entity)
    path = tmp_path / "list.xlsx"
    assert export(database, actor, Query(entity, sort="created_at"), path) == 2
    counts = import_file(database, actor, entity, path, match="number", existing="update")
    assert counts == {"read": 2, "created": 0, "updated": 0, "skipped": 2, "invalid": 0, "batch": None}
    other = open_database(shutil.copy(empty, tmp_path / "other.db"))
    try:
        prepare_other(other, entity)
        counts = import_file(other, sign_in(other), entity, path)
        assert (counts["created"], counts["invalid"]) == (2, 0)
        assert told(other, entity) == told(database, entity)
    finally:
        other.close()


def prepare_other(database: Database, entity: type[Record]) -> None:
    with database.writing() as unit:
        unit.session.add(User(name="ha", full_name="Lê Thu Hà"))
        unit.session.add(ProductGroup(name="Máy in"))
        custom_fields.define(unit, entity.__tablename__, "Số xe", Kind.QUANTITY)
        custom_fields.define(unit, entity.__tablename__, "Hạn thẻ", Kind.DATE)
        if entity is Contact:
            records.create(unit, Organization, {"name": "Công ty Hoà Bình"})


def test_a_list_is_written_as_it_is_seen(local_database: Database, tmp_path: Path) -> None:
    actor = sign_in(local_database)
    with local_database.writing(actor) as unit:
        for name in ("Đông Á", "Ánh Dương", "Bình Minh", "An Bình"):
            records.create(unit, Organization, {"name": name, "phone": "+84912345678", "industry": "food"})
    path = tmp_path / "list.xlsx"
    count = export(local_database, actor, Query(Organization, "binh", sort="title", descending=True), path,
                   ["name", "phone", "industry", "owner_id"])  # fmt: skip
    sheet = openpyxl.load_workbook(path).active
    assert count == 2
    assert [[cell.value for cell in row] for row in sheet.iter_rows(min_row=3)] == [
        ["Tên đầy đủ", "Điện thoại", "Ngành nghề", "Người phụ trách"],
        ["Bình Minh", "0912 345 678", "Thực phẩm", "Quản trị"],
        ["An Bình", "0912 345 678", "Thực phẩm", "Quản trị"],
    ]
    with pytest.raises(Refused):
        export(local_database, actor, Query(Organization), path, ["nothing"])


def test_every_module_can_be_exported(local_database: Database, tmp_path: Path) -> None:
    from desktop_crm.models import RECORDS

    for entity in RECORDS:
        path = tmp_path / f"{entity.plural}.xlsx"
        export(local_database, sign_in(local_database), Query(entity), path)
        assert openpyxl.load_workbook(path).active.max_column > 10
