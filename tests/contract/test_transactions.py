"""Whatever a person saves is one transaction: it is stored with its lines, history and number, or not at all."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from desktop_crm.errors import Invalid
from desktop_crm.models import RECORDS, Lead, Quote, Record, SalesOrder
from desktop_crm.models.fields import Kind, fields_of
from desktop_crm.services import documents, leads, orders, quotes, records
from desktop_crm.services.leads import ConversionPlan
from desktop_crm.storage.database import Database
from desktop_crm.views.modules import MODULES
from desktop_crm.views.records.declare import EntityView
from desktop_crm.views.records.form_window import FormWindow
from desktop_crm.views.shell.jobs import InlineRunner
from tests.factories import make_context
from tests.support import sales
from tests.support.full_records import make
from tests.support.statements import writing_transactions

ONE = ["begin", "commit"]
FORMS = [view for view in MODULES if view.module not in ("quote", "sales_order")]

every_module = pytest.mark.parametrize("entity", RECORDS, ids=lambda entity: entity.__tablename__)


@every_module
def test_making_and_changing_a_record_are_one_transaction_each(database: Database, entity: type[Record]) -> None:
    with writing_transactions(database) as seen:
        with database.writing(sales.SELLER) as unit:
            record = make(unit, entity)
        assert seen == ONE
        with database.writing(sales.SELLER) as unit:
            records.save(unit, entity, record.id, record.version, {"notes": "Gọi lại sau Tết"})
    assert seen == ONE * 2


@pytest.mark.parametrize("view", FORMS, ids=lambda view: view.module)
def test_a_form_saves_in_one_transaction(qtbot: Any, local_database: Database, view: EntityView) -> None:
    with local_database.writing(sales.SELLER) as unit:
        record_id = make(unit, view.entity).id
    form = FormWindow(make_context(local_database, InlineRunner()), view, record_id)
    qtbot.addWidget(form)
    for key, value in {"notes": "Gọi lại sau Tết", "tags": ["quan trọng"]}.items():
        form.binding.editors[key].set_value(value)
        form.binding.editors[key].edited.emit()
    with writing_transactions(local_database) as seen:
        form.save()
    assert seen == ONE
    assert sales.reload(local_database, view.entity, record_id).notes == "Gọi lại sau Tết"


@pytest.mark.parametrize("entity", [Quote, SalesOrder], ids=["quote", "sales_order"])
def test_a_document_with_its_lines_is_saved_in_one_transaction(database: Database, entity: Any) -> None:
    with writing_transactions(database) as seen:
        with sales.at_work(database) as unit:
            made = documents.save(unit, entity, None, None, sales.draft(unit, *[sales.line()] * 30, entity=entity))
        assert seen == ONE
        with sales.at_work(database) as unit:
            draft = documents.load(unit, entity, made.id).draft
            documents.save(unit, entity, made.id, made.version, replace(draft, lines=draft.lines[:-1]))
    assert seen == ONE * 2


def test_a_conversion_is_one_transaction(database: Database) -> None:
    with database.writing(sales.SELLER) as unit:
        lead = make(unit, Lead)
    with writing_transactions(database) as seen, database.writing(sales.SELLER) as unit:
        plan = ConversionPlan(create_organization=True, create_contact=True, opportunity={"name": "Máy tiện"})
        leads.convert(unit, lead.id, lead.version, plan)
    assert seen == ONE
    assert {change.action for change in unit.changes} == {"created", "changed"}


def test_an_order_from_a_quote_is_one_transaction(database: Database) -> None:
    with sales.at_work(database) as unit:
        quote = sales.quote(unit)
        quotes.issue(unit, quote.id)
    with writing_transactions(database) as seen, sales.at_work(database) as unit:
        orders.order_from_quote(unit, quote.id)
    assert seen == ONE


def too_long(entity: type[Record]) -> dict[str, str]:
    """A text that does not fit into its field."""
    field = next(f for f in fields_of(entity).values() if f.kind == Kind.TEXT and f.editable)
    return {field.key: "x" * ((field.length or 0) + 1)}


@every_module
def test_a_save_that_is_refused_is_rolled_back_as_a_whole(database: Database, entity: type[Record]) -> None:
    with database.writing(sales.SELLER) as unit:
        number = make(unit, entity).number
    with writing_transactions(database) as seen, pytest.raises(Invalid), database.writing(sales.SELLER) as unit:
        make(unit, entity)
        make(unit, entity, too_long(entity))
    assert seen == ["begin", "rollback"]
    with database.writing(sales.SELLER) as unit:
        following = make(unit, entity).number
    assert int(following[-4:]) == int(number[-4:]) + 1
