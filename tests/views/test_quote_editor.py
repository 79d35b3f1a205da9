"""The editor of quotes and orders on a real database: typing, pasting, undoing, sums, what status allows."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QMouseEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QPlainTextEdit

from desktop_crm.models import Organization, PriceBook, PriceRow, Product, Quote, SalesOrder
from desktop_crm.models.document_totals import totals_of
from desktop_crm.models.words import amount_in_words
from desktop_crm.services import documents, orders, quotes, records
from desktop_crm.services.drafts import DocumentDraft, GroupDraft, LineDraft
from desktop_crm.storage.database import Database
from desktop_crm.views.quotes.editor import DocumentEditor, open_editor
from desktop_crm.views.quotes.lines_model import CELLS
from desktop_crm.views.shell.jobs import InlineRunner, JobRunner
from desktop_crm.views.widgets.popup import SuggestionPopup
from tests.factories import make_context

QUANTITY, PRICE, DISCOUNT, TAX = (CELLS.index(cell) for cell in ("quantity", "unit_price", "discount", "tax_code"))
CODE, NAME, AMOUNT = (CELLS.index(cell) for cell in ("code", "name", "amount"))


@pytest.fixture
def shop(local_database: Database) -> Database:
    """A customer and three products, one of them cheaper from ten on."""
    with local_database.writing() as unit:
        records.create(unit, Organization, {"name": "Công ty CP Cơ khí Tân Phát", "address": "Lô B4"})
        book = unit.session.query(PriceBook).filter_by(is_default=True).one()
        for code, name, price, tax in (
            ("MT-400", "Máy tiện 400", 1_000_000, "VAT10"),
            ("DAO-12", "Bộ dao 12", 200_000, "VAT8"),
            ("DT-01", "Đào tạo", 500_000, "KCT"),
        ):
            values = {"code": code, "name": name, "unit": "Cái", "list_price": Decimal(price), "tax_code": tax}
            product = records.create(unit, Product, values)
            if code == "MT-400":
                for quantity, unit_price in ((1, 900_000), (10, 800_000)):
                    unit.session.add(
                        PriceRow(
                            price_book=book,
                            product=product,
                            from_quantity=Decimal(quantity),
                            valid_from=unit.today.replace(year=2020, day=1),
                            unit_price=Decimal(unit_price),
                        )
                    )
    return local_database


@pytest.fixture
def windows(qtbot: Any) -> Iterator[list[tuple[QMainWindow, DocumentEditor]]]:
    """The editors a test opened; closed at the end."""
    opened: list[tuple[QMainWindow, DocumentEditor]] = []
    yield opened
    for _, editor in opened:
        editor.context.drafts.close()


@pytest.fixture
def show(qtbot: Any, shop: Database, windows: list[Any]) -> Any:
    """Opens an editor: `show(record_id, entity)`."""

    def run(record_id: int | None = None, entity: type[Any] = Quote, **defaults: Any) -> DocumentEditor:
        editor = open_editor(make_context(shop, InlineRunner()), record_id, defaults, entity)
        assert isinstance(editor, DocumentEditor)
        window = QMainWindow()
        window.setCentralWidget(editor)
        qtbot.addWidget(window)
        window.resize(1200, 860)
        window.show()
        qtbot.waitExposed(window)
        editor.panel.view.setFocus()
        windows.append((window, editor))
        return editor

    return run


def customer(database: Database) -> int:
    with database.reading() as unit:
        return unit.session.query(Organization).one().id


def keys(qtbot: Any, editor: DocumentEditor, text: str) -> None:
    """Type into the cell that is current, or into its editor."""
    for letter in text:
        target = _typing(editor) or editor.panel.view
        if letter.isascii():
            qtbot.keyClicks(target, letter)
        else:  # QTest types ASCII only
            press_, none = QEvent.Type.KeyPress, Qt.KeyboardModifier.NoModifier
            QApplication.sendEvent(target, QKeyEvent(press_, Qt.Key.Key_unknown, none, letter))


def press(qtbot: Any, editor: DocumentEditor, key: Qt.Key, mods: Any = Qt.KeyboardModifier.NoModifier) -> None:
    qtbot.keyClick(_typing(editor) or editor.panel.view, key, mods)
    QApplication.processEvents()


def _typing(editor: DocumentEditor) -> Any:
    """The open cell editor."""
    view = editor.panel.view
    boxes = [*view.viewport().findChildren(QLineEdit), *view.viewport().findChildren(QPlainTextEdit)]
    return next((box for box in boxes if box.isVisible() and not box.property("taken")), None)


def names(editor: DocumentEditor) -> list[str]:
    return [line.draft.name for line in editor.panel.model.sheet.lines]


def cell(editor: DocumentEditor, line: int, column: int) -> Any:
    model = editor.panel.model
    return model.index(model.row_of(model.sheet.lines[line].key), column)


def type_cell(editor: DocumentEditor, line: int, column: int, text: str) -> None:
    editor.panel.model.setData(cell(editor, line, column), text)


def quote_of(database: Database, *lines: LineDraft, **values: Any) -> int:
    with database.writing() as unit:
        draft = documents.new_draft(unit, Quote, unit.session.query(Organization).one().id)
        stored = DocumentDraft({**draft.values, **values}, (GroupDraft(None, "A"),), lines)
        return documents.save(unit, Quote, None, None, stored).id


def free(name: str, price: int = 100, **values: Any) -> LineDraft:
    return LineDraft(name=name, unit_price=Decimal(price), tax_code="VAT10", **values)


# ---------------------------------------------------------------- typing
def test_lines_are_typed_by_code_quantity_and_enter(qtbot: Any, show: Any) -> None:
    editor = show()
    editor.panel.view.go(0)
    keys(qtbot, editor, "MT")
    qtbot.waitUntil(lambda: _typing(editor).findChild(SuggestionPopup).is_open())
    press(qtbot, editor, Qt.Key.Key_Return)
    assert names(editor) == ["Máy tiện 400"]
    assert editor.panel.view.currentIndex().column() == QUANTITY
    keys(qtbot, editor, "3")
    press(qtbot, editor, Qt.Key.Key_Return)
    assert editor.panel.view.current_key() == 0
    keys(qtbot, editor, "Vận chuyển")
    press(qtbot, editor, Qt.Key.Key_Return)
    first, second = (line.draft for line in editor.panel.model.sheet.lines)
    assert (first.code, first.quantity, first.unit_price, first.tax_code) == ("MT-400", 3, 900_000, "VAT10")
    assert (second.name, second.product_id, second.tax_code) == ("Vận chuyển", None, "VAT10")
    assert cell(editor, 0, AMOUNT).data() == "2.700.000"


def test_tab_goes_through_the_cells_and_into_the_next_line(qtbot: Any, show: Any, shop: Database) -> None:
    editor = show(quote_of(shop, free("a"), free("b")))
    editor.panel.view.go(editor.panel.model.sheet.lines[0].key, PRICE)
    keys(qtbot, editor, "2")
    for _ in range(3):
        press(qtbot, editor, Qt.Key.Key_Tab)
    index = editor.panel.view.currentIndex()
    assert (index.row(), index.column()) == (1, CODE)
    assert editor.panel.model.sheet.lines[0].draft.unit_price == 2


def test_a_quantity_reaching_the_next_step_takes_its_price_and_a_typed_price_stays(show: Any) -> None:
    editor = show()
    editor.panel.model.setData(editor.panel.model.index(0, CODE), "MT-400")
    type_cell(editor, 0, QUANTITY, "10")
    assert editor.panel.model.sheet.lines[0].draft.unit_price == 800_000
    editor.panel.model.undo.undo()
    line = editor.panel.model.sheet.lines[0].draft
    assert (line.quantity, line.unit_price) == (1, 900_000), "quantity and price are undone together"
    type_cell(editor, 0, PRICE, "850000")
    type_cell(editor, 0, QUANTITY, "10")
    assert editor.panel.model.sheet.lines[0].draft.unit_price == 850_000


def test_an_ambiguous_number_is_a_fault_in_its_cell_and_stops_saving(show: Any, shop: Database) -> None:
    editor = show(quote_of(shop, free("a")))
    type_cell(editor, 0, QUANTITY, "1,234")
    index = cell(editor, 0, QUANTITY)
    assert index.data() == "1,234"
    assert "1,234" in index.data(Qt.ItemDataRole.ToolTipRole)
    assert "1,234" in editor.notes.text()
    editor.save()
    assert editor.is_dirty()
    assert editor.panel.view.currentIndex() == index
    type_cell(editor, 0, QUANTITY, "1234")
    editor.save()
    assert not editor.is_dirty()


def test_a_discount_that_is_too_large_is_named_and_marked(show: Any, shop: Database) -> None:
    editor = show(quote_of(shop, free("a"), free("b")))
    type_cell(editor, 1, DISCOUNT, "5000")
    assert editor.totals() is None
    assert editor.foot.total.text() == "–"
    assert "5.000" in editor.notes.text()
    assert editor.panel.model.is_wrong(editor.panel.model.sheet.lines[1], "discount")


def test_a_specification_is_typed_below_the_description(qtbot: Any, show: Any, shop: Database) -> None:
    editor = show(quote_of(shop, free("a")))
    view = editor.panel.view
    view.go(editor.panel.model.sheet.lines[0].key, NAME)
    low = view.rowHeight(0)
    keys(qtbot, editor, "Máy")
    press(qtbot, editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    keys(qtbot, editor, "Khổ 400")
    press(qtbot, editor, Qt.Key.Key_Return)
    line = editor.panel.model.sheet.lines[0].draft
    assert (line.name, line.detail) == ("Máy", "Khổ 400")
    assert view.rowHeight(0) > low


# ---------------------------------------------------------------- keys
def test_lines_are_inserted_copied_moved_removed_and_all_of_it_undone(qtbot: Any, show: Any, shop: Database) -> None:
    editor = show(quote_of(shop, free("a"), free("b"), free("c")))
    model, view = editor.panel.model, editor.panel.view
    control, alt = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
    view.go(model.sheet.lines[0].key, NAME)
    press(qtbot, editor, Qt.Key.Key_Down, alt)
    assert names(editor) == ["b", "a", "c"]
    press(qtbot, editor, Qt.Key.Key_D, control)
    assert names(editor) == ["b", "a", "a", "c"]
    press(qtbot, editor, Qt.Key.Key_Delete)
    assert names(editor) == ["b", "a", "c"]
    view.go(model.sheet.lines[0].key, NAME)
    press(qtbot, editor, Qt.Key.Key_Return, control)
    assert names(editor) == ["b", "", "a", "c"]
    press(qtbot, editor, Qt.Key.Key_Escape)
    for _ in range(4):
        press(qtbot, editor, Qt.Key.Key_Z, control)
    assert names(editor) == ["a", "b", "c"]
    assert not editor.is_dirty()
    press(qtbot, editor, Qt.Key.Key_Y, control)
    assert names(editor) == ["b", "a", "c"]


def test_a_group_begins_at_the_current_line_and_is_named(qtbot: Any, show: Any, shop: Database) -> None:
    editor = show(quote_of(shop, free("a"), free("b")))
    model, view = editor.panel.model, editor.panel.view
    view.go(model.sheet.lines[1].key, NAME)
    press(qtbot, editor, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    keys(qtbot, editor, "Lắp đặt")
    press(qtbot, editor, Qt.Key.Key_Return)
    draft = editor.draft()
    assert [group.title for group in draft.groups] == ["Lắp đặt", "A"]
    assert [line.group for line in draft.lines] == [None, 0]
    assert model.index(model.row_of(model.sheet.headings[0].key), AMOUNT).data() == "100"


def test_a_folded_group_hides_its_lines_and_keeps_its_sum(qtbot: Any, show: Any, shop: Database) -> None:
    editor = show(quote_of(shop, free("a", group=0), free("b", group=0)))
    model, view = editor.panel.model, editor.panel.view
    view.go(model.sheet.headings[0].key)
    press(qtbot, editor, Qt.Key.Key_Space)
    assert model.rowCount() == 2
    assert model.index(0, AMOUNT).data() == "200"
    assert names(editor) == ["a", "b"]


def test_rows_are_dragged_by_their_grip(qtbot: Any, show: Any, shop: Database) -> None:
    editor = show(quote_of(shop, free("a"), free("b"), free("c")))
    view = editor.panel.view

    def middle(line: int) -> QPoint:
        return view.visualRect(cell(editor, line, 0)).center()

    below = middle(2) + QPoint(0, 12)
    qtbot.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=middle(0))
    qtbot.mouseMove(view.viewport(), middle(1))
    _drag(view, below)
    qtbot.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=below)
    assert names(editor) == ["b", "c", "a"]


def _drag(view: Any, pos: QPoint) -> None:
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    at = QPointF(pos)
    view.mouseMoveEvent(QMouseEvent(QEvent.Type.MouseMove, at, view.mapToGlobal(at), left, left, none))


def test_a_locked_quote_takes_no_keys(qtbot: Any, show: Any, shop: Database) -> None:
    record_id = quote_of(shop, free("a"))
    with shop.writing() as unit:
        quotes.issue(unit, record_id)
    editor = show(record_id)
    editor.panel.view.go(editor.panel.model.sheet.lines[0].key, NAME)
    for key in (Qt.Key.Key_Delete, Qt.Key.Key_X):
        press(qtbot, editor, key)
    assert names(editor) == ["a"]
    assert _typing(editor) is None
    assert editor.panel.model.rowCount() == 2, "a heading and a line, no row to add one"
    assert editor._lock_bar.isVisible()
    assert editor.head.binding.editors["buyer_address"].locked
    assert not editor.head.binding.editors["owner_id"].locked


# ---------------------------------------------------------------- pasting
def test_rows_from_a_spreadsheet_become_lines_and_go_back_as_text(qtbot: Any, show: Any) -> None:
    editor = show()
    text = "Mã\tTên hàng\tĐVT\tSố lượng\tĐơn giá\tThuế\nMT-400\t\t\t12\t\t\nXX\tBàn nguội\tCái\t2\t1.500.000\t8%\n"
    QGuiApplication.clipboard().setText(text)
    editor.panel.view.paste()
    first, second = (line.draft for line in editor.panel.model.sheet.lines)
    assert (first.name, first.unit_price, first.quantity) == ("Máy tiện 400", 800_000, 12)
    assert (second.name, second.unit_price, second.tax_code, second.product_id) == (
        "Bàn nguội",
        1_500_000,
        "VAT8",
        None,
    )
    bar = editor.panel._bars.itemAt(0).widget()
    assert "2 " in bar.text
    assert "XX" in bar.text
    press(qtbot, editor, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QGuiApplication.clipboard().text().split("\n")
    assert copied[1].split("\t")[:5] == ["2", "XX", "Bàn nguội", "Cái", "2"]
    bar.act()
    assert names(editor) == []


def test_a_quote_of_thirty_lines_has_the_same_sums_on_screen_in_words_and_stored(show: Any, shop: Database) -> None:
    editor = show(organization_id=customer(shop))
    rates = ("10%", "8%", "KCT")
    rows = [f"Hàng số {n}\tCái\t{n}\t{n * 1000 + 333}\t{rates[n % 3]}" for n in range(1, 31)]
    editor.panel.paste("Tên hàng\tĐVT\tSL\tĐơn giá\tThuế\n" + "\n".join(rows))
    assert len(names(editor)) == 30
    for line in range(0, 30, 5):
        type_cell(editor, line, DISCOUNT, "7,5%")
    type_cell(editor, 3, DISCOUNT, "1.000")
    editor.head.discount.setText("3%")
    editor.head.discount.edited.emit()
    editor.foot.reveal("shipping")
    editor.head.binding.put("shipping", Decimal(250_000))
    shown = editor.totals()
    assert shown is not None
    assert [tax.code for tax in shown.taxes] == ["VAT10", "VAT8", "KCT"]
    editor.save()
    assert not editor.is_dirty()
    with shop.reading() as unit:
        stored = unit.session.query(Quote).one()
        totals = totals_of(stored)
        assert (totals.grand_total, totals.taxes, totals.discount_total) == (
            shown.grand_total,
            shown.taxes,
            shown.discount_total,
        )
        assert stored.grand_total == shown.grand_total
        assert [line.amount for line in stored.lines] == [line.net for line in shown.lines]
    assert amount_in_words(shown.grand_total) in editor.foot.words.text()


# ---------------------------------------------------------------- the head
def test_choosing_a_customer_fills_the_block(show: Any, shop: Database) -> None:
    editor = show()
    lookup: Any = editor.head.binding.editors["organization_id"]
    lookup.choose((customer(shop), "Công ty CP Cơ khí Tân Phát"))
    assert editor.draft().values["buyer_name"] == "Công ty CP Cơ khí Tân Phát"
    assert "Lô B4" in editor.draft().values["buyer_address"]


def test_another_price_list_changes_listed_prices_only(show: Any, shop: Database) -> None:
    editor = show()
    editor.panel.model.setData(editor.panel.model.index(0, CODE), "MT-400")
    editor.panel.model.setData(editor.panel.model.index(1, CODE), "DAO-12")
    type_cell(editor, 1, PRICE, "150000")
    editor.head.binding.put("price_book_id", None)
    assert [line.draft.unit_price for line in editor.panel.model.sheet.lines] == [1_000_000, 150_000]


def test_a_tax_rate_that_ends_before_the_supply_is_warned_of(show: Any, shop: Database) -> None:
    from datetime import date

    line = LineDraft(name="a", unit_price=Decimal(100), tax_code="VAT8")
    editor = show(quote_of(shop, line, quote_date=date(2026, 12, 1), valid_until=date(2026, 12, 31)))
    assert editor.notes.text() == ""
    editor.head.binding.put("supply_date", date(2027, 1, 15))
    assert "31/12/2026" in editor.notes.text()


def test_a_high_discount_is_announced_before_it_waits_for_approval(show: Any, shop: Database) -> None:
    editor = show(quote_of(shop, free("a")))
    type_cell(editor, 0, DISCOUNT, "25%")
    assert "20%" in editor.notes.text()
    editor._verb("issue")
    assert editor.opened.status == "pending_approval"
    editor._verb("approve")
    assert editor.opened.status == "sent"


def test_discount_as_money_and_its_fault(show: Any, shop: Database) -> None:
    editor = show(quote_of(shop, free("a", 1_000_000)))
    editor.head.discount.setText("abc")
    editor.head.discount.edited.emit()
    editor.save()
    assert editor.is_dirty()
    editor.head.discount.setText("100.000")
    editor.head.discount.edited.emit()
    assert editor.totals().net == 900_000  # type: ignore[union-attr]


# ---------------------------------------------------------------- status
def test_a_quote_goes_from_draft_to_order(show: Any, shop: Database) -> None:
    editor = show(organization_id=customer(shop))
    editor.panel.model.setData(editor.panel.model.index(0, CODE), "DAO-12")
    editor.title.primary.click()
    assert editor.opened.status == "sent"
    assert editor.panel.model.locked
    editor.title.primary.click()
    assert editor.opened.status == "accepted"
    editor.title.primary.click()
    with shop.reading() as unit:
        order = unit.session.query(SalesOrder).one()
        assert order.quote_id == editor.record_id
    assert editor.context.navigator.calls[-1][:3] == ("record", "sales_order", order.id)


def test_an_issued_quote_is_revised(show: Any, shop: Database) -> None:
    record_id = quote_of(shop, free("a"))
    with shop.writing() as unit:
        quotes.issue(unit, record_id)
    editor = show(record_id)
    editor.revise_button.click()
    _, module, revision, _ = editor.context.navigator.calls[-1]
    assert module == "quote"
    again = show(revision)
    assert again.opened.record.number.endswith("/R2")
    assert again.title.revision._text
    assert editor.opened.status == "superseded"


def test_a_faulty_verb_shows_the_fault_at_its_field(show: Any, shop: Database) -> None:
    editor = show(quote_of(shop, free("a"), valid_until=None))
    editor._verb("issue")
    assert editor.opened.status == "draft"
    assert editor.head.binding.faulty() == ["valid_until"]


def test_notes_of_a_locked_quote_can_still_be_written(show: Any, shop: Database) -> None:
    record_id = quote_of(shop, free("a"))
    with shop.writing() as unit:
        quotes.issue(unit, record_id)
    editor = show(record_id)
    editor.head.binding.put("notes", "gọi lại thứ hai")
    editor.save()
    with shop.reading() as unit:
        assert unit.get(Quote, record_id).notes == "gọi lại thứ hai"


def test_an_order_is_approved_delivered_in_parts_and_paid(show: Any, shop: Database) -> None:
    record_id = quote_of(shop, free("a", 1_000_000, quantity=Decimal(3)))
    with shop.writing() as unit:
        quotes.issue(unit, record_id)
        order_id = orders.order_from_quote(unit, record_id).id
    editor = show(order_id, SalesOrder)
    editor.title.primary.click()
    assert editor.opened.status == "approved"
    editor.title.primary.click()
    dialog = _dialog("DeliveryDialog")
    box = next(iter(dialog.boxes.values()))
    box.setText("4")
    dialog.answer()
    assert dialog.fault.isVisible()
    box.setText("1")
    dialog.answer()
    assert editor.opened.status == "delivering"
    assert editor.opened.outstanding[0].rest == 2
    editor._verb("pay")
    dialog = _dialog("PaymentDialog")
    dialog.editors["amount"].set_value(Decimal(1_000_000))
    dialog.answer()
    assert editor.opened.record.facts["paid_total"] == 1_000_000
    assert "1.000.000" in editor.side.money._owed.text()
    editor.side.money.payment_removed.emit(editor.opened.payments[0].id)
    assert editor.opened.payments == ()


def _dialog(name: str) -> Any:
    found = [w for w in QApplication.topLevelWidgets() if type(w).__name__ == name and w.isVisible()]
    return found[-1]


# ---------------------------------------------------------------- saving, conflicts, drafts
def test_what_is_typed_is_kept_on_this_computer_and_offered_again(qtbot: Any, show: Any, shop: Database) -> None:
    record_id = quote_of(shop, free("a"))
    editor = show(record_id)
    type_cell(editor, 0, NAME, "mới")
    editor.head.binding.put("subject", "tiêu đề mới")
    editor.local.kept.keep()
    editor.context.drafts.close()
    again = show(record_id)
    bar = again._bars.itemAt(0).widget()
    bar.act()
    assert names(again) == ["mới"]
    assert again.draft().values["subject"] == "tiêu đề mới"
    again.save()
    assert show(record_id)._bars.count() == 0


def test_leaving_asks_about_unsaved_work(show: Any, shop: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    editor = show(quote_of(shop, free("a")))
    assert editor.can_leave()
    type_cell(editor, 0, NAME, "b")
    assert editor.isWindowModified()
    answers = iter(["", "save"])
    monkeypatch.setattr("desktop_crm.views.quotes.saving.choose", lambda *_: next(answers))
    assert not editor.can_leave()
    assert editor.can_leave()
    assert not editor.isWindowModified()


def test_the_model_keeps_the_rules_of_item_models(show: Any, shop: Database) -> None:
    editor = show(quote_of(shop, free("a", group=0), free("b", group=0)))
    model = editor.panel.model
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.fold(model.sheet.headings[0].key)
    model.fold(model.sheet.headings[0].key)
    model.add_blank()
    model.move([model.sheet.lines[0].key], 1)
    model.undo.undo()
    assert tester.model() is model


def test_a_low_window_folds_head_and_foot(show: Any, shop: Database) -> None:
    editor = show(quote_of(shop, free("a")))
    assert not editor.customer._mini.isVisible()
    editor.window().resize(1280, 649)
    QApplication.processEvents()
    assert editor.customer._mini.isVisible()
    assert not editor.customer._full.isVisible()
    assert editor.customer._name.text() == "Công ty CP Cơ khí Tân Phát"
    editor.customer.toggle()
    assert editor.customer._full.isVisible()


def test_typing_while_the_database_answers_from_another_thread(qtbot: Any, shop: Database, windows: list[Any]) -> None:
    runner = JobRunner()
    editor = open_editor(make_context(shop, runner), None, {"organization_id": customer(shop)})
    assert isinstance(editor, DocumentEditor)
    window = QMainWindow()
    window.setCentralWidget(editor)
    qtbot.addWidget(window)
    window.show()
    windows.append((window, editor))
    qtbot.waitUntil(lambda: not editor.panel.model.locked)
    editor.panel.model.setData(editor.panel.model.index(0, CODE), "MT-400")
    qtbot.waitUntil(lambda: len(names(editor)) == 1)
    type_cell(editor, 0, QUANTITY, "12")
    qtbot.waitUntil(lambda: editor.panel.model.sheet.lines[0].draft.unit_price == 800_000)
    assert editor.is_dirty()
    editor.save()
    qtbot.waitUntil(lambda: not editor.is_dirty())
    assert editor.record_id is not None
    editor.title.primary.click()
    qtbot.waitUntil(lambda: editor.opened.status == "sent")
    runner.close()


def test_a_deleted_quote_can_only_be_read_and_restored(show: Any, shop: Database) -> None:
    record_id = quote_of(shop, free("a"))
    editor = show(record_id)
    editor.delete()
    again = show(record_id)
    assert again.panel.model.locked
    assert all(each.locked for each in again.head.binding.editors.values())
    again.restore_button.click()
    assert not again.panel.model.locked


def test_dropped_changes_are_gone_and_asked_about_no_more(
    show: Any, shop: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor = show(quote_of(shop, free("a")))
    type_cell(editor, 0, NAME, "b")
    monkeypatch.setattr("desktop_crm.views.quotes.saving.choose", lambda *_: "drop")
    assert editor.can_leave()
    assert names(editor) == ["a"]
    assert not editor.is_dirty()


def test_a_quote_that_is_gone_says_so(show: Any) -> None:
    editor = show(999)
    assert editor._failure.isVisible()
    assert not editor._page.isVisible()


def test_what_is_being_typed_survives_answers_that_come_meanwhile(qtbot: Any, show: Any, shop: Database) -> None:
    editor = show(quote_of(shop, free("a")))
    editor.panel.view.go(editor.panel.model.sheet.lines[0].key, NAME)
    keys(qtbot, editor, "may")
    editor.head.binding.put("buyer_phone", "0281234567")
    keys(qtbot, editor, " tien")
    press(qtbot, editor, Qt.Key.Key_Return)
    assert names(editor) == ["may tien"]
