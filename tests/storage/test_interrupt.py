"""Stopping what the database is running: the statement ends, the connection stays good, nobody else is hit."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import text

from desktop_crm.errors import Cancelled, Unavailable
from desktop_crm.storage.database import Database
from desktop_crm.storage.interrupt import Interrupt
from desktop_crm.views.shell.jobs import Cancel

ENDLESS = {
    "sqlite": "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n",
    "postgresql": "SELECT pg_sleep(600)",
}


def run_endless(database: Database, cancel: Cancel, began: Callable[[], object] = lambda: None) -> None:
    """Read something that never ends by itself."""
    with database.reading(cancel=cancel) as unit:
        unit.session.execute(text("SELECT 1"))
        began()
        unit.session.execute(text(ENDLESS[database.engine.dialect.name]))


def outcome(work: Callable[[], Any]) -> tuple[threading.Thread, list[BaseException]]:
    """Run work on a thread of its own; the list gets what it raised."""
    raised: list[BaseException] = []

    def run() -> None:
        try:
            work()
        except BaseException as error:
            raised.append(error)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    return thread, raised


def test_running_statement_ends_and_its_connection_can_be_used_again(database: Database) -> None:
    began, cancel = threading.Event(), Cancel()
    with database.reading() as unit:
        before = unit.session.connection().connection.driver_connection
    thread, raised = outcome(lambda: run_endless(database, cancel, began.set))
    assert began.wait(30)
    cancel.set()
    thread.join(60)
    assert [type(error) for error in raised] == [Cancelled]
    with database.reading() as unit:
        assert unit.session.connection().connection.driver_connection is before
        assert unit.session.scalar(text("SELECT 7")) == 7


def test_wish_that_came_first_stops_before_anything_is_asked(database: Database) -> None:
    cancel = Cancel()
    cancel.set()
    with pytest.raises(Cancelled), database.reading(cancel=cancel):
        raise AssertionError("nothing may run")


def test_wish_that_comes_late_touches_nobody(database: Database) -> None:
    cancel = Cancel()
    with database.reading(cancel=cancel) as unit:
        assert unit.session.scalar(text("SELECT 1")) == 1
    cancel.set()
    with database.reading(cancel=Cancel()) as unit:
        assert unit.session.scalar(text("SELECT 2")) == 2


def test_wish_is_heard_by_a_statement_that_begins_after_it(database: Database) -> None:
    cancel = Cancel()
    thread, raised = outcome(lambda: run_endless(database, cancel, cancel.set))
    thread.join(60)
    assert [type(error) for error in raised] == [Cancelled]


def test_interrupt_that_was_closed_does_nothing() -> None:
    calls: list[int] = []

    class Connection:
        def cancel_safe(self, timeout: float) -> None:
            calls.append(1)

    interrupt = Interrupt(Connection())
    interrupt.close()
    interrupt()
    assert not calls


def test_connection_that_is_gone_is_no_error() -> None:
    class Gone:
        def cancel_safe(self, timeout: float) -> None:
            raise OSError("connection is closed")

    interrupt = Interrupt(Gone())
    interrupt()
    interrupt.close()


def test_fault_that_is_no_wish_stays_what_it_is(database: Database) -> None:
    with pytest.raises(Exception) as told, database.reading(cancel=Cancel()) as unit:
        unit.session.execute(text("SELECT nothing FROM nowhere"))
    assert not isinstance(told.value, Cancelled)
    with pytest.raises(Unavailable), database.reading(cancel=Cancel()) as unit:
        raise Unavailable(reason="test")
