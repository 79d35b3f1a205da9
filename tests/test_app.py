"""The window program as a whole: it opens a company, shows every page, and closes."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop_crm.app import Desktop, open_company
from desktop_crm.models import RECORDS
from desktop_crm.services.demo import fill
from desktop_crm.settings import Settings
from desktop_crm.storage.database import open_database
from desktop_crm.storage.listing import Query, count
from desktop_crm.views.modules import MODULES
from desktop_crm.views.records.list_window import ListWindow
from desktop_crm.views.shell.main_window import MainWindow
from desktop_crm.views.shell.state import State
from desktop_crm.views.start.assistant import Assistant
from desktop_crm.views.start.opening import OpeningWindow

WAIT = 30_000


@pytest.fixture
def desktop(qtbot: QtBot, tmp_path: Path) -> Iterator[Desktop]:
    desktop = Desktop(Settings(tmp_path / "settings.json"), State(tmp_path / "window.json"))
    yield desktop
    if desktop.front is not None:
        desktop.front.close()
        qtbot.addWidget(desktop.front)
    desktop.close()


def test_a_company_opens_behind_a_window_of_its_own(desktop: Desktop, qtbot: QtBot, sqlite_url: str) -> None:
    database = open_database(sqlite_url)
    fill(database, size=5, today=date(2026, 11, 20))
    database.close()
    desktop.start(sqlite_url)
    assert isinstance(desktop.front, OpeningWindow)
    qtbot.waitUntil(lambda: isinstance(desktop.front, MainWindow), timeout=WAIT)
    page = desktop.front.open("organization")
    assert isinstance(page, ListWindow)
    qtbot.waitUntil(lambda: page.model.rowCount() == 5, timeout=WAIT)


def test_without_a_database_the_assistant_asks(desktop: Desktop) -> None:
    desktop.start(None)
    assert isinstance(desktop.front, Assistant)


def test_a_database_that_does_not_open_is_said(desktop: Desktop, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("x" * 2000)
    desktop.start(str(tmp_path / "note.txt"))
    opening = desktop.front
    assert isinstance(opening, OpeningWindow)
    qtbot.waitUntil(lambda: "note.txt" in opening._words.text() and opening._buttons.isVisible(), timeout=WAIT)


def counts_after_opening(url: str) -> list[int]:
    database, actor, choices = open_company(url, demo=True)
    with database.reading() as unit:
        counts = [count(unit.session, Query(entity)) for entity in RECORDS]
    database.close()
    assert actor.full_name
    assert choices.offered("lead_status")
    return counts


def test_an_empty_demo_is_filled_and_a_filled_one_left_alone(sqlite_url: str) -> None:
    with ThreadPoolExecutor(1) as beside:  # as the window does: never on its own thread
        first, second = (beside.submit(counts_after_opening, sqlite_url).result() for _ in range(2))
    assert first == second
    assert all(first)


def test_every_module_is_declared_once() -> None:
    assert len({view.module for view in MODULES}) == len(MODULES) == 8
