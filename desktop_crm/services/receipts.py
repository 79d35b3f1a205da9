"""What became of saves whose answer was lost."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_crm.storage import receipts
from desktop_crm.storage.database import UnitOfWork
from desktop_crm.storage.history import Change


def saved_under(unit: UnitOfWork, tokens: Sequence[str]) -> dict[str, list[Change]]:
    """What was changed under those of the tokens that have a receipt."""
    return receipts.results(unit.session, tokens)


def forget_old(unit: UnitOfWork) -> None:
    """Remove the receipts nobody can ask for any more."""
    receipts.forget_old(unit.session, unit.now)
