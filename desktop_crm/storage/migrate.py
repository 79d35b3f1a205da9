"""Schema versions: Alembic migrations on both databases, run at start."""

from __future__ import annotations

import glob
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect, text

from desktop_crm.errors import Damaged, SchemaTooNew, SchemaTooOld

if TYPE_CHECKING:
    from alembic.config import Config

    from desktop_crm.storage.database import Database

FOLDER = Path(__file__).with_name("migrations")


@cache
def head() -> str:
    """The newest schema this program knows: migrations are named 0001_what.py, 0002_what.py, …"""
    return max(path.stem.split("_")[0] for path in (FOLDER / "versions").glob("[0-9]*_*.py"))


def current(connection: Connection) -> str:
    """The schema of the database, '' for an empty one."""
    if not inspect(connection).has_table("alembic_version"):
        return ""
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar() or ""


def upgrade(database: Database) -> None:
    """Bring the schema to `head()`; a local file of an older schema is first copied beside itself.

    Raises SchemaTooNew where the database was written by a newer program, Damaged for a file of another one, and
    changes nothing then.
    """
    with database.engine.connect() as connection:
        present = current(connection)
        if database.is_local and _is_foreign(connection, present):
            raise Damaged(None, path=database.path)
    if present == head():
        return
    if present > head():
        raise SchemaTooNew()
    if present and database.is_local:
        _keep_copy(database, present)
    with database.engine.connect().execution_options(writing=True) as connection, connection.begin():
        _run(connection)


_KEPT_BY_ANOTHER = text(
    "SELECT NOT pg_has_role(session_user, relowner, 'MEMBER') FROM pg_class WHERE oid = to_regclass('public.app_user')"
)


def is_kept_by_another(database: Database) -> bool:
    """Whether the tables belong to somebody else: an ordinary user of a server works with them as they are."""
    if database.is_local:
        return False
    with database.engine.connect() as connection:
        return bool(connection.scalar(_KEPT_BY_ANOTHER))


def refuse_another_schema(database: Database) -> None:
    """Raise SchemaTooOld or SchemaTooNew where the schema is not that of this program."""
    with database.engine.connect() as connection:
        present = connection.scalar(text("SELECT version_num FROM alembic_version")) or ""
    if present != head():
        raise SchemaTooNew() if present > head() else SchemaTooOld()


def _is_foreign(connection: Connection, present: str) -> bool:
    """Whether a file has tables, or a schema, that none of our migrations made."""
    if not present:
        return bool(inspect(connection).get_table_names())
    return present <= head() and not list((FOLDER / "versions").glob(f"{glob.escape(present)}_*.py"))


def _keep_copy(database: Database, present: str) -> None:
    from desktop_crm.storage.backup import copy_file

    copy_file(database, database.path.with_name(f"{database.path.stem}.schema-{present}{database.path.suffix}"))


def _run(connection: Connection) -> None:
    from alembic import command

    if connection.dialect.name == "postgresql":  # two programs started at once: the second one waits here
        connection.execute(text("SELECT pg_advisory_xact_lock(72140)"))
        become_owner(connection)
    command.upgrade(configuration(connection), "head")


def become_owner(connection: Connection) -> None:
    """Until the transaction ends work as the role that owns the tables, or the database where there are none.

    What a migration makes belongs to it then, whoever of those who may runs the migration.
    """
    owner = connection.scalar(
        text(
            "SELECT pg_get_userbyid(coalesce("
            "(SELECT relowner FROM pg_class WHERE oid = to_regclass('public.app_user')),"
            " (SELECT datdba FROM pg_database WHERE datname = current_database())))"
        )
    )
    if connection.scalar(text("SELECT pg_has_role(:owner, 'MEMBER')"), {"owner": owner}):
        connection.execute(text("SELECT set_config('role', :owner, true)"), {"owner": owner})


def configuration(connection: Connection) -> Config:
    """Alembic's configuration bound to an open connection."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config
