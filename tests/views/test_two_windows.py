"""Two people, each at a main window of their own, on one server: both see what the other does, and nothing is lost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from desktop_crm.app.others import Others
from desktop_crm.app.window import fill_window
from desktop_crm.models import Organization, User
from desktop_crm.services import records
from desktop_crm.services.choices import load_choices
from desktop_crm.settings import Settings
from desktop_crm.storage.database import Actor, Database, open_database
from desktop_crm.views.records.form_window import FormWindow
from desktop_crm.views.shell.jobs import JobRunner
from desktop_crm.views.shell.main_window import MainWindow
from desktop_crm.views.shell.state import State

ADMIN = Actor(1, "admin", "Quản trị")
LAN = Actor(2, "lan", "Nguyễn Thị Lan")
PATIENCE = 30_000


@dataclass
class Desk:
    """One person's program."""

    database: Database
    jobs: JobRunner
    window: MainWindow
    form: FormWindow

    def type(self, key: str, text: str) -> None:
        """As from the keyboard."""
        line: Any = self.form.binding.editors[key].control
        line.setText(text)
        line.textEdited.emit(text)

    def shown(self, key: str) -> Any:
        """What a field shows."""
        return self.form.binding.editors[key].typed()


def desk(qtbot: Any, url: str, actor: Actor, folder: Path, record_id: int) -> Desk:
    database, jobs = open_database(url), JobRunner()
    with database.reading(actor) as unit:
        choices = load_choices(unit)
    window = MainWindow((), jobs, State(folder / f"{actor.name}.json"))
    context = fill_window(window, database, actor, choices, Settings(folder / "settings.json"))
    Others(context)
    qtbot.addWidget(window)
    window.resize(1440, 900)
    window.show()
    form = window.open("organization.record", record_id=record_id)
    assert isinstance(form, FormWindow)
    qtbot.waitUntil(lambda: form.view is not None, timeout=PATIENCE)
    assert database._feeds[0].wait_until_ready(PATIENCE / 1000)
    return Desk(database, jobs, window, form)


@pytest.fixture
def desks(qtbot: Any, postgres_url: str, tmp_path: Path) -> Iterator[tuple[Desk, Desk]]:
    """The administrator's and Lan's, with the same company open."""
    database = open_database(postgres_url)
    with database.writing(ADMIN) as unit:
        unit.session.add(User(id=LAN.id, name=LAN.name, full_name=LAN.full_name))
        company = records.create(unit, Organization, {"name": "Công ty CP Tân Thịnh Phát", "website": "a.example"}).id
    database.close()
    both = tuple(desk(qtbot, postgres_url, actor, tmp_path, company) for actor in (ADMIN, LAN))
    yield both  # type: ignore[misc]
    for one in both:
        one.form._give_up()
        one.jobs.close()
        one.database.close()


def test_two_people_change_one_record(qtbot: Any, desks: tuple[Desk, Desk]) -> None:
    mine, hers = desks
    hers.type("website", "cua-lan.example")
    mine.type("short_name", "TTP")
    mine.form.save()
    qtbot.waitUntil(lambda: any("Quản trị" in text for text in hers.form.notices.texts()), timeout=PATIENCE)
    assert (hers.shown("website"), hers.shown("short_name")) == ("cua-lan.example", "")
    mine.type("website", "cua-toi.example")
    mine.form.save()
    qtbot.waitUntil(lambda: not mine.form.dirty() and not mine.form.saver.busy, timeout=PATIENCE)
    hers.form.save()
    qtbot.waitUntil(lambda: hers.form.saver.dialog is not None, timeout=PATIENCE)
    dialog: Any = hers.form.saver.dialog
    dialog.take_all(mine=True)
    dialog._save()
    qtbot.waitUntil(lambda: mine.shown("website") == "cua-lan.example", timeout=PATIENCE)
    assert hers.shown("short_name") == "TTP"
    assert not mine.form.dirty()
