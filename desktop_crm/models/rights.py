"""What a user may do: declared once here, kept by the server's policies and by the views of a local file.

A right is a verb on a module and how far it reaches: no record, one's own, those of the team, those of everybody below
oneself, or all. A record belongs to its owner; one without an owner is within reach of 'all' only. A record may also be
shared, one at a time, with a person or a team.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

from desktop_crm.i18n import Message, mark

Verb = Literal["see", "create", "change", "delete"]
VERBS: tuple[Verb, ...] = ("see", "create", "change", "delete")


class Reach(StrEnum):
    """Whose records a verb reaches."""

    NONE = "none"
    OWN = "own"
    TEAM = "team"
    SUBTREE = "subtree"  # one's own and those of everybody who reports to one, over however many steps
    ALL = "all"


class FieldLevel(StrEnum):
    """What a role may do with a field that is sensitive."""

    OPEN = "open"
    READ_ONLY = "read_only"
    HIDDEN = "hidden"


REACH_LABELS: Mapping[Reach, Message] = {
    Reach.NONE: mark("Rights", "Nothing"),
    Reach.OWN: mark("Rights", "Their own"),
    Reach.TEAM: mark("Rights", "Their team's"),
    Reach.SUBTREE: mark("Rights", "Theirs and their people's"),
    Reach.ALL: mark("Rights", "Everything"),
}

VERB_LABELS: Mapping[Verb, Message] = {
    "see": mark("Rights", "See"),
    "create": mark("Rights", "Create"),
    "change": mark("Rights", "Change"),
    "delete": mark("Rights", "Delete"),
}


@dataclass(frozen=True, slots=True)
class Grant:
    """What a role may do in one module."""

    see: Reach = Reach.NONE
    create: Reach = Reach.NONE
    change: Reach = Reach.NONE
    delete: Reach = Reach.NONE
    export: bool = False
    print: bool = False

    def reach(self, verb: Verb) -> Reach:
        """How far the verb reaches."""
        return getattr(self, verb)


NOTHING = Grant()
EVERYTHING = Grant(Reach.ALL, Reach.ALL, Reach.ALL, Reach.ALL, export=True, print=True)


@dataclass(frozen=True, slots=True)
class Rights:
    """The rights of one user, as they were when they were read.

    `grants` are by module (table name); a module that is not named is not seen at all. `fields` holds the levels of
    sensitive fields that are not open, by module and field key. `administers` allows users, roles and settings.
    """

    administers: bool = False
    grants: Mapping[str, Grant] = field(default_factory=dict)
    fields: Mapping[tuple[str, str], FieldLevel] = field(default_factory=dict)
    unlimited: bool = False

    def grant(self, module: str) -> Grant:
        """What may be done in the module."""
        return EVERYTHING if self.unlimited else self.grants.get(module, NOTHING)

    def may(self, verb: Verb, module: str) -> bool:
        """Whether the verb reaches any record of the module."""
        return self.grant(module).reach(verb) != Reach.NONE

    def level(self, module: str, key: str) -> FieldLevel:
        """What may be done with a field."""
        return self.fields.get((module, key), FieldLevel.OPEN)

    def hidden(self, module: str) -> frozenset[str]:
        """The keys of the module's fields that are not shown."""
        levels = self.fields.items()
        return frozenset(key for (of, key), level in levels if of == module and level == FieldLevel.HIDDEN)


UNLIMITED = Rights(administers=True, unlimited=True)
"""The rights of the program itself, and of a company file with one user."""


@dataclass(frozen=True, slots=True)
class Preset:
    """A role as it is shipped; `others` holds for every module that `grants` does not name."""

    administers: bool
    others: Grant
    grants: Mapping[str, Grant] = field(default_factory=dict)
    fields: Mapping[tuple[str, str], FieldLevel] = field(default_factory=dict)

    def grant(self, module: str) -> Grant:
        """What the shipped role may do in a module."""
        return self.grants.get(module, self.others)


_OF_PEOPLE = Grant(Reach.SUBTREE, Reach.SUBTREE, Reach.SUBTREE, Reach.SUBTREE, export=True, print=True)
_OF_ONESELF = Grant(Reach.OWN, Reach.OWN, Reach.OWN, Reach.OWN, print=True)
_SOLD = Grant(see=Reach.ALL, print=True)

PRESETS: Mapping[str, Preset] = {
    "administrator": Preset(True, EVERYTHING),
    "manager": Preset(
        False,
        _OF_PEOPLE,
        {"product": Grant(Reach.ALL, Reach.ALL, Reach.ALL, Reach.NONE, export=True, print=True)},
    ),
    "staff": Preset(
        False,
        _OF_ONESELF,
        {"product": _SOLD},
        {("product", "cost_price"): FieldLevel.HIDDEN},
    ),
}
"""The three roles every company begins with, by the name the command line gives them."""
