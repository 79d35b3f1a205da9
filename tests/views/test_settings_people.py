"""The settings of users, teams and roles: what is entered is stored, what may not be is refused or not offered."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from desktop_crm.models.rights import FieldLevel, Grant, Reach
from desktop_crm.services import handing_over, people, roles, teams, users
from desktop_crm.storage.database import Database
from desktop_crm.views.settings.hand_over import HandOverSheet
from desktop_crm.views.settings.org_tree import tree_lines
from desktop_crm.views.settings.sections import offered
from desktop_crm.views.settings.window import SettingsWindow
from tests.support.people import actor_of, own, staffed
from tests.support.settings_pages import put, read, settings_window, write


@pytest.fixture
def who(local_database: Database) -> dict[str, int]:
    return staffed(local_database)


@pytest.fixture
def window(qtbot, local_database: Database, who: dict[str, int], tmp_path: Path) -> SettingsWindow:
    made = settings_window(local_database, tmp_path)
    made.context.actor = actor_of(local_database, who["ha"])
    qtbot.addWidget(made)
    made.show()
    return made


def go_to(page: Any, user_id: int) -> None:
    page.table.set_rows(page.table.rows(), lambda user: user.id == user_id)


def test_the_table_says_role_team_and_superior(window: SettingsWindow, who: dict[str, int]) -> None:
    page: Any = window.show_section("users")
    lan = next(user for user in page.table.rows() if user.id == who["lan"])
    assert (lan.role, lan.team, lan.manager, lan.administers) == ("Nhân viên", "Miền Bắc", "Trần Minh", False)


def test_a_new_user_is_staff_unless_another_role_is_chosen(window: SettingsWindow, local_database: Database) -> None:
    page: Any = window.show_section("users")
    sheet = page.edit(None)
    put(sheet, name="an", full_name="Ngô An")
    sheet.save()
    an = read(local_database, users.user_named, "an")
    assert an.role_id == read(local_database, roles.role_of_preset, "staff")


def test_a_circle_is_shown_beside_the_superior(window: SettingsWindow, who: dict[str, int]) -> None:
    page: Any = window.show_section("users")
    sheet = page.edit(next(user for user in page.table.rows() if user.id == who["minh"]))
    put(sheet, manager_id=who["lan"])
    sheet.save()
    assert sheet.binding.frames["manager_id"].state() == "error"
    sheet.reject()


def test_who_leaves_hands_over_what_is_chosen_and_it_can_be_undone(
    window: SettingsWindow, local_database: Database, who: dict[str, int]
) -> None:
    own(local_database, who["lan"])
    page: Any = window.show_section("users")
    undone: list[Any] = []
    window.context.messages.show_undo = lambda words, run: undone.append(run)
    go_to(page, who["lan"])
    page.toggle_active()
    [sheet] = page.findChildren(HandOverSheet)
    assert sheet.do_button.isEnabled()
    sheet.to.setCurrentIndex(sheet.to.findData(who["minh"]))
    assert sheet.chosen() == ["organization"]
    sheet.run()
    assert read(local_database, handing_over.owned, who["minh"]) == {"organization": 1}
    assert not read(local_database, users.user_with, who["lan"]).active
    undone[0]()
    assert read(local_database, handing_over.owned, who["lan"]) == {"organization": 1}
    assert read(local_database, users.user_with, who["lan"]).active


def test_records_are_handed_over_only_to_somebody(
    window: SettingsWindow, local_database: Database, who: dict[str, int]
) -> None:
    own(local_database, who["lan"])
    page: Any = window.show_section("users")
    go_to(page, who["lan"])
    sheet = page.hand_over()
    assert not sheet.do_button.isEnabled()
    assert sheet.do_button.toolTip()
    sheet.reject()


def test_the_tree_goes_down_from_those_who_report_to_nobody_active(
    window: SettingsWindow, local_database: Database, who: dict[str, int]
) -> None:
    page: Any = window.show_section("users")
    shown = [(line.person.id, line.depth) for line in tree_lines(page.table.rows())]
    assert shown == [(who["ha"], 0), (who["tuan"], 1), (who["minh"], 1), (who["lan"], 2), (1, 0)]
    write(local_database, people.disable_person, who["minh"])
    page.load()
    assert (who["lan"], 0) in [(line.person.id, line.depth) for line in page.tree.table.rows()]


def test_a_team_is_made_with_its_members(window: SettingsWindow, local_database: Database, who: dict[str, int]) -> None:
    page: Any = window.show_section("teams")
    sheet = page.edit(None)
    put(sheet, name="Miền Nam", members=(who["tuan"], who["lan"]))
    sheet.save()
    found = {team.name: [name for _, name in team.members] for team in read(local_database, teams.teams)}
    assert found == {"Miền Bắc": ["Trần Minh"], "Miền Nam": ["Nguyễn Thị Lan", "Phạm Tuấn"]}


# -- roles


def roles_page(window: SettingsWindow, preset: str = "staff") -> Any:
    page: Any = window.show_section("roles")
    page.choose(next(role.id for role in page._roles if role.preset == preset))
    return page


def choose(page: Any, module: str, key: str, value: Any) -> None:
    model = page.matrix.model
    place = next(place for place, row in enumerate(model.rows) if row["module"] == module)
    column = [column.field.key for column in model.columns].index(key)
    model.setData(model.index(place, column), value)


def row_of(page: Any, module: str) -> dict[str, Any]:
    return next(row for row in page.matrix.model.rows if row["module"] == module)


def test_rights_are_changed_in_the_matrix(window: SettingsWindow, local_database: Database) -> None:
    page = roles_page(window)
    assert page.unsaved() == 0
    choose(page, "contact", "see", Reach.ALL)
    choose(page, "contact", "export", True)
    page._keep("organization", "website", FieldLevel.READ_ONLY)
    assert page.unsaved() == 2
    assert "Chỉ xem: Website (tổ chức)" in page._words.text()
    page.save()
    stored = next(role for role in read(local_database, roles.roles) if role.preset == "staff")
    assert stored.grant("contact") == Grant(Reach.ALL, Reach.OWN, Reach.OWN, Reach.OWN, export=True, print=True)
    assert stored.fields[("organization", "website")] == FieldLevel.READ_ONLY
    assert page.unsaved() == 0


def test_what_is_not_seen_is_not_changed_and_what_is_changed_is_seen(window: SettingsWindow) -> None:
    page = roles_page(window)
    choose(page, "contact", "see", Reach.NONE)
    assert {row_of(page, "contact")[verb] for verb in ("see", "change", "delete")} == {Reach.NONE}
    choose(page, "contact", "delete", Reach.TEAM)
    assert row_of(page, "contact")["see"] == Reach.TEAM
    choose(page, "contact", "change", Reach.SUBTREE)
    assert row_of(page, "contact")["see"] == Reach.ALL


def test_another_role_is_shown_only_when_nothing_is_unsaved(window: SettingsWindow) -> None:
    page = roles_page(window)
    choose(page, "contact", "see", Reach.ALL)
    other = next(role.id for role in page._roles if role.preset == "manager")
    page.choose(other)
    assert page._role.preset == "staff"
    page.discard()
    page.choose(other)
    assert page._role.preset == "manager"


def test_a_role_is_copied_renamed_and_removed(
    window: SettingsWindow, local_database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop_crm.views.settings.roles.confirm", lambda *_, **__: True)
    page = roles_page(window)
    assert not page._remove.isEnabled()
    page.copy()
    assert page._role.name == "Nhân viên (bản sao)"
    sheet = page.name_role(page._role)
    put(sheet, name="Kế toán")
    sheet.save()
    assert page._role.name == "Kế toán"
    page.remove()
    assert [role.preset for role in read(local_database, roles.roles)] == ["administrator", "manager", "staff"]


def test_a_field_that_cannot_be_hidden_says_why(window: SettingsWindow) -> None:
    page = roles_page(window)
    sheet = page.keep_back()
    sheet.module.setCurrentIndex(sheet.module.findData("organization"))
    sheet.field.setCurrentIndex(sheet.field.findData("phone"))
    assert not sheet.add_button.isEnabled()
    assert sheet.add_button.toolTip()
    sheet.level.setCurrentIndex(sheet.level.findData(FieldLevel.READ_ONLY))
    assert sheet.add_button.isEnabled()
    sheet._take()
    assert ("organization", "phone") in page.levels.levels()


def test_the_last_administrator_keeps_the_right_to_manage(
    window: SettingsWindow, local_database: Database, who: dict[str, int]
) -> None:
    page = roles_page(window, "administrator")
    page.administers.setChecked(False)
    page.save()
    assert any("quản trị viên" in text for text in window.context.messages.texts)
    assert page.unsaved() == 1


def test_ones_own_rights_are_read_again_when_a_role_changes(window: SettingsWindow, qtbot: Any) -> None:
    page = roles_page(window, "administrator")
    with qtbot.waitSignal(window.context.relay.rights_changed):
        choose(page, "contact", "export", False)
        page.save()
    assert not window.context.rights.grant("contact").export


def test_only_administrators_are_offered_what_concerns_everybody(
    qtbot: Any, local_database: Database, tmp_path: Path, who: dict[str, int]
) -> None:
    lan = actor_of(local_database, who["lan"])
    assert [one.key for group in offered(lan.rights) for one in group.sections] == ["look"]
    window = settings_window(local_database, tmp_path)
    made = SettingsWindow(replace(window.context, actor=lan), window.settings)
    qtbot.addWidget(made)
    assert made.current() == "look"
    made.filter("vai tro")
    assert made.current() == "look"
