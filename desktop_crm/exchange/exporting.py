"""Any list as it is seen, as a workbook."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from desktop_crm.errors import Forbidden, Refused
from desktop_crm.exchange.progress import Progress, Stop
from desktop_crm.exchange.write import ColumnSpec, write_table
from desktop_crm.i18n import language as language_in_force
from desktop_crm.i18n import mark, translate
from desktop_crm.models import Record
from desktop_crm.models.display import display
from desktop_crm.models.fields import Field, Kind, fields_of
from desktop_crm.models.numbers import format_datetime
from desktop_crm.models.phones import format_phone
from desktop_crm.services.choices import Choices, load_choices
from desktop_crm.services.fields_shown import refuse_hidden, shown
from desktop_crm.services.reading import custom_value
from desktop_crm.storage.database import Actor, Database, UnitOfWork
from desktop_crm.storage.listing import Query, count, custom_fields, page

_PAGE = 1000


def export(
    database: Database,
    actor: Actor,
    query: Query,
    path: Path | str,
    columns: Sequence[str] | None = None,
    *,
    language: str | None = None,
    progress: Progress | None = None,
    cancelled: Stop | None = None,
) -> int:
    """Write the rows of a list, in its order, to a workbook; how many there were.

    `columns` are field keys, `custom.<key>` included (None: every field). What an import understands is written:
    choices and relations by their names, phones with their zero, days as days, amounts as numbers.
    Raises `NotWritable`, `InUse`, `Cancelled`, `Refused` for an unknown column, `Forbidden` without the right to
    export. A field that is hidden from the actor is unknown, and nothing is chosen or ordered by it.
    """
    language = language or language_in_force()
    _refuse(actor, query.entity)
    with database.reading(actor) as unit:
        refuse_hidden(unit, query.entity, (query.sort, *(condition.key for condition in query.conditions)))
        fields = _fields(unit, query.entity, columns)
        choices, total = load_choices(unit), count(unit.session, query)
        encoders = [_encoder(field, choices, language) for field in fields]
        specs = [ColumnSpec(translate(field.label, language), _kind(field)) for field in fields]
        return write_table(
            path,
            translate(query.entity.plural_label, language),
            specs,
            _rows(unit, query, [field.key for field in fields], encoders),
            subtitle=_subtitle(unit, query, total, language),
            total=total,
            progress=progress,
            cancelled=cancelled,
        )


def _refuse(actor: Actor, entity: type[Record]) -> None:
    if not actor.rights.grant(entity.__tablename__).export:
        what = translate(entity.plural_label).lower()
        raise Forbidden(mark("Rights", "Your role does not allow you to export {what}."), what=what)


def _fields(unit: UnitOfWork, entity: type[Record], columns: Sequence[str] | None) -> list[Field]:
    every = {**fields_of(entity), **custom_fields(unit.session, entity.__tablename__)}
    known = shown(unit.actor.rights, entity.__tablename__, every)
    if columns is None:
        return [known["number"], *(field for key, field in known.items() if key not in ("number", "deleted_at"))]
    for key in columns:
        if key not in known:
            raise Refused(mark("Exchange", "There is no column “{column}”."), column=key)
    return [known[key] for key in columns]


def _subtitle(unit: UnitOfWork, query: Query, total: int, language: str) -> str:
    said = translate(mark("Exchange", "{count} rows · {when}"), language, count=total, when=format_datetime(unit.now))
    return f"{said} · “{query.search}”" if query.search else said


def _rows(
    unit: UnitOfWork, query: Query, keys: Sequence[str], encoders: Sequence[Callable[[Any], Any]]
) -> Iterator[list[Any]]:
    after = None
    while rows := page(unit.session, query, keys, after, _PAGE):
        for row in rows:
            yield [encode(value) for encode, value in zip(encoders, row.values, strict=True)]
        after = rows[-1]


def _kind(field: Field) -> Kind:
    """How the column is formatted; yes and no are words."""
    return Kind.TEXT if field.kind == Kind.BOOLEAN else field.kind


def _encoder(field: Field, choices: Choices, language: str) -> Callable[[Any], Any]:
    if field.kind == Kind.CHOICE:
        rows = choices.rows.get(field.choices, {})
        labels = {code: row.vi if language == "vi" else row.en or row.vi for code, row in rows.items()}
        return lambda code: labels.get(code, code)
    if field.key.startswith("custom."):
        return _then(lambda value: custom_value(field, value), _by_kind(field, language))
    return _by_kind(field, language)


def _then(first: Callable[[Any], Any], second: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda value: second(first(value))


def _by_kind(field: Field, language: str) -> Callable[[Any], Any]:
    if field.kind == Kind.RELATION:
        return lambda value: value[1] if value else None
    if field.kind == Kind.PHONE:
        return lambda value: format_phone(value) if value else None
    if field.kind == Kind.BOOLEAN:
        words = {value: display(field, value, _no_label, language=language) for value in (True, False)}
        return words.get
    return _same


def _no_label(name: str, code: str) -> str:
    return code


def _same(value: Any) -> Any:
    return value
