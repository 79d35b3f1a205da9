"""A server is set up, and its people are let in, from the command line."""

from __future__ import annotations

from collections.abc import Iterator

import psycopg
import pytest
from sqlalchemy import make_url, text

from desktop_crm.cli import main
from desktop_crm.errors import SchemaTooNew, SchemaTooOld
from desktop_crm.storage.database import open_database
from tests.support import postgres, rights


@pytest.fixture
def bare(postgres_server: postgres.Server) -> Iterator[str]:
    """The address of a database that is not there yet, for the superuser of the server."""
    url = postgres_server.create()
    postgres_server.drop(url)
    yield url
    postgres_server.drop(url)


@pytest.fixture
def passwords(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DESKTOP_CRM_NEW_PASSWORD", "một hai ba")
    monkeypatch.setenv("DESKTOP_CRM_PASSWORD", "một hai ba")


def test_a_server_is_set_up_mended_and_lets_people_in(
    bare: str, passwords: None, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    boss, staff = rights.own_name(bare, "hoa"), rights.own_name(bare, "lan")
    for _ in range(2):
        assert main(["server-setup", bare, "--admin", boss, "--demo"]) == 0
    as_boss = ("--database", bare, "--user", boss)
    assert main([*as_boss, "user", "add", staff, "--preset", "staff", "--team", "Bắc", "--reports-to", boss]) == 0
    capsys.readouterr()
    assert main([*as_boss, "user", "list"]) == 0
    listed = capsys.readouterr().out
    assert f"{staff}\t{staff}\tNhân viên\tBắc\t{boss}" in listed
    for user, some in ((boss, True), (staff, False)):
        assert main(["--database", bare, "--user", user, "list", "organizations", "--limit", "3"]) == 0
        assert bool(capsys.readouterr().out) is some
    assert main(["--database", bare, "--user", staff, "user", "disable", boss]) == 1
    assert main(["--database", bare, "--user", staff, "user", "password", staff]) == 0
    assert main([*as_boss, "user", "disable", staff]) == 0
    capsys.readouterr()
    assert main(["--database", bare, "--user", staff, "list", "organizations"]) == 1
    assert capsys.readouterr().err.count("\n") == 1
    assert main([*as_boss, "user", "enable", staff]) == 0
    assert main(["--database", bare, "--user", staff, "list", "organizations"]) == 0
    assert main([*as_boss, "user", "disable", boss]) == 1


def test_the_owner_has_no_login_and_everything(bare: str, passwords: None) -> None:
    assert main(["server-setup", bare, "--admin", rights.own_name(bare, "hoa")]) == 0
    name = make_url(bare).database
    with psycopg.connect(bare) as connection:
        owner = connection.execute("SELECT rolcanlogin, rolsuper FROM pg_roles WHERE rolname = %s", [f"{name}.owner"])
        assert owner.fetchone() == (False, False)
        owners = connection.execute(
            "SELECT DISTINCT tableowner::text FROM pg_tables WHERE schemaname IN ('public', 'crm_private')"
        )
        assert owners.fetchall() == [(f"{name}.owner",)]


def test_what_another_login_made_is_taken_over_and_kept(empty_postgres_url: str, passwords: None) -> None:
    database = open_database(empty_postgres_url)
    with database.writing() as unit:
        unit.session.execute(text("UPDATE company SET name = 'Cũ'"))
    database.close()
    boss = rights.own_name(empty_postgres_url, "hoa")
    assert main(["server-setup", empty_postgres_url, "--admin", boss]) == 0
    own = open_database(rights.login_url(empty_postgres_url, boss))
    with own.reading() as unit:
        assert unit.session.scalar(text("SELECT name FROM company")) == "Cũ"
        assert unit.session.scalar(text("SELECT crm_administers()"))
    own.close()


@pytest.mark.parametrize(("schema", "error"), [("0000", SchemaTooOld), ("9999", SchemaTooNew)])
def test_an_ordinary_login_leaves_another_schema_alone(postgres_url: str, schema: str, error: type[Exception]) -> None:
    database = open_database(postgres_url)
    name = rights.own_name(postgres_url, f"a{schema}")
    with database.writing() as unit:
        rights.add_person(unit.session, name, "staff")
    url = rights.let_in(postgres_url, name)
    with database.writing() as unit:
        unit.session.execute(text("UPDATE alembic_version SET version_num = :schema"), {"schema": schema})
    database.close()
    with pytest.raises(error):
        open_database(url)
