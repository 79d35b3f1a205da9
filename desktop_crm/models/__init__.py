"""What the business is: mapped classes, exact types and rules. No Qt, no session, no input or output.

Importing a class from this package maps every class (`every` lists them); importing one of its modules alone maps no
more than that needs, so the rules about texts and numbers cost no mapping.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from desktop_crm.models.every import *  # noqa: F403


def __getattr__(name: str) -> Any:
    """A mapped class, or one of the tables of them."""
    if not name[0].isupper():
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from desktop_crm.models import every

    return getattr(every, name)
