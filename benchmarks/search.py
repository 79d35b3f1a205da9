"""Search as it is typed, against the better of two bare ways: walking the list's order, or an index of words and a sort.

Both are plain SQL through the bare driver on the same database, and give the same columns of the same 100 rows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from benchmarks.cases import COLUMNS, PAGE, Bench
from benchmarks.measuring import Series, percentile, pooled
from benchmarks.report import Row
from desktop_crm.models import Contact, Organization, Record
from desktop_crm.models.text import search_words
from desktop_crm.storage import listing
from desktop_crm.storage.listing import Query

SHAPES: dict[str, tuple[str, ...]] = {
    "many": ("n", "ng", "nguyen", "nguyen thi", "van", "09"),
    "medium": ("yen", "nguyen van an", "tran minh", "dang"),
    "few": ("dinh duc khai", "quach thi yen", "0912345", "yent.quach"),
    "none": ("zzzq", "zzzq nguyen"),
    "far end": ("y", "yen nguyen", "nguyen thi yen", "xuan", "tran xuan", "vy hoang"),
    "accented": ("Nguyễn Văn Ân", "Yến"),
}
"""What is typed, by how much of it there is and where in the list's order."""

TARGET, QUICK = 1.3, 30.0


def measure(bench: Bench) -> Iterator[Row]:
    """A row for each query, and how quick all of them together are."""
    ours: list[Series] = []
    for shape, queries in SHAPES.items():
        for place, query in enumerate(queries):
            series = _compared(bench, Contact, query, naive=place == len(queries) - 1)
            ours.append(series["ours"])
            yield _row(bench, f"search, {shape}: {query}", series)
    yield _row(bench, "search, many: cong ty, of organizations", _compared(bench, Organization, "cong ty", naive=False))
    yield _overall(bench, "search, median of all", percentile(pooled(ours), 0.5), QUICK)
    yield _overall(bench, "search, slowest of twenty", percentile(pooled(ours), 0.95), None)


def _row(bench: Bench, name: str, series: dict[str, Series]) -> Row:
    ours, limit = series["ours"], series["limit"]
    beside = {"LIKE '%x%'": series["like"].cost * 1000} if "like" in series else {}
    return Row(
        name, bench.size, bench.kind, ours.cost * 1000, limit.cost * 1000, TARGET,
        wall=ours.wall * 1000, limit_wall=limit.wall * 1000, beside=beside,
    )  # fmt: skip


def _overall(bench: Bench, name: str, seconds: float, limit: float | None) -> Row:
    return Row(name, bench.size, bench.kind, seconds * 1000, limit, None if limit is None else 1.0)


def _compared(bench: Bench, entity: type[Record], query: str, *, naive: bool) -> dict[str, Series]:
    limits = ways(bench, entity, query)
    best = bench.meter.quickest(limits)
    works = {"ours": partial(ours, bench, entity, query), "limit": limits[best]}
    _agree(works["ours"](), works["limit"](), query)
    series = bench.meter.in_turn(works)
    if naive:
        series |= bench.meter.in_turn({"like": partial(like, bench, entity, query)}, seconds=0)
    return series


def _agree(ours: list[Any], limit: list[Any], query: str) -> None:
    found, wanted = [row.id for row in ours], [row[0] for row in limit]
    if found != wanted:
        raise SystemExit(f"“{query}” finds {len(found)} rows, the bare statement {len(wanted)} or others")


def ours(bench: Bench, entity: type[Record], query: str) -> list[listing.ListRow]:
    """A page as the program reads it."""
    columns = COLUMNS if entity is Contact else ()
    with bench.database.reading(bench.actor) as unit:
        return listing.page(unit.session, Query(entity, search=query), columns, limit=PAGE)


def ways(bench: Bench, entity: type[Record], query: str) -> dict[str, Callable[[], list[Any]]]:
    """The bare ways to the same rows that this database offers."""
    words, table = search_words(query), entity.__tablename__
    found = {"walk": partial(_run, bench, table, _WALK.format(table=table, tests=_tests(words)), _likes(words))}
    for name, (inner, values) in _by_index(bench, table, words).items():
        found[name] = partial(_run, bench, table, inner, values)
    return found


_WALK = "SELECT id FROM {table} WHERE deleted_at IS NULL{tests} ORDER BY title_sort, id LIMIT 100"


def _tests(words: list[str]) -> str:
    return "".join(" AND search_text LIKE ?" for _ in words)


def _likes(words: list[str], form: str = "% {}%") -> list[str]:
    return [form.format(word) for word in words]


def _by_index(bench: Bench, table: str, words: list[str]) -> dict[str, tuple[str, list[str]]]:
    finder = _sqlite_index if bench.kind == "sqlite" else _postgresql_index
    return finder(bench, table, words)


def _sqlite_index(bench: Bench, table: str, words: list[str]) -> dict[str, tuple[str, list[str]]]:
    """All words in the index of words, or the rarest one only and the others by LIKE."""
    name = fts_table(bench, table)
    if not name:
        return {}
    inner = (
        f"SELECT c.id FROM {name} f CROSS JOIN {table} c ON c.id = f.rowid WHERE {name} MATCH ?"
        " AND c.deleted_at IS NULL{} ORDER BY c.title_sort, c.id LIMIT 100"
    )
    matches = [f'"{word}"*' for word in words]
    counted = f"SELECT count(*) FROM (SELECT 1 FROM {name} WHERE {name} MATCH ? LIMIT 100000)"
    rarest = min(range(len(words)), key=lambda place: bench.rows(counted, (matches[place],))[0][0])
    others = words[:rarest] + words[rarest + 1 :]
    found = {"words": (inner.format(""), [" ".join(matches)])}
    if others:
        tests = "".join(" AND c.search_text LIKE ?" for _ in others)
        found["rarest word"] = (inner.format(tests), [matches[rarest], *_likes(others)])
    return found


def fts_table(bench: Bench, table: str) -> str:
    """The FTS5 table over the search texts of a table, '' where there is none."""
    named = "SELECT name FROM sqlite_master WHERE sql LIKE 'CREATE VIRTUAL TABLE%fts5%' AND (name LIKE ? OR sql LIKE ?)"
    found = bench.rows(named, (f"%{table}%", f"%content=_{table}_%"))
    return found[0][0] if found else ""


def _postgresql_index(bench: Bench, table: str, words: list[str]) -> dict[str, tuple[str, list[str]]]:
    """All words by the GIN index of words, sorted after; with and without LIKE as a second test."""
    expression = gin_expression(bench, table)
    if not expression:
        return {}
    inner = (
        f"SELECT id FROM (SELECT id FROM (SELECT id, title_sort FROM {table} WHERE {expression} @@ ?::tsquery"
        " AND deleted_at IS NULL OFFSET 0) h ORDER BY title_sort, id LIMIT 100) k"
    )
    return {"words": (inner, [" & ".join(f"'{word}':*" for word in words)])}


def gin_expression(bench: Bench, table: str) -> str:
    """What the GIN index over the search texts of a table is made of, '' where there is none."""
    found = bench.rows(
        "SELECT pg_get_indexdef(i.indexrelid, 1, true) FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid"
        " JOIN pg_am a ON a.oid = c.relam WHERE a.amname = 'gin' AND i.indrelid = ?::regclass",
        (table,),
    )
    return found[0][0] if found else ""


def _run(bench: Bench, table: str, inner: str, values: list[str]) -> list[Any]:
    return bench.rows(_SHOWN[table].format(inner=inner), values)


_SHOWN = {
    "contact": "SELECT c.id, c.version, c.title, c.title_sort, o.id, o.title, c.job_title, c.buying_role, c.mobile,"
    " c.email, u.id, u.full_name FROM ({inner}) x JOIN contact c ON c.id = x.id LEFT JOIN organization o"
    " ON o.id = c.organization_id LEFT JOIN app_user u ON u.id = c.owner_id ORDER BY c.title_sort, c.id",
    "organization": "SELECT c.id, c.version, c.title, c.title_sort FROM ({inner}) x JOIN organization c"
    " ON c.id = x.id ORDER BY c.title_sort, c.id",
}


def like(bench: Bench, entity: type[Record], query: str) -> list[Any]:
    """The naive way: the words anywhere in the texts, no index."""
    words, table = search_words(query), entity.__tablename__
    inner = f"SELECT id FROM {table} WHERE deleted_at IS NULL{_tests(words)} ORDER BY title_sort, id LIMIT 100"
    return _run(bench, table, inner, _likes(words, "%{}%"))
