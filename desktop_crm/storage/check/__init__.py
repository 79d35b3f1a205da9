"""Is the database sound? Looks at the file, the references, the records, the sums, the people and the server."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sqlalchemy.exc import DBAPIError

from desktop_crm.errors import Damaged, Unavailable
from desktop_crm.storage.check import documents, file, hanging, people, records, schema, server
from desktop_crm.storage.check.finding import Finding, Look
from desktop_crm.storage.database import Database
from desktop_crm.storage.ownership import see_whole
from desktop_crm.storage.watch import SILENT, Watch

Looking = Callable[[Look], Iterator[Finding]]

_FIRST: tuple[Looking, ...] = (file.pages, schema.version, file.kinds)
"""Where one of these finds something, the others could only stumble over it."""

_LOOKS: tuple[Looking, ...] = (
    file.references,
    file.words,
    file.triggers,
    schema.tables,
    server.indexes,
    server.pages,
    server.policies,
    server.triggers,
    records.values,
    records.versions,
    records.numbers,
    documents.totals,
    documents.payments,
    hanging.attachments,
    hanging.orphans,
    people.roles,
    people.administrator,
    people.within_reach,
)


def findings(database: Database, *, thorough: bool = True, watch: Watch = SILENT) -> list[Finding]:
    """What is wrong; nothing for a sound database. Some records of each module stand for all unless `thorough`.

    On a server it is the owner's work: Forbidden for whoever would see a part only.
    """
    found: list[Finding] = []
    watch.expect(len(_FIRST) + len(_LOOKS))
    for looks in (_FIRST, _LOOKS):
        for look in looks:
            found += _looked(database, look, thorough)
            watch.step()
        if found:
            return found
    return found


def _looked(database: Database, look: Looking, thorough: bool) -> list[Finding]:
    """Each in a transaction of its own, so that what one stumbles over ends no other."""
    try:
        with database.reading() as unit:
            if not database.is_local:
                unit.session.connection(execution_options={"isolation_level": "REPEATABLE READ"})
            see_whole(unit.session.connection())
            return list(look(Look(database, unit.session, thorough)))
    except Damaged:
        return [file.unreadable(database)]
    except Unavailable as error:
        if not database.is_local or error.message != Unavailable.message:
            raise
        return [file.unreadable(database, str(error.values["reason"]))]
    except DBAPIError as error:
        return [file.unreadable(database, str(error.orig))]


def problems(database: Database) -> list[str]:
    """What is wrong, one sentence each; empty for a sound database."""
    return [finding.text() for finding in findings(database)]
