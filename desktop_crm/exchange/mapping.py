"""Guess which column of a sheet is which field, from the words above it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

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
    known = [(field, [(_phrase(name), name) for name in names]) for field, names in targets]
    table = [
        [_best(header.index, titles, field, names) for field, names in known]
        for header in headers
        if (titles := _titles(header.text))
    ]
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


def _best(header: int, titles: Sequence[tuple[Phrase, int]], target: str, names: Sequence[tuple[Phrase, str]]) -> Guess:
    """How well a field fits a column: by the best of its names, the earlier ones a little before the later."""
    score, said = 0.0, ""
    for place, (phrase, name) in enumerate(names):
        for title, penalty in titles:
            likeness = _likeness(title, phrase) - penalty - place / 10
            if likeness > score:
                score, said = likeness, name
    return Guess(header, target, round(score, 2), said)


class Phrase(NamedTuple):
    """A folded title, with what it is compared by."""

    text: str
    words: tuple[str, ...]
    squeezed: str
    pairs: Mapping[str, int]


@lru_cache(maxsize=4096)
def _phrase(text: str) -> Phrase:
    folded = fold(text)
    pairs = Counter(folded[place : place + 2] for place in range(len(folded) - 1))
    return Phrase(folded, tuple(folded.split()), folded.replace(" ", ""), pairs)


def _titles(text: str) -> list[tuple[Phrase, int]]:
    """The forms of a title, each with a penalty: whole, without remarks, its last line, without qualifying words."""
    bare = _REMARK.sub(" ", text)
    last = bare.split(" · ")[-1]
    forms = ((text, 0), (bare, 1), (last, 3), (_QUALIFIERS.sub(" ", fold(last)), 8))
    found: dict[str, tuple[Phrase, int]] = {}
    for form, penalty in forms:
        phrase = _phrase(form)
        found.setdefault(phrase.text, (phrase, penalty))
    found.pop("", None)
    return list(found.values())


def _likeness(title: Phrase, name: Phrase) -> float:
    """100 for the same words, less for shared words, shared letters, one holding the other; 0 for strangers."""
    if title.text == name.text:
        return 100
    if title.squeezed == name.squeezed:
        return 97
    return max(_shared_words(title.words, name.words), _shared_letters(title, name))


def _shared_words(title: tuple[str, ...], name: tuple[str, ...]) -> float:
    shared = set(title).intersection(name)
    if not shared or shared <= _FILLERS:
        return 0
    score = 90 * len(shared) / len({*title, *name})
    return score + 6 if title[: len(name)] == name or title[-len(name) :] == name else score


def _shared_letters(title: Phrase, name: Phrase) -> float:
    """Misspellings: how many pairs of letters are shared, for titles long enough to tell."""
    short, long = sorted((len(title.text), len(name.text)))
    if short < 5 or 2 * 88 * (short - 1) < SURE * (short + long - 2):
        return 0  # even if every letter of the shorter one were shared
    likeness = 2 * sum(min(count, name.pairs.get(pair, 0)) for pair, count in title.pairs.items())
    return 88 * likeness / (short + long - 2)
