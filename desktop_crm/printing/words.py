"""Texts of one or several types, broken into lines as reportlab's paragraphs break them.

A paragraph reads its text as markup, keeps it as fragments and breaks it anew each time it is asked for its height: a
frame, a KeepTogether and a table's cell ask two or three times. Most texts of a document are a few plain words. Here
the types are given beside the texts and the lines are kept. What is set in justified lines is still a paragraph's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from desktop_crm.printing.fonts import advance, text_width
from desktop_crm.printing.pen import Pen, Run, Type
from desktop_crm.printing.placed import Placed
from desktop_crm.printing.styles import Align

Line = tuple[float, list[Run]]
"""A line's width and what stands on it."""

_SHARE = {"left": 0.0, "center": 0.5, "right": 1.0}
_SAME = 0.001  # points: a width that was added up another way
_SHRINK = 0.05  # of its width: what a space may lose for one more word on the line
_SPACE = re.compile(r"[^\S\xa0]+")  # a no-break space is a letter


class Words(Placed):
    """Hard lines of runs; each hard line is broken where it is too long, inside a word only where it must be."""

    def __init__(
        self,
        paragraphs: Sequence[Sequence[Run]],
        leading: float,
        align: Align = "left",
        *,
        before: float = 0,
        after: float = 0,
        indent: float = 0,
        bullet: Run | None = None,
        keep: bool = False,
    ) -> None:
        self.paragraphs, self.leading, self.align = paragraphs, leading, align
        self.before, self.after, self.keepWithNext = before, after, keep
        self.indent, self.bullet = indent, bullet
        self.lines: list[Line] = []
        self._first = indent  # where the first line starts

    @classmethod
    def line(cls, text: str, kind: Type, leading: float, align: Align, width: float) -> Words:
        """A text that is `width` wide, stands on one line and is not looked at further."""
        words = cls((), leading, align)
        words.lines = [(width, [(text, kind)])]
        return words

    def wrap(self, width: float, height: float = 0) -> tuple[float, float]:
        """All of the width, and as many lines as it takes."""
        if self.paragraphs and (not self.lines or abs(width - self.width) > _SAME):
            self.lines = self._broken(width)
        self.width, self.height = width, len(self.lines) * self.leading
        return width, self.height

    def _broken(self, width: float) -> list[Line]:
        if self.bullet:
            text, kind = self.bullet
            self._first = max(self.indent, text_width(text, kind.font, kind.size) + 0.6 * kind.size)
        rooms = [width - self._first, width - self.indent]
        lines: list[Line] = []
        for runs in self.paragraphs:
            lines += broken(runs, *rooms) or [(0, [])]
            rooms[0] = rooms[1]
        return lines if any(runs for _, runs in lines) else []

    def split(self, width: float, height: float) -> list[Words]:
        """Two parts of which the first fits `height`, neither of a single line; none where that cannot be."""
        if not self.lines:
            self.wrap(width)
        fit, count = int(height / self.leading), len(self.lines)
        if fit >= count:
            return [self]
        if fit == count - 1:
            fit -= 1 if count > 3 else count
        if fit <= 1 and fit < count:
            return []
        return [self._part(slice(None, fit)), self._part(slice(fit, None))]

    def _part(self, lines: slice) -> Words:
        part = Words((), self.leading, self.align, before=self.before, after=self.after, indent=self.indent)
        part.lines, part.width = self.lines[lines], self.width
        if not lines.start:
            part.bullet, part._first = self.bullet, self._first
        return part

    def put(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Line below line; the first baseline is as far below the top as its letters are high."""
        if not self.lines:
            return
        y = top - max((kind.size for _, kind in self.lines[0][1]), default=0)
        if self.bullet:
            pen.text(x, y, [self.bullet])
        share, start = _SHARE[self.align], self._first
        for used, runs in self.lines:
            if runs:
                slack = width - start - used
                pen.text(x + start + share * max(slack, 0), y, runs, min(slack, 0))
            y -= self.leading
            start = self.indent


def broken(runs: Sequence[Run], first: float, later: float) -> list[Line]:
    """The lines of a hard line; `first` and `later` are the widths of its first and its further lines."""
    if len(runs) == 1:
        text, kind = runs[0]
        text = " ".join(_words(text))
        whole = text_width(text, kind.font, kind.size)
        if whole <= first:
            return [(whole, [(text, kind)])] if text else []
    found = _Lines(first, later)
    for text, kind in runs:
        found.add(text, kind)
    return found.ended()


class _Lines:
    """Lines while they are filled word by word."""

    def __init__(self, first: float, later: float) -> None:
        self._lines: list[Line] = []
        self._room, self._later = first, later
        self._runs: list[tuple[list[str], Type]] = []
        self._used = 0.0
        self._count = 0  # words on the line

    def add(self, text: str, kind: Type) -> None:
        """A run behind what is there, after a space."""
        width, scale = advance(kind.font), 0.001 * kind.size
        space = scale * width(" ")
        for word in _words(text):
            wide = scale * sum(map(width, word))
            wanted = self._used + (space if self._runs else 0) + wide
            if wanted <= self._room + _SHRINK * space * self._count:
                self._append(word, kind, wanted)
            elif wide > self._room:
                self._cut(word, kind, wanted - wide)
            else:
                self._end()
                self._append(word, kind, wide)

    def _append(self, word: str, kind: Type, used: float) -> None:
        if not self._runs or self._runs[-1][1] is not kind:
            self._runs.append(([], kind))
        self._runs[-1][0].append(word)
        self._used = used
        self._count += 1

    def _cut(self, word: str, kind: Type, start: float) -> None:
        """A word longer than a line, letter by letter from `start` on the line."""
        width, scale, piece = advance(kind.font), 0.001 * kind.size, ""
        for letter in word:
            wide = scale * width(letter)
            if start + wide > self._room and (piece or wide <= self._later):
                if piece:
                    self._append(piece, kind, start)
                self._end()
                start, piece = 0.0, ""
            piece, start = piece + letter, start + wide
        self._append(piece, kind, start)

    def _end(self) -> None:
        """The line is full."""
        if self._runs:
            texts = ((" ".join(words), kind) for words, kind in self._runs)
            self._lines.append(
                (self._used, [(f" {text}" if n else text, kind) for n, (text, kind) in enumerate(texts)])
            )
        self._runs, self._used, self._count, self._room = [], 0.0, 0, self._later

    def ended(self) -> list[Line]:
        """All lines."""
        self._end()
        return self._lines


def _words(text: str) -> Sequence[str]:
    return _SPACE.split(text.strip()) if "\xa0" in text else text.split()
