"""Office files as plain grids of cells: which sheets there are, and the rows of one of them."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import ParseError

import python_calamine as calamine

from desktop_crm.exchange import delimited, oldexcel, opendocument, package
from desktop_crm.exchange.errors import FileMissing, NoSuchSheet, NotAWorkbook, Protected, TooLarge, WebPage
from desktop_crm.exchange.looks import Looks
from desktop_crm.models.text import fold

MOST_BYTES = 400 << 20
MOST_UNPACKED = 2 << 30
MOST_CELLS = 40_000_000

Range = tuple[tuple[int, int], tuple[int, int]]
_OLE, _ZIP = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"PK"
_VISIBLE = calamine.SheetVisibleEnum.Visible


@dataclass(frozen=True, slots=True)
class SheetInfo:
    """One sheet of a file; rows and columns as the file says, 0 where it does not say."""

    name: str
    hidden: bool
    rows: int
    columns: int


@dataclass(slots=True)
class Grid:
    """The cells of one sheet: `rows` gives lists of equal length from the sheet's first row on, once.

    `first_column` is the sheet column (0-based) of each row's first cell; an empty cell is ''.
    """

    rows: Iterator[list[Any]]
    first_column: int = 0
    looks: Looks = field(default_factory=Looks)
    merged: list[Range] = field(default_factory=list)


class Workbook:
    """An open office file: its sheets, and the grid of each."""

    def __init__(self, path: Path, sheets: tuple[SheetInfo, ...], load: Callable[[str], Grid]) -> None:
        self.path, self.sheets, self._load = path, sheets, load

    def sheet(self, name: str | None = None) -> SheetInfo:
        """The named sheet, or the first visible one that is not empty; `NoSuchSheet` where there is none."""
        visible = [sheet for sheet in self.sheets if not sheet.hidden] or list(self.sheets)
        candidates = [s for s in visible if s.rows != 1] + visible if name is None else self._named(name)
        if not candidates:
            raise NoSuchSheet(file=self.path.name, sheet=name or "")
        return candidates[0]

    def _named(self, name: str) -> list[SheetInfo]:
        return [sheet for sheet in self.sheets if fold(sheet.name) == fold(name) or sheet.name == name]

    def grid(self, name: str) -> Grid:
        """The cells of a sheet."""
        with reading(self.path):
            return self._load(self.sheet(name).name)


def open_workbook(path: Path | str) -> Workbook:
    """Open .xlsx, .xlsm, .xlsb, .xls, .ods, .csv, .tsv or .txt by content; a `FileProblem` where that cannot be."""
    path = Path(path)
    with reading(path):
        start = _start(path)
        if start.startswith(_ZIP):
            return _zipped(path)
        if start.startswith(_OLE):
            return _old_binary(path)
        if start.lstrip(b"\xef\xbb\xbf \t\r\n")[:9].lower().startswith((b"<html", b"<!doctype", b"<?xml", b"<table")):
            raise WebPage(file=path.name)
        return _text(path)


@contextmanager
def reading(path: Path) -> Iterator[None]:
    """Turn what goes wrong while a file is read into a `FileProblem`."""
    try:
        yield
    except calamine.PasswordError as error:
        raise Protected(file=path.name) from error
    except (calamine.CalamineError, zipfile.BadZipFile, ParseError, ValueError, KeyError) as error:
        raise NotAWorkbook(file=path.name) from error
    except MemoryError as error:
        raise TooLarge(file=path.name) from error
    except OSError as error:
        raise FileMissing(file=path.name, reason=error.strerror or str(error)) from error
    except BaseException as error:
        if type(error).__name__ == "PanicException":  # the reader's own failure on a damaged file
            raise NotAWorkbook(file=path.name) from error
        raise


def _start(path: Path) -> bytes:
    if path.stat().st_size > MOST_BYTES:
        raise TooLarge(file=path.name)
    with path.open("rb") as stream:
        return stream.read(512)


def _zipped(path: Path) -> Workbook:
    if package.unpacked_size(path) > MOST_UNPACKED:
        raise TooLarge(file=path.name)
    with zipfile.ZipFile(path) as archive:
        names, book = set(archive.namelist()), package.book_part(archive)
    if "content.xml" in names:
        return _office(path, None, opendocument.look)
    if book.endswith(".xml"):
        return _office(path, package.sizes(path), _package_looks)
    return _office(path, {}, None)  # .xlsb


def _old_binary(path: Path) -> Workbook:
    if "EncryptedPackage".encode("utf-16-le") in path.read_bytes():
        raise Protected(file=path.name)
    return _office(path, None, _old_looks)


def _old_looks(path: Path, sheet: str) -> tuple[Looks, list[Range]]:
    try:
        return oldexcel.look(path, sheet), []
    except (struct.error, StopIteration, IndexError, KeyError, MemoryError):
        return Looks(), []  # Excel 5 and odd programs: the fast reader knows more of them


def _package_looks(path: Path, sheet: str) -> tuple[Looks, list[Range]]:
    return package.look(path, sheet), []


def _office(
    path: Path,
    sizes: dict[str, tuple[int, int]] | None,
    look: Callable[[Path, str], tuple[Looks, list[Range]]] | None,
) -> Workbook:
    """A workbook by the fast reader; `sizes` None means that its sheets are in memory and can be measured."""
    book = calamine.CalamineWorkbook.from_path(path)
    names = [meta.name for meta in book.sheets_metadata if meta.typ == calamine.SheetTypeEnum.WorkSheet]
    known = {name: _size(book, name) for name in names} if sizes is None else sizes
    hidden = {meta.name: meta.visible != _VISIBLE for meta in book.sheets_metadata}

    def load(name: str) -> Grid:
        rows, columns = known.get(name, (0, 0))
        if rows * columns > MOST_CELLS:
            raise TooLarge(file=path.name)
        looks, merged = look(path, name) if look else (Looks(), [])
        sheet = book.get_sheet_by_name(name)
        first = sheet.start[1] if sheet.start else 0
        return Grid(iter(sheet.iter_rows()), first, looks, merged or sheet.merged_cell_ranges or [])

    return Workbook(path, tuple(SheetInfo(n, hidden[n], *known.get(n, (0, 0))) for n in names), load)


def _size(book: calamine.CalamineWorkbook, name: str) -> tuple[int, int]:
    end = book.get_sheet_by_name(name).end
    return (end[0] + 1, end[1] + 1) if end else (1, 1)


def _text(path: Path) -> Workbook:
    text = delimited.decode(path.read_bytes())
    if not text.strip():
        raise NotAWorkbook(file=path.name)

    def load(_name: str) -> Grid:
        return Grid(_even(list(delimited.rows(text))))

    lines = text.count("\n") + (not text.endswith("\n"))
    return Workbook(path, (SheetInfo(path.stem, False, lines, 0),), load)


def _even(rows: list[list[str]]) -> Iterator[list[str]]:
    """Rows filled up to the widest one."""
    width = max(map(len, rows), default=0)
    for row in rows:
        yield row + [""] * (width - len(row))
