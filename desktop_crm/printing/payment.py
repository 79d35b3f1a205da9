"""Where to pay: the company's bank accounts, and a VietQR code for an amount in dong."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from reportlab.lib.units import mm

from desktop_crm.i18n import mark
from desktop_crm.models.company import Company, CompanyBankAccount
from desktop_crm.printing.layout import Layout
from desktop_crm.printing.letterhead import company_name
from desktop_crm.printing.vietqr import QrCode, payload

_CODE_SIZE = 30 * mm
_WORDS_WIDTH = 40 * mm
_SIZE = 8.5
_MOST = 6  # accounts: the block stands beside the totals on one page


def payment_block(company: Company, layout: Layout, amount: Decimal, message: str) -> list[Any]:
    """Accounts and below them the code; nothing for a company without an account."""
    accounts = sorted(company.bank_accounts, key=lambda account: account.position)[:_MOST]
    if not accounts:
        return []
    heading = layout.say(mark("Print", "Payment details"))
    block = [layout.text(heading, layout.look.size + 0.5, strong=True, after=1 * mm)]
    block += [_account(account, company, layout) for account in accounts]
    return [*block, *_code(accounts, layout, amount, message)]


def _account(account: CompanyBankAccount, company: Company, layout: Layout) -> Any:
    bank = " – ".join(part.strip() for part in (account.bank, account.branch) if part.strip())
    holder = account.holder.strip() or company_name(company, layout.language)
    lines = "\n".join(line for line in (account.account_number.strip(), bank, holder) if line)
    return layout.labelled(mark("Print", "Account number"), lines, _SIZE, after=1.2 * mm)


def _code(accounts: list[CompanyBankAccount], layout: Layout, amount: Decimal, message: str) -> list[Any]:
    """The payment code of the first account that has what it takes, with the message; only for dong."""
    if layout.currency != "VND":
        return []
    found = (payload(one.bank_bin, one.account_number, amount, message) for one in accounts)
    text = next((one for one in found if one), None)
    if text is None:
        return []
    plain = layout.type(_SIZE)
    said = [
        [(layout.say(mark("Print", "Scan to pay with VietQR")), layout.type(_SIZE, strong=True))],
        [layout.label(mark("Print", "Amount to pay"), _SIZE), (layout.money(amount, symbol=True), plain)],
        [layout.label(mark("Print", "Transfer message"), _SIZE), (message, plain)],
    ]
    words = layout.words(said)
    width = _CODE_SIZE + 2 * mm
    return [layout.beside([[QrCode(text, _CODE_SIZE)], [words]], [width, _WORDS_WIDTH], middle=True)]
