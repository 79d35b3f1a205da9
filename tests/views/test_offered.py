"""What the main window offers a user: modules, menus, the palette and the settings, by rights and when they change."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QMenu

from desktop_crm.app.window import fill_window
from desktop_crm.i18n import translate
from desktop_crm.models.rights import NOTHING, Grant, Reach
from desktop_crm.services.choices import load_choices
from desktop_crm.settings import Settings
from desktop_crm.storage.database import Actor, Database
from desktop_crm.views.modules import MODULES, by_module
from desktop_crm.views.shell.jobs import InlineRunner
from desktop_crm.views.shell.main_window import MainWindow
from desktop_crm.views.shell.state import State
from tests.support.people import actor_of, staffed, with_rights


@pytest.fixture
def who(local_database: Database) -> dict[str, int]:
    return staffed(local_database)


def opened(qtbot: Any, database: Database, actor: Actor, folder: Path) -> tuple[MainWindow, Any]:
    with database.reading() as unit:
        choices = load_choices(unit)
    window = MainWindow((), InlineRunner(), State(folder / "state.json"))
    context = fill_window(window, database, actor, choices, Settings(folder / "settings.json"))
    qtbot.addWidget(window)
    return window, context


def in_rail(window: MainWindow) -> list[str]:
    return [item.key for section in window._sections for item in section.items]


def created(window: MainWindow) -> set[str]:
    menu = QMenu()
    window._fill_create_menu(menu)
    return {action.text() for action in menu.actions()}


@pytest.mark.parametrize("name", ["ha", "minh", "lan"])
def test_every_preset_sees_every_module(
    qtbot: Any, local_database: Database, who: dict[str, int], tmp_path: Path, name: str
) -> None:
    window, _ = opened(qtbot, local_database, actor_of(local_database, who[name]), tmp_path)
    assert in_rail(window) == [view.module for view in MODULES]
    product = translate(by_module("product").add_label)
    assert (product in created(window)) == (name != "lan")
    assert window.has("product.import") == (name != "lan")
    sections = list(window.open("settings")._declared)  # type: ignore[attr-defined]
    assert ("roles" in sections) == (name == "ha")
    assert "look" in sections


def test_a_module_that_is_not_seen_is_nowhere(
    qtbot: Any, local_database: Database, who: dict[str, int], tmp_path: Path
) -> None:
    lan = with_rights(actor_of(local_database, who["lan"]), {"contract": NOTHING})
    window, context = opened(qtbot, local_database, lan, tmp_path)
    assert "contract" not in in_rail(window)
    assert not window.has("contract.record")
    titles = [str(source.title) for source in window._all_sources()]
    assert str(by_module("contract").entity.plural_label) not in titles
    assert translate(by_module("contract").add_label) not in created(window)
    context.navigator.open_record("contract", 1)
    assert window.pages.current() is None or window.pages.current().item.key != "contract.record"


def test_without_the_right_to_print_there_is_no_print_page(
    qtbot: Any, local_database: Database, who: dict[str, int], tmp_path: Path
) -> None:
    quiet = Grant(Reach.OWN, Reach.OWN, Reach.OWN, Reach.OWN)
    lan = with_rights(actor_of(local_database, who["lan"]), {"quote": quiet})
    window, _ = opened(qtbot, local_database, lan, tmp_path)
    assert window.has("quote")
    assert not window.has("quote.print")
    assert window.has("contract.print")


def test_the_window_follows_when_rights_change(
    qtbot: Any, local_database: Database, who: dict[str, int], tmp_path: Path
) -> None:
    window, context = opened(qtbot, local_database, actor_of(local_database, who["ha"]), tmp_path)
    first = window.open("contact")
    window.open("lead")
    context.actor = actor_of(local_database, who["lan"])
    context.actor = with_rights(context.actor, {"contract": NOTHING})
    context.relay.rights_changed.emit()
    assert "contract" not in in_rail(window)
    assert window.open("contact") is not first
    grant = replace(context.rights.grant("contact"), see=Reach.ALL)
    context.actor = with_rights(context.actor, {"contract": grant})
    context.relay.rights_changed.emit()
    assert "contract" in in_rail(window)
