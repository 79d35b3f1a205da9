"""Work that must see every row of a server: done as the owner of its tables, or by who demonstrably sees all."""

from __future__ import annotations

from sqlalchemy import Connection, text

from desktop_crm.errors import Forbidden
from desktop_crm.i18n import mark

COUNTS = "crm_row_counts"
"""A function of the server that tells an administrator how many rows each table has for its owner."""

_OWNER = text(
    "SELECT quote_ident(pg_get_userbyid(relowner)), pg_has_role(session_user, relowner, 'MEMBER') "
    "FROM pg_class WHERE oid = to_regclass('public.app_user')"
)


def as_owner(connection: Connection) -> None:
    """Until the transaction ends, act as the owner of the tables; nothing to do for a file or an empty database.

    Raises Forbidden for a login that may not. Should the server still hide a row from its owner, it raises an error
    instead of leaving the row out.
    """
    if not _become_owner(connection):
        raise Forbidden(mark("Ownership", "Only the owner of the server's database may do this."))


def see_whole(connection: Connection) -> None:
    """Promise that the transaction sees every row: as the owner, or as an administrator from whom nothing is hidden.

    Raises Forbidden for everybody else: they would get a part that looks like the whole.
    """
    if not _become_owner(connection) and not _sees_all(connection):
        message = mark(
            "Ownership",
            "Only an administrator who may see all records may do this on a server: it would hold no more than the "
            "records you see.",
        )
        raise Forbidden(message)


def _become_owner(connection: Connection) -> bool:
    if connection.dialect.name != "postgresql" or (found := connection.execute(_OWNER).first()) is None:
        return True
    owner, member = found
    if member:
        connection.execute(text(f"SET LOCAL ROLE {owner}"))
        connection.execute(text("SET LOCAL row_security = off"))
    return bool(member)


def _sees_all(connection: Connection) -> bool:
    """Whether the owner counts no more rows in any table than this login; both look at one state of the database."""
    if not connection.scalar(text(f"SELECT to_regprocedure('{COUNTS}()') IS NOT NULL")):
        return False
    allowed = text(f"SELECT has_function_privilege('{COUNTS}()', 'EXECUTE')")
    if not connection.scalar(allowed):
        return False
    counted = connection.execute(text(f"SELECT name, rows FROM {COUNTS}()")).all()
    return bool(counted) and all(
        connection.scalar(text(f'SELECT count(*) FROM "{name}"')) == rows for name, rows in counted
    )
