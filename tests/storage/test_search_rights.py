"""Where people see a part of the records, lists and searches show that part, and find it by index."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import event, text

from desktop_crm.models import Contact, Organization
from desktop_crm.storage import listing, search, within
from desktop_crm.storage.conditions import Condition
from desktop_crm.storage.database import Database, open_database
from desktop_crm.storage.listing import Query
from desktop_crm.storage.search import Figures, Way
from tests.support import rights
from tests.support.people import actor_of, own, staffed

SHARED = (3, 17)
QUERIES = ("", "nguyen", "ân", "ng v an", "09", "zzz")
PEOPLE = 30
PRESETS = {"narrow": "staff", "wide": "manager", "all": "administrator"}


@pytest.fixture
def server(postgres_url: str) -> str:
    """Contacts of many owners: one of them alone, one with twenty-five people below, one who administers."""
    database = open_database(postgres_url)
    with database.writing() as unit:
        head = rights.add_person(unit.session, rights.own_name(postgres_url, "wide"), "manager")
        for number in range(PEOPLE):
            name = f"u{number}" if number else rights.own_name(postgres_url, "narrow")
            rights.add_person(unit.session, name, "staff", head.id if number < 25 else None)
        rights.add_person(unit.session, rights.own_name(postgres_url, "all"), "administrator")
        companies = [
            Organization(number=f"TC-{place}", name=f"Cty {place % 2}", owner_id=head.id + place) for place in range(5)
        ]
        unit.session.add_all(companies)
        unit.session.flush()
        for place in range(120):
            given = ("An", "Ân", "Bình", "Yến")[place % 4]
            family = ("Nguyễn Văn", "Trần Thị", "Đỗ")[place % 3]
            unit.session.add(
                Contact(
                    number=f"LH-{place:03}",
                    family_name=family,
                    given_name=given,
                    owner_id=head.id + place % (PEOPLE + 1),
                    mobile=f"+84912{place:06}",
                    organization_id=None if place % 4 == 0 else companies[place % 3 + place % 2].id,
                )
            )
        within.lay_out(unit.session)
    database.close()
    return postgres_url


@pytest.fixture(params=list(PRESETS))
def seen(
    request: pytest.FixtureRequest, server: str, monkeypatch: pytest.MonkeyPatch
) -> Iterator[tuple[Database, set[int]]]:
    """The database as somebody sees it, and the ids that are theirs to see."""
    scope = request.param
    shared = () if scope == "all" else SHARED
    name = rights.own_name(server, scope)
    url = rights.let_in(server, name, shared=[("contact", key) for key in shared])
    monkeypatch.setattr(search, "SMALL", 0)
    owner = open_database(server)
    with owner.reading() as unit:
        below = unit.session.scalars(
            text("SELECT w.owner_id FROM user_within w JOIN app_user u ON u.id = w.user_id"
                 " WHERE u.name = :name AND w.reach = 'subtree'"), {"name": name},
        ).all()  # fmt: skip
        rows = unit.session.execute(text("SELECT id, owner_id FROM contact")).all()
    owner.close()
    mine = {row.id for row in rows if scope == "all" or row.owner_id in below} | set(shared)
    database = rights.opened(url)
    with database.reading() as unit:
        assert unit.session.scalar(text("SELECT crm_scope('contact')")) == scope
    yield database, mine
    database.close()


def pages(database: Database, query: Query) -> list[int]:
    rows: list[listing.ListRow] = []
    with database.reading() as unit:
        while more := listing.page(unit.session, query, ("owner_id",), rows[-1] if rows else None, 7):
            rows += more
    return [row.id for row in rows]


@pytest.mark.parametrize("way", ["as planned", "index"])
def test_everyone_finds_what_is_theirs_and_nothing_else(
    seen: tuple[Database, set[int]], server: str, way: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    database, mine = seen
    if way == "index":
        monkeypatch.setattr(search, "ways", by_index)
    owner = open_database(server)
    for words in QUERIES:
        for query in (
            Query(Contact, search=words),
            Query(Contact, search=words, descending=True),
            Query(Contact, search=words, sort="mobile"),
            Query(Contact, search=words, sort="owner_id"),
            Query(Contact, search=words, conditions=(Condition("given_name", "in", ("Ân", "Yến")),)),
        ):
            wanted = [number for number in pages(owner, query) if number in mine]
            assert pages(database, query) == wanted, query
            with database.reading() as unit:
                assert listing.count(unit.session, query) == len(wanted), query
                assert listing.ids(unit.session, query) == wanted
                assert [row.id for row in listing.anchors(unit.session, query, 4)] == wanted[3::4]
    owner.close()


@pytest.mark.parametrize("descending", [False, True])
def test_a_record_is_listed_also_where_the_one_that_sorts_it_is_hidden(
    seen: tuple[Database, set[int]], descending: bool
) -> None:
    database, mine = seen
    query = Query(Contact, sort="organization_id", descending=descending)
    with database.reading() as unit:
        rows = listing.page(unit.session, query, ("organization_id",))
        ids = [row.id for row in rows]
        assert sorted(ids) == sorted(mine)
        assert ids == listing.ids(unit.session, query) == pages(database, query)
        assert ids[::-1] == [row.id for row in listing.page(unit.session, query, (), backwards=True)]
        assert ids[3::4] == [row.id for row in listing.anchors(unit.session, query, 4)]
    named = [row.values[0] is not None for row in rows]
    assert named == sorted(named, reverse=True)


@pytest.mark.parametrize("descending", [False, True])
def test_so_it_is_in_a_file(local_database: Database, descending: bool) -> None:
    ids = staffed(local_database)
    lan = actor_of(local_database, ids["lan"])
    companies = [own(local_database, ids[name], f"Cty {name}") for name in ("lan", "tuan", "ha")]
    with local_database.writing() as unit:
        for place, company in enumerate([*companies, None] * 3):
            unit.session.add(
                Contact(number=f"LH-{place}", given_name="An", owner_id=ids["lan"], organization_id=company)
            )
    query = Query(Contact, sort="organization_id", descending=descending)
    with local_database.reading(lan) as unit:
        rows = listing.page(unit.session, query, ("organization_id",))
        found = [row.id for row in rows]
        assert len(set(found)) == listing.count(unit.session, query) == 12
        assert [row.values[0] is not None for row in rows] == [True] * 3 + [False] * 9
        assert found == listing.ids(unit.session, query)
        assert found == [row.id for row in listing.page(unit.session, query, (), backwards=True)][::-1]
        assert found[4::5] == [row.id for row in listing.anchors(unit.session, query, 5)]


def by_index(found: Figures, words: tuple[str, ...], limit: int, **how: bool) -> tuple[Way, ...]:
    return (Way("definer" if found.scope == "wide" else "index", driver=words),)


def test_the_function_of_the_search_tells_nothing_of_what_is_hidden(seen: tuple[Database, set[int]]) -> None:
    database, mine = seen
    with database.reading() as unit:
        ids = unit.session.scalars(text("SELECT crm_find_contact('''nguyen'':*', ARRAY['% nguyen%'])")).all()
    assert set(ids) <= mine


MORE = """
INSERT INTO contact (number, given_name, title, title_sort, search_text, owner_id, created_at, modified_at)
SELECT 'M-' || n, 'B', 'B' || n, 'B' || n, ' b' || n || ' c' || n % 10, (SELECT min(owner_id) FROM contact) + n % 31,
  '2026-01-01', '2026-01-01' FROM generate_series(1, 4000) n
"""


def test_each_of_them_reads_by_index(seen: tuple[Database, set[int]], server: str) -> None:
    database, _ = seen
    owner = open_database(server)
    with owner.engine.begin() as connection:
        connection.execute(text(MORE))
        connection.execute(text("ANALYZE contact"))
    owner.close()
    with database.reading() as unit:
        unit.session.execute(text("SET LOCAL enable_seqscan = off"))
        scope, connection, steps = search.figures(unit.session, Contact).scope, unit.session.connection(), []
        searched: list[str] = []

        def explain(_connection: Any, _cursor: Any, statement: str, parameters: Any, *_: Any) -> None:
            if statement.lstrip().startswith(("SELECT", "WITH")) and "contact" in statement:
                raw = connection.connection.cursor()
                raw.execute(f"EXPLAIN {statement}", parameters)
                steps.extend(row[0] for row in raw.fetchall())
                searched.append(statement)

        event.listen(connection, "before_cursor_execute", explain)
        first = listing.page(unit.session, Query(Contact), (), limit=20)
        listing.page(unit.session, Query(Contact), (), first[-1], limit=20)
        listing.page(unit.session, Query(Contact, search="b77"), (), limit=20)
        unit.session.get(Contact, first[0].id)
        event.remove(connection, "before_cursor_execute", explain)
    assert steps
    assert not [step for step in steps if "Seq Scan on contact" in step], steps
    assert any("crm_find_contact" in statement for statement in searched) is (scope == "wide")
    assert any("ix_contact_owner_id" in step for step in steps) is (scope == "narrow")
