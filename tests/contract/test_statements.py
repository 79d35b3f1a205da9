"""Opening a record takes a fixed number of statements in every module, however much hangs on it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from sqlalchemy import insert, inspect

from desktop_crm.models import HistoryEntry, Quote, Record, SalesOrder
from desktop_crm.models.fields import fields_of
from desktop_crm.services import deliveries, documents, notes, orders
from desktop_crm.services.choices import load_choices
from desktop_crm.services.drafts import GroupDraft
from desktop_crm.services.reading import open_record, parts_of
from desktop_crm.storage.database import Database, UnitOfWork
from desktop_crm.views.modules import MODULES
from desktop_crm.views.quotes.loading import open_document
from desktop_crm.views.records.declare import EntityView
from desktop_crm.views.records.loaded import load_record
from desktop_crm.views.records.related import RelatedTabs
from desktop_crm.views.shell.jobs import InlineRunner
from tests.factories import make_context
from tests.support import sales
from tests.support.full_records import full_values, make, target_row, value_for
from tests.support.statements import count_reading, statements

FEW, MANY = 1, 50

OPENING = 3
"""The record, its surroundings, and the added fields of its module; each part of the record is one more."""
NAMES_IN_HISTORY = 1

every_module = pytest.mark.parametrize("view", MODULES, ids=lambda view: view.module)


def hang(unit: UnitOfWork, view: EntityView, count: int) -> int:
    """A full record with `count` of everything that can hang on it; its id."""
    values = full_values(unit, view.entity)
    record = make(unit, view.entity, {key: value for key, value in values.items() if "discount" not in key})
    for place in range(count):
        notes.add_comment(unit, record, f"Đã gọi lần {place}")
        notes.attach_bytes(unit, record, f"{place}.pdf", b"%PDF")
    notes.set_tags(unit, record, [f"nhãn {place}" for place in range(count)])
    unit.session.execute(insert(HistoryEntry), [_entry(unit, record, place) for place in range(count)])
    for related in view.related:
        for one in [make(unit, related.entity) for _ in range(count)]:
            setattr(one, related.key, record.id)
    for part in parts_of(view.entity):
        getattr(record, part).extend(_part(unit, view.entity, part) for _ in range(count))
    return record.id


def _entry(unit: UnitOfWork, record: Record, place: int) -> dict[str, Any]:
    owner = target_row(unit, "app_user")
    told = {"action": "changed", "changes": [["owner_id", None, owner], ["notes", "", str(place)]]}
    return {"module": record.__tablename__, "record_id": record.id, "at": unit.now, "user_name": "Hà", **told}


def _part(unit: UnitOfWork, entity: type[Record], part: str) -> Any:
    row_class = inspect(entity).relationships[part].mapper.class_
    described = [field for field in fields_of(row_class).values() if field.editable]
    choices = load_choices(unit)
    return row_class(**{field.key: value_for(unit, field, choices) for field in described})


@pytest.fixture(params=[FEW, MANY])
def count(request: pytest.FixtureRequest) -> int:
    return int(request.param)


@every_module
def test_a_record_is_opened_in_a_fixed_number_of_statements(database: Database, view: EntityView, count: int) -> None:
    with database.writing() as unit:
        record_id = hang(unit, view, count)
    related = [(each.entity, each.key) for each in view.related]
    parts = len(parts_of(view.entity))
    assert count_reading(database, lambda unit: open_record(unit, view.entity, record_id, related)) == OPENING + parts
    form = count_reading(database, lambda unit: load_record(unit, view.entity, record_id, related))
    assert form == OPENING + parts + NAMES_IN_HISTORY
    with database.reading() as unit:
        found = open_record(unit, view.entity, record_id, related)
    assert len(found.tags) == len(found.files) == count
    assert {len(found.values[part]) for part in parts_of(view.entity)} <= {count, count + 1}  # a first stage
    assert set(found.counts.values()) <= {count}
    assert len(found.counts) == len(related)


EACH_LIST = 2
"""A page of a related list and, at the most and only once, what a list wants to know of its table."""


@pytest.mark.parametrize("view", [view for view in MODULES if view.related], ids=lambda view: view.module)
def test_each_related_list_takes_as_many_statements_for_many_rows_as_for_few(
    qtbot: Any, local_database: Database, view: EntityView
) -> None:
    first, few, many = (_of_lists(qtbot, local_database, view, count) for count in (FEW, FEW, MANY))
    assert first <= EACH_LIST * len(view.related)
    assert few == many


def _of_lists(qtbot: Any, database: Database, view: EntityView, count: int) -> int:
    """How many statements it takes to show every related list of a record."""
    with database.writing() as unit:
        record_id = hang(unit, view, count)
    with database.reading() as unit:
        record = open_record(unit, view.entity, record_id)
    tabs = RelatedTabs(make_context(database, InlineRunner()), view.related)
    qtbot.addWidget(tabs)
    with statements(database) as said:
        tabs.show_view(record)
        for _ in view.related[1:]:
            qtbot.keyClick(tabs.tabs, Qt.Key.Key_Right)
    assert [len(each.model.rows) for each in tabs.lists.values()] == [count] * len(view.related)
    return len([text for text in said if not text.startswith("BEGIN")])


EDITOR = 4
"""Tax rates, the discount's limit, costs, wording; an order's delivered lines instead of costs."""


def test_the_quote_editor_loads_in_a_fixed_number_of_statements(database: Database, count: int) -> None:
    with sales.at_work(database) as unit:
        saved = sales.quote(unit)
        draft = documents.load(unit, Quote, saved.id).draft
        lines = tuple(sales.line(product_id=sales.product(unit, f"M{i}").id, group=i) for i in range(count))
        groups = tuple(GroupDraft(None, f"Nhóm {i}") for i in range(count))
        head = {**draft.values, "organization_id": sales.organization(unit).id}
        documents.save(unit, Quote, saved.id, saved.version, replace(draft, values=head, lines=lines, groups=groups))
    asked = count_reading(database, lambda unit: open_document(unit, Quote, saved.id))
    assert asked == OPENING + len(parts_of(Quote)) + EDITOR == 9


def test_the_order_editor_loads_in_a_fixed_number_of_statements(database: Database, count: int) -> None:
    with sales.at_work(database) as unit:
        order = sales.order(unit, *(sales.line("2") for _ in range(count)))
        orders.approve(unit, order.id)
        for line in order.lines:
            deliveries.deliver(unit, order.id, unit.today, {line.id: line.quantity / 2})
    asked = count_reading(database, lambda unit: open_document(unit, SalesOrder, order.id))
    assert asked == OPENING + len(parts_of(SalesOrder)) + EDITOR == 11


SAVING = 8
"""Rates, added fields, codes of lists and the series; the quote, its lines, the series, the history. In a file also
the quote's id: it must not be one that was erased."""


def test_a_quote_is_saved_in_a_fixed_number_of_statements(database: Database) -> None:
    with sales.at_work(database) as unit:
        sold = [sales.product(unit, f"M{place}").id for place in range(MANY)]
        drafts = [
            sales.draft(unit, *(sales.line(product_id=product_id) for product_id in sold[:lines]))
            for lines in (FEW, MANY)
        ]
    asked = []
    with sales.at_work(database) as unit:
        sales.quote(unit)  # the first number of a year is looked for among those given
    for draft in drafts:
        with statements(database) as said, sales.at_work(database) as unit:
            documents.save(unit, Quote, None, None, draft)
        asked.append(len([text for text in said if not text.startswith("BEGIN")]))
    saving = SAVING + 1 if database.is_local else SAVING - 1  # a server counts numbers in one statement
    assert asked == [saving, saving + 1]  # the ids of many lines are drawn first
