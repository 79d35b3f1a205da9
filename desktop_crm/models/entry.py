"""What is wrong with a text somebody typed: a ValueError that can be shown beside the field."""

from __future__ import annotations

from typing import Any

from desktop_crm.errors import Fault
from desktop_crm.i18n import Message, mark, translate


class EntryError(ValueError):
    """A typed or imported text cannot be read as what it should be; `text()` says why in the user's language."""

    message: Message = mark("Entry", "“{text}” cannot be read.")

    def __init__(self, text: str, message: Message | None = None, **values: Any) -> None:
        self.message = message if message is not None else type(self).message
        self.values = {"text": text, **values}
        super().__init__(self.message.format(**self.values))

    def text(self) -> str:
        """The error in the user's language."""
        return translate(self.message, **self.values)

    def fault(self, field: str) -> Fault:
        """The same as a fault of one field."""
        return Fault(field, self.message, self.values)
