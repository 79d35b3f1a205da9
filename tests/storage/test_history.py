"""Versions, stamps and history are kept by every written unit of work."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import select

from desktop_crm.errors import Conflict, NotFound
from desktop_crm.models import BankAccount, HistoryEntry, Organization, Quote, QuoteLine
from desktop_crm.storage.database import Actor, Database

ADMIN = Actor(1, "admin", "Quản trị")


def make(database: Database) -> Organization:
    with database.writing(ADMIN) as unit:
        company = Organization(number="TC-1", name="Công ty TNHH Đại Hữu", credit_limit=Decimal("1500.5"))
        unit.session.add(company)
    return company


def history(database: Database, record_id: int, module: str = "organization") -> list[HistoryEntry]:
    with database.reading() as unit:
        rows = select(HistoryEntry).where(HistoryEntry.record_id == record_id, HistoryEntry.module == module)
        return list(unit.session.scalars(rows.order_by(HistoryEntry.id)))


def test_a_new_record_is_stamped_and_told_once(database: Database) -> None:
    company = make(database)
    (entry,) = history(database, company.id)
    assert (entry.action, entry.user_name, entry.changes) == ("created", "Quản trị", [])
    assert company.version == 1
    assert company.created_by_id == ADMIN.id
    assert company.search_text.startswith(" cong ty tnhh dai huu")


def test_a_change_raises_the_version_once_and_tells_old_and_new(database: Database) -> None:
    company = make(database)
    with database.writing(ADMIN) as unit:
        read = unit.get(Organization, company.id, version=1)
        read.name = "Công ty Ấn Độ Dương"
        unit.session.flush()
        read.credit_limit = Decimal("2000.25")
        read.founded_on = date(2001, 5, 6)
    assert [(c.action, c.version) for c in unit.changes] == [("changed", 2)]
    told = history(database, company.id)[1].changes
    assert ["name", "Công ty TNHH Đại Hữu", "Công ty Ấn Độ Dương"] in told
    assert ["credit_limit", "1500.5", "2000.25"] in told
    assert ["founded_on", None, "2001-05-06"] in told


def test_a_value_put_back_is_not_told(database: Database) -> None:
    company = make(database)
    with database.writing(ADMIN) as unit:
        read = unit.get(Organization, company.id)
        name, read.name = read.name, "x"
        unit.session.flush()
        read.name = name
    assert history(database, company.id)[1].changes == []


def test_a_stale_version_is_a_conflict_that_names_the_other(database: Database) -> None:
    company = make(database)
    with database.writing(ADMIN) as unit:
        unit.get(Organization, company.id).short_name = "Đại Hữu"
    with pytest.raises(Conflict) as caught, database.writing() as unit:
        unit.get(Organization, company.id, version=1)
    assert caught.value.version == 2
    assert "Quản trị" in caught.value.text()  # user 1 of an empty company


def test_changing_only_a_part_changes_its_record(database: Database) -> None:
    company = make(database)
    with database.writing(ADMIN) as unit:
        read = unit.get(Organization, company.id)
        read.bank_accounts = [BankAccount(account_number="1"), BankAccount(account_number="2")]
    with database.writing(ADMIN) as unit:
        read = unit.get(Organization, company.id)
        read.bank_accounts[0].bank = "VCB"
        del read.bank_accounts[1]
    assert read.version == 3
    assert history(database, company.id)[2].changes == [["bank_accounts", None, {"changed": 1, "removed": 1}]]


def test_a_changed_line_raises_the_version_of_its_quote(database: Database) -> None:
    with database.writing(ADMIN) as unit:
        quote = Quote(number="BG-1", lines=[QuoteLine(name="Máy tiện")])
        unit.session.add(quote)
    with database.writing(ADMIN) as unit:
        line = unit.session.scalars(select(QuoteLine)).one()
        line.quantity = Decimal(3)
    with database.reading() as unit:
        assert unit.get(Quote, quote.id).version == 2


def test_custom_fields_are_told_by_key(database: Database) -> None:
    company = make(database)
    with database.writing(ADMIN) as unit:
        unit.get(Organization, company.id).custom = {"region": "Miền Bắc"}
    assert history(database, company.id)[1].changes == [["custom.region", None, "Miền Bắc"]]


def test_the_recycle_bin_has_its_own_actions(database: Database) -> None:
    company = make(database)
    with database.writing(ADMIN) as unit:
        unit.get(Organization, company.id).deleted_at = unit.now
    with database.writing(ADMIN) as unit:
        unit.session.get(Organization, company.id).deleted_at = None
    assert [entry.action for entry in history(database, company.id)] == ["created", "deleted", "restored"]


def test_an_aborted_unit_of_work_leaves_nothing(database: Database) -> None:
    with pytest.raises(RuntimeError), database.writing(ADMIN) as unit:
        unit.session.add(Organization(number="TC-1", name="Không còn"))
        unit.session.flush()
        raise RuntimeError
    with database.reading() as unit:
        assert unit.session.scalars(select(Organization)).all() == []
        assert unit.session.scalars(select(HistoryEntry)).all() == []
        with pytest.raises(NotFound):
            unit.get(Organization, 1)
