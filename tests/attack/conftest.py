"""The login of a staff member in the hands of a bare client."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import psycopg
import pytest

from desktop_crm.storage.engine import database_url
from desktop_crm.storage.setup import prepare
from tests.support import besieged, postgres, rights
from tests.support.besieged import Company, Say


@pytest.fixture(scope="session")
def company(postgres_server: postgres.Server) -> Iterator[Company]:
    """Two staff members who see their own, and an administrator."""
    url = postgres_server.create()
    postgres_server.drop(url)
    database = prepare(database_url(url))
    names = {stem: rights.own_name(url, stem) for stem in ("boss", "lan", "minh")}
    try:
        yield besieged.fill(database, url, names)
    finally:
        database.close()
        postgres_server.drop(url)


@pytest.fixture
def lan(company: Company) -> Iterator[psycopg.Connection[Any]]:
    """The attacker's own login; what is done is taken back at the end."""
    with company.connect(company.lan) as connection:
        connection.execute("SELECT 1")  # what follows are savepoints of one transaction
        yield connection
        connection.rollback()


@pytest.fixture
def say(lan: psycopg.Connection[Any]) -> Say:
    """One statement of the attacker's: its rows, how many rows it touched, or the SQLSTATE it was refused with."""

    def run(statement: str, *values: Any) -> Any:
        try:
            with lan.transaction():
                cursor = lan.execute(statement, values or None)  # type: ignore[call-overload]
                return cursor.fetchall() if cursor.description else cursor.rowcount
        except psycopg.Error as error:
            return error.sqlstate

    return run


@pytest.fixture
def tables(lan: psycopg.Connection[Any]) -> list[str]:
    """Every table there is."""
    rows = lan.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1").fetchall()
    return [name for (name,) in rows]
