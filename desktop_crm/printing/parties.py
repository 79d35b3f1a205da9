"""Party A and party B as a contract names them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from desktop_crm.models.company import Company, Signer
from desktop_crm.models.contract import Contract
from desktop_crm.models.numbers import format_date
from desktop_crm.models.organization import Organization
from desktop_crm.models.phones import format_phone
from desktop_crm.printing.letterhead import company_name


@dataclass(frozen=True, slots=True)
class Party:
    """Who signs, in texts ready for print; '' is unknown."""

    name: str
    address: str = ""
    phone: str = ""
    fax: str = ""
    email: str = ""
    tax_code: str = ""
    account: str = ""
    representative: str = ""
    title: str = ""
    authorization: str = ""

    def rows(self, words: Mapping[str, str], blank: str) -> list[tuple[str, str]]:
        """(label, text): dots to write on where the law wants an answer, nothing where it does not."""
        asked = ("address", "tax_code", "representative", "title")
        order = ("address", "phone", "fax", "email", "tax_code", "account", "representative", "title", "authorization")
        texts = ((key, getattr(self, key) or (blank if key in asked else "")) for key in order)
        return [(words[key], text) for key, text in texts if text]


def seller(company: Company, words: Mapping[str, str], language: str) -> Party:
    """Our company, its first account and its first signer."""
    signer = min(company.signers, key=lambda one: one.position, default=None)
    return Party(
        name=company_name(company, language),
        address=company.address,
        phone=format_phone(company.phone),
        fax=format_phone(company.fax),
        email=company.email,
        tax_code=company.tax_code,
        account=first_account(company.bank_accounts, words),
        representative=signer.name if signer else "",
        title=signer.job_title if signer else "",
        authorization=_authorization(signer, words) if signer else "",
    )


def buyer(contract: Contract, words: Mapping[str, str]) -> Party:
    """The customer as the contract names them; what it leaves out is taken from the organization."""
    found = contract.organization
    signs = found if found and not contract.buyer_representative else None  # name and position belong together
    return Party(
        name=contract.buyer_name or (found.name if found else "") or _person(contract),
        address=contract.buyer_address or (found.full_address if found else ""),
        phone=format_phone(contract.buyer_phone or _of(found, "phone")),
        fax=format_phone(contract.buyer_fax or _of(found, "fax")),
        email=contract.buyer_email or _of(found, "email"),
        tax_code=contract.buyer_tax_code or _of(found, "tax_code"),
        account=contract.buyer_bank_account or (first_account(found.bank_accounts, words) if found else ""),
        representative=contract.buyer_representative or _of(signs, "representative"),
        title=contract.buyer_representative_title or _of(signs, "representative_title"),
        authorization=contract.buyer_authorization or (_authorization(signs, words) if signs else ""),
    )


def _of(organization: Organization | None, key: str) -> str:
    return str(getattr(organization, key)) if organization else ""


def _person(contract: Contract) -> str:
    return contract.contact.full_name if contract.contact else ""


def first_account(accounts: Any, words: Mapping[str, str]) -> str:
    """Number and bank of the first account, '' for none."""
    first = min(accounts, key=lambda account: account.position, default=None)
    if first is None:
        return ""
    bank = " – ".join(part.strip() for part in (first.bank, first.branch) if part.strip())
    return words["account_at"].format(account=first.account_number, bank=bank) if bank else first.account_number


def _authorization(signer: Signer | Organization, words: Mapping[str, str]) -> str:
    if not signer.authorization_number:
        return ""
    if signer.authorized_on is None:
        return words["authorization_number"].format(number=signer.authorization_number)
    day = format_date(signer.authorized_on)
    return words["authorization_of"].format(number=signer.authorization_number, day=day)
