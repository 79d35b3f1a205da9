"""The upper part of the editor: number, state and actions; then the customer, dates and conditions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QMenu, QWidget

from desktop_crm.i18n import mark, translate
from desktop_crm.models.numbers import format_date
from desktop_crm.views.quotes.fields import HeadFields
from desktop_crm.views.quotes.kinds import CUSTOMER, DocumentKind
from desktop_crm.views.quotes.loading import Opened
from desktop_crm.views.records.editors import LineEditor
from desktop_crm.views.records.entries import entry_of
from desktop_crm.views.widgets import tokens
from desktop_crm.views.widgets.badges import Badge, Icon
from desktop_crm.views.widgets.controls import Stages
from desktop_crm.views.widgets.fonts import font
from desktop_crm.views.widgets.icons import icon
from desktop_crm.views.widgets.layouts import box, button, col, frame, label, row, set_property, tool

if TYPE_CHECKING:
    from desktop_crm.views.context import Context

_STAGE, _STAGES_NEED = 116, 1120


@dataclass(frozen=True, slots=True)
class Offer:
    """One thing that can be done with the document now."""

    key: str
    label: str
    icon: str
    run: Callable[[], object]
    primary: bool = False


class TitleBar(QWidget):
    """Number, badges, subject, stages and actions. `save_asked`, `print_asked`, `copy_asked`, `panel_asked(on)`."""

    save_asked = Signal()
    print_asked = Signal()
    copy_asked = Signal()
    panel_asked = Signal(bool)

    def __init__(self, context: Context, kind: DocumentKind, head: HeadFields) -> None:
        super().__init__()
        self._context, self._kind = context, kind
        self.number = label("", tokens.TITLE, strong=True, selectable=True)
        self.status, self.revision = Badge(dot=True), Badge()
        subject = head.frame("subject")
        self.subject = head.binding.editors["subject"]
        self._quiet_subject(subject)
        self.stages = Stages([""])
        self.print_button = tool(
            "printer", mark("QuoteEditor", "Print / PDF (Ctrl+P)"), 32, clicked=self.print_asked.emit
        )
        self.copy_button = tool("copy", mark("QuoteEditor", "Duplicate"), 32, clicked=self.copy_asked.emit)
        self.panel_button = tool("panel-right", mark("QuoteEditor", "More details (F9)"), 32, checkable=True)
        self.panel_button.toggled.connect(self.panel_asked)
        self.more_menu = QMenu(self)
        self.more_button = tool("ellipsis", mark("QuoteEditor", "More actions"), 32, menu=self.more_menu)
        self.save_button = button(
            mark("QuoteEditor", "Save"), tip=mark("QuoteEditor", "Save (Ctrl+S)"), clicked=self.save_asked.emit
        )
        self.primary: Any = button("", "primary")
        self.setLayout(col(self._bar(subject)))

    def _quiet_subject(self, subject: QWidget) -> None:
        line = self.subject.control
        assert isinstance(line, QLineEdit)
        line.setProperty("look", "bare")
        line.setPlaceholderText(translate(mark("QuoteEditor", "What is it about?")))
        line.setFixedHeight(22)
        line.setTextMargins(-6, 0, 0, 0)
        line.setFont(font())
        subject.setMinimumWidth(180)

    def _bar(self, subject: QWidget) -> QWidget:
        self._stage_box = box(row(self.stages, gap=0))
        left = col(row(self.number, self.status, self.revision, None, gap=8), self.subject, gap=0)
        self._actions = row(
            self.print_button,
            self.copy_button,
            self.panel_button,
            self.more_button,
            self.save_button,
            self.primary,
            gap=6,
        )
        bar = row((left, 1), 12, self._stage_box, 10, self._actions, gap=0, margins=(20, 8, 16, 8))
        return frame("bar", bar)

    def show_document(self, opened: Opened) -> None:
        """Number, badges and stages of a document."""
        record, choices = opened.record, self._context.choices
        name, status = self._kind.status_list, opened.status
        self.number.setText(record.number if record is not None else translate(self._kind.new_title))
        self.status.show_state(choices.label(name, status), choices.tone(name, status))
        again = int(record.facts.get("revision") or 0) if record is not None else 0
        words = translate(mark("QuoteEditor", "Revision {n}"), n=again) if again > 1 else ""
        self.revision.show_state(words)
        shown, at = self._kind.stages_of(status)
        self._replace_stages([choices.label(name, code) for code in shown], at)

    def _replace_stages(self, names: Sequence[str], at: int) -> None:
        old, self.stages = self.stages, Stages(names, at, step=_STAGE)
        layout = self._stage_box.layout()
        assert layout is not None
        layout.replaceWidget(old, self.stages)
        old.hide()
        old.deleteLater()

    def offer(self, offers: Sequence[Offer], extra: Sequence[Offer] = ()) -> None:
        """Show what can be done: the primary one as the blue button, the rest in the menu."""
        first = next((one for one in offers if one.primary), None)
        self._replace_primary(first)
        self.more_menu.clear()
        for one in offers:
            if one is not first:
                self.more_menu.addAction(icon(one.icon), translate(one.label), one.run)
        if extra:
            self.more_menu.addSeparator()
        for one in extra:
            self.more_menu.addAction(icon(one.icon), translate(one.label), one.run)

    def offer_saving(self, on: bool) -> None:
        """Whether there is something to save."""
        self.save_button.setEnabled(on)
        tip = mark("QuoteEditor", "Save (Ctrl+S)") if on else mark("QuoteEditor", "Everything is saved.")
        self.save_button.setToolTip(translate(tip))

    def _replace_primary(self, first: Offer | None) -> None:
        made = button(first.label, "primary", first.icon, clicked=first.run) if first else button("", "primary")
        self._actions.replaceWidget(self.primary, made)
        self.primary.hide()
        self.primary.deleteLater()
        self.primary = made
        made.setVisible(first is not None)
        set_property(self.save_button, "kind", "plain" if first else "primary")

    def resizeEvent(self, event: Any) -> None:
        super().resizeEvent(event)
        self._stage_box.setVisible(event.size().width() >= _STAGES_NEED)


class CustomerBlock(QWidget):
    """Customer, dates and conditions; below 760 px of window height one line that opens. `opened(on)`."""

    open_asked = Signal()

    def __init__(self, kind: DocumentKind, head: HeadFields) -> None:
        super().__init__()
        self._kind, self._head = kind, head
        self._low = self._wants_open = False
        columns = [self._column(CUSTOMER, 82), self._column(kind.dates, 92), self._column(kind.conditions, 82)]
        self._full = frame(
            "bar", row((columns[0], 5), 20, (columns[1], 3), 20, (columns[2], 4), gap=0, margins=(20, 9, 20, 9))
        )
        self._mini = self._mini_line()
        self.setLayout(col(self._mini, self._full, gap=0))
        self._mini.hide()
        head.binding.changed.connect(self._tell)

    def _column(self, fields: Sequence[tuple[str, str]], width: int) -> QWidget:
        frames = [self._frame(key, words, width) for key, words in fields]
        return box(col(*frames, None, gap=6))

    def _frame(self, key: str, words: str, width: int) -> QWidget:
        made = self._head.frame(key, words, width=width)
        if key != "currency":
            return made
        field = self._head._described["exchange_rate"]
        editor = LineEditor(field, entry_of(field))
        editor.line.setPlaceholderText(translate(mark("QuoteEditor", "rate to VND")))
        self.rate = self._head.bind("exchange_rate", editor, mark("QuoteEditor", "Rate"), width=44)
        self.rate.setToolTip(translate(mark("QuoteEditor", "How many dong one unit of the currency is")))
        return box(row((made, 3), (self.rate, 2), gap=10))

    def _mini_line(self) -> QWidget:
        self._name, self._person = label("", tone="link", strong=True), label("", tone="t2")
        self._facts = [(label(words, tone="t2"), label("")) for _, words in self._kind.mini]
        facts = [part for pair in self._facts for part in (*pair, 6)]
        self._chevron = tool("chevron-down", mark("QuoteEditor", "Open the customer block"), 26, clicked=self.toggle)
        content = row(Icon("building-2", 16, "text2"), self._name, self._person, None, *facts, self._chevron, gap=8,
                      margins=(20, 0, 14, 0))  # fmt: skip
        return frame("bar", content, height=38)

    def toggle(self) -> None:
        """Open the whole block in a low window, or fold it again."""
        self._wants_open = not self._wants_open
        self._arrange()

    def open(self) -> None:
        """Make sure that the whole block is seen."""
        self._wants_open = True
        self._arrange()

    def set_low(self, low: bool) -> None:
        """Whether the window is too low for the whole block."""
        if low != self._low:
            self._low, self._wants_open = low, self._wants_open and low
            self._arrange()

    def _arrange(self) -> None:
        self._full.setVisible(not self._low or self._wants_open)
        self._mini.setVisible(self._low)
        self._chevron.setIcon(icon("chevron-up" if self._wants_open else "chevron-down"))

    def _tell(self) -> None:
        values = self._head.values()
        editors = self._head.binding.editors
        organization = getattr(editors["organization_id"], "chosen", None)
        none = translate(mark("QuoteEditor", "No customer yet"))
        self._name.setText(values.get("buyer_name") or (organization[1] if organization else none))
        self._person.setText(values.get("recipient") or "")
        for (key, _), (_, shown) in zip(self._kind.mini, self._facts, strict=True):
            chosen = getattr(editors[key], "chosen", None)
            day = values.get(key)
            shown.setText(chosen[1] if chosen else format_date(day) if isinstance(day, date) else "–")
        foreign = self._head.currency() != "VND"
        self.rate.setVisible(foreign)
