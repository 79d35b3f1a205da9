"""Two years of opportunities, quotes, orders, payments and contracts, told in the order they happened."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

from sqlalchemy import func, select, update

from desktop_crm.models import (
    Contract,
    Installment,
    Opportunity,
    OrderLine,
    Organization,
    Payment,
    Product,
    Quote,
    QuoteGroup,
    QuoteLine,
    SalesOrder,
    StageChange,
)
from desktop_crm.models.document_totals import totals_of
from desktop_crm.models.lists import SHIPPED
from desktop_crm.services.demo.customers import Customer
from desktop_crm.services.demo.draw import Draw, corpus
from desktop_crm.services.demo.house import House
from desktop_crm.services.demo.store import Store

_STAGES = [row.code for row in SHIPPED["stage"]]
_PROBABILITY = {row.code: Decimal(row.value) for row in SHIPPED["stage"]}
_LOST = [row.code for row in SHIPPED["lost_reason"]]
_TAX = {"VAT10": Decimal(10), "VAT8": Decimal(8), "VAT5": Decimal(5), "KCT": None}
_COPIED = (
    "organization_id", "contact_id", "opportunity_id", "buyer_name", "buyer_address", "buyer_tax_code", "recipient",
    "recipient_title", "buyer_phone", "buyer_email", "subject", "discount_percent", "payment_terms", "delivery_terms",
    "warranty_terms", "terms", "owner_id", "team_id",
)  # fmt: skip


def trade(store: Store, draw: Draw, house: House, customers: Sequence[Customer]) -> None:
    """Let some customers ask, be quoted and buy; bigger ones several times."""
    asked = [
        (c.since + timedelta(days=draw.between(0, max((draw.today - c.since).days, 0))), place)
        for place, c in enumerate(customers)
        if c.buys
        for _ in range(draw.weighted(((0, 45), (1, 35), (2, 15), (4, 5))))
    ]
    for day, place in sorted(asked):
        _deal(store, draw, house, customers[place], day)
    store.flush()
    last = select(func.max(SalesOrder.order_date)).where(SalesOrder.organization_id == Organization.id)
    store.session.execute(update(Organization).values(last_purchase_on=last.scalar_subquery()))


def _deal(store: Store, draw: Draw, house: House, customer: Customer, day: date) -> None:
    outcome = _outcome(draw, (draw.today - day).days)
    quote = _draft(draw, house, customer, day)
    opportunity = _opportunity(draw, customer, quote, outcome, day)
    store.record(opportunity, day, draw.moment(day), customer.owner.id)
    _walk(store, draw, opportunity, outcome, day)
    if outcome in ("won", "lost", "quote", "negotiation"):
        quote.opportunity_id = opportunity.id
        _quoted(store, draw, house, customer, quote, outcome, day)


def _outcome(draw: Draw, age: int) -> str:
    """Old deals are closed, young ones are under way."""
    if draw.random.random() < min(age / 150, 0.95):
        return "won" if draw.chance(0.52) else "lost"
    return draw.one(_STAGES[:8])


def _opportunity(draw: Draw, customer: Customer, quote: Quote, outcome: str, day: date) -> Opportunity:
    opportunity = Opportunity(name=quote.subject, organization_id=customer.organization, contact_id=customer.contact)
    opportunity.stage, opportunity.probability = outcome, _PROBABILITY[outcome]
    opportunity.amount = quote.grand_total.quantize(Decimal(1_000_000), ROUND_HALF_UP)
    opportunity.owner_id, opportunity.team_id = customer.owner.id, customer.owner.team_id
    opportunity.type = draw.one(("new_business", "existing_business"))
    opportunity.competitor = draw.one(corpus()["competitors"]) if draw.chance(0.35) else ""
    closed = min(draw.today, day + timedelta(days=draw.between(12, 120)))
    opportunity.expected_close_date = closed
    if outcome in ("won", "lost"):
        opportunity.closed_on = closed
        opportunity.lost_reason = draw.one(_LOST) if outcome == "lost" else ""
        return opportunity
    opportunity.expected_close_date = draw.today + timedelta(days=draw.between(-6, 90))
    if draw.chance(0.85):
        opportunity.next_step = draw.one(corpus()["next_steps"])
        opportunity.next_step_on = draw.today + timedelta(days=draw.between(-3, 20))
    return opportunity


def _walk(store: Store, draw: Draw, opportunity: Opportunity, outcome: str, day: date) -> None:
    """The stages it went through, with the day of each step."""
    reached = _STAGES[: draw.between(2, 8)] if outcome in ("won", "lost") else _STAGES[: _STAGES.index(outcome)]
    before = ""
    for stage in dict.fromkeys([_STAGES[0], *reached[1:], outcome]):
        change = StageChange(opportunity_id=opportunity.id, from_stage=before, to_stage=stage)
        change.changed_at, change.changed_by_id = draw.moment(day), opportunity.owner_id
        change.amount, change.probability = opportunity.amount, _PROBABILITY[stage]
        change.expected_close_date = opportunity.expected_close_date
        store.add(change)
        if before:
            moved = [["stage", before, stage]]
            store.tell(opportunity, change.changed_at, opportunity.owner_id or 0, "changed", moved)
        before, day = stage, min(draw.today, day + timedelta(days=draw.between(2, 14)))


def _draft(draw: Draw, house: House, customer: Customer, day: date) -> Quote:
    """A quote with groups of lines and its totals."""
    quote = Quote(organization_id=customer.organization, contact_id=customer.contact, buyer_name=customer.name)
    quote.subject = draw.one(corpus()["projects"]).format(n=draw.between(2, 12))
    quote.buyer_address, quote.buyer_tax_code = customer.address, customer.tax_code
    quote.recipient, quote.recipient_title = customer.person, customer.person_title
    quote.buyer_phone, quote.buyer_email = customer.phone, customer.email
    quote.owner_id, quote.team_id = customer.owner.id, customer.owner.team_id
    quote.price_book_id = house.dealer_book if customer.dealer else None
    for key in ("payment_terms", "delivery_terms", "warranty_terms"):
        setattr(quote, key, getattr(house.profile, key))
    quote.introduction, quote.terms = house.profile.quote_introduction, house.profile.quote_terms
    quote.discount_percent = Decimal(draw.one((0, 0, 0, 2, 3, 5)))
    quote.quote_date = min(draw.today, day + timedelta(days=draw.between(1, 12)))
    quote.valid_until = quote.quote_date + timedelta(days=30)
    quote.lines = _lines(draw, house, quote)
    _put_totals(quote)
    return quote


def _lines(draw: Draw, house: House, quote: Quote) -> list[QuoteLine]:
    count = draw.weighted(((2, 20), (4, 30), (6, 25), (9, 15), (14, 8), (30, 2)))
    wanted = draw.random.sample(house.products, min(count, len(house.products)))
    wanted.sort(key=lambda product: product.group_id or 0)
    groups: dict[int, QuoteGroup] = {}
    if count > 5:
        for product in wanted:
            _heading(groups, product.group_id or 0)
        quote.groups = list(groups.values())
    lines = [_line(draw, product, place) for place, product in enumerate(wanted)]
    for line, product in zip(lines, wanted, strict=True):
        line.group = groups.get(product.group_id or 0)
    return lines


def _heading(groups: dict[int, QuoteGroup], key: int) -> None:
    names = list(dict.fromkeys(said["group"] for said in corpus()["products"]))
    if key not in groups:
        place = len(groups)
        groups[key] = QuoteGroup(title=f"{'ABCDEGHIKL'[place % 10]}. {names[(key - 1) % len(names)]}", position=place)


def _line(draw: Draw, product: Product, place: int) -> QuoteLine:
    line = QuoteLine(position=place, product_id=product.id, code=product.code, name=product.name, unit=product.unit)
    cheap = product.list_price < 20_000_000
    line.quantity = Decimal(draw.between(1, 40) if cheap else draw.between(1, 3))
    line.unit_price, line.tax_code = product.list_price, product.tax_code
    line.tax_percent, line.detail = _TAX[product.tax_code], product.description
    line.discount_percent = Decimal(draw.one((0, 0, 0, 0, 3, 5, 10)))
    return line


def _put_totals(document: Quote | SalesOrder) -> None:
    totals = totals_of(document)
    document.subtotal, document.discount_total = totals.subtotal, totals.discount_total
    document.net_total, document.tax_total, document.grand_total = totals.net, totals.tax_total, totals.grand_total
    lines: Sequence[QuoteLine | OrderLine] = document.lines
    for line, total in zip(lines, totals.lines, strict=True):
        line.amount = total.net


def _quoted(store: Store, draw: Draw, house: House, customer: Customer, quote: Quote, outcome: str, day: date) -> None:
    assert quote.quote_date is not None
    issued = draw.moment(quote.quote_date)
    quote.status = _quote_status(draw, quote, outcome)
    quote.issued_at = None if quote.is_draft else issued
    if quote.status in ("accepted", "refused"):
        quote.decided_at = issued + timedelta(days=draw.between(1, 25))
    store.record(quote, quote.quote_date, issued, customer.owner.id)
    _store_lines(store, quote)
    if not quote.is_draft:
        store.tell(quote, issued + timedelta(hours=2), customer.owner.id, "changed", [["status", "draft", "sent"]])
    if outcome == "won":
        _ordered(store, draw, customer, quote)


def _quote_status(draw: Draw, quote: Quote, outcome: str) -> str:
    assert quote.valid_until is not None
    if outcome == "won":
        return "accepted"
    if outcome == "lost":
        return "expired" if draw.chance(0.4) and quote.valid_until < draw.today else "refused"
    if quote.valid_until < draw.today:
        return "expired"
    return draw.weighted((("draft", 25), ("pending_approval", 8), ("sent", 52), ("reviewed", 15)))


def _store_lines(store: Store, quote: Quote) -> None:
    for group in quote.groups:
        group.quote_id = quote.id
        store.add(group)
    for line in quote.lines:
        line.quote_id = quote.id
        line.group_id = line.group.id if line.group else None
        store.add(line)


def _ordered(store: Store, draw: Draw, customer: Customer, quote: Quote) -> None:
    assert quote.quote_date is not None
    day = min(draw.today, quote.quote_date + timedelta(days=draw.between(2, 25)))
    order = SalesOrder(quote_id=quote.id, order_date=day, delivery_address=customer.address)
    for key in _COPIED:
        setattr(order, key, getattr(quote, key))
    order.delivery_date, order.due_date = day + timedelta(days=45), day + timedelta(days=75)
    order.lines = [_order_line(line) for line in quote.lines]
    _put_totals(order)
    age = (draw.today - day).days
    order.status = "delivered" if age > 50 else "delivering" if age > 25 else "approved"
    payments = _payments(draw, order, day)
    order.paid_total = sum((payment.amount for payment in payments), Decimal(0))
    order.owed_total = order.grand_total - order.paid_total
    _store_order(store, draw, order, payments, customer)
    if draw.chance(0.4):
        _contract(store, draw, customer, quote, order, day)


def _order_line(line: QuoteLine) -> OrderLine:
    kept = ("position", "product_id", "code", "name", "detail", "unit", "quantity", "unit_price")
    money = ("discount_percent", "tax_code", "tax_percent", "amount")
    return OrderLine(**{key: getattr(line, key) for key in kept + money})


def _payments(draw: Draw, order: SalesOrder, day: date) -> list[Payment]:
    """Half at once, thirty percent on delivery, the rest after acceptance; some pay late."""
    paid, left = [], order.grand_total
    for place, (share, after) in enumerate(((50, 3), (30, 45), (100, 75))):
        due = day + timedelta(days=after + draw.between(0, 12))
        amount = min(left, (order.grand_total * share / 100).quantize(Decimal(1), ROUND_HALF_UP))
        if due > draw.today or amount <= 0 or (place == 2 and draw.chance(0.12)):
            break
        payment = Payment(paid_on=due, amount=amount, reference=f"UNC {draw.between(1000, 99999)}")
        payment.note = f"Đợt {place + 1}/3"
        paid.append(payment)
        left -= amount
    return paid


def _store_order(store: Store, draw: Draw, order: SalesOrder, payments: list[Payment], customer: Customer) -> None:
    assert order.order_date is not None
    moment = draw.moment(order.order_date)
    if order.status == "delivered":
        for line in order.lines:
            line.delivered_quantity = line.quantity
    store.record(order, order.order_date, moment, customer.owner.id)
    parts: list[OrderLine | Payment] = [*order.lines, *payments]
    for part in parts:
        part.order_id = order.id
        store.add(part)


def _contract(store: Store, draw: Draw, customer: Customer, quote: Quote, order: SalesOrder, day: date) -> None:
    contract = Contract(subject=quote.subject, organization_id=customer.organization, contact_id=customer.contact)
    contract.quote_id, contract.order_id, contract.opportunity_id = quote.id, order.id, quote.opportunity_id
    contract.value, contract.buyer_name, contract.buyer_tax_code = order.grand_total, customer.name, customer.tax_code
    contract.buyer_address, contract.buyer_phone, contract.buyer_email = (
        customer.address,
        customer.phone,
        customer.email,
    )
    contract.buyer_representative = customer.representative
    contract.buyer_representative_title = customer.representative_title
    contract.signed_on = contract.effective_on = day
    contract.expires_on, contract.renewal_reminder_on = day + timedelta(days=365), day + timedelta(days=335)
    contract.status = "completed" if contract.expires_on < draw.today else "in_force"
    contract.payment_terms, contract.delivery_terms = order.payment_terms, order.delivery_terms
    contract.warranty_terms, contract.penalty_percent, contract.copies = order.warranty_terms, Decimal(8), 4
    contract.owner_id, contract.team_id = customer.owner.id, customer.owner.team_id
    contract.number = store.number("contract", day)
    contract.contract_number = f"{contract.number.rsplit('-', 1)[-1]}/{day.year}/HĐMB-APT"
    store.record(contract, day, draw.moment(day), customer.owner.id, contract.number)
    _installments(store, contract, day)


def _installments(store: Store, contract: Contract, day: date) -> None:
    plan = (("Đặt cọc khi ký hợp đồng", 50, 7), ("Khi giao hàng", 30, 45), ("Sau khi nghiệm thu", 20, 75))
    left = contract.value
    for place, (words, share, after) in enumerate(plan):
        amount = left if place == 2 else (contract.value * share / 100).quantize(Decimal(1), ROUND_HALF_UP)
        left -= amount
        part = Installment(contract_id=contract.id, position=place, description=words, percent=Decimal(share))
        part.amount, part.due_on = amount, day + timedelta(days=after)
        store.add(part)
