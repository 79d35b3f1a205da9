"""What an import will do with each row of a table, before anything is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from desktop_crm.errors import Fault, Refused
from desktop_crm.exchange import matching
from desktop_crm.exchange.collector import collector_at_rest
from desktop_crm.exchange.convert import Converter, Problem, Problems, converter
from desktop_crm.exchange.progress import Progress, Stop, watched
from desktop_crm.exchange.relations import RowOfFile, resolve
from desktop_crm.exchange.targets import FULL_NAME, IMPORTABLE, choice_rows, fields_for
from desktop_crm.exchange.workbook import Row, Table
from desktop_crm.i18n import Message, mark
from desktop_crm.models import Contact, Lead, Record
from desktop_crm.models.fields import Field, Kind, fields_of
from desktop_crm.models.names import split_name
from desktop_crm.models.text import clean
from desktop_crm.models.validation import faults_of_value
from desktop_crm.storage.database import UnitOfWork

Edits = Mapping[tuple[int, int], str]
"""(row number, header index) -> the text typed over the cell in the preview."""

_NONE: Mapping[str, Any] = {}
_MATCHING = frozenset((Kind.TEXT, Kind.PHONE, Kind.EMAIL, Kind.TAX_CODE, Kind.URL))


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


@dataclass(slots=True)
class PlannedRow:
    """One row: its sheet row `number`, the values read from it (empty cells left out), and what becomes of it.

    `faults` are those of its cells and of its match with other records (`cell_faults`, `notices`); `fixes` gives,
    by field, the text that would mend a cell. For an update `old` holds the values that will be replaced.
    """

    number: int
    values: dict[str, Any]
    cell_faults: tuple[Fault, ...] = ()
    fixes: Mapping[str, str] = field(default_factory=lambda: _NONE)
    state: State = State.NEW
    existing_id: int | None = None
    old: Mapping[str, Any] = field(default_factory=lambda: _NONE)
    notices: tuple[Fault, ...] = ()

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
        return all(fault.warning for fault in self.cell_faults)


@dataclass(slots=True)
class ImportPlan:
    """The rows of a table on their way into a module; `mapping` is header index -> field key."""

    entity: type[Record]
    file_name: str
    fields: Mapping[str, Field]
    mapping: Mapping[int, str]
    match_field: str | None
    existing: Existing
    rows: list[PlannedRow] = field(default_factory=list)

    @property
    def counts(self) -> dict[State, int]:
        """How many rows there are of each state."""
        found = Counter(row.state for row in self.rows)
        return {state: found[state] for state in State}

    @property
    def rejected(self) -> dict[int, tuple[Fault, ...]]:
        """Row number -> why the row cannot be imported."""
        return {row.number: row.faults for row in self.rows if row.state == State.INVALID}


def prepare(
    unit: UnitOfWork,
    entity: type[Record],
    table: Table,
    mapping: Mapping[int, str],
    match_field: str | None = None,
    existing: str = Existing.SKIP,
    *,
    edits: Edits | None = None,
    language: str = "vi",
    progress: Progress | None = None,
    cancelled: Stop | None = None,
) -> ImportPlan:
    """Read every row's values, look up what they name, and decide what becomes of each row; writes nothing.

    `match_field` tells which records are the same (None: number, tax code, codes, e-mail, phone, name, in this
    order). Raises `Refused` for a module or a field that cannot be imported, and `Cancelled`.
    """
    fields = fields_for(unit, entity)
    _check(entity, fields, mapping, match_field)
    plan = ImportPlan(entity, table.file.name, fields, dict(mapping), match_field, Existing(existing))
    with collector_at_rest():
        reader = _RowReader(unit, plan, edits or {}, language)
        for row in watched(table.rows, len(table.rows), progress, cancelled):
            plan.rows.append(reader.read(row))
        for field_ in (fields[key] for key in mapping.values() if fields[key].kind == Kind.RELATION):
            _resolve(unit, plan, field_)
        classify(unit, plan)
    return plan


def _check(
    entity: type[Record], fields: Mapping[str, Field], mapping: Mapping[int, str], match_field: str | None
) -> None:
    if entity not in IMPORTABLE:
        raise Refused(mark("Exchange", "{module} cannot be imported."), module=entity.plural)
    for key in mapping.values():
        if key not in fields:
            raise Refused(mark("Exchange", "There is no field “{field}” to import into."), field=key)
    if len(set(mapping.values())) < len(mapping):
        raise Refused(mark("Exchange", "Two columns are mapped to the same field."))
    if match_field is not None and match_field not in mapping.values():
        raise Refused(mark("Exchange", "The field “{field}” to match by is not in the file."), field=match_field)
    if match_field is not None and not can_match(fields[match_field]):
        raise Refused(mark("Exchange", "Records cannot be told apart by the field “{field}”."), field=match_field)


def can_match(field_: Field) -> bool:
    """Whether a field can tell which records are the same: the module's own texts."""
    return field_.kind in _MATCHING and not field_.key.startswith("custom.")


class _RowReader:
    """Reads rows with one converter a column, made once."""

    def __init__(self, unit: UnitOfWork, plan: ImportPlan, edits: Edits, language: str) -> None:
        choices = choice_rows(unit)
        self.edits = edits
        self.columns: list[tuple[int, str, Converter]] = [
            (index, key, converter(plan.fields[key], choices, language)) for index, key in plan.mapping.items()
        ]
        self.salutation = converter(fields_of(Contact)["salutation"], choices)
        self.whole_name = FULL_NAME in plan.mapping.values()

    def read(self, row: Row) -> PlannedRow:
        values: dict[str, Any] = {}
        problems: Problems = []
        for index, key, convert in self.columns:
            cell = row.cells[index]
            if self.edits and (row.number, index) in self.edits:
                cell = self.edits[row.number, index]
            elif row.faults and index in row.faults:
                problems.append(Problem(replace(row.faults[index], field=key)))
            value = convert(cell, problems)
            if value is not None:
                values[key] = value
        if self.whole_name and FULL_NAME in values:
            self._cut_name(values)
        planned = PlannedRow(row.number, values)
        if problems:
            _add_problems(planned, problems)
        return planned

    def _cut_name(self, values: dict[str, Any]) -> None:
        """Put the parts of a whole name where the row has no part of its own."""
        name = split_name(values.pop(FULL_NAME))
        family, ignored = name.family_and_middle, Problems()
        code = self.salutation(name.salutation, ignored)
        if name.salutation and code is None:
            family = clean(f"{name.salutation} {family}")
        for key, part in (("family_name", family), ("given_name", name.given), ("salutation", code)):
            if part:
                values.setdefault(key, part)


def _add_problems(row: PlannedRow, problems: Problems) -> None:
    row.cell_faults += tuple(problem.fault for problem in problems)
    fixes = {problem.fault.field: problem.fix for problem in problems if problem.fix}
    if fixes:
        row.fixes = {**row.fixes, **fixes}


def _resolve(unit: UnitOfWork, plan: ImportPlan, field_: Field) -> None:
    """Put ids in the place of names."""
    key = field_.key
    texts = {row.values[key] for row in plan.rows if key in row.values}
    found = resolve(unit, field_, texts, _names_of_file(plan, field_)) if texts else {}
    for row in plan.rows:
        if key in row.values:
            meaning = found[row.values[key]]
            if isinstance(meaning, Problem):
                del row.values[key]
                _add_problems(row, [meaning])
            else:
                row.values[key] = meaning


def _names_of_file(plan: ImportPlan, field_: Field) -> dict[str, int]:
    """The rows by the names of their records, where the field refers to records of the same module."""
    if field_.target != plan.entity.__tablename__:
        return {}
    rows = [row for row in reversed(plan.rows) if row.readable]
    return {name: row.number for row in rows if (name := _name(row.values))}


def _name(values: Mapping[str, Any]) -> str:
    person = f"{values.get('family_name', '')} {values.get('given_name', '')}".strip()
    return str(values.get("name") or person)


def classify(unit: UnitOfWork, plan: ImportPlan) -> None:
    """Decide each row's state by the present records; call it again under a lock to be certain."""
    present = matching.load(unit, plan.entity, [row.values for row in plan.rows if row.readable], plan.match_field)
    earlier = matching.Earlier()
    required = _required(plan)
    compared: list[PlannedRow] = []
    for row in plan.rows:
        row.existing_id, row.old, row.notices = None, _NONE, ()
        row.state = State.NEW if row.readable else State.INVALID
        keys = matching.keys_of_row(present.keys, row.values)
        if row.state == State.NEW:
            _place(plan, row, keys, present, earlier)
        if row.state == State.NEW:
            _require(row, plan.entity, required)
        if row.state == State.UPDATE:
            compared.append(row)
        if row.state in (State.NEW, State.UPDATE):
            earlier.add(row, keys)
    _compare(unit, plan, compared)


_SAME_IN_FILE = mark("Exchange", "The same as row {row} of the file.")


def _place(
    plan: ImportPlan, row: PlannedRow, keys: matching.RowKeys, present: matching.Present, earlier: matching.Earlier
) -> None:
    """Compare a row with the rows above it and with the records that are there."""
    creating = plan.existing == Existing.CREATE
    twin = None if creating else earlier.find(row, keys)
    match = None if twin else present.find(row.values, keys)
    if match is not None:
        row.existing_id = match.id
    if twin is not None:
        _say(row, State.DUPLICATE, twin.field, _SAME_IN_FILE, row=twin.number)
    elif match is not None and creating:
        likely = mark("Exchange", "Probably the same as {title}, which is there already.")
        _say(row, State.NEW, match.field, likely, title=match.title)
    elif match is not None and plan.existing == Existing.UPDATE and match.certain:
        _update(row, match, earlier.by_record(match.id))
    elif match is not None:
        _say(row, State.DUPLICATE, match.field, mark("Exchange", "Already there: {title}."), title=match.title)


def _update(row: PlannedRow, match: matching.Match, earlier: int | None) -> None:
    if earlier is None:
        row.state = State.UPDATE
    else:
        _say(row, State.DUPLICATE, match.field, _SAME_IN_FILE, row=earlier)


def _say(row: PlannedRow, state: State, key: str, message: Message, /, **values: Any) -> None:
    row.state = state
    row.notices += (Fault(key, message, values, warning=True),)


def _required(plan: ImportPlan) -> list[Field]:
    """The fields a new record cannot be without and that have no default."""
    columns = plan.entity.__table__.columns
    return [
        field_
        for key, field_ in plan.fields.items()
        if field_.required and (key not in columns or not columns[key].default or columns[key].default.arg == "")
    ]


def _require(row: PlannedRow, entity: type[Record], required: list[Field]) -> None:
    missing = [fault for field_ in required if field_.key not in row.values for fault in faults_of_value(field_, None)]
    if entity is Lead and not row.values.keys() & {"given_name", "company"}:
        missing.append(Fault("", mark("Exchange", "The row has neither a name nor a company.")))
    if missing:
        row.state, row.notices = State.INVALID, tuple(missing)


def _compare(unit: UnitOfWork, plan: ImportPlan, rows: list[PlannedRow]) -> None:
    """Find what an update would replace; a row that would replace nothing is a duplicate."""
    for chunk in _chunks(rows):
        now = matching.current(unit, plan.entity, [row.existing_id for row in chunk if row.existing_id], plan.fields)
        for row in chunk:
            _compare_row(row, now[row.existing_id or 0])


def _compare_row(row: PlannedRow, now: matching.Current) -> None:
    if now.locked is not None:
        row.state, row.notices = State.INVALID, (Fault("", now.locked),)
        return
    for key in [key for key, value in row.values.items() if isinstance(value, RowOfFile)]:
        message = mark("Exchange", "It refers to a new record of this file; import the file once more to set it.")
        row.notices += (Fault(key, message, warning=True),)
    row.old = {key: now.values[key] for key, value in row.values.items() if _differs(key, value, now.values)}
    if not row.old:
        _say(row, State.DUPLICATE, "", mark("Exchange", "Nothing differs from {title}."), title=now.title)


def _differs(key: str, value: Any, now: Mapping[str, Any]) -> bool:
    return key != "number" and not isinstance(value, RowOfFile) and bool(now[key] != value)


def _chunks(rows: list[PlannedRow], size: int = 2000) -> Iterator[list[PlannedRow]]:
    for start in range(0, len(rows), size):
        yield rows[start : start + size]
