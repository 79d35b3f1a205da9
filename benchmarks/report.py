"""Rows of the result: what was measured, beside what, how far apart they may be; as a table and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Row:
    """One line: `measured` beside `limit`, in `unit`; within when measured ≤ limit × target. Without a target: to see.

    `wall` and `limit_wall` are times by the clock beside those of CPU; `beside` names other ways and what they cost;
    `note` says what a reader must know.
    """

    name: str
    size: int
    database: str
    measured: float
    limit: float | None = None
    target: float | None = None
    unit: str = "ms"
    user: str = ""
    wall: float | None = None
    limit_wall: float | None = None
    beside: Mapping[str, float] = field(default_factory=dict)
    note: str = ""

    @property
    def ratio(self) -> float | None:
        """How many times the limit was measured."""
        return self.measured / self.limit if self.limit else None

    @property
    def within(self) -> bool | None:
        """Whether the target is kept, None where there is none."""
        if self.target is None or self.limit is None:
            return None
        return self.measured <= self.limit * self.target

    def told(self) -> dict[str, Any]:
        """As JSON."""
        return asdict(self) | {"beside": dict(self.beside), "ratio": self.ratio, "within": self.within}


def from_told(told: Mapping[str, Any]) -> Row:
    """A row from its JSON."""
    return Row(**{key: value for key, value in told.items() if key not in ("ratio", "within")})


LARGE = 100_000
"""The size from which on targets of long lists and large sheets are meant; below, fixed costs are all there is."""


def aimed(size: int, target: float | None) -> float | None:
    """The target where the size is large, none where it is not."""
    return target if size >= LARGE else None


HEADINGS = ("name", "size", "database", "measured", "limit", "ratio", "target", "within")


def cells(row: Row) -> tuple[str, ...]:
    """A row as texts under `HEADINGS`."""
    name = f"{row.name} ({row.user})" if row.user else row.name
    ratio = "" if row.ratio is None else f"{row.ratio:.2f}"
    target = "" if row.target is None else f"≤ {row.target:.3g}"
    within = {True: "yes", False: "NO", None: ""}[row.within]
    measured, limit = amount(row.measured, row.unit), amount(row.limit, row.unit)
    return name, f"{row.size:,}" if row.size else "", row.database, measured, limit, ratio, target, within


def amount(value: float | None, unit: str) -> str:
    """A figure with its unit, three digits of it."""
    if value is None:
        return ""
    if unit == "ms" and value >= 10_000:
        return f"{value / 1000:.1f} s"
    return f"{value:.0f} {unit}" if value >= 100 or value == int(value) else f"{value:.3g} {unit}"


def table(rows: Iterable[Row]) -> str:
    """All rows as text in columns."""
    texts = [HEADINGS, *(cells(row) for row in rows)]
    widths = [max(len(text[place]) for text in texts) for place in range(len(HEADINGS))]
    return "\n".join(_aligned(text, widths) for text in texts)


def line(row: Row) -> str:
    """One row by itself, as it is told while a run goes on."""
    return "  ".join(cell for cell in cells(row) if cell)


def _aligned(cell: Sequence[str], widths: Sequence[int]) -> str:
    left = (0, 2)
    texts = (t.ljust(w) if place in left else t.rjust(w) for place, (t, w) in enumerate(zip(cell, widths, strict=True)))
    return "  ".join(texts).rstrip()


def write(path: Path, machine: Mapping[str, Any], rows: Iterable[Row]) -> None:
    """Keep a run as JSON."""
    told = {"machine": dict(machine), "rows": [row.told() for row in rows]}
    path.write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def read(path: Path) -> tuple[dict[str, Any], list[Row]]:
    """The machine and the rows of a run."""
    told = json.loads(path.read_text(encoding="utf-8"))
    return told["machine"], [from_told(row) for row in told["rows"]]
