"""Many records changed at once: the same columns, versions and history as one by one, without an object for each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ARRAY, bindparam, column, func, insert, inspect, select, update

from desktop_crm.exchange.among import among
from desktop_crm.models import HistoryEntry, ImportedRow, Record
from desktop_crm.models.fields import fields_of
from desktop_crm.models.record import derived_keys
from desktop_crm.storage.database import UnitOfWork
from desktop_crm.storage.history import plain, tells, unsearched

Values = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Updated:
    """A record to be changed: new values and those they replace, by field key (custom ones as `custom.<key>`)."""

    id: int
    values: Values
    old: Values


class Bulk:
    """Changes records of one module within a unit of work and tells their history and the batch of them."""

    def __init__(self, unit: UnitOfWork, entity: type[Record], batch: int | None = None) -> None:
        self.unit, self.entity, self.batch = unit, entity, batch
        self.module = entity.__tablename__
        self.scratch = entity()  # no session knows it: it only computes the derived columns
        self.columns = {attribute.key: attribute.columns[0] for attribute in inspect(entity).column_attrs}
        self.unsearched = unsearched(unit.session, self.module)

    def _derived(self, values: Values) -> dict[str, Any]:
        state = vars(self.scratch)
        state.update(values)
        self.scratch.refresh(self.unsearched)
        return {key: state[key] for key in derived_keys(self.entity)}

    def _with_custom(self, values: Values, custom: Mapping[str, Any]) -> dict[str, Any]:
        """The values with those of custom fields gathered in `custom`."""
        added = {key.removeprefix("custom."): plain(v) for key, v in values.items() if key.startswith("custom.")}
        if not added:
            return dict(values)
        kept = {key: value for key, value in {**custom, **added}.items() if value not in (None, "")}
        return {**{k: v for k, v in values.items() if not k.startswith("custom.")}, "custom": kept}

    def change(self, changes: Sequence[Updated], *, keep_before: bool = False) -> None:
        """Put new values into records: version, derived columns, history; with `keep_before` for undoing, too."""
        stored = self._stored([change.id for change in changes])
        groups: dict[frozenset[str], list[dict[str, Any]]] = defaultdict(list)
        for change in changes:
            now = stored[change.id]
            values = self._with_custom(change.values, now["custom"])
            values |= self._derived({**now, **values})
            values |= {
                "modified_at": self.unit.now,
                "modified_by_id": self.unit.actor.id,
                "version": now["version"] + 1,
            }
            groups[frozenset(values)].append({f"new_{key}": value for key, value in values.items()} | {"of": change.id})
        for keys, some in groups.items():
            self._update(keys, some)
        if tells(self.unit.session):
            self._tell_changed(changes)
        if keep_before:
            self._keep_before(changes, stored)

    def _stored(self, ids: Sequence[int]) -> dict[int, dict[str, Any]]:
        columns = [getattr(self.entity, key) for key in self.columns]
        rows = self.unit.session.execute(select(*columns).where(among(self.unit.session, self.entity.id, ids)))
        return {(found := dict(zip(self.columns, row, strict=True)))["id"]: found for row in rows}

    def _update(self, keys: Collection[str], rows: Sequence[dict[str, Any]]) -> None:
        """A file takes the records one by one; on a server each statement has its price, and its triggers."""
        target: Any = self.entity.__table__
        connection = self.unit.session.connection()
        if tells(self.unit.session):
            columns = {self.columns[key].name: bindparam(f"new_{key}", type_=self.columns[key].type) for key in keys}
            connection.execute(update(target).where(target.c.id == bindparam("of")).values(columns), rows)
            return
        came = self._came(["of", *(f"new_{key}" for key in keys)], rows)
        columns = {self.columns[key].name: came.c[f"new_{key}"] for key in keys}
        connection.execute(update(target).where(target.c.id == came.c.of).values(columns))

    def _came(self, names: Sequence[str], rows: Sequence[dict[str, Any]]) -> Any:
        """The rows as a statement joins them: one array for each column."""
        kinds = [self.columns["id" if name == "of" else name.removeprefix("new_")].type for name in names]
        arrays = [
            bindparam(None, [row[name] for row in rows], type_=ARRAY(kind))
            for name, kind in zip(names, kinds, strict=True)
        ]
        called = [column(name, kind) for name, kind in zip(names, kinds, strict=True)]
        return func.unnest(*arrays).table_valued(*called, name="came").render_derived()

    def _tell_changed(self, changes: Sequence[Updated]) -> None:
        actor = self.unit.actor
        common = {"module": self.module, "at": self.unit.now, "user_id": actor.id, "action": "changed"}
        common["user_name"] = actor.full_name or actor.name
        told = [
            common | {"record_id": change.id, "changes": _differences(change)}
            for change in changes
        ]  # fmt: skip
        self.unit.session.execute(insert(HistoryEntry), told)

    def _keep_before(self, changes: Sequence[Updated], stored: Mapping[int, Mapping[str, Any]]) -> None:
        rows = [
            {
                "batch_id": self.batch,
                "record_id": change.id,
                "version": stored[change.id]["version"] + 1,
                "before": {key: plain(value) for key, value in change.old.items()},
            }
            for change in changes
        ]
        self.unit.session.execute(insert(ImportedRow), rows)


def _differences(change: Updated) -> list[list[Any]]:
    return [[key, plain(change.old[key]), plain(value)] for key, value in change.values.items()]


def typed(entity: type[Record], before: Mapping[str, Any]) -> dict[str, Any]:
    """Values that were kept as JSON, as their fields' types; the reverse of `history.plain`."""
    return {key: _typed(entity, key, value) for key, value in before.items()}


def _typed(entity: type[Record], key: str, value: Any) -> Any:
    from datetime import date
    from decimal import Decimal

    described = fields_of(entity).get(key)
    if described is None or value is None:
        return value  # a custom field keeps its JSON value
    python = inspect(entity).columns[key].type.python_type
    if python is date:
        return date.fromisoformat(value)
    return Decimal(value) if isinstance(value, str) and described.kind in ("money", "quantity", "percent") else value
