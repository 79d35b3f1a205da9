"""What a quote, an order or a contract looks like on paper, before it goes to a printer, a file or another program."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QStandardPaths, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QWidget

from desktop_crm.errors import CrmError, Unavailable
from desktop_crm.i18n import LANGUAGES, language, mark, translate
from desktop_crm.models import Record
from desktop_crm.services.printouts import printout
from desktop_crm.storage.database import UnitOfWork
from desktop_crm.storage.history import Change
from desktop_crm.views.records.declare import EntityView
from desktop_crm.views.widgets import tokens
from desktop_crm.views.widgets.controls import SegmentedToggle
from desktop_crm.views.widgets.empty import EmptyState, Skeleton
from desktop_crm.views.widgets.layouts import button, col, frame, label, row, tool

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from desktop_crm.views.context import Context
    from desktop_crm.views.printing.paper import Paper

NOT_WRITTEN = mark("PrintPreview", "{file} cannot be written: {reason}")


class PrintPreview(QWidget):
    """One document as its pages. It is drawn again when the document changes or another language is chosen."""

    def __init__(self, context: Context, view: EntityView, record_id: int) -> None:
        super().__init__()
        self.context, self.view, self.record_id = context, view, record_id
        self.content, self.number = b"", ""
        self._paper: Paper | None = None
        self._title = label(view.entity.singular_label, tokens.HEADING, strong=True)
        self._page, self._zoom = label("", tone="t2"), label("", tone="t2")
        self.language = SegmentedToggle([(code, words, "") for code, words in LANGUAGES.items()], language())
        self.language.changed.connect(lambda _: self.load())
        self._buttons = self._make_buttons()
        self._stack = QStackedWidget()
        self._state: QWidget = Skeleton()
        self._stack.addWidget(self._state)
        self.setLayout(col(self._bar(), (self._stack, 1), gap=0))
        self._add_shortcuts()
        context.relay.changed.connect(self._elsewhere)
        self.load()

    # -- building

    def _make_buttons(self) -> dict[str, Any]:
        return {
            "open": button(mark("PrintPreview", "Open in another program"), icon="external-link", clicked=self.open),
            "save": button(mark("PrintPreview", "Save PDF…"), "plain", "download",
                           mark("PrintPreview", "Save as a file (Ctrl+S)"), self.ask_file),
            "print": button(mark("PrintPreview", "Print…"), "primary", "printer",
                            mark("PrintPreview", "Choose a printer (Ctrl+P)"), self.ask_printer),
        }  # fmt: skip

    def _bar(self) -> QWidget:
        self._zooms = [
            tool(
                "minus",
                mark("PrintPreview", "Smaller (Ctrl+−)"),
                28,
                clicked=lambda: self._on_paper(lambda paper: paper.zoom_by(-1)),
            ),
            self._zoom,
            tool(
                "plus",
                mark("PrintPreview", "Larger (Ctrl++)"),
                28,
                clicked=lambda: self._on_paper(lambda paper: paper.zoom_by(1)),
            ),
            button(
                mark("PrintPreview", "Page width"),
                "link",
                clicked=lambda: self._on_paper(lambda paper: paper.fit_width()),
            ),
            button(
                mark("PrintPreview", "Whole page"),
                "link",
                clicked=lambda: self._on_paper(lambda paper: paper.fit_page()),
            ),
        ]
        self._zoom.setFixedWidth(48)
        self._zoom.setAlignment(Qt.AlignmentFlag.AlignCenter)
        back = tool("chevron-left", mark("PrintPreview", "Back (Alt+←)"), 28, clicked=self._back)
        bar = row(back, self._title, self._page, None, *self._zooms, 12, self.language, 12, *self._buttons.values(),
                  gap=6, margins=(12, 8, 16, 8))  # fmt: skip
        return frame("bar", bar)

    def _add_shortcuts(self) -> None:
        keys: tuple[tuple[str, Callable[[], object]], ...] = (
            ("Ctrl+P", self.ask_printer),
            ("Ctrl+S", self.ask_file),
            ("Ctrl++", lambda: self._on_paper(lambda paper: paper.zoom_by(1))),
            ("Ctrl+=", lambda: self._on_paper(lambda paper: paper.zoom_by(1))),
            ("Ctrl+-", lambda: self._on_paper(lambda paper: paper.zoom_by(-1))),
            ("Ctrl+0", lambda: self._on_paper(lambda paper: paper.fit_width())),
        )
        for words, run in keys:
            shortcut = QShortcut(QKeySequence(words), self, run)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def paper(self) -> Paper:
        """The pages; Qt's PDF module is loaded with the first of them."""
        if self._paper is None:
            from desktop_crm.views.printing.paper import Paper

            self._paper = Paper(self)
            self._paper.moved.connect(self._tell)
            self._stack.addWidget(self._paper)
            self.setFocusProxy(self._paper)
        return self._paper

    def _on_paper(self, run: Callable[[Paper], object]) -> None:
        if self._paper is not None:
            run(self._paper)

    # -- drawing

    def load(self) -> None:
        """Draw the document beside the window and show it."""
        entity, record_id, spoken = self.view.entity, self.record_id, self.language.current()
        self._enable(False)
        self.context.read(
            lambda unit: _drawn(unit, entity, record_id, spoken), self._arrived, self._failed, owner=self, key="print"
        )

    def _arrived(self, drawn: tuple[str, bytes]) -> None:
        self.number, self.content = drawn
        self.setWindowTitle(self.number)
        self._title.setText(self.number)
        if not self.paper().show_pdf(self.content):
            self._failed(Unavailable(mark("PrintPreview", "The pages cannot be shown.")))
            return
        self._stack.setCurrentWidget(self.paper())
        self._enable(True)
        self._tell()

    def _failed(self, error: CrmError) -> None:
        again = button(mark("PrintPreview", "Try again"), "primary", "refresh-cw", clicked=self.load)
        title = mark("PrintPreview", "The document cannot be printed")
        state = EmptyState("triangle-alert", title, error.text(), (again,))
        self._replace_state(state)
        self._stack.setCurrentWidget(state)

    def _replace_state(self, state: QWidget) -> None:
        """What shows where there are no pages: the first widget of the stack."""
        self._stack.removeWidget(self._state)
        self._state.deleteLater()
        self._state = state
        self._stack.insertWidget(0, state)

    def _enable(self, on: bool) -> None:
        for each in self._buttons.values():
            each.setEnabled(on)

    def _tell(self) -> None:
        """Page and zoom in the bar."""
        paper = self.paper()
        words = mark("PrintPreview", "Page {page} of {count}")
        self._page.setText(translate(words, page=paper.page() + 1, count=paper.pages()))
        self._zoom.setText(f"{round(paper.zoom() * 100)} %")

    def resizeEvent(self, event: Any) -> None:
        super().resizeEvent(event)
        if self._paper is not None and self.content:
            self._tell()

    def _elsewhere(self, changes: tuple[Change, ...], initiator: object) -> None:
        if any(c.module == self.view.module and c.record_id in (0, self.record_id) for c in changes):
            self.load()

    def _back(self) -> None:
        back = getattr(self.window(), "back", None)
        if back is not None:
            back()

    # -- leaving the program

    def file_name(self) -> str:
        """The name a file of the document gets: its number without what file systems refuse."""
        return "".join("-" if letter in '/\\:*?"<>|' else letter for letter in self.number) + ".pdf"

    def ask_file(self) -> None:
        """Ask where to save the PDF."""
        if not self.content:
            return
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        title, kinds = translate(mark("PrintPreview", "Save PDF")), translate(mark("PrintPreview", "PDF files (*.pdf)"))
        path, _ = QFileDialog.getSaveFileName(self, title, str(Path(folder) / self.file_name()), kinds)
        if path:
            self.save(Path(path))

    def save(self, path: Path) -> None:
        """Write the PDF beside the window; offer to open it."""
        target = path if path.suffix.lower() == ".pdf" else path.with_name(path.name + ".pdf")

        def done(_: None) -> None:
            words = translate(mark("PrintPreview", "Saved as {file}."), file=target.name)
            show = partial(QDesktopServices.openUrl, QUrl.fromLocalFile(str(target)))
            self.context.messages.show_message(words, "success", mark("PrintPreview", "Open"), show)

        self._write(target, done)

    def _write(self, path: Path, done: Callable[[None], object]) -> None:
        failed = self.context.messages.show_error
        self.context.jobs.read(write_file, path, self.content, done=done, failed=failed, owner=self)

    def open(self) -> None:
        """Show the PDF in the program this computer opens PDFs with."""
        path = Path(_folder().name) / self.file_name()

        def done(_: None) -> None:
            if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
                words = mark("PrintPreview", "No program on this computer opens PDF files.")
                self.context.messages.show_message(words, "warning")

        if self.content:
            self._write(path, done)

    def ask_printer(self) -> None:
        """Ask for a printer and print on it."""
        if not self.content:
            return
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        from desktop_crm.views.printing.paper import paper_of

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self.number)
        paper_of(self.paper().pdf, printer)
        dialog = QPrintDialog(printer, self)
        dialog.setMinMax(1, self.paper().pages())
        if dialog.exec():
            self.print_on(printer)

    def print_on(self, printer: QPrinter) -> None:
        """Print the pages the printer was asked for."""
        from desktop_crm.views.printing.paper import pages_to_print, print_pages

        pages = pages_to_print(printer, self.paper().pages())
        if print_pages(self.paper().pdf, printer, pages):
            words = translate(mark("PrintPreview", "{n} pages went to the printer."), n=len(pages))
            self.context.messages.show_message(words)
        else:
            self.context.messages.show_message(mark("PrintPreview", "The printer cannot be used."), "danger")


def _drawn(unit: UnitOfWork, entity: type[Record], record_id: int, spoken: str) -> tuple[str, bytes]:
    """The number of a document and its pages."""
    from desktop_crm.printing import render

    record, company, owner = printout(unit, entity, record_id)
    return record.number, render(record, company, owner, spoken)


def write_file(path: Path, content: bytes) -> None:
    """Write a file. Raises Unavailable with the reason."""
    try:
        path.write_bytes(content)
    except OSError as error:
        raise Unavailable(NOT_WRITTEN, file=path.name, reason=error.strerror or "") from error


@cache
def _folder() -> tempfile.TemporaryDirectory[str]:
    """Where files lie while another program shows them; gone when this program ends."""
    return tempfile.TemporaryDirectory(prefix="desktop-crm-print-", ignore_cleanup_errors=True)
