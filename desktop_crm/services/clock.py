"""The clock of this computer beside that of the server."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import func, select

from desktop_crm.models.record import now
from desktop_crm.storage.database import UnitOfWork


def how_far_off(unit: UnitOfWork) -> timedelta:
    """How much the clock of this computer is fast; less than nothing where it is slow."""
    before = now()
    theirs = unit.session.scalar(select(func.clock_timestamp()))
    assert isinstance(theirs, datetime)
    return before + (now() - before) / 2 - theirs
