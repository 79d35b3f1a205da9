"""The groups of the server a database needs: one of everybody who may use it, three scopes for each module.

Roles belong to the whole server, so their names begin with the name of the database and a random part: what a database
that is gone has left behind, with its members, is never taken over. A group is found again by the policy that names it,
also after the database was renamed.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError

from desktop_crm.errors import Forbidden
from desktop_crm.i18n import mark
from desktop_crm.storage.policies.shape import Shape

SCOPES = ("all", "wide", "narrow")
_LONGEST = 30  # letters of the database's name, so that every name stays below the server's 63


@dataclass(frozen=True, slots=True)
class Groups:
    """The names of a database's groups; `scopes` by module and scope."""

    user: str
    scopes: Mapping[tuple[str, str], str]

    def names(self) -> tuple[str, ...]:
        """All of them."""
        return (self.user, *self.scopes.values())


_KNOWN = text(
    "SELECT c.relname, p.polname, r.rolname FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid"
    " JOIN pg_roles r ON r.oid = p.polroles[1] JOIN pg_namespace n ON n.oid = c.relnamespace"
    " WHERE n.nspname = 'public' AND (p.polname LIKE 'see\\_%' OR (c.relname = 'app_user' AND p.polname = 'read'))"
)
_IS_COPY = text(
    "SELECT NOT EXISTS (SELECT 1 FROM crm_private.place p JOIN pg_database d ON d.oid = p.database"
    " WHERE d.datname = current_database())"
)


def groups(connection: Connection, shape: Shape) -> Groups:
    """The groups the policies of this database name, or new ones; a copy gets its own."""
    found = {(table, policy): role for table, policy, role in connection.execute(_KNOWN)}
    user = found.get(("app_user", "read"))
    scopes = {(module, scope): found.get((module, f"see_{scope}"), "") for module in shape.modules for scope in SCOPES}
    if user is None or connection.scalar(_IS_COPY):
        return _made(connection, shape)
    stem = user.removesuffix(".user")
    for key, name in scopes.items():  # of modules that came later
        if not name:
            scopes[key] = _make(connection, f"{stem}.{'.'.join(key)}")
    return Groups(user, scopes)


def _made(connection: Connection, shape: Shape) -> Groups:
    name = re.sub("[^a-z0-9_]", "", str(connection.scalar(text("SELECT current_database()"))).lower())
    stem = f"{name[:_LONGEST]}.{secrets.token_hex(3)}"
    user = _make(connection, f"{stem}.user")
    wanted = [(module, scope) for module in shape.modules for scope in SCOPES]
    return Groups(user, {key: _make(connection, f"{stem}.{'.'.join(key)}") for key in wanted})


def _make(connection: Connection, name: str) -> str:
    try:
        connection.execute(text(f'CREATE ROLE "{name}" NOLOGIN'))
    except DBAPIError as error:
        if getattr(error.orig, "sqlstate", None) != "42501":
            raise
        message = mark(
            "Server",
            "This login may not prepare a database for several people. The administrator of the server does so by "
            "“desktop-crm server-setup”.",
        )
        raise Forbidden(message) from error
    return name
