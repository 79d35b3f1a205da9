"""What new quotes and contracts begin with, and how amounts are written in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Any

from desktop_crm.errors import Fault
from desktop_crm.i18n import Message, mark
from desktop_crm.models import Company
from desktop_crm.models.entry import EntryError
from desktop_crm.models.fields import Field, Kind, field_of
from desktop_crm.models.words import amount_in_words
from desktop_crm.services import company
from desktop_crm.services.company import CompanyProfile
from desktop_crm.storage.database import UnitOfWork
from desktop_crm.views.records.binding import Binding
from desktop_crm.views.records.editors import LineEditor, make_editor
from desktop_crm.views.records.entries import entry_of
from desktop_crm.views.records.sections import FormBody, SectionBox
from desktop_crm.views.settings.form_sheet import OptionEditor
from desktop_crm.views.settings.page import SavingPage, Work
from desktop_crm.views.widgets import tokens
from desktop_crm.views.widgets.field import Field as FieldFrame
from desktop_crm.views.widgets.layouts import col, frame, label, scroll

if TYPE_CHECKING:
    from desktop_crm.settings import Settings
    from desktop_crm.views.context import Context

_TEXTS = (
    (Company.quote_introduction, mark("Settings", "Introduction")),
    (Company.quote_terms, mark("Settings", "Terms")),
    (Company.payment_terms, mark("Settings", "Payment")),
    (Company.delivery_terms, mark("Settings", "Delivery")),
    (Company.warranty_terms, mark("Settings", "Warranty")),
)
_DAYS = Field(mark("Settings", "Days valid"), Kind.INTEGER, key="quote_valid_days", required=True)
WORDING = {
    "zero_ten": (mark("Settings", "Zero"), (("linh", "linh (105: một trăm linh năm)"),
                                                                 ("lẻ", "lẻ (105: một trăm lẻ năm)"))),
    "thousand": (mark("Settings", "Thousand"), (("nghìn", "nghìn"), ("ngàn", "ngàn"))),
    "four": (mark("Settings", "Four"), (("tư", "tư (24: hai mươi tư)"), ("bốn", "bốn (24: hai mươi bốn)"))),
}  # fmt: skip
"""The words that differ from house to house: label and (word, example); Vietnamese whatever the language in force."""


class PrintDefaultsPage(SavingPage):
    """Defaults of documents, with the amount in words written live below."""

    title = mark("Settings", "Print templates")
    intro = mark("Settings", "New quotes and contracts begin with these texts; each document may change them.")

    def __init__(self, context: Context, settings: Settings) -> None:
        super().__init__(context, settings)
        self.binding = Binding(self)
        self.binding.changed.connect(self._changed)
        self._wording: Mapping[str, Any] = {}
        self.preview = label("", tokens.LEAD, italic=True, wrap=True, selectable=True)
        self.put(scroll(self._body()))
        self.sample.edited.connect(self._show_words)

    def _body(self) -> FormBody:
        texts = [self._field(field_of(one), words) for one, words in _TEXTS]
        days = self._field(_DAYS, _DAYS.label, mark("Settings", "Counted from the day of the quote."))
        bases = self._field(
            field_of(Company.legal_bases),
            mark("Settings", "Legal bases"),
            mark("Settings", "One to a line, as the contract begins."),
        )
        words = [self._word(key) for key in WORDING]
        shown = FieldFrame(mark("Settings", "In words"), frame("card", col(self.preview, margins=(12, 8, 12, 8))))
        body = FormBody()
        body.fill(
            (
                SectionBox(mark("Settings", "Quotes"), [*texts, days], texts),
                SectionBox(mark("Settings", "Contracts"), [bases], [bases]),
                SectionBox(mark("Settings", "Amounts in words"), [*words, self._sample(), shown], [shown]),
            )
        )
        return body

    def _field(self, field: Field, words: Message, help: str = "") -> FieldFrame:
        editor = make_editor(field, self.context)
        framed = FieldFrame(words, editor, field.required, help)
        self.binding.add(field, editor, framed)
        return framed

    def _word(self, key: str) -> FieldFrame:
        words, options = WORDING[key]
        editor = OptionEditor(options)
        framed = FieldFrame(words, editor)
        self.binding.add(Field(words, Kind.TEXT, key=key), editor, framed)
        return framed

    def _sample(self) -> FieldFrame:
        field = Field(mark("Settings", "Try an amount"), Kind.MONEY, key="sample")
        self.sample = LineEditor(field, entry_of(field))
        self.sample.set_value(Decimal(1_024_105_000))
        return FieldFrame(field.label, self.sample)

    # -- reading and writing

    def load(self) -> None:
        self.fetch(company.load, self.show_profile)

    def show_profile(self, profile: CompanyProfile) -> None:
        """Show the defaults as they are stored."""
        self._wording = profile.values["wording"] or {}
        usual = {key: options[0][0] for key, (_, options) in WORDING.items()}
        chosen = {key: self._wording.get(key) or usual[key] for key in WORDING}
        self.binding.load({**profile.values, **chosen})
        self._show_words()

    def unsaved(self) -> int:
        return len(self.binding.dirty())

    def faults(self) -> int:
        return len(self.binding.faulty())

    def check(self) -> bool:
        return self.binding.check()

    def work(self) -> Work:
        changes = self.binding.changes()
        wording = {key: changes.pop(key) for key in WORDING if key in changes}
        if wording:
            changes["wording"] = {**self._wording, **wording}
        return partial(_store, changes)

    def show_faults(self, faults: Iterable[Fault]) -> list[str]:
        return self.binding.show_faults(faults)

    def focus_fault(self) -> None:
        for key in self.binding.faulty()[:1]:
            self.binding.focus(key)

    def discard(self) -> None:
        self.load()

    def _changed(self) -> None:
        self._show_words()
        self.changed.emit()

    def _show_words(self) -> None:
        try:
            amount = self.sample.value()
        except EntryError as error:
            self.preview.setText(error.text())
            return
        readable = self.binding.readable()
        chosen = {key: readable[key] for key in WORDING if readable.get(key)}
        words = amount_in_words(amount or Decimal(0), "VND", "vi", **chosen)
        self.preview.setText(f"{words}.")


def _store(changes: dict[str, Any], unit: UnitOfWork) -> None:
    company.save(unit, changes)
