"""A light look into the parts of an .xlsx file, one inflating pass over a sheet and no XML tree of it."""

from __future__ import annotations

import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from xml.etree import ElementTree

from desktop_crm.exchange.looks import PERCENT, Looks, error_value, format_meaning, not_calculated

_PACKED = 1 << 16  # inflated it stays in the processor's own memory
_REFERENCE = re.compile(rb'\br="([A-Z]{1,3})([0-9]+)"')
_NUMBER = re.compile(rb'\br="([0-9]+)"')
_DIMENSION = re.compile(rb'<(?:\w+:)?dimension [^>]*ref="(?:[A-Z]+[0-9]+:)?([A-Z]+)([0-9]+)"')
_PERCENT_FORMATS = {9, 10}


def sizes(path: Path) -> dict[str, tuple[int, int]]:
    """(rows, columns) of each sheet as the file itself says, by name; sheets that do not say are left out."""
    found: dict[str, tuple[int, int]] = {}
    with zipfile.ZipFile(path) as archive:
        for name, part in _parts(archive).items():
            with archive.open(part) as stream:
                head = _DIMENSION.search(stream.read(4096))
            if head:
                found[name] = int(head[2]), _column(head[1]) + 1
    return found


def unpacked_size(path: Path) -> int:
    """Bytes of the largest part once inflated."""
    with zipfile.ZipFile(path) as archive:
        return max((info.file_size for info in archive.infolist()), default=0)


def look(path: Path, sheet: str) -> Looks:
    """The looks of one sheet."""
    with zipfile.ZipFile(path) as archive:
        part = _parts(archive)[sheet]
        return _Reader(archive, part).read()


def inflated(archive: zipfile.ZipFile, part: str) -> Iterator[bytes]:
    """The bytes of a part in pieces; checksums are left to the fast reader, which reads them all again."""
    info = archive.getinfo(part)
    if info.compress_type != zipfile.ZIP_DEFLATED or info.flag_bits & 1:
        yield archive.read(part)
        return
    with open(str(archive.filename), "rb") as stream:
        stream.seek(info.header_offset + 26)
        name, extra = struct.unpack("<HH", stream.read(4))
        stream.seek(name + extra, 1)
        inflate, left = zlib.decompressobj(-zlib.MAX_WBITS), info.compress_size
        while left > 0 and (packed := stream.read(min(_PACKED, left))):
            left -= len(packed)
            yield inflate.decompress(packed)
        yield inflate.flush()


def book_part(archive: zipfile.ZipFile) -> str:
    """The part of the workbook itself, usually xl/workbook.xml; '' where the package says none."""
    if "_rels/.rels" not in archive.namelist():
        return ""
    relations = ElementTree.fromstring(archive.read("_rels/.rels"))
    targets = [r.get("Target", "") for r in relations if r.get("Type", "").endswith("/officeDocument")]
    return targets[0].lstrip("/") if targets else ""


def _parts(archive: zipfile.ZipFile) -> dict[str, str]:
    """The part of each sheet by the sheet's name."""
    part = PurePosixPath(book_part(archive))
    book = ElementTree.fromstring(archive.read(str(part)))
    relations = ElementTree.fromstring(archive.read(str(part.parent / "_rels" / f"{part.name}.rels")))
    targets = {relation.get("Id"): relation.get("Target", "") for relation in relations}
    return {
        sheet.get("name", ""): _resolved(part.parent, targets[identity])
        for sheet in book.iterfind(".//{*}sheet")
        for key, identity in sheet.items()
        if key.endswith("}id") and identity in targets
    }


def _resolved(folder: PurePosixPath, target: str) -> str:
    return target[1:] if target.startswith("/") else str(folder / target)


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1


def _telling_styles(archive: zipfile.ZipFile) -> dict[bytes, str | int]:
    """Style number -> `PERCENT` or digits shown, for the styles whose format changes what a number says."""
    part = str(PurePosixPath(book_part(archive)).with_name("styles.xml"))
    if part not in archive.namelist():
        return {}
    styles = ElementTree.fromstring(archive.read(part))
    codes = {f.get("numFmtId"): f.get("formatCode", "") for f in styles.iterfind(".//{*}numFmts/{*}numFmt")}
    found: dict[bytes, str | int] = {}
    for number, style in enumerate(styles.iterfind("./{*}cellXfs/{*}xf")):
        identity = style.get("numFmtId", "0")
        meaning = PERCENT if int(identity) in _PERCENT_FORMATS else format_meaning(codes.get(identity, ""))
        if meaning is not None:
            found[b"%d" % number] = meaning
    return found


_SEAM = 64  # more bytes than a needle has


def _last_opening(piece: bytes) -> int:
    """Where the last row or cell of a piece begins; its end where none does."""
    cut = max(piece.rfind(b"<c "), piece.rfind(b"<row "))
    return cut if cut > 0 else len(piece)


class _Reader:
    """One pass over a sheet part: cheap needles first, patterns only in a chunk that holds one."""

    def __init__(self, archive: zipfile.ZipFile, part: str) -> None:
        self.archive, self.part = archive, part
        self.looks = Looks()
        self.styles = _telling_styles(archive)

    def read(self) -> Looks:
        chunks = inflated(self.archive, self.part)
        head = next(chunks, b"")
        self._prepare(head)
        cut = _last_opening(head)
        self._read_columns(head[:cut])
        self._read_chunk(head[:cut])
        self._read_rest(head[cut:], chunks)
        return self.looks

    def _read_rest(self, rest: bytes, chunks: Iterator[bytes]) -> None:
        """Each piece from the opening of a row or cell to that of another; those without a needle are not copied."""
        for chunk in chunks:
            if self.styled or self._tells(chunk) or self._tells(rest + chunk[:_SEAM]):
                whole = rest + chunk
                cut = _last_opening(whole)
                self._read_chunk(whole[:cut])
                rest = whole[cut:]
            else:
                cut = _last_opening(chunk)
                rest = chunk[cut:] if cut < len(chunk) else rest + chunk
        self._read_chunk(rest)

    def _tells(self, piece: bytes) -> bool:
        error, formula, hidden = self.needles
        # One byte is looked for ten times faster than four.
        return (b"#" in piece and error in piece) or formula in piece or hidden in piece

    def _prepare(self, head: bytes) -> None:
        prefix = re.search(rb"<(\w+:)?worksheet\b", head)
        p = re.escape(prefix[1] or b"") if prefix else b""
        formula = rb"<%bf\b[^>]*(?:/>|>[^<]*</%bf>)" % (p, p)
        self.needles = (b"<%bv>#" % p, b"</%bf" % p, b'hidden="')
        self.hidden_row = re.compile(rb'<%brow\b([^>]*\bhidden="(?:1|true)"[^>]*)>' % p)
        self.error = re.compile(rb'<%bc\b([^>]*\bt="e"[^>]*)>(?:%b)?<%bv>(#[^<]*)' % (p, formula, p))
        self.empty = re.compile(rb"<%bc\b([^>/]*)>%b\s*(?:<%bv\s*/>|<%bv></%bv>)?\s*</%bc>" % (p, formula, p, p, p, p))
        self.styled = self._style_pattern(p)
        self.columns = re.compile(rb"<%bcol\b([^>]*)>" % p)

    def _style_pattern(self, prefix: bytes) -> re.Pattern[bytes] | None:
        if not self.styles:
            return None
        return re.compile(rb'<%bc\b([^>]*\bs="(%b)"[^>]*)>' % (prefix, b"|".join(self.styles)))

    def _read_columns(self, head: bytes) -> None:
        for column in self.columns.findall(head):
            if re.search(rb'\bhidden="(?:1|true)"', column):
                first, last = (int(re.search(rb'\b%b="([0-9]+)"' % name, column)[1]) for name in (b"min", b"max"))  # type: ignore[index]
                self.looks.hidden_columns.update(range(first - 1, min(last, first + 1000)))

    def _read_chunk(self, chunk: bytes) -> None:
        error, formula, hidden = self.needles
        if error in chunk:
            self._read_errors(chunk)
        if formula in chunk:
            self._read_uncalculated(chunk)
        if hidden in chunk:
            rows = (_NUMBER.search(attributes) for attributes in self.hidden_row.findall(chunk))
            self.looks.hidden_rows.update(int(row[1]) - 1 for row in rows if row)
        if self.styled:
            self._read_formats(self.styled, chunk)

    def _read_errors(self, chunk: bytes) -> None:
        for attributes, value in self.error.findall(chunk):
            for row, column in _position(attributes):
                self.looks.faults[row][column] = error_value(value.decode())

    def _read_uncalculated(self, chunk: bytes) -> None:
        for attributes in self.empty.findall(chunk):
            if b't="str"' not in attributes:  # a text formula whose result is ""
                for row, column in _position(attributes):
                    self.looks.faults[row][column] = not_calculated()

    def _read_formats(self, styled: re.Pattern[bytes], chunk: bytes) -> None:
        for attributes, style in styled.findall(chunk):
            for row, column in _position(attributes):
                self.looks.formats[row][column] = self.styles[style]


def _position(attributes: bytes) -> Iterator[tuple[int, int]]:
    """The cell's (row, column); nothing where the file leaves it out."""
    if found := _REFERENCE.search(attributes):
        yield int(found[2]) - 1, _column(found[1])
