"""A folder of dated copies: made when they are due, the last ones kept, and never without a good one."""

from __future__ import annotations

import re
import time
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from desktop_crm.models.numbers import in_vietnam
from desktop_crm.models.record import now
from desktop_crm.storage.backup import backup, remove
from desktop_crm.storage.database import Database
from desktop_crm.storage.seal import Seal, seal_of
from desktop_crm.storage.watch import Progress, Wish

KEPT = 14
_STAMP = "%Y-%m-%d %H%M%S"
_DATED = re.compile(r"(?P<stem>.+) (?P<stamp>\d{4}-\d\d-\d\d \d{6})\.crm")
_ABANDONED = 3600  # seconds after which a part nobody writes to is what a killed program left


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy in a folder, made when its name says; `seal` is None where it cannot be read or says nothing of itself."""

    path: Path
    size: int
    made: datetime
    seal: Seal | None

    @property
    def is_good(self) -> bool:
        """Whether it was read again when it was made, and nothing was wrong with it."""
        return self.seal is not None and self.seal.is_good


def stem_of(database: Database) -> str:
    """What the dated copies of a database begin with."""
    return database.path.stem if database.is_local else str(database.url.database)


def dated(folder: Path, stem: str, moment: datetime) -> Path:
    """The name of a copy made at that moment, by Vietnam's clock."""
    return folder / f"{stem} {in_vietnam(moment).strftime(_STAMP)}.crm"


def copies(folder: Path, stem: str = "") -> list[Copy]:
    """The dated copies in a folder (those that begin with `stem`, all without one), the newest first."""
    found = [copy for path in _files(folder) if (copy := _copy(path, stem)) is not None]
    return sorted(found, key=lambda copy: (copy.made, copy.path.name), reverse=True)


def _files(folder: Path) -> list[Path]:
    try:
        return list(folder.glob("*.crm"))
    except OSError:
        return []


def _copy(path: Path, stem: str) -> Copy | None:
    named = _DATED.fullmatch(path.name)
    if named is None or (stem and named["stem"] != stem):
        return None
    try:
        size = path.stat().st_size
        stamped = datetime.strptime(f"{named['stamp']} +0700", f"{_STAMP} %z")
    except (OSError, ValueError):
        return None
    return Copy(path, size, stamped, seal_of(path))


def newest(database: Database, folder: Path) -> Copy | None:
    """The newest copy of this database in a folder."""
    return next((one for one in copies(folder, stem_of(database)) if _is_of(one, database)), None)


def _is_of(copy: Copy, database: Database) -> bool:
    return copy.seal is not None and copy.seal.source == database.label


def make_copy(
    database: Database,
    folder: Path,
    keep: int = KEPT,
    *,
    stem: str = "",
    moment: datetime | None = None,
    progress: Progress | None = None,
    cancel: Wish | None = None,
) -> tuple[Path, Seal]:
    """Write a dated copy into a folder and delete the oldest ones above `keep`. Raises what `backup` does."""
    path = _free(dated(folder, stem or stem_of(database), moment or now()))
    seal = backup(database, path, progress, cancel)
    rotate(database, folder, keep, stem)
    return path, seal


def _free(path: Path) -> Path:
    """Another copy of the same second is not replaced: it may be the only good one."""
    while path.exists():
        time.sleep(0.2)
        path = dated(path.parent, path.name.removesuffix(".crm")[:-18], now())
    return path


def rotate(database: Database, folder: Path, keep: int = KEPT, stem: str = "") -> list[Path]:
    """Delete copies of this database but the newest `keep`; which ones went.

    The newest good one stays, however many bad ones were made since. What other databases or people put into the
    folder is left alone.
    """
    ours = [one for one in copies(folder, stem or stem_of(database)) if _is_of(one, database)]
    kept = ours[: max(keep, 1)]
    good = next((one for one in ours if one.is_good), None)
    gone = [one.path for one in ours if one not in kept and one is not good]
    for path in gone:
        with suppress(OSError):  # one that is in use goes next time
            path.unlink()
    _sweep(folder, stem or stem_of(database))
    return gone


def _sweep(folder: Path, stem: str) -> None:
    """Take away what a killed program left half written."""
    for part in folder.glob("*.crm.part"):
        named = _DATED.fullmatch(part.name.removesuffix(".part"))
        with suppress(OSError):
            if named is not None and named["stem"] == stem and time.time() - part.stat().st_mtime > _ABANDONED:
                remove(part)
