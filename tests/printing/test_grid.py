"""Grids: their heights, and where a page may part them."""

from __future__ import annotations

import pytest

from desktop_crm.printing.grid import Grid, Pads, Row
from desktop_crm.printing.layout import Layout
from desktop_crm.printing.styles import BUSINESS


@pytest.fixture
def layout() -> Layout:
    return Layout("vi", BUSINESS, 500)


def _grid(layout: Layout, *rows: Row) -> Grid:
    head = Row([[layout.text("head")]], height=10)
    return Grid([head, *rows], [100, 50], repeat=1)


def _row(keep: bool = False) -> Row:
    return Row([], height=20, keep=keep)


def test_a_row_is_as_tall_as_its_tallest_cell(layout: Layout) -> None:
    tall, short = layout.text("a\nb\nc", after=5), layout.text("a", before=3)
    grid = Grid([Row([[tall, short], [layout.text("x")]])], [100, 50], Pads(top=1, bottom=2))
    assert grid.wrap(500) == (150, pytest.approx(4 * short.leading + 5 + 3 + 1 + 2))


def test_a_spanning_cell_has_the_room_of_its_columns(layout: Layout) -> None:
    title = layout.text("một hai ba bốn năm sáu bảy")
    grid = Grid([Row([[title]], span=2)], [100, 50], Pads(left=5, right=5))
    grid.wrap(500)
    assert title.width == 140


def test_the_heading_stands_on_both_parts(layout: Layout) -> None:
    grid = _grid(layout, *(_row() for _ in range(5)))
    first, second = grid.split(500, 65)
    assert [part.wrap(500)[1] for part in (first, second)] == [50, 70]
    assert first.rows[0] is second.rows[0]


def test_a_row_stays_with_the_next(layout: Layout) -> None:
    grid = _grid(layout, _row(), _row(keep=True), _row())
    first, second = grid.split(500, 55)
    assert [len(part.rows) for part in (first, second)] == [2, 3]


@pytest.mark.parametrize("room", [5, 29])
def test_a_heading_never_stands_alone(room: float, layout: Layout) -> None:
    assert _grid(layout, _row(), _row()).split(500, room) == []


def test_what_fits_is_not_parted(layout: Layout) -> None:
    grid = _grid(layout, _row())
    assert grid.split(500, 30) == [grid]
