"""Quotes: issue, revise, accept, refuse, expire; an issued quote is never changed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from sqlalchemy import select

from desktop_crm.errors import Fault, Invalid, Refused
from desktop_crm.i18n import Message, mark
from desktop_crm.models import Company, Opportunity, Product, Quote, SalesOrder
from desktop_crm.models.document_totals import totals_of
from desktop_crm.models.numbers import format_date, round_half_up
from desktop_crm.models.tax_rates import ending_before, rate_on
from desktop_crm.services import limits, numbering, opportunities, retotal
from desktop_crm.services.copying import copy_of
from desktop_crm.services.drafts import Rates, tax_rates
from desktop_crm.storage.database import UnitOfWork

OPEN = frozenset({"sent", "reviewed"})
"""Statuses of an issued quote that waits for the customer's word."""

NOT_ISSUED = mark("Quote", "Issue the quote first.")
NOT_OPEN = mark("Quote", "The quote does not wait for the customer's decision.")


@dataclass(frozen=True, slots=True)
class Issued:
    """A quote after `issue`: sent, or waiting for approval; `warnings` are to be shown and block nothing."""

    quote: Quote
    warnings: tuple[Fault, ...] = ()

    @property
    def waits(self) -> bool:
        """Whether somebody must approve its discount first."""
        return self.quote.status == "pending_approval"


def issue(unit: UnitOfWork, quote_id: int, version: int | None = None) -> Issued:
    """Send a draft to the customer: from now on it is locked. A discount above the limit waits for approval.

    Raises Invalid naming what the quote lacks, Refused for one already issued, Conflict.
    """
    quote = unit.get(Quote, quote_id, version)
    if quote.status != "draft":
        raise Refused(mark("Quote", "Only a draft can be issued."))
    rates = tax_rates(unit)
    if faults := issue_faults(quote, rates):
        raise Invalid(*faults)
    retotal.take_rates(quote, rates)
    retotal.store_totals(quote)
    if limits.exceeds_limit(quote, limits.discount_limit(unit)):
        quote.status = "pending_approval"
        unit.session.flush()
    else:
        send(unit, quote)
    return Issued(quote, tuple(rate_warnings(quote, rates)))


def send(unit: UnitOfWork, quote: Quote) -> None:
    """Lock a checked quote as sent and bring its opportunity to the stage of quoting."""
    quote.status, quote.issued_at = "sent", unit.now
    unit.session.flush()
    if opportunity := unit.find_to_change(Opportunity, quote.opportunity_id):
        opportunities.quoted(unit, opportunity, round_half_up(quote.net_total * quote.exchange_rate, 0))


def issue_faults(quote: Quote, rates: Rates) -> list[Fault]:
    """What a quote still lacks to be issued, by field."""
    faults = [] if quote.lines else [Fault("lines", mark("Quote", "The quote has no lines."))]
    if not quote.buyer_name:
        faults.append(Fault("buyer_name", mark("Quote", "The quote names no customer.")))
    if quote.quote_date is None:
        return [*faults, Fault("quote_date", mark("Quote", "The quote has no date."))]
    if quote.valid_until is None:
        faults.append(Fault("valid_until", mark("Quote", "Say until when the quote is valid.")))
    elif quote.valid_until < quote.quote_date:
        faults.append(Fault("valid_until", mark("Quote", "The quote would expire before its own date.")))
    if quote.shipping and quote.shipping_tax_code and rate_on(rates, quote.shipping_tax_code, quote.quote_date) is None:
        message = mark("Quote", "The tax rate {rate} on shipping is not in force on {day}.")
        said = {"rate": quote.shipping_tax_code, "day": format_date(quote.quote_date)}
        faults.append(Fault("shipping_tax_code", message, said))
    return faults + [
        Fault(
            f"lines.{place}.tax_code",
            mark("Quote", "Line {line}: the tax rate {rate} is not in force on {day}."),
            {"line": place + 1, "rate": line.tax_code, "day": format_date(quote.quote_date)},
        )
        for place, line in enumerate(quote.lines)
        if line.tax_code and rate_on(rates, line.tax_code, quote.quote_date) is None
    ]


def rate_warnings(quote: Quote, rates: Rates) -> list[Fault]:
    """A warning for each tax rate that ends before the goods are to be supplied."""
    if quote.quote_date is None or quote.supply_date is None:
        return []
    codes = [line.tax_code for line in quote.lines if line.tax_code]
    codes += [quote.shipping_tax_code] if quote.shipping and quote.shipping_tax_code else []
    message = mark("Quote", "The rate {rate} ends on {end}, before the supply on {day}; another rate may apply then.")
    supply = format_date(quote.supply_date)
    return [
        Fault(
            "supply_date",
            message,
            {"rate": rate.label, "end": format_date(rate.valid_to) if rate.valid_to else "–", "day": supply},
            warning=True,
        )
        for rate in ending_before(rates, codes, quote.quote_date, quote.supply_date)
    ]


def reopen(unit: UnitOfWork, quote_id: int, version: int | None = None) -> Quote:
    """Take a quote that waits for approval back into work."""
    quote = unit.get(Quote, quote_id, version)
    if quote.status != "pending_approval":
        raise Refused(mark("Quote", "Only a quote that waits for approval can be taken back; revise an issued one."))
    quote.status = "draft"
    unit.session.flush()
    return quote


def mark_reviewed(unit: UnitOfWork, quote_id: int, version: int | None = None) -> Quote:
    """Note that the customer has looked at a sent quote."""
    quote = _expected(unit, quote_id, version, frozenset({"sent"}), mark("Quote", "Only a sent quote can be reviewed."))
    quote.status = "reviewed"
    unit.session.flush()
    return quote


def accept(unit: UnitOfWork, quote_id: int, version: int | None = None) -> Quote:
    """Note that the customer has accepted. Raises Refused unless the quote waits for a decision."""
    quote = _expected(unit, quote_id, version, OPEN, NOT_OPEN)
    quote.status, quote.decided_at = "accepted", unit.now
    unit.session.flush()
    return quote


def refuse(unit: UnitOfWork, quote_id: int, reason: str, version: int | None = None) -> Quote:
    """Note that the customer has refused, and why."""
    quote = _expected(unit, quote_id, version, OPEN, NOT_OPEN)
    if not reason.strip():
        raise Invalid(Fault("refusal_reason", mark("Quote", "Say why the customer refused.")))
    quote.status, quote.decided_at, quote.refusal_reason = "refused", unit.now, reason.strip()
    unit.session.flush()
    return quote


def _expected(
    unit: UnitOfWork, quote_id: int, version: int | None, statuses: frozenset[str], otherwise: Message
) -> Quote:
    quote = unit.get(Quote, quote_id, version)
    if quote.status not in statuses:
        raise Refused(otherwise)
    return quote


def expire_overdue(unit: UnitOfWork) -> int:
    """Mark every quote that waits for the customer and is past its validity as expired; how many."""
    late = select(Quote).where(Quote.status.in_(OPEN), Quote.valid_until < unit.today, Quote.deleted_at.is_(None))
    quotes = unit.session.scalars(late.with_for_update(skip_locked=True)).all()
    for quote in quotes:
        quote.status = "expired"
    unit.session.flush()
    return len(quotes)


def revise(unit: UnitOfWork, quote_id: int, version: int | None = None) -> Quote:
    """A new draft that takes the place of an issued quote: BG-2026-0001 becomes BG-2026-0001/R2.

    Raises Refused for a draft, for one that has been revised already, and for one that was ordered. A revision in the
    recycle bin does not count, but keeps its number.
    """
    old = unit.get(Quote, quote_id, version)
    family = _family(unit, old)
    if old.is_draft:
        raise Refused(mark("Quote", "The quote has not been issued; it can simply be changed."))
    if any(quote.revision > old.revision and quote.deleted_at is None for quote in family):
        raise Refused(mark("Quote", "There is a newer revision of this quote; revise that one."))
    if ordered(unit, old.id) is not None:
        raise Refused(mark("Quote", "There is an order for this quote; it cannot be revised any more."))
    new = copy_of(old, Quote)
    new.revision = max(1, *(quote.revision for quote in family)) + 1
    new.number = f"{root_number(old)}/R{new.revision}"
    new.revises_id = old.id
    old.status = "superseded"
    _begin(unit, new)
    return new


def on_delete(unit: UnitOfWork, quote: Quote) -> None:
    """A quote whose revision went to the recycle bin stands again, until the revision is restored."""
    old = unit.find(Quote, quote.revises_id)
    if old is not None and quote.deleted_at is None:
        old.status = "superseded"
    elif old is not None and old.status == "superseded" and revisions(unit, old)[-1] is old:
        old.status = _status_before(old, unit.today)


def _status_before(old: Quote, today: date) -> str:
    """The state a superseded quote was in; that the customer had looked at it is not remembered."""
    if old.decided_at is not None:
        return "refused" if old.refusal_reason else "accepted"
    return "expired" if old.valid_until is not None and old.valid_until < today else "sent"


def root_number(quote: Quote) -> str:
    """The number all revisions of a quote share."""
    return quote.number.removesuffix(f"/R{quote.revision}")


def revisions(unit: UnitOfWork, quote: Quote) -> list[Quote]:
    """Every revision of a quote that is not in the recycle bin, the first one first."""
    return [one for one in _family(unit, quote) if one.deleted_at is None]


def _family(unit: UnitOfWork, quote: Quote) -> list[Quote]:
    chain = [quote]
    while chain[0].revises_id is not None and (earlier := unit.session.get(Quote, chain[0].revises_id)) is not None:
        chain.insert(0, earlier)
    known = {one.id for one in chain}
    while following := _revising(unit, known):
        chain += following
        known = {one.id for one in following}
    return sorted(chain, key=lambda one: (one.revision, one.id))


def _revising(unit: UnitOfWork, quote_ids: Collection[int]) -> list[Quote]:
    later = select(Quote).where(Quote.revises_id.in_(quote_ids), Quote.id.not_in(quote_ids))
    return list(unit.session.scalars(later))


def duplicate(unit: UnitOfWork, quote_id: int, version: int | None = None) -> Quote:
    """A new draft with a number of its own and the same lines, dated today. Raises Conflict."""
    copy = copy_of(unit.get(Quote, quote_id, version), Quote)
    copy.number = numbering.next_numbers(unit, "quote", unit.today)[0]
    _begin(unit, copy)
    return copy


def _begin(unit: UnitOfWork, quote: Quote) -> None:
    days = unit.session.scalars(select(Company.quote_valid_days)).one()
    quote.quote_date, quote.valid_until = unit.today, unit.today + timedelta(days=days)
    quote.owner_id = quote.owner_id or unit.actor.id
    with unit.session.no_autoflush:
        retotal.on_save(unit, quote, ())
    unit.session.add(quote)
    unit.session.flush()


def ordered(unit: UnitOfWork, quote_id: int) -> SalesOrder | None:
    """The order made from a quote that is neither cancelled nor deleted."""
    orders = select(SalesOrder).where(
        SalesOrder.quote_id == quote_id, SalesOrder.status != "cancelled", SalesOrder.deleted_at.is_(None)
    )
    return unit.session.scalars(orders.order_by(SalesOrder.id).limit(1)).first()


@dataclass(frozen=True, slots=True)
class Margin:
    """An estimate from cost prices, in the document's currency and before tax.

    `revenue` and `cost` are of the lines whose cost is known; `unknown` counts the others.
    """

    revenue: Decimal
    cost: Decimal
    unknown: int

    @property
    def amount(self) -> Decimal:
        """What remains of the revenue."""
        return self.revenue - self.cost

    @property
    def percent(self) -> Decimal | None:
        """The remainder as a share of the revenue; None without revenue."""
        return round_half_up(self.amount * 100 / self.revenue, 2) if self.revenue else None


def cost_prices(unit: UnitOfWork, product_ids: Iterable[int | None]) -> dict[int, Decimal]:
    """The cost prices in VND of those products that have one; none for whoever does not see cost prices."""
    hidden = Product.cost_price.key in unit.actor.rights.hidden(Product.__tablename__)
    wanted = {one for one in product_ids if one is not None and not hidden}
    if not wanted:
        return {}
    rows = unit.session.execute(select(Product.id, Product.cost_price).where(Product.id.in_(wanted)))
    return {row.id: row.cost_price for row in rows if row.cost_price}


def margin(unit: UnitOfWork, quote: Quote) -> Margin:
    """What a quote is estimated to leave above its cost."""
    costs = cost_prices(unit, (line.product_id for line in quote.lines))
    taxable = [line.taxable for line in totals_of(quote).lines]
    sold = [(line.product_id, line.quantity) for line in quote.lines]
    return estimate(sold, taxable, costs, quote.exchange_rate)


def estimate(
    sold: Iterable[tuple[int | None, Decimal]],
    taxable: Iterable[Decimal],
    costs: Mapping[int, Decimal],
    exchange_rate: Decimal,
) -> Margin:
    """The margin of lines (product id, quantity) sold for `taxable` each; without a session, for the screen."""
    revenue, cost, unknown = Decimal(0), Decimal(0), 0
    for (product_id, quantity), amount in zip(sold, taxable, strict=True):
        if product_id is not None and product_id in costs:
            revenue += amount
            cost += quantity * costs[product_id] / exchange_rate
        else:
            unknown += 1
    return Margin(revenue, round_half_up(cost, 2), unknown)
