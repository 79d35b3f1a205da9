"""Rows put into a migrated database faster than one by one: raw rows first, indexes after."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

import psycopg
from sqlalchemy import Engine, Table, inspect

from desktop_crm.models import Base, Record
from desktop_crm.storage.database import Database

Values = Mapping[str, Any]


def complete(entity: type[Base], rows: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The rows of a record class with what the model itself derives: title, sort key, search text."""
    scratch = entity()
    if not isinstance(scratch, Record):
        yield from rows
        return
    keys = [attribute.key for attribute in inspect(entity).column_attrs]
    derived = [key for key in keys if key in ("title", "search_text") or key.endswith("_sort")]
    state, blank = vars(scratch), {"custom": {}} | vars(scratch)
    for row in rows:
        state.update(blank)
        state.update(row)
        scratch.refresh()
        row.update((key, state[key]) for key in derived)
        yield row


class Loader:
    """Puts rows into tables of one database; indexes come back when the loader is left."""

    def __init__(self, engine: Engine, raw: Any) -> None:
        self.engine, self.raw = engine, raw

    def load(self, entity: type[Base], rows: Iterable[dict[str, Any]]) -> int:
        """Insert rows, all with the same keys; how many they were."""
        found = iter(complete(entity, rows))
        first = next(found, None)
        if first is None:
            return 0
        keys = list(first)
        table = inspect(entity).local_table
        return self._insert(table, keys, self._stored(table, keys, first, found))

    def _stored(
        self, table: Table, keys: Sequence[str], first: Values, rest: Iterator[Values]
    ) -> Iterator[tuple[Any, ...]]:
        """Rows as the driver takes them."""
        types = [table.c[key].type.dialect_impl(self.engine.dialect) for key in keys]
        bind = [kind.bind_processor(self.engine.dialect) for kind in types]
        whole = [(place, process) for place, process in enumerate(bind) if process is not None]
        yield _bound(first, keys, whole)
        for row in rest:
            yield _bound(row, keys, whole)

    def _insert(self, table: Table, keys: Sequence[str], rows: Iterator[tuple[Any, ...]]) -> int:
        raise NotImplementedError

    def __enter__(self) -> Loader:
        return self

    def __exit__(self, *error: object) -> None:
        raise NotImplementedError


def _bound(row: Values, keys: Sequence[str], whole: Sequence[tuple[int, Callable[[Any], Any]]]) -> tuple[Any, ...]:
    values = [row[key] for key in keys]
    for place, process in whole:
        values[place] = process(values[place])
    return tuple(values)


class SqliteLoader(Loader):
    """Without a journal: a load that fails leaves a file to be thrown away."""

    raw: sqlite3.Connection

    def __init__(self, engine: Engine, raw: sqlite3.Connection) -> None:
        super().__init__(engine, raw)
        for pragma in ("journal_mode=MEMORY", "synchronous=OFF", "foreign_keys=OFF", "cache_size=-500000"):
            raw.execute(f"PRAGMA {pragma}")
        named = "SELECT type, name, sql FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL"
        self.dropped = raw.execute(named).fetchall()
        for kind, name, _ in self.dropped:
            raw.execute(f'DROP {kind} "{name}"')

    def _insert(self, table: Table, keys: Sequence[str], rows: Iterator[tuple[Any, ...]]) -> int:
        names = ", ".join(f'"{key}"' for key in keys)
        marks = ", ".join("?" * len(keys))
        self.raw.execute("BEGIN")
        done = self.raw.executemany(f'INSERT INTO "{table.name}" ({names}) VALUES ({marks})', rows).rowcount
        self.raw.execute("COMMIT")
        return done

    def __exit__(self, *error: object) -> None:
        if error[0] is None:
            for _, _, statement in self.dropped:
                self.raw.execute(statement)
            for (name,) in self.raw.execute(_WORDS).fetchall():
                self.raw.execute(f"INSERT INTO {name}({name}) VALUES ('rebuild')")
            self.raw.execute("PRAGMA journal_mode=WAL")
        self.raw.close()


_WORDS = "SELECT name FROM sqlite_master WHERE sql LIKE 'CREATE VIRTUAL TABLE%fts5%'"


class PostgresLoader(Loader):
    """By COPY; the sequences behind the ids go on after the greatest one."""

    raw: psycopg.Connection[Any]

    def __init__(self, engine: Engine, raw: psycopg.Connection[Any]) -> None:
        super().__init__(engine, raw)
        raw.execute("SET synchronous_commit = off")
        raw.execute("SET maintenance_work_mem = '400MB'")
        raw.execute("SET crm.copying = on")  # versions and stamps come with the rows, and no history is told
        raw.execute("SET session_replication_role = replica" if not _own_triggers(raw) else "SELECT 1")
        self.indexes = raw.execute(
            "SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public' AND indexname NOT IN"
            " (SELECT conname FROM pg_constraint) ORDER BY indexname"
        ).fetchall()
        for name, _ in self.indexes:
            raw.execute(f'DROP INDEX "{name}"')  # type: ignore[arg-type]
        self.loaded: list[str] = []

    def _insert(self, table: Table, keys: Sequence[str], rows: Iterable[tuple[Any, ...]]) -> int:
        self.loaded.append(table.name)
        names = ", ".join(f'"{key}"' for key in keys)
        done = 0
        with self.raw.cursor() as cursor, cursor.copy(f'COPY "{table.name}" ({names}) FROM STDIN') as copy:
            for text, count in _chunks(rows):
                copy.write(text)
                done += count
        return done

    def copy(self, table: Table, file: sqlite3.Connection, which: str) -> None:
        """Take rows of a table from a file with the same schema, in the form in which both databases keep them."""
        self.raw.execute("SET timezone = 'UTC'")
        keys = [column.name for column in table.columns]
        names = ", ".join(f'"{key}"' for key in keys)
        self._insert(table, keys, file.execute(f'SELECT {names} FROM "{table.name}" WHERE {which} ORDER BY id'))

    def __exit__(self, *error: object) -> None:
        if error[0] is None:
            for _, statement in self.indexes:
                self.raw.execute(statement)
            for name in self.loaded:
                self.raw.execute(_AFTER_LAST.format(name))
            self.raw.execute("VACUUM (ANALYZE)")
        self.raw.close()


_AFTER_LAST = """SELECT setval(pg_get_serial_sequence('{0}', 'id'), (SELECT max(id) FROM "{0}"))"""


def _own_triggers(raw: psycopg.Connection[Any]) -> bool:
    """Whether tables have triggers besides those of their foreign keys; then none may sleep during the load."""
    return raw.execute("SELECT 1 FROM pg_trigger WHERE NOT tgisinternal LIMIT 1").fetchone() is not None


def _chunks(rows: Iterable[tuple[Any, ...]], size: int = 2000) -> Iterator[tuple[str, int]]:
    """Rows as COPY's text form, some at a time."""
    lines: list[str] = []
    for row in rows:
        lines.append("\t".join(map(_field, row)) + "\n")
        if len(lines) == size:
            yield "".join(lines), size
            lines.clear()
    yield "".join(lines), len(lines)


_ESCAPES = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})


def _field(value: Any) -> str:
    if value is None:
        return r"\N"
    return value if type(value) is str and value.isprintable() and "\\" not in value else str(value).translate(_ESCAPES)


def loader(database: Database) -> Loader:
    """A loader of a database, on a connection of its own."""
    database.close()  # the journal of a file can be changed only where nobody else has it open
    if database.is_local:
        return SqliteLoader(database.engine, sqlite3.connect(database.path, isolation_level=None))
    address = database.url.set(drivername="postgresql").render_as_string(hide_password=False)
    return PostgresLoader(database.engine, psycopg.connect(address, autocommit=True))
