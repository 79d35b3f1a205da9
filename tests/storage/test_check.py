"""Each kind of damage, done for real, is found and named; what can be mended is."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from desktop_crm.models import Attachment, Comment, Quote
from desktop_crm.services import numbering, records
from desktop_crm.services.demo import fill
from desktop_crm.storage import check
from desktop_crm.storage.check.finding import Mend
from desktop_crm.storage.check.mending import mend
from desktop_crm.storage.database import Database, open_database

DAY = date(2026, 11, 20)


@pytest.fixture(scope="session")
def demo_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small demo company with a file attached."""
    path = tmp_path_factory.mktemp("demo") / "demo.crm"
    database = open_database(path)
    fill(database, size=12, today=DAY)
    with database.writing() as unit:
        content = b"PDF" * 9000
        digest = hashlib.sha256(content).hexdigest()
        unit.session.add(
            Attachment(module="lead", record_id=1, name="a.pdf", size=len(content), sha256=digest, content=content)
        )
    database.close()
    return path


@pytest.fixture
def path(demo_file: Path, tmp_path: Path) -> Path:
    copied = tmp_path / "company.crm"
    copied.write_bytes(demo_file.read_bytes())
    return copied


@pytest.fixture
def demo(path: Path) -> Iterator[Database]:
    database = open_database(path)
    yield database
    database.close()


def damage(path: Path, *statements: str) -> None:
    """Do what another program could do to the file."""
    with closing(sqlite3.connect(path)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def found(database: Database, **how: Any) -> list[tuple[str, Any, str]]:
    return [(one.table, one.row, one.text()) for one in check.findings(database, **how)]


def test_a_company_in_use_is_sound(demo: Database) -> None:
    with demo.writing() as unit:
        numbering.next_numbers(unit, "quote", DAY)
        unit.get(Quote, 1).subject = "Khác"
    assert found(demo) == []
    assert found(demo, thorough=False) == []


CASES: dict[str, tuple[str, tuple[str, Any], str]] = {
    "reference": ("UPDATE quote SET organization_id = 99999 WHERE id = 1", ("quote", 1), "organization"),
    "words": ("INSERT INTO lead_words(lead_words, rowid, search_text) VALUES ('delete', 1, 'x')",
              ("lead", ""), "--mend"),
    "derived": ("UPDATE contact SET search_text = 'không' WHERE id = 2", ("contact", "LH-00002"), "--mend"),
    "title": ("UPDATE organization SET title_sort = 'x' WHERE id = 2", ("organization", "TC-00002"), "--mend"),
    "version": ("UPDATE lead SET version = 0 WHERE id = 3", ("lead", "TN-00003"), "1"),
    "history": ("DELETE FROM history_entry WHERE module = 'lead' AND record_id = 3", ("lead", "TN-00003"), ""),
    "series": ("UPDATE number_series SET last = 1 WHERE module = 'lead'", ("number_series", "lead"), "--mend"),
    "attachment": ("UPDATE attachment SET content = zeroblob(27000)", ("attachment", 1), "a.pdf"),
    "reach": ("DELETE FROM user_within WHERE reach = 'subtree'", ("user_within", ""), "--mend"),
    "role": ("UPDATE app_user SET role_id = NULL WHERE id = 2", ("app_user", "ha.lt"), ""),
    "administrator": ("UPDATE app_user SET active = 0 WHERE id = 1", ("app_user", ""), ""),
    "orphan": (
        "INSERT INTO comment (module, record_id, text, created_at) VALUES ('lead', 9999, 'x', '2026-01-01 00:00:00')",
        ("comment", None),
        "9999",
    ),
    "unknown module": ("UPDATE attachment SET module = 'nothing'", ("attachment", 1), "nothing"),
    "too long": (f"UPDATE lead SET job_title = '{'x' * 300}' WHERE id = 4", ("lead", "TN-00004"), "200"),
    "no number": ("UPDATE product SET stock = 'nhiều' WHERE id = 1", ("product", 1), "stock"),
    "no day": ("UPDATE quote SET quote_date = '32/13/2026' WHERE id = 1", ("quote", 1), "quote_date"),
    "no document": ("UPDATE lead SET custom = '{' WHERE id = 1", ("lead", 1), "custom"),
    "trigger": ("DROP TRIGGER lead_words_update", ("lead", ""), "lead_words_update"),
    "index": ("DROP INDEX ix_lead_title_sort", ("lead", ""), "ix_lead_title_sort"),
    "paid": ("UPDATE sales_order SET paid_total = paid_total + 5, status = 'approved' WHERE id = 1",
             ("sales_order", None), ""),
    "total": ("UPDATE quote SET grand_total = grand_total + 10000 WHERE id = 1", ("quote", None), ""),
    "line": ("UPDATE quote_line SET amount = amount + 10000 WHERE id = 1", ("quote", None), "1"),
    "schema": ("UPDATE alembic_version SET version_num = '0002'", ("", ""), "0002"),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_damage_is_found_and_named(demo: Database, path: Path, case: str) -> None:
    statement, (table, row), words = CASES[case]
    damage(path, statement)
    named = found(demo)
    assert named, "nothing was found"
    assert [one for one in named if one[0] == table and (row is None or one[1] == row)]
    assert any(words in one[2] for one in named)
    assert len(named) <= 3


def test_a_table_that_is_gone_is_grave(demo: Database, path: Path) -> None:
    damage(path, "DROP TABLE saved_view")
    assert [(one.table, one.grave) for one in check.findings(demo) if one.table == "saved_view"] == [
        ("saved_view", True)
    ]


@pytest.mark.parametrize("share", [0.15, 0.35, 0.55, 0.75, 0.95])
def test_flipped_bytes_are_found(path: Path, share: float) -> None:
    """A bad disk: some bytes in one place of the file hold something else."""
    content = bytearray(path.read_bytes())
    start = int(len(content) * share)
    content[start : start + 4096] = bytes(byte ^ 0x5A for byte in content[start : start + 4096])
    path.write_bytes(content)
    from desktop_crm.storage.engine import database_url, make_engine

    database = Database(database_url(path), make_engine(database_url(path)))
    assert check.findings(database)
    database.close()


def test_what_can_be_mended_is(demo: Database, path: Path) -> None:
    damage(path, *(CASES[case][0] for case in ("derived", "title", "series", "reach", "version")))
    with demo.reading() as unit:
        highest = numbering.highest(unit, "lead", "TN-{00000}", DAY)
    before = check.findings(demo)
    assert {one.mend for one in before} == {Mend.NOTHING, *Mend}
    assert mend(demo, before) == sum(bool(one.mend) for one in before) == 4
    assert [one.table for one in check.findings(demo)] == ["lead"]  # a version below 1 is left to a person
    with demo.writing() as unit:
        assert numbering.next_numbers(unit, "lead", DAY) == [f"TN-{highest + 1:05}"]


def test_a_sample_is_spread_over_all_records(demo: Database, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop_crm.storage.check.finding.SAMPLE", 4)
    damage(path, "UPDATE contact SET title_sort = 'x'")
    few, every = found(demo, thorough=False), found(demo)
    assert 0 < len(few) < len(every)


def test_a_comment_on_a_record_in_the_bin_is_no_orphan(demo: Database) -> None:
    with demo.writing() as unit:
        from desktop_crm.models import Lead

        unit.session.add(Comment(module="lead", record_id=2, text="x"))
        records.delete(unit, Lead, [2])
    assert found(demo) == []


# ---------------------------------------------------------------- a server
@pytest.fixture
def server(postgres_url: str) -> Iterator[Database]:
    database = open_database(postgres_url)
    fill(database, size=8, today=DAY)
    yield database
    database.close()


def _said(server: Database, *statements: str) -> list[tuple[str, Any, str]]:
    with server.engine.begin() as connection:
        for statement in statements:
            connection.execute(text(statement))
    return found(server)


def test_a_server_in_use_is_sound(server: Database) -> None:
    assert found(server) == []


def test_an_index_that_was_left_half_made_is_found(server: Database) -> None:
    said = _said(server, "UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'ix_lead_title_sort'::regclass")
    assert [one[0] for one in said] == ["lead"]
    assert "ix_lead_title_sort" in said[0][2]


def test_a_table_without_guard_is_found(server: Database) -> None:
    drop = (
        "DO $$ DECLARE p name; BEGIN FOR p IN SELECT polname FROM pg_policy WHERE polrelid = 'payment'::regclass LOOP "
    )
    drop += "EXECUTE format('DROP POLICY %I ON payment', p); END LOOP; END $$"
    said = _said(server, "ALTER TABLE comment DISABLE ROW LEVEL SECURITY", drop)
    assert sorted(one[0] for one in said) == ["comment", "payment"]


def test_a_missing_or_idle_trigger_is_found(server: Database) -> None:
    said = _said(server, "DROP TRIGGER crm_guard ON quote", "ALTER TABLE lead DISABLE TRIGGER crm_guard")
    assert sorted((one[0], "crm_guard" in one[2]) for one in said) == [("lead", True), ("quote", True)]


def test_damage_of_rows_is_found_on_a_server_too(server: Database) -> None:
    said = _said(
        server,
        "UPDATE contact SET search_text = 'x' WHERE id = 2",
        "DELETE FROM user_within WHERE reach = 'team'",
        "UPDATE number_series SET last = 0 WHERE module = 'lead'",
    )
    assert sorted(one[0] for one in said) == ["contact", "number_series", "user_within"]
    mend(server, check.findings(server))
    assert found(server) == []
