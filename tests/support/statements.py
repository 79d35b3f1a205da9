"""What a piece of work asks of the database: its statements, and its writing transactions."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, event

from desktop_crm.storage.database import Database, UnitOfWork

T = TypeVar("T")


@contextmanager
def statements(database: Database) -> Iterator[list[str]]:
    """The texts of all statements executed meanwhile, as a list that fills itself."""
    said: list[str] = []

    def note(connection: Any, cursor: Any, statement: str, *rest: Any) -> None:
        if connection.engine.url == database.url:  # whoever's engine it is
            said.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield said
    finally:
        event.remove(Engine, "before_cursor_execute", note)


@contextmanager
def writing_transactions(database: Database) -> Iterator[list[str]]:
    """`begin`, `commit` and `rollback` of the transactions that write, in their order."""
    seen: list[str] = []

    def noting(word: str) -> Callable[[Connection], None]:
        def note(connection: Connection) -> None:
            if connection.engine.url == database.url and connection.get_execution_options().get("writing"):
                seen.append(word)

        return note

    listeners = {word: noting(word) for word in ("begin", "commit", "rollback")}
    for word, listener in listeners.items():
        event.listen(Engine, word, listener)
    try:
        yield seen
    finally:
        for word, listener in listeners.items():
            event.remove(Engine, word, listener)


def count_reading(database: Database, work: Callable[[UnitOfWork], Any]) -> int:
    """How many statements a job takes that reads; it runs beside the window's thread, where jobs belong.

    It is done once before, so that nothing is counted that a process asks only once.
    """

    def read() -> None:
        with database.reading() as unit:
            work(unit)

    with ThreadPoolExecutor(1) as pool:
        pool.submit(read).result()
        with statements(database) as said:
            pool.submit(read).result()
    return len([text for text in said if not text.startswith("BEGIN")])
