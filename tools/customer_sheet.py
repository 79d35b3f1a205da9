"""A customer sheet of the demo company with everything an import must cope with, to draw the wizard with."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

TITLES = ("STT", "Tên khách hàng", "MST", "SĐT", "Email", "Tỉnh/TP", "NV phụ trách", "Doanh thu năm")
_NAME, _CODE, _PHONE, _MAIL, _OWNER, _REVENUE = 1, 2, 3, 4, 6, 7
_KNOWN, _SAME, _NEW = 38, 9, 212


def write(path: Path, database: Any, day: date) -> None:
    """Write it: titles above the table, customers that are there already, new ones, faults, a total."""
    import openpyxl

    book = openpyxl.Workbook()
    sheet: Any = book.active
    sheet.title = "Danh sách"
    sheet.append(["CÔNG TY CỔ PHẦN MINH AN"])
    sheet.append(["DANH SÁCH KHÁCH HÀNG MIỀN TRUNG – THÁNG 11/2026"])
    sheet.append([])
    sheet.append(TITLES)
    for number, row in enumerate(_rows(database, day), 1):
        sheet.append([number, *row[1:]])
    sheet.append([None, "Tổng cộng", None, None, None, None, None, 123_456_789_000])
    sheet.merge_cells("A1:H1")
    book.save(path)


def _rows(database: Any, day: date) -> list[list[Any]]:
    """New customers with the others spread among them, those with faults near the top."""
    known, owners = _known(database)
    rows = _new(day, owners)
    for place, row in enumerate(known):
        rows.insert(1 + place * 5, row)
    _spoil(rows, owners)
    return rows


def _new(day: date, owners: list[str]) -> list[list[Any]]:
    from desktop_crm.models.phones import format_phone
    from desktop_crm.models.text import fold
    from desktop_crm.services.demo.draw import Draw

    draw, rows = Draw(611, day), []
    for _ in range(_NEW + 6):
        name, core, _industry = draw.company()
        mail = f"kd@{fold(core).replace(' ', '')}.example"
        province, revenue = draw.address()[2], draw.between(2, 900) * 1_000_000
        phone = format_phone(draw.landline())
        rows.append([None, name, draw.tax_code(), phone, mail, province, draw.one(owners), revenue])
    return rows


def _known(database: Any) -> tuple[list[list[Any]], list[str]]:
    """Customers of the company, most with another revenue or phone, some as they are; and who works there."""
    from sqlalchemy import select

    from desktop_crm.models import Organization, User
    from desktop_crm.models.phones import format_phone

    with database.reading() as unit:
        users = {user.id: user.full_name for user in unit.session.scalars(select(User).order_by(User.id))}
        query = select(Organization).where(Organization.tax_code != "").order_by(Organization.id)
        found = unit.session.scalars(query.limit(_KNOWN + _SAME)).all()
        rows = [
            [
                None,
                o.name,
                o.tax_code,
                format_phone(o.phone),
                o.email,
                o.province,
                users.get(o.owner_id, ""),
                int(o.annual_revenue),
            ]
            for o in found
        ]
    for place, row in enumerate(rows):
        if place % 5 != 1:
            _change(row, place)
    return rows, list(users.values())


def _change(row: list[Any], place: int) -> None:
    if place % 2:
        row[_PHONE] = f"0236 0000 {100 + place}"
    else:
        row[_REVENUE] += 64_000_000


def _spoil(rows: list[list[Any]], owners: list[str]) -> None:
    """Faults as people make them."""
    rows[2][_CODE] = "O" + rows[2][_CODE][1:]
    rows[2][_MAIL] = "luaapbac.example"
    rows[7][_NAME] = ""
    rows[9][_OWNER] = owners[0].rsplit(" ", 1)[0] + " Ngữ"
    rows[9][_REVENUE] = "1.2 tỷ"
    rows[13][_REVENUE] = "khoảng 300"
    rows[28][_MAIL] = "kd@@hoamai.example"
    rows[39][_PHONE] = "0236 000"
