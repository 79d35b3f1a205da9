"""No list, search or lookup reads a whole table: the plans of both databases say so.

The server's planner prefers reading a small table as a whole; it is told to avoid that, so that where it still does no
index would serve.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from sqlalchemy import Connection, event, select, text, update
from sqlalchemy.orm import Session

from desktop_crm.models import RECORDS, Contact, Organization, Record, Role, Share
from desktop_crm.services import duplicates, users
from desktop_crm.services.reading import by_number, open_record
from desktop_crm.storage import listing, search
from desktop_crm.storage.conditions import Condition
from desktop_crm.storage.database import SYSTEM, Actor, Database, UnitOfWork
from desktop_crm.storage.listing import Query
from desktop_crm.views.modules import MODULES

LARGE = {entity.__tablename__ for entity in RECORDS} | {
    "history_entry", "comment", "attachment", "record_tag", "quote_line", "order_line", "contact_words",
}  # fmt: skip
RELATED = {view.entity: [(e.entity, e.key) for e in view.related] for view in MODULES}


@contextmanager
def watched(
    database: Database, actor: Actor = SYSTEM, *, no_sort: bool = True
) -> Iterator[tuple[UnitOfWork, list[str]]]:
    """A reading unit, and the steps of the plans of everything it executes."""
    steps: list[str] = []
    with database.reading(actor) as unit:
        connection = unit.session.connection()
        if not database.is_local:
            unit.session.execute(text("SET LOCAL enable_seqscan = off"))
            unit.session.execute(text(f"SET LOCAL enable_sort = {'off' if no_sort else 'on'}"))
        steps_of = _sqlite_steps if database.is_local else _server_steps

        def explain(_conn: Any, _cursor: Any, statement: str, parameters: Any, *_: Any) -> None:
            if statement.lstrip().startswith(("SELECT", "WITH")):
                steps.extend(steps_of(connection, statement, parameters))

        event.listen(connection, "before_cursor_execute", explain)
        yield unit, steps
        event.remove(connection, "before_cursor_execute", explain)


def _sqlite_steps(connection: Connection, statement: str, parameters: Any) -> list[str]:
    raw = connection.connection.cursor()
    raw.execute(f"EXPLAIN QUERY PLAN {statement}", parameters)
    return [row[3] for row in raw.fetchall()]


def _server_steps(connection: Connection, statement: str, parameters: Any) -> list[str]:
    raw = connection.connection.cursor()
    raw.execute(f"EXPLAIN {statement}", parameters)
    return [row[0] for row in raw.fetchall()]


def whole_tables(steps: list[str]) -> list[str]:
    """The steps that read a large table without an index."""
    found = []
    for step in steps:
        words = step.replace("->", " ").split()
        if words[:2] == ["Seq", "Scan"] and words[3] in LARGE:
            found.append(step)
        if words[0] == "SCAN" and words[1] in LARGE and not {"INDEX", "VIRTUAL"} & set(words):
            found.append(step)
    return found


def sorted_as_a_whole(steps: list[str]) -> list[str]:
    """The steps that put more in order than a page or what belongs to one record."""
    found = []
    for before, step in zip(["", *steps], steps, strict=False):
        of_one = before.endswith("_id (organization_id=?)") or "SEARCH sorted_by USING INTEGER PRIMARY KEY" in before
        if "->  Sort" in step or (step == "USE TEMP B-TREE FOR ORDER BY" and not of_one):
            found.append(step)
    return found


MORE = """
WITH RECURSIVE numbers(n) AS (SELECT 100 UNION ALL SELECT n + 1 FROM numbers WHERE n < 3000)
INSERT INTO contact (number, given_name, title, title_sort, search_text, created_at, modified_at)
SELECT 'LH-' || n, 'B', 'B' || n, 'B' || n, ' b' || n || ' c' || n % 10, '2026-01-01', '2026-01-01' FROM numbers
"""


@pytest.fixture
def large(database: Database, monkeypatch: pytest.MonkeyPatch) -> Database:
    """A database whose tables are taken to be large."""
    monkeypatch.setattr(search, "SMALL", 5)
    with database.writing() as unit:
        unit.session.add_all(Organization(number=f"TC-{n}", name=f"Tên {n}", owner_id=1) for n in range(30))
        unit.session.flush()
        unit.session.add_all(Contact(number=f"LH-{n}", given_name=f"A{n}", organization_id=n + 1) for n in range(30))
        unit.session.execute(text(MORE))
        if not database.is_local:
            unit.session.execute(text("ANALYZE contact"))
    return database


def every_order() -> list[tuple[type[Record], str]]:
    return [(view.entity, column.key) for view in MODULES for column in view.columns if column.shown]


def test_each_order_of_each_list_is_a_walk_along_an_index(large: Database) -> None:
    for entity, sort in every_order():
        for descending in (False, True):
            query = Query(entity, sort=sort, descending=descending)
            with watched(large) as (unit, steps):
                rows = listing.page(unit.session, query, (), limit=10)
                listing.page(unit.session, query, (), rows[-1] if rows else None, 10)
                listing.page(unit.session, query, (), limit=10, backwards=True)
            assert not whole_tables(steps), (query, steps)
            assert not sorted_as_a_whole(steps), (query, steps)


def test_anchors_and_counts_read_an_index(large: Database) -> None:
    for view in MODULES:
        with watched(large, no_sort=False) as (unit, steps):
            listing.count(unit.session, Query(view.entity))
            listing.anchors(unit.session, Query(view.entity), 10)
        assert not whole_tables(steps), (view.module, steps)


@pytest.mark.parametrize("sort", ["title", "mobile", "owner_id"])
def test_a_rare_word_is_looked_up(large: Database, sort: str) -> None:
    known = search.Figures(1_000_000, {}, "all")
    with watched(large, no_sort=False) as (unit, steps):
        if not large.is_local:  # a walk costs next to nothing in so small a table
            unit.session.execute(text("SET LOCAL enable_indexscan = off"))
            unit.session.execute(text("SET LOCAL enable_indexonlyscan = off"))
        remember(unit.session, Contact, known)
        listing.page(unit.session, Query(Contact, search="a7 zzz", sort=sort), ())
        listing.count(unit.session, Query(Contact, search="a7 zzz"))
    assert not whole_tables(steps), steps
    by_words = [s for s in steps if "ix_contact_words" in s or "contact_words VIRTUAL TABLE INDEX" in s]
    assert len(by_words) >= 2, steps


def test_a_common_word_is_met_on_a_walk(large: Database) -> None:
    known = search.Figures(1_000_000, {"a": 400_000}, "all")
    with watched(large) as (unit, steps):
        remember(unit.session, Contact, known)
        listing.page(unit.session, Query(Contact, search="a"), (), limit=10)
    assert not whole_tables(steps), steps
    assert any("ix_contact_title_sort" in step for step in steps), steps


def remember(session: Session, entity: type[Record], known: search.Figures) -> None:
    import time

    search._known.setdefault(session.get_bind().engine, {})[entity.__tablename__] = time.monotonic(), known


def test_related_lists_and_owners_are_found_by_their_index(large: Database) -> None:
    for condition in (Condition("organization_id", "in", (3,)), Condition("owner_id", "in", (1,))):
        with watched(large, no_sort=False) as (unit, steps):
            listing.page(unit.session, Query(Contact, conditions=(condition,)), (), limit=10)
            listing.count(unit.session, Query(Contact, conditions=(condition,)))
        assert not whole_tables(steps), steps


CHECKS: dict[str, Callable[[UnitOfWork], object]] = {
    "phone": lambda unit: duplicates.find_duplicates(unit, Contact, {"mobile": "+84912000000"}),
    "email": lambda unit: duplicates.find_duplicates(unit, Contact, {"email": "a@b.example"}),
    "tax code": lambda unit: duplicates.find_duplicates(unit, Organization, {"tax_code": "0100233488"}),
    "number": lambda unit: by_number(unit, Contact, "lh-7"),
    "name": lambda unit: duplicates.find_duplicates(unit, Contact, {"given_name": "An", "family_name": "Lê"}),
}


@pytest.mark.parametrize("check", CHECKS)
def test_one_record_is_found_by_index(large: Database, check: str) -> None:
    with watched(large, no_sort=False) as (unit, steps):
        CHECKS[check](unit)
    assert steps
    assert not whole_tables(steps), steps


def test_a_record_opens_by_index(large: Database) -> None:
    for view in MODULES:
        with large.writing() as unit:
            record = view.entity(number="X-1")
            unit.session.add(record)
        with watched(large, no_sort=False) as (unit, steps):
            open_record(unit, view.entity, record.id, RELATED[view.entity])
        assert not whole_tables(steps), (view.module, steps)


# ---------------------------------------------------------------- a part of a file
@pytest.fixture(params=["few", "many"])
def person(request: pytest.FixtureRequest, large: Database) -> Actor:
    """A user of a file who sees the records of a few owners and some that are shared, or those of many owners."""
    if not large.is_local:
        pytest.skip("a server keeps rights itself: test_search_rights")
    with large.writing() as unit:
        role = unit.session.scalars(select(Role.id).where(Role.preset == "manager")).one()
        boss = users.add_user(unit, "boss", "Boss", role_id=role)
        for number in range(25 if request.param == "many" else 3):
            users.add_user(unit, f"u{number}", f"U{number}", manager_id=boss.id)
        unit.session.execute(update(Contact).values(owner_id=Contact.id % 5 + 1))
        unit.session.add(Share(module="contact", record_id=7, user_id=boss.id))
    return Actor(boss.id, "boss", "Boss")


def test_who_sees_a_part_reads_no_whole_table(large: Database, person: Actor) -> None:
    for view in MODULES:
        for sort in ("title", "created_at", "owner_id"):
            with watched(large, person) as (unit, steps):
                query = Query(view.entity, sort=sort)
                rows = listing.page(unit.session, query, (), limit=10)
                listing.page(unit.session, query, (), rows[-1] if rows else None, 10)
                listing.count(unit.session, query)
                listing.anchors(unit.session, query, 10)
            assert not whole_tables(steps), (view.module, sort, steps)
        with watched(large, person) as (unit, steps):
            record_id = unit.session.scalar(select(view.entity.id).limit(1))
            if record_id is not None:
                open_record(unit, view.entity, record_id, RELATED[view.entity])
        assert not whole_tables(steps), (view.module, steps)


def test_who_sees_a_part_looks_a_rare_word_up(large: Database, person: Actor) -> None:
    known = search.Figures(1_000_000, {}, "all")
    with watched(large, person) as (unit, steps):
        remember(unit.session, Contact, known)
        found = listing.page(unit.session, Query(Contact, search="a7"), ())
    assert [row.title for row in found] == ["A7"]
    assert not whole_tables(steps), steps
    assert any("contact_words VIRTUAL TABLE INDEX" in step for step in steps), steps
