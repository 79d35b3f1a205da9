"""The password with which one connects to a server: tried, changed there, and used from now on."""

from __future__ import annotations

from typing import Any
from weakref import WeakKeyDictionary

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session
from sqlalchemy.pool import NullPool

from desktop_crm.storage import accounts

_used: WeakKeyDictionary[Engine, str] = WeakKeyDictionary()


def accepts(engine: Engine, password: str) -> bool:
    """Whether the server lets the user of the engine in with this password; other troubles raise what they are."""
    trial = create_engine(engine.url.set(password=password), poolclass=NullPool, connect_args={"connect_timeout": 8})
    try:
        with trial.connect():
            return True
    except OperationalError as error:
        if "authentication failed" in str(error.orig) or "no password supplied" in str(error.orig):
            return False
        raise


def change(engine: Engine, new: str) -> None:
    """Change the user's own password on the server, which gets and keeps no more than its SCRAM verifier."""
    with Session(engine) as session, session.begin():
        accounts.change_own_password(session, new)


def use(engine: Engine, password: str) -> None:
    """Let every later connection of the engine be made with this password."""
    if engine not in _used:
        event.listen(engine, "do_connect", _with_used)
    _used[engine] = password


def _with_used(dialect: Any, record: Any, arguments: Any, how: dict[str, Any]) -> None:
    how["password"] = next(password for engine, password in _used.items() if engine.dialect is dialect)
