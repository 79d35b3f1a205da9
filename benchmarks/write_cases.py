"""What saving and opening records costs, against the bare library doing the same work in the same tables.

    python -m benchmarks.write_cases [--database sqlite|postgresql] [--repeats N]

A limit is SQLAlchemy alone: plain classes mapped on the tables as the database describes them, with every value
already in its stored form; one transaction. Each case commits, with numbers of its own, so that limits and ours can
be called in turn as often as one likes.
"""

from __future__ import annotations

import argparse
import itertools
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import cache, partial
from pathlib import Path
from typing import Any

from sqlalchemy import MetaData, Table, func, insert, literal, select, union_all
from sqlalchemy.orm import Session, registry, relationship

from desktop_crm.models import Attachment, Comment, Contact, CustomField, HistoryEntry, Lead, Product, Quote, RecordTag
from desktop_crm.services import documents, notes, records
from desktop_crm.services.drafts import DocumentDraft, LineDraft
from desktop_crm.services.reading import open_record
from desktop_crm.storage.database import Actor, Database, open_database

RECORDS, LINES, HUNG = 1000, 30, 20
SELLER = Actor(1, "admin", "Quản trị")
DAY = date(2026, 11, 16)
RELATED: list[Any] = [(Lead, "contact_id"), (Quote, "contact_id")]

_numbers = itertools.count(time.time_ns())


def contact_values(place: int) -> dict[str, Any]:
    """What is typed into one of the new contacts; phone and e-mail are never the same twice."""
    fresh = next(_numbers) % 10**7
    return {
        "salutation": "mr",
        "family_name": "Nguyễn Văn",
        "given_name": f"Bình {place}",
        "job_title": "Trưởng phòng vật tư",
        "mobile": f"+8491{fresh:07}",
        "email": f"binh{fresh}@tanthinhphat.example",
        "address": f"Số {place} Lê Lợi",
        "province": "Hà Nội",
        "birthday": date(1980, 1, 1 + place % 28),
        "notes": "Gặp ở hội chợ Vietbuild",
    }


def quote_draft(product_ids: list[int]) -> DocumentDraft:
    """A quote of 30 lines as the editor hands it over."""
    lines = tuple(
        LineDraft(
            product_id=product_ids[place],
            code=f"MH-{place:03}",
            name=f"Máy hàn điện tử {place}",
            unit="cái",
            quantity=Decimal(place + 1),
            unit_price=Decimal(1_250_000 + 1000 * place),
            discount_percent=Decimal(place % 5),
            tax_code="VAT8",
        )
        for place in range(LINES)
    )
    head = {"buyer_name": "Công ty TNHH An Bình", "subject": "Máy hàn cho xưởng mới", "quote_date": DAY}
    return DocumentDraft({**head, "currency": "VND"}, (), lines)


class Plain:
    """A plain class for each table, mapped by the library alone on what the database says of it."""

    def __init__(self, database: Database) -> None:
        self.engine = database.engine
        self.metadata = MetaData()
        self.metadata.reflect(self.engine, only=["contact", "quote", "quote_line", "history_entry"])
        mapped = registry()
        self.history = self.metadata.tables["history_entry"]
        self.contact = self._mapped(mapped, "contact")
        line = self._mapped(mapped, "quote_line")
        self.line, self.quote = line, self._mapped(mapped, "quote", {"lines": relationship(line)})

    def _mapped(self, mapped: registry, name: str, more: Mapping[str, Any] | None = None) -> Any:
        entity = type(name.title(), (), {})
        mapped.map_imperatively(entity, self.metadata.tables[name], properties=dict(more or {}))
        return entity

    @contextmanager
    def session(self) -> Iterator[Session]:
        with Session(self.engine) as session:
            session.connection(execution_options={"writing": True})
            yield session
            session.commit()


@cache
def _plain(database: Database) -> Plain:
    return Plain(database)


def stored(row: Any, table: Table, database: Database) -> dict[str, Any]:
    """The values of a stored row of ours as its table keeps them, without identity."""
    with database.engine.connect() as connection:
        found = connection.execute(select(table).where(table.c.id == row.id)).mappings().one()
    return {key: value for key, value in found.items() if key not in ("id", "number", "quote_id")}


@cache
def _contact_rows(database: Database) -> list[dict[str, Any]]:
    with database.writing(SELLER) as unit:
        sample = records.create(unit, Contact, contact_values(0))
    row = stored(sample, _plain(database).metadata.tables["contact"], database)
    keys = ("family_name", "given_name", "mobile", "email", "address")
    typed = (contact_values(place) for place in range(RECORDS))
    return [{**row, **{key: values[key] for key in keys}} for values in typed]


@cache
def _product_ids(database: Database) -> list[int]:
    with database.writing(SELLER) as unit:
        made = [
            records.create(unit, Product, {"code": f"MH-{i:03}", "name": f"Máy hàn {i}", "tax_code": "VAT8"})
            for i in range(LINES)
        ]
    return [product.id for product in made]


@cache
def _quote_rows(database: Database) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    quote = quote_ours(database)
    tables = _plain(database).metadata.tables
    lines = [stored(line, tables["quote_line"], database) for line in quote.lines]
    return stored(quote, tables["quote"], database), lines


def _told(module: str, record_id: int, moment: datetime) -> dict[str, Any]:
    return {"module": module, "record_id": record_id, "at": moment, "user_id": 1, "user_name": "Quản trị",
            "action": "created", "changes": []}  # fmt: skip


def _moment(database: Database) -> datetime:
    return datetime.now(UTC).replace(tzinfo=None) if database.is_local else datetime.now(UTC)


def create_limit(database: Database) -> None:
    """1,000 plain contacts and their history rows by the library alone, the rows complete."""
    plain, rows, moment = _plain(database), _contact_rows(database), _moment(database)
    made = [plain.contact(number=f"G-{next(_numbers)}", **row) for row in rows]
    with plain.session() as session:
        session.add_all(made)
        session.flush()
        session.execute(insert(plain.history), [_told("contact", one.id, moment) for one in made])


def create_ours(database: Database) -> None:
    """1,000 contacts, numbered, checked, told and stored in one go."""
    with database.writing(SELLER) as unit:
        records.create_many(unit, Contact, [contact_values(place) for place in range(RECORDS)])


def create_objects_ours(database: Database) -> None:
    """1,000 contacts given to the session, which keeps versions, derived columns and history."""
    made = [Contact(number=f"S-{next(_numbers)}", **contact_values(place)) for place in range(RECORDS)]
    with database.writing(SELLER) as unit:
        unit.session.add_all(made)


def create_singly_ours(database: Database) -> None:
    """1,000 contacts one after the other, each stored before the next, in one unit of work."""
    with database.writing(SELLER) as unit:
        for place in range(RECORDS):
            records.create(unit, Contact, contact_values(place))


def quote_limit(database: Database) -> None:
    """One plain quote with 30 plain lines and one row of history by the library alone."""
    plain, (head, lines), moment = _plain(database), _quote_rows(database), _moment(database)
    with plain.session() as session:
        quote = plain.quote(number=f"Q-{next(_numbers)}", **head, lines=[plain.line(**row) for row in lines])
        session.add(quote)
        session.flush()
        session.execute(insert(plain.history), [_told("quote", quote.id, moment)])


def quote_ours(database: Database) -> Quote:
    """A quote of 30 lines saved as the editor saves it: rates, totals, number, history."""
    draft = quote_draft(_product_ids(database))
    with database.writing(SELLER) as unit:
        quote = documents.save(unit, Quote, None, None, draft)
    assert isinstance(quote, Quote)
    return quote


@cache
def _opened_id(database: Database) -> int:
    """A contact on which hang leads, quotes, comments, files, tags and history."""
    with database.writing(SELLER) as unit:
        contact = records.create(unit, Contact, contact_values(1))
        for place in range(HUNG):
            notes.add_comment(unit, contact, f"Đã gọi lần {place}")
            notes.attach_bytes(unit, contact, f"bao-gia-{place}.pdf", b"%PDF")
            records.create(unit, Lead, {"given_name": f"An {place}"}).contact_id = contact.id
            records.create(unit, Quote, {"quote_date": DAY, "contact_id": contact.id})
        notes.set_tags(unit, contact, [f"nhãn {place}" for place in range(HUNG)])
    for place in range(HUNG):
        with database.writing(SELLER) as unit:
            unit.get(Contact, contact.id).job_title = f"Chức danh {place}"
    return contact.id


def open_limit(database: Database) -> int:
    """The rows a contact's form shows in one round of set-based queries by the library alone."""
    key = _opened_id(database)
    with database.engine.connect() as connection:
        return sum(len(connection.execute(statement).all()) for statement in _round(key))


@cache
def _round(key: int) -> tuple[Any, ...]:
    tables = (Comment, HistoryEntry, Attachment, RecordTag)
    hung = [
        select(*(c for c in entity.__table__.c if c.key != "content"))
        .where(entity.module == "contact", entity.record_id == key)
        .order_by(entity.id.desc())
        .limit(100)
        for entity in tables
    ]
    counts = [select(literal(e.__tablename__), func.count()).where(getattr(e, k) == key) for e, k in RELATED]
    added = select(CustomField.__table__).where(CustomField.module == "contact")
    return (select(Contact.__table__).where(Contact.id == key), *hung, union_all(*counts), added)


def open_ours(database: Database) -> int:
    """The same contact as its form shows it."""
    with database.reading(SELLER) as unit:
        view = open_record(unit, Contact, _opened_id(database), RELATED)
    return len(view.timeline) + len(view.files) + len(view.tags)


Case = Callable[[Database], object]

CASES: dict[str, tuple[Case, Mapping[str, Case]]] = {
    "create 1,000 records": (
        create_limit,
        {"in one go": create_ours, "given to the session": create_objects_ours, "one by one": create_singly_ours},
    ),
    "save a quote of 30 lines": (quote_limit, {"ours": quote_ours}),
    "open a record": (open_limit, {"ours": open_ours}),
}


def seconds(work: Callable[[], object]) -> tuple[float, float]:
    """CPU and wall time of one call."""
    wall, cpu = time.perf_counter(), time.process_time()
    work()
    return time.process_time() - cpu, time.perf_counter() - wall


def measure(database: Database, cases: Mapping[str, Case], repeats: int) -> dict[str, tuple[float, float]]:
    """Median CPU and wall time of each case, called in turn."""
    for case in cases.values():
        case(database)
    taken: dict[str, list[tuple[float, float]]] = {name: [] for name in cases}
    for _ in range(repeats):
        for name, case in cases.items():
            taken[name].append(seconds(partial(case, database)))
    return {name: (statistics.median(c for c, _ in all_), statistics.median(w for _, w in all_))
            for name, all_ in taken.items()}  # fmt: skip


def report(database: Database, repeats: int) -> None:
    """Print medians and ratios of every case."""
    for title, (limit, ours) in CASES.items():
        short = title.startswith(("save", "open"))
        found = measure(database, {"limit": limit, **ours}, repeats * (10 if short else 1))
        base = found["limit"]
        for name, (cpu, wall) in found.items():
            print(f"{title:26} {name:22} {cpu * 1e3:9.2f} ms CPU {wall * 1e3:9.2f} ms"
                  f"   x{cpu / base[0]:.2f} CPU x{wall / base[1]:.2f}")  # fmt: skip


@contextmanager
def opened(kind: str) -> Iterator[Database]:
    """An empty company in a file, or on a server started for this."""
    if kind == "sqlite":
        with tempfile.TemporaryDirectory() as folder:
            database = open_database(Path(folder, "crm.db"))
            yield database
            database.close()
        return
    from tests.support import postgres

    postgres.choose_folder()
    try:
        with postgres.running() as server:
            url = server.create()
            database = open_database(url)
            yield database
            database.close()
            server.drop(url)
    finally:
        postgres.remove_folder()


def main() -> None:
    """Measure on one kind of database."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--database", choices=("sqlite", "postgresql"), default="sqlite")
    parser.add_argument("--repeats", type=int, default=5)
    given = parser.parse_args()
    with opened(given.database) as database:
        report(database, given.repeats)


if __name__ == "__main__":
    main()
