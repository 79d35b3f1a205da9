"""The window program: opens a company, builds the main window around it, and keeps both alive together."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from functools import partial
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import Any

import platformdirs
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from desktop_crm.i18n import mark, set_language
from desktop_crm.models import RECORDS
from desktop_crm.services import quotes
from desktop_crm.services.choices import Choices, load_choices
from desktop_crm.services.sign_in import sign_in
from desktop_crm.settings import APPLICATION, Settings
from desktop_crm.storage.database import Actor, Database, open_database
from desktop_crm.views.context import Context
from desktop_crm.views.modules import MODULES
from desktop_crm.views.records.declare import EntityView, check
from desktop_crm.views.records.palette_sources import record_sources
from desktop_crm.views.shell import translator
from desktop_crm.views.shell.declarations import Item, Section
from desktop_crm.views.shell.jobs import JobRunner, Jobs
from desktop_crm.views.shell.main_window import MainWindow, apply_theme
from desktop_crm.views.shell.state import State

log = logging.getLogger(__name__)

_EXPIRY_PAUSE = 30 * 60 * 1000  # ms between two looks for quotes that ran out


def run(target: str | None, settings: Settings, *, user: str = "", demo: bool = False) -> int:
    """Show the window on a database, or the first-run assistant where `target` is None; the exit status.

    With `demo` an empty database is first filled with the demo company.
    """
    app = make_application(settings)
    desktop = Desktop(settings, State())
    desktop.start(target, user, demo)
    try:
        return app.exec()
    finally:
        desktop.close()


def make_application(settings: Settings) -> QApplication:
    """The Qt application with our name, words and log."""
    _keep_log()
    policy = Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
    QApplication.setHighDpiScaleFactorRoundingPolicy(policy)
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    app.setApplicationName(APPLICATION)
    set_language(settings["language"])
    translator.install(app)
    return app


def log_file() -> Path:
    """Where the program writes what went wrong."""
    return Path(platformdirs.user_log_dir(APPLICATION, appauthor=False)) / "desktop-crm.log"


def _keep_log() -> None:
    try:
        log_file().parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(log_file(), maxBytes=1_000_000, backupCount=3, encoding="utf-8", delay=True)
    except OSError:
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root = logging.getLogger("desktop_crm")
    root.addHandler(handler)
    root.setLevel(logging.INFO)


def open_company(target: str, user: str = "", demo: bool = False) -> tuple[Database, Actor, Choices]:
    """Open a database for a user; a demo is filled first where it is empty. Runs beside the window."""
    database = open_database(target)
    try:
        if demo:
            _fill_demo(database)
        actor = sign_in(database, user)
        expire_quotes(database)
        with database.reading(actor) as unit:
            return database, actor, load_choices(unit)
    except BaseException:
        database.close()
        raise


def expire_quotes(database: Database) -> None:
    """Let quotes past their last day run out."""
    with database.writing() as unit:
        quotes.expire_overdue(unit)


def _fill_demo(database: Database) -> None:
    from desktop_crm.services.demo import fill
    from desktop_crm.storage.listing import Query, count

    with database.reading() as unit:
        empty = not any(count(unit.session, Query(entity)) for entity in RECORDS)
    if empty:
        fill(database)


class Desktop(QObject):
    """The running program: at most one company is open; another one may take its place."""

    def __init__(self, settings: Settings, state: State) -> None:
        super().__init__()
        self.settings, self.state = settings, state
        self.jobs = JobRunner(self)
        self.database: Database | None = None
        self.front: QWidget | None = None
        self._expiry = QTimer(self, interval=_EXPIRY_PAUSE)
        self._expiry.timeout.connect(self._expire)
        apply_theme(state)

    def start(self, target: str | None, user: str = "", demo: bool = False) -> None:
        """Open `target`; the first-run assistant asks for it where it is None."""
        if target is None:
            self._ask()
            return
        from desktop_crm.views.start.opening import OpeningWindow

        opening = OpeningWindow(target)
        opening.retried.connect(partial(self.start, target, user, demo))
        opening.another.connect(self._ask)
        self._bring(opening)
        self.jobs.read(
            open_company, target, user, demo, done=partial(self._opened, target), failed=opening.fail, owner=opening
        )

    def _ask(self) -> None:
        from desktop_crm.views.start.assistant import Assistant

        assistant = Assistant(self.jobs, self.settings)
        assistant.chosen.connect(lambda target, demo: self.start(target, "", demo))
        assistant.language_changed.connect(self._ask)
        self._bring(assistant)

    def _opened(self, target: str, company: tuple[Database, Actor, Choices]) -> None:
        if self.database is not None:
            self.database.close()
        self.database, actor, choices = company
        reopen = partial(self.start, target, actor.name)
        window = build_window(self.database, actor, choices, self.jobs, self.state, self.settings, reopen)
        window.reporter.install()
        self._bring(window)
        window.open(MODULES[0].module)
        self._expiry.start()

    def _expire(self) -> None:
        """A quote runs out at midnight, also while the program stays open."""
        if self.database is not None:
            self.jobs.write(expire_quotes, self.database, owner=self)

    def _bring(self, window: QWidget) -> None:
        """Put a window in the place of the one in front."""
        before, self.front = self.front, window
        if before is not None and not isinstance(window, MainWindow):
            window.move(before.frameGeometry().center() - window.rect().center())
        window.show()
        if before is not None:
            before.close()
            before.deleteLater()

    def close(self) -> None:
        """End the work and let the database go."""
        self.jobs.close()
        if self.database is not None:
            self.database.close()


class _Navigator:
    """Goes to lists, records, imports and print previews of one window; `reopen` opens its database anew."""

    def __init__(self, reopen: Callable[[], object]) -> None:
        self.window: MainWindow | None = None
        self._reopen = reopen

    def reopen(self) -> None:
        self._reopen()

    def open_list(self, module: str, **state: Any) -> None:
        page = self._window().open(module)
        if state:
            page.apply(**state)  # type: ignore[attr-defined]

    def open_record(self, module: str, record_id: int | None = None, **defaults: Any) -> None:
        self._window().open(f"{module}.record", record_id=record_id, **defaults)

    def open_import(self, module: str) -> None:
        self._window().open(f"{module}.import")

    def open_print(self, module: str, record_id: int) -> None:
        self._window().open(f"{module}.print", record_id=record_id)

    def _window(self) -> MainWindow:
        assert self.window is not None
        return self.window


def build_window(
    database: Database,
    actor: Actor,
    choices: Choices,
    jobs: Jobs,
    state: State,
    settings: Settings,
    reopen: Callable[[], object] = lambda: None,
) -> MainWindow:
    """The main window on an open company, with every declared module; `reopen` is called when the file was replaced."""
    for view in MODULES:
        check(view)
    navigator = _Navigator(reopen)
    context = Context(database, actor, jobs, None, choices, navigator, state=state)
    sections = (Section(mark("App", "Sales"), tuple(_list_item(context, view) for view in MODULES)),)
    others = [item for view in MODULES for item in _other_items(context, view)]
    window = MainWindow(
        sections,
        jobs,
        state,
        (*others, _settings_item(context, settings)),
        record_sources(context, MODULES),
        actor.full_name,
    )
    window.language_changed.connect(lambda code: settings.change(language=code))
    navigator.window, context.messages = window, window.messages
    context.relay.setParent(window)
    return window


def _list_item(context: Context, view: EntityView) -> Item:
    def make(shell: MainWindow, **args: Any) -> QWidget:
        from desktop_crm.views.records.list_window import ListWindow

        return ListWindow(context, view, **args)

    return Item(
        view.module,
        view.entity.plural_label,
        view.icon,
        make,
        create=lambda shell: context.navigator.open_record(view.module),
        create_title=view.add_label,
    )


def _other_items(context: Context, view: EntityView) -> list[Item]:
    """Pages of a module outside the rail: its form, and its import and print preview where it has them."""
    items = [Item(f"{view.module}.record", view.entity.singular_label, view.icon, _form(context, view), view.module)]
    if view.importable:
        title = mark("App", "Import from Excel")
        items.append(Item(f"{view.module}.import", title, "upload", _import(context, view), view.module))
    if view.printable:
        title = mark("App", "Print preview")
        items.append(Item(f"{view.module}.print", title, "printer", _print(context, view), view.module))
    return items


def _form(context: Context, view: EntityView) -> Any:
    def make(shell: MainWindow, record_id: int | None = None, **defaults: Any) -> QWidget:
        from desktop_crm.views.records.form_window import FormWindow

        own = view.form(context, record_id, defaults) if view.form is not None else None
        page = own or FormWindow(context, view, record_id, defaults)
        if isinstance(page, FormWindow):
            page.close_asked.connect(lambda: shell.close_page(page))
            page.record_shown.connect(lambda shown: shell.set_args(page, record_id=shown))
        return page

    return make


def _import(context: Context, view: EntityView) -> Any:
    def make(shell: MainWindow) -> QWidget:
        from desktop_crm.views.imports.wizard import ImportWizard

        return ImportWizard(context, view)

    return make


def _print(context: Context, view: EntityView) -> Any:
    def make(shell: MainWindow, record_id: int) -> QWidget:
        from desktop_crm.views.printing.preview_window import PrintPreview

        return PrintPreview(context, view, record_id)

    return make


def _settings_item(context: Context, settings: Settings) -> Item:
    def make(shell: MainWindow) -> QWidget:
        from desktop_crm.views.settings.window import SettingsWindow

        return SettingsWindow(context, settings)

    return Item("settings", mark("App", "Settings"), "settings-2", make)
