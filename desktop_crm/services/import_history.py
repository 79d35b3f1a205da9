"""The imports that were made: from which file, by whom, what they did, whether they were undone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from desktop_crm.models import ImportBatch, User
from desktop_crm.storage.database import UnitOfWork

_MOST = 200


@dataclass(frozen=True, slots=True)
class ImportView:
    """One import; `counts` as the import kept them (created, updated, skipped…)."""

    id: int
    module: str
    file_name: str
    at: datetime
    who: str
    counts: Mapping[str, int]
    undone_at: datetime | None


def imports(unit: UnitOfWork) -> list[ImportView]:
    """The newest imports first, at most two hundred."""
    rows = unit.session.execute(
        select(ImportBatch, User.full_name)
        .outerjoin(User, User.id == ImportBatch.user_id)
        .order_by(ImportBatch.id.desc())
        .limit(_MOST)
    )
    return [
        ImportView(one.id, one.module, one.file_name, one.created_at, who or "", dict(one.counts), one.undone_at)
        for one, who in rows
    ]
