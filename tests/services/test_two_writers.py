"""Two people at once, each in a thread of their own: no number twice, no change lost."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal as D
from typing import Any

from desktop_crm.errors import Conflict
from desktop_crm.models import Lead, Quote, SalesOrder
from desktop_crm.services import documents, orders, payments, quotes, records
from desktop_crm.storage.database import Database
from tests.support import sales
from tests.support.sales import DAY, at_work

WRITERS = 4


def together(work: Callable[[int], Any], count: int = WRITERS) -> list[Any]:
    """What each of `count` threads that start at the same moment returned or raised."""
    barrier, results = threading.Barrier(count), [None] * count

    def run(place: int) -> None:
        barrier.wait(30)
        try:
            results[place] = work(place)
        except Exception as error:
            results[place] = error

    threads = [threading.Thread(target=run, args=(place,)) for place in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    return results


def test_no_number_is_given_twice(database: Database) -> None:
    def add_five(place: int) -> list[str]:
        numbers = []
        for n in range(5):
            with at_work(database) as unit:
                numbers.append(records.create(unit, Lead, {"company": f"Công ty {place}-{n}"}).number)
        return numbers

    numbers = sorted(number for some in together(add_five) for number in some)
    assert numbers == [f"TN-{n:05}" for n in range(1, 5 * WRITERS + 1)]


def test_number_of_an_abandoned_record_is_given_to_the_next(database: Database) -> None:
    class Abandoned(Exception):
        pass

    try:
        with at_work(database) as unit:
            sales.quote(unit)
            raise Abandoned
    except Abandoned:
        pass
    with at_work(database) as unit:
        assert sales.quote(unit).number == "BG-2026-0001"


def test_only_one_of_two_saves_of_the_same_version_is_kept(database: Database) -> None:
    with at_work(database) as unit:
        quote = sales.quote(unit)
        loaded = documents.load(unit, Quote, quote.id)

    def save(place: int) -> str:
        with at_work(database) as unit:
            values = {**loaded.draft.values, "subject": f"Người {place}"}
            documents.save(unit, Quote, loaded.id, loaded.version, replace(loaded.draft, values=values))
        return f"Người {place}"

    results = together(save)
    kept = [result for result in results if isinstance(result, str)]
    assert len(kept) == 1
    assert sum(isinstance(result, Conflict) for result in results) == WRITERS - 1
    stored = sales.reload(database, Quote, quote.id)
    assert (stored.subject, stored.version) == (kept[0], loaded.version + 1)


def test_only_one_order_is_made_of_a_quote(database: Database) -> None:
    with at_work(database) as unit:
        quote = quotes.issue(unit, sales.quote(unit).id).quote

    def order(place: int) -> str:
        with at_work(database) as unit:
            return orders.order_from_quote(unit, quote.id).number

    results = together(order)
    assert [result for result in results if isinstance(result, str)] == ["DH-2026-0001"]


def test_no_payment_is_lost(database: Database) -> None:
    with at_work(database) as unit:
        order = orders.approve(unit, sales.order(unit).id)

    def pay(place: int) -> None:
        with at_work(database) as unit:
            payments.add_payment(unit, order.id, DAY, D(100000))

    assert together(pay) == [None] * WRITERS
    stored = sales.reload(database, SalesOrder, order.id)
    assert stored.paid_total == D(100000) * WRITERS
    assert stored.owed_total == D(1100000) - D(100000) * WRITERS
