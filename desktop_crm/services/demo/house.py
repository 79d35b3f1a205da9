"""Our own side of the demo company: profile, staff, products, price lists, tags, a custom field."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal

from sqlalchemy import select

from desktop_crm.models import (
    Company,
    CompanyBankAccount,
    CustomField,
    PriceBook,
    PriceRow,
    Product,
    ProductGroup,
    Role,
    Signer,
    Tag,
    Team,
    User,
)
from desktop_crm.resources import resource
from desktop_crm.services.demo.draw import Draw, corpus
from desktop_crm.services.demo.store import Store
from desktop_crm.storage import accounts, within
from desktop_crm.storage.search import is_server

REGIONS = ("Miền Bắc", "Miền Trung", "Miền Nam")
_TAGS = (("VIP", "violet"), ("Đại lý cấp 1", "teal"), ("Xuất khẩu", "info"), ("Cần chăm sóc", "warning"))


@dataclass
class House:
    """What customers and deals need to know of us."""

    manager: int
    sellers: list[User]
    products: list[Product] = field(default_factory=list)
    dealer_book: int = 0
    tags: list[Tag] = field(default_factory=list)
    profile: Company = field(default_factory=Company)


def furnish(store: Store, draw: Draw) -> House:
    """Fill in the company and make its staff, products and lists."""
    profile = _profile(store, draw)
    staff = _staff(store)
    store.names = {user.id: user.full_name for user in staff}
    house = House(staff[0].id, staff, profile=profile)
    house.products = _products(store, draw, staff[0].id)
    house.dealer_book = _dealer_prices(store, draw, house.products)
    house.tags = [Tag(name=name, tone=tone) for name, tone in _TAGS]
    store.session.add_all(house.tags)
    region = CustomField(module="organization", key="region", label="Khu vực", kind="choice", options=list(REGIONS))
    store.session.add(region)
    store.session.flush()
    return house


def _profile(store: Store, draw: Draw) -> Company:
    company = store.session.scalars(select(Company)).one()
    for key, value in corpus()["company"].items():
        setattr(company, key, value)
    company.tax_code = draw.tax_code()
    company.logo = resource("demo", "logo.png").read_bytes()
    company.bank_accounts = [
        CompanyBankAccount(account_number=f"00{draw.between(10**9, 10**10 - 1)}", bank=bank, bank_bin=code)
        for bank, code, _ in corpus()["banks"][:2]
    ]
    for place, account in enumerate(company.bank_accounts):
        account.position, account.holder = place, "CTCP THIET BI CONG NGHIEP AN PHUC THINH"
        account.branch = corpus()["banks"][place][2]
    company.signers = [Signer(name="Đặng Quốc Thịnh", job_title="Tổng giám đốc")]
    return company


def _staff(store: Store) -> list[User]:
    teams: dict[str, Team] = {}
    first = store.session.scalars(select(User).order_by(User.id)).first() or User()
    people: list[User] = []
    for name, full_name, job_title, team in corpus()["staff"]:
        user = first if not people else User()
        if not (user is first and is_server(store.session) and accounts.has_login(store.session, user.name)):
            user.name = name  # whoever fills it keeps the name they sign in by
        user.full_name, user.job_title = full_name, job_title
        user.email, user.phone = f"{name}@anphucthinh.example", f"+8490000{len(people) + 1:04}"
        if team:
            user.team = teams.setdefault(team, Team(name=team))
        people.append(user)
    store.session.add_all(people)
    store.session.flush()
    _set_roles(store, people)
    return people


def _set_roles(store: Store, people: list[User]) -> None:
    """Everybody reports to the head of a team, those to the director."""
    roles = {role.preset: role.id for role in store.session.scalars(select(Role))}
    heads = {user.team_id: user.id for user in people if user.job_title.startswith("Trưởng")}
    for user in people[1:]:
        head = heads.get(user.team_id)
        leads = head in (None, user.id)
        user.manager_id = people[0].id if leads else head
        user.role_id = roles["manager" if user.id == head else "staff"]
    within.lay_out(store.session)


def _products(store: Store, draw: Draw, author: int) -> list[Product]:
    groups: dict[str, ProductGroup] = {}
    for described in corpus()["products"]:
        groups.setdefault(described["group"], ProductGroup(name=described["group"]))
    store.session.add_all(groups.values())
    store.session.flush()
    day = draw.today - timedelta(days=760)
    return [_product(store, draw, described, groups, day, author) for described in corpus()["products"]]


def _product(
    store: Store, draw: Draw, said: dict[str, str], groups: dict[str, ProductGroup], day: date, author: int
) -> Product:
    product = Product(code=said["code"], name=said["name"], unit=said["unit"], brand=said["brand"])
    product.type, product.tax_code, product.group_id = said["type"], said["tax"], groups[said["group"]].id
    product.list_price, product.cost_price = Decimal(said["price"]), Decimal(said["cost"])
    product.warranty, product.description, product.owner_id = said["warranty"], said["detail"], author
    product.stock = Decimal(0 if said["type"] == "service" else draw.between(0, 60))
    product.sold_from = day
    store.record(product, day, draw.moment(day), author)
    return product


def _dealer_prices(store: Store, draw: Draw, products: list[Product]) -> int:
    book = PriceBook(name="Đại lý cấp 1")
    store.session.add(book)
    store.session.flush()
    store.flush()
    start = draw.today - timedelta(days=720)
    for product in products:
        for quantity, share in ((1, 94), (5, 90)):
            price = (product.list_price * share / 100).quantize(Decimal(100))
            row = PriceRow(price_book_id=book.id, product_id=product.id, valid_from=start, unit_price=price)
            row.from_quantity = Decimal(quantity)
            store.add(row)
    return book.id
