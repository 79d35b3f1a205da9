"""What the fast reader does not tell about a sheet: hidden rows and columns, faulty formulas, telling formats.

The fast reader gives '' for an error value and for a formula that was never calculated; imported like that,
they would be taken for empty cells. Positions are 0-based (row, column) of the sheet.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from desktop_crm.errors import Fault
from desktop_crm.i18n import mark

PERCENT = "percent"
_ZEROS = re.compile(r"0{2,}")

ERROR_VALUES = frozenset(
    "#N/A #REF! #VALUE! #DIV/0! #NAME? #NULL! #NUM! #SPILL! #CALC! #GETTING_DATA #FIELD! #BLOCKED! #CONNECT!".split()
)


def error_value(value: str) -> Fault:
    """The fault of a cell that shows an error value such as #N/A."""
    return Fault("", mark("Exchange", "The cell holds the error value {value}."), {"value": value})


def not_calculated() -> Fault:
    """The fault of a formula cell without a stored result."""
    return Fault("", mark("Exchange", "The formula has no stored result: open the file in Excel and save it."))


class Percentage(float):
    """A number shown as a percentage: 0.08 reads 8 %."""

    def __str__(self) -> str:
        return f"{round(self * 100, 6):g}%"


class Padded(int):
    """A whole number whose format shows leading zeros: 123 with the format 00000 reads 00123."""

    width = 1

    def __str__(self) -> str:
        return f"{int(self):0{self.width}d}"


def padded(number: int, width: int) -> Padded:
    """`number` that reads with `width` digits at least."""
    result = Padded(number)
    result.width = width
    return result


def format_meaning(code: str) -> str | int | None:
    """What a number format changes in the saying of a number: `PERCENT`, the digits shown at least, or nothing."""
    plain = re.sub(r'"[^"]*"|\\.|\[[^\]]*\]', "", code.split(";")[0]).strip()
    if "%" in plain:
        return PERCENT
    return len(plain) if _ZEROS.fullmatch(plain) else None


def shown(cell: Any) -> str:
    """A cell as text, as a user sees it: 5.0 is 5, days are dd/MM/yyyy, TRUE and FALSE as in Excel."""
    if isinstance(cell, str | Padded | Percentage):
        return str(cell)
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else f"{cell:.15g}"
    if isinstance(cell, datetime):
        return cell.strftime("%d/%m/%Y %H:%M" if cell.time() else "%d/%m/%Y")
    return cell.strftime("%d/%m/%Y") if isinstance(cell, date) else str(cell)


@dataclass(slots=True)
class Looks:
    """The findings about one sheet; `formats` holds `PERCENT` or the number of digits shown."""

    hidden_columns: set[int] = field(default_factory=set)
    hidden_rows: set[int] = field(default_factory=set)
    faults: dict[int, dict[int, Fault]] = field(default_factory=lambda: defaultdict(dict))
    formats: dict[int, dict[int, str | int]] = field(default_factory=lambda: defaultdict(dict))

    def apply_formats(self, row: int, cells: list[Any], first_column: int) -> None:
        """Turn the plain numbers of one row into `Percentage` and `Padded` where its formats say so."""
        for column, look in self.formats.get(row, {}).items():
            at = column - first_column
            if 0 <= at < len(cells) and isinstance(cells[at], (int, float)) and not isinstance(cells[at], bool):
                cells[at] = _formatted(cells[at], look)


def _formatted(value: float, look: str | int) -> Any:
    if isinstance(look, int):
        return padded(int(value), look) if value == int(value) else value
    return Percentage(value)
