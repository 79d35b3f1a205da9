"""A company with people who see a part of it: an administrator, a manager, one of the manager's staff, and a stranger.

Every text of a record holds a word of its owner's own, so that whatever shows it is known for whose it is.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from sqlalchemy import select

from desktop_crm.models import RECORDS, ImportBatch, Product, Record, Role, SavedView
from desktop_crm.models.fields import Kind, fields_of
from desktop_crm.services import custom_fields, notes, payments, records, users
from desktop_crm.storage import within
from desktop_crm.storage.database import SYSTEM, Actor, Database, UnitOfWork
from tests.support import sales
from tests.support.full_records import LEAST

WORDS = {"admin": "zqadminword", "manager": "zqmanagerword", "staff": "zqstaffword", "stranger": "zqstrangerword"}
SEES = {
    "admin": ("admin", "manager", "staff", "stranger"),
    "manager": ("manager", "staff"),
    "staff": ("staff",),
}
"""Whose records each of those who are tried sees; products are seen by everybody."""
COST = Decimal("76543210")
CUSTOM = "custom.dac_diem"


@dataclass
class Company:
    """`ids` are the records' by person and module; `actors` who works by their name in `WORDS`."""

    database: Database
    actors: Mapping[str, Actor]
    ids: dict[str, dict[str, int]] = field(default_factory=dict)
    numbers: dict[str, dict[str, str]] = field(default_factory=dict)
    batches: dict[str, int] = field(default_factory=dict)

    def hidden_words(self, who: str) -> list[str]:
        """The words of those whose records a person does not see."""
        return [word for name, word in WORDS.items() if name not in SEES[who]]

    def hidden(self, who: str, module: str) -> list[int]:
        """The ids of a module's records that a person does not see."""
        return [ids[module] for name, ids in self.ids.items() if name not in SEES[who] and module != "product"]

    def seen(self, who: str, module: str) -> list[int]:
        """The ids of a module's records that a person sees."""
        every = [ids[module] for ids in self.ids.values()]
        return sorted(set(every) - set(self.hidden(who, module)))


def company_with_people(database: Database) -> Company:
    """Fill an empty database: each person gets a record of every module, told everything about."""
    with database.writing() as unit:
        actors = _people(unit)
        for entity in RECORDS:
            custom_fields.define(unit, entity.__tablename__, "Đặc điểm", Kind.TEXT)
    company = Company(database, actors)
    for name, actor in actors.items():
        ids, numbers = company.ids.setdefault(name, {}), company.numbers.setdefault(name, {})
        for entity in RECORDS:
            with database.writing(SYSTEM if entity is Product else actor) as unit:
                unit.actor = actor
                record = _told(unit, entity, WORDS[name], ids)
                ids[entity.__tablename__], numbers[entity.__tablename__] = record.id, record.number
        with database.writing(actor) as unit:
            company.batches[name] = _own_rows(unit, WORDS[name])
    with database.writing() as unit:
        _entangle(unit, company)
    return company


def _people(unit: UnitOfWork) -> dict[str, Actor]:
    roles = {role.preset: role.id for role in unit.session.scalars(select(Role))}
    manager = users.add_user(unit, "manager", "Quản lý Mai", role_id=roles["manager"])
    staff = users.add_user(unit, "staff", "Nhân viên Sơn", role_id=roles["staff"], manager_id=manager.id)
    stranger = users.add_user(unit, "stranger", "Người lạ", role_id=roles["manager"])
    within.lay_out(unit.session)
    everybody = {"manager": manager, "staff": staff, "stranger": stranger}
    return {"admin": Actor(1, "admin", "Quản trị")} | {
        name: Actor(user.id, user.name, user.full_name) for name, user in everybody.items()
    }


def texts(entity: type[Record], word: str) -> dict[str, Any]:
    """A text with the word for every field of the module that takes one."""
    made = {
        Kind.TEXT: lambda key: f"{word} {key}",
        Kind.LONG_TEXT: lambda key: f"{word}\n{key}",
        Kind.EMAIL: lambda key: f"{word}.{key}@cong-ty.example".replace("_", "-"),
        Kind.URL: lambda key: f"https://{word}.example/{key}",
    }
    fields = (f for f in fields_of(entity).values() if f.editable and f.kind in made)
    return {f.key: made[f.kind](f.key)[: f.length or None] for f in fields} | {CUSTOM: f"{word} custom"}


def _told(unit: UnitOfWork, entity: type[Record], word: str, ids: Mapping[str, int]) -> Record:
    """A record with everything that hangs on one."""
    record = _record(unit, entity, word, ids)
    notes.add_comment(unit, record, f"{word} comment")
    notes.attach_bytes(unit, record, f"{word}.txt", f"{word} file".encode())
    record.notes = f"{word} changed"
    unit.session.flush()
    return record


def _own_rows(unit: UnitOfWork, word: str) -> int:
    unit.session.add(SavedView(module="contact", name=f"{word} view", owner_id=unit.actor.id, state={"search": word}))
    batch = ImportBatch(module="contact", file_name=f"{word}.xlsx", user_id=unit.actor.id, counts={"created": 1})
    unit.session.add(batch)
    unit.session.flush()
    return batch.id


def _record(unit: UnitOfWork, entity: type[Record], word: str, ids: Mapping[str, int]) -> Record:
    module = entity.__tablename__
    values = {**LEAST[module], **texts(entity, word)}
    related = {"organization_id": ids.get("organization"), "contact_id": ids.get("contact")}
    values |= {key: value for key, value in related.items() if value is not None and key in fields_of(entity)}
    if module in ("quote", "sales_order"):
        return _document(unit, entity, word, values)
    if module == "organization":
        values["bank_accounts"] = [{"account_number": "0071", "bank": f"{word} bank", "branch": f"{word} branch"}]
    if module == "contract":
        values["installments"] = [{"description": f"{word} installment", "percent": Decimal(100)}]
    if module == "product":
        values |= {"cost_price": COST, "code": word, "list_price": Decimal(99000000)}
    return records.create(unit, entity, values)


def _document(unit: UnitOfWork, entity: type[Record], word: str, values: dict[str, Any]) -> Record:
    custom = values.pop(CUSTOM)
    line = sales.line(name=f"{word} line", detail=f"{word} detail")
    make = sales.quote if entity.__tablename__ == "quote" else sales.order
    record = make(unit, line, **values)
    records.assign(unit, record, {CUSTOM: custom})
    unit.session.flush()
    if entity.__tablename__ == "sales_order":
        payments.add_payment(unit, record.id, unit.today, Decimal(1000), reference=f"{word} payment")
    return record


def _entangle(unit: UnitOfWork, company: Company) -> None:
    """Let the records of one refer to those of another, as they do where people hand work on."""
    for entity in RECORDS:
        for name, other in (("staff", "stranger"), ("stranger", "staff"), ("manager", "admin"), ("admin", "manager")):
            record = unit.session.get_one(entity, company.ids[name][entity.__tablename__])
            for key in ("organization_id", "contact_id", "opportunity_id", "quote_id"):
                if key in fields_of(entity):
                    setattr(record, key, company.ids[other][key.removesuffix("_id")])
            unit.session.flush()
