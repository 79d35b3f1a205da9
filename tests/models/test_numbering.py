"""Numbers of documents: written, counted by period, read back, and patterns refused with a reason."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_crm.models.numbering import PatternError, check_pattern, parse, period_key, render

DAY = date(2026, 3, 5)
PATTERNS = [
    "BG-{yyyy}-{0000}",
    "{00}/{yyyy}/HĐMB",
    "DH{yy}{mm}{000}",
    "{yyyy}{mm}{dd}-{0}",
    "KH{000000}",
    "{0000}{yyyy}",
]


@pytest.mark.parametrize(
    ("pattern", "n", "number", "period"),
    [
        ("BG-{yyyy}-{0000}", 7, "BG-2026-0007", "2026"),
        ("BG-{yyyy}-{0000}", 12345, "BG-2026-12345", "2026"),
        ("{00}/{yyyy}/HĐMB", 3, "03/2026/HĐMB", "2026"),
        ("DH{yy}{mm}{000}", 42, "DH2603042", "2026-03"),
        ("{yyyy}{mm}{dd}-{0}", 1, "20260305-1", "2026-03-05"),
        ("KH{000000}", 1, "KH000001", ""),
    ],
)
def test_render_and_period(pattern: str, n: int, number: str, period: str) -> None:
    check_pattern(pattern)
    assert render(pattern, DAY, n) == number
    assert period_key(pattern, DAY) == period
    assert parse(pattern, number) == (period, n)


@given(st.sampled_from(PATTERNS), st.dates(date(2000, 1, 1), date(2099, 12, 31)), st.integers(1, 10**9))
def test_a_number_is_read_back(pattern: str, day: date, n: int) -> None:
    assert parse(pattern, render(pattern, day, n)) == (period_key(pattern, day), n)


@pytest.mark.parametrize("number", ["BG-2026-007", "BG-26-0007", "BG-2026-0007/R2", "bg-2026-0007", "", "BG-2026-"])
def test_other_texts_are_no_numbers_of_the_pattern(number: str) -> None:
    assert parse("BG-{yyyy}-{0000}", number) is None


def test_impossible_months_are_no_numbers() -> None:
    assert parse("DH{yy}{mm}{000}", "DH2613001") is None
    assert parse("{yyyy}-{yyyy}-{0}", "2026-2025-1") is None


@pytest.mark.parametrize(
    ("pattern", "reason"),
    [
        ("BG-{yyyy}", "one counter"),
        ("{00}-{00}", "one counter"),
        ("", "one counter"),
        ("BG-{year}-{00}", "{year}"),
        ("BG-{}-{00}", "unknown"),
        ("BG-{yyyy-{00}", "brace"),
        ("BG}-{00}", "brace"),
        ("BG-{mm}-{00}", "repeat"),
        ("BG-{yyyy}-{dd}-{00}", "repeat"),
        ("B" * 40 + "{00}", "40"),
        (" BG{00}", "spaces"),
        ("BG\u200b{00}", "seen"),
    ],
)
def test_patterns_are_refused_with_a_reason(pattern: str, reason: str) -> None:
    with pytest.raises(PatternError) as caught:
        check_pattern(pattern)
    assert "{{" not in caught.value.text()
    assert reason in str(caught.value)
