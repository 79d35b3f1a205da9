"""What a server means when it refuses a statement, in a sentence for its user."""

from __future__ import annotations

from sqlalchemy.exc import DBAPIError

from desktop_crm.errors import CrmError, Fault, Forbidden, Invalid, Refused
from desktop_crm.i18n import mark
from desktop_crm.storage.policies import logins

_NAME = mark(
    "User", "A sign-in name of a server has small letters without marks, digits, . _ or -, and begins with a letter."
)
_TAKEN = mark("User", "The server has another login of this name already; choose another one.")
_LAST = mark("User", "Somebody must administer users and rights; this is the last active administrator.")


def refused(error: DBAPIError) -> CrmError | None:
    """The error as ours where the server refuses for want of a right or by a rule of ours; None for any other."""
    state = getattr(error.orig, "sqlstate", None)
    if state == "42501":
        return Forbidden()
    if state in (logins.NO_LOGIN_NAME, logins.TAKEN):
        return Invalid(Fault("name", _NAME if state == logins.NO_LOGIN_NAME else _TAKEN))
    return Refused(_LAST) if state == logins.LAST else None
