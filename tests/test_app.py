"""The window program as a whole: it opens a company, shows every page, and closes."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop_crm.app.company import open_company
from desktop_crm.app.desktop import Desktop
from desktop_crm.models import RECORDS, Organization
from desktop_crm.services.demo import fill
from desktop_crm.settings import Settings
from desktop_crm.storage.database import Database, open_database
from desktop_crm.storage.listing import Query, count
from desktop_crm.views.modules import MODULES
from desktop_crm.views.records.list_window import ListWindow
from desktop_crm.views.shell.main_window import MainWindow
from desktop_crm.views.shell.state import State
from desktop_crm.views.start.assistant import Assistant
from desktop_crm.views.start.opening import OpeningWindow
from tests.factories import create_many

WAIT = 30_000


@pytest.fixture
def desktop(qtbot: QtBot, tmp_path: Path) -> Iterator[Desktop]:
    desktop = Desktop(Settings(tmp_path / "settings.json"), State(tmp_path / "window.json"))
    yield desktop
    if desktop.front is not None:
        desktop.front.close()
        qtbot.addWidget(desktop.front)
    desktop.close()


@pytest.fixture
def demo_url(sqlite_url: str) -> str:
    database = open_database(sqlite_url)
    fill(database, size=5, today=date(2026, 11, 20))
    database.close()
    return sqlite_url


def started(desktop: Desktop, target: str) -> MainWindow:
    """The window as it stands before its company is open."""
    desktop.start(target)
    window = desktop.front
    assert isinstance(window, MainWindow)
    assert window.cover is not None
    return window


def test_a_company_opens_behind_its_window(desktop: Desktop, qtbot: QtBot, demo_url: str) -> None:
    window = started(desktop, demo_url)
    qtbot.waitUntil(lambda: window.cover is None, timeout=WAIT)
    assert desktop.front is window
    assert window.pages.current().item.key == MODULES[0].module
    page = window.open("organization")
    assert isinstance(page, ListWindow)
    qtbot.waitUntil(lambda: page.model.rowCount() == 5, timeout=WAIT)


def test_without_a_database_the_assistant_asks(desktop: Desktop) -> None:
    desktop.start(None)
    assert isinstance(desktop.front, Assistant)


def test_a_database_that_does_not_open_is_said(desktop: Desktop, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("x" * 2000)
    started(desktop, str(tmp_path / "note.txt"))
    qtbot.waitUntil(lambda: isinstance(desktop.front, OpeningWindow), timeout=WAIT)
    opening = desktop.front
    assert "note.txt" in opening._words.text()
    assert opening._buttons.isVisible()
    opening.retried.emit()
    assert isinstance(desktop.front, MainWindow)
    qtbot.waitUntil(lambda: isinstance(desktop.front, OpeningWindow), timeout=WAIT)
    desktop.front.another.emit()
    assert isinstance(desktop.front, Assistant)


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


def test_searches_are_kept_quick_as_records_grow(local_database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    from desktop_crm.app.company import keep_searches_quick
    from desktop_crm.storage import search

    monkeypatch.setattr(search, "SMALL", 5)
    with local_database.writing() as unit:
        create_many(unit, Organization, 30)
    with ThreadPoolExecutor(1) as thread:
        thread.submit(keep_searches_quick, local_database).result()
    with local_database.reading() as unit:
        assert not search.needs_upkeep(unit.session, Organization)
        assert search.figures(unit.session, Organization).prefixes["cong"] == 30
