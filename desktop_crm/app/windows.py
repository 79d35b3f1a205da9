"""What Windows wants of a program beside its windows; nothing of it happens elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractNativeEventFilter, QCoreApplication, QObject

IDENTITY = "DesktopCRM.desktop-crm"
"""By this the task bar knows that windows, shortcut and pinned button belong together."""
CLOSE_MESSAGE = "desktop-crm-close"
"""The message by which the installer asks every running window to close; named in packaging/windows/installer.nsi."""
_ANY_PROCESS = -1


def set_identity() -> None:
    """Tell the task bar which program this is."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.shell32.SetCurrentProcessExplicitAppUserModelID(IDENTITY)


def let_others_come_forward() -> None:
    """Pass on this process's right to put a window in front: the user has just started it."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.AllowSetForegroundWindow(_ANY_PROCESS)


def listen_for_installer(owner: QObject, close: Callable[[], object]) -> None:
    """Call `close` whenever the installer asks, as long as `owner` lives."""
    app = QCoreApplication.instance()
    if sys.platform == "win32" and app is not None:
        asked = CloseOnRequest(close)
        app.installNativeEventFilter(asked)
        owner.destroyed.connect(lambda: app.removeNativeEventFilter(asked))


class CloseOnRequest(QAbstractNativeEventFilter):
    """Calls `close` when the installer asks for it."""

    def __init__(self, close: Callable[[], object]) -> None:
        super().__init__()
        self._close, self._number = close, _message_number()

    def nativeEventFilter(self, kind: Any, message: Any) -> tuple[bool, int]:
        if self._number and kind == b"windows_generic_MSG" and _number_of(int(message)) == self._number:
            self._close()
        return False, 0


def _message_number() -> int:
    if sys.platform != "win32":
        return 0
    import ctypes

    return int(ctypes.windll.user32.RegisterWindowMessageW(CLOSE_MESSAGE))


def _number_of(address: int) -> int:
    from ctypes import wintypes

    return int(wintypes.MSG.from_address(address).message)
