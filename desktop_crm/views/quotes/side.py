"""The panel beside the lines: further fields, an order's payments and deliveries, and what happened."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop_crm.i18n import Message, language, mark, translate
from desktop_crm.models.numbers import format_date, format_money, format_number
from desktop_crm.views.quotes.fields import HeadFields
from desktop_crm.views.quotes.kinds import BUYER, ORDER, DocumentKind
from desktop_crm.views.quotes.loading import DeliveryRow, Opened, PaymentRow
from desktop_crm.views.records.timeline_panel import TimelinePanel
from desktop_crm.views.widgets import tokens
from desktop_crm.views.widgets.controls import Tab, Tabs
from desktop_crm.views.widgets.layouts import box, button, col, frame, label, row, rule, scroll, tool

if TYPE_CHECKING:
    from desktop_crm.views.context import Context

WIDTH = 372
DETAILS, MONEY, HISTORY = (
    mark("QuoteSide", "Details"),
    mark("QuoteSide", "Payment, delivery"),
    mark("QuoteSide", "History"),
)


class SidePanel(QWidget):
    """Tabs of further fields, an order's money and goods, and the timeline."""

    def __init__(self, context: Context, kind: DocumentKind, head: HeadFields) -> None:
        super().__init__()
        self._head, self._kind = head, kind
        self.timeline = TimelinePanel(context)
        self.timeline.setFixedWidth(WIDTH - 1)
        self.money = MoneyPage(context)
        self._details = box(col(margins=(16, 12, 14, 14)))
        self._built: tuple[str, ...] | None = None
        pages: list[tuple[Message, QWidget]] = [(DETAILS, scroll(frame("page", col(self._details, None))))]
        if kind is ORDER:
            pages.append((MONEY, scroll(frame("page", col(self.money, None)))))
        pages.append((HISTORY, self.timeline))
        self._stack = QStackedWidget()
        for _, page in pages:
            self._stack.addWidget(page)
        self.tabs = Tabs([Tab(words) for words, _ in pages], indent=8)
        self.tabs.changed.connect(self._stack.setCurrentIndex)
        self.setLayout(col(frame("side", col(frame("bar", row(self.tabs)), (self._stack, 1), gap=0)), gap=0))
        self.setFixedWidth(WIDTH)

    def show_document(self, opened: Opened) -> None:
        """Show the history, the payments and the deliveries of a document."""
        if opened.view is not None:
            self.timeline.show_view(opened.view, opened.known)
        self.timeline.setEnabled(opened.view is not None)
        self.money.show_document(opened)

    def build(self, custom: Sequence[str]) -> None:
        """Make the editors of the further fields, once."""
        if self._built is not None:
            return
        self._built = tuple(custom)
        layout = self._details.layout()
        assert layout is not None
        sections: list[tuple[Message, Sequence[str]]] = [
            (mark("QuoteSide", "Buyer as printed"), BUYER),
            (mark("QuoteSide", "Printed terms"), self._kind.terms),
            (mark("QuoteSide", "Further facts"), (*self._kind.more, *custom)),
        ]
        for title, keys in sections:
            layout.addWidget(label(title, tokens.LEAD, strong=True))
            for key in keys:
                layout.addWidget(self._head.frame(key, above=True))

    def open(self, page: Message) -> None:
        """Bring a page to the front."""
        words = [tab.text for tab in self.tabs.items()]
        if page in words:
            self.tabs.set_current(words.index(page))
            self._stack.setCurrentIndex(words.index(page))


class MoneyPage(QWidget):
    """What was paid and delivered of an order. `payment_asked`, `delivery_asked`; `payment_removed(id)`,
    `delivery_removed(id)` for what was entered by mistake.
    """

    payment_asked = Signal()
    delivery_asked = Signal()
    payment_removed = Signal(int)
    delivery_removed = Signal(int)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context, self._currency, self._may_change = context, "VND", True
        self._owed = label("", tone="t2", wrap=True)
        self._payments, self._deliveries, self._rest = box(col(gap=0)), box(col(gap=0)), box(col(gap=3))
        self.add_payment = button(mark("QuoteSide", "Add payment"), "link", "plus", clicked=self.payment_asked.emit)
        self.add_delivery = button(mark("QuoteSide", "Deliver goods"), "link", "plus", clicked=self.delivery_asked.emit)
        self.setLayout(
            col(
                row(label(mark("QuoteSide", "Payments"), tokens.LEAD, strong=True), None, self.add_payment),
                self._owed,
                self._payments,
                12,
                row(label(mark("QuoteSide", "Deliveries"), tokens.LEAD, strong=True), None, self.add_delivery),
                self._rest,
                self._deliveries,
                None,
                gap=6,
                margins=(16, 12, 14, 14),
            )
        )

    def show_document(self, opened: Opened) -> None:
        """Show the payments and deliveries of an order."""
        record = opened.record
        self._currency = opened.draft.currency
        facts = record.facts if record is not None else {}
        paid, owed = facts.get("paid_total") or 0, facts.get("owed_total") or 0
        words = mark("QuoteSide", "{paid} paid, {owed} owed")
        self._owed.setText(translate(words, paid=self._money(paid), owed=self._money(owed)))
        self._may_change = opened.view is None or opened.view.may_change
        self.add_payment.setVisible(self._may_change and record is not None and opened.status != "cancelled")
        self.add_delivery.setVisible(self._may_change and opened.status in ("approved", "delivering"))
        _fill(self._payments, [self._payment(one) for one in opened.payments])
        _fill(self._deliveries, [self._delivery(one) for one in opened.deliveries])
        _fill(self._rest, self._outstanding(opened))

    def _money(self, value: object) -> str:
        return format_money(value, self._currency, language(), symbol=True)  # type: ignore[arg-type]

    def _payment(self, one: PaymentRow) -> QWidget:
        method = self._context.choices.label("payment_method", one.method)
        more = " · ".join(filter(None, (format_date(one.paid_on), method, one.reference)))
        away = tool(
            "trash-2", mark("QuoteSide", "Remove this payment"), 26, clicked=lambda: self.payment_removed.emit(one.id)
        )
        away.setVisible(self._may_change)
        words = col(label(self._money(one.amount), strong=True), label(more, tokens.CAPTION, "t2"), gap=0)
        return box(col(row((words, 1), away), rule("soft"), gap=4, margins=(0, 4, 0, 0)))

    def _delivery(self, one: DeliveryRow) -> QWidget:
        parts = [f"{format_number(quantity, language=language())} × {name}" for name, quantity in one.parts]
        away = tool(
            "trash-2",
            mark("QuoteSide", "Take this delivery back"),
            26,
            clicked=lambda: self.delivery_removed.emit(one.id),
        )
        away.setVisible(self._may_change)
        title = " · ".join(filter(None, (format_date(one.delivered_on), one.note)))
        words = col(label(title, strong=True), label("\n".join(parts), tokens.CAPTION, "t2", wrap=True), gap=0)
        return box(col(row((words, 1), away), rule("soft"), gap=4, margins=(0, 4, 0, 0)))

    def _outstanding(self, opened: Opened) -> list[QWidget]:
        if opened.status not in ("approved", "delivering"):
            return []
        lines = [label(mark("QuoteSide", "Still to be delivered"), tokens.CAPTION, "t2")]
        for one in opened.outstanding[:20]:
            rest = format_number(one.rest, language=language())
            ordered = format_number(one.ordered, language=language())
            lines.append(label(f"{rest} / {ordered} {one.unit} × {one.name}", wrap=True))
        return [*lines]


def _fill(holder: QWidget, widgets: Sequence[QWidget]) -> None:
    layout = holder.layout()
    assert layout is not None
    while (old := layout.takeAt(0)) is not None:
        if (widget := old.widget()) is not None:
            widget.deleteLater()
    for widget in widgets:
        layout.addWidget(widget)
