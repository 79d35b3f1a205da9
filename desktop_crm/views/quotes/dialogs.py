"""Small questions of the editor: a reason, a payment received, goods handed over."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPlainTextEdit, QScrollArea, QWidget

from desktop_crm.i18n import language, mark, translate
from desktop_crm.models import Delivery, DeliveryLine, Payment, SalesOrder
from desktop_crm.models.entry import EntryError
from desktop_crm.models.fields import field_of
from desktop_crm.models.numbers import format_money, format_number
from desktop_crm.views.quotes.loading import Outstanding
from desktop_crm.views.records.date_editor import DateEditor
from desktop_crm.views.records.dialog_draft import DialogDraft
from desktop_crm.views.records.drafts import Place
from desktop_crm.views.records.editors import make_editor
from desktop_crm.views.records.entries import entry_of, today
from desktop_crm.views.widgets import paint
from desktop_crm.views.widgets.dialogs import Sheet
from desktop_crm.views.widgets.field import Field
from desktop_crm.views.widgets.layouts import box, button, col, label, row, scroll

if TYPE_CHECKING:
    from desktop_crm.views.context import Context


class _Question(Sheet):
    """A sheet with Cancel and one verb, which works only where `answer()` finds nothing wrong."""

    def __init__(
        self, parent: QWidget | None, title: str, body: QWidget, verb: str, width: int = 460, tone: str = "primary"
    ) -> None:
        self._cancel, self._verb = button(mark("QuoteDialog", "Cancel")), button(verb, tone)
        super().__init__(parent, title, body, (self._cancel, self._verb), width)
        self._cancel.clicked.connect(self.reject)
        self._verb.clicked.connect(self.answer)

    def answer(self) -> None:
        """Take what is entered, or show what is wrong with it."""
        raise NotImplementedError


class ReasonDialog(_Question):
    """Asks why; `given(reason)`."""

    given = Signal(str)

    def __init__(self, parent: QWidget | None, title: str, ask: str, verb: str) -> None:
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(84)
        self.field = Field(ask, self.text, required=True, above=True)
        super().__init__(parent, title, box(col(self.field)), verb, tone="danger")
        self.safe = self.text

    def answer(self) -> None:
        reason = self.text.toPlainText().strip()
        if not reason:
            self.field.set_fault(mark("QuoteDialog", "Please give a reason."))
            return
        self.accept()
        self.given.emit(reason)


class PaymentDialog(_Question):
    """A payment received for an order; `given(values)` with paid_on, amount, method, reference, note."""

    given = Signal(object)

    def __init__(
        self, parent: QWidget | None, context: Context, owed: Decimal, currency: str, order_id: int | None = None
    ) -> None:
        attributes = (Payment.paid_on, Payment.amount, Payment.method, Payment.reference, Payment.note)
        described = [field_of(attribute) for attribute in attributes]
        self.editors = {field.key: make_editor(field, context, currency) for field in described}
        self.fields = {f.key: Field(f.label, self.editors[f.key], f.required) for f in described}
        words = translate(
            mark("QuoteDialog", "Still owed: {amount}"), amount=format_money(owed, currency, language(), symbol=True)
        )
        body = box(col(label(words, tone="t2"), *self.fields.values(), gap=8))
        super().__init__(parent, mark("QuoteDialog", "Payment received"), body, mark("QuoteDialog", "Add payment"))
        self.editors["paid_on"].set_value(today())
        self.editors["amount"].set_value(max(owed, Decimal(0)))
        self.editors["method"].set_value("transfer")
        for key in ("reference", "note"):
            self.editors[key].set_value("")
        self.safe = self.editors["amount"].control
        place = Place(SalesOrder.__tablename__, order_id, "pay")
        self.kept = DialogDraft(context.drafts, place, self, self._typed, self._put_back)
        for editor in self.editors.values():
            editor.edited.connect(self.kept.touch)

    def _typed(self) -> dict[str, Any]:
        return {key: editor.typed() for key, editor in self.editors.items()}

    def _put_back(self, entries: dict[str, Any]) -> None:
        for key, editor in self.editors.items():
            editor.set_typed(entries[key])

    def answer(self) -> None:
        values: dict[str, Any] = {}
        for key, editor in self.editors.items():
            self.fields[key].clear()
            try:
                values[key] = editor.value()
            except EntryError as error:
                self.fields[key].set_fault(error.text())
        if values.get("paid_on", ...) is None:
            self.fields["paid_on"].set_fault(mark("QuoteDialog", "Enter the day."))
        elif values.get("amount") == 0:
            self.fields["amount"].set_fault(mark("QuoteDialog", "Enter the amount; a refund is negative."))
        elif len(values) == len(self.editors):
            self.accept()
            self.given.emit(values)


class DeliveryDialog(_Question):
    """What is handed over today of what is outstanding; `given(day, quantities by line id, note)`."""

    given = Signal(object, object, str)

    def __init__(
        self, parent: QWidget | None, context: Context, outstanding: Sequence[Outstanding], order_id: int | None = None
    ) -> None:
        self.day = DateEditor(field_of(Delivery.delivered_on))
        self.day.set_value(today())
        self.note = QLineEdit()
        self._quantity = entry_of(field_of(DeliveryLine.quantity))
        self.boxes = {one.line_id: self._box(one) for one in outstanding}
        self._rest = {one.line_id: one for one in outstanding}
        self.fault = label("", tone="danger", wrap=True)
        self.fault.hide()
        self._day = Field(field_of(Delivery.delivered_on).label, self.day, True)
        table = box(self._table(outstanding))
        area = scroll(table) if len(outstanding) > 8 else table
        if isinstance(area, QScrollArea):
            area.setMinimumHeight(8 * 36)
            for part in (area.viewport(), table):
                part.setAutoFillBackground(False)  # the sheet shows through
        nothing = button(mark("QuoteDialog", "Clear all"), "link", clicked=self._clear)
        note = Field(field_of(Delivery.note).label, self.note)
        body = box(col(self._day, area, row(None, nothing), note, self.fault, gap=8))
        super().__init__(parent, mark("QuoteDialog", "Deliver goods"), body, mark("QuoteDialog", "Deliver"), 560)
        self.safe = next(iter(self.boxes.values()), None)
        place = Place(SalesOrder.__tablename__, order_id, "deliver")
        self.kept = DialogDraft(context.drafts, place, self, self._typed, self._put_back)
        self.day.edited.connect(self.kept.touch)
        for line in (self.note, *self.boxes.values()):
            line.textEdited.connect(self.kept.touch)

    def _typed(self) -> dict[str, Any]:
        quantities = {str(line_id): each.text() for line_id, each in self.boxes.items()}
        return {"day": self.day.typed(), "note": self.note.text(), "quantities": quantities}

    def _put_back(self, entries: dict[str, Any]) -> None:
        self.day.set_typed(entries["day"])
        self.note.setText(entries["note"])
        for line_id, each in self.boxes.items():
            each.setText(entries["quantities"].get(str(line_id), each.text()))

    def _box(self, one: Outstanding) -> QLineEdit:
        made = QLineEdit(format_number(one.rest, language=language()))
        made.setAlignment(paint.RIGHT | paint.MIDDLE)
        made.setFixedWidth(96)
        made.setAccessibleName(one.name)
        return made

    def _table(self, outstanding: Sequence[Outstanding]) -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(0, 1)
        heads = (mark("QuoteDialog", "Line"), mark("QuoteDialog", "Outstanding"), mark("QuoteDialog", "Deliver now"))
        for column, words in enumerate(heads):
            grid.addWidget(label(words, 12, "t2", True, align=paint.RIGHT if column else paint.LEFT), 0, column)
        for line, one in enumerate(outstanding, 1):
            name = label(one.name, wrap=True)
            rest = f"{format_number(one.rest, language=language())} {one.unit}".strip()
            grid.addWidget(name, line, 0)
            grid.addWidget(label(rest, tone="t2", align=paint.RIGHT), line, 1)
            grid.addWidget(self.boxes[one.line_id], line, 2)
        return grid

    def _clear(self) -> None:
        for each in self.boxes.values():
            each.setText("0")

    def answer(self) -> None:
        try:
            day, quantities = self.day.value(), self._quantities()
        except EntryError as error:
            self._say(error.text())
            return
        if day is None:
            self._say(translate(mark("QuoteDialog", "Enter the day.")))
        elif not any(quantities.values()):
            self._say(translate(mark("QuoteDialog", "Enter at least one quantity.")))
        else:
            self.accept()
            self.given.emit(day, quantities, self.note.text())

    def _quantities(self) -> dict[int, Decimal]:
        found: dict[int, Decimal] = {}
        for line_id, each in self.boxes.items():
            found[line_id] = self._quantity.read(each.text())
            if not 0 <= found[line_id] <= self._rest[line_id].rest:
                raise EntryError(each.text(), mark("QuoteDialog", "{name}: {text} is more than is outstanding."),
                                 name=self._rest[line_id].name)  # fmt: skip
        return found

    def _say(self, words: str) -> None:
        self.fault.setText(words)
        self.fault.show()
