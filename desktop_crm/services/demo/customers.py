"""Organizations, contacts and leads of the demo company."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from desktop_crm.models import BankAccount, Contact, Lead, Organization, User
from desktop_crm.models.lists import SHIPPED
from desktop_crm.models.names import short_company_name
from desktop_crm.models.text import fold
from desktop_crm.services.demo.draw import Draw, corpus
from desktop_crm.services.demo.house import REGIONS, House
from desktop_crm.services.demo.store import Store

_SOURCES = [row.code for row in SHIPPED["source"]]
_LEAD_STATUSES = (
    ("new", 24), ("attempting", 14), ("contacted", 18), ("contact_later", 8), ("cold", 6), ("warm", 10),
    ("hot", 7), ("qualified", 6), ("lost", 5), ("junk", 2),
)  # fmt: skip
_TYPES = (("customer", 62), ("prospect", 24), ("reseller", 7), ("partner", 4), ("supplier", 2), ("competitor", 1))


@dataclass(frozen=True, slots=True)
class Customer:
    """What a deal needs to know of an organization and the person addressed."""

    organization: int
    name: str
    address: str
    tax_code: str
    since: date
    owner: User
    dealer: bool
    buys: bool
    contact: int
    person: str
    person_title: str
    phone: str
    email: str
    representative: str
    representative_title: str


def settle(store: Store, draw: Draw, house: House, size: int) -> list[Customer]:
    """Make `size` organizations, each with one to four contacts; what deals need of them."""
    days = sorted(draw.day_ago(1, 730) for _ in range(size))
    return [_organization(store, draw, house, day) for day in days]


def _organization(store: Store, draw: Draw, house: House, day: date) -> Customer:
    owner, moment = draw.one(house.sellers), draw.moment(day)
    company = _described(draw, house, owner)
    store.record(company, day, moment, owner.id)
    if draw.chance(0.6):
        store.add(_account(draw, company.id))
    _remarks(store, draw, house, company, day, owner)
    contacts = [_contact(store, draw, company, owner, day) for _ in range(draw.between(1, 4))]
    return _customer(company, contacts[0], day, owner)


def _described(draw: Draw, house: House, owner: User) -> Organization:
    name, core, industry = draw.company()
    domain = f"{fold(core).replace(' ', '')}.example"
    street, ward, province = draw.address()
    company = Organization(name=name, short_name=short_company_name(name) or core, industry=industry)
    company.tax_code, company.phone, company.type = draw.tax_code(), draw.landline(), draw.weighted(_TYPES)
    company.email, company.website = f"lienhe@{domain}", domain
    company.address, company.ward, company.province = street, ward, province
    company.employees = draw.one((8, 15, 25, 40, 60, 85, 120, 180, 250, 400, 800))
    company.annual_revenue = Decimal(draw.between(2, 220)) * 500_000_000
    company.credit_limit = Decimal(draw.one((0, 0, 100, 200, 300, 500, 1000))) * 1_000_000
    company.payment_terms = draw.one(("30 ngày kể từ ngày hóa đơn", "50 – 30 – 20", "Thanh toán khi giao hàng"))
    company.source, company.owner_id, company.team_id = draw.one(_SOURCES), owner.id, owner.team_id
    company.price_book_id = house.dealer_book if company.type == "reseller" else None
    representative = draw.person()
    company.representative, company.representative_title = representative.name, draw.one(("Giám đốc", "Tổng giám đốc"))
    company.founded_on = draw.today - timedelta(days=draw.between(800, 9000))
    company.card_tier = draw.one(("", "", "", "member", "silver", "gold", "vip"))
    company.custom = {"region": draw.one(REGIONS)}
    return company


def _account(draw: Draw, organization: int) -> BankAccount:
    bank, _, branch = draw.one(corpus()["banks"])
    account = BankAccount(organization_id=organization, bank=bank, branch=branch)
    account.account_number = f"0{draw.between(10**9, 10**11)}"
    return account


def _remarks(store: Store, draw: Draw, house: House, company: Organization, day: date, owner: User) -> None:
    if draw.chance(0.25):
        store.tag(company, draw.one(house.tags))
    for _ in range(draw.between(0, 2)):
        later = min(draw.today, day + timedelta(days=draw.between(1, 300)))
        store.comment(company, draw.moment(later), owner.id, draw.one(corpus()["comments"]))


def _contact(store: Store, draw: Draw, company: Organization, owner: User, day: date) -> Contact:
    person = draw.person()
    job, department, role = draw.one(corpus()["jobs"])
    contact = Contact(salutation=person.salutation, family_name=person.family, given_name=person.given)
    contact.organization_id, contact.job_title, contact.department = company.id, job, department
    contact.buying_role, contact.mobile = role, draw.mobile()
    contact.email = f"{person.mailbox}@{company.website}"
    contact.zalo = contact.mobile if draw.chance(0.5) else ""
    contact.birthday = date(draw.between(1965, 2001), draw.between(1, 12), draw.between(1, 28))
    contact.interests = draw.one(corpus()["interests"]) if draw.chance(0.4) else ""
    contact.province, contact.owner_id, contact.team_id = company.province, owner.id, owner.team_id
    contact.email_consent = draw.chance(0.6)
    store.record(contact, day, draw.moment(day), owner.id)
    return contact


def _customer(company: Organization, contact: Contact, day: date, owner: User) -> Customer:
    return Customer(
        company.id,
        company.name,
        company.full_address,
        company.tax_code,
        day,
        owner,
        company.price_book_id is not None,
        company.type in ("customer", "prospect", "reseller"),
        contact.id,
        contact.full_name,
        contact.job_title,
        contact.mobile,
        contact.email,
        company.representative,
        company.representative_title,
    )


def find_leads(store: Store, draw: Draw, house: House, count: int) -> None:
    """Make leads of the last half year."""
    for day in sorted(draw.day_ago(0, 180) for _ in range(count)):
        _lead(store, draw, house, day)


def _lead(store: Store, draw: Draw, house: House, day: date) -> None:
    person, (name, core, industry), owner = draw.person(), draw.company(), draw.one(house.sellers)
    lead = Lead(salutation=person.salutation, family_name=person.family, given_name=person.given, company=name)
    lead.job_title, lead.industry, lead.status = draw.one(corpus()["jobs"])[0], industry, draw.weighted(_LEAD_STATUSES)
    lead.mobile, lead.phone = draw.mobile(), draw.landline() if draw.chance(0.5) else ""
    lead.email = f"{person.mailbox}@{fold(core).replace(' ', '')}.example"
    lead.tax_code = draw.tax_code() if draw.chance(0.4) else ""
    lead.source, lead.rating = draw.one(_SOURCES), draw.one(("", "high", "medium", "low"))
    lead.address, lead.ward, lead.province = draw.address()
    lead.employees, lead.annual_revenue = draw.between(5, 300), Decimal(draw.between(0, 40)) * 1_000_000_000
    lead.campaign = draw.one(corpus()["campaigns"]) if draw.chance(0.5) else ""
    if lead.status not in ("lost", "junk"):
        lead.next_step = draw.one(corpus()["next_steps"])
        lead.next_step_on = draw.today + timedelta(days=draw.between(-4, 21))
    lead.owner_id, lead.team_id, lead.marketing_consent = owner.id, owner.team_id, draw.chance(0.4)
    store.record(lead, day, draw.moment(day), owner.id)
    if draw.chance(0.4):
        store.comment(lead, draw.moment(day), owner.id, draw.one(corpus()["comments"]))
