"""What others change is told while it happens, one's own work is not, and a lost server is found again."""

from __future__ import annotations

import queue
from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import text

from desktop_crm.models import Contact, Record
from desktop_crm.storage import feed
from desktop_crm.storage.database import Actor, Database, open_database
from desktop_crm.storage.history import Change
from tests.support.full_records import make

ADMIN = Actor(1, "admin", "Quản trị")
SECONDS = 20  # nobody waits so long unless something is broken


class Heard:
    """Follows a database and keeps what it is told."""

    def __init__(self, database: Database) -> None:
        self.told: queue.Queue[tuple[Change, ...]] = queue.Queue()
        self.feed = database.follow(ADMIN, self.told.put)
        assert self.feed.wait_until_ready(SECONDS)

    def next(self) -> tuple[Change, ...]:
        return self.told.get(timeout=SECONDS)


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feed, "_LOOK", 0.05)
    monkeypatch.setattr(feed, "_FIRST_PAUSE", 0.05)


@pytest.fixture
def other(database: Database, database_url: str) -> Iterator[Database]:
    """The same database, opened by somebody else's program."""
    opened = open_database(database_url)
    yield opened
    opened.close()


def change(database: Database, record: Record, **values: Any) -> None:
    with database.writing(ADMIN) as unit:
        found = unit.get(type(record), record.id)
        for key, value in values.items():
            setattr(found, key, value)


def made(database: Database) -> Record:
    with database.writing(ADMIN) as unit:
        return make(unit, Contact)


def told(record: Record, action: str) -> tuple[Change, ...]:
    return (Change("contact", record.id, action, 0, "Quản trị"),)


def test_what_others_do_is_told_with_their_name(database: Database, other: Database) -> None:
    heard = Heard(database)
    record = made(other)
    assert heard.next() == told(record, "created")
    change(other, record, job_title="Kế toán")
    assert heard.next() == told(record, "changed")


def test_ones_own_work_and_what_was_before_is_not_told(database: Database, other: Database) -> None:
    record = made(other)
    heard = Heard(database)
    change(database, record, job_title="Kế toán")
    last = made(other)
    assert heard.next() == told(last, "created")
    assert heard.told.empty()


def test_of_very_many_changes_only_the_module_is_told(
    database: Database, other: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(feed, "MOST", 2)
    heard = Heard(database)
    with other.writing(ADMIN) as unit:
        for _ in range(3):
            make(unit, Contact)
    assert heard.next() == (Change("contact", 0, "changed", 0),)


def test_nothing_is_told_after_closing(database: Database, other: Database) -> None:
    heard = Heard(database)
    heard.feed.close()
    made(other)
    assert heard.told.empty()


def test_a_transaction_that_began_before_and_ends_after_another_is_told(postgres_url: str) -> None:
    mine, hers, his = (open_database(postgres_url) for _ in range(3))
    heard = Heard(mine)
    with hers.writing(ADMIN) as unit:
        slow = make(unit, Contact)
        with his.engine.begin() as connection:
            new = "INSERT INTO contact (number, given_name, created_at, modified_at) VALUES ('X1', 'Lan', now(), now())"
            connection.execute(text(new))
        (first,) = heard.next()
    assert (first.action, first.who) == ("created", "postgres")
    assert heard.next() == told(slow, "created")
    for database in (mine, hers, his):
        database.close()


def test_after_a_lost_connection_it_tells_what_happened_meanwhile(postgres_url: str) -> None:
    mine, hers = open_database(postgres_url), open_database(postgres_url)
    heard = Heard(mine)
    listeners = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%'"
    with hers.engine.connect() as connection:
        ended = connection.execute(text(listeners)).all()
    record = made(hers)
    assert len(ended) == 1
    assert heard.next() == told(record, "created")
    for database in (mine, hers):
        database.close()


def test_closing_a_database_ends_its_feed(database: Database) -> None:
    heard = Heard(database)
    database.close()
    assert not heard.feed._thread.is_alive()
