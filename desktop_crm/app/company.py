"""Opening a company for a user, beside the window."""

from __future__ import annotations

from desktop_crm.models import RECORDS
from desktop_crm.services import quotes, receipts
from desktop_crm.services.choices import Choices, load_choices
from desktop_crm.services.sign_in import sign_in
from desktop_crm.storage import search
from desktop_crm.storage.database import Actor, Database, open_database


def open_company(
    target: str, user: str = "", demo: bool = False, password: str | None = None
) -> tuple[Database, Actor, Choices]:
    """Open a database for a user; a demo is filled first where it is empty. Runs beside the window.

    Raises SignInNeeded where somebody has to say who they are.
    """
    database = open_database(target)
    try:
        if demo:
            _fill_demo(database)
        actor = sign_in(database, user, password)
        expire_quotes(database)
        with database.reading(actor) as unit:
            return database, actor, load_choices(unit)
    except BaseException:
        database.close()
        raise


def expire_quotes(database: Database) -> None:
    """Let quotes past their last day run out; in a company that was moved elsewhere nothing changes any more."""
    if database.moved is not None:
        return
    with database.writing() as unit:
        quotes.expire_overdue(unit)


def forget_receipts(database: Database) -> None:
    """Remove the receipts of saves that nobody can ask for any more."""
    with database.writing() as unit:
        receipts.forget_old(unit)


def keep_searches_quick(database: Database) -> None:
    """Count the beginnings of words anew in modules that have grown or shrunk much."""
    if database.moved is not None:
        return
    with database.reading() as unit:
        due = any(search.needs_upkeep(unit.session, entity) for entity in RECORDS)
    if due:
        with database.writing() as unit:
            search.keep_up(unit.session)


def _fill_demo(database: Database) -> None:
    from desktop_crm.services.demo import fill
    from desktop_crm.storage.listing import Query, count

    with database.reading() as unit:
        empty = not any(count(unit.session, Query(entity)) for entity in RECORDS)
    if empty:
        fill(database)
