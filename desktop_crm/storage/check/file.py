"""Is the file of a local company whole: its pages, its references, its index of words and what keeps that true?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import JSON, Boolean, Date, Integer, LargeBinary, text
from sqlalchemy.exc import DatabaseError, OperationalError

from desktop_crm.i18n import mark
from desktop_crm.models import RECORDS, Base
from desktop_crm.models.types import Scaled, UtcDateTime
from desktop_crm.storage.check.finding import Finding, Look, Mend
from desktop_crm.storage.database import Database

_RESTORE = mark("Check", "Restore the newest good copy.")


def unreadable(database: Database, reason: str = "") -> Finding:
    """What is said of a database that breaks off while it is read."""
    if not reason:
        return Finding("", mark("Check", "The file is damaged and cannot be read to its end."), remedy=_RESTORE,
                       grave=True)  # fmt: skip
    words = mark("Check", "The database cannot be read to its end: {reason}")
    return Finding("", words, values={"reason": " ".join(reason.split())}, remedy=_RESTORE, grave=True)


def pages(look: Look) -> Iterator[Finding]:
    """SQLite's own look at every page of the file and every index."""
    if not look.is_local:
        return
    for (row,) in look.session.execute(text("PRAGMA integrity_check(20)")):
        if row != "ok" and not _is_words(row):
            words = mark("Check", "The file is damaged: {what}")
            yield Finding("", words, values={"what": " ".join(row.split())}, remedy=_RESTORE, grave=True)


def _is_words(row: str) -> bool:
    """Newer versions of SQLite speak of the index of words here, too; `words` does that."""
    return "fts5" in row.lower() or "_words" in row


def kinds(look: Look) -> Iterator[Finding]:
    """Values that are none of their column's kind: SQLite keeps a word where a number belongs; a server does not."""
    if not look.is_local:
        return
    for table in Base.metadata.sorted_tables:
        wrong = {column.name: test for column in table.columns if (test := _is_wrong(column))}
        named = ", ".join(f"CASE WHEN {test} THEN '{name}' END" for name, test in wrong.items())
        rows = f"""SELECT id, coalesce({named}, '') FROM "{table.name}" WHERE {" OR ".join(wrong.values())}"""
        try:
            found = look.session.execute(text(rows)).all()
        except OperationalError as error:
            if "no such" not in str(error.orig):
                raise
            continue  # `schema.tables` says what is missing
        for row, name in found:
            words = mark("Check", "“{column}” holds something of another kind.")
            yield Finding(table.name, words, row, {"column": name}, remedy=_RESTORE, grave=True)


def _is_wrong(column: Any) -> str:
    """A condition that holds for a value that is none of the column's kind."""
    name = f'"{column.name}"'
    if isinstance(column.type, Integer | Boolean | Scaled):
        test = f"typeof({name}) <> 'integer'"
    elif isinstance(column.type, Date | UtcDateTime):
        test = f"typeof({name}) <> 'text' OR datetime({name}) IS NULL"
    elif isinstance(column.type, JSON):
        test = f"NOT json_valid(CAST({name} AS TEXT))"
    elif isinstance(column.type, LargeBinary):
        test = f"typeof({name}) <> 'blob'"
    else:
        test = f"typeof({name}) <> 'text'"
    return f"({name} IS NOT NULL AND ({test}))"


def references(look: Look) -> Iterator[Finding]:
    """References to rows that are not there; a server never lets a reference break."""
    if not look.is_local:
        return
    for table, row, target, _ in look.session.execute(text("PRAGMA foreign_key_check")):
        yield Finding(table, mark("Check", "points to a missing {target}."), row, {"target": target}, grave=True)


def words(look: Look) -> Iterator[Finding]:
    """Whether the index of words has what the records have; a server keeps its indexes true itself."""
    for entity in RECORDS if look.is_local else ():
        index = f"{entity.__tablename__}_words"
        try:
            look.session.execute(text(f"INSERT INTO {index}({index}, rank) VALUES ('integrity-check', 1)"))
        except OperationalError:
            raise  # somebody writes: nothing is said of the index by that
        except DatabaseError:
            yield Finding(entity.__tablename__, mark("Check", "the search index is damaged."), mend=Mend.REINDEX)


def triggers(look: Look) -> Iterator[Finding]:
    """Whether every module has what keeps its index of words true."""
    if not look.is_local:
        return
    present = set(look.session.scalars(text("SELECT name FROM sqlite_master WHERE type = 'trigger'")))
    for entity in RECORDS:
        kept = {f"{entity.__tablename__}_words_{when}" for when in ("insert", "delete", "update")}
        for name in sorted(kept - present):
            yield Finding(entity.__tablename__, mark("Check", "the trigger {name} is missing."),
                          values={"name": name}, remedy=_RESTORE)  # fmt: skip
