"""The totals of quotes, orders and contracts: the one place where they are computed.

Everything is exact: line amounts round half-up to the currency's unit, the document's discount is spread over the
lines to the last unit, and VAT is computed once per rate, so each printed tax is its printed base times its rate.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from decimal import Context, Decimal, localcontext

from desktop_crm.i18n import mark
from desktop_crm.models.entry import EntryError
from desktop_crm.models.numbers import format_number, round_half_up

ZERO = Decimal(0)
_EXACT = Context(prec=80)


@dataclass(frozen=True, slots=True)
class Tax:
    """A VAT rate as it was when chosen: `percent` None bears no VAT (KCT), which is not 0 %."""

    code: str
    percent: Decimal | None


@dataclass(frozen=True, slots=True)
class LineInput:
    """One line; the discount is of the whole line, an amount (never negative) counts before a percent.

    A negative quantity is a return. An `optional` line is shown with its amount and counted nowhere.
    """

    quantity: Decimal
    unit_price: Decimal
    discount_percent: Decimal = ZERO
    discount_amount: Decimal = ZERO
    tax: Tax | None = None
    group_key: Hashable = None
    optional: bool = False


@dataclass(frozen=True, slots=True)
class DocumentInput:
    """A document to be totalled; shipping is without its tax, the adjustment bears none."""

    lines: Sequence[LineInput]
    decimals: int = 0
    discount_percent: Decimal = ZERO
    discount_amount: Decimal = ZERO
    shipping: Decimal = ZERO
    shipping_tax: Tax | None = None
    adjustment: Decimal = ZERO


@dataclass(frozen=True, slots=True)
class LineTotals:
    """gross − discount = net; net − document_discount = taxable (0 for an optional line)."""

    gross: Decimal
    discount: Decimal
    net: Decimal
    document_discount: Decimal
    taxable: Decimal


@dataclass(frozen=True, slots=True)
class GroupTotal:
    """The sum of the net amounts of a group's lines, before the document's discount."""

    key: Hashable
    subtotal: Decimal


@dataclass(frozen=True, slots=True)
class TaxTotal:
    """VAT of one rate; `tax` is exactly `base` × `percent`, rounded. Lines without a tax have the code ''."""

    code: str
    percent: Decimal | None
    base: Decimal
    tax: Decimal


@dataclass(frozen=True, slots=True)
class Totals:
    """A document's sums, in the order they are printed.

    subtotal (sum of gross) − discount_total + shipping = net, which is the sum of the tax bases;
    net + tax_total + adjustment = grand_total.
    """

    lines: tuple[LineTotals, ...]
    groups: tuple[GroupTotal, ...]
    subtotal: Decimal
    line_discount_total: Decimal
    document_discount: Decimal
    discount_total: Decimal
    shipping: Decimal
    net: Decimal
    taxes: tuple[TaxTotal, ...]
    tax_total: Decimal
    adjustment: Decimal
    grand_total: Decimal


class DiscountError(EntryError):
    """A discount below zero or above what it is taken from; `line` counts from 1, 0 is the document."""

    message = mark("Totals", "Line {line}: the discount {text} is negative or more than the line's amount.")
    of_document = mark("Totals", "The document's discount {text} is negative or more than the document's amount.")

    def __init__(self, discount: str, line: int) -> None:
        super().__init__(discount, None if line else self.of_document, line=line)
        self.line = line


def compute(document: DocumentInput) -> Totals:
    """All totals of a document. Raises `DiscountError` (a ValueError) for an impossible discount."""
    with localcontext(_EXACT):
        unit = document.decimals
        priced = [_priced(line, number, unit) for number, line in enumerate(document.lines, 1)]
        nets = [ZERO if line.optional else price.net for line, price in zip(document.lines, priced, strict=True)]
        discount = _discount(sum(nets, ZERO), document.discount_percent, document.discount_amount, unit, 0)
        shares = _spread(discount, nets, document)
        lines = tuple(
            LineTotals(price.gross, price.discount, price.net, share, net - share)
            for price, net, share in zip(priced, nets, shares, strict=True)
        )
        return _summed(document, lines, discount)


def _priced(line: LineInput, number: int, unit: int) -> LineTotals:
    gross = round_half_up(line.quantity * line.unit_price, unit)
    discount = _discount(gross, line.discount_percent, line.discount_amount, unit, number)
    return LineTotals(gross, discount, gross - discount, ZERO, ZERO)


def _discount(base: Decimal, percent: Decimal, amount: Decimal, unit: int, line: int) -> Decimal:
    """The discount on `base`, with its sign: what is given back on a return is less by it."""
    if amount:
        if not 0 < round_half_up(amount, unit) <= abs(base):
            raise DiscountError(format_number(amount), line)
        return round_half_up(amount, unit).copy_sign(base)
    if not 0 <= percent <= 100:
        raise DiscountError(format_number(percent) + "%", line)
    return round_half_up(base * percent / 100, unit)


def _spread(discount: Decimal, nets: Sequence[Decimal], document: DocumentInput) -> list[Decimal]:
    """`discount` shared out in proportion to `nets` in whole units, by largest remainder: the sum is exact."""
    units = [int(net.scaleb(document.decimals)) for net in nets]
    whole, parts = int(discount.scaleb(document.decimals)), sum(units)
    if not whole:
        return [ZERO] * len(nets)
    if parts < 0:
        whole, parts, units = -whole, -parts, [-part for part in units]
        return [-share for share in _shares(whole, parts, units, document)]
    return _shares(whole, parts, units, document)


def _shares(whole: int, parts: int, units: Sequence[int], document: DocumentInput) -> list[Decimal]:
    shares = [whole * part // parts for part in units]
    ranked = sorted(range(len(units)), key=lambda i: _rank(whole * units[i] % parts, units[i], document.lines[i]))
    for index in ranked[: whole - sum(shares)]:
        shares[index] += 1
    return [Decimal(share).scaleb(-document.decimals) for share in shares]


def _rank(remainder: int, part: int, line: LineInput) -> tuple[object, ...]:
    """Who gets a left-over unit first; equal ranks are alike in price and tax, so the order of lines is no matter."""
    return (-remainder, -part, *_tax_order(line.tax or Tax("", None)))


def _tax_order(tax: Tax) -> tuple[bool, bool, Decimal, str]:
    """High rates before low ones, then KCT, then lines without any."""
    return (not tax.code, tax.percent is None, -(tax.percent or ZERO), tax.code)


def _summed(document: DocumentInput, lines: tuple[LineTotals, ...], discount: Decimal) -> Totals:
    counted = [total for line, total in zip(document.lines, lines, strict=True) if not line.optional]
    subtotal = sum((total.gross for total in counted), ZERO)
    line_discount = sum((total.discount for total in counted), ZERO)
    shipping = round_half_up(document.shipping, document.decimals)
    adjustment = round_half_up(document.adjustment, document.decimals)
    net = subtotal - line_discount - discount + shipping
    taxes = _taxes(document, lines, shipping)
    tax_total = sum((tax.tax for tax in taxes), ZERO)
    return Totals(
        lines=lines,
        groups=_groups(document.lines, lines),
        subtotal=subtotal,
        line_discount_total=line_discount,
        document_discount=discount,
        discount_total=line_discount + discount,
        shipping=shipping,
        net=net,
        taxes=taxes,
        tax_total=tax_total,
        adjustment=adjustment,
        grand_total=net + tax_total + adjustment,
    )


def _groups(inputs: Sequence[LineInput], lines: Sequence[LineTotals]) -> tuple[GroupTotal, ...]:
    sums: dict[Hashable, Decimal] = {}
    for line, total in zip(inputs, lines, strict=True):
        sums[line.group_key] = sums.get(line.group_key, ZERO) + (ZERO if line.optional else total.net)
    return tuple(GroupTotal(key, value) for key, value in sums.items())


def _taxes(document: DocumentInput, lines: Sequence[LineTotals], shipping: Decimal) -> tuple[TaxTotal, ...]:
    bases: dict[Tax, Decimal] = defaultdict(lambda: ZERO)
    for line, total in zip(document.lines, lines, strict=True):
        if not line.optional:
            bases[line.tax or Tax("", None)] += total.taxable
    if shipping:
        bases[document.shipping_tax or Tax("", None)] += shipping
    return tuple(
        TaxTotal(
            tax.code,
            tax.percent,
            bases[tax],
            round_half_up(bases[tax] * (tax.percent or ZERO) / 100, document.decimals),
        )
        for tax in sorted(bases, key=_tax_order)
    )
