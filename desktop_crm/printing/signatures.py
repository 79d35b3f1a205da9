"""The places for signatures: who signs, how, and the room for pen and seal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from reportlab.lib.units import mm

from desktop_crm.printing.layout import Layout
from desktop_crm.printing.styles import FAINT

_SIDE = 4


@dataclass(frozen=True, slots=True)
class Signature:
    """One place: the role, the hint below it in brackets, and the name below the room for the pen."""

    role: str
    hint: str
    name: str = ""


def signature_row(signatures: Sequence[Signature], layout: Layout, room: float = 23 * mm) -> Any:
    """The places side by side, in equal columns; a row of one table, so that no page parts it."""
    size, width = layout.look.size, layout.width / len(signatures)
    inside, hint_size = width - 2 * _SIDE, layout.look.size * 0.88
    rows: list[list[Any]] = [
        [layout.cell(one.role, inside, size, strong=True, align="center") for one in signatures],
        [layout.cell(one.hint, inside, hint_size, faint=True, align="center") for one in signatures],
        ["" for _ in signatures],
        [layout.cell(one.name, inside, size, strong=True, align="center") for one in signatures],
    ]
    return layout.beside(
        rows,
        [width] * len(signatures),
        layout.font((0, 0), (-1, -1), size, strong=True),
        layout.font((0, 1), (-1, 1), hint_size),
        ("TEXTCOLOR", (0, 1), (-1, 1), FAINT),
        ("ALIGN", (0, 0), (-1, -1), "CENTER"),
        ("LEFTPADDING", (0, 0), (-1, -1), _SIDE),
        ("RIGHTPADDING", (0, 0), (-1, -1), _SIDE),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 2),
        ("NOSPLIT", (0, 0), (-1, -1)),
        rowHeights=[None, None, room, None],
    )
