"""Faults of the program itself: written to the log, shown once with a report that can be copied, work goes on."""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, qVersion
from PySide6.QtWidgets import QWidget

from desktop_crm import __version__
from desktop_crm.errors import CrmError
from desktop_crm.views.shell.messages import Messages

if TYPE_CHECKING:
    from desktop_crm.views.shell.report import ReportDialog

log = logging.getLogger(__name__)


def report_text(error: BaseException) -> str:
    """What a developer needs: versions, system and the trace; no business data beyond what the error itself says."""
    import platform

    trace = "".join(traceback.format_exception(error))
    return (
        f"Desktop CRM {__version__}\n"
        f"Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}\n\n{trace}"
    )


class Reporter(QObject):
    """Takes the errors nobody else took: expected ones to the message bars, the rest to the log and a report.

    One report shows at a time; what follows meanwhile is only logged.
    """

    _arrived = Signal(object)

    def __init__(self, window: QWidget, messages: Messages) -> None:
        super().__init__(window)
        self._window, self._messages = window, messages
        self._dialog: ReportDialog | None = None
        self._arrived.connect(self.report)

    def install(self) -> None:
        """Take unhandled exceptions of every thread from now on."""
        sys.excepthook = self._hook
        threading.excepthook = lambda args: self._hook(args.exc_type, args.exc_value, args.exc_traceback)

    def report(self, error: BaseException) -> None:
        """Show (and log) an error in the window's thread."""
        if isinstance(error, CrmError):
            self._messages.show_error(error)
            return
        log.error("unexpected error", exc_info=error)
        if self._dialog is None:
            from desktop_crm.views.shell.report import ReportDialog

            self._dialog = ReportDialog(self._window, report_text(error))
            self._dialog.finished.connect(self._closed)
            self._dialog.open()

    def _closed(self) -> None:
        self._dialog = None

    def _hook(self, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> None:
        if isinstance(error, Exception):
            self._arrived.emit(error)  # from a worker's thread the signal is queued
        elif error is not None:
            sys.__excepthook__(kind, error, trace)
