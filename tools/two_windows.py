"""Draw two people at work on one record of a server: `python -m tools.two_windows URL_OF_AN_EMPTY_DATABASE FOLDER`."""

from __future__ import annotations

import argparse
import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

WAIT = 20_000  # ms


def main() -> None:
    """The hint that somebody is changing the record, that somebody has changed it, and the conflict."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("url")
    parser.add_argument("folder", type=Path)
    asked = parser.parse_args()
    asked.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as settings:
        _play(asked.url, asked.folder, Path(settings))
    os._exit(0)


def _play(url: str, folder: Path, settings: Path) -> None:
    from desktop_crm.app.desktop import make_application
    from desktop_crm.settings import Settings
    from desktop_crm.views.shell.main_window import apply_theme
    from desktop_crm.views.shell.state import State
    from desktop_crm.views.widgets import fonts

    make_application(Settings(settings / "settings.json"))
    apply_theme(State(settings / "window.json"))
    fonts.load_rest()
    company = _company(url)
    mine, hers = (_window(url, name, settings, company) for name in ("admin", "lan"))
    form, other = _form(mine), _form(hers)
    _type(other, "short_name", "Thịnh Phát")
    _wait(1)
    form.others.look()
    _until(lambda: bool(form.notices.texts()))
    _draw(folder, "1-being-changed", mine, hers)
    _type(form, "website", "tanthinhphat.example")
    _type(form, "short_name", "TTP")
    form.save()
    _until(lambda: len(other.notices.texts()) > 0 and not form.dirty())
    _draw(folder, "2-changed-meanwhile", mine, hers)
    other.save()
    _until(lambda: other.saver.dialog is not None)
    _draw(folder, "3-conflict", mine, hers)


def _company(url: str) -> int:
    from desktop_crm.models import Organization, User
    from desktop_crm.services import records
    from desktop_crm.storage.database import Actor, open_database

    database = open_database(url)
    with database.writing(Actor(1, "admin", "Quản trị")) as unit:
        unit.session.add(User(name="lan", full_name="Nguyễn Thị Lan"))
        values = {"name": "Công ty CP Cơ khí Tân Thịnh Phát", "phone": "02838251420", "website": "ttp.example"}
        made = records.create(unit, Organization, values).id
    database.close()
    return made


def _window(url: str, name: str, settings: Path, company: int) -> Any:
    from desktop_crm.app.company import open_company
    from desktop_crm.app.others import Others
    from desktop_crm.app.window import fill_window
    from desktop_crm.settings import Settings
    from desktop_crm.views.shell.jobs import JobRunner
    from desktop_crm.views.shell.main_window import MainWindow
    from desktop_crm.views.shell.state import State

    database, actor, choices = open_company(url, name)
    window = MainWindow((), JobRunner(), State(settings / f"{name}.json"))
    Others(fill_window(window, database, actor, choices, Settings(settings / "settings.json")))
    window.resize(1440, 860)
    window.show()
    window.open("organization.record", record_id=company)
    _until(lambda: _form(window).view is not None)
    return window


def _form(window: Any) -> Any:
    return window.pages.current().widget


def _type(form: Any, key: str, text: str) -> None:
    line = form.binding.editors[key].control
    line.setText(text)
    line.textEdited.emit(text)


def _draw(folder: Path, name: str, mine: Any, hers: Any) -> None:
    _wait(1)
    for who, window in (("first", mine), ("second", hers)):
        picture = window.grab()
        dialog = _form(window).saver.dialog
        if dialog is not None:
            _put_over(picture, dialog, window)
        picture.save(str(folder / f"{name}-{who}.png"))


def _put_over(picture: Any, dialog: Any, window: Any) -> None:
    """A dialog is a window of its own; it is drawn where it stands over the other one."""
    from PySide6.QtGui import QPainter

    painter = QPainter(picture)
    painter.drawPixmap((window.rect().center() - dialog.rect().center()), dialog.grab())
    painter.end()


def _until(true: Callable[[], bool]) -> None:
    from PySide6.QtCore import QDeadlineTimer, QEventLoop
    from PySide6.QtWidgets import QApplication

    limit = QDeadlineTimer(WAIT)
    while not true() and not limit.hasExpired():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)


def _wait(seconds: float) -> None:
    from PySide6.QtCore import QDeadlineTimer

    limit = QDeadlineTimer(int(seconds * 1000))
    _until(limit.hasExpired)


if __name__ == "__main__":
    main()
