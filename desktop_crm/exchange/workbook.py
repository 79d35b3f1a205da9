"""A table on a sheet as people make them: header found, titles, totals and notes told from the rows of data."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from desktop_crm.errors import Fault
from desktop_crm.exchange import skipping
from desktop_crm.exchange.collector import collector_at_rest
from desktop_crm.exchange.errors import NoTable
from desktop_crm.exchange.grid import Grid, SheetInfo, Workbook, open_workbook, reading
from desktop_crm.exchange.headers import Header, column_letter, find_header, header_at, titles
from desktop_crm.exchange.looks import shown
from desktop_crm.i18n import Message

__all__ = ["Header", "Row", "SheetInfo", "Skipped", "Table", "Workbook", "open_workbook", "read_table"]

_NO_FAULTS: Mapping[int, Fault] = MappingProxyType({})
_ROW = tuple.__new__  # makes a Row at half the cost of calling the class
_BLOCK = 64
_HEAD = 200  # rows looked at before the header is decided


class Row(NamedTuple):
    """One row of data: its 1-based number on the sheet, its cells, and what is wrong with single cells.

    A cell is '' (empty), str, int, float, bool, date, datetime, time, timedelta, `Percentage` or `Padded`;
    sheets know no whole numbers, so 5 comes as 5.0: `looks.shown` gives the text a user expects to see.
    """

    number: int
    cells: list[Any]
    faults: Mapping[int, Fault]
    hidden: bool


@dataclass(frozen=True, slots=True)
class Skipped:
    """Rows from `first` to `last` that are no data, why, and the text of the first."""

    first: int
    last: int
    reason: Message
    text: str = ""


@dataclass(slots=True)
class Table:
    """A table of a sheet; `header_row` is the 1-based row of its column titles (of the lower line if there are two)."""

    file: Path
    sheet: str
    header_row: int
    headers: tuple[Header, ...]
    rows: list[Row] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)

    def header(self, index: int) -> Header:
        """The column at an index of the cells."""
        return next(header for header in self.headers if header.index == index)


def read_table(source: Path | str | Workbook, sheet: str | None = None, header_row: int | None = None) -> Table:
    """Read the table of a sheet (default: the first visible one), with its header at `header_row` or found.

    Raises a `FileProblem`: unreadable file, unknown sheet, no table.
    """
    with collector_at_rest():
        book = source if isinstance(source, Workbook) else open_workbook(source)
        name = book.sheet(sheet).name
        with reading(book.path):
            return _Reader(book, name, book.grid(name)).read(header_row)


class _Reader:
    """Cuts one grid into header, rows and skipped rows."""

    def __init__(self, book: Workbook, sheet: str, grid: Grid) -> None:
        self.book, self.sheet, self.grid = book, sheet, grid

    def read(self, header_row: int | None) -> Table:
        head = list(islice(self.grid.rows, max(_HEAD, (header_row or 0) + 1)))
        place = self._place(head, header_row)
        self.table = Table(self.book.path, self.sheet, place[1] + 1, self._headers(head, *place))
        self.rules = skipping.Rules(self.table.headers, head[place[1]], self._merged_rows())
        for number, cells in enumerate(head[: place[0]], 1):
            self._skip(number, cells, skipping.ABOVE if skipping.filled(cells) else skipping.BLANK)
        self._read_rows(chain(head[place[1] + 1 :], self.grid.rows), place[1] + 2)
        self._cut_tail()
        if not self.table.rows:
            raise NoTable(file=self.book.path.name, sheet=self.sheet)
        return self.table

    def _place(self, head: Sequence[list[Any]], header_row: int | None) -> tuple[int, int]:
        if header_row is not None and header_row <= len(head):
            return header_at(head, header_row - 1)
        found = find_header(head) if header_row is None else None
        if found is None:
            raise NoTable(file=self.book.path.name, sheet=self.sheet)
        return found

    def _headers(self, head: Sequence[list[Any]], first: int, last: int) -> tuple[Header, ...]:
        texts = titles(head, first, last)
        used = {i for cells in head[last + 1 :] for i, cell in enumerate(cells) if cell != ""}
        start, hidden = self.grid.first_column, self.grid.looks.hidden_columns
        return tuple(
            Header(i, column_letter(start + i), text, start + i in hidden)
            for i, text in enumerate(texts)
            if text or i in used
        )

    def _merged_rows(self) -> set[int]:
        """1-based rows that hold a cell merged across most of the table: headings among the data."""
        wide = max(3, len(self.table.headers) // 2)
        return {first[0] + 1 for first, last in self.grid.merged if last[1] - first[1] + 1 >= wide}

    def _read_rows(self, rows: Iterator[list[Any]], first: int) -> None:
        """Blocks of rows in which all are plain data are taken as a whole."""
        looks, table = self.grid.looks, self.table
        special = looks.faults.keys() | looks.formats.keys() | looks.hidden_rows
        while block := list(islice(rows, _BLOCK)):
            numbers = range(first, first + len(block))
            if special.isdisjoint(range(first - 1, numbers.stop - 1)) and not self.rules.suspect_any(numbers, block):
                table.rows += [
                    _ROW(Row, (number, cells, _NO_FAULTS, False)) for number, cells in zip(numbers, block, strict=True)
                ]
            else:
                self._read_singly(zip(numbers, block, strict=True), special)
            first = numbers.stop

    def _read_singly(self, numbered: Iterable[tuple[int, list[Any]]], special: Collection[int]) -> None:
        suspects, add = self.rules.suspects, self.table.rows.append
        for number, cells in numbered:
            if number - 1 in special or suspects(number, cells):
                self._read_special(number, cells)
            else:
                add(_ROW(Row, (number, cells, _NO_FAULTS, False)))

    def _read_special(self, number: int, cells: list[Any]) -> None:
        """A row that may be no data, or of which something is to be told."""
        looks = self.grid.looks
        faults = self._shifted(looks.faults[number - 1]) if number - 1 in looks.faults else _NO_FAULTS
        reason = self.rules.reason(number, cells)
        if reason and not (faults and reason is skipping.BLANK):
            self._skip(number, cells, reason)
            return
        if number - 1 in looks.formats:
            looks.apply_formats(number - 1, cells, self.grid.first_column)
        self.table.rows.append(Row(number, cells, faults, number - 1 in looks.hidden_rows))

    def _shifted(self, faults: Mapping[int, Fault]) -> Mapping[int, Fault]:
        start = self.grid.first_column
        return {column - start: fault for column, fault in faults.items() if column >= start}

    def _cut_tail(self) -> None:
        """Move totals and notes that follow the last row of data to the skipped ones."""
        gaps = {skipped.last + 1 for skipped in self.table.skipped}
        for reason in self.rules.tail(self.table.rows, gaps):
            row = self.table.rows.pop()
            self._skip(row.number, row.cells, reason)
        self.table.skipped.sort(key=lambda skipped: skipped.first)

    def _skip(self, number: int, cells: Sequence[Any], reason: Message) -> None:
        skipped = self.table.skipped
        if skipped and skipped[-1].last == number - 1 and skipped[-1].reason == reason == skipping.BLANK:
            skipped[-1] = Skipped(skipped[-1].first, number, reason)
        else:
            text = " | ".join(shown(cell).strip() for cell in skipping.filled(cells))
            skipped.append(Skipped(number, number, reason, text[:200]))
