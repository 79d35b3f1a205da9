"""New records written column by column: what a form would have made of each, in as few steps as the database allows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, insert, inspect, literal, null, select, text
from sqlalchemy.exc import DBAPIError

from desktop_crm.exchange.derive import derived
from desktop_crm.exchange.progress import STEP
from desktop_crm.exchange.relations import RowOfFile
from desktop_crm.models import HistoryEntry, ImportedRow, Record
from desktop_crm.models.record import derived_keys
from desktop_crm.storage.database import UnitOfWork
from desktop_crm.storage.history import plain, tells, unsearched
from desktop_crm.storage.keys import highest_ever

Columns = Mapping[str, Sequence[Any]]
Stored = tuple[Any, ...]


class Block(NamedTuple):
    """Some rows of a plan and the numbers of their records, all taken from `first` on."""

    first: int
    places: Sequence[int]
    numbers: Sequence[str]


class Creation:
    """Writes new records of one module within a unit of work, with their history, as rows of a batch."""

    def __init__(self, unit: UnitOfWork, entity: type[Record], batch: int, columns: Columns, count: int) -> None:
        self.unit, self.entity, self.batch, self.columns = unit, entity, batch, columns
        self.connection = unit.session.connection()
        self.attributes = {attribute.key: attribute.columns[0] for attribute in inspect(entity).column_attrs}
        self.blank = vars(entity())
        self.unsearched = unsearched(unit.session, entity.__tablename__)
        self.custom = [key for key in columns if key.startswith("custom.")]
        self.own = [key for key in columns if key in self.attributes and key != "number"]
        self.filled = sorted(
            self.attributes.keys() & {*self.own, *self._stamps(), "owner_id", "number", *derived_keys(entity)}
        )
        if self.custom:
            self.filled.append("custom")
        writer = _Sqlite if self.connection.dialect.name == "sqlite" else _Postgres
        self.writer = writer(self.connection, entity.__tablename__, [self.attributes[key].name for key in self.filled])
        self.ids: Sequence[int] = self.writer.reserve(count)
        self.bind = {key: _binder(self.attributes[key].type, self.connection) for key in self.filled}

    def blocks(self, places: Sequence[int], numbers: Sequence[str]) -> Iterator[Block]:
        """The rows of the plan at these places, cut into blocks."""
        for start in range(0, len(places), STEP):
            yield Block(start, places[start : start + STEP], numbers[start : start + STEP])

    def write(self, blocks: Iterable[Block]) -> None:
        """Insert the records of all blocks, remember them in the batch, and write their history."""
        self.writer.write(self._stored(block) for block in blocks)
        self._remember()
        if tells(self.unit.session):
            self._tell()

    def _stamps(self) -> dict[str, Any]:
        actor = self.unit.actor.id
        moment = self.unit.now
        return {
            "created_at": moment,
            "modified_at": moment,
            "created_by_id": actor,
            "modified_by_id": actor,
            "version": 1,
        }

    def _stored(self, block: Block) -> list[Stored]:
        """The rows of a block as the driver takes them, each beginning with its id."""
        count = len(block.places)
        columns: dict[str, Sequence[Any]] = {key: self._picked(key, block.places) for key in self.own}
        columns["number"] = block.numbers
        columns |= {key: [value] * count for key, value in self._stamps().items()}
        owner = self.unit.actor.id
        columns["owner_id"] = [owner if one is None else one for one in columns.get("owner_id", [None] * count)]
        if self.custom:
            columns["custom"] = [self._gathered(place) for place in block.places]
        columns |= derived(self.entity, columns, count, self.unsearched)
        ids = self.ids[block.first : block.first + count]
        return list(zip(ids, *(self.bind[key](columns[key]) for key in self.filled), strict=True))

    def _picked(self, key: str, places: Sequence[int]) -> list[Any]:
        """A column's values, the default for an empty cell; a row of the same file has no id to refer to yet."""
        column, default = self.columns[key], self.blank.get(key)
        picked = [column[place] for place in places]
        if self.entity.__tablename__ == _target(self.attributes[key]):
            picked = [None if isinstance(value, RowOfFile) else value for value in picked]
        return [default if value is None else value for value in picked] if default is not None else picked

    def _gathered(self, place: int) -> dict[str, Any]:
        """The values of a row's custom fields, as JSON keeps them."""
        values = ((key, plain(self.columns[key][place])) for key in self.custom)
        return {key.removeprefix("custom."): value for key, value in values if value not in (None, "")}

    def _remember(self) -> None:
        rows = select(literal(self.batch), self.writer.made.c.id, literal(1), null()).order_by(self.writer.made.c.id)
        names = ["batch_id", "record_id", "version", "before"]
        self.unit.session.execute(insert(ImportedRow).from_select(names, rows))

    def _tell(self) -> None:
        """Write the history of every record made."""
        actor, made = self.unit.actor, self.writer.made
        told: Select[Any] = select(
            literal(self.entity.__tablename__),
            made.c.id,
            literal(self.unit.now, HistoryEntry.at.type),
            literal(actor.id, HistoryEntry.user_id.type),
            literal(actor.full_name or actor.name),
            literal("created"),
            literal([], HistoryEntry.changes.type),
        ).order_by(made.c.id)
        names = ["module", "record_id", "at", "user_id", "user_name", "action", "changes"]
        self.unit.session.execute(insert(HistoryEntry).from_select(names, told))


def _target(column: Any) -> str:
    return next((key.column.table.name for key in column.foreign_keys), "")


def _binder(kind: Any, connection: Connection) -> Callable[[Sequence[Any]], Sequence[Any]]:
    """What turns a column's values into those the driver takes; equal values are turned once."""
    process = kind.dialect_impl(connection.dialect).bind_processor(connection.dialect)
    if process is None:
        return lambda values: values

    def bind(values: Sequence[Any]) -> Sequence[Any]:
        try:
            known = {value: process(value) for value in set(values)}
        except TypeError:  # documents are not hashable
            return list(map(process, values))
        return [known[value] for value in values]

    return bind


class _Sqlite:
    """One statement for all rows; the only writer there can be gives the ids."""

    def __init__(self, connection: Connection, table: str, names: Sequence[str]) -> None:
        self.connection, self.table = connection, table
        listed = ", ".join(f'"{name}"' for name in ("id", *names))
        marks = ", ".join("?" * (len(names) + 1))
        self.statement = f'INSERT INTO main."{table}" ({listed}) VALUES ({marks})'

    def reserve(self, count: int) -> Sequence[int]:
        last = highest_ever(self.connection, self.table)
        ids = range(last + 1, last + 1 + count)
        own = text(f'SELECT id FROM "{self.table}" WHERE id BETWEEN {ids[0]} AND {ids[-1]}')
        self.made = own.columns(id=_KEY).subquery("made")
        return ids

    def write(self, blocks: Iterable[list[Stored]]) -> None:
        raw: Any = self.connection.connection.driver_connection
        raw.executemany(self.statement, chain.from_iterable(blocks))


class _Postgres:
    """A temporary table filled by COPY, then one INSERT: row security refuses COPY into the table itself."""

    def __init__(self, connection: Connection, table: str, names: Sequence[str]) -> None:
        self.connection, self.table = connection, table
        self.listed = ", ".join(f'"{name}"' for name in ("id", *names))
        self.made = text('SELECT id FROM "import_stage"').columns(id=_KEY).subquery("made")

    def reserve(self, count: int) -> Sequence[int]:
        sequence = text("SELECT nextval(pg_get_serial_sequence(:name, 'id')) FROM generate_series(1, :count)")
        return list(self.connection.scalars(sequence, {"name": self.table, "count": count}))

    def write(self, blocks: Iterable[list[Stored]]) -> None:
        run = self.connection.exec_driver_sql
        run("DROP TABLE IF EXISTS pg_temp.import_stage")
        run(
            f'CREATE TEMPORARY TABLE import_stage ON COMMIT DROP AS SELECT {self.listed} FROM "{self.table}"'
            " WITH NO DATA"
        )
        self._copy(blocks)
        run("ANALYZE import_stage")
        run(f'INSERT INTO "{self.table}" ({self.listed}) SELECT {self.listed} FROM import_stage ORDER BY id')

    def _copy(self, blocks: Iterable[list[Stored]]) -> None:
        statement = f"COPY import_stage ({self.listed}) FROM STDIN"
        dialect: Any = self.connection.dialect
        raw: Any = self.connection.connection.driver_connection
        try:
            with raw.cursor() as cursor, cursor.copy(statement) as copy:
                for block in blocks:
                    for row in block:
                        copy.write_row(row)
        except dialect.loaded_dbapi.Error as error:
            raise DBAPIError.instance(statement, None, error, dialect.loaded_dbapi.Error, dialect=dialect) from error


_KEY = ImportedRow.record_id.type
