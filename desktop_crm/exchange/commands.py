"""Importing a file in one call, for scripts: columns by name, guessed where nothing is said."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from desktop_crm.errors import Refused
from desktop_crm.exchange.importing import ImportPlan, prepare, result, run
from desktop_crm.exchange.mapping import guess
from desktop_crm.exchange.targets import fields_for, targets_for
from desktop_crm.exchange.workbook import Table, read_table
from desktop_crm.exchange.write import write_rejected
from desktop_crm.i18n import mark
from desktop_crm.models import Record
from desktop_crm.models.text import fold
from desktop_crm.storage.database import Actor, Database, UnitOfWork


def import_file(
    database: Database,
    actor: Actor,
    entity: type[Record],
    path: Path | str,
    *,
    sheet: str | None = None,
    columns: Mapping[str, str] | None = None,
    match: str | None = None,
    existing: str = "skip",
    dry_run: bool = False,
    rejected: Path | None = None,
) -> dict[str, int | None]:
    """Import a sheet and give the counts read, created, updated, skipped, invalid, and the batch.

    `columns` says field -> column title or letter; the other columns are guessed. `rejected` is the workbook for
    the rows that were refused, written where there are any. Raises `FileProblem`, `Refused`.
    """
    table = read_table(path, sheet)
    with database.reading(actor) as unit:
        plan = prepare(unit, entity, table, mapping_of(unit, entity, table, columns or {}), match, existing)
    if rejected is None:
        table.rows.clear()  # nobody asks for the cells again
    done = result(plan, None) if dry_run else run(database, actor, plan)
    if rejected is not None and plan.rejected:
        _write_rejected(rejected, table, plan)
    return done.as_dict()


def mapping_of(unit: UnitOfWork, entity: type[Record], table: Table, columns: Mapping[str, str]) -> dict[int, str]:
    """Header index -> field: what was said first, then guesses for the other columns and fields."""
    fields = fields_for(unit, entity)
    said = {_index(table, title): field for field, title in columns.items()}
    targets = [target for target in targets_for(fields, entity) if target[0] not in columns]
    free = [header for header in table.headers if header.index not in said and header.text]
    mapping = {**guess(free, targets), **said}
    if not mapping:
        raise Refused(mark("Exchange", "No column of {file} is known; say which is which."), file=table.file.name)
    return mapping


def _index(table: Table, title: str) -> int:
    wanted = fold(title)
    named = [header for header in table.headers if wanted in (fold(header.text), fold(header.text.split(" · ")[-1]))]
    lettered = [header for header in table.headers if header.letter == title.upper()]
    if found := named or lettered:
        return found[0].index
    raise Refused(mark("Exchange", "{file} has no column “{column}”."), file=table.file.name, column=title)


def _write_rejected(path: Path, table: Table, plan: ImportPlan) -> None:
    write_rejected(path, table, plan.rejected, {field: index for index, field in plan.mapping.items()})
