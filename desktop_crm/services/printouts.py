"""What a printed document needs besides its own data."""

from __future__ import annotations

from typing import Any

from desktop_crm.models import Company, Record, User
from desktop_crm.services import company
from desktop_crm.services.reading import by_number
from desktop_crm.storage.database import UnitOfWork


def printout(unit: UnitOfWork, entity: type[Record], document: str | int) -> tuple[Any, Company, User | None]:
    """A document by its number or id, our company, and the user responsible, as `printing.render` takes them.

    Raises NotFound. What is rendered from them is read while the unit of work lasts.
    """
    record = unit.get(entity, document) if isinstance(document, int) else by_number(unit, entity, document)
    owner = unit.session.get(User, record.owner_id) if record.owner_id is not None else None
    return record, company.current(unit), owner
