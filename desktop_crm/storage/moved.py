"""The mark in a company file that was moved to a server: where to, and when. Such a file is only read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, insert, select
from sqlalchemy.orm import Session

from desktop_crm.errors import Refused
from desktop_crm.i18n import mark
from desktop_crm.models import Setting
from desktop_crm.models.numbers import format_datetime

NAME = "moved_to"


@dataclass(frozen=True, slots=True)
class Moved:
    """Where a company lives now: an address without a password, and since when."""

    address: str
    at: datetime

    def refusal(self) -> Refused:
        """What is said to whoever wants to write into the file."""
        message = mark(
            "Moved", "This company was moved to {address} on {when}. Its old file can be read, but not changed."
        )
        return Refused(message, address=self.address, when=format_datetime(self.at))


def moved_to(session: Session) -> Moved | None:
    """Where the company was moved to; None where it lives here."""
    value = session.scalar(select(Setting.value).where(Setting.name == NAME))
    return Moved(value["address"], datetime.fromisoformat(value["at"])) if value else None


def put_mark(connection: Connection, moved: Moved) -> None:
    """Mark a file as moved."""
    take_mark(connection)
    value = {"address": moved.address, "at": moved.at.isoformat()}
    connection.execute(insert(Setting).values(name=NAME, value=value))


def take_mark(connection: Connection) -> None:
    """Let the company live here again."""
    connection.execute(delete(Setting).where(Setting.name == NAME))
