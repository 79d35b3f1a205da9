"""The print preview: pages, languages, files and printers."""

from __future__ import annotations

import io
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pypdf
import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QMainWindow

from desktop_crm.models import Organization, Quote
from desktop_crm.services import documents, records
from desktop_crm.services.drafts import DocumentDraft, LineDraft
from desktop_crm.storage.database import Database
from desktop_crm.views.printing.paper import pages_to_print
from desktop_crm.views.printing.preview_window import PrintPreview
from desktop_crm.views.quotes.declaration import QUOTES
from desktop_crm.views.shell.jobs import InlineRunner
from tests.factories import make_context


@pytest.fixture
def record_id(local_database: Database) -> int:
    """A quote of two pages."""
    with local_database.writing() as unit:
        organization = records.create(unit, Organization, {"name": "Công ty CP Tân Phát"})
        draft = documents.new_draft(unit, Quote, organization.id)
        lines = tuple(LineDraft(name=f"Hàng {n}", unit_price=Decimal(1000 * n), tax_code="VAT10") for n in range(1, 46))
        return documents.save(unit, Quote, None, None, DocumentDraft(draft.values, (), lines)).id


@pytest.fixture
def preview(qtbot: Any, local_database: Database, record_id: int) -> Iterator[PrintPreview]:
    """The preview of that quote, in a window."""
    window = QMainWindow()
    page = PrintPreview(make_context(local_database, InlineRunner()), QUOTES, record_id)
    window.setCentralWidget(page)
    qtbot.addWidget(window)
    window.resize(1100, 760)
    window.show()
    qtbot.waitExposed(window)
    yield page
    window.close()


def text_of(content: bytes) -> str:

    return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages)


def test_all_pages_are_shown_with_their_number_and_zoom(preview: PrintPreview) -> None:
    paper = preview.paper()
    assert paper.pages() == len(pypdf.PdfReader(_stream(preview)).pages) > 1
    assert preview._page.text() == f"Trang 1/{paper.pages()}"
    paper.zoom_by(1)
    paper.fit_page()
    whole = paper.zoom()
    paper.fit_width()
    assert paper.zoom() > whole
    paper.step(1)
    assert preview._page.text() == f"Trang 2/{paper.pages()}"


def _stream(preview: PrintPreview) -> Any:

    return io.BytesIO(preview.content)


def test_another_language_draws_the_document_again(preview: PrintPreview) -> None:
    assert "BÁO GIÁ" in text_of(preview.content)
    preview.language._pick("en")
    assert "QUOTATION" in text_of(preview.content)


def test_a_changed_document_is_drawn_again(preview: PrintPreview, record_id: int) -> None:
    before = preview.content
    preview.context.write(
        lambda unit: records.save(unit, Quote, record_id, 1, {"subject": "Tiêu đề mới"}), owner=preview.context.relay
    )
    assert preview.content != before
    assert "Tiêu đề mới" in text_of(preview.content)


def test_the_pdf_is_saved_under_the_number(preview: PrintPreview, tmp_path: Path) -> None:
    preview.number = "BG-2026-0001/R2"
    assert preview.file_name() == "BG-2026-0001-R2.pdf"
    preview.save(tmp_path / "bao-gia")
    assert (tmp_path / "bao-gia.pdf").read_bytes() == preview.content
    assert preview.context.messages.texts[-1] == ("success", "Đã lưu bao-gia.pdf.")


def test_a_file_that_cannot_be_written_is_said(preview: PrintPreview, tmp_path: Path) -> None:
    preview.save(tmp_path / "missing" / "x.pdf")
    tone, words = preview.context.messages.texts[-1]
    assert tone == "error"
    assert "x.pdf" in words


def test_pages_are_printed_as_asked_for(preview: PrintPreview, tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    printer.setFromTo(2, 2)
    assert pages_to_print(printer, preview.paper().pages()) == [1]
    preview.print_on(printer)
    assert len(pypdf.PdfReader(tmp_path / "out.pdf").pages) == 1
    assert preview.context.messages.texts[-1][0] == "success"


def test_a_document_that_is_gone_says_so(qtbot: Any, local_database: Database) -> None:
    page = PrintPreview(make_context(local_database, InlineRunner()), QUOTES, 999)
    qtbot.addWidget(page)
    assert not page._buttons["print"].isEnabled()
    assert page._stack.currentWidget() is page._state
