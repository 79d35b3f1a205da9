"""Quotes and orders as they are edited: plain frozen values, without a session, and their totals while one types."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import select

from desktop_crm.models import TaxRate, totals
from desktop_crm.models.numbers import currency as currency_of
from desktop_crm.models.tax_rates import in_force, rate_on
from desktop_crm.models.totals import DocumentInput, LineInput, Tax, Totals
from desktop_crm.storage.database import UnitOfWork
from desktop_crm.storage.memo import remembered

ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class LineDraft:
    """One line; `group` is an index into the draft's groups, `id` None for a line not stored yet."""

    id: int | None = None
    product_id: int | None = None
    code: str = ""
    name: str = ""
    detail: str = ""
    unit: str = ""
    quantity: Decimal = Decimal(1)
    unit_price: Decimal = ZERO
    discount_percent: Decimal = ZERO
    discount_amount: Decimal = ZERO
    tax_code: str = ""
    group: int | None = None


@dataclass(frozen=True, slots=True)
class GroupDraft:
    """A heading over lines."""

    id: int | None = None
    title: str = ""


@dataclass(frozen=True, slots=True)
class DocumentDraft:
    """What a user edits: `values` holds the head's editable fields by key (`custom.<key>` for added ones)."""

    values: Mapping[str, Any] = field(default_factory=dict)
    groups: tuple[GroupDraft, ...] = ()
    lines: tuple[LineDraft, ...] = ()

    @property
    def day(self) -> date | None:
        """The document's own date, which decides its tax rates."""
        return self.values.get("quote_date") or self.values.get("order_date")

    @property
    def currency(self) -> str:
        """The ISO code of its currency."""
        return str(self.values.get("currency") or "VND")


@dataclass(frozen=True, slots=True)
class Rate:
    """A VAT rate for a time, as a plain row; `percent` None bears no VAT."""

    code: str
    label: str
    percent: Decimal | None
    valid_from: date
    valid_to: date | None = None


Rates = tuple[Rate, ...]


def tax_rates(unit: UnitOfWork, day: date | None = None) -> Rates:
    """The VAT rates in the order of the settings: those in force on `day`, or all of them."""
    rates = remembered(unit.session, "tax_rates", (TaxRate,), lambda: _all_rates(unit))
    return rates if day is None else tuple(rate for rate in rates if in_force(rate, day))


def _all_rates(unit: UnitOfWork) -> Rates:
    rows = unit.session.scalars(select(TaxRate).order_by(TaxRate.position, TaxRate.valid_from))
    return tuple(Rate(row.code, row.label, row.percent, row.valid_from, row.valid_to) for row in rows)


def rate_of(rates: Iterable[Rate], code: str, day: date | None) -> Rate | None:
    """The row of a code in force on the day; else its newest row, None for a code that is not known."""
    rows = [rate for rate in rates if rate.code == code]
    newest = max(rows, key=lambda rate: rate.valid_from, default=None)
    return (rate_on(rows, code, day) if day else None) or newest


def tax_of(rates: Iterable[Rate], code: str, day: date | None) -> Tax | None:
    """The tax a line of that code bears; None for a line without one."""
    rate = rate_of(rates, code, day)
    return Tax(rate.code, rate.percent) if rate else None


def document_input(draft: DocumentDraft, rates: Rates, currency: str) -> DocumentInput:
    """The draft as the totals are computed from; group keys are the lines' group indexes."""
    values = draft.values
    return DocumentInput(
        lines=[_line_input(line, rates, draft.day) for line in draft.lines],
        decimals=currency_of(currency).decimals,
        discount_percent=values.get("discount_percent") or ZERO,
        discount_amount=values.get("discount_amount") or ZERO,
        shipping=values.get("shipping") or ZERO,
        shipping_tax=tax_of(rates, values.get("shipping_tax_code") or "", draft.day),
        adjustment=values.get("adjustment") or ZERO,
    )


def _line_input(line: LineDraft, rates: Rates, day: date | None) -> LineInput:
    return LineInput(
        quantity=line.quantity,
        unit_price=line.unit_price,
        discount_percent=line.discount_percent,
        discount_amount=line.discount_amount,
        tax=tax_of(rates, line.tax_code, day),
        group_key=line.group,
    )


def compute(draft: DocumentDraft, rates: Rates, currency: str = "") -> Totals:
    """The draft's totals, the same as will be stored and printed; `currency` '' is the draft's own.

    Raises `totals.DiscountError` (an EntryError, with the number of the line) for an impossible discount.
    """
    return totals.compute(document_input(draft, rates, currency or draft.currency))
