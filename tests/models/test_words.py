"""Amounts in words, against what an accountant writes."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_crm.models.words import amount_in_words


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        ("0", "Không đồng"),
        ("1", "Một đồng"),
        ("10", "Mười đồng"),
        ("14", "Mười bốn đồng"),
        ("15", "Mười lăm đồng"),
        ("21", "Hai mươi mốt đồng"),
        ("24", "Hai mươi tư đồng"),
        ("25", "Hai mươi lăm đồng"),
        ("105", "Một trăm linh năm đồng"),
        ("110", "Một trăm mười đồng"),
        ("111", "Một trăm mười một đồng"),
        ("15000", "Mười lăm nghìn đồng"),
        ("105000", "Một trăm linh năm nghìn đồng"),
        ("1000005", "Một triệu không trăm linh năm đồng"),
        ("1001001", "Một triệu không trăm linh một nghìn không trăm linh một đồng"),
        ("1050000", "Một triệu không trăm năm mươi nghìn đồng"),
        (
            "1453121401",
            "Một tỷ bốn trăm năm mươi ba triệu một trăm hai mươi mốt nghìn bốn trăm linh một đồng",
        ),
        ("1000000000", "Một tỷ đồng"),
        ("1000000024", "Một tỷ không trăm hai mươi tư đồng"),
        ("1000000000000", "Một nghìn tỷ đồng"),
        ("1005000000000", "Một nghìn không trăm linh năm tỷ đồng"),
        ("1000000000000000", "Một triệu tỷ đồng"),
        ("1000000000000000005", "Một tỷ tỷ không trăm linh năm đồng"),
        ("-15000", "Âm mười lăm nghìn đồng"),
        ("14999.5", "Mười lăm nghìn đồng"),
        ("-0.4", "Không đồng"),
    ],
)
def test_dong(amount: str, words: str) -> None:
    assert amount_in_words(Decimal(amount)) == words


def test_the_house_chooses_its_words() -> None:
    words = amount_in_words(Decimal(1024104), zero_ten="lẻ", thousand="ngàn", four="bốn")
    assert words == "Một triệu không trăm hai mươi bốn ngàn một trăm lẻ bốn đồng"


@pytest.mark.parametrize(
    ("amount", "code", "vietnamese", "english"),
    [
        (
            "1200.50",
            "USD",
            "Một nghìn hai trăm đô la Mỹ và năm mươi xu",
            "One thousand two hundred US dollars and fifty cents",
        ),
        ("1.01", "USD", "Một đô la Mỹ và một xu", "One US dollar and one cent"),
        ("0.05", "EUR", "Năm xu", "Five cents"),
        ("24", "EUR", "Hai mươi tư euro", "Twenty-four euros"),
        ("1000.4", "JPY", "Một nghìn yên Nhật", "One thousand Japanese yen"),
        ("3", "XAU", "Ba XAU", "Three XAU"),
    ],
)
def test_foreign_currencies(amount: str, code: str, vietnamese: str, english: str) -> None:
    assert amount_in_words(Decimal(amount), code) == vietnamese
    assert amount_in_words(Decimal(amount), code, "en") == english


def test_english() -> None:
    assert amount_in_words(Decimal(-1453121401), language="en") == (
        "Minus one billion four hundred fifty-three million one hundred twenty-one thousand four hundred one dong"
    )
    assert amount_in_words(Decimal(0), language="en") == "Zero dong"


VALUES = dict(zip("không một hai ba bốn năm sáu bảy tám chín".split(), range(10), strict=True)) | {
    "mốt": 1,
    "tư": 4,
    "lăm": 5,
}


def value_of(words: list[str]) -> int:
    """Reads a number below 10^18 back from its words."""
    for name, scale in (("tỷ", 10**9), ("triệu", 10**6), ("nghìn", 10**3), ("trăm", 100)):
        if name in words:
            place = len(words) - 1 - words[::-1].index(name) if name == "tỷ" else words.index(name)
            return value_of(words[:place]) * scale + value_of(words[place + 1 :])
    if "mươi" in words:
        place = words.index("mươi")
        return value_of(words[:place]) * 10 + value_of(words[place + 1 :])
    if words and words[0] == "mười":
        return 10 + value_of(words[1:])
    return VALUES[words[-1]] if words else 0


@given(st.integers(0, 10**18 - 1))
def test_the_words_say_the_number(number: int) -> None:
    words = amount_in_words(Decimal(number)).lower().split()
    assert words[-1] == "đồng"
    assert value_of(words[:-1]) == number
