"""How the program starts: what is loaded when, what is shown meanwhile, and what may happen while a company opens."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop_crm import i18n
from desktop_crm.app import desktop as root
from desktop_crm.app.desktop import Desktop
from desktop_crm.errors import Refused
from desktop_crm.models import Lead
from desktop_crm.resources import resource
from desktop_crm.services.demo import fill
from desktop_crm.settings import Settings
from desktop_crm.storage.database import open_database
from desktop_crm.storage.replay import Statement, read_again
from desktop_crm.views.shell.main_window import MainWindow
from desktop_crm.views.shell.state import State

ROOT = Path(__file__).resolve().parents[1]
WAIT = 30_000


@pytest.fixture
def demo_url(sqlite_url: str) -> str:
    database = open_database(sqlite_url)
    fill(database, size=5, today=date(2026, 11, 20))
    database.close()
    return sqlite_url


def start_apart(database: str, state: Path) -> dict[str, Any]:
    """One start in a process of its own."""
    command = [sys.executable, "-m", "tests.support.start", database, str(state)]
    around = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    run = subprocess.run(command, cwd=ROOT, env=around, capture_output=True, text=True, timeout=90, check=False)
    assert run.returncode == 0, run.stderr
    seen: dict[str, Any] = json.loads(run.stdout)
    return seen


def test_the_window_comes_before_the_database_and_rows_before_the_classes(demo_url: str, tmp_path: Path) -> None:
    first, second = (start_apart(demo_url, tmp_path / "window.json") for _ in range(2))
    for seen in (first, second):
        assert seen["at once"]
        assert seen["window"] == []
        assert seen["list"] == ["sqlalchemy"]
        assert (seen["page"], seen["count"] > 0) == ("lead", True)
        assert seen["warnings"] == []
    assert first["hook gone"], "PySide no longer keeps Python's own import beside its hook: see app/quick.py"
    assert not first["early rows"]
    assert second["early rows"]
    assert second["rows"] == []


# ---------------------------------------------------------------- while it opens
@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """The company opens only once this is set."""
    opened, real = threading.Event(), root._prepare

    def prepare(*how: Any) -> Any:
        opened.wait(30)
        return real(*how)

    monkeypatch.setattr(root, "_prepare", prepare)
    yield opened
    opened.set()


@pytest.fixture
def desktop(qtbot: QtBot, tmp_path: Path) -> Iterator[Desktop]:
    desktop = Desktop(Settings(tmp_path / "settings.json"), State(tmp_path / "window.json"))
    yield desktop
    if desktop.front is not None:
        desktop.front.close()
        qtbot.addWidget(desktop.front)
    desktop.close()


def opening(desktop: Desktop, target: str, qtbot: QtBot) -> MainWindow:
    """A window that has been drawn while its company opens."""
    desktop.start(target)
    window = desktop.front
    assert isinstance(window, MainWindow)
    qtbot.waitUntil(lambda: bool(desktop.jobs._pools), timeout=WAIT)
    assert window.cover is not None
    return window


def finished(window: MainWindow, gate: threading.Event, qtbot: QtBot) -> None:
    gate.set()
    qtbot.waitUntil(lambda: window.cover is None, timeout=WAIT)


def remembered_rail(desktop: Desktop) -> None:
    """The rail as an earlier start kept it."""
    items = [["lead", "Lead", "Leads", "user-plus"], ["organization", "Organization", "Organizations", "building-2"]]
    desktop.state.set("outline", [["App", "Sales", items]])


def test_a_page_pointed_at_meanwhile_is_opened_in_time(
    desktop: Desktop, qtbot: QtBot, demo_url: str, gate: threading.Event
) -> None:
    remembered_rail(desktop)
    window = opening(desktop, demo_url, qtbot)
    row = window.rail._rows()[2][0].center().toPoint()
    qtbot.mouseClick(window.rail, Qt.MouseButton.LeftButton, pos=row)
    finished(window, gate, qtbot)
    assert window.pages.current().item.key == "organization"


def test_the_palette_opens_meanwhile_and_finds_when_there_is_something(
    desktop: Desktop, qtbot: QtBot, demo_url: str, gate: threading.Event
) -> None:
    window = opening(desktop, demo_url, qtbot)
    window.create_new()
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    palette = window._palette
    palette.type("to chuc")
    assert palette._list.model().rowCount() == 0
    window._wish = None
    finished(window, gate, qtbot)
    assert palette._list.model().rowCount() > 0
    palette.close_palette()


def test_theme_and_language_may_change_meanwhile(
    desktop: Desktop, qtbot: QtBot, demo_url: str, gate: threading.Event
) -> None:
    remembered_rail(desktop)
    window = opening(desktop, demo_url, qtbot)
    window.choose_theme("dark")
    assert window.choose_language("en")
    assert window.rail._rows()[1][1].title == "Leads"
    assert desktop.settings["language"] == "en"
    finished(window, gate, qtbot)
    window.choose_theme("light")
    assert i18n.language() == "en"
    assert window.rail.model().index(1, 0).data() == "Leads"


def test_closing_meanwhile_lets_the_database_go(
    desktop: Desktop, qtbot: QtBot, demo_url: str, gate: threading.Event
) -> None:
    window = opening(desktop, demo_url, qtbot)
    assert window.close()
    gate.set()
    desktop.close()
    assert desktop.database is None
    assert [database.engine.pool.checkedout() for database in desktop._unclaimed] == [0] * len(desktop._unclaimed)
    assert not Path(f"{demo_url}-wal").exists()  # the last connection has taken it away


def test_an_opening_that_fails_is_said_and_tried_again(
    desktop: Desktop, qtbot: QtBot, demo_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from desktop_crm.views.start.opening import OpeningWindow

    def refuse(*how: Any) -> Any:
        raise Refused()

    with monkeypatch.context() as broken:
        broken.setattr(root, "_prepare", refuse)
        desktop.start(demo_url)
        qtbot.waitUntil(lambda: isinstance(desktop.front, OpeningWindow), timeout=WAIT)
    assert desktop.front._buttons.isVisible()
    desktop.front.retried.emit()
    window = desktop.front
    qtbot.waitUntil(lambda: window.cover is None, timeout=WAIT)
    assert window.pages.current() is not None


# ---------------------------------------------------------------- the first rows
def test_rows_are_never_older_than_the_database(desktop: Desktop, qtbot: QtBot, demo_url: str) -> None:
    desktop.start(demo_url)
    window = desktop.front
    qtbot.waitUntil(lambda: window.cover is None and desktop.has_kept(), timeout=WAIT)
    found = root._first_rows(desktop.state.get("first"))
    rows = found[1].values

    def change() -> None:
        database = open_database(demo_url)
        with database.writing() as unit:
            unit.session.query(Lead).order_by(Lead.id).first().company = "Công ty Mới"
        database.close()

    beside = threading.Thread(target=change)
    beside.start()
    beside.join()
    again = root._first_rows(desktop.state.get("first"))[1].values
    assert "Công ty Mới" in [value for row in again for value in row]
    assert again != rows


def test_no_rows_of_another_schema_of_a_missing_file_or_of_nonsense(demo_url: str, tmp_path: Path) -> None:
    statement = Statement("0001", "SELECT id, '', '' FROM lead", [], ["text"])
    assert read_again(Path(demo_url), statement) is None
    assert read_again(tmp_path / "none.crm", statement) is None
    assert not (tmp_path / "none.crm").exists()
    (tmp_path / "note.txt").write_text("x" * 2000)
    assert read_again(tmp_path / "note.txt", statement) is None
    assert root._first_rows({"sql": 5, "columns": [None]}) is None


def test_catalogues_read_by_pattern_say_what_an_xml_parser_reads() -> None:
    from xml.etree import ElementTree

    for path in resource("i18n").glob("*_vi.ts"):
        for context in ElementTree.parse(path).getroot().iter("context"):
            name = context.findtext("name", "")
            for message in context.iter("message"):
                words = message.findtext("translation")
                assert i18n.lookup(name, message.findtext("source", ""), "vi") == (words or None)
