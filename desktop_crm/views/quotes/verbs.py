"""What can be done with a quote or an order by its status, and how it is done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from desktop_crm.i18n import Message, mark, translate
from desktop_crm.models.rights import Rights
from desktop_crm.services import approvals, contracts, deliveries, orders, payments, quotes
from desktop_crm.views.quotes.dialogs import DeliveryDialog, PaymentDialog, ReasonDialog

if TYPE_CHECKING:
    from desktop_crm.views.quotes.editor import DocumentEditor


@dataclass(frozen=True, slots=True)
class Verb:
    """Something done with a document in one of these statuses; `primary_in` are those where it comes first.

    `changes` says that it changes the document, `makes` names the module it makes a record of.
    """

    key: str
    label: Message
    icon: str
    statuses: frozenset[str]
    run: Callable[[DocumentEditor], None]
    primary_in: frozenset[str] = frozenset()
    changes: bool = True
    makes: str = ""

    def is_allowed(self, rights: Rights, may_change: bool) -> bool:
        """Whether the user may do it with a document that they may change, or not."""
        return (may_change or not self.changes) and (not self.makes or rights.may("create", self.makes))


def _set(*statuses: str) -> frozenset[str]:
    return frozenset(statuses)


# ---------------------------------------------------------------- quotes
def issue(editor: DocumentEditor) -> None:
    """Send the quote: from now on it is locked."""

    def done(outcome: tuple[bool, list[str]]) -> None:
        waits, warnings = outcome
        for words in warnings:
            editor.context.messages.show_message(words, "warning")
        if waits:
            editor.say(
                mark("QuoteVerb", "The discount is above the limit: the quote now waits for approval."), "warning"
            )
        else:
            editor.say(mark("QuoteVerb", "The quote is issued and locked."), action=mark("QuoteVerb", "Print / PDF"),
                       run=editor.print_document)  # fmt: skip

    def work(unit: Any, record_id: int, version: int) -> tuple[bool, list[str]]:
        issued = quotes.issue(unit, record_id, version)
        return issued.waits, [fault.text() for fault in issued.warnings]

    editor.do(work, done)


def _simple(service: Callable[..., Any], words: Message) -> Callable[[DocumentEditor], None]:
    """A verb that asks nothing and stays on the page."""

    def run(editor: DocumentEditor) -> None:
        def work(unit: Any, record_id: int, version: int) -> None:
            service(unit, record_id, version=version)

        editor.do(work, lambda _: editor.say(words))

    return run


def _because(
    service: Callable[..., Any], title: Message, ask: Message, verb: Message, words: Message
) -> Callable[[DocumentEditor], None]:
    """A verb that needs a reason."""

    def run(editor: DocumentEditor) -> None:
        def given(reason: str) -> None:
            def work(unit: Any, record_id: int, version: int) -> None:
                service(unit, record_id, reason, version=version)

            editor.do(work, lambda _: editor.say(words))

        dialog = ReasonDialog(editor, title, ask, verb)
        dialog.given.connect(given)
        dialog.open()

    return run


def _making(service: Callable[..., Any], module: str, words: Message) -> Callable[[DocumentEditor], None]:
    """A verb that makes another record and opens it."""

    def run(editor: DocumentEditor) -> None:
        def work(unit: Any, record_id: int, version: int) -> tuple[int, str]:
            made = service(unit, record_id, version=version)
            return made.id, made.number

        def done(made: tuple[int, str]) -> None:
            editor.say(translate(words, number=made[1]))
            editor.context.navigator.open_record(module, made[0])

        editor.do(work, done)

    return run


def open_newest(editor: DocumentEditor) -> None:
    """Go to the newest revision of a quote."""
    record_id = editor.record_id
    assert record_id is not None

    def work(unit: Any) -> int:
        from desktop_crm.models import Quote

        return quotes.revisions(unit, unit.get(Quote, record_id))[-1].id

    editor.context.read(work, lambda newest: editor.context.navigator.open_record("quote", newest), owner=editor)


# ---------------------------------------------------------------- orders
def pay(editor: DocumentEditor) -> None:
    """Note money received."""
    record = editor.opened.record
    if record is None:
        return

    def given(values: dict[str, Any]) -> None:
        def work(unit: Any, record_id: int, version: int) -> None:
            payments.add_payment(unit, record_id, **values, version=version)

        editor.do(work, lambda _: editor.say(mark("QuoteVerb", "The payment is noted.")), dialog.kept)

    owed, currency = record.facts["owed_total"], editor.opened.draft.currency
    dialog = PaymentDialog(editor, editor.context, owed, currency, record.id)
    dialog.given.connect(given)
    dialog.open()


def deliver(editor: DocumentEditor) -> None:
    """Note goods handed over."""

    def given(day: date, quantities: dict[int, Any], note: str) -> None:
        def work(unit: Any, record_id: int, version: int) -> None:
            deliveries.deliver(unit, record_id, day, quantities, version, note)

        editor.do(work, lambda _: editor.say(mark("QuoteVerb", "The delivery is noted.")), dialog.kept)

    dialog = DeliveryDialog(editor, editor.context, editor.opened.outstanding, editor.record_id)
    dialog.given.connect(given)
    dialog.open()


def remove_payment(editor: DocumentEditor, payment_id: int) -> None:
    """Take out a payment entered by mistake."""

    def work(unit: Any, record_id: int, version: int) -> None:
        payments.remove_payment(unit, record_id, payment_id, version)

    editor.do(work, lambda _: editor.say(mark("QuoteVerb", "The payment is removed.")))


def remove_delivery(editor: DocumentEditor, delivery_id: int) -> None:
    """Take back a delivery."""

    def work(unit: Any, record_id: int, version: int) -> None:
        deliveries.take_back(unit, record_id, delivery_id, version)

    editor.do(work, lambda _: editor.say(mark("QuoteVerb", "The delivery is taken back.")))


_OPEN = _set("sent", "reviewed")
_QUOTE_VERBS = (
    Verb("issue", mark("QuoteVerb", "Send to customer"), "send", _set("draft"), issue, _set("draft")),
    Verb(
        "approve",
        mark("QuoteVerb", "Approve"),
        "check",
        _set("pending_approval"),
        _simple(approvals.approve, mark("QuoteVerb", "The quote is approved and issued.")),
        _set("pending_approval"),
    ),
    Verb(
        "decline",
        mark("QuoteVerb", "Do not approve…"),
        "x",
        _set("pending_approval"),
        _because(
            approvals.decline,
            mark("QuoteVerb", "Do not approve the quote"),
            mark("QuoteVerb", "Why is it not approved?"),
            mark("QuoteVerb", "Send back"),
            mark("QuoteVerb", "The quote went back to its author."),
        ),
    ),
    Verb(
        "reopen",
        mark("QuoteVerb", "Take back into work"),
        "undo-2",
        _set("pending_approval"),
        _simple(quotes.reopen, mark("QuoteVerb", "The quote is a draft again.")),
    ),
    Verb(
        "accept",
        mark("QuoteVerb", "Customer accepts"),
        "circle-check",
        _OPEN,
        _simple(quotes.accept, mark("QuoteVerb", "The quote is accepted.")),
        _OPEN,
    ),
    Verb(
        "reviewed",
        mark("QuoteVerb", "Customer has read it"),
        "check",
        _set("sent"),
        _simple(quotes.mark_reviewed, mark("QuoteVerb", "Noted that the customer has read the quote.")),
    ),
    Verb(
        "refuse",
        mark("QuoteVerb", "Customer refuses…"),
        "circle-x",
        _OPEN,
        _because(
            quotes.refuse,
            mark("QuoteVerb", "The customer refuses"),
            mark("QuoteVerb", "Why does the customer refuse?"),
            mark("QuoteVerb", "Note the refusal"),
            mark("QuoteVerb", "The refusal is noted."),
        ),
    ),
    Verb(
        "order",
        mark("QuoteVerb", "Make order"),
        "shopping-cart",
        _OPEN | {"accepted"},
        _making(orders.order_from_quote, "sales_order", mark("QuoteVerb", "The order {number} has been made.")),
        _set("accepted"),
        makes="sales_order",
    ),
    Verb(
        "contract",
        mark("QuoteVerb", "Make contract"),
        "file-signature",
        _OPEN | {"accepted"},
        _making(contracts.contract_from_quote, "contract", mark("QuoteVerb", "The contract {number} has been made.")),
        changes=False,
        makes="contract",
    ),
    Verb(
        "revise",
        mark("QuoteVerb", "Make a revision"),
        "pencil",
        _OPEN | {"accepted", "refused", "expired"},
        _making(quotes.revise, "quote", mark("QuoteVerb", "The revision {number} takes its place.")),
        _set("refused", "expired"),
        makes="quote",
    ),
    Verb(
        "newest", mark("QuoteVerb", "Open the newest revision"), "external-link", _set("superseded"), open_newest,
        _set("superseded"), changes=False,
    ),
)  # fmt: skip
_STANDING = _set("draft", "approved", "delivering", "delivered")
_ORDER_VERBS = (
    Verb(
        "approve",
        mark("QuoteVerb", "Approve"),
        "check",
        _set("draft"),
        _simple(orders.approve, mark("QuoteVerb", "The order is approved and locked.")),
        _set("draft"),
    ),
    Verb(
        "deliver", mark("QuoteVerb", "Deliver goods…"), "package", _set("approved", "delivering"), deliver,
        _set("approved", "delivering"),
    ),
    Verb(
        "start",
        mark("QuoteVerb", "Goods are on their way"),
        "send",
        _set("approved"),
        _simple(deliveries.start, mark("QuoteVerb", "The order is being delivered.")),
    ),
    Verb(
        "pay", mark("QuoteVerb", "Payment received…"), "banknote", _STANDING, pay, _set("delivered"),
    ),
    Verb(
        "contract",
        mark("QuoteVerb", "Make contract"),
        "file-signature",
        _STANDING,
        _making(contracts.contract_from_order, "contract", mark("QuoteVerb", "The contract {number} has been made.")),
        changes=False,
        makes="contract",
    ),
    Verb(
        "reopen",
        mark("QuoteVerb", "Take back into work"),
        "undo-2",
        _set("approved"),
        _simple(orders.reopen, mark("QuoteVerb", "The order is a draft again.")),
    ),
    Verb(
        "cancel",
        mark("QuoteVerb", "Cancel the order…"),
        "circle-x",
        _set("draft", "approved", "delivering"),
        _because(
            orders.cancel,
            mark("QuoteVerb", "Cancel the order"),
            mark("QuoteVerb", "Why is the order cancelled?"),
            mark("QuoteVerb", "Cancel the order"),
            mark("QuoteVerb", "The order is cancelled."),
        ),
    ),
)  # fmt: skip


def verbs_of(module: str) -> tuple[Verb, ...]:
    """The verbs of quotes or of orders."""
    return _QUOTE_VERBS if module == "quote" else _ORDER_VERBS


duplicate_quote = _making(
    quotes.duplicate,
    "quote",
    mark("QuoteVerb", "The quote {number} is a copy of this one."),
)
