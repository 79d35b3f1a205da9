"""Orders (Đơn hàng) as lists, previews and related lists show them; they share the quotes' editor."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from desktop_crm.i18n import mark
from desktop_crm.models import Contract, SalesOrder
from desktop_crm.views.records.declare import Column, EntityView, Preset, Related, Section, where

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop_crm.views.context import Context


def open_form(context: Context, record_id: int | None, defaults: dict[str, Any]) -> QWidget:
    """The editor of one order; a new one begins with `defaults`."""
    from desktop_crm.views.quotes.editor import open_order_editor

    return open_order_editor(context, record_id, defaults)


_OWED = where(SalesOrder.owed_total, "between", 1, None)
_STANDING = where(SalesOrder.status, "not_in", "draft", "cancelled")

ORDERS = EntityView(
    SalesOrder,
    icon="shopping-cart",
    columns=(
        Column(SalesOrder.number, 140, look="strong", priority=1),
        Column(SalesOrder.buyer_name, 240, stretch=True, look="organization", priority=1),
        Column(SalesOrder.subject, 200, priority=3),
        Column(SalesOrder.status, 120, priority=1),
        Column(SalesOrder.order_date, 105, priority=2),
        Column(SalesOrder.due_date, 105, priority=3),
        Column(SalesOrder.owner_id, 150, look="person", priority=3),
        Column(SalesOrder.grand_total, 140, total=True, priority=1),
        Column(SalesOrder.owed_total, 130, total=True, priority=2),
        Column(SalesOrder.paid_total, 130, total=True, shown=False),
        Column(SalesOrder.organization_id, 230, look="organization", shown=False),
        Column(SalesOrder.contact_id, 160, look="person", shown=False),
        Column(SalesOrder.delivery_date, 110, shown=False),
        Column(SalesOrder.quote_id, 200, shown=False),
        Column(SalesOrder.opportunity_id, 200, shown=False),
        Column(SalesOrder.buyer_tax_code, 120, shown=False),
        Column(SalesOrder.buyer_phone, 120, shown=False),
        Column(SalesOrder.currency, 90, look="plain", shown=False),
        Column(SalesOrder.net_total, 140, total=True, shown=False),
        Column(SalesOrder.tax_total, 130, total=True, shown=False),
        Column(SalesOrder.delivery_address, 220, shown=False),
        Column(SalesOrder.created_at, 130, shown=False),
        Column(SalesOrder.modified_at, 130, shown=False),
        Column(SalesOrder.team_id, 120, shown=False),
    ),
    filters=(
        SalesOrder.status,
        SalesOrder.owner_id,
        SalesOrder.order_date,
        SalesOrder.due_date,
        SalesOrder.owed_total,
        SalesOrder.grand_total,
        SalesOrder.organization_id,
    ),
    sections=(
        Section(
            mark("Section", "Customer"),
            (
                SalesOrder.organization_id,
                SalesOrder.contact_id,
                SalesOrder.buyer_name,
                SalesOrder.buyer_tax_code,
                SalesOrder.buyer_address,
                SalesOrder.recipient,
                SalesOrder.recipient_title,
                SalesOrder.buyer_phone,
                SalesOrder.buyer_email,
            ),
            wide=(SalesOrder.buyer_address,),
        ),
        Section(
            mark("Section", "Order"),
            (
                SalesOrder.subject,
                SalesOrder.status,
                SalesOrder.order_date,
                SalesOrder.delivery_date,
                SalesOrder.due_date,
                SalesOrder.quote_id,
                SalesOrder.opportunity_id,
                SalesOrder.currency,
                SalesOrder.exchange_rate,
                SalesOrder.owner_id,
                SalesOrder.team_id,
                SalesOrder.delivery_address,
            ),
            wide=(SalesOrder.subject, SalesOrder.delivery_address),
        ),
        Section(
            mark("Section", "Amounts"),
            (
                SalesOrder.discount_percent,
                SalesOrder.discount_amount,
                SalesOrder.shipping,
                SalesOrder.shipping_tax_code,
                SalesOrder.adjustment,
                SalesOrder.subtotal,
                SalesOrder.discount_total,
                SalesOrder.net_total,
                SalesOrder.tax_total,
                SalesOrder.grand_total,
                SalesOrder.paid_total,
                SalesOrder.owed_total,
            ),
        ),
        Section(
            mark("Section", "Terms"),
            (
                SalesOrder.payment_terms,
                SalesOrder.delivery_terms,
                SalesOrder.warranty_terms,
                SalesOrder.terms,
                SalesOrder.notes,
            ),
            wide=(SalesOrder.terms, SalesOrder.notes),
        ),
    ),
    preview=(
        SalesOrder.buyer_name,
        SalesOrder.subject,
        SalesOrder.recipient,
        SalesOrder.buyer_phone,
        SalesOrder.buyer_email,
        SalesOrder.order_date,
        SalesOrder.delivery_date,
        SalesOrder.due_date,
        SalesOrder.delivery_address,
        SalesOrder.quote_id,
        SalesOrder.owner_id,
    ),
    badges=(SalesOrder.status,),
    figures=(SalesOrder.grand_total, SalesOrder.paid_total, SalesOrder.owed_total),
    presets=(
        Preset(mark("Preset", "Mine"), (where(SalesOrder.owner_id, "in", "@me"),)),
        Preset(mark("Preset", "Delivering"), (where(SalesOrder.status, "in", "approved", "delivering"),)),
        Preset(mark("Preset", "Owed"), (_STANDING, _OWED), sort=SalesOrder.due_date),
        Preset(
            mark("Preset", "Overdue"),
            (_STANDING, _OWED, where(SalesOrder.due_date, "between", None, "@today-1")),
            sort=SalesOrder.due_date,
        ),
        Preset(mark("Preset", "This month"), (where(SalesOrder.order_date, "between", "@month", "@month-end"),)),
    ),
    related=(
        Related(
            Contract.order_id,
            (
                Column(Contract.contract_number, 140, look="link"),
                Column(Contract.subject, 200, stretch=True),
                Column(Contract.status, 120),
                Column(Contract.signed_on, 100),
                Column(Contract.value, 130, total=True),
            ),
        ),
    ),
    sort=SalesOrder.number,
    descending=True,
    form=open_form,
    printable=True,
    add_label=mark("EntityView", "Add order"),
    purpose=mark(
        "EntityView",
        "Orders say what a customer bought, what was delivered and what is still owed.",
    ),
)
