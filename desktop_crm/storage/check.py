"""Is the database sound? Looks at the file, the references, the schema and the sums."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sqlalchemy import func, select, text
from sqlalchemy.exc import DatabaseError

from desktop_crm.i18n import mark, translate
from desktop_crm.models import RECORDS, Payment, SalesOrder
from desktop_crm.storage import migrate
from desktop_crm.storage.database import Database, UnitOfWork


def problems(database: Database) -> list[str]:
    """What is wrong, one sentence each; empty for a sound database."""
    with database.reading() as unit:
        return [problem for look in _LOOKS for problem in look(database, unit)]


def _file(database: Database, unit: UnitOfWork) -> Iterator[str]:
    if database.is_local:
        for (row,) in unit.session.execute(text("PRAGMA integrity_check")):
            if row != "ok":
                yield translate(mark("Check", "The file is damaged: {what}"), what=row)


def _references(database: Database, unit: UnitOfWork) -> Iterator[str]:
    if database.is_local:  # a server never lets a reference break
        for table, row, target, _ in unit.session.execute(text("PRAGMA foreign_key_check")):
            yield translate(
                mark("Check", "{table} {row} points to a missing {target}."), table=table, row=row, target=target
            )


def _schema(database: Database, unit: UnitOfWork) -> Iterator[str]:
    present = migrate.current(unit.session.connection())
    if present != migrate.head():
        yield translate(mark("Check", "The schema is {present}, not {head}."), present=present, head=migrate.head())


def _words(database: Database, unit: UnitOfWork) -> Iterator[str]:
    """Whether the index of words has what the records have; a server keeps its indexes true itself."""
    for entity in RECORDS if database.is_local else ():
        words = f"{entity.__tablename__}_words"
        look = text(f"INSERT INTO {words}({words}, rank) VALUES ('integrity-check', 1)")
        try:
            unit.session.execute(look)
        except DatabaseError:
            label = translate(entity.plural_label)
            yield translate(
                mark("Check", "{module}: the search index is damaged; “reindex” makes it anew."), module=label
            )


def _order_sums(database: Database, unit: UnitOfWork) -> Iterator[str]:
    paid = select(func.coalesce(func.sum(Payment.amount), 0)).where(Payment.order_id == SalesOrder.id).scalar_subquery()
    wrong = (SalesOrder.paid_total != paid) | (SalesOrder.owed_total != SalesOrder.grand_total - SalesOrder.paid_total)
    for number in unit.session.scalars(select(SalesOrder.number).where(wrong, SalesOrder.status != "cancelled")):
        yield translate(mark("Check", "Order {number}: what was paid and what is owed do not add up."), number=number)


_LOOKS: tuple[Callable[[Database, UnitOfWork], Iterator[str]], ...] = (_file, _references, _schema, _words, _order_sums)
