"""Reads of pages: a newer one stops the statement of an older one, and no stale answer overtakes a newer one."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QObject
from sqlalchemy import text

from desktop_crm.errors import CrmError
from desktop_crm.storage.database import Database, UnitOfWork
from desktop_crm.views.context import Context
from desktop_crm.views.shell.jobs import InlineRunner, Job, JobRunner
from tests.factories import make_context
from tests.storage.test_interrupt import ENDLESS


class Backwards(InlineRunner):
    """A runner whose reads end in the opposite order when it is let go."""

    def __init__(self) -> None:
        super().__init__()
        self.held: list[Job] = []

    def _start_read(self, job: Job) -> None:
        self.held.append(job)

    def let_go(self) -> None:
        while self.held:
            super()._start_read(self.held.pop())


@pytest.fixture
def threaded(qtbot: Any, database: Database) -> Any:
    """A context whose reads run on real threads."""
    runner = JobRunner()
    yield make_context(database, runner)
    runner.close()


def endless(context: Context, began: threading.Event) -> Callable[[UnitOfWork], Any]:
    def work(unit: UnitOfWork) -> Any:
        began.set()
        return unit.session.execute(text(ENDLESS[context.database.engine.dialect.name])).all()

    return work


def number(value: int) -> Callable[[UnitOfWork], Any]:
    return lambda unit: unit.session.scalar(text(f"SELECT {value}"))


def test_newer_read_stops_the_statement_of_the_older_one(qtbot: Any, threaded: Context) -> None:
    owner, seen, faults = QObject(), [], []
    began = [threading.Event() for _ in range(6)]
    for each in began:  # more than there are readers: all of them would be busy for ever
        threaded.read(endless(threaded, each), seen.append, faults.append, owner=owner, key="rows")
        assert each.wait(30)
    threaded.read(number(7), seen.append, faults.append, owner=owner, key="rows")
    qtbot.waitUntil(lambda: bool(seen), timeout=60_000)
    assert (seen, faults) == ([7], [])


def test_stopped_read_is_silent(qtbot: Any, threaded: Context) -> None:
    owner, told = QObject(), []
    threaded.jobs.on_error = told.append  # type: ignore[attr-defined]
    began = threading.Event()
    wish = threaded.read(endless(threaded, began), told.append, told.append, owner=owner, key="rows")
    assert began.wait(30)
    wish.set()
    after: list[int] = []
    threaded.read(number(1), after.append, owner=owner, key="others")
    qtbot.waitUntil(lambda: bool(after), timeout=60_000)
    threaded.jobs.close()  # type: ignore[attr-defined]
    assert not told


def test_closing_does_not_wait_for_what_is_read(qtbot: Any, database: Database) -> None:
    runner, began, owner = JobRunner(), threading.Event(), QObject()
    context = make_context(database, runner)
    context.read(endless(context, began), owner=owner, key="rows")
    assert began.wait(30)
    runner.close()


def test_stale_answers_never_overtake(qtbot: Any, local_database: Database) -> None:
    runner, owner = Backwards(), QObject()
    seen: list[int] = []
    faults: list[CrmError] = []
    context = make_context(local_database, runner)
    for value in range(5):
        context.read(number(value), seen.append, faults.append, owner=owner, key="rows")
    runner.let_go()
    assert (seen, faults) == ([4], [])


def test_reads_with_other_keys_are_left_alone(qtbot: Any, local_database: Database) -> None:
    runner, owner = Backwards(), QObject()
    seen: list[int] = []
    context = make_context(local_database, runner)
    context.read(number(1), seen.append, owner=owner, key="rows")
    context.read(number(2), seen.append, owner=owner, key="sums")
    context.read(number(3), seen.append, owner=owner)
    runner.let_go()
    assert sorted(seen) == [1, 2, 3]
