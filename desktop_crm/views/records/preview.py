"""The pane beside a list: who or what the record is, its figures and facts, and what happened last."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QGridLayout, QLabel, QMenu, QWidget

from desktop_crm.i18n import language, mark, translate
from desktop_crm.models.display import display
from desktop_crm.models.fields import Kind
from desktop_crm.services import notes
from desktop_crm.services.reading import RecordView, open_record
from desktop_crm.storage.database import UnitOfWork
from desktop_crm.storage.history import Change
from desktop_crm.views.context import Context
from desktop_crm.views.records.amounts import short_money
from desktop_crm.views.records.declare import Action, Attribute, EntityView
from desktop_crm.views.records.editors import web_address
from desktop_crm.views.records.flow import flowing
from desktop_crm.views.records.history_words import Titles, timeline_items, titles_in
from desktop_crm.views.records.offered import as_offered
from desktop_crm.views.records.quick_note import QuickNote
from desktop_crm.views.widgets import tokens
from desktop_crm.views.widgets.badges import Avatar, Badge
from desktop_crm.views.widgets.icons import icon
from desktop_crm.views.widgets.layouts import button, col, frame, label, row, rule, scroll, tool
from desktop_crm.views.widgets.timeline import Timeline

_PAUSE = 120  # ms: stepping through a list reads only the row one stays on
_SHOWN = 30  # events
_FACT_WIDTH = 104

Read = tuple[RecordView, Titles]


def read_preview(unit: UnitOfWork, view: EntityView, record_id: int) -> Read:
    """A record and the names its history speaks of."""
    record = open_record(unit, view.entity, record_id, [(each.entity, each.key) for each in view.related])
    return record, titles_in(unit, record)


class Preview(QWidget):
    """`stepped(by)` to the record before or after, `opened(id)`, `closed`."""

    stepped = Signal(int)
    opened = Signal(int)
    closed = Signal()

    def __init__(self, context: Context, view: EntityView) -> None:
        super().__init__()
        view = as_offered(view, context.rights)
        self._context, self._view = context, view
        self._id = 0
        self._record: RecordView | None = None
        self._note: QuickNote | None = None
        self._timer = QTimer(self, interval=_PAUSE, singleShot=True)
        self._timer.timeout.connect(self.read)
        bar = row(
            label(mark("Preview", "Preview"), 12, "t3"),
            None,
            tool("chevron-up", mark("Preview", "Record before (K)"), 26, clicked=lambda: self.stepped.emit(-1)),
            tool("chevron-down", mark("Preview", "Record after (J)"), 26, clicked=lambda: self.stepped.emit(1)),
            tool("external-link", mark("Preview", "Open (Enter)"), 26, clicked=lambda: self.opened.emit(self._id)),
            tool("x", mark("Preview", "Close the preview (Ctrl+Shift+P)"), 26, clicked=self.closed.emit),
            gap=0,
            margins=(16, 0, 8, 0),
        )
        self._area = scroll(QWidget())
        side = frame("side", col(frame("bar", bar, 36), (self._area, 1), gap=0, margins=(1, 0, 0, 0)))
        self.setLayout(col(side, gap=0))
        self.setFixedWidth(tokens.PREVIEW_WIDTH)
        self._show_nothing()

    def show_record(self, record_id: int) -> None:
        """Show a record soon; 0 for none."""
        if record_id == self._id:
            return
        self._id = record_id
        if record_id:
            self._timer.start()
        else:
            self._timer.stop()
            self._show_nothing()

    def follow(self, changes: Sequence[Change]) -> None:
        """Something changed; of what others did only what concerns the record in front, or may, is worth a look."""
        mine = (self._view.module, self._id)
        if any(not change.who or (change.module, change.record_id or self._id) == mine for change in changes):
            self.read()

    def read(self) -> None:
        """Read the record in front again."""
        self._timer.stop()
        if self._id and self.isVisible():
            work = partial(read_preview, view=self._view, record_id=self._id)
            self._context.read(work, self._came, lambda _: self._show_nothing(), owner=self, key="preview")

    def showEvent(self, event: Any) -> None:
        super().showEvent(event)
        if self._record is None or self._record.id != self._id:
            self.read()

    def _came(self, answer: Read) -> None:
        record, known = answer
        if record.id == self._id:
            same = self._record is not None and self._record.id == record.id
            kept = self._area.verticalScrollBar().value() if same else 0
            typed = self._note.typed() if same and self._note is not None else None
            self._record = record
            self._area.setWidget(self._body(record, known))
            self._area.verticalScrollBar().setValue(kept)
            if typed is not None and self._note is not None:
                self._note.go_on(typed)

    def _show_nothing(self) -> None:
        self._record = self._note = None
        words = label(mark("Preview", "Choose a record to see it here."), tone="t3", wrap=True)
        self._area.setWidget(frame("page", col(words, None, margins=(16, 14, 12, 12))))

    # -- parts

    def _body(self, record: RecordView, known: Titles) -> QWidget:
        parts: list[Any] = [self._head(record), 2, self._buttons(record), 4]
        for part in (self._figures(record), self._facts(record), self._tags(record)):
            if part is not None:
                parts += [part, 4, rule(), 4]
        items = timeline_items(record, self._context.choices, known)[:_SHOWN]
        note = self._note = QuickNote()
        note.sent.connect(partial(self._keep_note, note))
        timeline = Timeline(items)
        nothing = label(mark("Preview", "Nothing has happened here yet."), tone="t3")
        parts += [label(mark("Preview", "Timeline"), 14, strong=True), note, timeline if items else nothing, None]
        return frame("page", col(*parts, gap=6, margins=(16, 14, 12, 12)))

    def _head(self, record: RecordView) -> Any:
        name = label(record.title or record.number, tokens.HEADING, strong=True, wrap=True, selectable=True)
        badges = [self._badge(record, attribute) for attribute in self._view.badges]
        shown = [badge for badge in badges if badge is not None]
        words = col(name, flowing(*shown), gap=5) if shown else col(name, label(record.number, 12, "t3"), gap=2)
        if not self._view.look:
            return words
        avatar = Avatar(record.title, 40, self._view.look == "organization")
        return row(col(avatar, None), (words, 1), gap=12)

    def _badge(self, record: RecordView, attribute: Attribute) -> Badge | None:
        field, code = self._field(attribute.key), record.values.get(attribute.key)
        if not code:
            return None
        choices = self._context.choices
        first = attribute is self._view.badges[0]
        return Badge(choices.label(field.choices, code), choices.tone(field.choices, code), dot=first)

    def _buttons(self, record: RecordView) -> Any:
        offered = [action for action in self._view.actions if action.is_offered(record)]
        shown = [*self._reach(record), *(self._action_button(action, record) for action in offered)]
        shown = shown[:3] or [button(mark("Preview", "Open"), icon="external-link", clicked=self._open)]
        more = tool("ellipsis", mark("Preview", "More actions"), menu=self._menu(record, offered))
        return row(*((each, each.sizeHint().width()) for each in shown), more, gap=6)

    def _reach(self, record: RecordView) -> list[QWidget]:
        """Buttons that call or write to a person."""
        phone, email = self._first(record, Kind.PHONE), self._first(record, Kind.EMAIL)
        made: list[QWidget] = []
        if phone:
            call = partial(QDesktopServices.openUrl, QUrl(f"tel:{phone}"))
            made.append(button(mark("Preview", "Call"), icon="phone", tip=phone, clicked=call))
        if email:
            write = partial(QDesktopServices.openUrl, QUrl(f"mailto:{email}"))
            made.append(button(mark("Preview", "Email"), icon="mail", tip=email, clicked=write))
        return made

    def _first(self, record: RecordView, kind: Kind) -> str:
        keys = [a.key for a in self._view.preview if self._field(a.key).kind == kind]
        return next((str(record.values[key]) for key in keys if record.values.get(key)), "")

    def _action_button(self, action: Action, record: RecordView) -> QWidget:
        return button(action.label, icon=action.icon, clicked=partial(self._run, action, record))

    def _menu(self, record: RecordView, offered: Sequence[Action]) -> QMenu:
        menu = QMenu(self)
        menu.addAction(icon("external-link"), translate(mark("Preview", "Open")), self._open)
        for action in offered:
            menu.addAction(icon(action.icon), translate(action.label), partial(self._run, action, record))
        if self._view.printable:
            words = translate(mark("Preview", "Print preview"))
            menu.addAction(icon("printer"), words, partial(self._print, record.id))
        return menu

    def _run(self, action: Action, record: RecordView) -> None:
        action.run(self._context, record, self)

    def _print(self, record_id: int) -> None:
        self._context.navigator.open_print(self._view.module, record_id)

    def _open(self) -> None:
        self.opened.emit(self._id)

    def _figures(self, record: RecordView) -> QWidget | None:
        amounts = [(a, record.values.get(a.key)) for a in self._view.figures]
        shown = [(a, value) for a, value in amounts if value]
        counts = [(each, record.counts.get((each.entity.__tablename__, each.key), 0)) for each in self._view.related]
        cells = [
            (translate(self._field(a.key).label), short_money(value, self._currency(record))) for a, value in shown
        ]
        cells += [(translate(each.entity.plural_label), str(number)) for each, number in counts if number]
        if not cells:
            return None
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        for place, (name, words) in enumerate(cells[:3]):
            grid.setColumnStretch(place, 1)
            grid.addLayout(col(label(name, 12, "t2"), label(words, 16, strong=True), gap=1), 0, place)
        return _held(grid)

    def _facts(self, record: RecordView) -> QWidget | None:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(7)
        grid.setColumnMinimumWidth(0, _FACT_WIDTH)
        grid.setColumnStretch(1, 1)
        shown = [attribute.key for attribute in self._view.preview if record.values.get(attribute.key)]
        for place, key in enumerate([*shown, *(key for key in record.custom if record.values.get(key))]):
            name = label(self._field(key).label, tone="t2", wrap=True)
            grid.addWidget(name, place, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(self._fact(record, key), place, 1)
        return _held(grid) if grid.count() else None

    def _fact(self, record: RecordView, key: str) -> QLabel:
        field = self._field(key)
        value = record.relations.get(key) if field.kind == Kind.RELATION else record.values[key]
        words = display(field, value, self._context.choices.label, self._currency(record), language())
        target = self._target(key, value)
        if target is None:
            made = label(words, wrap=True, selectable=True)
        else:
            made = _Link(words)
            made.pressed.connect(target)
        made.setMinimumWidth(40)  # a long word must not widen the pane
        return made

    def _target(self, key: str, value: Any) -> Any:
        """What a click on a fact opens: a record, a call, a mail, a page."""
        field = self._field(key)
        match field.kind:
            case Kind.RELATION if (
                field.target not in ("app_user", "team", "price_book", "product_group")
                and value
                and (self._context.rights.may("see", field.target))
            ):
                return partial(self._context.navigator.open_record, field.target, value[0])
            case Kind.PHONE:
                return partial(QDesktopServices.openUrl, QUrl(f"tel:{value}"))
            case Kind.EMAIL:
                return partial(QDesktopServices.openUrl, QUrl(f"mailto:{value}"))
            case Kind.URL if web_address(str(value)).isValid():
                return partial(QDesktopServices.openUrl, web_address(str(value)))
        return None

    def _tags(self, record: RecordView) -> QWidget | None:
        return flowing(*(Badge(tag.name, tag.tone or "teal") for tag in record.tags)) if record.tags else None

    def _currency(self, record: RecordView) -> str:
        return str(record.values.get("currency") or "VND")

    def _field(self, key: str) -> Any:
        from desktop_crm.models.fields import fields_of

        custom = self._record.custom if self._record is not None else {}
        return fields_of(self._view.entity).get(key) or custom[key]

    # -- notes

    def _keep_note(self, note: QuickNote, text: str) -> None:
        record = self._record
        if record is None:
            return

        def work(unit: UnitOfWork) -> None:
            notes.add_comment(unit, unit.get(record.entity, record.id), text)

        self._context.write(work, lambda _: self.read(), owner=self)


class _Link(QLabel):
    """Words one can go to, by mouse or Enter."""

    pressed = Signal()

    def __init__(self, words: str) -> None:
        super().__init__(words.replace("@", "@\u200b").replace(".", "\u200b.").replace("/", "/\u200b"))
        self.setAccessibleName(words)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("tone", "link")
        self.setWordWrap(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def mouseReleaseEvent(self, event: Any) -> None:
        self.pressed.emit()

    def keyPressEvent(self, event: Any) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.pressed.emit()
        else:
            super().keyPressEvent(event)


def _held(layout: QGridLayout) -> QWidget:
    made = QWidget()
    made.setLayout(layout)
    return made
