"""Which record a row is: asked of the database for all rows at once, and of the rows above it in the file."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import ColumnElement, func, select

from desktop_crm.exchange.among import among
from desktop_crm.i18n import Message
from desktop_crm.models import Contact, Lead, Organization, Product, Record
from desktop_crm.models.fields import Field, Kind, fields_of
from desktop_crm.models.text import normalized_name, person_sort_key, sort_key
from desktop_crm.services.locks import CONVERTED
from desktop_crm.services.reading import custom_value
from desktop_crm.storage.database import UnitOfWork
from desktop_crm.storage.history import is_watched

if TYPE_CHECKING:
    from desktop_crm.exchange.planned import PlannedRow

_MOBILE = re.compile(r"\+84[35789]\d{8}").fullmatch
_PERSON = {Lead, Contact}

Columns = Mapping[str, Sequence[Any]]
"""Values by field, one for each row; None, or no column at all, for an empty cell."""
Forms = list[list[str | None]]
"""What is compared of each row: one list or, where two columns hold the same kind of thing, two."""


class Match(NamedTuple):
    """The record a row is: by which field it is known, and whether that is certain enough to change it."""

    id: int
    field: str
    title: str
    certain: bool


class Twin(NamedTuple):
    """An earlier row of the file that is the same."""

    number: int
    field: str


@dataclass(frozen=True, slots=True)
class Key:
    """One way two records are the same: the columns that hold it, and the form in which they are compared.

    `of` gives the forms of rows; stored records are rows, too. `certain` keys may lead to a change of the record.
    """

    field: str
    columns: tuple[str, ...]
    of: Callable[[Columns, int], Forms]
    certain: bool = True
    lower: bool = False


RowKeys = Sequence[tuple[Key, str]]
"""The keys of one row with their values."""


def _column(columns: Columns, key: str, count: int) -> Sequence[Any]:
    return columns[key] if key in columns else [None] * count


def _plain(key: str) -> Key:
    def of(columns: Columns, count: int) -> Forms:
        return [[value or None for value in _column(columns, key, count)]]

    return Key(key, (key,), of)


def _lowered(*keys: str) -> Callable[[Columns, int], Forms]:
    def of(columns: Columns, count: int) -> Forms:
        return [[value.lower() if value else None for value in _column(columns, key, count)] for key in keys]

    return of


def _mobiles(columns: Columns, count: int) -> Forms:
    """A person's own numbers: many share the company's landline."""
    both = (_column(columns, key, count) for key in ("mobile", "phone"))
    return [[value if value and _MOBILE(value) else None for value in column] for column in both]


def _phones(columns: Columns, count: int) -> Forms:
    return [[value or None for value in _column(columns, "phone", count)]]


def _company_name(columns: Columns, count: int) -> Forms:
    return [[normalized_name(name) if name else None for name in _column(columns, "name", count)]]


def _person_name(columns: Columns, count: int) -> Forms:
    """A person's name and company; the name alone is borne by too many."""
    names, texts = _people(columns, count), _column(columns, "company", count)
    companies = zip(_column(columns, "organization_id", count), texts, strict=True)
    found = [known or normalized_name(text or "") for known, text in companies]
    return [
        [
            f"{normalized_name(name)}\n{company}" if company and (name or text is not None) else None
            for name, company, text in zip(names, found, texts, strict=True)
        ]
    ]


def _bare_name(columns: Columns, count: int) -> Forms:
    """A person's name alone, where it was chosen to match by."""
    return [[normalized_name(name) if name else None for name in _people(columns, count)]]


def _people(columns: Columns, count: int) -> list[str]:
    pairs = zip(_column(columns, "family_name", count), _column(columns, "given_name", count), strict=True)
    return [f"{family or ''} {given or ''}".strip() for family, given in pairs]


_KEYS: Mapping[type[Record], tuple[Key, ...]] = {
    Organization: (
        _plain("number"),
        _plain("tax_code"),
        _plain("customer_code"),
        Key("email", ("email",), _lowered("email"), certain=False, lower=True),
        Key("phone", ("phone",), _phones, certain=False),
        Key("name", ("name",), _company_name, certain=False),
    ),
    Contact: (
        _plain("number"),
        Key("mobile", ("mobile", "phone"), _mobiles),
        Key("email", ("email", "email2"), _lowered("email", "email2"), lower=True),
        Key("given_name", ("family_name", "given_name", "organization_id"), _person_name, certain=False),
    ),
    Lead: (
        _plain("number"),
        Key("mobile", ("mobile", "phone"), _mobiles),
        Key("email", ("email",), _lowered("email"), lower=True),
        Key("given_name", ("family_name", "given_name", "company"), _person_name, certain=False),
    ),
    Product: (_plain("number"), _plain("code")),
}
_NAME_FIELDS = {"given_name", "family_name", "full_name"}


def keys_of(entity: type[Record], match_field: str | None) -> tuple[Key, ...]:
    """The keys in order; a field to match by comes first and alone is certain."""
    usual = _KEYS[entity]
    if match_field is None:
        return usual
    named = next((key for key in usual if key.field == match_field), None)
    if match_field in _NAME_FIELDS and entity in _PERSON:
        named = Key("given_name", ("family_name", "given_name"), _bare_name)
    first = named or _plain(match_field)
    others = [_uncertain(key) for key in usual if key.field != first.field]
    return (_as_certain(first), *others)


def _as_certain(key: Key) -> Key:
    return Key(key.field, key.columns, key.of, True, key.lower)


def _uncertain(key: Key) -> Key:
    return Key(key.field, key.columns, key.of, False, key.lower)


class Keyed:
    """The rows of a file with what they are compared by."""

    def __init__(self, entity: type[Record], keys: tuple[Key, ...], columns: Columns, count: int) -> None:
        self.keys = keys
        self.forms = [(key, form) for key in keys for form in key.of(columns, count)]
        self.tax_codes = _column(columns, "tax_code", count)
        self.title_sorts = _title_sorts(entity, columns, self._named(count))

    def _named(self, count: int) -> list[int]:
        """The rows that have a name to be compared."""
        named = [form for key, form in self.forms if _is_name(key)]
        return [place for place in range(count) if any(form[place] for form in named)] if named else []

    def of_row(self, place: int) -> RowKeys:
        """The keys of one row, in order."""
        return [(key, value) for key, form in self.forms if (value := form[place])]

    def tax_code(self, place: int) -> str:
        """The row's tax code, '' for none."""
        return self.tax_codes[place] or ""

    def wanted(self, key: Key) -> set[str]:
        """Every value the rows have of a key."""
        values = {value for own, form in self.forms if own is key for value in form}
        return values - {None}  # type: ignore[return-value]

    def shared(self, present: Present) -> list[int]:
        """The rows that share a key with another row or with a record, in the order of the file."""
        places: set[int] = set()
        for name, forms in self._by_field().items():
            shared = _repeated(forms) | present.by_key[name].keys()
            if shared:
                places.update(p for form in forms for p, value in enumerate(form) if value in shared)
        return sorted(places)

    def _by_field(self) -> dict[str, Forms]:
        forms: dict[str, Forms] = defaultdict(list)
        for key, form in self.forms:
            forms[key.field].append(form)
        return forms


def _repeated(forms: Forms) -> set[str]:
    values = [value for form in forms for value in form if value]
    if len(set(values)) == len(values):
        return set()
    return {value for value, times in Counter(values).items() if times > 1}


def keyed(entity: type[Record], match_field: str | None, columns: Columns, count: int) -> Keyed:
    """The rows of a file by their keys, to be compared as often as needed."""
    return Keyed(entity, keys_of(entity, match_field), columns, count)


@dataclass(slots=True)
class Present:
    """The records that any row may be, by key."""

    by_key: dict[str, dict[str, list[int]]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(list)))
    rows: dict[int, tuple[str, str]] = field(default_factory=dict)  # id -> title, tax code

    def find(self, keys: RowKeys, tax_code: str) -> Match | None:
        """The record that has these values, by the first key that tells."""
        for key, value in keys:
            for record_id in self.by_key[key.field].get(value, ()):
                title, own = self.rows[record_id]
                if key.certain or not _contradicts(own, tax_code):
                    return Match(record_id, key.field, title, key.certain)
        return None


def _contradicts(one: str, other: str) -> bool:
    """Two companies with different tax codes are two, whatever else they share."""
    return bool(one and other and one != other)


def load(unit: UnitOfWork, entity: type[Record], keyed: Keyed) -> Present:
    """Ask for every living record that shares a key with one of the rows: a few statements, whatever their number."""
    present = Present()
    tests = [test for key in keyed.keys if not _is_name(key) for test in _tests(unit, entity, key, keyed)]
    _collect(unit, entity, keyed.keys, present, tests)
    if keyed.title_sorts:
        # Names are found by the index of titles in Vietnamese order, then compared exactly.
        _collect(unit, entity, keyed.keys, present, [among(unit.session, entity.title_sort, keyed.title_sorts)])
    return present


def _tests(unit: UnitOfWork, entity: type[Record], key: Key, keyed: Keyed) -> Iterator[ColumnElement[bool]]:
    """One test for each column, so that each reads the index of its own."""
    if wanted := keyed.wanted(key):
        for name in key.columns:
            column = getattr(entity, name)
            alike = among(unit.session, func.lower(column) if key.lower else column, wanted)
            yield entity.id.in_(select(entity.id).where(alike, entity.deleted_at.is_(None))) if key.lower else alike


def _is_name(key: Key) -> bool:
    return key.of in (_company_name, _person_name, _bare_name)


def _title_sorts(entity: type[Record], columns: Columns, places: list[int]) -> set[str]:
    count = max(places, default=-1) + 1
    if entity not in _PERSON:
        names = _column(columns, "name", count)
        return {sort_key(names[place] or "") for place in places}
    family, given = (_column(columns, key, count) for key in ("family_name", "given_name"))
    company = _column(columns, "company", count)
    return {
        person_sort_key(family[place] or "", given[place]) if given[place] else sort_key(company[place] or "")
        for place in places
    }


def _collect(
    unit: UnitOfWork, entity: type[Record], keys: Sequence[Key], present: Present, tests: Iterable[ColumnElement[bool]]
) -> None:
    """Add the records any of the tests finds, in the order of their ids, but those that are there."""
    names = list(dict.fromkeys(name for key in keys for name in key.columns))
    tax_code = [entity.tax_code] if "tax_code" in fields_of(entity) else []  # type: ignore[attr-defined]
    columns = [getattr(entity, name) for name in names]
    statement = select(entity.id, entity.title, *columns, *tax_code).where(entity.deleted_at.is_(None))
    found = {row[0]: row for test in tests for row in unit.session.execute(statement.where(test))}
    rows = [found[record_id] for record_id in sorted(found.keys() - present.rows.keys())]
    present.rows.update((row[0], (row[1], row[-1] if tax_code else "")) for row in rows)
    values = {name: [row[place] for row in rows] for place, name in enumerate(names, 2)}
    for key in keys:
        forms = key.of(values, len(rows))
        for record, *compared in zip(rows, *forms, strict=True):
            for value in filter(None, compared):
                present.by_key[key.field][value].append(record[0])


class Earlier:
    """The rows of the file that will be written, by their keys."""

    def __init__(self) -> None:
        self.seen: dict[tuple[str, str], tuple[int, str]] = {}
        self.records: dict[int, int] = {}

    def find(self, keys: RowKeys, tax_code: str) -> Twin | None:
        """An earlier row that is the same."""
        for key, value in keys:
            number, own = self.seen.get((key.field, value), (0, ""))
            if number and (key.certain or not _contradicts(own, tax_code)):
                return Twin(number, key.field)
        return None

    def by_record(self, record_id: int) -> int | None:
        """The earlier row that is the same record."""
        return self.records.get(record_id)

    def add(self, row: PlannedRow, keys: RowKeys, tax_code: str) -> None:
        """Remember a row."""
        if row.existing_id is not None:
            self.records[row.existing_id] = row.number
        for key, value in keys:
            self.seen.setdefault((key.field, value), (row.number, tax_code))


@dataclass(frozen=True, slots=True)
class Current:
    """A record as it is now: its values by field key, and why it may not be changed."""

    values: Mapping[str, Any]
    title: str
    version: int
    locked: Message | None = None


def current(
    unit: UnitOfWork, entity: type[Record], ids: Collection[int], fields: Mapping[str, Field]
) -> dict[int, Current]:
    """The present values of records, custom fields as their kinds' types; locked until the end where one writes."""
    own = list(fields_of(entity))
    columns = [getattr(entity, key) for key in own]
    statement = select(entity.id, entity.version, entity.title, entity.custom, *columns)
    statement = statement.where(among(unit.session, entity.id, list(ids)))
    rows = unit.session.execute(statement.with_for_update() if is_watched(unit.session) else statement)
    custom = [described for key, described in fields.items() if key.startswith("custom.")]
    return {row[0]: _current(row, dict(zip(own, row[4:], strict=True)), custom) for row in rows}


def _current(row: Any, values: dict[str, Any], custom: Iterable[Field]) -> Current:
    for described in custom:
        stored = (row[3] or {}).get(described.key.removeprefix("custom."))
        values[described.key] = custom_value(described, stored)
        if values[described.key] is None and described.kind not in (Kind.DATE, Kind.QUANTITY, Kind.BOOLEAN):
            values[described.key] = ""
    locked = CONVERTED if values.get("converted_at") else None
    return Current(values, row[2], row[1], locked)
