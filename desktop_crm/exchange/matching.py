"""Which record a row is: asked of the database for all rows at once, and of the rows above it in the file."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import ColumnElement, func, or_, select

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
    from desktop_crm.exchange.plan import PlannedRow

_MOBILE = re.compile(r"\+84[35789]\d{8}")
_PERSON = {Lead, Contact}

Values = Mapping[str, Any]


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

    `of` gives a row's keys; a stored record is a row, too. `certain` keys may lead to a change of the record.
    """

    field: str
    columns: tuple[str, ...]
    of: Callable[[Values], Iterator[str]]
    certain: bool = True
    lower: bool = False


RowKeys = Sequence[tuple[Key, str]]
"""The keys of one row with their values."""


def _plain(key: str) -> Key:
    def of(values: Values) -> Iterator[str]:
        if values.get(key) not in (None, ""):
            yield str(values[key])

    return Key(key, (key,), of)


def _lowered(*columns: str) -> Callable[[Values], Iterator[str]]:
    def of(values: Values) -> Iterator[str]:
        return (str(values[key]).lower() for key in columns if values.get(key))

    return of


def _mobiles(values: Values) -> Iterator[str]:
    """A person's own numbers: many share the company's landline."""
    return (values[key] for key in ("mobile", "phone") if values.get(key) and _MOBILE.fullmatch(str(values[key])))


def _company_name(values: Values) -> Iterator[str]:
    if values.get("name"):
        yield normalized_name(values["name"])


def _person_name(values: Values) -> Iterator[str]:
    """A person's name and company; the name alone is borne by too many."""
    company = values.get("organization_id") or normalized_name(values.get("company") or "")
    if company:
        name = f"{values.get('family_name', '')} {values.get('given_name', '')}".strip()
        if name or "company" in values:
            yield f"{normalized_name(name)}\n{company}"


def _bare_name(values: Values) -> Iterator[str]:
    """A person's name alone, where it was chosen to match by."""
    name = f"{values.get('family_name', '')} {values.get('given_name', '')}".strip()
    if name:
        yield normalized_name(name)


def _phones(values: Values) -> Iterator[str]:
    if values.get("phone"):
        yield values["phone"]


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


def keys_of_row(keys: Iterable[Key], values: Values) -> RowKeys:
    """The keys a row has, in order."""
    return [(key, value) for key in keys for value in key.of(values)]


def _as_certain(key: Key) -> Key:
    return Key(key.field, key.columns, key.of, True, key.lower)


def _uncertain(key: Key) -> Key:
    return Key(key.field, key.columns, key.of, False, key.lower)


@dataclass(slots=True)
class Present:
    """The records that any row may be, by key."""

    keys: tuple[Key, ...]
    by_key: dict[str, dict[str, list[int]]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(list)))
    rows: dict[int, tuple[str, str]] = field(default_factory=dict)  # id -> title, tax code

    def find(self, values: Values, keys: RowKeys) -> Match | None:
        """The record that has these values, by the first key that tells."""
        for key, value in keys:
            for record_id in self.by_key[key.field].get(value, ()):
                title, tax_code = self.rows[record_id]
                if key.certain or not _contradicts(tax_code, values):
                    return Match(record_id, key.field, title, key.certain)
        return None


def _contradicts(tax_code: str, values: Values) -> bool:
    """Two companies with different tax codes are two, whatever else they share."""
    return bool(tax_code and values.get("tax_code") and tax_code != values["tax_code"])


def load(unit: UnitOfWork, entity: type[Record], rows: Sequence[Values], match_field: str | None) -> Present:
    """Ask for every living record that shares a key with one of the rows: two statements, whatever their number."""
    present = Present(keys_of(entity, match_field))
    tests = [test for key in present.keys for test in _tests(unit, entity, key, rows)]
    names = _name_test(unit, entity, present.keys, rows)
    for test in filter(lambda one: one is not None, (or_(*tests) if tests else None, names)):
        _collect(unit, entity, present, test)
    return present


def _tests(unit: UnitOfWork, entity: type[Record], key: Key, rows: Iterable[Values]) -> Iterator[ColumnElement[bool]]:
    if _is_name(key):
        return
    wanted = {value for values in rows for value in key.of(values)}
    if wanted:
        for name in key.columns:
            column = getattr(entity, name)
            yield among(unit.session, func.lower(column) if key.lower else column, wanted)


def _is_name(key: Key) -> bool:
    return key.of in (_company_name, _person_name, _bare_name)


def _name_test(
    unit: UnitOfWork, entity: type[Record], keys: Iterable[Key], rows: Iterable[Values]
) -> ColumnElement[bool] | None:
    """Names are found by the index of titles in Vietnamese order, then compared exactly."""
    named = [key for key in keys if _is_name(key)]
    wanted = {_title_sort(entity, values) for values in rows if any(True for key in named for _ in key.of(values))}
    return among(unit.session, entity.title_sort, wanted) if wanted else None


def _title_sort(entity: type[Record], values: Values) -> str:
    if entity not in _PERSON:
        return sort_key(values.get("name") or "")
    if values.get("given_name"):
        return person_sort_key(values.get("family_name", ""), values["given_name"])
    return sort_key(values.get("company") or "")


def _collect(unit: UnitOfWork, entity: type[Record], present: Present, test: Any) -> None:
    names = list(dict.fromkeys(name for key in present.keys for name in key.columns))
    tax_code = [entity.tax_code] if "tax_code" in fields_of(entity) else []  # type: ignore[attr-defined]
    columns = [getattr(entity, name) for name in names]
    statement = select(entity.id, entity.title, *columns, *tax_code).where(test, entity.deleted_at.is_(None))
    for row in unit.session.execute(statement.order_by(entity.id)):
        if row[0] in present.rows:
            continue
        present.rows[row[0]] = (row[1], row[-1] if tax_code else "")
        values = dict(zip(names, row[2 : 2 + len(names)], strict=True))
        for key in present.keys:
            for value in key.of(values):
                present.by_key[key.field][value].append(row[0])


class Earlier:
    """The rows of the file that will be written, by their keys."""

    def __init__(self) -> None:
        self.seen: dict[tuple[str, str], tuple[int, str]] = {}
        self.records: dict[int, int] = {}

    def find(self, row: PlannedRow, keys: RowKeys) -> Twin | None:
        """An earlier row that is the same."""
        for key, value in keys:
            number, tax_code = self.seen.get((key.field, value), (0, ""))
            if number and (key.certain or not _contradicts(tax_code, row.values)):
                return Twin(number, key.field)
        return None

    def by_record(self, record_id: int) -> int | None:
        """The earlier row that is the same record."""
        return self.records.get(record_id)

    def add(self, row: PlannedRow, keys: RowKeys) -> None:
        """Remember a row."""
        if row.existing_id is not None:
            self.records[row.existing_id] = row.number
        told = row.number, row.values.get("tax_code", "")
        for key, value in keys:
            self.seen.setdefault((key.field, value), told)


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
