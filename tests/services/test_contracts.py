"""Contracts drawn up from quotes and orders."""

from __future__ import annotations

from datetime import date
from decimal import Decimal as D

import pytest

from desktop_crm.errors import Invalid, Refused
from desktop_crm.models import Contract
from desktop_crm.services import contracts, orders, quotes, records
from desktop_crm.services.documents import line_for_product
from desktop_crm.storage.database import Database
from tests.support import sales
from tests.support.sales import DAY, at_work


def test_contract_from_quote_to_the_last_detail(database: Database) -> None:
    with at_work(database) as unit:
        buyer = sales.organization(
            unit,
            tax_code="0100233488",
            address="12 Lê Lợi",
            province="Hà Nội",
            fax="02438251235",
            representative="Phạm Minh Đức",
            representative_title="Giám đốc",
            authorization_number="05/UQ",
            authorized_on=date(2026, 3, 5),
            bank_accounts=[{"account_number": "0011004567890", "bank": "Vietcombank", "branch": "Hà Nội"}],
        )
        draft = sales.quote(
            unit, sales.line(price="33333333"), organization_id=buyer.id, payment_terms="Thanh toán 50 – 30 – 20"
        )
        with pytest.raises(Refused):
            contracts.contract_from_quote(unit, draft.id)
        quote = quotes.issue(unit, draft.id).quote
        made = contracts.contract_from_quote(unit, quote.id, quote.version)
    with at_work(database) as unit:
        contract = unit.get(Contract, made.id)
        assert (contract.number, contract.contract_number) == ("HD-2026-0001", "0001/2026/HĐMB")
        assert (contract.type, contract.status, contract.quote_id) == ("goods", "draft", quote.id)
        assert contract.value == contract.goods.grand_total == D(36666666)
        assert (contract.buyer_name, contract.buyer_address) == ("Công ty TNHH An Bình", "12 Lê Lợi, Hà Nội")
        assert (contract.buyer_tax_code, contract.buyer_fax) == ("0100233488", "+842438251235")
        assert contract.buyer_bank_account == "0011004567890 – Vietcombank – Hà Nội"
        assert (contract.buyer_representative, contract.buyer_representative_title) == ("Phạm Minh Đức", "Giám đốc")
        assert contract.buyer_authorization == "05/UQ ngày 05/03/2026"
        assert "Bộ luật Dân sự số 91/2015/QH13" in contract.legal_bases
        assert [(i.description, i.percent, i.amount) for i in contract.installments] == [
            ("Đợt 1", D(50), D(18333333)),
            ("Đợt 2", D(30), D(11000000)),
            ("Đợt 3", D(20), D(7333333)),
        ]
        assert contracts.warnings_of(contract) == []


def test_contract_from_order_follows_the_order(local_database: Database) -> None:
    with at_work(local_database) as unit:
        service = sales.product(unit, "DV-1", type="service", tax_code="KCT")
        quote = quotes.issue(unit, sales.quote(unit, line_for_product(unit, service.id, None, D(1), DAY)).id).quote
        order = orders.order_from_quote(unit, quote.id)
        contract = contracts.contract_from_order(unit, order.id)
        assert (contract.order_id, contract.quote_id, contract.goods) == (order.id, quote.id, order)
        assert (contract.type, contract.contract_number) == ("services", "0001/2026/HĐDV")
        assert [i.amount for i in contract.installments] == [contract.value]
        orders.cancel(unit, order.id, "Hủy")
        with pytest.raises(Refused):
            contracts.contract_from_order(unit, order.id)


def test_contract_without_organization_names_the_buyer_of_the_document(local_database: Database) -> None:
    with at_work(local_database) as unit:
        order = sales.order(unit, buyer_name="Bà Lê Thị Hoa", recipient="Lê Thị Hoa", subject="")
        contract = contracts.contract_from_order(unit, order.id)
        assert (contract.buyer_name, contract.buyer_representative) == ("Bà Lê Thị Hoa", "Lê Thị Hoa")
        assert contract.subject == f"Mua bán theo {order.number}"


def test_what_deserves_a_second_look(local_database: Database) -> None:
    with at_work(local_database) as unit:
        contract = contracts.contract_from_order(unit, sales.order(unit).id)
        contract.penalty_percent = D("8.01")
        contract.installments[0].amount -= 1
        contract.order.grand_total += 5
        warnings = contracts.warnings_of(contract)
        assert [warning.field for warning in warnings] == ["penalty_percent", "installments", "value"]
        assert all(warning.warning and warning.text() for warning in warnings)


def test_states_follow_each_other(database: Database) -> None:
    with at_work(database) as unit:
        contract = contracts.contract_from_order(unit, sales.order(unit).id)
        contracts.set_status(unit, contract.id, "pending_signature", contract.version)
    with pytest.raises(Invalid) as caught, at_work(database) as unit:
        contracts.set_status(unit, contract.id, "in_force")
    assert [fault.field for fault in caught.value.faults] == ["signed_on"]
    with at_work(database) as unit:
        contract = unit.get(Contract, contract.id)
        signed = {"status": "in_force", "signed_on": date(2026, 11, 20)}
        records.save(unit, Contract, contract.id, contract.version, signed)
        assert contract.effective_on == date(2026, 11, 20)
        with pytest.raises(Refused):
            records.save(unit, Contract, contract.id, contract.version, {"value": D(1)})
    with pytest.raises(Refused), at_work(database) as unit:
        contracts.set_status(unit, contract.id, "draft")
    with at_work(database) as unit:
        contract = unit.get(Contract, contract.id)
        contracts.set_status(unit, contract.id, "completed")
        assert contracts.set_status(unit, contract.id, "liquidated").liquidated_on == DAY
    with pytest.raises(Refused), at_work(database) as unit:
        contracts.set_status(unit, contract.id, "in_force")


def test_contract_that_ends_before_it_begins(local_database: Database) -> None:
    with at_work(local_database) as unit:
        contract = contracts.contract_from_order(unit, sales.order(unit).id)
        dates = {"effective_on": date(2026, 12, 1), "expires_on": date(2026, 11, 30)}
        with pytest.raises(Invalid):
            records.save(unit, Contract, contract.id, contract.version, dates)


@pytest.mark.parametrize(
    ("terms", "expected"),
    [
        ("50 – 30 – 20", [50, 30, 20]),
        ("30/70", [30, 70]),
        ("Tạm ứng 30%, giao hàng 60 %, bảo hành 10%", [30, 60, 10]),
        ("Đợt 1: 33,3%; đợt 2: 66,7%", ["33.3", "66.7"]),
        ("Thanh toán trong 30 ngày", []),
        ("100% khi giao hàng", []),
        ("30 – 60 ngày", []),
        ("Trả 50%, chiết khấu 2%", []),
        ("", []),
    ],
)
def test_shares_of_payment_terms(terms: str, expected: list[object]) -> None:
    assert contracts.shares(terms) == [D(str(share)) for share in expected]


def test_schedule_always_makes_the_value() -> None:
    rows = contracts.schedule(D("100.01"), "USD", "1/1/1/97")
    assert [row.amount for row in rows] == [D("1.00"), D("1.00"), D("1.00"), D("97.01")]
    assert sum(row.amount for row in contracts.schedule(D(10), "VND", "33 - 33 - 34")) == 10
