"""What an import will do: the values read from a table, column by column, and what becomes of each row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from desktop_crm.errors import Fault
from desktop_crm.exchange.convert import Problem
from desktop_crm.models import Record
from desktop_crm.models.fields import Field

if TYPE_CHECKING:
    from desktop_crm.exchange.matching import Keyed

NOTHING: Mapping[str, Any] = MappingProxyType({})


class State(StrEnum):
    """What becomes of a row."""

    NEW = "new"
    UPDATE = "update"
    DUPLICATE = "duplicate"  # it is there already: skipped
    INVALID = "invalid"


class Existing(StrEnum):
    """What to do with a row whose record is there already."""

    SKIP = "skip"
    UPDATE = "update"
    CREATE = "create"


class PlannedRow:
    """One row: its sheet row `number`, its `place` in the plan's columns, and what becomes of it.

    `faults` are those of its cells and of its match with other records (`cell_faults`, `notices`); `fixes` gives,
    by field, the text that would mend a cell. For an update `old` holds the values that will be replaced.
    """

    __slots__ = ("cell_faults", "columns", "existing_id", "fixes", "notices", "number", "old", "place", "state")

    def __init__(self, columns: Mapping[str, Sequence[Any]], place: int, number: int) -> None:
        self.columns, self.place, self.number = columns, place, number
        self.cell_faults: tuple[Fault, ...] = ()
        self.fixes = NOTHING
        self.decide(State.NEW)

    def decide(self, state: State, *notices: Fault) -> None:
        """Say what becomes of the row; what was decided before is forgotten."""
        self.state, self.notices = state, notices
        self.existing_id: int | None = None
        self.old = NOTHING

    @property
    def values(self) -> dict[str, Any]:
        """The values read from the row by field, empty cells left out."""
        place = self.place
        return {key: column[place] for key, column in self.columns.items() if column[place] is not None}

    @property
    def faults(self) -> tuple[Fault, ...]:
        """Everything there is to say about the row."""
        return self.cell_faults + self.notices

    @property
    def changed_fields(self) -> tuple[str, ...]:
        """The fields an update replaces."""
        return tuple(self.old)

    @property
    def readable(self) -> bool:
        """Whether every cell could be read."""
        return not self.cell_faults or all(fault.warning for fault in self.cell_faults)

    def add_problems(self, problems: Sequence[Problem]) -> None:
        """Add what is wrong with cells."""
        self.cell_faults += tuple(problem.fault for problem in problems)
        fixes = {problem.fault.field: problem.fix for problem in problems if problem.fix}
        if fixes:
            self.fixes = {**self.fixes, **fixes}


@dataclass(slots=True)
class ImportPlan:
    """The rows of a table on their way into a module; `mapping` is header index -> field key.

    `columns` holds the values of all rows by field, None for an empty cell. `seen` tells the state of the database
    in which the rows' states were decided, `keyed` by what they were compared.
    """

    entity: type[Record]
    file_name: str
    fields: Mapping[str, Field]
    mapping: Mapping[int, str]
    match_field: str | None
    existing: Existing
    rows: list[PlannedRow] = field(default_factory=list)
    columns: dict[str, list[Any]] = field(default_factory=dict)
    seen: tuple[int, ...] = ()
    keyed: Keyed | None = None

    @property
    def counts(self) -> dict[State, int]:
        """How many rows there are of each state."""
        found = Counter([row.state for row in self.rows])
        return {state: found[state] for state in State}

    @property
    def rejected(self) -> dict[int, tuple[Fault, ...]]:
        """Row number -> why the row cannot be imported."""
        return {row.number: row.faults for row in self.rows if row.state == State.INVALID}
