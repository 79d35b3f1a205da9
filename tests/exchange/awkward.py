"""Makes the customer sheet an office keeps for years: everything a spreadsheet can do to a list, on purpose."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import xlsxwriter
from stdnum.vn import mst

ROWS = 5000
FIRST = 7  # sheet row of the first customer
TITLES = ("STT", "Mã KH", "Tên khách hàng", "MST", "Người liên hệ", "SĐT", "Email", "Địa chỉ", "Tỉnh/TP",
          "Ghi chú nội bộ", "Ngày thành lập", "Doanh thu năm", "NV phụ trách", "Nguồn")  # fmt: skip
_NAMES = ("Cơ khí Thịnh Phát", "Thực phẩm Hòa Bình", "Dệt may Ứng Hòa", "Nội thất Gỗ Việt", "Điện lạnh Kỳ Phong")
_PEOPLE = ("Nguyễn Thị Ánh", "Trần Văn Đức", "Lê Hoàng Yến", "Phạm Quốc Bảo", "Đỗ Mỹ Uyên")
_SOURCES = ("Giới thiệu", "website", "HỘI CHỢ", "Khach cu", "")


@dataclass
class Awkward:
    """What was written: good customers by sheet row, refused rows with the field at fault, rows that are no data."""

    path: Path
    good: dict[int, dict[str, Any]] = field(default_factory=dict)
    refused: dict[int, str] = field(default_factory=dict)
    repeated_in_file: dict[int, int] = field(default_factory=dict)  # row -> the earlier row with its tax code
    skipped: set[int] = field(default_factory=set)


def tax_code(n: int) -> str:
    """The n-th valid tax code that begins with 0, as far as one can be made of n."""
    while True:
        digits = f"01{n % 10_000_000:07d}"
        total = 10 - sum(int(d) * w for d, w in zip(digits, (31, 29, 23, 19, 17, 13, 7, 5, 3), strict=True)) % 11
        if total < 10 and mst.is_valid(f"{digits}{total}"):
            return f"{digits}{total}"
        n += 3_000_017


def make(path: Path, rows: int = ROWS) -> Awkward:
    """Write the sheet with `rows` customers."""
    made = Awkward(path)
    book = xlsxwriter.Workbook(path)
    book.add_worksheet("Hướng dẫn").write(0, 0, "Xem trang bên cạnh")
    sheet = book.add_worksheet("Danh sách KH")
    _head(book, sheet, made)
    last = _body(book, sheet, made, rows)
    _foot(sheet, made, last)
    sheet.set_column("A:A", 3)
    sheet.set_column("K:K", 20, None, {"hidden": True})
    book.get_worksheet_by_name("Hướng dẫn").hide()
    sheet.activate()
    sheet.set_first_sheet()
    book.close()
    return made


def _head(book: Any, sheet: Any, made: Awkward) -> None:
    bold = book.add_format({"bold": True, "text_wrap": True})
    sheet.merge_range("B1:O1", "CÔNG TY CỔ PHẦN THƯƠNG MẠI BÌNH MINH", bold)
    sheet.merge_range("B2:O2", "DANH SÁCH KHÁCH HÀNG NĂM 2026", bold)
    sheet.write("N3", "Ngày in: 05/03/2026")
    for place, title in enumerate(TITLES, 1):
        if place in (5, 6, 7):
            sheet.write(5, place, title, bold)
        else:
            sheet.merge_range(4, place, 5, place, title.replace("năm", "năm\n(VNĐ)"), bold)
    sheet.merge_range(4, 5, 4, 7, "Liên hệ", bold)
    made.skipped |= {1, 2, 3, 4}


def _body(book: Any, sheet: Any, made: Awkward, rows: int) -> int:
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    band = book.add_format({"bold": True})
    number = FIRST
    for i in range(rows):
        if i == rows // 2:
            number = _interruption(sheet, band, made, number)
        _customer(sheet, day, made, number, i)
        number += 1
    return number - 1


def _interruption(sheet: Any, band: Any, made: Awkward, number: int) -> int:
    """In the middle: a blank row, one with spaces only, the header again, a heading across."""
    sheet.write(number, 1, "   ")
    for place, title in enumerate(TITLES, 1):
        if place in (5, 6, 7):
            sheet.write(number + 1, place, title)
    sheet.merge_range(number + 2, 1, number + 2, 14, "KHU VỰC MIỀN NAM", band)
    made.skipped |= set(range(number, number + 4))
    return number + 4


def _customer(sheet: Any, day: Any, made: Awkward, number: int, i: int) -> None:
    name, founded = f"Công ty TNHH {_NAMES[i % 5]} {i}", date(1995, 1, 1) + timedelta(days=i * 2 % 9999)
    code, phone, mail = tax_code(i), f"09{i:08d}", f"lienhe{i}@khach{i % 97}.example"
    row = number - 1
    if i % 400 == 399 and number - 200 in made.good:
        code = made.good[number - 200]["tax_code"]
        made.repeated_in_file[number] = number - 200
    sheet.write(row, 1, i + 1)
    sheet.write(row, 2, f"KH{i:05d}")
    if i % 500 != 223:
        sheet.write(row, 3, _name(name, i))
    sheet.write(row, 4, int(code) if i % 2 else code)
    sheet.write(row, 5, _PEOPLE[i % 5] + ("\u00a0 " if i % 7 == 0 else ""))
    sheet.write(row, 6, int(phone) if i % 3 else f"{phone[:4]} {phone[4:7]} {phone[7:]}")
    sheet.write(row, 7, mail.upper() if i % 11 == 0 else mail)
    sheet.write(row, 8, f"Số {i} đường Lê Lợi")
    sheet.write(row, 9, "Hà Nội")
    sheet.write(row, 10, "nội bộ")
    _founded(sheet, day, row, i, founded)
    _revenue(sheet, row, number, i)
    sheet.write(row, 13, "Chưa biết" if i % 1000 == 77 else "")
    sheet.write(row, 14, _SOURCES[i % 5])
    _spoil(sheet, made, number, i)
    if number not in made.refused:
        made.good[number] = {"name": name, "tax_code": code, "phone": "+84" + phone[1:], "founded_on": founded,
                             "annual_revenue": 1000 * i, "customer_code": f"KH{i:05d}"}  # fmt: skip


def _name(name: str, i: int) -> str:
    if i % 4 == 0:
        return unicodedata.normalize("NFD", name)
    return f"  {name}   " if i % 4 == 1 else name


def _founded(sheet: Any, day: Any, row: int, i: int, founded: date) -> None:
    if i % 3 == 0:
        sheet.write(row, 11, f"{founded:%d/%m/%Y}")
    elif i % 3 == 1:
        sheet.write(row, 11, (founded - date(1899, 12, 30)).days)
    else:
        sheet.write_datetime(row, 11, founded, day)


def _revenue(sheet: Any, row: int, number: int, i: int) -> None:
    if i % 5 == 0:
        sheet.write_formula(row, 12, f"=B{number}*1000-1000", None, i * 1000)
    else:
        sheet.write(row, 12, f"{i * 1000:,}".replace(",", ".") if i % 5 == 1 else i * 1000)


def _spoil(sheet: Any, made: Awkward, number: int, i: int) -> None:
    """Every so often a row that must be refused."""
    row = number - 1
    if i % 1000 == 77:
        made.refused[number] = "owner_id"
    elif i % 500 == 123:
        sheet.write(row, 7, "khong-co-a-cong")
        made.refused[number] = "email"
    elif i % 500 == 223:
        made.refused[number] = "name"
    elif i % 500 == 323:
        sheet.write_formula(row, 4, "=VLOOKUP(1,A1:B1,2,0)", None, "#N/A")
        made.refused[number] = "tax_code"
    elif i % 500 == 423:
        sheet.write_formula(row, 12, "=SUM(A1)", None, "")
        made.refused[number] = "annual_revenue"
    elif i % 500 == 473:
        sheet.write(row, 11, "12/31/2020")
        made.refused[number] = "founded_on"


def _foot(sheet: Any, made: Awkward, last: int) -> None:
    sheet.write(last, 1, "Tổng cộng")
    sheet.write_formula(last, 12, f"=SUM(M{FIRST}:M{last})", None, 123456789)
    sheet.write(last + 2, 1, "Ghi chú: số liệu tính đến 31/12/2025")
    sheet.write(last + 4, 3, "Người lập biểu")
    sheet.write(last + 4, 11, "Giám đốc")
    made.skipped |= {last + 1, last + 2, last + 3, last + 4, last + 5}
