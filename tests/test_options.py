"""Options of this computer: the user's choice before the administrators', theirs before the program's."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_crm import settings as module
from desktop_crm.settings import Settings, can_keep


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_what_administrators_decided_holds_until_the_user_chooses(tmp_path: Path, encoding: str) -> None:
    decided = tmp_path / "defaults.json"
    decided.write_text('{"database": "postgresql://máy-chủ/crm", "language": "en"}', encoding)
    settings = Settings(tmp_path / "settings.json", decided)
    assert (settings["database"], settings["language"]) == ("postgresql://máy-chủ/crm", "en")
    settings.change(database="own.crm")
    again = Settings(tmp_path / "settings.json", decided)
    assert (again["database"], again["language"]) == ("own.crm", "en")


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff\xfe", b'{"language": "fr"}'])
def test_nonsense_means_the_defaults(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "defaults.json").write_bytes(content)
    settings = Settings(tmp_path / "settings.json", tmp_path / "defaults.json")
    assert (settings["database"], settings["language"], settings["updates"]) == ("", "vi", "")


def test_a_profile_that_cannot_be_written_costs_no_more_than_the_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    settings = Settings(tmp_path / "file" / "settings.json")
    settings.change(language="en")
    assert settings["language"] == "en"
    assert not settings.kept
    monkeypatch.setattr(module, "settings_file", lambda: tmp_path / "file" / "settings.json")
    assert not can_keep()


def test_looking_whether_the_profile_can_be_written_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "settings_file", lambda: tmp_path / "in" / "settings.json")
    assert can_keep()
    assert not list((tmp_path / "in").iterdir())


def test_an_unknown_option_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(KeyError):
        Settings(tmp_path / "settings.json").change(colour="red")
