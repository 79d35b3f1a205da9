"""The windows that keep a company: copies there are, copies by themselves, moving to a server."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget

from desktop_crm.app.keeping import CopyKeeper, tell_moved
from desktop_crm.errors import Refused
from desktop_crm.models import Organization, SalesOrder
from desktop_crm.models.record import now
from desktop_crm.services import records
from desktop_crm.settings import Settings
from desktop_crm.storage.copies import copies
from desktop_crm.storage.database import Database, open_database
from desktop_crm.storage.moved import Moved
from desktop_crm.storage.schedule import Schedule, choose_schedule, schedule_of
from desktop_crm.views.settings import data as data_module
from desktop_crm.views.settings.window import SettingsWindow
from desktop_crm.views.shell.jobs import InlineRunner
from tests.support.settings_pages import Said, settings_window, shown, write


@pytest.fixture
def window(qtbot, local_database: Database, tmp_path: Path) -> SettingsWindow:
    choose_schedule(Settings(tmp_path / "settings.json"), local_database, Schedule("day", tmp_path / "copies", 3))
    made = settings_window(local_database, tmp_path)
    qtbot.addWidget(made)
    made.show()
    return made


def page_of(window: SettingsWindow) -> Any:
    return window.show_section("data")


class Window(QWidget):
    """A main window as the keeper of copies needs it."""

    def __init__(self) -> None:
        super().__init__()
        self.messages = Said()


@pytest.fixture
def keeper(qtbot, local_database: Database, tmp_path: Path) -> CopyKeeper:
    settings = Settings(tmp_path / "settings.json")
    choose_schedule(settings, local_database, Schedule("day", tmp_path / "copies", 3))
    front = Window()
    qtbot.addWidget(front)
    front.keeper = CopyKeeper(front, InlineRunner(), settings, local_database)  # type: ignore[arg-type,attr-defined]
    return front.keeper  # type: ignore[attr-defined]


# -- copies by themselves


def test_a_copy_that_is_due_is_made_in_silence(keeper: CopyKeeper, tmp_path: Path) -> None:
    keeper.look()
    keeper.look()
    assert [copy.is_good for copy in copies(tmp_path / "copies")] == [True]
    assert keeper._window.messages.texts == []


def test_a_copy_that_fails_is_said_once_and_tried_again(keeper: CopyKeeper, tmp_path: Path) -> None:
    (tmp_path / "copies").write_text("no folder")
    keeper.look()
    keeper.look()
    (said,) = keeper._window.messages.texts
    assert "copies" in said
    (tmp_path / "copies").unlink()
    keeper.look()
    assert len(copies(tmp_path / "copies")) == 1


def test_problems_of_the_company_are_said(keeper: CopyKeeper, local_database: Database) -> None:
    order = write(local_database, records.create, SalesOrder, {"subject": "Đơn", "order_date": date(2026, 1, 5)})
    with local_database.engine.connect().execution_options(writing=True) as connection, connection.begin():
        connection.exec_driver_sql(f"UPDATE sales_order SET paid_total = 5 WHERE id = {order.id}")
    keeper.look()
    assert "1" in keeper._window.messages.texts[0]


# -- the copies there are


def test_copies_are_listed_and_checked_again(
    window: SettingsWindow, local_database: Database, keeper: CopyKeeper, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = page_of(window)
    assert page.copies.table.rows() == []
    assert not any(shown(each) for each in page.copies.of_one)
    keeper.look()
    page.load()
    (copy,) = page.copies.table.rows()
    assert copy.is_good
    assert all(shown(each) for each in page.copies.of_one)
    page.copies.check_again()
    assert copy.path.name in page.context.messages.texts[-1]
    content = bytearray(copy.path.read_bytes())
    content[-2000:-1000] = bytes(1000)
    copy.path.write_bytes(content)
    page.copies.check_again()
    assert copy.path.name in page.context.messages.texts[-1]
    assert len(page.context.messages.texts) == 2


def test_a_listed_copy_is_restored_after_a_question(
    window: SettingsWindow, local_database: Database, keeper: CopyKeeper, monkeypatch: pytest.MonkeyPatch
) -> None:
    keeper.look()
    page = page_of(window)
    write(local_database, records.create, Organization, {"name": "Sau"})
    answers = [False, True]
    monkeypatch.setattr(data_module, "confirm", lambda *_, **__: answers.pop(0))
    page.copies._ask_restore()
    assert page.context.navigator.reopened == 0
    page.copies._ask_restore()
    assert page.context.navigator.reopened == 1
    assert ".before-restore" in page.context.messages.texts[-1]


def test_the_schedule_is_chosen(window: SettingsWindow, local_database: Database, tmp_path: Path) -> None:
    page = page_of(window)
    sheet = page.copies.change_schedule()
    (tmp_path / "file").write_text("x")
    sheet.folder.setText(str(tmp_path / "file"))
    sheet._save()
    assert sheet._folder.state() == "error"
    sheet.folder.setText(str(tmp_path / "elsewhere"))
    sheet.every.set_current("week")
    sheet.keep.setValue(5)
    sheet._save()
    assert not sheet.isVisible()
    chosen = Schedule("week", tmp_path / "elsewhere", 5)
    assert schedule_of(Settings(tmp_path / "settings.json"), local_database) == chosen
    assert str(tmp_path / "elsewhere") in page.copies.words.text()


# -- moving


def test_the_company_is_moved_from_the_window(
    window: SettingsWindow, local_database: Database, empty_postgres_url: str
) -> None:
    write(local_database, records.create, Organization, {"name": "Đi cùng"})
    page = page_of(window)
    sheet = page.move_away()
    sheet.test()
    assert sheet.note.text()
    sheet.server.setText(empty_postgres_url)
    sheet.test()
    assert sheet.note.property("tone") == "success"
    sheet.move_company()
    assert sheet.steps.currentIndex() == 2
    assert "crm_" in sheet.head.text()
    assert "admin" in sheet.told.text()
    assert sheet.bar.value() == sheet.bar.maximum() > 0
    sheet._open()
    assert "crm_" in page.context.navigator.opened
    assert local_database.moved is not None
    with pytest.raises(Refused):
        write(local_database, records.create, Organization, {"name": "Ở lại"})


def test_a_move_that_fails_goes_back_to_the_address(window: SettingsWindow, postgres_url: str) -> None:
    shared = open_database(postgres_url)
    write(shared, records.create, Organization, {"name": "Đã có"})
    shared.close()
    sheet = page_of(window).move_away()
    sheet.server.setText(postgres_url)
    sheet.move_company()
    assert sheet.steps.currentIndex() == 0
    assert sheet.note.property("tone") == "danger"
    sheet.reject()
    assert not sheet.isVisible()


def test_a_moved_company_says_where_it_is(qtbot, monkeypatch: pytest.MonkeyPatch) -> None:
    front = Window()
    qtbot.addWidget(front)
    front.show()
    gone: list[str] = []
    sheet: Any = tell_moved(front, Moved("postgresql://may-chu/crm", now()), gone.append)  # type: ignore[arg-type]
    assert sheet.isVisible()
    sheet.accept()
    assert gone == ["postgresql://may-chu/crm"]


def test_a_moved_file_can_be_taken_back(
    window: SettingsWindow, local_database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    local_database.moved = Moved("postgresql://may-chu/crm", now())
    page = page_of(window)
    monkeypatch.setattr(data_module, "confirm", lambda *_, **__: True)
    page.take_back()
    assert local_database.moved is None
    assert page.context.navigator.reopened == 1
