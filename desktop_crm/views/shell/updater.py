"""From "is there a newer version?" to its installer running, beside the window."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import platformdirs
from PySide6.QtCore import QObject, Signal

from desktop_crm.errors import CrmError
from desktop_crm.i18n import mark, translate
from desktop_crm.services import updates
from desktop_crm.services.updates import Release
from desktop_crm.settings import APPLICATION, Settings
from desktop_crm.views.shell.jobs import Jobs

if TYPE_CHECKING:
    from desktop_crm.views.shell.main_window import MainWindow


class Updater(QObject):
    """Looks where the settings say, if they do. `found(release)` and `none()` follow a look, `ready(path)` a download.

    `failed(error)` follows what went wrong. `folder` is where installers are fetched to.
    """

    found = Signal(object)
    none = Signal()
    ready = Signal(object)
    failed = Signal(object)

    def __init__(self, jobs: Jobs, settings: Settings, parent: QObject | None, folder: Path | None = None) -> None:
        super().__init__(parent)
        self._jobs, self._settings = jobs, settings
        self._folder = folder or Path(platformdirs.user_cache_dir(APPLICATION, appauthor=False), "updates")

    def is_on(self) -> bool:
        """Whether there is a place to look at."""
        return bool(self._settings["updates"])

    def look(self) -> None:
        """Look for a newer version."""
        where, key = self._settings["updates"], self._settings["update_key"]
        self._jobs.read(updates.newer, where, key, done=self._looked, failed=self.failed.emit, owner=self, key="look")

    def _looked(self, release: Release | None) -> None:
        if release is None:
            self.none.emit()
        else:
            self.found.emit(release)

    def fetch(self, release: Release) -> None:
        """Download the installer of a version; a bar shows how far it is."""
        title = translate(mark("Updater", "Downloading version {version}"), version=release.version)
        work = partial(_download, self._settings["updates"], release, self._folder)
        self._jobs.read(work, done=self.ready.emit, failed=self.failed.emit, owner=self, title=title)


def _download(where: str, release: Release, folder: Path, progress: Any, cancel: Any) -> Path:
    return updates.download(where, release, folder, progress, cancel.is_set)


def follow(window: MainWindow, settings: Settings, quiet: bool = True) -> Updater:
    """Look for a newer version and offer it in a window's message bars; `quiet` says nothing where there is none."""
    updater, messages = Updater(window.jobs, settings, window), window.messages

    def offer(release: Release) -> None:
        words = translate(mark("Updater", "Version {version} of the program is available."), version=release.version)
        button = mark("Updater", "Download and install")
        messages.show_message(words, "info", button, partial(updater.fetch, release), "download", stays=True)

    def fail(error: CrmError) -> None:
        if quiet:
            messages.show_message(error.text(), "warning")
        else:
            messages.show_error(error)

    updater.found.connect(offer)
    updater.ready.connect(partial(install, window))
    updater.failed.connect(fail)
    if not quiet:
        words = mark("Updater", "This is the newest version.")
        updater.none.connect(lambda: messages.show_message(translate(words)))
    updater.look()
    return updater


def install(window: MainWindow, installer: Path) -> None:
    """Ask, then start the installer and close the window."""
    from desktop_crm.views.widgets.dialogs import confirm

    agreed = confirm(
        window,
        mark("Updater", "Install the new version now?"),
        mark("Updater", "The program closes, the installer takes its place, and your data stays where it is."),
        mark("Updater", "Close and install"),
        keep=mark("Updater", "Later"),
        icon="download",
    )
    if agreed and window.close():
        try:
            updates.start(installer)
        except CrmError as error:
            window.show()
            window.messages.show_error(error)
