"""Who is changing a record is told to the others, until they save, give up or fall silent."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import select, update

from desktop_crm.models import Editing, Lead, User
from desktop_crm.services import editing
from desktop_crm.storage.database import Actor, Database, UnitOfWork
from tests.support.full_records import make

ADMIN = Actor(1, "admin", "Quản trị")
LAN = Actor(2, "lan", "Nguyễn Thị Lan")


@pytest.fixture
def lead(database: Database) -> int:
    with database.writing(ADMIN) as unit:
        role = unit.session.scalars(select(User.role_id).where(User.id == ADMIN.id)).one()
        unit.session.add(User(id=LAN.id, name=LAN.name, full_name=LAN.full_name, role_id=role))
        return make(unit, Lead).id


def do(database: Database, actor: Actor, work: Callable[..., object], lead: int) -> object:
    with database.writing(actor) as unit:
        return work(unit, Lead, lead)


def seen(database: Database, actor: Actor, lead: int) -> list[str]:
    with database.reading(actor) as unit:
        return [one.who for one in editing.others(unit, Lead, lead)]


def test_others_see_who_is_changing_a_record_until_it_ends(database: Database, lead: int) -> None:
    assert do(database, LAN, editing.say, lead) == ()
    assert (seen(database, ADMIN, lead), seen(database, LAN, lead)) == (["Nguyễn Thị Lan"], [])
    assert seen(database, ADMIN, lead + 1) == []
    (first,) = do(database, ADMIN, editing.say, lead)  # type: ignore[misc]
    assert first.who == "Nguyễn Thị Lan"
    do(database, LAN, editing.end, lead)
    assert (seen(database, ADMIN, lead), seen(database, LAN, lead)) == ([], ["Quản trị"])


def test_the_beginning_stays_while_one_goes_on(database: Database, lead: int) -> None:
    do(database, LAN, editing.say, lead)
    moment = row(database).since
    do(database, LAN, editing.say, lead)
    assert (row(database).since, row(database).seen_at > moment) == (moment, True)


def test_who_has_fallen_silent_is_not_shown_and_begins_anew(database: Database, lead: int) -> None:
    do(database, LAN, editing.say, lead)
    with database.writing() as unit:
        ago(unit, editing.SILENCE + timedelta(seconds=1))
    assert seen(database, ADMIN, lead) == []
    before = row(database).since
    do(database, LAN, editing.say, lead)
    assert row(database).since > before
    assert seen(database, ADMIN, lead) == ["Nguyễn Thị Lan"]


def ago(unit: UnitOfWork, how_long: timedelta) -> None:
    unit.session.execute(update(Editing).values(seen_at=unit.now - how_long, since=unit.now - how_long))


def row(database: Database) -> Editing:
    with database.reading() as unit:
        return unit.session.scalars(select(Editing)).one()
