"""Editors that choose: lists, relations, days."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt

from desktop_crm.models import Contact, Organization
from desktop_crm.models.entry import EntryError
from desktop_crm.models.fields import field_of
from desktop_crm.services import records
from desktop_crm.storage.database import Actor, Database
from desktop_crm.views.context import Context
from desktop_crm.views.records.date_editor import DateEditor
from desktop_crm.views.records.editors import LineEditor, make_editor, web_address
from desktop_crm.views.records.entries import today
from desktop_crm.views.records.lookup import LookupEditor
from desktop_crm.views.records.pickers import ChoiceEditor, ProvinceEditor
from desktop_crm.views.records.quick_create import QuickCreateDialog
from desktop_crm.views.shell.jobs import InlineRunner
from tests.factories import make_context

USER = Actor(1, "admin", "Quản trị")


@pytest.fixture
def context(local_database: Database) -> Context:
    with local_database.writing(USER) as unit:
        for name in ("Công ty CP Tân Thịnh Phát", "Công ty TNHH Hưng Lộc"):
            records.create(unit, Organization, {"name": name})
    return make_context(local_database, InlineRunner())


def shown(qtbot: Any, attribute: Any, context: Context) -> Any:
    editor = make_editor(field_of(attribute), context)
    qtbot.addWidget(editor)
    editor.show()
    editor.activateWindow()
    editor.setFocus()
    qtbot.waitUntil(lambda: editor.control.hasFocus())
    return editor


def rows(editor: Any) -> list[str]:
    model = editor.popup.list.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_a_choice_is_found_by_typing_without_marks(qtbot: Any, context: Context) -> None:
    editor: ChoiceEditor = shown(qtbot, Organization.industry, context)
    qtbot.keyClicks(editor.line, "co khi")
    assert rows(editor)[0] == "Cơ khí chế tạo"
    qtbot.keyClick(editor.line, Qt.Key.Key_Return)
    assert editor.value() == "mechanical"


def test_tab_out_of_the_open_list_changes_nothing(qtbot: Any, context: Context) -> None:
    editor: ChoiceEditor = shown(qtbot, Organization.industry, context)
    editor.set_value("food")
    qtbot.keyClick(editor.line, Qt.Key.Key_F4)
    assert editor.popup.is_open()
    qtbot.keyClick(editor.line, Qt.Key.Key_Tab)
    assert editor.value() == "food"


def test_a_choice_that_is_not_listed_is_a_fault_and_a_whole_label_is_taken(qtbot: Any, context: Context) -> None:
    editor: ChoiceEditor = shown(qtbot, Organization.industry, context)
    editor.set_typed("ca khi")
    with pytest.raises(EntryError):
        editor.value()
    editor.set_typed("thuc pham")
    assert editor.value() == "food"
    editor.set_typed("")
    assert editor.value() == ""


def test_a_relation_is_searched_as_one_types(qtbot: Any, context: Context) -> None:
    editor: LookupEditor = shown(qtbot, Contact.organization_id, context)
    qtbot.keyClicks(editor.line, "thinh phat")
    with pytest.raises(EntryError):
        editor.value()
    editor.search()
    assert rows(editor) == ["Công ty CP Tân Thịnh Phát", "Tạo mới “thinh phat”"]
    qtbot.keyClick(editor.line, Qt.Key.Key_Return)
    assert editor.chosen is not None
    assert editor.value() == editor.chosen[0]
    editor.open_chosen()
    assert context.navigator.calls == [("record", "organization", editor.value(), {})]
    editor.choose(None)
    assert editor.value() is None


def test_opening_the_list_of_a_relation_puts_the_present_one_first(qtbot: Any, context: Context) -> None:
    editor: LookupEditor = shown(qtbot, Contact.organization_id, context)
    editor.set_value((2, "Công ty TNHH Hưng Lộc"))
    qtbot.keyClick(editor.line, Qt.Key.Key_F4)
    assert rows(editor)[0] == "Công ty TNHH Hưng Lộc"
    qtbot.keyClick(editor.line, Qt.Key.Key_Tab)
    assert editor.value() == 2


def test_a_missing_record_is_made_in_a_small_dialog(qtbot: Any, context: Context) -> None:
    editor: LookupEditor = shown(qtbot, Contact.organization_id, context)
    editor.choose("HTX Ổn Ưu")
    dialog = editor.findChild(QuickCreateDialog)
    assert dialog is not None
    assert dialog.binding.value("name") == "HTX Ổn Ưu"
    dialog.save()
    with context.database.reading() as unit:
        assert unit.get(Organization, editor.value()).name == "HTX Ổn Ưu"


def test_a_person_s_name_is_taken_apart_when_made_quickly(qtbot: Any, context: Context) -> None:
    editor: LookupEditor = shown(qtbot, Contact.reports_to_id, context)
    editor.make_new("Trần Thị Thu Hằng")
    dialog = editor.findChild(QuickCreateDialog)
    assert dialog is not None
    assert dialog.binding.value("family_name") == "Trần Thị Thu"
    assert dialog.binding.value("given_name") == "Hằng"
    dialog.binding.put("email", "khong-phai-email")
    dialog.save()
    assert dialog.isVisible()
    assert dialog.binding.faulty() == ["email"]


def test_keys_of_a_day(qtbot: Any, context: Context) -> None:
    editor: DateEditor = shown(qtbot, Organization.founded_on, context)
    qtbot.keyClick(editor.line, Qt.Key.Key_Semicolon, Qt.KeyboardModifier.ControlModifier)
    assert editor.value() == today()
    qtbot.keyClick(editor.line, Qt.Key.Key_Down)
    assert (today() - editor.value()).days == 1
    calendar = editor.open_calendar()
    calendar.choose(None)
    assert editor.value() is None


def test_a_number_is_grouped_while_typed_and_stands_at_the_right(qtbot: Any, context: Context) -> None:
    editor: LineEditor = shown(qtbot, Organization.credit_limit, context)
    qtbot.keyClicks(editor.line, "500000000")
    assert editor.typed() == "500.000.000"
    assert editor.value() == 500_000_000
    assert editor.line.alignment() & Qt.AlignmentFlag.AlignRight


def test_a_value_that_was_not_typed_is_never_rounded_by_showing_it(qtbot: Any, context: Context) -> None:
    from decimal import Decimal

    editor: LineEditor = shown(qtbot, Organization.credit_limit, context)
    editor.set_value(Decimal("10.5"))
    assert editor.value() == Decimal("10.5")


def test_provinces_are_found_by_their_former_names(qtbot: Any, context: Context) -> None:
    editor: ProvinceEditor = shown(qtbot, Organization.province, context)
    qtbot.keyClicks(editor.line, "binh duong")
    assert rows(editor) == ["Hồ Chí Minh"]


@pytest.mark.parametrize(
    ("text", "url"),
    [("a.example", "https://a.example"), ("http://b.example/x", "http://b.example/x"), ("file:///etc/passwd", "")],
)
def test_only_web_addresses_are_opened(text: str, url: str) -> None:
    assert web_address(text).toString() == url
