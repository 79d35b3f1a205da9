"""Write lists as good-looking workbooks, row by row, whatever their length; and the rows an import refused."""

from __future__ import annotations

import errno
import os
import re
import tempfile
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from html import escape
from itertools import chain, islice
from pathlib import Path
from typing import IO, Any

from desktop_crm.errors import Fault
from desktop_crm.exchange.errors import InUse, NotWritable
from desktop_crm.exchange.frame import ColumnSpec, Frame
from desktop_crm.exchange.headers import column_letter
from desktop_crm.exchange.progress import Progress, Stop, watched
from desktop_crm.exchange.workbook import Row, Table
from desktop_crm.i18n import mark, translate
from desktop_crm.models.fields import Kind
from desktop_crm.models.numbers import VIETNAM, currency

__all__ = ["ColumnSpec", "write_rejected", "write_table"]

_SAMPLE = 300  # rows that decide the widths
_NARROWEST, _WIDEST = 6, 60
_MOST_COMMENTS = 2000
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_ESCAPE_LIKE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_FORMULA = re.compile(r"[\s\u00a0]*[=+\-@]").match
_LONGEST_TEXT = 32_767  # characters of a cell
_EPOCH = datetime(1899, 12, 30)


def write_table(
    path: Path | str,
    title: str,
    columns: Sequence[ColumnSpec],
    rows: Iterable[Sequence[Any]],
    *,
    subtitle: str | None = None,
    total: int = 0,
    progress: Progress | None = None,
    cancelled: Stop | None = None,
) -> int:
    """Write one sheet: title, subtitle, header, rows; how many rows were written.

    The target is replaced as a whole at the end or not touched. A value is str, int, float, Decimal, bool, date,
    datetime (aware ones are shown on Vietnam's clock) or None; text never becomes a formula.
    Raises `NotWritable`, `InUse`, `Cancelled`.
    """
    rows = watched(rows, total, progress, cancelled)
    sample = list(islice(rows, _SAMPLE))
    frame = Frame(title, subtitle, columns, _widths(columns, sample))
    encoders = [_Encoder(frame, spec, place).encode for place, spec in enumerate(columns)]
    count = 0
    with _replaced(Path(path)) as target, tempfile.TemporaryFile() as body:
        for count, row in enumerate(chain(sample, rows), 1):
            number = str(frame.header_row + count)
            cells = [encode(value, number) for encode, value in zip(encoders, row, strict=True)]
            body.write(f'<row r="{number}">{"".join(cells)}</row>'.encode())
        _assemble(target, frame, count, body)
    if progress:
        progress(count, count)
    return count


@contextmanager
def _replaced(path: Path) -> Iterator[Path]:
    """A temporary file beside `path` that takes its place when all went well and is removed when not."""
    temporary = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        if path.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        temporary.open("wb").close()
        yield temporary
        os.replace(temporary, path)
    except OSError as error:
        raise _explained(path, error) from error
    finally:
        if path.parent.is_dir():
            temporary.unlink(missing_ok=True)


def _explained(path: Path, error: OSError) -> NotWritable:
    held = isinstance(error, PermissionError) and path.exists() and os.access(path.parent, os.W_OK)
    if held or error.errno in (errno.ETXTBSY, errno.EBUSY):
        return InUse(file=path.name)
    return NotWritable(file=path.name, reason=error.strerror or str(error))


def _assemble(target: Path, frame: Frame, count: int, body: IO[bytes]) -> None:
    parts, name, head, tail = frame.parts(frame.header_row + count)
    body.seek(0)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for part, data in parts.items():
            archive.writestr(part, data)
        with archive.open(name, "w", force_zip64=True) as sheet:
            sheet.write(head)
            while piece := body.read(1 << 18):
                sheet.write(piece)
            sheet.write(tail)


def cell_text(value: str) -> str:
    """Text as the XML of a cell: without what a workbook cannot hold, cut to a cell's length."""
    if _ILLEGAL.search(value) or len(value) > _LONGEST_TEXT:
        value = _ILLEGAL.sub("", value)[:_LONGEST_TEXT]
    if "_x" in value:
        value = _ESCAPE_LIKE.sub("_x005F_", value)
    return escape(value, quote=False)


class _Encoder:
    """Writes the cells of one column as XML."""

    def __init__(self, frame: Frame, spec: ColumnSpec, place: int, tint: str = "") -> None:
        self.letter = column_letter(place)
        self.plain = frame.style(spec, tint=tint)
        self.quoted = frame.style(spec, quoted=True, tint=tint)
        dated = spec.kind in (Kind.DATE, Kind.DATETIME)
        self.day = self.plain if dated else frame.style(spec, day="dd/mm/yyyy", tint=tint)
        self.moment = self.plain if dated else frame.style(spec, day="dd/mm/yyyy hh:mm", tint=tint)

    def encode(self, value: Any, row: str) -> str:
        """The cell with a value; '' for an empty one."""
        if value.__class__ is str:
            if not value:
                return ""
            style = self.quoted if _FORMULA(value) else self.plain
            text = cell_text(value)
            return (
                f'<c r="{self.letter}{row}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'
            )
        if value is None:
            return ""
        if isinstance(value, bool):
            return f'<c r="{self.letter}{row}" s="{self.plain}" t="b"><v>{value:d}</v></c>'
        style, number = self._number(value)
        return f'<c r="{self.letter}{row}" s="{style}"><v>{number}</v></c>'

    def blank(self, row: str) -> str:
        """An empty cell with its style."""
        return f'<c r="{self.letter}{row}" s="{self.plain}"/>'

    def _number(self, value: Any) -> tuple[int, str]:
        if isinstance(value, Decimal):
            return self.plain, f"{value:f}"
        if isinstance(value, datetime):
            return self.moment, repr(_serial(value))
        if isinstance(value, date):
            return self.day, str((value - _EPOCH.date()).days)
        if isinstance(value, time):
            return self.moment, repr((datetime.combine(_EPOCH, value) - _EPOCH) / timedelta(days=1))
        if isinstance(value, timedelta):
            return self.plain, repr(value / timedelta(days=1))
        return self.plain, repr(value + 0)  # a plain int or float of any subclass


def _serial(moment: datetime) -> float:
    local = moment.astimezone(VIETNAM).replace(tzinfo=None) if moment.tzinfo else moment
    return (local - _EPOCH) / timedelta(days=1)


def _widths(columns: Sequence[ColumnSpec], sample: Sequence[Sequence[Any]]) -> list[float]:
    return [spec.width or _width(spec, [row[place] for row in sample]) for place, spec in enumerate(columns)]


def _width(spec: ColumnSpec, values: Sequence[Any]) -> float:
    """Room for nine tenths of the values, and for the title with the filter's button."""
    lengths = sorted(_length(spec, value) for value in values if value is not None) or [0]
    usual = lengths[min(len(lengths) - 1, len(lengths) * 9 // 10)]
    return float(min(max(usual + 2, min(len(spec.header) + 4, 24), _NARROWEST), _WIDEST))


def _length(spec: ColumnSpec, value: Any) -> int:
    if isinstance(value, date):
        return 16 if isinstance(value, datetime) else 10
    if isinstance(value, int | float | Decimal) and spec.kind == Kind.MONEY:
        return len(f"{value:,.{currency(spec.currency).decimals}f}")
    return max(map(len, str(value).splitlines()), default=0)


def write_rejected(
    path: Path | str, table: Table, faults: Mapping[int, Sequence[Fault]], columns: Mapping[str, int]
) -> int:
    """Write the refused rows of a table as they were, with their row numbers and a column of reasons.

    `faults` is by row number; `columns` says which header index a field was read from. Faulty cells are tinted
    and carry their reason as a comment. The file can be mended and imported again. How many rows were written.
    """
    rows = [row for row in table.rows if row.number in faults]
    return _Rejected(table, faults, columns).write(Path(path), rows)


class _Rejected:
    """The sheet of refused rows."""

    def __init__(self, table: Table, faults: Mapping[int, Sequence[Fault]], columns: Mapping[str, int]) -> None:
        self.table, self.faults, self.fields = table, faults, columns
        own = [ColumnSpec(header.text or header.letter, None) for header in table.headers]
        reason = ColumnSpec(translate(mark("Exchange", "Reason")), Kind.LONG_TEXT, 50)
        number = ColumnSpec(translate(mark("Exchange", "Original row")), Kind.INTEGER, 12)
        self.specs = [*own, reason, number]
        self.place = {header.index: place for place, header in enumerate(table.headers)}

    def write(self, path: Path, rows: Sequence[Row]) -> int:
        title = translate(mark("Exchange", "Rows that were not imported"))
        subtitle = f"{self.table.file.name} · {self.table.sheet}"
        values = [self._values(row) for row in rows]
        self.frame = Frame(title, subtitle, self.specs, _widths(self.specs, values[:_SAMPLE]))
        self.encoders = {
            tint: [_Encoder(self.frame, spec, place, tint) for place, spec in enumerate(self.specs)]
            for tint in ("", "danger", "warning")
        }
        with _replaced(path) as target, tempfile.TemporaryFile() as body:
            for place, (row, cells) in enumerate(zip(rows, values, strict=True), self.frame.header_row + 1):
                body.write(self._encoded(row, cells, place))
            _assemble(target, self.frame, len(rows), body)
        return len(rows)

    def _values(self, row: Row) -> list[Any]:
        broken = {index: fault.text() for index, fault in row.faults.items()}
        cells = [_shown_error(row, header.index, broken) for header in self.table.headers]
        return [*cells, "\n".join(map(self._reason, self.faults[row.number])), row.number]

    def _reason(self, fault: Fault) -> str:
        index = self.fields.get(fault.field)
        name = self.table.header(index).text if index is not None and index in self.place else ""
        return f"{name}: {fault.text()}" if name else fault.text()

    def _encoded(self, row: Row, cells: Sequence[Any], number: int) -> bytes:
        told = self._told(row)
        pieces = []
        for place, value in enumerate(cells):
            texts, tint = told.get(place, ([], ""))
            encoder = self.encoders[tint][place]
            pieces.append(encoder.encode(value, str(number)) or (encoder.blank(str(number)) if tint else ""))
            if texts and number - self.frame.header_row <= _MOST_COMMENTS:
                self.frame.comment(number, place, "\n".join(texts))
        return f'<row r="{number}">{"".join(pieces)}</row>'.encode()

    def _told(self, row: Row) -> dict[int, tuple[list[str], str]]:
        """Place of a faulty cell -> its reasons and its tint."""
        told: dict[int, tuple[list[str], str]] = {}
        for fault in self.faults[row.number]:
            index = self.fields.get(fault.field)
            if index is not None and index in self.place:
                texts, tint = told.get(self.place[index], ([], "warning"))
                tint = tint if fault.warning else "danger"
                told[self.place[index]] = ([*texts, fault.text()], tint)
        return told


def _shown_error(row: Row, index: int, broken: Mapping[int, str]) -> Any:
    """The cell's value; an error cell shows its error value."""
    if index in broken and row.faults[index].values:
        return str(row.faults[index].values["value"])  # type: ignore[index]
    return row.cells[index]
