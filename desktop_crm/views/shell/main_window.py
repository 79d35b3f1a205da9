"""The main window: rail, top bar, pages, palette, messages. It is told what there is and never names a module.

Pages get the window as their `shell` and use: `shell.jobs`, `shell.messages`, `shell.open(key, **args)`,
`shell.back()`, `shell.close_page(self)`, `shell.set_args(self, **args)`, `shell.state`.
A page may have `can_leave() -> bool`, asked before it is closed; unsaved work is `setWindowModified(True)`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QFrame, QLayout, QMainWindow, QMenu, QStackedLayout, QWidget

from desktop_crm import i18n
from desktop_crm.i18n import mark, translate
from desktop_crm.settings import log_folder
from desktop_crm.views.shell import translator
from desktop_crm.views.shell.declarations import Item, PaletteItem, Section, Source
from desktop_crm.views.shell.errors import Reporter
from desktop_crm.views.shell.jobs import Jobs
from desktop_crm.views.shell.messages import JobBars, Messages
from desktop_crm.views.shell.pages import Opened, Pages, can_leave
from desktop_crm.views.shell.state import State
from desktop_crm.views.shell.top_bar import TopBar
from desktop_crm.views.widgets import theme, tokens
from desktop_crm.views.widgets.icons import icon
from desktop_crm.views.widgets.layouts import col, frame, row

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QMouseEvent, QResizeEvent

    from desktop_crm.views.connection import Connection
    from desktop_crm.views.shell.palette import Palette
    from desktop_crm.views.shell.rail import Rail
    from desktop_crm.views.shell.rail_sketch import RailSketch

APP_NAME = mark("MainWindow", "Desktop CRM")
_BADGE_PAUSE = 120_000  # ms between two counts of what waits
_FRAME = QSize(16, 48)  # what a window system draws around a window, at most


class OwnAction(NamedTuple):
    """An entry of the user's menu; `keys` are only shown, whoever adds the entry listens to them."""

    icon: str
    title: str
    run: Callable[[], object]
    keys: str = ""


class MainWindow(QMainWindow):
    """`sections` fill the rail, `others` are pages outside it, `sources` add to the palette's pages and commands.

    `on_bell` and `on_help` show their buttons when given; a page with the key "settings" enters the user's menu.
    `language_changed(code)` and `theme_changed(name)` follow the user's choice, which `state` already remembers.

    A window with a `cover` has no pages yet: it shows the cover in their place until `fill` and then `uncover` are
    called, and `go` keeps what the user asks for until then.
    """

    language_changed = Signal(str)
    theme_changed = Signal(str)
    idle_changed = Signal(int)  # after so many minutes without a touch the window is to be locked; 0: never

    def __init__(
        self,
        sections: Sequence[Section],
        jobs: Jobs,
        state: State,
        others: Sequence[Item] = (),
        sources: Sequence[Source] = (),
        user: str = "",
        on_bell: Callable[[MainWindow], object] | None = None,
        on_help: Callable[[MainWindow], object] | None = None,
        cover: QWidget | None = None,
    ) -> None:
        super().__init__()
        self.jobs, self.state = jobs, state
        self.cover, self._filled = cover, cover is None
        self._wish: Callable[[], object] | None = None
        self._connection: Connection | None = None
        self.own_actions: Sequence[OwnAction] = ()
        self.rail: Rail | RailSketch
        self.top: TopBar
        self._side: QFrame
        self._take(sections, others, sources, user)
        self._on_bell, self._on_help = on_bell, on_help
        self._palette: Palette | None = None
        self._unread = 0
        self._wants_slim: bool | None = state.get("rail.slim")
        self.messages = Messages(self)
        self.reporter = Reporter(self, self.messages)
        self.job_bars = JobBars(jobs, self.messages)
        jobs.on_error, jobs.on_crash = self.messages.show_error, self.reporter.report
        self.pages = Pages(self._make)
        self.pages.shown.connect(self._page_shown)
        self._middle = QWidget()
        self._lay_over()
        self._build()
        if self._filled:
            self.add_shortcuts()
        self.setWindowTitle(translate(APP_NAME))
        self.setMinimumSize(1024, 600)
        if not state.restore_geometry(self):
            self.resize(QSize(1440, 900).boundedTo(self.screen().availableGeometry().size() - _FRAME))
        self._badge_timer = QTimer(self, interval=_BADGE_PAUSE)
        self._badge_timer.timeout.connect(self.refresh_badges)
        self._badge_timer.start()

    # -- building

    def _take(self, sections: Sequence[Section], others: Sequence[Item], sources: Sequence[Source], user: str) -> None:
        self._sections, self._sources, self.user = sections, sources, user
        self._items = {i.key: i for i in (*(i for s in sections for i in s.items), *others)}

    def _lay_over(self) -> None:
        """The cover, if there is one, lies over the pages."""
        layout = QStackedLayout(self._middle)
        layout.setStackingMode(QStackedLayout.StackingMode.StackAll)
        layout.addWidget(self.pages)
        if self.cover is not None:
            layout.addWidget(self.cover)
            layout.setCurrentWidget(self.cover)

    def fill(
        self, sections: Sequence[Section], others: Sequence[Item] = (), sources: Sequence[Source] = (), user: str = ""
    ) -> None:
        """Give a covered window its pages."""
        self._take(sections, others, sources, user)
        self._filled = True
        sketch, self.rail = self.rail, self._make_rail()
        self._side.layout().replaceWidget(sketch, self.rail)  # type: ignore[union-attr]
        sketch.deleteLater()
        self._fold()
        self.top.set_user(user)
        self.top.set_can_create(self._can_create())
        if self._palette is not None:
            self._palette.set_sources(self._all_sources())

    def uncover(self) -> None:
        """Show the pages, and what the user asked for meanwhile."""
        if self.cover is None:
            return
        self.cover.hide()
        self.cover.deleteLater()
        self.cover = None
        wish, self._wish = self._wish, None
        if wish is not None:
            wish()

    def follow(self, connection: Connection) -> None:
        """Show how the connection to the database stands, and close without asking while it is lost."""
        self._connection = connection
        self.top.link.follow(connection)

    def _build(self) -> None:
        """Everything that has words in it; done again when the language changes, around the same pages."""
        self.rail = self._make_rail()
        self.top = self._top_bar()
        self._side = frame("rail", col(self.rail, margins=(0, 4, 0, 4)))
        body, layout = QFrame(), col(self.top, row((self._side, 0), (self._middle, 1), gap=0), gap=0)
        # The open rail's minimum would keep a narrow window from folding it.
        layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        body.setLayout(layout)
        self.setCentralWidget(body)
        self._fold()
        self.messages.raise_()

    def _make_rail(self) -> Rail | RailSketch:
        """The rail; before the window is filled only a drawing of it."""
        if self._filled:
            from desktop_crm.views.shell.rail import Rail as Kind
        else:
            from desktop_crm.views.shell.rail_sketch import RailSketch as Kind  # type: ignore[assignment]
        rail = Kind(self._sections)
        rail.fold_sections(self.state.get("rail.folded", []))
        rail.chosen.connect(self.go)
        return rail

    def _top_bar(self) -> TopBar:
        bell, help_ = self._on_bell is not None, self._on_help is not None
        create, own = self._menu(self._fill_create_menu), self._menu(self._fill_user_menu)
        top = TopBar(translate(APP_NAME), self.user, create, own, bell, help_)
        top.rail_toggled.connect(self.toggle_rail)
        top.search_asked.connect(self.open_palette)
        top.create_asked.connect(self.create_new)
        top.bell_asked.connect(lambda: self._on_bell and self._on_bell(self))
        top.help_asked.connect(self._help)
        top.set_unread(self._unread)
        top.set_can_create(self._can_create())
        if self._connection is not None:
            top.link.follow(self._connection)
        return top

    def _menu(self, fill: Callable[[QMenu], None]) -> QMenu:
        """A menu that is filled anew whenever it opens: few are ever opened."""
        menu = QMenu(self)

        def show() -> None:
            menu.clear()
            fill(menu)

        menu.aboutToShow.connect(show)
        return menu

    def _can_create(self) -> bool:
        return not self._filled or any(item.create is not None for item in self._items.values())

    def _fill_create_menu(self, menu: QMenu) -> None:
        for item in self._items.values():
            if item.create is not None:
                words = translate(item.create_title or item.title).replace("&", "&&")
                menu.addAction(icon(item.icon), words, partial(item.create, self))

    def _fill_user_menu(self, menu: QMenu) -> None:
        _choices(menu.addMenu(translate(mark("MainWindow", "Theme"))), theme.THEMES,
                 self.state.get("theme", "system"), self.choose_theme)  # fmt: skip
        _choices(menu.addMenu(translate(mark("MainWindow", "Row height"))), theme.DENSITIES,
                 self.state.get("density", "normal"), self.choose_density)  # fmt: skip
        _choices(menu.addMenu(translate(mark("MainWindow", "Language"))), i18n.LANGUAGES,
                 i18n.language(), self.choose_language)  # fmt: skip
        menu.addSeparator()
        if "settings" in self._items:
            words = translate(mark("MainWindow", "Settings"))
            menu.addAction(icon("settings-2"), words, lambda: self.open("settings"))
        from PySide6.QtGui import QKeySequence

        menu.addAction(icon("life-buoy"), translate(mark("MainWindow", "Open the log folder")), self.open_log_folder)
        menu.addAction(icon("info"), translate(mark("MainWindow", "About")), self.about)
        if self.own_actions:
            menu.addSeparator()
        for own in self.own_actions:
            action = menu.addAction(translate(own.title), own.run)
            if own.icon:
                action.setIcon(icon(own.icon))
            if own.keys:
                action.setShortcut(QKeySequence(own.keys))
                action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        menu.addSeparator()
        leave = menu.addAction(translate(mark("MainWindow", "Quit")), self.close)
        leave.setShortcut(QKeySequence.StandardKey.Quit)
        leave.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)  # shown here; the window has the shortcut itself

    def add_shortcuts(self) -> None:
        """Listen to the keyboard; a covered window does when it has been drawn."""
        from PySide6.QtGui import QKeySequence, QShortcut

        back, forward = Qt.Modifier.ALT | Qt.Key.Key_Left, Qt.Modifier.ALT | Qt.Key.Key_Right
        for keys, run in (
            (QKeySequence("Ctrl+K"), self.open_palette),
            (QKeySequence("Ctrl+B"), self.toggle_rail),
            (QKeySequence("Ctrl+N"), self.create_new),
            (QKeySequence(back), self.back),
            (QKeySequence(forward), self.forward),
            (QKeySequence("Ctrl+Z"), self.messages.undo_last),
            (QKeySequence("F1"), self._help),
            (QKeySequence(QKeySequence.StandardKey.Quit), self.close),
        ):
            QShortcut(keys, self, lambda run=run: run())

    # -- pages

    def open(self, key: str, **args: Any) -> QWidget:
        """Show a page of a declared item; the same key and arguments find the page that is already open."""
        return self.pages.open(self._items[key], args)

    def has(self, key: str) -> bool:
        """Whether there is a page of this kind."""
        return key in self._items

    def forget_pages(self) -> None:
        """Make pages anew when they are next opened, but for the one in front and those with unsaved work."""
        self.pages.forget()
        current = self.pages.current()
        if current is not None:
            self.rail.set_current(current.item.parent or current.item.key)

    def go(self, key: str) -> None:
        """Open a page where the user points; before the window is filled it is only lit, and opened in time."""
        if self._filled:
            self.open(key)
        else:
            self._wish = partial(self.open, key)
            self.rail.set_current(key)

    def back(self) -> bool:
        """Show the page before."""
        return self.pages.go(-1)

    def forward(self) -> bool:
        """Show the page one came back from."""
        return self.pages.go(1)

    def close_page(self, page: QWidget) -> bool:
        """Close a page unless it wants to stay."""
        if not can_leave(page):
            return False
        self.pages.close_page(page)
        return True

    def set_args(self, page: QWidget, **args: Any) -> None:
        """Say that a page now shows something else (a new record got its id)."""
        self.pages.set_args(page, args)

    def create_new(self) -> None:
        """What the page in front makes: `create` of its declaration; else drop the menu."""
        item = self._front_item()
        if not self._filled:
            self._wish = self.create_new
        elif item is not None and item.create is not None:
            item.create(self)
        else:
            self.top.open_create_menu()

    def _make(self, item: Item, args: dict[str, Any]) -> QWidget:
        page = item.factory(self, **args)
        page.windowTitleChanged.connect(self._show_title)  # many pages know their title only when they have read
        return page

    def _front_item(self) -> Item | None:
        """The rail's item of the page in front."""
        current = self.pages.current()
        return self._items.get(current.item.parent or current.item.key) if current else None

    def _page_shown(self, opened: Opened) -> None:
        item = opened.item
        self.rail.set_current(item.parent or item.key)
        front = self._front_item()
        self.top.set_create_title((front.create_title or front.title) if front and front.create else "")
        self._show_title()

    def _show_title(self) -> None:
        current = self.pages.current()
        if current is not None:
            title = current.widget.windowTitle() or translate(current.item.title)
            self.setWindowTitle(f"{title} – {translate(APP_NAME)}")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.BackButton:
            self.back()
        elif event.button() == Qt.MouseButton.ForwardButton:
            self.forward()

    # -- rail

    def toggle_rail(self) -> None:
        """Fold or open the rail; the choice holds until the window's width crosses the limit."""
        self._wants_slim = not self.rail.slim
        self._fold()

    def _fold(self) -> None:
        narrow = self.width() < tokens.FOLD_BELOW
        slim = narrow if self._wants_slim is None else self._wants_slim
        if slim != self.rail.slim:
            self.rail.set_slim(slim)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        limit = tokens.FOLD_BELOW
        if event.oldSize().isValid() and (event.oldSize().width() < limit) != (event.size().width() < limit):
            self._wants_slim = None
        self._fold()

    def refresh_badges(self) -> None:
        """Count anew what waits, in the background."""
        for item in self._items.values():
            if item.badge is not None:
                done = partial(self.rail.set_count, item.key)
                self.jobs.read(item.badge, done=done, failed=_ignore, owner=self.rail, key=f"badge {item.key}")

    def set_unread(self, count: int) -> None:
        """Number on the bell."""
        self._unread = count
        self.top.set_unread(count)

    # -- palette, help, about

    def open_palette(self) -> Palette:
        """Show the command palette, or find it open."""
        if self._palette is None:
            from desktop_crm.views.shell.palette import Palette

            self._palette = Palette(self, self.jobs, self._all_sources())
            self._palette.closed.connect(self._palette_gone)
        return self._palette

    def _palette_gone(self) -> None:
        self._palette = None

    def _all_sources(self) -> list[Source]:
        from desktop_crm.views.shell.palette import matching

        create = [
            PaletteItem(i.icon, i.create_title or i.title, "", partial(i.create, self))
            for i in self._items.values()
            if i.create is not None
        ]
        places = [
            PaletteItem(i.icon, i.title, section.title, partial(self.go, i.key))
            for section in self._sections
            for i in section.items
        ]
        return [
            *self._sources,
            Source(mark("MainWindow", "Commands"), partial(matching, create), background=False),
            Source(mark("MainWindow", "Go to"), partial(matching, places), background=False),
        ]

    def _help(self) -> None:
        if self._on_help is not None:
            self._on_help(self)

    def about(self) -> None:
        """Show what this program is."""
        from desktop_crm.views.shell.about import AboutDialog

        AboutDialog(self, translate(APP_NAME)).open()

    def open_log_folder(self) -> None:
        """Show where the program wrote what went wrong, for whoever gives support."""
        from PySide6.QtCore import QUrl
        from PySide6.QtGui import QDesktopServices

        folder = log_folder()
        if not folder.is_dir() or not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            words = translate(mark("MainWindow", "The log is kept in {folder}."), folder=folder)
            self.messages.show_message(words, "info")

    # -- theme and language

    def choose_theme(self, name: str) -> None:
        """Show the program in another theme and remember it."""
        self.state.set("theme", name)
        apply_theme(self.state)
        self.theme_changed.emit(name)

    def choose_density(self, name: str) -> None:
        """Show lists with other row heights and remember it; lists take it up when they are next shown."""
        self.state.set("density", name)
        apply_theme(self.state)
        self.theme_changed.emit(self.state.get("theme", "system"))

    def choose_language(self, code: str) -> bool:
        """Speak another language: pages are made anew, so each is asked first. False when one wants to stay."""
        if code == i18n.language():
            return True
        if not self._all_may_leave():
            self._build()  # the menu's check mark goes back
            return False
        i18n.set_language(code)
        self.state.set("language", code)
        translator.retranslate()
        self.pages.clear()
        self._build()
        self.pages.go(0)
        self.refresh_badges()
        self.language_changed.emit(code)
        return True

    # -- closing

    def _all_may_leave(self) -> bool:
        for opened in self.pages.alive():
            if opened.widget.isWindowModified():
                self.pages.open(opened.item, opened.args)
            if not can_leave(opened.widget):
                return False
        return True

    def _may_close(self) -> bool:
        """Unsaved work is asked about; while the server is gone it is kept as drafts instead."""
        if self._connection is None or not self._connection.lost:
            return self._all_may_leave()
        for opened in self.pages.alive():
            keep: Callable[[], object] | None = getattr(opened.widget, "keep_draft", None)
            if keep is not None:
                keep()
        waiting = self._connection.saves_without_draft()
        return not waiting or self._give_up_waiting(waiting)

    def _give_up_waiting(self, waiting: int) -> bool:
        from desktop_crm.views.widgets.dialogs import confirm

        return confirm(
            self,
            mark("MainWindow", "Changes wait for the server"),
            translate(mark("MainWindow", "{n} changes (deleting, tagging and the like) have not reached the server and "
                      "are not made if you quit now. What you typed is kept as drafts."), n=waiting),
            mark("MainWindow", "Quit all the same"),
            danger=True,
            keep=mark("MainWindow", "Wait"),
        )  # fmt: skip

    def closeEvent(self, event: QCloseEvent) -> None:
        running = [job.title for job in self.job_bars.running()]
        if not self._may_close() or (running and not self._give_up(running)):
            event.ignore()
            return
        self.state.keep_geometry(self)
        self.state.set("rail.slim", self._wants_slim)
        self.state.set("rail.folded", self.rail.folded_sections())
        self.state.save()
        event.accept()

    def _give_up(self, running: Sequence[str]) -> bool:
        from desktop_crm.views.widgets.dialogs import confirm

        agreed = confirm(
            self,
            mark("MainWindow", "Work is still going on"),
            translate(mark("MainWindow", "{what} is not finished. If you quit now, it is stopped and undone."),
                      what=", ".join(running)),
            mark("MainWindow", "Stop it and quit"),
            danger=True,
            keep=mark("MainWindow", "Wait"),
        )  # fmt: skip
        for job in self.job_bars.running() if agreed else ():
            job.cancel.set()
        return agreed


def apply_theme(state: State) -> None:
    """Put the remembered theme and density in force."""
    app = QApplication.instance()
    if isinstance(app, QApplication):
        theme.apply(app, state.get("theme", "system"), state.get("density", "normal"))


def _ignore(error: Exception) -> None:
    """A count that cannot be had is not worth a message."""


def _choices(menu: QMenu, choices: dict[str, Any], current: str, run: Callable[[str], object]) -> None:
    from PySide6.QtGui import QAction, QActionGroup

    group = QActionGroup(menu)
    for key, words in choices.items():
        action = QAction(translate(words), menu, checkable=True, checked=key == current)
        action.triggered.connect(lambda _=False, k=key: run(k))
        group.addAction(action)
        menu.addAction(action)
