"""QR codes as numbers: a module is a bit, and the eight masks are weighed by a few operations on the whole code.

reportlab's encoder builds and scores the code eight times module by module: 16 ms, as much as the rest of a quote. Its
tables, patterns and rules are kept here (tests hold both side by side), only the work on single modules is not.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from reportlab.graphics.barcode.qrencoder import EXP_TABLE, LOG_TABLE, QRBitBuffer, QRCode, QRErrorCorrectLevel
from reportlab.graphics.barcode.qrencoder import QRRSBlock as Blocks

_LEVEL = QRErrorCorrectLevel.M


@dataclass(frozen=True, slots=True)
class Code:
    """A code of `size` modules a side; `modules` has the first one, top left, as its highest bit."""

    size: int
    modules: int

    def rows(self) -> list[str]:
        """A text a row: 1 is dark, 0 is light."""
        shown = f"{self.modules:0{self.size * self.size}b}"
        return [shown[start : start + self.size] for start in range(0, len(shown), self.size)]


def encode(text: str) -> Code:
    """The smallest code of a text that a quarter damaged can still be read (level M)."""
    code = QRCode(None, _LEVEL)
    code.addData(text)
    version = code.calculate_version()
    frame = _frame(version)
    bits = "".join(map("{:08b}".format, _codewords(version, code.dataList)))
    shown = bytearray(b"0") * (frame.size * frame.size)
    for place, bit in zip(frame.places, bits.encode(), strict=False):  # a few modules are left over and stay light
        shown[place] = bit
    plain = frame.fixed | int(shown, 2)
    best = min(range(8), key=lambda mask: _penalty(plain ^ frame.masks[mask], frame.size))
    return Code(frame.size, plain ^ frame.masks[best] | frame.formats[best])


@dataclass(frozen=True, slots=True)
class _Frame:
    """What all codes of a version share: patterns, where the data go in their order, masks over them, format marks."""

    size: int
    fixed: int
    places: tuple[int, ...]
    masks: tuple[int, ...]
    formats: tuple[int, ...]


@lru_cache(maxsize=16)
def _frame(version: int) -> _Frame:
    masks, formats = zip(*(_masked(version, mask) for mask in range(8)), strict=True)
    code = _empty(version, 0)
    size = code.moduleCount
    places = tuple(row * size + column for column, row in code.dataPosIterator())
    return _Frame(size, _number(code.modules) ^ masks[0], places, masks, formats)


def _empty(version: int, mask: int) -> Any:
    """A code without data under a mask, its format marks light."""
    code = QRCode(version, _LEVEL)
    code.dataCache = []
    code.makeImpl(True, mask)
    return code


def _masked(version: int, mask: int) -> tuple[int, int]:
    """The mask over the data, and the marks that name it."""
    code = _empty(version, mask)
    marked = _number(code.modules)
    for column, row in code.dataPosIterator():
        code.modules[row][column] = False
    bare = _number(code.modules)
    code.setupTypeInfo(False, mask)
    if version >= 7:
        code.setupTypeNumber(False)
    return marked ^ bare, _number(code.modules) ^ bare


def _number(modules: list[list[bool]]) -> int:
    return int("".join("01"[bool(dark)] for row in modules for dark in row), 2)


def _penalty(code: int, size: int) -> int:
    """How far a code is from an even spread; the lowest of eight is the best to read."""
    sides, downs, finders = _inner(size)
    equal = ~(code ^ code >> 1) & sides  # modules like their neighbour on the left
    below = ~(code ^ code >> size) & downs
    blocks = 3 * (equal & equal >> size & below).bit_count()
    finder = finders
    for shift, dark in enumerate(reversed("10111010000")):
        finder &= (code if dark == "1" else ~code) >> shift
    share = 100 * code.bit_count() // (size * size)
    runs = _runs(equal, 1) + _runs(below, size)
    return runs + blocks + 40 * finder.bit_count() + 10 * (abs(share - 50) // 5)


def _runs(equal: int, step: int) -> int:
    """Runs of five or more of a colour: three each, and one for each module over five."""
    long = equal & equal >> step & equal >> 2 * step & equal >> 3 * step
    return long.bit_count() + 2 * (long & ~(long << step)).bit_count()


@lru_cache(maxsize=16)
def _inner(size: int) -> tuple[int, int, int]:
    """Modules with a neighbour on the left, with one above, and those that can end a finder-like pattern."""
    row, rows = (1 << size) - 1, range(0, size * size, size)
    sides = sum((row >> 1) << start for start in rows)
    finders = sum((row >> 11 << 1) << start for start in rows)  # reportlab leaves the last place out
    return sides, (1 << size * (size - 1)) - 1, finders


def _codewords(version: int, parts: list[Any]) -> list[int]:
    """Data and correction, interleaved by block."""
    blocks = Blocks.getRSBlocks(version, _LEVEL)
    data = _padded(version, parts, sum(block.dataCount for block in blocks))
    texts, checks, start = [], [], 0
    for block in blocks:
        part = data[start : start + block.dataCount]
        start += block.dataCount
        texts.append(part)
        checks.append(_correction(part, block.totalCount - block.dataCount))
    return [*_interleaved(texts), *_interleaved(checks)]


def _interleaved(parts: list[list[int]]) -> list[int]:
    return [part[place] for place in range(max(map(len, parts))) for part in parts if place < len(part)]


def _padded(version: int, parts: list[Any], count: int) -> list[int]:
    """The bytes of the parts, filled up to `count` as the standard fills them."""
    buffer = QRBitBuffer()
    for part in parts:
        part.write(buffer, version)
    length = buffer.getLengthInBits()
    buffer.put(0, min(4, 8 * count - length))
    found: list[int] = buffer.buffer
    return (found + [0xEC, 0x11] * count)[:count]


def _correction(data: list[int], count: int) -> list[int]:
    """The remainder of the data by the generator of `count` correction bytes."""
    generator = _generator(count)
    rest = [*data, *[0] * count]
    for place in range(len(data)):
        if rest[place]:
            log = LOG_TABLE[rest[place]]
            for ahead, factor in enumerate(generator, place + 1):
                rest[ahead] ^= EXP_TABLE[(log + factor) % 255]
    return rest[-count:]


@lru_cache(maxsize=32)
def _generator(count: int) -> tuple[int, ...]:
    """The logarithms of the generator's factors below the leading one."""
    factors = [1]
    for power in range(count):
        shifted = [0 if not one else EXP_TABLE[(LOG_TABLE[one] + power) % 255] for one in factors]
        factors = [a ^ b for a, b in zip([*factors, 0], [0, *shifted], strict=True)]
    return tuple(LOG_TABLE[factor] for factor in factors[1:])
