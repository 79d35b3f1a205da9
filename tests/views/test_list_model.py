"""The model of lists: pages, places, and answers that come too late."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QObject
from PySide6.QtTest import QAbstractItemModelTester

from desktop_crm.errors import Unavailable
from desktop_crm.models import Organization
from desktop_crm.services import list_places, records
from desktop_crm.services.list_places import Known, read_pages, read_place
from desktop_crm.storage.database import Database
from desktop_crm.storage.listing import PAGE, Query, anchors, page
from desktop_crm.views.context import Context
from desktop_crm.views.organizations import ORGANIZATIONS
from desktop_crm.views.records import list_model, list_rows
from desktop_crm.views.records.columns import LOADED, ListColumn, declared
from desktop_crm.views.records.list_model import ListModel
from desktop_crm.views.shell.jobs import InlineRunner, JobRunner
from tests.factories import create_many, make_context, organization_values

QUERY = Query(Organization)


def columns() -> list[ListColumn]:
    return [declared(column) for column in ORGANIZATIONS.columns if column.shown]


def fill(database: Database, count: int) -> list[int]:
    with database.writing() as unit:
        return create_many(unit, Organization, count)


class HeldRunner(InlineRunner):
    """Runs reads only when told to, in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.held: list[Any] = []

    def _start_read(self, job: Any) -> None:
        self.held.append(job)

    def let_go(self, place: int = 0) -> None:
        """Run one of the waiting reads."""
        super()._start_read(self.held.pop(place))


@pytest.mark.parametrize("count", [0, 250])
def test_model_keeps_the_rules_of_item_models(qtbot: Any, local_database: Database, count: int) -> None:
    fill(local_database, count)
    model = ListModel(make_context(local_database, InlineRunner()))
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show(QUERY, columns())
    assert model.rowCount() == count
    model.show(QUERY.sorted_by("annual_revenue", True), columns()[:3])
    model.refresh([0, 249])
    assert model.rowCount() == count
    assert tester.model() is model


def test_rows_come_in_order_and_say_what_columns_show(qtbot: Any, local_database: Database) -> None:
    fill(local_database, 5)
    model = ListModel(make_context(local_database, InlineRunner()))
    model.show(QUERY.sorted_by("annual_revenue", True), columns())
    shown = [column.key for column in model.columns]
    revenue = shown.index("annual_revenue") + 1
    assert [model.index(row, revenue).data() for row in range(2)] == ["4.000.000", "3.000.000"]
    assert model.index(0, shown.index("type") + 1).data() == "Tiềm năng"
    assert model.index(0, 0).data() is None
    assert model.headerData(1, list_model.Q.Orientation.Horizontal) == "Tên tổ chức"


def test_data_asks_for_a_page_but_never_reads(qtbot: Any, local_database: Database) -> None:
    fill(local_database, 450)
    runner = HeldRunner()
    model = ListModel(make_context(local_database, runner))
    model.show(QUERY, columns())
    runner.let_go()
    assert model.rowCount() == PAGE
    runner.let_go()
    assert model.rowCount() == 450
    far = model.index(440, 1)
    assert far.data() is None
    assert far.data(LOADED) is False
    qtbot.waitUntil(lambda: len(runner.held) == 1)
    runner.let_go()
    assert far.data().startswith("Công ty CP")
    titles = [model.index(row, 1).data() for row in (0, 440)]
    with local_database.reading() as unit:
        every = page(unit.session, QUERY, ["title"], limit=450)
    assert titles == [every[0].title, every[440].title]


@pytest.fixture
def small_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages of 10 rows, an anchor every 50 rows, so that 130 rows are a long list."""
    for module in (list_places, list_model, list_rows):
        monkeypatch.setattr(module, "PAGE", 10)
    for module in (list_places, list_model):
        monkeypatch.setattr(module, "STEP", 50)
    monkeypatch.setattr(list_places, "NEAR", 20)


RANKED = Query(Organization, search="ty cổ")
"""Two thirds are spelled so and come first."""


@pytest.mark.parametrize(
    "query", [QUERY, QUERY.sorted_by("last_purchase_on", True), RANKED], ids=["a", "gaps", "ranked"]
)
@pytest.mark.parametrize("way", ["start", "end", "anchors", "before", "after"])
def test_page_is_the_same_from_wherever_it_is_read(
    database: Database, small_pages: None, way: str, query: Query
) -> None:
    with database.writing() as unit:
        for number in range(133):
            word = "Cổ" if number % 3 else "Có"
            day = date(2026, 1, 1 + number % 28) if number % 2 else None
            values = organization_values(number) | {"name": f"Công ty {word} {number}", "last_purchase_on": day}
            unit.session.add(Organization(**values, number=f"T-{number}"))
    with database.reading() as unit:
        whole = page(unit.session, query, ["title"], limit=200)
        marks = anchors(unit.session, query, 50)
        pages = {n: whole[n * 10 : n * 10 + 10] for n in range(14)}
        number = {"start": 2, "end": 13, "anchors": 7, "before": 8, "after": 8}[way]
        known = {
            "start": Known(0),
            "end": Known(133),
            "anchors": Known(0, marks),
            "before": Known(133, pages={7: pages[7]}),
            "after": Known(133, pages={9: pages[9]}),
        }[way]
        place = known.place_of(number)
        assert place is not None
        found = read_place(unit, query, ["title"], place)
    assert found == pages[number]
    assert place.backwards == (way in ("end", "after"))
    assert place.skip == (20 if way in ("start", "anchors") else 0)


def test_no_place_is_near_without_anchors(small_pages: None) -> None:
    assert Known(1000).place_of(50) is None
    assert Known(0).place_of(99) is None


def test_neighbours_are_read_in_one_go(local_database: Database, small_pages: None) -> None:
    fill(local_database, 133)
    with local_database.reading() as unit:
        whole = page(unit.session, QUERY, ["title"], limit=200)
        known = Known(133, anchors(unit.session, QUERY, 50))
        found = read_pages(unit, QUERY, ["title"], known, [12, 0, 13, 11, 40])
    assert list_places.runs([12, 0, 13, 11]) == [(0, 0), (11, 13)]
    assert found == {n: whole[n * 10 : n * 10 + 10] for n in (0, 11, 12, 13)}


def test_memory_stays_flat(
    qtbot: Any, local_database: Database, small_pages: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(local_database, 120)
    monkeypatch.setattr(list_rows, "KEPT", 3)
    model = ListModel(make_context(local_database, InlineRunner()))
    model.show(QUERY, columns())
    for row in range(0, 120, 10):
        model.index(row, 1).data()
        qtbot.waitUntil(lambda row=row: model.row_at(row) is not None)
        model.index(row, 1).data()
    assert len(model.rows_here()) <= 30
    assert len(model._rows._texts) <= 30


def test_late_answer_of_an_older_list_is_dropped(qtbot: Any, local_database: Database) -> None:
    fill(local_database, 9)
    runner = HeldRunner()
    model = ListModel(make_context(local_database, runner))
    model.show(QUERY, columns())
    narrowed = Query(Organization, search="Cơ khí")
    model.show(narrowed, columns())
    runner.let_go(1)
    count = model.rowCount()
    assert 0 < count < 9
    runner.let_go(0)
    assert model.rowCount() == count


def test_refresh_shows_new_and_missing_rows(qtbot: Any, local_database: Database) -> None:
    ids = fill(local_database, 6)
    context = make_context(local_database, InlineRunner())
    model = ListModel(context)
    model.show(QUERY, columns())
    with local_database.writing(context.actor) as unit:
        records.delete(unit, Organization, ids[:4])
        records.create(unit, Organization, organization_values(40))
    with qtbot.waitSignal(model.refreshed, timeout=1000):
        model.refresh([0])
    assert model.rowCount() == 3
    assert model.row_of(ids[0]) == -1
    assert model.row_of(ids[5]) >= 0


def test_failure_is_told(qtbot: Any, local_database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    model = ListModel(make_context(local_database, InlineRunner()))

    def broken(*_: Any, **__: Any) -> None:
        raise Unavailable(reason="test")

    monkeypatch.setattr(list_places, "page", broken)
    with qtbot.waitSignal(model.failed, timeout=1000) as told:
        model.show(QUERY, columns())
    assert isinstance(told.args[0], Unavailable)


def test_works_with_real_threads(qtbot: Any, local_database: Database) -> None:
    fill(local_database, 430)
    runner = JobRunner()
    owner = QObject()
    try:
        context: Context = make_context(local_database, runner)
        model = ListModel(context, owner)
        model.show(QUERY, columns())
        wait: Callable[..., None] = qtbot.waitUntil
        wait(lambda: model.rowCount() == 430, timeout=5000)
        last = model.index(429, 1)
        last.data()
        wait(lambda: last.data() is not None, timeout=5000)
    finally:
        runner.close()


def keys_of(runner: HeldRunner) -> list[str]:
    """What waits, in the order it was asked for; what was stopped does not wait any more."""
    return [job.key[1] for job in runner.held if not job.cancel.is_set()]


def test_reads_follow_one_another(qtbot: Any, local_database: Database, small_pages: None) -> None:
    fill(local_database, 133)
    runner = HeldRunner()
    model = ListModel(make_context(local_database, runner))
    seen: list[str] = []
    model.loaded.connect(lambda: seen.append("loaded"))
    model.counted.connect(lambda number: seen.append(f"counted {number}"))
    model.settled.connect(lambda: seen.append("settled"))
    model.show(QUERY, columns())
    asked = []
    while runner.held:
        asked += keys_of(runner)
        runner.let_go()
    assert asked == ["first", "count", "anchors"]
    assert seen == ["loaded", "counted 133", "settled"]


def test_old_rows_stay_until_the_new_ones_are_there(qtbot: Any, local_database: Database) -> None:
    fill(local_database, 9)
    runner = HeldRunner()
    model = ListModel(make_context(local_database, runner))
    model.show(QUERY, columns())
    runner.let_go()
    resets: list[int] = []
    model.modelReset.connect(lambda: resets.append(model.rowCount()))
    narrowed = Query(Organization, search="Cơ khí")
    model.show(narrowed, columns()[:2])
    assert model.rowCount() == 9
    assert model.query == QUERY
    assert model.is_waiting
    assert len(model.columns) == len(columns())
    runner.let_go()
    assert resets == [2]
    assert model.query == narrowed
    assert not model.is_waiting
    assert len(model.columns) == 2


def test_newer_list_stops_everything_of_the_older_one(qtbot: Any, local_database: Database, small_pages: None) -> None:
    fill(local_database, 133)
    runner = HeldRunner()
    model = ListModel(make_context(local_database, runner))
    model.show(QUERY, columns())
    runner.let_go()
    runner.let_go()
    assert keys_of(runner) == ["anchors"]
    model.show(QUERY.sorted_by("annual_revenue"), columns())
    assert keys_of(runner) == ["first"]
    while runner.held:
        runner.let_go()
    assert model.is_settled
    assert model.query == QUERY.sorted_by("annual_revenue")


def settled_model(database: Database, runner: HeldRunner) -> ListModel:
    model = ListModel(make_context(database, runner))
    model.show(QUERY, columns())
    while runner.held:
        runner.let_go()
    return model


def test_only_what_is_in_view_is_read(qtbot: Any, local_database: Database, small_pages: None) -> None:
    fill(local_database, 133)
    runner = HeldRunner()
    model = settled_model(local_database, runner)
    view = [range(60, 75)]
    model.in_view = lambda: view[0]
    model.look()
    qtbot.waitUntil(lambda: keys_of(runner) == ["page 6", "page 7"])
    view[0] = range(100, 108)
    model.look()
    qtbot.waitUntil(lambda: keys_of(runner) == ["page 10"])
    while runner.held:
        runner.let_go()
    assert model.row_at(104) is not None
    assert model.row_at(60) is None


def test_pages_beside_those_in_view_are_read_ahead(qtbot: Any, local_database: Database, small_pages: None) -> None:
    fill(local_database, 133)
    runner = HeldRunner()
    model = settled_model(local_database, runner)
    model.in_view = lambda: range(61, 68)
    model.look()
    qtbot.waitUntil(lambda: keys_of(runner) == ["page 6"])
    runner.let_go()
    qtbot.waitUntil(lambda: keys_of(runner) == ["page 7"])
    runner.let_go()
    qtbot.waitUntil(lambda: keys_of(runner) == ["page 5"])
    runner.let_go()
    with local_database.reading() as unit:
        whole = page(unit.session, QUERY, ["title"], limit=200)
    assert [model.row_at(number).id for number in range(50, 80)] == [row.id for row in whole[50:80]]  # type: ignore[union-attr]


def test_end_is_reached_before_anchors_are_known(qtbot: Any, local_database: Database, small_pages: None) -> None:
    ids = fill(local_database, 133)
    runner = HeldRunner()
    model = ListModel(make_context(local_database, runner))
    model.show(QUERY, columns())
    runner.let_go()
    runner.let_go()
    view = [range(125, 133)]
    model.in_view = lambda: view[0]
    model.look()
    qtbot.waitUntil(lambda: keys_of(runner) == ["anchors", "page 12", "page 13"])
    runner.let_go(1)
    runner.let_go(1)
    with local_database.reading() as unit:
        whole = page(unit.session, QUERY, ["title"], limit=200)
    assert [model.row_at(number).id for number in range(120, 133)] == [row.id for row in whole[120:]]  # type: ignore[union-attr]
    assert len(ids) == 133
    view[0] = range(60, 68)  # too far from either end: it comes with the anchors
    model.look()
    qtbot.wait(60)
    assert keys_of(runner) == ["anchors"]
    runner.let_go()
    qtbot.waitUntil(lambda: keys_of(runner) == ["page 6"])
    runner.let_go()
    assert model.row_at(60).id == whole[60].id  # type: ignore[union-attr]


def test_rows_that_moved_far_away_are_read_again(qtbot: Any, local_database: Database, small_pages: None) -> None:
    fill(local_database, 133)
    runner = HeldRunner()
    model = settled_model(local_database, runner)
    model.in_view = lambda: range(70, 78)
    model.look()
    qtbot.waitUntil(lambda: bool(keys_of(runner)))
    runner.let_go()
    context = model._context
    with context.database.writing(context.actor) as unit:
        records.create(unit, Organization, {"name": "AAA đứng đầu"})
        whole = page(unit.session, QUERY, ["title"], limit=200)
    model.refresh([70, 77])
    while keys_of(runner):
        runner.let_go()
    assert model.rowCount() == 134
    assert [model.row_at(number).id for number in range(70, 80)] == [row.id for row in whole[70:80]]  # type: ignore[union-attr]


@pytest.mark.parametrize("count", [25, 133])
@pytest.mark.parametrize("change", ["added before", "added after", "deleted"])
def test_end_of_the_list_follows_changes(
    qtbot: Any, local_database: Database, small_pages: None, count: int, change: str
) -> None:
    ids = fill(local_database, count)
    runner = HeldRunner()
    model = settled_model(local_database, runner)
    context = model._context
    with context.database.writing(context.actor) as unit:
        if change == "deleted":
            records.delete(unit, Organization, ids[:3])
        else:
            records.create(unit, Organization, {"name": "AAA" if change == "added before" else "ZZZ"})
        whole = [row.id for row in page(unit.session, QUERY, (), limit=200)]
    model.in_view = lambda: range(count - 8, count)
    model.refresh(model.in_view())
    while runner.held:
        runner.let_go()
    assert model.rowCount() == len(whole)
    assert [row.id for _, row in model.rows_here()] == whole[model.rows_here()[0][0] :]


def test_labels_that_changed_are_shown(qtbot: Any, local_database: Database) -> None:
    fill(local_database, 3)
    context = make_context(local_database, InlineRunner())
    model = ListModel(context)
    model.show(QUERY, columns())
    kind = [column.key for column in model.columns].index("type") + 1
    before = model.index(0, kind).data()

    class Renamed:
        def label(self, name: str, code: str) -> str:
            return "Tên mới"

    context.choices = Renamed()  # type: ignore[assignment]
    assert model.index(0, kind).data() == before
    model.labels_changed()
    assert model.index(0, kind).data() == "Tên mới"
