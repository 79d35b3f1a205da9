"""Sharing a record from its form, and seeing who can see it."""

from __future__ import annotations

from typing import Any

import pytest

from desktop_crm.models import Organization
from desktop_crm.services import sharing
from desktop_crm.storage.database import Database
from desktop_crm.views.modules import by_module
from desktop_crm.views.records.form_window import FormWindow
from desktop_crm.views.records.list_window import ListWindow
from desktop_crm.views.records.lookup import LookupEditor
from desktop_crm.views.shell.jobs import InlineRunner
from tests.factories import make_context
from tests.support.people import actor_of, own, staffed

VIEW = by_module("organization")


@pytest.fixture
def who(local_database: Database) -> dict[str, int]:
    return staffed(local_database)


def form_of(qtbot: Any, database: Database, user: int, record: int) -> FormWindow:
    context = make_context(database, InlineRunner())
    context.actor = actor_of(database, user)
    form = FormWindow(context, VIEW, record)
    qtbot.addWidget(form)
    form.resize(1200, 800)
    form.show()
    return form


def shares(database: Database, record: int) -> list[tuple[str, bool]]:
    with database.reading() as unit:
        return [(one.name, one.may_change) for one in sharing.shares_of(unit, Organization, record)]


def test_a_record_is_shared_with_who_is_found_without_marks(
    qtbot: Any, local_database: Database, who: dict[str, int]
) -> None:
    record = own(local_database, who["lan"])
    form = form_of(qtbot, local_database, who["lan"], record)
    sheet = form.share()
    assert sheet is not None
    assert not sheet.share_button.isEnabled()
    [offer] = sheet.partner.offers("pham tu")
    sheet.partner.choose(offer.data)
    sheet.level.setCurrentIndex(sheet.level.findData(True))
    sheet.share()
    assert shares(local_database, record) == [("Phạm Tuấn", True)]
    assert form.view is not None
    assert form.view.shared == 1
    assert sheet.partner.offers("mien")[0].title == "Miền Bắc"
    with local_database.reading() as unit:
        [shared] = sharing.shares_of(unit, Organization, record)
    sheet.take_back(shared.id)
    assert shares(local_database, record) == []
    sheet.reject()


def test_who_may_only_read_is_not_offered_to_share(qtbot: Any, local_database: Database, who: dict[str, int]) -> None:
    record = own(local_database, who["lan"])
    with local_database.writing() as unit:
        sharing.share(unit, Organization, record, "user", who["tuan"])
    form = form_of(qtbot, local_database, who["tuan"], record)
    words = {action.text() for action in form.header.menu.actions()}
    assert "Chia sẻ…" not in words
    assert "Xóa" not in words
    assert all(editor.locked for editor in form.binding.editors.values())
    sheet = form.share()
    assert sheet is not None
    sheet._give("user", who["ha"], True)
    assert sheet._trouble.text()
    assert shares(local_database, record) == [("Phạm Tuấn", False)]
    sheet.reject()


def test_many_records_are_shared_from_the_list(qtbot: Any, local_database: Database, who: dict[str, int]) -> None:
    ids = [own(local_database, who["lan"], f"Công ty {n}") for n in range(3)]
    context = make_context(local_database, InlineRunner())
    context.actor = actor_of(local_database, who["ha"])
    page = ListWindow(context, VIEW)
    qtbot.addWidget(page)
    page.resize(1200, 800)
    page.show()
    page.grid.selectAll()
    sheet = page.bulk.share()
    assert sheet is not None
    sheet._give("team", who["north"], False)
    assert [shares(local_database, record) for record in ids] == [[("Miền Bắc", False)]] * 3


def test_who_can_see_it_is_told_with_reasons(qtbot: Any, local_database: Database, who: dict[str, int]) -> None:
    record = own(local_database, who["lan"])
    sheet = form_of(qtbot, local_database, who["minh"], record).explain()
    assert sheet is not None
    assert [seer.name for seer in sheet.table.rows()] == ["Nguyễn Thị Lan", "Lê Thu Hà", "Quản trị", "Trần Minh"]
    sheet.show_me()
    assert "Người phụ trách Nguyễn Thị Lan báo cáo cho Trần Minh" in sheet._lines.text()
    sheet.search.show_text("tran")
    sheet._filter()
    assert [seer.name for seer in sheet.table.rows()] == ["Trần Minh"]
    sheet.accept()


@pytest.mark.parametrize(("name", "offered"), [("lan", ["Nguyễn Thị Lan"]), ("minh", ["Nguyễn Thị Lan", "Trần Minh"])])
def test_a_record_is_given_only_to_those_within_reach(
    qtbot: Any, local_database: Database, who: dict[str, int], name: str, offered: list[str]
) -> None:
    form = form_of(qtbot, local_database, who[name], own(local_database, who["lan"]))
    editor = form.binding.editors["owner_id"]
    assert isinstance(editor, LookupEditor)
    shown: list[Any] = []
    editor.popup.show_rows = lambda rows, words: shown.extend(rows)
    editor.line.setFocus()
    qtbot.waitUntil(editor.line.hasFocus)
    editor._ask("")
    assert sorted(row.title for row in shown) == offered
