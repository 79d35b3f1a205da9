"""The head of a form: where one is, what the record is called, what state it is in, what can be done with it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QMenu, QWidget

from desktop_crm.i18n import language, mark, translate
from desktop_crm.models.fields import field_of
from desktop_crm.models.numbers import format_number
from desktop_crm.services.choices import Choices
from desktop_crm.services.reading import RecordView
from desktop_crm.views.records.moments import clock
from desktop_crm.views.widgets import paint, tokens
from desktop_crm.views.widgets.badges import Avatar, Badge, Icon, PillButton
from desktop_crm.views.widgets.fonts import width
from desktop_crm.views.widgets.icons import icon
from desktop_crm.views.widgets.layouts import box, button, col, frame, label, row, tool

if TYPE_CHECKING:
    from desktop_crm.views.records.declare import Action, EntityView

_BUTTONS = 3  # actions with a button of their own; the rest go into the menu
_MOST_TAGS = 4


class _Link(QAbstractButton):
    """A small word one can go back by."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self._words = translate(words)
        self.setAccessibleName(self._words)
        self.setFixedSize(int(width(self._words, tokens.CAPTION)) + 3, 24)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint.text(painter, self.rect(), self._words, tokens.CAPTION, "link")
        if self.underMouse():
            paint.hline(painter, 0, self.width() - 2, self.height() / 2 + 7, "link")
        if self.hasFocus():
            paint.focus_ring(painter, self.rect(), 3)


class FormHeader(QWidget):
    """Signals: `list_asked()`, `stepped(by)`, `action_asked(action)`, `print_asked()`, `panel_toggled()`,
    `shared_asked()`.

    `menu` is the "more" menu; the window fills it.
    """

    list_asked = Signal()
    stepped = Signal(int)
    action_asked = Signal(object)
    print_asked = Signal()
    panel_toggled = Signal()
    shared_asked = Signal()

    def __init__(self, view: EntityView, choices: Choices) -> None:
        super().__init__()
        self._declared, self._choices = view, choices
        self.menu = QMenu(self)
        self._avatar = Avatar("", 44, view.look == "organization")
        self._face = box(row(self._avatar, 4, gap=0))
        self._face.hide()
        self._title = label("", tokens.TITLE, strong=True)
        self._title.setMinimumWidth(80)
        self._badges = row(gap=6)
        self._buttons = row(gap=8)
        self._print = tool("printer", mark("Form", "Print (Ctrl+P)"), 32, clicked=self.print_asked.emit)
        self.panel = tool("panel-right", mark("Form", "Notes and history"), 32, checkable=True, checked=True,
                          clicked=self.panel_toggled.emit)  # fmt: skip
        self._more = tool("ellipsis", mark("Form", "More actions"), 32, menu=self.menu)
        words = box(col(self._title, self._badges, gap=4))
        head = row(self._face, (words, 1), self._buttons, self._print, self.panel, self._more, gap=8,
                   margins=(20, 2, 16, 12))  # fmt: skip
        self.setLayout(col(frame("bar", col(self._crumbs(), head, gap=2)), gap=0))

    def _crumbs(self) -> QHBoxLayout:
        self._number, self._place = label("", tokens.CAPTION, "t2"), label("", tokens.CAPTION, "t3")
        self._up = tool(
            "chevron-up", mark("Form", "Previous record (Alt+PgUp)"), 24, clicked=lambda: self.stepped.emit(-1)
        )
        self._down = tool("chevron-down", mark("Form", "Next record (Alt+PgDown)"), 24,
                          clicked=lambda: self.stepped.emit(1))  # fmt: skip
        self._changed = label("", tokens.CAPTION, "t3")
        module = _Link(self._declared.entity.plural_label)
        module.clicked.connect(self.list_asked)
        self.set_place("", 0, 0)
        parts = (module, Icon("chevron-right", 12), self._number, 8, self._place, self._up, self._down)
        return row(*parts, None, self._changed, gap=4, margins=(20, 6, 16, 0))

    def set_place(self, name: str, position: int, total: int) -> None:
        """Say where in which list the record stands; position 0 where it was not opened from one."""
        numbers = f"{format_number(position, 0, language())} / {format_number(total, 0, language())}"
        self._place.setText(f"{name}   {numbers}" if position else "")
        for arrow, able in ((self._up, position > 1), (self._down, 0 < position < total)):
            arrow.setVisible(position > 0)
            arrow.setEnabled(able)

    def use_choices(self, choices: Choices) -> None:
        """Show badges by other lists from the next time on."""
        self._choices = choices

    def show_new(self) -> None:
        """The head of a record that does not exist yet."""
        self._title.setText(translate(self._declared.add_label))
        self._face.hide()
        self._number.setText(translate(mark("Form", "New")))
        for each in (self._print, self.panel, self._more):
            each.hide()

    def show_view(self, view: RecordView) -> None:
        """The head of a stored record."""
        self._title.setText(view.title)
        self._title.setToolTip(view.title)
        self._avatar.set_name(view.title)
        self._face.setVisible(bool(self._declared.look))
        self._show_badges(view)
        self._number.setText(view.number)
        self._changed.setText(_changed_words(view))
        self._print.setVisible(self._declared.printable)
        self.panel.show()
        self._more.show()

    def _show_badges(self, view: RecordView) -> None:
        _empty(self._badges)
        for place, attribute in enumerate(self._declared.badges):
            name, code = field_of(attribute).choices, view.values[attribute.key]
            if code:
                words, tone = self._choices.label(name, code), self._choices.tone(name, code)
                self._badges.addWidget(Badge(words, tone, dot=not place))
        for tag in view.tags[:_MOST_TAGS]:
            self._badges.addWidget(Badge(tag.name, tag.tone or "teal"))
        if view.deleted:
            self._badges.addWidget(Badge(mark("Form", "In the recycle bin"), "danger"))
        if view.shared:
            words = translate(mark("Form", "Shared with {n}"), n=view.shared)
            shared = PillButton(words, "info", mark("Form", "With whom it is shared"), self.shared_asked.emit)
            self._badges.addWidget(shared)
        self._badges.addStretch(1)

    def show_actions(self, actions: Sequence[Action], *, calm: bool) -> list[Action]:
        """Show the actions offered now, the primary one first; `calm`: none is blue while Save is. The rest comes back.

        The blue button is the first primary one.
        """
        _empty(self._buttons)
        ordered = sorted(actions, key=lambda one: not one.primary)
        for place, action in enumerate(ordered[:_BUTTONS]):
            kind = "primary" if action.primary and not place and calm else "plain"
            tip = f"{translate(action.label)} ({action.shortcut})" if action.shortcut else ""
            made = button(action.label, kind, action.icon, tip)
            made.clicked.connect(lambda _=False, a=action: self.action_asked.emit(a))
            self._buttons.addWidget(made)
        return ordered[_BUTTONS:]

    def fill_menu(self, actions: Sequence[Action]) -> None:
        """Begin the menu anew with the actions that have no button."""
        self.menu.clear()
        for action in actions:
            self.menu.addAction(icon(action.icon), translate(action.label), lambda a=action: self.action_asked.emit(a))
        if actions:
            self.menu.addSeparator()


def _empty(layout: QHBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()


def _changed_words(view: RecordView) -> str:
    who = view.relations.get("modified_by_id")
    when = clock(view.values["modified_at"])
    if who is None:
        return translate(mark("Form", "Last changed {when}"), when=when)
    return translate(mark("Form", "Last changed by {who}, {when}"), who=who[1], when=when)
