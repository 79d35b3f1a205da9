"""Writes texts, lines and areas to a page as PDF operators.

reportlab's canvas formats each number and escapes each letter in Python: half the time of a printed page. Here a
letter's code is looked up once a document, texts go out in hexadecimal, and numbers with a few decimals.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from reportlab.pdfbase.pdfmetrics import getFont


@dataclass(frozen=True, slots=True, eq=False)
class Type:
    """How letters look: font, size in points and colour. Get it from `type_of`, so that the same look is one object."""

    font: str
    size: float
    color: Any


@lru_cache(maxsize=256)
def type_of(font: str, size: float, color: Any) -> Type:
    """The type of that font, size and colour."""
    return Type(font, size, color)


Run = tuple[str, Type]
"""A text and its type."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A line's weight in points and its colour."""

    weight: float
    color: Any


Segment = tuple[float, float, float, float]
"""A line's ends: x, y, x, y."""


class Pen:
    """What writes on the pages of one document; it knows what is set, so that nothing is set twice."""

    def __init__(self, canvas: Any) -> None:
        self.canvas = canvas
        self._codes: dict[str, dict[str, str]] = {}
        self._names: dict[str, str] = {}
        self.begin()

    def begin(self) -> None:
        """Start in a graphics state of which nothing is known."""
        self._type: Type | None = None
        self._color: Any = None

    def write(self, operators: str) -> None:
        """Operators as they are."""
        self.canvas._code.append(operators)

    def text(self, x: float, y: float, runs: Sequence[Run], slack: float = 0) -> None:
        """Runs one behind the other from (x, y) on the baseline; spaces share what `slack` is below zero."""
        shown = " ".join([self._set(kind) + self._shown(text, kind) for text, kind in runs])
        if slack < -1e-8:
            spaces = sum(text.count(" ") + text.count("\xa0") for text, _ in runs)
            shown = f"{slack / spaces:.4f} Tw {shown} 0 Tw"
        self.canvas._code.append(f"BT {x:.3f} {y:.3f} Td {shown} ET")

    def area(self, x: float, y: float, width: float, height: float, color: Any) -> None:
        """A filled rectangle over (x, y), its lower left corner."""
        self.write(f"{self._filled(color)}{x:.4f} {y:.4f} {width:.4f} {height:.4f} re f")

    def lines(self, rule: Rule, segments: Sequence[Segment]) -> None:
        """Straight lines as one path."""
        if segments:
            path = " ".join(f"{x0:.4f} {y0:.4f} m {x1:.4f} {y1:.4f} l" for x0, y0, x1, y1 in segments)
            self.write(f"{_rgb(rule.color)} RG {rule.weight:.2f} w {path} S")

    def _set(self, kind: Type) -> str:
        """What makes `kind` the type of what follows; '' where it is."""
        if kind is self._type:
            return ""
        self._type = kind
        return f"{self._filled(kind.color)}{self._name(kind.font)} {kind.size:g} Tf "

    def _filled(self, color: Any) -> str:
        if color is self._color:
            return ""
        self._color = color
        return f"{_rgb(color)} rg "

    def _name(self, font: str) -> str:
        """The font's name in the document: that of its first 256 letters."""
        if font not in self._names:
            self._split("", font)  # reportlab forgets the name of a font that it has not yet met in the document
            self._names[font] = getFont(font).getSubsetInternalName(0, self.canvas._doc)
            self._codes[font] = {}
        return self._names[font]

    def _split(self, text: str, font: str) -> list[tuple[int, bytes]]:
        found: list[tuple[int, bytes]] = getFont(font).splitString(text, self.canvas._doc)
        return found

    def _shown(self, text: str, kind: Type) -> str:
        """The operator that shows a text in the type that is set."""
        codes = self._codes[kind.font]
        try:
            return f"<{''.join(map(codes.__getitem__, text))}> Tj"
        except KeyError:
            return self._learned(text, kind)

    def _learned(self, text: str, kind: Type) -> str:
        """The same for letters not met before; a document of more than 256 different ones needs further subsets."""
        parts = self._split(text, kind.font)
        if len(parts) == 1 and parts[0][0] == 0:
            self._codes[kind.font].update(zip(text, map("{:02x}".format, parts[0][1]), strict=True))
            return f"<{parts[0][1].hex()}> Tj"
        font, document = getFont(kind.font), self.canvas._doc
        self._type = None
        named = ((font.getSubsetInternalName(subset, document), codes.hex()) for subset, codes in parts)
        return " ".join(f"{name} {kind.size:g} Tf <{shown}> Tj" for name, shown in named)


@lru_cache(maxsize=64)
def _rgb(color: Any) -> str:
    return f"{color.red:.4g} {color.green:.4g} {color.blue:.4g}"
