"""Decide what becomes of each row of a plan by the present records and the rows above it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import func, select

from desktop_crm.errors import Fault
from desktop_crm.exchange import matching
from desktop_crm.exchange.planned import Existing, ImportPlan, PlannedRow, State
from desktop_crm.exchange.relations import RowOfFile
from desktop_crm.i18n import Message, mark
from desktop_crm.models import HistoryEntry, Lead, Record
from desktop_crm.models.fields import Field
from desktop_crm.models.validation import faults_of_value
from desktop_crm.storage.database import UnitOfWork

_CHANGED_SINCE = mark(
    "Exchange", "Someone else changed the record after the preview; look at it and import the row again."
)
_SAME_IN_FILE = mark("Exchange", "The same as row {row} of the file.")


def classify(unit: UnitOfWork, plan: ImportPlan) -> None:
    """Decide each row's state by the present records; call it again under a lock to be certain.

    Only rows that share something with another row or with a record are compared, in the order of the file.
    """
    plan.seen = _state(unit)
    keyed = plan.keyed = plan.keyed or matching.keyed(plan.entity, plan.match_field, plan.columns, len(plan.rows))
    present = matching.load(unit, plan.entity, keyed)
    for row in plan.rows:
        row.decide(State.NEW if not row.cell_faults or row.readable else State.INVALID)
    missing = _missing(plan)
    _compare_keys(plan, keyed, present, missing)
    for place in missing:
        if plan.rows[place].state == State.NEW:
            _require(plan.rows[place], plan.entity, _required(plan))
    _compare(unit, plan, [row for row in plan.rows if row.state == State.UPDATE])


def confirm(unit: UnitOfWork, plan: ImportPlan) -> None:
    """Classify once more under the lock, but where nothing was written since: every change leaves its history."""
    shown = {row.place: (row.existing_id, row.old) for row in plan.rows if row.state == State.UPDATE}
    if not shown and plan.seen == _state(unit):
        return
    classify(unit, plan)
    for row in plan.rows:
        if row.state == State.UPDATE and row.place in shown and _changed_since(row, *shown[row.place]):
            row.state, row.notices = State.INVALID, (Fault("", _CHANGED_SINCE),)


def _changed_since(row: PlannedRow, existing_id: int | None, old: Mapping[str, Any]) -> bool:
    """Whether somebody changed what the row replaces after it was shown; what it did not replace was as in the file."""
    values = row.values
    return existing_id == row.existing_id and any(old.get(key, values[key]) != now for key, now in row.old.items())


def _state(unit: UnitOfWork) -> tuple[int, ...]:
    """Which history there is: entries that come, whenever their transaction began, and entries that go change it."""
    told = HistoryEntry.id
    found = unit.session.execute(select(func.count(told), func.max(told), func.sum(told))).one()
    return tuple(int(number or 0) for number in found)


def _compare_keys(plan: ImportPlan, keyed: matching.Keyed, present: matching.Present, missing: frozenset[int]) -> None:
    earlier, required = matching.Earlier(), _required(plan)
    for place in keyed.shared(present):
        row = plan.rows[place]
        if row.state != State.NEW:
            continue
        keys, tax_code = keyed.of_row(place), keyed.tax_code(place)
        _place(plan, row, keys, tax_code, present, earlier)
        if row.state == State.NEW and place in missing:
            _require(row, plan.entity, required)
        if row.state in (State.NEW, State.UPDATE):
            earlier.add(row, keys, tax_code)


def _place(
    plan: ImportPlan,
    row: PlannedRow,
    keys: matching.RowKeys,
    tax_code: str,
    present: matching.Present,
    earlier: matching.Earlier,
) -> None:
    """Compare a row with the rows above it and with the records that are there."""
    creating = plan.existing == Existing.CREATE
    twin = None if creating else earlier.find(keys, tax_code)
    match = None if twin else present.find(keys, tax_code)
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
        field
        for key, field in plan.fields.items()
        if field.required and (key not in columns or not columns[key].default or columns[key].default.arg == "")
    ]


def _missing(plan: ImportPlan) -> frozenset[int]:
    """The rows that lack something a new record needs."""
    count = len(plan.rows)
    missing = {place for field in _required(plan) for place in _empty(plan, field.key, range(count))}
    if plan.entity is Lead:
        missing |= set(_empty(plan, "company", _empty(plan, "given_name", range(count))))
    return frozenset(missing)


def _empty(plan: ImportPlan, key: str, places: Sequence[int]) -> Sequence[int]:
    column = plan.columns.get(key)
    return places if column is None else [place for place in places if column[place] is None]


def _require(row: PlannedRow, entity: type[Record], required: list[Field]) -> None:
    values = row.values
    missing = [fault for field in required if field.key not in values for fault in faults_of_value(field, None)]
    if entity is Lead and not values.keys() & {"given_name", "company"}:
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
    values = row.values
    for key in [key for key, value in values.items() if isinstance(value, RowOfFile)]:
        message = mark("Exchange", "It refers to a new record of this file; import the file once more to set it.")
        row.notices += (Fault(key, message, warning=True),)
    row.old = {key: now.values[key] for key, value in values.items() if _differs(key, value, now.values)}
    if not row.old:
        _say(row, State.DUPLICATE, "", mark("Exchange", "Nothing differs from {title}."), title=now.title)


def _differs(key: str, value: Any, now: Mapping[str, Any]) -> bool:
    return key != "number" and not isinstance(value, RowOfFile) and bool(now[key] != value)


def _chunks(rows: list[PlannedRow], size: int = 2000) -> Iterator[list[PlannedRow]]:
    for start in range(0, len(rows), size):
        yield rows[start : start + size]
