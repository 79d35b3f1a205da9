"""The form of a record: faults, duplicates, drafts, changes made elsewhere, related lists, timeline, files."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt

from desktop_crm.models import Contact, Contract, CustomField, Lead, Organization
from desktop_crm.services import notes, records
from desktop_crm.storage.database import Actor, Database
from desktop_crm.storage.history import Change
from desktop_crm.storage.listing import Query
from desktop_crm.views.context import Context
from desktop_crm.views.modules import by_module
from desktop_crm.views.records.form_window import FormWindow
from desktop_crm.views.records.walk import Trail
from desktop_crm.views.shell.jobs import InlineRunner
from tests.factories import make_context

USER = Actor(1, "admin", "Quản trị")


@pytest.fixture
def context(local_database: Database) -> Context:
    return make_context(local_database, InlineRunner())


@pytest.fixture
def company(local_database: Database) -> int:
    with local_database.writing(USER) as unit:
        values = {"name": "Công ty CP Tân Thịnh Phát", "phone": "02838251420", "website": "a.example"}
        return records.create(unit, Organization, values).id


def opened(qtbot: Any, context: Context, module: str, record_id: int | None = None, **defaults: Any) -> FormWindow:
    form = FormWindow(context, by_module(module), record_id, defaults)
    qtbot.addWidget(form)
    form.resize(1300, 800)
    form.show()
    return form


def type_into(form: FormWindow, key: str, text: str) -> None:
    line: Any = form.binding.editors[key].control
    line.setText(text)
    line.textEdited.emit(text)


def leave(form: FormWindow, key: str) -> None:
    form.binding.editors[key].left.emit()


def stored(context: Context, entity: Any, record_id: int) -> Any:
    with context.database.reading() as unit:
        return unit.get(entity, record_id)


# -- faults


def test_a_fault_stands_under_its_field_and_is_counted(qtbot: Any, context: Context, company: int) -> None:
    form = opened(qtbot, context, "organization", company)
    type_into(form, "tax_code", "0300 000 14")
    assert form.binding.frames["tax_code"].state() == ""
    leave(form, "tax_code")
    assert form.binding.frames["tax_code"].state() == "error"
    assert form.foot.words() == "1 thay đổi chưa lưu"
    form.save()
    assert form.dirty()
    type_into(form, "tax_code", "0300588569")
    leave(form, "tax_code")
    assert form.binding.frames["tax_code"].state() == ""
    form.save()
    assert stored(context, Organization, company).tax_code == "0300588569"
    assert form.foot.words().startswith("Đã lưu")


def test_a_long_fault_makes_room_for_itself_in_a_new_record(qtbot: Any, context: Context) -> None:
    form = opened(qtbot, context, "organization")
    frame = form.binding.frames["tax_code"]
    low = frame.height()
    type_into(form, "tax_code", "0300 000 14")
    leave(form, "tax_code")
    qtbot.waitUntil(lambda: frame.height() > low)
    assert frame.editor.height() == frame.editor.sizeHint().height()


def test_a_doubtful_value_warns_and_can_be_saved(qtbot: Any, context: Context, company: int) -> None:
    form = opened(qtbot, context, "organization", company)
    type_into(form, "tax_code", "0100233480")
    leave(form, "tax_code")
    assert form.binding.frames["tax_code"].state() == "warning"
    form.save()
    assert stored(context, Organization, company).tax_code == "0100233480"


def test_an_entry_is_shown_as_it_is_stored_once_it_is_left(qtbot: Any, context: Context, company: int) -> None:
    form = opened(qtbot, context, "organization", company)
    type_into(form, "fax", "84 28 38251421")
    type_into(form, "credit_limit", "1,2 tỷ")
    for key in ("fax", "credit_limit"):
        leave(form, key)
    assert form.binding.editors["fax"].typed() == "028 3825 1421"
    assert form.binding.editors["credit_limit"].typed() == "1.200.000.000"


def test_typing_back_what_was_there_is_no_change(qtbot: Any, context: Context, company: int) -> None:
    form = opened(qtbot, context, "organization", company)
    type_into(form, "website", "b.example")
    assert form.isWindowModified()
    type_into(form, "website", "a.example")
    assert not form.dirty()
    assert not form.isWindowModified()


def test_another_with_the_same_phone_is_named(qtbot: Any, context: Context, company: int) -> None:
    form = opened(qtbot, context, "organization")
    type_into(form, "phone", "028 3825 1420")
    leave(form, "phone")
    assert form.binding.frames["phone"].state() == "warning"
    assert "Tân Thịnh Phát" in form.binding.frames["phone"].note()


def test_a_former_province_is_explained(qtbot: Any, context: Context) -> None:
    form = opened(qtbot, context, "organization")
    type_into(form, "province", "Bình Dương")
    leave(form, "province")
    assert "Hồ Chí Minh" in form.binding.frames["province"].note()


# -- new records


def test_a_new_record_begins_with_its_defaults_and_stays_open(qtbot: Any, context: Context, company: int) -> None:
    form = opened(qtbot, context, "contact", organization_id=company)
    assert form.binding.editors["organization_id"].typed()[0] == "Công ty CP Tân Thịnh Phát"
    assert form.binding.value("owner_id") == context.actor.id
    assert not form.dirty()
    type_into(form, "given_name", "Hằng")
    form.save()
    assert form.record_id is not None
    assert stored(context, Contact, form.record_id).organization_id == company
    assert form.title == "Hằng"


def test_an_owner_taken_off_stays_off(qtbot: Any, context: Context) -> None:
    form = opened(qtbot, context, "organization")
    type_into(form, "name", "Không ai phụ trách")
    form.binding.put("owner_id", None)
    form.save()
    assert stored(context, Organization, form.record_id).owner_id is None


def test_custom_fields_have_their_own_section(qtbot: Any, context: Context, company: int) -> None:
    with context.database.writing(USER) as unit:
        made = {"size": "quantity", "birthday": "date", "vip": "boolean", "note": "text"}
        unit.session.add_all(
            CustomField(module="organization", key=key, label=key.title(), kind=kind) for key, kind in made.items()
        )
    form = opened(qtbot, context, "organization", company)
    for key, text in (("size", "12,5"), ("birthday", "5/3/2026"), ("note", "Ổn")):
        type_into(form, f"custom.{key}", text)
    form.binding.editors["custom.vip"].control.click()  # type: ignore[attr-defined]
    form.save()
    assert stored(context, Organization, company).custom == {
        "size": "12.5",
        "birthday": "2026-03-05",
        "vip": True,
        "note": "Ổn",
    }
    assert not form.dirty()


# -- drafts


def test_a_draft_left_by_a_crash_is_offered_and_restored(qtbot: Any, context: Context, company: int) -> None:
    first = opened(qtbot, context, "organization", company)
    type_into(first, "website", "chua-luu.example")
    type_into(first, "tax_code", "0300 000 14")
    first.binding.put("parent_id", (company, "Công ty CP Tân Thịnh Phát"))
    first.draft.kept.keep()
    context.drafts.close()  # as after a crash
    second = opened(qtbot, context, "organization", company)
    assert any("chưa lưu" in text for text in second.notices.texts())
    second.notices.act("draft")
    assert second.binding.editors["website"].typed() == "chua-luu.example"
    assert second.binding.editors["tax_code"].typed() == "0300 000 14"
    assert second.binding.value("parent_id") == company


def test_a_saved_or_discarded_form_leaves_no_draft(qtbot: Any, context: Context, company: int) -> None:
    form = opened(qtbot, context, "organization", company)
    for finish in (form.save, form.discard):
        type_into(form, "website", f"{finish.__name__}.example")
        form.draft.kept.keep()
        context.drafts.settle()
        assert form.draft.kept.path.exists()
        finish()
        context.drafts.settle()
        assert not form.draft.kept.path.exists()
    assert form.binding.editors["website"].typed() == "save.example"


# -- changes elsewhere


def change_elsewhere(context: Context, company: int, version: int, **changes: Any) -> None:
    with context.database.writing(USER) as unit:
        records.save(unit, Organization, company, version, changes)
    context.relay.changed.emit((Change("organization", company, "changed", version + 1),), None)


def test_a_change_elsewhere_shows_at_once_where_nothing_is_unsaved(qtbot: Any, context: Context, company: int) -> None:
    form = opened(qtbot, context, "organization", company)
    change_elsewhere(context, company, 1, website="khac.example")
    assert form.binding.editors["website"].typed() == "khac.example"
    assert not form.notices.texts()


def test_a_change_elsewhere_is_announced_over_unsaved_entries(qtbot: Any, context: Context, company: int) -> None:
    form = opened(qtbot, context, "organization", company)
    type_into(form, "short_name", "TTP")
    change_elsewhere(context, company, 1, website="khac.example")
    assert form.binding.editors["website"].typed() == "a.example"
    form.notices.act("changed")
    assert form.binding.editors["website"].typed() == "khac.example"
    assert form.binding.editors["short_name"].typed() == "TTP"
    form.save()
    record = stored(context, Organization, company)
    assert (record.short_name, record.website, record.version) == ("TTP", "khac.example", 3)


def test_a_conflict_put_off_loses_nothing(qtbot: Any, context: Context, company: int) -> None:
    form = opened(qtbot, context, "organization", company)
    type_into(form, "website", "cua-toi.example")
    with context.database.writing(USER) as unit:
        records.save(unit, Organization, company, 1, {"website": "cua-ho.example"})
    form.save()
    assert form.saver.dialog is not None
    form.saver.dialog.reject()
    assert form.binding.editors["website"].typed() == "cua-toi.example"
    assert not form.saver.busy
    form.save()
    form.saver.dialog.take_all(mine=True)
    form.saver.dialog._save()
    assert stored(context, Organization, company).website == "cua-toi.example"


def test_a_locked_record_says_why_and_takes_no_entry(qtbot: Any, context: Context) -> None:
    with context.database.writing(USER) as unit:
        lead = records.create(unit, Lead, {"given_name": "Ẩn"})
        lead.converted_at, lead.status = unit.now, "converted"
    form = opened(qtbot, context, "lead", lead.id)
    assert form.notices.texts()
    assert all(editor.locked for key, editor in form.binding.editors.items() if key != "tags")


def test_a_deleted_record_can_only_be_restored(qtbot: Any, context: Context, company: int) -> None:
    form = opened(qtbot, context, "organization", company)
    with qtbot.waitSignal(form.close_asked):
        form.delete()
    assert stored(context, Organization, company).deleted_at is not None
    again = opened(qtbot, context, "organization", company)
    assert all(editor.locked for editor in again.binding.editors.values())
    again.notices.act("lock")
    assert stored(context, Organization, company).deleted_at is None
    assert not again.binding.editors["name"].locked


# -- what hangs on a record


def test_rows_of_a_part_are_added_changed_moved_and_removed(qtbot: Any, context: Context) -> None:
    with context.database.writing(USER) as unit:
        plan = [
            {"description": "Tạm ứng", "percent": Decimal(30)},
            {"description": "Giao hàng", "percent": Decimal(60)},
        ]
        contract = records.create(unit, Contract, {"subject": "Máy tiện", "installments": plan})
    form = opened(qtbot, context, "contract", contract.id)
    part: Any = form.binding.editors["installments"]
    part.add_row()
    columns = [field.key for field in part.model.fields]
    put = lambda row, key, text: part.model.setData(part.model.index(row, columns.index(key)), text)  # noqa: E731
    put(2, "description", "Nghiệm thu")
    put(2, "percent", "10")
    put(2, "due_on", "25/12/2026")
    part.grid.setCurrentIndex(part.model.index(2, 0))
    part.move_row(-1)
    assert form.dirty()
    form.save()
    with context.database.reading() as unit:
        rows = [(r.description, r.percent) for r in unit.get(Contract, contract.id).installments]
    assert rows == [("Tạm ứng", 30), ("Nghiệm thu", 10), ("Giao hàng", 60)]
    part.grid.setCurrentIndex(part.model.index(0, 0))
    part.remove_row()
    put(0, "percent", "mười")
    form.save()
    assert form.binding.frames["installments"].state() == "error"
    put(0, "percent", "40")
    form.save()
    with context.database.reading() as unit:
        rows = [(r.description, r.percent) for r in unit.get(Contract, contract.id).installments]
    assert rows == [("Nghiệm thu", 40), ("Giao hàng", 60)]


def test_tags_are_saved_with_the_record(qtbot: Any, context: Context, company: int) -> None:
    form = opened(qtbot, context, "organization", company)
    tags: Any = form.binding.editors["tags"]
    qtbot.keyClicks(tags.line, "VIP, Mien Nam")
    qtbot.keyClick(tags.line, Qt.Key.Key_Return)
    assert tags.value() == ["VIP", "Mien Nam"]
    form.save()
    assert form.view is not None
    assert {tag.name for tag in form.view.tags} == {"VIP", "Mien Nam"}
    qtbot.keyClick(tags.line, Qt.Key.Key_Backspace)
    form.save()
    assert len(form.view.tags) == 1


def test_a_remark_is_kept_and_shown_first(qtbot: Any, context: Context, company: int) -> None:
    form = opened(qtbot, context, "organization", company)
    qtbot.keyClicks(form.panel.remark, "Goi lai")
    qtbot.keyClick(form.panel.remark, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert form.view is not None
    assert form.view.timeline[0].text == "Goi lai"
    assert form.panel.remark.toPlainText() == ""
    one = form.view.timeline[0]
    form.panel._edited(one, "Gọi lại thứ ba")
    assert form.view.timeline[0].text == "Gọi lại thứ ba"
    form.panel.remove(form.view.timeline[0])
    assert all(each.action != "comment" for each in form.view.timeline)
    context.messages.undo()
    assert form.view.timeline[0].text == "Gọi lại thứ ba"


def test_related_lists_are_read_when_shown_and_add_prefilled_records(
    qtbot: Any, context: Context, company: int
) -> None:
    with context.database.writing(USER) as unit:
        contact = records.create(unit, Contact, {"given_name": "Hằng", "organization_id": company})
    form = opened(qtbot, context, "organization", company)
    people = form.related.lists[0]
    assert [row.id for row in people.model.rows] == [contact.id]
    assert form.related.tabs.items()[0].count == "1"
    assert set(form.related.lists) == {0}
    people.grid.opened.emit(people.model.index(0, 0))
    form.related.add(0)
    assert context.navigator.calls == [
        ("record", "contact", contact.id, {}),
        ("record", "contact", None, {"organization_id": company}),
    ]


def test_files_are_added_removed_and_put_back(qtbot: Any, context: Context, company: int, tmp_path: Path) -> None:
    form = opened(qtbot, context, "organization", company)
    path = tmp_path / "bản vẽ.pdf"
    path.write_bytes(b"%PDF-1.7")
    files = form.related.files
    files.add([path])
    assert [(kept.name, kept.size) for kept in files.model.files] == [("bản vẽ.pdf", 8)]
    files.remove(files.model.index(0))
    assert files.count() == 0
    context.messages.undo()
    assert files.count() == 1
    with context.database.reading() as unit:
        assert notes.attachment_content(unit, files.model.files[0].id) == ("bản vẽ.pdf", b"%PDF-1.7")


def test_a_file_that_cannot_be_read_is_told(qtbot: Any, context: Context, company: int, tmp_path: Path) -> None:
    form = opened(qtbot, context, "organization", company)
    context.jobs.on_error = context.messages.show_error
    form.related.files.add([tmp_path / "khong-co.pdf"])
    assert any("khong-co.pdf" in text for _, text in context.messages.texts)


# -- going on


def test_the_next_record_of_the_list_takes_the_place(qtbot: Any, context: Context) -> None:
    with context.database.writing(USER) as unit:
        ids = [records.create(unit, Organization, {"name": name}).id for name in ("A", "B", "C")]
    query = Query(Organization)
    context.trails["organization"] = Trail(ids[1], query, "Tất cả", 2)
    form = opened(qtbot, context, "organization", ids[1])
    assert "2 / 3" in form.header._place.text()
    form.walk.step(1)
    assert (form.record_id, form.title) == (ids[2], "C")
    form.walk.step(1)
    assert form.record_id == ids[2]
    form.walk.step(-1)
    form.walk.step(-1)
    assert (form.record_id, form.title) == (ids[0], "A")


def test_keys_save_and_close(qtbot: Any, context: Context, company: int) -> None:
    form = opened(qtbot, context, "organization", company)
    qtbot.waitExposed(form)
    line: Any = form.binding.editors["short_name"].control
    line.setFocus()
    qtbot.keyClicks(line, "TTP")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert form.focusWidget() is form.binding.editors["tax_code"].control
    with qtbot.waitSignal(form.close_asked):
        qtbot.keyClick(form, Qt.Key.Key_Escape)
    form.save_and_close()
    assert stored(context, Organization, company).short_name == "TTP"


def test_an_action_first_saves_what_is_unsaved(
    qtbot: Any, context: Context, company: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    form = opened(qtbot, context, "organization", company)
    action = form.declared.actions[0]
    type_into(form, "short_name", "TTP")
    monkeypatch.setattr("desktop_crm.views.records.form_window.choose", lambda *_: "")
    form.run_action(action)
    assert not context.navigator.calls
    monkeypatch.setattr("desktop_crm.views.records.form_window.choose", lambda *_: "save")
    form.run_action(action)
    assert stored(context, Organization, company).short_name == "TTP"
    assert len(context.navigator.calls) == 1
