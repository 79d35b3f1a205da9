"""Custom fields in the settings: attributes the administrator adds to a module."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Select, select, update

from desktop_crm.errors import Fault, Invalid, NotFound
from desktop_crm.i18n import mark
from desktop_crm.models import BY_MODULE, CustomField, Record
from desktop_crm.models.custom import CUSTOM_KINDS
from desktop_crm.models.fields import Kind
from desktop_crm.models.text import clean, fold
from desktop_crm.storage.database import UnitOfWork
from desktop_crm.storage.history import unsearched

_BLOCK = 1000


def custom_fields(unit: UnitOfWork, module: str) -> list[CustomField]:
    """The added fields of a module (its table name), inactive ones too, in order."""
    rows = select(CustomField).where(CustomField.module == module)
    return list(unit.session.scalars(rows.order_by(CustomField.position, CustomField.id)))


def define(
    unit: UnitOfWork,
    module: str,
    label: str,
    kind: Kind,
    options: Sequence[str] = (),
    *,
    required: bool = False,
    searched: bool = True,
) -> CustomField:
    """A new field of a module, at the end. Raises Invalid for a label it has and for a choice without options."""
    if module not in BY_MODULE or kind not in CUSTOM_KINDS:
        raise NotFound()
    present = custom_fields(unit, module)
    row = CustomField(module=module, kind=kind.value, key=_new_key(label, present))
    row.position = max((one.position for one in present), default=-1) + 1
    _assign(row, present, label, options, required, searched)
    unit.session.add(row)
    unit.session.flush()
    return row


def change(
    unit: UnitOfWork, field_id: int, label: str, options: Sequence[str], *, required: bool, searched: bool
) -> CustomField:
    """Rename a field or change its options; its key and kind stay, so that stored values keep their meaning."""
    row = _field(unit, field_id)
    others = [one for one in custom_fields(unit, row.module) if one is not row]
    toggled = row.searched != searched
    _assign(row, others, label, options, required, searched)
    unit.session.flush()
    if toggled:
        _search_anew(unit, row)
    return row


def _search_anew(unit: UnitOfWork, row: CustomField) -> None:
    """Rewrite what is searched in the records that have the field; neither version nor history tells of it."""
    entity = BY_MODULE[row.module]
    unit.session.expunge_all()
    hidden = unsearched(unit.session, row.module)
    last = 0
    while some := list(unit.session.scalars(_next(entity, last, row.key))):
        for record in some:
            record.refresh(hidden)
        texts = [{"id": record.id, "search_text": record.search_text} for record in some]
        unit.session.expunge_all()
        unit.session.execute(update(entity), texts)
        last = max(record.id for record in some)


def _next(entity: type[Record], last: int, key: str) -> Select[Record]:
    has_it = entity.custom[key].as_string().is_not(None)
    return select(entity).where(entity.id > last, has_it).order_by(entity.id).limit(_BLOCK)


def _assign(
    row: CustomField,
    others: Sequence[CustomField],
    label: str,
    options: Sequence[str],
    required: bool,
    searched: bool,
) -> None:
    row.label = clean(label)
    row.options = list(dict.fromkeys(filter(None, map(clean, options))))
    row.required, row.searched = required, searched
    if not row.label:
        raise Invalid(Fault("label", mark("CustomField", "Enter the label.")))
    if any(one.label.casefold() == row.label.casefold() for one in others):
        raise Invalid(Fault("label", mark("CustomField", "There is a field “{label}” already."), {"label": row.label}))
    if row.kind == Kind.CHOICE and not row.options:
        raise Invalid(Fault("options", mark("CustomField", "Enter what can be chosen.")))


def _new_key(label: str, present: Sequence[CustomField]) -> str:
    taken = {row.key for row in present}
    stem = fold(label).replace(" ", "_")[:36] or "field"
    return next(key for key in (stem, *(f"{stem}_{n}" for n in range(2, 1000))) if key not in taken)


def _field(unit: UnitOfWork, field_id: int) -> CustomField:
    row = unit.session.get(CustomField, field_id)
    if row is None:
        raise NotFound()
    return row


def set_active(unit: UnitOfWork, field_id: int, active: bool) -> CustomField:
    """Show a field in forms and lists, or no longer; stored values are kept."""
    row = _field(unit, field_id)
    row.active = active
    unit.session.flush()
    return row


def reorder(unit: UnitOfWork, module: str, field_ids: Sequence[int]) -> None:
    """Put the fields of a module in this order; fields not named follow."""
    places = {field_id: place for place, field_id in enumerate(field_ids)}
    ordered = sorted(custom_fields(unit, module), key=lambda row: (places.get(row.id, len(places)), row.position))
    for place, row in enumerate(ordered):
        row.position = place
    unit.session.flush()
