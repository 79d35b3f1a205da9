"""The kinds of files beside .xlsx: what is hidden in them and what is wrong with them is told as well."""

from __future__ import annotations

import base64
import zipfile
import zlib
from pathlib import Path

from desktop_crm.exchange.looks import shown
from desktop_crm.exchange.workbook import Table, read_table

# A workbook of Excel 97 to 2003 as LibreOffice writes it: five columns, the last one hidden; four rows, the last one
# hidden, the third with the formula =1/0; percentages; codes shown with five digits.
OLD_EXCEL = """
eNrtWF1sFFUUPnd2dnd2+7ctVLDAOoJASwspNtEaxRYWtARrDdSfGBIp67ZdWbZNqRFMiIuVB01JNDzoAwkhQWJi4k9I9EGJbWIiDxp94QGjSc
GYqPiwGgwhkY7fOXNnmZZt0i1oovZsztx7z51z75nzd8/db76unjjxYd0Fmgb3U4AmnQiFfDQFjHiDGJGhaZOO43hkZx7+VXBNt2xDE/YLAtnm
YaClbRvV7Tz892A7DeA3TDZtoSzaITpApcBt8Bj/erPhmZzle7OF+f3nvj/nb87jAWCx+Od8z/FfBiwHVgArgVXuEUDVwBrgAuBCYK34BNEi4G
Lg7cA64BLgUuAyYBx4B9AG3qnlWaFbxlXorwbWa9oatI3zOehvgYgFK4aC9EnFl2xysf0FeMQH5rj4xUXgThpk30j0ZJL2PwWbRIYexTKMwUk3
oKfoGKiV9L5QP5XnBvE+QDvZrdqjnzLaRfYj8lwuz0pi/o+F51uhrIcffide/roEgaKwSlAPZShNu5EH03ijjs5yfL0kb3B0qI0yw2/dzGzcLK
eTHGMPp7KpoZ5M3AzT2yxV88q4GaVTHIbNDBMSVCfpD8f2BfCYzXReV+iXZ0c3SqTT/45+ErorpudG9/38dHrDDPSmGehrZqBHitIJLiHymNPp
p26gHzUwyJHDbSwXkLY6F5K2JmdKuyAXlnZhLujskkA4jHS+KijOSdv6LyT7R7Gmwm9cWUCi7iOKLtHTnO3z22WrUJ6zOm/tVf9+bKGyPMfjZ4
gqiw4pnB7WmGrHs53iv8Xc88PCOWLhfLCu4Aj5k16QMyXqnivdv2TtPSyJ3T+R7cOh1LmjO0iqm67EbcTNF3FI2/mDva0jROpROh9PQw+70WKj
xOVsnz18wG6GIPt94/W+/t2+fouDTaM0aroHW9KqBV63fa1uDZbMzZKxKVmyHBp4FprhvFIt2ojhm9cmll66eE9d2zNCz9H1FVeyiahJHcLMuL
lGOBrl+bK8652eI0J7RZ6rCvw/ta329esL/Xxbg69/AtkuAqlIrGhgtya1uDw0Mr5ros1rFT2OGYsOymcH6DWrSrh5bLJhK6rEljyGtpU3T0al
m8cKT8uI6X6Tm+NUldBUEZpRhBYoQjN9NBu0a+IZbr1BeqTIldAdGWIDbxTAKFAYmRiZeqRkFZb7DCoTJats+vzHRbW0QmqWkHC7bzJfSPMZwh
fWfIaPLyF80QKfMYUvIHyWeMsyjJTIGZZ6zVVomOKKi6HQGRxiAUzCA2XJysKSgSlLmrJkRIti+kQZEb6aAp9Z4PuVHuON8x2ug+YtHaq8GFSV
b5Y1zXy90CP5WJGC0aCo8DEPK/BBo4Y+CrmnLtED4nBc2rmq9zYA9CHO+yz/QsorUqPem5NOIOrWsDHLcNOZO/UQ14yd6eTQwL6B3mF7y/5kKm
Pfd+/a7p7dqUwmJV+3Kd3b23oztbNyE9mcYdIhibQi69LE4eO/X+3qj737hkWNq0+fZ1W/pWtrpZXHJu3QdfZOrZZ+XW8P65o7p+vuUV2r/3zN
raGZZ2AwlR08sD9Duq7m+Wa9tgc39F9tPX76xe+Vv3+rv58pxrmvzh1btyR29E18f9PV9zZzbE+j7dT3BO8Eifm+8RF9LyF9V+D5Vj3f7ru7sK
42Dg4+kRralx7ITtUR67dl3Xqah+JwK+//Yr9pMVyMR2xa5vafxO5DtAeHOMuxp2T5a2BtQ9vZKeFefdDy4jSBfffihtMFGZ6b0/4B3x18NjzL
gVsLeaILdU1qzvbjU6fU+/9d+q7unt076Hl8/17cS9j2W+EFvWITpgzjvjIAysxQr/cPlqD/lcCzhf03Y4ekyJASDyxNntY5fH8D8J35/38E/g
ICTC61
"""

CELL = '<table:table-cell office:value-type="string" calcext:value-type="string"><text:p>{}</text:p></table:table-cell>'
CONTENT = """<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0" office:version="1.3">
<office:body><office:spreadsheet><table:table table:name="Khách">
<table:table-column table:number-columns-repeated="4"/><table:table-column table:visibility="collapse"/>
{}</table:table></office:spreadsheet></office:body></office:document-content>"""
MANIFEST = '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
ROW = (
    "<table:table-row{}>" + CELL + "{}"
    '<table:table-cell office:value-type="percentage" office:value="{}"><text:p>8%</text:p></table:table-cell>'
    '<table:table-cell office:value-type="float" office:value="{}"/>' + CELL + "</table:table-row>"
)
FAULT = (
    '<table:table-cell table:formula="of:=1/0" office:value-type="string" office:string-value="" '
    'calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell>'
)


def open_document(path: Path) -> Path:
    """The same list as an OpenDocument file."""
    titles = "".join(CELL.format(title) for title in ("Tên khách hàng", "MST", "Tỷ lệ", "Mã KH", "Nội bộ"))
    rows = [f"<table:table-row>{titles}</table:table-row>"]
    for i in range(4):
        code = FAULT if i == 2 else '<table:table-cell office:value-type="float" office:value="100233488"/>'
        hidden = ' table:visibility="collapse"' if i == 3 else ""
        rows.append(ROW.format(hidden, f"Công ty {i}", code, 0.08 * (i + 1), i + 1, "x"))
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", MANIFEST)
        archive.writestr("content.xml", CONTENT.format("".join(rows)))
    return path


def check(table: Table) -> None:
    assert [header.letter for header in table.headers if header.hidden] == ["E"]
    assert [row.hidden for row in table.rows] == [False, False, False, True]
    assert [{index: fault.values for index, fault in row.faults.items()} for row in table.rows] == [
        {}, {}, {1: {"value": "#DIV/0!"}}, {}]  # fmt: skip
    assert [shown(row.cells[2]) for row in table.rows] == ["8%", "16%", "24%", "32%"]


def test_excel_97(tmp_path: Path) -> None:
    path = tmp_path / "kh.xls"
    path.write_bytes(zlib.decompress(base64.b64decode(OLD_EXCEL)))
    table = read_table(path)
    check(table)
    assert [shown(row.cells[3]) for row in table.rows] == ["00001", "00002", "00003", "00004"]


def test_opendocument(tmp_path: Path) -> None:
    check(read_table(open_document(tmp_path / "kh.ods")))
