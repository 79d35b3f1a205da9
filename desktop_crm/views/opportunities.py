"""Opportunities (Cơ hội) as the window shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from desktop_crm.i18n import mark
from desktop_crm.models import Contract, Opportunity, Quote, SalesOrder
from desktop_crm.views.opportunities_close import CLOSE, OpportunityForm
from desktop_crm.views.records.declare import (
    Action,
    Column,
    EntityView,
    NewRelated,
    Preset,
    Related,
    Section,
    where,
)

if TYPE_CHECKING:
    from desktop_crm.views.context import Context


def _form(context: Context, record_id: int | None, defaults: dict[str, Any]) -> OpportunityForm:
    return OpportunityForm(context, OPPORTUNITIES, record_id, defaults)


_OPEN = where(Opportunity.stage, "not_in", "won", "lost")
_CUSTOMER = (Opportunity.organization_id, Opportunity.contact_id)

OPPORTUNITIES = EntityView(
    Opportunity,
    icon="target",
    columns=(
        Column(
            Opportunity.title, 240, stretch=True, look="strong", priority=1, label=mark("Column", "Opportunity name")
        ),
        Column(Opportunity.organization_id, 210, priority=2),
        Column(Opportunity.stage, 150, priority=1),
        Column(Opportunity.amount, 130, total=True, priority=1),
        Column(Opportunity.probability, 80, priority=3),
        Column(Opportunity.expected_revenue, 130, total=True, priority=3),
        Column(Opportunity.expected_close_date, 110, priority=2),
        Column(Opportunity.owner_id, 150, look="person", priority=2),
        Column(Opportunity.number, 90, shown=False),
        Column(Opportunity.contact_id, 160, look="person", shown=False),
        Column(Opportunity.type, 130, look="plain", shown=False),
        Column(Opportunity.source, 110, look="plain", shown=False),
        Column(Opportunity.campaign, 150, shown=False),
        Column(Opportunity.next_step, 200, shown=False),
        Column(Opportunity.next_step_on, 110, shown=False),
        Column(Opportunity.competitor, 150, shown=False),
        Column(Opportunity.products, 200, shown=False),
        Column(Opportunity.lost_reason, 140, look="plain", shown=False),
        Column(Opportunity.closed_on, 110, shown=False),
        Column(Opportunity.created_at, 130, shown=False),
        Column(Opportunity.modified_at, 130, shown=False),
        Column(Opportunity.team_id, 120, shown=False),
    ),
    filters=(
        Opportunity.stage,
        Opportunity.owner_id,
        Opportunity.expected_close_date,
        Opportunity.amount,
        Opportunity.organization_id,
        Opportunity.source,
        Opportunity.lost_reason,
    ),
    sections=(
        Section(
            mark("Section", "Deal"),
            (
                Opportunity.name,
                Opportunity.organization_id,
                Opportunity.contact_id,
                Opportunity.stage,
                Opportunity.amount,
                Opportunity.probability,
                Opportunity.expected_revenue,
                Opportunity.expected_close_date,
                Opportunity.closed_on,
                Opportunity.type,
                Opportunity.owner_id,
                Opportunity.team_id,
            ),
            wide=(Opportunity.name,),
        ),
        Section(
            mark("Section", "What next"),
            (Opportunity.next_step, Opportunity.next_step_on),
        ),
        Section(
            mark("Section", "Background"),
            (
                Opportunity.source,
                Opportunity.campaign,
                Opportunity.competitor,
                Opportunity.lost_reason,
                Opportunity.products,
                Opportunity.notes,
            ),
            wide=(Opportunity.products, Opportunity.notes),
        ),
    ),
    preview=(
        Opportunity.organization_id,
        Opportunity.contact_id,
        Opportunity.probability,
        Opportunity.expected_close_date,
        Opportunity.next_step,
        Opportunity.next_step_on,
        Opportunity.type,
        Opportunity.competitor,
        Opportunity.products,
        Opportunity.lost_reason,
        Opportunity.owner_id,
        Opportunity.source,
    ),
    badges=(Opportunity.stage,),
    figures=(Opportunity.amount, Opportunity.expected_revenue),
    presets=(
        Preset(mark("Preset", "Mine, open"), (where(Opportunity.owner_id, "in", "@me"), _OPEN)),
        Preset(mark("Preset", "Open"), (_OPEN,)),
        Preset(
            mark("Preset", "Closing this month"),
            (_OPEN, where(Opportunity.expected_close_date, "between", "@month", "@month-end")),
            sort=Opportunity.expected_close_date,
        ),
        Preset(
            mark("Preset", "Past the closing date"),
            (_OPEN, where(Opportunity.expected_close_date, "between", None, "@today-1")),
            sort=Opportunity.expected_close_date,
        ),
        Preset(mark("Preset", "Without a next step"), (_OPEN, where(Opportunity.next_step, "is_empty"))),
        Preset(mark("Preset", "Won"), (where(Opportunity.stage, "in", "won"),)),
        Preset(mark("Preset", "Lost"), (where(Opportunity.stage, "in", "lost"),)),
    ),
    related=(
        Related(
            Quote.opportunity_id,
            (
                Column(Quote.number, 140, look="link"),
                Column(Quote.subject, 200, stretch=True),
                Column(Quote.status, 120),
                Column(Quote.quote_date, 100),
                Column(Quote.valid_until, 100),
                Column(Quote.grand_total, 130, total=True),
            ),
        ),
        Related(
            SalesOrder.opportunity_id,
            (
                Column(SalesOrder.number, 140, look="link"),
                Column(SalesOrder.subject, 200, stretch=True),
                Column(SalesOrder.status, 120),
                Column(SalesOrder.order_date, 100),
                Column(SalesOrder.grand_total, 130, total=True),
            ),
        ),
        Related(
            Contract.opportunity_id,
            (
                Column(Contract.contract_number, 140, look="link"),
                Column(Contract.subject, 200, stretch=True),
                Column(Contract.status, 120),
                Column(Contract.value, 130, total=True),
            ),
        ),
    ),
    form=_form,
    actions=(
        CLOSE,
        Action(
            "new_quote",
            mark("Action", "Quote"),
            "file-plus",
            NewRelated(
                Quote.opportunity_id,
                tuple(zip((Quote.organization_id, Quote.contact_id), _CUSTOMER, strict=True)),
            ),
        ),
        Action(
            "new_contract",
            mark("Action", "Contract"),
            "file-signature",
            NewRelated(
                Contract.opportunity_id,
                tuple(zip((Contract.organization_id, Contract.contact_id), _CUSTOMER, strict=True)),
            ),
        ),
    ),
    sort=Opportunity.modified_at,
    descending=True,
    add_label=mark("EntityView", "Add opportunity"),
    importable=True,
    purpose=mark(
        "EntityView",
        "Opportunities are possible sales with a value, a stage and a closing date: together they are your forecast.",
    ),
)
