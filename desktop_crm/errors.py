"""Errors the program expects and can explain to its user.

Anything that is not a `CrmError` is a fault of the program itself and is reported as such.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from desktop_crm.i18n import Message, mark, translate


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with one field of one record: `field` is the attribute's key, '' for the whole record."""

    field: str
    message: Message
    values: Mapping[str, Any] | None = None
    warning: bool = False

    def text(self) -> str:
        """The fault in the user's language."""
        return translate(self.message, **(self.values or {}))


class CrmError(Exception):
    """Base of every expected error; `text()` is one sentence in the user's language."""

    message: Message = mark("Error", "The work could not be done.")

    def __init__(self, message: Message | None = None, /, **values: Any) -> None:
        self.message = message if message is not None else type(self).message
        self.values = values
        super().__init__(self.message)

    def text(self) -> str:
        """The error in the user's language."""
        return translate(self.message, **self.values)

    def __str__(self) -> str:
        return self.text()


class Invalid(CrmError):
    """What was entered breaks a rule; `faults` names each field and reason."""

    message = mark("Error", "Some fields are not valid.")

    def __init__(self, *faults: Fault) -> None:
        super().__init__()
        self.faults: Sequence[Fault] = faults

    def text(self) -> str:
        return " ".join(f.text() for f in self.faults) or super().text()


class Refused(CrmError):
    """The work breaks a rule of the business (an issued quote cannot be changed)."""


class NotFound(CrmError):
    """No such record, or none that this user may see."""

    message = mark("Error", "The record does not exist or was deleted.")


class Forbidden(CrmError):
    """The user has no right to do this."""

    message = mark("Error", "You do not have the right to do this.")


class Conflict(CrmError):
    """The record was changed by someone else since it was read.

    `theirs` holds the fields changed meanwhile with their stored values, `who` and `when` the last change.
    """

    message = mark("Error", "{who} changed this record in the meantime.")

    def __init__(self, theirs: Mapping[str, Any], who: str, when: Any, version: int) -> None:
        super().__init__(None, who=who)
        self.theirs, self.who, self.when, self.version = theirs, who, when, version


class Unavailable(CrmError):
    """The database, a file or a server cannot be reached."""

    message = mark("Error", "The database cannot be reached: {reason}")


class Lost(Unavailable):
    """The server is gone, or the way to it: what was not committed is not kept, and it is worth trying again."""

    message = mark("Error", "The server cannot be reached. Nothing you typed is lost.")


class Unsure(Lost):
    """The connection broke while the server was told to commit: whether it did is known only by the receipt."""


class CredentialsRefused(Unavailable):
    """The server takes another user name or password."""

    message = mark("Error", "The server refused the user name or the password.")


class PasswordWanted(CredentialsRefused):
    """A server asks for a password, and none was given."""

    message = mark("Error", "The server asks for a password.")


class DiskFull(Unavailable):
    """There is no room left where something was to be written."""

    message = mark("Error", "The disk is full; nothing was changed.")


class Collided(Unavailable):
    """Two units of work waited for each other and this one gave way: it is worth doing again at once."""

    message = mark("Error", "Others are changing the same records; please try again.")


class Damaged(Unavailable):
    """The database file is damaged or is not one of ours."""

    message = mark("Error", "{path} is damaged or is not a database of this program.")


class SchemaTooNew(CrmError):
    """The database was written by a newer version of the program."""

    message = mark("Error", "This database belongs to a newer version of the program. Please update the program.")


class SchemaTooOld(CrmError):
    """The database on a server has the schema of an older program, and this user may not change it."""

    message = mark(
        "Error",
        "The database has not been brought to this version of the program yet. Its administrator does so by "
        "“desktop-crm upgrade”.",
    )


class Cancelled(CrmError):
    """The user stopped the work; nothing of it was kept."""

    message = mark("Error", "The work was cancelled; nothing was changed.")
