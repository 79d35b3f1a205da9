"""History, versions and derived columns: kept by the session itself, so that no verb can forget them.

Within one unit of work a record's version rises once and it gets one history entry, however often it is flushed.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import event, insert, inspect, select
from sqlalchemy.orm import Session

from desktop_crm.errors import Fault, Invalid
from desktop_crm.models import CustomField, HistoryEntry
from desktop_crm.models.base import Base
from desktop_crm.models.bounds import faults_of_row
from desktop_crm.models.fields import fields_of
from desktop_crm.models.record import Child, Record

_UNTOLD = frozenset({"created_at", "modified_at", "created_by_id", "modified_by_id", "number"})


@dataclass(frozen=True, slots=True)
class Change:
    """One record that a unit of work made or changed; views decide from it what to read again."""

    module: str
    record_id: int
    action: str  # created, changed, deleted, restored, erased
    version: int


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
    for child in [o for o in (*session.new, *session.dirty, *session.deleted) if isinstance(o, Child)]:
        _tell_part(session, ledger, child, _what_happened(session, child))
    for orphan in [o for owner in session.dirty for o in _taken_out(owner)]:
        _tell_part(session, ledger, orphan, "removed")
    for record in [o for o in session.new if isinstance(o, Record)]:
        _made(ledger, record)
    for record in [o for o in session.dirty if isinstance(o, Record) and _has_changed(o)]:
        _changed(ledger, record)
    for record in [o for o in session.deleted if isinstance(o, Record)]:
        ledger.told.setdefault(id(record), _Told(record)).action = "erased"
    _refuse_unkeepable(session)


def _refuse_unkeepable(session: Session) -> None:
    """Raise Invalid before the database does: it would say it less clearly, or, with SQLite, not at all."""
    faults = [fault for row in session.new if isinstance(row, Base) for fault in _placed(row, faults_of_row(row))]
    for row in session.dirty:
        faults += _placed(row, faults_of_row(row, _changed_keys(row)))
    if faults:
        raise Invalid(*faults)


def _changed_keys(row: Base) -> frozenset[str]:
    state = inspect(row)
    return frozenset(a.key for a in state.mapper.column_attrs if state.attrs[a.key].history.has_changes())


def _placed(row: Base, faults: list[Fault]) -> list[Fault]:
    """A part's faults are named by part, place and field: lines.0.quantity."""
    if not isinstance(row, Child):
        return faults
    return [replace(fault, field=f"{row.part}.{getattr(row, 'position', 0)}.{fault.field}") for fault in faults]


def _has_changed(record: Base) -> bool:
    state = inspect(record)
    return any(state.attrs[a.key].history.has_changes() for a in state.mapper.column_attrs)


def _made(ledger: _Ledger, record: Record) -> None:
    ledger.told[id(record)] = _Told(record, "created")
    record.created_at = record.modified_at = ledger.moment
    record.created_by_id = record.modified_by_id = ledger.user_id
    record.refresh(ledger.unsearched(record))


def _changed(ledger: _Ledger, record: Record) -> None:
    told = _touch(ledger, record)
    for key in fields_of(type(record)):
        past = inspect(record).attrs[key].history
        if key not in _UNTOLD and past.has_changes():
            _note(told, key, past.deleted[0] if past.deleted else None, getattr(record, key))
    past = inspect(record).attrs["custom"].history
    if past.has_changes():
        _note_custom(told, past.deleted[0] if past.deleted else {}, record.custom)
    record.refresh(ledger.unsearched(record))


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
    for key in sorted({*(old or {}), *new}):
        if (old or {}).get(key) != new.get(key):
            _note(told, f"custom.{key}", (old or {}).get(key), new.get(key))


def _taken_out(owner: Any) -> list[Child]:
    """Parts removed from a collection of `owner`; the session deletes them only while it flushes."""
    state = inspect(owner)
    parts = [r.key for r in state.mapper.relationships if r.cascade.delete_orphan and r.key in state.dict]
    return [child for key in parts for child in state.attrs[key].history.deleted if isinstance(child, Child)]


def _tell_part(session: Session, ledger: _Ledger, child: Child, what: str) -> None:
    record = _record_of(session, child)
    if not what or record is None or record in session.deleted:
        return
    if record in session.new or record not in session:
        return
    counts = _touch(ledger, record).parts.setdefault(child.part, {})
    counts[what] = counts.get(what, 0) + 1


def _what_happened(session: Session, child: Child) -> str:
    if child in session.new:
        return "added"
    if child in session.deleted:
        return "removed"
    return "changed" if _has_changed(child) else ""


def _record_of(session: Session, child: Child) -> Record | None:
    owner: Any = _parent_object(session, child)
    return _record_of(session, owner) if isinstance(owner, Child) else owner


def _parent_object(session: Session, child: Child) -> Any:
    """The row the child is part of; also when it was just taken out of its collection."""
    for relation in inspect(child).mapper.relationships:
        if child.parent_key in {column.key for column in relation.local_columns}:
            held = inspect(child).attrs[relation.key].loaded_value
            if isinstance(held, Base):
                return held
            parent_class = relation.mapper.class_
    key = getattr(child, child.parent_key)
    with session.no_autoflush:
        return session.get(parent_class, key) if key is not None else None


def write(session: Session, user_id: int | None, user_name: str) -> tuple[Change, ...]:
    """Write one history entry for each record told of since `watch`, and return what changed."""
    ledger: _Ledger = session.info["ledger"]
    told = [t for t in ledger.told.values() if t.action != "changed" or _worth_telling(t)]
    rows = [
        {
            "module": t.record.__tablename__,
            "record_id": t.record.id,
            "at": ledger.moment,
            "user_id": user_id,
            "user_name": user_name,
            "action": t.action,
            "changes": _changes(t) if t.action != "created" else [],
        }
        for t in told
    ]
    if rows:
        session.execute(insert(HistoryEntry), rows)
    return tuple(Change(t.record.__tablename__, t.record.id, t.action, t.record.version) for t in told)


def _worth_telling(told: _Told) -> bool:
    return bool(told.values or told.parts)


def _changes(told: _Told) -> list[list[Any]]:
    values = [[key, old, new] for key, (old, new) in told.values.items() if old != new]
    return values + [[part, None, counts] for part, counts in told.parts.items()]
