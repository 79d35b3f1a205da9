"""What went wrong is written where support finds it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from desktop_crm.app import log

ROOT = Path(__file__).resolve().parents[2]
CRASH = """
import faulthandler
from desktop_crm.app.log import keep_log
keep_log()
faulthandler._sigsegv()
"""
FAULT = """
from desktop_crm.app.log import keep_log
keep_log()
raise ValueError("Trời ơi")
"""


def run(code: str) -> int:
    return subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=False).returncode


def test_a_crash_leaves_a_trace() -> None:
    assert run(CRASH) != 0
    assert "Segmentation fault" in log.crash_file().read_text() or "access violation" in log.crash_file().read_text()


def test_what_ends_the_program_before_its_window_is_logged() -> None:
    assert run(FAULT) != 0
    assert "Trời ơi" in log.log_file().read_text("utf-8")


def test_a_folder_that_cannot_be_written_is_no_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setattr(log, "log_folder", lambda: tmp_path / "file" / "log")
    log.keep_crashes()


def test_traces_do_not_grow_for_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log, "log_folder", lambda: tmp_path)
    monkeypatch.setattr(log, "_MOST", 10)
    monkeypatch.setattr(log.faulthandler, "enable", lambda file: file.close())
    for content, kept in (("x" * 10, 10), ("x" * 11, 0)):
        (tmp_path / "crash.log").write_text(content)
        log.keep_crashes()
        assert (tmp_path / "crash.log").stat().st_size == kept
