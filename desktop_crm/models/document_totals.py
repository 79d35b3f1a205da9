"""The totals of a quote or an order as an object: what `totals.compute` makes of its lines and its head.

Screen, pages, sheets and the write path all ask here, so one document has one set of sums.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from decimal import Decimal
from typing import Protocol

from desktop_crm.models.numbers import currency
from desktop_crm.models.totals import DocumentInput, LineInput, Tax, Totals, compute


class PricedLine(Protocol):
    """What a line tells about its price; `tax_percent` None with a code is KCT, no code is no tax at all."""

    @property
    def quantity(self) -> Decimal: ...
    @property
    def unit_price(self) -> Decimal: ...
    @property
    def discount_percent(self) -> Decimal: ...
    @property
    def discount_amount(self) -> Decimal: ...
    @property
    def tax_code(self) -> str: ...
    @property
    def tax_percent(self) -> Decimal | None: ...
    @property
    def group(self) -> Hashable: ...


class PricedDocument(Protocol):
    """What a document tells about its price: `Quote`, `SalesOrder`, or a draft of one on the screen."""

    @property
    def lines(self) -> Sequence[PricedLine]: ...
    @property
    def currency(self) -> str: ...
    @property
    def discount_percent(self) -> Decimal: ...
    @property
    def discount_amount(self) -> Decimal: ...
    @property
    def shipping(self) -> Decimal: ...
    @property
    def shipping_tax_code(self) -> str: ...
    @property
    def shipping_tax_percent(self) -> Decimal | None: ...
    @property
    def adjustment(self) -> Decimal: ...


def totals_of(document: PricedDocument) -> Totals:
    """All totals of a document in its currency's decimals.

    `Totals.lines` are in the order of `document.lines`; the key of a `GroupTotal` is the line's group itself, None
    for lines without one. Raises `DiscountError` for an impossible discount.
    """
    return compute(
        DocumentInput(
            lines=[_line_input(line) for line in document.lines],
            decimals=currency(document.currency).decimals,
            discount_percent=document.discount_percent,
            discount_amount=document.discount_amount,
            shipping=document.shipping,
            shipping_tax=_tax(document.shipping_tax_code, document.shipping_tax_percent),
            adjustment=document.adjustment,
        )
    )


def _line_input(line: PricedLine) -> LineInput:
    return LineInput(
        quantity=line.quantity,
        unit_price=line.unit_price,
        discount_percent=line.discount_percent,
        discount_amount=line.discount_amount,
        tax=_tax(line.tax_code, line.tax_percent),
        group_key=line.group,
    )


def _tax(code: str, percent: Decimal | None) -> Tax | None:
    return Tax(code, percent) if code else None
