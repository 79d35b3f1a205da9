"""The tables of a schema as its policies need to know them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Shape:
    """What belongs to what.

    `modules` are the tables of records. `parts` are rows of a record: table -> (column, table they belong to), which
    may be a part itself. `references` are the other columns that point to records or parts: table -> (column, target).
    `kept` are tables everybody reads and administrators write.
    """

    modules: tuple[str, ...]
    parts: Mapping[str, tuple[str, str]]
    references: Mapping[str, tuple[tuple[str, str], ...]]
    kept: tuple[str, ...]

    def module_of(self, table: str) -> str:
        """The module whose records a part belongs to, over however many steps."""
        return table if table in self.modules else self.module_of(self.parts[table][1])
