"""A company on a server whose staff see their own, and what hangs on every record of it, for the attack tests."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import psycopg
from sqlalchemy.engine import make_url

from desktop_crm.models import (
    RECORDS,
    BankAccount,
    Delivery,
    HistoryEntry,
    Installment,
    OrderGroup,
    OrderLine,
    Payment,
    QuoteGroup,
    QuoteLine,
    Record,
    SavedView,
)
from desktop_crm.services import accounts, notes, records
from desktop_crm.storage.database import Actor, Database, UnitOfWork
from tests.support import full_records, rights

DENIED = "42501"

MODULES = [entity.__tablename__ for entity in RECORDS if entity.__tablename__ != "product"]
"""Those a staff member sees their own of; products are everybody's."""

SECRET = "Bimatquangninh"
"""A word in everything that belongs to the other one; the staff member is never to see it."""


Say = Callable[..., Any]


@dataclass(frozen=True)
class Company:
    """Where it is, the sign-in names of the people, and by module the ids of a record of one's own and of a hidden one.

    `lan` is the attacker, `minh` the colleague whose records are hidden, `boss` administers.
    """

    url: str
    lan: str
    minh: str
    boss: str
    users: dict[str, int]
    own: dict[str, int]
    hidden: dict[str, int]

    def connect(self, name: str, autocommit: bool = False) -> psycopg.Connection[Any]:
        """A bare client with somebody's login."""
        url = make_url(rights.login_url(self.url, name)).set(drivername="postgresql")
        return psycopg.connect(url.render_as_string(hide_password=False), autocommit=autocommit)


def fill(database: Database, url: str, names: dict[str, str]) -> Company:
    with database.writing() as unit:
        boss = accounts.first_administrator(unit, names["boss"])
        accounts.set_password(unit, boss, rights.PASSWORD)
        users = {"boss": boss.id}
        for stem in ("lan", "minh"):
            users[stem] = accounts.add(unit, names[stem], "staff", rights.PASSWORD).id
    own = _records(database, Actor(users["lan"], names["lan"], "Lan"), "Trongtay")
    hidden = _records(database, Actor(users["minh"], names["minh"], "Minh"), SECRET)
    return Company(url, names["lan"], names["minh"], names["boss"], users, own, hidden)


def _records(database: Database, actor: Actor, word: str) -> dict[str, int]:
    """A record of every module with parts and all that hangs on one, with a word in it everywhere."""
    made: dict[str, int] = {}
    for entity in RECORDS:
        if entity.__tablename__ == "product" and word == SECRET:
            continue  # everybody sees what is sold
        with database.writing(actor) as unit:
            values = {"notes": word, **_named(entity, word), **full_records.LEAST[entity.__tablename__]}
            record = records.create(unit, entity, {**values, **_named(entity, word)})
            made[entity.__tablename__] = record.id
            _hang(unit, record, word)
    with database.writing(actor) as unit:
        _parts(unit, made, word)
        unit.session.add(SavedView(module="contact", name=word, owner_id=actor.id))
    with database.writing(actor) as unit:
        for entity in RECORDS:
            if entity.__tablename__ in made:
                unit.get(entity, made[entity.__tablename__]).notes = f"{word} hai"
    return made


def _named(entity: type[Record], word: str) -> dict[str, Any]:
    key = {"lead": "company", "organization": "name", "contact": "given_name", "opportunity": "name"}
    return {key.get(entity.__tablename__, "subject"): word} if entity.__tablename__ != "product" else {"name": word}


def _hang(unit: UnitOfWork, record: Record, word: str) -> None:
    notes.add_comment(unit, record, word)
    notes.attach_bytes(unit, record, f"{word}.txt", word.encode())
    notes.set_tags(unit, record, ["Chung"])
    told = HistoryEntry(module=record.__tablename__, record_id=record.id, user_id=unit.actor.id, action="changed")
    told.user_name, told.changes = unit.actor.full_name, [["notes", word, ""]]
    unit.session.add(told)


def _parts(unit: UnitOfWork, made: dict[str, int], word: str) -> None:
    order = made["sales_order"]
    unit.session.add_all(
        [
            BankAccount(organization_id=made["organization"], account_number=word, bank=word),
            QuoteGroup(quote_id=made["quote"], title=word),
            QuoteLine(quote_id=made["quote"], name=word),
            OrderGroup(order_id=order, title=word),
            OrderLine(order_id=order, name=word),
            Payment(order_id=order, paid_on=unit.today, note=word),
            Delivery(order_id=order, delivered_on=unit.today, note=word),
            Installment(contract_id=made["contract"], description=word),
        ]
    )
    unit.session.flush()


def state_of(company: Company, module: str, key: int) -> Any:
    """A record as it is in truth."""
    with psycopg.connect(make_url(company.url).set(drivername="postgresql").render_as_string(False)) as owner:
        return owner.execute(f"SELECT row(r.*)::text FROM {module} r WHERE id = %s", [key]).fetchone()  # type: ignore[arg-type]
