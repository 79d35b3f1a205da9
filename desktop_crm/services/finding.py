"""Finding records by a few words: for lookups, and for the search over all modules. The best answers come first."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from desktop_crm.models import Record
from desktop_crm.models.display import display
from desktop_crm.models.fields import fields_of
from desktop_crm.models.text import clean, fold, search_words
from desktop_crm.services.fields_shown import visible
from desktop_crm.services.reach import owners_offered
from desktop_crm.services.readings import readings
from desktop_crm.storage.database import UnitOfWork
from desktop_crm.storage.listing import Condition, ListRow, Query, page, table_class

CANDIDATES = 50
"""So many answers of a module are compared; of more it is only said that there are."""

_DETAILS: Mapping[str, tuple[str, ...]] = {
    "lead": ("company", "mobile", "email"),
    "organization": ("tax_code", "phone", "province"),
    "contact": ("organization_id", "mobile", "email"),
    "opportunity": ("organization_id",),
    "quote": ("buyer_name",),
    "sales_order": ("buyer_name",),
    "contract": ("buyer_name",),
    "product": ("code", "unit"),
}
_CODES = ("number", "tax_code", "customer_code", "contract_number", "code", "email")
_INDEXED_CODES = ("number", "code")


@dataclass(frozen=True, slots=True)
class Found:
    """One answer."""

    module: str
    id: int
    title: str
    detail: str


@dataclass(frozen=True, slots=True)
class Findings:
    """The best answers of one module, how many there are, and whether there may be more than that.

    `words` are those that found them: the text as typed, or what it must have meant.
    """

    rows: Sequence[Found]
    number: int
    more: bool
    words: str


def lookup(unit: UnitOfWork, target: str, text: str, limit: int = 20) -> list[Found]:
    """Rows of a table to choose from: what `text` finds, the best first; without a text in order of their names."""
    entity = table_class(target)
    if isinstance(entity, type) and issubclass(entity, Record):
        return find(unit, entity, text, limit)
    rows = unit.session.execute(select(entity.id, getattr(entity, entity.title_key)).order_by(entity.title_key))
    return _named(target, [(key, name) for key, name in rows], text, limit)


def owners(unit: UnitOfWork, entity: type[Record], text: str, limit: int = 20) -> list[Found]:
    """The users to whom the actor may give a record of the module, by words of their names, the best first."""
    return _named("app_user", [(user.id, user.full_name) for user in owners_offered(unit, entity)], text, limit)


def _named(target: str, rows: Sequence[tuple[int, str]], text: str, limit: int) -> list[Found]:
    words, rank = search_words(text), ranking(text)
    hits = [(key, name) for key, name in rows if _has_words(name, words)]
    hits.sort(key=lambda hit: rank(hit[1], ()))
    return [Found(target, key, name, "") for key, name in hits[:limit]]


def _has_words(name: str, words: Sequence[str]) -> bool:
    parts = fold(name).split()
    return all(any(part.startswith(word) for part in parts) for word in words)


def find(unit: UnitOfWork, entity: type[Record], text: str, limit: int = 20) -> list[Found]:
    """Records of one module by words of any of their searched fields, the best first."""
    return list(search(unit, entity, text, limit).rows)


def search(unit: UnitOfWork, entity: type[Record], text: str, limit: int = 20) -> Findings:
    """Records of one module, the best first: exact number, code or address, then exact spelling, then titles that
    begin so, then the others in the order of the list. At most `limit` of them, and how many there are."""
    rights, module = unit.actor.rights, entity.__tablename__
    keys = tuple(visible(rights, module, _DETAILS[module]))
    codes = tuple(visible(rights, module, (key for key in _CODES if key in fields_of(entity) and key not in keys)))
    words, rows = _candidates(unit, entity, text, (*keys, *codes), max(limit, CANDIDATES))
    number, shown = len(rows), keys + codes
    rank = ranking(text)
    places = [place for place, key in enumerate(shown) if key in _CODES]
    rows.sort(key=lambda row: rank(row.title, [row.values[place] for place in places]))
    found = [Found(entity.__tablename__, row.id, row.title, _detail(entity, keys, row.values)) for row in rows[:limit]]
    return Findings(found, number, number >= max(limit, CANDIDATES), words)


def _candidates(
    unit: UnitOfWork, entity: type[Record], text: str, keys: Sequence[str], most: int
) -> tuple[str, list[ListRow]]:
    """The first rows in the order of the list, the one with exactly this number among them; and the words that hit."""
    for words in readings(text):
        rows = page(unit.session, Query(entity, search=words), keys, limit=most)
        if len(rows) == most:
            known = {row.id for row in rows}
            rows += [row for row in _exact(unit, entity, text, keys) if row.id not in known]
        if rows:
            return words, rows
    return text, []


def _exact(unit: UnitOfWork, entity: type[Record], text: str, keys: Sequence[str]) -> list[ListRow]:
    """The rows whose number or code is exactly the text; looked for where an index knows at once."""
    if not any(char.isdigit() for char in text):
        return []
    forms = tuple(dict.fromkeys((clean(text), clean(text).upper(), "-".join(fold(text).upper().split()))))
    found: list[ListRow] = []
    for key in _INDEXED_CODES:
        if key in fields_of(entity):
            query = Query(entity, conditions=(Condition(key, "in", forms),))
            found += page(unit.session, query, keys, limit=2)
    return found


def ranking(text: str) -> Callable[[str, Sequence[Any]], int]:
    """How well a record answers a text, 0 the best: f(title, codes of the record)."""
    folded, spelled = fold(text), clean(text).casefold()
    code, marked = folded.replace(" ", ""), spelled != folded and not spelled.isascii()

    def rank(title: str, codes: Sequence[Any]) -> int:
        if code and any(isinstance(each, str) and fold(each).replace(" ", "") == code for each in codes):
            return 0
        if marked and spelled in clean(title).casefold():
            return 1
        return 2 if folded and fold(title).startswith(folded) else 3

    return rank


def _detail(entity: type[Record], keys: Sequence[str], values: Sequence[Any]) -> str:
    described = fields_of(entity)
    shown = [display(described[key], value, lambda _, code: code) for key, value in zip(keys, values, strict=False)]
    return " · ".join(filter(None, shown))
