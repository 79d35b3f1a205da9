"""Copies of documents: a quote's revision, a duplicate, an order from a quote; amounts and taxes to the letter."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any, TypeVar

from sqlalchemy import inspect

from desktop_crm.models import Base, OrderGroup, OrderLine, Quote, QuoteGroup, QuoteLine, SalesOrder

D = TypeVar("D", Quote, SalesOrder)

OWN = frozenset({
    *("id", "number", "title_sort", "search_text", "version", "deleted_at"),
    *("created_at", "modified_at", "created_by_id", "modified_by_id"),
    *("status", "revision", "revises_id", "issued_at", "decided_at", "refusal_reason", "quote_id"),
    *("paid_total", "owed_total", "delivered_quantity", "order_id", "group_id"),
})  # fmt: skip
"""What a copy has of its own: identity, history and state."""


def copy_of(source: Quote | SalesOrder, target: type[D]) -> D:
    """A new document, not yet numbered or stored, with everything of `source` that its kind has too."""
    copy = _copied(source, target())
    group_class, line_class = (QuoteGroup, QuoteLine) if target is Quote else (OrderGroup, OrderLine)
    groups: dict[int, Any] = {group.id: _copied(group, group_class()) for group in source.groups}
    lines: list[Any] = [_copied(line, line_class()) for line in source.lines]
    originals: Sequence[Any] = source.lines
    for line, original in zip(lines, originals, strict=True):
        line.group = groups.get(original.group_id) if original.group_id is not None else None
    copy.groups, copy.lines = list(groups.values()), lines
    return copy


def _copied(source: Base, copy: Any) -> Any:
    copied: type[Base] = type(copy)
    for key in _shared(type(source), copied):
        setattr(copy, key, getattr(source, key))
    if hasattr(copy, "custom"):
        copy.custom = dict(source.custom or {}) if type(source) is type(copy) else {}  # type: ignore[attr-defined]
    return copy


@cache
def _shared(source: type[Base], target: type[Base]) -> tuple[str, ...]:
    known = set(inspect(target).columns.keys())
    return tuple(key for key in inspect(source).columns.keys() if key in known and key not in OWN)  # noqa: SIM118
