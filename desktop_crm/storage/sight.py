"""What one user of a local file sees and may do, as SQL conditions on the rows of its tables.

A server keeps rights itself; a file has no users of its own, so the program puts these conditions between itself and
the file: `sight_views` over what is read, `sight_guards` before what is written, `restricted` onto every connection.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from desktop_crm.models import RECORDS
from desktop_crm.models.rights import EVERYTHING, FieldLevel, Grant, Reach, Rights, Verb

MODULES = tuple(entity.__tablename__ for entity in RECORDS)
FEW = 20  # owners that are named one by one, so that their records are found by the index of owners

_REACHES = (Reach.OWN, Reach.TEAM, Reach.SUBTREE)


def _rows(columns: str, source: str) -> str:
    return f"(SELECT group_concat({columns}, ' ') FROM (SELECT * FROM {source}))"


_OWNERS = ", ".join(
    _rows("owner_id", f"main.user_within WHERE user_id = u.id AND reach = '{reach}' ORDER BY owner_id LIMIT {FEW + 1}")
    for reach in _REACHES
)
_SHARED = ", ".join(
    f"EXISTS (SELECT 1 FROM main.share WHERE module = '{module}' AND user_id = u.id)"
    f" OR EXISTS (SELECT 1 FROM main.share WHERE module = '{module}' AND team_id = u.team_id)"
    for module in MODULES
)
_GRANT = (
    "module || ',' || sees || ',' || creates || ',' || changes || ',' || deletes || ',' || exports || ',' || prints"
)
_STAMP = f"""
SELECT u.id, u.team_id, r.administers,
  {_rows(_GRANT, "main.role_right WHERE role_id = r.id ORDER BY module")},
  {_rows("module || ',' || field || ',' || level", "main.field_right WHERE role_id = r.id ORDER BY module, field")},
  {_OWNERS}, {_SHARED}
FROM main.app_user u LEFT JOIN main.role r ON r.id = u.role_id WHERE u.id = ? AND u.active
"""

Stamp = tuple[Any, ...]


def stamp_of(connection: sqlite3.Connection, user_id: int) -> Stamp:
    """Everything the conditions of a user are made from, as one row; () for a user who is not active."""
    return connection.execute(_STAMP, (user_id,)).fetchone() or ()


@dataclass(frozen=True)
class Sight:
    """One user's rights, made from a stamp."""

    user_id: int
    stamp: Stamp

    @cached_property
    def rights(self) -> Rights:
        """The rights as the role gives them; none for a user who is not active."""
        if not self.stamp:
            return Rights()
        _, _, administers, grants, levels = self.stamp[:5]
        fields = (row.split(",") for row in (levels or "").split())
        return Rights(
            bool(administers),
            dict(map(_grant, (grants or "").split())),
            {(module, key): FieldLevel(level) for module, key, level in fields},
        )

    @cached_property
    def is_unlimited(self) -> bool:
        """Whether nothing at all is kept from the user."""
        rights = self.rights
        return rights.administers and not rights.fields and all(rights.grant(name) == EVERYTHING for name in MODULES)

    @cached_property
    def _owners(self) -> Mapping[Reach, tuple[str, ...]]:
        lists = self.stamp[5 : 5 + len(_REACHES)] or ("",) * len(_REACHES)
        return {reach: tuple((text or "").split()) for reach, text in zip(_REACHES, lists, strict=True)}

    @cached_property
    def _shared(self) -> frozenset[str]:
        flags = self.stamp[5 + len(_REACHES) :]
        return frozenset(module for module, flag in zip(MODULES, flags, strict=False) if flag)

    def owned(self, owner: str, reach: Reach) -> str:
        """That the records of `owner`, a column, are within reach; '1' for always, '0' for never."""
        if reach in (Reach.ALL, Reach.NONE):
            return "1" if reach == Reach.ALL else "0"
        few = self._owners[reach]
        if len(few) <= FEW:
            return f"{owner} IN ({', '.join(few)})"
        within = f"SELECT owner_id FROM main.user_within WHERE user_id = {self.user_id} AND reach = '{reach}'"
        return f"+{owner} IN ({within})"  # the sign keeps the list in its order instead of gathering owner by owner

    def shared(self, row: str, module: str, only: str = "1") -> str:
        """That the record was shared with the user or the team; `only` narrows the shares."""
        if module not in self._shared:
            return "0"
        ways = [f"user_id = {self.user_id}"] + ([f"team_id = {self.stamp[1]}"] if self.stamp[1] is not None else [])
        given = f"SELECT record_id FROM main.share WHERE module = '{module}' AND {only} AND ({' OR '.join(ways)})"
        many = len(self._owners[Reach.SUBTREE]) > FEW or len(self._owners[Reach.TEAM]) > FEW
        return f"{'+' if many else ''}{row}.id IN ({given})"

    def allows(self, verb: Verb, row: str, module: str) -> str:
        """That the verb reaches a record, which the alias `row` stands for."""
        owned = self.owned(f"{row}.owner_id", self.rights.grant(module).reach(verb))
        if verb == "see":
            return either(owned, self.shared(row, module))
        if verb == "change":
            return either(owned, self.shared(row, module, "may_change"))
        return owned


def _grant(row: str) -> tuple[str, Grant]:
    module, *reaches, exports, prints = row.split(",")
    see, create, change, delete = map(Reach, reaches)
    return module, Grant(see, create, change, delete, export=exports == "1", print=prints == "1")


def either(*conditions: str) -> str:
    """That one of the conditions holds."""
    if "1" in conditions:
        return "1"
    some = list(dict.fromkeys(one for one in conditions if one != "0"))
    return f"({' OR '.join(some)})" if len(some) > 1 else (some or ["0"])[0]


def neither(condition: str) -> str:
    """That the condition does not hold; also where it is unknown, as for a record without owner."""
    return {"1": "0", "0": "1"}.get(condition, f"NOT coalesce({condition}, 0)")
