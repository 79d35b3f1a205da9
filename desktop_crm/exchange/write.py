"""Write lists as good-looking workbooks, row by row, whatever their length."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop_crm.errors import Cancelled
from desktop_crm.exchange.errors import InUse, NotWritable
from desktop_crm.exchange.headers import column_letter
from desktop_crm.models.fields import Kind
from desktop_crm.models.numbers import VIETNAM, currency
from desktop_crm.models.text import fold

if TYPE_CHECKING:
    from openpyxl.cell import WriteOnlyCell

Progress = Callable[[int], None]
"""Told the number of rows done so far."""
Cancelled_ = Callable[[], bool]
"""Asked now and then whether the work is to stop."""

STEP = 500  # rows between two calls of progress and cancelled
_SAMPLE = 300  # rows that decide the widths
_NARROWEST, _WIDEST = 6, 60
_FONT = "Calibri"
_INK, _HEAD_FILL, _HEAD_LINE, _QUIET = "1A2130", "E1EAFC", "2A5BD0", "5E687A"
_FAULT_FILL, _WARNING_FILL = "FCE6E4", "FCEFD3"

_TEXT_KINDS = (Kind.PHONE, Kind.TAX_CODE, Kind.TEXT, Kind.LONG_TEXT, Kind.EMAIL, Kind.URL, Kind.CHOICE, Kind.RELATION)
_FORMATS: Mapping[Kind, str] = {
    **dict.fromkeys(_TEXT_KINDS, "@"),
    Kind.INTEGER: "#,##0",
    Kind.QUANTITY: "#,##0.####",
    Kind.PERCENT: 'General"%"',
    Kind.DATE: "dd/mm/yyyy",
    Kind.DATETIME: "dd/mm/yyyy hh:mm",
}
_RIGHT = (Kind.INTEGER, Kind.QUANTITY, Kind.MONEY, Kind.PERCENT)
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_FORMULA = re.compile(r"[\s\u00a0]*[=+\-@]")
_LONGEST_TEXT = 32_767  # characters of a cell


@dataclass(frozen=True, slots=True)
class ColumnSpec:
    """One column: its title, what it holds, a fixed width in characters (None: by content), an amount's currency."""

    header: str
    kind: Kind = Kind.TEXT
    width: float | None = None
    currency: str = "VND"

    @property
    def number_format(self) -> str:
        """The spreadsheet's number format."""
        if self.kind == Kind.MONEY:
            decimals = currency(self.currency).decimals
            return "#,##0" + ("." + "0" * decimals if decimals else "")
        return _FORMATS.get(self.kind, "General")


def write_table(
    path: Path | str,
    title: str,
    columns: Sequence[ColumnSpec],
    rows: Iterable[Sequence[Any]],
    *,
    subtitle: str | None = None,
    progress: Progress | None = None,
    cancelled: Cancelled_ | None = None,
) -> int:
    """Write one sheet: title, subtitle, header, rows; how many rows were written.

    The target is replaced as a whole at the end or not touched. A value is str, int, float, Decimal, bool, date,
    datetime (aware ones are shown on Vietnam's clock) or None; text never becomes a formula.
    Raises `NotWritable`, `InUse`, `Cancelled`.
    """
    with replaced(Path(path)) as target:
        sheet = _Sheet(title, columns, subtitle)
        count = sheet.write(watched(rows, progress, cancelled))
        sheet.save(target)
    if progress:
        progress(count)
    return count


def watched(rows: Iterable[Any], progress: Progress | None, cancelled: Cancelled_ | None) -> Iterator[Any]:
    """The same rows; every `STEP` of them the progress is told, and `Cancelled` raised where that is wanted."""
    for done, row in enumerate(rows):
        if done % STEP == 0:
            if cancelled and cancelled():
                raise Cancelled()
            if progress:
                progress(done)
        yield row


@contextmanager
def replaced(path: Path) -> Iterator[Path]:
    """A temporary file beside `path` that takes its place when all went well and is removed when not."""
    temporary = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        temporary.open("wb").close()
        yield temporary
        os.replace(temporary, path)
    except PermissionError as error:
        kind = InUse if path.exists() and os.access(path.parent, os.W_OK) else NotWritable
        raise kind(file=path.name, reason=error.strerror or str(error)) from error
    except OSError as error:
        if error.errno in (errno.ETXTBSY, errno.EBUSY):
            raise InUse(file=path.name) from error
        raise NotWritable(file=path.name, reason=error.strerror or str(error)) from error
    finally:
        temporary.unlink(missing_ok=True)


def sheet_name(title: str) -> str:
    """A title as Excel allows a sheet to be named: at most 31 characters, none of []:*?/\\, no ' at an end."""
    name = re.sub(r"\s+", " ", re.sub(r"[\[\]:*?/\\]|[\x00-\x1f]", " ", title)).strip()[:31].strip("' ")
    return name if name and fold(name) != "history" else "Sheet1"


def safe_text(value: str) -> str:
    """Text without the characters a workbook cannot hold, cut to a cell's length."""
    return _ILLEGAL.sub("", value)[:_LONGEST_TEXT]


class _Sheet:
    """One sheet that is written once from top to bottom."""

    def __init__(self, title: str, columns: Sequence[ColumnSpec], subtitle: str | None) -> None:
        from openpyxl import Workbook

        self.columns = columns
        self.book = Workbook(write_only=True)
        self.sheet = self.book.create_sheet(sheet_name(title))
        self.heading = [text for text in (title, subtitle) if text]
        self.header_row = len(self.heading) + 1

    def write(self, rows: Iterator[Sequence[Any]]) -> int:
        sample = list(islice(rows, _SAMPLE))
        self._arrange(sample)
        self._write_head()
        cells = [_Column(self.sheet, spec) for spec in self.columns]
        count = 0
        for count, row in enumerate(chain(sample, rows), 1):
            self.sheet.append([cell.of(value) for cell, value in zip(cells, row, strict=True)])
        last = f"{column_letter(len(self.columns) - 1)}{self.header_row + count}"
        self.sheet.auto_filter.ref = f"A{self.header_row}:{last}"
        return count

    def save(self, target: Path) -> None:
        self.book.save(target)

    def _arrange(self, sample: Sequence[Sequence[Any]]) -> None:
        for place, spec in enumerate(self.columns):
            width = spec.width or _width(spec, [row[place] for row in sample])
            self.sheet.column_dimensions[column_letter(place)].width = width
        self.sheet.freeze_panes = f"A{self.header_row + 1}"
        self.sheet.sheet_view.showGridLines = False
        self.sheet.page_setup.orientation = "landscape"
        self.sheet.page_setup.paperSize = 9  # A4
        self.sheet.page_setup.fitToHeight = 0
        self.sheet.sheet_properties.pageSetUpPr.fitToPage = True
        self.sheet.print_title_rows = f"{self.header_row}:{self.header_row}"

    def _write_head(self) -> None:
        from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

        fonts = (Font(name=_FONT, size=14, bold=True, color=_INK), Font(name=_FONT, size=10, color=_QUIET))
        for text, font in zip(self.heading, fonts, strict=False):
            self.sheet.append([_styled(self.sheet, text, font=font)])
        look = {
            "font": Font(name=_FONT, size=11, bold=True, color=_INK),
            "fill": PatternFill("solid", fgColor=_HEAD_FILL),
            "border": Border(bottom=Side("medium", color=_HEAD_LINE)),
        }
        self.sheet.row_dimensions[self.header_row].height = 22
        self.sheet.append([_styled(self.sheet, spec.header, **look, alignment=Alignment(
            horizontal="right" if spec.kind in _RIGHT else "left", vertical="center", wrap_text=True
        )) for spec in self.columns])  # fmt: skip


def _styled(sheet: Any, text: Any, **look: Any) -> WriteOnlyCell:
    from openpyxl.cell import WriteOnlyCell

    cell = WriteOnlyCell(sheet)
    for name, value in look.items():
        setattr(cell, name, value)
    _fill(cell, text)
    return cell


def _fill(cell: WriteOnlyCell, value: Any) -> None:
    """Put a value into a cell; a text stays a text whatever it begins with."""
    if isinstance(value, str):
        cell.value = safe_text(value)
        cell.data_type = "s"
    else:
        cell.value = value


class _Column:
    """The two styled cells of a column, used anew for each row: the sheet is written as it is appended.

    The second is for text that looks like a formula: marked with Excel's quote, it stays text when edited, too.
    """

    def __init__(self, sheet: Any, spec: ColumnSpec) -> None:
        from openpyxl.cell import WriteOnlyCell
        from openpyxl.styles import Alignment, Font

        self.plain, self.quoted = WriteOnlyCell(sheet), WriteOnlyCell(sheet)
        for cell in (self.plain, self.quoted):
            cell.number_format = spec.number_format
            cell.font = Font(name=_FONT, size=11, color=_INK)
            if spec.kind == Kind.LONG_TEXT:
                cell.alignment = Alignment(vertical="top", wrap_text=True)
        self.quoted.quotePrefix = True

    def of(self, value: Any) -> WriteOnlyCell | None:
        """The cell with this value; None for an empty one."""
        if value is None or value == "":
            return None
        cell = self.plain
        if value.__class__ is str:
            if _FORMULA.match(value):
                cell = self.quoted
            cell.value = safe_text(value)
            cell.data_type = "s"
        else:
            cell.value = _local(value) if isinstance(value, datetime) else value
        return cell


def _local(moment: datetime) -> datetime:
    return moment.astimezone(VIETNAM).replace(tzinfo=None) if moment.tzinfo else moment


def _width(spec: ColumnSpec, values: Sequence[Any]) -> float:
    """Room for nine tenths of the values, and for the title with the filter's button."""
    lengths = sorted(_length(spec, value) for value in values if value is not None) or [0]
    usual = lengths[min(len(lengths) - 1, len(lengths) * 9 // 10)]
    return float(min(max(usual + 2, min(len(spec.header) + 4, 24), _NARROWEST), _WIDEST))


def _length(spec: ColumnSpec, value: Any) -> int:
    if isinstance(value, datetime):
        return 16
    if isinstance(value, date):
        return 10
    if isinstance(value, int | float | Decimal) and spec.kind == Kind.MONEY:
        return len(f"{value:,.{currency(spec.currency).decimals}f}")
    return max(map(len, str(value).splitlines()), default=0)
