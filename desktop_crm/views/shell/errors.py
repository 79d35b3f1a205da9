"""Faults of the program itself: written to the log, shown once with a report that can be copied, work goes on."""

from __future__ import annotations

import logging
import platform
import sys
import threading
import traceback
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QWidget

from desktop_crm import __version__
from desktop_crm.errors import CrmError
from desktop_crm.i18n import mark, translate
from desktop_crm.views.shell.messages import Messages
from desktop_crm.views.widgets.dialogs import Sheet
from desktop_crm.views.widgets.layouts import box, button, col, label

log = logging.getLogger(__name__)


def report_text(error: BaseException) -> str:
    """What a developer needs: versions, system and the trace; no business data beyond what the error itself says."""
    trace = "".join(traceback.format_exception(error))
    return (
        f"Desktop CRM {__version__}\n"
        f"Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}\n\n{trace}"
    )


class ReportDialog(Sheet):
    """Says that something unexpected happened, what is safe, and lets the report be copied."""

    def __init__(self, parent: QWidget | None, report: str) -> None:
        self.report = report
        text = QPlainTextEdit(report, readOnly=True)
        text.setMinimumHeight(220)
        text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        text.setAccessibleName(translate(mark("ReportDialog", "Error report")))
        words = label(
            mark(
                "ReportDialog", "What you have entered is still there. Save it and start the program again if you can."
            ),
            wrap=True,
        )
        copy = button(mark("ReportDialog", "Copy report"), icon="copy")
        close = button(mark("ReportDialog", "Go on"), "primary")
        super().__init__(
            parent,
            mark("ReportDialog", "Something unexpected happened"),
            box(col(words, text, gap=10)),
            (copy, close),
            width=640,
            icon="triangle-alert",
            tone="danger",
        )
        self.safe = close
        self._wire(copy, close)

    def _wire(self, copy: QPushButton, close: QPushButton) -> None:
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.report))
        close.clicked.connect(self.accept)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)


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
