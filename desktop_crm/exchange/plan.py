"""The plan of an import: cells read column by column, what they name looked up, the fate of each row decided."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from desktop_crm.errors import Fault, Refused
from desktop_crm.exchange.classify import classify
from desktop_crm.exchange.collector import collector_at_rest
from desktop_crm.exchange.columns import ColumnReader
from desktop_crm.exchange.convert import Problem, Problems, converter
from desktop_crm.exchange.planned import Existing, ImportPlan, PlannedRow
from desktop_crm.exchange.progress import STEP, Progress, Stop, watched
from desktop_crm.exchange.relations import resolve
from desktop_crm.exchange.targets import FULL_NAME, IMPORTABLE, choice_rows, fields_for
from desktop_crm.exchange.workbook import Row, Table
from desktop_crm.i18n import mark
from desktop_crm.models import Contact, Record
from desktop_crm.models.fields import Field, Kind, fields_of
from desktop_crm.models.names import split_name
from desktop_crm.models.text import clean
from desktop_crm.services.fields_shown import refuse_change
from desktop_crm.services.reach import owners_offered, reaches_all
from desktop_crm.storage.database import UnitOfWork

Edits = Mapping[tuple[int, int], str]
"""(row number, header index) -> the text typed over the cell in the preview."""

_MATCHING = frozenset((Kind.TEXT, Kind.PHONE, Kind.EMAIL, Kind.TAX_CODE, Kind.URL))


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
    order). Raises `Refused` for a module or a field that cannot be imported, `Forbidden` for one that the actor may
    not change, and `Cancelled`.
    """
    fields = fields_for(unit, entity)
    for key in mapping.values():
        refuse_change(unit, entity, key)
    _check(entity, fields, mapping, match_field)
    plan = ImportPlan(entity, table.file.name, fields, dict(mapping), match_field, Existing(existing))
    with collector_at_rest():
        reader = _Reader(unit, plan, edits or {}, language)
        for rows in watched(_blocks(table.rows), len(table.rows), progress, cancelled, STEP):
            reader.read(rows)
        for field in (fields[key] for key in mapping.values() if fields[key].kind == Kind.RELATION):
            _resolve(unit, plan, field)
        _check_owners(unit, plan)
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


def can_match(field: Field) -> bool:
    """Whether a field can tell which records are the same: the module's own texts."""
    return field.kind in _MATCHING and not field.key.startswith("custom.")


def _blocks(rows: Sequence[Row]) -> list[Sequence[Row]]:
    return [rows[start : start + STEP] for start in range(0, len(rows), STEP)]


class _Reader:
    """Reads blocks of rows into the columns of a plan."""

    def __init__(self, unit: UnitOfWork, plan: ImportPlan, edits: Edits, language: str) -> None:
        choices = choice_rows(unit)
        self.plan, self.edits = plan, edits
        self.readers = [
            (index, key, ColumnReader(plan.fields[key], choices, language)) for index, key in plan.mapping.items()
        ]
        self.names = _Names(converter(fields_of(Contact)["salutation"], choices))
        plan.columns = {key: [] for key in plan.mapping.values() if key != FULL_NAME}
        if FULL_NAME in plan.mapping.values():
            plan.columns |= {key: plan.columns.get(key, []) for key in _PARTS}

    def read(self, rows: Sequence[Row]) -> None:
        """Append the rows."""
        plan, problems = self.plan, dict[int, Problems]()
        faulty = [(place, row) for place, row in enumerate(rows) if row.faults]
        read: dict[str, list[Any]] = {}
        for index, key, reader in self.readers:
            cells = [row[1][index] for row in rows]
            edited = self._edit(rows, index, cells) if self.edits else frozenset[int]()
            for place, row in faulty:
                if index in row.faults and place not in edited:
                    problems.setdefault(place, []).append(Problem(replace(row.faults[index], field=key)))
            read[key] = reader.read(cells, problems)
        if FULL_NAME in read:
            self.names.cut(read)
        first = len(plan.rows)
        for key, column in plan.columns.items():
            column += read[key]
        plan.rows += [PlannedRow(plan.columns, place, row[0]) for place, row in enumerate(rows, first)]
        for place in sorted(problems):
            plan.rows[first + place].add_problems(problems[place])

    def _edit(self, rows: Sequence[Row], index: int, cells: list[Any]) -> frozenset[int]:
        """Put what was typed in the place of cells; which they were."""
        typed = {p: text for p, row in enumerate(rows) if (text := self.edits.get((row.number, index))) is not None}
        for place, text in typed.items():
            cells[place] = text
        return frozenset(typed)


_REMEMBERED = 8192  # names; more of them are hardly met again
_PARTS = ("family_name", "given_name", "salutation")


class _Names:
    """Cuts whole names of people into their parts."""

    def __init__(self, salutation: Any) -> None:
        self.salutation = salutation
        self.known: dict[str, tuple[str | None, ...]] = {}

    def cut(self, read: dict[str, list[Any]]) -> None:
        """Put the parts of whole names where the row has no part of its own."""
        names = read.pop(FULL_NAME)
        own = [read.get(key) or [None] * len(names) for key in _PARTS]
        parts = [self._parts(name) if name else (None, None, None) for name in names]
        for key, has, found in zip(_PARTS, own, zip(*parts, strict=True), strict=True):
            read[key] = [mine if mine is not None else part for mine, part in zip(has, found, strict=True)]

    def _parts(self, text: str) -> tuple[str | None, ...]:
        found = self.known.get(text)
        if found is None:
            found = self._cut(text)
            if len(self.known) < _REMEMBERED:
                self.known[text] = found
        return found

    def _cut(self, text: str) -> tuple[str | None, ...]:
        name = split_name(text)
        family, ignored = name.family_and_middle, Problems()
        code = self.salutation(name.salutation, ignored)
        if name.salutation and code is None:
            family = clean(f"{name.salutation} {family}")
        return family or None, name.given or None, code or None


def _resolve(unit: UnitOfWork, plan: ImportPlan, field: Field) -> None:
    """Put ids in the place of names."""
    column = plan.columns[field.key]
    texts = set(column) - {None}
    found = resolve(unit, field, texts, _names_of_file(plan, field)) if texts else {}
    for place, text in enumerate(column):
        if text is not None:
            meaning = found[text]
            if isinstance(meaning, Problem):
                column[place] = None
                plan.rows[place].add_problems([meaning])
            else:
                column[place] = meaning


def _names_of_file(plan: ImportPlan, field: Field) -> dict[str, int]:
    """The rows by the names of their records, where the field refers to records of the same module."""
    if field.target != plan.entity.__tablename__:
        return {}
    rows = [row for row in reversed(plan.rows) if row.readable]
    return {name: row.number for row in rows if (name := _name(row.values))}


def _check_owners(unit: UnitOfWork, plan: ImportPlan) -> None:
    """Refuse the rows whose owner is none that the actor may give records to."""
    column = plan.columns.get("owner_id")
    if column is None or reaches_all(unit, plan.entity, ("create", "change")):
        return
    allowed = {user.id for user in owners_offered(unit, plan.entity)}
    for row in plan.rows:
        if isinstance(owner := column[row.place], int) and owner not in allowed:
            row.add_problems([Problem(Fault("owner_id", _NOT_GIVEN))])


_NOT_GIVEN = mark("Exchange", "You may not give records to this owner.")


def _name(values: Mapping[str, Any]) -> str:
    person = f"{values.get('family_name', '')} {values.get('given_name', '')}".strip()
    return str(values.get("name") or person)
