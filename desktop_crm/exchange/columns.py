"""Many cells of one column at once: what is usual by a fast path, all else cell by cell through `convert`.

A fast path gives exactly what `convert.converter` gives, or None for "look at this one".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from unicodedata import is_normalized

from desktop_crm.exchange.convert import ChoiceRow, Converter, Problems, converter
from desktop_crm.models.fields import Field, Kind

Cells = Sequence[Any]
Quick = Callable[[Cells], list[Any]]
"""Cells -> values; None for an empty cell and for each that has to be looked at singly."""

_REMEMBERED = 8192  # different cells of a column; more of them are hardly met again
_FEW = 16


class ColumnReader:
    """Reads the cells of one column, some hundreds at a time."""

    def __init__(
        self, field: Field, choices: Mapping[str, list[ChoiceRow]] | None = None, language: str = "vi"
    ) -> None:
        self.one = converter(field, choices, language)
        self.quick = _QUICK.get(field.kind, _remembered)(field, self.one)

    def read(self, cells: Cells, problems: dict[int, Problems]) -> list[Any]:
        """The values, None for an empty cell and for one that cannot be read; `problems` by place among the cells."""
        values = self.quick(cells)
        for place in [place for place, value in enumerate(values) if value is None and cells[place] != ""]:
            found: Problems = []
            values[place] = self.one(cells[place], found)
            if found:
                problems.setdefault(place, []).extend(found)
        return values


def _texts(field: Field, one: Converter) -> Quick:
    """Texts that are as they are stored are known by one look at all of them joined."""
    length = field.length or 1_000_000

    def quick(cells: Cells) -> list[Any]:
        if _are_clean(cells, length):
            return [cell or None for cell in cells]
        if len(cells) <= _FEW:
            return [None] * len(cells)
        half = len(cells) // 2
        return quick(cells[:half]) + quick(cells[half:])

    return quick


def _are_clean(cells: Cells, length: int) -> bool:
    try:
        joined = "|" + "|".join(cells) + "|"
    except TypeError:
        return False
    return (
        joined.isprintable()
        and not any(sign in joined for sign in ("  ", "| ", " |", "|#"))
        and is_normalized("NFC", joined)
        and max(map(len, cells), default=0) <= length
    )


_USUAL_PHONE = re.compile(r"0?([35789][0-9]{8}|2[0-9]{9})").fullmatch
_SIGNS = str.maketrans("", "", " .-")


def _phones(field: Field, one: Converter) -> Quick:
    """Mobiles and landlines of the present form, with their zero or without it."""

    def quick(cells: Cells) -> list[Any]:
        found = [_USUAL_PHONE(_digits(cell).translate(_SIGNS)) for cell in cells]
        return [usual and "+84" + usual[1] for usual in found]

    return quick


def _digits(cell: Any) -> str:
    """A text, or a whole number as one."""
    if cell.__class__ is str:
        return str(cell)
    return str(int(cell)) if cell.__class__ is float and cell.is_integer() else ""


_USUAL_EMAIL = re.compile(
    r"[A-Za-z0-9_+\-]+(?:\.[A-Za-z0-9_+\-]+)*@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}"
).fullmatch
_LONGEST_EMAIL = 62  # so that neither the part before the @ nor a label of the domain can be too long


def _emails(field: Field, one: Converter) -> Quick:
    def quick(cells: Cells) -> list[Any]:
        return [
            cell if cell.__class__ is str and len(cell) <= _LONGEST_EMAIL and _USUAL_EMAIL(cell) else None
            for cell in cells
        ]

    return quick


def _weighted(*weights: int) -> dict[str, int]:
    """What three digits add to the check sum."""
    return {f"{n:03}": sum(int(d) * w for d, w in zip(f"{n:03}", weights, strict=True)) for n in range(1000)}


_FIRST, _MIDDLE, _LAST = _weighted(31, 29, 23), _weighted(19, 17, 13), _weighted(7, 5, 3)
_TEN_DIGITS = re.compile(r"[0-9]{10}").fullmatch


def _tax_codes(field: Field, one: Converter) -> Quick:
    """Ten digits with the right check digit; a number may have lost its first zero."""

    def quick(cells: Cells) -> list[Any]:
        codes = [cell if cell.__class__ is str else _with_zero(_digits(cell)) for cell in cells]
        return [code if _TEN_DIGITS(code) and _checks(code) else None for code in codes]

    return quick


def _with_zero(digits: str) -> str:
    return "0" + digits if len(digits) == 9 else digits


def _checks(code: str) -> bool:
    total = _FIRST[code[:3]] + _MIDDLE[code[3:6]] + _LAST[code[6:9]]
    return code[9] == str(10 - total % 11) and code[2:9] != "0000000"


def _whole_numbers(field: Field, one: Converter) -> Quick:
    def quick(cells: Cells) -> list[Any]:
        return [int(cell) if cell.__class__ is float and -2e9 < cell < 2e9 and cell.is_integer() else None
                for cell in cells]  # fmt: skip

    return quick


def _amounts(field: Field, one: Converter) -> Quick:
    def quick(cells: Cells) -> list[Any]:
        return [Decimal(int(cell)) if cell.__class__ is float and -1e13 < cell < 1e13 and cell.is_integer() else None
                for cell in cells]  # fmt: skip

    return quick


_SIMPLE = frozenset((str, float, date, datetime))
"""Classes whose values are never equal to one of another class: 1.0 is True, and so a remembered cell could be."""


def _remembered(field: Field, one: Converter) -> Quick:
    """Choices, days, yes and no: a few different cells, again and again."""
    known: dict[Any, Any] = {}

    def learn(cells: Cells) -> None:
        for cell in set(cells) - known.keys():
            problems: Problems = []
            value = one(cell, problems)
            if value is not None and not problems:
                known[cell] = value

    def quick(cells: Cells) -> list[Any]:
        if not _SIMPLE.issuperset(map(type, cells)):
            return [known.get(cell) if cell.__class__ in _SIMPLE else None for cell in cells]
        if len(known) < _REMEMBERED:
            learn(cells)
        return list(map(known.get, cells))

    return quick


_QUICK: Mapping[Kind, Callable[[Field, Converter], Quick]] = {
    Kind.TEXT: _texts,
    Kind.LONG_TEXT: _texts,
    Kind.URL: _texts,
    Kind.RELATION: _texts,
    Kind.PHONE: _phones,
    Kind.EMAIL: _emails,
    Kind.TAX_CODE: _tax_codes,
    Kind.INTEGER: _whole_numbers,
    Kind.MONEY: _amounts,
    Kind.QUANTITY: _amounts,
}
