"""The places for signatures: who signs, how, and the room for pen and seal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from reportlab.lib.units import mm

from desktop_crm.printing.layout import Layout


@dataclass(frozen=True, slots=True)
class Signature:
    """One place: the role, the hint below it in brackets, and the name below the room for the pen."""

    role: str
    hint: str
    name: str = ""


def signature_row(signatures: Sequence[Signature], layout: Layout, room: float = 23 * mm) -> Any:
    """The places side by side, in equal columns; a row of one table, so that no page parts it."""
    size, width = layout.look.size, layout.width / len(signatures)
    rows: list[list[Any]] = [
        [layout.text(one.role, size, strong=True, align="center") for one in signatures],
        [layout.text(one.hint, size * 0.88, faint=True, align="center") for one in signatures],
        ["" for _ in signatures],
        [layout.text(one.name, size, strong=True, align="center") for one in signatures],
    ]
    return layout.beside(
        rows,
        [width] * len(signatures),
        ("LEFTPADDING", (0, 0), (-1, -1), 4),
        ("RIGHTPADDING", (0, 0), (-1, -1), 4),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 2),
        ("NOSPLIT", (0, 0), (-1, -1)),
        rowHeights=[None, None, room, None],
    )
