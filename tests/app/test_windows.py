"""What Windows wants of the program, as far as it can be tried anywhere."""

from __future__ import annotations

import ctypes
import re
from ctypes import wintypes
from pathlib import Path

import pytest

from desktop_crm.app import windows

ROOT = Path(__file__).resolve().parents[2]


def test_the_installer_and_the_program_agree_on_the_message() -> None:
    script = (ROOT / "packaging" / "windows" / "installer.nsi").read_text("utf-8")
    assert re.search(r'CLOSE_MESSAGE "([^"]+)"', script)[1] == windows.CLOSE_MESSAGE  # type: ignore[index]


@pytest.mark.parametrize(("number", "closes"), [(0xC123, 1), (0x0200, 0)])
def test_only_the_installers_message_closes(number: int, closes: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(windows, "_message_number", lambda: 0xC123)
    asked: list[bool] = []
    listening = windows.CloseOnRequest(lambda: asked.append(True))
    message = wintypes.MSG(message=number)
    assert listening.nativeEventFilter(b"windows_generic_MSG", ctypes.addressof(message)) == (False, 0)
    assert listening.nativeEventFilter(b"xcb_generic_event_t", 0) == (False, 0)
    assert len(asked) == closes


def test_the_manifest_asks_for_long_paths_unicode_and_sharp_screens() -> None:
    manifest = (ROOT / "packaging" / "windows" / "app.manifest").read_text("utf-8")
    for name, value in {"longPathAware": "true", "activeCodePage": "UTF-8", "dpiAwareness": "PerMonitorV2"}.items():
        assert re.search(rf"<{name} [^>]*>{value}", manifest), name
