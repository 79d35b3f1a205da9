"""What was typed and not yet saved, kept on this computer: offered back after a crash, a power cut or a lost server.

One small file for each form or dialog, in a folder for each database and user, readable by this user alone. Files are
written whole or not at all, on a thread of their own. Which of them belong to a window that is still open, also in
another process, is known by a lock that ends with its process.
"""

from __future__ import annotations

import hashlib
import json
import logging
import os
import uuid
from collections import Counter
from collections.abc import Callable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QLockFile, QObject, Signal

from desktop_crm.models.numbers import VIETNAM
from desktop_crm.settings import data_folder
from desktop_crm.storage.history import plain

log = logging.getLogger(__name__)

NO_VERSION = 0


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is typed: a record of a module (None: a new one), and the dialog upon it ('' for its form)."""

    module: str
    record_id: int | None = None
    part: str = ""


@dataclass(frozen=True, slots=True)
class Content:
    """What a form says of its unsaved entries: a title and the names of what was changed, for people; and, as JSON
    keeps it, whatever it takes to put them back upon the record of `version` (0 for a new one)."""

    title: str
    words: tuple[str, ...]
    version: int
    entries: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Draft:
    """One that is kept. `token` is that of the save it was handed to, '' for none; `typed_on` that more was typed."""

    path: Path
    place: Place
    content: Content
    at: datetime
    token: str = ""
    typed_on: bool = False


def default_folder() -> Path:
    """Where drafts are kept."""
    return data_folder() / "drafts"


class Drafts(QObject):
    """The drafts of one user in one database. `failed(error)` when one could not be written: the disk is full.

    Everything is asked on the window's thread; only `settle_token` may be called from any.
    """

    failed = Signal(object)
    changed = Signal()

    def __init__(self, database: str, user: str, folder: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        owner = hashlib.sha256(f"{database}\n{user}".encode()).hexdigest()[:16]
        self.folder = (folder or default_folder()) / owner
        self._run = uuid.uuid4().hex
        self._lock: QLockFile | None = None
        self._open: Counter[Path] = Counter()
        self._sent: set[Path] = set()
        self._pool: ThreadPoolExecutor | None = None

    # -- places of forms that are open

    def path_of(self, place: Place) -> Path:
        """The file of a place; a new record has one of its own each time."""
        name = f"{place.module}-{place.record_id or 'new-' + uuid.uuid4().hex[:12]}"
        return self.folder / f"{name}{'-' + place.part if place.part else ''}.json"

    def hold(self, path: Path) -> None:
        """A form that is open keeps this draft: nobody else is offered it."""
        self._open[path] += 1

    def release(self, path: Path) -> None:
        """The form is gone; its draft, if it has one, may be offered again."""
        self._open[path] = max(self._open[path] - 1, 0)

    # -- what was left behind

    def left_behind(self, place: Place | None = None) -> list[Draft]:
        """The drafts no open form keeps, the newest first; those of one place only, of its new records for one."""
        self.settle()
        paths = self._paths() if place is None or place.record_id is None else [self.path_of(place)]
        found = [draft for path in paths if (draft := _read(path)) is not None and self._is_free(path)]
        wanted = [draft for draft in found if place is None or draft.place == place]
        return sorted(wanted, key=lambda draft: draft.at, reverse=True)

    def _paths(self) -> list[Path]:
        try:
            return sorted(self.folder.glob("*.json"))
        except OSError:
            return []

    def _is_free(self, path: Path) -> bool:
        if self._open[path] > 0 or path in self._sent:
            return False
        run = _run_of(path)
        return run == self._run or not run or _has_ended(self.folder / f"{run}.run")

    # -- writing

    def put(self, path: Path, place: Place, content: Content, token: str = "", typed_on: bool = False) -> None:
        """Keep a draft in place of the one before."""
        words = {
            "module": place.module,
            "record": place.record_id,
            "part": place.part,
            "title": content.title,
            "words": list(content.words),
            "version": content.version,
            "entries": jsonable(content.entries),
            "at": datetime.now(VIETNAM).isoformat(),
            "run": self._run,
            "token": token,
            "typed_on": typed_on,
        }
        self._later(self._write, path, json.dumps(words, ensure_ascii=False))

    def remove(self, path: Path) -> None:
        """Take a draft away."""
        self._later(_unlink, path)

    def sent(self, path: Path) -> None:
        """The content of this draft is being saved."""
        self._sent.add(path)

    def not_sent(self, path: Path) -> None:
        """It is not, or not any more."""
        self._sent.discard(path)

    def settle_token(self, path: Path, token: str) -> None:
        """What this token was given to is saved: the draft goes, unless something else was typed into it since."""
        self._sent.discard(path)
        self._later(_unlink_saved, path, token)

    def move(self, draft: Draft, place: Place, version: int) -> None:
        """The new record of a draft is stored now: the draft belongs to it."""
        content = Content(draft.content.title, draft.content.words, version, draft.content.entries)
        self.put(self.path_of(place), place, content)
        self.remove(draft.path)

    def settle(self) -> None:
        """Wait until everything is written."""
        if self._pool is not None:
            self._pool.submit(lambda: None).result()

    def close(self) -> None:
        """Write what is left; what forms of this window kept may be offered by the next one."""
        if self._pool is not None:
            self._pool.shutdown(wait=True)
            self._pool = None
        self._open.clear()
        self._sent.clear()
        if self._lock is not None:
            self._lock.unlock()
            self._lock = None

    def _later(self, work: Callable[..., None], *args: Any) -> None:
        if self._pool is None:
            self._pool = ThreadPoolExecutor(1, "drafts")
        self._pool.submit(work, *args).add_done_callback(self._done)

    def _done(self, work: Future[None]) -> None:
        error = work.exception()
        if error is None:
            self.changed.emit()
        elif isinstance(error, OSError):
            log.info("draft not kept: %s", error)
            self.failed.emit(error)
        else:
            log.error("draft not kept", exc_info=error)

    def _write(self, path: Path, text: str) -> None:
        self._begin_run()
        write_whole(path, text)

    def _begin_run(self) -> None:
        """Say that this process is alive, before its first draft."""
        if self._lock is None:
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            lock = QLockFile(str(self.folder / f"{self._run}.run"))
            lock.setStaleLockTime(0)
            lock.tryLock(0)
            self._lock = lock


def jsonable(value: Any) -> Any:
    """A value as JSON keeps it: amounts and days as texts, whatever they are nested in."""
    if isinstance(value, Former):
        return value.kept
    if isinstance(value, Mapping):
        return {str(key): jsonable(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [jsonable(each) for each in value]
    return plain(value)


@dataclass(frozen=True, slots=True, eq=False)
class Former:
    """A value that a field had when a draft was begun and has no more; it equals nothing a field may hold now."""

    kept: Any = field(default=None)


def write_whole(path: Path, text: str) -> None:
    """Write a file for this user alone, whole or not at all, also when the power goes. Raises OSError."""
    part = path.with_suffix(".part")
    try:
        number = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o600)
        with os.fdopen(number, "wb") as file:
            file.write(text.encode())
            file.flush()
            os.fsync(file.fileno())
        os.replace(part, path)
    except OSError:
        part.unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    """A new name is on the disk only when its folder is; Windows writes it with the file."""
    if os.name != "posix":
        return
    number = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)


def _unlink(path: Path) -> None:
    path.unlink(missing_ok=True)


def _unlink_saved(path: Path, token: str) -> None:
    draft = _read(path)
    if draft is not None and draft.token == token and not draft.typed_on:
        _unlink(path)


def _has_ended(lock: Path) -> bool:
    """Whether the process of a lock is gone; what it left of the lock goes, too."""
    found = QLockFile(str(lock))
    found.setStaleLockTime(0)
    if not found.tryLock(0):
        return False
    found.unlock()
    return True


def _run_of(path: Path) -> str:
    found = _words(path)
    return str(found.get("run", "")) if found is not None else ""


def _words(path: Path) -> Mapping[str, Any] | None:
    try:
        found = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        log.info("draft not read: %s", error)
        return None
    return found if isinstance(found, dict) else None


def _read(path: Path) -> Draft | None:
    found = _words(path) if path.exists() else None
    if found is None:
        return None
    try:
        record = found["record"]
        place = Place(str(found["module"]), None if record is None else int(record), str(found["part"]))
        words = tuple(str(each) for each in found["words"])
        content = Content(str(found["title"]), words, int(found["version"]), dict(found["entries"]))
        at = datetime.fromisoformat(found["at"])
        return Draft(path, place, content, at, str(found["token"]), bool(found["typed_on"]))
    except (ValueError, KeyError, TypeError) as error:
        log.info("draft not read: %s", error)
        return None
