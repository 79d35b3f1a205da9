"""Contacts (Liên hệ) as the window shows them."""

from __future__ import annotations

from desktop_crm.i18n import mark
from desktop_crm.models import Contact, Opportunity, Quote, SalesOrder
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

CONTACTS = EntityView(
    Contact,
    icon="users",
    columns=(
        Column(Contact.title, 220, stretch=True, look="person", priority=1, label=mark("Column", "Full name")),
        Column(Contact.organization_id, 240, priority=1),
        Column(Contact.job_title, 150, priority=2),
        Column(Contact.buying_role, 110, priority=3),
        Column(Contact.mobile, 120, priority=2),
        Column(Contact.email, 190, priority=3),
        Column(Contact.owner_id, 150, look="person", priority=2),
        Column(Contact.number, 90, shown=False),
        Column(Contact.department, 140, shown=False),
        Column(Contact.phone, 120, shown=False),
        Column(Contact.email2, 190, shown=False),
        Column(Contact.zalo, 120, shown=False),
        Column(Contact.birthday, 110, shown=False),
        Column(Contact.anniversary, 110, shown=False),
        Column(Contact.reports_to_id, 160, look="person", shown=False),
        Column(Contact.source, 110, look="plain", shown=False),
        Column(Contact.province, 130, shown=False),
        Column(Contact.created_at, 130, shown=False),
        Column(Contact.modified_at, 130, shown=False),
        Column(Contact.team_id, 120, shown=False),
    ),
    filters=(
        Contact.organization_id,
        Contact.owner_id,
        Contact.buying_role,
        Contact.source,
        Contact.birthday,
        Contact.created_at,
        Contact.province,
    ),
    sections=(
        Section(
            mark("Section", "Person"),
            (
                Contact.salutation,
                Contact.family_name,
                Contact.given_name,
                Contact.organization_id,
                Contact.department,
                Contact.job_title,
                Contact.buying_role,
                Contact.reports_to_id,
                Contact.owner_id,
                Contact.team_id,
            ),
        ),
        Section(
            mark("Section", "Contact details"),
            (
                Contact.mobile,
                Contact.phone,
                Contact.email,
                Contact.email2,
                Contact.zalo,
                Contact.assistant,
                Contact.province,
                Contact.ward,
                Contact.address,
                Contact.tax_code,
            ),
        ),
        Section(
            mark("Section", "Personal"),
            (Contact.birthday, Contact.anniversary, Contact.interests, Contact.source),
        ),
        Section(
            mark("Section", "Consent and notes"),
            (Contact.email_consent, Contact.call_consent, Contact.message_consent, Contact.notes),
            wide=(Contact.notes,),
        ),
    ),
    preview=(
        Contact.organization_id,
        Contact.job_title,
        Contact.department,
        Contact.mobile,
        Contact.phone,
        Contact.email,
        Contact.zalo,
        Contact.birthday,
        Contact.address,
        Contact.province,
        Contact.owner_id,
        Contact.source,
    ),
    badges=(Contact.buying_role,),
    presets=(
        Preset(mark("Preset", "Mine"), (where(Contact.owner_id, "in", "@me"),)),
        Preset(mark("Preset", "Decide"), (where(Contact.buying_role, "in", "decides"),)),
        Preset(mark("Preset", "New in 30 days"), (where(Contact.created_at, "between", "@today-30", None),)),
        Preset(mark("Preset", "Without an organization"), (where(Contact.organization_id, "is_empty"),)),
    ),
    related=(
        Related(
            Opportunity.contact_id,
            (
                Column(Opportunity.name, 220, stretch=True, look="strong"),
                Column(Opportunity.stage, 140),
                Column(Opportunity.amount, 130, total=True),
                Column(Opportunity.expected_close_date, 110),
                Column(Opportunity.owner_id, 150, look="person"),
            ),
        ),
        Related(
            Quote.contact_id,
            (
                Column(Quote.number, 140, look="link"),
                Column(Quote.subject, 200, stretch=True),
                Column(Quote.status, 120),
                Column(Quote.valid_until, 100),
                Column(Quote.grand_total, 130, total=True),
            ),
        ),
        Related(
            SalesOrder.contact_id,
            (
                Column(SalesOrder.number, 140, look="link"),
                Column(SalesOrder.subject, 200, stretch=True),
                Column(SalesOrder.status, 120),
                Column(SalesOrder.order_date, 100),
                Column(SalesOrder.grand_total, 130, total=True),
            ),
        ),
        Related(
            Contact.reports_to_id,
            (
                Column(Contact.title, 180, stretch=True, look="person", label=mark("Column", "Full name")),
                Column(Contact.job_title, 150),
                Column(Contact.mobile, 120),
                Column(Contact.email, 190),
            ),
        ),
    ),
    actions=(
        Action(
            "new_quote",
            mark("Action", "Quote"),
            "file-plus",
            NewRelated(Quote.contact_id, ((Quote.organization_id, Contact.organization_id),)),
        ),
        Action(
            "new_opportunity",
            mark("Action", "Opportunity"),
            "target",
            NewRelated(Opportunity.contact_id, ((Opportunity.organization_id, Contact.organization_id),)),
        ),
    ),
    look="person",
    importable=True,
    add_label=mark("EntityView", "Add contact"),
    purpose=mark(
        "EntityView",
        "Contacts are the people you talk to: who decides, who evaluates, and how each one wants to be reached.",
    ),
)
