"""The table of VAT rates in the settings: dated rows that documents refer to by code."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import func, select

from desktop_crm.errors import Fault, Invalid, NotFound, Refused
from desktop_crm.i18n import mark
from desktop_crm.models import OrderLine, Product, QuoteLine, TaxRate
from desktop_crm.models.text import clean
from desktop_crm.storage.database import UnitOfWork

KEYS = ("code", "label", "percent", "valid_from", "valid_to", "legal_basis")


def rates(unit: UnitOfWork) -> list[dict[str, Any]]:
    """Every row of the table with its id, in order."""
    rows = unit.session.scalars(select(TaxRate).order_by(TaxRate.position, TaxRate.valid_from, TaxRate.id))
    return [{"id": row.id, **{key: getattr(row, key) for key in KEYS}} for row in rows]


def save_rate(unit: UnitOfWork, rate_id: int | None, values: Mapping[str, Any]) -> TaxRate:
    """A new rate, or a changed one; code, percent and first day of a rate in use stay as they are.

    Raises Invalid with faults by field, Refused for a change that would falsify documents.
    """
    rate = _rate(unit, rate_id) if rate_id is not None else TaxRate(position=_next_position(unit))
    if rate_id is not None and is_used(unit, rate.code):
        _refuse_falsifying(rate, values)
    for key in KEYS:
        if key in values:
            setattr(rate, key, clean(values[key]) if isinstance(values[key], str) else values[key])
    with unit.session.no_autoflush:
        if faults := _faults(unit, rate):
            raise Invalid(*faults)
    unit.session.add(rate)
    unit.session.flush()
    return rate


def _rate(unit: UnitOfWork, rate_id: int) -> TaxRate:
    rate = unit.session.get(TaxRate, rate_id)
    if rate is None:
        raise NotFound()
    return rate


def _next_position(unit: UnitOfWork) -> int:
    return (unit.session.scalar(select(func.max(TaxRate.position))) or 0) + 1


def _refuse_falsifying(rate: TaxRate, values: Mapping[str, Any]) -> None:
    if any(key in values and values[key] != getattr(rate, key) for key in ("code", "percent", "valid_from")):
        raise Refused(mark("TaxRate", "Documents use this rate: end it and add a new one from the following day."))


def _faults(unit: UnitOfWork, rate: TaxRate) -> list[Fault]:
    faults = []
    for key in ("code", "label", "valid_from"):
        if not getattr(rate, key):
            faults.append(Fault(key, mark("TaxRate", "Code, label and first day of a rate are required.")))
    if rate.percent is not None and not 0 <= rate.percent <= 100:
        faults.append(Fault("percent", mark("TaxRate", "A rate lies between 0 and 100 percent.")))
    if rate.valid_from and rate.valid_to and rate.valid_to < rate.valid_from:
        faults.append(Fault("valid_to", mark("TaxRate", "The rate ends before it begins.")))
    if not faults and _overlaps(unit, rate):
        faults.append(Fault("valid_from", mark("TaxRate", "Another row of this code holds at the same time.")))
    return faults


def _overlaps(unit: UnitOfWork, rate: TaxRate) -> bool:
    others = unit.session.scalars(select(TaxRate).where(TaxRate.code == rate.code))
    return any(
        other is not rate
        and (other.valid_to is None or other.valid_to >= rate.valid_from)
        and (rate.valid_to is None or other.valid_from <= rate.valid_to)
        for other in others
    )


def remove_rate(unit: UnitOfWork, rate_id: int) -> None:
    """Take out a rate nothing uses. Raises Refused for one in use: it is ended instead."""
    rate = _rate(unit, rate_id)
    if is_used(unit, rate.code):
        raise Refused(mark("TaxRate", "Products or documents use this rate; give it a last day instead."))
    unit.session.delete(rate)
    unit.session.flush()


def is_used(unit: UnitOfWork, code: str) -> bool:
    """Whether a product or a line of a document names the code."""
    return any(
        unit.session.scalar(select(entity.id).where(entity.tax_code == code).limit(1)) is not None
        for entity in (Product, QuoteLine, OrderLine)
    )
