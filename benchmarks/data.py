"""A company of any size: users, organizations, contacts, products and quotes, the same for the same seed and size."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from itertools import islice
from pathlib import Path
from typing import Any

from sqlalchemy import update

from benchmarks.loading import PostgresLoader, loader
from benchmarks.people import address, company, email, mobile, person, tax_code
from desktop_crm.models import Contact, Lead, NumberSeries, Organization, Product, Quote, QuoteLine, Team, User
from desktop_crm.models.company import SHIPPED_PATTERNS
from desktop_crm.models.numbering import render
from desktop_crm.models.text import fold
from desktop_crm.storage.database import Database
from desktop_crm.storage.search import keep_up

SEED = 20261125
START, END = datetime(2021, 11, 1, tzinfo=UTC), datetime(2026, 11, 1, tzinfo=UTC)
PRODUCTS = 600
USERS, HEADS, LEADS = 500, 5, 50
"""One director, five heads of a fifth of the company each, fifty leaders of a team each; the others are staff."""

_JOBS = "Giám đốc|Phó giám đốc|Trưởng phòng Mua hàng|Kế toán trưởng|Nhân viên Mua hàng|Trợ lý|Quản đốc".split("|")
_GOODS = "Máy tiện|Máy phay|Máy ép|Băng tải|Kho lạnh|Động cơ|Bơm|Van|Cảm biến|Tủ điện|Robot|Máy nén khí".split("|")
_STATUSES = ("draft", "sent", "accepted", "refused", "expired")
_LEAD_STATUSES = ("new", "attempting", "contacted", "warm", "hot")
_INDUSTRIES = ("mechanical", "packaging", "food", "textile", "construction", "trade")


@dataclass
class Company:
    """What later tables need to know of earlier ones."""

    size: int
    seed: int
    chance: random.Random
    organizations: list[tuple[str, str]] = field(default_factory=list)
    workplaces: list[int | None] = field(default_factory=list)
    counted: dict[int, int] = field(default_factory=dict)

    @property
    def organization_count(self) -> int:
        """A tenth of the contacts, but no fewer than a thousand where there are as many contacts."""
        return max(self.size // 10, min(self.size, 1000))

    @property
    def quote_count(self) -> int:
        """A fifth of the contacts: 200,000 at a million."""
        return self.size // 5


def fill(database: Database, size: int, seed: int = SEED) -> None:
    """Put `size` contacts and what belongs to them into a database that was just made."""
    made = Company(size, seed, random.Random(seed))
    with loader(database) as into:
        into.load(Team, _teams())
        into.load(User, _users(random.Random(seed)))
        into.load(Organization, _organizations(made))
        into.load(Contact, _contacts(made))
        into.load(Lead, _leads(made))
        into.load(Product, _products(made))
        into.load(Quote, _quotes(made))
        into.load(QuoteLine, _lines(made))
    _settle(database, _last_numbers(made))


def fill_customers(database: Database, size: int, seed: int = SEED) -> None:
    """Put `size` organizations and nothing else into a database that was just made."""
    made = Company(10 * max(size, 100), seed, random.Random(seed))
    with loader(database) as into:
        into.load(Team, _teams())
        into.load(User, _users(random.Random(seed)))
        into.load(Organization, islice(_organizations(made), size))
    _settle(database, {"organization": ("", size)})


def copy(database: Database, file: Path) -> None:
    """Put the rows of a file that `fill` or `fill_customers` made into a PostgreSQL database that was just made."""
    with closing(sqlite3.connect(file)) as made, loader(database) as into:
        assert isinstance(into, PostgresLoader)
        for entity in (Team, User, Organization, Contact, Lead, Product, Quote, QuoteLine):
            into.copy(entity.__table__, made, "id > 1" if entity is User else "true")
        last = made.execute("SELECT module, period, last FROM number_series").fetchall()
    _settle(database, {module: (period, count) for module, period, count in last})


def _teams() -> Iterator[dict[str, Any]]:
    for number in range(1, LEADS + 1):
        yield {"id": number, "name": f"Nhóm {number:02}"}


def user_id(place: int) -> int:
    """The id of the user at a place from 1 (the director) to `USERS`; the user of an empty company has id 1."""
    return place + 1


def team_of(place: int) -> int | None:
    """The team of the user at a place; the director and the heads have none."""
    if place <= 1 + HEADS:
        return None
    return (place - 2 - HEADS) % LEADS + 1


def above(place: int) -> int | None:
    """The place of the user whom the one at a place reports to."""
    if place == 1:
        return None
    if place <= 1 + HEADS:
        return 1
    leader = place <= 1 + HEADS + LEADS
    return 2 + ((place - 2 - HEADS) % HEADS if leader else (place - 2 - HEADS) % LEADS + HEADS)


def _users(chance: random.Random) -> Iterator[dict[str, Any]]:
    for place in range(1, USERS + 1):
        who, leader = person(chance), above(place)
        name = {"id": user_id(place), "name": f"user{place:03}", "full_name": f"{who.family} {who.given}"}
        yield name | {"team_id": team_of(place), "manager_id": leader and user_id(leader)}


def _kept(made: Company, number: int, count: int) -> dict[str, Any]:
    """Owner and stamps of the record `number` of `count`; newer ones come later, by and large."""
    chance = made.chance
    place = 2 + HEADS + int(chance.random() * (USERS - 1 - HEADS))
    age = (number + chance.random() * count / 4) / (count * 1.25)
    created = START + (END - START) * age
    changed = created + (END - created) * chance.random()
    owner = user_id(place)
    owned = {"owner_id": owner, "team_id": team_of(place), "created_by_id": owner, "modified_by_id": owner}
    return owned | {"created_at": created, "modified_at": changed}


def _organizations(made: Company) -> Iterator[dict[str, Any]]:
    chance, count = made.chance, made.organization_count
    for number in range(1, count + 1):
        name, core = company(chance)
        domain = f"{fold(core).replace(' ', '')}{number % 97}.example"
        street, province = address(chance)
        made.organizations.append((name, domain))
        row = {"id": number, "number": f"TC-{number:05}", "name": name, "short_name": core}
        row |= {"customer_code": f"KH{number:07}"}
        row |= {"tax_code": tax_code(chance), "phone": mobile(chance), "email": f"lienhe@{domain}"}
        row |= {"website": domain, "address": street, "province": province}
        row |= {"industry": _INDUSTRIES[number % 6], "employees": int(2000 ** chance.random())}
        row |= {"annual_revenue": Decimal(int(chance.random() * 10**6)) * 1_000_000}
        yield row | _kept(made, number, count)


def _contacts(made: Company) -> Iterator[dict[str, Any]]:
    chance, count = made.chance, made.size
    for number in range(1, count + 1):
        who, share = person(chance), chance.random()
        place = int(chance.random() * len(made.organizations)) if share < 0.85 else None
        made.workplaces.append(place)
        domain = made.organizations[place][1] if place is not None else "gmail.com"
        street, province = address(chance)
        row: dict[str, Any] = {"id": number, "number": f"LH-{number:05}", "salutation": who.salutation}
        row |= {"family_name": who.family, "given_name": who.given, "mobile": mobile(chance)}
        row |= {"phone": mobile(chance) if share < 0.2 else "", "job_title": _JOBS[int(share * 7)]}
        row |= {"email": email(chance, who, domain) if share < 0.8 else "", "address": street, "province": province}
        row |= {"organization_id": None if place is None else place + 1, "birthday": _birthday(chance, share)}
        yield row | _kept(made, number, count)


def _leads(made: Company) -> Iterator[dict[str, Any]]:
    chance, count = made.chance, made.organization_count
    for number in range(1, count + 1):
        who, (name, core) = person(chance), company(chance)
        row: dict[str, Any] = {"id": number, "number": f"TN-{number:05}", "salutation": who.salutation}
        row |= {"family_name": who.family, "given_name": who.given, "company": name, "mobile": mobile(chance)}
        row |= {"email": email(chance, who, f"{fold(core).replace(' ', '')}.example"), "job_title": _JOBS[number % 7]}
        yield row | {"status": _LEAD_STATUSES[number % 5], "source": "partner"} | _kept(made, number, count)


def _birthday(chance: random.Random, share: float) -> date | None:
    return date(1956, 1, 1) + timedelta(days=int(chance.random() * 18_000)) if share < 0.6 else None


def _products(made: Company) -> Iterator[dict[str, Any]]:
    for number in range(1, PRODUCTS + 1):
        row = {"id": number, "number": f"SP-{number:05}", "code": f"M{number:04}", "name": _goods(number)}
        yield row | {"unit": "bộ", "list_price": Decimal(number * 125_000)} | _kept(made, number, PRODUCTS)


def _goods(number: int) -> str:
    return f"{_GOODS[number % 12]} {chr(65 + number % 7)}-{number}"


def _quotes(made: Company) -> Iterator[dict[str, Any]]:
    years: dict[int, int] = {}
    for number in range(1, made.quote_count + 1):
        kept = _kept(made, number, made.quote_count)
        day = kept["created_at"].date()
        years[day.year] = years.get(day.year, 0) + 1
        row = {"id": number, "number": render(SHIPPED_PATTERNS["quote"], day, years[day.year]), "quote_date": day}
        row |= {"valid_until": day + timedelta(days=30), "status": _STATUSES[number % 5]}
        yield row | _buyer(made) | _sums(made, number) | kept
    made.counted = years


def _buyer(made: Company) -> dict[str, Any]:
    contact = int(made.chance.random() * made.size)
    place = made.workplaces[contact]
    name = made.organizations[place][0] if place is not None else ""
    goods = _GOODS[int(made.chance.random() * 12)]
    organization = None if place is None else place + 1
    return {"contact_id": contact + 1, "organization_id": organization, "buyer_name": name, "subject": goods}


def _sums(made: Company, number: int) -> dict[str, Any]:
    net = sum((line["amount"] for line in _lines_of(made, number)), Decimal(0))
    tax = (net * 8 / 100).quantize(Decimal(1), ROUND_HALF_UP)
    return {"subtotal": net, "net_total": net, "tax_total": tax, "grand_total": net + tax}


def _lines(made: Company) -> Iterator[dict[str, Any]]:
    for number in range(1, made.quote_count + 1):
        yield from _lines_of(made, number)


def _lines_of(made: Company, number: int) -> Iterator[dict[str, Any]]:
    """One to twenty lines, five on average; drawn again, alike, whenever they are asked for."""
    chance = random.Random(made.seed + number)
    for place in range(1 + int(20 * chance.random() ** 4)):
        product, quantity = 1 + int(chance.random() * PRODUCTS), Decimal(1 + int(chance.random() * 9))
        price = Decimal(product * 125_000)
        line = {"quote_id": number, "position": place, "product_id": product, "name": _goods(product), "unit": "bộ"}
        line |= {"quantity": quantity, "unit_price": price, "tax_code": "VAT8", "tax_percent": Decimal(8)}
        yield line | {"amount": quantity * price}


def _last_numbers(made: Company) -> dict[str, tuple[str, int]]:
    """Period and count of the last number of each module."""
    last = {"organization": ("", made.organization_count), "contact": ("", made.size), "product": ("", PRODUCTS)}
    last["lead"] = last["organization"]
    year = max(made.counted, default=0)
    return last | ({"quote": (str(year), made.counted[year])} if year else {})


def _settle(database: Database, last: dict[str, tuple[str, int]]) -> None:
    """Number new records after those that were loaded, and count their words as the program does after an import."""
    with database.writing() as unit:
        for module, (period, count) in last.items():
            series = update(NumberSeries).where(NumberSeries.module == module)
            unit.session.execute(series.values(period=period, last=count))
        keep_up(unit.session)
