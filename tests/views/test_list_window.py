"""The list of a module, used as its users do."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from desktop_crm.models import Comment, Lead, Organization
from desktop_crm.models.custom import CustomField
from desktop_crm.services import notes, records
from desktop_crm.storage.database import Database
from desktop_crm.storage.listing import Condition, Query, count
from desktop_crm.views.context import Context
from desktop_crm.views.modules import MODULES
from desktop_crm.views.records import bulk, export
from desktop_crm.views.records.declare import EntityView
from desktop_crm.views.records.list_window import ListWindow
from desktop_crm.views.shell.jobs import InlineRunner, JobRunner
from tests.factories import create_many, make_context, organization_values

ORGANIZATIONS = next(view for view in MODULES if view.entity is Organization)
LEADS = next(view for view in MODULES if view.entity is Lead)


class HeldRunner(InlineRunner):
    """Answers reads only when told to, by their key."""

    def __init__(self) -> None:
        super().__init__()
        self.held: list[Any] = []

    def _start_read(self, job: Any) -> None:
        self.held.append(job)

    def _waiting(self, key: str) -> list[Any]:
        return [job for job in self.held if job.key is not None and job.key[1] == key and not job.cancel.is_set()]

    def waits(self, key: str) -> bool:
        return bool(self._waiting(key))

    def answer(self, key: str) -> None:
        """Run the read that waits."""
        job = self._waiting(key)[-1]
        self.held.remove(job)
        super()._start_read(job)


@pytest.fixture
def context(local_database: Database) -> Context:
    return make_context(local_database, InlineRunner())


@pytest.fixture
def opened(qtbot: Any, context: Context) -> Callable[..., ListWindow]:
    """Shows the list of a module."""

    def show(view: EntityView = ORGANIZATIONS, **state: Any) -> ListWindow:
        window = ListWindow(context, view, **state)
        qtbot.addWidget(window)
        window.resize(1300, 700)
        window.show()
        return window

    return show


def fill(context: Context, number: int, **more: Any) -> list[int]:
    with context.database.writing(context.actor) as unit:
        return create_many(unit, Organization, number, **more)


def said(window: ListWindow) -> str:
    """All words of what stands where the rows would be."""
    return " ".join(each.text() for each in window.stack.currentWidget().findChildren(QLabel))


def choose(window: ListWindow, *rows: int) -> None:
    window.grid.clearSelection()
    for row in rows:
        window.grid.choose_range(row, row)


def chosen_ids(window: ListWindow) -> list[int]:
    found: list[list[int]] = []
    window.context.read(window.selection.ids(), found.append, owner=window)
    return found[0]


@pytest.mark.parametrize("view", MODULES, ids=lambda view: view.module)
def test_every_module_opens_empty_and_says_what_it_is_for(opened: Callable[..., ListWindow], view: EntityView) -> None:
    window = opened(view)
    assert window.model.rowCount() == 0
    assert "Chưa có" in said(window)
    buttons = window.stack.currentWidget().findChildren(QPushButton)
    buttons[0].click()
    assert window.context.navigator.calls == [("record", view.module, None, {})]  # type: ignore[attr-defined]


@pytest.mark.parametrize("view", MODULES, ids=lambda view: view.module)
def test_every_preset_and_every_order_can_be_read(opened: Callable[..., ListWindow], view: EntityView) -> None:
    window = opened(view)
    for place in range(len(window.tabs.views)):
        window.tabs.choose(place)
        assert window.model.is_complete
    window.arranging.show_columns([column.key for column in view.columns])
    for column in window.model.columns:
        window.arranging.sort_by(column.key, True)
        assert window.model.is_complete


def test_shows_rows_count_totals_and_preview(qtbot: Any, context: Context, opened: Callable[..., ListWindow]) -> None:
    fill(context, 6)
    window = opened()
    assert window.model.rowCount() == 6
    assert window._count.text() == "6"
    assert "15.000.000\u00a0₫" in [label.text() for label in window.foot.findChildren(QLabel)]
    qtbot.waitUntil(lambda: window.preview._record is not None)
    assert window.preview._record.title == window.model.row_at(0).title


def test_quick_filter_ignores_diacritics(opened: Callable[..., ListWindow], context: Context) -> None:
    fill(context, 16)
    window = opened()
    window.filters.search.setText("bao bi")
    window.filters.search._speak()
    assert window.model.rowCount() == 2
    assert window.state.search == "bao bi"


def test_what_is_being_typed_is_not_overwritten(opened: Callable[..., ListWindow], context: Context) -> None:
    fill(context, 16)
    window = opened()
    window.filters.search.setText("bao")
    window.filters.search._speak()
    window.filters.search.setText("bao b")
    window._show_changed()
    assert window.filters.search.text() == "bao b"
    window.filters.clear_all()
    assert window.filters.search.text() == ""
    assert window.state.search == ""
    window.filters.search.setText("bao")
    window.filters.search._speak()
    assert window.state.search == "bao"


def test_filter_is_shown_as_a_chip_and_can_be_taken_off(opened: Callable[..., ListWindow], context: Context) -> None:
    fill(context, 9)
    window = opened()
    window.filters._applied("type", Condition("type", "in", ("customer",)))
    assert window.model.rowCount() == 3
    assert window.filters._chips["type"].accessibleName() == "Loại: Khách hàng"
    window.filters._chips["type"].removed.emit()
    assert window.model.rowCount() == 9
    assert not window.filters._chips


def test_owner_filter_names_people(qtbot: Any, opened: Callable[..., ListWindow], context: Context) -> None:
    fill(context, 3)
    window = opened(conditions=(Condition("owner_id", "in", (context.actor.id,)),))
    assert window.model.rowCount() == 3
    assert context.actor.full_name in window.filters._chips["owner_id"].accessibleName()


def test_no_match_names_the_filters_and_drops_one(opened: Callable[..., ListWindow], context: Context) -> None:
    fill(context, 3)
    window = opened(conditions=(Condition("type", "in", ("customer",)), Condition("name", "contains", ("không có",))))
    assert "“không có”" in said(window)
    drop = window.stack.currentWidget().findChildren(QPushButton)[0]
    drop.click()
    assert window.model.rowCount() == 1
    assert window.stack.currentWidget() is window.grid


def test_head_sorts_and_turns_the_order(opened: Callable[..., ListWindow], context: Context) -> None:
    fill(context, 5)
    window = opened()
    section = [column.key for column in window.model.columns].index("annual_revenue") + 1
    window.arranging.head_clicked(section)
    assert window.model.value(window.model.row_at(0), "annual_revenue") == 0
    window.arranging.head_clicked(section)
    assert window.model.value(window.model.row_at(0), "annual_revenue") == 4_000_000
    assert window.grid.head.sortIndicatorSection() == section


def test_choice_is_kept_when_others_add_rows(qtbot: Any, opened: Callable[..., ListWindow], context: Context) -> None:
    fill(context, 8)
    window = opened()
    choose(window, 2, 5)
    chosen = {row.id for row in window.selection.rows()}
    current = window.selection.current.id
    with qtbot.waitSignal(window.model.refreshed):
        context.write(lambda unit: records.create(unit, Organization, {"name": "AAA đứng đầu"}), owner=context.relay)
    assert window.model.rowCount() == 9
    assert {row.id for row in window.selection.rows()} == chosen
    assert window.selection.current.id == current
    assert window.grid.chosen_rows() == [3, 6]


def test_everything_that_matches_is_no_selection_of_rows(opened: Callable[..., ListWindow], context: Context) -> None:
    ids = fill(context, 12)
    window = opened(conditions=(Condition("type", "in", ("customer",)),))
    window.grid.set_all_matching(True)
    assert window.selection.count == 4
    assert window.grid.chosen_rows() == []
    assert sorted(chosen_ids(window)) == sorted(ids[::3])


def test_ids_of_a_range_that_is_not_loaded_yet(opened: Callable[..., ListWindow], context: Context) -> None:
    fill(context, 450)
    window = opened()
    window.grid.choose_range(0, 449)
    assert len(set(chosen_ids(window))) == 450


def test_deleting_one_can_be_undone_without_a_question(opened: Callable[..., ListWindow], context: Context) -> None:
    fill(context, 3)
    window = opened()
    choose(window, 1)
    window.bulk.delete()
    window.refresh()
    assert window.model.rowCount() == 2
    assert context.messages.texts == [("undo", "Đã chuyển 1 tổ chức vào Thùng rác.")]
    context.messages.undo()
    window.refresh()
    assert window.model.rowCount() == 3


def test_deleting_many_asks_first(
    opened: Callable[..., ListWindow], context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(context, 5)
    window = opened()
    asked: list[str] = []

    def refuse(parent: Any, title: str, *rest: Any, **more: Any) -> bool:
        asked.append(title)
        return False

    monkeypatch.setattr(bulk, "confirm", refuse)
    choose(window, 0, 1, 2)
    window.bulk.delete()
    assert asked == ["Xóa 3 tổ chức?"]
    assert not context.messages.texts


def test_a_field_of_many_is_changed_at_once(opened: Callable[..., ListWindow], context: Context) -> None:
    fill(context, 4)
    window = opened()
    choose(window, 0, 2, 3)
    sheet = window.bulk.edit(window._fields, "type")
    assert sheet is not None
    sheet.editor.set_value("supplier")
    sheet._try()
    with context.database.reading() as unit:
        query = Query(Organization, conditions=(Condition("type", "in", ("supplier",)),))
        assert count(unit.session, query) == 3
    assert context.messages.texts == [("success", "Đã đổi 3 tổ chức.")]


def test_tags_are_added_beside_those_there(opened: Callable[..., ListWindow], context: Context) -> None:
    ids = fill(context, 2)
    with context.database.writing(context.actor) as unit:
        notes.set_tags(unit, unit.get(Organization, ids[0]), ["Miền Nam"])
    window = opened()
    window.grid.choose_range(0, 1)
    sheet = window.bulk.tag()
    assert sheet is not None
    editor = sheet.findChild(bulk.TagsEditor)
    editor.set_value(["VIP"])
    sheet.accept()
    window.preview._id = 0
    window.preview.show_record(ids[0])
    window.preview.read()
    assert [tag.name for tag in window.preview._record.tags] == ["Miền Nam", "VIP"]


def test_recycle_bin_restores_and_erases(
    opened: Callable[..., ListWindow], context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = fill(context, 3)
    context.write(lambda unit: records.delete(unit, Organization, ids[:2]), owner=context.relay)
    window = opened()
    sheet = window.open_recycle_bin()
    assert sheet.model.rowCount() == 2
    sheet.grid.choose_range(0, 0)
    sheet.restore_chosen()
    sheet.model.refresh([0])
    assert sheet.model.rowCount() == 1
    monkeypatch.setattr("desktop_crm.views.records.recycle_bin.confirm", lambda *_, **__: True)
    sheet.grid.choose_range(0, 0)
    sheet.erase_chosen()
    sheet.model.refresh([0])
    assert sheet.model.rowCount() == 0
    with context.database.reading() as unit:
        assert count(unit.session, Query(Organization)) == 2
    sheet.close()


def test_view_is_saved_renamed_moved_and_removed(
    qtbot: Any, opened: Callable[..., ListWindow], context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(context, 9)
    window = opened()
    window.filters._applied("type", Condition("type", "in", ("partner",)))
    window.tabs._add(window.arranging.spelled(window.state), "Đối tác của tôi", False)
    assert window.tabs.current.name == "Đối tác của tôi"
    assert not window.filters.save.isVisible()
    window.tabs._add(window.arranging.spelled(window.state), "Chung", True)
    saved = [each.saved for each in window.tabs.views if each.saved]
    window.tabs.shift(saved[1], -1)
    assert [each.name for each in window.tabs.views if each.saved] == ["Chung", "Đối tác của tôi"]
    window.tabs._renamed(saved[0], "Đại lý", True)
    assert [each.name for each in window.tabs.views if each.saved] == ["Chung", "Đại lý"]
    monkeypatch.setattr("desktop_crm.views.records.saved_views.confirm", lambda *_, **__: True)
    window.tabs.remove(saved[0])
    assert [each.name for each in window.tabs.views if each.saved] == ["Chung"]
    again = opened()
    again.apply(name="Chung")
    assert again.model.rowCount() == 3


def test_views_are_counted_behind_the_window(qtbot: Any, opened: Callable[..., ListWindow], context: Context) -> None:
    fill(context, 6)
    window = opened()
    qtbot.waitUntil(lambda: window.tabs.tabs.items()[0].count == "6")
    assert window.tabs.tabs.items()[1].count == "6"


def test_columns_are_remembered_for_the_next_time(opened: Callable[..., ListWindow], context: Context) -> None:
    fill(context, 2)
    opened().arranging.show_columns(["title", "tax_code", "province"])
    assert [column.key for column in opened().model.columns] == ["title", "tax_code", "province"]


def test_custom_field_can_be_a_column_and_a_filter(opened: Callable[..., ListWindow], context: Context) -> None:
    with context.database.writing(context.actor) as unit:
        unit.session.add(CustomField(module="organization", key="area", label="Khu vực", kind="text", position=1))
        unit.session.add(CustomField(module="organization", key="seen", label="Ngày thăm", kind="date", position=2))
    with context.database.writing(context.actor) as unit:
        records.create(
            unit, Organization, {**organization_values(1), "custom.area": "Miền Nam", "custom.seen": date(2026, 3, 5)}
        )
        records.create(unit, Organization, organization_values(2) | {"custom.area": "Miền Bắc"})
    window = opened(conditions=(Condition("custom.area", "contains", ("Nam",)),))
    window.arranging.show_columns(["title", "custom.area", "custom.seen"])
    assert window.model.rowCount() == 1
    assert [window.model.index(0, column).data() for column in (2, 3)] == ["Miền Nam", "05/03/2026"]


def test_quick_note_becomes_a_comment(qtbot: Any, opened: Callable[..., ListWindow], context: Context) -> None:
    ids = fill(context, 1)
    window = opened()
    window.preview.show_record(ids[0])
    window.preview.read()
    window.preview._keep_note(None, "Khách hẹn gọi lại thứ Hai")  # type: ignore[arg-type]
    with context.database.reading() as unit:
        assert unit.session.query(Comment).one().text == "Khách hẹn gọi lại thứ Hai"
    assert window.preview._record.timeline[0].text == "Khách hẹn gọi lại thứ Hai"


def test_enter_opens_and_j_steps(qtbot: Any, opened: Callable[..., ListWindow], context: Context) -> None:
    fill(context, 3)
    window = opened()
    window.grid.setFocus()
    qtbot.keyClick(window.grid, Qt.Key.Key_J)
    qtbot.keyClick(window.grid, Qt.Key.Key_Return)
    assert context.navigator.calls == [  # type: ignore[attr-defined]
        ("record", "organization", window.model.row_at(1).id, {})
    ]


def test_preview_can_be_put_away_and_that_is_remembered(opened: Callable[..., ListWindow], context: Context) -> None:
    window = opened()
    window.toggle_preview()
    assert not window.preview.isVisible()
    assert not opened().preview.isVisible()


def test_list_works_with_real_threads(qtbot: Any, local_database: Database) -> None:
    runner = JobRunner()
    context = make_context(local_database, runner)
    fill(context, 230)
    window = ListWindow(context, ORGANIZATIONS)
    qtbot.addWidget(window)
    window.resize(1300, 700)
    window.show()
    window.apply(search="bao bi")
    try:
        qtbot.waitUntil(lambda: window.model.rowCount() == 29, timeout=5000)
        window.filters.clear_all()
        qtbot.waitUntil(lambda: window.model.rowCount() == 230, timeout=5000)
        window.filters._applied("type", Condition("type", "in", ("customer",)))
        window.arranging.sort_by("annual_revenue", True)
        qtbot.waitUntil(lambda: window.model.is_complete and window.model.rowCount() == 77, timeout=5000)
        qtbot.waitUntil(lambda: window.preview._record is not None, timeout=5000)
    finally:
        runner.close()


def test_what_is_chosen_is_exported(
    qtbot: Any, opened: Callable[..., ListWindow], context: Context, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(context, 5)
    window = opened()
    choose(window, 1, 3)
    target = tmp_path / "to-chuc"
    monkeypatch.setattr(export.QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    window.export_chosen()
    sheet = window.findChild(export.ExportSheet)
    sheet.accept()
    assert context.messages.texts == [("success", "Đã xuất 2 tổ chức ra to-chuc.xlsx.")]
    assert target.with_suffix(".xlsx").stat().st_size > 1000


@pytest.fixture
def held(qtbot: Any, local_database: Database) -> tuple[ListWindow, HeldRunner]:
    """A list of 230 organizations whose reads are let go one by one."""
    runner = HeldRunner()
    context = make_context(local_database, runner)
    fill(context, 230)
    window = ListWindow(context, ORGANIZATIONS)
    qtbot.addWidget(window)
    window.resize(1300, 700)
    window.show()
    runner.answer("fields")
    return window, runner


def foot_words(window: ListWindow) -> list[str]:
    QApplication.processEvents()  # labels show themselves a moment later
    return [label.text() for label in window.foot.findChildren(QLabel) if label.isVisibleTo(window)]


def test_figures_follow_the_rows_one_by_one(held: tuple[ListWindow, HeldRunner]) -> None:
    window, runner = held
    runner.answer("first")
    assert window.stack.currentWidget() is window.grid
    assert window.model.rowCount() == 200
    assert window._count.text() == "…"
    assert "…" in foot_words(window)
    assert not runner.waits("sums")
    runner.answer("count")
    assert window._count.text() == "230"
    assert "…" in foot_words(window)
    runner.answer("sums")
    assert "…" not in foot_words(window)


def test_rows_stay_while_another_search_is_on_its_way(held: tuple[ListWindow, HeldRunner]) -> None:
    window, runner = held
    for key in ("first", "count", "sums"):
        runner.answer(key)
    window.filters.search.setText("bao bi")
    window.filters.search._speak()
    assert window.stack.currentWidget() is window.grid
    assert window.model.rowCount() == 230
    assert window._count.text() == "230"
    window._skeleton_timer.timeout.emit()  # 300 ms later
    assert window.stack.currentWidget() is window.skeleton
    runner.answer("first")
    assert window.stack.currentWidget() is window.grid
    assert window.model.rowCount() == 29
    assert window._count.text() == "29"


def test_end_is_reached_though_it_was_not_known(
    qtbot: Any, held: tuple[ListWindow, HeldRunner], monkeypatch: pytest.MonkeyPatch
) -> None:
    window, runner = held
    runner.answer("first")
    qtbot.keyClick(window.grid, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert window.grid.currentIndex().row() == 199
    runner.answer("count")
    assert window.grid.currentIndex().row() == 229
    qtbot.waitUntil(lambda: runner.waits("page 1"))
    shown: list[int] = []
    monkeypatch.setattr(window.preview, "show_record", shown.append)
    runner.answer("page 1")
    last = window.model.row_at(229)
    assert last is not None
    assert shown[-1] == last.id  # the preview follows the row that has come
    qtbot.keyClick(window.grid, Qt.Key.Key_Home)
    assert window.grid.currentIndex().row() == 0


def test_another_list_begins_at_its_top(held: tuple[ListWindow, HeldRunner]) -> None:
    window, runner = held
    for key in ("first", "count", "sums"):
        runner.answer(key)
    window.grid.go_to(150)
    assert window.grid.rows_in_view().start > 0
    window.arranging.sort_by("annual_revenue", True)
    assert window.grid.rows_in_view().start > 0
    runner.answer("first")
    assert window.grid.rows_in_view().start == 0
