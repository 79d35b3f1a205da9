"""Lists in every order they offer, over ties and gaps, beside the same order worked out without the database's."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop_crm.models import RECORDS, Record, User
from desktop_crm.models.fields import Field, Kind, fields_of
from desktop_crm.storage import listing
from desktop_crm.storage.database import Database
from desktop_crm.storage.listing import Query
from desktop_crm.storage.order import sort_column
from desktop_crm.views.modules import MODULES
from desktop_crm.views.records.columns import all_columns
from desktop_crm.views.records.declare import EntityView

ROWS = 33
_TARGETS = ("app_user", "organization", "contact")
_VALUES: dict[Kind, tuple[Any, ...]] = {
    Kind.TEXT: ("", "Đỗ", "Do", "Ấn", "an"),
    Kind.PHONE: ("", "+84912345678", "+84912345679"),
    Kind.EMAIL: ("", "a@b.example", "c@d.example"),
    Kind.MONEY: (Decimal(0), Decimal(-5), Decimal("1234567890.5")),
    Kind.DATE: (None, date(2026, 1, 1), date(2026, 2, 1)),
    Kind.BOOLEAN: (False, True),
}


@pytest.fixture
def filled(database: Database) -> Database:
    """Every module with records of few values, so that many are alike; every ninth is deleted."""
    chance, ids = random.Random(7), dict[str, list[int | None]]()
    with database.writing() as unit:
        people = [User(name=f"u{place}", full_name=name) for place, name in enumerate(("Ánh", "Zung", "Ánh"))]
        unit.session.add_all(people)
        unit.session.flush()
        ids["app_user"] = [None, *(one.id for one in people)]
        for entity in sorted(RECORDS, key=lambda each: each.__tablename__ not in _TARGETS[1:]):
            module = entity.__tablename__
            rows = [_row(entity, place, chance, ids) for place in range(ROWS)]
            for row in rows[::9]:
                row.deleted_at = unit.now
            unit.session.add_all(rows)
            unit.session.flush()
            ids[module] = [None, *(row.id for row in rows[:5])]
    return database


def _row(entity: type[Record], place: int, chance: random.Random, ids: dict[str, list[int | None]]) -> Record:
    values: dict[str, Any] = {"number": f"{entity.__tablename__}-{place}"}
    for key, field in fields_of(entity).items():
        offered = ids.get(field.target, ()) if field.kind == Kind.RELATION else _VALUES.get(field.kind, ())
        column = entity.__table__.c.get(key)
        if field.editable and offered and column is not None and (field.kind != Kind.DATE or column.nullable):
            values[key] = chance.choice(offered)
    return entity(**values)


@pytest.mark.parametrize("view", MODULES, ids=lambda view: view.module)
def test_every_order_shows_each_row_in_its_place(filled: Database, view: EntityView) -> None:
    orders = ["title", *(column.key for column in all_columns(view, {}) if column.sortable)]
    with filled.reading() as unit:
        living = unit.session.scalars(select(view.entity).where(view.entity.deleted_at.is_(None))).all()
        for sort in orders:
            for descending in (False, True):
                query = Query(view.entity, sort=sort, descending=descending)
                wanted = _ordered(living, _key(unit.session, view.entity, sort), descending)
                assert listing.ids(unit.session, query) == wanted, query
                assert _paged(unit.session, query) == wanted, query
                assert _paged(unit.session, query, backwards=True) == wanted[::-1], query
                assert [row.id for row in listing.anchors(unit.session, query, 8)] == wanted[7::8], query


def _paged(session: Session, query: Query, *, backwards: bool = False) -> list[int]:
    rows: list[listing.ListRow] = []
    while more := listing.page(session, query, (), rows[-1] if rows else None, 10, backwards=backwards):
        rows += more
    return [row.id for row in rows]


Key = Callable[[Record], Any]


def _ordered(records: Any, key: Key, descending: bool) -> list[int]:
    """Rows without a value last, whichever way; equal ones by what `key` says besides, then by id."""
    filled = [record for record in records if key(record)[0] is not None]
    empty = [record for record in records if key(record)[0] is None]
    stretches = (sorted(part, key=lambda each: (*key(each), each.id), reverse=descending) for part in (filled, empty))
    return [record.id for part in stretches for record in part]


def _key(session: Session, entity: type[Record], sort: str) -> Key:
    """The place of a record's value among all values, as this database puts single values in order."""
    field: Field | None = fields_of(entity).get(sort)
    if field is not None and field.kind == Kind.RELATION:
        target: Any = listing.table_class(field.target)
        name = getattr(target, "title_sort" if hasattr(target, "title_sort") else target.title_key)
        places = {
            row.id: place for place, row in enumerate(session.execute(select(target.id).order_by(name, target.id)))
        }
        return lambda record: (places.get(getattr(record, sort)), record.title_sort)
    column = sort_column(entity, sort)
    values = session.scalars(select(getattr(entity, column)).distinct().order_by(getattr(entity, column)))
    places = {value: place for place, value in enumerate(values) if value not in ("", None) or sort == "title"}
    return lambda record: (places.get(getattr(record, column)),)
