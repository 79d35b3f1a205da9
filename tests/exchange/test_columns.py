"""Reading a column at once says exactly what reading it cell by cell says."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest

from desktop_crm.exchange.columns import ColumnReader
from desktop_crm.exchange.convert import ChoiceRow, Problems, converter
from desktop_crm.exchange.looks import Percentage, padded
from desktop_crm.i18n import mark
from desktop_crm.models.fields import Field, Kind

CHOICES = {"source": [ChoiceRow("web", ("Trang web", "Website")), ChoiceRow("one", ("1", "One"))]}
ODD: tuple[Any, ...] = (
    "", " ", "#N/A", "#REF!", "|#N/A", True, False, 1, 0, 1.0, 0.0, -0.0, 0.5, 1e15, -3e9, float(2**31), 45000.0,
    Percentage(1.0), Percentage(0.08), padded(5, 5), datetime(2020, 3, 5), datetime(2020, 3, 5, 8, 30),
    date(2020, 3, 5), "a | b", "a  b", " a", "a ", "a\nb", "Hoa\u0300", "\ufeffa", "x" * 41, "1", "12/31/2020",
)  # fmt: skip


def field(kind: Kind, **said: Any) -> Field:
    return Field(mark("Record", "Number"), kind, "some", **said)


def singly(field: Field, cells: Sequence[Any]) -> tuple[list[Any], dict[int, Problems]]:
    read, values, found = converter(field, CHOICES), [], {}
    for place, cell in enumerate(cells):
        problems: Problems = []
        values.append(read(cell, problems))
        if problems:
            found[place] = problems
    return values, found


def at_once(field: Field, cells: Sequence[Any], block: int) -> tuple[list[Any], dict[int, Problems]]:
    reader, values, found = ColumnReader(field, CHOICES), list[Any](), dict[int, Problems]()
    for start in range(0, len(cells), block):
        problems: dict[int, Problems] = {}
        values += reader.read(cells[start : start + block], problems)
        found |= {start + place: one for place, one in problems.items()}
    return values, found


def phone(chance: random.Random) -> str:
    digits = "".join(chance.choices("0123456789", k=chance.randrange(7, 13)))
    start = chance.choice(("0", "", "+84", "84", "09", "02", "0084", "016", "1900"))
    return chance.choice(("{}", "{} ", "({})", "{} / 0912345678", "{} máy lẻ 12")).format(
        "".join(sign + chance.choice(("", "", "", " ", ".", "-")) for sign in start + digits)
    )


def email(chance: random.Random) -> str:
    def part(longest: int) -> str:
        return "".join(chance.choices("abcXYZ09._-+", k=chance.randrange(longest)))

    return f"{part(9)}{chance.choice(('@', '@', '@', '', '@@'))}{part(9)}.{chance.choice(('com', 'vn', 'VN', 'c', ''))}"


def tax_code(chance: random.Random) -> Any:
    digits = "".join(chance.choices("0123456789", k=chance.choice((8, 9, 10, 10, 10, 10, 12, 13))))
    return chance.choice((digits, float(digits), f"{digits[:-3]}-{digits[-3:]}", f"MST {digits}", digits[:2] + "0" * 8))


def number(chance: random.Random) -> Any:
    return chance.choice((float(chance.randrange(-(10**6), 10**16)), chance.random() * 1000, "1.234.567", "12,5"))


def text(chance: random.Random) -> Any:
    words = chance.choices(("Công", "ty", "Hòa", "Hoa\u0300", "|", "#N/A", " ", "\u200b", "12", "a\nb"), k=3)
    return chance.choice((" ".join(words).strip(), "-".join(words), 12.0, "dài " * 15))


def choice(chance: random.Random) -> Any:
    return chance.choice(("web", "TRANG WEB", "website ", "1", 1.0, True, 1, "khác", "one"))


def day(chance: random.Random) -> Any:
    return chance.choice((datetime(2020, 1, chance.randrange(1, 29)), "5/3/2026", "2020", 45000.0, 20200305.0, "x"))


MADE: tuple[tuple[Field, Callable[[random.Random], Any]], ...] = (
    (field(Kind.PHONE), phone),
    (field(Kind.EMAIL), email),
    (field(Kind.TAX_CODE), tax_code),
    (field(Kind.INTEGER), number),
    (field(Kind.MONEY), number),
    (field(Kind.QUANTITY), number),
    (field(Kind.PERCENT), number),
    (field(Kind.TEXT, length=40), text),
    (field(Kind.LONG_TEXT), text),
    (field(Kind.URL, length=40), text),
    (field(Kind.RELATION, target="organization"), text),
    (field(Kind.CHOICE, choices="source"), choice),
    (field(Kind.BOOLEAN), choice),
    (field(Kind.DATE), day),
    (field(Kind.DATETIME), day),
)


@pytest.mark.parametrize(("described", "make"), MADE, ids=[one.kind.value for one, _ in MADE])
def test_columns_read_as_their_cells(described: Field, make: Callable[[random.Random], Any]) -> None:
    chance = random.Random(11)
    cells = [make(chance) if chance.random() < 0.9 else chance.choice(ODD) for _ in range(4000)]
    values, problems = singly(described, cells)
    for block in (7, 500):
        read, found = at_once(described, cells, block)
        assert [(type(value), value) for value in read] == [(type(value), value) for value in values]
        assert found == problems
    assert any(value is not None for value in values)
    assert problems or described.kind in (Kind.LONG_TEXT,)


def test_usual_cells_take_the_fast_path() -> None:
    usual = {Kind.PHONE: "0912 345 678", Kind.EMAIL: "an.binh@cty.example", Kind.TAX_CODE: "0100233488",
             Kind.MONEY: 5e6, Kind.INTEGER: 12.0, Kind.TEXT: "Công ty Hòa Bình", Kind.DATE: "5/3/2026"}  # fmt: skip
    for kind, cell in usual.items():
        assert ColumnReader(field(kind, length=40)).quick([cell]) != [None]
    assert ColumnReader(field(Kind.TAX_CODE)).quick(["0100233480", "0000000000"]) == [None, None]
    assert ColumnReader(field(Kind.MONEY)).quick([5e6]) == [Decimal(5_000_000)]
