"""A second start on the same database: the window of the first one comes to the front."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalServer
from pytestqt.qtbot import QtBot

from desktop_crm.app import single
from desktop_crm.app.single import Instance, name_of

ROOT = Path(__file__).resolve().parents[2]
ANOTHER = "import sys; from desktop_crm.app.single import Instance; sys.exit(not Instance().hold(*sys.argv[1:]))"


@pytest.fixture(autouse=True)
def short_folder(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A socket's path has to be short."""
    import tempfile

    with tempfile.TemporaryDirectory(prefix="crm") as folder:
        monkeypatch.setenv("XDG_RUNTIME_DIR", folder)
        yield


@pytest.fixture
def first(qtbot: QtBot) -> Iterator[Instance]:
    instance = Instance()
    yield instance
    instance.release()


def start_again(qtbot: QtBot, *arguments: str) -> bool:
    """Whether another process may open a window; this one answers meanwhile."""
    command = [sys.executable, "-c", ANOTHER, *arguments]
    with subprocess.Popen(command, cwd=ROOT) as process:
        qtbot.waitUntil(lambda: process.poll() is not None, timeout=60_000)
        return process.returncode == 0


def test_the_second_start_shows_the_first_window(first: Instance, qtbot: QtBot, tmp_path: Path) -> None:
    file = str(tmp_path / "Công ty An.crm")
    asked: list[bool] = []
    first.asked.connect(lambda: asked.append(True))
    assert first.hold(file)
    assert not start_again(qtbot, file)
    assert asked == [True]
    assert not start_again(qtbot, file)
    assert asked == [True, True]


def test_another_database_or_user_gets_a_window(first: Instance, qtbot: QtBot, tmp_path: Path) -> None:
    file = str(tmp_path / "a.crm")
    first.hold(file)
    assert start_again(qtbot, str(tmp_path / "b.crm"))
    assert start_again(qtbot, file, "binh")


def test_what_was_let_go_is_free(first: Instance, qtbot: QtBot) -> None:
    first.hold("a.crm")
    assert first.hold_also("b.crm")
    assert start_again(qtbot, "a.crm")
    assert not start_again(qtbot, "b.crm")
    first.release()
    assert start_again(qtbot, "b.crm")


def test_the_same_database_stays_held_whoever_signs_in(first: Instance, qtbot: QtBot) -> None:
    first.hold("a.crm")
    assert first.hold_also("a.crm", "an")
    assert not start_again(qtbot, "a.crm")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows takes the name away itself")
def test_what_a_killed_program_left_does_not_stand_in_the_way(first: Instance, qtbot: QtBot) -> None:
    Path(name_of("a.crm")).write_bytes(b"")
    assert first.hold("a.crm")
    assert not start_again(qtbot, "a.crm")


def test_a_first_one_that_hangs_is_not_waited_for(
    first: Instance, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    silent = QLocalServer()
    assert silent.listen(name_of("a.crm"))
    monkeypatch.setattr(single, "_ANSWER", 20)
    assert first.hold("a.crm")
    silent.close()


def test_a_file_has_one_name_however_it_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert name_of("a.crm") == name_of(str(tmp_path / "a.crm"))
    assert name_of("postgresql://an@server/crm") != name_of("postgresql://an@server/other")
