"""Leads (Tiềm năng) as the window shows them."""

from __future__ import annotations

from desktop_crm.i18n import mark
from desktop_crm.models import Lead
from desktop_crm.views.leads_convert import LEAD_ACTIONS
from desktop_crm.views.records.declare import Column, EntityView, Preset, Section, where

LEADS = EntityView(
    Lead,
    icon="user-plus",
    columns=(
        Column(Lead.title, 220, stretch=True, look="person", priority=1, label=mark("Column", "Lead name")),
        Column(Lead.company, 200, priority=2),
        Column(Lead.status, 140, priority=1),
        Column(Lead.mobile, 120, priority=2),
        Column(Lead.owner_id, 150, look="person", priority=2),
        Column(Lead.source, 110, priority=3, look="plain"),
        Column(Lead.next_step_on, 110, priority=3),
        Column(Lead.created_at, 130, priority=3),
        Column(Lead.number, 90, shown=False),
        Column(Lead.salutation, 90, shown=False),
        Column(Lead.job_title, 150, shown=False),
        Column(Lead.phone, 120, shown=False),
        Column(Lead.email, 190, shown=False),
        Column(Lead.tax_code, 120, shown=False),
        Column(Lead.rating, 110, shown=False),
        Column(Lead.industry, 140, shown=False, look="plain"),
        Column(Lead.employees, 100, shown=False),
        Column(Lead.annual_revenue, 140, shown=False, total=True),
        Column(Lead.province, 130, shown=False),
        Column(Lead.campaign, 150, shown=False),
        Column(Lead.next_step, 200, shown=False),
        Column(Lead.modified_at, 130, shown=False),
        Column(Lead.converted_at, 130, shown=False),
        Column(Lead.team_id, 120, shown=False),
    ),
    filters=(Lead.status, Lead.owner_id, Lead.source, Lead.rating, Lead.created_at, Lead.next_step_on, Lead.industry),
    sections=(
        Section(
            mark("Section", "Person"),
            (
                Lead.salutation,
                Lead.family_name,
                Lead.given_name,
                Lead.job_title,
                Lead.mobile,
                Lead.phone,
                Lead.email,
                Lead.website,
            ),
        ),
        Section(
            mark("Section", "Company"),
            (
                Lead.company,
                Lead.tax_code,
                Lead.industry,
                Lead.employees,
                Lead.annual_revenue,
                Lead.province,
                Lead.ward,
                Lead.address,
            ),
        ),
        Section(
            mark("Section", "Following up"),
            (
                Lead.status,
                Lead.rating,
                Lead.source,
                Lead.campaign,
                Lead.next_step,
                Lead.next_step_on,
                Lead.owner_id,
                Lead.team_id,
            ),
        ),
        Section(
            mark("Section", "Consent and notes"),
            (Lead.do_not_call, Lead.do_not_email, Lead.marketing_consent, Lead.notes),
            wide=(Lead.notes,),
        ),
    ),
    preview=(
        Lead.company,
        Lead.job_title,
        Lead.mobile,
        Lead.phone,
        Lead.email,
        Lead.tax_code,
        Lead.address,
        Lead.province,
        Lead.source,
        Lead.next_step,
        Lead.next_step_on,
        Lead.owner_id,
    ),
    badges=(Lead.status, Lead.rating),
    figures=(Lead.annual_revenue,),
    presets=(
        Preset(mark("Preset", "Mine"), (where(Lead.owner_id, "in", "@me"),)),
        Preset(
            mark("Preset", "To contact today"),
            (where(Lead.next_step_on, "between", None, "@today"), where(Lead.status, "not_in", "converted", "junk")),
            sort=Lead.next_step_on,
        ),
        Preset(mark("Preset", "New in 30 days"), (where(Lead.created_at, "between", "@today-30", None),)),
        Preset(mark("Preset", "Hot"), (where(Lead.status, "in", "hot", "qualified"),)),
        Preset(mark("Preset", "Not contacted"), (where(Lead.status, "in", "new", "attempting"),)),
    ),
    actions=LEAD_ACTIONS,
    sort=Lead.modified_at,
    descending=True,
    look="person",
    importable=True,
    add_label=mark("EntityView", "Add lead"),
    purpose=mark(
        "EntityView",
        "Leads keep everyone who may buy, from the first call on, until they become customers with a deal.",
    ),
)
