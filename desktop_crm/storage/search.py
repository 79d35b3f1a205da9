"""How the rows of a search are reached fastest: along the list's own order, or by the index of words.

Whoever types a common word wants the first rows that have it: a walk along the list meets enough of them soon. A rare
word is looked up in the index of words, and its few rows are sorted. Which way is the shorter one is told by estimates
of how often words occur (`search_prefix`); a walk that takes longer than expected is given up for the index.
"""

from __future__ import annotations

import math
import re
import time
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from weakref import WeakKeyDictionary

from sqlalchemy import Engine, column, delete, func, insert, select, table, text
from sqlalchemy.orm import Session

from desktop_crm.models import RECORDS, PrefixCount, Record
from desktop_crm.storage import accounts
from desktop_crm.storage.conditions import escaped
from desktop_crm.storage.keys import whole
from desktop_crm.storage.restricted import sight_of

SMALL = 2_000  # records: a table that is read as a whole in no time
SAMPLE = 20_000  # records whose words are counted
FREQUENT = 500  # a beginning of words is kept where one in so many records has it
LONGEST = 12  # letters of a kept beginning
FRESH = 60.0  # seconds that figures read from the database are believed

_NO_LETTERS = re.compile("[\u19b0-\u19c9\u1cf2\u1cf3]")

WALKED, FETCHED, CANDIDATE = 1.0, 4.0, 3.5
"""What a row costs: in the index of names, in another order, and as a candidate of the index of words.

A candidate costs the more, the larger the table: its neighbours are not in the memory next to the processor.
"""


@dataclass(frozen=True, slots=True)
class Way:
    """One way to the rows: 'order' as the planner sees fit, 'walk' along the list for `budget` rows at most, 'index' by
    the words in `driver`, 'definer' the same by a function of the server, 'narrow' by the few owners one sees."""

    name: str
    budget: int = 0
    driver: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Figures:
    """What is known of a module's table: records, how many have words beginning so, and how much of it a user sees."""

    records: int
    prefixes: Mapping[str, int]
    scope: str

    def estimate(self, word: str) -> int:
        """Roughly how many records have a word that begins with `word`."""
        return max(1, self.prefixes.get(word[:LONGEST], self.records // FREQUENT // 4))


_known: WeakKeyDictionary[Engine, dict[str, tuple[float, Figures]]] = WeakKeyDictionary()


def figures(session: Session, entity: type[Record]) -> Figures:
    """What is known of the module; read once a minute."""
    known = _known.setdefault(session.get_bind().engine, {})
    read_at, found = known.get(entity.__tablename__, (0.0, None))
    if found is None or time.monotonic() - read_at > FRESH:
        found = _read_figures(session, entity)
        known[entity.__tablename__] = time.monotonic(), found
    return found


def _read_figures(session: Session, entity: type[Record]) -> Figures:
    module = entity.__tablename__
    records = session.scalar(select(func.max(whole(session, entity).c.id))) or 0
    scope = "all"
    if is_server(session):
        scope = session.scalar(text("SELECT crm_scope(:module)"), {"module": module}) or "all"
    prefixes: dict[str, int] = {}
    if records > SMALL and scope == "wide":
        prefixes = _seen_prefixes(session, entity, records)
    elif records > SMALL and scope == "all":
        kept = _kept_counts(session)  # of all records: only the way depends on it, nobody is told
        counts = select(kept.c.prefix, kept.c.records).where(kept.c.module == module)
        prefixes = {row.prefix: row.records for row in session.execute(counts)}
    return Figures(prefixes.pop("", records), prefixes, scope)


def _kept_counts(session: Session) -> Any:
    """The counts of words, also those that a user of a file does not see."""
    columns: list[Any] = [column("module"), column("prefix"), column("records")]
    return table(PrefixCount.__tablename__, *columns, schema=None if is_server(session) else "main")


def _seen_prefixes(session: Session, entity: type[Record], records: int) -> dict[str, int]:
    """How often words occur in a sample of the whole table, of which a user of a server sees their own rows only.

    The counts that are kept tell of hidden records, too, and are not for everybody.
    """
    share = min(100.0, 100.0 * SAMPLE / records)
    read = text(f"SELECT search_text FROM {entity.__tablename__} TABLESAMPLE SYSTEM (:share) REPEATABLE (1)")
    counts = _beginnings(session.scalars(read, {"share": share}), 2)
    return {beginning: int(count * 100 / share) for beginning, count in counts.items()}


def may_keep_up(session: Session) -> bool:
    """Whether the user may count words for everybody: whoever sees all of a file, an administrator of a server."""
    if is_server(session):
        return bool(session.scalar(text("SELECT crm_administers()")))
    sight = sight_of(session)
    return sight is None or sight.is_unlimited


def sees_all(session: Session, entity: type[Record]) -> bool:
    """Whether no record of the module is hidden from the user."""
    sight = sight_of(session)
    if sight is not None:
        return sight.allows("see", entity.__tablename__, entity.__tablename__) == "1"
    return figures(session, entity).scope == "all"


def is_server(session: Session) -> bool:
    """Whether the database is PostgreSQL."""
    return session.get_bind().dialect.name == "postgresql"


def word_value(word: str, server: bool) -> str:
    """What the stored text of a record has to have: a word that begins so."""
    return f"% {escaped(word)}%" if server else f" {word}"


def driver_value(words: Sequence[str], server: bool) -> str:
    """The words as the index of words is asked for them."""
    if server:
        return " & ".join(f"'{word}':*" for word in words)
    return " AND ".join(f'"{word}" *' for word in words)


def ways(found: Figures, words: Sequence[str], limit: int, *, covered: bool, walkable: bool) -> tuple[Way, ...]:
    """The ways to try one after the other until `limit` rows are found; the last one finds whatever there is.

    `covered` says that the walked index holds the words, `walkable` that the list's order has an index at all.
    """
    by_index = "definer" if found.scope == "wide" else "index"
    estimates = {word: found.estimate(word) for word in words}
    driver = _driver(estimates)
    row = WALKED if covered else FETCHED
    whole = Way("order")
    if not driver:
        return (Way("walk", SMALL), whole) if walkable and not covered else (whole,)
    price = estimates[driver[0]] * CANDIDATE * max(1.0, math.log10(max(found.records, 1)) - 4)
    last = whole if covered and price > found.records * row else Way(by_index, driver=driver)
    expected = _expected(found.records, estimates.values(), limit)
    if not walkable or (4 * expected * row > price and last is not whole):  # words that belong together stand far off
        return (last,)
    return Way("walk", _budget(expected, price / row / 2)), last


def _driver(estimates: Mapping[str, int]) -> tuple[str, ...]:
    """The words to look up: the rarest, and those that are not much more frequent; letters and digits only."""
    usable = sorted((count, word) for word, count in estimates.items() if is_indexed(word))
    return tuple(word for count, word in usable if count <= 2 * usable[0][0])


def is_indexed(word: str) -> bool:
    """Whether both indexes of words hold the word as one; SQLite takes some letters of New Tai Lue for marks."""
    return word.isalnum() and not _NO_LETTERS.search(word)


def _expected(records: int, estimates: Iterable[int], limit: int) -> float:
    """How many rows are walked until `limit` have all words, if the words have nothing to do with each other."""
    share = math.prod(min(count / max(records, 1), 1.0) for count in estimates)
    return min(limit / max(share, 1e-9), 1e9)


def _budget(expected: float, most: float) -> int:
    return int(min(5 * expected + 1000, max(most, 1000)))


# ---------------------------------------------------------------- upkeep
def needs_upkeep(session: Session, entity: type[Record]) -> bool:
    """Whether the module has grown or shrunk by more than a fifth since its words were counted, and one may count."""
    if not may_keep_up(session):
        return False
    records = session.scalar(select(func.max(whole(session, entity).c.id))) or 0
    counted = select(PrefixCount.records).where(PrefixCount.module == entity.__tablename__, PrefixCount.prefix == "")
    known = session.scalar(counted) or 0
    return records > SMALL and abs(records - known) > known / 5


def count_words(session: Session, entity: type[Record]) -> None:
    """Count the beginnings of words in a sample of the module's records; a server's planner looks at the table, too.

    SQLite's does without: by averages it takes the index of a mostly empty reference for useless, and reads the table.
    """
    module = entity.__tablename__
    session.execute(delete(PrefixCount).where(PrefixCount.module == module))
    records = session.scalar(select(func.max(entity.id))) or 0
    if records > SMALL:
        texts = _sample(session, entity, max(1, records // SAMPLE))
        scale = records / max(len(texts), 1)
        counts = _beginnings(texts, max(3, len(texts) // FREQUENT))
        rows = [{"module": module, "prefix": p, "records": int(n * scale)} for p, n in counts.items()]
        session.execute(insert(PrefixCount), [*rows, {"module": module, "prefix": "", "records": records}])
    if is_server(session) and accounts.is_owner(session):  # for others the server's own upkeep does it
        session.execute(text(f"ANALYZE {module}"))
    _known.pop(session.get_bind().engine, None)


def _sample(session: Session, entity: type[Record], step: int) -> Sequence[str]:
    """The words of every `step`-th record, by id."""
    chosen = select(entity.search_text).where(entity.id % step == 0, entity.deleted_at.is_(None))
    return session.scalars(chosen).all()


def _beginnings(texts: Iterable[str], least: int) -> dict[str, int]:
    """How many of the texts have a word that begins so, where at least `least` have."""
    counts: Counter[str] = Counter()
    for words in texts:
        counts.update({word[:size] for word in words.split() for size in range(1, min(len(word), LONGEST) + 1)})
    return {beginning: number for beginning, number in counts.items() if number >= least}


def rebuild(session: Session, entity: type[Record]) -> None:
    """Make the index of a module's words anew from its records."""
    module = entity.__tablename__
    if is_server(session):
        session.execute(text(f"REINDEX INDEX ix_{module}_words"))
    else:
        session.execute(text(f"INSERT INTO {module}_words({module}_words) VALUES ('rebuild')"))
    count_words(session, entity)


def keep_up(session: Session) -> None:
    """Count the words anew where that is due."""
    for entity in RECORDS:
        if needs_upkeep(session, entity):
            count_words(session, entity)


def is_words_part(name: str | None) -> bool:
    """Whether a table or index is part of an index of words, which mapped classes know nothing of."""
    stem, words, rest = (name or "").removeprefix("ix_").partition("_words")
    shadows = ("", "_data", "_idx", "_config", "_docsize", "_content")
    return bool(words) and stem in {entity.__tablename__ for entity in RECORDS} and rest in shadows
