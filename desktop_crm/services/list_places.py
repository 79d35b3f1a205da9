"""Where a page of a long list is read from: its start, its end, or the nearest row that is known already."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from desktop_crm.services.list_pages import STEP
from desktop_crm.services.readings import readings
from desktop_crm.storage.database import UnitOfWork
from desktop_crm.storage.listing import PAGE, ListRow, Query, page

NEAR = 5 * STEP
"""So many rows may be passed over where no nearer row is known."""


@dataclass(frozen=True, slots=True)
class Place:
    """`take` rows, after passing over `skip`, beyond `row`; None is the start of the list, `backwards` its end."""

    take: int
    row: ListRow | None = None
    skip: int = 0
    backwards: bool = False


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a list: how long it is, every `STEP`-th row from the start on, and pages that are here."""

    total: int
    marks: Sequence[ListRow] = ()
    pages: Mapping[int, Sequence[ListRow]] | None = None

    def place_of(self, first: int, last: int | None = None) -> Place | None:
        """From where the pages `first` to `last` are read with the fewest rows passed over; None if that is too far."""
        last = first if last is None else last
        found = [*self._forwards(first, last), *self._backwards(first, last)]
        return min(found, key=lambda place: place.skip, default=None)

    def _forwards(self, first: int, last: int) -> Iterator[Place]:
        take, start = (last - first + 1) * PAGE, first * PAGE
        pages, block = self.pages or {}, start // STEP
        if start <= NEAR:
            yield Place(take, None, start)
        if len(pages.get(first - 1, ())) == PAGE:
            yield Place(take, pages[first - 1][-1])
        if 0 < block <= len(self.marks):
            yield Place(take, self.marks[block - 1], start - block * STEP)

    def _backwards(self, first: int, last: int) -> Iterator[Place]:
        end = min((last + 1) * PAGE, self.total)
        take, pages = end - first * PAGE, self.pages or {}
        if take > 0 and self.total - end <= NEAR:
            yield Place(take, None, self.total - end, backwards=True)
        if pages.get(last + 1):
            yield Place(take, pages[last + 1][0], backwards=True)


def read_first(unit: UnitOfWork, query: Query, columns: Sequence[str]) -> tuple[Query, list[ListRow]]:
    """The first page of a list, and the query that gave it: of what the search may mean the first that finds any."""
    for words in readings(query.search):
        meant = replace(query, search=words)
        if rows := page(unit.session, meant, columns, limit=PAGE):
            return meant, rows
    return query, []


def read_place(unit: UnitOfWork, query: Query, columns: Sequence[str], place: Place) -> list[ListRow]:
    """The rows of a place in the order of the list."""
    row, read = place.row, partial(page, unit.session, query, backwards=place.backwards)
    if place.skip:
        passed = read((), row, place.skip)
        if len(passed) < place.skip:
            return []
        row = passed[-1]
    rows = read(columns, row, place.take)
    return rows[::-1] if place.backwards else rows


def read_pages(
    unit: UnitOfWork, query: Query, columns: Sequence[str], known: Known, numbers: Iterable[int]
) -> dict[int, list[ListRow]]:
    """The pages asked for that can be reached, each run of neighbours in one go; one past the end is not among them."""
    found: dict[int, list[ListRow]] = {}
    for first, last in runs(numbers):
        place = known.place_of(first, last)
        rows = read_place(unit, query, columns, place) if place is not None else []
        for number in range(first, last + 1):
            part = rows[(number - first) * PAGE : (number - first + 1) * PAGE]
            if part or number == 0:
                found[number] = part
    return found


def runs(numbers: Iterable[int]) -> list[tuple[int, int]]:
    """Neighbours joined: 1, 2, 3, 7 are (1, 3) and (7, 7)."""
    found: list[tuple[int, int]] = []
    for number in sorted(set(numbers)):
        if found and found[-1][1] == number - 1:
            found[-1] = (found[-1][0], number)
        else:
            found.append((number, number))
    return found
