"""Saving and opening records, beside the bare library doing the same in the same tables. On a copy of the database."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import event

from benchmarks.cases import Bench, needed
from benchmarks.report import Row
from desktop_crm.models import Contact
from desktop_crm.services.reading import open_record
from desktop_crm.storage.database import Database, open_database


def measure(bench: Bench) -> Iterator[Row]:
    """One row for each kind of work."""
    cases = needed("benchmarks.write_cases")
    with copied(bench) as database:
        yield _row(bench, database, "create 1,000 records with history", 3.0, cases.create_ours, cases.create_limit)
        yield _row(bench, database, "quote of 30 lines saved", 3.0, cases.quote_ours, cases.quote_limit)
        yield _row(bench, database, "open a record with its related lists", None, cases.open_ours, cases.open_limit)
        yield _queries(bench, database, cases)


@contextmanager
def copied(bench: Bench) -> Iterator[Database]:
    """A copy of the database that is thrown away."""
    bench.release()
    with tempfile.TemporaryDirectory(dir=bench.stores.folder) as folder:
        target = bench.stores.copy(bench.kind, bench.size, Path(folder))
        database = open_database(target)
        try:
            yield database
        finally:
            database.close()
            bench.stores.drop(target)


Case = Callable[[Database], object]


def _row(bench: Bench, database: Database, name: str, target: float | None, ours: Case, limit: Case) -> Row:
    works = {"ours": partial(ours, database), "limit": partial(limit, database)}
    series = bench.meter.in_turn(works, seconds=2.0)
    return Row(
        name, bench.size, bench.kind, series["ours"].cost * 1000, series["limit"].cost * 1000, target,
        wall=series["ours"].wall * 1000, limit_wall=series["limit"].wall * 1000,
    )  # fmt: skip


def _queries(bench: Bench, database: Database, cases: Any) -> Row:
    """How many statements open a record with a hundred related rows, and one with none."""
    full = _statements(database, partial(cases.open_ours, database))
    bare = _statements(database, partial(_open_first, database, cases))
    return Row("statements to open a record", bench.size, bench.kind, full, bare, 1.0, "statements",
               note="the limit is a record without comments, files, tags or related records")  # fmt: skip


def _open_first(database: Database, cases: Any) -> None:
    with database.reading() as unit:
        open_record(unit, Contact, 1, cases.RELATED)


def _statements(database: Database, work: Callable[[], object]) -> int:
    seen: list[str] = []

    def told(connection: Any, cursor: Any, statement: str, *rest: Any) -> None:
        seen.append(statement)

    event.listen(database.engine, "before_cursor_execute", told)
    try:
        work()
    finally:
        event.remove(database.engine, "before_cursor_execute", told)
    return len(seen)
