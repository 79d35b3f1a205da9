"""A company of a file is moved to a server whole, compared row by row, or not at all."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from typing import Any

import pytest
from sqlalchemy import event, func, select, text

from desktop_crm.errors import Cancelled, Damaged, Refused, Unavailable
from desktop_crm.models import (
    Attachment,
    HistoryEntry,
    ImportBatch,
    ImportedRow,
    Organization,
    Quote,
    QuoteLine,
    Setting,
    User,
)
from desktop_crm.services.demo import fill
from desktop_crm.storage import transfer
from desktop_crm.storage.check import problems
from desktop_crm.storage.database import Database, open_database
from desktop_crm.storage.moving import move, take_back, try_target

HARD = {"nothing": None, "deep": [{"ă": "đ\u0301\u2028"}], "long": "x" * 5000, "n": 1.5, "whole": 2.0, "quote": '"\\\n'}


@pytest.fixture
def company(local_database: Database) -> Database:
    """A demo company, with what is easily lost on the way."""
    fill(local_database, size=12, today=date(2026, 11, 20))
    with local_database.writing() as unit:
        batch = ImportBatch(module="lead", counts={"created": 1})
        unit.session.add_all([Setting(name="hard", value=HARD), Setting(name="null", value=None), batch])
        unit.session.flush()
        unit.session.execute(
            ImportedRow.__table__.insert(), [{"batch_id": batch.id, "record_id": 1, "version": 1}]
        )  # no value at all, which is not JSON's null
        unit.session.add(ImportedRow(batch_id=batch.id, record_id=2, version=1, before={"name": "a\tb"}))
        content = bytes(range(256)) * 3
        unit.session.add(Attachment(module="lead", record_id=1, name="x", size=len(content), content=content))
        quote = unit.session.scalars(select(Quote).limit(1)).one()
        unit.session.execute(
            QuoteLine.__table__.update().where(QuoteLine.quote_id == quote.id).values(detail="dòng\n\\N\t\\.")
        )
        user = unit.session.scalars(select(User).where(User.name == "ha.lt")).one()
        user.name, user.password_hash, user.failures = "Thu Hà", "argon2 secret", 3
    return local_database


@pytest.fixture
def server(empty_postgres_url: str) -> str:
    """A server's database that holds what every company begins with."""
    open_database(empty_postgres_url).close()
    return empty_postgres_url


@pytest.fixture
def shared(server: str) -> Iterator[Database]:
    database = open_database(server)
    yield database
    database.close()


def counts(database: Database) -> dict[str, int]:
    with database.reading() as unit:
        return transfer.count_rows(unit.session.connection())


def test_everything_arrives_as_it_was(company: Database, shared: Database, server: str) -> None:
    before = counts(company)
    outcome = move(company, server)
    assert outcome.counts == before == counts(shared)
    assert problems(shared) == problems(open_database(company.path)) != []  # the attachment's digest was never set
    with shared.reading() as unit, company.reading() as old:
        assert unit.session.scalar(select(Setting.value).where(Setting.name == "hard")) == HARD
        assert unit.session.scalars(text("SELECT record_id FROM imported_row WHERE before IS NULL")).all() == [1]
        for entity in (Quote, Organization, HistoryEntry):
            rows = [one.session.scalars(select(entity).order_by(entity.id)).all() for one in (unit, old)]
            assert _values(rows[0]) == _values(rows[1])
        assert unit.session.scalar(select(Attachment.content).where(Attachment.name == "x")) == bytes(range(256)) * 3


def _values(rows: Any) -> list[dict[str, Any]]:
    return [{c.key: getattr(row, c.key) for c in row.__mapper__.column_attrs} for row in rows]


def test_ids_go_on_after_those_that_came(company: Database, shared: Database, server: str) -> None:
    move(company, server)
    with shared.writing() as unit:
        made = Organization(number="TC-X", name="Mới")
        unit.session.add(made)
        unit.session.flush()
        assert made.id == unit.session.scalar(select(func.max(Organization.id)))


def test_no_password_comes_along_and_names_are_those_a_server_takes(
    company: Database, shared: Database, server: str
) -> None:
    outcome = move(company, server)
    assert outcome.renamed == {"Thu Hà": "thu.ha"}
    assert "thu.ha" in outcome.users
    assert "admin" in outcome.users
    with shared.reading() as unit:
        user = unit.session.scalars(select(User).where(User.name == "thu.ha")).one()
        assert (user.full_name, user.password_hash, user.failures) == ("Lê Thu Hà", "", 0)


def test_who_could_sign_in_to_the_server_still_can(company: Database, shared: Database, server: str) -> None:
    with shared.writing() as unit:
        unit.session.scalars(select(User)).one().name = "postgres"
    outcome = move(company, server)
    assert "postgres" not in outcome.users
    with shared.reading() as unit:
        user = unit.session.scalars(select(User).where(User.name == "postgres")).one()
        assert user.active
        assert unit.session.scalar(text("SELECT administers FROM role WHERE id = :id"), {"id": user.role_id})
    assert not [problem for problem in problems(shared) if "user_within" in problem]


def test_the_file_is_only_read_from_then_on(company: Database, server: str) -> None:
    move(company, server)
    again = open_database(company.path)
    for database in (company, again):
        assert database.moved is not None
        assert "crm_" in database.moved.address
        with pytest.raises(Refused) as caught, database.writing():
            pass
        assert database.moved.address in caught.value.text()
        assert counts(database)["organization"] > 0
    with pytest.raises(Refused):
        move(again, server)
    take_back(again)
    with again.writing() as unit:
        unit.session.add(Organization(number="TC-X", name="Lại ở đây"))
    again.close()
    assert open_database(company.path).moved is None


def test_a_server_that_holds_data_is_refused_and_told(company: Database, shared: Database, server: str) -> None:
    assert try_target(server)
    with shared.writing() as unit:
        unit.session.add_all(Organization(number=f"TC-{n}", name="Đã có") for n in range(3))
    for work in (lambda: move(company, server), lambda: try_target(server)):
        with pytest.raises(Refused) as caught:
            work()
        assert f"{3}" in caught.value.text()
    assert counts(shared)["organization"] == 3
    assert open_database(company.path).moved is None


def test_a_failure_on_the_way_leaves_both_as_they_were(company: Database, shared: Database, server: str) -> None:
    before = counts(shared)
    with company.writing() as unit:
        unit.session.execute(text("UPDATE setting SET value = '\"\\u0000\"' WHERE name = 'hard'"))
    with pytest.raises(Refused) as caught:
        move(company, server)
    assert "setting" in caught.value.text()
    assert counts(shared) == before
    assert open_database(company.path).moved is None


def test_a_row_that_arrives_otherwise_is_noticed(company: Database, shared: Database, server: str) -> None:
    """A server that meddles: a trigger takes one dong off one total."""
    before = counts(shared)
    with shared.engine.begin() as connection:
        connection.exec_driver_sql(
            "CREATE FUNCTION meddle() RETURNS trigger LANGUAGE plpgsql AS "
            "$$ BEGIN IF NEW.id = 3 THEN NEW.grand_total := NEW.grand_total - 1; END IF; RETURN NEW; END $$"
        )
        connection.exec_driver_sql(
            "CREATE TRIGGER meddle BEFORE INSERT ON quote FOR EACH ROW EXECUTE FUNCTION meddle()"
        )
    with pytest.raises(Damaged) as caught:
        move(company, server)
    assert "quote 3" in caught.value.text()
    assert counts(shared) == before


class Stop:
    """A wish to stop that comes after some looks."""

    def __init__(self, looks: int) -> None:
        self.looks = looks

    def check(self) -> None:
        self.looks -= 1
        if self.looks < 0:
            raise Cancelled()


@pytest.mark.parametrize("looks", [0, 10, 70])
def test_it_can_be_stopped(company: Database, shared: Database, server: str, looks: int) -> None:
    before = counts(shared)
    with pytest.raises(Cancelled):
        move(company, server, cancel=Stop(looks))
    assert counts(shared) == before
    with company.writing() as unit:
        unit.session.add(Organization(number="TC-X", name="Còn làm tiếp"))


def test_progress_reaches_its_end(company: Database, server: str) -> None:
    heard: list[tuple[int, int]] = []
    move(company, server, progress=lambda done, total: heard.append((done, total)))
    assert heard[-1][0] == heard[-1][1] > 100
    assert [done for done, _ in heard] == sorted(done for done, _ in heard)


def test_nobody_writes_into_the_file_meanwhile(company: Database, server: str) -> None:
    """What would be entered while it moves is refused, never lost."""
    other = open_database(company.path)
    event.listen(other.engine, "connect", lambda connection, _: connection.execute("PRAGMA busy_timeout=0"))
    other.engine.dispose()
    refused = []

    def meanwhile(done: int, total: int) -> None:
        if not refused:
            with pytest.raises(Unavailable) as caught, other.writing():
                pass
            refused.append(caught.value)

    move(company, server, progress=meanwhile)
    assert refused
    other.close()


def test_a_damaged_file_is_not_moved(company: Database, server: str) -> None:
    company.close()
    with closing(sqlite3.connect(company.path)) as raw:
        raw.execute("UPDATE quote SET organization_id = 99999 WHERE id = 1")
        raw.commit()
    with pytest.raises(Refused) as caught:
        move(open_database(company.path), server)
    assert "organization" in caught.value.text()


def test_only_a_server_with_this_schema_takes_a_company(
    company: Database, shared: Database, server: str, tmp_path: Any
) -> None:
    for target in (str(tmp_path / "x.crm"), "mysql://a@b/c"):
        with pytest.raises((Refused, Unavailable)):
            move(company, target)
    with shared.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0001'")
    with pytest.raises(Refused) as caught:
        move(company, server)
    assert "0001" in caught.value.text()
