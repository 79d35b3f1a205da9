"""The bar over every page: rail toggle, name, search, "New" button, bell, help, user."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QMenu, QSizePolicy, QWidget

from desktop_crm.i18n import mark, translate
from desktop_crm.views.shell.link_state import LinkState
from desktop_crm.views.widgets import paint, tokens
from desktop_crm.views.widgets.badges import CountDot
from desktop_crm.views.widgets.fonts import width
from desktop_crm.views.widgets.layouts import Content, box, button, label, row, tool


class _Logo(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(26, 26)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint.box(painter, self.rect(), "accent", radius=7)
        paint.icon(painter, "handshake", 5, 13, 16, "on_accent")


class _SearchButton(QAbstractButton):
    """Looks like a search field and opens the command palette."""

    def __init__(self) -> None:
        super().__init__()
        self._hint = translate(mark("TopBar", "Search customers, quotes, phone numbers, tax codes…"))
        self.setAccessibleName(self._hint)
        self.setFixedHeight(tokens.FIELD_HEIGHT)
        self.setMinimumWidth(160)
        self.setMaximumWidth(520)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def sizeHint(self) -> QSize:
        return QSize(520, tokens.FIELD_HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, rect = QPainter(self), QRectF(self.rect())
        paint.box(painter, rect, "surface", "text3" if self.underMouse() else "line")
        paint.icon(painter, "search", 8, rect.center().y(), 16, "text3")
        wide = width("Ctrl K", 11) + 12
        cap = QRectF(rect.right() - wide - 6, rect.center().y() - 9.5, wide, 19)
        paint.text(painter, rect.adjusted(37, 0, -wide - 14, 0), self._hint, colour="text3")
        paint.box(painter, cap, "sunken", "line", 4)
        paint.text(painter, cap, "Ctrl K", 11, "text3", align=paint.CENTRE)
        if self.hasFocus():
            paint.focus_ring(painter, rect, tokens.R_FIELD)


class _UserButton(QAbstractButton):
    """The user's initials; opens the menu of what is the user's own."""

    def __init__(self, name: str, menu: QMenu) -> None:
        super().__init__()
        self._menu = menu
        self.setFixedSize(30, 30)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(self._open)
        self.set_name(name)

    def set_name(self, name: str) -> None:
        self._name = name
        self.setToolTip(name)
        self.setAccessibleName(translate(mark("TopBar", "User menu of {name}"), name=name))
        self.update()

    def _open(self) -> None:
        self._menu.aboutToShow.emit()  # it is filled only now, and its width is wanted before it shows
        corner = self.mapToGlobal(self.rect().bottomRight())
        corner.setX(corner.x() - self._menu.sizeHint().width())
        self._menu.popup(corner)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, rect = QPainter(self), QRectF(self.rect())
        if self._name:
            paint.avatar(painter, rect.adjusted(1, 1, -1, -1), self._name)
        if self.hasFocus():
            paint.focus_ring(painter, rect, 15)


class TopBar(QFrame):
    """Signals only; what they do is the main window's."""

    rail_toggled = Signal()
    search_asked = Signal()
    create_asked = Signal()
    bell_asked = Signal()
    help_asked = Signal()

    def __init__(self, app_name: str, user: str, create_menu: QMenu, user_menu: QMenu, bell: bool, help: bool) -> None:
        super().__init__()
        self.setProperty("role", "top")
        self.setFixedHeight(tokens.TOP_BAR_HEIGHT)
        find = _SearchButton()
        find.clicked.connect(self.search_asked)
        toggle = tool("menu", mark("TopBar", "Fold the navigation (Ctrl+B)"), 32, clicked=self.rail_toggled.emit)
        self._new = button(mark("TopBar", "New"), "primary", "plus", clicked=self.create_asked.emit)
        self._new.setProperty("split", "left")
        self._more = button("", "primary", menu=create_menu)
        self._more.setProperty("split", "right")
        self._more.setFixedWidth(28)
        self._more.setAccessibleName(translate(mark("TopBar", "New: choose what")))
        self._more.setToolTip(self._more.accessibleName())
        self._bell = _Bell() if bell else None
        self._split = box(row(self._new, self._more, gap=0))
        self._user = _UserButton(user, user_menu)
        self.link = LinkState()
        right: list[Content] = [self.link, self._split, 4]
        if self._bell is not None:
            self._bell.button.clicked.connect(self.bell_asked)
            right.append(self._bell)
        right += [tool("circle-help", mark("TopBar", "Help (F1)"), 32, clicked=self.help_asked.emit)] if help else []
        self.setLayout(row(toggle, _Logo(), label(app_name, tokens.LEAD, strong=True), None, (find, 4), None, *right, 2,
                           self._user, gap=8, margins=(10, 0, 14, 0)))  # fmt: skip
        for menu in (create_menu, user_menu):
            menu.setParent(self, menu.windowFlags())  # so that they go away with the bar

    def set_user(self, name: str) -> None:
        """Whose initials stand at the right ('' for nobody's yet)."""
        self._user.set_name(name)

    def set_can_create(self, can: bool) -> None:
        """Whether there is anything to make anew."""
        if can == self._split.isHidden():  # asking a widget to show that is not hidden costs a polish
            self._split.setVisible(can)

    def set_create_title(self, title: str) -> None:
        """What the left half of the button would make ('' for: choose)."""
        self._new.setToolTip(f"{translate(title)} (Ctrl+N)" if title else "")

    def set_unread(self, count: int) -> None:
        """Number on the bell."""
        if self._bell is not None:
            self._bell.set_unread(count)

    def open_create_menu(self) -> None:
        """Drop the menu of what can be made."""
        self._more.showMenu()


class _Bell(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(38, 34)
        self.button = tool("bell", mark("TopBar", "Notifications"), 32)
        self.button.setParent(self)
        self.button.move(0, 1)
        self._dot = CountDot(self)

    def set_unread(self, count: int) -> None:
        self._dot.set_count(count)
        words = translate(mark("TopBar", "Notifications ({n} unread)"), n=count)
        self.button.setToolTip(words)
        self.button.setAccessibleName(words)
