"""Opportunities: their way through the stages, each step kept with amount, probability and close date."""

from __future__ import annotations

from collections.abc import Collection
from decimal import Decimal
from typing import Any

from sqlalchemy import inspect, select

from desktop_crm.errors import Fault, Invalid
from desktop_crm.i18n import mark
from desktop_crm.models import ListValue, Opportunity, StageChange
from desktop_crm.storage.database import UnitOfWork

WON, LOST, QUOTED = "won", "lost", "quote"
CLOSED = frozenset({WON, LOST})
KEPT = ("stage", "amount", "probability", "expected_close_date")
"""The fields whose every change is kept as a row."""


def set_stage(
    unit: UnitOfWork,
    opportunity_id: int,
    stage: str,
    version: int | None = None,
    *,
    lost_reason: str = "",
    probability: Decimal | None = None,
) -> Opportunity:
    """Move an opportunity to a stage, with the stage's own probability unless one is given.

    Won and lost close it today; lost needs a reason. Raises Conflict, and Invalid.
    """
    opportunity = unit.get(Opportunity, opportunity_id, version)
    with unit.session.no_autoflush:
        opportunity.stage = stage
        opportunity.lost_reason = lost_reason or opportunity.lost_reason
        if probability is not None:
            opportunity.probability = probability
        on_save(unit, opportunity, {"stage"} if probability is None else {"stage", "probability"})
    unit.session.flush()
    return opportunity


def win(unit: UnitOfWork, opportunity: Opportunity) -> None:
    """Close an opportunity as won; does nothing to one that is."""
    if opportunity.stage != WON:
        set_stage(unit, opportunity.id, WON)


def quoted(unit: UnitOfWork, opportunity: Opportunity, amount: Decimal) -> None:
    """Note that a quote was sent: an earlier stage becomes that of quoting, an amount not yet known the quote's."""
    places = {row.code: row.position for row in stages(unit)}
    with unit.session.no_autoflush:
        opportunity.amount = opportunity.amount or amount
        if opportunity.stage not in CLOSED and places.get(opportunity.stage, 0) < places.get(QUOTED, 0):
            opportunity.stage = QUOTED
        on_save(unit, opportunity, {"amount", "stage"})
    unit.session.flush()


def stages(unit: UnitOfWork) -> list[ListValue]:
    """The rows of the list of stages, in order."""
    rows = select(ListValue).where(ListValue.list_name == "stage").order_by(ListValue.position, ListValue.id)
    return list(unit.session.scalars(rows))


def on_save(unit: UnitOfWork, opportunity: Opportunity, changed: Collection[str]) -> None:
    """Keep the rules of stages before an opportunity is stored; `changed` holds the keys its author has set."""
    before = {key: _before(opportunity, key) for key in KEPT}
    is_new = inspect(opportunity).transient
    if is_new or before["stage"] != opportunity.stage:
        _enter(unit, opportunity, chosen_probability="probability" in changed)
    if is_new or any(before[key] != getattr(opportunity, key) for key in KEPT):
        opportunity.stage_changes.append(_change(unit, opportunity, "" if is_new else before["stage"]))


def _before(opportunity: Opportunity, key: str) -> Any:
    """The value as it is stored, whatever was set since."""
    past = inspect(opportunity).attrs[key].history
    return past.deleted[0] if past.deleted else getattr(opportunity, key)


def _enter(unit: UnitOfWork, opportunity: Opportunity, *, chosen_probability: bool) -> None:
    row = next((row for row in stages(unit) if row.code == opportunity.stage), None)
    if row is None:
        raise Invalid(Fault("stage", mark("Opportunity", "This stage is not in the list.")))
    if opportunity.stage == LOST and not opportunity.lost_reason:
        raise Invalid(Fault("lost_reason", mark("Opportunity", "Say why the opportunity was lost.")))
    if not chosen_probability or opportunity.stage in CLOSED:
        opportunity.probability = row.value
    closed = opportunity.stage in CLOSED
    opportunity.closed_on = unit.today if closed else None
    if opportunity.stage != LOST:
        opportunity.lost_reason = ""


def _change(unit: UnitOfWork, opportunity: Opportunity, from_stage: str) -> StageChange:
    return StageChange(
        changed_at=unit.now,
        changed_by_id=unit.actor.id,
        from_stage=from_stage,
        to_stage=opportunity.stage,
        amount=opportunity.amount,
        probability=opportunity.probability,
        expected_close_date=opportunity.expected_close_date,
    )
