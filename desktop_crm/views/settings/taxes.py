"""The table of VAT rates: dated rows that products and documents refer to by code."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Any

from desktop_crm.i18n import language, mark, translate
from desktop_crm.models import TaxRate
from desktop_crm.models.fields import Field, Kind, field_of
from desktop_crm.models.numbers import format_date, format_percent
from desktop_crm.services import vat
from desktop_crm.storage.database import UnitOfWork
from desktop_crm.views.records.entries import today
from desktop_crm.views.settings.form_sheet import Entry, FormSheet
from desktop_crm.views.settings.page import SettingsPage
from desktop_crm.views.widgets.dialogs import confirm
from desktop_crm.views.widgets.layouts import box, button, col, row
from desktop_crm.views.widgets.painters import badge
from desktop_crm.views.widgets.plain_table import PlainColumn, PlainTable

if TYPE_CHECKING:
    from desktop_crm.settings import Settings
    from desktop_crm.views.context import Context

Rate = Mapping[str, Any]
_NOT_SUBJECT = mark("Settings", "Not subject to VAT (KCT)")
_PERCENT = Field(mark("Settings", "Percent"), Kind.PERCENT, key="percent")
_EXEMPT = Field(_NOT_SUBJECT, Kind.BOOLEAN, key="exempt")
_STATES = {"now": "success", "later": "info", "over": "neutral"}


def _state(rate: Rate) -> str:
    """now, later or over."""
    if rate["valid_from"] > today():
        return "later"
    return "over" if rate["valid_to"] is not None and rate["valid_to"] < today() else "now"


def _state_words(rate: Rate) -> str:
    words = {
        "now": mark("Settings", "In force"),
        "later": mark("Settings", "To come"),
        "over": mark("Settings", "Ended"),
    }
    return translate(words[_state(rate)])


def _percent(rate: Rate) -> str:
    if rate["percent"] is None:
        return translate(mark("Settings", "not subject to VAT"))
    return format_percent(rate["percent"], language()) or "0 %"


def _until(rate: Rate) -> str:
    return format_date(rate["valid_to"]) if rate["valid_to"] else translate(mark("Settings", "without end"))


_COLUMNS = (
    PlainColumn(mark("TaxRate", "Code"), lambda rate: rate["code"], 90),
    PlainColumn(mark("TaxRate", "Label"), lambda rate: rate["label"], 90),
    PlainColumn(mark("Settings", "Percent"), _percent, 150),
    PlainColumn(mark("TaxRate", "Valid from"), lambda rate: format_date(rate["valid_from"]), 110),
    PlainColumn(mark("TaxRate", "Valid to"), _until, 120),
    PlainColumn(mark("Settings", "State"), _state_words, 132, painter=badge(_STATES), value=_state),
    PlainColumn(mark("TaxRate", "Legal basis"), lambda rate: rate["legal_basis"], 220, True, rank=1),
)


class TaxesPage(SettingsPage):
    """Rates by code; a change of law ends a rate and begins a new one."""

    title = mark("Settings", "Tax rates")
    intro = mark(
        "Settings",
        "Documents take the rate in force on their day. When the law changes, add a period: nothing issued changes.",
    )

    def __init__(self, context: Context, settings: Settings) -> None:
        super().__init__(context, settings)
        self.table = PlainTable(_COLUMNS, mark("Settings", "Tax rates"), quiet=lambda rate: _state(rate) == "over")
        self.table.opened.connect(self.edit)
        self.table.chosen.connect(self._show_buttons)
        self._period = button(mark("Settings", "New period…"), "primary", "plus", clicked=self.new_period)
        self._add = button(mark("Settings", "Add a rate…"), icon="plus", clicked=lambda: self.edit(None))
        self._edit = button(mark("Settings", "Edit…"), icon="pencil", clicked=lambda: self.edit(self.table.current()))
        self._remove = button(mark("Settings", "Remove"), icon="trash-2", clicked=self.remove)
        tools = row(self._period, self._add, self._edit, self._remove, None, margins=(20, 10, 20, 10))
        self.put(box(col(tools, (self.table, 1), gap=0)))
        self._show_buttons(None)

    def load(self) -> None:
        self.context.read(vat.rates, self._show, owner=self, key="load")

    def _show(self, rates: Sequence[Rate]) -> None:
        self.table.set_rows(rates)

    def _show_buttons(self, rate: Rate | None) -> None:
        for each in (self._period, self._edit, self._remove):
            each.setEnabled(rate is not None)

    # -- dialogs

    def edit(self, rate: Rate | None) -> FormSheet:
        """The dialog of a rate, or of a new one."""
        title = mark("Settings", "Tax rate") if rate else mark("Settings", "New tax rate")
        blank = {"code": "", "label": "", "percent": Decimal(0), "valid_from": today(), "valid_to": None,
                 "legal_basis": ""}  # fmt: skip
        values = dict(rate or blank)
        values["exempt"] = values["percent"] is None
        return self._open(title, values, partial(_save, rate))

    def new_period(self) -> FormSheet | None:
        """The dialog that ends the current rate and begins another one with the same code."""
        rate = self.table.current()
        if rate is None:
            return None
        begins = (
            (rate["valid_to"] + timedelta(days=1))
            if rate["valid_to"]
            else max(today(), rate["valid_from"]) + timedelta(days=1)
        )
        values = {**rate, "valid_from": begins, "valid_to": None, "legal_basis": "", "exempt": rate["percent"] is None}
        title = translate(mark("Settings", "New period of {code}"), code=rate["code"])
        return self._open(title, values, partial(_begin, rate), locked=True)

    def _open(self, title: str, values: Rate, store: Any, locked: bool = False) -> FormSheet:
        entries = (
            Entry(field_of(TaxRate.code), locked=locked, help="" if locked else _CODE_HELP),
            Entry(field_of(TaxRate.label), help=mark("Settings", "As it stands on the document, for example 8 %.")),
            Entry(_PERCENT),
            Entry(_EXEMPT),
            Entry(field_of(TaxRate.valid_from)),
            Entry(field_of(TaxRate.valid_to), help=mark("Settings", "The last day; empty where the law names none.")),
            Entry(field_of(TaxRate.legal_basis)),
        )
        sheet = FormSheet(self, self.context, title, entries, values, store, self._stored)
        sheet.open()
        return sheet

    def _stored(self, _: Any) -> None:
        self.load()
        self.lists_changed()

    def remove(self) -> None:
        """Take out the current rate, if nothing uses it."""
        rate = self.table.current()
        title = translate(mark("Settings", "Remove the rate {label}?"), label=rate["label"])
        words = mark("Settings", "A rate that products or documents use is not removed.")
        if confirm(self, title, words, mark("Settings", "Remove"), danger=True):
            self.context.write(partial(_remove, rate["id"]), self._stored, owner=self)


_CODE_HELP = mark("Settings", "Short and lasting, for example VAT8; products keep it.")


def _changed(values: Rate) -> dict[str, Any]:
    found = {key: values[key] for key in vat.KEYS if key in values}
    found["percent"] = None if values.get("exempt") else values.get("percent")
    return found


def _save(rate: Rate | None, unit: UnitOfWork, values: Rate) -> None:
    vat.save_rate(unit, rate["id"] if rate else None, _changed(values))


def _begin(rate: Rate, unit: UnitOfWork, values: Rate) -> None:
    """End a rate on the day before the new one begins, and add the new one."""
    first: date = values["valid_from"] or today()
    if rate["valid_to"] is None or rate["valid_to"] >= first:
        vat.save_rate(unit, rate["id"], {"valid_to": first - timedelta(days=1)})
    vat.save_rate(unit, None, _changed(values))


def _remove(rate_id: int, unit: UnitOfWork) -> None:
    vat.remove_rate(unit, rate_id)
