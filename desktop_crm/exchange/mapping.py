"""Guess which column of a sheet is which field, from the words above it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from desktop_crm.exchange.headers import Header
from desktop_crm.models.text import fold

SURE = 60  # a lower score is left to the user
_EXACT = 90  # from here on the column bears one of the field's own names
_CLOSE = 4  # two fields this near to each other are a doubt
_FILLERS = frozenset("cua va the of so ma ten".split())  # words that alone tell nothing
_QUALIFIERS = re.compile(r"\b(?:cong ty|cty|khach hang|kh|lien he|don vi|doanh nghiep|chinh|1)\b")
_REMARK = re.compile(r"\([^)]*\)|\*")

Target = tuple[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Guess:
    """A column taken for a field: how sure (0–100) and which of the field's names it resembles."""

    header: int
    field: str
    score: float
    name: str


def guess(headers: Iterable[Header], targets: Iterable[Target]) -> dict[int, str]:
    """Header index -> field key, each used once; what is not sure is left out."""
    return {found.header: found.field for found in explain(headers, targets)}


def explain(headers: Iterable[Header], targets: Iterable[Target]) -> list[Guess]:
    """The guesses with their reasons, best first: together the best one-to-one choice, doubtful ones left out.

    A target is (field key, its names, the official ones first).
    """
    targets = list(targets)
    table = [[_best(header, target) for target in targets] for header in headers]
    weights = [[guess.score**3 if guess.score >= SURE else 0.0 for guess in row] for row in table]
    chosen = [table[row][column] for row, column in assignment(weights)]
    used = {found.field for found in chosen}
    sure = [found for found in chosen if not _doubtful(found, table, used)]
    return sorted(sure, key=lambda found: -found.score)


def _doubtful(found: Guess, table: Sequence[Sequence[Guess]], used: set[str]) -> bool:
    """Whether a field nobody took fits the same column nearly as well and neither is named exactly."""
    row = next(row for row in table if row and row[0].header == found.header)
    rivals = (rival.score for rival in row if rival.field not in used)
    return found.score < _EXACT and any(found.score - score < _CLOSE for score in rivals)


def assignment(weights: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """(row, column) pairs of positive weight with the greatest sum, no row or column twice.

    Each row in turn takes a column over an augmenting path of the best gain, as in the Hungarian method.
    """
    rows, columns = len(weights), len(weights[0]) if weights else 0
    size = max(rows, columns)
    cost = [[-weights[r][c] if r < rows and c < columns else 0.0 for c in range(size)] for r in range(size)]
    owner = _assigned(cost, size)
    return [(r, c) for c, r in enumerate(owner) if r < rows and c < columns and weights[r][c] > 0]


def _assigned(cost: Sequence[Sequence[float]], size: int) -> list[int]:
    """Row of each column in the cheapest full assignment of a square table (Kuhn and Munkres, with potentials)."""
    row_price, column_price = [0.0] * (size + 1), [0.0] * (size + 1)
    owner = [size] * (size + 1)  # `size` stands for nobody
    for row in range(size):
        owner[size], column = row, size
        least, came_from, done = [float("inf")] * size, [size] * size, [False] * (size + 1)
        while owner[column] != size or column == size:
            done[column], current = True, owner[column]
            for c in range(size):
                if not done[c] and (gap := cost[current][c] - row_price[current] - column_price[c]) < least[c]:
                    least[c], came_from[c] = gap, column
            step, following = min((least[c], c) for c in range(size) if not done[c])
            for c in range(size + 1):
                if done[c]:
                    row_price[owner[c]] += step
                    column_price[c] -= step
                elif c < size:
                    least[c] -= step
            column = following
        while column != size:
            owner[column], column = owner[came_from[column]], came_from[column]
    return owner[:size]


def _best(header: Header, target: Target) -> Guess:
    field, names = target
    scored = ((_score(title, name) - place / 10, name) for place, name in enumerate(names) for title in _titles(header))
    score, name = max(scored, default=(0.0, ""))
    return Guess(header.index, field, round(score, 2), name)


def _titles(header: Header) -> tuple[tuple[str, int], ...]:
    """The folded forms of a title, each with a penalty: whole, without remarks, without qualifying words."""
    whole = fold(header.text)
    bare = fold(_REMARK.sub(" ", header.text))
    last = fold(_REMARK.sub(" ", header.text.split(" · ")[-1]))
    return (whole, 0), (bare, 1), (last, 3), (" ".join(_QUALIFIERS.sub(" ", bare).split()), 8)


@lru_cache(maxsize=50_000)
def _score(title: tuple[str, int], name: str) -> float:
    text, penalty = title
    return _likeness(text, fold(name)) - penalty


def _likeness(title: str, name: str) -> float:
    """100 for the same words, less for shared words, shared letters, one holding the other; 0 for strangers."""
    if not title or not name:
        return 0
    if title == name:
        return 100
    if title.replace(" ", "") == name.replace(" ", ""):
        return 97
    return max(_shared_words(title.split(), name.split()), _shared_letters(title, name))


def _shared_words(title: Sequence[str], name: Sequence[str]) -> float:
    shared = set(title) & set(name)
    if not shared - _FILLERS:
        return 0
    every = set(title) | set(name)
    score = 90 * len(shared) / len(every)
    return score + 6 if title[: len(name)] == list(name) or title[-len(name) :] == list(name) else score


def _shared_letters(title: str, name: str) -> float:
    """Misspellings: how many pairs of letters are shared, for titles long enough to tell."""
    if min(len(title), len(name)) < 5:
        return 0
    mine, theirs = _letter_pairs(title), _letter_pairs(name)
    likeness = 2 * sum(min(count, theirs.get(pair, 0)) for pair, count in mine.items())
    return max(0.0, 88 * likeness / (len(title) + len(name) - 2))


def _letter_pairs(text: str) -> Mapping[str, int]:
    pairs: dict[str, int] = {}
    for place in range(len(text) - 1):
        pairs[text[place : place + 2]] = pairs.get(text[place : place + 2], 0) + 1
    return pairs
