"""Find the header of a table on a sheet where titles stand above it, cells are merged and columns are left blank."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from desktop_crm.exchange.synonyms import known_titles
from desktop_crm.models.text import clean, fold

LOOKED_AT = 60  # rows from the top among which the header is looked for
_LONGEST_TITLE = 60

Cells = Sequence[Any]


@dataclass(frozen=True, slots=True)
class Header:
    """One column: `index` into a row's cells, the sheet's column letter, the title ('' for none)."""

    index: int
    letter: str
    text: str
    hidden: bool = False


def column_letter(column: int) -> str:
    """The letters of a 0-based column: 0 is A, 27 is AB."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def find_header(rows: Sequence[Cells]) -> tuple[int, int] | None:
    """First and last row (0-based, among `rows`) of the header; None where no row looks like one."""
    width = _usual_width(rows)
    scores = [(_score(row, rows[place + 1 : place + 6], width), -place) for place, row in enumerate(rows[:LOOKED_AT])]
    best, negative = max(scores, default=(0.0, 0))
    if best <= 0:
        return None
    return header_at(rows, -negative)


def header_at(rows: Sequence[Cells], place: int) -> tuple[int, int]:
    """First and last row of the header that includes the row at `place`."""
    if place + 1 < len(rows) and _completes(rows[place], rows[place + 1]):
        return place, place + 1
    if place and _completes(rows[place - 1], rows[place]):
        return place - 1, place
    return place, place


def titles(rows: Sequence[Cells], first: int, last: int) -> list[str]:
    """The title of each column; a group title above is joined as “Group · Title”."""
    bottom = [_title(cell) for cell in rows[last]]
    if first == last:
        return bottom
    top = _spread([_title(cell) for cell in rows[first]], bottom)
    return [" · ".join(dict.fromkeys(part for part in pair if part)) for pair in zip(top, bottom, strict=False)]


def _spread(top: list[str], bottom: Sequence[str]) -> list[str]:
    """A group title over every column below it up to the next title above."""
    spread, current = [], ""
    for place, text in enumerate(top):
        below = place < len(bottom) and bottom[place]
        current = text or (current if below else "")
        spread.append(current)
    return spread


def _title(cell: Any) -> str:
    return "" if cell is None else clean(str(cell))


def filled(row: Cells) -> list[Any]:
    """The cells of a row that hold something."""
    return [
        cell for cell in row if cell != "" and cell is not None and not (isinstance(cell, str) and not cell.strip())
    ]


def _usual_width(rows: Sequence[Cells]) -> int:
    """How many cells the fuller rows fill: three quarters of the rows fill no more."""
    counts = sorted(len(filled(row)) for row in rows if filled(row))
    return counts[len(counts) * 3 // 4] if counts else 0


def _score(row: Cells, below: Sequence[Cells], width: int) -> float:
    """How much a row looks like a header: known words, only short different texts, as wide as the rows below."""
    cells = filled(row)
    texts = [clean(cell) for cell in cells if isinstance(cell, str) and len(cell) <= _LONGEST_TITLE]
    if not texts or not any(filled(next_row) for next_row in below):
        return 0
    words = [fold(text) for text in texts]
    known = sum(word in known_titles() for word in words)
    if len(cells) == 1 and width > 1:
        return 0
    strangers = len(cells) - len(texts) + sum(any(letter.isdigit() for letter in word) for word in words) / 2
    alike = len(words) - len(set(words))
    fill = min(1.0, len(cells) / max(width, 1))
    return (3 * known + len(texts) - 3 * strangers - 2 * alike) / max(len(cells), 1) + 2 * fill + 0.01 * known


def _completes(top: Cells, bottom: Cells) -> bool:
    """Whether two rows are one header: groups above, their parts below, some other column merged downwards."""
    if any(not isinstance(cell, str) for cell in (*filled(top), *filled(bottom))):
        return False
    upper, lower = [bool(_title(cell)) for cell in top], [bool(_title(cell)) for cell in bottom]
    groups = {place for place in range(len(lower)) if lower[place] and not upper[place]}
    merged_down = any(above and not below for above, below in zip(upper, lower, strict=False))
    if not groups or not merged_down or not all(_under_group(place, upper, lower) for place in groups):
        return False
    doubled = {place for place in range(len(upper)) if upper[place] and lower[place]}
    return all(place + 1 in groups for place in doubled) and _mostly_known(bottom)


def _under_group(place: int, upper: Sequence[bool], lower: Sequence[bool]) -> bool:
    """Whether the titles to the left reach a group's title without a gap."""
    while place >= 0 and not upper[place]:
        if not lower[place]:
            return False
        place -= 1
    return place >= 0 and lower[place]


def _mostly_known(row: Cells) -> bool:
    words = [fold(_title(cell)) for cell in filled(row)]
    return 2 * sum(word in known_titles() for word in words) >= len(words)
