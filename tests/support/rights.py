"""A PostgreSQL database in which people see a part of it: login roles, scope groups and row security.

What an administrator's program will set up, made by hand for tests and measurements: who is connected decides, by
`session_user`, never by anything that a client can set.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import psycopg
from psycopg import sql
from sqlalchemy import make_url

from desktop_crm.models import RECORDS

GROUPS = ("all", "wide", "narrow")

_FUNCTIONS = """
CREATE SCHEMA crm_rights;
CREATE TABLE crm_rights.sight (role_name name PRIMARY KEY, scope text NOT NULL, owners bigint[] NOT NULL);
CREATE TABLE crm_rights.share (role_name name NOT NULL, module text NOT NULL, record_id bigint NOT NULL);
CREATE OR REPLACE FUNCTION crm_scope(module text) RETURNS text
  LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = pg_catalog, pg_temp
  AS $$ SELECT coalesce((SELECT scope FROM crm_rights.sight WHERE role_name = session_user), 'all') $$;
CREATE OR REPLACE FUNCTION crm_owners(module text) RETURNS bigint[]
  LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = pg_catalog, pg_temp
  AS $$ SELECT coalesce((SELECT owners FROM crm_rights.sight WHERE role_name = session_user), '{}') $$;
CREATE OR REPLACE FUNCTION crm_shared(module text) RETURNS bigint[]
  LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = pg_catalog, pg_temp
  AS $$ SELECT coalesce(array_agg(record_id), '{}') FROM crm_rights.share s
        WHERE s.role_name = session_user AND s.module = crm_shared.module $$;
"""

_SEEN = {
    "all": "true",
    "wide": "owner_id IN (SELECT unnest(crm_owners('{table}'))) OR id IN (SELECT unnest(crm_shared('{table}')))",
    "narrow": "owner_id = ANY ((SELECT crm_owners('{table}'))::bigint[])"
    " OR id = ANY ((SELECT crm_shared('{table}'))::bigint[])",
}


def secure(url: str) -> None:
    """Switch row security on for every module of a database; its owner still sees all."""
    with _connected(url) as connection:
        connection.execute(_FUNCTIONS)  # type: ignore[arg-type]
        for scope in GROUPS:
            connection.execute(sql.SQL(
                "DO $$ BEGIN CREATE ROLE {} NOLOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$"
            ).format(sql.Identifier(f"crm_{scope}")))  # fmt: skip
        for entity in RECORDS:
            _secure_table(connection, entity.__tablename__)


def _secure_table(connection: psycopg.Connection, table: str) -> None:
    connection.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")  # type: ignore[arg-type]
    for scope, seen in _SEEN.items():
        condition = seen.format(table=table)
        connection.execute(f"CREATE POLICY {table}_{scope} ON {table} TO crm_{scope} USING ({condition})")  # type: ignore[arg-type]


def add_user(
    url: str, name: str, scope: str, owners: Sequence[int] = (), shared: Mapping[str, Sequence[int]] = {}
) -> str:
    """A login role that sees the records of these owners and some single ones besides; the URL it connects with."""
    with _connected(url) as connection:
        role = sql.Identifier(name)
        connection.execute(sql.SQL(
            "DO $$ BEGIN CREATE ROLE {} LOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$"
        ).format(role))  # fmt: skip
        connection.execute(sql.SQL("GRANT {} TO {}").format(sql.Identifier(f"crm_{scope}"), role))
        connection.execute(
            sql.SQL("GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {}").format(role)
        )
        connection.execute("INSERT INTO crm_rights.sight VALUES (%s, %s, %s)", (name, scope, list(owners)))
        for module, ids in shared.items():
            rows = "INSERT INTO crm_rights.share SELECT %s, %s, unnest(%s::bigint[])"
            connection.execute(rows, (name, module, list(ids)))
    return make_url(url).set(username=name, password=None).render_as_string(hide_password=False)


def _connected(url: str) -> psycopg.Connection:
    plain = make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)
    return psycopg.connect(plain, autocommit=True)
