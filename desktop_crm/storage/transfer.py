"""Every row of one database into another, of either kind: ids kept, carried exactly, and compared row by row.

Values travel as both databases keep them: amounts as whole numbers, moments in UTC, JSON as its text, so that neither a
decimal nor the difference between no value and JSON's own null is lost.
"""

from __future__ import annotations

import json
from collections.abc import Generator, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from hashlib import blake2b
from itertools import zip_longest
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Connection,
    LargeBinary,
    Table,
    Text,
    cast,
    column,
    func,
    insert,
    select,
    table,
    text,
    type_coerce,
)
from sqlalchemy.orm import Session

from desktop_crm.errors import Damaged, Refused
from desktop_crm.i18n import mark
from desktop_crm.models import Base
from desktop_crm.models.types import Json, Scaled
from desktop_crm.storage import within
from desktop_crm.storage.watch import SILENT, Watch

Row = tuple[Any, ...]
Counts = dict[str, int]

UNCARRIED = frozenset({"editing", "user_within"})
"""Tables of the moment, and tables that are derived from others and laid out anew."""

_LEFT: Mapping[str, Mapping[str, Any]] = {
    "app_user": {"password_hash": "", "failures": 0, "locked_until": None},
    "history_entry": {"transaction_id": None},
}
"""What does not come along to a server: it keeps passwords itself, and numbers its own transactions."""

_CHUNK, _FILES = 2000, 16  # rows held in memory at a time; of tables with whole files in them


@dataclass(frozen=True, slots=True)
class _Plan:
    """How one table is read and written."""

    table: Table
    names: tuple[str, ...]
    json: tuple[int, ...]  # the places of JSON columns
    chunk: int

    @property
    def name(self) -> str:
        return self.table.name


def plans() -> list[_Plan]:
    """Every table that is carried, each after those it refers to."""
    return [_plan(one) for one in Base.metadata.sorted_tables if one.name not in UNCARRIED]


@cache
def _plan(one: Table) -> _Plan:
    names = tuple(c.name for c in one.columns)
    documents = tuple(place for place, c in enumerate(one.columns) if _is_json(c.type))
    files = any(isinstance(c.type, LargeBinary) for c in one.columns)
    return _Plan(one, names, documents, _FILES if files else _CHUNK)


def _is_json(kind: Any) -> bool:
    return kind is Json or isinstance(kind, JSON)


def count_rows(connection: Connection) -> Counts:
    """How many rows each carried table has."""
    return {p.name: connection.scalar(select(func.count()).select_from(p.table)) or 0 for p in plans()}


def rows_of(connection: Connection, plan: _Plan) -> Generator[Sequence[Row], None, None]:
    """The rows of a table in the order of their ids, a chunk at a time."""
    columns = [_read(one) for one in plan.table.columns]
    statement = select(*columns).order_by(plan.table.c.id)
    with connection.execute(statement, execution_options={"yield_per": plan.chunk}) as result:
        for rows in result.partitions():
            yield [tuple(row) for row in rows]


def _read(one: Any) -> Any:
    if _is_json(one.type):
        return cast(one, Text)
    return type_coerce(one, BigInteger) if isinstance(one.type, Scaled) else one


def carry(source: Connection, sink: Connection, watch: Watch = SILENT) -> Counts:
    """Put every row of `source` in the place of all rows of `sink`; how many there were.

    Each side is within a transaction that the caller ends. What was carried is read again and compared row by row:
    Damaged where anything arrived otherwise. Raises Refused for a value that the sink cannot keep.
    """
    counts = count_rows(source)
    watch.expect(2 * sum(counts.values()))
    _clear(sink)
    write = _copy if sink.dialect.name == "postgresql" else _insert
    for plan in plans():
        write(sink, plan, _passed(source, sink, plan), watch)
    compare(source, sink, watch)
    with Session(sink) as session:
        within.lay_out(session)
    if sink.dialect.name == "postgresql":
        restart_identities(sink)
    return counts


def _clear(sink: Connection) -> None:
    if sink.dialect.name == "sqlite":
        sink.execute(text("PRAGMA defer_foreign_keys=ON"))
    for one in reversed(Base.metadata.sorted_tables):
        sink.execute(one.delete())


def _passed(source: Connection, sink: Connection, plan: _Plan) -> Generator[Sequence[Row], None, None]:
    """The source's rows as the sink shall have them."""
    left = _LEFT.get(plan.name) if sink.dialect.name == "postgresql" else None
    for rows in rows_of(source, plan):
        yield [_without(left, plan, row) for row in rows] if left else rows


def _without(left: Mapping[str, Any], plan: _Plan, row: Row) -> Row:
    return tuple(left.get(name, value) for name, value in zip(plan.names, row, strict=True))


def _copy(sink: Connection, plan: _Plan, chunks: Iterator[Sequence[Row]], watch: Watch) -> None:
    import psycopg

    quoted = ", ".join(f'"{name}"' for name in plan.names)
    cursor: Any = sink.connection.cursor()
    try:
        with cursor.copy(f'COPY "{plan.name}" ({quoted}) FROM STDIN') as stream:
            for rows in chunks:
                for row in rows:
                    stream.write_row(row)
                watch.step(len(rows))
    except psycopg.DataError as error:
        reason = str(error).strip().splitlines()
        raise _unkeepable(plan, reason) from error
    finally:
        cursor.close()


def _unkeepable(plan: _Plan, reason: Sequence[str]) -> Refused:
    where = next((line for line in reason if line.startswith("CONTEXT")), "")
    message = mark("Transfer", "A row of {table} cannot be kept by the server: {reason}")
    return Refused(message, table=plan.name, reason=" ".join([*reason[:1], where]).strip())


def _insert(sink: Connection, plan: _Plan, chunks: Iterator[Sequence[Row]], watch: Watch) -> None:
    plain = table(plan.name, *(column(one.name, _written(one.type)) for one in plan.table.columns))
    statement = insert(plain)
    for rows in chunks:
        sink.execute(statement, [dict(zip(plan.names, row, strict=True)) for row in rows])
        watch.step(len(rows))


def _written(kind: Any) -> Any:
    if _is_json(kind):
        return Text()
    return BigInteger() if isinstance(kind, Scaled) else kind


# ---------------------------------------------------------------- comparing
def compare(source: Connection, sink: Connection, watch: Watch = SILENT) -> None:
    """Raise Damaged, naming the first row that does not have the same digest on both sides."""
    for plan in plans():
        with closing(_passed(source, sink, plan)) as ours, closing(rows_of(sink, plan)) as others:
            for mine, theirs in zip_longest(ours, others, fillvalue=()):
                _compare(plan, mine, theirs)
                watch.step(len(mine))


def _compare(plan: _Plan, mine: Sequence[Row], theirs: Sequence[Row]) -> None:
    for one, other in zip_longest(mine, theirs):
        if one is None or other is None or digest(one, plan.json) != digest(other, plan.json):
            message = mark("Transfer", "{table} {row} was not carried over as it is; nothing was kept.")
            raise Damaged(message, table=plan.name, row=(one or other)[0])


def digest(row: Row, documents: Sequence[int] = ()) -> bytes:
    """What a row says, in sixteen bytes; the same whichever database it comes from."""
    values = [_parsed(value) if place in documents else _plain(value) for place, value in enumerate(row)]
    return blake2b(repr(values).encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if isinstance(value, memoryview):
        return bytes(value)
    return value.isoformat() if isinstance(value, date) else value


def _parsed(document: str | None) -> Any:
    """A JSON text as what it means: the order of keys and the writing of numbers say nothing."""
    return None if document is None else json.dumps(_exact(json.loads(document)), sort_keys=True)


def _exact(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _exact(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_exact(one) for one in value]
    return int(value) if isinstance(value, float) and value.is_integer() else value


def begin_copying(sink: Connection) -> None:
    """Until the transaction ends rows come to a server with their versions, stamps and history: no trigger adds any.

    Only the owner of the database may say so; for anybody else the triggers go on.
    """
    if sink.dialect.name == "postgresql":
        sink.execute(select(func.set_config("crm.copying", "on", True)))


def restart_identities(sink: Connection) -> None:
    """After rows were written with their ids: let a server's next id follow the greatest one."""
    for one in Base.metadata.sorted_tables:
        sequence = select(func.pg_get_serial_sequence(one.name, "id")).scalar_subquery()
        next_id = select(func.coalesce(func.max(one.c.id), 0) + 1).scalar_subquery()
        sink.execute(select(func.setval(sequence, next_id, False)))
