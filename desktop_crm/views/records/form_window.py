"""The form of a record of any module: head, sections of editors, related lists, timeline, saving.

A page of the main window: `close_asked()` asks to be closed, `record_shown(id)` says that the page now shows another
record: a new one got its id, or the next one of the list took its place.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEventLoop, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QFrame, QSplitter, QWidget

from desktop_crm.errors import CrmError, NotFound
from desktop_crm.i18n import mark, translate
from desktop_crm.models.fields import fields_of
from desktop_crm.services.fields_shown import shown_fields
from desktop_crm.services.reading import RecordView
from desktop_crm.storage.database import UnitOfWork
from desktop_crm.storage.history import Change
from desktop_crm.views.records.being_edited import BeingEdited
from desktop_crm.views.records.binding import Binding
from desktop_crm.views.records.drafts import Draft
from desktop_crm.views.records.duplicate_watch import DuplicateWatch
from desktop_crm.views.records.form_draft import FormDraft
from desktop_crm.views.records.form_foot import FormFoot
from desktop_crm.views.records.form_header import FormHeader
from desktop_crm.views.records.form_sections import make_sections
from desktop_crm.views.records.loaded import TAGS, Loaded, load_blank, load_record
from desktop_crm.views.records.moments import clock
from desktop_crm.views.records.notices import Notices
from desktop_crm.views.records.offered import as_offered
from desktop_crm.views.records.recycling import put_into_bin, take_out
from desktop_crm.views.records.related import RelatedTabs
from desktop_crm.views.records.saving import Saver
from desktop_crm.views.records.sections import FormBody
from desktop_crm.views.records.share_sheet import ShareSheet
from desktop_crm.views.records.timeline_panel import NOTE, TimelinePanel
from desktop_crm.views.records.walk import Walk
from desktop_crm.views.records.why_sheet import WhySheet
from desktop_crm.views.widgets.dialogs import Choice, choose
from desktop_crm.views.widgets.icons import icon
from desktop_crm.views.widgets.layouts import box, col, row, scroll

if TYPE_CHECKING:
    from desktop_crm.views.connection import Connection
    from desktop_crm.views.context import Context
    from desktop_crm.views.records.declare import Action, EntityView

_PANEL_FROM = 1080  # width of the page from which the timeline has room by itself

Then = Callable[[], object]


def wait_for(page: QWidget, ended: Any, connection: Connection) -> None:
    """Let the window live until a save has ended, or has to wait for the server."""
    loop = QEventLoop(page)
    ended.connect(loop.quit)
    connection.changed.connect(lambda: loop.quit() if connection.lost else None)
    if not connection.lost:
        loop.exec()
    loop.deleteLater()


class FormWindow(QFrame):
    """One record, new where `record_id` is None; `defaults` are values a new one begins with."""

    close_asked = Signal()
    record_shown = Signal(int)

    def __init__(
        self,
        context: Context,
        view: EntityView,
        record_id: int | None = None,
        defaults: Mapping[str, Any] | None = None,
    ) -> None:
        super().__init__()
        self.setProperty("role", "page")
        view = as_offered(view, context.rights)
        self.context, self.declared, self.record_id = context, view, record_id
        self.view: RecordView | None = None
        self._defaults = dict(defaults or {})
        self._loaded: Loaded | None = None
        self._then: Then | None = None
        self._wants_panel: bool | None = None
        self._said, self._dragged = "", False
        self.version = 0  # the one the unsaved entries are typed over
        self._wanted: Draft | None = None
        self.binding = Binding(self)
        self.saver = Saver(context, view.entity, self.binding, self._read, self)
        self._build()
        self.draft = FormDraft(self)
        self.others = BeingEdited(context, view.entity, self.notices, self)
        self.duplicates = DuplicateWatch(context, view.entity, self.binding, self)
        self._show_record(record_id)
        self._connect()
        self._add_shortcuts()
        self._entitle(translate(view.add_label if record_id is None else view.entity.singular_label))
        self.load()

    def _show_record(self, record_id: int | None) -> None:
        self.record_id = self.duplicates.record_id = record_id
        self.others.follow(record_id)
        self.draft.follow(record_id)

    def _entitle(self, title: str) -> None:
        self.title = title
        self.setWindowTitle(f"{title.replace('[*]', '')}[*]")  # Qt puts the mark of unsaved changes there

    # -- building

    def _build(self) -> None:
        self.header = FormHeader(self.declared, self.context.choices)
        self.notices, self.foot = Notices(), FormFoot()
        self.related = RelatedTabs(self.context, self.declared.related)
        self.related.setMinimumHeight(132)
        self.panel = TimelinePanel(self.context)
        self.walk = Walk(self.context, self)
        self.splitter = QSplitter(Qt.Orientation.Vertical, childrenCollapsible=False)
        self.splitter.setHandleWidth(1)
        self.body = FormBody()
        self.splitter.addWidget(scroll(self.body))
        self.splitter.addWidget(self.related)
        self.splitter.setStretchFactor(0, 1)
        self._left = box(col(self.notices, (self.splitter, 1), self.foot, gap=0))
        extra = self.head_extra()
        top = col(self.header, *([extra] if extra is not None else []), gap=0)
        self.setLayout(col(top, row((self._left, 1), self.panel, gap=0), gap=0))
        for each in (self.related, self.panel, self._left):
            each.hide()

    def head_extra(self) -> QWidget | None:
        """What a module puts under the head of its form."""
        return None

    def _connect(self) -> None:
        self.binding.changed.connect(self._show_state)
        self.header.list_asked.connect(lambda: self.context.navigator.open_list(self.declared.module))
        self.header.stepped.connect(self.walk.step)
        self.header.action_asked.connect(self.run_action)
        self.header.print_asked.connect(self.print_record)
        self.header.panel_toggled.connect(self._toggle_panel)
        self.header.shared_asked.connect(self.share)
        self.panel.reload_asked.connect(self.refresh)
        self.foot.save_asked.connect(self.save)
        self.foot.discard_asked.connect(self.discard)
        self.foot.faults_asked.connect(self._focus_fault)
        self.walk.moved.connect(self.header.set_place)
        self.walk.found.connect(self.go_to)
        self.saver.began.connect(self._show_state)
        self.saver.saved.connect(self._saved)
        self.saver.failed.connect(self._not_saved)
        self.saver.ended.connect(self._show_state)
        self.saver.rebased.connect(self.show_loaded)
        self.splitter.splitterMoved.connect(self._drag)
        self.context.relay.changed.connect(self._changed_elsewhere)
        self.context.relay.choices_changed.connect(self._use_choices)
        self.context.connection.changed.connect(self._link_changed)

    def _link_changed(self) -> None:
        """A save may wait for the server now, or wait no more."""
        if self.saver.busy and self._loaded is not None:
            self._show_state()

    def _add_shortcuts(self) -> None:
        here = Qt.ShortcutContext.WidgetWithChildrenShortcut
        pairs: list[tuple[str, Then]] = [
            ("Ctrl+S", self.save),
            ("Ctrl+Return", self.save_and_close),
            ("Ctrl+Enter", self.save_and_close),
            ("F5", self.refresh),
            ("Ctrl+P", self.print_record),
            ("Alt+PgUp", partial(self.walk.step, -1)),
            ("Alt+PgDown", partial(self.walk.step, 1)),
        ]
        pairs += [(a.shortcut, partial(self.run_action, a)) for a in self.declared.actions if a.shortcut]
        for keys, run in pairs:
            QShortcut(QKeySequence(keys), self, lambda run=run: run(), context=here)

    # -- reading

    def load(self) -> None:
        """Read the record, or what a new one begins with, and show it."""
        self.context.read(self._read, self._arrived, self._not_read, owner=self, key="load")

    def refresh(self) -> None:
        """Read the record again; unsaved changes stay."""
        if self.record_id is not None and self._loaded is not None:
            self.context.read(self._read, self._read_again, self._not_read, owner=self, key="load")

    def _read_again(self, loaded: Loaded) -> None:
        """Show a newer state, but never under entries for which it holds something else than they were typed over."""
        if loaded.version != self.version and self.dirty() and self.saver.overlaps(loaded):
            self._newer_came(loaded)
        else:
            self.show_loaded(loaded)

    def _read(self, unit: UnitOfWork) -> Loaded:
        if self.record_id is None:
            return load_blank(unit, self.declared.entity, self._defaults)
        pairs = [(related.entity, related.key) for related in self.declared.related]
        return load_record(unit, self.declared.entity, self.record_id, pairs)

    def _arrived(self, loaded: Loaded) -> None:
        if self._loaded is not None:
            self.show_loaded(loaded)
            return
        self.body.fill(make_sections(self.context, self.declared, self.binding, loaded.custom))
        self._left.show()
        self.show_loaded(loaded)
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            self.restore_draft(wanted)
        elif self.record_id is not None:
            self.draft.offer()
        if self.record_id is None:
            self._focus_first()

    def restore_draft(self, draft: Draft) -> None:
        """Go on with a draft that was left behind, as soon as the record is there; one of a dialog opens it."""
        if self._loaded is None:
            self._wanted = draft
        elif not draft.place.part:
            self.draft.restore(draft)
        elif draft.place.part == NOTE:
            self._wants_panel = True
            self._fit_panel()
        else:
            action = next((each for each in self.declared.actions if each.key == draft.place.part), None)
            if action is not None:
                self.run_action(action)

    def keep_draft(self) -> None:
        """Write what is unsaved now: the page goes without being asked."""
        self.draft.kept.keep()
        self.panel.kept.keep()

    def _not_read(self, error: CrmError) -> None:
        if isinstance(error, NotFound):
            self.notices.say("gone", error.text(), "danger")
            self._left.show()
        else:
            self.context.messages.show_error(error)

    def show_loaded(self, loaded: Loaded) -> None:
        """Show what was read, but for the fields with unsaved changes."""
        self._loaded, self.view = loaded, loaded.view
        self.version = loaded.version
        self.binding.load(loaded.shown, keep=self.binding.dirty())
        self._lock(loaded.view)
        if loaded.view is None:
            self.header.show_new()
            computed = (key for key, field in self.binding.fields.items() if not field.editable)
            self.body.leave_out({self.binding.frames[key] for key in computed})
        else:
            self._show_view(loaded.view, loaded)
        self._show_state()

    def _show_view(self, view: RecordView, loaded: Loaded) -> None:
        self._entitle(view.title)
        self.header.show_view(view)
        self.related.show_view(view)
        self.related.show()
        self._share_height()
        self.panel.show_view(view, loaded.titles)
        self._fit_panel()

    def _lock(self, view: RecordView | None) -> None:
        deleted = view is not None and (view.deleted or not view.may_change)
        locked = view.locked if view is not None else frozenset()
        own = fields_of(self.declared.entity)
        for key, editor in self.binding.editors.items():
            hangs_on = bool(locked) and key not in own and key != TAGS  # parts and custom fields
            off = deleted or key in locked or hangs_on or not self.binding.fields[key].editable
            if editor.locked != off:
                editor.set_locked(off)
        self._say_locked(view)

    def _say_locked(self, view: RecordView | None) -> None:
        self.notices.drop("lock")
        if view is not None and view.deleted:
            words = mark("Form", "This record is in the recycle bin and can only be read.")
            run = (mark("Form", "Restore"), self.restore) if view.may_delete else ()
            self.notices.say("lock", words, "warning", *run)
        elif view is not None and view.lock_reason is not None:
            self.notices.say("lock", view.lock_reason, "info")

    # -- how it stands

    def dirty(self) -> bool:
        """Whether something is entered that is not saved."""
        return bool(self.binding.dirty())

    def _show_state(self) -> None:
        changes, new = len(self.binding.dirty()), self.record_id is None
        faults = len(self.binding.faulty())
        self.foot.show_state(faults, changes, new=new, saving=self.saver.busy, said=self._said,
                             waiting=self.context.connection.lost)  # fmt: skip
        self.others.set_dirty(bool(changes))
        if changes:
            self.draft.kept.touch()
        if self.isWindowModified() != bool(changes):
            self.setWindowModified(bool(changes))
            self._show_actions()
        elif self._loaded is not None and not changes:
            self._show_actions()

    def _show_actions(self) -> None:
        view = self.view
        if view is None:
            return
        offered = [a for a in self.declared.actions if not view.deleted and a.is_offered(view)]
        rest = self.header.show_actions(offered, calm=not self.dirty())
        self.header.fill_menu(rest)
        for name, words, run, allowed in (
            (
                "copy",
                mark("Form", "Duplicate"),
                self.duplicate,
                self.context.rights.may("create", self.declared.module),
            ),
            ("link", mark("Form", "Share…"), self.share, view.may_change and not view.deleted),
            ("circle-help", mark("Form", "Who can see this?"), self.explain, True),
            ("clock", mark("Form", "History"), self.show_history, True),
            ("refresh-cw", mark("Form", "Read again (F5)"), self.refresh, True),
        ):
            if allowed:
                self.header.menu.addAction(icon(name), translate(words), run)
        self.header.menu.addSeparator()
        if not view.deleted and view.may_delete:
            self.header.menu.addAction(icon("trash-2", "tone:danger"), translate(mark("Form", "Delete")), self.delete)

    def _focus_first(self) -> None:
        first = next((key for key, editor in self.binding.editors.items() if not editor.locked), None)
        if first is not None:
            self.binding.focus(first)

    def _focus_fault(self) -> None:
        faulty = self.binding.faulty()
        if faulty:
            self.body.reveal(self.binding.frames[faulty[0]])
            self.binding.focus(faulty[0])

    # -- saving

    def save(self, then: Then | None = None) -> None:
        """Save; then call `then`, unless it could not be saved."""
        if self._loaded is None or self.saver.busy:
            return
        if self.record_id is not None and not self.dirty():
            if then is not None:
                then()
            return
        self._then = then
        if not self.saver.save(self.record_id, self.version, self.draft.kept):
            self._focus_fault()

    def save_and_close(self) -> None:
        """Save, then close the page."""
        self.save(then=self.close_asked.emit)

    def _saved(self, record_id: int) -> None:
        made = self.record_id is None
        self.draft.kept.drop()
        if made:
            self._show_record(record_id)
            self.record_shown.emit(record_id)
        self.draft.kept.keep()  # what was typed while it was saved
        self.notices.drop("changed")
        self._then, then = None, self._then
        self.context.read(self._read, partial(self._saved_read, then), self._not_read, owner=self, key="load")

    def _saved_read(self, then: Then | None, loaded: Loaded) -> None:
        if loaded.view is not None:
            self._said = translate(mark("Form", "Saved {when}"), when=clock(loaded.view.values["modified_at"]))
        self.show_loaded(loaded)
        if then is not None:
            then()

    def _not_saved(self, texts: list[str]) -> None:
        self._then = None
        for text in texts:
            self.context.messages.show_message(text, "danger")
        self._focus_fault()
        self._show_state()

    def discard(self) -> None:
        """Show what is stored again; a new record is given up."""
        self._give_up()
        if self.record_id is None:
            self.close_asked.emit()

    def _give_up(self) -> None:
        if self._loaded is not None:
            self.binding.load(self._loaded.shown)
            self.version = self._loaded.version
        self.draft.kept.drop()

    def can_leave(self) -> bool:
        """Asked before the page is closed; offers to save what is not saved."""
        if not self.dirty():
            return True
        answer = choose(
            self,
            mark("Form", "Save the changes first?"),
            translate(mark("Form", "{title} has changes that are not saved."), title=self.title),
            (
                Choice("save", mark("Form", "Save"), "primary"),
                Choice("stay", mark("Form", "Stay here")),
                Choice("discard", mark("Form", "Do not save"), "danger"),
            ),
        )
        if answer == "discard":
            self._give_up()
            return True
        return answer == "save" and self._save_and_wait()

    def _save_and_wait(self) -> bool:
        """Save and wait for the outcome; True when it is saved."""
        self.save()
        if self.saver.busy:
            wait_for(self, self.saver.ended, self.context.connection)
        return not self.dirty()

    # -- what can be done with it

    def run_action(self, action: Action) -> None:
        """Do a declared action, having saved first where something is unsaved."""
        view = self.view
        if view is None or view.deleted or not action.is_offered(view):
            return
        if not self.dirty():
            action.run(self.context, view, self)
            return
        answer = choose(
            self,
            translate(action.label),
            mark("Form", "There are unsaved changes. They have to be saved before you go on."),
            (Choice("save", mark("Form", "Save and go on"), "primary"), Choice("", mark("Form", "Cancel"))),
        )
        if answer == "save":
            self.save(then=partial(self.run_action, action))

    def print_record(self) -> None:
        """Show the print preview."""
        if self.declared.printable and self.record_id is not None:
            self.save(then=partial(self.context.navigator.open_print, self.declared.module, self.record_id))

    def duplicate(self) -> None:
        """Open a new record with this one's values."""
        if self.view is None:
            return
        fields = shown_fields(self.context.rights, self.declared.entity)
        values = {key: self.view.values[key] for key, field in fields.items() if field.editable}
        plain = {key: value for key, value in values.items() if value not in (None, "", 0, False)}
        self.context.navigator.open_record(self.declared.module, None, **plain)

    def delete(self) -> None:
        """Put the record into the recycle bin and close the page."""
        if self.view is not None and self.view.may_delete:
            put_into_bin(self.context, self.view, self._deleted, self)

    def _deleted(self) -> None:
        self._give_up()
        self.close_asked.emit()

    def restore(self) -> None:
        """Take the record out of the recycle bin."""
        if self.view is not None:
            take_out(self.context, self.view, self.refresh, self)

    def share(self) -> ShareSheet | None:
        """Show whom the record is shared with, and let it be shared."""
        if self.view is None:
            return None
        sheet = ShareSheet(self, self.context, self.declared.entity, self.view.title)
        sheet.show_record(self.view.id, self.refresh)
        sheet.open()
        return sheet

    def explain(self) -> WhySheet | None:
        """Show who can see the record, and why."""
        if self.view is None:
            return None
        sheet = WhySheet(self, self.context, self.view)
        sheet.open()
        return sheet

    def show_history(self) -> None:
        """Show the changes in the timeline."""
        self._wants_panel = True
        self._fit_panel()
        self.panel.show_changes()

    def go_to(self, record_id: int) -> None:
        """Show another record of the module in this page, unless the user wants to stay."""
        if record_id == self.record_id or not self.can_leave():
            return
        self._said = ""
        self._show_record(record_id)
        if self._loaded is not None:
            self.binding.load(self._loaded.shown)
        self.notices.drop("changed")
        self.record_shown.emit(record_id)
        self.refresh()
        if self.walk.trail is not None:
            self.walk.follow(self.walk.trail)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.others.look()
        trail = self.context.trails.get(self.declared.module)
        if trail is not None and trail.record_id == self.record_id:
            self.walk.follow(trail)

    # -- changes elsewhere

    def _changed_elsewhere(self, changes: tuple[Change, ...], initiator: object) -> None:
        if self.record_id is None or self.saver.busy:
            return
        for change in changes:
            if change.module == self.declared.module and change.record_id in (0, self.record_id):
                self._changed_by_other(change)
                return
        modules = {related.entity.__tablename__ for related in self.declared.related}
        if any(change.module in modules for change in changes):
            self.refresh()

    def _use_choices(self) -> None:
        """A list of values was edited: show its new labels and colours."""
        self.binding.use_choices(self.context.choices)
        self.header.use_choices(self.context.choices)
        self.refresh()

    def _changed_by_other(self, change: Change) -> None:
        if self._loaded is not None and 0 < change.version <= self._loaded.version:
            return
        if not self.dirty():
            self.refresh()
        elif self._loaded is not None:
            self.context.read(self._read, self._newer_came, self._not_read, owner=self, key="elsewhere")

    def _newer_came(self, newer: Loaded) -> None:
        """Say over unsaved changes who changed the record; what was read on this machine's own behalf is no news."""
        if self._loaded is None or self.saver.busy or newer.view is None or newer.version <= self._loaded.version:
            return
        who = newer.view.relations.get("modified_by_id", (0, "?"))[1]
        words = mark("Form", "{who} has changed this record while you were editing it.")
        merge = partial(self.saver.merge, save=False)
        self.notices.say("changed", translate(words, who=who), "warning", mark("Form", "Take in the changes"), merge)

    # -- keyboard and room

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_asked.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if (event.oldSize().width() < _PANEL_FROM) != (event.size().width() < _PANEL_FROM):
            self._wants_panel = None
        self._fit_panel()
        QTimer.singleShot(0, self, self._share_height)  # once the splitter has its new height

    def _drag(self) -> None:
        self._dragged = True

    def _share_height(self) -> None:
        """Related lists take a good third of the height, files alone less, until the user drags the line between."""
        if self._dragged:
            return
        high = max(self.splitter.height(), 300)
        below = int(high * 0.36) if self.declared.related else 132
        self.splitter.setSizes([high - below, below])

    def _toggle_panel(self) -> None:
        self._wants_panel = not self.panel.isVisible()
        self._fit_panel()

    def _fit_panel(self) -> None:
        roomy = self.width() >= _PANEL_FROM
        shown = self.view is not None and (roomy if self._wants_panel is None else self._wants_panel)
        self.panel.setVisible(shown)
        self.header.panel.setChecked(shown)
