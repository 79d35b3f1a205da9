"""Schemas are made, kept and refused."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import ForeignKeyConstraint, inspect, text

from desktop_crm.errors import Damaged, SchemaTooNew, Unavailable
from desktop_crm.models import Base
from desktop_crm.storage import migrate
from desktop_crm.storage.database import Database, open_database
from desktop_crm.storage.search import is_words_part


def test_the_newest_schema_is_that_of_the_models(database: Database) -> None:
    with database.engine.connect() as connection:
        opts = {
            "compare_type": True,
            "include_name": lambda name, kind, _: not is_words_part(name),
            "include_object": lambda item, name, kind, *_: kind != "foreign_key_constraint" or not _was_added(item),
        }
        context = MigrationContext.configure(connection, opts=opts)
        assert compare_metadata(context, Base.metadata) == []


def _was_added(key: ForeignKeyConstraint) -> bool:
    """A reference of a column added later: SQLite's listing tells neither its name nor what deleting does."""
    return [(column.table.name, column.name) for column in key.columns] == [("app_user", "role_id")]


def test_the_role_of_a_user_is_a_reference(database: Database) -> None:
    with database.engine.connect() as connection:
        keys = inspect(connection).get_foreign_keys("app_user")
    assert [key["referred_table"] for key in keys if key["constrained_columns"] == ["role_id"]] == ["role"]


def test_an_empty_database_is_filled_once(empty_database_url: str) -> None:
    for _ in range(2):
        database = open_database(empty_database_url)
        with database.reading() as unit:
            assert unit.session.execute(text("SELECT count(*) FROM company")).scalar() == 1
            assert unit.session.execute(text("SELECT count(*) FROM tax_rate")).scalar() == 5
        database.close()


def test_a_newer_schema_is_refused_and_left_alone(database: Database, database_url: str) -> None:
    with database.engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(SchemaTooNew):
        open_database(database_url)
    with database.engine.connect() as connection:
        assert migrate.current(connection) == "9999"


@pytest.mark.parametrize("table", ["company (x)", "alembic_version AS SELECT '0000' AS version_num"])
def test_a_database_of_another_program_is_left_alone(tmp_path: Path, table: str) -> None:
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"CREATE TABLE {table}")
    before = path.read_bytes()
    with pytest.raises(Damaged):
        open_database(path)
    assert path.read_bytes()[100:] == before[100:]


def test_an_address_that_cannot_be_read_is_said_without_its_password() -> None:
    with pytest.raises(Unavailable) as caught:
        open_database("postgresql://ha:secret@host:port/crm")
    assert "secret" not in caught.value.text()
