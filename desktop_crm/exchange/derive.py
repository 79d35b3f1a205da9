"""Title, sort key and search text of many records at once: what `Record.refresh` makes of each."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

from desktop_crm.models import Contact, Lead, Organization, Product, Record
from desktop_crm.models.record import name_keys, searched_keys
from desktop_crm.models.text import person_sort_key, search_text, sort_key

Columns = Mapping[str, Sequence[Any]]
Titled = tuple[list[str], list[str]]
"""Titles, not yet replaced by numbers where they are empty, and their sort keys."""


def derived(entity: type[Record], columns: Columns, count: int, unsearched: Collection[str] = ()) -> Columns:
    """The `derived_keys` of `count` records; a field without a column is empty in all of them."""
    titles, sorts = _TITLED[entity](columns, count)
    made: dict[str, Sequence[str]] = {"title": titles, "title_sort": sorts}
    made |= {key: list(map(sort_key, _get(columns, name, count))) for key, name in name_keys(entity)}
    searched = [columns[key] for key in searched_keys(entity) if key in columns]
    if "custom" in columns:
        rows = zip(titles, zip(*searched, strict=True), columns["custom"], strict=True)
        texts = [search_text(title, *own, *_searched(custom, unsearched)) for title, own, custom in rows]
    else:
        texts = list(map(search_text, titles, *(column for column in searched if column != titles)))
    return made | {"search_text": texts}


def _searched(custom: Mapping[str, Any], unsearched: Collection[str]) -> list[str]:
    return [value for key, value in custom.items() if isinstance(value, str) and key not in unsearched]


def _get(columns: Columns, key: str, count: int) -> Sequence[str]:
    return columns[key] if key in columns else [""] * count


def _named(columns: Columns, count: int) -> Titled:
    names, numbers = _get(columns, "name", count), _get(columns, "number", count)
    titles = [(name or number)[:300] for name, number in zip(names, numbers, strict=True)]
    return titles, list(map(sort_key, titles))


def _people(columns: Columns, count: int) -> tuple[Sequence[str], Sequence[str], list[str]]:
    family, given = _get(columns, "family_name", count), _get(columns, "given_name", count)
    return family, given, [f"{one} {other}".strip() for one, other in zip(family, given, strict=True)]


def _contacts(columns: Columns, count: int) -> Titled:
    family, given, names = _people(columns, count)
    titles = [(name or number)[:300] for name, number in zip(names, _get(columns, "number", count), strict=True)]
    return titles, list(map(person_sort_key, family, given))


def _leads(columns: Columns, count: int) -> Titled:
    family, given, names = _people(columns, count)
    companies, numbers = _get(columns, "company", count), _get(columns, "number", count)
    titles = [(name or firm or number)[:300] for name, firm, number in zip(names, companies, numbers, strict=True)]
    rows = zip(names, family, given, companies, strict=True)
    return titles, [person_sort_key(one, other) if name else sort_key(firm) for name, one, other, firm in rows]


_TITLED: Mapping[type[Record], Callable[[Columns, int], Titled]] = {
    Organization: _named,
    Product: _named,
    Contact: _contacts,
    Lead: _leads,
}
