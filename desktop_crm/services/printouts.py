"""What a printed document needs besides its own data."""

from __future__ import annotations

from typing import Any

from desktop_crm.errors import Forbidden
from desktop_crm.i18n import mark, translate
from desktop_crm.models import Company, Record, User
from desktop_crm.services import company
from desktop_crm.services.fields_shown import empty_hidden
from desktop_crm.services.reading import by_number
from desktop_crm.storage.database import UnitOfWork


def printout(unit: UnitOfWork, entity: type[Record], document: str | int) -> tuple[Any, Company, User | None]:
    """A document by its number or id, our company, and the user responsible, as `printing.render` takes them.

    Raises NotFound, Forbidden without the right to print. What is rendered from them is read while the unit of work
    lasts; fields that are hidden from the actor are empty.
    """
    if not unit.actor.rights.grant(entity.__tablename__).print:
        what = translate(entity.plural_label).lower()
        raise Forbidden(mark("Rights", "Your role does not allow you to print {what}."), what=what)
    record = unit.get(entity, document) if isinstance(document, int) else by_number(unit, entity, document)
    empty_hidden(unit.actor.rights, record)
    owner = unit.session.get(User, record.owner_id) if record.owner_id is not None else None
    return record, company.current(unit), owner
