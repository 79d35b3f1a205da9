"""What the groups of measurements are given: a database of one size, opened by the program and by the bare driver."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from types import ModuleType
from typing import Any

from benchmarks.measuring import Meter
from benchmarks.stores import Stores
from desktop_crm.storage.database import SYSTEM, Actor, Database, open_database

COLUMNS = ("organization_id", "job_title", "buying_role", "mobile", "email", "owner_id")
"""The columns the list of contacts shows beside the name."""

PAGE = 100


@dataclass
class Bench:
    """One database under measurement; `target` is what `open_database` takes."""

    stores: Stores
    kind: str
    size: int
    target: str
    database: Database
    meter: Meter
    actor: Actor = SYSTEM

    @cached_property
    def pooled(self) -> Any:
        """A connection with the program's own settings, kept from its engine."""
        return self.database.engine.raw_connection()

    @property
    def raw(self) -> Any:
        """That connection as the bare driver knows it."""
        return self.pooled.driver_connection

    def release(self) -> None:
        """Close every connection, so that the database can be copied; the next use opens others."""
        if "pooled" in self.__dict__:
            self.__dict__.pop("pooled").close()
        self.database.close()

    def rows(self, statement: str, values: Any = ()) -> list[Any]:
        """The rows of a statement by the bare driver; `?` stands for a value on both databases."""
        if self.kind == "postgresql":
            found = self.raw.execute(statement.replace("%", "%%").replace("?", "%s"), values).fetchall()
            self.raw.commit()
            return found
        return self.raw.execute(statement, values).fetchall()


@contextmanager
def opened(stores: Stores, kind: str, size: int) -> Iterator[Bench]:
    """The kept database of a kind and size; whoever writes asks `stores` for a copy."""
    target = stores.target(kind, size)
    database = open_database(target)
    bench = Bench(stores, kind, size, target, database, Meter(stores.process if kind == "postgresql" else None))
    try:
        yield bench
    finally:
        bench.release()


class Missing(Exception):
    """A part that some measurements need is not there; the message says which."""


def needed(name: str) -> ModuleType:
    """A module by its full name. Raises Missing."""
    try:
        return importlib.import_module(name)
    except ModuleNotFoundError as error:
        raise Missing(f"{error.name} is missing") from error
