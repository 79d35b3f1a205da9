"""Starts the program in this process up to its first list; says as JSON what was loaded when.

Run by `tests/test_start.py` in a process of its own: `python -m tests.support.start DATABASE STATE_FILE`.
"""

from __future__ import annotations

import builtins
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

WATCHED = ("sqlalchemy", "alembic.command", "alembic.script", "reportlab", "openpyxl", "babel", "phonenumbers",
           "python_calamine", "PIL", "stdnum", "psycopg", "PySide6.QtPdf", "PySide6.QtPrintSupport")  # fmt: skip
IGNORED = "This plugin does not support"  # of the offscreen platform


def main(database: str, state_file: str) -> None:
    """Start, follow, close; what was seen goes to standard output."""
    from desktop_crm.app import begin
    from desktop_crm.app.quick import load_qt
    from desktop_crm.settings import Settings

    load_qt()  # as `begin` does; the state comes after Qt
    from desktop_crm.views.shell.state import State

    app, desktop = begin(Settings(Path(state_file).with_name("settings.json")), State(Path(state_file)))
    warnings: list[str] = []
    _collect(warnings)
    desktop.start(database)
    window: Any = desktop.front
    hook = "feature" in repr(builtins.__import__)
    seen: dict[str, Any] = {"at once": window.isVisible(), "window": _loaded(), "hook gone": not hook}
    look = window.cover
    _until(app, lambda: look.has_rows() or window.cover is None)
    seen |= {"early rows": window.cover is not None, "rows": _loaded()}
    _until(app, lambda: window.cover is None and desktop.has_kept())
    page = window.pages.current()
    seen |= {"list": _loaded(), "page": page.item.key, "count": page.widget.model.rowCount()}
    window.close()
    desktop.close()
    sys.stdout.write(json.dumps({**seen, "warnings": warnings}))
    sys.stdout.flush()
    os._exit(0)  # Qt's own end is no part of this


def _loaded() -> list[str]:
    return [name for name in WATCHED if name in sys.modules]


def _collect(warnings: list[str]) -> None:
    from PySide6.QtCore import qInstallMessageHandler

    qInstallMessageHandler(lambda kind, context, text: None if IGNORED in text else warnings.append(text))


def _until(app: Any, done: Callable[[], bool]) -> None:
    """Sleep until something happened that makes it so; who started this process watches the time."""
    from PySide6.QtCore import QEventLoop

    while not done():
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


if __name__ == "__main__":
    main(*sys.argv[1:])
