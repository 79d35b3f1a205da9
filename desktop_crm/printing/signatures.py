"""The places for signatures: who signs, how, and the room for pen and seal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.lib.units import mm

from desktop_crm.printing.grid import Grid, Pads, Row
from desktop_crm.printing.layout import Layout, cell

_SIDE = 4


@dataclass(frozen=True, slots=True)
class Signature:
    """One place: the role, the hint below it in brackets, and the name below the room for the pen."""

    role: str
    hint: str
    name: str = ""


def signature_row(signatures: Sequence[Signature], layout: Layout, room: float = 23 * mm) -> Grid:
    """The places side by side, in equal columns; a row of one table, so that no page parts it."""
    width = layout.width / len(signatures)
    inside, body = width - 2 * _SIDE, layout.type(strong=True)
    hint = layout.type(layout.look.size * 0.88, faint=True)
    rows = [
        Row([[cell(one.role, body, inside, "center")] for one in signatures], keep=True),
        Row([[cell(one.hint, hint, inside, "center")] for one in signatures], keep=True),
        Row([], height=room, keep=True),
        Row([[cell(one.name, body, inside, "center")] for one in signatures]),
    ]
    return Grid(rows, [width] * len(signatures), Pads(left=_SIDE, right=_SIDE, bottom=2))
