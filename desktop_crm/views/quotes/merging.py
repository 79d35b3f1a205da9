"""Bringing together the lines of a document that two people edited at once. No Qt.

A stored line or heading is known by its id. What one side changed alone is taken; what both changed in another way is a
clash, to be decided line by line. Lines added on either side stay.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from desktop_crm.i18n import mark, translate
from desktop_crm.services.drafts import Rates
from desktop_crm.views.quotes.draft_model import Heading, Item, Line, Sheet, cell_text

Ident = tuple[str, Hashable]


@dataclass(frozen=True, slots=True)
class Clash:
    """A line or heading both sides changed; None on the side that removed it."""

    ident: Ident
    number: int
    mine: Item | None
    theirs: Item | None

    @property
    def key(self) -> str:
        """Its name among the fields of the same document."""
        return f"{self.ident[0]}:{self.ident[1]}"


class Merge:
    """The sheet both sides began with, mine, and theirs as it is stored now."""

    def __init__(self, base: Sheet, mine: Sheet, theirs: Sheet) -> None:
        self._base, self._mine, self._theirs = _by_ident(base), _by_ident(mine), _by_ident(theirs)
        self._shown = [ident for ident in self._mine if ident[0] == "line"]

    @cached_property
    def clashes(self) -> list[Clash]:
        """What has to be decided, in my order, then what only they have."""
        every = dict.fromkeys((*self._mine, *self._theirs, *self._base))
        return [
            Clash(ident, self._number(ident), self._mine.get(ident), self._theirs.get(ident))
            for ident in every
            if self._clash(ident)
        ]

    def before(self, clash: Clash) -> Item | None:
        """What both sides began with."""
        return self._base.get(clash.ident)

    def _number(self, ident: Ident) -> int:
        return self._shown.index(ident) + 1 if ident in self._shown else 0

    def _sides(self, ident: Ident) -> tuple[Any, Any, Any]:
        return tuple(_content(side.get(ident)) for side in (self._base, self._mine, self._theirs))

    def _clash(self, ident: Ident) -> bool:
        base, mine, theirs = self._sides(ident)
        return mine != base and theirs != base and mine != theirs

    def sheet(self, taken: Collection[str] = ()) -> Sheet:
        """Both sides together; of the clashes whose key is in `taken` theirs, of the others mine."""
        lost = {clash.ident for clash in self.clashes if clash.key in taken}
        found = (self._winner(ident, theirs=ident in lost) for ident in self._order())
        return Sheet(tuple(item for item in found if item is not None))

    def _winner(self, ident: Ident, *, theirs: bool) -> Item | None:
        base, mine, other = self._sides(ident)
        if theirs or mine in (base, other):
            return self._theirs.get(ident)
        return _kept(self._mine.get(ident), self._theirs.get(ident))

    def _order(self) -> list[Ident]:
        """Their order, or mine where I moved something; what the other side has besides follows what it followed."""
        mine, theirs = list(self._mine), list(self._theirs)
        moved = [i for i in mine if i in self._base] != [i for i in self._base if i in self._mine]
        first, second = (mine, theirs) if moved else (theirs, mine)
        return _woven(first, second)


def _by_ident(sheet: Sheet) -> dict[Ident, Item]:
    return {_ident(item): item for item in sheet.items}


def _ident(item: Item) -> Ident:
    kind = "heading" if isinstance(item, Heading) else "line"
    return (kind, item.draft.id) if item.draft.id is not None else (f"new {kind}", item.key)


def _content(item: Item | None) -> Any:
    """What makes an item another one when it is changed; where it stands does not."""
    if isinstance(item, Line):
        return replace(item.draft, group=None), {cell: each.text for cell, each in item.misread.items()}
    return item.draft if item is not None else None


def _kept(mine: Item | None, theirs: Item | None) -> Item | None:
    """My item in the place of theirs; a new one where they removed it."""
    if mine is None or mine.draft.id is None:
        return mine
    if theirs is None:
        return replace(mine, draft=replace(mine.draft, id=None))  # type: ignore[arg-type]
    return replace(mine, key=theirs.key)


def _woven(first: Sequence[Ident], second: Iterable[Ident]) -> list[Ident]:
    order, before = list(first), -1
    for ident in second:
        if ident in order:
            before = order.index(ident)
        else:
            before += 1
            order.insert(before, ident)
    return order


def different_cells(clash: Clash, cells: Iterable[str], currency: str, rates: Rates) -> list[tuple[str, str, str]]:
    """The cells in which two versions of a line differ, each with both texts; none where one side removed it."""
    mine, theirs = clash.mine, clash.theirs
    if not isinstance(mine, Line) or not isinstance(theirs, Line):
        return []
    texts = [
        (cell, *(cell_text(line, cell, rates, currency=currency, editing=True) for line in (mine, theirs)))
        for cell in cells
    ]
    return [(cell, one, other) for cell, one, other in texts if one != other]


def item_words(item: Item | None) -> str:
    """What a line or heading is called."""
    if item is None:
        return translate(mark("DocumentMerge", "(removed)"))
    if isinstance(item, Heading):
        return item.draft.title
    return " ".join(filter(None, (item.draft.code, item.draft.name)))
