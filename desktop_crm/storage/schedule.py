"""Copies that the program makes by itself: chosen for each database on this computer, made while it runs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from desktop_crm.i18n import mark
from desktop_crm.models.numbers import in_vietnam
from desktop_crm.models.record import now
from desktop_crm.settings import Settings, backup_folder, demo_database
from desktop_crm.storage.copies import KEPT, make_copy, newest
from desktop_crm.storage.database import Database
from desktop_crm.storage.seal import Seal
from desktop_crm.storage.watch import Progress, Wish

EVERY = {
    "off": mark("Schedule", "Never"),
    "day": mark("Schedule", "Every day"),
    "week": mark("Schedule", "Every week"),
}
_DAYS = {"day": 1, "week": 7}


@dataclass(frozen=True, slots=True)
class Schedule:
    """How often copies are made (a key of `EVERY`), into which folder, and how many of them are kept."""

    every: str
    folder: Path
    keep: int = KEPT


def schedule_of(settings: Settings, database: Database) -> Schedule:
    """What was chosen for a database; a file is copied every day until something else is."""
    chosen: Any = settings["backups"]
    kept: Any = chosen.get(database.label) if isinstance(chosen, dict) else None
    kept = kept if isinstance(kept, dict) else {}
    every, keep = kept.get("every"), kept.get("keep")
    usual = "day" if database.is_local and database.path != demo_database() else "off"
    return Schedule(
        every if every in EVERY else usual,
        Path(str(kept.get("folder") or backup_folder())),
        keep if isinstance(keep, int) and keep > 0 else KEPT,
    )


def choose_schedule(settings: Settings, database: Database, schedule: Schedule) -> None:
    """Remember what was chosen for a database. Raises OSError."""
    chosen = settings["backups"] if isinstance(settings["backups"], dict) else {}
    kept = {"every": schedule.every, "folder": str(schedule.folder), "keep": schedule.keep}
    settings.change(backups={**chosen, database.label: kept})


def is_due(database: Database, schedule: Schedule, moment: datetime) -> bool:
    """Whether the newest copy was made on another day, or a week ago."""
    if schedule.every not in _DAYS or database.moved is not None:
        return False
    made = newest(database, schedule.folder)
    age = _day(moment) - _day(made.made) if made is not None else None
    return age is None or age < timedelta(0) or age >= timedelta(days=_DAYS[schedule.every])


def _day(moment: datetime) -> date:
    return in_vietnam(moment).date()


def copy_if_due(
    database: Database, schedule: Schedule, progress: Progress | None = None, cancel: Wish | None = None
) -> tuple[Path, Seal] | None:
    """Make the copy that is due; None where none is. Raises what `backup` does."""
    if not is_due(database, schedule, now()):
        return None
    return make_copy(database, schedule.folder, schedule.keep, progress=progress, cancel=cancel)
