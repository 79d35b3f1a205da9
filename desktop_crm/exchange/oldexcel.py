"""A light look into an .xls file (Excel 97 to 2003): hidden rows and columns, error values, telling formats.

The file is a small file system of its own (compound file); its stream “Workbook” is a row of records.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path

from desktop_crm.exchange.looks import Looks, error_value, format_meaning

_FREE = 0xFFFFFFFA  # sector numbers from here on end a chain
_SMALL = 4096  # shorter streams are kept in the small sectors
_BOUND_SHEET, _BOF, _EOF = 0x85, 0x809, 0x0A
_COLUMN, _ROW, _ERROR, _FORMULA, _NUMBER, _RK, _MANY_RK = 0x7D, 0x208, 0x205, 0x06, 0x203, 0x27E, 0xBD
_FORMAT, _STYLE = 0x41E, 0xE0
_ERRORS = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A"}

Record = tuple[int, bytes]


def look(path: Path, sheet: str) -> Looks:
    """The looks of one sheet."""
    stream = _stream(path.read_bytes(), ("Workbook", "Book"))
    styles = _telling_styles(stream)
    looks = Looks()
    for place, name in _sheets(stream):
        if name == sheet:
            for kind, data in _records(stream, place):
                _read(looks, styles, kind, data)
    return looks


def _stream(data: bytes, names: tuple[str, ...]) -> bytes:
    """The bytes of the first stream that bears one of the names."""
    size = 1 << struct.unpack_from("<H", data, 30)[0]
    table = _allocation(data, size)
    entries = _chain(data, size, table, struct.unpack_from("<I", data, 48)[0])
    found: dict[str, tuple[int, int]] = {}
    for place in range(0, len(entries) - 127, 128):
        length = struct.unpack_from("<H", entries, place + 64)[0]
        name = entries[place : place + max(length - 2, 0)].decode("utf-16-le", "replace")
        found[name] = struct.unpack_from("<II", entries, place + 116)
    first, length = next(found[name] for name in names if name in found)
    if length >= _SMALL:
        return _chain(data, size, table, first)[:length]
    small = _chain(data, size, table, found["Root Entry"][0])
    numbers = _chain(data, size, table, struct.unpack_from("<I", data, 60)[0])
    return _chain(small, 64, struct.unpack(f"<{len(numbers) // 4}I", numbers), first, header=0)[:length]


def _allocation(data: bytes, size: int) -> tuple[int, ...]:
    """The following sector of each sector."""
    sectors = list(struct.unpack_from("<109I", data, 76))
    following = struct.unpack_from("<I", data, 68)[0]
    while following < _FREE:
        *more, following = struct.unpack_from(f"<{size // 4}I", data, (following + 1) * size)
        sectors += more
    parts = (data[(sector + 1) * size : (sector + 2) * size] for sector in sectors if sector < _FREE)
    whole = b"".join(parts)
    return struct.unpack(f"<{len(whole) // 4}I", whole)


def _chain(data: bytes, size: int, table: tuple[int, ...], sector: int, *, header: int = 1) -> bytes:
    parts: list[bytes] = []
    while sector < _FREE and len(parts) <= len(table):
        parts.append(data[(sector + header) * size : (sector + header + 1) * size])
        sector = table[sector]
    return b"".join(parts)


def _records(stream: bytes, place: int = 0) -> Iterator[Record]:
    """The records from a place on, to the end of that part."""
    depth = 0
    while place + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, place)
        depth += (kind == _BOF) - (kind == _EOF)
        yield kind, stream[place + 4 : place + 4 + length]
        if depth == 0:
            return
        place += 4 + length


def _sheets(stream: bytes) -> Iterator[tuple[int, str]]:
    """Place and name of every sheet."""
    for kind, data in _records(stream):
        if kind == _BOUND_SHEET:
            place, length, wide = struct.unpack_from("<I2xBB", data)
            yield place, data[8:].decode("utf-16-le" if wide & 1 else "latin-1")[:length]


def _telling_styles(stream: bytes) -> dict[int, str | int]:
    """Style number -> what its format says, for the styles that change what a number says."""
    codes: dict[int, str] = {9: "0%", 10: "0.00%"}
    styles: list[int] = []
    for kind, data in _records(stream):
        if kind == _FORMAT:
            number, length, wide = struct.unpack_from("<HHB", data)
            codes[number] = data[5:].decode("utf-16-le" if wide & 1 else "latin-1")[:length]
        elif kind == _STYLE:
            styles.append(struct.unpack_from("<2xH", data)[0])
    meanings = {place: format_meaning(codes.get(code, "")) for place, code in enumerate(styles)}
    return {place: meaning for place, meaning in meanings.items() if meaning is not None}


def _read(looks: Looks, styles: dict[int, str | int], kind: int, data: bytes) -> None:
    if kind in (_NUMBER, _RK, _FORMULA, _ERROR):
        row, column, style = struct.unpack_from("<HHH", data)
        if error := _error(kind, data):
            looks.faults[row][column] = error_value(error)
        elif style in styles:
            looks.formats[row][column] = styles[style]
    elif kind == _MANY_RK:
        row, first = struct.unpack_from("<HH", data)
        for place in range((len(data) - 6) // 6):
            style = struct.unpack_from("<H", data, 4 + 6 * place)[0]
            if style in styles:
                looks.formats[row][first + place] = styles[style]
    elif kind == _ROW and data[12] & 0x20:
        looks.hidden_rows.add(struct.unpack_from("<H", data)[0])
    elif kind == _COLUMN and data[8] & 1:
        first, last = struct.unpack_from("<HH", data)
        looks.hidden_columns.update(range(first, last + 1))


def _error(kind: int, data: bytes) -> str:
    """The error value of a cell, '' for none."""
    if kind == _ERROR and data[7]:
        return _ERRORS.get(data[6], "#N/A")
    if kind == _FORMULA and data[12:14] == b"\xff\xff" and data[6] == 2:
        return _ERRORS.get(data[8], "#N/A")
    return ""
