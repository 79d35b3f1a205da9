"""Policies of records, of their parts, and of what hangs on them."""

from __future__ import annotations

from collections.abc import Iterator

from desktop_crm.storage.policies.groups import Groups
from desktop_crm.storage.policies.shape import Shape

_SEEN = {
    "all": "true",
    "wide": "owner_id IN (SELECT unnest(crm_owners('{table}'))) OR id IN (SELECT unnest(crm_shared('{table}')))",
    "narrow": "owner_id = ANY ((SELECT crm_owners('{table}'))::bigint[])"
    " OR id = ANY ((SELECT crm_shared('{table}'))::bigint[])",
}
"""Which records each scope sees: a plan without a filter, a hashed one, and one that an index serves."""


def reached(module: str, verb: str, row: str) -> str:
    """That a verb reaches a record, by its owner."""
    every = f"(SELECT crm_reach('{module}', '{verb}')) = 'all'"
    return f"({every} OR {row}.owner_id = ANY ((SELECT crm_owners('{module}', '{verb}'))::bigint[]))"


def changeable(module: str, row: str) -> str:
    """That a record may be changed: its owner is within reach, or it was shared to be changed."""
    shared = f"{row}.id = ANY ((SELECT crm_shared('{module}', true))::bigint[])"
    return f"({reached(module, 'change', row)} OR {shared})"


def writable(module: str, row: str) -> str:
    """That parts may be put into a record: it may be changed, or this very transaction has made it."""
    made = f"{row}.xmin = pg_current_xact_id_if_assigned()::xid AND {reached(module, 'create', row)}"
    return f"({changeable(module, row)} OR ({made}))"


def of_modules(shape: Shape, groups: Groups) -> Iterator[str]:
    """Records: seen by scope; made, changed and deleted as far as the verb reaches.

    Whoever may change a record may give it away, so what it becomes is not asked; `guards` sees to the rest.
    """
    for table in shape.modules:
        for scope, seen in _SEEN.items():
            group = groups.scopes[table, scope]
            yield _policy(table, f"see_{scope}", "SELECT", group, using=seen.format(table=table))
        yield _policy(table, "make", "INSERT", groups.user, check=reached(table, "create", table))
        yield _policy(table, "change", "UPDATE", groups.user, using=changeable(table, table), check="true")
        yield _policy(table, "erase", "DELETE", groups.user, using=reached(table, "delete", table))


def of_parts(shape: Shape, groups: Groups) -> Iterator[str]:
    """Parts: seen with their record, written by who may write in it."""
    for table, (column, parent) in shape.parts.items():
        module = shape.module_of(table)
        seen = f"EXISTS (SELECT 1 FROM {parent} p WHERE p.id = {column})"
        yield _policy(table, "part_all", "SELECT", groups.scopes[module, "all"], using="true")
        for scope in ("wide", "narrow"):
            yield _policy(table, f"part_{scope}", "SELECT", groups.scopes[module, scope], using=seen)
        written = _in_record(shape, table, writable(module, "r"))
        gone = _in_record(shape, table, f"({changeable(module, 'r')} OR {reached(module, 'delete', 'r')})")
        yield _policy(table, "make", "INSERT", groups.user, check=written)
        yield _policy(table, "change", "UPDATE", groups.user, using=written, check=written)
        yield _policy(table, "erase", "DELETE", groups.user, using=gone)


def _in_record(shape: Shape, table: str, condition: str) -> str:
    """That the record at the end of the way from a part up fulfils a condition on `r`."""
    column, parent = shape.parts[table]
    if parent in shape.modules:
        return f"EXISTS (SELECT 1 FROM {parent} r WHERE r.id = {table}.{column} AND {condition})"
    upper, record = shape.parts[parent]
    joined = f"{parent} p JOIN {record} r ON r.id = p.{upper}"
    return f"EXISTS (SELECT 1 FROM {joined} WHERE p.id = {table}.{column} AND {condition})"


def seen(shape: Shape, table: str) -> str:
    """That the record a row is about is seen."""
    return _about(shape, table, "true", "true")


def written(shape: Shape, table: str) -> str:
    """That one may write in the record a row is about."""
    return _about(shape, table, "{writable}", "false")


def removable(shape: Shape, table: str) -> str:
    """That the record a row is about may be changed or deleted."""
    return _about(shape, table, "{removable}", "false")


def _about(shape: Shape, table: str, condition: str, otherwise: str) -> str:
    cases = []
    for module in shape.modules:
        said = condition.format(
            writable=writable(module, "r"), removable=f"({changeable(module, 'r')} OR {reached(module, 'delete', 'r')})"
        )
        exists = f"EXISTS (SELECT 1 FROM {module} r WHERE r.id = {table}.record_id AND {said})"
        cases.append(f"WHEN '{module}' THEN {exists}")
    return f"CASE {table}.module {' '.join(cases)} ELSE false END"


def about_records(shape: Shape, groups: Groups) -> Iterator[str]:
    """Comments, files, tags, history, shares and hints, by the module and id they name."""
    user, mine = groups.user, "= (SELECT crm_user_id())"
    for table in ("comment", "attachment", "record_tag", "history_entry", "share", "editing"):
        yield _policy(table, "see", "SELECT", user, using=seen(shape, table))
    yield _policy("comment", "make", "INSERT", user, check=f"author_id {mine} AND {seen(shape, 'comment')}")
    yield _policy("comment", "change", "UPDATE", user, using=f"author_id {mine} OR {written(shape, 'comment')}",
                  check=f"author_id {mine} AND {seen(shape, 'comment')} OR {written(shape, 'comment')}")  # fmt: skip
    yield _policy("comment", "erase", "DELETE", user, using=f"author_id {mine} OR {removable(shape, 'comment')}")
    for table in ("attachment", "record_tag", "share"):
        made = {"attachment": f"author_id {mine} AND ", "share": f"created_by_id {mine} AND "}.get(table, "")
        yield _policy(table, "make", "INSERT", user, check=made + written(shape, table))
        yield _policy(table, "change", "UPDATE", user, using=written(shape, table), check=written(shape, table))
        yield _policy(table, "erase", "DELETE", user, using=removable(shape, table))
    yield _policy("editing", "make", "INSERT", user, check=f"user_id {mine} AND {seen(shape, 'editing')}")
    yield _policy("editing", "change", "UPDATE", user, using=f"user_id {mine}",
                  check=f"user_id {mine} AND {seen(shape, 'editing')}")  # fmt: skip
    yield _policy("editing", "erase", "DELETE", user, using=f"user_id {mine}")


def _policy(table: str, name: str, command: str, group: str, *, using: str = "", check: str = "") -> str:
    conditions = (f" USING ({using})" if using else "") + (f" WITH CHECK ({check})" if check else "")
    return f'CREATE POLICY {name} ON {table} FOR {command} TO "{group}"{conditions}'


policy = _policy
