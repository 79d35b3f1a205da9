"""How far a verb reaches for whoever is connected to a server, asked before a statement that would pass rows over."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import text
from sqlalchemy.orm import Session

from desktop_crm.errors import Forbidden
from desktop_crm.models import Record
from desktop_crm.models.rights import Verb
from desktop_crm.storage.search import is_server


def refuse_beyond(session: Session, entity: type[Record], ids: Sequence[int], verb: Verb) -> None:
    """Raise Forbidden where the verb does not reach one of these records of a server."""
    if not is_server(session):
        return
    module = entity.__tablename__
    beyond = text(
        f"SELECT 1 FROM {module} WHERE id = ANY(:ids) AND crm_reach(:module, :verb) <> 'all'"
        " AND (owner_id = ANY(crm_owners(:module, :verb))) IS NOT TRUE LIMIT 1"
    )
    if session.scalar(beyond, {"ids": list(ids), "module": module, "verb": verb}):
        raise Forbidden()
