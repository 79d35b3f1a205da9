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


def ways(bench: Bench, table: str, words: Sequence[str], unlike: Sequence[str] = ()) -> dict[str, Work]:
    """The bare ways, by name, to the first rows with all of `words` but not all of `unlike`."""
    by_index = _in_file if bench.kind == "sqlite" else _on_server
    found = {"walk": _walk(bench, table, words, unlike)} | by_index(bench, table, words, unlike)
    return {name: partial(shown, bench, table, inner, values) for name, (inner, values) in found.items()}


def anywhere(bench: Bench, table: str, words: Sequence[str]) -> list[Any]:
    """The naive way: the words anywhere in the texts."""
    tests = " AND search_text LIKE ?" * len(words)
    return shown(bench, table, _WALK.format(table=table, tests=tests), [f"%{word}%" for word in words])


Inner = tuple[str, list[str]]


def _walk(bench: Bench, table: str, words: Sequence[str], unlike: Sequence[str]) -> Inner:
    """Along the list's own order until 100 rows have the words."""
    tests, values = _tests(bench, table, words, unlike)
    return _WALK.format(table=table, tests=tests), values


def _tests(bench: Bench, table: str, words: Sequence[str], unlike: Sequence[str]) -> Inner:
    """The cheapest tests of a text, and their values."""
    test = f"instr({table}.search_text, ?) > 0" if bench.kind == "sqlite" else f"{table}.search_text LIKE ?"
    tests = f" AND {test}" * len(words)
    if unlike:
        tests += f" AND NOT ({' AND '.join([test] * len(unlike))})"
    form = " {}" if bench.kind == "sqlite" else "% {}%"
    return tests, [form.format(word) for word in (*words, *unlike)]


def _in_file(bench: Bench, table: str, words: Sequence[str], unlike: Sequence[str]) -> dict[str, Inner]:
    """All words by the full-text index, or the rarest one only and the others by a test."""
    name = full_text_table(bench, table)
    if not name:
        return {}
    inner = (
        f"SELECT {table}.id FROM {name} CROSS JOIN {table} ON {table}.id = {name}.rowid WHERE {name} MATCH ?"
        f" AND {table}.deleted_at IS NULL{{}} ORDER BY {table}.title_sort, {table}.id LIMIT 100"
    )
    rarest = min(words, key=partial(_frequency, bench, name))
    found = {}
    for way, driving in (("words", words), ("rarest word", [rarest])):
        tests, values = _tests(bench, table, [word for word in words if word not in driving], unlike)
        found[way] = inner.format(tests), [" ".join(map(_begins, driving)), *values]
    return found


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


def _on_server(bench: Bench, table: str, words: Sequence[str], unlike: Sequence[str]) -> dict[str, Inner]:
    """All words by the GIN index, or the rarest only; sorted after: the planner must not take the list's order."""
    expression = indexed_expression(bench, table)
    if not expression:
        return {}
    counted = f"SELECT count(*) FROM (SELECT 1 FROM {table} WHERE {expression} @@ ?::tsquery LIMIT 100000) k"
    rarest = min(words, key=lambda word: bench.rows(counted, (_query([word]),))[0][0])
    found = {}
    for way, driving in (("words", words), ("rarest word", [rarest])):
        tests, values = _tests(bench, table, [word for word in words if word not in driving], unlike)
        inner = (
            f"SELECT id FROM (SELECT id, title_sort FROM {table} WHERE {expression} @@ ?::tsquery"
            f" AND deleted_at IS NULL{tests} OFFSET 0) h ORDER BY title_sort, id LIMIT 100"
        )
        found[way] = inner, [_query(driving), *values]
    return found


def _query(words: Sequence[str]) -> str:
    return " & ".join(f"'{word}':*" for word in words)


def indexed_expression(bench: Bench, table: str) -> str:
    """What the GIN index over the search texts of a table is made of, '' where there is none."""
    found = bench.rows(
        "SELECT pg_get_indexdef(i.indexrelid, 1, true) FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid"
        " JOIN pg_am a ON a.oid = c.relam WHERE a.amname = 'gin' AND i.indrelid = ?::regclass",
        (table,),
    )
    return str(found[0][0]) if found else ""
