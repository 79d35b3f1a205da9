"""Sheets go into the database row by row or not at all, with their history, and can be taken back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

from desktop_crm.errors import Cancelled, CrmError, NotFound, Refused
from desktop_crm.exchange import matching, undoing
from desktop_crm.exchange.commands import import_file
from desktop_crm.exchange.importing import Existing, ImportPlan, State, prepare, run, undo_import
from desktop_crm.exchange.workbook import read_table
from desktop_crm.exchange.write import ColumnSpec, write_table
from desktop_crm.models import (
    Contact,
    HistoryEntry,
    ImportBatch,
    ImportedRow,
    Lead,
    Organization,
    Product,
    ProductGroup,
    User,
)
from desktop_crm.models.fields import Kind
from desktop_crm.services import custom_fields, records
from desktop_crm.services.notes import add_comment
from desktop_crm.services.sign_in import sign_in
from desktop_crm.storage.check import problems
from desktop_crm.storage.database import Actor, Database, open_database
from tests.exchange import awkward
from tests.support import rights

NAME, TAX, MAIL = "Tên khách hàng", "MST", "Email"


@pytest.fixture
def actor(database: Database) -> Actor:
    return sign_in(database)


def sheet(path: Path, *rows: tuple[Any, ...]) -> Path:
    """A workbook whose first row are the titles."""
    columns = [ColumnSpec(title, None) for title in rows[0]]
    write_table(path / "in.xlsx", "Danh sách", columns, rows[1:])
    return path / "in.xlsx"


def plan_of(database: Database, entity: type[Any], path: Path, mapping: dict[int, str], **said: Any) -> ImportPlan:
    with database.reading() as unit:
        return prepare(unit, entity, read_table(path), mapping, **said)


def every(database: Database, entity: type[Any]) -> list[Any]:
    with database.reading() as unit:
        return list(unit.session.scalars(select(entity).order_by(entity.id)))


def count(database: Database, entity: type[Any]) -> int:
    with database.reading() as unit:
        return unit.session.scalar(select(func.count(entity.id))) or 0


def test_awkward_sheet_goes_in_with_the_right_counts(database: Database, actor: Actor, tmp_path: Path) -> None:
    made = awkward.make(tmp_path / "kh.xlsx", 1200)
    counts = import_file(database, actor, Organization, made.path, rejected=tmp_path / "errors.xlsx")
    new = len(made.good) - len(made.repeated_in_file)
    assert counts == {
        "read": 1200,
        "created": new,
        "updated": 0,
        "skipped": len(made.repeated_in_file),
        "invalid": len(made.refused),
        "batch": 1,
    }
    stored = {o.customer_code: o for o in every(database, Organization)}
    for number, row in made.good.items():
        if number not in made.repeated_in_file:
            assert {key: getattr(stored[row["customer_code"]], key) for key in row} == row
    assert len(read_table(tmp_path / "errors.xlsx").rows) == len(made.refused)


def test_each_refused_row_names_its_field(local_database: Database, tmp_path: Path) -> None:
    made = awkward.make(tmp_path / "kh.xlsx", 1200)
    from desktop_crm.exchange.commands import mapping_of

    table = read_table(made.path)
    with local_database.reading() as unit:
        plan = prepare(unit, Organization, table, mapping_of(unit, Organization, table, {}))
    refused = {
        number: {fault.field for fault in faults if not fault.warning} for number, faults in plan.rejected.items()
    }
    assert refused == {number: {field} for number, field in made.refused.items()}


def test_records_are_what_the_form_would_have_made(database: Database, actor: Actor, tmp_path: Path) -> None:
    path = sheet(
        tmp_path,
        (NAME, TAX, "Doanh thu năm", "Ngày thành lập"),
        ("Công ty Ánh Dương", "0100233488", 5e9, date(2001, 2, 3)),
    )
    import_file(database, actor, Organization, path)
    values = {
        "name": "Công ty Ánh Dương",
        "tax_code": "0100233488",
        "annual_revenue": Decimal(5_000_000_000),
        "founded_on": date(2001, 2, 3),
    }
    with database.writing(actor) as unit:
        records.create(unit, Organization, values)
    imported, made = every(database, Organization)
    alike = {column.key for column in Organization.__table__.columns} - {
        "id",
        "number",
        "created_at",
        "modified_at",
        "search_text",
    }
    assert {key: getattr(imported, key) for key in alike} == {key: getattr(made, key) for key in alike}
    assert imported.search_text.replace(imported.number.split("-")[-1], "") != ""
    assert (imported.number[:-1], imported.number != made.number) == (made.number[:-1], True)
    with database.reading() as unit:
        told = unit.session.scalars(select(HistoryEntry).order_by(HistoryEntry.id)).all()
    assert [(t.record_id, t.action, t.user_id, t.changes) for t in told] == [
        (imported.id, "created", actor.id, []),
        (made.id, "created", actor.id, []),
    ]
    assert [t.user_name for t in told] == [told[1].user_name] * 2


def test_search_finds_what_was_imported(database: Database, actor: Actor, tmp_path: Path) -> None:
    from desktop_crm.storage.listing import Query, page

    import_file(database, actor, Organization, sheet(tmp_path, (NAME, TAX), ("Cơ khí Thịnh Phát", "0100233488")))
    with database.reading() as unit:
        for words in ("thinh phat", "0100233488"):
            assert len(page(unit.session, Query(Organization, words), ["name"])) == 1


@pytest.mark.parametrize(
    ("row", "field"),
    [
        (("Khác", "0100233488", "", "", ""), "tax_code"),
        (("Khác", "", "0912345678", "", ""), "phone"),
        (("Khác", "", "", "LienHe@a.example", ""), "email"),
        (("CÔNG TY  HÒA BÌNH", "", "", "", ""), "name"),
        (("Khác", "", "", "", "KH1"), "customer_code"),
    ],
)
def test_what_is_there_already_is_skipped(
    database: Database, actor: Actor, tmp_path: Path, row: Any, field: str
) -> None:
    with database.writing(actor) as unit:
        records.create(
            unit,
            Organization,
            {
                "name": "Công ty Hoà Bình",
                "tax_code": "0100233488",
                "customer_code": "KH1",
                "phone": "+84912345678",
                "email": "lienhe@a.example",
            },
        )
    titles = (NAME, TAX, "Điện thoại", MAIL, "Mã KH")
    mapping = dict(enumerate(("name", "tax_code", "phone", "email", "customer_code")))
    plan = plan_of(database, Organization, sheet(tmp_path, titles, row), mapping)
    assert (plan.rows[0].state, plan.rows[0].existing_id) == (State.DUPLICATE, 1)
    assert [notice.field for notice in plan.rows[0].notices] == [field]
    assert "Hoà Bình" in plan.rows[0].notices[0].text()
    assert run(database, actor, plan).as_dict() | {"read": 0} == {
        "read": 0,
        "created": 0,
        "updated": 0,
        "skipped": 1,
        "invalid": 0,
        "batch": None,
    }


def test_another_tax_code_is_another_company_and_a_deleted_one_is_none(
    database: Database, actor: Actor, tmp_path: Path
) -> None:
    with database.writing(actor) as unit:
        records.create(unit, Organization, {"name": "Hoà Bình", "tax_code": "0100233488", "phone": "+84912345678"})
        gone = records.create(unit, Organization, {"name": "Ánh Dương", "tax_code": "0100047516"})
        records.delete(unit, Organization, [gone.id])
    path = sheet(
        tmp_path, (NAME, TAX, "SĐT"), ("Hoà Bình", "0314409058-002", "0912345678"), ("Ánh Dương", "0100047516", "")
    )
    assert import_file(database, actor, Organization, path)["created"] == 2


def test_update_changes_only_what_differs(database: Database, actor: Actor, tmp_path: Path) -> None:
    with database.writing(actor) as unit:
        records.create(
            unit, Organization, {"name": "A", "tax_code": "0100233488", "email": "a@a.example", "notes": "n"}
        )
        records.create(unit, Organization, {"name": "B", "tax_code": "0100047516"})
    path = sheet(tmp_path, (NAME, TAX, MAIL), ("A mới", "0100233488", ""), ("B", "0100047516", ""), ("C", "", ""))
    counts = import_file(database, actor, Organization, path, match="tax_code", existing="update")
    assert counts == {"read": 3, "created": 1, "updated": 1, "skipped": 1, "invalid": 0, "batch": 1}
    first, second, third = every(database, Organization)
    assert (first.name, first.title, first.email, first.notes, first.version) == (
        "A mới",
        "A mới",
        "a@a.example",
        "n",
        2,
    )
    assert first.title_sort == Organization(name="A mới", title="A mới").make_title_sort()
    assert (second.version, third.name) == (1, "C")
    with database.reading() as unit:
        told = unit.session.scalars(select(HistoryEntry).where(HistoryEntry.action == "changed")).all()
    assert [(t.record_id, t.changes) for t in told] == [(first.id, [["name", "A", "A mới"]])]


def test_create_makes_another_one_and_says_so(local_database: Database, tmp_path: Path) -> None:
    actor = sign_in(local_database)
    path = sheet(tmp_path, (NAME, TAX), ("A", "0100233488"))
    assert import_file(local_database, actor, Organization, path)["created"] == 1
    plan = plan_of(local_database, Organization, path, {0: "name", 1: "tax_code"}, existing="create")
    assert (plan.rows[0].state, plan.rows[0].notices[0].warning) == (State.NEW, True)
    assert run(local_database, actor, plan).created == 1


def test_contacts_find_their_organization_by_name_number_or_tax_code(
    database: Database, actor: Actor, tmp_path: Path
) -> None:
    with database.writing(actor) as unit:
        one = records.create(unit, Organization, {"name": "Công ty Hoà Bình", "tax_code": "0100233488"})
        for _ in range(2):
            records.create(unit, Organization, {"name": "Trùng Tên"})
    titles = ("Họ và tên", "Công ty", "Di động", "Ngày sinh")
    path = sheet(
        tmp_path,
        titles,
        ("Ông Nguyễn Văn An", "CÔNG TY HÒA BÌNH", 912345678, "1/2/1980"),
        ("Trần Bình", one.number, "", ""),
        ("Lê Chi", "0100233488", "", ""),
        ("Phạm Dũng", "Trùng Tên", "", ""),
        ("Đỗ Yến", "Công ty Hoà Bìn", "", ""),
    )
    mapping = {0: "full_name", 1: "organization_id", 2: "mobile", 3: "birthday"}
    plan = plan_of(database, Contact, path, mapping)
    assert [row.state for row in plan.rows] == [State.NEW] * 3 + [State.INVALID] * 2
    assert plan.rows[4].fixes == {"organization_id": "Công ty Hoà Bình"}
    run(database, actor, plan)
    stored = every(database, Contact)
    assert [c.organization_id for c in stored] == [one.id] * 3
    assert (stored[0].family_name, stored[0].given_name, stored[0].mobile) == ("Nguyễn Văn", "An", "+84912345678")
    assert (stored[0].title, stored[0].birthday, stored[0].salutation) == ("Nguyễn Văn An", date(1980, 2, 1), "mr")


def test_contacts_share_a_landline_but_not_a_mobile(database: Database, actor: Actor, tmp_path: Path) -> None:
    path = sheet(
        tmp_path,
        ("Họ và tên", "SĐT"),
        ("An", "024 3825 1234"),
        ("Bình", "024 3825 1234"),
        ("Chi", "0912345678"),
        ("Dũng", "0912 345 678"),
    )
    counts = import_file(database, actor, Contact, path)
    assert (counts["created"], counts["skipped"]) == (3, 1)


def test_rows_of_one_file_refer_to_each_other(database: Database, actor: Actor, tmp_path: Path) -> None:
    path = sheet(tmp_path, (NAME, "Công ty mẹ"), ("Con", "TỔNG CÔNG TY"), ("Tổng công ty", ""), ("Lạc", "Không có"))
    counts = import_file(database, actor, Organization, path)
    assert (counts["created"], counts["invalid"]) == (2, 1)
    child, parent = every(database, Organization)
    assert (child.parent_id, child.version, parent.parent_id) == (parent.id, 1, None)
    done = undo_import(database, actor, counts["batch"] or 0)
    assert (done.deleted, done.kept) == (2, ())


@pytest.mark.parametrize(
    ("entity", "title", "match"), [(Organization, "Tên công ty", "name"), (Contact, "Họ và tên", "full_name")]
)
def test_names_can_be_chosen_to_match_by(
    database: Database, actor: Actor, tmp_path: Path, entity: type[Any], title: str, match: str
) -> None:
    path = sheet(tmp_path, (title, "Ghi chú"), ("Nguyễn Hoà", "cũ"), ("Trần Bình", ""))
    assert import_file(database, actor, entity, path)["created"] == 2
    path = sheet(tmp_path, (title, "Ghi chú"), ("NGUYỄN HÒA", "mới"), ("Nguyễn Hoa", ""))
    counts = import_file(database, actor, entity, path, match=match, existing="update")
    assert (counts["updated"], counts["created"]) == (1, 1)
    assert every(database, entity)[0].notes == "mới"


def test_leads_need_a_name_or_a_company(database: Database, actor: Actor, tmp_path: Path) -> None:
    path = sheet(
        tmp_path,
        ("Họ tên", "Công ty", "Email", "Nguồn"),
        ("Nguyễn An", "", "", "Website"),
        ("", "Công ty A", "", ""),
        ("", "", "x@a.example", ""),
    )
    counts = import_file(database, actor, Lead, path)
    assert (counts["created"], counts["invalid"]) == (2, 1)
    assert [(lead.title, lead.source, lead.status) for lead in every(database, Lead)] == [
        ("Nguyễn An", "website", "new"),
        ("Công ty A", "", "new"),
    ]


def test_a_converted_lead_is_not_changed(database: Database, actor: Actor, tmp_path: Path) -> None:
    with database.writing(actor) as unit:
        lead = records.create(unit, Lead, {"given_name": "An", "email": "an@a.example"})
        lead.converted_at = unit.now
    path = sheet(tmp_path, ("Tên", MAIL), ("Ánh", "an@a.example"))
    plan = plan_of(database, Lead, path, {0: "given_name", 1: "email"}, match_field="email", existing="update")
    assert plan.rows[0].state == State.INVALID


def test_products_make_their_groups(database: Database, actor: Actor, tmp_path: Path) -> None:
    with database.writing(actor) as unit:
        unit.session.add(ProductGroup(name="Máy in"))
    path = sheet(
        tmp_path,
        ("Mã hàng", "Tên hàng", "Nhóm hàng", "Giá bán", "Thuế suất", "ĐVT"),
        ("A1", "Máy in A", "máy in", "1.500.000", "8%", "cái"),
        ("A2", "Mực", "Vật tư", 250000, 0.1, "hộp"),
        ("A3", "Bảo trì", "Vật tư", 0, "KCT", ""),
    )
    counts = import_file(database, actor, Product, path)
    assert counts["created"] == 3
    with database.reading() as unit:
        groups = {g.id: g.name for g in unit.session.scalars(select(ProductGroup))}
    stored = every(database, Product)
    assert [groups[p.group_id] for p in stored] == ["Máy in", "Vật tư", "Vật tư"]
    assert [(p.list_price, p.tax_code) for p in stored] == [(1500000, "VAT8"), (250000, "VAT10"), (0, "KCT")]


def test_custom_fields_come_in_too(database: Database, actor: Actor, tmp_path: Path) -> None:
    with database.writing(actor) as unit:
        custom_fields.define(unit, "organization", "Số xe", Kind.QUANTITY)
        custom_fields.define(unit, "organization", "Hạng", Kind.CHOICE, ["Vàng", "Bạc"])
        keys = [field.key for field in custom_fields.custom_fields(unit, "organization")]
    path = sheet(tmp_path, (NAME, "Số xe", "Hạng", TAX), ("A", 3, "vang", "0100233488"), ("B", "nhiều", "Đồng", ""))
    counts = import_file(database, actor, Organization, path)
    assert (counts["created"], counts["invalid"]) == (1, 1)
    assert every(database, Organization)[0].custom == {keys[0]: "3", keys[1]: "Vàng"}
    path = sheet(tmp_path, (TAX, "Số xe"), ("0100233488", 4))
    assert import_file(database, actor, Organization, path, existing="update")["updated"] == 1
    assert every(database, Organization)[0].custom == {keys[0]: "4", keys[1]: "Vàng"}


def test_owners_by_sign_in_name_or_full_name(database: Database, actor: Actor, tmp_path: Path) -> None:
    with database.writing(actor) as unit:
        unit.session.add(User(name="ha", full_name="Lê Thu Hà"))
    path = sheet(tmp_path, (NAME, "NV phụ trách"), ("A", "lê thu hà"), ("B", "HA"), ("C", ""), ("D", "Lê Thu Hào"))
    plan = plan_of(database, Organization, path, {0: "name", 1: "owner_id"})
    assert [row.state for row in plan.rows] == [State.NEW] * 3 + [State.INVALID]
    assert plan.rows[3].fixes == {"owner_id": "Lê Thu Hà"}
    run(database, actor, plan)
    assert [o.owner_id for o in every(database, Organization)] == [2, 2, actor.id]


def test_cells_can_be_mended_in_the_preview(database: Database, tmp_path: Path) -> None:
    path = sheet(tmp_path, (NAME, MAIL), ("A", "không có"))
    mapping = {0: "name", 1: "email"}
    assert plan_of(database, Organization, path, mapping).rows[0].state == State.INVALID
    row = read_table(path).rows[0].number
    mended = plan_of(database, Organization, path, mapping, edits={(row, 1): "a@a.example"})
    assert (mended.rows[0].state, mended.rows[0].values["email"]) == (State.NEW, "a@a.example")


def test_a_dry_run_keeps_nothing(database: Database, actor: Actor, tmp_path: Path) -> None:
    path = sheet(tmp_path, (NAME, TAX), ("A", ""), ("B", ""))
    counts = import_file(database, actor, Organization, path, dry_run=True)
    assert counts == {"read": 2, "created": 2, "updated": 0, "skipped": 0, "invalid": 0, "batch": None}
    assert count(database, Organization) == count(database, ImportBatch) == 0


def test_what_others_wrote_meanwhile_counts(database: Database, actor: Actor, tmp_path: Path) -> None:
    path = sheet(tmp_path, (NAME, TAX), ("A", "0100233488"))
    plan = plan_of(database, Organization, path, {0: "name", 1: "tax_code"})
    with database.writing(actor) as unit:
        records.create(unit, Organization, {"name": "A", "tax_code": "0100233488"})
    assert run(database, actor, plan).skipped == 1
    assert count(database, Organization) == 1


def test_a_cancelled_import_leaves_nothing(database: Database, actor: Actor, tmp_path: Path) -> None:
    path = sheet(tmp_path, (NAME, TAX), *((f"Công ty {i}", "") for i in range(1500)))
    plan = plan_of(database, Organization, path, {0: "name", 1: "tax_code"})
    told: list[tuple[int, int]] = []
    answers: Iterator[bool] = iter([False, False, True])
    with pytest.raises(Cancelled):
        run(database, actor, plan, lambda *said: told.append(said), lambda: next(answers))
    assert told == [(0, 1500), (500, 1500)]
    assert count(database, Organization) == count(database, ImportBatch) == count(database, HistoryEntry) == 0
    assert run(database, actor, plan).created == 1500


def test_undo_takes_back_what_nobody_touched(database: Database, actor: Actor, tmp_path: Path) -> None:
    with database.writing(actor) as unit:
        for name, code in (("A", "0100233488"), ("B", "0100047516")):
            records.create(unit, Organization, {"name": name, "tax_code": code, "founded_on": date(2000, 1, 1)})
    rows = [(f"Mới {i}", "", "", "") for i in range(5)]
    titles = (NAME, TAX, "Ngày thành lập", "Doanh thu")
    path = sheet(tmp_path, titles, ("A2", "0100233488", "5/6/2007", 7), ("B2", "0100047516", "", ""), *rows)
    batch = import_file(database, actor, Organization, path, match="tax_code", existing="update")["batch"]
    with database.writing(actor) as unit:
        stored = {o.name: o for o in unit.session.scalars(select(Organization))}
        stored["B2"].notes = stored["Mới 1"].notes = "đã gọi"
        records.create(unit, Contact, {"given_name": "An", "organization_id": stored["Mới 2"].id})
        add_comment(unit, stored["Mới 3"], "quan trọng")
    done = undo_import(database, actor, batch or 0)
    assert (done.deleted, done.restored) == (2, 1)
    assert {(kept.title, kept.reason) for kept in done.kept} == {
        ("B2", undoing.CHANGED),
        ("Mới 1", undoing.CHANGED),
        ("Mới 2", undoing.USED),
        ("Mới 3", undoing.USED),
    }
    stored = {o.name: o for o in every(database, Organization)}
    assert set(stored) == {"A", "B2", "Mới 1", "Mới 2", "Mới 3"}
    first = stored["A"]
    assert (first.founded_on, first.annual_revenue, first.title, first.version) == (date(2000, 1, 1), 0, "A", 3)
    assert count(database, ImportedRow) == 0
    with pytest.raises(Refused):
        undo_import(database, actor, batch or 0)
    with pytest.raises(NotFound):
        undo_import(database, actor, 99)
    assert problems(database) == []


def test_undone_and_imported_again_is_as_before(database: Database, actor: Actor, tmp_path: Path) -> None:
    path = sheet(tmp_path, (NAME, TAX), *((f"Công ty {i}", "") for i in range(20)))
    first = import_file(database, actor, Organization, path)
    undo_import(database, actor, first["batch"] or 0)
    kept = 0 if database.is_local else 40  # a server gives no id twice and keeps what it told
    assert (count(database, Organization), count(database, HistoryEntry)) == (0, kept)
    assert import_file(database, actor, Organization, path)["created"] == 20
    assert count(database, HistoryEntry) == kept + 20


@pytest.mark.parametrize(
    "said",
    [
        {"columns": {"name": "Không có"}},
        {"columns": {"nothing": NAME}},
        {"match": "fax"},
        {"match": "founded_on", "columns": {"founded_on": TAX}},
        {"sheet": "Trang 5"},
    ],
)
def test_what_is_asked_wrongly_is_refused(local_database: Database, tmp_path: Path, said: dict[str, Any]) -> None:
    path = sheet(tmp_path, (NAME, TAX), ("A", ""))
    with pytest.raises(CrmError):
        import_file(local_database, sign_in(local_database), Organization, path, **said)


def test_columns_can_be_said_by_title_or_letter(local_database: Database, tmp_path: Path) -> None:
    path = sheet(tmp_path, ("Cột lạ", "Khác"), ("A", "ghi chú"))
    counts = import_file(
        local_database, sign_in(local_database), Organization, path, columns={"name": "cot la", "notes": "B"}
    )
    assert counts["created"] == 1
    assert every(local_database, Organization)[0].notes == "ghi chú"


def test_a_fixed_number_of_statements_whatever_the_rows(local_database: Database, tmp_path: Path) -> None:
    from sqlalchemy import event

    said: list[int] = []
    for size in (10, 900):
        path = sheet(
            tmp_path, (NAME, TAX, MAIL), *((f"C {size} {i}", "", f"x{size}{i}@a.example") for i in range(size))
        )
        plan = plan_of(local_database, Organization, path, {0: "name", 1: "tax_code", 2: "email"})
        statements: list[str] = []
        event.listen(local_database.engine, "before_cursor_execute", lambda *a, s=statements: s.append(a[2]))
        run(local_database, sign_in(local_database), plan)
        said.append(len(statements))
    assert said[0] == said[1]


def test_under_row_security_rows_go_in_all_the_same(postgres_url: str, tmp_path: Path) -> None:
    owner = open_database(postgres_url)
    name = rights.own_name(postgres_url, "ha")
    with owner.writing() as unit:
        rights.add_person(unit.session, name, "staff")
    own = open_database(rights.let_in(postgres_url, name))
    actor = sign_in(own)
    path = sheet(tmp_path, (NAME, TAX), ("A", "0100233488"), ("B", ""))
    counts = import_file(own, actor, Organization, path)
    assert (counts["created"], [one.owner_id for one in every(own, Organization)]) == (2, [2, 2])
    assert import_file(own, actor, Organization, path)["skipped"] == 2
    assert undo_import(own, actor, counts["batch"] or 0).deleted == 2
    own.close()
    owner.close()


def test_rows_that_share_something_are_compared_in_the_order_of_the_file(
    database: Database, actor: Actor, tmp_path: Path
) -> None:
    with database.writing(actor) as unit:
        records.create(unit, Organization, {"name": "Có sẵn", "tax_code": "0100233488", "phone": "+84912345678"})
        records.create(unit, Organization, {"name": "Khác", "phone": "+84912345678", "email": "A@x.example"})
    path = sheet(
        tmp_path,
        (NAME, TAX, "SĐT", MAIL),
        ("", "0100047516", "", ""),
        ("Một", "0100047516", "", ""),
        ("Hai", "0100047516", "", "b@x.example"),
        ("Ba", "", "", "B@x.example"),
        ("Bốn", "0314409058", "0912345678", ""),
        ("Năm", "", "", "a@x.example"),
        ("một", "", "", ""),
        ("Sáu", "", "", ""),
    )
    plan = plan_of(database, Organization, path, dict(enumerate(("name", "tax_code", "phone", "email"))))
    told = [(row.state, row.existing_id, [fault.field for fault in row.notices]) for row in plan.rows]
    assert told == [
        (State.INVALID, None, ["name"]),
        (State.NEW, None, []),
        (State.DUPLICATE, None, ["tax_code"]),
        (State.NEW, None, []),
        (State.DUPLICATE, 2, ["phone"]),
        (State.DUPLICATE, 2, ["email"]),
        (State.DUPLICATE, None, ["name"]),
        (State.NEW, None, []),
    ]


def test_a_plan_is_compared_again_only_after_somebody_wrote(
    database: Database, actor: Actor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    load = matching.load
    monkeypatch.setattr(matching, "load", lambda *said: asked.append(1) or load(*said))
    path = sheet(tmp_path, (NAME, TAX), ("A", "0100233488"))
    mapping = {0: "name", 1: "tax_code"}
    run(database, actor, plan_of(database, Organization, path, mapping))
    assert len(asked) == 1
    before = plan_of(database, Organization, path, mapping)
    undo_import(database, actor, 1)
    assert (run(database, actor, before).created, len(asked)) == (1, 3)
    before = plan_of(database, Organization, path, mapping)
    with database.writing(actor) as unit:
        records.create(unit, Contact, {"given_name": "An"})
    assert (run(database, actor, before).skipped, len(asked)) == (1, 5)


def test_a_record_changed_after_the_preview_is_not_written_over(
    database: Database, actor: Actor, tmp_path: Path
) -> None:
    codes = ("0300588569", "0100109106")
    with database.writing(actor) as unit:
        ids = [
            records.create(unit, Organization, {"name": f"Công ty {code}", "tax_code": code, "address": "Huế"}).id
            for code in codes
        ]
    path = sheet(tmp_path, ("Mã số thuế", "Địa chỉ"), (codes[0], "Đà Nẵng"), (codes[1], "Cần Thơ"))
    said = {"match_field": "tax_code", "existing": Existing.UPDATE}
    plan = plan_of(database, Organization, path, {0: "tax_code", 1: "address"}, **said)
    with database.writing(actor) as unit:
        records.save(unit, Organization, ids[0], 1, {"address": "Vinh"})
    done = run(database, actor, plan)
    assert (done.updated, done.invalid) == (1, 1)
    with database.reading() as unit:
        assert [unit.get(Organization, key).address for key in ids] == ["Vinh", "Cần Thơ"]
