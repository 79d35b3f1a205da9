"""Lists, tax rates, custom fields, names, users: read, changed, stored, at fault."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt

from desktop_crm.models import BY_MODULE, ListValue, Organization, Product, ProductGroup, Tag, Team
from desktop_crm.models.fields import Kind
from desktop_crm.models.lists import LIST_LABELS
from desktop_crm.services import custom_fields, list_values, named_rows, notes, records, users, vat
from desktop_crm.services.choices import load_choices
from desktop_crm.storage.database import Database
from desktop_crm.views.settings import names as names_module
from desktop_crm.views.settings import taxes as taxes_module
from desktop_crm.views.settings.custom_fields import KIND_WORDS
from desktop_crm.views.settings.hand_over import HandOverSheet
from desktop_crm.views.settings.window import SettingsWindow
from tests.support.settings_pages import cell, enter, put, read, settings_window, shown, write


@pytest.fixture
def window(qtbot, local_database: Database, tmp_path: Path) -> SettingsWindow:
    made = settings_window(local_database, tmp_path)
    qtbot.addWidget(made)
    made.show()
    return made


# -- lists


def _labels(database: Database, name: str) -> list[str]:
    return [one.label_vi for one in read(database, list_values.values, name)]


def _lists(window: SettingsWindow, name: str) -> Any:
    page: Any = window.show_section("lists")
    page.choose(name)
    return page


def test_every_list_can_be_shown(window: SettingsWindow) -> None:
    for name in LIST_LABELS:
        page = _lists(window, name)
        assert page.side.current() == name
        assert page.table.model.rowCount() > 0
        assert page.unsaved() == 0


def test_rows_are_renamed_coloured_added_ordered_and_set_aside(
    window: SettingsWindow, local_database: Database
) -> None:
    page = _lists(window, "rating")
    enter(page.table, 0, "label_vi", "Rất cao")
    enter(page.table, 1, "tone", "violet")
    page.table.grid.toggle(cell(page.table, 2, "active"))
    page.table.add_row()
    enter(page.table, 3, "label_vi", "Chưa rõ")
    page.table.model.move(3, 0)
    heard: list[bool] = []
    page.context.relay.choices_changed.connect(lambda: heard.append(True))
    page.save()
    assert _labels(local_database, "rating") == ["Chưa rõ", "Rất cao", "Trung bình", "Thấp"]
    rows = read(local_database, list_values.values, "rating")
    assert (rows[2].tone, rows[3].active) == ("violet", False)
    assert heard == [True]
    assert page.context.choices.label("rating", "high") == "Rất cao"
    assert page.unsaved() == 0


def test_a_label_the_list_has_is_refused_in_its_cell(window: SettingsWindow, local_database: Database) -> None:
    page = _lists(window, "source")
    page.table.add_row()
    last = page.table.model.rowCount() - 1
    enter(page.table, last, "label_vi", "Website")
    page.save()
    assert "Website" in page.table.model.fault_of(last, "label_vi")
    assert page.faults() == 1
    assert len(_labels(local_database, "source")) == last


def test_rows_the_program_needs_stay_in_use(window: SettingsWindow) -> None:
    page = _lists(window, "quote_status")
    page.table.grid.toggle(cell(page.table, 0, "active"))
    assert page.table.model.rows[0]["active"]
    page._ask_remove(0)
    assert page.table.model.rows[0]["code"] == "draft"
    assert page.unsaved() == 0


def test_a_row_that_records_have_is_not_taken_away(window: SettingsWindow, local_database: Database) -> None:
    write(local_database, records.create, Organization, {"name": "A", "industry": "food"})
    page = _lists(window, "industry")
    codes = [one["code"] for one in page.table.model.rows]
    page._ask_remove(codes.index("food"))
    assert "1 bản ghi" in page.context.messages.texts[-1]
    page._ask_remove(codes.index("energy"))
    page.save()
    left = [one.code for one in read(local_database, list_values.values, "industry")]
    assert "food" in left
    assert "energy" not in left


def test_only_stages_have_a_probability_and_it_has_bounds(window: SettingsWindow) -> None:
    assert "value" not in [one.field.key for one in _lists(window, "rating").table.model.columns]
    page = _lists(window, "stage")
    enter(page.table, 1, "value", "120")
    page.save()
    assert page.table.model.fault_of(1, "value")
    enter(page.table, 1, "value", "22,5")
    page.save()
    assert page.table.model.rows[1]["value"] == Decimal("22.5")


def test_another_list_waits_for_unsaved_changes(window: SettingsWindow) -> None:
    page = _lists(window, "rating")
    enter(page.table, 0, "label_vi", "Cao nhất")
    page.choose("source")
    assert page.name == "rating"
    assert page.side.current() == "rating"
    page.discard()
    page.choose("source")
    assert page.name == "source"


def test_the_grip_drags_a_row(qtbot, window: SettingsWindow) -> None:
    page = _lists(window, "rating")
    grid, none = page.table.grid, Qt.KeyboardModifier.NoModifier
    start, end = (grid.visualRect(page.table.model.index(n, 0)).center() for n in (0, 2))
    qtbot.mousePress(grid.viewport(), Qt.MouseButton.LeftButton, none, start)
    qtbot.mouseMove(grid.viewport(), end + QPoint(0, 1))
    qtbot.mouseRelease(grid.viewport(), Qt.MouseButton.LeftButton, none, end)
    assert [one["code"] for one in page.table.model.rows] == ["medium", "low", "high"]
    assert page.unsaved() == 1


def test_a_swap_of_places_alone_is_stored(window: SettingsWindow, local_database: Database) -> None:
    page = _lists(window, "card_tier")
    page.table.model.move(0, 1)
    page.table._touched()
    page.save()
    assert _labels(local_database, "card_tier")[:2] == ["Bạc", "Thành viên"]


# -- tax rates


def test_a_new_period_ends_the_one_before(window: SettingsWindow, local_database: Database) -> None:
    page: Any = window.show_section("taxes")
    page.table.set_rows(page.table.rows(), lambda rate: rate["code"] == "VAT8")
    sheet = page.new_period()
    assert sheet.binding.value("valid_from") == date(2027, 1, 1)
    put(sheet, valid_from=date(2026, 10, 1), percent=Decimal(7), label="7 %", legal_basis="Luật mới")
    sheet.save()
    rows = [one for one in read(local_database, vat.rates) if one["code"] == "VAT8"]
    assert [(one["percent"], one["valid_to"]) for one in rows] == [(8, date(2026, 9, 30)), (7, None)]
    assert len([one for one in page.table.rows() if one["code"] == "VAT8"]) == 2


def test_an_overlapping_rate_is_refused_beside_the_field(window: SettingsWindow, local_database: Database) -> None:
    page: Any = window.show_section("taxes")
    sheet = page.edit(None)
    put(sheet, code="VAT5", label="5 %", percent=Decimal(5), valid_from=date(2026, 1, 1))
    sheet.save()
    assert sheet.binding.frames["valid_from"].state() == "error"
    assert len(read(local_database, vat.rates)) == 5
    sheet.reject()


def test_not_subject_to_vat_is_no_percent(window: SettingsWindow, local_database: Database) -> None:
    page: Any = window.show_section("taxes")
    sheet = page.edit(None)
    put(sheet, code="KCT2", label="KCT", exempt=True, valid_from=date(2026, 1, 1))
    sheet.save()
    assert next(one for one in read(local_database, vat.rates) if one["code"] == "KCT2")["percent"] is None


def test_a_used_rate_cannot_be_falsified_or_removed(
    window: SettingsWindow, local_database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(local_database, records.create, Product, {"code": "A", "name": "A", "tax_code": "VAT10"})
    page: Any = window.show_section("taxes")
    sheet = page.edit(page.table.rows()[0])
    put(sheet, percent=Decimal(11))
    sheet.save()
    assert shown(sheet._trouble)
    put(sheet, percent=Decimal(10), legal_basis="Luật 48")
    sheet.save()
    assert read(local_database, vat.rates)[0]["legal_basis"] == "Luật 48"
    monkeypatch.setattr(taxes_module, "confirm", lambda *_, **__: True)
    page.remove()
    assert len(read(local_database, vat.rates)) == 5
    assert page.context.messages.texts


# -- custom fields


def test_every_kind_of_custom_field_has_words() -> None:
    from desktop_crm.models.custom import CUSTOM_KINDS

    assert set(KIND_WORDS) == set(CUSTOM_KINDS)


def test_fields_are_added_changed_ordered_and_set_aside(window: SettingsWindow, local_database: Database) -> None:
    page: Any = window.show_section("custom")
    page.choose("organization")
    for label, kind, options in (("Số nhân viên", Kind.QUANTITY, ""), ("Khu vực", Kind.CHOICE, "Bắc\nNam")):
        sheet = page.edit(None)
        put(sheet, label=label, kind=kind.value, options=options)
        sheet.save()
    assert [one.label for one in page.table.rows()] == ["Số nhân viên", "Khu vực"]
    assert page.table.current().label == "Khu vực"
    page.shift(-1)
    page.toggle_active()
    stored = read(local_database, custom_fields.custom_fields, "organization")
    assert [(one.label, one.active) for one in stored] == [("Khu vực", False), ("Số nhân viên", True)]
    sheet = page.edit(page.table.rows()[0])
    assert sheet.binding.editors["kind"].locked
    put(sheet, options="Bắc\nTrung\nNam")
    sheet.save()
    assert page.table.rows()[0].options == ("Bắc", "Trung", "Nam")
    assert len(page.context.choices.offered("custom:organization.khu_vuc")) == 3


def test_a_choice_without_options_is_refused(window: SettingsWindow) -> None:
    page: Any = window.show_section("custom")
    sheet = page.edit(None)
    put(sheet, label="Khu vực", kind=Kind.CHOICE.value)
    sheet.save()
    assert sheet.binding.frames["options"].state() == "error"
    put(sheet, options="Bắc")
    sheet.save()
    assert len(page.table.rows()) == 1


def test_every_module_has_its_fields(window: SettingsWindow) -> None:
    page: Any = window.show_section("custom")
    for module in BY_MODULE:
        page.choose(module)
        assert page.side.current() == module


# -- names


def test_groups_are_added_renamed_and_merged(window: SettingsWindow, local_database: Database) -> None:
    panel = window.show_section("groups").groups  # type: ignore[attr-defined]
    for name in ("Máy nén", "Máy nén khí"):
        sheet = panel.edit(None)
        put(sheet, name=name)
        sheet.save()
    first, second = panel.table.rows()
    product = write(local_database, records.create, Product, {"code": "A", "name": "A", "group_id": first.id}).id
    panel.table.set_rows(panel.table.rows(), lambda one: one.id == first.id)
    sheet = panel.merge()
    sheet.save()
    assert [one.name for one in panel.table.rows()] == ["Máy nén khí"]
    assert panel.table.rows()[0].used == 1
    with local_database.reading() as unit:
        assert unit.get(Product, product).group_id == second.id


def test_a_taken_name_is_refused_beside_the_field(window: SettingsWindow, local_database: Database) -> None:
    write(local_database, named_rows.save_named, Tag, None, "Ưu tiên")
    panel = window.show_section("groups").tags  # type: ignore[attr-defined]
    sheet = panel.edit(None)
    put(sheet, name="uu tien")
    sheet.save()
    assert sheet.binding.frames["name"].state() == "error"
    sheet.reject()


def test_merged_tags_leave_one_on_each_record(local_database: Database) -> None:
    def tag(unit: Any) -> tuple[int, int]:
        both = records.create(unit, Organization, {"name": "Cả hai"})
        one = records.create(unit, Organization, {"name": "Một"})
        notes.set_tags(unit, both, ["VIP", "Quan trọng"])
        notes.set_tags(unit, one, ["VIP"])
        return both.id, one.id

    write(local_database, tag)
    rows = {one.name: one for one in read(local_database, named_rows.named_rows, Tag)}
    write(local_database, named_rows.merge_named, Tag, rows["VIP"].id, rows["Quan trọng"].id)
    assert [(one.name, one.used) for one in read(local_database, named_rows.named_rows, Tag)] == [("Quan trọng", 2)]


def test_a_tag_is_removed_from_its_records_but_a_used_team_stays(
    window: SettingsWindow, local_database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(names_module, "confirm", lambda *_, **__: True)
    write(local_database, lambda unit: notes.set_tags(unit, records.create(unit, Organization, {"name": "A"}), ["VIP"]))
    panel = window.show_section("groups").tags  # type: ignore[attr-defined]
    panel.remove()
    assert panel.table.rows() == []
    team = write(local_database, named_rows.save_named, Team, None, "Miền Nam")
    write(local_database, users.change_user, 1, {"team_id": team})
    monkeypatch.setattr("desktop_crm.views.settings.teams.confirm", lambda *_, **__: True)
    page: Any = window.show_section("teams")
    page.remove()
    assert [one.id for one in page.table.rows()] == [team]
    assert page.context.messages.texts


def test_a_group_is_removed_when_nothing_uses_it(local_database: Database) -> None:
    group = write(local_database, named_rows.save_named, ProductGroup, None, "Thừa")
    write(local_database, named_rows.remove_named, ProductGroup, group)
    assert read(local_database, named_rows.named_rows, ProductGroup) == []


# -- users


def test_a_user_is_added_changed_and_set_inactive(window: SettingsWindow, local_database: Database) -> None:
    team = write(local_database, named_rows.save_named, Team, None, "Miền Nam")
    page: Any = window.show_section("users")
    sheet = page.edit(None)
    put(sheet, name="ha.lt", full_name="Lê Thu Hà", phone="0912345678", team_id=team)
    sheet.save()
    page.table.set_rows(page.table.rows(), lambda user: user.values["name"] == "ha.lt")
    assert page.table.current().team == "Miền Nam"
    sheet = page.edit(page.table.current())
    put(sheet, job_title="Trưởng nhóm")
    sheet.save()
    page.table.set_rows(page.table.rows(), lambda user: user.values["name"] == "ha.lt")
    page.toggle_active()
    page.findChildren(HandOverSheet)[-1].run()
    stored = next(one for one in read(local_database, users.users) if one.name == "ha.lt")
    assert (stored.job_title, stored.phone, stored.active) == ("Trưởng nhóm", "+84912345678", False)


def test_a_taken_sign_in_name_and_a_wrong_email_are_refused(window: SettingsWindow) -> None:
    page: Any = window.show_section("users")
    sheet = page.edit(None)
    put(sheet, name=page.table.rows()[0].values["name"], full_name="B", email="b@")
    sheet.save()
    assert sheet.binding.frames["email"].state() == "error"
    put(sheet, email="b@an.example")
    sheet.save()
    assert sheet.binding.frames["name"].state() == "error"
    sheet.reject()


def test_the_last_active_user_stays(window: SettingsWindow, local_database: Database) -> None:
    page: Any = window.show_section("users")
    page.toggle_active()
    assert page.context.messages.texts
    assert read(local_database, users.users)[0].active


def test_lists_are_read_as_the_settings_leave_them(window: SettingsWindow, local_database: Database) -> None:
    page = _lists(window, "rating")
    enter(page.table, 0, "label_en", "Very high")
    page.save()
    assert page.context.choices == read(local_database, load_choices)
    with local_database.reading() as unit:
        assert unit.session.query(ListValue).filter_by(label_en="Very high").count() == 1
