"""The states of a contract, which follow which, and what a contract needs to enter them."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import inspect

from desktop_crm.errors import Fault, Invalid, Refused
from desktop_crm.i18n import mark
from desktop_crm.models import Contract
from desktop_crm.storage.database import UnitOfWork

FOLLOWING: dict[str, frozenset[str]] = {
    "draft": frozenset({"pending_approval", "pending_signature", "in_force", "cancelled"}),
    "pending_approval": frozenset({"draft", "pending_signature", "cancelled"}),
    "pending_signature": frozenset({"draft", "in_force", "cancelled"}),
    "in_force": frozenset({"suspended", "completed", "liquidated", "cancelled"}),
    "suspended": frozenset({"in_force", "liquidated", "cancelled"}),
    "completed": frozenset({"liquidated", "in_force"}),
    "liquidated": frozenset(),
    "cancelled": frozenset({"draft"}),
}
"""Which states a contract may go to from each."""


def set_status(unit: UnitOfWork, contract_id: int, status: str, version: int | None = None) -> Contract:
    """Bring a contract into another state. Raises Refused where it cannot follow, Invalid where a date lacks."""
    contract = unit.get(Contract, contract_id, version)
    with unit.session.no_autoflush:
        contract.status = status
        on_save(unit, contract, {"status"})
    unit.session.flush()
    return contract


def on_save(unit: UnitOfWork, contract: Contract, changed: Collection[str]) -> None:
    """Keep the order of states before a contract is stored; a signed one gets the dates it lacks."""
    past = inspect(contract).attrs.status.history
    if past.deleted and past.deleted[0] != contract.status:
        _refuse_unless_following(past.deleted[0], contract.status)
        _enter(unit, contract)
    if contract.effective_on and contract.expires_on and contract.expires_on < contract.effective_on:
        raise Invalid(Fault("expires_on", mark("Contract", "The contract expires before it takes effect.")))


def _refuse_unless_following(old: str, new: str) -> None:
    if new not in FOLLOWING.get(old, frozenset({new})):
        raise Refused(mark("Contract", "A contract in this state cannot be brought into the chosen one."))


def _enter(unit: UnitOfWork, contract: Contract) -> None:
    if contract.status == "in_force" and contract.signed_on is None:
        raise Invalid(Fault("signed_on", mark("Contract", "Enter the day of signing first.")))
    if contract.status == "in_force" and contract.effective_on is None:
        contract.effective_on = contract.signed_on
    if contract.status == "liquidated" and contract.liquidated_on is None:
        contract.liquidated_on = unit.today
