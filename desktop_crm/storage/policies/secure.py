"""Put roles, functions, triggers, policies and privileges in place, whatever is there already."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sqlalchemy import Connection, text

from desktop_crm.storage.policies import common, finding, guards, logins, numbers, questions, records
from desktop_crm.storage.policies.groups import Groups, groups
from desktop_crm.storage.policies.shape import Shape

WRITTEN = {"alembic_version": "", "user_within": "", "history_entry": "", "sign_in": "INSERT"}
"""What a user may do with a table, where row security is not all that limits it."""


def secure(connection: Connection, shape: Shape) -> None:
    """Make everything anew, in the transaction that is open; its login owns the tables and may create roles.

    Raises Forbidden where it may not.
    """
    _run(connection, logins.TABLES)
    found = groups(connection, shape)
    _run(connection, _drop_policies(connection))
    _run(connection, _functions(shape))
    _run(connection, [*guards.triggers(shape), *logins.TRIGGERS])
    _run(connection, _privileges(connection, shape, found))
    _run(connection, records.of_modules(shape, found))
    _run(connection, records.of_parts(shape, found))
    _run(connection, records.about_records(shape, found))
    _run(connection, common.of_tables(shape, found))
    _run(connection, _claim())


def _run(connection: Connection, statements: Iterable[str]) -> None:
    for statement in statements:
        connection.exec_driver_sql(statement.replace("%", "%%"))


def _drop_policies(connection: Connection) -> list[str]:
    rows = connection.execute(text("SELECT policyname, tablename FROM pg_policies WHERE schemaname = 'public'"))
    return [f'DROP POLICY "{name}" ON public."{table}"' for name, table in rows]


def _functions(shape: Shape) -> Iterator[str]:
    yield from questions.FUNCTIONS
    yield from logins.FUNCTIONS
    yield from numbers.FUNCTIONS
    yield from finding.functions(shape)


def _privileges(connection: Connection, shape: Shape, found: Groups) -> Iterator[str]:
    """The least that works: what is not named here, nobody but the owner has."""
    user, name = f'"{found.user}"', connection.scalar(text("SELECT quote_ident(current_database())"))
    yield "ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC"
    yield f"REVOKE ALL ON DATABASE {name} FROM PUBLIC"
    yield f"GRANT CONNECT, TEMPORARY ON DATABASE {name} TO {user}"
    yield "REVOKE ALL ON SCHEMA public FROM PUBLIC"
    yield "GRANT USAGE ON SCHEMA public TO PUBLIC"  # so that who lost all rights is told so, not that nothing exists
    for schema in ("public", "crm_private"):
        for kind in ("TABLES", "SEQUENCES", "FUNCTIONS"):
            yield f"REVOKE ALL ON ALL {kind} IN SCHEMA {schema} FROM PUBLIC"
    for table in _tables(connection):
        yield f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY"
        yield f"REVOKE ALL ON {table} FROM {user}"
        written = WRITTEN.get(table, "INSERT, UPDATE, DELETE")
        yield f"GRANT {', '.join(filter(None, ('SELECT', written)))} ON {table} TO {user}"
    for sequence in _sequences(connection):
        if "INSERT" in WRITTEN.get(sequence.removesuffix("_id_seq"), "INSERT"):
            yield f"GRANT USAGE ON SEQUENCE {sequence} TO {user}"
    found_by = [f"crm_find_{table}(text, text[])" for table in shape.modules]
    for function in (*questions.CALLED, *logins.CALLED, *numbers.CALLED, *found_by):
        yield f"GRANT EXECUTE ON FUNCTION {function} TO {user}"


def _tables(connection: Connection) -> list[str]:
    return list(connection.scalars(text("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1")))


def _sequences(connection: Connection) -> list[str]:
    return list(
        connection.scalars(text("SELECT sequencename FROM pg_sequences WHERE schemaname = 'public' ORDER BY 1"))
    )


def _claim() -> Iterator[str]:
    """The groups are this database's now; its logins are sorted into them."""
    yield "DELETE FROM crm_private.place"
    yield "INSERT INTO crm_private.place SELECT oid FROM pg_database WHERE datname = current_database()"
    yield "SELECT crm_sort_users()"
