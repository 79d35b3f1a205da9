"""The rows of a list that are here: pages, the words of their cells once they were drawn, and few of both."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from desktop_crm.i18n import language
from desktop_crm.models.display import Labels, display
from desktop_crm.models.fields import fields_of
from desktop_crm.services.reading import custom_value
from desktop_crm.storage.listing import PAGE, ListRow, Query
from desktop_crm.views.records.columns import ListColumn

KEPT = 24  # pages


@dataclass(frozen=True, slots=True)
class Arrangement:
    """What a list shows: `keys` are what is read for its columns, and the currency of its amounts at `currency`."""

    query: Query
    columns: tuple[ListColumn, ...]
    keys: tuple[str, ...]
    currency: int  # -1: everything is in dong


def arranged(query: Query, columns: Sequence[ListColumn]) -> Arrangement:
    """A query with its columns, ready to be read."""
    keys = [column.key for column in columns]
    if "currency" not in fields_of(query.entity):
        return Arrangement(query, tuple(columns), tuple(keys), -1)
    if "currency" not in keys:
        keys.append("currency")
    return Arrangement(query, tuple(columns), tuple(keys), keys.index("currency"))


class Rows:
    """Pages by number; the one looked at longest ago goes first. `number` is always a row's number in the list."""

    def __init__(self) -> None:
        self._pages: OrderedDict[int, Sequence[ListRow]] = OrderedDict()
        self._texts: dict[int, list[str | None]] = {}  # by row number; words are put together once a row is drawn
        self._last = -1
        self._newest: tuple[int, ListRow | None] = (-1, None)  # a view asks for the cells of a row one after another

    @property
    def pages(self) -> OrderedDict[int, Sequence[ListRow]]:
        """The pages that are here."""
        return self._pages

    def at(self, number: int) -> ListRow | None:
        """A row, None where it is not here."""
        if self._newest[0] == number:
            return self._newest[1]
        rows = self._pages.get(number // PAGE)
        place = number % PAGE
        found = rows[place] if rows is not None and place < len(rows) else None
        self._newest = (number, found)
        return found

    def looked_at(self, number: int) -> None:
        """Keep the page of a row longer than those nobody looks at."""
        page = number // PAGE
        if page != self._last and page in self._pages:
            self._last = page
            self._pages.move_to_end(page)

    def everything(self) -> Iterator[tuple[int, ListRow]]:
        """Every row that is here, with its number."""
        for page, rows in self._pages.items():
            yield from enumerate(rows, page * PAGE)

    def put(self, page: int, rows: Sequence[ListRow]) -> None:
        """Take in a page; the one looked at longest ago may go for it."""
        self._drop_texts(page)
        self._newest = (-1, None)
        self._pages[page] = rows
        self._pages.move_to_end(page)
        self._last = page
        while len(self._pages) > KEPT:
            self._drop_texts(self._pages.popitem(last=False)[0])

    def replace(self, pages: Iterable[tuple[int, Sequence[ListRow]]]) -> None:
        """Have these pages and no others."""
        self._pages, self._last, self._newest = OrderedDict(pages), -1, (-1, None)
        self._texts.clear()

    def forget_texts(self) -> None:
        """Put the words together anew: labels have changed."""
        self._texts.clear()

    def _drop_texts(self, page: int) -> None:
        for number in range(page * PAGE, (page + 1) * PAGE):
            self._texts.pop(number, None)

    def text(self, number: int, row: ListRow, place: int, shown: Arrangement, labels: Labels) -> str:
        """The words of one cell: of the column at `place`."""
        texts = self._texts.get(number)
        if texts is None:
            texts = self._texts[number] = [None] * len(shown.columns)
        words = texts[place]
        if words is None:
            currency = str(row.values[shown.currency]) if shown.currency >= 0 else "VND"
            value = value_of(row, place, shown.columns[place])
            words = texts[place] = display(shown.columns[place].field, value, labels, currency, language())
        return words


def value_of(row: ListRow, place: int, column: ListColumn) -> Any:
    """The value of a row's cell as the type of its kind."""
    value = row.values[place]
    return custom_value(column.field, value) if column.key.startswith("custom.") else value
