"""A staff member's own login, with a bare client: nothing of others is changed, taken, forged, or found by being refused."""

from __future__ import annotations

from typing import Any

import psycopg
import pytest

from tests.support.besieged import DENIED, MODULES, Company, Say, state_of

STAMPS = "created_at, modified_at"
NOW = "now(), now()"


@pytest.mark.parametrize("module", MODULES)
def test_hidden_records_stay_as_they_are(module: str, company: Company, say: Say) -> None:
    key, me = company.hidden[module], company.users["lan"]
    before = state_of(company, module, key)
    for change in ("notes = 'x'", f"owner_id = {me}", "deleted_at = now()", "version = version + 1"):
        assert say(f"UPDATE {module} SET {change} WHERE id = {key}") == 0
        assert say(f"UPDATE {module} SET {change} WHERE id = {key} RETURNING *") == []
    assert say(f"UPDATE {module} SET notes = 'x'") == 1  # one's own
    assert say(f"DELETE FROM {module} WHERE id = {key}") == 0
    assert say(f"MERGE INTO {module} t USING (SELECT {key} AS id) s ON t.id = s.id WHEN MATCHED THEN DELETE") == 0
    assert state_of(company, module, key) == before


@pytest.mark.parametrize("module", MODULES)
def test_a_conflicting_insert_neither_changes_nor_shows_the_hidden_row(module: str, company: Company, say: Say) -> None:
    key, me = company.hidden[module], company.users["lan"]
    insert = f"INSERT INTO {module} (id, number, owner_id, {STAMPS}) VALUES ({key}, 'Z-1', {me}, {NOW})"
    assert say(f"{insert} ON CONFLICT (id) DO UPDATE SET owner_id = {me} RETURNING *") == DENIED
    assert say(f"{insert} ON CONFLICT (id) DO UPDATE SET owner_id = {me} WHERE false RETURNING *") == []
    assert say(insert) == "23505"  # an id is taken: ids follow each other, so this tells nothing


@pytest.mark.parametrize("module", MODULES)
def test_nothing_is_made_for_others_or_for_nobody(module: str, company: Company, say: Say) -> None:
    for owner in (company.users["minh"], company.users["boss"], "NULL"):
        assert say(f"INSERT INTO {module} (number, owner_id, {STAMPS}) VALUES ('Z-2', {owner}, {NOW})") == DENIED


def test_a_record_may_be_given_away_but_not_taken(company: Company, say: Say) -> None:
    minh, me, key = company.users["minh"], company.users["lan"], company.own["contact"]
    assert say(f"UPDATE contact SET owner_id = {minh}, notes = 'x' WHERE id = {key}") == 1
    assert say(f"SELECT 1 FROM contact WHERE id = {key}") == []
    assert say(f"UPDATE contact SET owner_id = {me} WHERE id = {key}") == 0
    assert say(f"UPDATE contact SET id = {10**9} WHERE id = {company.own['contact']}") == 0


def test_what_is_shared_to_be_changed_is_not_taken(company: Company, say: Say) -> None:
    with company.connect(company.minh, autocommit=True) as minh:
        minh.execute("INSERT INTO share (module, record_id, user_id, may_change, created_by_id, created_at)"
                     f" VALUES ('lead', {company.hidden['lead']}, {company.users['lan']}, true, crm_user_id(), now())")  # type: ignore[arg-type]  # fmt: skip
        key, me = company.hidden["lead"], company.users["lan"]
        assert say(f"UPDATE lead SET notes = 'x' WHERE id = {key}") == 1
        assert say(f"UPDATE lead SET owner_id = {me} WHERE id = {key}") == DENIED
        assert say(f"UPDATE lead SET deleted_at = now() WHERE id = {key}") == DENIED
        assert say(f"DELETE FROM lead WHERE id = {key}") == 0
        assert say(f"SELECT 1 FROM lead WHERE id <> {key}") == [(1,)]
        minh.execute("DELETE FROM share")


def test_ids_never_change(company: Company, say: Say) -> None:
    assert say(f"UPDATE contact SET id = {10**9} WHERE id = {company.own['contact']}") == DENIED


REFERENCES = (
    ("contact", "organization_id", "organization"),
    ("contact", "reports_to_id", "contact"),
    ("organization", "parent_id", "organization"),
    ("opportunity", "contact_id", "contact"),
    ("quote", "opportunity_id", "opportunity"),
    ("sales_order", "quote_id", "quote"),
    ("contract", "order_id", "sales_order"),
    ("lead", "organization_id", "organization"),
)


@pytest.mark.parametrize(("module", "column", "target"), REFERENCES)
def test_a_hidden_record_is_referred_to_like_a_missing_one(
    module: str, column: str, target: str, company: Company, lan: psycopg.Connection[Any]
) -> None:
    told = set()
    for key in (company.hidden[target], 10**9):
        for statement in (
            f"UPDATE {module} SET {column} = {key} WHERE id = {company.own[module]}",
            f"INSERT INTO {module} (number, owner_id, {column}, {STAMPS}) VALUES ('Z', {company.users['lan']}, {key}, {NOW})",
        ):
            with pytest.raises(psycopg.Error) as caught, lan.transaction():
                lan.execute(statement)  # type: ignore[arg-type]
            told.add((caught.value.sqlstate, str(caught.value).splitlines()[0]))
    assert told == {(DENIED, "a record that is referred to does not exist")}


PARTS = (
    ("quote_line", "quote_id", "quote", ""),
    ("quote_group", "quote_id", "quote", ""),
    ("order_line", "order_id", "sales_order", ""),
    ("payment", "order_id", "sales_order", "paid_on"),
    ("delivery", "order_id", "sales_order", "delivered_on"),
    ("installment", "contract_id", "contract", ""),
    ("organization_bank_account", "organization_id", "organization", ""),
)


@pytest.mark.parametrize(("part", "column", "module", "day"), PARTS)
def test_parts_of_hidden_records_are_neither_made_nor_changed(
    part: str, column: str, module: str, day: str, company: Company, say: Say
) -> None:
    extra, value = (f", {day}", ", now()") if day else ("", "")
    told = {
        say(f"INSERT INTO {part} ({column}{extra}) VALUES ({key}{value})") for key in (company.hidden[module], 10**9)
    }
    assert told == {DENIED}
    assert say(f"UPDATE {part} SET {column} = {company.hidden[module]}") == DENIED  # one's own line, put into theirs
    assert say(f"DELETE FROM {part} WHERE {column} = {company.hidden[module]}") == 0


@pytest.mark.parametrize("module", MODULES)
def test_nothing_is_hung_on_hidden_records(module: str, company: Company, say: Say) -> None:
    me = company.users["lan"]
    for key in (company.hidden[module], 10**9):
        on = f"'{module}', {key}"
        assert (
            say(f"INSERT INTO comment (module, record_id, text, author_id, created_at) VALUES ({on}, 'x', {me}, now())")
            == DENIED
        )
        assert say(f"INSERT INTO record_tag (module, record_id, tag_id) VALUES ({on}, 1)") == DENIED
        assert (
            say(
                f"INSERT INTO share (module, record_id, user_id, created_by_id, created_at) VALUES ({on}, {me}, {me}, now())"
            )
            == DENIED
        )
        assert (
            say(f"INSERT INTO editing (module, record_id, user_id, since, seen_at) VALUES ({on}, {me}, now(), now())")
            == DENIED
        )
        assert say("INSERT INTO attachment (module, record_id, name, size, sha256, content, author_id, created_at)"
                   f" VALUES ({on}, 'x', 1, '', '', {me}, now())") == DENIED  # fmt: skip
        assert say(f"UPDATE comment SET record_id = {key} WHERE module = '{module}'") == DENIED
        assert say(f"UPDATE attachment SET record_id = {key} WHERE module = '{module}'") == DENIED
    assert say(f"DELETE FROM comment WHERE record_id = {company.hidden[module]} AND module = '{module}'") == 0


def test_nobody_is_made_to_say_anything(company: Company, say: Say) -> None:
    minh, key = company.users["minh"], company.own["contact"]
    assert say("INSERT INTO comment (module, record_id, text, author_id, created_at)"
               f" VALUES ('contact', {key}, 'x', {minh}, now())") == DENIED  # fmt: skip
    assert say(f"UPDATE comment SET author_id = {minh}") == DENIED
    assert say(f"UPDATE attachment SET author_id = {minh}") == DENIED


def test_history_is_not_altered(company: Company, say: Say) -> None:
    assert say("UPDATE history_entry SET user_name = 'x'") == DENIED
    assert say("DELETE FROM history_entry") == DENIED
    assert say("TRUNCATE history_entry") == DENIED
    assert say("INSERT INTO history_entry (module, record_id, at, user_id, user_name, action, changes)"
               f" VALUES ('contact', 1, now(), {company.users['minh']}, 'x', 'changed', '[]')") == DENIED  # fmt: skip


def test_nobody_gives_themselves_rights(company: Company, say: Say) -> None:
    me = company.users["lan"]
    assert say("UPDATE app_user SET role_id = 1, manager_id = NULL, team_id = NULL, active = true") == 0
    assert say("UPDATE role_right SET sees = 'all'") == 0
    assert say("UPDATE role SET administers = true") == 0
    assert say("DELETE FROM field_right") == 0
    assert say("INSERT INTO role_right (role_id, module, sees) VALUES (3, 'x', 'all')") == DENIED
    assert say("INSERT INTO role (name, administers) VALUES ('x', true)") == DENIED
    assert say("INSERT INTO app_user (name, full_name, role_id) VALUES ('x', 'x', 1)") == DENIED
    assert say(f"INSERT INTO user_within (user_id, reach, owner_id) VALUES ({me}, 'own', 1)") == DENIED
    assert say("UPDATE user_within SET owner_id = 1") == DENIED
    assert say("SELECT crm_set_login(%s, 'x')", me) == DENIED
    verifier = "SCRAM-SHA-256$4096:AAAA$AAAA:AAAA"
    for user in company.users.values():
        assert say("SELECT crm_set_login(%s, %s)", user, verifier) == DENIED
    assert say("SELECT crm_lay_out()") != DENIED  # makes true what is true already
    assert say("SELECT crm_owners('contact')") == [([me],)]


def test_of_oneself_only_what_is_harmless_is_changed(company: Company, say: Say) -> None:
    before = say("SELECT name, full_name, role_id, team_id, manager_id, active FROM app_user ORDER BY id")
    say("SELECT crm_change_self('en', '+84912345678', 'lan@x.example')")
    assert say("SELECT name, full_name, role_id, team_id, manager_id, active FROM app_user ORDER BY id") == before
    assert say("SELECT count(*) FROM app_user WHERE language = 'en'") == [(1,)]


def test_settings_are_the_administrators(say: Say, tables: list[str]) -> None:
    kept = ("company", "tax_rate", "list_value", "number_series", "price_book", "custom_field", "team", "setting")
    for table in (*kept, "signer", "company_bank_account", "price_row", "search_prefix"):
        assert say(f"UPDATE {table} SET id = id + 1000") == 0, table
        assert say(f"DELETE FROM {table}") == 0, table
    assert say("UPDATE product SET list_price = 1") == 0
    assert say("SELECT crm_draw_numbers('product', current_date, 1)") == DENIED
    assert say("SELECT crm_draw_numbers('contact', current_date, 2000000000)") == DENIED


def test_a_number_that_is_taken_is_all_a_unique_violation_tells(company: Company, lan: psycopg.Connection[Any]) -> None:
    with company.connect(company.minh) as minh:
        (taken,) = minh.execute("SELECT number FROM contact").fetchone() or ("",)
    with pytest.raises(psycopg.errors.UniqueViolation) as caught, lan.transaction():
        lan.execute(
            f"INSERT INTO contact (number, owner_id, {STAMPS}) VALUES (%s, %s, {NOW})", (taken, company.users["lan"])
        )  # type: ignore[call-overload]
    assert caught.value.diag.message_detail is None  # the server tells no keys under row security
