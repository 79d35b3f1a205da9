"""Policies of what everybody shares, and of what is one's own."""

from __future__ import annotations

from collections.abc import Iterator

from desktop_crm.storage.policies.groups import Groups
from desktop_crm.storage.policies.records import policy
from desktop_crm.storage.policies.shape import Shape

_ADMINISTERS = "(SELECT crm_administers())"
_MINE = "= (SELECT crm_user_id())"

WRITES = {"INSERT": "make", "UPDATE": "change", "DELETE": "erase"}


def of_tables(shape: Shape, groups: Groups) -> Iterator[str]:
    """Every table that is no record's."""
    user = groups.user
    for table in ("alembic_version", "user_within", "tag", *shape.kept):
        yield policy(table, "read", "SELECT", user, using="true")
    for table in shape.kept:
        yield from _written(table, user, _ADMINISTERS)
    yield from _words(user)
    yield from _imports(user)
    yield from _own(user)
    yield policy("product_group", "make_too", "INSERT", user, check="(SELECT crm_reach('product', 'create')) <> 'none'")
    yield policy("tag", "make", "INSERT", user, check="true")
    yield policy("tag", "change", "UPDATE", user, using=_ADMINISTERS, check=_ADMINISTERS)
    yield policy("tag", "erase", "DELETE", user, using=_ADMINISTERS)


def _written(table: str, user: str, condition: str) -> Iterator[str]:
    for command, name in WRITES.items():
        using = condition if command != "INSERT" else ""
        check = condition if command != "DELETE" else ""
        yield policy(table, name, command, user, using=using, check=check)


def _words(user: str) -> Iterator[str]:
    """How often words occur tells of every record, so only who sees all of a module reads it."""
    whole = "module = ANY ((SELECT array_agg(m) FROM (SELECT DISTINCT r.module AS m FROM role_right r) x"
    whole += " WHERE crm_scope(m) = 'all')::text[])"
    yield policy("search_prefix", "read", "SELECT", user, using=whole)
    yield from _written("search_prefix", user, _ADMINISTERS)


def _imports(user: str) -> Iterator[str]:
    yield policy("import_batch", "read", "SELECT", user, using=f"user_id {_MINE} OR {_ADMINISTERS}")
    yield policy("imported_row", "read", "SELECT", user, using=_batch())
    yield from _written("import_batch", user, f"user_id {_MINE} OR {_ADMINISTERS}")
    yield from _written("imported_row", user, _batch())


def _batch() -> str:
    return "EXISTS (SELECT 1 FROM import_batch b WHERE b.id = batch_id)"


def _own(user: str) -> Iterator[str]:
    yield policy("saved_view", "read", "SELECT", user, using=f"owner_id IS NULL OR owner_id {_MINE}")
    yield from _written("saved_view", user, f"owner_id IS NULL OR owner_id {_MINE}")
    yield policy("receipt", "read", "SELECT", user, using=f"user_id {_MINE}")
    yield from _written("receipt", user, f"user_id {_MINE}")
    yield policy("sign_in", "read", "SELECT", user, using=f"user_id {_MINE} OR {_ADMINISTERS}")
    yield policy("sign_in", "make", "INSERT", user, check=f"user_id {_MINE}")
