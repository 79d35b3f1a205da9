"""History, versions and derived columns: kept by the session itself, so that no verb can forget them.

On a server triggers keep versions and history, too, for every client (migration 0005): the entries are theirs alone.
Within one unit of work a record's version rises once and it gets one history entry, however often it is flushed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from typing import Any

from sqlalchemy import event, insert, inspect, select
from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import PASSIVE_NO_INITIALIZE, History, get_history
from sqlalchemy.util import IdentitySet

from desktop_crm.errors import Fault, Invalid
from desktop_crm.models import CustomField, HistoryEntry
from desktop_crm.models.base import Base
from desktop_crm.models.bounds import faults_of_row
from desktop_crm.models.fields import fields_of
from desktop_crm.models.record import Child, Record
from desktop_crm.storage.keys import draw_ids

UNTOLD = frozenset({"created_at", "modified_at", "created_by_id", "modified_by_id", "number"})


@dataclass(frozen=True, slots=True)
class Change:
    """One record that a unit of work made or changed; views decide from it what to read again.

    Record 0: any of the module. Version 0: not known, whoever shows the record looks. `who` is named of other people's.
    """

    module: str
    record_id: int
    action: str  # created, changed, deleted, restored, erased
    version: int
    who: str = ""


@dataclass
class _Told:
    record: Record
    action: str = "changed"
    values: dict[str, list[Any]] = field(default_factory=dict)  # key -> [old, new]
    parts: dict[str, dict[str, int]] = field(default_factory=dict)  # part -> {added, changed, removed}


@dataclass
class _Ledger:
    user_id: int | None
    moment: datetime
    session: Session
    told: dict[int, _Told] = field(default_factory=dict)  # by identity of the object
    hidden: dict[str, frozenset[str]] = field(default_factory=dict)  # custom fields not searched, by module

    def unsearched(self, record: Record) -> frozenset[str]:
        """The custom fields of the record's module that are not searched; asked for once where it has any."""
        module = record.__tablename__
        if record.custom and module not in self.hidden:
            with self.session.no_autoflush:
                self.hidden[module] = unsearched(self.session, module)
        return self.hidden.get(module, frozenset())


def watch(session: Session, user_id: int | None, moment: datetime) -> None:
    """From now on every flush of the session keeps versions, stamps, derived columns and history."""
    session.info["ledger"] = _Ledger(user_id, moment, session)


def unsearched(session: Session, module: str) -> frozenset[str]:
    """The keys of the custom fields of a module that its search leaves out."""
    rows = select(CustomField.key).where(CustomField.module == module, ~CustomField.searched)
    return frozenset(session.scalars(rows))


def is_watched(session: Session) -> bool:
    """Whether the session writes, with history."""
    return "ledger" in session.info


def plain(value: Any) -> Any:
    """A field's value as JSON keeps it: amounts as text, days and moments in ISO form."""
    if isinstance(value, Decimal):
        return format(value.normalize(), "f")
    return value.isoformat() if isinstance(value, date) else value


@event.listens_for(Session, "before_flush")
def _before_flush(session: Session, context: Any, instances: Any) -> None:
    ledger: _Ledger | None = session.info.get("ledger")
    if ledger is None:
        return
    flush = _Flush(session, ledger, session.new, session.dirty, session.deleted)
    for child in [o for o in (*flush.new, *flush.dirty, *flush.deleted) if isinstance(o, Child)]:
        _tell_part(flush, child, _what_happened(flush, child))
    for orphan in [o for owner in flush.dirty for o in _taken_out(owner)]:
        _tell_part(flush, orphan, "removed")
    for record in [o for o in flush.new if isinstance(o, Record)]:
        _made(ledger, record)
    for record in [o for o in session.dirty if isinstance(o, Record)]:  # read anew: a part has touched its record
        if changed := _changed_keys(record):
            _changed(ledger, record, changed)
    for record in [o for o in flush.deleted if isinstance(o, Record)]:
        ledger.told.setdefault(id(record), _Told(record)).action = "erased"
    _refuse_unkeepable(flush.new, session.dirty)
    draw_ids(session, flush.new)


@dataclass(frozen=True, slots=True)
class _Flush:
    """What is about to be written, collected once: the session makes these sets anew whenever it is asked."""

    session: Session
    ledger: _Ledger
    new: IdentitySet
    dirty: IdentitySet
    deleted: IdentitySet


def _refuse_unkeepable(new: Iterable[Any], dirty: Iterable[Any]) -> None:
    """Raise Invalid before the database does: it would say it less clearly, or, with SQLite, not at all."""
    faults = [fault for row in new if isinstance(row, Base) for fault in _placed(row, faults_of_row(row))]
    for row in dirty:
        faults += _placed(row, faults_of_row(row, _changed_keys(row)))
    if faults:
        raise Invalid(*faults)


def _changed_keys(row: Base) -> frozenset[str]:
    """The columns of a stored row that hold another value now; of the others the session keeps no former value."""
    state = inspect(row)
    touched = column_keys(type(row)).intersection(state.committed_state)
    return frozenset(key for key in touched if _past(row, key).has_changes())


def _past(row: Base, key: str) -> History:
    return get_history(row, key, PASSIVE_NO_INITIALIZE)


@cache
def column_keys(entity: type[Base]) -> frozenset[str]:
    """The attributes of a mapped class that are columns."""
    return frozenset(a.key for a in inspect(entity).column_attrs)


def _placed(row: Base, faults: list[Fault]) -> list[Fault]:
    """A part's faults are named by part, place and field: lines.0.quantity."""
    if not isinstance(row, Child):
        return faults
    return [replace(fault, field=f"{row.part}.{getattr(row, 'position', 0)}.{fault.field}") for fault in faults]


def _made(ledger: _Ledger, record: Record) -> None:
    ledger.told[id(record)] = _Told(record, "created")
    record.created_at = record.modified_at = ledger.moment
    record.created_by_id = record.modified_by_id = ledger.user_id
    record.custom = record.custom or {}
    record.refresh(ledger.unsearched(record))


def _changed(ledger: _Ledger, record: Record, changed: frozenset[str]) -> None:
    told = _touch(ledger, record)
    for key in [key for key in fields_of(type(record)) if key in changed and key not in UNTOLD]:
        _note(told, key, _former(record, key), getattr(record, key))
    if "custom" in changed:
        _note_custom(told, _former(record, "custom") or {}, record.custom)
    record.refresh(ledger.unsearched(record))


def _former(record: Record, key: str) -> Any:
    deleted = _past(record, key).deleted
    return deleted[0] if deleted else None


def _touch(ledger: _Ledger, record: Record) -> _Told:
    told = ledger.told.get(id(record))
    if told is None:
        told = ledger.told[id(record)] = _Told(record)
        record.version += 1
        record.modified_at, record.modified_by_id = ledger.moment, ledger.user_id
    return told


def _note(told: _Told, key: str, old: Any, new: Any) -> None:
    if key == "deleted_at":
        told.action = "deleted" if new else "restored"
        return
    told.values.setdefault(key, [plain(old), None])[1] = plain(new)


def _note_custom(told: _Told, old: dict[str, Any], new: dict[str, Any]) -> None:
    for key in sorted({*old, *new}):
        if old.get(key) != new.get(key):
            _note(told, f"custom.{key}", old.get(key), new.get(key))


def _taken_out(owner: Base) -> list[Child]:
    """Parts removed from a collection of `owner`; the session deletes them only while it flushes."""
    parts = [key for key in _parts(type(owner)) if key in owner.__dict__]
    return [child for key in parts for child in _past(owner, key).deleted if isinstance(child, Child)]


@cache
def _parts(entity: type[Base]) -> tuple[str, ...]:
    return tuple(r.key for r in inspect(entity).relationships if r.cascade.delete_orphan)


def _tell_part(flush: _Flush, child: Child, what: str) -> None:
    record = _record_of(flush.session, child)
    if not what or record is None or record in flush.deleted:
        return
    if record in flush.new or record not in flush.session:
        return
    counts = _touch(flush.ledger, record).parts.setdefault(child.part, {})
    counts[what] = counts.get(what, 0) + 1


def _what_happened(flush: _Flush, child: Child) -> str:
    if child in flush.new:
        return "added"
    if child in flush.deleted:
        return "removed"
    return "changed" if _changed_keys(child) else ""


def _record_of(session: Session, child: Child) -> Record | None:
    owner: Any = _parent_object(session, child)
    return _record_of(session, owner) if isinstance(owner, Child) else owner


def _parent_object(session: Session, child: Child) -> Any:
    """The row the child is part of; also when it was just taken out of its collection."""
    ways = _to_parent(type(child))
    held = (child.__dict__.get(key) for key, _ in ways)
    if (parent := next((one for one in held if isinstance(one, Base)), None)) is not None:
        return parent
    key = getattr(child, child.parent_key)
    with session.no_autoflush:
        return session.get(ways[-1][1], key) if key is not None else None


@cache
def _to_parent(child: type[Child]) -> tuple[tuple[str, type[Base]], ...]:
    """The relationships to the row a part belongs to, with the class at their other end."""
    relations = inspect(child).relationships
    return tuple(
        (r.key, r.mapper.class_) for r in relations if child.parent_key in {column.key for column in r.local_columns}
    )


def tells(session: Session) -> bool:
    """Whether the program writes the history itself: on a server triggers do, so that no client passes it by."""
    return session.connection().dialect.name == "sqlite"


def write(session: Session, user_id: int | None, user_name: str) -> tuple[Change, ...]:
    """Write one history entry for each record told of since `watch`, unless triggers do; return what changed."""
    ledger: _Ledger = session.info["ledger"]
    told = [t for t in ledger.told.values() if t.action != "changed" or _worth_telling(t)]
    if told and tells(session):
        session.execute(insert(HistoryEntry), [_entry(ledger, t, user_id, user_name) for t in told])
    return tuple(Change(t.record.__tablename__, t.record.id, t.action, t.record.version) for t in told)


def _entry(ledger: _Ledger, told: _Told, user_id: int | None, user_name: str) -> dict[str, Any]:
    return {
        "module": told.record.__tablename__,
        "record_id": told.record.id,
        "at": ledger.moment,
        "user_id": user_id,
        "user_name": user_name,
        "action": told.action,
        "changes": _changes(told) if told.action != "created" else [],
    }


def _worth_telling(told: _Told) -> bool:
    return bool(told.values or told.parts)


def _changes(told: _Told) -> list[list[Any]]:
    values = [[key, old, new] for key, (old, new) in told.values.items() if old != new]
    return values + [[part, None, counts] for part, counts in sorted(told.parts.items())]
