"""What is kept of the list a company opens with, so that the next start shows its rows before anything is loaded."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from desktop_crm import __version__
from desktop_crm.models.display import display
from desktop_crm.models.fields import fields_of
from desktop_crm.models.kinds import Kind
from desktop_crm.services.choices import Choices
from desktop_crm.storage.database import UnitOfWork
from desktop_crm.storage.listing import PAGE, ListRow, Query, page
from desktop_crm.storage.migrate import head
from desktop_crm.storage.replay import Statement, read_again, recorded
from desktop_crm.views.records.columns import ListColumn
from desktop_crm.views.start.first_rows import Words, packed


def record(
    unit: UnitOfWork, query: Query, columns: Sequence[ListColumn], choices: Choices, path: Path
) -> dict[str, Any] | None:
    """The statement of a list's first page and how its rows are drawn; None where reading it again gives other rows."""
    keys = [column.key for column in columns]
    if any(key.startswith("custom.") for key in keys):
        return None
    if "currency" in fields_of(query.entity) and "currency" not in keys:
        keys.append("currency")
    rows: list[ListRow] = []
    seen = recorded(unit, lambda: rows.extend(page(unit.session, query, keys, limit=PAGE)))
    if seen is None or not rows:
        return None
    fields = fields_of(query.entity)
    kinds = [str(fields[key].kind if key in fields else Kind.TEXT) for key in keys]
    lists = sorted({column.field.choices for column in columns if column.field.kind == Kind.CHOICE})
    statement = Statement(head(), *seen, kinds, lists, unit.actor.id or 0)
    again = read_again(path, statement)
    theirs = [row.values for row in rows]
    currency = keys.index("currency") if "currency" in keys else -1
    if again is None or _texts(again.values, columns, currency, Words(again.labels)) != _texts(
        theirs, columns, currency, choices
    ):
        return None
    return {
        "program": __version__,
        "path": str(path),
        "schema": statement.schema,
        "sql": statement.sql,
        "parameters": list(statement.parameters),
        "kinds": kinds,
        "lists": lists,
        "user_id": statement.user_id,
        "columns": [packed(column) for column in columns],
        "currency": currency,
        "sort": query.sort,
        "descending": query.descending,
    }


def _texts(
    rows: Sequence[Sequence[Any]], columns: Sequence[ListColumn], currency: int, words: Words | Choices
) -> list[list[str]]:
    """What the cells say."""
    return [
        [
            display(column.field, value, words.label, str(row[currency]) if currency >= 0 else "VND")
            for column, value in zip(columns, row, strict=False)
        ]
        for row in rows
    ]
