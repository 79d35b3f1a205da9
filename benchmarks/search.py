"""Search as it is typed, against the better of two bare ways: walking the list's order, or an index and a sort.

Which of the two is better is tried for each query anew; `bare` holds them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from benchmarks import bare
from benchmarks.cases import COLUMNS, PAGE, Bench
from benchmarks.measuring import Series, Work, percentile, pooled
from benchmarks.report import Row, aimed
from desktop_crm.models import Contact, Organization, Record
from desktop_crm.models.text import search_words
from desktop_crm.storage import listing
from desktop_crm.storage.listing import Query
from desktop_crm.storage.order import segments

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
    taken: list[dict[str, Series]] = []
    for shape, queries in SHAPES.items():
        for place, query in enumerate(queries):
            series = _compared(bench, Contact, query, naive=place == len(queries) - 1)
            taken.append(series)
            yield _row(bench, f"search, {shape}: {query}", series)
    yield _row(bench, "search, many: cong ty, of organizations", _compared(bench, Organization, "cong ty", naive=False))
    yield from _overall(bench, taken)


def _row(bench: Bench, name: str, series: dict[str, Series]) -> Row:
    ours, limit = series["ours"], series["limit"]
    beside = {"LIKE '%x%'": series["like"].cost * 1000} if "like" in series else {}
    return Row(
        name, bench.size, bench.kind, ours.cost * 1000, limit.cost * 1000, aimed(bench.size, TARGET),
        wall=ours.wall * 1000, limit_wall=limit.wall * 1000, beside=beside,
    )  # fmt: skip


def _overall(bench: Bench, taken: list[dict[str, Series]]) -> Iterator[Row]:
    """All queries together: their median, and the one of twenty that takes longest beside the same of the limits."""
    every = {who: pooled([series[who] for series in taken]) for who in ("ours", "limit")}
    median = percentile(every["ours"], 0.5) * 1000
    yield Row("search, median of all", bench.size, bench.kind, median, QUICK, 1.0, note="the limit is given")
    slow, limit = (percentile(every[who], 0.95) * 1000 for who in ("ours", "limit"))
    yield Row("search, slowest of twenty", bench.size, bench.kind, slow, limit, aimed(bench.size, TARGET))


def _compared(bench: Bench, entity: type[Record], query: str, *, naive: bool) -> dict[str, Series]:
    works = {"ours": partial(ours, bench, entity, query), "limit": limit(bench, bench, entity, query)}
    _agree(works["ours"](), works["limit"](), query)
    series = bench.meter.in_turn(works)
    if naive:
        works = {"like": partial(bare.anywhere, bench, entity.__tablename__, search_words(query))}
        series |= bench.meter.in_turn(works, seconds=0, least=3)
    return series


def limit(bench: Bench, free: Bench, entity: type[Record], query: str) -> Work:
    """The quickest bare way on `free`; rows spelled as typed come before the others, as in the program."""
    quickest = []
    for segment in segments(Query(entity, search=query)):
        found = bare.ways(free, entity.__tablename__, segment.words, segment.unlike)
        quickest.append(found[bench.meter.quickest(found)])
    return quickest[0] if len(quickest) == 1 else partial(_joined, quickest)


def _joined(works: Sequence[Work]) -> list[Any]:
    found: list[Any] = []
    for work in works:
        if len(found) < PAGE:
            found += work()[: PAGE - len(found)]
    return found


def _agree(ours: list[Any], limit: list[Any], query: str) -> None:
    found, wanted = [row.id for row in ours], [row[0] for row in limit]
    if found != wanted:
        raise SystemExit(f"“{query}” finds {len(found)} rows, the bare statement {len(wanted)} or others")


def ours(bench: Bench, entity: type[Record], query: str) -> list[listing.ListRow]:
    """A page as the program reads it."""
    columns = COLUMNS if entity is Contact else ()
    with bench.database.reading(bench.actor) as unit:
        return listing.page(unit.session, Query(entity, search=query), columns, limit=PAGE)
