"""Shows the window at once, opens a company behind it, and keeps both alive together.

What a company needs (the database, the mapped classes, the modules) is loaded beside the window, not by importing this.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from desktop_crm.app.log import keep_log
from desktop_crm.app.single import Instance
from desktop_crm.app.windows import listen_for_installer, set_identity
from desktop_crm.i18n import set_language
from desktop_crm.resources import resource
from desktop_crm.settings import APPLICATION, Settings
from desktop_crm.storage import credentials
from desktop_crm.storage.credentials import named_in, with_credentials
from desktop_crm.views.shell import translator
from desktop_crm.views.shell.jobs import JobRunner
from desktop_crm.views.shell.main_window import MainWindow, apply_theme
from desktop_crm.views.shell.outline import remembered
from desktop_crm.views.shell.state import State
from desktop_crm.views.start.first_look import FirstLook
from desktop_crm.views.widgets import fonts, theme

if TYPE_CHECKING:
    from desktop_crm.app.keeping import CopyKeeper
    from desktop_crm.app.session import Session
    from desktop_crm.errors import CrmError
    from desktop_crm.services.choices import Choices
    from desktop_crm.storage.database import Actor, Database
    from desktop_crm.views.context import Context
    from desktop_crm.views.session.sign_in_window import SignInWindow

log = logging.getLogger(__name__)

_EXPIRY_PAUSE = 30 * 60 * 1000  # ms between two looks for quotes that ran out
_FIRST_UPKEEP = 10_000  # ms after a company was opened
_FIRST = "first"
_LONGEST_COVER = 3000  # ms until the first page is shown, with rows or without


def make_application(settings: Settings) -> QApplication:
    """The Qt application with our name, words and log."""
    keep_log()
    set_identity()
    policy = Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
    QApplication.setHighDpiScaleFactorRoundingPolicy(policy)
    app = QApplication.instance() or QApplication([*sys.argv[:1], *theme.arguments()])
    assert isinstance(app, QApplication)
    app.setApplicationName(APPLICATION)
    app.setDesktopFileName(APPLICATION)
    app.setWindowIcon(QIcon(str(resource("brand", "desktop-crm.ico"))))
    set_language(settings["language"])
    translator.install(app)
    return app


class Desktop(QObject):
    """The running program: at most one company is open; another one may take its place."""

    def __init__(self, settings: Settings, state: State) -> None:
        super().__init__()
        self.settings, self.state = settings, state
        self.jobs = JobRunner(self)
        self.database: Database | None = None
        self.front: QWidget | None = None
        self._unclaimed: list[Database] = []  # opened beside the window, not yet or never taken over by it
        self._kept_first = False
        self._instance: Instance | None = None
        self._copies: CopyKeeper | None = None
        self.session: Session | None = None
        self._target = ""
        self._expiry = QTimer(self, interval=_EXPIRY_PAUSE)
        self._expiry.timeout.connect(self._expire)
        apply_theme(state)

    def claim(self, target: str | None, user: str = "") -> bool:
        """Be the one window program of this user on a database; False where there is one, which comes to the front.

        From then on another start on the database that is open brings this window to the front, and the installer may
        ask it to close.
        """
        instance = Instance(self)
        if not instance.hold(target or "", user):
            return False
        self._instance = instance
        instance.asked.connect(self.come_forward)
        listen_for_installer(self, self._close_front)
        return True

    def come_forward(self) -> None:
        """Bring the window to the front."""
        if self.front is not None:
            self.front.setWindowState(self.front.windowState() & ~Qt.WindowState.WindowMinimized)
            self.front.show()
            self.front.raise_()
            self.front.activateWindow()

    def _close_front(self) -> None:
        if self.front is not None:
            QTimer.singleShot(0, self.front, self.front.close)

    def start(self, target: str | None, user: str = "", demo: bool = False) -> None:
        """Show the window and open `target` behind it; the first-run assistant asks for it where it is None."""
        if target is not None and self._instance is not None and not self._instance.hold_also(target, user):
            QApplication.quit()  # another window has it open and comes to the front
            return
        if target is None:
            self._ask()
            return
        kept = self._kept(target, user, demo)
        look = FirstLook(target, bool(self.state.get(f"{kept.get('memory', '')}.preview", True)))
        window = self._window(look)
        look.setFocus()
        look.painted.connect(partial(self._drawn, window, look, kept, partial(self._open, window, target, user, demo)))
        self._bring(window)

    def _window(self, look: FirstLook) -> MainWindow:
        """The main window, covered until its company is open."""
        outline = remembered(self.state)
        window = MainWindow(outline, self.jobs, self.state, cover=look)
        window.rail.set_current(next((item.key for section in outline for item in section.items), ""))
        window.language_changed.connect(lambda code: self.settings.change(language=code))
        window.reporter.install()
        return window

    def _kept(self, target: str, user: str, demo: bool) -> dict[str, Any]:
        """What was kept of the list the company opened with; empty where it may open with another one."""
        kept = self.state.get(_FIRST, None) or {}
        if demo or kept.get("target") != target or kept.get("user") != user:
            return {}
        same = self.state.get(f"{kept['memory']}.columns", None) == kept["chosen"]
        return dict(kept) if same else {}

    def _drawn(self, window: MainWindow, look: FirstLook, kept: dict[str, Any], begin: Callable[[], None]) -> None:
        """The window is on the screen: first the rows that can be had without loading anything, then all the rest."""
        window.add_shortcuts()
        if kept:
            self.jobs.read(_first_rows, kept, done=partial(self._show_rows, look, kept, begin), owner=look)
        else:
            begin()

    def _show_rows(self, look: FirstLook, kept: dict[str, Any], begin: Callable[[], None], found: Any) -> None:
        if found is None:
            begin()
            return
        from desktop_crm.views.start.first_rows import first_grid

        known, rows = found
        look.show_grid(first_grid(known, rows, self.state.get(f"{kept['memory']}.widths", {})), begin)

    def _ask(self) -> None:
        from desktop_crm.views.start.assistant import Assistant

        assistant = Assistant(self.jobs, self.settings)
        assistant.chosen.connect(lambda target, demo: self.start(target, "", demo))
        assistant.language_changed.connect(self._ask)
        self._bring(assistant)

    def _ask_who(self, target: str, user: str, demo: bool, reason: str = "") -> None:
        """The sign-in window in the place of what is shown."""
        from desktop_crm.views.session.sign_in_window import SignInWindow

        server = "://" in target
        name = user or (named_in(target) if server else self.settings["user"])
        asking = SignInWindow(target, name, may_keep=server and credentials.available(), reason=reason)
        asking.entered.connect(partial(self._sign_in, asking, target, demo))
        asking.another.connect(self._ask)
        self._bring(asking)

    def _sign_in(self, asking: SignInWindow, target: str, demo: bool, name: str, password: str, keep: bool) -> None:
        asking.form.wait()
        url = with_credentials(target, name, password) if "://" in target else target
        self.jobs.read(
            _prepare,
            self._unclaimed,
            url,
            name,
            demo,
            password,
            done=partial(self._signed_in, target, name, password if keep else ""),
            failed=asking.refuse,
            owner=asking,
        )

    def _signed_in(self, target: str, name: str, kept: str, company: tuple[Database, Actor, Choices]) -> None:
        self.settings.change(user=name)
        if kept:
            self.jobs.read(credentials.keep, target, name, kept, owner=self)
        window = self._window(FirstLook(target))
        window.add_shortcuts()
        self._bring(window)
        self._opened(window, target, name, company)

    def log_out(self) -> None:
        """Let the user go and ask who comes next; a window with unsaved work may want to stay."""
        window, company = self.front, self.session
        if window is None or company is None:
            return
        database, actor, target = company.context.database, company.context.actor, self._target
        company.end()
        self._ask_who(target, actor.name, False)
        if window.isVisible():  # it was asked to close, and stays
            asking, self.front = self.front, window
            if asking is not None:
                asking.close()
                asking.deleteLater()
            return
        self._expiry.stop()
        self.session = self.database = None
        self.jobs.write(_go, database, actor, owner=self)

    def _open(self, window: MainWindow, target: str, user: str, demo: bool) -> None:
        self.jobs.read(
            _prepare,
            self._unclaimed,
            target,
            user,
            demo,
            done=partial(self._opened, window, target, user),
            failed=partial(self._failed, target, user, demo),
            owner=window,
        )

    def _opened(self, window: MainWindow, target: str, user: str, company: tuple[Database, Actor, Choices]) -> None:
        from desktop_crm.app.greeting import greet
        from desktop_crm.app.keeping import CopyKeeper, tell_moved
        from desktop_crm.app.others import Others
        from desktop_crm.app.session import Session
        from desktop_crm.app.window import MODULES, fill_window

        if self.database is not None:
            self.database.close()
        self.database, actor, choices = company
        self._unclaimed.remove(self.database)
        fonts.load_rest()
        reopen = partial(self.start, target, actor.name)
        context = fill_window(window, self.database, actor, choices, self.settings, reopen, self.go_to)
        self._target, self.session = target, Session(window, context, self.settings, self.log_out)
        Others(context)
        self._copies = CopyKeeper(window, self.jobs, self.settings, self.database)
        first = next((view.module for view in MODULES if window.has(view.module)), "settings")
        page: Any = window.open(first)
        if first == "settings":
            window.uncover()
            return
        loaded = partial(self._loaded, window, context, page, {"target": target, "user": user})
        page.model.loaded.connect(loaded, Qt.ConnectionType.SingleShotConnection)
        page.model.failed.connect(window.uncover)
        QTimer.singleShot(_LONGEST_COVER, window, window.uncover)
        self._expiry.start()
        QTimer.singleShot(_FIRST_UPKEEP, self, self._expire)
        greet(window, self.database, self.settings, self.state)
        if self.database.moved is not None:
            tell_moved(window, self.database.moved, self.go_to)

    def go_to(self, target: str) -> None:
        """Open the company at another address, now and at every start from now on."""
        self.settings.change(database=target)
        self.start(target)

    def _loaded(self, window: MainWindow, context: Context, page: Any, where: dict[str, str]) -> None:
        """The list the company opens with is there; what it takes to show it again is kept for the next start."""
        from desktop_crm.app.first import record

        window.uncover()
        if not context.database.is_local:
            self._keep({}, None)
            return
        query, columns = page.model.query, list(page.model.columns)
        memory = f"list.{context.actor.name}.{query.entity.__tablename__}"
        where |= {"memory": memory, "chosen": self.state.get(f"{memory}.columns", None)}
        work = partial(record, query=query, columns=columns, choices=context.choices, path=context.database.path)
        context.read(work, partial(self._keep, where), owner=window)

    def has_kept(self) -> bool:
        """Whether the next start knows what this one showed first."""
        return self._kept_first

    def _keep(self, where: dict[str, Any], kept: dict[str, Any] | None) -> None:
        self.state.set(_FIRST, {**kept, **where} if kept else None)
        self._kept_first = True

    def _failed(self, target: str, user: str, demo: bool, error: CrmError) -> None:
        from desktop_crm.app.greeting import offer_update
        from desktop_crm.errors import CredentialsRefused, SchemaTooNew
        from desktop_crm.services.sign_in import SignInNeeded
        from desktop_crm.views.start.opening import OpeningWindow

        if isinstance(error, SignInNeeded | CredentialsRefused):
            self._ask_who(target, user, demo, error.text() if isinstance(error, CredentialsRefused) else "")
            return

        opening = OpeningWindow(target)
        opening.retried.connect(partial(self.start, target, user, demo))
        opening.another.connect(self._ask)
        opening.fail(error)
        if isinstance(error, SchemaTooNew):
            offer_update(opening, self.jobs, self.settings)
        self._bring(opening)

    def _expire(self) -> None:
        """A quote runs out at midnight, also while the program stays open; searches stay quick while records grow."""
        from desktop_crm.app.company import expire_quotes, forget_receipts, keep_searches_quick

        if self.database is not None:
            for upkeep in (expire_quotes, forget_receipts, keep_searches_quick):
                self.jobs.write(upkeep, self.database, failed=_another_time, owner=self)

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
        if self._instance is not None:
            self._instance.release()
        if self._copies is not None and isValid(self._copies):
            self._copies.stop()
        self.jobs.close()
        for database in (self.database, *self._unclaimed):
            if database is not None:
                database.close()


def _another_time(error: CrmError) -> None:
    """Upkeep that nobody waits for is done at the next turn."""
    log.info("upkeep: %s", error)


def _first_rows(kept: dict[str, Any]) -> Any:
    """What was kept, and the rows as they are now; None where there are none to be had."""
    from desktop_crm.storage.replay import read_again
    from desktop_crm.views.start.first_rows import kept_of

    found = kept_of(kept)
    rows = read_again(found.path, found.statement) if found is not None else None
    return (found, rows) if rows is not None and rows.values else None


def _go(database: Database, actor: Actor) -> None:
    from desktop_crm.services.sign_in import sign_out

    try:
        sign_out(database, actor)
    finally:
        database.close()


def _prepare(
    opened: list[Database], target: str, user: str, demo: bool, password: str | None = None
) -> tuple[Database, Actor, Choices]:
    """Open the company and load its modules, beside the window; `opened` holds it until the window takes it over."""
    from desktop_crm.app.company import open_company

    if password is None:
        target = credentials.with_kept(target)
    company = open_company(target, user, demo, password)
    opened.append(company[0])
    import desktop_crm.app.window
    import desktop_crm.views.records.list_window  # noqa: F401

    return company
