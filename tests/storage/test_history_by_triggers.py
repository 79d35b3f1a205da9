"""On a server whatever client changes a record, its history reads as if the program had done it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import psycopg
import pytest
from alembic.script import ScriptDirectory
from sqlalchemy import Date, inspect, select

from desktop_crm.models import RECORDS, Child, Contact, HistoryEntry, Organization, Quote, QuoteLine, Record
from desktop_crm.models.fields import Field, Kind, fields_of
from desktop_crm.models.record import derived_keys
from desktop_crm.models.types import Scaled, UtcDateTime
from desktop_crm.services.choices import load_choices
from desktop_crm.storage import history, migrate
from desktop_crm.storage.database import Actor, Database, UnitOfWork, open_database
from desktop_crm.storage.transfer import begin_copying
from tests.support import rights
from tests.support.full_records import make, value_for

ADMIN = Actor(1, "admin", "Quản trị")
every_module = pytest.mark.parametrize("entity", RECORDS, ids=lambda entity: entity.__tablename__)


@pytest.fixture
def server(postgres_url: str) -> Iterator[Database]:
    database = open_database(postgres_url)
    yield database
    database.close()


@pytest.fixture
def client(server: Database) -> Iterator[psycopg.Connection[Any]]:
    """A program that knows nothing of ours."""
    url = server.url.set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(url, autocommit=True) as connection:
        yield connection


def told(database: Database, record: Record) -> list[tuple[str, int | None, list[Any]]]:
    """Action, user and changes of every entry about a record."""
    mine = (HistoryEntry.module == record.__tablename__, HistoryEntry.record_id == record.id)
    with database.reading() as unit:
        entries = unit.session.scalars(select(HistoryEntry).where(*mine).order_by(HistoryEntry.id))
        return [(entry.action, entry.user_id, entry.changes) for entry in entries]


def made(database: Database, entity: type[Record]) -> tuple[Record, dict[str, Any]]:
    """A record, and a new value for each of its fields that history tells."""
    with database.writing(ADMIN) as unit:
        keys = [key for key in fields_of(entity) if key not in {*history.UNTOLD, "deleted_at"}]
        values = {key: another(unit, fields_of(entity)[key]) for key in keys}
        return make(unit, entity), {**values, "custom": {"vùng": "Miền Bắc", "a": 1.5, "b": None}}


def another(unit: UnitOfWork, field: Field) -> Any:
    if field.kind == Kind.DATETIME:
        return datetime(2026, 3, 4, 5, 6, 7, 80_000, UTC)
    if field.key == "exchange_rate":
        return Decimal("25400.000125")
    if field.key == "expected_revenue":  # what the program computes of the other values
        return Decimal(141562250)
    return value_for(unit, field, load_choices(unit))


def stored(entity: type[Record], key: str, value: Any) -> Any:
    """A value as the server's column holds it."""
    kind = inspect(entity).columns[key].type
    if isinstance(kind, Scaled):
        return int(value.scaleb(kind.places))
    return psycopg.types.json.Jsonb(value) if key == "custom" else value


def update(client: psycopg.Connection[Any], record: Record, values: dict[str, Any]) -> None:
    columns = ", ".join(f'"{key}" = %s' for key in values)
    parameters = [stored(type(record), key, value) for key, value in values.items()]
    client.execute(f'UPDATE "{record.__tablename__}" SET {columns} WHERE id = {record.id}', parameters)  # type: ignore[arg-type]


def put(database: Database, record: Record, values: dict[str, Any]) -> None:
    with database.writing(ADMIN) as unit:
        found = unit.session.get(type(record), record.id)
        for key, value in values.items():
            setattr(found, key, value)


@every_module
def test_every_field_is_told_alike_by_program_and_bare_client(
    local_database: Database, server: Database, client: psycopg.Connection[Any], entity: type[Record]
) -> None:
    (ours, values), (theirs, same) = made(local_database, entity), made(server, entity)
    assert (ours.id, values) == (theirs.id, same)
    with server.writing(ADMIN) as unit:
        beside = make(unit, entity, {"code": "MT-02"} if entity.__tablename__ == "product" else None)
    put(local_database, ours, values)
    put(server, beside, values)
    update(client, theirs, values)
    expected = told(local_database, ours)[-1][2]
    assert {change[0] for change in expected} >= {"custom.a", "custom.vùng", "notes"}
    assert told(server, theirs)[-1] == ("changed", None, expected)
    written_here = told(server, beside)[-1]
    written_here[2][0][1] = expected[0][1]  # a product's code is its own
    assert written_here == ("changed", ADMIN.id, expected)


@every_module
def test_every_value_is_told_alike_when_it_goes(
    local_database: Database, server: Database, client: psycopg.Connection[Any], entity: type[Record]
) -> None:
    (ours, values), (theirs, _) = made(local_database, entity), made(server, entity)
    empty = {key: getattr(ours, key) for key in values}
    for database, record in ((local_database, ours), (server, theirs)):
        put(database, record, values)
    put(local_database, ours, empty)
    update(client, theirs, empty)
    assert told(server, theirs)[-1][2] == told(local_database, ours)[-1][2] != []


@pytest.mark.parametrize("amount", ["0", "0.0001", "-0.5", "100", "1500.5", "922337203685477.5807", "-1200"])
def test_amounts_are_told_without_needless_zeros(
    server: Database, client: psycopg.Connection[Any], amount: str
) -> None:
    with server.writing(ADMIN) as unit:
        record = make(unit, Organization, {"credit_limit": Decimal(7)})
    update(client, record, {"credit_limit": Decimal(amount)})
    assert told(server, record)[-1][2] == [["credit_limit", "7", history.plain(Decimal(amount))]]


def test_the_columns_told_are_those_declared() -> None:
    migrations = ScriptDirectory(str(migrate.FOLDER))
    latest: Any = migrations.get_revision("0005").module
    assert {entity.__tablename__: " ".join(map(_column, *zip(*_told(entity), strict=True)))
                           for entity in RECORDS} == latest.TOLD  # fmt: skip
    assert {entity.__tablename__: " ".join(derived_keys(entity)) for entity in RECORDS} == latest.DERIVED


def _told(entity: type[Record]) -> list[tuple[type[Record], str]]:
    return [(entity, key) for key in fields_of(entity) if key not in {*history.UNTOLD, "deleted_at"}]


def _column(entity: type[Record], key: str) -> str:
    kind = inspect(entity).columns[key].type
    places = f":{kind.places}" if isinstance(kind, Scaled) else ""
    return key + places + (":day" if isinstance(kind, Date) else ":moment" if isinstance(kind, UtcDateTime) else "")


def test_every_part_is_told() -> None:
    latest: Any = ScriptDirectory(str(migrate.FOLDER)).get_revision("0005").module
    parts = {part.__tablename__: part.part for part in Child.__subclasses__()}
    assert {table: part for table, (_, part, _) in latest.PARTS.items()} == parts


def test_a_bare_client_raises_the_version_and_leaves_its_name(
    server: Database, client: psycopg.Connection[Any]
) -> None:
    with server.writing(ADMIN) as unit:
        record = make(unit, Contact)
    client.execute("UPDATE contact SET job_title = 'Kế toán', version = 1, created_by_id = NULL")
    with server.reading() as unit:
        now = unit.get(Contact, record.id)
        assert (now.version, now.modified_by_id, now.modified_at > record.modified_at) == (2, None, True)
        last = unit.session.scalars(select(HistoryEntry).order_by(HistoryEntry.id.desc())).first()
        assert last is not None
        assert (last.user_name, last.changes) == ("postgres", [["job_title", "", "Kế toán"]])


def test_a_version_rises_by_one_in_a_transaction_however_often_the_record_is_written(
    server: Database, client: psycopg.Connection[Any]
) -> None:
    with server.writing(ADMIN) as unit:
        record = make(unit, Contact)
    with client.transaction():
        client.execute("UPDATE contact SET job_title = 'Kế toán', version = 40")
        client.execute("UPDATE contact SET department = 'Tài chính'")
        client.execute("UPDATE contact SET job_title = 'Kế toán trưởng', notes = 'x'")
        client.execute("UPDATE contact SET notes = ''")
    with server.reading() as unit:
        assert unit.get(Contact, record.id).version == 2
    assert [entry[2] for entry in told(server, record)] == [
        [],
        [["job_title", "", "Kế toán trưởng"], ["department", "", "Tài chính"]],
    ]


def test_what_changes_nothing_is_not_told(server: Database, client: psycopg.Connection[Any]) -> None:
    with server.writing(ADMIN) as unit:
        record = make(unit, Contact)
    client.execute("UPDATE contact SET job_title = job_title, search_text = ' x'")
    assert len(told(server, record)) == 1
    with server.reading() as unit:
        assert unit.get(Contact, record.id).version == 1


def test_parts_are_counted_under_their_record_and_raise_its_version(
    server: Database, client: psycopg.Connection[Any]
) -> None:
    with server.writing(ADMIN) as unit:
        quote, other = make(unit, Quote), make(unit, Quote)
        quote.lines = [QuoteLine(name=name) for name in ("Máy tiện", "Máy phay", "Máy bào")]  # type: ignore[attr-defined]
    with client.transaction():
        client.execute("UPDATE quote_line SET quantity = 30000 WHERE name = 'Máy tiện'")
        client.execute("DELETE FROM quote_line WHERE name = 'Máy phay'")
        client.execute("UPDATE quote_line SET quote_id = %s WHERE name = 'Máy bào'", [other.id])
        client.execute("UPDATE quote SET subject = 'Xưởng mới' WHERE id = %s", [quote.id])
    assert told(server, quote)[1:] == [
        ("changed", None, [["subject", "", "Xưởng mới"], ["lines", None, {"changed": 1, "removed": 2}]])
    ]
    assert told(server, other)[1:] == [("changed", None, [["lines", None, {"changed": 1}]])]
    with server.reading() as unit:
        assert [unit.get(Quote, one.id).version for one in (quote, other)] == [2, 2]


def test_a_record_erased_by_a_bare_client_is_told_with_those_that_lose_it(
    server: Database, client: psycopg.Connection[Any]
) -> None:
    with server.writing(ADMIN) as unit:
        firm = make(unit, Organization)
        person = make(unit, Contact, {"organization_id": firm.id})
        quote = make(unit, Quote)
        quote.lines = [QuoteLine(name="Máy tiện")]  # type: ignore[attr-defined]
    client.execute("DELETE FROM organization")
    client.execute("DELETE FROM quote")
    assert told(server, firm)[-1] == ("erased", None, [])
    assert told(server, person)[-1][2] == [["organization_id", firm.id, None]]
    assert told(server, quote)[1:] == [("erased", None, [])]


def test_thousands_of_records_are_told_by_one_statement(server: Database, client: psycopg.Connection[Any]) -> None:
    with server.writing(ADMIN) as unit:
        make(unit, Contact)
    columns = "number, given_name, created_at, modified_at"
    client.execute(
        f"INSERT INTO contact ({columns}) SELECT 'X' || n, 'Lan', now(), now() FROM generate_series(1, 5000) n"
    )
    client.execute("UPDATE contact SET job_title = 'Kế toán'")
    with server.reading() as unit:
        actions = list(unit.session.scalars(select(HistoryEntry.action)))
        assert (actions.count("created"), actions.count("changed")) == (5001, 5001)


def test_only_the_owner_speaks_for_others(server: Database) -> None:
    with server.writing(ADMIN) as unit:
        record = make(unit, Contact)
    url = server.url.set(drivername="postgresql").render_as_string(hide_password=False)
    with server.writing(ADMIN) as unit:
        user = rights.add_person(unit.session, rights.own_name(url, "lan"), "administrator")
    with psycopg.connect(rights.let_in(url, user.name)) as lan:
        lan.execute("SELECT set_config('crm.user_id', '1', true), set_config('crm.copying', 'on', true)")
        lan.execute("UPDATE contact SET job_title = 'Thủ quỹ', version = 90, modified_by_id = 1, created_by_id = NULL")
        lan.commit()
        for forged in ("SELECT crm_tell('contact', '{1}', '{erased}', '{[]}')", "DELETE FROM history_entry"):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                lan.execute(forged)  # type: ignore[arg-type]
            lan.rollback()
    with server.reading() as unit:
        now = unit.get(Contact, record.id)
        assert (now.version, now.modified_by_id, now.created_by_id) == (2, user.id, ADMIN.id)
        last = unit.session.scalars(select(HistoryEntry).order_by(HistoryEntry.id.desc())).first()
        assert last is not None
        assert (last.user_id, last.user_name) == (user.id, user.full_name)


def test_rows_copied_by_the_owner_bring_their_history_along(server: Database) -> None:
    long_ago = datetime(2020, 1, 2, tzinfo=UTC)
    with server.writing(ADMIN) as unit:
        begin_copying(unit.session.connection())
        record = make(unit, Contact)
        record.created_at, record.version = long_ago, 7
    assert told(server, record) == []
    with server.reading() as unit:
        now = unit.get(Contact, record.id)
        assert (now.created_at, now.version) == (long_ago, 7)


def test_a_unit_of_work_keeps_the_servers_time(server: Database) -> None:
    with server.writing(ADMIN) as unit:
        record = make(unit, Contact)
    with server.reading() as unit:
        entry = unit.session.scalars(select(HistoryEntry)).one()
        now = unit.get(Contact, record.id)
        assert entry.at == now.created_at == now.modified_at == record.created_at
