"""Finding records by a few words, on both databases: what is found, and in which order."""

from __future__ import annotations

from typing import Any

import pytest

from desktop_crm.models import Organization, Product, Quote, Record
from desktop_crm.services import finding
from desktop_crm.services.finding import find, lookup, ranking, search
from desktop_crm.services.list_places import read_first
from desktop_crm.storage.database import Database
from desktop_crm.storage.listing import Query, count
from tests.factories import create_many


def make(database: Database, entity: type[Record], *rows: dict[str, Any]) -> None:
    with database.writing() as unit:
        unit.session.add_all(entity(**{"number": f"{entity.__name__}-{n}", **row}) for n, row in enumerate(rows))


def titles(database: Database, entity: type[Record], text: str, limit: int = 20) -> list[str]:
    with database.reading() as unit:
        return [row.title for row in find(unit, entity, text, limit)]


@pytest.fixture
def customers(database: Database) -> Database:
    make(
        database,
        Organization,
        {"name": "Công ty Bình Minh", "tax_code": "0300588569", "phone": "+84912345678", "customer_code": "KH-0042"},
        {"name": "Thịnh Phát", "email": "mua.hang@thinhphat.example"},
        {"name": "Cơ khí Thinh Phát", "address": "Số 42 Lê Lợi"},
        {"name": "Ánh Dương Thịnh Phát", "phone": "02838123456"},
        {"name": "Bao bì Thị Nh Phát"},
    )
    return database


@pytest.mark.parametrize(
    "text",
    [
        *("0912 345", "0912345678", "912 345 678", "+84 912 345", "+84 (0)912 345", "84 912 345 678", "0084 912 345"),
        *("0084912345678", "0912\u00a0345\u00a0678", "0300588569", "0300 588", "KH-0042", "kh 0042", "kh0042"),
    ],
)
def test_numbers_are_found_however_they_are_typed(customers: Database, text: str) -> None:
    assert titles(customers, Organization, text) == ["Công ty Bình Minh"]
    with customers.reading() as unit:
        query, rows = read_first(unit, Query(Organization, search=text), ())
        assert [row.title for row in rows] == ["Công ty Bình Minh"]
        assert count(unit.session, query) == 1


def test_what_was_typed_is_kept_where_nothing_is_found(customers: Database) -> None:
    with customers.reading() as unit:
        for text in ("999 999", "zz99", "0084", "🎉 zz"):
            query = Query(Organization, search=text)
            assert read_first(unit, query, ()) == (query, [])


@pytest.mark.parametrize("text", ["mua.hang@thinhphat.example", "MUA.HANG@thinhphat", "mua hang"])
def test_addresses_are_found(customers: Database, text: str) -> None:
    assert titles(customers, Organization, text) == ["Thịnh Phát"]


@pytest.mark.parametrize("text", ["BG-2026-0001", "bg-2026-0001", "BG 2026 0001", "bg20260001", " BG-2026-0001 "])
def test_exact_number_of_a_quote_comes_first(database: Database, text: str) -> None:
    make(
        database,
        Quote,
        {"number": "BG-2026-0001/R2", "subject": "An"},
        {"number": "BG-2026-00012", "subject": "An"},
        {"number": "BG-2026-0001", "subject": "Máy tiện"},
        {"number": "BG-2025-0007", "subject": "Thay cho BG-2026-0001"},
    )
    assert titles(database, Quote, text)[0] == "BG-2026-0001 Máy tiện"


def test_exact_number_is_found_among_too_many(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(finding, "CANDIDATES", 3)
    make(
        database,
        Product,
        *({"name": f"Bu lông {n}", "code": f"M8-{n}", "number": f"SP-{n}"} for n in range(1, 9)),
        {"name": "Đai ốc", "code": "M8", "number": "SP-90"},
    )
    assert titles(database, Product, "m8", 3)[0] == "Đai ốc"
    assert titles(database, Product, "sp-90", 3) == ["Đai ốc"]


def test_exact_spelling_comes_before_titles_that_begin_so(customers: Database) -> None:
    assert titles(customers, Organization, "thịnh phát") == [
        "Ánh Dương Thịnh Phát",
        "Thịnh Phát",
        "Cơ khí Thinh Phát",
    ]
    assert titles(customers, Organization, "thinh phat")[0] == "Thịnh Phát"


def test_others_keep_the_order_of_the_list(customers: Database) -> None:
    assert titles(customers, Organization, "phat") == [
        "Ánh Dương Thịnh Phát",
        "Bao bì Thị Nh Phát",
        "Cơ khí Thinh Phát",
        "Thịnh Phát",
    ]


def test_order_is_the_same_for_longer_words(customers: Database) -> None:
    found = [titles(customers, Organization, text) for text in ("th", "thi", "thin", "thinh", "thinh p")]
    kept = found[-1]
    assert kept[0] == "Thịnh Phát"
    assert all([title for title in each if title in kept] == kept for each in found)


def test_says_how_many_there_are(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    with database.writing() as unit:
        create_many(unit, Organization, 64)
    with database.reading() as unit:
        some = search(unit, Organization, "co khi", 5)
        assert (len(some.rows), some.number, some.more) == (5, 8, False)
        many = search(unit, Organization, "cong ty", 5)
        assert (len(many.rows), many.number, many.more) == (5, finding.CANDIDATES, True)
        assert search(unit, Organization, "không có", 5).rows == []


def test_without_words_a_lookup_gives_the_first_by_name(customers: Database) -> None:
    with customers.reading() as unit:
        assert [row.title for row in lookup(unit, "organization", "", 2)] == [
            "Ánh Dương Thịnh Phát",
            "Bao bì Thị Nh Phát",
        ]


def test_people_are_chosen_by_any_part_of_their_name(database: Database) -> None:
    with database.reading() as unit:
        everyone = lookup(unit, "app_user", "")
        assert everyone
        assert lookup(unit, "app_user", everyone[0].title.split()[0][:2])[0].title
        assert lookup(unit, "app_user", "xyzzy") == []


@pytest.mark.parametrize(
    ("text", "title", "codes", "rank"),
    [
        ("bg 2026 0001", "BG-2026-0001 Máy", ["BG-2026-0001"], 0),
        ("Hòa", "Công ty Hòa Bình", [], 1),
        ("hoa", "Hòa Bình", [], 2),
        ("Hoá", "Hòa Bình", [], 2),
        ("binh", "Hòa Bình", [None, ""], 3),
        ("", "Hòa Bình", [""], 3),
    ],
)
def test_ranks(text: str, title: str, codes: list[Any], rank: int) -> None:
    assert ranking(text)(title, codes) == rank
