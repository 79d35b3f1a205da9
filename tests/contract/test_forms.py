"""What the form of every module keeps: it opens empty and full, shows what is stored, saves it back, guards it."""

from __future__ import annotations

from typing import Any

import pytest

from desktop_crm.models.fields import Kind, fields_of
from desktop_crm.services import records
from desktop_crm.storage.database import Actor, Database
from desktop_crm.views.modules import MODULES
from desktop_crm.views.records.declare import EntityView
from desktop_crm.views.records.form_window import FormWindow
from desktop_crm.views.shell.jobs import InlineRunner
from tests.factories import make_context
from tests.support.full_records import full_values, make

ACTOR = Actor(1, "admin", "Quản trị")
OTHER = Actor(1, "viet", "Phạm Quốc Việt")
FORMS = [view for view in MODULES if view.module not in ("quote", "sales_order")]

pytestmark = pytest.mark.parametrize("declared", FORMS, ids=lambda view: view.module)


def filled(database: Database, declared: EntityView) -> int:
    with database.writing(ACTOR) as unit:
        return make(unit, declared.entity, full_values(unit, declared.entity)).id


def form_of(qtbot: Any, database: Database, declared: EntityView, record_id: int | None = None) -> FormWindow:
    form = FormWindow(make_context(database, InlineRunner()), declared, record_id)
    qtbot.addWidget(form)
    form.resize(1200, 800)
    form.show()
    return form


def a_text(declared: EntityView) -> str:
    """A plain text field that no rule of the module looks at."""
    fields = [f for s in declared.sections for f in (fields_of(declared.entity)[a.key] for a in s.attributes)]
    plain = [f.key for f in fields if f.kind == Kind.TEXT and f.editable and f.key != "province"]
    return plain[0]


def another_text(declared: EntityView) -> str:
    fields = [f for s in declared.sections for f in (fields_of(declared.entity)[a.key] for a in s.attributes)]
    return [f.key for f in fields if f.kind == Kind.TEXT and f.editable and f.key != "province"][1]


def type_into(form: FormWindow, key: str, text: str) -> None:
    line = form.binding.editors[key].control
    line.setText(text)  # type: ignore[attr-defined]
    line.textEdited.emit(text)  # type: ignore[attr-defined]


def test_a_full_record_shows_every_field_and_is_not_changed_by_that(
    qtbot: Any, local_database: Database, declared: EntityView
) -> None:
    form = form_of(qtbot, local_database, declared, filled(local_database, declared))
    assert form.view is not None
    assert not form.dirty()
    for key, editor in form.binding.editors.items():
        if key in form.view.values:
            assert editor.value() == form.view.values[key], key


def test_every_editor_round_trips_its_value_as_text(qtbot: Any, local_database: Database, declared: EntityView) -> None:
    form = form_of(qtbot, local_database, declared, filled(local_database, declared))
    assert form.view is not None
    blank = form_of(qtbot, local_database, declared)
    for key, editor in form.binding.editors.items():
        fresh = blank.binding.editors[key]
        fresh.set_typed(editor.typed())
        assert fresh.value() == editor.value(), key


def test_a_new_record_is_saved_with_what_was_entered(
    qtbot: Any, local_database: Database, declared: EntityView
) -> None:
    form = form_of(qtbot, local_database, declared)
    with local_database.writing(ACTOR) as unit:
        values = full_values(unit, declared.entity)
    shown = {key: value for key, value in values.items() if key in form.binding.editors}
    for key, value in shown.items():
        editor = form.binding.editors[key]
        relation = form.binding.fields[key].kind == Kind.RELATION
        editor.set_value((value, "tên") if relation else value)
        editor.edited.emit()
    with qtbot.waitSignal(form.record_shown) as made:
        form.save()
    with local_database.reading() as unit:
        record = unit.get(declared.entity, made.args[0])
        stored = {key: getattr(record, key) for key in shown}
    assert stored == shown
    assert not form.dirty()
    assert form.record_id == made.args[0]


def test_what_is_required_is_asked_for(qtbot: Any, local_database: Database, declared: EntityView) -> None:
    form = form_of(qtbot, local_database, declared)
    required = [k for k, f in form.binding.fields.items() if f.required and f.editable and not form.binding.value(k)]
    form.save()
    assert form.record_id is None or not required
    assert form.binding.faulty() == required


def test_a_change_of_another_field_elsewhere_is_merged(
    qtbot: Any, local_database: Database, declared: EntityView
) -> None:
    key, other = a_text(declared), another_text(declared)
    record_id = filled(local_database, declared)
    form = form_of(qtbot, local_database, declared, record_id)
    type_into(form, key, "Của tôi")
    with local_database.writing(OTHER) as unit:
        records.save(unit, declared.entity, record_id, 1, {other: "Của họ"})
    form.save()
    with local_database.reading() as unit:
        record = unit.get(declared.entity, record_id)
        assert (getattr(record, key), getattr(record, other)) == ("Của tôi", "Của họ")
    assert form.context.messages.texts


@pytest.mark.parametrize("mine", [True, False])
def test_a_change_of_the_same_field_elsewhere_is_asked_about(
    qtbot: Any, local_database: Database, declared: EntityView, mine: bool
) -> None:
    key = a_text(declared)
    record_id = filled(local_database, declared)
    form = form_of(qtbot, local_database, declared, record_id)
    type_into(form, key, "Của tôi")
    with local_database.writing(OTHER) as unit:
        records.save(unit, declared.entity, record_id, 1, {key: "Của họ"})
    form.save()
    dialog = form.saver.dialog
    assert dialog is not None
    assert form.dirty()
    dialog.choose(key, mine=mine)
    dialog._save()
    with local_database.reading() as unit:
        assert getattr(unit.get(declared.entity, record_id), key) == ("Của tôi" if mine else "Của họ")
    assert not form.dirty()


def test_leaving_with_unsaved_changes_asks_first(
    qtbot: Any, local_database: Database, declared: EntityView, monkeypatch: pytest.MonkeyPatch
) -> None:
    record_id = filled(local_database, declared)
    form = form_of(qtbot, local_database, declared, record_id)
    assert form.can_leave()
    answers = iter(["stay", "", "save"])
    monkeypatch.setattr("desktop_crm.views.records.form_window.choose", lambda *_: next(answers))
    type_into(form, a_text(declared), "Của tôi")
    assert not form.can_leave()
    assert not form.can_leave()
    assert form.can_leave()
    with local_database.reading() as unit:
        assert getattr(unit.get(declared.entity, record_id), a_text(declared)) == "Của tôi"
