"""What spreadsheets do to values is undone, field by field."""

from __future__ import annotations

import unicodedata
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest

from desktop_crm.exchange.convert import ChoiceRow, Problem, converter
from desktop_crm.exchange.looks import Percentage, padded
from desktop_crm.i18n import mark
from desktop_crm.models.fields import Field, Kind
from desktop_crm.models.phones import parse_phone

ROWS = {
    "industry": [
        ChoiceRow("mechanical", ("Cơ khí chế tạo", "Mechanical engineering")),
        ChoiceRow("food", ("Thực phẩm",)),
    ],
    "tax_rate": [
        ChoiceRow("VAT10", ("10 %",), Decimal(10)),
        ChoiceRow("VAT8", ("8 %",), Decimal(8)),
        ChoiceRow("KCT", ("KCT", "Không chịu thuế")),
    ],
}


def read(kind: Kind, cell: Any, **said: Any) -> tuple[Any, list[Problem]]:
    problems: list[Problem] = []
    value = converter(Field(mark("Test", "Field"), kind, key="field", **said), ROWS)(cell, problems)
    return value, problems


@pytest.mark.parametrize(
    ("kind", "cell", "value"),
    [
        (Kind.TEXT, unicodedata.normalize("NFD", "  Hoà \u00a0 Bình "), "Hoà Bình"),
        (Kind.TEXT, 5.0, "5"),
        (Kind.TEXT, padded(12, 5), "00012"),
        (Kind.TEXT, "   ", None),
        (Kind.LONG_TEXT, "a \n\n b ", "a\n\nb"),
        (Kind.PHONE, 912345678.0, "+84912345678"),
        (Kind.PHONE, "912345678", "+84912345678"),
        (Kind.PHONE, "0912.345.678", "+84912345678"),
        (Kind.PHONE, 84912345678.0, "+84912345678"),
        (Kind.PHONE, "0168 765 4321", "+84387654321"),
        (Kind.PHONE, padded(912345678, 10), "+84912345678"),
        (Kind.EMAIL, " An@Khach.EXAMPLE ", "An@khach.example"),
        (Kind.TAX_CODE, 100233488.0, "0100233488"),
        (Kind.TAX_CODE, "100233488", "0100233488"),
        (Kind.TAX_CODE, 314409058002.0, "0314409058-002"),
        (Kind.TAX_CODE, "0314409058 - 002", "0314409058-002"),
        (Kind.INTEGER, "1.234", 1234),
        (Kind.INTEGER, 5.0, 5),
        (Kind.MONEY, "1.234.567 đ", Decimal(1234567)),
        (Kind.MONEY, "1,234,567", Decimal(1234567)),
        (Kind.MONEY, 1234.56789, Decimal("1234.5679")),
        (Kind.QUANTITY, "1,5", Decimal("1.5")),
        (Kind.QUANTITY, 0.1 + 0.2, Decimal("0.3")),
        (Kind.PERCENT, Percentage(0.08), Decimal(8)),
        (Kind.PERCENT, "8%", Decimal(8)),
        (Kind.PERCENT, 8.0, Decimal(8)),
        (Kind.DATE, 45000.0, date(2023, 3, 15)),
        (Kind.DATE, "45000", date(2023, 3, 15)),
        (Kind.DATE, "31/12/2024", date(2024, 12, 31)),
        (Kind.DATE, "1/2/2024 08:30", date(2024, 2, 1)),
        (Kind.DATE, datetime(2024, 2, 1, 8, 30), date(2024, 2, 1)),
        (Kind.DATE, 20240201.0, date(2024, 2, 1)),
        (Kind.DATETIME, "01/02/2024 08:30", datetime(2024, 2, 1, 1, 30, tzinfo=UTC)),
        (Kind.BOOLEAN, "Có", True),
        (Kind.BOOLEAN, "✓", True),
        (Kind.BOOLEAN, "X", True),
        (Kind.BOOLEAN, 1.0, True),
        (Kind.BOOLEAN, "không", False),
        (Kind.BOOLEAN, 0.0, False),
        (Kind.RELATION, " Công ty  A ", "Công ty A"),
    ],
)
def test_cells_become_values(kind: Kind, cell: Any, value: Any) -> None:
    assert read(kind, cell) == (value, [])


@pytest.mark.parametrize(
    ("choices", "cell", "code"),
    [
        ("industry", "co khi che tao", "mechanical"),
        ("industry", "MECHANICAL Engineering", "mechanical"),
        ("industry", "mechanical", "mechanical"),
        ("tax_rate", 0.08, "VAT8"),
        ("tax_rate", Percentage(0.1), "VAT10"),
        ("tax_rate", 8.0, "VAT8"),
        ("tax_rate", "10%", "VAT10"),
        ("tax_rate", "không chịu thuế", "KCT"),
    ],
)
def test_choices_by_code_label_or_percentage(choices: str, cell: Any, code: str) -> None:
    assert read(Kind.CHOICE, cell, choices=choices) == (code, [])


@pytest.mark.parametrize(
    ("kind", "cell", "fix"),
    [
        (Kind.PHONE, "0912345678 / 0987654321", "0912345678"),
        (Kind.PHONE, "gọi sau", None),
        (Kind.EMAIL, "an@khach,example", "an@khach.example"),
        (Kind.EMAIL, "a@b.example; c@d.example", "a@b.example"),
        (Kind.EMAIL, "khach.example", None),
        (Kind.TAX_CODE, "01OO233488", "0100233488"),
        (Kind.TAX_CODE, "123", None),
        (Kind.MONEY, "1,2 tỷ", "1.200.000.000"),
        (Kind.MONEY, 1e20, None),
        (Kind.PERCENT, 120.0, None),
        (Kind.QUANTITY, "1,234", "1234"),
        (Kind.INTEGER, 5.5, "6"),
        (Kind.DATE, "12/31/2020", "31/12/2020"),
        (Kind.DATE, "31/02/2020", None),
        (Kind.DATE, 2019.0, "01/01/2019"),
        (Kind.DATE, "6/2019", "01/06/2019"),
        (Kind.BOOLEAN, "có lẽ", None),
        (Kind.TEXT, "#REF!", None),
    ],
)
def test_what_cannot_be_read_is_a_fault_with_a_fix_where_there_is_one(kind: Kind, cell: Any, fix: str | None) -> None:
    value, problems = read(kind, cell)
    assert value is None
    assert [(p.fault.field, p.fault.warning, p.fix) for p in problems] == [("field", False, fix)]
    assert problems[0].fault.text()


@pytest.mark.parametrize(
    "text", ["0912345678", "912345678", "0912.345.678", "02438251234", "2438251234", "024-3825-1234", "0387 654 321"]
)
def test_usual_phones_are_what_the_parser_says(text: str) -> None:
    assert read(Kind.PHONE, text) == (parse_phone(text, lost_zero=True), [])


def test_every_fix_can_be_read() -> None:
    for kind, cell in ((Kind.MONEY, "1,2 tỷ"), (Kind.QUANTITY, "1,234"), (Kind.DATE, "12/31/2020")):
        fix = read(kind, cell)[1][0].fix
        assert read(kind, fix)[1] == []


def test_wrong_check_digit_only_warns_and_long_text_is_refused() -> None:
    value, problems = read(Kind.TAX_CODE, "0100233480")
    assert (value, problems[0].fault.warning) == ("0100233480", True)
    value, problems = read(Kind.TEXT, "abcdef", length=5)
    assert (value, problems[0].fix) == (None, "abcde")


def test_unknown_choice_suggests_the_nearest() -> None:
    value, problems = read(Kind.CHOICE, "Thưc phẫn", choices="industry")
    assert (value, problems[0].fix) == (None, "Thực phẩm")
