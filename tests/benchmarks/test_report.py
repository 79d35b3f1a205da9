"""Rows, the table and the page made of them."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest

from benchmarks import page, report
from benchmarks.plot import chart
from benchmarks.report import Row

MACHINE = {"processor": "A processor", "noise": [10.0, 11.0, 12.5], "PostgreSQL": ""}


def search(query: str, size: int, measured: float, limit: float = 2.0) -> Row:
    return Row(f"search, few: {query}", size, "sqlite", measured, limit, 1.3, beside={"LIKE '%x%'": 100.0})


def test_a_row_is_within_up_to_its_target() -> None:
    assert search("yen", 1000, 2.6).within
    assert search("yen", 1000, 2.7).within is False
    assert search("yen", 1000, 2.6).ratio == pytest.approx(1.3)


def test_without_a_target_or_a_limit_nothing_is_judged() -> None:
    assert Row("how many", 10, "sqlite", 3.0, 1.0).within is None
    assert Row("how many", 10, "sqlite", 3.0, target=2.0).within is None
    assert Row("how many", 10, "sqlite", 3.0).ratio is None


def test_a_limit_of_nothing_is_kept_by_nothing() -> None:
    assert Row("libraries", 0, "", 0, 0, 1.0).within
    assert Row("libraries", 0, "", 1, 0, 1.0).within is False


def test_targets_of_long_lists_are_meant_for_long_lists() -> None:
    assert report.aimed(100_000, 2.0) == 2.0
    assert report.aimed(99_999, 2.0) is None


@pytest.mark.parametrize(
    ("value", "unit", "told"),
    [
        (0.4567, "ms", "0.457 ms"),
        (123.4, "ms", "123 ms"),
        (12_340.0, "ms", "12.3 s"),
        (4, "statements", "4 statements"),
    ],
)
def test_figures_have_three_digits(value: float, unit: str, told: str) -> None:
    assert report.amount(value, unit) == told


def test_the_table_names_who_looked_and_what_is_missed() -> None:
    told = report.table([Row("search", 1_000_000, "postgresql", 40.0, 30.0, 1.0, user="manager")])
    assert told.splitlines()[1].split() == [
        "search", "(manager)", "1,000,000", "postgresql", "40", "ms", "30", "ms", "1.33", "≤", "1", "NO"
    ]  # fmt: skip


def test_a_run_is_read_as_it_was_written(tmp_path: Path) -> None:
    rows = [search("yến", 1000, 2.5), Row("quote", 0, "", 1.0, user="staff", wall=2.0, note="two pages")]
    report.write(tmp_path / "run.json", MACHINE, rows)
    assert report.read(tmp_path / "run.json") == (MACHINE, rows)


def test_of_a_row_in_several_runs_the_last_counts(tmp_path: Path) -> None:
    for name, measured in (("old", 9.0), ("new", 2.0)):
        report.write(tmp_path / name, MACHINE, [search("yen", 1000, measured)])
    _, rows = page.merged([tmp_path / "old", tmp_path / "new"])
    assert [row.measured for row in rows] == [2.0]


def test_the_page_shows_the_largest_size_and_the_worst_query() -> None:
    rows = [search("yen", 1000, 9.0), search("yen", 100_000, 2.2), search("quach", 100_000, 2.8)]
    told = page.page(MACHINE, rows, {"benchmark-search.svg": "Search"})
    targets = told.partition("## Targets")[2].partition("##")[0]
    assert "1 of 3 rows" in targets
    assert "quach | 100,000 | sqlite | 2.8 ms | 2 ms | 1.40 | ≤ 1.3 | NO" in targets
    assert "yen" not in targets
    assert "![Search](images/benchmark-search.svg)" in told
    assert "| noise | 10.0 / 11.0 / 12.5 ms |" in told


def test_the_page_tells_how_cost_grows() -> None:
    rows = [Row("first page", size, "sqlite", size / 1000, 1.0) for size in (1000, 10_000)]
    told = page.page(MACHINE, rows)
    assert "| measured | database | 1,000 | 10,000 |" in told
    assert "| first page | sqlite | 1 ms | 10 ms |" in told


def test_pictures_are_drawn_of_what_has_several_sizes() -> None:
    rows = [Row("first 100 rows by name", size, "sqlite", 1.0, 1.0) for size in (1000, 10_000)]
    assert list(page.pictures(rows)) == ["benchmark-lists.svg"]
    assert page.pictures(rows[:1]) == {}


def test_a_picture_is_wellformed_and_holds_every_line() -> None:
    drawn = chart("Lists & more", "ms", {"ours": [(1000, 0.5), (100_000, 2)], "others": [(1000, 30)]})
    texts = [element.text for element in ElementTree.fromstring(drawn).iter() if element.text and element.text.strip()]
    assert {"Lists & more", "ours", "others", "100,000", "0.1 ms"} <= set(texts)
