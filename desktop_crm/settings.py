"""Every option of the program on this computer, once: its name, default and meaning. No business data."""

from __future__ import annotations

import json
import logging
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import platformdirs

from desktop_crm.i18n import Message, mark

APPLICATION = "desktop-crm"
log = logging.getLogger(__name__)


class Option(NamedTuple):
    """One option; `values` names what it may be, where that is a closed set."""

    name: str
    default: Any
    description: Message
    values: tuple[str, ...] = ()


OPTIONS: Mapping[str, Option] = {
    option.name: option
    for option in (
        Option("database", "", mark("Settings", "The database opened at start: a file or a postgresql:// address.")),
        Option("language", "vi", mark("Settings", "The language of the program."), ("vi", "en")),
        Option("user", "", mark("Settings", "The user who signed in last.")),
        Option(
            "backups", {}, mark("Settings", "How often each database is copied by itself, to where, how many stay.")
        ),
        Option("updates", "", mark("Settings", "The folder or https address where new versions are looked for.")),
        Option("update_key", "", mark("Settings", "The key that new versions are signed with.")),
        Option(
            "lock_after", 0, mark("Settings", "Minutes without a key or a click until the window is locked; 0: never.")
        ),
    )
}


def data_folder() -> Path:
    """Where the user's own database is kept."""
    return Path(platformdirs.user_data_dir(APPLICATION, appauthor=False))


def default_database() -> Path:
    """The company file that is opened when nothing else is said."""
    return data_folder() / "company.crm"


def demo_database() -> Path:
    """The file of the demo company."""
    return data_folder() / "demo.crm"


def backup_folder() -> Path:
    """Where copies are kept when nothing else is said."""
    return data_folder() / "backups"


def settings_file() -> Path:
    """The file the options are kept in."""
    return Path(platformdirs.user_config_dir(APPLICATION, appauthor=False, roaming=True)) / "settings.json"


def log_folder() -> Path:
    """Where the program writes what went wrong."""
    return Path(platformdirs.user_log_dir(APPLICATION, appauthor=False))


def decided_file() -> Path:
    """What administrators decided for everybody: the installer writes it beside the program, on Linux it is in /etc."""
    if sys.platform == "win32":
        return Path(sys.executable).with_name("defaults.json")
    return Path("/etc", APPLICATION, "defaults.json")


class Settings:
    """The options as they were chosen; a missing or broken file means the defaults.

    What the user has not chosen is as administrators decided it; `decided` is the file they did that in.
    """

    def __init__(self, path: Path | None = None, decided: Path | None = None) -> None:
        self._path = path or settings_file()
        self._chosen = _read(self._path)
        self._decided = _read(decided or decided_file())
        self.kept = True  # whether the last change could be written

    def __getitem__(self, name: str) -> Any:
        option = OPTIONS[name]
        value = self._chosen.get(name, self._decided.get(name, option.default))
        return value if not option.values or value in option.values else option.default

    def change(self, **values: Any) -> None:
        """Choose options and write the file whole or not at all. Raises KeyError for an unknown one.

        Where nothing can be written the choice holds until the program ends, and `kept` is False.
        """
        for name in values:
            OPTIONS[name]
        self._chosen.update(values)
        self.kept = self._write()

    def _write(self) -> bool:
        part = self._path.with_suffix(".part")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            part.write_text(json.dumps(self._chosen, ensure_ascii=False, indent=1), "utf-8")
            os.replace(part, self._path)
        except OSError as error:
            log.info("settings not kept: %s", error)
            return False
        return True


def can_keep() -> bool:
    """Whether this user's profile takes what the program wants to remember."""
    probe = settings_file().with_name(f"probe-{os.getpid()}")
    try:
        probe.parent.mkdir(parents=True, exist_ok=True)
        probe.write_bytes(b"")
        probe.unlink()
    except OSError:
        return False
    return True


def _read(path: Path) -> dict[str, Any]:
    try:
        found = json.loads(path.read_bytes())  # the installer writes UTF-16
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}
