"""The history of a record in words: labels instead of keys and codes, titles instead of ids."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from desktop_crm.i18n import language, mark, translate
from desktop_crm.models import Record
from desktop_crm.models.display import display
from desktop_crm.models.fields import Field, Kind, fields_of
from desktop_crm.services.choices import Choices
from desktop_crm.services.reading import Happening, RecordView, titles_of
from desktop_crm.storage.database import UnitOfWork
from desktop_crm.views.records.moments import ago
from desktop_crm.views.widgets.timeline import TimelineItem

Titles = Mapping[tuple[str, int], str]
"""What rows are called: (table, id) -> title."""

_LOOKS = {
    "comment": ("message-square", "info"),
    "created": ("plus", "success"),
    "changed": ("pencil", "neutral"),
    "deleted": ("trash-2", "danger"),
    "restored": ("undo-2", "success"),
}
_ACTIONS = {
    "comment": mark("History", "{who}"),
    "created": mark("History", "{who} created the record"),
    "changed": mark("History", "{who} changed {what}"),
    "deleted": mark("History", "{who} moved it to the recycle bin"),
    "restored": mark("History", "{who} took it out of the recycle bin"),
}
_MOST = 3  # fields named in one line


def titles_in(unit: UnitOfWork, view: RecordView) -> dict[tuple[str, int], str]:
    """What the rows are called that the history of a record speaks of by id; one statement where it speaks of any."""
    described = fields_of(view.entity)
    wanted: dict[str, set[int]] = {}
    for happened in view.timeline:
        for key, old, new in happened.changes:
            field = described.get(key)
            if field is not None and field.kind == Kind.RELATION:
                wanted.setdefault(field.target, set()).update(one for one in (old, new) if one)
    return titles_of(unit, wanted)


def timeline_items(view: RecordView, choices: Choices, known: Titles, only: str = "") -> list[TimelineItem]:
    """The timeline of a record; `only` is 'comment', 'change' or '' for all. `data` is the id of a comment."""
    wanted = [one for one in view.timeline if _wanted(one, only)]
    return [_item(one, view, choices, known) for one in wanted]


def _wanted(one: Happening, only: str) -> bool:
    return not only or (one.action == "comment") == (only == "comment")


def _item(one: Happening, view: RecordView, choices: Choices, known: Titles) -> TimelineItem:
    icon, tone = _LOOKS.get(one.action, ("info", "neutral"))
    lines = list(change_lines(one, view.entity, view.custom, choices, known))
    who = one.who or translate(mark("History", "The program"))
    title = translate(_ACTIONS.get(one.action, _ACTIONS["changed"]), who=who, what=_fields_named(one, view))
    return TimelineItem(icon, tone, title, one.text or "\n".join(lines), ago(one.at), one.comment_id)


def _fields_named(one: Happening, view: RecordView) -> str:
    names = [label_of(key, view.entity, view.custom).lower() for key, _, _ in one.changes]
    if len(names) > _MOST:
        return translate(mark("History", "{n} fields"), n=len(names))
    return ", ".join(names)


def change_lines(
    one: Happening, entity: type[Record], custom: Mapping[str, Field], choices: Choices, known: Titles
) -> Iterable[str]:
    """ "Status: from New to Hot" for each changed field of a history entry."""
    described = {**fields_of(entity), **custom}
    for key, old, new in one.changes:
        label = label_of(key, entity, custom)
        if isinstance(new, dict):
            yield f"{label}: {_counts(new)}"
        elif key in described:
            before, after = (in_words(described[key], value, choices, known) for value in (old, new))
            yield _from_to(label, before, after)
        else:
            yield _from_to(label, str(old or ""), str(new or ""))


def _from_to(label: str, before: str, after: str) -> str:
    words = mark("History", "{label}: from {old} to {new}")
    return translate(words, label=label, old=before or _nothing(), new=after or _nothing())


def label_of(key: str, entity: type[Record], custom: Mapping[str, Field]) -> str:
    """What a field, custom field or part is called on screen."""
    field = custom.get(key) or fields_of(entity).get(key)
    if field is not None:
        return translate(field.label)
    return translate(_PARTS.get(key, key))


_PARTS = {
    "bank_accounts": mark("History", "Bank accounts"),
    "installments": mark("History", "Installments"),
    "lines": mark("History", "Lines"),
    "groups": mark("History", "Groups of lines"),
    "payments": mark("History", "Payments"),
    "deliveries": mark("History", "Deliveries"),
    "stage_changes": mark("History", "Stage history"),
    "tags": mark("History", "Tags"),
}
_COUNTS = {
    "added": mark("History", "{n} added"),
    "changed": mark("History", "{n} changed"),
    "removed": mark("History", "{n} removed"),
}


def _counts(counts: Mapping[str, int]) -> str:
    return ", ".join(translate(_COUNTS[what], n=n) for what, n in counts.items() if what in _COUNTS)


def _nothing() -> str:
    return translate(mark("History", "(empty)"))


def in_words(field: Field, value: Any, choices: Choices, known: Titles, currency: str = "VND") -> str:
    """A value of the history (as JSON keeps it) or of a record, as a person reads it."""
    if value is None or value == "":
        return ""
    if field.kind == Kind.RELATION and not isinstance(value, tuple):
        return known.get((field.target, value), f"#{value}")
    return display(field, _typed(field.kind, value), choices.label, currency, language())


def _typed(kind: Kind, value: Any) -> Any:
    if not isinstance(value, str):
        return value
    if kind in (Kind.MONEY, Kind.QUANTITY, Kind.PERCENT):
        return Decimal(value)
    if kind == Kind.DATE:
        return date.fromisoformat(value)
    return datetime.fromisoformat(value) if kind == Kind.DATETIME else value
