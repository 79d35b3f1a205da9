"""What was typed and not yet saved, kept on this computer: offered back after a crash or a power cut."""

from __future__ import annotations

import hashlib
import json
import logging
import os
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import platformdirs

from desktop_crm.models.numbers import VIETNAM
from desktop_crm.settings import APPLICATION

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Draft:
    """Entries by field key, the version they were typed over (0 for a new record), and when."""

    path: Path
    typed: Mapping[str, Any]
    version: int
    at: datetime


def default_folder() -> Path:
    """Where drafts are kept."""
    return Path(platformdirs.user_state_dir(APPLICATION, appauthor=False)) / "drafts"


class DraftKeeper:
    """The draft of one form. A form of a new record keeps its own; what another form is keeping is left alone."""

    _alive: set[Path] = set()

    def __init__(self, database: str, module: str, record_id: int | None, folder: Path | None = None) -> None:
        company = hashlib.sha256(database.encode()).hexdigest()[:12]
        self._folder = (folder or default_folder()) / company
        self._module = module
        self.path = self._folder / f"{module}-{record_id or 'new-' + uuid.uuid4().hex[:8]}.json"
        self._new = record_id is None
        self._alive.add(self.path)

    def left_behind(self) -> Draft | None:
        """A draft that an earlier run of the program left for this form; the newest one for a new record."""
        pattern = f"{self._module}-new-*.json" if self._new else self.path.name
        others = self._alive - {self.path}
        found = [_read(path) for path in self._folder.glob(pattern) if path not in others]
        drafts = [draft for draft in found if draft is not None and draft.typed]
        return max(drafts, key=lambda draft: draft.at, default=None)

    def keep(self, typed: Mapping[str, Any], version: int) -> None:
        """Write the entries, or take the draft away where there are none. A full disk costs no more than the draft."""
        if not typed:
            self.drop()
            return
        words = {"typed": typed, "version": version, "at": datetime.now(VIETNAM).isoformat()}
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            part = self.path.with_suffix(".part")
            part.write_text(json.dumps(words, ensure_ascii=False), "utf-8")
            os.replace(part, self.path)
        except OSError as error:
            log.info("draft not kept: %s", error)

    def drop(self, draft: Draft | None = None) -> None:
        """Take a draft away: one's own, or one that was left behind."""
        try:
            (draft.path if draft else self.path).unlink(missing_ok=True)
        except OSError as error:
            log.info("draft not removed: %s", error)

    def close(self) -> None:
        """The form is gone; its draft, if it has one, may be offered again."""
        self._alive.discard(self.path)


def _read(path: Path) -> Draft | None:
    try:
        found = json.loads(path.read_text("utf-8"))
        return Draft(path, dict(found["typed"]), int(found["version"]), datetime.fromisoformat(found["at"]))
    except (OSError, ValueError, KeyError, TypeError) as error:
        log.info("draft not read: %s", error)
        return None
