"""A small table with a title over it and sums below it: deliveries, payments, a payment schedule."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from reportlab.lib.units import mm
from reportlab.platypus import Table

from desktop_crm.printing.layout import Layout
from desktop_crm.printing.styles import LEADING, LINE, Align


@dataclass(frozen=True, slots=True)
class Cell:
    """A column's heading and how its texts stand."""

    heading: str
    align: Align = "left"


def plain_table(
    title: str,
    columns: Sequence[Cell],
    rows: Sequence[Sequence[str]],
    widths: Sequence[float],
    layout: Layout,
    footer: Sequence[tuple[str, str]] = (),
) -> list[Any]:
    """The table as flowables; texts wrap, the heading is repeated, `footer` is (label, sum) in the last columns."""
    size = layout.look.table_size
    cells: list[list[Any]] = [[layout.text(c.heading, size, strong=True, align="center") for c in columns]]
    cells += [[layout.text(t, size, align=c.align) for t, c in zip(row, columns, strict=True)] for row in rows]
    last = len(columns) - 1
    for label, amount in footer:
        blank = [""] * (last - 1)
        sums = [layout.text(label, size, strong=True), layout.text(amount, size, strong=True, align="right")]
        cells.append([*blank, *sums])
    table = Table(
        cells,
        list(widths),
        style=[
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("FONT", (0, 0), (-1, -1), layout.look.font, layout.look.size, layout.look.size * LEADING),
            ("GRID", (0, 0), (-1, len(rows)), 0.4, LINE),
            ("BOX", (0, 0), (-1, len(rows)), 0.6, LINE),
            ("BACKGROUND", (0, 0), (-1, 0), layout.look.head),
            *[(f"{side}PADDING", (0, 0), (-1, -1), 3.2) for side in ("LEFT", "RIGHT")],
            ("TOPPADDING", (0, 0), (-1, -1), 1.5),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 2.5),
            *[
                ("LINEBELOW", (last - 1, len(rows) + n), (-1, len(rows) + n), 0.4, LINE)
                for n in range(1, len(footer) + 1)
            ],
        ],
        repeatRows=1,
        splitInRow=1,  # a text longer than a page goes on on the next
        spaceAfter=2 * mm,
    )
    heading = [layout.text(title, layout.look.size + 0.5, strong=True, before=2 * mm, after=1 * mm, keep=True)]
    return [*(heading if title else ()), table]
