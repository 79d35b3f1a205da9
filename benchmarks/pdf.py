"""A printed quote of 30 lines on two pages, beside bare reportlab laying out the same goods."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.cases import needed
from benchmarks.measuring import Meter
from benchmarks.report import Row

LARGEST = 60.0
"""Kilobytes."""


def measure(size: int) -> Iterator[Row]:
    """Time and size of the document, whatever the size of the database."""
    cases = needed("benchmarks.pdf_cases")
    works = {"ours": cases.ours, "limit": cases.bare, "fonts parsed each time": cases.reparsed}
    series = Meter().in_turn(works, seconds=4.0)
    yield Row(
        "quote as PDF, 30 lines", 0, "", series["ours"].cost * 1000, series["limit"].cost * 1000, 1.25,
        wall=series["ours"].wall * 1000, limit_wall=series["limit"].wall * 1000,
        beside={"fonts parsed each time": series["fonts parsed each time"].cost * 1000},
    )  # fmt: skip
    yield Row("size of that PDF", 0, "", len(cases.ours()) / 1000, LARGEST, 1.0, "kB")
