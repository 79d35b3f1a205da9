"""Ids drawn before several new rows are written, so that they go to the database as one prepared statement.

Rows without ids give them back: a file is told them one by one, and a server in one long statement, to take whose text
apart costs the driver more than the rows themselves.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import String, TableClause, column, func, select, table, text
from sqlalchemy.orm import Session

from desktop_crm.models import Base
from desktop_crm.models.types import Key

FEWEST = {"sqlite": 2, "postgresql": 10}
"""From so many rows of one table on, their ids are drawn."""

_NEXT = text("SELECT nextval(pg_get_serial_sequence(:table, 'id')) FROM generate_series(1, :count)")


def draw_ids(session: Session, rows: Iterable[object]) -> None:
    """Give the new ones among `rows` their ids in order. The transaction is one that writes: nobody else draws."""
    kind = session.connection().dialect.name
    for entity, alike in _without_id(rows).items():
        if len(alike) >= FEWEST[kind]:
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
    """What the file itself would give: on from the highest one present."""
    last = session.scalar(select(func.max(whole(session, entity).c.id))) or 0
    return range(last + 1, last + 1 + count)


def whole(session: Session, entity: type[Base]) -> TableClause:
    """Ids and numbers of all rows of a table, also of those that a user of a local file does not see."""
    schema = "main" if session.get_bind().dialect.name == "sqlite" else None
    columns = (column("id", Key), column("number", String))
    return table(entity.__tablename__, *columns, schema=schema)


def _from_server(session: Session, entity: type[Base], count: int) -> Iterator[int]:
    return iter(session.scalars(_NEXT, {"table": entity.__tablename__, "count": count}))
