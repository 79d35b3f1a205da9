"""Ids drawn before new rows are written.

Several rows then go to the database as one prepared statement. Rows without ids give them back: a file is told them one
by one, and a server in one long statement, to take whose text apart costs the driver more than the rows themselves.

A file by itself gives the id of an erased last record again, and the new record would show the old one's history. So
the id of every record is drawn, above the highest that its history tells of.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import Connection, String, TableClause, column, table, text
from sqlalchemy.orm import Session

from desktop_crm.models import BY_MODULE, Base, Record
from desktop_crm.models.types import Key

FEWEST = {"sqlite": 2, "postgresql": 10}
"""From so many rows of one table on, their ids are drawn."""

_NEXT = text("SELECT nextval(pg_get_serial_sequence(:table, 'id')) FROM generate_series(1, :count)")


def draw_ids(session: Session, rows: Iterable[object]) -> None:
    """Give the new ones among `rows` their ids in order. The transaction is one that writes: nobody else draws."""
    kind = session.connection().dialect.name
    for entity, alike in _without_id(rows).items():
        if len(alike) >= FEWEST[kind] or (kind == "sqlite" and issubclass(entity, Record)):
            draw = _from_file if kind == "sqlite" else _from_server
            for row, key in zip(alike, draw(session, entity, len(alike)), strict=True):
                row.id = key


def _without_id(rows: Iterable[object]) -> dict[type[Base], list[Base]]:
    found: dict[type[Base], list[Base]] = defaultdict(list)
    for row in rows:
        if isinstance(row, Base) and row.id is None:
            found[type(row)].append(row)
    return found


def _from_file(session: Session, entity: type[Base], count: int) -> Sequence[int]:
    last = highest_ever(session.connection(), entity.__tablename__)
    return range(last + 1, last + 1 + count)


def whole(session: Session, entity: type[Base]) -> TableClause:
    """Ids and numbers of all rows of a table, also of those that a user of a local file does not see."""
    schema = "main" if session.get_bind().dialect.name == "sqlite" else None
    columns = (column("id", Key), column("number", String))
    return table(entity.__tablename__, *columns, schema=schema)


def highest_ever(connection: Connection, table: str) -> int:
    """The highest id a row of a file's table has; of records, also those that were erased, as history tells."""
    highest = f'SELECT max(id) AS id FROM main."{table}"'
    if table in BY_MODULE:
        highest += f" UNION ALL SELECT max(record_id) FROM main.history_entry WHERE module = '{table}'"
    return connection.exec_driver_sql(f"SELECT max(id) FROM ({highest})").scalar() or 0


def _from_server(session: Session, entity: type[Base], count: int) -> Iterator[int]:
    return iter(session.scalars(_NEXT, {"table": entity.__tablename__, "count": count}))
