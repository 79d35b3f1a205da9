"""Which rows below a header are no data: blank, totals, headings, repeated headers, notes and signatures."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Any

from desktop_crm.exchange.headers import Header, filled
from desktop_crm.i18n import Message, mark
from desktop_crm.models.text import fold

if TYPE_CHECKING:
    from desktop_crm.exchange.workbook import Row

ABOVE = mark("Exchange", "Above the header")
BLANK = mark("Exchange", "Blank row")
TOTAL = mark("Exchange", "Total row")
HEADING = mark("Exchange", "Heading across the table")
REPEATED = mark("Exchange", "Header repeated")
NUMBERING = mark("Exchange", "Column numbers")
NOTE = mark("Exchange", "Note below the table")

_TOTAL = re.compile(
    r"(?:tong cong|tong so|tong gia tri|tong|cong trang|cong nhom \w+|cong|luy ke|mang sang|"
    r"grand total|total|subtotal|sum)"
    r"(?: \d+)?(?: (?:dong|khach hang|kh|don vi|san pham|mat hang|rows|records|items))?"
)
_SAMPLE, _LONGEST_TAIL = 200, 40
_SUSPICIOUS = r"(?:\s|\(|t(?:ổ|ỏ|o)|c(?:ộ|o\u0323|o\u0302\u0323|on)|grand|sub|sum|l(?:ũ|u\u0303|u)y|mang)"
_SUSPECT = re.compile(_SUSPICIOUS, re.IGNORECASE).match
_SUSPECT_LINE = re.compile("\n" + _SUSPICIOUS, re.IGNORECASE).search
_NOTE = re.compile(
    r"(?:ghi chu|luu y|chu y|note|notes|nguoi lap|nguoi lap bieu|ke toan|giam doc|thu truong|ngay \d|ngay thang|"
    r"ha noi ngay|tp hcm ngay|ky ten|ky ho ten|xac nhan|nguon|nguoi xuat|in ngay|printed|page|trang \d)\b.*"
)


class Rules:
    """The rules for one table, made from its header."""

    def __init__(self, headers: Sequence[Header], header_cells: Sequence[Any], merged_rows: set[int]) -> None:
        self.headers, self.merged_rows = headers, merged_rows
        self.titles = list(header_cells)
        self.probe = next((i for i, cell in enumerate(header_cells) if cell != ""), 0)

    def suspect_any(self, numbers: range, rows: Sequence[list[Any]]) -> bool:
        """Whether one of these rows may be no data; at times said of rows that all are, never the other way round."""
        probe = self.probe
        try:
            lines = "\n" + "\n".join([cells[probe] for cells in rows]) + "\n"
        except TypeError:
            return True
        lined = "\n\n" in lines or f"\n{self.titles[probe]}\n" in lines or _SUSPECT_LINE(lines) is not None
        return lined or not self.merged_rows.isdisjoint(numbers)

    def suspects(self, number: int, cells: list[Any]) -> bool:
        """Whether a row may be no data, told at little cost from its first cell."""
        first = cells[self.probe]
        if first.__class__ is str:
            suspicious = not first or first == self.titles[self.probe] or _SUSPECT(first)
        else:
            suspicious = first == 1
        return bool(suspicious) or number in self.merged_rows

    def reason(self, number: int, cells: list[Any]) -> Message | None:
        """Why a row is no data, None where it is."""
        blanks = cells.count("")
        if blanks == len(cells):
            return BLANK
        if cells[self.probe] == self.titles[self.probe] and self._repeats(cells):
            return REPEATED
        if number in self.merged_rows and len(filled(cells)) == 1:
            return HEADING
        for cell in cells:  # the first cell that is filled
            if cell != "":
                if cell.__class__ is str:
                    return self._by_first_text(cell, cells)
                return NUMBERING if cell == 1 and _counts_up(cells) else None
        return None

    def _by_first_text(self, first: str, cells: list[Any]) -> Message | None:
        if _is_total(cells):
            return TOTAL
        if first[0] == "(" and _counts_up([str(cell).strip("() ") for cell in cells]):
            return NUMBERING
        return BLANK if not first.strip() and not filled(cells) else None

    def _repeats(self, cells: Sequence[Any]) -> bool:
        same = sum(mine == title != "" for mine, title in zip(cells, self.titles, strict=False))
        return same >= 0.8 * len(filled(self.titles))

    def tail(self, rows: Sequence[Row], gaps: Collection[int]) -> list[Message]:
        """Why each of the last rows is no data (a note, a signature, an unnamed total), the lowest row first.

        A row much emptier than usual is a note when its words say so, or when skipped rows part it from the data.
        """
        usual = sorted(len(filled(row.cells)) for row in rows[:_SAMPLE])[len(rows[:_SAMPLE]) // 2] if rows else 0
        found: list[Message] = []
        for place, row in enumerate(reversed(rows[-_LONGEST_TAIL:]), 1):
            cells = filled(row.cells)
            if row.faults or 2 * len(cells) >= usual or len(cells) > 4:
                break
            texts = [fold(cell) for cell in cells if isinstance(cell, str)]
            if row.number in gaps or (texts and _NOTE.fullmatch(texts[0])):
                found = [NOTE] * place
            elif not texts and place == 1:
                found = [TOTAL]
        return found


def _is_total(cells: Sequence[Any]) -> bool:
    """Whether the only text is a word for a total, and numbers stand beside it."""
    texts = [fold(cell) for cell in filled(cells) if isinstance(cell, str) and not _is_number(cell)]
    numbers = [cell for cell in filled(cells) if not isinstance(cell, str) or _is_number(cell)]
    return len(texts) == 1 and bool(_TOTAL.fullmatch(texts[0])) and (bool(numbers) or texts[0].startswith("tong"))


def _is_number(text: str) -> bool:
    return any(letter.isdigit() for letter in text) and not any(letter.isalpha() for letter in text)


def _counts_up(cells: Sequence[Any]) -> bool:
    """Whether the cells read 1, 2, 3…: the numbering of columns below a printed form's header."""
    numbers = [str(cell).removesuffix(".0") for cell in filled(cells)]
    return len(numbers) >= 4 and numbers == [str(place) for place in range(1, len(numbers) + 1)]
