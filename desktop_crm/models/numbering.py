"""Numbers of documents from patterns such as BG-{yyyy}-{0000}.

Tokens are {yyyy} {yy} {mm} {dd} of the document's date and the counter, {0} to {0000000000}: as many zeros as it
has digits at least. The counter starts again at 1 whenever the dated part changes.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from desktop_crm.i18n import mark
from desktop_crm.models.entry import EntryError

PATTERN_LENGTH = 40

_TOKEN = re.compile(r"\{([^{}]*)\}")
_COUNTER = re.compile(r"0{1,10}")
_DATED: dict[str, Callable[[date], str]] = {
    "yyyy": lambda day: f"{day.year:04}",
    "yy": lambda day: f"{day.year % 100:02}",
    "mm": lambda day: f"{day.month:02}",
    "dd": lambda day: f"{day.day:02}",
}
_PERIODS = (({"yyyy", "yy"}, "yyyy"), ({"mm"}, "mm"), ({"dd"}, "dd"))


class PatternError(EntryError):
    """A pattern cannot number documents; the message says why."""

    message = mark("Numbering", "The pattern {text} needs one counter, for example {{0000}}.")
    unknown = mark(
        "Numbering", "{token} in the pattern {text} is unknown. Use {{yyyy}}, {{yy}}, {{mm}}, {{dd}}, {{0000}}."
    )
    braces = mark("Numbering", "A brace in the pattern {text} is not closed or not opened.")
    repeats = mark(
        "Numbering", "The pattern {text} has a month without a year or a day without a month: numbers would repeat."
    )
    length = mark("Numbering", "The pattern {text} is longer than {limit} characters.")
    invisible = mark("Numbering", "The pattern {text} has spaces at an end or characters that cannot be seen.")


class Numbered(NamedTuple):
    """What an existing number says: the period it was given in and its count."""

    period: str
    n: int


def check_pattern(pattern: str) -> None:
    """Raise `PatternError`, with a message for people, unless `pattern` can number documents."""
    tokens = _TOKEN.findall(pattern)
    fault = _form_fault(pattern) or _token_fault(pattern, tokens)
    if fault:
        raise fault


def _form_fault(pattern: str) -> PatternError | None:
    if len(pattern) > PATTERN_LENGTH:
        return PatternError(pattern, PatternError.length, limit=PATTERN_LENGTH)
    if pattern != pattern.strip() or not pattern.isprintable():
        return PatternError(pattern, PatternError.invisible)
    rest = _TOKEN.sub("", pattern)
    return PatternError(pattern, PatternError.braces) if "{" in rest or "}" in rest else None


def _token_fault(pattern: str, tokens: list[str]) -> PatternError | None:
    for token in tokens:
        if token not in _DATED and not _COUNTER.fullmatch(token):
            return PatternError(pattern, PatternError.unknown, token="{" + token + "}")
    if sum(token not in _DATED for token in tokens) != 1:
        return PatternError(pattern)
    year, month, day = (bool(names & set(tokens)) for names, _ in _PERIODS)
    return PatternError(pattern, PatternError.repeats) if (month and not year) or (day and not month) else None


def render(pattern: str, day: date, n: int) -> str:
    """The number with count `n` on a day: render("BG-{yyyy}-{0000}", date(2026, 3, 5), 7) is BG-2026-0007."""
    return _TOKEN.sub(lambda found: _written(found[1], day, n), pattern)


def _written(token: str, day: date, n: int) -> str:
    return _DATED[token](day) if token in _DATED else str(n).zfill(len(token))


def period_key(pattern: str, day: date) -> str:
    """The period a counter runs in: "2026", "2026-03" or "2026-03-05", '' for a counter that never starts again."""
    tokens = set(_TOKEN.findall(pattern))
    return "-".join(_DATED[name](day) for names, name in _PERIODS if names & tokens)


def parse(pattern: str, number: str) -> Numbered | None:
    """Period and count of a number that follows the pattern, None for any other text. {yy} is of this century."""
    found = re.fullmatch(_expression(pattern), number)
    if not found:
        return None
    parts = found.groupdict()
    if not (1 <= int(parts.get("mm") or 1) <= 12 and 1 <= int(parts.get("dd") or 1) <= 31):
        return None
    year = parts.get("yyyy") or ("20" + parts["yy"] if "yy" in parts else None)
    return Numbered("-".join(part for part in (year, parts.get("mm"), parts.get("dd")) if part), int(parts["n"]))


def _expression(pattern: str) -> str:
    seen: set[str] = set()
    pieces = _TOKEN.split(pattern)  # text and tokens take turns
    return "".join(_piece(piece, seen) if place % 2 else re.escape(piece) for place, piece in enumerate(pieces))


def _piece(token: str, seen: set[str]) -> str:
    if token not in _DATED:
        return f"(?P<n>[0-9]{{{len(token)},}})"
    if token in seen:
        return f"(?P={token})"
    seen.add(token)
    return f"(?P<{token}>[0-9]{{{len(token)}}})"
