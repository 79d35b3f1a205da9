"""Quotes (Báo giá) as lists, previews and related lists show them; the editor is a window of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from desktop_crm.i18n import mark
from desktop_crm.models import Contract, Quote, SalesOrder
from desktop_crm.views.records.declare import Column, EntityView, Preset, Related, Section, where

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop_crm.views.context import Context


def open_form(context: Context, record_id: int | None, defaults: dict[str, Any]) -> QWidget:
    """The editor of one quote; a new one begins with `defaults`."""
    from desktop_crm.views.quotes.editor import open_editor

    return open_editor(context, record_id, defaults)


_UNDECIDED = where(Quote.status, "in", "sent", "reviewed")

QUOTES = EntityView(
    Quote,
    icon="file-text",
    columns=(
        Column(Quote.number, 150, look="strong", priority=1),
        Column(Quote.buyer_name, 240, stretch=True, look="organization", priority=1),
        Column(Quote.subject, 200, priority=3),
        Column(Quote.status, 120, priority=1),
        Column(Quote.quote_date, 105, priority=2),
        Column(Quote.valid_until, 105, priority=2),
        Column(Quote.owner_id, 150, look="person", priority=3),
        Column(Quote.grand_total, 140, total=True, priority=1),
        Column(Quote.organization_id, 230, look="organization", shown=False),
        Column(Quote.contact_id, 160, look="person", shown=False),
        Column(Quote.recipient, 150, shown=False),
        Column(Quote.opportunity_id, 200, shown=False),
        Column(Quote.buyer_tax_code, 120, shown=False),
        Column(Quote.buyer_phone, 120, shown=False),
        Column(Quote.currency, 90, look="plain", shown=False),
        Column(Quote.net_total, 140, total=True, shown=False),
        Column(Quote.tax_total, 130, total=True, shown=False),
        Column(Quote.discount_total, 130, total=True, shown=False),
        Column(Quote.price_book_id, 130, shown=False),
        Column(Quote.issued_at, 130, shown=False),
        Column(Quote.decided_at, 130, shown=False),
        Column(Quote.refusal_reason, 200, shown=False),
        Column(Quote.created_at, 130, shown=False),
        Column(Quote.modified_at, 130, shown=False),
        Column(Quote.team_id, 120, shown=False),
    ),
    filters=(
        Quote.status,
        Quote.owner_id,
        Quote.quote_date,
        Quote.valid_until,
        Quote.grand_total,
        Quote.organization_id,
        Quote.opportunity_id,
    ),
    sections=(
        Section(
            mark("Section", "Customer"),
            (
                Quote.organization_id,
                Quote.contact_id,
                Quote.buyer_name,
                Quote.buyer_tax_code,
                Quote.buyer_address,
                Quote.recipient,
                Quote.recipient_title,
                Quote.buyer_phone,
                Quote.buyer_email,
            ),
            wide=(Quote.buyer_address,),
        ),
        Section(
            mark("Section", "Quote"),
            (
                Quote.subject,
                Quote.status,
                Quote.quote_date,
                Quote.valid_until,
                Quote.supply_date,
                Quote.opportunity_id,
                Quote.price_book_id,
                Quote.currency,
                Quote.exchange_rate,
                Quote.owner_id,
                Quote.team_id,
            ),
            wide=(Quote.subject,),
        ),
        Section(
            mark("Section", "Amounts"),
            (
                Quote.discount_percent,
                Quote.discount_amount,
                Quote.shipping,
                Quote.shipping_tax_code,
                Quote.adjustment,
                Quote.subtotal,
                Quote.discount_total,
                Quote.net_total,
                Quote.tax_total,
                Quote.grand_total,
            ),
        ),
        Section(
            mark("Section", "Terms"),
            (
                Quote.payment_terms,
                Quote.delivery_terms,
                Quote.warranty_terms,
                Quote.refusal_reason,
                Quote.introduction,
                Quote.terms,
                Quote.notes,
            ),
            wide=(Quote.introduction, Quote.terms, Quote.notes),
        ),
    ),
    preview=(
        Quote.buyer_name,
        Quote.subject,
        Quote.recipient,
        Quote.buyer_phone,
        Quote.buyer_email,
        Quote.quote_date,
        Quote.valid_until,
        Quote.opportunity_id,
        Quote.payment_terms,
        Quote.refusal_reason,
        Quote.owner_id,
    ),
    badges=(Quote.status,),
    figures=(Quote.grand_total, Quote.net_total, Quote.tax_total),
    presets=(
        Preset(mark("Preset", "Mine"), (where(Quote.owner_id, "in", "@me"),)),
        Preset(mark("Preset", "Drafts"), (where(Quote.status, "in", "draft"),)),
        Preset(mark("Preset", "Awaiting approval"), (where(Quote.status, "in", "pending_approval"),)),
        Preset(mark("Preset", "Awaiting an answer"), (_UNDECIDED,), sort=Quote.valid_until),
        Preset(
            mark("Preset", "Quotes about to expire"),
            (_UNDECIDED, where(Quote.valid_until, "between", "@today", "@today+7")),
            sort=Quote.valid_until,
        ),
        Preset(mark("Preset", "Accepted"), (where(Quote.status, "in", "accepted"),)),
    ),
    related=(
        Related(
            SalesOrder.quote_id,
            (
                Column(SalesOrder.number, 140, look="link"),
                Column(SalesOrder.subject, 200, stretch=True),
                Column(SalesOrder.status, 120),
                Column(SalesOrder.order_date, 100),
                Column(SalesOrder.grand_total, 130, total=True),
            ),
        ),
        Related(
            Contract.quote_id,
            (
                Column(Contract.contract_number, 140, look="link"),
                Column(Contract.subject, 200, stretch=True),
                Column(Contract.status, 120),
                Column(Contract.value, 130, total=True),
            ),
        ),
        Related(
            Quote.revises_id,
            (
                Column(Quote.number, 140, look="link"),
                Column(Quote.subject, 200, stretch=True),
                Column(Quote.status, 120),
                Column(Quote.quote_date, 100),
                Column(Quote.grand_total, 130, total=True),
            ),
        ),
    ),
    sort=Quote.number,
    descending=True,
    form=open_form,
    printable=True,
    add_label=mark("EntityView", "Add quote"),
    purpose=mark(
        "EntityView",
        "Quotes offer prices to a customer: write the lines, print or send the PDF, then make the order from it.",
    ),
)
