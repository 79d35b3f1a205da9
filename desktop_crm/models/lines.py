"""What quotes and orders share: buyer, money head, lines and groups of lines, and their totals."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from sqlalchemy.orm import Mapped, declared_attr, mapped_column

from desktop_crm.i18n import mark
from desktop_crm.models import fields
from desktop_crm.models.record import position
from desktop_crm.models.types import Percent


class BuyerMixin:
    """The customer as the document names them; kept with the document, so a later move changes nothing."""

    buyer_name: Mapped[str] = fields.text(
        mark("Document", "Customer name"), 300, searched=True, indexed=True, sort_key="buyer_sort"
    )
    buyer_sort: Mapped[str] = fields.name_key()
    buyer_address: Mapped[str] = fields.text(mark("Document", "Customer address"), 400)
    buyer_tax_code: Mapped[str] = fields.tax_code(mark("Document", "Customer tax code"), indexed=False)
    recipient: Mapped[str] = fields.text(mark("Document", "Recipient"))
    recipient_title: Mapped[str] = fields.text(mark("Document", "Recipient's position"))
    buyer_phone: Mapped[str] = fields.phone(mark("Document", "Customer phone"), indexed=False)
    buyer_email: Mapped[str] = fields.email(mark("Document", "Customer email"), indexed=False)

    @declared_attr
    def organization_id(cls) -> Mapped[int | None]:
        """The customer's organization."""
        return fields.relation(mark("Document", "Organization"), "organization")

    @declared_attr
    def contact_id(cls) -> Mapped[int | None]:
        """The person addressed."""
        return fields.relation(mark("Document", "Contact"), "contact")


class MoneyHeadMixin:
    """Currency, document discount, shipping and the stored totals, all computed by `totals.compute`."""

    currency: Mapped[str] = fields.choice(mark("Document", "Currency"), "currency", "VND", required=True)
    exchange_rate: Mapped[Decimal] = fields.exchange_rate(mark("Document", "Exchange rate"))
    discount_percent: Mapped[Decimal] = fields.percent(mark("Document", "Document discount %"))
    discount_amount: Mapped[Decimal] = fields.money(mark("Document", "Document discount amount"))
    shipping: Mapped[Decimal] = fields.money(mark("Document", "Shipping"))
    shipping_tax_code: Mapped[str] = fields.choice(mark("Document", "Tax on shipping"), "tax_rate", "VAT8")
    shipping_tax_percent: Mapped[Decimal | None] = mapped_column(Percent, nullable=True)
    adjustment: Mapped[Decimal] = fields.money(mark("Document", "Adjustment"))
    subtotal: Mapped[Decimal] = fields.money(mark("Document", "Subtotal"), editable=False)
    discount_total: Mapped[Decimal] = fields.money(mark("Document", "Discount total"), editable=False)
    net_total: Mapped[Decimal] = fields.money(mark("Document", "Total before tax"), editable=False)
    tax_total: Mapped[Decimal] = fields.money(mark("Document", "Tax total"), editable=False)
    grand_total: Mapped[Decimal] = fields.money(mark("Document", "Grand total"), editable=False, indexed=True)


class LineMixin:
    """One line of goods or services.

    `tax_percent` is the rate in force when the tax code was chosen; NULL for KCT, which bears no VAT and is not 0 %.
    """

    position: Mapped[int] = position()
    code: Mapped[str] = fields.text(mark("Line", "Code"), 60)
    name: Mapped[str] = fields.text(mark("Line", "Description"), 500)
    detail: Mapped[str] = fields.long_text(mark("Line", "Specification"))
    unit: Mapped[str] = fields.text(mark("Line", "Unit"), 30)
    quantity: Mapped[Decimal] = fields.quantity(mark("Line", "Quantity"), 1)
    unit_price: Mapped[Decimal] = fields.money(mark("Line", "Unit price"))
    discount_percent: Mapped[Decimal] = fields.percent(mark("Line", "Discount %"))
    discount_amount: Mapped[Decimal] = fields.money(mark("Line", "Discount amount"))
    tax_code: Mapped[str] = fields.choice(mark("Line", "Tax rate"), "tax_rate", "VAT8")
    tax_percent: Mapped[Decimal | None] = mapped_column(Percent, nullable=True)
    amount: Mapped[Decimal] = fields.money(mark("Line", "Amount"), editable=False)

    @declared_attr
    def product_id(cls) -> Mapped[int | None]:
        """The product sold, none for a free line."""
        return fields.relation(mark("Line", "Product"), "product")


class GroupMixin:
    """A heading over some lines; `position` orders groups, lines without a group come first."""

    position: Mapped[int] = position()
    title: Mapped[str] = fields.text(mark("LineGroup", "Title"), 300)


def in_order(lines: Sequence[Any], groups: Sequence[Any]) -> list[tuple[Any | None, list[Any]]]:
    """Lines as they are shown and printed: [(group or None, its lines)], in the order of positions.

    Groups without lines are kept; the pair (None, lines) comes first and only where such lines exist.
    """
    ordered = sorted(lines, key=lambda line: line.position)
    loose = [line for line in ordered if line.group is None]
    placed = [(g, [x for x in ordered if x.group is g]) for g in sorted(groups, key=lambda group: group.position)]
    return ([(None, loose)] if loose else []) + placed
