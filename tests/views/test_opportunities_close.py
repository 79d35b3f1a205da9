"""Moving an opportunity through its stages, and closing it."""

from __future__ import annotations

from typing import Any

import pytest

from desktop_crm.models import Opportunity
from desktop_crm.services import records
from desktop_crm.storage.database import Actor, Database
from desktop_crm.views.context import Context
from desktop_crm.views.modules import by_module
from desktop_crm.views.opportunities_close import CloseDialog, OpportunityForm
from desktop_crm.views.shell.jobs import InlineRunner
from tests.factories import make_context

USER = Actor(1, "admin", "Quản trị")


@pytest.fixture
def context(local_database: Database) -> Context:
    return make_context(local_database, InlineRunner())


@pytest.fixture
def form(qtbot: Any, context: Context) -> OpportunityForm:
    with context.database.writing(USER) as unit:
        made = records.create(unit, Opportunity, {"name": "Nâng cấp xưởng", "amount": 100})
    declared = by_module("opportunity")
    assert declared.form is not None
    form = declared.form(context, made.id, {})
    assert isinstance(form, OpportunityForm)
    qtbot.addWidget(form)
    form.resize(1300, 800)
    form.show()
    return form


def stored(form: OpportunityForm) -> Opportunity:
    with form.context.database.reading() as unit:
        return unit.get(Opportunity, form.record_id or 0)


def test_a_click_on_a_stage_moves_there_with_its_probability(form: OpportunityForm) -> None:
    form.stages._go(6)
    assert (stored(form).stage, stored(form).probability) == ("quote", 65)
    form.context.messages.undo()
    assert stored(form).stage == "prospecting"


def test_a_stage_joins_other_unsaved_changes_instead_of_saving_them(form: OpportunityForm) -> None:
    form.binding.put("name", "Tên khác")
    form.stages._go(1)
    assert stored(form).stage == "prospecting"
    assert form.binding.dirty() == {"name", "stage"}


def test_lost_needs_a_reason(form: OpportunityForm) -> None:
    form.go_to_stage("")
    dialog = form.findChildren(CloseDialog)[0]
    dialog.lost.setChecked(True)
    dialog.save()
    assert stored(form).stage == "prospecting"
    assert dialog.binding.faulty() == ["lost_reason"]
    dialog.binding.put("lost_reason", "price")
    dialog.save()
    assert (stored(form).stage, stored(form).lost_reason) == ("lost", "price")
    assert form.binding.value("stage") == "lost"


def test_won_keeps_the_final_amount_and_can_be_undone(form: OpportunityForm) -> None:
    form.go_to_stage("")
    dialog = form.findChildren(CloseDialog)[0]
    dialog.binding.put("amount", 90)
    dialog.save()
    won = stored(form)
    assert (won.stage, won.amount, won.probability) == ("won", 90, 100)
    assert won.closed_on is not None
    form.context.messages.undo()
    again = stored(form)
    assert (again.stage, again.amount, again.closed_on) == ("prospecting", 100, None)
