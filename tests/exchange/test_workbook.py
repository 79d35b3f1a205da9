"""Real office files come in as tables, whatever their makers did to them."""

from __future__ import annotations

import re
import unicodedata
import zipfile
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from openpyxl.styles import Protection

from desktop_crm.exchange import errors, package, skipping
from desktop_crm.exchange.looks import Padded, Percentage, shown
from desktop_crm.exchange.workbook import open_workbook, read_table
from tests.exchange import awkward


@pytest.fixture(scope="module")
def sheet(tmp_path_factory: pytest.TempPathFactory) -> awkward.Awkward:
    return awkward.make(tmp_path_factory.mktemp("awkward") / "khach-hang.xlsx", 1200)


def save(path: Path, rows: list[list[object]], **look: str) -> Path:
    """A workbook of one sheet; `look` gives cells number formats."""
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    for cell, code in look.items():
        book.active[cell].number_format = code
    book.save(path)
    return path


def test_awkward_sheet_is_cut_into_header_rows_and_the_rest(sheet: awkward.Awkward) -> None:
    table = read_table(sheet.path)
    assert table.sheet == "Danh sách KH"  # the first sheet is hidden
    assert table.header_row == 6
    assert [row.number for row in table.rows] == sorted({*sheet.good, *sheet.refused})
    skipped = {number for s in table.skipped for number in range(s.first, s.last + 1)}
    assert skipped == sheet.skipped


def test_every_skipped_row_says_why(sheet: awkward.Awkward) -> None:
    reasons = [skipped.reason for skipped in read_table(sheet.path).skipped]
    middle = [skipping.BLANK, skipping.REPEATED, skipping.HEADING]
    assert [r for r in reasons if r in middle][1:4] == [skipping.BLANK, skipping.REPEATED, skipping.HEADING]
    assert reasons.count(skipping.TOTAL) == 1
    assert reasons.count(skipping.NOTE) == 2


def test_two_line_header_with_blank_first_column_and_hidden_one(sheet: awkward.Awkward) -> None:
    headers = read_table(sheet.path).headers
    assert headers[0].letter == "B"
    assert [h.text for h in headers[4:7]] == ["Liên hệ · Người liên hệ", "Liên hệ · SĐT", "Liên hệ · Email"]
    assert [h.letter for h in headers if h.hidden] == ["K"]
    assert headers[11].text == "Doanh thu năm (VNĐ)"


def test_formulas_give_their_stored_result_and_failed_ones_are_faults(sheet: awkward.Awkward) -> None:
    table = read_table(sheet.path)
    rows = {row.number: row for row in table.rows}
    by_field = {"tax_code": 3, "annual_revenue": 11}
    for number, field in sheet.refused.items():
        if field in by_field:
            assert list(rows[number].faults) == [by_field[field]]
            assert rows[number].cells[by_field[field]] == ""
    assert rows[awkward.FIRST + 5].cells[11] == 5000


def test_header_row_can_be_said(tmp_path: Path) -> None:
    path = save(tmp_path / "a.xlsx", [["x", "y"], ["p", "q"], ["1", "2"]])
    table = read_table(path, header_row=2)
    assert [h.text for h in table.headers] == ["p", "q"]
    assert [row.cells for row in table.rows] == [["1", "2"]]


def test_values_come_typed_and_formats_that_change_them_are_kept(tmp_path: Path) -> None:
    cells = ["An", 5, 0.08, 123, date(2026, 3, 5), datetime(2026, 3, 5, 8, 30), True]
    titles = ["Tên", "Số", "Tỷ lệ", "Mã", "Ngày", "Lúc", "Có"]
    path = save(tmp_path / "a.xlsx", [titles, cells], C2="0%", D2="00000")
    row = read_table(path).rows[0].cells
    assert isinstance(row[2], Percentage)
    assert isinstance(row[3], Padded)
    assert [shown(cell) for cell in row] == ["An", "5", "8%", "00123", "05/03/2026", "05/03/2026 08:30", "TRUE"]


def test_a_company_named_like_a_total_stays(tmp_path: Path) -> None:
    rows = [["Tên khách hàng", "MST"], ["Tổng công ty 36", 100233488], ["Tổng Công ty Sông Đà", ""], ["Tổng cộng", 2]]
    table = read_table(save(tmp_path / "a.xlsx", rows))
    assert [row.cells[0] for row in table.rows] == ["Tổng công ty 36", "Tổng Công ty Sông Đà"]


def test_sparse_rows_are_data_where_all_are_sparse(tmp_path: Path) -> None:
    rows = [["Tên khách hàng", "MST", "Email", "Địa chỉ", "SĐT"], ["A"], ["B"], [], ["C"], [], ["D"]]
    table = read_table(save(tmp_path / "a.xlsx", rows))
    assert [row.cells[0] for row in table.rows] == ["A", "B", "C", "D"]


def test_numbering_below_the_header_is_skipped(tmp_path: Path) -> None:
    rows = [["STT", "Tên khách hàng", "MST", "SĐT"], ["(1)", "(2)", "(3)", "(4)"], [1, "A", "x", "y"]]
    table = read_table(save(tmp_path / "a.xlsx", rows))
    assert [s.reason for s in table.skipped] == [skipping.NUMBERING]
    assert len(table.rows) == 1


def test_hidden_rows_are_marked(tmp_path: Path) -> None:
    path = save(tmp_path / "a.xlsx", [["Tên"], ["A"], ["B"]])
    book = openpyxl.load_workbook(path)
    book.active.row_dimensions[3].hidden = True
    book.save(path)
    assert [row.hidden for row in read_table(path).rows] == [False, True]


def test_prefixed_names_and_other_places_of_the_parts(tmp_path: Path) -> None:
    """Some programs write <x:c> for <c> and keep the workbook elsewhere."""
    path = save(tmp_path / "a.xlsx", [["Tên", "MST", "Tỷ lệ"], ["A", "#N/A", 0.5], ["B", "=1+1", 1]], C2="0%")
    book = openpyxl.load_workbook(path)
    book.active["B2"].data_type = "e"
    book.active.row_dimensions[3].hidden = True
    book.save(path)
    moved = tmp_path / "moved.xlsx"
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(moved, "w") as target:
        for name in source.namelist():
            text = source.read(name)
            if name == "xl/worksheets/sheet1.xml":
                text = re.sub(rb"<(/?)(?=[a-zA-Z])", rb"<\1x:", text).replace(b"xmlns=", b"xmlns:x=")
            target.writestr(name.replace("xl/", "data/"), text.replace(b"xl/", b"data/"))
    table = read_table(moved)
    assert [row.hidden for row in table.rows] == [False, True]
    assert [list(row.faults) for row in table.rows] == [[1], [1]]
    assert isinstance(table.rows[0].cells[2], Percentage)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1258"])
@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_text_tables(tmp_path: Path, encoding: str, separator: str) -> None:
    lines = [("Tên khách hàng", "Điện thoại", "Địa chỉ"), ("Công ty Hoà Bình", "0912345678", '"Số 1\nLê Lợi"')]
    text = "\r\n".join(separator.join(line) for line in lines) + "\r\n"
    if encoding == "cp1258":
        text = decomposed_for_1258(text)
    path = tmp_path / "kh.csv"
    path.write_bytes(text.encode(encoding))
    table = read_table(path)
    assert [h.text for h in table.headers] == ["Tên khách hàng", "Điện thoại", "Địa chỉ"]
    assert table.rows[0].cells == ["Công ty Hoà Bình", "0912345678", "Số 1\nLê Lợi"]


def decomposed_for_1258(text: str) -> str:
    """Windows-1258 writes tones as marks of their own after the letter."""
    letters = [unicodedata.normalize("NFD", char) for char in text]
    return "".join(unicodedata.normalize("NFC", letter.translate(NO_TONE)) + tone(letter) for letter in letters)


NO_TONE = dict.fromkeys(map(ord, "\u0300\u0301\u0303\u0309\u0323"))


def tone(letter: str) -> str:
    return "".join(char for char in letter if ord(char) in NO_TONE)


def test_excels_separator_hint_is_heeded(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("sep=|\nTên|MST\nA;B|1\n", encoding="utf-8")
    table = read_table(path)
    assert table.header_row == 2
    assert table.rows[0].cells == ["A;B", "1"]


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"PK\x03\x04 broken", errors.NotAWorkbook),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 broken", errors.NotAWorkbook),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), errors.Protected),
        (b"\x00\x01\x02\x03" * 100, errors.NotAWorkbook),
        (b"<html><table><tr><td>x</td></tr></table></html>", errors.WebPage),
        (b"", errors.NotAWorkbook),
        (b"Ten;MST\n", errors.NoTable),
    ],
)
def test_files_that_are_none_say_so(tmp_path: Path, content: bytes, error: type[errors.FileProblem]) -> None:
    path = tmp_path / "kh.xls"
    path.write_bytes(content)
    with pytest.raises(error) as caught:
        read_table(path)
    assert "kh.xls" in caught.value.text()


def test_missing_file_and_missing_sheet(tmp_path: Path) -> None:
    with pytest.raises(errors.FileMissing):
        open_workbook(tmp_path / "none.xlsx")
    path = save(tmp_path / "a.xlsx", [["Tên"], ["A"]])
    with pytest.raises(errors.NoSuchSheet):
        read_table(path, "Trang 9")
    assert read_table(path, "SHEET").sheet == "Sheet"


def test_truncated_workbook_is_refused_and_a_protected_sheet_is_read(tmp_path: Path) -> None:
    path = save(tmp_path / "a.xlsx", [["Tên"], ["A"]])
    book = openpyxl.load_workbook(path)
    book.active.protection.set_password("x")
    book.active["A2"].protection = Protection(locked=True)
    book.save(path)
    assert len(read_table(path).rows) == 1
    path.write_bytes(path.read_bytes()[:-300])
    with pytest.raises(errors.NotAWorkbook):
        read_table(path)


@pytest.mark.parametrize("packed", [64, 300, 5000])
def test_what_lies_on_the_seam_of_two_pieces_is_seen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, packed: int
) -> None:
    book = xlsxwriter.Workbook(tmp_path / "seams.xlsx")
    sheet = book.add_worksheet("S")
    sheet.write_row(0, 0, ("Tên", "MST"))
    for row in range(1, 400):
        sheet.write(row, 0, f"Công ty {row * 7919 % 1000}")
        if row % 9 == 0:
            sheet.write_formula(row, 1, "=1/0", None, "#DIV/0!")
        elif row % 9 == 4:
            sheet.write_formula(row, 1, f"=A{row}", None, "")
        if row % 50 == 3:
            sheet.set_row(row, None, None, {"hidden": True})
    book.close()
    monkeypatch.setattr(package, "_PACKED", packed)
    looks = package.look(tmp_path / "seams.xlsx", "S")
    monkeypatch.setattr(package, "_PACKED", 1 << 18)
    assert looks == package.look(tmp_path / "seams.xlsx", "S")
    assert looks.hidden_rows == set(range(3, 400, 50))
    assert set(looks.faults) >= set(range(9, 400, 9))
