"""Names in cells to records: all names of a column are looked up at once, by number, name or code."""

from __future__ import annotations

import difflib
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from sqlalchemy import ColumnElement, or_, select

from desktop_crm.errors import Fault
from desktop_crm.exchange.among import among
from desktop_crm.exchange.convert import Problem
from desktop_crm.i18n import mark
from desktop_crm.models import Contact, Organization, Record, User
from desktop_crm.models.fields import Field
from desktop_crm.models.names import split_name
from desktop_crm.models.text import fold, normalized_name, person_sort_key, sort_key
from desktop_crm.storage.database import UnitOfWork
from desktop_crm.storage.listing import table_class, target_title

CREATED = frozenset({"product_group"})
"""Tables whose missing rows an import makes: they are no more than a name."""


class NewName(str):
    """The name of a row that the import will make."""

    __slots__ = ()


class RowOfFile(int):
    """The sheet row of a record that the same import will make."""

    __slots__ = ()


Found = Mapping[str, int | NewName | RowOfFile | Problem]
"""Text of a cell -> id of the record, the name or the row of one to be made, or what is wrong."""


def resolve(unit: UnitOfWork, field: Field, texts: Collection[str], file: Mapping[str, int]) -> Found:
    """What each text of a relation's column means; `file` gives the row of each name the file itself brings."""
    own = {_key(name): RowOfFile(row) for name, row in file.items()}
    found = _resolve(unit, field, texts)
    return {text: own.get(_key(text), one) if isinstance(one, Problem) else one for text, one in found.items()}


def _resolve(unit: UnitOfWork, field: Field, texts: Collection[str]) -> Found:
    candidates = _of_records(unit, field.target, texts) if _is_record(field.target) else _of_small(unit, field.target)
    names = list(dict.fromkeys(name for name, _ in candidates))
    ids: dict[str, set[int]] = defaultdict(set)
    for name, record_id in candidates:
        ids[_key(name)].add(record_id)
    return {text: _meaning(field, text, ids.get(_key(text), set()), names) for text in texts}


def _key(name: str) -> str:
    return normalized_name(name)


def _is_record(table: str) -> bool:
    return issubclass(table_class(table), Record)


def _of_small(unit: UnitOfWork, table: str) -> list[tuple[str, int]]:
    """Every name of a short table; users go by sign-in name, full name and e-mail."""
    entity = table_class(table)
    columns = [User.name, User.full_name, User.email] if entity is User else [getattr(entity, target_title(table))]
    rows = unit.session.execute(select(entity.id, *columns)).all()
    return [(name, row[0]) for row in rows for name in row[1:] if name]


def _of_records(unit: UnitOfWork, table: str, texts: Iterable[str]) -> list[tuple[str, int]]:
    """The names and numbers of those living records that any of the texts can mean."""
    entity: Any = table_class(table)
    texts = list(texts)
    keys = [key for text in texts for key in _sort_keys(entity, text)]
    tests: list[ColumnElement[bool]] = [
        among(unit.session, entity.title_sort, keys),
        among(unit.session, entity.number, texts),
    ]
    columns = [entity.title, entity.number]
    if entity is Organization:
        tests.append(among(unit.session, Organization.tax_code, texts))
        tests.append(among(unit.session, Organization.customer_code, texts))
        columns += [Organization.tax_code, Organization.customer_code]
    statement = select(entity.id, *columns).where(or_(*tests), entity.deleted_at.is_(None))
    return [(name, row[0]) for row in unit.session.execute(statement) for name in row[1:] if name]


def _sort_keys(entity: type[Record], text: str) -> list[str]:
    if entity is not Contact:
        return [sort_key(text)]
    name = split_name(text)
    return [person_sort_key(name.family_and_middle, name.given)]


def _meaning(field: Field, text: str, ids: set[int], names: list[str]) -> int | NewName | Problem:
    if len(ids) == 1:
        return next(iter(ids))
    if ids:
        message = mark("Exchange", "Several records are called “{value}”; write the number instead.")
        return Problem(Fault(field.key, message, {"value": text}))
    if field.target in CREATED:
        return NewName(text)
    folded = {fold(name): name for name in names}
    near = difflib.get_close_matches(fold(text), folded, n=1, cutoff=0.6)
    message = mark("Exchange", "There is no record called “{value}”.")
    return Problem(Fault(field.key, message, {"value": text}), folded[near[0]] if near else None)
