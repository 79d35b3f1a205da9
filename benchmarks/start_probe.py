"""One start in this process, up to a painted window or painted first rows; prints one JSON line.

    python -m benchmarks.start_probe KIND DATABASE

KIND: `empty`        a bare main window of Qt, shown and drawn: what no program with a window can go below
      `window`       the program's window, with the database still opening behind it
      `empty+query`  the bare window, SQLAlchemy imported, and the same rows read with one statement
      `rows`         the program, until the list's first rows are drawn
      `ready`        the program, until the list itself has taken their place and can be worked with
Wall and CPU seconds are counted from the start of the process. The program keeps what it remembers of its window
beside the database, so the first run of a kind is a warm-up. Set QT_QPA_PLATFORM for all kinds alike.
"""

from __future__ import annotations

import time

STARTED = time.perf_counter() - time.process_time()  # what the interpreter took to come here it spent computing

import json  # noqa: E402
import os  # noqa: E402
import sys  # noqa: E402
from collections.abc import Callable  # noqa: E402
from pathlib import Path  # noqa: E402
from typing import Any  # noqa: E402

SIZE = 1424, 852
ROWS = 200  # what the list reads first
SECONDS = 60


def main(kind: str, database: str) -> None:
    figures = KINDS[kind](database)
    print(json.dumps({"kind": kind, **figures}), flush=True)
    os._exit(0)  # what follows is no part of a start


def taken(**more: Any) -> dict[str, Any]:
    return {"wall": time.perf_counter() - STARTED, "cpu": time.process_time(), **more}


def empty(database: str) -> dict[str, Any]:
    _bare_window()
    return taken()


def empty_and_query(database: str) -> dict[str, Any]:
    _bare_window()
    import sqlalchemy.orm
    from sqlalchemy import create_engine, text

    statement = text(f"SELECT * FROM lead WHERE deleted_at IS NULL ORDER BY modified_at DESC, id DESC LIMIT {ROWS}")
    address = database if "://" in database else f"sqlite:///{Path(database).absolute()}"
    with sqlalchemy.orm.Session(create_engine(address.replace("postgresql://", "postgresql+psycopg://"))) as session:
        rows = session.execute(statement).all()
    return taken(rows=len(rows))


def _bare_window() -> Any:
    from PySide6.QtWidgets import QApplication, QMainWindow

    app, window = QApplication([]), QMainWindow()
    window.resize(*SIZE)
    window.show()
    app.processEvents()
    window.grab()
    return app, window


def window(database: str) -> dict[str, Any]:
    app, front = _program(database)
    app.processEvents()
    front.grab()
    return taken()


def rows(database: str) -> dict[str, Any]:
    app, front = _program(database)
    look = front.cover
    _until(app, lambda: front.cover is None or look.has_rows())
    return _drawn(app, front)


def ready(database: str) -> dict[str, Any]:
    app, front = _program(database)
    _until(app, lambda: front.cover is None)
    return _drawn(app, front)


def _program(database: str) -> tuple[Any, Any]:
    """What the command line does when the program is started without words, up to the event loop."""
    beside = Path(database if "://" not in database else "server").absolute().with_suffix(".start")
    os.environ["XDG_CONFIG_HOME"] = os.environ["APPDATA"] = str(beside)
    file = beside / "desktop-crm" / "settings.json"
    if not file.exists():
        file.parent.mkdir(parents=True)
        file.write_text(json.dumps({"database": database}), "utf-8")
    sys.argv[1:] = []
    from desktop_crm import app, cli

    begun: list[Any] = []
    app.run = lambda target, settings, user, demo: begun.append(_begin(target, settings, user, demo)) or 0
    cli.main()
    return begun[0]


def _begin(target: str, settings: Any, user: str, demo: bool) -> tuple[Any, Any]:
    """What `app.run` does, up to the event loop."""
    from desktop_crm.app import begin

    app, desktop = begin(settings)
    desktop.start(target, user, demo)
    desktop.front.resize(*SIZE)
    KEPT.append(desktop)
    return app, desktop.front


KEPT: list[Any] = []


def _until(app: Any, done: Callable[[], bool]) -> None:
    """Let the program run as its own loop would: asleep until something happens."""
    from PySide6.QtCore import QEventLoop, QTimer

    end, awake = time.monotonic() + SECONDS, QTimer(interval=1000)
    awake.start()
    while not done():
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        if time.monotonic() > end:
            raise TimeoutError


def _drawn(app: Any, front: Any) -> dict[str, Any]:
    app.processEvents()
    front.grab()
    figures = taken()
    _until(app, lambda: front.cover is None and KEPT[0].has_kept())
    front.close()  # what the window remembers is written for the next start
    KEPT[0].close()
    return figures


KINDS: dict[str, Callable[[str], dict[str, Any]]] = {
    "empty": empty,
    "window": window,
    "empty+query": empty_and_query,
    "rows": rows,
    "ready": ready,
}

if __name__ == "__main__":
    main(*sys.argv[1:])
