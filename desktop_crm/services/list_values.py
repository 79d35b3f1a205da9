"""The editable lists in the settings: rows are added, renamed, coloured, ordered, set aside; used ones never vanish."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from sqlalchemy import func, select

from desktop_crm.errors import Fault, Invalid, NotFound, Refused
from desktop_crm.i18n import mark
from desktop_crm.models import Base, ListValue
from desktop_crm.models.fields import fields_of
from desktop_crm.models.lists import LIST_LABELS, TONES
from desktop_crm.models.text import clean, fold
from desktop_crm.storage.database import UnitOfWork


def values(unit: UnitOfWork, list_name: str) -> list[ListValue]:
    """The rows of a list, inactive ones too, in order."""
    rows = select(ListValue).where(ListValue.list_name == list_name)
    return list(unit.session.scalars(rows.order_by(ListValue.position, ListValue.id)))


def add(
    unit: UnitOfWork,
    list_name: str,
    label_vi: str,
    label_en: str = "",
    tone: str = "neutral",
    value: Decimal = Decimal(0),
) -> ListValue:
    """A new row at the end of a list. Raises Invalid for an empty label or one the list has."""
    if list_name not in LIST_LABELS:
        raise NotFound()
    present = values(unit, list_name)
    row = ListValue(list_name=list_name, position=max((one.position for one in present), default=-1) + 1)
    _assign(row, present, label_vi, label_en, tone, value)
    row.code = _new_code(label_vi if list_name != "currency" else label_vi.split()[0], present)
    unit.session.add(row)
    unit.session.flush()
    return row


def change(
    unit: UnitOfWork, row_id: int, label_vi: str, label_en: str, tone: str, value: Decimal | None = None
) -> ListValue:
    """Rename or recolour a row; records keep its code. Raises Invalid for a label another row has."""
    row = _row(unit, row_id)
    others = [one for one in values(unit, row.list_name) if one is not row]
    _assign(row, others, label_vi, label_en, tone, row.value if value is None else value)
    unit.session.flush()
    return row


def _assign(
    row: ListValue, others: Sequence[ListValue], label_vi: str, label_en: str, tone: str, value: Decimal
) -> None:
    label = clean(label_vi)
    if not label:
        raise Invalid(Fault("label_vi", mark("Lists", "Enter the label.")))
    if any(clean(one.label_vi).casefold() == label.casefold() for one in others):
        raise Invalid(Fault("label_vi", mark("Lists", "The list has “{label}” already."), {"label": label}))
    if not 0 <= value <= 100:
        raise Invalid(Fault("value", mark("Lists", "A probability lies between 0 and 100.")))
    row.label_vi, row.label_en, row.value = label, clean(label_en), value
    row.tone = tone if tone in TONES else "neutral"


def _new_code(label: str, present: Sequence[ListValue]) -> str:
    """A code made of the label, unlike those the list has."""
    taken = {row.code for row in present}
    stem = label.upper()[:38] if label.isascii() and label.isupper() else fold(label).replace(" ", "_")[:36]
    numbered = (f"{stem}_{n}" for n in range(2, 1000))
    return stem if stem and stem not in taken else next(code for code in numbered if code not in taken)


def _row(unit: UnitOfWork, row_id: int) -> ListValue:
    row = unit.session.get(ListValue, row_id)
    if row is None:
        raise NotFound()
    return row


def reorder(unit: UnitOfWork, list_name: str, row_ids: Sequence[int]) -> None:
    """Put the rows of a list in this order; rows not named follow."""
    places = {row_id: place for place, row_id in enumerate(row_ids)}
    ordered = sorted(values(unit, list_name), key=lambda row: (places.get(row.id, len(places)), row.position))
    for place, row in enumerate(ordered):
        row.position = place
    unit.session.flush()


def set_active(unit: UnitOfWork, row_id: int, active: bool) -> ListValue:
    """Offer a row, or no longer; records that have it keep it. Raises Refused for rows the program needs."""
    row = _row(unit, row_id)
    if row.fixed and not active:
        raise Refused(mark("Lists", "The program needs this row; it can be renamed but not set aside."))
    row.active = active
    unit.session.flush()
    return row


def remove(unit: UnitOfWork, row_id: int) -> None:
    """Take out a row no record has. Raises Refused for rows the program needs and for used ones."""
    row = _row(unit, row_id)
    if row.fixed:
        raise Refused(mark("Lists", "The program needs this row; it can be renamed but not set aside."))
    if count := usage(unit, row.list_name, row.code):
        raise Refused(mark("Lists", "{n} records have this value; set it aside instead."), n=count)
    unit.session.delete(row)
    unit.session.flush()


def usage(unit: UnitOfWork, list_name: str, code: str) -> int:
    """How many rows of the database have the code in a field of that list."""
    columns = [
        getattr(mapper.class_, key)
        for mapper in Base.registry.mappers
        for key, field in fields_of(mapper.class_).items()
        if field.choices == list_name
    ]
    counts = (select(func.count()).select_from(column.class_).where(column == code) for column in columns)
    return sum(unit.session.scalar(statement) or 0 for statement in counts)
