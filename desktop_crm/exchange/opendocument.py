"""A light look into an .ods file: hidden rows and columns, error cells, percentages, merged ranges."""

from __future__ import annotations

import zipfile
from pathlib import Path
from xml.parsers import expat

from desktop_crm.exchange.looks import PERCENT, Looks, error_value

Range = tuple[tuple[int, int], tuple[int, int]]
_TABLE, _OFFICE = (
    "urn:oasis:names:tc:opendocument:xmlns:table:1.0 ",
    "urn:oasis:names:tc:opendocument:xmlns:office:1.0 ",
)
_CALC = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0 "
_MOST = 100_000  # repeated rows and columns at the end of a sheet are not worth remembering


def look(path: Path, sheet: str) -> tuple[Looks, list[Range]]:
    """The looks and merged ranges of one sheet."""
    reader = _Reader(sheet)
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler, parser.EndElementHandler = reader.start, reader.end
    parser.CharacterDataHandler = reader.text
    with zipfile.ZipFile(path) as archive, archive.open("content.xml") as content:
        parser.ParseFile(content)
    return reader.looks, reader.merged


class _Reader:
    """Follows rows and columns through the repeat counts of one sheet."""

    def __init__(self, sheet: str) -> None:
        self.sheet, self.inside = sheet, False
        self.looks, self.merged = Looks(), list[Range]()
        self.row = self.column = self.next_column_style = 0
        self.repeat_row = self.repeat_cell = 1
        self.error: list[str] | None = None

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == _TABLE + "table":
            self.inside = attributes.get(_TABLE + "name") == self.sheet
        elif self.inside:
            self._start_inside(name, attributes)

    def _start_inside(self, name: str, attributes: dict[str, str]) -> None:
        if name == _TABLE + "table-cell" or name == _TABLE + "covered-table-cell":
            self.repeat_cell = int(attributes.get(_TABLE + "number-columns-repeated", 1))
            self._cell(attributes)
        elif name == _TABLE + "table-row":
            self.repeat_row = int(attributes.get(_TABLE + "number-rows-repeated", 1))
            self.column = 0
            if _TABLE + "visibility" in attributes and attributes[_TABLE + "visibility"] != "visible":
                self.looks.hidden_rows.update(range(self.row, self.row + min(self.repeat_row, _MOST)))
        elif name == _TABLE + "table-column":
            self._column(attributes)

    def _column(self, attributes: dict[str, str]) -> None:
        first = self.next_column_style
        self.next_column_style += int(attributes.get(_TABLE + "number-columns-repeated", 1))
        if attributes.get(_TABLE + "visibility", "visible") != "visible":
            self.looks.hidden_columns.update(range(first, min(self.next_column_style, first + 1000)))

    def _cell(self, attributes: dict[str, str]) -> None:
        if attributes.get(_CALC + "value-type") == "error":
            self.error = []
        elif attributes.get(_OFFICE + "value-type") == "percentage":
            for row in range(self.row, self.row + min(self.repeat_row, _MOST)):
                self.looks.formats[row].update(
                    dict.fromkeys(range(self.column, self.column + self.repeat_cell), PERCENT)
                )
        down = int(attributes.get(_TABLE + "number-rows-spanned", 1))
        across = int(attributes.get(_TABLE + "number-columns-spanned", 1))
        if down > 1 or across > 1:
            corner = self.row + down - 1, self.column + across - 1
            self.merged.append(((self.row, self.column), corner))

    def text(self, data: str) -> None:
        if self.error is not None:
            self.error.append(data)

    def end(self, name: str) -> None:
        if not self.inside:
            return
        if name == _TABLE + "table-cell" or name == _TABLE + "covered-table-cell":
            if self.error is not None:
                self.looks.faults[self.row][self.column] = error_value("".join(self.error).strip())
                self.error = None
            self.column += self.repeat_cell
        elif name == _TABLE + "table-row":
            self.row += self.repeat_row
        elif name == _TABLE + "table":
            self.inside = False
