"""Records for the contract tests: the least a module takes, or every field filled with a value of its kind."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import select

from desktop_crm.models import RECORDS, Record, Team, User
from desktop_crm.models.fields import Field, Kind, fields_of
from desktop_crm.models.product import PriceBook, ProductGroup
from desktop_crm.services import records
from desktop_crm.services.choices import Choices, load_choices
from desktop_crm.storage.database import UnitOfWork
from desktop_crm.storage.listing import table_class

LEAST: dict[str, dict[str, Any]] = {
    "lead": {"given_name": "Ánh", "company": "Cơ khí Ánh Dương"},
    "organization": {"name": "Công ty CP Cơ khí Tân Thịnh Phát"},
    "contact": {"given_name": "Hằng"},
    "opportunity": {"name": "Nâng cấp xưởng tiện"},
    "quote": {"quote_date": date(2026, 11, 2)},
    "sales_order": {"order_date": date(2026, 11, 2)},
    "contract": {"subject": "Mua bán máy tiện"},
    "product": {"code": "MT-01", "name": "Máy tiện CNC"},
}
"""The values without which a record of the module is refused."""

_VALUES: dict[Kind, Any] = {
    Kind.LONG_TEXT: "Dòng một\nDòng hai: Ổn định, Ưu đãi",
    Kind.PHONE: "+84912345678",
    Kind.EMAIL: "lien.he@tanthinhphat.example",
    Kind.URL: "https://tanthinhphat.example",
    Kind.TAX_CODE: "0300588569",
    Kind.INTEGER: 1250,
    Kind.QUANTITY: Decimal("12.5"),
    Kind.MONEY: Decimal(1132498000),
    Kind.PERCENT: Decimal("12.5"),
    Kind.DATE: date(2026, 12, 25),
    Kind.BOOLEAN: True,
}
_LEFT = {"status", "stage", "currency", "exchange_rate", "lost_reason"}  # other values have rules of their own


def make(unit: UnitOfWork, entity: type[Record], values: Mapping[str, Any] | None = None) -> Record:
    """A stored record with the least values and those given."""
    return records.create(unit, entity, {**LEAST[entity.__tablename__], **(values or {})})


def full_values(unit: UnitOfWork, entity: type[Record]) -> dict[str, Any]:
    """A valid value for every field a user may change; relations point to rows made for them."""
    choices = load_choices(unit)
    described = [field for field in fields_of(entity).values() if field.editable and field.key not in _LEFT]
    return {field.key: value_for(unit, field, choices) for field in described}


def value_for(unit: UnitOfWork, field: Field, choices: Choices) -> Any:
    """A valid value of one field."""
    if field.kind == Kind.RELATION:
        return target_row(unit, field.target)
    if field.kind == Kind.CHOICE:
        return choices.offered(field.choices)[0].code
    if field.kind == Kind.TEXT:
        return f"Ỗ {field.key}"[: field.length]
    return _VALUES[field.kind]


def target_row(unit: UnitOfWork, target: str) -> int:
    """The id of a row a relation may point to; made where there is none."""
    entity: Any = table_class(target)
    found = unit.session.scalars(select(entity.id).limit(1)).first()
    if found is not None:
        return int(found)
    made: Any = make(unit, entity) if entity in RECORDS else _small_row(entity)
    unit.session.add(made)
    unit.session.flush()
    return int(made.id)


def _small_row(entity: Any) -> Any:
    if entity is User:
        return User(name="ha", full_name="Lê Thu Hà")
    assert entity in (Team, PriceBook, ProductGroup)
    return entity(name="Miền Nam")
