"""Two units of work that wait for each other: one is begun anew, and both are kept."""

from __future__ import annotations

import threading

import pytest

from desktop_crm.errors import Refused
from desktop_crm.models import Contact
from desktop_crm.storage.database import Actor, open_database
from desktop_crm.storage.retry import again
from tests.support.full_records import make

ADMIN = Actor(1, "admin", "Quản trị")


def test_of_two_that_wait_for_each_other_one_begins_anew(postgres_url: str) -> None:
    database = open_database(postgres_url)
    with database.writing(ADMIN) as unit:
        ids = [make(unit, Contact).id for _ in range(2)]
    both_hold_one, runs = threading.Barrier(2), []

    def change(first: int, second: int) -> None:
        runs.append(first)
        with database.writing(ADMIN) as unit:
            unit.get(Contact, first).notes += "a"
            unit.session.flush()
            if len(runs) <= 2:
                both_hold_one.wait(20)
            unit.get(Contact, second).notes += "b"

    threads = [threading.Thread(target=again, args=(lambda pair=pair: change(*pair),)) for pair in (ids, ids[::-1])]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    with database.reading() as unit:
        assert sorted("".join(sorted(unit.get(Contact, one).notes)) for one in ids) == ["ab", "ab"]
    assert len(runs) == 3
    database.close()


def test_other_errors_come_at_once() -> None:
    calls = []

    def refuse() -> None:
        calls.append(1)
        raise Refused("no")

    with pytest.raises(Refused):
        again(refuse)
    assert len(calls) == 1
