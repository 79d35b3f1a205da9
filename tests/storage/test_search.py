"""Searches find what was typed, whichever way they take to the rows."""

from __future__ import annotations

import itertools

import pytest
from sqlalchemy import text

from desktop_crm.models import Contact, Lead, Organization, PrefixCount, Quote
from desktop_crm.models.text import marked_words, search_words
from desktop_crm.storage import check, listing, reindex, search
from desktop_crm.storage.database import Database
from desktop_crm.storage.listing import Condition, ListRow, Query
from desktop_crm.storage.search import Figures, Way

FAMILIES = ("Nguyễn", "Trần", "Đỗ", "Lê", "Đặng")
MIDDLES = ("Văn", "Thị", "Đức")
GIVEN = ("An", "Ân", "Ấn", "Bình", "Yến", "Ý")


@pytest.fixture
def people(database: Database) -> Database:
    with database.writing() as unit:
        for place in range(90):
            family, middle, given = FAMILIES[place % 5], MIDDLES[place // 6 % 3], GIVEN[place % 6]
            unit.session.add(
                Contact(
                    number=f"LH-{place:03}",
                    family_name=f"{family} {middle}",
                    given_name=given,
                    mobile=f"+8491234{place:04}",
                    email=f"{'yen' if place % 6 == 4 else 'ban'}{place}@khach.example",
                    job_title="Giám đốc" if place % 7 == 0 else "",
                    owner_id=1,
                )
            )
    return database


def everything(database: Database, query: Query, size: int = 7, *, backwards: bool = False) -> list[ListRow]:
    rows: list[ListRow] = []
    with database.reading() as unit:
        while more := listing.page(unit.session, query, (), rows[-1] if rows else None, size, backwards=backwards):
            rows += more
    return rows


def titles(database: Database, query: Query) -> list[str]:
    return [row.title for row in everything(database, query)]


@pytest.fixture(params=["order", "walk", "index", "walk then index"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Every search takes this way, however small the table."""
    chosen = {
        "order": (Way("order"),),
        "walk": (Way("walk", 10_000),),
        "index": (Way("index", driver=("?",)),),
        "walk then index": (Way("walk", 9), Way("index", driver=("?",))),
    }[request.param]

    def ways(found: Figures, words: tuple[str, ...], limit: int, **how: bool) -> tuple[Way, ...]:
        usable = tuple(word for word in words if search.is_indexed(word))
        tried = chosen if how["walkable"] else [one for one in chosen if one.name != "walk"] or [Way("order")]
        tried = tried if usable else [one for one in tried if not one.driver] + [Way("order")]
        return tuple(Way(one.name, one.budget, usable if one.driver else ()) for one in tried)

    monkeypatch.setattr(search, "ways", ways)
    monkeypatch.setattr(search, "SMALL", 0)
    return str(request.param)


QUERIES = (
    *("nguyen", "ng v an", "an van nguyen", "yen", "y", "0912340", "+84 912 34 00", "912340007", "YEN10@khach"),
    *("lh 01", "lh-017", "đặng", "Nguyễn Văn Ân", "ân", "Ấn", "zzz", "van zzz", "khach example", "%", "_"),
)


def test_every_way_finds_the_same_rows_in_the_same_order(people: Database, way: str) -> None:
    for words in QUERIES:
        hits = expected(people, words)
        query = Query(Contact, search=words)
        assert [row.id for row in everything(people, query)] == hits, words
        assert [row.id for row in everything(people, query, backwards=True)] == hits[::-1], words
        with people.reading() as unit:
            assert listing.count(unit.session, query) == len(hits), words
            assert listing.ids(unit.session, query) == hits, words
            assert [row.id for row in listing.anchors(unit.session, query, 5)] == hits[4::5], words


ODD = (
    *("🎉", "?!", '"', "'", "\\", 'a"b', "an*", "^an", "an:", "AND OR NOT", "NEAR(an)", "--", "\0", "an\0b", "\ud800"),
    *("ᦰ", "anᦰ", "½", "日本", "٠٩", "x" * 500, "0" * 500, " ".join(f"w{n}" for n in range(1500)), "ẃ đ " * 1500),
)


def test_no_text_is_too_odd_to_be_searched(people: Database, way: str) -> None:
    for words in ODD:
        hits = expected(people, words)
        query = Query(Contact, search=words)
        assert [row.id for row in everything(people, query, 100)] == hits, words
        with people.reading() as unit:
            assert listing.count(unit.session, query) == len(hits), words


def expected(database: Database, words: str) -> list[int]:
    """The ids that a search has to give, worked out without the database."""
    with database.reading() as unit:
        every = unit.session.execute(text("SELECT id, title_sort, search_text FROM contact")).all()
    hits = [row for row in every if all(f" {word}" in row.search_text for word in search_words(words))]
    marked = [f" {word}" for word in marked_words(words)]
    hits.sort(key=lambda row: (not all(word in row.search_text for word in marked), row.title_sort, row.id))
    return [row.id for row in hits]


SORTS = ("job_title", "created_at", "email", "owner_id", "organization_id", "birthday")


def test_every_way_sorts_and_filters(people: Database, way: str) -> None:
    condition = Condition("given_name", "in", ("Ân", "Yến"))
    for sort, descending in itertools.product(SORTS, (False, True)):
        query = Query(Contact, search="v", conditions=(condition,), sort=sort, descending=descending)
        rows = [row.id for row in everything(people, query)]
        assert rows[::-1] == [row.id for row in everything(people, query, backwards=True)], query
        with people.reading() as unit:
            assert rows == listing.ids(unit.session, query)
            assert len(rows) == listing.count(unit.session, query) == 10
            assert rows[3::4] == [row.id for row in listing.anchors(unit.session, query, 4)], query


def test_words_spelled_with_marks_put_those_spelled_alike_first(people: Database) -> None:
    found = titles(people, Query(Contact, search="Nguyễn Văn Ân"))
    assert found[0] == "Nguyễn Văn Ân"
    assert {name.split()[-1] for name in found} == {"An", "Ân", "Ấn"}
    assert {name for name in found if name.endswith(" Ân")} == {"Nguyễn Văn Ân"}
    first = titles(people, Query(Contact, search="ân"))
    assert {name.split()[-1] for name in first[:15]} == {"Ân"}
    assert [name for name in titles(people, Query(Contact, search="an")) if name.endswith(" An")] == first[15:][:15]
    assert titles(people, Query(Contact, search="HOÀ")) == []


def test_one_spelling_of_tones_and_composition(database: Database) -> None:
    with database.writing() as unit:
        unit.session.add(Organization(number="TC-1", name="Hoà Bình"))
        unit.session.add(Organization(number="TC-2", name="Hoa Bình"))
    for words in ("Hòa", "hoà", "Ho\u0061\u0300", "HÒA"):
        assert titles(database, Query(Organization, search=words)) == ["Hoà Bình", "Hoa Bình"]


def test_rows_without_a_value_stand_last_both_ways(people: Database) -> None:
    for descending in (False, True):
        rows = everything(people, Query(Contact, sort="job_title", descending=descending))
        with people.reading() as unit:
            values = listing.page(unit.session, Query(Contact, sort="job_title", descending=descending), ("job_title",))
        assert [row.id for row in rows] == [row.id for row in values]
        assert [row.values[0] for row in values] == ["Giám đốc"] * 13 + [""] * 77


def test_names_of_buyers_and_companies_are_in_vietnamese_order(database: Database) -> None:
    with database.writing() as unit:
        for place, name in enumerate(("Đông Á", "Dương", "An", "Ân", "Yến", "")):
            unit.session.add(Quote(number=f"BG-{place}", buyer_name=name))
            unit.session.add(Lead(number=f"TN-{place}", given_name="X", company=name))
    for entity, sort in ((Quote, "buyer_name"), (Lead, "company")):
        with database.reading() as unit:
            rows = listing.page(unit.session, Query(entity, sort=sort), (sort,))
        assert [row.values[0] for row in rows] == ["An", "Ân", "Dương", "Đông Á", "Yến", ""]


def test_the_index_follows_every_change(people: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "SMALL", 0)
    with people.writing() as unit:
        record = unit.get(Contact, 1)
        record.given_name, record.mobile = "Khuê", "+84988777666"
        unit.session.delete(unit.get(Contact, 2))
    for words, expected in (("khue", 1), ("0988777", 1), ("lh 001", 0), ("0912340000", 0)):
        assert len(everything(people, Query(Contact, search=words))) == expected, words
    assert check.problems(people) == []


def test_a_rolled_back_change_leaves_the_index_alone(people: Database) -> None:
    with pytest.raises(RuntimeError), people.writing() as unit:
        unit.get(Contact, 1).given_name = "Khuê"
        unit.session.flush()
        raise RuntimeError
    assert everything(people, Query(Contact, search="khue")) == []
    assert check.problems(people) == []


def test_reindexing_mends_what_another_program_wrote(people: Database) -> None:
    with people.engine.begin() as connection:
        connection.execute(text("UPDATE contact SET given_name = 'Khuê', title = 'x', search_text = ' y' WHERE id = 3"))
    version = version_of(people, 3)
    seen: list[tuple[int, int]] = []
    assert reindex.reindex(people, lambda done, total: seen.append((done, total))) == 1
    assert [row.id for row in everything(people, Query(Contact, search="khue"))] == [3]
    assert seen[-1] == (90, 90)
    assert version_of(people, 3) == version


def version_of(database: Database, key: int) -> int:
    with database.reading() as unit:
        return unit.get(Contact, key).version


def test_texts_of_an_older_program_are_made_anew_when_opened(people: Database) -> None:
    with people.engine.begin() as connection:
        connection.execute(text("DELETE FROM setting WHERE name = 'text_version'"))
        connection.execute(text("UPDATE contact SET search_text = ' old'"))
    reindex.if_outdated(people)
    assert len(everything(people, Query(Contact, search="đặng"))) == 18
    with people.engine.begin() as connection:
        connection.execute(text("UPDATE contact SET search_text = ' old'"))
    reindex.if_outdated(people)
    assert len(everything(people, Query(Contact, search="old"))) == 90


def test_a_damaged_index_is_told(local_database: Database) -> None:
    with local_database.writing() as unit:
        unit.session.add(Contact(number="LH-1", given_name="An"))
    with local_database.engine.begin() as connection:
        connection.execute(text("INSERT INTO contact_words(contact_words) VALUES ('delete-all')"))
    assert any("Liên hệ" in problem for problem in check.problems(local_database))
    reindex.reindex(local_database)
    assert check.problems(local_database) == []


def test_words_are_counted_where_there_are_many_records(people: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "SMALL", 50)
    with people.writing() as unit:
        assert search.needs_upkeep(unit.session, Contact)
        search.keep_up(unit.session)
        assert not search.needs_upkeep(unit.session, Contact)
        counts = {row.prefix: row.records for row in unit.session.query(PrefixCount)}
    assert counts[""] == 90
    assert counts["nguyen"] == counts["nguyễn"] == counts["ng"] == 18
    with people.reading() as unit:
        found = search.figures(unit.session, Contact)
    assert found.records == 90
    assert found.estimate("nguyen") == 18


@pytest.mark.parametrize(
    ("words", "covered", "expected"),
    [
        (["nguyen"], True, ["walk", "order"]),
        (["nguyen", "yen"], True, ["walk", "index"]),
        (["zzzq"], True, ["index"]),
        (["zzzq", "nguyen"], True, ["index"]),
        (["yen"], False, ["walk", "index"]),
        (["khue"], True, ["index"]),
        (["ក្រ"], True, ["order"]),
    ],
)
def test_the_shorter_way_is_taken(words: list[str], covered: bool, expected: list[str]) -> None:
    figures = Figures(1_000_000, {"nguyen": 380_000, "yen": 40_000, "khue": 5_000}, "all")
    assert [way.name for way in search.ways(figures, words, 100, covered=covered, walkable=True)] == expected
    assert search.ways(figures, words, 100, covered=covered, walkable=False)[0].name in ("index", "order")
