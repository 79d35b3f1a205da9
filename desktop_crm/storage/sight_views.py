"""The temporary views that stand before the tables of a file: whatever reads a table by its name reads only its rows
that the user may see, without the fields that are kept from the user."""

from __future__ import annotations

from collections.abc import Collection
from functools import partial

from sqlalchemy import Table

from desktop_crm.models import BY_MODULE
from desktop_crm.models.fields import fields_of
from desktop_crm.models.record import name_keys, searched_keys
from desktop_crm.storage.sight import MODULES, Sight
from desktop_crm.storage.sight_tables import ON_RECORDS, of_part, on_record, parts, tables

WITHOUT_WORDS = "crm_without"
"""The SQL function that takes the words of hidden fields out of what a record is searched by."""


def views(sight: Sight) -> dict[str, str]:
    """The view of each table that is not seen as it is."""
    if sight.is_unlimited:
        return {}
    found = {name: _view(sight, table) for name, table in tables().items()}
    return {name: body for name, body in found.items() if body}


def _view(sight: Sight, table: Table) -> str:
    name, own = table.name, [f"{table.name}.{column.name}" for column in table.columns]
    shown = [_column(sight, table, column.name) for column in table.columns]
    condition = _condition(sight, name)
    if condition == "1" and shown == own:
        return ""
    columns = ", ".join(column.name for column in table.columns)
    where = "" if condition == "1" else f" WHERE {condition}"
    return f"CREATE TEMP VIEW {name} ({columns}) AS SELECT {', '.join(shown)} FROM main.{name}{where}"


def _condition(sight: Sight, table: str) -> str:
    """Which rows are seen."""
    see = partial(sight.allows, "see")
    me = sight.user_id
    if table in MODULES:
        return see(table, table)
    if table in parts():
        return of_part(table, table, see)
    if table in ON_RECORDS:
        return on_record(table, see)
    return {
        "import_batch": f"user_id = {me}",
        "imported_row": f"batch_id IN (SELECT id FROM main.import_batch WHERE user_id = {me})",
        "receipt": f"user_id = {me}",
        "saved_view": f"(owner_id IS NULL OR owner_id = {me})",
        "search_prefix": _counted(sight),
        "sign_in": "1" if sight.rights.administers else f"user_id = {me}",
    }.get(table, "1")


def _counted(sight: Sight) -> str:
    """Words are told of modules that are seen in full; how often others have a word would tell of hidden records."""
    full = [f"'{m}'" for m in MODULES if sight.allows("see", m, m) == "1" and not sight.rights.hidden(m)]
    return f"module IN ({', '.join(full)})"


# ---------------------------------------------------------------- columns
def _column(sight: Sight, table: Table, name: str) -> str:
    """What the view has in a column: the table's own, or nothing where the field is kept from the user."""
    hidden = sight.rights.hidden(table.name)
    if table.name == "app_user" and name == "password_hash":
        return "''"
    if table.name == "history_entry" and name == "changes":
        return _told(sight)
    if table.name == "imported_row" and name == "before":
        return _before(sight)
    if name in hidden or name in _sort_keys(table.name, hidden):
        return _nothing(table, name)
    if hidden and name == "custom":
        return _without_custom(hidden)
    return _searched(table.name, hidden) if hidden and name == "search_text" else f"{table.name}.{name}"


def _nothing(table: Table, name: str) -> str:
    """The value an empty field has."""
    column = table.columns[name]
    if column.nullable:
        return "NULL"
    kind = column.type.python_type if not hasattr(column.type, "places") else int
    return "''" if kind is str else "0"


def _sort_keys(table: str, hidden: Collection[str]) -> set[str]:
    entity = BY_MODULE.get(table)
    return {key for key, name in name_keys(entity) if name in hidden} if entity is not None else set()


def _without_custom(hidden: Collection[str]) -> str:
    paths = [f"'$.\"{key.removeprefix('custom.')}\"'" for key in sorted(hidden) if key.startswith("custom.")]
    return f"json_remove(custom, {', '.join(paths)})" if paths else "custom"


def _searched(table: str, hidden: Collection[str]) -> str:
    entity = BY_MODULE[table]
    stored = [key for key in searched_keys(entity) if key in hidden and key in fields_of(entity)]
    custom = [f"custom ->> '$.\"{k.removeprefix('custom.')}\"'" for k in sorted(hidden) if k.startswith("custom.")]
    words = [*stored, *custom]
    return f"{WITHOUT_WORDS}(search_text, {', '.join(words)})" if words else "search_text"


def _quoted(keys: Collection[str]) -> str:
    return ", ".join(f"'{key}'" for key in sorted(keys))


def _told(sight: Sight) -> str:
    """History without what happened to hidden fields."""
    kept = "SELECT json_group_array(json(value)) FROM json_each(changes) WHERE value ->> 0 NOT IN"
    cases = [f"WHEN '{m}' THEN ({kept} ({_quoted(keys)}))" for m in MODULES if (keys := sight.rights.hidden(m))]
    return f"CASE module {' '.join(cases)} ELSE changes END" if cases else "history_entry.changes"


def _before(sight: Sight) -> str:
    """What an import replaced, without hidden fields."""
    batch = "(SELECT module FROM main.import_batch AS b WHERE b.id = imported_row.batch_id)"
    cases = []
    for module in MODULES:
        if keys := sight.rights.hidden(module):
            paths = ", ".join(f"'$.\"{key}\"'" for key in sorted(keys))
            cases.append(f"WHEN '{module}' THEN json_remove(before, {paths})")
    return f"CASE {batch} {' '.join(cases)} ELSE before END" if cases else "imported_row.before"
