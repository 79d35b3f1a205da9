"""Opportunities on their way through the stages."""

from __future__ import annotations

from datetime import date
from decimal import Decimal as D

import pytest

from desktop_crm.errors import Conflict, Invalid
from desktop_crm.models import Opportunity
from desktop_crm.services import opportunities, records
from desktop_crm.storage.database import Database
from tests.support import sales
from tests.support.sales import DAY, at_work


def steps(deal: Opportunity) -> list[tuple[str, str, D, D]]:
    return [(s.from_stage, s.to_stage, s.amount, s.probability) for s in deal.stage_changes]


def test_every_step_is_kept(database: Database) -> None:
    with at_work(database) as unit:
        deal = sales.opportunity(unit, amount=D(100))
        opportunities.set_stage(unit, deal.id, "negotiation", deal.version)
        opportunities.set_stage(unit, deal.id, "won")
    with at_work(database) as unit:
        deal = unit.get(Opportunity, deal.id)
        assert steps(deal) == [
            ("", "prospecting", D(100), D(10)),
            ("prospecting", "negotiation", D(100), D(80)),
            ("negotiation", "won", D(100), D(100)),
        ]
        assert [s.changed_by_id for s in deal.stage_changes] == [1, 1, 1]
        assert (deal.closed_on, deal.expected_revenue) == (DAY, D(100))


def test_form_that_changes_the_stage_keeps_the_same_rules(database: Database) -> None:
    with at_work(database) as unit:
        deal = sales.opportunity(unit, amount=D(200), probability=D(15))
        assert deal.probability == D(15)
    with at_work(database) as unit:
        records.save(unit, Opportunity, deal.id, 1, {"stage": "value_proposition"})
        records.save(unit, Opportunity, deal.id, deal_version(unit, deal.id), {"name": "Tên mới"})
        records.save(unit, Opportunity, deal.id, deal_version(unit, deal.id), {"amount": D(300)})
        found = unit.get(Opportunity, deal.id)
        assert steps(found)[1:] == [
            ("prospecting", "value_proposition", D(200), D(30)),
            ("value_proposition", "value_proposition", D(300), D(30)),
        ]
        later = date(2027, 1, 15)
        records.save(
            unit,
            Opportunity,
            deal.id,
            deal_version(unit, deal.id),
            {"stage": "negotiation", "probability": D(70), "expected_close_date": later},
        )
        assert steps(found)[-1] == ("value_proposition", "negotiation", D(300), D(70))
        assert found.stage_changes[-1].expected_close_date == later
        assert found.expected_revenue == D(210)


def deal_version(unit: object, deal_id: int) -> int:
    return unit.get(Opportunity, deal_id).version  # type: ignore[attr-defined]


def test_lost_needs_a_reason_and_reopening_forgets_it(database: Database) -> None:
    with at_work(database) as unit:
        deal = sales.opportunity(unit)
    with pytest.raises(Invalid) as caught, at_work(database) as unit:
        opportunities.set_stage(unit, deal.id, "lost")
    assert [fault.field for fault in caught.value.faults] == ["lost_reason"]
    with at_work(database) as unit:
        deal = unit.get(Opportunity, deal.id)
        opportunities.set_stage(unit, deal.id, "lost", lost_reason="price")
        assert (deal.stage, deal.probability, deal.closed_on, deal.lost_reason) == ("lost", D(0), DAY, "price")
        opportunities.set_stage(unit, deal.id, "negotiation")
        assert (deal.probability, deal.closed_on, deal.lost_reason) == (D(80), None, "")


def test_unknown_stage_and_stale_version_are_refused(local_database: Database) -> None:
    with at_work(local_database) as unit:
        deal = sales.opportunity(unit)
        with pytest.raises(Conflict):
            opportunities.set_stage(unit, deal.id, "won", deal.version + 1)
        with pytest.raises(Invalid):
            opportunities.set_stage(unit, deal.id, "nowhere")
