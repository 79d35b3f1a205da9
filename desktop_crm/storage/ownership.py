"""Work that must see every row of a server: done as the owner of its tables, or not at all."""

from __future__ import annotations

from sqlalchemy import Connection, text

from desktop_crm.errors import Forbidden
from desktop_crm.i18n import mark

_OWNER = text(
    "SELECT quote_ident(pg_get_userbyid(relowner)), pg_has_role(current_user, relowner, 'MEMBER') "
    "FROM pg_class WHERE oid = to_regclass('public.app_user')"
)


def as_owner(connection: Connection) -> None:
    """Until the transaction ends, act as the owner of the tables; nothing to do for a file or an empty database.

    Raises Forbidden for a login that may not: it would see only its own part of the company. Should the server still
    hide a row, it raises an error instead of leaving it out.
    """
    if connection.dialect.name != "postgresql":
        return
    found = connection.execute(_OWNER).first()
    if found is None:
        return
    owner, member = found
    if not member:
        raise Forbidden(
            mark(
                "Ownership",
                "Only an administrator may do this on a server: you would get no more than the records you may see.",
            )
        )
    connection.execute(text(f"SET LOCAL ROLE {owner}"))
    connection.execute(text("SET LOCAL row_security = off"))
