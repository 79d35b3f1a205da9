"""Signing in, the lock, and one's own password, as a user sees them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop_crm.services import passwords
from desktop_crm.services.choices import Choices
from desktop_crm.services.sign_in import Locked, WrongPassword, confirm
from desktop_crm.storage.database import Actor, Database
from desktop_crm.views.context import Context
from desktop_crm.views.session.history_page import SignInHistory
from desktop_crm.views.session.lock import Idle, Lock
from desktop_crm.views.session.password_dialog import PasswordDialog
from desktop_crm.views.session.sign_in_window import SignInWindow
from desktop_crm.views.shell.jobs import InlineRunner
from tests.support.settings_pages import Gone, Said

SECRET = "ngựa chạy đường dài"
_NONE, _SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
ADMIN = Actor(1, "admin", "Quản trị")


def context_on(database: Database) -> Context:
    return Context(database, ADMIN, InlineRunner(), Said(), Choices({}), Gone())


@pytest.fixture
def company(local_database: Database) -> Database:
    with local_database.writing() as unit:
        passwords.set_password(unit, 1, SECRET)
    return local_database


def test_enter_goes_from_name_to_password_and_in(qtbot: QtBot) -> None:
    window = SignInWindow("/công ty.crm")
    qtbot.addWidget(window)
    window.show()
    heard: list[Any] = []
    window.entered.connect(lambda *given: heard.append(given))
    qtbot.keyClicks(window.form.name, " admin ")
    qtbot.keyClick(window.form.name, Qt.Key.Key_Return)
    assert heard == []
    qtbot.keyClicks(window.form.password, "bi mat")
    qtbot.keyClick(window.form.password, Qt.Key.Key_Return)
    assert heard == [("admin", "bi mat", False)]
    assert window.form.password.echoMode() == QLineEdit.EchoMode.Password


def test_what_was_wrong_is_said_and_the_password_typed_anew(qtbot: QtBot) -> None:
    window = SignInWindow("/công ty.crm", "admin")
    qtbot.addWidget(window)
    window.form.password.setText("x")
    window.form.wait()
    assert not window.form._go.isEnabled()
    window.refuse(WrongPassword())
    assert (window.form.password.text(), window.form._go.isEnabled()) == ("", True)
    assert window.form._note.text() == WrongPassword().text()
    until = datetime.now(UTC) + timedelta(minutes=5)
    window.refuse(Locked(until))
    assert not window.form._go.isEnabled()
    assert f"{until.astimezone():%H:%M}" in window.form._note.text()
    window.form._until = datetime.now(UTC)
    window.form._count_down()
    assert window.form._go.isEnabled()


def test_locked_capitals_are_told_from_the_letters(qtbot: QtBot) -> None:
    window = SignInWindow("/công ty.crm", "admin")
    qtbot.addWidget(window)
    form = window.form
    for letter, keys, locked in (("a", _NONE, False), ("A", _SHIFT, False), ("A", _NONE, True), ("a", _SHIFT, True)):
        form.password.keyPressEvent(QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_A, keys, letter))
        assert (form._field.state(), form._field.note() != "") == (("warning", True) if locked else ("", False))


def test_a_lock_covers_all_windows_and_keeps_what_was_typed(qtbot: QtBot, company: Database) -> None:
    window, dialog = QWidget(), QWidget()
    for one in (window, dialog):
        qtbot.addWidget(one)
        one.show()
    typed = QLineEdit("Bản nháp", window)
    lock = Lock(InlineRunner(), partial(confirm, company, ADMIN), "Quản trị")
    lock.lock()
    covered = {cover.window() for cover in lock.covers}
    assert {window, dialog} <= covered
    cover = next(cover for cover in lock.covers if cover.window() is window)
    cover.form.password.setText("sai")
    cover.form._enter()
    assert lock.is_on
    assert cover.form._note.text()
    cover.form.password.setText(SECRET)
    cover.form._enter()
    assert not lock.is_on
    assert typed.text() == "Bản nháp"


def test_an_idle_window_is_told_of(qtbot: QtBot) -> None:
    idle = Idle()
    idle.watch(5)
    assert idle._timer.isActive()
    with qtbot.waitSignal(idle.passed):
        idle._timer.start(0)
    idle.watch(0)
    assert not idle._timer.isActive()


def test_ones_own_password_is_changed_in_a_dialog(qtbot: QtBot, company: Database) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    dialog = PasswordDialog(window, context_on(company), has_one=True)
    qtbot.addWidget(dialog)
    dialog.old.setText("sai")
    dialog.new.setText("mật khẩu mới")
    dialog.again.setText("mật khẩu khác")
    dialog.change()
    assert dialog.fields["again"].state() == "error"
    dialog.again.setText("mật khẩu mới")
    dialog.change()
    assert dialog.fields["old"].state() == "error"
    dialog.old.setText(SECRET)
    with qtbot.waitSignal(dialog.accepted):
        dialog.change()
    confirm(company, ADMIN, "mật khẩu mới")


def test_the_history_shows_who_came(qtbot: QtBot, company: Database) -> None:
    from desktop_crm.services.sign_in import sign_in

    sign_in(company, "admin", SECRET)
    page = SignInHistory(context_on(company))
    qtbot.addWidget(page)
    assert [(row.name, row.outcome) for row in page.table.rows()] == [("admin", "in")]
