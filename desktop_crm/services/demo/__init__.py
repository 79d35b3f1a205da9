"""The demo company: believable Vietnamese data of any size, the same for the same seed and day.

No company, person, number or address in it is real; phone numbers and e-mail addresses are never in use.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from sqlalchemy import func, select

from desktop_crm.errors import Cancelled, Refused
from desktop_crm.i18n import mark
from desktop_crm.models import RECORDS
from desktop_crm.services.demo import customers, deals, house
from desktop_crm.services.demo.draw import Draw
from desktop_crm.services.demo.store import Store
from desktop_crm.storage import within
from desktop_crm.storage.database import Database, UnitOfWork
from desktop_crm.storage.transfer import begin_copying

USUAL_SIZE = 420


def fill(
    database: Database,
    *,
    seed: int = 1,
    size: int | None = None,
    today: date | None = None,
    progress: Callable[[int, int], object] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> None:
    """Fill an empty database with `size` organizations and what belongs to them, in one unit of work.

    Raises Refused for a database that holds records, Cancelled when `cancelled()` says so; nothing is kept then.
    """
    with database.writing() as unit:
        _refuse_unless_empty(unit)
        begin_copying(unit.session.connection())
        draw = Draw(seed, today or unit.today)
        store = Store(unit, _reporter(progress, cancelled, size or USUAL_SIZE))
        company = house.furnish(store, draw)
        within.lay_out(unit.session)
        known = customers.settle(store, draw, company, size or USUAL_SIZE)
        customers.find_leads(store, draw, company, (size or USUAL_SIZE) // 3 + 1)
        deals.trade(store, draw, company, known)
        store.finish()


def _refuse_unless_empty(unit: UnitOfWork) -> None:
    if any(unit.session.scalar(select(func.count(entity.id))) for entity in RECORDS):
        raise Refused(mark("Demo", "The database already holds records; the demo company goes into an empty one."))


def _reporter(
    progress: Callable[[int, int], object] | None, cancelled: Callable[[], bool] | None, size: int
) -> Callable[[int], None]:
    """Report how many of the expected rows are stored, and stop where that is wished."""
    expected = 16 * size

    def report(stored: int) -> None:
        if cancelled is not None and cancelled():
            raise Cancelled()
        if progress is not None:
            progress(min(stored, expected), expected)

    return report
