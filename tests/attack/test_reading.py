"""A staff member's own login, with a bare client: whatever is read, nothing that is hidden comes."""

from __future__ import annotations

from typing import Any

import psycopg
import pytest

from tests.support.besieged import DENIED, MODULES, SECRET, Company, Say


def secret(rows: Any) -> bool:
    return SECRET.lower() in str(rows).lower()


def test_no_table_shows_a_hidden_word(lan: psycopg.Connection[Any], tables: list[str]) -> None:
    assert len(tables) > 40
    for table in tables:
        rows = lan.execute(f"SELECT t::text FROM {table} t").fetchall()  # type: ignore[arg-type]
        assert not secret(rows), table
    files = lan.execute("SELECT convert_from(content, 'UTF8') FROM attachment").fetchall()
    assert files
    assert not secret(files)


def test_the_other_one_sees_them_all(company: Company, tables: list[str]) -> None:
    with company.connect(company.minh) as minh:
        found = [t for t in tables if secret(minh.execute(f"SELECT t::text FROM {t} t").fetchall())]  # type: ignore[arg-type]
    assert set(MODULES) | {"comment", "attachment", "history_entry", "quote_line", "payment", "saved_view"} <= set(
        found
    )


@pytest.mark.parametrize("module", MODULES)
def test_counts_and_sums_are_of_what_is_seen(module: str, company: Company, say: Say) -> None:
    assert say(f"SELECT count(*), min(id), max(id) FROM {module}") == [(1, company.own[module], company.own[module])]
    assert say(f"SELECT 1 FROM {module} WHERE id = {company.hidden[module]}") == []
    assert say(f"SELECT count(*) FROM {module} TABLESAMPLE SYSTEM (100)") == [(1,)]
    assert say(f"SELECT 1 FROM {module} WHERE ctid IN (SELECT ctid FROM {module}) AND search_text LIKE '%bimat%'") == []
    assert say(f"SELECT 1 FROM {module} WHERE id = {company.hidden[module]} FOR UPDATE") == []


def test_copy_gives_no_more_than_select(lan: psycopg.Connection[Any], tables: list[str]) -> None:
    for table in tables:
        with lan.cursor().copy(f"COPY {table} TO STDOUT") as copy:  # type: ignore[arg-type]
            assert not secret(b"".join(bytes(part) for part in copy).decode()), table


def test_copy_writes_neither_rows_nor_files(say: Say) -> None:
    assert say("COPY contact FROM STDIN") == "0A000"  # not under row security
    assert say("COPY contact TO '/tmp/contact.txt'") == DENIED
    assert say("COPY contact TO PROGRAM 'cat'") == DENIED
    assert say("SELECT pg_read_file('PG_VERSION')") == DENIED


@pytest.mark.parametrize("module", MODULES)
def test_the_search_tells_nothing_of_hidden_words(module: str, say: Say) -> None:
    for driver, patterns in (("'bimatquangninh':*", ["%bimat%"]), ("'bi':*", ["%"]), ("'bimatquangninh':*", [])):
        assert say(f"SELECT crm_find_{module}(%s, %s)", driver, patterns) == []
    errors = {say(f"SELECT crm_find_{module}(%s, %s)", f"'{w}':*", ["%\\"]) for w in (SECRET.lower(), "nobodyhasit")}
    assert errors == {"22025"}  # told before any row is looked at


def test_a_pattern_that_fails_is_never_compared_with_a_hidden_row(say: Say) -> None:
    said = [say("SELECT id FROM contact WHERE search_text LIKE %s || chr(92)", f"% {w}") for w in ("bimat", "nobody")]
    assert said[0] == said[1]
    leak = "CREATE FUNCTION pg_temp.spy(text) RETURNS boolean LANGUAGE plpgsql COST 0.0001 AS"
    assert (
        say(leak + " $$ BEGIN IF $1 ILIKE '%bimat%' THEN RAISE EXCEPTION 'seen: %', $1; END IF; RETURN true; END $$")
        == -1
    )
    assert say("SELECT 1 FROM contact WHERE owner_id <> crm_user_id() AND pg_temp.spy(search_text)") == []
    assert say("SELECT 1 FROM contact WHERE pg_temp.spy(title)") == [(1,)]


def test_the_questions_of_the_policies_answer_for_oneself_only(company: Company, say: Say) -> None:
    me = company.users["lan"]
    assert say("SELECT crm_user_id(), crm_administers()") == [(me, False)]
    for module in MODULES:
        assert say("SELECT crm_scope(%s), crm_owners(%s), crm_shared(%s)", *[module] * 3) == [("narrow", [me], [])]
    for nonsense in ("x'; DROP TABLE contact; --", "", "app_user", "CONTACT"):
        assert say("SELECT crm_scope(%s), crm_owners(%s), crm_shared(%s)", *[nonsense] * 3) == [("narrow", [], [])]
        assert say("SELECT crm_reach('contact', %s)", nonsense) == [("none",)]


def test_words_and_statistics_are_not_told(say: Say) -> None:
    assert say("SELECT * FROM search_prefix") == []
    assert not secret(say("SELECT s::text FROM pg_stats s WHERE schemaname = 'public'"))
    assert say("SELECT 1 FROM pg_stats WHERE schemaname = 'public' AND tablename = 'contact'") == []
    assert say("SELECT * FROM pg_statistic") == DENIED
    assert say("SELECT * FROM pg_authid") == DENIED
    assert say("SELECT 1 FROM pg_stat_activity WHERE query <> '' AND usename <> session_user"
               " AND query NOT LIKE '<insufficient%%'") == []  # fmt: skip


def test_sequences_tell_nothing_that_drawing_an_id_does_not(say: Say) -> None:
    assert say("SELECT last_value FROM contact_id_seq") == DENIED
    assert say("SELECT setval('contact_id_seq', 1)") == DENIED
    assert say("SELECT nextval('app_role_id_seq')") == "42P01"
    assert say("SELECT nextval('history_entry_id_seq')") == DENIED


def test_what_is_private_to_the_owner(say: Say) -> None:
    for table in ("place", "login", "handover"):
        assert say(f"SELECT * FROM crm_private.{table}") == DENIED
    assert say("SELECT crm_private.is_owner()") == DENIED
    assert say("SELECT crm_private.highest('contact', 'LH-{0}', current_date)") == DENIED
    assert say("SELECT crm_highest_number('contact', 'LH-{00000}', current_date)") == DENIED


def test_views_ask_in_the_attackers_name(say: Say) -> None:
    assert say("CREATE VIEW public.spy AS SELECT * FROM contact") == DENIED
    assert say("CREATE TEMP VIEW spy AS SELECT * FROM contact") == -1
    assert not secret(say("SELECT * FROM spy"))
    assert say("CREATE MATERIALIZED VIEW public.spy2 AS SELECT * FROM contact") == DENIED
    assert say("CREATE TABLE public.spy3 AS SELECT * FROM contact") == DENIED


def test_plans_tell_no_values(say: Say) -> None:
    """EXPLAIN ANALYZE tells that rows were left out, and how many: see docs/security.md."""
    assert not secret(say("EXPLAIN (ANALYZE, VERBOSE, BUFFERS) SELECT * FROM contact WHERE search_text LIKE '%bi%'"))


def test_what_others_have_for_themselves(company: Company, say: Say) -> None:
    minh = company.users["minh"]
    for table, column in (("saved_view", "owner_id"), ("receipt", "user_id"), ("sign_in", "user_id"),
                          ("import_batch", "user_id")):  # fmt: skip
        assert say(f"SELECT 1 FROM {table} WHERE {column} = {minh}") == []
    assert say(f"INSERT INTO receipt (token, user_id, at) VALUES ('x', {minh}, now())") == DENIED
    assert (
        say(f"INSERT INTO sign_in (user_id, name, at, outcome, machine) VALUES ({minh}, '', now(), 'in', '')") == DENIED
    )
    assert say("DELETE FROM sign_in") == DENIED


def test_large_objects_and_files_are_closed(say: Say) -> None:
    for call in ("lo_create(0)", "lo_creat(-1)", "lo_from_bytea(0, 'x')", "lo_import('/etc/passwd')", "pg_ls_dir('.')"):
        assert say(f"SELECT {call}") == DENIED, call


def test_notices_carry_no_data(company: Company) -> None:
    with company.connect(company.lan, autocommit=True) as lan, company.connect(company.minh) as minh:
        channels = {name for (name,) in lan.execute("SELECT proname FROM pg_proc WHERE prosrc LIKE '%notify%'")}
        for channel in {"crm", "crm_changes", "desktop_crm", *channels}:
            lan.execute(f'LISTEN "{channel}"')  # type: ignore[arg-type]
        minh.execute(f"UPDATE contact SET notes = '{SECRET} ba' WHERE id = {company.hidden['contact']}")  # type: ignore[arg-type]
        minh.commit()
        assert not secret([notice.payload for notice in lan.notifies(timeout=0.2)])
