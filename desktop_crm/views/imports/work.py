"""What the wizard has done beside the window: reading a sheet, planning, writing the files it offers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from desktop_crm.exchange.errors import NoTable
from desktop_crm.exchange.importing import ImportPlan, prepare
from desktop_crm.exchange.mapping import explain
from desktop_crm.exchange.targets import fields_for, targets_for
from desktop_crm.exchange.workbook import Table, Workbook, open_workbook, read_table
from desktop_crm.exchange.write import ColumnSpec, write_rejected, write_table
from desktop_crm.i18n import language, translate
from desktop_crm.models import Record
from desktop_crm.models.fields import Kind
from desktop_crm.services.reading import titles
from desktop_crm.storage.database import UnitOfWork
from desktop_crm.views.imports.draft import Draft, Loaded

_CHUNK = 5000  # names looked up at once


class Meter:
    """How far work is, and the wish to stop it; written by one thread, read by the other."""

    def __init__(self) -> None:
        self.done, self.total, self._stopped = 0, 0, False

    def __call__(self, done: int, total: int) -> None:
        self.done, self.total = done, total

    def stop(self) -> None:
        """Wish that the work ends."""
        self._stopped = True

    def stopped(self) -> bool:
        """Whether the work should end."""
        return self._stopped


def load(unit: UnitOfWork, entity: type[Record], path: Path, sheet: str | None, header_row: int | None) -> Loaded:
    """Read a sheet (None: the first with a table) and guess what its columns are. Raises a `FileProblem`."""
    book = open_workbook(path)
    table = _first_table(book) if sheet is None else read_table(book, sheet, header_row)
    fields = fields_for(unit, entity)
    titled = [header for header in table.headers if header.text]
    guesses = {guess.header: guess for guess in explain(titled, targets_for(fields, entity))}
    return Loaded(path, book.sheets, table, fields, guesses)


def _first_table(book: Workbook) -> Table:
    """The table of the sheet that is in front, or of the next visible one that has any."""
    try:
        return read_table(book)
    except NoTable:
        for sheet in book.sheets:
            if not sheet.hidden:
                with suppress(NoTable):
                    return read_table(book, sheet.name)
        raise


def planning(draft: Draft, meter: Meter) -> Mapping[str, object]:
    """What `plan` takes, copied from a draft that may change meanwhile."""
    return {
        "entity": draft.entity,
        "table": draft.table,
        "mapping": draft.ordered_mapping(),
        "match_field": draft.match_field,
        "existing": draft.existing,
        "edits": dict(draft.edits),
        "language": language(),
        "progress": meter,
        "cancelled": meter.stopped,
    }


@dataclass(frozen=True, slots=True)
class Planned:
    """A plan, and what the records are called that its updates take away: by (table, id)."""

    plan: ImportPlan
    titles: Mapping[tuple[str, int], str]


def plan(unit: UnitOfWork, wanted: Mapping[str, object]) -> Planned:
    """Decide what becomes of every row."""
    made = prepare(unit, **wanted)  # type: ignore[arg-type]
    return Planned(made, dict(_titles(unit, made)))


def _titles(unit: UnitOfWork, made: ImportPlan) -> Iterator[tuple[tuple[str, int], str]]:
    relations = [made.fields[key] for key in made.mapping.values() if made.fields[key].kind == Kind.RELATION]
    for field in relations:
        ids = list({row.old[field.key] for row in made.rows if row.old.get(field.key) is not None})
        for start in range(0, len(ids), _CHUNK):
            for record_id, title in titles(unit, field.target, ids[start : start + _CHUNK]).items():
                yield (field.target, record_id), title


def write_refused(path: Path, draft: Draft, plan: ImportPlan) -> int:
    """Write the rows that cannot be imported with their reasons; how many. Raises `NotWritable`."""
    return write_rejected(path, draft.table, plan.rejected, draft.reason_columns())


def write_template(unit: UnitOfWork, entity: type[Record], path: Path) -> int:
    """Write an empty sheet with a column for every field. Raises `NotWritable`."""
    fields = [field for key, field in fields_for(unit, entity).items() if key != "number"]
    fields.sort(key=lambda field: not field.required)
    specs = [ColumnSpec(translate(f.label) + (" *" if f.required else ""), _column_kind(f.kind), 22) for f in fields]
    return write_table(path, translate(entity.plural_label), specs, [])


def _column_kind(kind: Kind) -> Kind:
    """Words for yes and no, as the program exports them."""
    return Kind.TEXT if kind == Kind.BOOLEAN else kind
