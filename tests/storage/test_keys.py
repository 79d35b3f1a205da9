"""Many new rows get their ids before they are written where that spares the server a long statement."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select

from desktop_crm.exchange.commands import import_file
from desktop_crm.models import HistoryEntry, Organization
from desktop_crm.services import records
from desktop_crm.storage import keys
from desktop_crm.storage.database import SYSTEM, Database
from tests.support.statements import statements

FEWEST = max(keys.FEWEST.values())


def test_many_rows_are_written_by_one_statement_and_keep_their_order(database: Database) -> None:
    made = [Organization(number=f"TC-{n}", name=f"Công ty {n}") for n in range(3 * FEWEST)]
    with statements(database) as said, database.writing() as unit:
        unit.session.add_all(made)
    inserted = [text for text in said if text.startswith("INSERT INTO organization ")]
    assert len(inserted) == 1
    assert "RETURNING" not in inserted[0]
    ids = [one.id for one in made]
    assert ids == sorted(set(ids))
    with database.reading() as unit:
        stored = {row.id: row.name for row in unit.session.execute(select(Organization.id, Organization.name))}
        told = set(unit.session.scalars(select(HistoryEntry.record_id).where(HistoryEntry.module == "organization")))
    assert stored == {one.id: one.name for one in made}
    assert told == set(ids)


def test_rows_stored_afterwards_go_on_from_the_drawn_ids(database: Database) -> None:
    with database.writing() as unit:
        unit.session.add_all([Organization(number=f"TC-{n}", name="An Bình") for n in range(FEWEST)])
        unit.session.flush()
        last = Organization(number="TC-X", name="Một mình")
        unit.session.add(last)
        unit.session.flush()
        ids = set(unit.session.scalars(select(Organization.id)))
    assert len(ids) == FEWEST + 1
    assert last.id == max(ids)


def _erase_the_last(database: Database) -> int:
    with database.writing() as unit:
        last = unit.session.scalars(select(Organization).order_by(Organization.id.desc()).limit(1)).one()
        records.delete(unit, Organization, [last.id])
        records.erase(unit, Organization, [last.id])
        return last.id


@pytest.mark.parametrize("count", [1, 2, 30])
def test_the_id_of_an_erased_record_is_never_given_again(database: Database, count: int) -> None:
    with database.writing() as unit:
        unit.session.add_all([Organization(number=f"TC-{n}", name="Đi") for n in range(3)])
    erased = _erase_the_last(database)
    with database.writing() as unit:
        made = [Organization(number=f"TC-N{n}", name="Đến") for n in range(count)]
        unit.session.add_all(made)
        unit.session.flush()
        assert min(one.id for one in made) > erased
    with database.reading() as unit:
        told = select(HistoryEntry.action).where(HistoryEntry.record_id == made[0].id)
        assert unit.session.scalars(told).all() == ["created"]


def test_an_import_does_not_give_it_either(local_database: Database, tmp_path: Path) -> None:
    with local_database.writing() as unit:
        unit.session.add_all([Organization(number=f"TC-{n}", name="Đi") for n in range(3)])
    erased = _erase_the_last(local_database)
    sheet = tmp_path / "khach.csv"
    sheet.write_text("Tên khách hàng,MST\nCông ty Một,\nCông ty Hai,\n", "utf-8")
    import_file(local_database, SYSTEM, Organization, sheet)
    with local_database.reading() as unit:
        made = unit.session.scalars(select(Organization.id).where(Organization.name.startswith("Công ty"))).all()
    assert len(made) == 2
    assert min(made) > erased
