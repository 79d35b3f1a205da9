"""A whole sale in the window, by mouse and keyboard: from a lead to a contract, a printed quote and a workbook."""

from __future__ import annotations

import io
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pypdf
import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget

from desktop_crm.app.window import build_window
from desktop_crm.models import Contract, Lead, Opportunity, Quote, SalesOrder
from desktop_crm.models.document_totals import totals_of
from desktop_crm.models.numbers import format_money, format_number
from desktop_crm.models.words import amount_in_words
from desktop_crm.services.choices import load_choices
from desktop_crm.settings import Settings
from desktop_crm.storage.database import Database
from desktop_crm.views.leads_convert import ConvertLeadDialog
from desktop_crm.views.printing.preview_window import PrintPreview
from desktop_crm.views.quotes.editor import DocumentEditor
from desktop_crm.views.quotes.lines_model import CELLS
from desktop_crm.views.records.export import ExportSheet
from desktop_crm.views.records.form_window import FormWindow
from desktop_crm.views.records.list_window import ListWindow
from desktop_crm.views.shell.jobs import InlineRunner
from desktop_crm.views.shell.main_window import MainWindow
from desktop_crm.views.shell.state import State
from desktop_crm.views.widgets.message_bar import MessageBar
from tests.factories import first_user

COMPANY = "Công ty CP Cơ khí Ỷ Lan Đông Ấn"
FAMILY, GIVEN = "Nguyễn Thị Thúy", "Hằng"
RATES = ("10%", "8%", "KCT")
GOODS = ("Ổ cắm", "Bàn nguội", "Đầu nối", "Ống thủy lực", "Vòng bi ướt")
LONG = "bằng thép không gỉ, dùng cho xưởng cơ khí, bảo hành hai mươi bốn tháng tại nhà máy"
HEADINGS = "STT Tên hàng, quy cách ĐVT SL"
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(qtbot: Any, local_database: Database, tmp_path: Path) -> MainWindow:
    """The program's window on an empty company."""
    actor = first_user(local_database)
    with local_database.reading(actor) as unit:
        choices = load_choices(unit)
    state, settings = State(tmp_path / "window.json"), Settings(tmp_path / "settings.json")
    made = build_window(local_database, actor, choices, InlineRunner(), state, settings)
    qtbot.addWidget(made, before_close_func=forget_typed)
    made.resize(1440, 900)
    made.show()
    qtbot.waitExposed(made)
    made.open("lead")
    return made


def forget_typed(window: MainWindow) -> None:
    """A failed test leaves no question about unsaved work behind."""
    for opened in window.pages.alive():
        opened.widget.can_leave = lambda: True  # type: ignore[attr-defined]


def front(window: MainWindow, kind: type[Any]) -> Any:
    """The page in front, which is of this kind; the window has the keyboard again after a dialog."""
    window.activateWindow()
    QApplication.processEvents()
    opened = window.pages.current()
    assert opened is not None
    assert isinstance(opened.widget, kind)
    return opened.widget


def click(qtbot: Any, inside: QWidget, words: str) -> None:
    """Click the button that says so."""
    QApplication.processEvents()
    found = [b for b in inside.findChildren(QAbstractButton) if b.isVisible() and b.accessibleName() == words]
    assert found, f"no button “{words}”"
    assert found[0].isEnabled()
    qtbot.mouseClick(found[0], Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def type_text(target: QWidget, text: str) -> None:
    """Type letter by letter; QTest itself types ASCII only."""
    target.setFocus()
    for letter in text:
        event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter)
        QApplication.sendEvent(target, event)


def fill_form(form: FormWindow, **values: str) -> None:
    for key, text in values.items():
        type_text(form.binding.editors[key].control, text)


def menu_action(editor: DocumentEditor, words: str) -> None:
    """Choose from the menu of more actions."""
    next(action for action in editor.title.more_menu.actions() if action.text() == words).trigger()
    QApplication.processEvents()


def only(database: Database, entity: type[Any]) -> Any:
    with database.reading() as unit:
        return unit.session.query(entity).one()


def sell(qtbot: Any, window: MainWindow) -> None:
    """Enter the lead, convert it and open the opportunity's quote."""
    click(qtbot, front(window, ListWindow), "Thêm tiềm năng")
    form = front(window, FormWindow)
    fill_form(form, family_name=FAMILY, given_name=GIVEN, company=COMPANY, mobile="0903123456")
    qtbot.keyClick(form.binding.editors["mobile"].control, Qt.Key.Key_S, CONTROL)
    assert form.record_id is not None
    click(qtbot, form, "Chuyển đổi")
    dialog = form.findChildren(ConvertLeadDialog)[0]
    click(qtbot, dialog, "Chuyển đổi")
    assert dialog.made is not None
    bar = next(bar for bar in window.findChildren(MessageBar) if COMPANY in bar.text)
    bar.act()
    click(qtbot, front(window, FormWindow), "Báo giá")


def fill_quote(qtbot: Any, editor: DocumentEditor) -> None:
    """Paste thirty lines, type a discount of one of them and of the whole, save."""
    rows = [
        f"{GOODS[n % 5]} {n:02} {LONG}\tCái\t{n}\t{n * 10_000 + 333}\t{RATES[n % 3]}"
        for n in range(1, 31)
    ]  # fmt: skip
    QGuiApplication.clipboard().setText("Tên hàng\tĐVT\tSL\tĐơn giá\tThuế\n" + "\n".join(rows))
    view = editor.panel.view
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_V, CONTROL)
    view.go(editor.panel.model.sheet.lines[4].key, CELLS.index("discount"))
    qtbot.keyClicks(view, "7")
    cell = next(box for box in view.viewport().findChildren(QLineEdit) if box.isVisible())
    qtbot.keyClicks(cell, ",5%")
    qtbot.keyClick(cell, Qt.Key.Key_Return)
    type_text(editor.head.discount, "3%")
    qtbot.keyClick(editor.head.discount, Qt.Key.Key_Tab)
    click(qtbot, editor, "Lưu")


def pages_of(content: bytes) -> list[str]:
    """The words of each page, with single spaces."""
    return [" ".join(page.extract_text().split()) for page in pypdf.PdfReader(io.BytesIO(content)).pages]


def exported(qtbot: Any, window: MainWindow, path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """The first row of the list of quotes as a workbook, by its headings."""
    monkeypatch.setattr("desktop_crm.views.records.export.ask_path", lambda *_: str(path))
    window.open("quote")
    page = front(window, ListWindow)
    click(qtbot, page, "Xuất")
    sheet = page.findChildren(ExportSheet)[0]
    qtbot.mouseClick(sheet.every, Qt.MouseButton.LeftButton)
    sheet.every.setChecked(True)
    click(qtbot, sheet, "Chọn tệp…")
    rows = list(openpyxl.load_workbook(path).active.iter_rows(values_only=True))
    head = next(place for place, row in enumerate(rows) if len([cell for cell in row if cell]) > 5)
    return dict(zip(rows[head], rows[head + 1], strict=True))


def test_a_sale_from_the_lead_to_the_contract(
    qtbot: Any, window: MainWindow, local_database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sell(qtbot, window)
    lead, opportunity = only(local_database, Lead), only(local_database, Opportunity)
    assert lead.opportunity_id == opportunity.id
    editor = front(window, DocumentEditor)
    fill_quote(qtbot, editor)
    assert not editor.is_dirty()
    shown = editor.totals()
    assert shown is not None

    quote = only(local_database, Quote)
    assert (quote.opportunity_id, quote.organization_id) == (opportunity.id, opportunity.organization_id)
    with local_database.reading() as unit:
        totals = totals_of(unit.get(Quote, quote.id))
    assert len(totals.lines) == 30
    assert [tax.code for tax in totals.taxes] == [tax.code for tax in shown.taxes] == ["VAT10", "VAT8", "KCT"]
    assert totals.discount_total == shown.discount_total > 0
    assert totals.grand_total == shown.grand_total == quote.grand_total
    words = amount_in_words(totals.grand_total)
    assert words in editor.foot.words.text()
    assert editor.foot.total.text().startswith(format_money(totals.grand_total).split("\xa0")[0].split(" ")[0])

    click(qtbot, editor, "Gửi khách")
    assert editor.opened.status == "sent"
    click(qtbot, editor, "In / PDF (Ctrl+P)")
    printed = pages_of(front(window, PrintPreview).content)
    assert len(printed) == 2
    for page in printed:
        assert HEADINGS in page
    whole = " ".join(printed)
    for expected in (COMPANY, f"{FAMILY} {GIVEN}", *(f"{GOODS[n % 5]} {n:02}" for n in range(1, 31)), words):
        assert expected in whole
    for amount in (totals.grand_total, totals.net, totals.tax_total, *(tax.base for tax in totals.taxes)):
        assert format_number(amount) in whole

    window.open("quote.record", record_id=quote.id)
    click(qtbot, front(window, DocumentEditor), "Khách chấp nhận")
    click(qtbot, front(window, DocumentEditor), "Tạo đơn hàng")
    order = front(window, DocumentEditor)
    assert order.record_id == only(local_database, SalesOrder).id
    click(qtbot, order, "Duyệt")
    assert order.opened.status == "approved"
    assert only(local_database, SalesOrder).grand_total == totals.grand_total
    menu_action(order, "Tạo hợp đồng")
    assert front(window, FormWindow).declared.module == "contract"
    contract = only(local_database, Contract)
    assert (contract.value, contract.organization_id) == (totals.grand_total, quote.organization_id)

    row = exported(qtbot, window, tmp_path / "bao-gia.xlsx", monkeypatch)
    assert Decimal(str(row["Tổng thanh toán"])) == totals.grand_total
    assert COMPANY in row.values()
