"""What the program says once a company is open: about this computer, and about a newer version of itself."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from desktop_crm.errors import CrmError
from desktop_crm.i18n import mark, translate
from desktop_crm.services import updates
from desktop_crm.settings import Settings, can_keep, settings_file
from desktop_crm.storage.places import synchronised_by
from desktop_crm.views.shell.updater import Updater, follow

if TYPE_CHECKING:
    from desktop_crm.storage.database import Database
    from desktop_crm.views.shell.jobs import Jobs
    from desktop_crm.views.shell.main_window import MainWindow
    from desktop_crm.views.shell.state import State
    from desktop_crm.views.start.opening import OpeningWindow

_LOOK = 15_000  # ms after a company was opened, when everything else is done
_TOLD = "told.synchronised"


def greet(window: MainWindow, database: Database, settings: Settings, state: State) -> None:
    """Say what the user should know of this computer; look for a newer version a little later, if that is wanted."""
    if not can_keep():
        words = mark("Greeting", "{folder} cannot be written: settings and the look of the window are not kept.")
        window.messages.show_message(translate(words, folder=settings_file().parent), "warning")
    if database.is_local:
        _warn_of_copies(window, database.path, state)
    if settings["updates"]:
        QTimer.singleShot(_LOOK, window, partial(follow, window, settings))


def _warn_of_copies(window: MainWindow, path: Path, state: State) -> None:
    """Once for each file."""
    service = synchronised_by(path)
    if service and state.get(_TOLD) != str(path):
        state.set(_TOLD, str(path))
        words = mark("Greeting", "{service} copies this company's file while it is open, which can damage it; "
                     "keep it in another folder.")  # fmt: skip
        window.messages.show_message(translate(words, service=service), "warning", stays=True)


def offer_update(opening: OpeningWindow, jobs: Jobs, settings: Settings) -> None:
    """A database of a newer version: offer to update the program, where an administrator said where from."""
    updater = Updater(jobs, settings, opening)
    if not updater.is_on():
        return
    updater.found.connect(updater.fetch)
    updater.none.connect(lambda: opening.say(translate(mark("Greeting", "There is no newer version yet."))))
    updater.failed.connect(lambda error: opening.say(error.text()))
    updater.ready.connect(partial(_install, opening))
    opening.update_asked.connect(updater.look)
    opening.offer_update()


def _install(opening: OpeningWindow, installer: Path) -> None:
    try:
        updates.start(installer)
    except CrmError as error:
        opening.say(error.text())
    else:
        QApplication.quit()
