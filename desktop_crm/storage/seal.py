"""What a copy says of itself: when it was made, of what, how many rows it has, and a digest of all of them.

The digest is that of the rows as they were read from the original, so a copy that is damaged later is found out, too.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from hashlib import blake2b
from pathlib import Path
from urllib.parse import quote

from desktop_crm import __version__
from desktop_crm.models.record import now
from desktop_crm.storage.watch import SILENT, Watch

_TABLE = "backup_seal"
_CHUNK = 2000


@dataclass(frozen=True, slots=True)
class Seal:
    """`verified_at` is '' until the finished copy was read again; `problems` is what `check` found in it then."""

    source: str
    made_at: str
    counts: Mapping[str, int]
    digest: str
    program: str = __version__
    verified_at: str = ""
    problems: int = 0

    @property
    def made(self) -> datetime:
        """When the copy was made, aware."""
        return datetime.fromisoformat(self.made_at)

    @property
    def rows(self) -> int:
        """All rows of all tables."""
        return sum(self.counts.values())

    @property
    def is_good(self) -> bool:
        """Whether it was read again, and nothing was wrong with it."""
        return bool(self.verified_at) and not self.problems


def read_only(path: Path) -> str:
    """SQLite's URI of a file to be read, whatever characters its name has."""
    posix = path.absolute().as_posix()
    return f"file://{'' if posix.startswith('/') else '/'}{quote(posix)}?mode=ro"


def seal_of(path: Path) -> Seal | None:
    """What a copy says of itself; None for a file that has no seal, or cannot be read."""
    try:
        with closing(sqlite3.connect(read_only(path), uri=True, timeout=1)) as connection:
            return read_seal(connection)
    except sqlite3.Error:
        return None


def read_seal(connection: sqlite3.Connection) -> Seal | None:
    """The seal in an open file; None where there is none."""
    present = connection.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (_TABLE,)).fetchone()
    found = connection.execute(f"SELECT value FROM {_TABLE}").fetchone() if present else None
    try:
        return Seal(**json.loads(found[0])) if found else None
    except (TypeError, ValueError):
        return None


def write_seal(connection: sqlite3.Connection, seal: Seal) -> None:
    """Put a seal into a copy, in the place of one that it has."""
    remove_seal(connection)
    connection.execute(f"CREATE TABLE {_TABLE} (value TEXT NOT NULL)")
    connection.execute(f"INSERT INTO {_TABLE} VALUES (?)", (json.dumps(asdict(seal), ensure_ascii=False),))


def remove_seal(connection: sqlite3.Connection) -> None:
    """Let a restored copy be a database like any other."""
    connection.execute(f"DROP TABLE IF EXISTS {_TABLE}")


def sealed(source: str, counts: Mapping[str, int], digest: str) -> Seal:
    """A seal of this moment."""
    return Seal(source, now().isoformat(timespec="seconds"), dict(counts), digest)


def verified(seal: Seal, problems: int) -> Seal:
    """The seal of a copy that was read again."""
    return replace(seal, verified_at=now().isoformat(timespec="seconds"), problems=problems)


# ---------------------------------------------------------------- reading all rows
def tables_of(connection: sqlite3.Connection) -> list[str]:
    """The tables that hold the company; not those that SQLite keeps for itself, nor the index of words."""
    rows = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table' ORDER BY name").fetchall()
    virtual = tuple(name for name, made in rows if made.upper().startswith("CREATE VIRTUAL"))
    kept = (name for name, _ in rows if not name.startswith(("sqlite_", *(f"{one}_" for one in virtual))))
    return [name for name in kept if name not in virtual and name != _TABLE]


def count_rows(connection: sqlite3.Connection, tables: Sequence[str]) -> dict[str, int]:
    """How many rows each table has."""
    return {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in tables}


def digest_of(connection: sqlite3.Connection, tables: Sequence[str], watch: Watch = SILENT) -> str:
    """One digest of every row of the tables, byte by byte as they are stored."""
    connection.text_factory = bytes
    found = blake2b(digest_size=32)
    try:
        for name in tables:
            found.update(name.encode())
            rows = connection.execute(f'SELECT * FROM "{name}" ORDER BY rowid')
            while chunk := rows.fetchmany(_CHUNK):
                found.update(repr(chunk).encode())
                watch.step(len(chunk))
    finally:
        connection.text_factory = str
    return found.hexdigest()
