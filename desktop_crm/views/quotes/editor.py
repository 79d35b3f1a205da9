"""The window of one quote or one order: head, lines, sums, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QWidget

from desktop_crm.errors import CrmError
from desktop_crm.i18n import Message, mark, translate
from desktop_crm.models import Quote, SalesOrder
from desktop_crm.models.entry import EntryError
from desktop_crm.models.totals import DiscountError, Totals
from desktop_crm.services import quotes, records
from desktop_crm.services.drafts import DocumentDraft, compute
from desktop_crm.services.reach import NOT_CHANGED
from desktop_crm.services.retotal import Document
from desktop_crm.storage.database import UnitOfWork
from desktop_crm.storage.history import Change
from desktop_crm.views.quotes import verbs
from desktop_crm.views.quotes.draft_model import Sheet
from desktop_crm.views.quotes.fields import HeadFields
from desktop_crm.views.quotes.foot import Foot, NotesLine
from desktop_crm.views.quotes.head import CustomerBlock, Offer, TitleBar
from desktop_crm.views.quotes.keeping import DocumentDraft as LocalDraft
from desktop_crm.views.quotes.kinds import KINDS, DocumentKind
from desktop_crm.views.quotes.lines_panel import LinesPanel
from desktop_crm.views.quotes.loading import (
    Customer,
    Opened,
    currency_of_book,
    customer_of,
    new_document,
    open_document,
)
from desktop_crm.views.quotes.notes import notes_of
from desktop_crm.views.quotes.pricing import Pricing
from desktop_crm.views.quotes.saving import Saver
from desktop_crm.views.quotes.side import DETAILS, HISTORY, MONEY, SidePanel
from desktop_crm.views.records.being_edited import BeingEdited
from desktop_crm.views.records.drafts import Draft
from desktop_crm.views.records.kept import Kept
from desktop_crm.views.records.notices import Notices
from desktop_crm.views.records.share_sheet import ShareSheet
from desktop_crm.views.records.timeline_panel import NOTE
from desktop_crm.views.records.why_sheet import WhySheet
from desktop_crm.views.widgets import tokens
from desktop_crm.views.widgets.badges import Icon
from desktop_crm.views.widgets.empty import EmptyState
from desktop_crm.views.widgets.layouts import button, col, frame, label, row

if TYPE_CHECKING:
    from desktop_crm.views.context import Context

LOW_BELOW = 760
"""Height of the window in logical px below which head and foot give way to the lines."""
Work = Callable[[UnitOfWork, int, int], Any]
"""What is done with a stored document: (unit, its id, its version)."""


def open_editor(
    context: Context, record_id: int | None, defaults: Mapping[str, Any], entity: type[Document] = Quote
) -> QWidget:
    """The editor of a quote or an order; a new one (no id) begins with `defaults`."""
    return DocumentEditor(context, KINDS[entity], record_id, defaults)


def open_order_editor(context: Context, record_id: int | None, defaults: Mapping[str, Any]) -> QWidget:
    """The editor of an order; a new one (no id) begins with `defaults`."""
    return open_editor(context, record_id, defaults, SalesOrder)


class DocumentEditor(QWidget):
    """One document. `opened` is what was read last; `draft()` what is on the screen."""

    def __init__(
        self, context: Context, kind: DocumentKind, record_id: int | None, defaults: Mapping[str, Any]
    ) -> None:
        super().__init__()
        self.context, self.kind, self.record_id = context, kind, record_id
        self._defaults, self.opened = dict(defaults), Opened(DocumentDraft(), ())
        self.base, self._costs, self._asked = Sheet(), dict[int, Decimal](), set[int]()
        self.version = 0  # the one that what is on the screen was typed over
        self._wanted: Draft | None = None
        self._loading, self._restoring = True, False
        self.head = HeadFields(context, kind.entity, self)
        self.title = TitleBar(context, kind, self.head)
        self.customer = CustomerBlock(kind, self.head)
        self.panel = LinesPanel(context)
        self.foot = Foot(kind, self.head)
        self.side = SidePanel(context, kind, self.head)
        self.notes = NotesLine()
        self._lock_bar = self._make_lock_bar()
        self._bars = col(gap=4, margins=(20, 0, 20, 0))
        self._hint = Notices()
        body = row((self.panel, 1), self.side, gap=0)
        parts = (self.title, self._lock_bar, self._hint, self._bars, self.customer, (body, 1), self.foot, self.notes)
        self._page = frame("page", col(*parts, gap=0))
        self._outer = col(self._page, gap=0)
        self.setLayout(self._outer)
        self.side.hide()
        self.saver, self.local = Saver(self), LocalDraft(self)
        self.others = BeingEdited(context, kind.entity, self._hint, self)
        self.others.follow(record_id)
        self._connect()
        self.load()

    def _make_lock_bar(self) -> QWidget:
        self._lock_words = label("", tone="t2")
        self.revise_button = button(
            mark("QuoteEditor", "Make a revision"), "link", "pencil", clicked=lambda: self._verb("revise")
        )
        self.restore_button = button(mark("QuoteEditor", "Restore"), "link", "undo-2", clicked=self.put_back)
        parts = (Icon("info", 16, "tone:info"), self._lock_words, self.revise_button, self.restore_button, None)
        content = row(*parts, gap=8, margins=(20, 0, 14, 0))
        made = frame("foot", content, height=34)
        made.hide()
        return made

    def _connect(self) -> None:
        for keys, run in (("Ctrl+S", self.save), ("Ctrl+P", self.print_document), ("F9", self._toggle_panel)):
            shortcut = QShortcut(QKeySequence(keys), self, run)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        title, money = self.title, self.side.money
        title.save_asked.connect(self.save)
        title.print_asked.connect(self.print_document)
        title.copy_asked.connect(lambda: verbs.duplicate_quote(self))
        title.panel_asked.connect(self.side.setVisible)
        money.payment_asked.connect(lambda: verbs.pay(self))
        money.delivery_asked.connect(lambda: verbs.deliver(self))
        money.payment_removed.connect(lambda key: verbs.remove_payment(self, key))
        money.delivery_removed.connect(lambda key: verbs.remove_delivery(self, key))
        self.side.timeline.reload_asked.connect(self._reload_history)
        self.panel.model.changed.connect(self._changed)
        self.context.relay.changed.connect(self._elsewhere)
        self.context.connection.changed.connect(self._link_changed)

    def _link_changed(self) -> None:
        """A save may wait for the server now."""
        if self.saver.busy and self.context.connection.lost:
            words = mark("QuoteEditor", "Will be saved when the server is back; you may go on.")
            self.notes.kept.setText(translate(words))

    def _connect_fields(self) -> None:
        """What choosing a customer or a price list brings with it."""
        editors = self.head.binding.editors
        for key in ("organization_id", "contact_id"):
            editors[key].edited.connect(partial(self._customer_chosen, key))
        if "price_book_id" in editors:
            editors["price_book_id"].edited.connect(self._book_chosen)
        self.head.binding.changed.connect(self._changed)

    # -- reading

    def load(self) -> None:
        """Read the document (again); what is on the screen and not saved goes."""
        entity, record_id, defaults = self.kind.entity, self.record_id, self._defaults
        if record_id is None:
            self._read(lambda unit: new_document(unit, entity, defaults))
        else:
            self._read(lambda unit: open_document(unit, entity, record_id))

    def _read(self, work: Callable[[UnitOfWork], Opened]) -> None:
        self.context.read(work, self._first, self._not_read, owner=self, key="load")

    def _not_read(self, error: CrmError) -> None:
        """Say why there is nothing to see."""
        again = button(mark("QuoteEditor", "Try again"), icon="refresh-cw", clicked=self._try_again)
        title = mark("QuoteEditor", "The document cannot be opened")
        self._page.hide()
        self._failure = EmptyState("triangle-alert", title, error.text(), (again,))
        self._outer.addWidget(self._failure)

    def _try_again(self) -> None:
        self._failure.hide()
        self._failure.deleteLater()
        self._page.show()
        self.load()

    def _first(self, opened: Opened) -> None:
        first = self._loading
        if first:
            self.head.describe(opened.custom)
            self.side.build(list(opened.custom))
            self._connect_fields()
        self.show_document(opened)
        if first:
            wanted, self._wanted = self._wanted, None
            bar = self.local.offer() if wanted is None else None
            if bar is not None:
                self._bars.addWidget(bar)
            self._start()
            if wanted is not None:
                self.restore_draft(wanted)

    def restore_draft(self, draft: Draft) -> None:
        """Go on with a draft that was left behind, as soon as the document is there; one of a dialog opens it."""
        if self._loading:
            self._wanted = draft
        elif not draft.place.part:
            self.local.restore(draft)
        elif draft.place.part == NOTE:
            self.open_side(HISTORY)
        else:
            self._verb(draft.place.part)

    def keep_draft(self) -> None:
        """Write what is unsaved now: the page goes without being asked."""
        self.local.kept.keep()
        self.side.timeline.kept.keep()

    def _start(self) -> None:
        """The first thing to type: the customer of a new document, else the lines."""
        self.panel.view.go(0)
        blank = self.record_id is None and not self.draft().values.get("buyer_name")
        if blank:
            self.customer.open()
        if self.opened.status != "draft":
            self.side.open(MONEY)
        self.setFocusProxy(self.head.binding.editors["organization_id"] if blank else self.panel.view)
        self.setFocus()

    def show_document(self, opened: Opened, keep: frozenset[str] = frozenset(), lines: Sheet | None = None) -> None:
        """Show a document as it was read, but for the edits of the fields in `keep` and other `lines`."""
        view, at = self.panel.view, self.panel.view.currentIndex()
        self._loading, self.opened = True, opened
        self.version = opened.record.version if opened.record is not None else 0
        self._hint.drop("changed")
        self._costs.update(opened.costs)
        self.foot.wording = opened.wording
        locked = self._locked()
        self.head.load(opened.draft.values, opened.titles, keep)
        self.head.set_locked(self._free() if locked else None)
        self.panel.model.usual_tax = opened.usual_tax
        self.panel.model.load(Sheet.of(opened.draft), opened.rates, opened.draft.currency, locked)
        self.panel.pricing = Pricing.of(opened.draft.values)
        self.base = self.panel.model.sheet
        self._loading = False
        if lines is not None:
            self.panel.model.apply(lines, mark("QuoteEditor", "merged lines"))
        if at.isValid():
            view._to(min(at.row(), max(self.panel.model.rowCount() - 1, 0)), at.column())
        self.title.show_document(opened)
        self.side.show_document(opened)
        self._show_lock()
        self._offer_verbs()
        self._changed()

    def _deleted(self) -> bool:
        """Whether the document lies in the recycle bin."""
        return self.opened.view is not None and self.opened.view.deleted

    def _locked(self) -> bool:
        """Whether lines and prices can only be read."""
        record = self.opened.record
        return self._deleted() or not self.may_change() or (record is not None and record.locked is not None)

    def may_change(self) -> bool:
        """Whether the user may change the document; a new one they may."""
        return self.opened.view is None or self.opened.view.may_change

    def _free(self) -> frozenset[str]:
        """The fields that may be changed in a locked document."""
        view = self.opened.view
        if view is None or view.deleted or not view.may_change:
            return frozenset()
        return frozenset(self.head.binding.editors) - view.locked

    def _show_lock(self) -> None:
        record = self.opened.record
        reason = record.locked if record is not None else None
        if not self.may_change():
            reason = NOT_CHANGED
        if self._deleted():
            reason = mark("QuoteEditor", "This document is in the recycle bin.")
        self._lock_bar.setVisible(reason is not None)
        if reason is not None:
            self._lock_words.setText(translate(reason))
        self.revise_button.setVisible(any(verb.key == "revise" for verb in self._verbs()))
        self.restore_button.setVisible(self._deleted() and self._may_delete())

    def put_back(self) -> None:
        """Take the document out of the recycle bin."""
        entity, record_id = self.kind.entity, self.record_id
        if record_id is not None:
            restored = partial(records.restore, entity=entity, record_ids=[record_id])
            self.context.write(restored, lambda _: self.load(), owner=self)

    def _reload_history(self) -> None:
        if self.record_id is not None:
            entity, record_id = self.kind.entity, self.record_id
            self.context.read(
                lambda unit: open_document(unit, entity, record_id), self.side.show_document, owner=self, key="history"
            )

    # -- what is on the screen

    def draft(self) -> DocumentDraft:
        """The document as it stands on the screen."""
        return self.panel.model.sheet.draft(self.head.values())

    def is_dirty(self) -> bool:
        """Whether anything differs from what was read."""
        return self.head.dirty() or self.lines_differ()

    def lines_differ(self) -> bool:
        """Whether the lines differ from what was read."""
        return self.panel.model.sheet != self.base

    @contextmanager
    def restoring(self) -> Iterator[None]:
        """Meanwhile choosing a customer brings nothing with it."""
        self._restoring = True
        yield
        self._restoring = False

    def take_id(self, record_id: int) -> None:
        """The new document is stored now."""
        self.record_id = record_id
        self.local.take_id(record_id)
        self.others.follow(record_id)
        set_args = getattr(self.window(), "set_args", None)
        if set_args is not None:
            set_args(self, record_id=record_id)

    def totals(self) -> Totals | None:
        """The sums of what is on the screen; None while a discount is impossible."""
        try:
            return compute(self.draft(), self.opened.rates)
        except DiscountError:
            return None

    def _changed(self) -> None:
        """Compute everything anew: sums, remarks, whether there is something to save."""
        if self._loading:
            return
        draft, model = self.draft(), self.panel.model
        model.day = draft.day
        if model.currency != draft.currency:
            model.set_currency(draft.currency)
        try:
            totals, fault = compute(draft, self.opened.rates), None
        except DiscountError as error:
            totals, fault = None, error
        model.show_totals(totals, fault.line if fault else 0)
        self.foot.show_totals(totals, draft.currency, locked=model.locked)
        self.notes.show_notes(self._notes(draft, totals, fault))
        self.panel.set_pricing(Pricing.of(draft.values))
        self._learn_costs(draft)
        self._show_dirty()

    def _notes(self, draft: DocumentDraft, totals: Totals | None, fault: DiscountError | None) -> list[tuple[str, str]]:
        if fault is not None:
            return [("danger", fault.text())]
        if totals is None or self.panel.model.locked:
            return []
        misread = self.panel.model.sheet.faults()
        rates, limit = self.opened.rates, self.opened.limit
        return notes_of(self.kind.entity, draft, totals, rates, self._costs, limit, misread)

    def _learn_costs(self, draft: DocumentDraft) -> None:
        """Ask for the cost prices of products that are new here."""
        unknown = {line.product_id for line in draft.lines if line.product_id is not None} - self._costs.keys()
        unknown -= self._asked
        if unknown and not self.panel.model.locked:
            self._asked |= unknown
            self.context.read(lambda unit: quotes.cost_prices(unit, unknown), self._costs_learned, owner=self)

    def _costs_learned(self, costs: Mapping[int, Decimal]) -> None:
        self._costs.update(costs)
        self._changed()

    def _show_dirty(self) -> None:
        dirty = self.is_dirty()
        self.others.set_dirty(dirty)
        self.setWindowModified(dirty)
        number = self.opened.record.number if self.opened.record is not None else translate(self.kind.new_title)
        self.setWindowTitle(f"{number}[*]")  # Qt puts the mark of unsaved changes there
        self.title.offer_saving(dirty or self.record_id is None)
        if dirty:
            self.local.kept.touch()

    def _toggle_panel(self) -> None:
        self.title.panel_button.toggle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        low = self.window().height() < LOW_BELOW
        self.customer.set_low(low)
        self.foot.set_low(low)
        self.panel.view.set_row_height(tokens.ROW_HEIGHTS["compact"] if low else tokens.GRID_ROW)

    # -- what one choice brings with it

    def _customer_chosen(self, changed: str) -> None:
        editors, entity = self.head.binding.editors, self.kind.entity
        try:
            organization, contact = editors["organization_id"].value(), editors["contact_id"].value()
        except EntryError:
            return
        if self._loading or self._restoring or not (organization or contact):
            return
        self.context.read(
            lambda unit: customer_of(unit, entity, organization, contact, changed),
            self._take_customer,
            owner=self,
            key="customer",
        )

    def _take_customer(self, found: Customer) -> None:
        binding = self.head.binding
        for key, pair in found.relations.items():
            binding.put(key, pair)
        for key, value in found.values.items():
            if key in binding.editors:
                binding.put(key, value)

    def _book_chosen(self) -> None:
        try:
            book = self.head.binding.value("price_book_id")
        except EntryError:
            return
        if book and not self._loading and not self._restoring:
            put = partial(self.head.binding.put, "currency")
            self.context.read(lambda unit: currency_of_book(unit, book), put, owner=self, key="book")

    # -- saving and leaving

    def save(self, then: Callable[[], object] | None = None) -> None:
        """Store what is on the screen, then read it again; `then` runs when that is done."""
        self.saver.save(then)

    def can_leave(self) -> bool:
        """Whether the page may be closed; unsaved work is asked about."""
        return not self.is_dirty() or self.saver.may_leave()

    def drop_changes(self) -> None:
        """Show the document as it was read; the page may stay open after all."""
        self.show_document(self.opened)
        self.local.kept.drop()

    def show_field(self, key: str) -> None:
        """Bring a field into sight and put the keyboard there."""
        editor = self.head.binding.editors[key]
        if self.side.isAncestorOf(editor):
            self.title.panel_button.setChecked(True)
            self.side.open(DETAILS)
        elif self.customer.isAncestorOf(editor):
            self.customer.open()
        self.head.binding.focus(key)

    # -- verbs

    def do(self, work: Work, done: Callable[[Any], object], draft: Kept | None = None) -> None:
        """Do something with the stored document, saving first what is on the screen; then read it again.

        `draft` keeps what was typed for it until it is done.
        """
        if self.is_dirty() or self.record_id is None:
            self.save(lambda: self._do(work, done, draft))
        else:
            self._do(work, done, draft)

    def _do(self, work: Work, done: Callable[[Any], object], draft: Kept | None) -> None:
        record = self.opened.record
        if record is None:
            return
        record_id, version, entity = record.id, record.version, self.kind.entity

        def finished(result: Any) -> None:
            self.context.read(
                lambda unit: open_document(unit, entity, record_id), self.show_document, owner=self, key="load"
            )
            done(result)

        self.context.write(lambda unit: work(unit, record_id, version), finished, self.saver.failed, owner=self,
                           draft=draft)  # fmt: skip

    def _verbs(self) -> list[verbs.Verb]:
        if self._deleted() or (self.record_id is None and self.kind.entity is not Quote):
            return []
        rights, may_change = self.context.rights, self.may_change()
        every = verbs.verbs_of(self.kind.module)
        return [one for one in every if self.opened.status in one.statuses and one.is_allowed(rights, may_change)]

    def _verb(self, key: str) -> None:
        verb = next((verb for verb in self._verbs() if verb.key == key), None)
        if verb is not None:
            verb.run(self)

    def _offer_verbs(self) -> None:
        stored, status = self.record_id is not None, self.opened.status
        offers = [
            Offer(verb.key, verb.label, verb.icon, partial(verb.run, self), status in verb.primary_in)
            for verb in self._verbs()
        ]
        extra = [Offer("history", mark("QuoteEditor", "History"), "clock", partial(self.open_side, HISTORY))]
        if stored and self.may_change() and not self._deleted():
            extra.append(Offer("share", mark("Form", "Share…"), "link", self.share))
        if stored:
            extra.append(Offer("why", mark("Form", "Who can see this?"), "circle-help", self.explain))
        quote_id = self.opened.record.facts.get("quote_id") if self.opened.record is not None else None
        if quote_id and self.context.rights.may("see", "quote"):
            run = partial(self.context.navigator.open_record, "quote", quote_id)
            extra.append(Offer("quote", mark("QuoteEditor", "Open the quote"), "file-text", run))
        if stored and not self._deleted() and self._may_delete():
            extra.append(Offer("delete", mark("QuoteEditor", "Move to the recycle bin"), "trash-2", self.delete))
        self.title.offer(offers, extra)
        rights, module = self.context.rights, self.kind.module
        self.title.copy_button.setVisible(self.kind.entity is Quote and rights.may("create", module))
        self.title.copy_button.setEnabled(stored)
        self.title.print_button.setEnabled(stored or self.kind.entity is Quote)
        self.title.print_button.setVisible(rights.grant(module).print)

    def _may_delete(self) -> bool:
        return self.opened.view is None or self.opened.view.may_delete

    def share(self) -> ShareSheet | None:
        """Show whom the document is shared with, and let it be shared."""
        view = self.opened.view
        if view is None:
            return None
        sheet = ShareSheet(self, self.context, self.kind.entity, view.number)
        sheet.show_record(view.id, self._reload_history)
        sheet.open()
        return sheet

    def explain(self) -> WhySheet | None:
        """Show who can see the document, and why."""
        view = self.opened.view
        if view is None:
            return None
        sheet = WhySheet(self, self.context, view)
        sheet.open()
        return sheet

    def open_side(self, page: Message) -> None:
        """Show a page of the panel beside the lines."""
        self.title.panel_button.setChecked(True)
        self.side.open(page)

    def show_money(self) -> None:
        """Show the payments and deliveries of an order."""
        self.open_side(MONEY)

    def say(self, text: str, tone: str = "success", action: str = "", run: Callable[[], object] | None = None) -> None:
        """A message over the foot of the window."""
        self.context.messages.show_message(text, tone, action, run)

    def print_document(self) -> None:
        """Show the document as it is printed, saved first."""
        if not self.context.rights.grant(self.kind.module).print:
            return
        if self.is_dirty() or self.record_id is None:
            self.save(self._print)
        else:
            self._print()

    def _print(self) -> None:
        navigator: Any = self.context.navigator
        navigator.open_print(self.kind.module, self.record_id)

    def delete(self) -> None:
        """Put the document into the recycle bin and close the page; it can be undone."""
        entity, record_id, context = self.kind.entity, self.record_id, self.context
        if record_id is None or not self._may_delete():
            return
        seen = {record_id: self.version}

        def put_back() -> None:
            context.write(lambda unit: records.restore(unit, entity, [record_id]), owner=context.relay)

        def gone(_: int) -> None:
            context.messages.show_undo(translate(mark("QuoteEditor", "The document is in the recycle bin.")), put_back)
            self.drop_changes()
            self._close_page()

        self.context.write(
            lambda unit: records.delete(unit, entity, [record_id], seen), gone, self.saver.failed, owner=self
        )

    def _close_page(self) -> None:
        close = getattr(self.window(), "close_page", None)
        if close is not None:
            close(self)

    # -- others

    def _elsewhere(self, changes: tuple[Change, ...], initiator: object) -> None:
        """Another view or user changed something: read again, or say so over what is being typed."""
        mine = any(c.module == self.kind.module and c.record_id in (0, self.record_id) for c in changes)
        if not mine or self.record_id is None or initiator is self or initiator is self.side.timeline:
            return
        if not self.is_dirty() and not self.panel.view.is_typing():
            self.load()
        elif any(c.who or not c.record_id for c in changes):
            entity, record_id = self.kind.entity, self.record_id
            work = partial(open_document, entity=entity, record_id=record_id)
            self.context.read(work, self._newer_came, lambda _: None, owner=self, key="elsewhere")

    def _newer_came(self, newer: Opened) -> None:
        here, there = self.opened.record, newer.record
        if here is None or there is None or newer.view is None or there.version <= here.version:
            return
        who = newer.view.relations.get("modified_by_id", (0, "?"))[1]
        words = mark("QuoteEditor", "{who} has changed this document while you were editing it.")
        merge = partial(self.saver.read_and_merge, save=False)
        self._hint.say(
            "changed", translate(words, who=who), "warning", mark("QuoteEditor", "Take in the changes"), merge
        )
