"""Company, texts of documents, numbering: read, changed, stored, at fault."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QBuffer, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QImage

from desktop_crm.models.banks import banks, find_bank
from desktop_crm.services import company, number_series
from desktop_crm.storage.database import Database
from desktop_crm.views.settings.window import SettingsWindow
from desktop_crm.views.shell.jobs import JobRunner
from tests.support.settings_pages import cell, enter, read, settings_window


@pytest.fixture
def window(qtbot, local_database: Database, tmp_path: Path) -> SettingsWindow:
    made = settings_window(local_database, tmp_path)
    qtbot.addWidget(made)
    made.show()
    return made


def _png(width: int = 40) -> bytes:
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image = QImage(width, 20, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.blue)
    image.save(buffer, "PNG")
    return bytes(buffer.data().data())


# -- company


def test_the_profile_with_accounts_and_signers_is_stored(window: SettingsWindow, local_database: Database) -> None:
    page: Any = window.show_section("company")
    page.binding.put("name", "Công ty TNHH Sao Mai")
    page.binding.put("phone", "0912 345 678")
    page.accounts.add_row()
    enter(page.accounts, 0, "account_number", "0011000123456")
    enter(page.accounts, 0, "bank", "Vietcombank")
    page.signers.add_row()
    enter(page.signers, 0, "name", "Lê Thu Hà")
    enter(page.signers, 0, "authorized_on", "05/01/2026")
    assert page.unsaved() == 4
    page.save()
    assert page.unsaved() == 0
    stored = read(local_database, company.load)
    assert (stored.values["name"], stored.values["phone"]) == ("Công ty TNHH Sao Mai", "+84912345678")
    assert stored.bank_accounts[0]["bank_bin"] == "970436"
    assert str(stored.signers[0]["authorized_on"]) == "2026-01-05"
    assert page.context.messages.texts[-1] == "Đã lưu."


def test_faults_stand_beside_fields_and_in_cells(window: SettingsWindow, local_database: Database) -> None:
    page: Any = window.show_section("company")
    page.binding.put("tax_code", "123")
    page.accounts.add_row()
    enter(page.accounts, 0, "bank", "ACB")
    enter(page.accounts, 0, "branch", "Thủ Đức")
    page.save()
    assert page.binding.frames["tax_code"].state() == "error"
    assert page.accounts.model.fault_of(0, "account_number")
    assert page.faults() == 2
    assert read(local_database, company.load).values["tax_code"] != "123"
    enter(page.accounts, 0, "account_number", "99")
    page.binding.put("tax_code", "0100109106")
    page.save()
    assert page.faults() == 0
    assert read(local_database, company.load).bank_accounts[0]["account_number"] == "99"


def test_a_wrong_date_in_a_cell_keeps_its_text_and_blocks(window: SettingsWindow) -> None:
    page: Any = window.show_section("company")
    page.signers.add_row()
    enter(page.signers, 0, "name", "Hà")
    enter(page.signers, 0, "authorized_on", "32/13/2026")
    assert cell(page.signers, 0, "authorized_on").data() == "32/13/2026"
    page.save()
    assert page.unsaved() == 1


def test_discarding_shows_what_is_stored(window: SettingsWindow) -> None:
    page: Any = window.show_section("company")
    page.binding.put("city", "Huế")
    page.accounts.add_row()
    enter(page.accounts, 0, "branch", "x")
    page.discard()
    assert page.unsaved() == 0
    assert page.accounts.model.rowCount() == 0


def test_rows_are_reordered_and_taken_away(window: SettingsWindow, local_database: Database) -> None:
    page: Any = window.show_section("company")
    for place, number in enumerate(("1", "2", "3")):
        page.accounts.add_row()
        enter(page.accounts, place, "account_number", number)
    page.save()
    page.accounts.grid.setCurrentIndex(cell(page.accounts, 2, "account_number"))
    page.accounts.shift(-1)
    assert page.unsaved() == 1
    page.accounts.grid.setCurrentIndex(cell(page.accounts, 0, "account_number"))
    page.accounts.remove_row()
    page.save()
    assert [one["account_number"] for one in read(local_database, company.load).bank_accounts] == ["3", "2"]


def test_the_logo_is_dropped_stored_and_removed(window: SettingsWindow, local_database: Database, tmp_path) -> None:
    page: Any = window.show_section("company")
    (tmp_path / "logo.png").write_bytes(_png())
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "logo.png"))])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    page.logo.dropEvent(QDropEvent(QPointF(QPoint(5, 5)), Qt.DropAction.CopyAction, data, left, none))
    page.save()
    assert read(local_database, company.load).logo == _png()
    page.logo._remove.click()
    page.save()
    assert read(local_database, company.load).logo == b""


def test_what_is_no_picture_is_refused_beside_the_logo(window: SettingsWindow, tmp_path) -> None:
    page: Any = window.show_section("company")
    (tmp_path / "logo.png").write_bytes(b"no picture")
    page.logo.take_file(tmp_path / "logo.png")
    page.save()
    assert page.logo_frame.state() == "error"
    assert page.unsaved() == 1


def test_banks_have_six_digits_and_are_found_as_people_write_them() -> None:
    assert all(len(bank.code) == 6 and bank.code.isdigit() for bank in banks())
    assert len({bank.code for bank in banks()}) == len(banks())
    assert find_bank("vietcombank").code == "970436"
    assert find_bank("Ngân hàng ACB").code == "970416"
    assert find_bank("970418").name == "BIDV"
    assert find_bank("") is None
    assert find_bank("Ngân hàng Không Có") is None


# -- texts of documents


def test_defaults_and_wording_are_stored_together(window: SettingsWindow, local_database: Database) -> None:
    page: Any = window.show_section("print")
    page.binding.put("payment_terms", "Thanh toán trong 30 ngày")
    page.binding.put("quote_valid_days", 15)
    page.binding.put("thousand", "ngàn")
    page.save()
    values = read(local_database, company.load).values
    assert (values["payment_terms"], values["quote_valid_days"]) == ("Thanh toán trong 30 ngày", 15)
    assert values["wording"] == {"thousand": "ngàn"}
    assert page.unsaved() == 0


def test_the_amount_in_words_follows_the_choices(window: SettingsWindow) -> None:
    page: Any = window.show_section("print")
    page.sample.set_value(Decimal(1_024_105))
    page.binding.put("zero_ten", "lẻ")
    page.binding.put("thousand", "ngàn")
    page.binding.put("four", "bốn")
    assert page.preview.text() == "Một triệu không trăm hai mươi bốn ngàn một trăm lẻ năm đồng."


def test_a_validity_out_of_bounds_is_refused_beside_its_field(window: SettingsWindow) -> None:
    page: Any = window.show_section("print")
    page.binding.put("quote_valid_days", 4000)
    page.save()
    assert page.binding.frames["quote_valid_days"].state() == "error"
    assert page.unsaved() == 1


# -- numbering


def test_a_new_pattern_is_previewed_and_stored(window: SettingsWindow, local_database: Database) -> None:
    page: Any = window.show_section("numbers")
    assert "BG-" in page.binding.frames["quote"].note()
    page.binding.put("quote", "BG{yy}{mm}-{000}")
    assert page.binding.frames["quote"].note().startswith("Từ nay: BG")
    page.save()
    patterns = {one.module: one.pattern for one in read(local_database, number_series.series)}
    assert patterns["quote"] == "BG{yy}{mm}-{000}"


@pytest.mark.parametrize("pattern", ["BG", "BG-{x}", "BG-{mm}-{000}", "BG-{000"])
def test_a_pattern_that_cannot_number_is_refused(window: SettingsWindow, pattern: str) -> None:
    page: Any = window.show_section("numbers")
    page.binding.put("quote", pattern)
    page.save()
    assert page.binding.frames["quote"].state() == "error"
    assert page.unsaved() == 1


# -- with real threads


def test_pressing_save_twice_stores_new_rows_once(qtbot, local_database: Database, tmp_path: Path) -> None:
    window = settings_window(local_database, tmp_path, jobs=JobRunner())
    qtbot.addWidget(window)
    window.show()
    page: Any = window.pages["company"]
    qtbot.waitUntil(lambda: not page.reading)
    page.accounts.add_row()
    enter(page.accounts, 0, "account_number", "1")
    page.save()
    page.save()
    assert page.save_now()
    qtbot.waitUntil(lambda: not page.saving and not page.reading and not page.unsaved())
    page.save()
    page.context.jobs.close()
    assert len(read(local_database, company.load).bank_accounts) == 1


def test_saving_before_leaving_waits_for_the_store(qtbot, local_database: Database, tmp_path: Path) -> None:
    window = settings_window(local_database, tmp_path, jobs=JobRunner())
    qtbot.addWidget(window)
    page: Any = window.pages["company"]
    qtbot.waitUntil(lambda: not page.reading)
    page.binding.put("city", "Huế")
    assert page.save_now()
    page.context.jobs.close()
    assert read(local_database, company.load).values["city"] == "Huế"
