"""Copies of the database, looking for damage, imports undone, appearance."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QMainWindow

from desktop_crm.i18n import language, set_language
from desktop_crm.models import ImportBatch, ImportedRow, Organization, SalesOrder
from desktop_crm.services import records
from desktop_crm.storage import backup
from desktop_crm.storage.database import Database, open_database
from desktop_crm.storage.listing import Query, count
from desktop_crm.views.modules import MODULES
from desktop_crm.views.settings import data as data_module
from desktop_crm.views.settings import imports_panel
from desktop_crm.views.settings.window import SettingsWindow
from tests.support.settings_pages import settings_window, shown, write


@pytest.fixture
def window(qtbot, local_database: Database, tmp_path: Path) -> SettingsWindow:
    made = settings_window(local_database, tmp_path)
    qtbot.addWidget(made)
    made.show()
    return made


def _organizations(database: Database) -> int:
    with database.reading() as unit:
        return count(unit.session, Query(Organization))


# -- copies


def test_a_backup_is_a_sound_copy(window: SettingsWindow, local_database: Database, tmp_path: Path) -> None:
    write(local_database, records.create, Organization, {"name": "A"})
    page: Any = window.show_section("data")
    page.back_up_to(tmp_path / "copy.crm")
    backup.verify(tmp_path / "copy.crm")
    assert str(tmp_path / "copy.crm") in page.context.messages.texts[-1]


def test_a_backup_that_cannot_be_written_is_said(window: SettingsWindow, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    page: Any = window.show_section("data")
    page.back_up_to(tmp_path / "file" / "copy.crm")
    assert page.context.messages.texts


def test_restoring_brings_the_copy_back_and_opens_it(
    window: SettingsWindow, local_database: Database, tmp_path: Path
) -> None:
    page: Any = window.show_section("data")
    page.back_up_to(tmp_path / "copy.crm")
    write(local_database, records.create, Organization, {"name": "Sau"})
    page.restore_from(tmp_path / "copy.crm")
    assert page.context.navigator.reopened == 1
    assert local_database.path.with_name("crm.db.before-restore").exists()
    restored = open_database(local_database.path)
    assert _organizations(restored) == 0
    restored.close()


def test_what_is_no_copy_is_refused_before_anything_is_touched(
    window: SettingsWindow, local_database: Database, tmp_path: Path
) -> None:
    (tmp_path / "bad.crm").write_text("no database")
    write(local_database, records.create, Organization, {"name": "A"})
    page: Any = window.show_section("data")
    page.restore_from(tmp_path / "bad.crm")
    assert page.context.navigator.reopened == 0
    assert page.context.messages.texts
    assert _organizations(local_database) == 1


def test_damage_is_looked_for(
    window: SettingsWindow, local_database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    page: Any = window.show_section("data")
    page.look_for_damage()
    assert page.context.messages.texts == ["Dữ liệu nguyên vẹn."]
    told: list[str] = []
    monkeypatch.setattr(data_module, "inform", lambda parent, title, text, *_: told.append(title))
    order = write(local_database, records.create, SalesOrder, {"subject": "Đơn", "order_date": date(2026, 1, 5)})
    with local_database.engine.connect().execution_options(writing=True) as connection, connection.begin():
        connection.exec_driver_sql(f"UPDATE sales_order SET paid_total = 5 WHERE id = {order.id}")
    page.look_for_damage()
    assert told == ["Phát hiện 1 vấn đề"]


def test_the_recycle_bin_of_every_module_opens(window: SettingsWindow) -> None:
    page: Any = window.show_section("data")
    for view in MODULES:
        sheet = page.open_bin(view)
        assert sheet.isVisible()
        sheet.reject()


# -- imports


def _import(unit: Any) -> int:
    made = records.create(unit, Organization, {"name": "Nhập vào"})
    batch = ImportBatch(module="organization", file_name="khach.xlsx", user_id=1, counts={"created": 1, "updated": 0})
    unit.session.add(batch)
    unit.session.flush()
    unit.session.add(ImportedRow(batch_id=batch.id, record_id=made.id, version=1, before=None))
    return batch.id


def test_an_import_is_listed_and_undone_once(
    window: SettingsWindow, local_database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(local_database, _import)
    page: Any = window.show_section("data")
    panel = page.imports
    assert panel.table.current().file_name == "khach.xlsx"
    heard: list[Any] = []
    page.context.relay.changed.connect(lambda changes, _: heard.extend(changes))
    monkeypatch.setattr(imports_panel, "confirm", lambda *_, **__: True)
    panel.undo()
    assert _organizations(local_database) == 0
    assert [change.module for change in heard] == ["organization"]
    assert panel.table.current().undone_at is not None
    assert not shown(panel.undo_button)


def test_no_is_no(window: SettingsWindow, local_database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    write(local_database, _import)
    page: Any = window.show_section("data")
    monkeypatch.setattr(imports_panel, "confirm", lambda *_, **__: False)
    page.imports.undo()
    assert _organizations(local_database) == 1


# -- appearance


class Shell(QMainWindow):
    """Keeps what was chosen."""

    def __init__(self) -> None:
        super().__init__()
        self.chosen: list[str] = []
        self.speaks = True

    def choose_theme(self, name: str) -> None:
        self.chosen.append(name)

    choose_density = choose_theme

    def choose_language(self, code: str) -> bool:
        if self.speaks:
            set_language(code)
        return self.speaks


def test_appearance_is_chosen_through_the_window(qtbot, window: SettingsWindow) -> None:
    shell = Shell()
    qtbot.addWidget(shell)
    shell.setCentralWidget(window)
    page: Any = window.show_section("look")
    assert page.themes["system"].isChecked()
    page.themes["dark"].click()
    page.densities["tall"].click()
    assert shell.chosen == ["dark", "tall"]
    shell.speaks = False
    page.languages["en"].click()
    QApplication.processEvents()
    assert page.languages["vi"].isChecked()
    shell.speaks = True
    page.languages["en"].click()
    QApplication.processEvents()
    assert language() == "en"
    window.setParent(None)
