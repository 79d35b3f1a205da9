"""The limits of lists and searches: plain SQL through the bare driver, for the same columns of the same 100 rows."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from benchmarks.cases import Bench
from benchmarks.measuring import Work

SHOWN = {
    "contact": "SELECT c.id, c.version, c.title, c.title_sort, o.id, o.title, c.job_title, c.buying_role, c.mobile,"
    " c.email, u.id, u.full_name FROM ({inner}) x JOIN contact c ON c.id = x.id LEFT JOIN organization o"
    " ON o.id = c.organization_id LEFT JOIN app_user u ON u.id = c.owner_id ORDER BY c.title_sort, c.id",
    "organization": "SELECT c.id, c.version, c.title, c.title_sort FROM ({inner}) x JOIN organization c"
    " ON c.id = x.id ORDER BY c.title_sort, c.id",
}
"""Statements that show the rows whose ids an inner statement gives."""

_WALK = "SELECT id FROM {table} WHERE deleted_at IS NULL{tests} ORDER BY title_sort, id LIMIT 100"


def shown(bench: Bench, table: str, inner: str, values: Sequence[Any] = ()) -> list[Any]:
    """The rows of a list whose ids `inner` gives."""
    return bench.rows(SHOWN[table].format(inner=inner), values)


def ways(bench: Bench, table: str, words: Sequence[str]) -> dict[str, Work]:
    """The bare ways, by name, to the first rows with these words that the database offers."""
    by_index = _in_file if bench.kind == "sqlite" else _on_server
    found = {"walk": _walk(bench, table, words)} | by_index(bench, table, words)
    return {name: partial(shown, bench, table, inner, values) for name, (inner, values) in found.items()}


def anywhere(bench: Bench, table: str, words: Sequence[str]) -> list[Any]:
    """The naive way: the words anywhere in the texts."""
    tests = " AND search_text LIKE ?" * len(words)
    return shown(bench, table, _WALK.format(table=table, tests=tests), [f"%{word}%" for word in words])


Inner = tuple[str, list[str]]


def _walk(bench: Bench, table: str, words: Sequence[str]) -> Inner:
    """Along the list's own order until 100 rows have the words."""
    test, values = _has(bench, words)
    return _WALK.format(table=table, tests=test * len(words)), values


def _has(bench: Bench, words: Sequence[str]) -> Inner:
    """The cheapest test that a text has a word, and its values."""
    if bench.kind == "sqlite":
        return " AND instr(search_text, ?) > 0", [f" {word}" for word in words]
    return " AND search_text LIKE ?", [f"% {word}%" for word in words]


def _in_file(bench: Bench, table: str, words: Sequence[str]) -> dict[str, Inner]:
    """All words by the full-text index, or the rarest one only and the others by a test."""
    name = full_text_table(bench, table)
    if not name:
        return {}
    inner = (
        f"SELECT c.id FROM {name} f CROSS JOIN {table} c ON c.id = f.rowid WHERE f.{name} MATCH ?"
        " AND c.deleted_at IS NULL{} ORDER BY c.title_sort, c.id LIMIT 100"
    )
    rarest = min(words, key=partial(_frequency, bench, name))
    others = [word for word in words if word != rarest]
    test, values = _has(bench, others)
    tests = test.replace("search_text", "c.search_text") * len(others)
    found = {"words": (inner.format(""), [" ".join(map(_begins, words))])}
    return found | ({"rarest word": (inner.format(tests), [_begins(rarest), *values])} if others else {})


def _begins(word: str) -> str:
    return f'"{word}"*'


def _frequency(bench: Bench, name: str, word: str) -> int:
    counted = f"SELECT count(*) FROM (SELECT 1 FROM {name} WHERE {name} MATCH ? LIMIT 100000)"
    return int(bench.rows(counted, (_begins(word),))[0][0])


def full_text_table(bench: Bench, table: str) -> str:
    """The FTS5 table over the search texts of a table, '' where there is none."""
    named = "SELECT name FROM sqlite_master WHERE sql LIKE 'CREATE VIRTUAL TABLE%fts5%' AND name LIKE ?"
    found = bench.rows(named, (f"{table}%",))
    return str(found[0][0]) if found else ""


def _on_server(bench: Bench, table: str, words: Sequence[str]) -> dict[str, Inner]:
    """All words by the GIN index, sorted after; the planner must not take the list's order instead."""
    expression = indexed_expression(bench, table)
    if not expression:
        return {}
    inner = (
        f"SELECT id FROM (SELECT id, title_sort FROM {table} WHERE {expression} @@ ?::tsquery"
        " AND deleted_at IS NULL OFFSET 0) h ORDER BY title_sort, id LIMIT 100"
    )
    return {"words": (inner, [" & ".join(f"'{word}':*" for word in words)])}


def indexed_expression(bench: Bench, table: str) -> str:
    """What the GIN index over the search texts of a table is made of, '' where there is none."""
    found = bench.rows(
        "SELECT pg_get_indexdef(i.indexrelid, 1, true) FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid"
        " JOIN pg_am a ON a.oid = c.relam WHERE a.amname = 'gin' AND i.indrelid = ?::regclass",
        (table,),
    )
    return str(found[0][0]) if found else ""
