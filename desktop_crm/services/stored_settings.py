"""Settings of the database as a whole, by name, as JSON values."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select

from desktop_crm.models import Setting
from desktop_crm.storage.database import UnitOfWork


def get(unit: UnitOfWork, name: str, default: Any = None) -> Any:
    """The value kept under a name, `default` where there is none."""
    row = _row(unit, name)
    return default if row is None else row.value


def put(unit: UnitOfWork, name: str, value: Any) -> None:
    """Keep a JSON value under a name."""
    row = _row(unit, name)
    if row is None:
        row = Setting(name=name)
        unit.session.add(row)
    row.value = value
    unit.session.flush()


def _row(unit: UnitOfWork, name: str) -> Setting | None:
    return unit.session.scalars(select(Setting).where(Setting.name == name)).first()
