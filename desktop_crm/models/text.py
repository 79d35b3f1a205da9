"""Vietnamese text: one form for storing, one for searching, one for sorting and one for matching names.

Everything that compares text goes through here, so that both databases answer alike.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

TEXT_VERSION = 2
"""Raised whenever search texts or sort keys are made differently: databases of before are reindexed when opened."""

SEARCH_BYTES = 2400
WORD_LENGTH = 60  # characters of a word that are searched; more is no word
SORT_KEY_LENGTH = 240

_TONES = {"\u0300": '"', "\u0309": "#", "\u0303": "$", "\u0301": "%", "\u0323": "&"}  # huyền hỏi ngã sắc nặng
_NO_TONE = "!"
_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_LOOKALIKES = {"đ": "d", "ð": "d", "ɖ": "d", "ł": "l", "ø": "o", "ı": "i"}  # ð and ɖ: old fonts' đ


class _Words(dict[int, str]):
    """A translate table that keeps letters and digits and turns all else into spaces, filled as it is used."""

    def __init__(self, *, marks: bool) -> None:
        super().__init__()
        self.marks = marks

    def __missing__(self, code: int) -> str:
        char = chr(code)
        self[code] = result = self._result(char)
        return result

    def _result(self, char: str) -> str:
        category = unicodedata.category(char)
        if category in ("Mn", "Me"):
            return char if self.marks else ""
        if category == "Cf":
            return ""
        if category[0] not in "LNM":
            return " "
        return char if self.marks else _LOOKALIKES.get(char, char)


class _Letters(dict[int, str]):
    """A translate table from composed letters to characters in Vietnamese order, filled as it is used."""

    def __missing__(self, code: int) -> str:
        char = "đ" if chr(code) in "ðɖ" else chr(code)
        self[code] = result = _letter_key(char) or _letter_key(unicodedata.normalize("NFD", char)[0])
        return result


def _letter_key(char: str) -> str:
    if char in _ALPHABET:
        return chr(ord("A") + _ALPHABET.index(char))
    if char.isascii():
        return char if char.isdigit() else ""
    decomposes = unicodedata.normalize("NFD", char) != char
    return "" if decomposes or not char.isalnum() else f"~{ord(char):05x}"


_BARE = _Words(marks=False)
_MARKED = _Words(marks=True)
_LETTERS = _Letters()
_STRIP_TONES = {ord(tone): None for tone in _TONES}

_SPACES = re.compile(r"[\s\u0000-\u001f\u007f-\u00a0]+")
_INVISIBLE = re.compile("[\u0000\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff\ud800-\udfff]+")
_NUMBER = re.compile(r"[+(]*\d[\d .\-()/]*")
_PHONE = re.compile(r"\+\d+(?:;|$)")  # as it is stored
_DIGIT_RUN = re.compile(r"\d+(?:[ .\-()/]{1,2}\d+)+")
_TONE = "[\u0300\u0301\u0303\u0309\u0323]"
_OPEN = re.compile(rf"(o(?=[ae])|(?<!q)u(?=y))([aey])({_TONE})(?![a-z\u0300-\u036f])")
_CLOSED = re.compile(rf"(o(?={_TONE}[ae])|(?<!q)u(?={_TONE}y))({_TONE})([aey])(?=[a-z])")
_AFTER_QU = re.compile(rf"(qu)({_TONE})([aeiouy][\u0302\u0306\u031b]*)")


def clean(text: str) -> str:
    """`text` as it is stored on one line: NFC, trimmed, inner white space single, invisible characters gone."""
    if text.isprintable() and text.strip(" ") == text and "  " not in text and unicodedata.is_normalized("NFC", text):
        return text  # most texts are clean already, and this is known at a tenth of the cost
    return _SPACES.sub(" ", _INVISIBLE.sub("", unicodedata.normalize("NFC", text))).strip()


def clean_lines(text: str) -> str:
    """Long text as it is stored: each line cleaned, blank lines kept inside and dropped at both ends."""
    return "\n".join(clean(line) for line in text.splitlines()).strip("\n")


def fold(text: str) -> str:
    """`text` without case, diacritics and punctuation (đ is d), words parted by one space; folding twice is once."""
    return " ".join(unicodedata.normalize("NFKD", text).casefold().translate(_BARE).split())


def search_text(title: str, *values: object) -> str:
    """The stored text that is searched: ' ' and the folded unique words of the title and all `values`.

    The title's words with marks follow as they are spelled, for `marked_words` of a query. None is skipped. Phones and
    numbers are kept whole and in parts. Never longer than `SEARCH_BYTES` bytes.
    """
    words = dict.fromkeys((*_stored_words(title), *marked_words(title)))
    for value in values:
        if value is not None and value != "":
            words.update(dict.fromkeys(_stored_words(str(value))))
    return _capped(words)


def _stored_words(text: str) -> list[str]:
    if _PHONE.match(text):
        return [*_phone_forms(text.partition(";")[0]), *fold(text).split()]
    whole = (re.sub(r"\D", "", run) for run in _DIGIT_RUN.findall(text))
    return [*fold(text).split(), *whole]


def _phone_forms(number: str) -> list[str]:
    """0912345678, 912345678 and 84912345678: whichever beginning of it is typed."""
    digits = re.sub(r"\D", "", number)
    return ["0" + digits[2:], digits[2:], digits] if digits.startswith("84") else [digits]


def _capped(words: dict[str, None]) -> str:
    room, kept = SEARCH_BYTES - 1, []
    for word in dict.fromkeys(word[:WORD_LENGTH] for word in words):
        room -= len(word.encode("utf-8", "replace")) + 1
        if room < 0:
            break
        kept.append(word)
    return "".join(" " + word for word in kept)


def search_words(query: str) -> list[str]:
    """The folded words of a query; a record is found when each is the beginning of one of its stored words.

    A query that is one phone number or code ("0912 345", "+84 912 345") is one word of digits.
    """
    stripped = query.strip()
    if stripped.startswith(("0", "+", "(")) and _NUMBER.fullmatch(stripped):
        digits = re.sub(r"\D", "", stripped)
        return [_phone_forms(digits)[0] if stripped.startswith("+") else digits]
    return list(dict.fromkeys(word[:WORD_LENGTH] for word in fold(query).split()))


def marked_words(text: str) -> list[str]:
    """The words of `text` that bear marks or đ, lower case, in one spelling (Hoà is Hòa).

    A title that has all those of a query is spelled as the query is, not only alike without marks.
    """
    words = unicodedata.normalize("NFC", text).casefold().translate(_MARKED).split()
    return list(dict.fromkeys(filter(None, map(_marked_word, words))))


@lru_cache(maxsize=16384)
def _marked_word(word: str) -> str:
    """`word` in one spelling, '' where it has no marks."""
    spelled = normalized_name(word)
    return spelled if spelled.isalnum() and fold(spelled) != spelled else ""


def sort_key(text: str) -> str:
    """An ASCII key whose byte order is Vietnamese dictionary order: syllable by syllable, letters before tones.

    The column that stores it needs binary comparison (COLLATE "C" on PostgreSQL). Case, punctuation and the
    place of the tone mark do not count; at most `SORT_KEY_LENGTH` characters.
    """
    marked = unicodedata.normalize("NFKD", text).casefold().translate(_MARKED)
    return "".join(map(_syllable_key, marked.split()))[:SORT_KEY_LENGTH]


@lru_cache(maxsize=16384)
def _syllable_key(word: str) -> str:
    letters = unicodedata.normalize("NFC", word.translate(_STRIP_TONES)).translate(_LETTERS)
    return letters + ("".join(_TONES[char] for char in word if char in _TONES) or _NO_TONE)


def person_sort_key(family_and_middle: str, given: str) -> str:
    """The sort key of a person: given name (tên) first, then family and middle names (họ, đệm)."""
    half = SORT_KEY_LENGTH // 2
    return (sort_key(given)[:half] + " " + sort_key(family_and_middle)[:half])[:SORT_KEY_LENGTH]


def normalized_name(text: str) -> str:
    """A name for finding duplicates: tone marks count, but not their placement (Hoà = Hòa), case or spacing."""
    marked = unicodedata.normalize("NFD", clean(text).casefold())
    for pattern, order in ((_AFTER_QU, r"\1\3\2"), (_OPEN, r"\1\3\2"), (_CLOSED, r"\1\3\2")):
        marked = pattern.sub(order, marked)
    return unicodedata.normalize("NFC", marked)
