"""The demo company: believable, sound, and the same for the same seed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from desktop_crm.errors import Cancelled, Refused
from desktop_crm.models import RECORDS, Base, Organization, Quote, SalesOrder
from desktop_crm.models.document_totals import totals_of
from desktop_crm.models.tax_code import check_tax_code
from desktop_crm.services.demo import fill
from desktop_crm.services.orders import order_from_quote
from desktop_crm.storage.check import problems
from desktop_crm.storage.database import Database, open_database
from desktop_crm.storage.listing import Query, count

DAY = date(2026, 11, 20)


def contents(database: Database) -> dict[str, list[tuple[object, ...]]]:
    told = ("created_at", "modified_at", "at", "changed_at", "logo")
    with database.reading() as unit:
        return {
            table.name: [
                tuple(row)
                for row in unit.session.execute(
                    select(*(c for c in table.columns if c.name not in told)).order_by(table.c.id)
                )
            ]
            for table in Base.metadata.sorted_tables
        }


def test_every_module_is_alive_and_sound(database: Database) -> None:
    fill(database, size=40, today=DAY)
    assert problems(database) == []
    with database.reading() as unit:
        assert all(count(unit.session, Query(entity)) for entity in RECORDS)
        codes = unit.session.scalars(select(Organization.tax_code))
        assert all(check_tax_code(code).problem is None for code in codes)
        for document in [*unit.session.scalars(select(Quote)), *unit.session.scalars(select(SalesOrder))]:
            assert document.grand_total == totals_of(document).grand_total
            assert document.organization is not None


def test_the_same_seed_makes_the_same_company(sqlite_template: Path, tmp_path: Path) -> None:
    made = []
    for place, seed in enumerate((3, 3, 4)):
        path = tmp_path / f"{place}.crm"
        path.write_bytes(sqlite_template.read_bytes())
        database = open_database(path)
        fill(database, seed=seed, size=15, today=DAY)
        made.append(contents(database))
        database.close()
    assert made[0] == made[1] != made[2]


def test_work_goes_on_after_it(database: Database) -> None:
    fill(database, size=40, today=DAY)
    with database.writing() as unit:
        accepted = unit.session.scalars(select(Quote).where(Quote.status == "accepted")).first()
        assert accepted is not None
        order = order_from_quote(unit, accepted.id, again=True)
        numbers = list(unit.session.scalars(select(SalesOrder.number)))
    assert numbers.count(order.number) == 1


def test_a_database_with_records_is_refused(local_database: Database) -> None:
    fill(local_database, size=3, today=DAY)
    with pytest.raises(Refused):
        fill(local_database, size=3, today=DAY)


def test_a_cancelled_demo_leaves_nothing(local_database: Database) -> None:
    with pytest.raises(Cancelled):
        fill(local_database, size=30, today=DAY, cancelled=lambda: True)
    with local_database.reading() as unit:
        assert count(unit.session, Query(Organization)) == 0
