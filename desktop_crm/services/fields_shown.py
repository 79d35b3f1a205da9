"""Which fields somebody sees and may change: the one place that forms, lists, sheets and printouts ask.

A field that is hidden from somebody is nowhere: it is not shown, listed, sorted or filtered by, exported, imported,
printed or told in history. One that may only be read is shown everywhere and changed nowhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from sqlalchemy.orm.attributes import set_committed_value

from desktop_crm.errors import Forbidden
from desktop_crm.i18n import Message, mark, translate
from desktop_crm.models import BY_MODULE, Record
from desktop_crm.models.fields import Field, Kind, fields_of
from desktop_crm.models.kinds import NUMBERS
from desktop_crm.models.rights import FieldLevel, Rights
from desktop_crm.storage.database import UnitOfWork

_NAME_PARTS = ("family_name", "given_name")
_ALWAYS = frozenset({"number", "owner_id", "created_at", "modified_at", "created_by_id", "modified_by_id"})
_STEERING = frozenset(
    {"status", "stage", "currency", "type", "organization_id", "contact_id", "opportunity_id", "quote_id", "order_id"}
    | {"price_book_id", "quote_date", "order_date", "valid_until", "approval_status"}
)
_NOT_CHANGED = mark("Rights", "You may not change the field “{field}”.")
_DOCUMENTS = ("quote", "sales_order")


def shown(rights: Rights, module: str, fields: Mapping[str, Field]) -> dict[str, Field]:
    """These fields of a module without the hidden ones; those that may only be read are no longer editable."""
    if not rights.fields:
        return dict(fields)
    found = {}
    for key, field in fields.items():
        level = rights.level(module, key)
        if level != FieldLevel.HIDDEN:
            found[key] = replace(field, editable=False) if level == FieldLevel.READ_ONLY else field
    return found


def shown_fields(rights: Rights, entity: type[Record]) -> dict[str, Field]:
    """The described fields of a module as somebody sees them."""
    return shown(rights, entity.__tablename__, fields_of(entity))


def visible(rights: Rights, module: str, keys: Iterable[str]) -> list[str]:
    """Those of the keys that are not hidden, in their order."""
    hidden = rights.hidden(module)
    return [key for key in keys if key not in hidden]


def read_only(rights: Rights, module: str) -> frozenset[str]:
    """The keys of the module's fields that are seen, but not changed."""
    levels = rights.fields.items()
    return frozenset(key for (of, key), level in levels if of == module and level == FieldLevel.READ_ONLY)


def refuse_fields(unit: UnitOfWork, record: Record, values: Mapping[str, Any]) -> None:
    """Raise Forbidden, naming it, where a field would get another value that the actor may not change."""
    rights, entity = unit.actor.rights, type(record)
    for key in values if rights.fields else ():
        if rights.level(entity.__tablename__, key) != FieldLevel.OPEN and _differs(record, key, values[key]):
            raise Forbidden(_NOT_CHANGED, field=field_label(unit, entity, key))


def refuse_change(unit: UnitOfWork, entity: type[Record], key: str) -> None:
    """Raise Forbidden, naming it, for a field that the actor sees but may not change."""
    if unit.actor.rights.level(entity.__tablename__, key) == FieldLevel.READ_ONLY:
        raise Forbidden(_NOT_CHANGED, field=field_label(unit, entity, key))


def _differs(record: Record, key: str, value: Any) -> bool:
    if key.startswith("custom."):
        stored = (record.custom or {}).get(key.removeprefix("custom."))
        return (value or None) != (stored or None)
    return (value or None) != (getattr(record, key) or None)


def open_values(unit: UnitOfWork, entity: type[Record], values: Mapping[str, Any]) -> dict[str, Any]:
    """The values without those of fields that the actor may not change; for what is copied from elsewhere."""
    rights, module = unit.actor.rights, entity.__tablename__
    return {key: value for key, value in values.items() if rights.level(module, key) == FieldLevel.OPEN}


def refuse_hidden(unit: UnitOfWork, entity: type[Record], keys: Iterable[str]) -> None:
    """Raise Forbidden where one of the keys is of a field that the actor does not see."""
    hidden = unit.actor.rights.hidden(entity.__tablename__)
    for key in keys:
        if key in hidden:
            raise Forbidden(mark("Rights", "There is a field here that you may not see."))


def field_label(unit: UnitOfWork, entity: type[Record], key: str) -> str:
    """What a field is called."""
    from desktop_crm.services.records import added_fields

    field = fields_of(entity).get(key)
    if field is None and key.startswith("custom."):
        field = added_fields(unit, entity.__tablename__).get(key)
    return translate(field.label) if field is not None else key


def hideable(module: str, field: Field) -> Message | None:
    """Why a field cannot be hidden from anybody; None where it can.

    What is searched would be told by the search, letter by letter; what is required could not be filled in.
    """
    if field.key in _ALWAYS or field.key in _NAME_PARTS or module not in BY_MODULE:
        return mark("Rights", "Every record shows it.")
    if field.required:
        return mark("Rights", "It has to be filled in.")
    if field.searched:
        return mark("Rights", "Searches look into it and would tell what it holds.")
    if field.key in _STEERING or (module in _DOCUMENTS and (field.kind in NUMBERS or not field.editable)):
        return mark("Rights", "The program works with it on the screen.")
    return None


def blank(field: Field) -> Any:
    """What stands in the place of a value that is not shown."""
    if field.kind in (Kind.RELATION, Kind.DATE, Kind.DATETIME) or field.key.startswith("custom."):
        return None
    if field.kind == Kind.BOOLEAN:
        return False
    return Decimal(0) if field.kind in NUMBERS else ""


def empty_hidden(rights: Rights, record: Record) -> None:
    """Take the values of hidden fields out of a record that is only shown; they are never stored so."""
    for key in rights.hidden(record.__tablename__):
        field = fields_of(type(record)).get(key)
        if field is not None:
            set_committed_value(record, key, blank(field))
        elif record.custom:
            left = {name: value for name, value in record.custom.items() if f"custom.{name}" != key}
            set_committed_value(record, "custom", left)
