"""Lists go out as workbooks that look good, hold exact values and run nothing."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from desktop_crm.errors import Cancelled, Fault
from desktop_crm.exchange import errors, write
from desktop_crm.exchange.frame import sheet_name
from desktop_crm.exchange.workbook import read_table
from desktop_crm.exchange.write import ColumnSpec, write_rejected, write_table
from desktop_crm.i18n import mark
from desktop_crm.models.fields import Kind

COLUMNS = [
    ColumnSpec("Tên", Kind.TEXT), ColumnSpec("Điện thoại", Kind.PHONE), ColumnSpec("Ngày", Kind.DATE),
    ColumnSpec("Lúc", Kind.DATETIME), ColumnSpec("Tiền", Kind.MONEY), ColumnSpec("USD", Kind.MONEY, currency="USD"),
    ColumnSpec("Thuế", Kind.PERCENT), ColumnSpec("Có", Kind.BOOLEAN), ColumnSpec("Ghi chú", Kind.LONG_TEXT, 40),
]  # fmt: skip
ROW = ["An", "0912345678", date(2026, 3, 5), datetime(2026, 3, 5, 1, 30, tzinfo=UTC), Decimal(1234567),
       Decimal("12.5"), Decimal(8), True, "a\nb <&> \"c\""]  # fmt: skip


def sheet_of(path: Path) -> Any:
    return openpyxl.load_workbook(path).active


def test_table_is_complete_typed_and_formatted(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    assert write_table(path, "Khách hàng", COLUMNS, [ROW, [None] * 9], subtitle="2 dòng") == 2
    sheet = sheet_of(path)
    assert (sheet["A1"].value, sheet["A2"].value, sheet["A3"].value) == ("Khách hàng", "2 dòng", "Tên")
    assert [c.value for c in sheet[4]] == [*ROW[:2], datetime(2026, 3, 5), datetime(2026, 3, 5, 8, 30), 1234567, 12.5,
                                           8, True, ROW[8]]  # fmt: skip
    assert [c.number_format for c in sheet[4]][:7] == ["@", "@", "dd/mm/yyyy", "dd/mm/yyyy hh:mm", "#,##0", "#,##0.00",
                                                      'General"%"']  # fmt: skip
    assert (sheet.freeze_panes, sheet.auto_filter.ref, sheet.dimensions) == ("A4", "A3:I5", "A1:I4")
    assert sheet["A3"].font.bold
    assert sheet.column_dimensions["I"].width == 40


@pytest.mark.parametrize("text", ["=1+1", "+84", "-1", "@x", "\t=1", "\r\n=1", " =cmd|' /C calc'!A0", "\u00a0=1"])
def test_text_is_never_a_formula(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.xlsx"
    write_table(path, "T", [ColumnSpec("x")], [[text]])
    cell = sheet_of(path)["A3"]
    assert (cell.data_type, cell.quotePrefix) == ("s", True)
    assert read_table(path, header_row=2).rows[0].cells[0].strip() == text.strip()


def test_titles_are_no_formulas_either(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    write_table(path, "=1+1", [ColumnSpec("=2+2")], [["x"]], subtitle="=3+3")
    assert [sheet_of(path)[f"A{row}"].data_type for row in (1, 2, 3)] == ["s", "s", "s"]


@pytest.mark.parametrize("text", ["_x0041_ b", "a\x00b\x0bc", "x" * 40_000, "\ud800z", "Ễ" * 10])
def test_texts_a_workbook_cannot_hold_are_made_to_fit(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.xlsx"
    write_table(path, "T", [ColumnSpec("x")], [[text]])
    kept = "".join(c for c in text if c not in "\x00\x0b\ud800")[:32_767]
    assert read_table(path, header_row=2).rows[0].cells == [kept]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Báo giá: 1/2 [x]*?", "Báo giá 1 2 x"),
        ("'a'", "a"),
        ("", "Sheet1"),
        ("History", "Sheet1"),
        ("x" * 40, "x" * 31),
    ],
)
def test_sheet_names_keep_excels_rules(title: str, name: str) -> None:
    assert sheet_name(title) == name


def test_an_empty_list_is_a_header(tmp_path: Path) -> None:
    write_table(tmp_path / "a.xlsx", "T", COLUMNS, [])
    assert sheet_of(tmp_path / "a.xlsx").dimensions == "A1:I2"


def test_progress_is_told_and_a_cancelled_list_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    told: list[tuple[int, int]] = []
    write_table(
        path,
        "T",
        [ColumnSpec("x")],
        ([str(i)] for i in range(1200)),
        total=1200,
        progress=lambda *said: told.append(said),
    )
    assert told == [(0, 1200), (500, 1200), (1000, 1200), (1200, 1200)]
    before = path.read_bytes()
    with pytest.raises(Cancelled):
        write_table(path, "T", [ColumnSpec("x")], ([str(i)] for i in range(9999)), cancelled=lambda: True)
    assert path.read_bytes() == before
    assert [p.name for p in tmp_path.iterdir()] == ["a.xlsx"]


def test_a_target_that_cannot_be_written_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(errors.NotWritable):
        write_table(tmp_path / "none" / "a.xlsx", "T", [ColumnSpec("x")], [])
    with pytest.raises(errors.NotWritable):
        write_table(tmp_path, "T", [ColumnSpec("x")], [])
    (tmp_path / "a.xlsx").write_text("old")

    def held(source: Path, target: Path) -> None:
        raise PermissionError(13, "used by another process")

    monkeypatch.setattr(write.os, "replace", held)
    with pytest.raises(errors.InUse) as caught:
        write_table(tmp_path / "a.xlsx", "T", [ColumnSpec("x")], [])
    assert "a.xlsx" in caught.value.text()
    assert (tmp_path / "a.xlsx").read_text() == "old"


def test_memory_stays_flat(tmp_path: Path) -> None:
    import tracemalloc

    peaks = []
    for size in (2_000, 20_000):
        tracemalloc.start()
        write_table(tmp_path / "a.xlsx", "T", COLUMNS, (ROW for _ in range(size)))
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < peaks[0] * 1.5 + 1_000_000


def test_rejected_rows_keep_their_cells_and_say_why(tmp_path: Path) -> None:
    source = tmp_path / "in.xlsx"
    write_table(source, "T", [ColumnSpec("Tên"), ColumnSpec("MST"), ColumnSpec("Ngày", Kind.DATE)],
                [["A", "1", date(2026, 1, 2)], ["B", "2", None], ["C", "x", date(2026, 1, 3)]])  # fmt: skip
    table = read_table(source)
    wrong = Fault("tax_code", mark("TaxCode", "A tax code has only digits."))
    empty = Fault("", mark("Exchange", "Blank row"))
    path = tmp_path / "out.xlsx"
    assert write_rejected(path, table, {5: [wrong, empty], 3: [empty]}, {"tax_code": 1}) == 2
    sheet = sheet_of(path)
    assert [c.value for c in sheet[3]] == ["Tên", "MST", "Ngày", "Lý do", "Dòng gốc"]
    assert [c.value for c in sheet[5]][:3] == ["C", "x", datetime(2026, 1, 3)]
    assert sheet["D5"].value.startswith("MST: ")
    assert sheet["E5"].value == 5
    assert wrong.text() in sheet["B5"].comment.text
    assert sheet["B5"].fill.fgColor.rgb.endswith("FCE6E4")
    assert len(read_table(path).rows) == 2  # can be mended and read again
