"""What a unit of work has looked up once and need not ask the database for again: rates, lists, added fields.

Only rows that nobody changes while staff work on records are kept so, and only until the unit ends. A unit that
changes such a row itself reads anew.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from typing import Any, TypeVar

from sqlalchemy import event
from sqlalchemy.orm import Session

from desktop_crm.models import Base

T = TypeVar("T")
Sources = tuple[type[Base], ...]

_MEMO = "memo"


def remembered(session: Session, key: Hashable, sources: Sources, read: Callable[[], T]) -> T:
    """What `read` gave when it was first asked in this session; `sources` are the classes whose rows it reads."""
    memo = session.info.setdefault(_MEMO, {})
    if key not in memo or _touches(_pending(session), sources):
        memo[key] = (sources, read())
    value: T = memo[key][1]
    return value


@event.listens_for(Session, "before_flush")
def _forget(session: Session, context: Any, instances: Any) -> None:
    memo = session.info.get(_MEMO)
    if memo:
        pending = _pending(session)
        for key in [key for key, (sources, _) in memo.items() if _touches(pending, sources)]:
            del memo[key]


def _pending(session: Session) -> frozenset[type[Any]]:
    return frozenset(map(type, (*session.new, *session.dirty, *session.deleted)))


def _touches(pending: Iterable[type[Any]], sources: Sources) -> bool:
    return any(entity in sources for entity in pending)
