"""Locks the windows: what they show is covered until the password is typed; what was begun in them stays."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from desktop_crm.i18n import mark, translate
from desktop_crm.views.context import Jobs
from desktop_crm.views.session.form import SignInForm
from desktop_crm.views.widgets import paint, tokens
from desktop_crm.views.widgets.badges import Icon
from desktop_crm.views.widgets.layouts import button, col, frame, label, row
from desktop_crm.views.widgets.scrim import Scrim

_SHORTCUTS = (QEvent.Type.Shortcut, QEvent.Type.ShortcutOverride)


class LockCover(Scrim):
    """Lies over one window with a field for the password; keys do not reach what is below."""

    left = Signal()

    def __init__(self, window: QWidget, name: str) -> None:
        self.form = SignInForm(mark("Lock", "Unlock"), asks_name=False)
        super().__init__(window)
        title = label(translate(mark("Lock", "Locked for {name}"), name=name), tokens.TITLE, strong=True)
        other = button(mark("Lock", "Log out"), "link", clicked=self.left.emit)
        head = row(Icon("lock", 20, "text2"), title, None, gap=10)
        card = frame("card", col(head, 6, self.form, row(other, None), gap=10, margins=(22, 20, 22, 16)), width=380)
        self.setLayout(col(None, row(None, card, None), None))
        self.setFocusProxy(self.form)
        self.form.setFocus()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), paint.QColor(tokens.current().window))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.accept()  # Esc would close the dialog below, and with it what was typed there


class Lock(QObject):
    """Covers every window of the program. `check(password)` runs beside the window and raises what is wrong."""

    left = Signal()

    def __init__(self, jobs: Jobs, check: Callable[[str], object], name: str) -> None:
        super().__init__()
        self._jobs, self._check, self._name = jobs, check, name
        self.covers: list[LockCover] = []

    @property
    def is_on(self) -> bool:
        """Whether the windows are locked."""
        return bool(self.covers)

    def lock(self) -> None:
        """Cover every window that is shown."""
        app = QApplication.instance()
        if self.is_on or not isinstance(app, QApplication):
            return
        popup = app.activePopupWidget()
        if popup is not None:
            popup.close()
        self.covers = [self._covered(window) for window in app.topLevelWidgets() if _holds_work(window)]
        if self.covers:
            app.installEventFilter(self)
        active = next((cover for cover in self.covers if cover.window() is app.activeWindow()), None)
        if active is not None:
            active.form.setFocus()

    def _covered(self, window: QWidget) -> LockCover:
        cover = LockCover(window, self._name)
        cover.form.entered.connect(lambda name, password: self._try(cover, password))
        cover.left.connect(self.left)
        return cover

    def _try(self, cover: LockCover, password: str) -> None:
        cover.form.wait()
        self._jobs.read(self._check, password, done=lambda _: self.unlock(), failed=cover.form.refuse, owner=cover)

    def unlock(self) -> None:
        """Show everything as it was."""
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)
        covers, self.covers = self.covers, []
        for cover in covers:
            cover.hide()
            cover.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Shortcuts of the windows do nothing, and what opens meanwhile is covered, too."""
        if event.type() in _SHORTCUTS and not (isinstance(watched, QWidget) and self._is_ours(watched)):
            event.accept()
            return event.type() == QEvent.Type.Shortcut
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and self._is_open(watched):
            self.covers.append(self._covered(watched))
        return False

    def _is_open(self, window: QWidget) -> bool:
        return _holds_work(window) and all(cover.window() is not window for cover in self.covers)

    def _is_ours(self, widget: QWidget) -> bool:
        return any(cover.isAncestorOf(widget) for cover in self.covers)


def _holds_work(window: QWidget) -> bool:
    kinds = (Qt.WindowType.Popup, Qt.WindowType.ToolTip, Qt.WindowType.SplashScreen)
    return window.isWindow() and window.isVisible() and window.windowType() not in kinds


class Idle(QObject):
    """`passed` once nobody touched key or mouse for some minutes; 0 never."""

    passed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        from PySide6.QtCore import QTimer

        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.passed)
        self._watches = False

    def watch(self, minutes: int) -> None:
        """Wait for so many minutes without a touch."""
        app = QApplication.instance()
        self._timer.stop()
        if app is not None and bool(minutes) != self._watches:
            (app.installEventFilter if minutes else app.removeEventFilter)(self)
            self._watches = bool(minutes)
        if minutes:
            self._timer.start(minutes * 60_000)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _TOUCHES and self._timer.isActive():
            self._timer.start()
        return False


_TOUCHES = frozenset((QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.Wheel))
