"""Rows pasted from a spreadsheet become lines."""

from __future__ import annotations

from decimal import Decimal as D

from desktop_crm.services.pasting import paste_rows
from desktop_crm.storage.database import Database
from tests.support import sales
from tests.support.sales import DAY, at_work


def test_columns_by_their_titles(local_database: Database) -> None:
    rows = [
        ["BẢNG GIÁ", "", "", "", "", "", "", ""],
        ["STT", "Mã hàng", "Tên hàng hóa", "ĐVT", "Số lượng", "Đơn giá (VNĐ)", "CK (%)", "VAT"],
        ["1", "mh-200", "", "", "5", "", "5", "8%"],
        ["2", "ZZ-9", "Ống thép\nphi 21", "m", "2,5", "12.000", "", "KCT"],
        ["", "", "", "", "", "", "", ""],
    ]
    with at_work(local_database) as unit:
        welder = sales.product(unit)
        first, second = paste_rows(unit, rows, None, DAY)
        assert (first.line.product_id, first.line.code, first.line.name) == (welder.id, "MH-200", "Máy hàn MH-200")
        assert (first.line.quantity, first.line.unit_price) == (D(5), D(1500000))
        assert (first.line.discount_percent, first.line.tax_code) == (D(5), "VAT8")
        assert first.warnings == ()
        assert (second.line.product_id, second.line.name, second.line.detail) == (None, "Ống thép", "phi 21")
        assert (second.line.quantity, second.line.unit_price) == (D("2.5"), D(12000))
        assert second.line.tax_code == "KCT"
        assert [warning.field for warning in second.warnings] == ["code"]
        assert "ZZ-9" in second.warnings[0].text()
        assert (first.row, second.row) == (3, 4)


def test_columns_by_what_they_hold(local_database: Database) -> None:
    with at_work(local_database) as unit:
        sales.product(unit, "1001")
        coded = paste_rows(
            unit, [["1001", "Máy", "cái", "5", "1.400.000"], ["", "Dây", "m", "20", "12.500"]], None, DAY
        )
        assert [row.line.unit_price for row in coded] == [D(1400000), D(12500)]
        assert [row.line.product_id is not None for row in coded] == [True, False]
        assert coded[1].line.tax_code == "VAT10"
        free = paste_rows(unit, [["1", "Ống", "m", "3", "5000"], ["2", "Dây", "m", "4", "6000"]], None, DAY)
        assert [(row.line.name, row.line.unit, row.line.quantity) for row in free] == [
            ("Ống", "m", D(3)),
            ("Dây", "m", D(4)),
        ]


def test_cell_that_cannot_be_read_warns(local_database: Database) -> None:
    rows = [["Tên", "SL", "Đơn giá", "Thuế suất"], ["Ống thép", "hai", "15000", "7%"], ["Van", "3", "500", "0,08"]]
    with at_work(local_database) as unit:
        first, second = paste_rows(unit, rows, None, DAY)
        assert {warning.field for warning in first.warnings} == {"quantity", "tax_code"}
        assert all(warning.warning and warning.text() for warning in first.warnings)
        assert (first.line.quantity, first.line.unit_price, first.line.tax_code) == (D(1), D(15000), "VAT10")
        assert (second.line.tax_code, second.warnings) == ("VAT8", ())


def test_nothing_pasted_is_nothing(local_database: Database) -> None:
    with at_work(local_database) as unit:
        assert paste_rows(unit, [], None, DAY) == []
        assert paste_rows(unit, [[""], ["", ""]], None, DAY) == []
