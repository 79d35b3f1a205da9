"""A database on a server for several people: made, or mended where it exists; nothing in it is ever destroyed.

An owner without a login has the database and everything in it, and may create roles. Whoever runs this is a superuser,
or may create roles and databases.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, text
from sqlalchemy.engine import URL

from desktop_crm.errors import Refused
from desktop_crm.i18n import mark
from desktop_crm.models import RECORDS, Base, Child
from desktop_crm.storage import migrate, policies
from desktop_crm.storage.database import Database, open_database
from desktop_crm.storage.engine import explained, make_engine

_LONGEST = 56  # bytes of the database's name: with “.owner” it is still a name for a role

_LARGE_OBJECTS = "lo_create lo_creat lo_from_bytea lo_import lo_put lowrite lo_open lo_export lo_get loread lo_unlink"


def prepare(url: URL) -> Database:
    """The database of a server's URL, with owner, schema, policies and first rows; made where it is missing.

    Raises Refused without a name or for a too long one, Forbidden where the login may not do this.
    """
    name = url.database or ""
    if not name or len(name.encode()) > _LONGEST:
        raise Refused(
            mark("Server", "The address needs the name of a database of at most {most} letters."), most=_LONGEST
        )
    owner = f"{name}.owner"
    with explained(url):
        with _connected(url.set(database="postgres"), autocommit=True) as connection:
            _make_owner(connection, owner)
            _make_database(connection, name, owner)
        with _connected(url) as connection:
            _close_large_objects(connection)
            _take_over(connection, owner)
    database = open_database(url.render_as_string(hide_password=False))
    with explained(url):
        mend(database)
    return database


def mend(database: Database) -> None:
    """Make policies, privileges and groups of a database anew; its owner, or who may become it, is connected."""
    with database.engine.begin() as connection:
        migrate.become_owner(connection)
        policies.secure(connection, shape())


def shape() -> policies.Shape:
    """What the policies need to know of the present schema."""
    modules = tuple(entity.__tablename__ for entity in RECORDS)
    children = [mapper.class_ for mapper in Base.registry.mappers if issubclass(mapper.class_, Child)]
    parts = {one.__tablename__: (one.parent_key, one.parent_table) for one in children}
    about = {"comment", "attachment", "record_tag", "history_entry", "share", "editing"}
    own = {"import_batch", "imported_row", "saved_view", "search_prefix", "sign_in", "receipt", "tag", "user_within"}
    tables = set(Base.metadata.tables)
    kept = tuple(sorted(tables - set(modules) - set(parts) - about - own))
    pointed = {table: _references(table, {*modules, *parts}, parts) for table in sorted(tables)}
    return policies.Shape(modules, parts, {table: found for table, found in pointed.items() if found}, kept)


def _references(table: str, targets: set[str], parts: dict[str, tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    upwards = parts.get(table, ("", ""))[0]
    keys = sorted((key.parent.name, key.column.table.name) for key in Base.metadata.tables[table].foreign_keys)
    return tuple((column, target) for column, target in keys if target in targets and column != upwards)


@contextmanager
def _connected(url: URL, *, autocommit: bool = False) -> Iterator[Connection]:
    engine = make_engine(url)
    try:
        with engine.connect() as connection:
            if autocommit:
                connection = connection.execution_options(isolation_level="AUTOCOMMIT")
            yield connection
            connection.commit()
    finally:
        engine.dispose()


def _make_owner(connection: Connection, owner: str) -> None:
    present = connection.scalar(text("SELECT rolcanlogin FROM pg_roles WHERE rolname = :name"), {"name": owner})
    verb = "CREATE" if present is None else "ALTER"
    connection.exec_driver_sql(f"{verb} ROLE {_quoted(connection, owner)} NOLOGIN CREATEROLE")
    if not connection.scalar(text("SELECT pg_has_role(:name, 'MEMBER')"), {"name": owner}):
        connection.exec_driver_sql(f"GRANT {_quoted(connection, owner)} TO CURRENT_USER")


def _make_database(connection: Connection, name: str, owner: str) -> None:
    known = connection.scalar(
        text("SELECT datdba::regrole::text FROM pg_database WHERE datname = :name"), {"name": name}
    )
    database, role = _quoted(connection, name), _quoted(connection, owner)
    if known is None:
        connection.exec_driver_sql(f"CREATE DATABASE {database} OWNER {role} TEMPLATE template0 ENCODING 'UTF8'")
    else:
        connection.exec_driver_sql(f"ALTER DATABASE {database} OWNER TO {role}")


def _quoted(connection: Connection, name: str) -> str:
    """A name as SQL takes it, for the driver, which reads % as a place for a value."""
    return str(connection.dialect.identifier_preparer.quote_identifier(name))


def _close_large_objects(connection: Connection) -> None:
    """Nobody keeps files in the database past its tables; only a superuser can see to that."""
    if not connection.scalar(text("SELECT rolsuper FROM pg_roles WHERE rolname = current_user")):
        return
    names = text(
        "SELECT p.oid::regprocedure FROM pg_proc p WHERE p.pronamespace = 'pg_catalog'::regnamespace"
        " AND p.proname = ANY(:names)"
    )
    for function in connection.scalars(names, {"names": _LARGE_OBJECTS.split()}).all():
        connection.exec_driver_sql(f"REVOKE EXECUTE ON FUNCTION {function} FROM PUBLIC")


_FOREIGN = text(
    """
SELECT format('ALTER TABLE %s OWNER TO', c.oid::regclass) FROM pg_class c
  WHERE c.relnamespace::regnamespace::text IN ('public', 'crm_private') AND c.relkind = 'r'
  AND pg_get_userbyid(c.relowner) <> :owner
UNION ALL
SELECT format('ALTER FUNCTION %s OWNER TO', p.oid::regprocedure) FROM pg_proc p
  WHERE p.pronamespace::regnamespace::text IN ('public', 'crm_private') AND pg_get_userbyid(p.proowner) <> :owner
UNION ALL
SELECT format('ALTER SCHEMA %I OWNER TO', n.nspname) FROM pg_namespace n
  WHERE n.nspname = 'crm_private' AND pg_get_userbyid(n.nspowner) <> :owner
"""
)


def _take_over(connection: Connection, owner: str) -> None:
    """What another login has made in a database that was there before belongs to the owner from now on."""
    statements = connection.scalars(_FOREIGN, {"owner": owner}).all()
    for statement in statements:
        connection.exec_driver_sql(f"{statement} {_quoted(connection, owner)}".replace("%", "%%"))
    if statements:
        _take_over_logins(connection, owner)


def _take_over_logins(connection: Connection, owner: str) -> None:
    """The groups are made anew, by the owner. Logins stay; from version 16 on a role keeps only those it is told to."""
    if connection.scalar(text("SELECT to_regclass('crm_private.place')")) is None:
        return
    connection.exec_driver_sql("DELETE FROM crm_private.place")
    if connection.scalar(text("SELECT current_setting('server_version_num')::int")) < 160000:
        return
    logins = text("SELECT l.name FROM crm_private.login l JOIN pg_roles r ON r.rolname = l.name")
    for login in connection.scalars(logins).all():
        statement = f"GRANT {_quoted(connection, login)} TO {_quoted(connection, owner)}"
        connection.exec_driver_sql(f"{statement} WITH ADMIN TRUE, INHERIT FALSE, SET FALSE".replace("%", "%%"))
