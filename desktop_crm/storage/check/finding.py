"""One thing that is wrong, in one line; and what a look is given to look at."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, TypeVar

from sqlalchemy import func, select
from sqlalchemy.orm import Session, selectinload

from desktop_crm.i18n import Message, mark, translate
from desktop_crm.models import BY_MODULE, Record
from desktop_crm.storage.database import Database

R = TypeVar("R", bound=Record)

SAMPLE = 2000
"""So many records of a module stand for all where the look is not thorough."""
_BLOCK = 1000


class Mend(StrEnum):
    """What `check --mend` does about a finding; nothing where a person has to decide."""

    NOTHING = ""
    REINDEX = "reindex"
    REACH = "reach"
    SERIES = "series"


_REMEDIES = {
    Mend.NOTHING: "",
    Mend.REINDEX: mark("Check", "“check --mend” makes it anew."),
    Mend.REACH: mark("Check", "“check --mend” lays it out anew."),
    Mend.SERIES: mark("Check", "“check --mend” counts on from there."),
}


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong in a table (with the number or id of its row): what it is, and what helps.

    What is `grave` would make a copy of the company wrong, too; the rest can be put right at any time.
    """

    table: str
    what: Message
    row: Any = ""
    values: dict[str, Any] = field(default_factory=dict)
    remedy: Message | str = ""
    mend: Mend = Mend.NOTHING
    grave: bool = False

    def text(self) -> str:
        """One line in the user's language."""
        where = " ".join(str(part) for part in (called(self.table), self.row) if part != "")
        words = translate(self.what, **self.values)
        remedy = translate(self.remedy or _REMEDIES[self.mend])
        return " ".join(part for part in (f"{where}: {words}" if where else words, remedy) if part)


def called(table: str) -> str:
    """A table as the user knows it."""
    entity = BY_MODULE.get(table)
    return translate(entity.singular_label) if entity is not None else table


@dataclass(frozen=True, slots=True)
class Look:
    """The open database, a session that reads it, and whether every record is looked at."""

    database: Database
    session: Session
    thorough: bool

    @property
    def is_local(self) -> bool:
        """Whether it is a file."""
        return self.database.is_local

    def records(self, entity: type[R], *parts: Any) -> Iterator[R]:
        """The records of a module, or a sample of them spread over all, with the collections `parts` of each."""
        last = self.session.scalar(select(func.max(entity.id))) or 0
        count = self.session.scalar(select(func.count(entity.id))) or 0
        stride = 1 if self.thorough else max(1, math.ceil(count / SAMPLE))
        wanted = select(entity).where(entity.id % stride == 0).order_by(entity.id).limit(_BLOCK)
        wanted = wanted.options(*(selectinload(part) for part in parts))
        place = 0
        while place < last and (rows := self.session.scalars(wanted.where(entity.id > place)).all()):
            place = rows[-1].id
            yield from rows
            self.session.expunge_all()
