"""Does the database have this program's schema, with every table and index?"""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import inspect

from desktop_crm.i18n import mark
from desktop_crm.models import Base
from desktop_crm.storage import migrate
from desktop_crm.storage.check.finding import Finding, Look

_RESTORE = mark("Check", "Restore the newest good copy.")


def version(look: Look) -> Iterator[Finding]:
    """The version of the schema."""
    present = migrate.current(look.session.connection())
    if present != migrate.head():
        words = mark("Check", "The schema is {present}, not {head}.")
        yield Finding("", words, values={"present": present, "head": migrate.head()},
                      remedy=mark("Check", "“upgrade” brings it to this version."), grave=True)  # fmt: skip


def tables(look: Look) -> Iterator[Finding]:
    """Tables and indexes that somebody took away."""
    found = inspect(look.session.connection())
    present = set(found.get_table_names())
    for table in Base.metadata.sorted_tables:
        if table.name not in present:
            yield Finding(table.name, mark("Check", "the table is missing."), remedy=_RESTORE, grave=True)
            continue
        indexes = {index["name"] for index in found.get_indexes(table.name)}
        for name in sorted({str(index.name) for index in table.indexes} - indexes):
            yield Finding(table.name, mark("Check", "the index {name} is missing; lists are slow without it."),
                          values={"name": name})  # fmt: skip
