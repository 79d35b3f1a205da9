"""Guards over every test: no unexpected warning in the log, no SQL on the window's thread, no dialog left waiting."""

from __future__ import annotations

import logging
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

from sqlalchemy import Engine, event

VIEWS = ("desktop_crm.views", "desktop_crm.app")


class _Records(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.texts: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.texts.append(f"{record.levelname} {record.name}: {record.getMessage()}")


@contextmanager
def no_warnings_logged() -> Iterator[None]:
    """Fail when the program logs a warning or worse meanwhile."""
    seen = _Records()
    logger = logging.getLogger("desktop_crm")
    logger.addHandler(seen)
    try:
        yield
    finally:
        logger.removeHandler(seen)
    assert not seen.texts, "unexpected log records:\n" + "\n".join(seen.texts)


@contextmanager
def no_sql_under_views() -> Iterator[None]:
    """Fail each SQL statement that a view causes on the main thread.

    A test may query on its own thread, and so may an inline job runner; a view may not.
    """
    event.listen(Engine, "before_cursor_execute", _refuse)
    try:
        yield
    finally:
        event.remove(Engine, "before_cursor_execute", _refuse)


def _refuse(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
    if threading.current_thread() is threading.main_thread() and (culprit := _view_below(sys._getframe(1))):
        raise AssertionError(f"SQL on the window's thread, from {culprit}: {statement}")


def _view_below(frame: FrameType | None) -> str:
    """The innermost view function on the stack; '' when there is none or an inline runner called it as work.

    What follows a job (`Jobs._deliver`) belongs to the window's thread again, also below an inline runner.
    """
    culprit = ""
    while frame is not None:
        name, module = frame.f_code.co_qualname, frame.f_globals.get("__name__", "")
        if name.startswith("Inline"):
            return ""
        if name == "Jobs._deliver":
            return culprit
        if not culprit and module.startswith(VIEWS):
            culprit = f"{module}.{name}"
        frame = frame.f_back
    return culprit


@contextmanager
def no_dialog_waits(seconds: float) -> Iterator[list[str]]:
    """Refuse each modal dialog that nobody answered for `seconds`; yields what those dialogs were.

    A nested event loop never returns to the interpreter, so without this a test would hang for ever.
    """
    widgets = sys.modules.get("PySide6.QtWidgets")
    refused: list[str] = []
    if widgets is None or widgets.QApplication.instance() is None:
        yield refused
        return
    from PySide6.QtCore import QTimer

    seen: dict[int, float] = {}

    def look() -> None:
        dialog = widgets.QApplication.activeModalWidget()
        if id(dialog) not in seen:
            seen.clear()  # another one, or none
        if dialog is not None and time.monotonic() - seen.setdefault(id(dialog), time.monotonic()) >= seconds:
            refused.append(f"{type(dialog).__name__} {dialog.windowTitle()!r}")
            dialog.close()

    timer = QTimer()
    timer.timeout.connect(look)
    timer.start(100)
    try:
        yield refused
    finally:
        timer.stop()
