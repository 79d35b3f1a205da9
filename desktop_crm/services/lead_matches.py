"""Organizations and contacts that a lead may already be: by tax code, name, telephone and e-mail."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, and_, func, or_, select

from desktop_crm.models import Contact, Lead, Organization
from desktop_crm.models.names import short_company_name
from desktop_crm.models.text import fold, normalized_name
from desktop_crm.storage.database import UnitOfWork

MOST = 20
"""How many candidates of each kind are offered."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A record the lead may be; `reasons` are what they share: tax_code, name, phone, email."""

    module: str
    id: int
    number: str
    title: str
    reasons: tuple[str, ...]
    detail: str = ""


def matches(unit: UnitOfWork, lead: Lead) -> list[Candidate]:
    """Candidates, organizations before contacts, those with the most in common first."""
    return [*_ranked(_organizations(unit, lead)), *_ranked(_contacts(unit, lead))]


def _ranked(candidates: Iterable[Candidate]) -> list[Candidate]:
    return sorted((c for c in candidates if c.reasons), key=lambda c: (-len(c.reasons), c.id))[:MOST]


def _organizations(unit: UnitOfWork, lead: Lead) -> list[Candidate]:
    name = short_company_name(lead.company)
    tests: list[ColumnElement[bool]] = []
    if lead.tax_code:
        tests.append(Organization.tax_code == lead.tax_code)
    if words := fold(name).split():
        tests.append(and_(*(Organization.search_text.contains(f" {word}", autoescape=True) for word in words)))
    phones = _filled(lead.phone, lead.mobile)
    tests += [Organization.phone.in_(phones)] if phones else []
    found = _found(unit, Organization, tests)
    return [Candidate("organization", o.id, o.number, o.title, _shared(lead, o), o.tax_code) for o in found]


def _shared(lead: Lead, organization: Organization) -> tuple[str, ...]:
    same = {
        "tax_code": bool(lead.tax_code) and lead.tax_code == organization.tax_code,
        "name": bool(lead.company)
        and _core(lead.company) in (_core(organization.name), _core(organization.short_name)),
        "phone": organization.phone in _filled(lead.phone, lead.mobile),
        "email": bool(lead.email) and lead.email.lower() == organization.email.lower(),
    }
    return tuple(reason for reason, holds in same.items() if holds)


def _core(name: str) -> str:
    return normalized_name(short_company_name(name))


def _contacts(unit: UnitOfWork, lead: Lead) -> list[Candidate]:
    phones = _filled(lead.mobile, lead.phone)
    tests: list[ColumnElement[bool]] = []
    tests += [Contact.mobile.in_(phones), Contact.phone.in_(phones)] if phones else []
    if lead.email:
        tests += [func.lower(column) == lead.email.lower() for column in (Contact.email, Contact.email2)]
    found = _found(unit, Contact, tests)
    return [Candidate("contact", c.id, c.number, c.title, _same_person(lead, c), c.job_title) for c in found]


def _same_person(lead: Lead, contact: Contact) -> tuple[str, ...]:
    phones = _filled(lead.mobile, lead.phone)
    same = {
        "name": bool(lead.full_name) and normalized_name(lead.full_name) == normalized_name(contact.full_name),
        "phone": contact.mobile in phones or contact.phone in phones,
        "email": bool(lead.email) and lead.email.lower() in (contact.email.lower(), contact.email2.lower()),
    }
    return tuple(reason for reason, holds in same.items() if holds)


def _filled(*values: str) -> list[str]:
    return [value for value in values if value]


def _found(unit: UnitOfWork, entity: Any, tests: list[Any]) -> list[Any]:
    if not tests:
        return []
    rows = select(entity).where(entity.deleted_at.is_(None), or_(*tests)).order_by(entity.id).limit(10 * MOST)
    return list(unit.session.scalars(rows))
