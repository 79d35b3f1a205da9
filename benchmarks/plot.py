"""Lines over powers of ten, drawn as SVG by hand: no library is needed for it."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

WIDTH, HEIGHT = 760, 400
LEFT, RIGHT, TOP, BOTTOM = 70, 230, 44, 46
COLOURS = ("#1f4aa8", "#c2410c", "#0f766e", "#7c3aed", "#a16207", "#be185d", "#4d7c0f", "#475569")

Points = Sequence[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Axes:
    """From which power of ten to which, for both directions."""

    x: tuple[int, int]
    y: tuple[int, int]

    def place(self, x: float, y: float) -> tuple[float, float]:
        """Where a point is drawn."""
        across = _share(self.x, x) * (WIDTH - LEFT - RIGHT)
        return round(LEFT + across, 1), round(HEIGHT - BOTTOM - _share(self.y, y) * (HEIGHT - TOP - BOTTOM), 1)


def _share(span: tuple[int, int], value: float) -> float:
    return (math.log10(value) - span[0]) / (span[1] - span[0])


def chart(title: str, unit: str, lines: Mapping[str, Points]) -> str:
    """An SVG picture: each line a name and its (size, figure) points, all above 0; both axes are logarithmic."""
    shown = {name: [point for point in points if min(point) > 0] for name, points in lines.items()}
    axes = _axes([point for points in shown.values() for point in points])
    drawn = [_line(axes, points, name, place) for place, (name, points) in enumerate(shown.items()) if points]
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif"'
        f' font-size="12"><rect width="{WIDTH}" height="{HEIGHT}" fill="white"/>'
        f'<text x="{LEFT}" y="22" font-size="15" font-weight="bold">{escape(title)}</text>'
    )
    return "\n".join([head, *_grid(axes, unit), *drawn, "</svg>"]) + "\n"


def _axes(points: Points) -> Axes:
    return Axes(_span([x for x, _ in points]), _span([y for _, y in points]))


def _span(values: Sequence[float]) -> tuple[int, int]:
    least, most = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))
    return least, max(most, least + 1)


def _grid(axes: Axes, unit: str) -> list[str]:
    bottom, right = HEIGHT - BOTTOM, WIDTH - RIGHT
    drawn = []
    for power in range(axes.y[0], axes.y[1] + 1):
        y = axes.place(10 ** axes.x[0], 10**power)[1]
        drawn.append(f'<path d="M{LEFT} {y}H{right}" stroke="#e2e8f0"/>')
        drawn.append(f'<text x="{LEFT - 6}" y="{y + 4}" text-anchor="end">{_figure(10**power)} {unit}</text>')
    for power in range(axes.x[0], axes.x[1] + 1):
        x = axes.place(10**power, 10 ** axes.y[0])[0]
        drawn.append(f'<path d="M{x} {TOP}V{bottom}" stroke="#e2e8f0"/>')
        drawn.append(f'<text x="{x}" y="{bottom + 18}" text-anchor="middle">{_figure(10**power)}</text>')
    drawn.append(f'<text x="{(LEFT + right) / 2}" y="{HEIGHT - 8}" text-anchor="middle">contacts</text>')
    return drawn


def _figure(value: float) -> str:
    return f"{value:,.0f}" if value >= 1 else f"{value:g}"


def _line(axes: Axes, points: Points, name: str, place: int) -> str:
    colour, dash = COLOURS[place % len(COLOURS)], ' stroke-dasharray="5 4"' if place >= len(COLOURS) else ""
    where = [axes.place(*point) for point in points]
    path = "M" + "L".join(f"{x} {y}" for x, y in where)
    dots = "".join(f'<circle cx="{x}" cy="{y}" r="3" fill="{colour}"/>' for x, y in where)
    row = TOP + 10 + place * 20
    key = (
        f'<path d="M{WIDTH - RIGHT + 14} {row}h18" stroke="{colour}" stroke-width="2"{dash}/>'
        f'<text x="{WIDTH - RIGHT + 38}" y="{row + 4}">{escape(name)}</text>'
    )
    return f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="2"{dash}/>{dots}{key}'
