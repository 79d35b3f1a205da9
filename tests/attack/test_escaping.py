"""A staff member's own login, with a bare client: no way into another role, schema, database or function."""

from __future__ import annotations

from typing import Any

import psycopg
import pytest
from sqlalchemy.engine import make_url

from tests.support.besieged import DENIED, SECRET, Company, Say, state_of


def groups(say: Say) -> list[str]:
    rows: list[tuple[str]] = say("SELECT rolname FROM pg_roles WHERE rolname ~ '[.](all|owner)$'"
                                 " AND NOT pg_has_role(oid, 'MEMBER')")  # fmt: skip
    return [name for (name,) in rows]


def test_no_role_of_another_is_taken(company: Company, say: Say) -> None:
    others = [company.boss, company.minh, "postgres", *groups(say)]
    assert len(others) > 8
    for role in others:
        assert say(f'SET ROLE "{role}"') == DENIED, role
        assert say(f'SET SESSION AUTHORIZATION "{role}"') == DENIED, role
        assert say(f'GRANT "{role}" TO "{company.lan}"') == DENIED, role
        assert say("SELECT set_config('role', %s, true)", role) == DENIED, role
        assert say(f"ALTER ROLE \"{role}\" PASSWORD 'x'") == DENIED, role


def test_ones_own_groups_show_no_more_than_the_login(company: Company, lan: psycopg.Connection[Any]) -> None:
    mine = lan.execute("SELECT g.rolname FROM pg_auth_members m JOIN pg_roles g ON g.oid = m.roleid"
                       " WHERE pg_get_userbyid(m.member) = session_user").fetchall()  # fmt: skip
    assert len(mine) == 9
    for (group,) in mine:
        lan.execute(f'SET ROLE "{group}"')  # type: ignore[arg-type]
        try:
            with lan.transaction():
                found = lan.execute("SELECT id FROM contact").fetchall()
        except psycopg.errors.InsufficientPrivilege:
            found = []
        assert company.hidden["contact"] not in [key for (key,) in found]
        lan.execute("RESET ROLE")


def test_no_setting_makes_another_user(company: Company, say: Say) -> None:
    boss = company.users["boss"]
    for name in ("crm.user_id", "crm.user", "crm.administers"):
        say("SELECT set_config(%s, %s, false)", name, str(boss))
    assert say("SELECT crm_user_id(), crm_administers()") == [(company.users["lan"], False)]
    assert say("SET LOCAL session_replication_role = replica") == DENIED
    assert say("SET LOCAL row_security = off; SELECT * FROM contact") == DENIED
    assert say("SELECT count(*) FROM contact") == [(1,)]


def test_nothing_is_made_altered_or_dropped(company: Company, say: Say) -> None:
    for statement in (
        "ALTER TABLE contact DISABLE ROW LEVEL SECURITY",
        "ALTER TABLE contact NO FORCE ROW LEVEL SECURITY",
        "DROP POLICY see_narrow ON contact",
        "CREATE POLICY mine ON contact USING (true)",
        "CREATE TRIGGER mine BEFORE UPDATE ON contact FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger()",
        "ALTER TABLE contact DISABLE TRIGGER ALL",
        "DROP TRIGGER crm_guard ON contact",
        "CREATE RULE mine AS ON INSERT TO contact DO ALSO NOTHING",
        "CREATE INDEX mine ON contact (title)",
        "CREATE FUNCTION public.mine() RETURNS int LANGUAGE sql AS 'SELECT 1'",
        "CREATE OR REPLACE FUNCTION public.crm_scope(module text) RETURNS text LANGUAGE sql AS $$ SELECT 'all' $$",
        "CREATE SCHEMA mine",
        "CREATE EXTENSION postgres_fdw",
        "CREATE ROLE mine",
        "CREATE DATABASE mine",
        "GRANT SELECT ON contact TO PUBLIC",
        "TRUNCATE contact",
        "ANALYZE (VERBOSE) pg_authid",
    ):
        answer = say(statement)
        assert answer in (DENIED, "0A000", "25001", -1), statement
        assert answer != -1 or statement.startswith(("GRANT", "ANALYZE")), statement  # these only warn
    assert say("SELECT count(*) FROM contact") == [(1,)]


def test_things_of_ones_own_shadow_nothing(company: Company, say: Say) -> None:
    say(
        "CREATE TEMP TABLE app_user AS SELECT 1::bigint AS id, session_user::text AS name, true AS active, 1::bigint AS role_id"
    )
    say("CREATE TEMP TABLE role_right AS SELECT 1::bigint AS role_id, 'contact'::text AS module, 'all'::text AS sees")
    say("CREATE TEMP TABLE role AS SELECT 1::bigint AS id, true AS administers")
    say("CREATE FUNCTION pg_temp.crm_scope(text) RETURNS text LANGUAGE sql AS $$ SELECT 'all' $$")
    say(
        "CREATE FUNCTION pg_temp.unnest(bigint[]) RETURNS SETOF bigint LANGUAGE sql AS $$ SELECT generate_series(1, 99) $$"
    )
    say("SET LOCAL search_path = pg_temp, public, pg_catalog")
    assert say("SELECT public.crm_scope('contact'), public.crm_administers()") == [("narrow", False)]
    assert say("SELECT count(*) FROM public.contact") == [(1,)]
    assert say("SELECT public.crm_find_contact('''bimatquangninh'':*', '{}')") == []
    assert say(f"UPDATE public.contact SET notes = 'x' WHERE id = {company.hidden['contact']}") == 0


def test_other_databases_of_the_server_are_closed(company: Company) -> None:
    url = make_url(company.url).set(drivername="postgresql", username=company.lan)
    with psycopg.connect(url.set(database="postgres").render_as_string(False)) as other:
        assert other.execute("SELECT to_regclass('public.contact')").fetchone() == (None,)  # nothing of ours there


def test_a_login_of_the_server_that_is_no_user_is_not_let_in(company: Company) -> None:
    stranger = f"stranger_{company.lan}"
    owner = make_url(company.url).set(drivername="postgresql").render_as_string(False)
    with psycopg.connect(owner, autocommit=True) as connection:
        connection.execute(f'CREATE ROLE "{stranger}" LOGIN')  # type: ignore[arg-type]
    with pytest.raises(psycopg.OperationalError, match="permission denied for database"):
        company.connect(stranger)


def test_who_is_locked_out_stays_no_longer(company: Company) -> None:
    """Also in a session that is open, with a statement that is prepared."""
    with company.connect(company.boss, autocommit=True) as boss, company.connect(company.minh, autocommit=True) as minh:
        minh.execute("PREPARE all_mine AS SELECT count(*) FROM contact")
        assert minh.execute("EXECUTE all_mine").fetchone() == (1,)
        boss.execute("UPDATE app_user SET active = false WHERE name = %s", [company.minh])
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            minh.execute("EXECUTE all_mine")
        with pytest.raises(psycopg.OperationalError, match="not permitted to log in"):
            company.connect(company.minh)
        boss.execute("UPDATE app_user SET active = true WHERE name = %s", [company.minh])
        assert minh.execute("EXECUTE all_mine").fetchone() == (1,)


def test_who_sees_less_from_now_on_sees_less_at_once(company: Company) -> None:
    with company.connect(company.boss, autocommit=True) as boss, company.connect(company.minh, autocommit=True) as minh:
        give = "UPDATE app_user SET role_id = (SELECT id FROM role WHERE preset = %s) WHERE name = %s"
        boss.execute(give, ["administrator", company.minh])
        minh.execute("PREPARE every AS SELECT count(*) FROM contact")
        assert minh.execute("EXECUTE every").fetchone() == (2,)
        boss.execute(give, ["staff", company.minh])
        assert minh.execute("EXECUTE every").fetchone() == (1,)


def test_the_administrator_is_no_owner(company: Company) -> None:
    with company.connect(company.boss, autocommit=True) as boss:
        for statement in (
            "UPDATE history_entry SET user_name = 'x'",
            "DELETE FROM history_entry",
            "CREATE TABLE mine (x int)",
            "CREATE ROLE mine",
            "ALTER ROLE postgres PASSWORD 'x'",
            "SELECT * FROM crm_private.login",
        ):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                boss.execute(statement)
        for name in ("postgres", "pg_monitor", "Lan", "x y", "public"):
            with pytest.raises(psycopg.Error), boss.transaction():
                user = boss.execute(
                    "INSERT INTO app_user (name, full_name) VALUES (%s, '') RETURNING id", [name]
                ).fetchone()
                boss.execute("SELECT crm_set_login(%s, 'SCRAM-SHA-256$4096:AAAA$AAAA:AAAA')", user)
        user = [company.users["lan"]]
        for verifier in ("geheim", "", "md5d41d8cd98f00b204e9800998ecf8427e", "SCRAM-SHA-256$x", None):
            with pytest.raises(psycopg.Error), boss.transaction():
                boss.execute("SELECT crm_set_login(%s, %s)", [*user, verifier])


def test_a_lock_does_not_last(say: Say) -> None:
    """A table can be locked by who may change its rows; who forgets it loses the transaction. See docs/security.md."""
    assert say("SHOW idle_in_transaction_session_timeout") == [("2min",)]
    assert say("SHOW lock_timeout") == [("1min",)]


def test_the_hidden_record_was_there_all_the_time(company: Company) -> None:
    assert SECRET in str(state_of(company, "contact", company.hidden["contact"]))
