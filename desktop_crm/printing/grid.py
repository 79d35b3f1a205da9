"""Blocks side by side in rows and columns: what a document places, and its table of goods.

reportlab's own table resolves its commands into a style for each cell, and measures, splits and draws cell by cell
from those. Here a row says once how its cells stand, and columns only how wide they are; heights are measured once and
kept by both parts where a page parts the rows. A row is never parted: a text that may be taller than a page is put
into rows of its own by who makes the grid, or into reportlab's table.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from operator import attrgetter
from typing import Any, NamedTuple

from desktop_crm.printing.pen import Pen, Rule, Segment
from desktop_crm.printing.placed import Placed

Cell = Sequence[Placed]
"""Blocks one below the other; they were not wrapped yet."""


@dataclass(slots=True)
class Row:
    """A row: its cells, of which the first takes `span` columns, its lines and its colour.

    `height` None is as tall as needed, `middle` centres the cells in it, `keep` holds the row to the next one.
    """

    cells: Sequence[Cell]
    span: int = 1
    above: Rule | None = None
    below: Rule | None = None
    fill: Any = None
    middle: bool = False
    keep: bool = False
    height: float | None = None


class Pads(NamedTuple):
    """White space inside each cell, in points."""

    left: float = 0
    right: float = 0
    top: float = 0
    bottom: float = 0


class Grid(Placed):
    """Rows of fixed column widths; `repeat` rows stand again on each further page.

    `box` is drawn around each page's part, `between` between the columns that a row does not span.
    """

    def __init__(
        self,
        rows: Sequence[Row],
        widths: Sequence[float],
        pads: Pads = Pads(),
        *,
        repeat: int = 0,
        box: Rule | None = None,
        between: Rule | None = None,
        before: float = 0,
        after: float = 0,
    ) -> None:
        self.rows, self.widths, self.pads, self.repeat = rows, widths, pads, repeat
        self.box, self.between, self.before, self.after = box, between, before, after
        self._heights: list[float] = []
        self._edges = [0.0, *accumulate(widths)]
        self.width = self._edges[-1]

    def wrap(self, width: float, height: float = 0) -> tuple[float, float]:
        """Its own width, whatever there is, and the height of all rows."""
        if not self._heights:
            self._heights = [self._measured(row) for row in self.rows]
        self.height = sum(self._heights)
        return self.width, self.height

    def _measured(self, row: Row) -> float:
        if row.height is not None:
            return row.height
        tallest = max((_stacked(cell, room) for cell, _, room in self._boxes(row)), default=0)
        return tallest + self.pads.top + self.pads.bottom

    def _boxes(self, row: Row) -> Iterator[tuple[Cell, float, float]]:
        """Each cell of a row, its left edge and its width, both without the white space."""
        pads, place = self.pads, 0
        for cell in row.cells:
            left, end = self._edges[place], place + (1 if place else row.span)
            yield cell, left + pads.left, self._edges[end] - left - pads.left - pads.right
            place = end

    def split(self, width: float, height: float) -> list[Grid]:
        """The rows that fit and the others, both below the repeated ones; none where not one fits."""
        self.wrap(width)
        fit, tall = 0, 0.0
        for number, (row, high) in enumerate(zip(self.rows, self._heights, strict=True), 1):
            tall += high
            if tall > height:
                break
            fit = fit if row.keep else number
        if fit == len(self.rows):
            return [self]
        if fit <= self.repeat:
            return []
        return [self._part(range(fit)), self._part([*range(self.repeat), *range(fit, len(self.rows))])]

    def _part(self, chosen: Sequence[int]) -> Grid:
        part = Grid([self.rows[n] for n in chosen], self.widths, self.pads, repeat=self.repeat)
        part.box, part.between, part.before, part.after = self.box, self.between, self.before, self.after
        part._heights = [self._heights[n] for n in chosen]
        return part

    def put(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Areas below, texts on them, lines over both, thin ones over thick ones."""
        tops = [top, *(top - done for done in accumulate(self._heights))]
        for row, high, below in zip(self.rows, self._heights, tops[1:], strict=True):
            if row.fill is not None:
                pen.area(x, below, self.width, high, row.fill)
        for row, high, above in zip(self.rows, self._heights, tops, strict=False):
            self._put_cells(row, pen, x, above, high)
        lines = self._lines(x, tops)
        for rule in sorted(lines, key=attrgetter("weight"), reverse=True):
            pen.lines(rule, lines[rule])

    def _put_cells(self, row: Row, pen: Pen, x: float, top: float, high: float) -> None:
        pads = self.pads
        for cell, left, room in self._boxes(row):
            if cell:
                slack = (high - pads.top - pads.bottom - _stacked(cell, room)) / 2 if row.middle else 0
                _put_stack(cell, pen, x + left, top - pads.top - slack, room)

    def _lines(self, x: float, tops: Sequence[float]) -> dict[Rule, list[Segment]]:
        """All lines by their rule, so that each kind is one path."""
        found: dict[Rule, list[Segment]] = {}
        right = x + self.width
        for row, above, below in zip(self.rows, tops, tops[1:], strict=False):
            for rule, y in ((row.above, above), (row.below, below)):
                if rule:
                    found.setdefault(rule, []).append((x, y, right, y))
        if self.between:
            found.setdefault(self.between, []).extend(self._uprights(x, tops))
        if self.box:
            first, last = tops[0], tops[-1]
            frame = [(x, first, right, first), (x, last, right, last), (x, first, x, last), (right, first, right, last)]
            found.setdefault(self.box, []).extend(frame)
        return found

    def _uprights(self, x: float, tops: Sequence[float]) -> Iterator[Segment]:
        """Lines between columns, from one spanning row to the next in one go."""
        start, spans = 0, [row.span for row in self.rows]
        for place in range(1, len(spans) + 1):
            if place == len(spans) or spans[place] != spans[start]:
                for edge in self._edges[spans[start] : -1]:
                    yield x + edge, tops[start], x + edge, tops[place]
                start = place


def _stacked(cell: Cell, room: float) -> float:
    """The height of a cell's blocks with the white space between them."""
    if len(cell) == 1:
        return cell[0].wrap(room)[1]
    tall = sum(block.wrap(room)[1] + block.before + block.after for block in cell)
    return tall - cell[0].before - cell[-1].after if cell else 0


def _put_stack(cell: Cell, pen: Pen, x: float, top: float, room: float) -> None:
    y = top + cell[0].before
    for block in cell:
        y -= block.before
        block.put(pen, x, y, room)
        y -= block.height + block.after
