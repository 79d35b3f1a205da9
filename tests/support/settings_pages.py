"""A section of the settings on a real database, with work done at once and messages kept."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop_crm.errors import CrmError
from desktop_crm.services import company
from desktop_crm.services.choices import load_choices
from desktop_crm.settings import Settings
from desktop_crm.storage.database import Actor, Database
from desktop_crm.views.context import Context
from desktop_crm.views.settings.window import SettingsWindow
from desktop_crm.views.shell.jobs import InlineRunner, Jobs


class Said:
    """Message bars as a list of texts."""

    def __init__(self) -> None:
        self.texts: list[str] = []

    def show_message(self, text: str, tone: str = "success", *more: Any) -> None:
        self.texts.append(text)

    def show_error(self, error: CrmError) -> None:
        self.texts.append(error.text())


class Gone:
    """Where the pages asked to go."""

    def __init__(self) -> None:
        self.reopened = 0

    def reopen(self) -> None:
        self.reopened += 1

    def open_company(self, target: str) -> None:
        self.opened = target


def settings_window(
    database: Database, folder: Path, section: str = "company", jobs: Jobs | None = None
) -> SettingsWindow:
    """The settings page of a database, a section in front."""
    with database.writing() as unit:
        company.save(unit, {"name": "Công ty Cổ phần An Phúc"})
        choices = load_choices(unit)
    jobs, said = jobs or InlineRunner(), Said()
    jobs.on_error = said.show_error
    context = Context(database, Actor(1, "an", "Nguyễn An"), jobs, said, choices, Gone())
    window = SettingsWindow(context, Settings(folder / "settings.json"), section)
    window.resize(1180, 820)
    return window


def read(database: Database, work: Callable[..., Any], *args: Any) -> Any:
    """The result of a service in a reading unit of work."""
    with database.reading() as unit:
        return work(unit, *args)


def write(database: Database, work: Callable[..., Any], *args: Any, **how: Any) -> Any:
    """The result of a service in a writing unit of work."""
    with database.writing() as unit:
        return work(unit, *args, **how)


def cell(table: Any, place: int, key: str) -> Any:
    """The index of a cell of an editable table."""
    keys = [column.field.key for column in table.model.columns]
    return table.model.index(place, keys.index(key))


def enter(table: Any, place: int, key: str, value: Any) -> None:
    """Type or choose a value in a cell."""
    table.model.setData(cell(table, place, key), value)


def put(sheet: Any, **values: Any) -> None:
    """Fill in the fields of a dialog."""
    for key, value in values.items():
        sheet.binding.put(key, value)


def shown(widget: QWidget) -> bool:
    """Whether a widget would be seen on its open page."""
    return not widget.isHidden()
