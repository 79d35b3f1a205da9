"""The editing of lines without a window: cells, moving, groups, the draft it makes."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal

import pytest

from desktop_crm.services.drafts import DocumentDraft, GroupDraft, LineDraft, Rate
from desktop_crm.views.quotes.draft_model import (
    Line,
    Sheet,
    cell_text,
    clipboard_rows,
    read_discount,
    set_cell,
    sheet_of_words,
    sheet_words,
)

RATES = (
    Rate("VAT10", "10 %", Decimal(10), date(2009, 1, 1)),
    Rate("VAT8", "8 %", Decimal(8), date(2025, 7, 1)),
    Rate("KCT", "KCT", None, date(2009, 1, 1)),
)


def line(name: str, **values: object) -> LineDraft:
    return LineDraft(name=name, **values)  # type: ignore[arg-type]


def sheet_of(*words: str) -> Sheet:
    """A sheet from names; those with an exclamation mark are headings."""
    groups = tuple(GroupDraft(None, word[1:]) for word in words if word.startswith("!"))
    lines, group = [], -1
    for word in words:
        if word.startswith("!"):
            group += 1
        else:
            lines.append(line(word, group=group if group >= 0 else None))
    return Sheet.of(DocumentDraft({}, groups, tuple(lines)))


def shown(sheet: Sheet) -> str:
    return " ".join("!" + i.draft.title if not isinstance(i, Line) else i.draft.name for i in sheet.items)


def key(sheet: Sheet, name: str) -> int:
    return next(i.key for i in sheet.items if name in (getattr(i.draft, "name", None), getattr(i.draft, "title", None)))


def test_a_draft_survives_the_sheet() -> None:
    draft = DocumentDraft(
        {"subject": "x"},
        (GroupDraft(4, "A"), GroupDraft(5, "B")),
        (line("loose", id=1), line("a", group=0), line("b", group=1)),
    )
    assert Sheet.of(draft).draft({"subject": "x"}) == draft


def test_lines_move_over_headings_into_the_next_group() -> None:
    sheet = sheet_of("!A", "a1", "a2", "!B", "b1")
    moved = sheet.moved({key(sheet, "a2")}, 1)
    assert shown(moved) == "!A a1 !B a2 b1"
    assert [one.group for one in moved.draft({}).lines] == [0, 1, 1]
    assert shown(moved.moved({key(sheet, "a2")}, -1)) == "!A a1 a2 !B b1"


def test_several_lines_move_together_and_stop_at_the_end() -> None:
    sheet = sheet_of("a", "b", "c")
    keys = {key(sheet, "b"), key(sheet, "c")}
    assert shown(sheet.moved(keys, -1)) == "b c a"
    assert sheet.moved(keys, 1) is sheet


def test_a_group_moves_past_a_whole_group() -> None:
    sheet = sheet_of("loose", "!A", "a1", "!B", "b1", "b2")
    assert shown(sheet.moved_group(key(sheet, "B"), -1)) == "loose !B b1 b2 !A a1"
    assert sheet.moved_group(key(sheet, "A"), -1) is sheet


def test_dropped_lines_keep_their_order() -> None:
    sheet = sheet_of("a", "b", "c", "d")
    keys = {key(sheet, "a"), key(sheet, "c")}
    assert shown(sheet.moved_before(keys, key(sheet, "d"))) == "b a c d"
    assert shown(sheet.moved_before(keys, None)) == "b d a c"


def test_removing_a_heading_leaves_its_lines_to_the_group_before() -> None:
    sheet = sheet_of("!A", "a1", "!B", "b1")
    assert [one.group for one in sheet.without({key(sheet, "B")}).draft({}).lines] == [0, 0]


def test_copies_are_new_lines_below() -> None:
    sheet = Sheet.of(DocumentDraft({}, (), (line("a", id=7), line("b", id=8))))
    copied, keys = sheet.duplicated({sheet.items[0].key})
    assert shown(copied) == "a a b"
    assert copied.line(keys[0]).draft.id is None  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("cell", "text", "values"),
    [
        ("quantity", "1.234", {"quantity": Decimal(1234)}),
        ("quantity", "2,5", {"quantity": Decimal("2.5")}),
        ("unit_price", "1,5 triệu", {"unit_price": Decimal(1_500_000)}),
        ("discount", "5%", {"discount_percent": Decimal(5), "discount_amount": Decimal(0)}),
        ("discount", "500.000", {"discount_percent": Decimal(0), "discount_amount": Decimal(500_000)}),
        ("tax_code", "8", {"tax_code": "VAT8"}),
        ("tax_code", "kct", {"tax_code": "KCT"}),
        ("name", "Máy tiện\nKhổ 400\nBảo hành 12 tháng", {"name": "Máy tiện", "detail": "Khổ 400\nBảo hành 12 tháng"}),
    ],
)
def test_a_cell_is_read_as_a_person_writes_it(cell: str, text: str, values: dict[str, object]) -> None:
    read = set_cell(Line(LineDraft()), cell, text, RATES)
    assert {name: getattr(read.draft, name) for name in values} == values
    assert not read.misread


@pytest.mark.parametrize(("text", "amount"), [("50 đ", 50), ("100", 0), ("101", 101)])
def test_a_discount_up_to_a_hundred_is_a_share_unless_it_names_money(text: str, amount: int) -> None:
    assert read_discount(text)["discount_amount"] == amount


@pytest.mark.parametrize(
    ("cell", "text"),
    [("quantity", "1,234"), ("quantity", "vài"), ("unit_price", "-5"), ("discount", "105%"), ("tax_code", "7%")],
)
def test_what_cannot_be_read_stays_in_the_cell_with_its_fault(cell: str, text: str) -> None:
    before = Line(LineDraft(quantity=Decimal(3), unit_price=Decimal(9)))
    after = set_cell(before, cell, text, RATES)
    assert after.draft == before.draft
    assert cell_text(after, cell, RATES) == text
    fault = Sheet((after,)).faults()[0]
    assert fault.field == f"lines.0.{cell}"
    assert text in fault.text() or cell in ("unit_price", "discount")
    assert not set_cell(after, cell, "1", RATES).misread.get(cell) or cell == "tax_code"


def test_clipboard_cells_may_hold_line_breaks() -> None:
    text = 'Mã\tTên\r\nA\t"Máy\nmàu ""đỏ"""\r\n\r\n'
    assert clipboard_rows(text) == [["Mã", "Tên"], ["A", 'Máy\nmàu "đỏ"']]


def test_a_sheet_is_kept_as_json() -> None:
    sheet = Sheet.of(
        DocumentDraft({}, (GroupDraft(2, "A"),), (line("a", id=3, quantity=Decimal("1.5"), product_id=9, group=0),))
    )
    again = sheet_of_words(json.loads(json.dumps(sheet_words(sheet))))
    assert again.draft({}) == sheet.draft({})
