"""Search as it is typed, against the better of two bare ways: walking the list's order, or an index and a sort.

Which of the two is better is tried for each query anew; `bare` holds them.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from benchmarks import bare
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
    table, words = entity.__tablename__, search_words(query)
    limits = bare.ways(bench, table, words)
    best = bench.meter.quickest(limits)
    works = {"ours": partial(ours, bench, entity, query), "limit": limits[best]}
    _agree(works["ours"](), works["limit"](), query)
    series = bench.meter.in_turn(works)
    if naive:
        series |= bench.meter.in_turn({"like": partial(bare.anywhere, bench, table, words)}, seconds=0)
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
