"""The company made for measurements: always the same, and as the program itself would have stored it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select, text

from benchmarks import data
from desktop_crm.models import Contact, Lead, Organization, Quote, QuoteLine, Record, User
from desktop_crm.models.document_totals import totals_of
from desktop_crm.services import records
from desktop_crm.storage.database import Database, open_database
from desktop_crm.storage.listing import Query, count, page

SIZE = 200


@pytest.fixture
def filled(database: Database) -> Database:
    data.fill(database, SIZE)
    return database


def rows(database: Database, table: str) -> list[Any]:
    with database.reading() as unit:
        return list(unit.session.execute(text(f"SELECT * FROM {table} ORDER BY id")))


def test_the_same_seed_gives_the_same_company(filled: Database, tmp_path: Path) -> None:
    again, other = open_database(tmp_path / "again.db"), open_database(tmp_path / "other.db")
    data.fill(again, SIZE)
    data.fill(other, SIZE, seed=2)
    titles = [[row.title for row in rows(each, "contact")] for each in (filled, again, other)]
    again.close()
    other.close()
    assert titles[0] == titles[1] != titles[2]


@pytest.mark.parametrize("entity", [Contact, Organization, Lead, Quote])
def test_derived_columns_are_those_of_the_models(filled: Database, entity: type[Record]) -> None:
    with filled.reading() as unit:
        for record in unit.session.scalars(select(entity)):
            stored = record.title, record.title_sort, record.search_text
            record.refresh()
            assert stored == (record.title, record.title_sort, record.search_text)


def test_there_are_as_many_as_were_asked_for(filled: Database) -> None:
    with filled.reading() as unit:
        numbers = [unit.session.scalar(select(func.count(e.id))) for e in (Contact, Organization, Quote, User)]
    assert numbers == [SIZE, SIZE, SIZE // 5, 1 + data.USERS]


def test_totals_of_quotes_are_those_of_their_lines(filled: Database) -> None:
    with filled.reading() as unit:
        for quote in unit.session.scalars(select(Quote)):
            totals = totals_of(quote)
            assert (quote.net_total, quote.tax_total, quote.grand_total) == (
                totals.net, totals.tax_total, totals.grand_total
            )  # fmt: skip


def test_nothing_is_lost_by_the_fast_way(filled: Database) -> None:
    with filled.reading() as unit:
        assert count(unit.session, Query(Contact, search="nguyen")) > SIZE // 5
        assert len(page(unit.session, Query(Contact, search="nguyễn thị"), ("owner_id",), limit=5)) == 5
    filled.close()
    with filled.writing() as unit:
        made = records.create(unit, Contact, {"given_name": "Hằng"})
        assert (made.id, made.number) == (SIZE + 1, f"LH-{SIZE + 1:05}")


def test_lines_belong_to_their_quotes(filled: Database) -> None:
    with filled.reading() as unit:
        widest = unit.session.scalar(select(func.max(QuoteLine.quote_id)))
    assert widest == SIZE // 5


def test_a_head_has_a_fifth_below_them() -> None:
    def leads_to(place: int | None) -> bool:
        return place is not None and (place == 2 or leads_to(data.above(place)))

    assert sum(map(leads_to, range(1, data.USERS + 1))) == pytest.approx(data.USERS / 5, rel=0.05)


def test_customers_alone(database: Database) -> None:
    data.fill_customers(database, 50)
    with database.reading() as unit:
        assert unit.session.scalar(select(func.count(Organization.id))) == 50
        assert unit.session.scalar(select(func.count(Contact.id))) == 0


def test_a_server_gets_the_rows_of_a_file(tmp_path: Path, postgres_url: str) -> None:
    made, copied = open_database(tmp_path / "made.db"), open_database(postgres_url)
    data.fill(made, SIZE)
    data.copy(copied, made.path)
    for entity in (User, Organization, Contact, Lead, Quote, QuoteLine):
        assert everything(made, entity) == everything(copied, entity)
    with copied.writing() as unit:
        assert records.create(unit, Contact, {"given_name": "Hằng"}).number == f"LH-{SIZE + 1:05}"
    made.close()
    copied.close()


def everything(database: Database, entity: Any) -> list[Any]:
    columns = [column for column in entity.__table__.columns if column.name != "custom"]
    with database.reading() as unit:
        return list(unit.session.execute(select(*columns).order_by(entity.id)))
