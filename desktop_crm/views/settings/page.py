"""What every section of the settings is: a title, what it is for, a body; some have a foot that saves their changes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEventLoop, QObject, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop_crm.errors import CrmError, Fault, Invalid
from desktop_crm.i18n import Message, mark, translate
from desktop_crm.services.choices import Choices, load_choices
from desktop_crm.storage.database import UnitOfWork
from desktop_crm.views.records.form_foot import FormFoot
from desktop_crm.views.widgets import tokens
from desktop_crm.views.widgets.layouts import box, col, label, rule

if TYPE_CHECKING:
    from desktop_crm.settings import Settings
    from desktop_crm.views.context import Context

Work = Callable[[UnitOfWork], Any]


class SettingsPage(QFrame):
    """One section. `changed()` whenever the number of unsaved changes may have changed; `fill` builds the body."""

    changed = Signal()
    title: Message
    intro: Message

    def __init__(self, context: Context, settings: Settings) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self.context, self.settings = context, settings
        head = label(self.title, tokens.TITLE, strong=True)
        words = label(self.intro, tone="t2", wrap=True)
        self.content: QVBoxLayout = col(gap=0)
        self._column = col(box(col(head, words, gap=2, margins=(20, 14, 22, 10))), rule(), (self.content, 1), gap=0)
        self.setLayout(self._column)

    def load(self) -> None:
        """Read what the section shows; called whenever it comes to the front with nothing unsaved."""

    def unsaved(self) -> int:
        """How many changes are not saved yet."""
        return 0

    def save_now(self) -> bool:
        """Save and wait for it; False where something is at fault."""
        return True

    def discard(self) -> None:
        """Forget what is not saved."""

    def put(self, widget: QWidget) -> None:
        """Let a widget fill the room under the head."""
        self.content.addWidget(widget, 1)

    def tell(self, text: Message, tone: str = "success", **values: Any) -> None:
        """Say something in the window's message bar."""
        self.context.messages.show_message(translate(text, **values), tone)

    def lists_changed(self) -> None:
        """Read the lists anew and let every view know."""
        reload_choices(self.context, self)


class SavingPage(SettingsPage):
    """A section with a Save button. Subclasses say what changed, what is wrong, and how it is stored."""

    def __init__(self, context: Context, settings: Settings) -> None:
        super().__init__(context, settings)
        self.saving, self.reading, self._stored = False, False, False
        self._loop: QEventLoop | None = None
        self.foot = FormFoot()
        self.foot.save_asked.connect(self.save)
        self.foot.discard_asked.connect(self.discard)
        self.foot.faults_asked.connect(self.focus_fault)
        self._column.addWidget(self.foot)
        QShortcut(QKeySequence.StandardKey.Save, self, self.save)

    def put(self, widget: QWidget) -> None:
        super().put(widget)
        self.changed.connect(self._show_state)
        self._show_state()

    def fetch(self, work: Work, show: Callable[[Any], object]) -> None:
        """Read what the section shows; until it is shown nothing is saved, so that no new row is stored twice."""
        self.reading = True
        self.context.read(work, partial(self._fetched, show), self._not_fetched, owner=self, key="load")

    def _fetched(self, show: Callable[[Any], object], found: Any) -> None:
        self.reading = False
        show(found)

    def _not_fetched(self, error: CrmError) -> None:
        self.reading = False
        self.context.messages.show_error(error)

    def faults(self) -> int:
        """How many faults are shown."""
        return 0

    def check(self) -> bool:
        """Look at what is entered and show what is wrong; whether nothing blocks."""
        return True

    def work(self) -> Work:
        """What stores the changes; made in the window's thread, run beside it."""
        raise NotImplementedError

    def show_faults(self, faults: Iterable[Fault]) -> list[str]:
        """Show faults the service found; the texts of those that have no place here come back."""
        return [fault.text() for fault in faults]

    def focus_fault(self) -> None:
        """Go to the first fault."""

    def stored(self) -> None:
        """What follows when the changes are stored."""
        self.load()

    def save(self) -> None:
        """Store what was changed, unless something entered is wrong."""
        if self.saving or self.reading or not self.unsaved():
            return
        if not self.check():
            self.focus_fault()
            return
        self.saving, self._stored = True, False
        self._show_state()
        self.context.write(self.work(), self._done, self._failed, owner=self)

    def save_now(self) -> bool:
        self._stored = False
        self.save()
        if self.saving:
            self._loop = QEventLoop()
            self._loop.exec()
        return self._stored

    def _done(self, _: Any) -> None:
        self._stored = True
        self._end()
        self.stored()
        self.tell(mark("Settings", "Saved."))

    def _failed(self, error: CrmError) -> None:
        others = self.show_faults(error.faults) if isinstance(error, Invalid) else [error.text()]
        self._end()
        for text in others:
            self.context.messages.show_message(text, "danger")
        self.focus_fault()

    def _end(self) -> None:
        self.saving = False
        if self._loop is not None:
            self._loop.quit()
            self._loop = None
        self.changed.emit()

    def _show_state(self) -> None:
        self.foot.show_state(self.faults(), self.unsaved(), new=False, saving=self.saving, said="")


def reload_choices(context: Context, owner: QObject) -> None:
    """Read the editable lists anew and tell every open view."""
    context.read(load_choices, partial(_take_choices, context), owner=owner, key="choices")


def _take_choices(context: Context, choices: Choices) -> None:
    context.choices = choices
    context.relay.choices_changed.emit()
