"""Many new rows get their ids before they are written where that spares the server a long statement."""

from __future__ import annotations

from sqlalchemy import select

from desktop_crm.models import HistoryEntry, Organization
from desktop_crm.storage import keys
from desktop_crm.storage.database import Database
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
