"""Is a server's database whole: its indexes, and the policies and triggers that everybody relies on?"""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from desktop_crm.i18n import Message, mark
from desktop_crm.models import RECORDS, Base
from desktop_crm.storage.check.finding import Finding, Look

_UPGRADE = mark("Check", "“server-setup” puts it back.")

_INVALID = text(
    "SELECT t.relname, i.relname FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid "
    "JOIN pg_class t ON t.oid = x.indrelid WHERE t.relnamespace = 'public'::regnamespace "
    "AND NOT (x.indisvalid AND x.indisready) ORDER BY 1, 2"
)
_BTREES = text(
    "SELECT t.relname, i.relname, i.oid FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid "
    "JOIN pg_class t ON t.oid = x.indrelid JOIN pg_am a ON a.oid = i.relam "
    "WHERE t.relnamespace = 'public'::regnamespace AND a.amname = 'btree' AND x.indisvalid ORDER BY 1, 2"
)
_SECURITY = text(
    "SELECT c.relname, c.relrowsecurity, EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid) "
    "FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' ORDER BY 1"
)
_TRIGGERS = text(
    "SELECT c.relname, t.tgname, t.tgenabled = 'D' FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid "
    "WHERE c.relnamespace = 'public'::regnamespace AND NOT t.tgisinternal ORDER BY 1, 2"
)
ON_EVERY_MODULE = (
    "crm_stamp_insert crm_stamp_update crm_tell_insert crm_tell_update crm_tell_delete "
    "crm_guard crm_hand_over crm_handed_over"
).split()
"""What a server has on the table of every module: history, versions, and who may delete and give away."""


def indexes(look: Look) -> Iterator[Finding]:
    """Indexes that were left half made and are not used."""
    for table, name in [] if look.is_local else look.session.execute(_INVALID):
        words = mark("Check", "the index {name} is not valid and is not used; the owner makes it anew with REINDEX.")
        yield Finding(table, words, values={"name": name})


def pages(look: Look) -> Iterator[Finding]:
    """The pages of every ordered index, where the server has the means (amcheck) and lets us."""
    if look.is_local or not look.session.scalar(text("SELECT 1 FROM pg_extension WHERE extname = 'amcheck'")):
        return
    schema = look.session.scalar(text("SELECT extnamespace::regnamespace FROM pg_extension WHERE extname = 'amcheck'"))
    for table, name, oid in look.session.execute(_BTREES).all():
        try:
            with look.session.begin_nested():
                look.session.execute(text(f"SELECT {schema}.bt_index_check(:index, true)"), {"index": oid})
        except DBAPIError as error:
            if "permission denied" in str(error.orig):
                return
            reason = str(error.orig).strip().splitlines()[0]
            words = mark("Check", "the index {name} is damaged: {reason}; the owner makes it anew with REINDEX.")
            yield Finding(table, words, values={"name": name, "reason": reason}, grave=True)


def policies(look: Look) -> Iterator[Finding]:
    """Tables that the server does not guard, in a database where it guards others."""
    if look.is_local:
        return
    ours = {table.name for table in Base.metadata.sorted_tables}
    rows = [row for row in look.session.execute(_SECURITY) if row[0] in ours]
    if not any(guarded for _, guarded, _ in rows):
        return  # a server that one person uses
    for table, guarded, has_policy in rows:
        if not guarded:
            words = mark("Check", "row security is off: everybody with a login sees all of it.")
            yield Finding(table, words, remedy=_UPGRADE)
        elif not has_policy:
            yield Finding(table, mark("Check", "has no policy: nobody but the owner sees it."), remedy=_UPGRADE)


def triggers(look: Look) -> Iterator[Finding]:
    """Triggers that are switched off, or that other modules have and one does not."""
    if look.is_local:
        return
    modules = [entity.__tablename__ for entity in RECORDS]
    present: dict[str, set[str]] = {name: set() for name in ON_EVERY_MODULE}
    for table, name, off in look.session.execute(_TRIGGERS):
        if off:
            yield _trigger(table, mark("Check", "the trigger {name} is switched off."), name)
        if name in present and table in modules:
            present[name].add(table)
    for name, tables in present.items():
        for table in modules if tables else ():
            if table not in tables:
                yield _trigger(table, mark("Check", "the trigger {name} is missing."), name)


def _trigger(table: str, words: Message, name: str) -> Finding:
    return Finding(table, words, values={"name": name}, remedy=_UPGRADE)
