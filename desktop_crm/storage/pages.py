"""The statements behind a list; built once for each shape of a list, with words, places and limits as parameters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    ARRAY,
    BigInteger,
    ColumnElement,
    Integer,
    Select,
    String,
    Text,
    and_,
    any_,
    bindparam,
    cast,
    column,
    exists,
    func,
    literal,
    literal_column,
    not_,
    select,
    table,
    tuple_,
    type_coerce,
    union,
)

from desktop_crm.models.fields import Kind, fields_of
from desktop_crm.storage.conditions import holds, needed
from desktop_crm.storage.order import (
    has_value,
    is_by_relation,
    ordered,
    sort_column,
    sort_value,
    table_class,
    target_columns,
)

if TYPE_CHECKING:
    from desktop_crm.storage.listing import Query

_ROWS = bindparam("rows", type_=Integer)
_HALF = literal_column(str(10**9), BigInteger)


def whole_sum(high: int | None, low: int | None) -> int:
    """The sum of stored amounts from the sums of their billions and of the rest.

    SQLite adds up to 64 bits only: with four decimals that is no more than 922,000 billion, and then it gives up.
    """
    return int(high or 0) * 10**9 + int(low or 0)


@dataclass(frozen=True, slots=True)
class Shape:
    """What the text of a statement depends on.

    `query` goes without its search: `words` says how many words there are, `unlike` how many must not be there all at
    once, `filled` is that of the segment. With `hidden` some records that a relation points to are hidden from the
    user; what points to them stands among what has no value. `start` is 'beginning', 'after' a row, or in two parts:
    the 'same' value (or target of a relation) as that row's, and 'later' ones. `way` is the name of a `search.Way`.
    """

    query: Query
    columns: tuple[str, ...] = ()
    words: int = 0
    unlike: int = 0
    filled: bool | None = None
    hidden: bool = False
    start: str = "beginning"
    way: str = "order"
    server: bool = False
    backwards: bool = False

    @property
    def descending(self) -> bool:
        """The direction in which the keys run."""
        return self.query.descending != self.backwards


@lru_cache(maxsize=512)
def page_statement(shape: Shape) -> Select[Any]:
    """A page: id, version, title, the keys of the place, the columns asked for, and the titles of those related."""
    return _Parts(shape).page()


@lru_cache(maxsize=256)
def place_statement(shape: Shape) -> Select[Any]:
    """Id and keys of the row that comes `skipped` rows after the start."""
    parts = _Parts(shape)
    found = parts.found().order_by(*parts.order_by)
    return found.limit(1).offset(bindparam("skipped", type_=Integer))


@lru_cache(maxsize=256)
def anchors_statement(shape: Shape) -> Select[Any]:
    """Id and keys of every `step`-th row of a segment, of which `carried` rows stand before its first."""
    parts = _Parts(shape)
    place = func.row_number().over(order_by=parts.order_by).label("place")
    numbered = parts.found().add_columns(place).subquery()
    kept = [column for column in numbered.c if column.key != "place"]
    step, carried = bindparam("step", type_=Integer), bindparam("carried", type_=Integer)
    return select(*kept).where((numbered.c.place + carried) % step == 0).order_by(numbered.c.place)


@lru_cache(maxsize=256)
def ids_statement(shape: Shape) -> Select[Any]:
    """The ids of a segment in its order, at most `rows` of them."""
    parts = _Parts(shape)
    return parts.found(keys=False).order_by(*parts.order_by).limit(_ROWS)


@lru_cache(maxsize=256)
def sums_statement(shape: Shape, sums: tuple[str, ...]) -> Any:
    """How many rows a segment has, and for each amount column two sums of whole numbers: see `whole_sum`."""
    parts = _Parts(shape)
    found = parts.found(keys=False)
    stored = [type_coerce(parts.table.c[key], BigInteger) for key in sums]
    every = [func.count(), *(func.sum(part) for one in stored for part in (one // _HALF, one % _HALF))]
    if shape.words or shape.query.conditions:
        return found.with_only_columns(*every)
    return select(*(found.with_only_columns(one).scalar_subquery() for one in every))  # each reads an index of its own


class _Parts:
    """The pieces of the statements of one shape."""

    def __init__(self, shape: Shape) -> None:
        self.shape, self.query = shape, shape.query
        self.table: Any = shape.query.entity.__table__
        self.by_target = is_by_relation(self.query) and shape.filled is not False

    # -- order

    @cached_property
    def target(self) -> tuple[Any, ColumnElement[Any]]:
        """The table whose names sort the list, and the column of its names."""
        return target_columns(self.query)

    @cached_property
    def keys(self) -> list[ColumnElement[Any]]:
        """What tells the place of a row in its segment, before its id."""
        if self.by_target:
            return [self.target[1], self.target[0].c.id, self.table.c.title_sort]
        if is_by_relation(self.query):
            return [self.table.c.title_sort]
        return [] if self.shape.filled is False else [sort_value(self.query, self.table.c)]

    @property
    def order_by(self) -> list[ColumnElement[Any]]:
        """The order in full; begun with a constant column where the index to walk along begins with it."""
        columns, shape = self.table.c, self.shape
        if shape.start == "same" and self.by_target:
            return ordered([columns.title_sort, columns.id], shape.descending)
        constant = shape.filled is False and not shape.hidden
        leading = [columns[sort_column(self.query.entity, self.query.sort)]] if constant else []
        return ordered([*leading, *self.keys, columns.id], shape.descending)

    def _labelled(self) -> list[ColumnElement[Any]]:
        return [key.label(f"key{number}") for number, key in enumerate(self.keys)]

    # -- which rows

    def _segment(self) -> list[ColumnElement[bool]]:
        """The rows of the segment from the start on, whatever is searched."""
        deleted, filled = self.table.c.deleted_at, self.shape.filled
        living = deleted.is_not(None) if self.query.deleted else deleted.is_(None)
        gap = [] if filled is None or self.by_target else [self._has_value(filled)]
        if filled and self.shape.start in ("after", "same", "later") and not self.shape.descending:
            gap = []  # what comes after a value has one; SQLite would begin with the first value, not with that one
        return [living, *gap, *self._past()]

    def _has_value(self, filled: bool) -> ColumnElement[bool]:
        if not self.shape.hidden:
            return has_value(self.query, self.table.c, filled)
        seen = select(self.target[0].c.id).where(self.target[0].c.id == self.table.c[self.query.sort])
        return not_(exists(seen.correlate(self.table)))

    def _past(self) -> list[ColumnElement[bool]]:
        columns, start = self.table.c, self.shape.start
        if start == "beginning":
            return []
        if start == "same" and not self.by_target:
            same = self.keys[0] == bindparam("key0", type_=self.keys[0].type)
            return [same, self._beyond([columns.id], ["last"])]
        if start == "same":
            same = columns[self.query.sort] == bindparam("key1", type_=BigInteger)
            return [same, self._beyond([columns.title_sort, columns.id], ["key2", "last"])]
        if start == "later":
            return [self._beyond(self.keys[:2], ["key0", "key1"][: len(self.keys)])]
        names = [f"key{number}" for number in range(len(self.keys))]
        return [self._beyond([*self.keys, columns.id], [*names, "last"])]

    def _beyond(self, keys: Sequence[ColumnElement[Any]], names: Sequence[str]) -> ColumnElement[bool]:
        bounds = [bindparam(name, type_=key.type) for name, key in zip(names, keys, strict=True)]
        here: Any = tuple_(*keys) if len(keys) > 1 else keys[0]
        there: Any = tuple_(*bounds) if len(keys) > 1 else bounds[0]
        return here < there if self.shape.descending else here > there

    def _matching(self, columns: Any) -> list[ColumnElement[bool]]:
        """Words and conditions, on the table's columns or on those of a subquery."""
        words = [self._has(columns, f"word{number}") for number in range(self.shape.words)]
        unlike = [self._has(columns, f"unlike{number}") for number in range(self.shape.unlike)]
        conditions = [holds(self.query.entity, columns, condition) for condition in self.query.conditions]
        return [*words, *([not_(and_(*unlike))] if unlike else []), *conditions]

    def _has(self, columns: Any, name: str) -> ColumnElement[bool]:
        word = bindparam(name, type_=String)
        if self.shape.server:
            return columns.search_text.like(word)
        return func.instr(columns.search_text, word) > 0

    # -- where they are looked for

    def found(self, *, keys: bool = True) -> Select[Any]:
        """Id (and keys) of the rows, in no order."""
        statement = select(self.table.c.id, *(self._labelled() if keys else ())).select_from(self._source())
        return statement.where(*self._segment(), *self._matching(self.table.c), *self._looked_up())

    def _source(self) -> Any:
        if not self.by_target:
            return self.table
        target, _ = self.target
        row = target.c.id
        if not self.shape.server and self.shape.way == "order" and self.shape.start != "same":
            row = row.op("+")(0)  # no lookup by id for SQLite: it begins with the names, in their order
        return self.table.join(target, row == self.table.c[self.query.sort])

    def _looked_up(self) -> list[ColumnElement[bool]]:
        """What reads the index of words; adding 0 keeps SQLite from asking that index for one row after the other."""
        name, way, driver = f"{self.table.name}_words", self.shape.way, bindparam("driver", type_=String)
        if way == "definer":
            patterns = bindparam("patterns", type_=ARRAY(Text))
            ids = getattr(func, f"crm_find_{self.table.name}")(driver, patterns).column_valued("id")
            return [self.table.c.id.in_(select(ids))]
        if way != "index":
            return []
        if self.shape.server:
            from sqlalchemy.dialects.postgresql import TSQUERY  # a local file never loads that dialect

            return [func.crm_words(self.table.c.search_text).op("@@")(cast(driver, TSQUERY))]
        words = table(name, column("rowid", Integer))
        return [self.table.c.id == words.c.rowid.op("+")(0), literal_column(name).op("MATCH")(driver)]

    # -- a page

    def page(self) -> Select[Any]:
        """The rows of a page, at most `rows`."""
        if self.shape.way == "order":
            found = self._shown(self._source()).where(*self._segment(), *self._matching(self.table.c))
        else:
            hits = {"walk": self._walked, "narrow": self._owned}.get(self.shape.way, self._candidates)()
            found = self._shown(self._source().join(hits, hits.c.id == self.table.c.id))
        return found.order_by(*self.order_by).limit(_ROWS)

    def _candidates(self) -> Any:
        """The first ids of all that the index of words gives; the server must not take the list's order instead."""
        found = self.found()
        if not self.shape.server:
            return found.with_only_columns(self.table.c.id).order_by(*self.order_by).limit(_ROWS).subquery("hits")
        every = found.cte("every").prefix_with("MATERIALIZED")
        order = ordered([*(every.c[key.name] for key in self._labelled()), every.c.id], self.shape.descending)
        return select(every.c.id).order_by(*order).limit(_ROWS).subquery("hits")

    def _walked(self) -> Any:
        """The ids that a walk along the list meets within `budget` rows; it ends when there are enough."""
        names = {"id", *(["search_text"] if self.shape.words else ()), *map(needed, self.query.conditions)}
        wanted = [self.table.c[name] for name in sorted(names)]
        budget = bindparam("budget", type_=Integer)
        walk = select(*wanted).where(*self._segment()).order_by(*self.order_by).limit(budget).subquery("walk")
        return select(walk.c.id).where(*self._matching(walk.c)).limit(_ROWS).subquery("hits")

    def _owned(self) -> Any:
        """The first ids of each of a few owners, and those of single records shared with the user."""
        module = literal(self.table.name)
        mine = select(func.crm_owners(module, type_=ARRAY(BigInteger))).scalar_subquery()
        owner = func.unnest(mine).table_valued("owner", name="owner")
        of_one = self.found().where(self.table.c.owner_id == owner.c.owner).order_by(*self.order_by).limit(_ROWS)
        each = of_one.correlate(owner).lateral("each")
        ids = select(func.crm_shared(module, type_=ARRAY(BigInteger))).scalar_subquery()
        shared = self.found().where(self.table.c.id == any_(cast(ids, ARRAY(BigInteger))))
        every = union(select(*each.c).select_from(owner).join(each, literal(True)), shared)
        hits = every.cte("every").prefix_with("MATERIALIZED")
        order = ordered([*(hits.c[key.name] for key in self._labelled()), hits.c.id], self.shape.descending)
        return select(hits.c.id).order_by(*order).limit(_ROWS).subquery("hits")

    def _shown(self, source: Any) -> Select[Any]:
        """Everything a row of the list shows."""
        columns = self.table.c
        wanted: list[Any] = [columns.id, columns.version, columns.title, *self._labelled()]
        titles: list[Any] = []
        for number, key in enumerate(self.shape.columns):
            described = fields_of(self.query.entity).get(key)
            if described is not None and described.kind == Kind.RELATION:
                other_class = table_class(described.target)
                other = other_class.__table__.alias(f"of{number}")
                source = source.outerjoin(other, other.c.id == columns[key])
                wanted.append(other.c.id)
                titles.append(other.c[other_class.title_key])
            else:
                wanted.append(columns.custom if key.startswith("custom.") else columns[key])
        return select(*wanted, *titles).select_from(source)
