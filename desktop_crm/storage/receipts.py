"""Receipts: that a unit of work was committed, kept by its token in the same transaction.

When the connection breaks while the server is told to commit, nobody has said whether it did. The receipt has.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete, insert, select, text
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlalchemy.orm import Session

from desktop_crm.errors import Lost
from desktop_crm.i18n import mark
from desktop_crm.models.role import Receipt
from desktop_crm.storage.history import Change

KEPT_DAYS = 30
_PATIENCE = "20s"  # for a commit still under way in a session whose client is gone


def leave(session: Session, token: str, user_id: int | None, moment: datetime, changes: Sequence[Change]) -> None:
    """Leave the receipt of a unit of work that is about to be committed."""
    result = [[change.module, change.record_id, change.action, change.version] for change in changes]
    session.execute(insert(Receipt), [{"token": token, "user_id": user_id, "at": moment, "result": result}])


def is_kept(session: Session, token: str, user_id: int | None, moment: datetime) -> bool:
    """Whether the work of a token was committed; False means that it never will be.

    A commit may still be under way in a session that the server has not given up yet. So the token is claimed, which
    waits for that session to end, and the claim is rolled back. Raises Lost where it does not end in time.
    """
    if session.get_bind().dialect.name == "postgresql":
        session.execute(text(f"SET LOCAL lock_timeout = '{_PATIENCE}'"))
    try:
        leave(session, token, user_id, moment, ())
    except IntegrityError:
        return True
    except OperationalError as error:
        if getattr(error.orig, "sqlstate", None) != "55P03":  # lock not available
            raise
        waits = mark("Storage", "The server still ends an earlier save; the program tries again.")
        raise Lost(waits) from error
    finally:
        session.rollback()
    return False


def results(session: Session, tokens: Iterable[str]) -> dict[str, list[Change]]:
    """What was committed under those of the tokens that have a receipt."""
    found = select(Receipt.token, Receipt.result).where(Receipt.token.in_(list(tokens)))
    return {token: [Change(*_fields(row)) for row in result or ()] for token, result in session.execute(found)}


def _fields(row: Sequence[Any]) -> tuple[str, int, str, int]:
    module, record_id, action, version = row
    return str(module), int(record_id), str(action), int(version)


def forget_old(session: Session, moment: datetime) -> None:
    """Remove the receipts that nobody can ask for any more."""
    session.execute(delete(Receipt).where(Receipt.at < moment - timedelta(days=KEPT_DAYS)))
