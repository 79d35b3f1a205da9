"""Our own company: the letterhead, the accounts customers pay into, and who signs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from desktop_crm.errors import Fault
from desktop_crm.i18n import mark
from desktop_crm.models import Company, CompanyBankAccount, Signer
from desktop_crm.models.banks import banks, find_bank
from desktop_crm.models.fields import field_of
from desktop_crm.services import company
from desktop_crm.services.company import CompanyProfile
from desktop_crm.storage.database import UnitOfWork
from desktop_crm.views.records.binding import Binding
from desktop_crm.views.records.editors import make_editor
from desktop_crm.views.records.sections import FormBody, SectionBox
from desktop_crm.views.settings.logo import LogoField
from desktop_crm.views.settings.page import SavingPage, Work
from desktop_crm.views.settings.row_model import Row, RowColumn
from desktop_crm.views.settings.row_table import RowTable
from desktop_crm.views.widgets.field import Field as FieldFrame
from desktop_crm.views.widgets.layouts import scroll

if TYPE_CHECKING:
    from desktop_crm.settings import Settings
    from desktop_crm.views.context import Context

_NAMES = (Company.name, Company.short_name, Company.tax_code, Company.english_name)
_PLACES = (Company.address, Company.city, Company.phone, Company.fax, Company.email, Company.website)


def _follow_bank(row: Row) -> None:
    """A known bank brings its code; its full name becomes the name people use."""
    found = find_bank(row["bank"])
    if found is not None:
        row["bank_bin"] = found.code


def _follow_code(row: Row) -> None:
    found = find_bank(row["bank_bin"])
    if found is not None and not row["bank"]:
        row["bank"] = found.name


def _bank_names() -> list[tuple[str, str]]:
    return [(bank.name, bank.name) for bank in banks()]


_ACCOUNTS = (
    RowColumn(field_of(CompanyBankAccount.account_number), 160),
    RowColumn(field_of(CompanyBankAccount.bank), 160, options=_bank_names, free=True, follow=_follow_bank),
    RowColumn(field_of(CompanyBankAccount.bank_bin), 172, follow=_follow_code),
    RowColumn(field_of(CompanyBankAccount.branch), 160),
    RowColumn(field_of(CompanyBankAccount.holder), 160, True),
)
_SIGNERS = (
    RowColumn(field_of(Signer.name), 190, True),
    RowColumn(field_of(Signer.job_title), 170),
    RowColumn(field_of(Signer.authorization_number), 190),
    RowColumn(field_of(Signer.authorized_on), 150),
)


def _blank(keys: Iterable[str], dates: Iterable[str] = ()) -> Row:
    return {**dict.fromkeys(keys, ""), **dict.fromkeys(dates)}


class CompanyPage(SavingPage):
    """The company's profile, stored as a whole."""

    title = mark("Settings", "Company")
    intro = mark("Settings", "What stands in the letterhead of every document, and as party A of every contract.")

    def __init__(self, context: Context, settings: Settings) -> None:
        super().__init__(context, settings)
        self.binding = Binding(self)
        self.binding.changed.connect(self.changed)
        self.logo = LogoField()
        self.logo.edited.connect(self.changed)
        self.accounts = RowTable(
            _ACCOUNTS,
            lambda: _blank(("account_number", "bank", "bank_bin", "branch", "holder")),
            mark("Settings", "Bank accounts"),
            mark("Settings", "Add an account"),
            keyed=False,
            fitted=True,
        )
        self.signers = RowTable(
            _SIGNERS,
            lambda: _blank(("name", "job_title", "authorization_number"), ("authorized_on",)),
            mark("Settings", "Signers"),
            mark("Settings", "Add a signer"),
            keyed=False,
            fitted=True,
        )
        for table in (self.accounts, self.signers):
            table.changed.connect(self.changed)
        self.area = scroll(self._body())
        self.put(self.area)

    def _body(self) -> QWidget:
        wide = {Company.name.key, Company.english_name.key, Company.address.key}
        names, places = ({a.key: self._frame(a) for a in part} for part in (_NAMES, _PLACES))
        logo = FieldFrame(mark("Settings", "Logo"), self.logo)
        self.logo_frame = logo
        body = FormBody()
        body.fill(
            (
                SectionBox(mark("Settings", "Name"), list(names.values()), [names[k] for k in names if k in wide]),
                SectionBox(
                    mark("Settings", "Address and telephone"),
                    list(places.values()),
                    [places[k] for k in places if k in wide],
                ),
                SectionBox(mark("Settings", "Logo"), [logo], [logo]),
                SectionBox(mark("Settings", "Bank accounts"), [self.accounts], [self.accounts]),
                SectionBox(mark("Settings", "Signers"), [self.signers], [self.signers]),
            )
        )
        return body

    def _frame(self, attribute: Any) -> FieldFrame:
        field = field_of(attribute)
        editor = make_editor(field, self.context)
        frame = FieldFrame(field.label, editor, field.required)
        self.binding.add(field, editor, frame)
        return frame

    # -- reading and writing

    def load(self) -> None:
        self.fetch(company.load, self.show_profile)

    def show_profile(self, profile: CompanyProfile) -> None:
        """Show the company as it is stored."""
        self.binding.load(profile.values)
        self.accounts.set_rows(profile.bank_accounts)
        self.signers.set_rows(profile.signers)
        self.logo.set_content(profile.logo)
        self.logo_frame.clear()
        self.changed.emit()

    def unsaved(self) -> int:
        rows = self.accounts.model.unsaved() + self.signers.model.unsaved()
        return len(self.binding.dirty()) + rows + self.logo.is_changed()

    def faults(self) -> int:
        cells = self.accounts.model.faults() + self.signers.model.faults()
        return len(self.binding.faulty()) + cells + (self.logo_frame.state() == "error")

    def check(self) -> bool:
        checks = [self.binding.check(), self.accounts.model.check(), self.signers.model.check()]
        return all(checks)

    def work(self) -> Work:
        accounts, signers = self.accounts.model.filled(), self.signers.model.filled()
        logo = self.logo.content if self.logo.is_changed() else None
        return partial(_store, self.binding.changes(), accounts, signers, logo)

    def show_faults(self, faults: Iterable[Fault]) -> list[str]:
        rest = self.accounts.model.show_faults(faults, "bank_accounts")
        rest = self.signers.model.show_faults(rest, "signers")
        for fault in rest:
            if fault.field == "logo":
                self.logo_frame.set_fault(fault.text())
        return self.binding.show_faults(fault for fault in rest if fault.field != "logo")

    def focus_fault(self) -> None:
        for key in self.binding.faulty()[:1]:
            self.binding.focus(key)
            self.area.ensureWidgetVisible(self.binding.frames[key])
            return
        for table in (self.accounts, self.signers):
            if table.focus_fault():
                self.area.ensureWidgetVisible(table)
                return

    def discard(self) -> None:
        self.load()


def _store(
    values: Mapping[str, Any], accounts: list[Row], signers: list[Row], logo: bytes | None, unit: UnitOfWork
) -> None:
    company.save(unit, values, accounts, signers)
    if logo is not None:
        company.set_logo(unit, logo)
