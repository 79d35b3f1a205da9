"""An import on its way, without a window: what was read, which column is which field, what was typed, the plan."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from pathlib import Path

from desktop_crm.errors import Fault
from desktop_crm.exchange.importing import Existing, ImportPlan, ImportResult, PlannedRow, State
from desktop_crm.exchange.looks import shown
from desktop_crm.exchange.mapping import Guess
from desktop_crm.exchange.targets import FULL_NAME
from desktop_crm.exchange.workbook import Header, Row, SheetInfo, Table
from desktop_crm.models import Record
from desktop_crm.models.fields import Field, Kind
from desktop_crm.models.numbers import format_number
from desktop_crm.models.text import fold

NUMBERS = (Kind.INTEGER, Kind.QUANTITY, Kind.MONEY, Kind.PERCENT)
_NAME_PARTS = ("given_name", "family_name", "salutation")
_SAMPLED = 60  # rows looked at for samples of a column


class Origin(StrEnum):
    """Who said that a column is a field."""

    GUESSED = "guessed"
    REMEMBERED = "remembered"
    CHOSEN = "chosen"


@dataclass(frozen=True, slots=True)
class Loaded:
    """A sheet as it was read: the sheets of its file, its table, the fields it may fill, what its columns may be."""

    path: Path
    sheets: tuple[SheetInfo, ...]
    table: Table
    fields: Mapping[str, Field]
    guesses: Mapping[int, Guess]


@dataclass(frozen=True, slots=True)
class Trouble:
    """One fault that keeps a row out: place in the plan, column (None: no cell), the text that mends it."""

    place: int
    number: int
    column: int | None
    fault: Fault
    fix: str | None


@dataclass
class Draft:
    """Grows step by step; nothing here touches the database or the file."""

    entity: type[Record]
    loaded: Loaded | None = None
    mapping: dict[int, str] = field(default_factory=dict)
    origins: dict[int, Origin] = field(default_factory=dict)
    match_field: str | None = None
    existing: Existing = Existing.SKIP
    edits: dict[tuple[int, int], str] = field(default_factory=dict)
    plan: ImportPlan | None = None
    result: ImportResult | None = None

    @property
    def sheet(self) -> Loaded:
        """What was read; only asked for after the first step."""
        assert self.loaded is not None
        return self.loaded

    @property
    def table(self) -> Table:
        """The table that was read."""
        return self.sheet.table

    # -- mapping

    def take(self, loaded: Loaded, remembered: Mapping[str, str]) -> None:
        """Begin with a sheet: columns are mapped as they were the last time, else as guessed."""
        self.loaded, self.plan, self.result = loaded, None, None
        self.edits.clear()
        places = {str(place): header.index for place, header in enumerate(loaded.table.headers)}
        kept = {places[p]: key for p, key in remembered.items() if p in places and key in loaded.fields}
        self.mapping = kept or {index: guess.field for index, guess in loaded.guesses.items()}
        origin = Origin.REMEMBERED if kept else Origin.GUESSED
        self.origins = dict.fromkeys(self.mapping, origin)
        self._check_match()

    def assign(self, index: int, key: str) -> None:
        """Say that a column is a field ('' for none); the column that was it before is let go."""
        for other in [i for i, mapped in self.mapping.items() if mapped == key or i == index]:
            del self.mapping[other]
            self.origins.pop(other, None)
        if key:
            self.mapping[index] = key
        self.origins[index] = Origin.CHOSEN
        self.edits = {place: text for place, text in self.edits.items() if place[1] in self.mapping}
        self._check_match()

    def _check_match(self) -> None:
        if self.match_field not in self.mapping.values():
            self.match_field = None

    def ordered_mapping(self) -> dict[int, str]:
        """The mapping in the order of the sheet's columns."""
        return {h.index: self.mapping[h.index] for h in self.table.headers if h.index in self.mapping}

    def missing(self) -> list[Field]:
        """The fields a new record needs that no column fills."""
        mapped = set(self.mapping.values())
        if FULL_NAME in mapped:
            mapped |= set(_NAME_PARTS)
        return [f for key, f in self.sheet.fields.items() if _needed(self.entity, f) and key not in mapped]

    def fingerprint(self) -> str:
        """The same for two sheets with the same columns."""
        titles = "\n".join(fold(header.text) for header in self.table.headers)
        return hashlib.sha256(titles.encode()).hexdigest()[:16]

    def to_remember(self) -> dict[str, str]:
        """The mapping by the columns' places, for the next sheet with the same columns."""
        places = {header.index: str(place) for place, header in enumerate(self.table.headers)}
        return {places[index]: key for index, key in self.mapping.items()}

    def samples(self, header: Header, most: int = 3) -> list[str]:
        """The first different values of a column, as a user sees them."""
        found: dict[str, None] = {}
        for row in self.table.rows[:_SAMPLED]:
            if text := shown(row.cells[header.index]).strip():
                found[text] = None
            if len(found) == most:
                break
        return list(found)

    # -- rows

    def text(self, row: Row, index: int) -> str:
        """A cell as a user sees it: what was typed over it, else what the file holds."""
        typed = self.edits.get((row.number, index))
        return self.original(row, index) if typed is None else typed

    def original(self, row: Row, index: int) -> str:
        """A cell as the file holds it; amounts grouped."""
        fault = row.faults.get(index) if row.faults else None
        if fault is not None and fault.values:
            return str(fault.values.get("value", ""))
        cell = row.cells[index]
        if isinstance(cell, float) and type(cell) is float and self.kind(index) in NUMBERS:
            return format_number(_decimal(cell))
        return shown(cell)

    def kind(self, index: int) -> Kind:
        """What a mapped column holds."""
        return self.sheet.fields[self.mapping[index]].kind

    def column_of(self, key: str) -> int | None:
        """The column a field is read from; the parts of a name come from the whole one."""
        return self.reason_columns().get(key)

    def fault_at(self, row: PlannedRow, index: int) -> Fault | None:
        """What is wrong with one cell, the worse before the lesser."""
        found = [fault for fault in row.faults if fault.field and self.column_of(fault.field) == index]
        return min(found, key=lambda fault: fault.warning, default=None)

    def troubles(self) -> Iterator[Trouble]:
        """Every fault that keeps a row out, from the top of the sheet to its end."""
        assert self.plan is not None
        columns = self.reason_columns()
        for place, row in enumerate(self.plan.rows):
            if row.state == State.INVALID:
                for fault in sorted(row.faults, key=lambda fault: columns.get(fault.field, -1)):
                    if not fault.warning:
                        column = columns.get(fault.field)
                        fix = row.fixes.get(fault.field) if column is not None else None
                        yield Trouble(place, row.number, column, fault, fix)

    def reason_columns(self) -> dict[str, int]:
        """Field -> column, as the workbook of refused rows wants it."""
        columns = {key: index for index, key in self.mapping.items()}
        whole = columns.get(FULL_NAME)
        parts = {} if whole is None else dict.fromkeys(_NAME_PARTS, whole)
        return {**parts, **columns}


def _needed(entity: type[Record], field_: Field) -> bool:
    """Whether a new record cannot be without the field: required, and no default stands in."""
    column = entity.__table__.columns.get(field_.key)
    default = getattr(column.default, "arg", "") if column is not None and column.default is not None else ""
    return field_.required and default in ("", None)


def _decimal(cell: float) -> Decimal:
    return Decimal(int(cell)) if cell.is_integer() else Decimal(repr(cell))
