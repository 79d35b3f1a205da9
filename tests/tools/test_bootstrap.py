"""What the first command says on a machine that lacks something."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tools import bootstrap


def said(capsys: pytest.CaptureFixture[str]) -> str:
    return capsys.readouterr().err


def test_an_old_python_is_refused(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 9, 2))
    assert bootstrap.main(["test"]) == 1
    assert "Python 3.11 or newer is needed" in said(capsys)


@pytest.mark.skipif(sys.platform != "linux", reason="a matter of Linux")
def test_no_screen_is_one_sentence(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert bootstrap.main(["demo"]) == 1
    assert said(capsys).count("\n") == 1


@pytest.mark.skipif(sys.platform != "linux", reason="a matter of Linux")
def test_missing_libraries_are_named_with_the_command(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(bootstrap, "loads", lambda library: library not in ("libEGL.so.1", "libxcb-cursor.so.0"))
    monkeypatch.setattr(bootstrap.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(bootstrap.os, "geteuid", lambda: 1000)
    monkeypatch.setenv("DISPLAY", ":0")
    assert bootstrap.main(["demo"]) == 1
    assert "sudo apt-get install -y --no-install-recommends libegl1 libxcb-cursor0" in said(capsys)


def test_an_unchanged_project_is_not_installed_again(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    ran: list[tuple[str, ...]] = []
    monkeypatch.setattr(bootstrap, "VENV", str(tmp_path))
    monkeypatch.setattr(bootstrap, "venv_python", lambda: sys.executable)
    monkeypatch.setattr(bootstrap, "run", lambda *command: ran.append(command) or 0)
    bootstrap.install("test")
    first = len(ran)
    bootstrap.install("test")
    bootstrap.install("demo")
    assert first > 0
    assert len(ran) == first


def test_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert bootstrap.main([]) == 2
    assert "bootstrap.py demo" in capsys.readouterr().out
