"""Converting a lead by its dialog."""

from __future__ import annotations

from typing import Any

import pytest

from desktop_crm.models import Contact, Lead, Opportunity, Organization
from desktop_crm.services import records
from desktop_crm.storage.database import Actor, Database
from desktop_crm.views.context import Context
from desktop_crm.views.leads_convert import ConvertLeadDialog, ask_and_convert
from desktop_crm.views.modules import by_module
from desktop_crm.views.records.form_window import FormWindow
from desktop_crm.views.shell.jobs import InlineRunner
from tests.factories import make_context

USER = Actor(1, "admin", "Quản trị")


@pytest.fixture
def context(local_database: Database) -> Context:
    return make_context(local_database, InlineRunner())


def asked(qtbot: Any, context: Context, **values: Any) -> tuple[FormWindow, ConvertLeadDialog]:
    with context.database.writing(USER) as unit:
        lead = records.create(unit, Lead, values)
    form = FormWindow(context, by_module("lead"), lead.id)
    qtbot.addWidget(form)
    form.show()
    assert form.view is not None
    ask_and_convert(context, form.view, form)
    return form, form.findChildren(ConvertLeadDialog)[0]


def test_a_known_company_is_proposed_and_the_rest_made(qtbot: Any, context: Context) -> None:
    with context.database.writing(USER) as unit:
        known = records.create(unit, Organization, {"name": "HTX Ổn Ưu", "phone": "0912345678"})
    form, dialog = asked(qtbot, context, given_name="Ẩn", company="HTX Ổn Ưu", mobile="0912345678")
    assert dialog.organization.chosen() == known.id
    assert dialog.contact.chosen() == "new"
    dialog.binding.put("amount", 5_000_000)
    dialog.convert()
    form.refresh()
    assert form.view is not None
    with context.database.reading() as unit:
        opportunity = unit.get(Opportunity, form.view.relations["opportunity_id"][0])
        assert (opportunity.name, opportunity.amount) == ("HTX Ổn Ưu", 5_000_000)
        assert opportunity.organization_id == known.id
        assert unit.get(Contact, opportunity.contact_id).given_name == "Ẩn"
    assert form.binding.editors["company"].locked


def test_a_conversion_is_undone_from_the_message(qtbot: Any, context: Context) -> None:
    form, dialog = asked(qtbot, context, given_name="Ẩn", company="HTX Ổn Ưu")
    dialog.with_opportunity.setChecked(False)
    dialog.convert()
    context.messages.undo()
    form.refresh()
    assert form.view is not None
    assert form.view.values["converted_at"] is None
    with context.database.reading() as unit:
        assert unit.get(Organization, 1).deleted_at is not None


def test_nothing_to_become_is_said_in_the_dialog(qtbot: Any, context: Context) -> None:
    _, dialog = asked(qtbot, context, given_name="Ẩn")
    dialog.contact.choose("none")
    dialog.convert()
    assert dialog.made is None
    assert dialog._fault.text()
    dialog.contact.choose("new")
    dialog.binding.put("name", "")
    dialog.convert()
    assert dialog.binding.faulty() == ["name"]
