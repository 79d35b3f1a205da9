"""A save whose answer was lost is recognised by its receipt; nothing is saved twice."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import func, select, text

from desktop_crm.errors import Lost, Unsure
from desktop_crm.models import HistoryEntry, Lead
from desktop_crm.models.record import now
from desktop_crm.models.role import Receipt
from desktop_crm.services import records
from desktop_crm.storage import receipts
from desktop_crm.storage.database import Database, open_database
from desktop_crm.storage.history import Change
from desktop_crm.storage.saves import Save
from tests.support import proxy as proxies
from tests.support.sales import SELLER


def add_lead(unit: Any) -> int:
    return records.create(unit, Lead, {"company": "Công ty Ỷ Lan"}).id


def leads(database: Database) -> int:
    with database.reading() as unit:
        entries = unit.session.scalar(select(func.count(HistoryEntry.id)).where(HistoryEntry.module == "lead"))
        found = unit.session.scalar(select(func.count(Lead.id)))
        assert entries == found
        return found or 0


@pytest.fixture
def proxy(postgres_url: str) -> Iterator[tuple[proxies.Proxy, Database]]:
    """A server behind a way that can be cut."""
    with proxies.between(postgres_url) as (way, url):
        database = open_database(url)
        yield way, database
        database.close()


def test_a_save_leaves_a_receipt_with_what_it_changed(database: Database) -> None:
    with database.writing(SELLER, "a-token") as unit:
        made = add_lead(unit)
    with database.reading() as unit:
        assert receipts.results(unit.session, ["a-token", "other"]) == {"a-token": [Change("lead", made, "created", 1)]}
    assert database.is_kept("a-token", SELLER)
    assert not database.is_kept("other", SELLER)
    assert not database.is_kept("other", SELLER)  # asking leaves nothing behind


def test_an_abandoned_save_leaves_none(database: Database) -> None:
    with pytest.raises(ZeroDivisionError), database.writing(SELLER, "a-token") as unit:
        add_lead(unit)
        raise ZeroDivisionError
    assert not database.is_kept("a-token", SELLER)


def test_old_receipts_go(database: Database) -> None:
    with database.writing() as unit:
        receipts.leave(unit.session, "old", None, now() - timedelta(days=receipts.KEPT_DAYS + 1), ())
        receipts.leave(unit.session, "new", None, now(), ())
    with database.writing() as unit:
        receipts.forget_old(unit.session, unit.now)
    with database.reading() as unit:
        assert list(unit.session.scalars(select(Receipt.token))) == ["new"]


def test_an_answer_that_was_lost_is_looked_up(proxy: tuple[proxies.Proxy, Database]) -> None:
    way, database = proxy
    save = Save(database, SELLER, add_lead)
    way.drop_answer = True
    with pytest.raises(Unsure):
        save()
    result, changes = save()  # as the program does it when the server is back
    assert leads(database) == 1
    assert changes == (Change("lead", result, "created", 1),)


def test_a_commit_that_never_arrived_is_done_again(proxy: tuple[proxies.Proxy, Database]) -> None:
    way, database = proxy
    save = Save(database, SELLER, add_lead)
    way.drop_commit = True
    with pytest.raises(Unsure):
        save()
    save()
    assert leads(database) == 1


def test_a_connection_cut_before_the_commit_is_no_doubt(proxy: tuple[proxies.Proxy, Database]) -> None:
    way, database = proxy

    def work(unit: Any) -> int:
        made = add_lead(unit)
        if way.cuts == 0:
            way.cut_all()
        return made

    save = Save(database, SELLER, work)
    with pytest.raises(Lost) as raised:
        save()
    assert not isinstance(raised.value, Unsure)
    save()
    assert leads(database) == 1


def test_a_session_ended_by_the_server_is_noticed(postgres_url: str) -> None:
    database, other = open_database(postgres_url), open_database(postgres_url)
    try:

        def work(unit: Any) -> int:
            made = add_lead(unit)
            if leads(other) == 0 and not ended:
                number = unit.session.scalar(text("SELECT pg_backend_pid()"))
                ended.append(number)
                with other.reading() as second:
                    second.session.execute(text("SELECT pg_terminate_backend(:number, 5000)"), {"number": number})
            return made

        ended: list[Any] = []
        save = Save(database, SELLER, work)
        with pytest.raises(Lost):
            save()
        save()
        assert leads(database) == 1
    finally:
        database.close()
        other.close()


def test_a_commit_still_under_way_is_waited_for(postgres_url: str) -> None:
    """The first commit was sent and is late: whoever asks meanwhile waits for it instead of saving again."""
    import threading

    database = open_database(postgres_url)
    try:
        asked, answers = threading.Event(), []

        def ask() -> None:
            asked.set()
            answers.append(database.is_kept("late", SELLER))

        with database.writing(SELLER) as unit:
            receipts.leave(unit.session, "late", SELLER.id, unit.now, ())
            thread = threading.Thread(target=ask)
            thread.start()
            asked.wait(10)
            waiting = "SELECT count(*) FROM pg_locks WHERE NOT granted"
            while not unit.session.scalar(text(waiting)):
                assert thread.is_alive()
        thread.join(30)
        assert answers == [True]
    finally:
        database.close()
