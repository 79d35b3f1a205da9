"""Lists: pages, counts, totals and ids of one module, filtered, searched and sorted in the database.

Pages go on from the last row of the page before (keyset), never by OFFSET; `storage.order` says in which order, and
`storage.search` which way is taken to rows that are searched for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, NamedTuple

from sqlalchemy import Row, Select, select
from sqlalchemy.orm import Session

from desktop_crm.models import CustomField, Record
from desktop_crm.models.fields import Field, Kind, fields_of
from desktop_crm.models.text import search_words
from desktop_crm.storage import pages, search
from desktop_crm.storage.conditions import Condition
from desktop_crm.storage.order import Segment, is_by_relation, segments, table_class
from desktop_crm.storage.pages import Shape
from desktop_crm.storage.search import Way

__all__ = [
    "PAGE",
    "Condition",
    "ListRow",
    "Query",
    "anchors",
    "count",
    "custom_fields",
    "ids",
    "page",
    "table_class",
    "target_title",
    "totals",
]

PAGE = 200
_EVERY = (1 << 31) - 1  # more rows than any list has


@dataclass(frozen=True, slots=True)
class Query:
    """What a list shows. `conditions` must all hold; `sort` is an attribute, 'title' included."""

    entity: type[Record]
    search: str = ""
    conditions: tuple[Condition, ...] = ()
    sort: str = "title"
    descending: bool = False
    deleted: bool = False  # the recycle bin instead of the living records

    def sorted_by(self, sort: str, descending: bool = False) -> Query:
        """The same list in another order."""
        return replace(self, sort=sort, descending=descending)


class ListRow(NamedTuple):
    """One row: its id, version and title, its place in the list, and the values of the columns asked for.

    A relation's value is (id, title), or None. `place` and `segment` are for `page` only.
    """

    id: int
    version: int
    title: str
    place: tuple[Any, ...]
    values: tuple[Any, ...]
    segment: int = 0


def page(
    session: Session,
    query: Query,
    columns: Sequence[str],
    after: ListRow | None = None,
    limit: int = PAGE,
    *,
    backwards: bool = False,
) -> list[ListRow]:
    """The next rows after `after` (None: from the start), at most `limit` of them.

    With `backwards` the rows before it (None: the last ones), nearest first.
    """
    rows: list[ListRow] = []
    parts = list(enumerate(segments(query)))
    for number, segment in reversed(parts) if backwards else parts:
        if after is not None and (number > after.segment if backwards else number < after.segment):
            continue
        part = _Part(session, query, segment, number, tuple(columns), backwards)
        start = after if after is not None and number == after.segment else None
        for name in part.starts(start):
            rows += part.rows(name, start, limit - len(rows))
            if len(rows) >= limit:
                return rows
    return rows


def count(session: Session, query: Query) -> int:
    """How many rows the list has."""
    return int(_counted(session, query, ())[0])


def totals(session: Session, query: Query, columns: Sequence[str]) -> dict[str, Decimal]:
    """Sums of amount columns over the whole list."""
    if not columns:
        return {}
    found = _counted(session, query, tuple(columns))[1:]
    types: list[Any] = [query.entity.__table__.c[key].type for key in columns]
    sums = [pages.whole_sum(*pair) for pair in zip(found[::2], found[1::2], strict=True)]
    dialect = session.get_bind().dialect
    return {
        key: kind.process_result_value(whole, dialect) for key, kind, whole in zip(columns, types, sums, strict=True)
    }


def _counted(session: Session, query: Query, sums: tuple[str, ...]) -> Sequence[Any]:
    """Number of rows and sums, whatever the order."""
    words = Segment(tuple(search_words(query.search)))
    return _Part(session, query.sorted_by("title"), words, 0, ()).sums(sums)


def ids(session: Session, query: Query, limit: int | None = None) -> list[int]:
    """The ids of the whole list, in its order."""
    found: list[int] = []
    for number, segment in enumerate(segments(query)):
        part = _Part(session, query, segment, number, ())
        way = part.way_to_all()
        rows = {"rows": _EVERY if limit is None else limit - len(found)}
        found += session.scalars(pages.ids_statement(part.shape("beginning", way)), part.values(way) | rows)
    return found


def anchors(session: Session, query: Query, step: int) -> list[ListRow]:
    """Every `step`-th row (the last of each block), from which any page can be reached at once."""
    found: list[ListRow] = []
    carried = 0
    parts = segments(query)
    for number, segment in enumerate(parts):
        part = _Part(session, query, segment, number, ())
        here = list(part.steps(step, carried) if part.is_plain else part.numbered(step, carried))
        found += here
        if number + 1 < len(parts):
            carried = (carried + part.sums(())[0]) % step
    return found


def custom_fields(session: Session, module: str) -> dict[str, Field]:
    """The active custom fields of a module by key (`custom.<key>`), in their order."""
    rows = session.scalars(
        select(CustomField).where(CustomField.module == module, CustomField.active).order_by(CustomField.position)
    )
    return {(field := row.as_field()).key: field for row in rows}


def target_title(table: str) -> str:
    """The attribute a row of that table is called by."""
    return table_class(table).title_key


class _Part:
    """One segment of a list as it is read."""

    def __init__(
        self,
        session: Session,
        query: Query,
        segment: Segment,
        number: int,
        columns: tuple[str, ...],
        backwards: bool = False,
    ) -> None:
        self.session, self.query, self.segment, self.number = session, query, segment, number
        self.server = search.is_server(session)
        self._shape = Shape(
            replace(query, search=""),
            columns,
            len(segment.words),
            len(segment.unlike),
            segment.filled,
            self._hides_targets,
            server=self.server,
            backwards=backwards,
        )
        self._words = {
            f"{name}{place}": search.word_value(word, self.server)
            for name, words in (("word", segment.words), ("unlike", segment.unlike))
            for place, word in enumerate(words)
        }

    @property
    def _hides_targets(self) -> bool:
        """Whether the list is sorted by records of which the user may see a part only."""
        if not is_by_relation(self.query):
            return False
        target = table_class(fields_of(self.query.entity)[self.query.sort].target)
        return issubclass(target, Record) and not search.sees_all(self.session, target)

    @property
    def is_plain(self) -> bool:
        """Whether the segment is a stretch of one index, nothing left out but what is deleted."""
        return (
            not (self.segment.words or self.query.conditions or is_by_relation(self.query) or not self._walkable)
            and self._figures.scope == "all"
        )

    @property
    def _figures(self) -> search.Figures:
        return search.figures(self.session, self.query.entity)

    @property
    def _walkable(self) -> bool:
        """Whether an index has the order of the list."""
        sort, described = self.query.sort, fields_of(self.query.entity)
        if self.query.deleted or is_by_relation(self.query):
            return False
        return sort in ("title", "number") or (sort in described and described[sort].indexed)

    def starts(self, start: ListRow | None) -> tuple[str, ...]:
        """Where reading begins; after a row first with those that have the same value, where many have.

        SQLite begins at the value, not at the row: among 100,000 of the same status that would be a long way.
        """
        if start is None:
            return ("beginning",)
        if is_by_relation(self.query):
            return ("same", "later") if self.segment.filled else ("after",)
        valued = self.query.sort != "title" and self.segment.filled is not False
        return ("same", "later") if valued and not self.server else ("after",)

    def rows(self, name: str, start: ListRow | None, limit: int) -> list[ListRow]:
        """The next rows, the shortest way that has enough of them."""
        found: Sequence[Row[Any]] = []
        for way in self._ways(limit):
            statement = pages.page_statement(self.shape(name, way))
            values = self.values(way, start) | {"rows": limit, "budget": way.budget}
            found = self.session.execute(statement, values).all()
            if len(found) >= limit:
                break
        return self._listed(found)

    def shape(self, start: str, way: Way) -> Shape:
        """The statement's shape."""
        return replace(self._shape, start=start, way=way.name)

    def values(self, way: Way, start: ListRow | None = None) -> dict[str, Any]:
        """The parameters that words, place and way of a statement have."""
        values: dict[str, Any] = dict(self._words)
        if way.driver:
            values["driver"] = search.driver_value(way.driver, self.server)
        if way.name == "definer":
            values["patterns"] = [search.word_value(word, True) for word in self.segment.words]
        if start is not None:
            values |= {f"key{place}": value for place, value in enumerate(start.place)}
            values["last"] = start.id
        return values

    def _ways(self, limit: int) -> tuple[Way, ...]:
        known = self._figures
        if known.scope == "narrow":
            return (Way("narrow"),)
        if known.records <= search.SMALL or not (self.segment.words or self.query.conditions):
            return (Way("order"),)
        if not self.segment.words and self._is_of_one_owner:
            return (Way("order"),)
        if not self.segment.words:
            return (Way("walk", search.SMALL // 5), Way("order")) if self._may_walk else (Way("order"),)
        covered = self.query.sort == "title" and not self.query.conditions
        return search.ways(known, self.segment.words, limit, covered=covered, walkable=self._may_walk)

    @property
    def _may_walk(self) -> bool:
        """Whether a walk may meet enough rows: not where a condition names one record or another one's few."""
        return self._walkable and not any(map(self._is_narrow, self.query.conditions))

    @property
    def _is_of_one_owner(self) -> bool:
        """Whether the index by owner and name has the list just as it stands."""
        conditions = self.query.conditions
        single = len(conditions) == 1 and conditions[0].key == "owner_id" and len(conditions[0].values) == 1
        return single and conditions[0].operator in ("in", "equals") and self.query.sort == "title"

    def _is_narrow(self, condition: Condition) -> bool:
        if condition.key in ("id", "number", "tag"):
            return True
        described = fields_of(self.query.entity).get(condition.key)
        return (
            described is not None and described.kind == Kind.RELATION and described.target not in ("app_user", "team")
        )

    def way_to_all(self) -> Way:
        """The shortest way to every row of the segment."""
        known = self._figures
        if not self.segment.words or known.records <= search.SMALL or known.scope == "narrow":
            return Way("order")
        return search.ways(known, self.segment.words, known.records, covered=True, walkable=False)[-1]

    def sums(self, columns: tuple[str, ...]) -> Sequence[Any]:
        """How many rows the segment has, and the sums of some of its columns."""
        way = self.way_to_all()
        statement = pages.sums_statement(self.shape("beginning", way), columns)
        return self.session.execute(statement, self.values(way)).one()

    def numbered(self, step: int, carried: int) -> Iterator[ListRow]:
        """Every `step`-th row, by numbering them all."""
        way = self.way_to_all()
        statement: Select[Any] = pages.anchors_statement(self.shape("beginning", way))
        values = self.values(way) | {"step": step, "carried": carried}
        for row in self.session.execute(statement, values):
            yield self._anchor(row)

    def steps(self, step: int, carried: int) -> Iterator[ListRow]:
        """Every `step`-th row, by as many short walks along the index; the first ends a step that began before."""
        last = self._row_beyond(None, step - carried - 1)
        while last is not None:
            yield last
            last = self._row_beyond(last, step - 1)

    def _row_beyond(self, start: ListRow | None, skipped: int) -> ListRow | None:
        """The row after `skipped` others."""
        order = Way("order")
        values = self.values(order, start)
        for name in self.starts(start):
            shape = self.shape(name, order)
            row = self.session.execute(pages.place_statement(shape), values | {"skipped": skipped}).first()
            if row is not None:
                return self._anchor(row)
            if name == "same":
                skipped -= self.session.execute(pages.sums_statement(shape, ()), values).scalar_one()
        return None

    def _anchor(self, row: Row[Any]) -> ListRow:
        return ListRow(row[0], 0, "", tuple(row[1:]), (), self.number)

    def _listed(self, rows: Sequence[Any]) -> list[ListRow]:
        """The rows as the list takes them: related records with their titles, custom fields by their keys."""
        columns = self._shape.columns
        related = [place for place, key in enumerate(columns) if self._is_relation(key)]
        custom = [
            (place, key.removeprefix("custom.")) for place, key in enumerate(columns) if key.startswith("custom.")
        ]
        listed = []
        for row in rows:
            first = len(row) - len(columns) - len(related)
            last = first + len(columns)
            values: list[Any] = list(row[first:last])
            for place, title in zip(related, row[last:], strict=True):
                values[place] = None if values[place] is None else (values[place], title)
            for place, key in custom:
                values[place] = (values[place] or {}).get(key)
            number, version, title, *place_in_list = row[:first]
            listed.append(ListRow(number, version, title, tuple(place_in_list), tuple(values), self.number))
        return listed

    def _is_relation(self, key: str) -> bool:
        described = fields_of(self.query.entity).get(key)
        return described is not None and described.kind == Kind.RELATION
