"""The dialog of a fault of the program itself."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QWidget

from desktop_crm.i18n import mark, translate
from desktop_crm.views.widgets.dialogs import Sheet
from desktop_crm.views.widgets.layouts import box, button, col, label


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
