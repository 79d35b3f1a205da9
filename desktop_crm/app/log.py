"""Where the program writes what went wrong: the log, and the trace of a crash."""

from __future__ import annotations

import faulthandler
import logging
import sys
from pathlib import Path
from types import TracebackType

from desktop_crm.settings import log_folder

_MOST = 1_000_000  # bytes of one file


def log_file() -> Path:
    """What the program says of itself."""
    return log_folder() / "desktop-crm.log"


def crash_file() -> Path:
    """Where every thread was when the program died in a library."""
    return log_folder() / "crash.log"


class _Log(logging.Handler):
    """Opens the log file when there is something to write: few starts have."""

    def emit(self, record: logging.LogRecord) -> None:
        from logging.handlers import RotatingFileHandler

        root = logging.getLogger("desktop_crm")
        root.removeHandler(self)
        try:
            log_file().parent.mkdir(parents=True, exist_ok=True)
            handler = RotatingFileHandler(log_file(), maxBytes=_MOST, backupCount=3, encoding="utf-8")
        except OSError:
            return
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
        root.addHandler(handler)
        handler.handle(record)


def keep_log() -> None:
    """Write warnings and faults to the log, and the traces of a crash beside it; a full disk is no fault."""
    root = logging.getLogger("desktop_crm")
    root.addHandler(_Log())
    root.setLevel(logging.INFO)
    sys.excepthook = _hook
    keep_crashes()


def keep_crashes() -> None:
    """Let the trace of a crash go to a file, which an ordinary start leaves as it is."""
    file = crash_file()
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        mode = "w" if file.exists() and file.stat().st_size > _MOST else "a"
        faulthandler.enable(file.open(mode, encoding="utf-8"))
    except OSError:
        return


def _hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """What ends the program before there is a window to show it in."""
    logging.getLogger(__name__).critical("the program ended", exc_info=(kind, error, trace))
    sys.__excepthook__(kind, error, trace)
