"""Our own company: letterhead, logo, bank accounts and signers, as plain values for the settings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from desktop_crm.errors import Fault, Invalid
from desktop_crm.i18n import mark
from desktop_crm.models import Company, CompanyBankAccount, Signer
from desktop_crm.models.fields import fields_of
from desktop_crm.models.validation import faults_of_value
from desktop_crm.services.hooks import tidy_text
from desktop_crm.storage.database import UnitOfWork

LARGEST_LOGO = 2 * 1024 * 1024
IMAGES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")
"""How PNG and JPEG files begin."""
LONGEST_VALIDITY = 366
"""How many days a quote may be valid by default."""
PLAIN = ("quote_valid_days", "wording")
"""Attributes of the company that have no description."""

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class CompanyProfile:
    """The company as the settings show it; rows hold their described values by key."""

    values: Row
    bank_accounts: tuple[Row, ...]
    signers: tuple[Row, ...]
    logo: bytes = b""


def current(unit: UnitOfWork) -> Company:
    """The one row about ourselves."""
    return unit.session.scalars(select(Company).order_by(Company.id).limit(1)).one()


def load(unit: UnitOfWork) -> CompanyProfile:
    """The company's profile."""
    company = current(unit)
    values = {key: getattr(company, key) for key in (*fields_of(Company), *PLAIN)}
    return CompanyProfile(
        values,
        tuple(_values(row) for row in company.bank_accounts),
        tuple(_values(row) for row in company.signers),
        company.logo,
    )


def _values(row: Any) -> Row:
    return {key: getattr(row, key) for key in fields_of(type(row))}


def save(
    unit: UnitOfWork,
    values: Row,
    bank_accounts: Sequence[Row] | None = None,
    signers: Sequence[Row] | None = None,
) -> None:
    """Store what is given of the profile; None leaves accounts or signers alone.

    Raises Invalid with faults by field, those of a row as `bank_accounts.0.account_number`.
    """
    company = current(unit)
    faults = [fault for fault in _assign(company, values, "") if fault.field in values]
    if not 1 <= company.quote_valid_days <= LONGEST_VALIDITY:
        message = mark("Company", "A quote is valid for 1 to {days} days.")
        faults.append(Fault("quote_valid_days", message, {"days": LONGEST_VALIDITY}))
    if bank_accounts is not None:
        company.bank_accounts = [CompanyBankAccount(position=place) for place in range(len(bank_accounts))]
        faults += _assign_rows(company.bank_accounts, bank_accounts, "bank_accounts")
    if signers is not None:
        company.signers = [Signer(position=place) for place in range(len(signers))]
        faults += _assign_rows(company.signers, signers, "signers")
    if faults:
        raise Invalid(*faults)
    unit.session.flush()


def _assign_rows(rows: Sequence[Any], values: Sequence[Row], part: str) -> list[Fault]:
    pairs = enumerate(zip(rows, values, strict=True))
    return [fault for place, (row, given) in pairs for fault in _assign(row, given, f"{part}.{place}.")]


def _assign(row: Any, values: Row, prefix: str) -> list[Fault]:
    """Put values into a row and say what blocks; a required field counts also where it was not given."""
    described = fields_of(type(row))
    for key, value in values.items():
        if key not in described and key not in PLAIN:
            raise ValueError(f"{type(row).__name__}.{key} cannot be set")
        known = described.get(key)
        setattr(row, key, tidy_text(known.kind, value) if known and isinstance(value, str) else value)
    found = [fault for key, field in described.items() for fault in faults_of_value(field, getattr(row, key))]
    return [Fault(prefix + fault.field, fault.message, fault.values) for fault in found if not fault.warning]


def set_logo(unit: UnitOfWork, content: bytes) -> None:
    """Keep a PNG or JPEG as the logo; b'' takes it away. Raises Invalid for anything else or a large file."""
    if content and not content.startswith(IMAGES):
        raise Invalid(Fault("logo", mark("Company", "The logo must be a PNG or JPEG picture.")))
    if len(content) > LARGEST_LOGO:
        raise Invalid(Fault("logo", mark("Company", "The logo is larger than 2 MB.")))
    current(unit).logo = content
    unit.session.flush()
