"""Text tables (.csv, .tsv): find out encoding and separator, give rows of texts."""

from __future__ import annotations

import codecs
import csv
import io
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

SEPARATORS = (";", ",", "\t", "|")
_SAMPLE_LINES = 60
_BINARY = re.compile("[\x00-\x08\x0e-\x19\x1b-\x1f]")
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decode(data: bytes) -> str:
    """The text of a file in UTF-8, UTF-16 or Windows-1258 (as NFC); ValueError where it is none of these."""
    text = _decoded(data)
    if _BINARY.search(text[:4096]):
        raise ValueError("binary data")
    return text


def _decoded(data: bytes) -> str:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return data.decode(encoding)
    if b"\0" in data[:4096]:
        return data.decode(_utf16_order(data[:4096]))
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return unicodedata.normalize("NFC", data.decode("cp1258"))


def _utf16_order(sample: bytes) -> str:
    low, high = sample[0::2].count(0), sample[1::2].count(0)
    if max(low, high) < len(sample) // 8 or min(low, high) > max(low, high) // 4:
        raise ValueError("binary data")
    return "utf-16-be" if low > high else "utf-16-le"


def separator(text: str) -> str:
    """The separator that cuts the first lines most evenly into the most columns."""
    first = text.split("\n", 1)[0].strip()
    if first.lower().startswith("sep=") and len(first) == 5:
        return first[4]
    sample = "\n".join(text.splitlines()[:_SAMPLE_LINES])
    return max(SEPARATORS, key=lambda candidate: _evenness(sample, candidate))


def _evenness(sample: str, candidate: str) -> tuple[int, int]:
    widths = Counter(len(row) for row in csv.reader(io.StringIO(sample), delimiter=candidate) if len(row) > 1)
    if not widths:
        return 0, 0
    width, rows = widths.most_common(1)[0]
    return rows, width


def rows(text: str) -> Iterator[list[str]]:
    """Every record of the text, in order, blank lines included; ValueError on broken quoting."""
    cut = separator(text)
    if text[:4].lower() == "sep=":
        text = "\n" + text.partition("\n")[2]  # Excel's hint is no record, but keeps its row number
    csv.field_size_limit(10_000_000)
    try:
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=cut)
    except csv.Error as error:
        raise ValueError(str(error)) from error
