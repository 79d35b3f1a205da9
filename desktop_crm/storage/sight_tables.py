"""To which record the rows of the other tables belong, so that what holds for the record holds for them, too."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from sqlalchemy import Table

from desktop_crm.models import Base, Child
from desktop_crm.models import every as _every  # noqa: F401  (maps every class)
from desktop_crm.storage.sight import MODULES, either

Rule = Callable[[str, str], str]
"""The condition on a record, from the alias it has and its module."""

ON_RECORDS = ("comment", "attachment", "record_tag", "history_entry", "share", "editing")
"""Tables whose rows name a record by `module` and `record_id`."""

KEPT_BY_ADMINISTRATORS = (
    "app_user", "company", "company_bank_account", "custom_field", "field_right", "list_value", "role", "role_right",
    "setting", "signer", "tax_rate", "team", "user_within",
)  # fmt: skip
"""Settings, users and rights: everybody may read them."""

SOLD_BY = ("price_book", "product_group")
"""What belongs to the products as a whole."""


@cache
def tables() -> dict[str, Table]:
    """Every table by its name."""
    return dict(Base.metadata.tables)


@cache
def parts() -> dict[str, tuple[str, str]]:
    """The table a part's rows belong to and the column that names the row, by the part's table."""
    children = [mapper.class_ for mapper in Base.registry.mappers if issubclass(mapper.class_, Child)]
    return {child.__tablename__: (child.parent_table, child.parent_key) for child in children} | {
        "price_row": ("product", "product_id")
    }


def module_of(table: str) -> str:
    """The module whose records the rows of a part belong to."""
    return table if table in MODULES else module_of(parts()[table][0])


def of_part(table: str, row: str, rule: Rule, depth: int = 0) -> str:
    """That the record a part's row belongs to keeps the rule; '1' and '0' where that needs no look."""
    parent, key = parts()[table]
    alias = f"p{depth}"
    held = rule(alias, parent) if parent in MODULES else of_part(parent, alias, rule, depth + 1)
    if held in ("0", "1"):
        return held
    return f"EXISTS (SELECT 1 FROM main.{parent} AS {alias} WHERE {alias}.id = {row}.{key} AND {held})"


def stands(table: str, row: str) -> str:
    """That the row a part belongs to is there still: it is not being taken away together with it."""
    parent, key = parts()[table]
    return f"EXISTS (SELECT 1 FROM main.{parent} AS held WHERE held.id = {row}.{key})"


def on_record(row: str, rule: Rule) -> str:
    """That the record a comment, tag, file or history entry is about keeps the rule."""
    held = {module: rule("p", module) for module in MODULES}
    if set(held.values()) == {"1"}:
        return "1"
    found = "EXISTS (SELECT 1 FROM main.{0} AS p WHERE p.id = {1}.record_id AND {2})"
    cases = (
        f"WHEN '{module}' THEN {how if how in ('0', '1') else found.format(module, row, how)}"
        for module, how in held.items()
    )
    return f"CASE {row}.module {' '.join(cases)} ELSE 0 END"


def some(*rules: Rule) -> Rule:
    """That one of the rules is kept."""
    return lambda row, module: either(*(rule(row, module) for rule in rules))
