"""Rights in every module: a hidden field is nowhere, a read-only one is not changed, no action without its right."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QPushButton, QWidget

from desktop_crm.errors import Forbidden, Refused
from desktop_crm.exchange.exporting import export
from desktop_crm.exchange.targets import IMPORTABLE, fields_for
from desktop_crm.exchange.workbook import read_table
from desktop_crm.i18n import translate
from desktop_crm.models.fields import Kind, fields_of
from desktop_crm.models.rights import NOTHING, FieldLevel, Grant, Reach, Rights
from desktop_crm.services import custom_fields, records
from desktop_crm.services.choices import load_choices
from desktop_crm.services.fields_shown import blank, hideable
from desktop_crm.services.printouts import printout
from desktop_crm.services.reading import open_record
from desktop_crm.services.telling import in_words, listed, told
from desktop_crm.storage.database import Actor, Database
from desktop_crm.storage.listing import Query
from desktop_crm.storage.listing import custom_fields as added_to
from desktop_crm.views.modules import MODULES, by_module
from desktop_crm.views.quotes.editor import DocumentEditor, open_editor
from desktop_crm.views.records import list_menus
from desktop_crm.views.records.bulk import editable
from desktop_crm.views.records.columns import all_columns
from desktop_crm.views.records.declare import EntityView
from desktop_crm.views.records.form_window import FormWindow
from desktop_crm.views.records.list_window import ListWindow
from desktop_crm.views.records.quick_create import asked_fields
from desktop_crm.views.shell.jobs import InlineRunner
from tests.factories import make_context
from tests.support.full_records import full_values, make, value_for
from tests.support.people import with_rights

FULL = Grant(Reach.ALL, Reach.ALL, Reach.ALL, Reach.ALL, export=True, print=True)
CUSTOM = "custom.dinh_muc"
every_module = pytest.mark.parametrize("view", MODULES, ids=lambda view: view.module)
DOCUMENTS = ("quote", "sales_order")


def concealed(view: EntityView) -> set[str]:
    """Every field of the module that a role can hide, its custom field too."""
    own = {key for key, field in fields_of(view.entity).items() if hideable(view.module, field) is None}
    return own - {"deleted_at"} | {CUSTOM}


def actor(database: Database, view: EntityView, level: FieldLevel | None = None, **changes: Any) -> Actor:
    """The first user with all rights but those said of this module."""
    context = make_context(database, InlineRunner())
    grants = {one.module: FULL for one in MODULES} | {view.module: replace(FULL, **changes)}
    fields = {(view.module, key): level for key in concealed(view)} if level is not None else {}
    return with_rights(replace(context.actor, rights=Rights(administers=True)), grants, fields)


def context_of(database: Database, user: Actor) -> Any:
    return replace(make_context(database, InlineRunner()), actor=user)


def filled(database: Database, view: EntityView) -> int:
    """A record with every field filled, then one change of each, so that history speaks of them."""
    with database.writing(Actor(1, "admin", "Quản trị")) as unit:
        if not any(f.key == CUSTOM for f in added_to(unit.session, view.module).values()):
            custom_fields.define(unit, view.module, "Định mức", Kind.TEXT, searched=False)
        values = full_values(unit, view.entity)
        kept = {key: value for key, value in values.items() if "discount" not in key}
        record = make(unit, view.entity)
        record_id, version = record.id, record.version
    with database.writing(Actor(1, "admin", "Quản trị")) as unit:
        records.save(unit, view.entity, record_id, version, {**kept, CUSTOM: "mười hai"})
    return record_id


def label_of(view: EntityView, key: str) -> str:
    return "Định mức" if key == CUSTOM else translate(fields_of(view.entity)[key].label)


def labels_hidden(view: EntityView) -> set[str]:
    """What hidden fields are called and no other field of the module is."""
    gone = concealed(view)
    others = {label_of(view, key) for key in fields_of(view.entity) if key not in gone}
    return {label_of(view, key) for key in gone} - others


@every_module
def test_a_hidden_field_is_not_read(database: Database, view: EntityView) -> None:
    record_id, gone = filled(database, view), concealed(view)
    with database.reading(actor(database, view, FieldLevel.HIDDEN)) as unit:
        read = open_record(unit, view.entity, record_id)
        json = told(unit, view.entity, read.number)
        words = in_words(unit, view.entity, read.number)
        row = next(iter(listed(unit, view.entity, "", 1)))
    own = fields_of(view.entity)
    assert {key: read.values[key] for key in gone} == {key: blank(own[key]) if key in own else None for key in gone}
    assert not gone & read.relations.keys()
    assert CUSTOM not in read.custom
    assert not {change[0] for one in read.timeline for change in one.changes} & gone
    assert not gone & json.keys()
    assert not gone & row.keys()
    assert not {line.split(":")[0] for line in words.splitlines()[1:]} & labels_hidden(view)
    assert "mười hai" not in words


@every_module
def test_a_hidden_field_is_not_in_forms(qtbot: Any, local_database: Database, view: EntityView) -> None:
    record_id, gone = filled(local_database, view), concealed(view)
    context = context_of(local_database, actor(local_database, view, FieldLevel.HIDDEN))
    for shown_id in (record_id, None):
        if view.module in DOCUMENTS:
            page: Any = open_editor(context, shown_id, {}, view.entity)  # type: ignore[arg-type]
        else:
            page = FormWindow(context, view, shown_id)
        qtbot.addWidget(page)
        page.resize(1200, 800)
        page.show()
        binding = page.head.binding if isinstance(page, DocumentEditor) else page.binding
        seen = {key for key, frame in binding.frames.items() if not frame.isHidden()}
        assert not seen & gone
        assert not binding.dirty()
    assert not {field.key for field in asked_fields(view.entity, context.rights)} & gone


@every_module
def test_a_hidden_field_is_not_in_lists(qtbot: Any, local_database: Database, view: EntityView) -> None:
    filled(local_database, view)
    gone = concealed(view)
    context = context_of(local_database, actor(local_database, view, FieldLevel.HIDDEN))
    page = ListWindow(context, view)
    qtbot.addWidget(page)
    page.resize(1300, 800)
    page.show()
    page.preview.show_record(page.model.row_at(0).id)  # type: ignore[union-attr]
    page.preview.read()
    assert not {column.key for column in all_columns(page.view, page.custom)} & gone
    assert not page._fields.keys() & gone
    assert not {field.key for field in editable(page._fields)} & gone
    menu = page.arranging.open_sort_menu()
    assert not {action.text() for action in menu.actions()} & labels_hidden(view)
    menu.close()
    for state in (each.state for each in page.tabs.views):
        assert not {condition.key for condition in state.conditions} & gone
        assert state.sort not in gone
    words = {
        label.text() for label in page.preview.findChildren(QWidget) if hasattr(label, "text") and callable(label.text)
    }
    assert not words & (labels_hidden(view) | {"mười hai"})


@every_module
def test_a_hidden_field_leaves_in_no_file(database: Database, view: EntityView, tmp_path: Path) -> None:
    record_id, gone = filled(database, view), concealed(view)
    user = actor(database, view, FieldLevel.HIDDEN)
    path = tmp_path / "list.xlsx"
    assert export(database, user, Query(view.entity), path)
    table = read_table(path)
    assert not {header.text for header in table.headers} & labels_hidden(view)
    with pytest.raises(Refused):
        export(database, user, Query(view.entity), path, ["number", CUSTOM])
    with pytest.raises(Forbidden):
        export(database, user, Query(view.entity, sort=next(iter(gone - {CUSTOM}))), path)
    with database.reading(user) as unit:
        if view.entity in IMPORTABLE:
            assert not fields_for(unit, view.entity).keys() & gone
        if view.printable:
            record, _, _ = printout(unit, view.entity, record_id)
            assert not any(getattr(record, key) for key in gone - {CUSTOM})


@every_module
def test_a_field_that_is_not_ones_own_to_change_is_refused_by_name(database: Database, view: EntityView) -> None:
    record_id = filled(database, view)
    for level in (FieldLevel.READ_ONLY, FieldLevel.HIDDEN):
        user = actor(database, view, level)
        with database.writing(user) as unit:
            record = unit.get(view.entity, record_id)
            with pytest.raises(Forbidden, match="Định mức"):
                records.save(unit, view.entity, record_id, record.version, {CUSTOM: "khác"})
            with pytest.raises(Forbidden, match=label_of(view, "notes")):
                records.change_many(unit, view.entity, [record_id], {"notes": "khác"})
            records.assign(unit, record, {"notes": record.notes})  # as it was


@every_module
def test_a_field_that_may_only_be_read_is_seen_and_not_edited(
    qtbot: Any, local_database: Database, view: EntityView
) -> None:
    record_id, kept = filled(local_database, view), concealed(view)
    context = context_of(local_database, actor(local_database, view, FieldLevel.READ_ONLY))
    if view.module in DOCUMENTS:
        page: Any = open_editor(context, record_id, {}, view.entity)  # type: ignore[arg-type]
        binding = page.head.binding
    else:
        page = FormWindow(context, view, record_id)
        binding = page.binding
    qtbot.addWidget(page)
    page.resize(1200, 800)
    page.show()
    mine = kept & binding.editors.keys()
    assert mine
    assert all(binding.editors[key].locked for key in mine)
    free = [key for key, editor in binding.editors.items() if not editor.locked]
    assert free
    assert not kept & set(free)
    with local_database.reading(context.actor) as unit:
        if view.entity in IMPORTABLE:
            assert not fields_for(unit, view.entity).keys() & kept


# -- what is offered


def words_of(menu: Any) -> set[str]:
    return {action.text() for action in menu.actions() if action.text()}


def list_of(qtbot: Any, database: Database, view: EntityView, **changes: Any) -> ListWindow:
    page = ListWindow(context_of(database, actor(database, view, **changes)), view)
    qtbot.addWidget(page)
    page.resize(1300, 800)
    page.show()
    return page


def buttons(page: QWidget) -> set[str]:
    return {one.accessibleName() for one in page.findChildren(QPushButton) if one.isVisible()}


@every_module
def test_without_the_right_to_create_nothing_is_added(qtbot: Any, local_database: Database, view: EntityView) -> None:
    page = list_of(qtbot, local_database, view, create=Reach.NONE)
    assert not {translate(view.add_label), "Nhập Excel"} & buttons(page)
    with local_database.writing(page.context.actor) as unit, pytest.raises(Forbidden):
        make(unit, view.entity)


@every_module
def test_without_the_right_to_export_nothing_is_written(
    qtbot: Any, local_database: Database, view: EntityView, tmp_path: Path
) -> None:
    page = list_of(qtbot, local_database, view, export=False)
    assert "Xuất Excel" not in buttons(page)
    assert not any("Xuất" in words for words in words_of(page._menu))
    assert page.export() is None
    with pytest.raises(Forbidden):
        export(local_database, page.context.actor, Query(view.entity), tmp_path / "x.xlsx")


@every_module
def test_without_the_right_to_change_or_delete_the_menu_only_opens(
    qtbot: Any, local_database: Database, view: EntityView
) -> None:
    filled(local_database, view)
    page = list_of(qtbot, local_database, view, change=Reach.NONE, delete=Reach.NONE, export=False)
    assert words_of(page._menu) == {"Mở"}
    assert not any("hùng rác" in words for words in words_of(list_menus.more_menu(page)))
    before = page.model.rowCount()
    page.grid.selectRow(0)
    assert page.bulk.edit(page._fields) is None
    assert page.bulk.share() is None
    page.bulk.delete()
    assert page.model.rowCount() == before


@every_module
def test_a_record_out_of_reach_opens_to_be_read(qtbot: Any, local_database: Database, view: EntityView) -> None:
    record_id = filled(local_database, view)
    user = actor(local_database, view, change=Reach.OWN, delete=Reach.OWN, print=False)
    with local_database.writing() as unit:
        unit.get(view.entity, record_id).owner_id = None
    context = context_of(local_database, user)
    if view.module in DOCUMENTS:
        page: Any = open_editor(context, record_id, {}, view.entity)  # type: ignore[arg-type]
        binding, said = page.head.binding, words_of(page.title.more_menu)
        assert page.panel.model.locked
        assert page._lock_bar.isVisibleTo(page)
    else:
        page = FormWindow(context, view, record_id)
        binding, said = page.binding, words_of(page.header.menu)
    qtbot.addWidget(page)
    assert all(editor.locked for editor in binding.editors.values())
    assert not {"Xóa", "Chia sẻ…", "Chuyển vào thùng rác"} & said
    assert "Ai xem được?" in said
    with local_database.writing(user) as unit:
        record = unit.get(view.entity, record_id)
        with pytest.raises(Forbidden):
            records.save(unit, view.entity, record_id, record.version, {"notes": "khác"})
        with pytest.raises(Forbidden):
            records.delete(unit, view.entity, [record_id])


@every_module
def test_a_module_that_is_not_seen_is_related_to_nothing(
    qtbot: Any, local_database: Database, view: EntityView
) -> None:
    user = actor(local_database, view, see=Reach.NONE)
    user = replace(user, rights=replace(user.rights, grants={**user.rights.grants, view.module: NOTHING}))
    for other in MODULES:
        page = ListWindow(context_of(local_database, user), other)
        qtbot.addWidget(page)
        assert view.module not in {related.entity.__tablename__ for related in page.view.related}
        assert not {f"new_{view.module}"} & {action.key for action in page.view.actions}


def test_without_the_right_to_print_there_is_no_paper(qtbot: Any, local_database: Database) -> None:
    view = by_module("quote")
    record_id = filled(local_database, view)
    user = actor(local_database, view, print=False)
    page: Any = open_editor(context_of(local_database, user), record_id, {})
    qtbot.addWidget(page)
    assert not page.title.print_button.isVisibleTo(page)
    page.print_document()
    assert page.context.navigator.calls == []
    with local_database.reading(user) as unit, pytest.raises(Forbidden):
        printout(unit, view.entity, record_id)


def test_a_custom_field_has_a_value_in_these_tests(local_database: Database) -> None:
    view = by_module("organization")
    record_id = filled(local_database, view)
    with local_database.reading() as unit:
        read = open_record(unit, view.entity, record_id)
        choices = load_choices(unit)
    assert read.values[CUSTOM] == "mười hai"
    assert value_for(unit, read.custom[CUSTOM], choices) is not None
