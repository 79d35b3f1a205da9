"""Every table of a server has row security, every function that runs as its owner a fixed path: whatever is added."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module

import pytest
from sqlalchemy import Connection, text

from desktop_crm.storage import setup
from desktop_crm.storage.database import Database, open_database

NOT_SEEN = {"place", "login", "handover"}
"""Tables that nobody but the owner has: row security without a policy."""


@pytest.fixture
def server(postgres_url: str) -> Iterator[Database]:
    database = open_database(postgres_url)
    yield database
    database.close()


def unprotected(connection: Connection) -> set[str]:
    """Tables without row security, or without a policy for reading."""
    found = connection.scalars(
        text(
            "SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
            " WHERE n.nspname IN ('public', 'crm_private') AND c.relkind IN ('r', 'p', 'f', 'm')"
            " AND (NOT c.relrowsecurity OR NOT EXISTS"
            " (SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid AND p.polcmd = 'r'))"
        )
    )
    return set(found)


def test_every_table_has_row_security_and_a_policy(server: Database) -> None:
    with server.engine.begin() as connection:
        assert unprotected(connection) == NOT_SEEN
        connection.execute(text("CREATE TABLE added (id int)"))
        assert unprotected(connection) == NOT_SEEN | {"added"}


def test_a_view_asks_in_the_name_of_whoever_reads_it(server: Database) -> None:
    with server.engine.begin() as connection:
        views = text(
            "SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'public'"
            " AND c.relkind = 'v' AND NOT coalesce('security_invoker=true' = ANY(c.reloptions), false)"
        )
        assert connection.scalars(views).all() == []


def test_functions_have_a_fixed_path_and_are_nobodys_by_default(server: Database) -> None:
    ours = (
        "SELECT p.proname, p.prosecdef, p.proconfig::text, has_function_privilege('public', p.oid, 'EXECUTE') AS public"
        " FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE n.nspname IN ('public', 'crm_private')"
    )
    with server.engine.begin() as connection:
        connection.execute(text("CREATE FUNCTION added() RETURNS int LANGUAGE sql AS 'SELECT 1'"))
        for name, definer, settings, public in connection.execute(text(ours)):
            assert not public, name
            assert not definer or "search_path=pg_catalog, public, pg_temp" in settings, name


def test_nothing_belongs_to_everybody(server: Database) -> None:
    with server.engine.begin() as connection:
        granted = text("SELECT table_name FROM information_schema.table_privileges WHERE grantee = 'PUBLIC'"
                       " AND table_schema IN ('public', 'crm_private')")  # fmt: skip
        assert connection.scalars(granted).all() == []


def test_the_newest_migration_describes_the_present_tables() -> None:
    made = import_module("desktop_crm.storage.migrations.versions.0004_rights_on_the_server").SHAPE
    present = setup.shape()
    assert (made.modules, made.parts, set(made.kept)) == (present.modules, present.parts, set(present.kept) - {""})
    assert made.references == present.references


def test_securing_again_changes_nothing_that_is_seen(server: Database) -> None:
    listing = text("SELECT tablename, policyname, cmd, roles::text, qual, with_check FROM pg_policies ORDER BY 1, 2")
    with server.engine.begin() as connection:
        connection.execute(text("DELETE FROM crm_private.place"))
        connection.execute(
            text("INSERT INTO crm_private.place SELECT oid FROM pg_database WHERE datname = current_database()")
        )
        before = connection.execute(listing).all()
    setup.mend(server)
    with server.engine.begin() as connection:
        assert connection.execute(listing).all() == before


def test_a_copy_gets_groups_of_its_own(server: Database) -> None:
    group = text("SELECT roles[1] FROM pg_policies WHERE tablename = 'contact' AND policyname = 'see_all'")
    with server.engine.begin() as connection:
        before = connection.scalar(group)
    setup.mend(server)
    with server.engine.begin() as connection:
        assert connection.scalar(group) != before
