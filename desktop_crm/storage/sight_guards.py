"""The temporary triggers before the tables of a file: a change beyond a user's rights ends with a refusal.

A refusal begins with `REFUSAL`, then says the table and what was tried; `refusals` makes a sentence of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from sqlalchemy import Table

from desktop_crm.models.rights import Reach
from desktop_crm.storage.sight import MODULES, Sight, either, neither
from desktop_crm.storage.sight_tables import (
    KEPT_BY_ADMINISTRATORS,
    SOLD_BY,
    of_part,
    on_record,
    parts,
    some,
    stands,
    tables,
)

REFUSAL = "crm:forbidden"

_KEPT_BY_PROGRAM = frozenset({"version", "modified_at", "modified_by_id", "last_purchase_on"})
"""What other people's work changes in a record: when it was changed last, and when a customer bought last."""

_COUNTERS = ("period", "last")  # of a number series: every new record moves them


def guards(sight: Sight) -> list[str]:
    """The triggers that stop what the user may not do."""
    return [] if sight.is_unlimited else list(_Guards(sight).all())


class _Guards:
    """The triggers of one user."""

    def __init__(self, sight: Sight) -> None:
        self.sight, self.me = sight, sight.user_id
        self.see, self.create, self.change, self.delete = (
            partial(sight.allows, verb) for verb in ("see", "create", "change", "delete")
        )
        self.administers = "1" if sight.rights.administers else "0"
        self.count = 0

    def all(self) -> Iterator[str]:
        """Every trigger."""
        for name, table in tables().items():
            if name in MODULES:
                yield from self._of_records(table)
            elif name in parts():
                yield from self._of_parts(name)
        yield from self._of_notes()
        yield from self._of_own_rows()
        yield from self._of_settings()

    def _guard(self, table: str, when: str, verb: str, refused: str) -> Iterator[str]:
        """A trigger, unless nothing is refused; the verb is create, change, delete, or administer."""
        if refused != "0":
            self.count += 1
            yield (
                f"CREATE TEMP TRIGGER guard_{self.count} BEFORE {when} ON main.{table} WHEN {refused} "
                f"BEGIN SELECT RAISE(ABORT, '{REFUSAL}:{table}:{verb}'); END"
            )

    # -- records and their parts
    def _of_records(self, table: Table) -> Iterator[str]:
        name = table.name
        guard = partial(self._guard, name)
        owner = "NEW.owner_id"
        yield from guard("INSERT", "create", neither(self.create("NEW", name)))
        yield from guard("DELETE", "delete", neither(self.delete("OLD", name)))
        yield from guard("UPDATE OF deleted_at", "delete", neither(self.delete("OLD", name)))
        refused = neither(self.change("OLD", name))
        references = {key: target for key, target in _references(table).items() if target in MODULES}
        plain = [c.name for c in table.columns if c.name not in _KEPT_BY_PROGRAM | references.keys() | {"deleted_at"}]
        yield from guard(f"UPDATE OF {', '.join(plain)}", "change", refused)
        for key, target in references.items():
            yield from guard(f"UPDATE OF {key}", "change", _unless_emptied(refused, key, target))
        grant = self.sight.rights.grant(name)
        new_owner = either(self.sight.owned(owner, grant.change), self.sight.owned(owner, grant.create))
        if new_owner != "1":
            given = f"NEW.owner_id IS NOT OLD.owner_id AND {neither(new_owner)}"
            yield from guard("UPDATE OF owner_id", "give", given)
        yield from self._of_fields(table)

    def _of_fields(self, table: Table) -> Iterator[str]:
        """Fields that the user may not change keep their value; in a new record they have none."""
        for (module, key), _ in sorted(self.sight.rights.fields.items()):
            if module == table.name and key.startswith("custom."):
                path = f"'$.\"{key.removeprefix('custom.')}\"'"
                old, new = f"OLD.custom ->> {path}", f"NEW.custom ->> {path}"
                yield from self._guard(module, "UPDATE OF custom", f"change:{key}", f"{new} IS NOT {old}")
                yield from self._guard(module, "INSERT", f"change:{key}", f"{new} IS NOT NULL")
            elif module == table.name and key in table.columns:
                yield from self._guard(module, f"UPDATE OF {key}", f"change:{key}", f"NEW.{key} IS NOT OLD.{key}")
                filled = f"NEW.{key} IS NOT NULL AND NEW.{key} NOT IN ({_defaults(table, key)})"
                yield from self._guard(module, "INSERT", f"change:{key}", filled)

    def _of_parts(self, table: str) -> Iterator[str]:
        """A part is made, changed and taken away with its record's change; a new record brings its parts."""
        written = some(self.create, self.change)
        going = some(self.change, self.delete)
        kept = neither(of_part(table, "OLD", going))
        references = {key: target for key, target in _references(tables()[table]).items() if target in MODULES}
        plain = [column.name for column in tables()[table].columns if column.name not in references]
        refused = neither(of_part(table, "OLD", written))
        yield from self._guard(table, "INSERT", "change", neither(of_part(table, "NEW", written)))
        yield from self._guard(table, f"UPDATE OF {', '.join(plain)}", "change", refused)
        for key, target in references.items():
            yield from self._guard(table, f"UPDATE OF {key}", "change", _unless_emptied(refused, key, target))
        gone = "0" if kept == "0" else f"{kept} AND {stands(table, 'OLD')}"
        yield from self._guard(table, "DELETE", "change", gone)

    # -- what hangs on records
    def _of_notes(self) -> Iterator[str]:
        """Remarks on what one sees; files, tags and shares on what one may change; history by nobody."""
        written, going = some(self.create, self.change), some(self.change, self.delete)
        for table, added in (("comment", self.see), ("attachment", written)):
            author = f"NEW.author_id IS {self.me}"
            yield from self._guard(table, "INSERT", "change", neither(_both(author, on_record("NEW", added))))
            own = either(f"OLD.author_id IS {self.me}", on_record("OLD", some(written, self.delete)))
            yield from self._guard(table, "UPDATE", "change", neither(own))
            yield from self._guard(table, "DELETE", "change", neither(own))
        for table in ("record_tag", "share"):
            ours = either(on_record("OLD", going), self.administers)
            yield from self._guard(table, "INSERT", "change", neither(on_record("NEW", written)))
            yield from self._guard(table, "UPDATE", "change", neither(ours))
            yield from self._guard(table, "DELETE", "change", neither(ours))
        yield from self._guard("history_entry", "INSERT", "change", f"NEW.user_id IS NOT {self.me}")
        yield from self._guard("history_entry", "UPDATE", "change", "1")
        gone = on_record("OLD", _present)
        yield from self._guard("history_entry", "DELETE", "change", f"OLD.user_id IS NOT {self.me} OR {gone}")

    # -- one's own rows, and what administrators keep
    def _of_own_rows(self) -> Iterator[str]:
        for table in ("import_batch", "receipt", "editing"):
            yield from self._guard(table, "INSERT", "change", f"NEW.user_id IS NOT {self.me}")
            yield from self._guard(table, "UPDATE", "change", f"OLD.user_id IS NOT {self.me}")
        yield from self._guard("import_batch", "DELETE", "change", f"OLD.user_id IS NOT {self.me}")
        batch = "EXISTS (SELECT 1 FROM main.import_batch AS b WHERE b.id = {}.batch_id AND b.user_id IS NOT {})"
        for when, row in (("INSERT", "NEW"), ("UPDATE", "OLD"), ("DELETE", "OLD")):
            yield from self._guard("imported_row", when, "change", batch.format(row, self.me))
            own = f"{row}.owner_id IS NOT NULL AND {row}.owner_id IS NOT {self.me}"
            yield from self._guard("saved_view", when, "change", own)

    def _of_settings(self) -> Iterator[str]:
        refused = neither(self.administers)
        for table in KEPT_BY_ADMINISTRATORS:
            for when in ("INSERT", "UPDATE", "DELETE"):
                yield from self._guard(table, when, "administer", refused)
        for when in ("UPDATE", "DELETE"):
            yield from self._guard("tag", when, "administer", refused)
        patterns = [c.name for c in tables()["number_series"].columns if c.name not in _COUNTERS]
        for when in ("INSERT", f"UPDATE OF {', '.join(patterns)}", "DELETE"):
            yield from self._guard("number_series", when, "administer", refused)
        for table in ("sign_in", "search_prefix"):
            for when in ("INSERT", "UPDATE", "DELETE"):
                yield from self._guard(table, when, "administer", "1")
        product = self.sight.rights.grant("product")
        if product.change == product.create == Reach.NONE:
            for table in SOLD_BY:
                for when in ("INSERT", "UPDATE", "DELETE"):
                    yield from self._guard(table, when, "change", "1")


def _present(row: str, module: str) -> str:
    return f"{row}.id IS NOT NULL"


def _both(one: str, other: str) -> str:
    if "0" in (one, other):
        return "0"
    return one if other == "1" else f"({one} AND {other})"


def _references(table: Table) -> dict[str, str]:
    """The columns that are emptied when the row they name is erased, with that row's table."""
    return {
        key.parent.name: key.column.table.name
        for key in table.foreign_keys
        if key.ondelete == "SET NULL" and key.column.table.name in MODULES
    }


def _unless_emptied(refused: str, key: str, target: str) -> str:
    """The same refusal, but not where the database empties a reference because its target was erased."""
    if refused == "0":
        return "0"
    present = f"EXISTS (SELECT 1 FROM main.{target} AS held WHERE held.id = OLD.{key})"
    return f"{refused} AND (NEW.{key} IS NOT NULL OR {present})"


def _defaults(table: Table, key: str) -> str:
    """The values a field has when nobody fills it."""
    given = getattr(table.columns[key].default, "arg", None)
    return "0, ''" + (f", '{given}'" if isinstance(given, str) and given else "")
