"""A workbook without its rows: styles, title, header, widths, filter, print settings; the rows are put in later.

openpyxl makes everything but the rows of data, whose cells cost it many times what their text takes to write.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from desktop_crm.exchange.headers import column_letter
from desktop_crm.models.fields import Kind
from desktop_crm.models.numbers import currency
from desktop_crm.models.text import fold

_FONT = "Calibri"
_INK, _HEAD_FILL, _HEAD_LINE, _QUIET = "1A2130", "E1EAFC", "2A5BD0", "5E687A"
TINTS = {"danger": "FCE6E4", "warning": "FCEFD3"}
RIGHT = (Kind.INTEGER, Kind.QUANTITY, Kind.MONEY, Kind.PERCENT)

_FORMATS: Mapping[Kind, str] = {
    **dict.fromkeys((Kind.TEXT, Kind.LONG_TEXT, Kind.PHONE, Kind.TAX_CODE, Kind.EMAIL, Kind.URL), "@"),
    **dict.fromkeys((Kind.CHOICE, Kind.RELATION), "@"),
    Kind.INTEGER: "#,##0",
    Kind.QUANTITY: "#,##0.####",
    Kind.PERCENT: 'General"%"',
    Kind.DATE: "dd/mm/yyyy",
    Kind.DATETIME: "dd/mm/yyyy hh:mm",
}


@dataclass(frozen=True, slots=True)
class ColumnSpec:
    """One column: its title, what it holds, a fixed width in characters (None: by content), an amount's currency.

    Kind None is a column of mixed values, shown as a spreadsheet does.
    """

    header: str
    kind: Kind | None = Kind.TEXT
    width: float | None = None
    currency: str = "VND"

    @property
    def number_format(self) -> str:
        """The spreadsheet's number format."""
        if self.kind == Kind.MONEY:
            decimals = currency(self.currency).decimals
            return "#,##0" + ("." + "0" * decimals if decimals else "")
        return _FORMATS.get(self.kind, "General") if self.kind else "General"


def sheet_name(title: str) -> str:
    """A title as Excel allows a sheet to be named: at most 31 characters, none of []:*?/\\, no ' at an end."""
    name = re.sub(r"\s+", " ", re.sub(r"[\[\]:*?/\\\x00-\x1f]", " ", title)).strip()[:31].strip("' ")
    return name if name and fold(name) != "history" else "Sheet1"


class Frame:
    """The workbook around the rows; `header_row` is the 1-based row of the column titles."""

    def __init__(
        self, title: str, subtitle: str | None, columns: Sequence[ColumnSpec], widths: Sequence[float]
    ) -> None:
        from openpyxl import Workbook

        self.columns = columns
        self.book = Workbook()
        self.sheet: Any = self.book.active
        self.sheet.title = sheet_name(title)
        heading = [text for text in (title, subtitle) if text]
        self.header_row = len(heading) + 1
        self._write_heading(heading)
        self._write_header()
        self._arrange(widths)

    def style(self, spec: ColumnSpec, *, quoted: bool = False, day: str = "", tint: str = "") -> int:
        """The number of the style of a column's cells.

        `quoted` marks text that must not become a formula when it is edited, `day` is the format of a date in a
        column of another kind, `tint` a key of `TINTS`.
        """
        from openpyxl.cell import Cell
        from openpyxl.styles import Alignment, Font, PatternFill

        cell = Cell(self.sheet, row=1, column=1)
        cell.number_format = day or spec.number_format
        cell.font = Font(name=_FONT, size=11, color=_INK)
        cell.quotePrefix = quoted
        if spec.kind == Kind.LONG_TEXT:
            cell.alignment = Alignment(vertical="top", wrap_text=True)
        elif spec.kind in RIGHT:
            cell.alignment = Alignment(horizontal="right", indent=1)
        elif spec.kind in (Kind.DATE, Kind.DATETIME):
            cell.alignment = Alignment(horizontal="left")
        if tint:
            cell.fill = PatternFill("solid", fgColor=TINTS[tint])
        return int(cell.style_id)

    def comment(self, row: int, column: int, text: str) -> None:
        """Pin a remark to the cell that will stand there (row 1-based, column 0-based)."""
        from openpyxl.comments import Comment

        self.sheet.cell(row, column + 1).comment = Comment(
            text, "CRM", width=260, height=20 + 18 * (1 + len(text) // 36)
        )

    def parts(self, last_row: int) -> tuple[dict[str, bytes], str, bytes, bytes]:
        """All parts but the sheet, the sheet's name, what stands before the rows of data and what follows them."""
        self.sheet.auto_filter.ref = f"A{self.header_row}:{self._corner(max(last_row, self.header_row))}"
        saved = io.BytesIO()
        self.book.save(saved)
        with zipfile.ZipFile(saved) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        name = "xl/worksheets/sheet1.xml"
        head, tail = parts.pop(name).split(b"</sheetData>")
        head = head.partition(b'<row r="%d"' % (self.header_row + 1))[0]
        dimension = f'<dimension ref="A1:{self._corner(last_row)}"'.encode()
        return parts, name, re.sub(rb'<dimension ref="[^"]*"', dimension, head, count=1), b"</sheetData>" + tail

    def _corner(self, row: int) -> str:
        return f"{column_letter(len(self.columns) - 1)}{row}"

    def _write_heading(self, heading: Sequence[str]) -> None:
        from openpyxl.styles import Font

        fonts = (Font(name=_FONT, size=14, bold=True, color=_INK), Font(name=_FONT, size=10, color=_QUIET))
        for row, (text, font) in enumerate(zip(heading, fonts, strict=False), 1):
            self._put(row, 1, text).font = font

    def _write_header(self) -> None:
        from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

        for place, spec in enumerate(self.columns, 1):
            cell = self._put(self.header_row, place, spec.header)
            cell.font = Font(name=_FONT, size=11, bold=True, color=_INK)
            cell.fill = PatternFill("solid", fgColor=_HEAD_FILL)
            cell.border = Border(bottom=Side("medium", color=_HEAD_LINE))
            right = spec.kind in RIGHT
            side = "right" if right else "left"
            cell.alignment = Alignment(horizontal=side, vertical="center", wrap_text=True, indent=int(right))
        self.sheet.row_dimensions[self.header_row].height = 24

    def _put(self, row: int, column: int, text: str) -> Any:
        from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

        cell = self.sheet.cell(row, column)
        cell.value = ILLEGAL_CHARACTERS_RE.sub("", text)
        cell.data_type = "s"
        return cell

    def _arrange(self, widths: Sequence[float]) -> None:
        sheet = self.sheet
        for place, width in enumerate(widths):
            sheet.column_dimensions[column_letter(place)].width = width
        sheet.freeze_panes = f"A{self.header_row + 1}"
        sheet.sheet_view.showGridLines = False
        sheet.page_setup.orientation = "landscape"
        sheet.page_setup.paperSize = 9  # A4
        sheet.page_setup.fitToHeight = 0
        sheet.sheet_properties.pageSetUpPr.fitToPage = True
        sheet.print_title_rows = f"{self.header_row}:{self.header_row}"
