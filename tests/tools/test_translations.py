"""The catalogue tool on a small package of its own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tools import translations

CODE = """
from desktop_crm.i18n import mark
SAVE = mark("Window", "Save {count} rows")
QUIT = mark("Window", "Quit \\"now\\" & here")
"""


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    package = tmp_path / "desktop_crm"
    (package / "views" / "shell").mkdir(parents=True)
    (package / "views" / "shell" / "window.py").write_text(CODE, "utf-8")
    monkeypatch.setattr(translations, "ROOT", tmp_path)
    monkeypatch.setattr(translations, "PACKAGE", package)
    monkeypatch.setattr(translations, "CATALOGUES", tmp_path / "i18n")
    return package


def catalogue(package: Path) -> Path:
    return translations.catalogue_path(package / "views" / "shell")


def fill(tmp_path: Path, words: object) -> int:
    path = tmp_path / "words.json"
    path.write_text(json.dumps(words), "utf-8")
    return translations.main(["fill", str(path)])


def test_update_writes_one_catalogue_a_folder(package: Path) -> None:
    assert translations.main(["update"]) == 0
    assert catalogue(package).name == "views_shell_vi.ts"
    assert list(translations.read(catalogue(package))) == [
        ("Window", "Save {count} rows"),
        ("Window", 'Quit "now" & here'),
    ]


def test_check_names_what_has_no_translation(package: Path, capsys: pytest.CaptureFixture[str]) -> None:
    translations.main(["update"])
    assert translations.main(["check"]) == 1
    assert "'Save {count} rows' is not translated" in capsys.readouterr().err


def test_filled_catalogues_pass_and_survive_an_update(package: Path, tmp_path: Path) -> None:
    assert fill(tmp_path, {"Window": {"Save {count} rows": "Lưu {count} dòng"}, 'Quit "now" & here': "Thoát"}) == 0
    before = catalogue(package).read_text("utf-8")
    assert translations.main(["check"]) == 0
    assert translations.main(["update"]) == 0
    assert catalogue(package).read_text("utf-8") == before


def test_check_finds_lost_placeholders(package: Path, tmp_path: Path) -> None:
    fill(tmp_path, {"Save {count} rows": "Lưu {so} dòng", 'Quit "now" & here': "Thoát"})
    assert any("differ in placeholders" in fault for fault in translations.faults())


def test_check_finds_drift(package: Path, tmp_path: Path) -> None:
    fill(tmp_path, {"Save {count} rows": "Lưu {count} dòng", 'Quit "now" & here': "Thoát"})
    (package / "views" / "shell" / "window.py").write_text(CODE.replace("QUIT", "#"), "utf-8")
    assert any("out of step" in fault for fault in translations.faults())


@pytest.mark.parametrize("call", ['mark("W", f"{n} rows")', 'mark("W", text)', 'mark("W")', 'mark("W", text="x")'])
def test_marks_take_literals_only(package: Path, call: str) -> None:
    (package / "views" / "shell" / "window.py").write_text(f"x = {call}\n", "utf-8")
    assert translations.main(["update"]) == 1
    assert any("window.py:1: mark() takes two literal texts" in fault for fault in translations.faults())


def test_fill_reports_texts_that_no_code_marks(package: Path, tmp_path: Path) -> None:
    assert fill(tmp_path, {"Close": "Đóng"}) == 1
