"""What is said once a company is open, and when it belongs to a newer version."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from nacl.signing import SigningKey
from pytestqt.qtbot import QtBot

from desktop_crm import settings as settings_module
from desktop_crm.app import greeting
from desktop_crm.errors import SchemaTooNew, Unavailable
from desktop_crm.services import updates
from desktop_crm.settings import Settings
from desktop_crm.storage.database import Database
from desktop_crm.views.shell import updater as updater_module
from desktop_crm.views.shell.jobs import InlineRunner
from desktop_crm.views.shell.main_window import MainWindow
from desktop_crm.views.shell.state import State
from desktop_crm.views.start.opening import OpeningWindow
from tools import sign_release

KEY = SigningKey(bytes(range(32)))


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> MainWindow:
    made = MainWindow((), InlineRunner(), State(tmp_path / "window.json"))
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    made = Settings(tmp_path / "settings.json")
    made.change(updates=str(tmp_path / "place"), update_key=sign_release.public_half(KEY))
    return made


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder with a signed newer version for this system."""
    folder = tmp_path / "place"
    folder.mkdir()
    suffix = "exe" if updates.SYSTEM == "windows" else "deb"
    installer = folder / f"crm-9.1.0.{suffix}"
    installer.write_bytes(b"installer")
    sign_release.sign(KEY, installer)
    return folder


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Installers that were started."""
    found: list[Path] = []
    monkeypatch.setattr(updates, "start", found.append)
    return found


def test_nothing_is_said_and_nothing_looked_for_on_an_ordinary_computer(
    window: MainWindow, local_database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(greeting, "_LOOK", 0)
    monkeypatch.setattr(updates, "newer", lambda *how: pytest.fail("nobody asked for it"))
    greeting.greet(window, local_database, Settings(tmp_path / "settings.json"), window.state)
    assert window.messages.texts() == []


def test_a_profile_that_keeps_nothing_is_said(
    window: MainWindow, local_database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setattr(settings_module, "settings_file", lambda: tmp_path / "file" / "settings.json")
    greeting.greet(window, local_database, Settings(tmp_path / "file" / "settings.json"), window.state)
    assert len(window.messages.texts()) == 1


def test_a_copied_folder_is_warned_of_once(
    window: MainWindow, local_database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(greeting, "synchronised_by", lambda path: "OneDrive")
    for _ in range(2):
        greeting.greet(window, local_database, Settings(tmp_path / "settings.json"), window.state)
    (said,) = window.messages.texts()
    assert "OneDrive" in said


def test_a_newer_version_is_offered_fetched_and_started(
    window: MainWindow, settings: Settings, place: Path, started: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop_crm.views.widgets.dialogs.confirm", lambda *how, **more: True)
    updater_module.follow(window, settings)
    (said,) = window.messages.texts()
    assert "9.1.0" in said
    window.messages._bars[0].act()
    assert [path.read_bytes() for path in started] == [b"installer"]
    assert not window.isVisible()


def test_later_leaves_the_window_open(
    window: MainWindow, settings: Settings, place: Path, started: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop_crm.views.widgets.dialogs.confirm", lambda *how, **more: False)
    updater_module.follow(window, settings)
    window.messages._bars[0].act()
    assert started == []
    assert window.isVisible()


def test_an_installer_that_does_not_start_is_said(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def refuse(path: Path) -> None:
        raise Unavailable

    monkeypatch.setattr("desktop_crm.views.widgets.dialogs.confirm", lambda *how, **more: True)
    monkeypatch.setattr(updates, "start", refuse)
    updater_module.install(window, tmp_path / "x.exe")
    assert window.isVisible()
    assert window.messages.texts()


@pytest.mark.parametrize("quiet", [True, False])
def test_that_there_is_nothing_newer_is_said_when_asked(
    window: MainWindow, settings: Settings, place: Path, quiet: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(updates, "newer", lambda *how: None)
    updater_module.follow(window, settings, quiet)
    assert len(window.messages.texts()) == (0 if quiet else 1)


# ---------------------------------------------------------------- a database of a newer version
@pytest.fixture
def opening(qtbot: QtBot) -> OpeningWindow:
    made = OpeningWindow("postgresql://server/crm")
    qtbot.addWidget(made)
    made.show()
    made.fail(SchemaTooNew())
    return made


def test_the_update_is_offered_where_somebody_said_where_from(
    opening: OpeningWindow, settings: Settings, place: Path, started: list[Path], monkeypatch: Any
) -> None:
    quit_asked: list[bool] = []
    monkeypatch.setattr(greeting.QApplication, "quit", lambda: quit_asked.append(True))
    greeting.offer_update(opening, InlineRunner(), settings)
    assert opening._update.isVisible()
    opening._update.click()
    assert len(started) == len(quit_asked) == 1


def test_without_a_place_there_is_nothing_to_press(opening: OpeningWindow, tmp_path: Path) -> None:
    greeting.offer_update(opening, InlineRunner(), Settings(tmp_path / "none.json"))
    assert not opening._update.isVisible()


def test_a_place_that_cannot_be_read_is_said(opening: OpeningWindow, settings: Settings) -> None:
    greeting.offer_update(opening, InlineRunner(), settings)
    before = opening._words.text()
    opening._update.click()
    assert opening._words.text() != before
