"""What the main window holds on an open company: every declared module, its pages, the settings, the palette."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from desktop_crm.i18n import mark, translate
from desktop_crm.services.choices import Choices
from desktop_crm.settings import Settings
from desktop_crm.storage.database import Actor, Database
from desktop_crm.views.context import Context
from desktop_crm.views.modules import MODULES
from desktop_crm.views.records.declare import EntityView
from desktop_crm.views.records.drafts import Draft
from desktop_crm.views.records.drafts_list import offer_drafts
from desktop_crm.views.records.offered import as_offered
from desktop_crm.views.records.palette_sources import record_sources
from desktop_crm.views.rights import NOT_ALLOWED
from desktop_crm.views.shell.declarations import Item, Section
from desktop_crm.views.shell.interruptions import Interruptions
from desktop_crm.views.shell.jobs import Jobs
from desktop_crm.views.shell.main_window import MainWindow
from desktop_crm.views.shell.outline import remember
from desktop_crm.views.shell.state import State

_DRAFTS_AFTER = 400  # ms: first what the window was opened for


class _Navigator:
    """Goes to lists, records, imports and print previews of one window; `reopen` opens its database anew, `elsewhere`
    the one at another address."""

    def __init__(self, window: MainWindow, reopen: Callable[[], object], elsewhere: Callable[[str], object]) -> None:
        self._window, self._reopen, self._elsewhere = window, reopen, elsewhere

    def reopen(self) -> None:
        self._reopen()

    def open_company(self, target: str) -> None:
        self._elsewhere(target)

    def open_list(self, module: str, **state: Any) -> None:
        if not self._window.has(module):
            self._window.messages.show_message(translate(NOT_ALLOWED), "warning")
            return
        page = self._window.open(module)
        if state:
            page.apply(**state)  # type: ignore[attr-defined]

    def open_record(self, module: str, record_id: int | None = None, **defaults: Any) -> None:
        self._go(f"{module}.record", record_id=record_id, **defaults)

    def open_draft(self, draft: Draft) -> None:
        new = {"draft": draft.path.stem} if draft.place.record_id is None else {}
        page: Any = self._window.open(f"{draft.place.module}.record", record_id=draft.place.record_id, **new)
        page.restore_draft(draft)

    def open_import(self, module: str) -> None:
        self._go(f"{module}.import")

    def open_print(self, module: str, record_id: int) -> None:
        self._go(f"{module}.print", record_id=record_id)

    def _go(self, key: str, **args: Any) -> None:
        """Open a page, or say that the user's role has none of its kind."""
        if self._window.has(key):
            self._window.open(key, **args)
        else:
            self._window.messages.show_message(translate(NOT_ALLOWED), "warning")


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
    window = MainWindow((), jobs, state)
    window.language_changed.connect(lambda code: settings.change(language=code))
    fill_window(window, database, actor, choices, settings, reopen)
    return window


def fill_window(
    window: MainWindow,
    database: Database,
    actor: Actor,
    choices: Choices,
    settings: Settings,
    reopen: Callable[[], object] = lambda: None,
    elsewhere: Callable[[str], object] = lambda target: None,
) -> Context:
    """Put every declared module of an open company into a main window; what its pages get."""
    navigator = _Navigator(window, reopen, elsewhere)
    context = Context(database, actor, window.jobs, window.messages, choices, navigator, state=window.state)
    context.relay.setParent(window)
    _offer(window, context, settings)
    context.relay.rights_changed.connect(partial(_offer_anew, window, context, settings))
    Interruptions(window, context)
    window.destroyed.connect(context.drafts.close)
    QTimer.singleShot(_DRAFTS_AFTER, window, lambda: offer_drafts(context, MODULES, window))
    return context


def _offer(window: MainWindow, context: Context, settings: Settings) -> None:
    """Put what the user's rights leave of every module into the window."""
    views = [as_offered(view, context.rights) for view in MODULES if context.rights.may("see", view.module)]
    sections = (Section(mark("App", "Sales"), tuple(_list_item(context, view) for view in views)),)
    others = [item for view in views for item in _other_items(context, view)]
    everything = (*others, _settings_item(context, settings), _sign_ins_item(context))
    window.fill(sections, everything, record_sources(context, views), context.actor.full_name)
    remember(window.state, sections)


def _offer_anew(window: MainWindow, context: Context, settings: Settings) -> None:
    """The rights are others now: pages are made again when they are next opened, unless they hold unsaved work."""
    _offer(window, context, settings)
    window.forget_pages()


def _list_item(context: Context, view: EntityView) -> Item:
    def make(shell: MainWindow, **args: Any) -> QWidget:
        from desktop_crm.views.records.list_window import ListWindow

        return ListWindow(context, view, **args)

    may_create = context.rights.may("create", view.module)
    return Item(
        view.module,
        view.entity.plural_label,
        view.icon,
        make,
        create=(lambda shell: context.navigator.open_record(view.module)) if may_create else None,
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
    def make(shell: MainWindow, record_id: int | None = None, draft: str = "", **defaults: Any) -> QWidget:
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


def _sign_ins_item(context: Context) -> Item:
    def make(shell: MainWindow) -> QWidget:
        from desktop_crm.views.session.history_page import SignInHistory

        return SignInHistory(context)

    return Item("sign_ins", mark("SignIns", "Sign-in history"), "clock", make)


def _settings_item(context: Context, settings: Settings) -> Item:
    def make(shell: MainWindow) -> QWidget:
        from desktop_crm.views.settings.window import SettingsWindow

        return SettingsWindow(context, settings)

    return Item("settings", mark("App", "Settings"), "settings-2", make)
