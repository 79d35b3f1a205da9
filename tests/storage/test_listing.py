"""Lists page, count, sum, search and filter the same on both databases."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from desktop_crm.models import Contact, CustomField, Opportunity, Organization, Record, RecordTag, Tag
from desktop_crm.storage import listing
from desktop_crm.storage.database import Database
from desktop_crm.storage.listing import Condition, ListRow, Query

NAMES = ("Đặng", "An", "Ân", "Ấn", "Bá", "Bà", "Đỗ", "Dũng", "Ước", "Ỷ Lan")


@pytest.fixture
def filled(database: Database) -> Database:
    with database.writing() as unit:
        for place, name in enumerate(NAMES):
            company = Organization(
                number=f"TC-{place}", name=name, annual_revenue=Decimal(place * 100) + Decimal("0.5")
            )
            company.founded_on = date(2000 + place, 1, 1) if place % 2 else None
            company.type = "customer" if place < 5 else "partner"
            company.custom = {"region": "Nam"} if place == 3 else {}
            unit.session.add(company)
        unit.session.flush()
        for place in range(3):
            unit.session.add(Contact(number=f"LH-{place}", given_name=f"Tên{place}", organization_id=place + 1))
    return database


def every_row(database: Database, query: Query, columns: tuple[str, ...] = (), size: int = 3) -> list[ListRow]:
    """All pages, one after the other."""
    rows: list[ListRow] = []
    with database.reading() as unit:
        while more := listing.page(unit.session, query, columns, rows[-1] if rows else None, size):
            rows += more
    return rows


def titles(database: Database, query: Query) -> list[str]:
    return [row.title for row in every_row(database, query)]


def test_names_are_in_vietnamese_order(filled: Database) -> None:
    expected = ["An", "Ân", "Ấn", "Bà", "Bá", "Dũng", "Đặng", "Đỗ", "Ước", "Ỷ Lan"]
    assert titles(filled, Query(Organization)) == expected
    assert titles(filled, Query(Organization, descending=True)) == expected[::-1]


@pytest.mark.parametrize("sort", ["annual_revenue", "founded_on", "type", "modified_at", "owner_id", "number"])
@pytest.mark.parametrize("descending", [False, True])
def test_pages_by_any_column_show_each_row_once(filled: Database, sort: str, descending: bool) -> None:
    rows = every_row(filled, Query(Organization, sort=sort, descending=descending), (sort,))
    assert len({row.id for row in rows}) == len(NAMES)
    with filled.reading() as unit:
        assert [row.id for row in rows] == listing.ids(
            unit.session, Query(Organization, sort=sort, descending=descending)
        )


def test_search_ignores_marks_case_and_order_and_takes_beginnings(filled: Database) -> None:
    for words in ("y lan", "LAN Ỷ", "la y", "ỷ"):
        assert titles(filled, Query(Organization, search=words)) == ["Ỷ Lan"]
    assert titles(filled, Query(Organization, search="d")) == ["Dũng", "Đặng", "Đỗ"]
    assert titles(filled, Query(Organization, search="%")) == titles(filled, Query(Organization))
    assert titles(filled, Query(Organization, search="_")) == titles(filled, Query(Organization))


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        (Condition("type", "in", ("partner",)), 5),
        (Condition("type", "not_in", ("partner",)), 5),
        (Condition("type", "in", ()), 0),
        (Condition("annual_revenue", "between", (Decimal(200), Decimal("300.5"))), 2),
        (Condition("annual_revenue", "between", (None, Decimal("0.5"))), 1),
        (Condition("founded_on", "is_empty"), 5),
        (Condition("founded_on", "is_filled"), 5),
        (Condition("founded_on", "between", (date(2003, 1, 1), None)), 4),
        (Condition("short_name", "is_empty"), 10),
        (Condition("name", "contains", ("%",)), 0),
        (Condition("name", "contains", ("đ",)), 2),
        (Condition("name", "contains", ("ỶL",)), 0),
        (Condition("name", "contains", ("ỷ LAN",)), 1),
        (Condition("custom.region", "in", ("Nam",)), 1),
        (Condition("custom.region", "is_empty"), 9),
        (Condition("owner_id", "equals", (7,)), 0),
    ],
)
def test_conditions(filled: Database, condition: Condition, expected: int) -> None:
    with filled.reading() as unit:
        query = Query(Organization, conditions=(condition,))
        assert listing.count(unit.session, query) == expected
        assert len(listing.ids(unit.session, query)) == expected


def test_tags_filter(filled: Database) -> None:
    with filled.writing() as unit:
        tag = Tag(name="VIP")
        unit.session.add(tag)
        unit.session.flush()
        unit.session.add(RecordTag(module="organization", record_id=2, tag_id=tag.id))
    assert titles(filled, Query(Organization, conditions=(Condition("tag", "in", (tag.id,)),))) == ["An"]


def test_totals_are_exact(filled: Database) -> None:
    with filled.reading() as unit:
        sums = listing.totals(unit.session, Query(Organization), ["annual_revenue", "credit_limit"])
    assert sums == {"annual_revenue": Decimal("4505"), "credit_limit": Decimal(0)}


def test_a_relation_is_told_by_id_and_title(filled: Database) -> None:
    rows = every_row(filled, Query(Contact, sort="organization_id"), ("organization_id", "custom.size"))
    assert [row.values for row in rows] == [((2, "An"), None), ((3, "Ân"), None), ((1, "Đặng"), None)]


def test_anchors_are_every_nth_row(filled: Database) -> None:
    query = Query(Organization)
    with filled.reading() as unit:
        anchors = listing.anchors(unit.session, query, 4)
        following = listing.page(unit.session, query, (), anchors[1], 5)
    assert [row.title for row in following] == ["Ước", "Ỷ Lan"]


def test_the_recycle_bin_is_a_list_of_its_own(filled: Database) -> None:
    with filled.writing() as unit:
        unit.get(Organization, 1).deleted_at = unit.now
    assert titles(filled, Query(Organization, deleted=True)) == ["Đặng"]
    assert "Đặng" not in titles(filled, Query(Organization))


def test_custom_fields_are_described_in_order(filled: Database) -> None:
    with filled.writing() as unit:
        unit.session.add(CustomField(module="lead", key="b", label="Sau", kind="text", position=2))
        unit.session.add(CustomField(module="lead", key="a", label="Trước", kind="date", position=1))
        unit.session.add(CustomField(module="lead", key="c", label="Bỏ", kind="date", active=False))
    with filled.reading() as unit:
        assert list(listing.custom_fields(unit.session, "lead")) == ["custom.a", "custom.b"]


@pytest.mark.parametrize("entity", [Contact, Opportunity, Organization])
def test_an_unknown_operator_is_refused(entity: type[Record], local_database: Database) -> None:
    with local_database.reading() as unit, pytest.raises(ValueError):
        listing.count(unit.session, Query(entity, conditions=(Condition("number", "sounds_like", ("x",)),)))
