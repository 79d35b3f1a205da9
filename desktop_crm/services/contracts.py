"""Contracts: made from quotes and orders with the customer's block, our legal bases and a schedule of payments."""

from __future__ import annotations

import re
from decimal import Decimal

from sqlalchemy import select

from desktop_crm.errors import Fault, Refused
from desktop_crm.i18n import mark, translate
from desktop_crm.models import (
    Company,
    Contact,
    Contract,
    Installment,
    NumberSeries,
    Organization,
    Product,
    Quote,
    SalesOrder,
)
from desktop_crm.models import numbering as patterns
from desktop_crm.models.numbers import currency, format_date, format_money, round_half_up
from desktop_crm.services import numbering, quotes
from desktop_crm.services.contract_status import FOLLOWING, set_status
from desktop_crm.storage.database import UnitOfWork

HIGHEST_PENALTY = Decimal(8)
"""Percent of the breached obligation: Luật Thương mại 36/2005/QH11, Điều 301."""
COPIES = 4
HUNDRED = Decimal(100)

__all__ = ["FOLLOWING", "contract_from_order", "contract_from_quote", "schedule", "set_status", "shares", "warnings_of"]


def contract_from_quote(unit: UnitOfWork, quote_id: int, version: int | None = None) -> Contract:
    """A draft contract about the goods of an issued quote. Raises Refused for one not issued or out of date."""
    quote = unit.get(Quote, quote_id, version)
    if quote.is_draft:
        raise Refused(quotes.NOT_ISSUED)
    if quote.status not in quotes.OPEN | {"accepted"}:
        raise Refused(quotes.NOT_OPEN)
    contract = _drawn_up(unit, quote)
    contract.quote_id = quote.id
    return _stored(unit, contract)


def contract_from_order(unit: UnitOfWork, order_id: int, version: int | None = None) -> Contract:
    """A draft contract about the goods of an order. Raises Refused for a cancelled one."""
    order = unit.get(SalesOrder, order_id, version)
    if order.status == "cancelled":
        raise Refused(mark("Contract", "The order has been cancelled."))
    contract = _drawn_up(unit, order)
    contract.order_id, contract.quote_id = order.id, order.quote_id
    return _stored(unit, contract)


def _stored(unit: UnitOfWork, contract: Contract) -> Contract:
    contract.number = numbering.next_numbers(unit, "contract", unit.today)[0]
    contract.contract_number = _contract_number(unit, contract)
    unit.session.add(contract)
    unit.session.flush()
    return contract


def _contract_number(unit: UnitOfWork, contract: Contract) -> str:
    """The number as it is printed: 0001/2026/HĐMB; with a pattern of its own the record's number."""
    pattern = unit.session.scalars(select(NumberSeries.pattern).where(NumberSeries.module == "contract")).one()
    found = patterns.parse(pattern, contract.number)
    kind = "HĐDV" if contract.type == "services" else "HĐMB"
    return f"{found.n:04}/{unit.today.year}/{kind}" if found else f"{contract.number}/{kind}"


def _drawn_up(unit: UnitOfWork, document: Quote | SalesOrder) -> Contract:
    company = unit.session.scalars(select(Company)).one()
    contract = Contract(
        subject=document.subject or translate(mark("Contract", "Goods under {number}"), number=document.number),
        type="services" if _is_services_only(unit, document) else "goods",
        organization_id=document.organization_id,
        contact_id=document.contact_id,
        opportunity_id=document.opportunity_id,
        owner_id=document.owner_id or unit.actor.id,
        value=document.grand_total,
        currency=document.currency,
        signed_at=company.city,
        payment_terms=document.payment_terms,
        delivery_terms=document.delivery_terms,
        warranty_terms=document.warranty_terms,
        penalty_percent=HIGHEST_PENALTY,
        legal_bases=company.legal_bases,
        copies=COPIES,
    )
    for key, value in buyer_block(unit, document).items():
        setattr(contract, key, value)
    contract.installments = schedule(contract.value, contract.currency, contract.payment_terms)
    return contract


def _is_services_only(unit: UnitOfWork, document: Quote | SalesOrder) -> bool:
    wanted = {line.product_id for line in document.lines}
    if None in wanted or not wanted:
        return False
    return set(unit.session.scalars(select(Product.type).where(Product.id.in_(wanted)))) == {"service"}


def buyer_block(unit: UnitOfWork, document: Quote | SalesOrder) -> dict[str, str]:
    """Party B: the organization as it is known now, else the customer as the document names them."""
    organization = unit.find(Organization, document.organization_id)
    contact = unit.find(Contact, document.contact_id)
    block = {
        "buyer_name": document.buyer_name,
        "buyer_address": document.buyer_address,
        "buyer_tax_code": document.buyer_tax_code,
        "buyer_phone": document.buyer_phone,
        "buyer_email": document.buyer_email,
        "buyer_representative": contact.full_name if contact else document.recipient,
        "buyer_representative_title": contact.job_title if contact else document.recipient_title,
    }
    known = organization_block(organization) if organization else {}
    return block | {key: value for key, value in known.items() if value}


def organization_block(organization: Organization) -> dict[str, str]:
    """What is known of an organization as a party to a contract."""
    representative = organization.representative
    return {
        "buyer_name": organization.name,
        "buyer_address": organization.full_address,
        "buyer_tax_code": organization.tax_code,
        "buyer_phone": organization.phone,
        "buyer_fax": organization.fax,
        "buyer_email": organization.email,
        "buyer_bank_account": _bank_account(organization),
        "buyer_representative": representative,
        "buyer_representative_title": organization.representative_title if representative else "",
        "buyer_authorization": _authorization(organization),
    }


def _bank_account(organization: Organization) -> str:
    if not organization.bank_accounts:
        return ""
    account = organization.bank_accounts[0]
    return " – ".join(part for part in (account.account_number, account.bank, account.branch) if part)


def _authorization(organization: Organization) -> str:
    if not organization.authorization_number or organization.authorized_on is None:
        return organization.authorization_number
    day = format_date(organization.authorized_on)
    return translate(mark("Contract", "{number} of {day}"), number=organization.authorization_number, day=day)


_PERCENT = re.compile(r"(\d+(?:[.,]\d+)?)\s*%")
_DASHED = re.compile(r"\d+(?:[.,]\d+)?(?:\s*[-–—/+]\s*\d+(?:[.,]\d+)?)+")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")


def shares(terms: str) -> list[Decimal]:
    """The percentages that terms of payment speak of ("50 – 30 – 20", "30% … 70% …"); none unless they make 100."""
    candidates = [_PERCENT.findall(terms), *(_NUMBER.findall(run) for run in _DASHED.findall(terms))]
    for texts in candidates:
        found = [Decimal(text.replace(",", ".")) for text in texts]
        if len(found) > 1 and sum(found) == HUNDRED:
            return found
    return []


def schedule(value: Decimal, currency_code: str, terms: str) -> list[Installment]:
    """Installments of a value as the terms of payment part it; one for the whole where they do not."""
    percents = shares(terms) or [HUNDRED]
    decimals = currency(currency_code).decimals
    amounts = [round_half_up(value * percent / 100, decimals) for percent in percents[:-1]]
    amounts.append(value - sum(amounts))
    return [
        Installment(
            position=place,
            description=translate(mark("Contract", "Installment {n}"), n=place + 1),
            percent=percent,
            amount=amount,
        )
        for place, (percent, amount) in enumerate(zip(percents, amounts, strict=True))
    ]


def warnings_of(contract: Contract) -> list[Fault]:
    """What deserves a second look in a contract and blocks nothing."""
    warnings = []
    if contract.penalty_percent > HIGHEST_PENALTY:
        message = mark(
            "Contract",
            "A penalty above 8% of the breached obligation exceeds the limit of the Commercial Law (Article 301).",
        )
        warnings.append(Fault("penalty_percent", message, warning=True))
    total = sum((row.amount for row in contract.installments), Decimal(0))
    if contract.installments and total != contract.value:
        message = mark("Contract", "The installments make {total}, the contract's value is {value}.")
        said = [format_money(amount, contract.currency) for amount in (total, contract.value)]
        warnings.append(Fault("installments", message, {"total": said[0], "value": said[1]}, warning=True))
    goods = contract.goods
    if goods is not None and goods.currency == contract.currency and goods.grand_total != contract.value:
        message = mark("Contract", "The goods of {number} come to {total}, the contract's value is {value}.")
        said = [format_money(amount, contract.currency) for amount in (goods.grand_total, contract.value)]
        warnings.append(
            Fault("value", message, {"number": goods.number, "total": said[0], "value": said[1]}, warning=True)
        )
    return warnings
